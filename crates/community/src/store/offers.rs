//! Conversations whose customers were asked whether they may be public.

use base::Instant;
use conversations::ConversationId;
use people::{PersonId, StaffId};
use platform::{Conn, Fault, Result, Row, Tx, vals};

use crate::ids::{OfferId, TopicId};

/// How far one has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferState {
    /// The customer has not said anything yet.
    Asked,
    /// It is public.
    Published,
    /// They do not want it.
    Declined,
}

impl OfferState {
    const ALL: [Self; 3] = [Self::Asked, Self::Published, Self::Declined];

    const fn code(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Published => "published",
            Self::Declined => "declined",
        }
    }
}

/// What a customer was asked to let be public. Once they have answered, its words are forgotten here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Names it.
    pub id: OfferId,
    /// The conversation that it is taken from.
    pub conversation: ConversationId,
    /// Who is asked.
    pub person: PersonId,
    /// The colleague who asks.
    pub staff: StaffId,
    /// In a few words.
    pub title: String,
    /// In full.
    pub body: String,
    /// When they were asked.
    pub asked_at: Instant,
    /// How far it has come.
    pub state: OfferState,
    /// The question that it became.
    pub topic: Option<TopicId>,
}

const COLUMNS: &str = "id, conversation, person, staff, title, body, asked_at, state, topic";

fn read(row: &Row) -> Result<Offer> {
    let state = row.text("state")?;
    let state = OfferState::ALL.into_iter().find(|one| one.code() == state);
    Ok(Offer {
        id: row.id("id")?,
        conversation: row.id("conversation")?,
        person: row.id("person")?,
        staff: row.id("staff")?,
        title: row.text("title")?,
        body: row.text("body")?,
        asked_at: row.at("asked_at")?,
        state: state.ok_or_else(|| Fault::new("an offer has an unknown state"))?,
        topic: row.opt_id("topic")?,
    })
}

/// Keeps a new one.
pub(crate) async fn insert_offer(tx: &mut Tx, it: &Offer) -> Result<()> {
    let sql = "INSERT INTO community_offer (id, conversation, person, staff, title, body, asked_at, state) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let values = vals![
        it.id.as_str(),
        it.conversation.as_str(),
        it.person.as_str(),
        it.staff.as_str(),
        it.title.as_str(),
        it.body.as_str(),
        it.asked_at,
        it.state.code()
    ];
    tx.run(sql, values).await?;
    Ok(())
}

/// One of them, held until the transaction ends.
pub(crate) async fn lock_offer(tx: &mut Tx, id: &OfferId) -> Result<Option<Offer>> {
    let sql = format!("SELECT {COLUMNS} FROM community_offer WHERE id = $1{}", tx.engine().for_update());
    tx.one(&sql, vals![id.as_str()]).await?.map(|row| read(&row)).transpose()
}

/// The newest of a conversation.
pub(crate) async fn offer_of(conn: &mut Conn, conversation: &ConversationId) -> Result<Option<Offer>> {
    let sql = format!("SELECT {COLUMNS} FROM community_offer WHERE conversation = $1 ORDER BY id DESC LIMIT 1");
    conn.one(&sql, vals![conversation.as_str()]).await?.map(|row| read(&row)).transpose()
}

/// Keeps what the customer said; the words go.
pub(crate) async fn save_offer(tx: &mut Tx, id: &OfferId, state: OfferState, topic: Option<&TopicId>) -> Result<()> {
    let sql = "UPDATE community_offer SET state = $2, topic = $3, title = '', body = '' WHERE id = $1";
    tx.run(sql, vals![id.as_str(), state.code(), topic.map(ToString::to_string)]).await?;
    Ok(())
}

/// Forgets what nobody answered since then.
pub(crate) async fn sweep_offers(tx: &mut Tx, before: Instant) -> Result<()> {
    tx.run("DELETE FROM community_offer WHERE state = 'asked' AND asked_at < $1", vals![before]).await?;
    Ok(())
}

/// The topic that a conversation became, or that became it.
pub(crate) async fn topic_from(conn: &mut Conn, conversation: &ConversationId) -> Result<Option<TopicId>> {
    let sql = "SELECT id FROM community_topic WHERE conversation = $1 ORDER BY id DESC LIMIT 1";
    conn.one(sql, vals![conversation.as_str()]).await?.map(|row| row.id("id")).transpose()
}

/// What a customer was asked about and has not answered, as texts.
pub(crate) async fn held_offers(conn: &mut Conn, person: &PersonId) -> Result<Vec<(Instant, String, String)>> {
    let sql = "SELECT asked_at, title, body FROM community_offer WHERE person = $1 AND state = 'asked' ORDER BY id";
    let rows = conn.all(sql, vals![person.as_str()]).await?;
    rows.iter().map(|row| Ok((row.at("asked_at")?, row.text("title")?, row.text("body")?))).collect()
}
