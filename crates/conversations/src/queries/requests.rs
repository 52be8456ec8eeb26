//! What a customer sees of a conversation: their request, opened by the link that was mailed to them.

use base::Scope;
use people::PersonId;
use people::person::fold_address;
use platform::{Conn, Platform, Result};

use crate::ids::ConversationId;
use crate::model::{Conversation, Mailbox, Message, Opinion};
use crate::rules::opinions;
use crate::rules::requests::{Reader, Standing, is_shown, standing};
use crate::{naming, store};

/// A conversation as its customer may see it.
#[derive(Clone, Debug)]
pub struct Request {
    /// The conversation.
    pub conversation: Conversation,
    /// The customer, by the address that they wrote from last.
    pub customer: Mailbox,
    /// What they may see of it, oldest first.
    pub messages: Vec<Message>,
    /// Whether they are asked if it was what they wanted.
    pub asked: bool,
    /// What they said to that, as long as they can say otherwise.
    pub opinion: Option<Opinion>,
}

/// The way to the page of a conversation, for its customer alone.
///
/// # Errors
/// When the database cannot be used.
pub async fn request_link(p: &Platform, conn: &mut Conn, conversation: &Conversation) -> Result<String> {
    let edition = store::link_edition(conn, &conversation.id).await?;
    let token = naming::request_token(p, conversation.number, &conversation.person, edition);
    Ok(naming::request_url(p, &token))
}

/// The request that a link opens, where it is by now. Whatever is wrong with the link, there is none.
///
/// # Errors
/// When the database cannot be used.
pub async fn by_request_link(p: &Platform, conn: &mut Conn, token: &str) -> Result<Option<Request>> {
    let Some(number) = naming::number_in_reply_tag(token) else { return Ok(None) };
    let Some(named) = store::find_by_number(conn, &Scope::All, number).await? else { return Ok(None) };
    let edition = store::link_edition(conn, &named.id).await?;
    // A link to somebody who became part of this customer is theirs as well.
    let mut theirs = people::merging::once(conn, &named.person).await?;
    theirs.push(named.person.clone());
    if !theirs.iter().any(|person| naming::is_request_token(p, token, number, person, edition)) {
        return Ok(None);
    }
    // What became part of somebody else's conversation is not shown to them.
    let (scope, id) = (Scope::Own(named.person.to_string()), store::where_merged(conn, &named.id).await?);
    match store::find(conn, &scope, &id).await? {
        Some(conversation) => Ok(Some(request(p, conn, conversation).await?)),
        None => Ok(None),
    }
}

/// A conversation as its customer may see it.
///
/// # Errors
/// When the database cannot be used.
pub async fn request(p: &Platform, conn: &mut Conn, conversation: Conversation) -> Result<Request> {
    let addresses = people::person::addresses(conn, &Scope::All, &conversation.person).await?;
    let participants = store::participants_of(conn, &conversation.id).await?;
    let all = super::thread::messages(conn, &conversation.id).await?;
    let reader = Reader {
        person: &conversation.person,
        addresses: addresses.iter().map(|address| address.address.clone()).collect(),
        participants: &participants,
        now: p.clock.machine(),
    };
    let messages: Vec<Message> = all.into_iter().filter(|message| is_shown(message, &reader)).collect();
    let known = |one: &&Message| addresses.iter().any(|address| address.address == fold_address(&one.from.address));
    let customer = messages.iter().rev().find(known).map(|message| message.from.clone());
    let customer = customer.or_else(|| {
        let first = addresses.first()?;
        Some(Mailbox { name: String::new(), address: first.shown.clone() })
    });
    let ended = super::ended(conn, &conversation.id).await?;
    let asked = opinions::is_asked(conversation.state, ended.complaint.is_some_and(|one| one.is));
    let opinion = ended.opinions.into_iter().find(|one| one.open && asked);
    Ok(Request { customer: customer.unwrap_or_default(), conversation, messages, asked, opinion })
}

/// Where a page of [`mine`] begins: behind the last row of the one before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Behind {
    /// Whether that one is done.
    pub done: bool,
    /// When something was said there last that they see, in µs.
    pub touched_at: i64,
    /// Its id.
    pub id: ConversationId,
}

impl Behind {
    /// The place of this row.
    #[must_use]
    pub fn of(row: &Conversation) -> Self {
        let done = matches!(standing(row), Standing::Solved | Standing::Closed);
        Self { done, touched_at: base::clock::to_micros(row.touched_at), id: row.id.clone() }
    }

    /// As it stands in an address.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{}.{}.{}", u8::from(self.done), self.touched_at, self.id)
    }

    /// Reads [`Behind::text`] back; anything else is no place.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '.');
        let (done, touched_at, id) = (parts.next()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        Some(Self { done: done == "1", touched_at, id })
    }
}

/// A customer's requests: what is not done first, then where something was said last. Only those of which they may see
/// something: neither what became part of another, nor what we began and have not said yet. `touched_at` of each is when
/// something was said that they see: what moves among colleagues or in a side thread leaves no trace here.
///
/// # Errors
/// When the database cannot be used.
pub async fn mine(conn: &mut Conn, person: &PersonId, behind: Option<&Behind>, most: i64) -> Result<Vec<Conversation>> {
    store::requests_of(conn, person, behind, most).await
}
