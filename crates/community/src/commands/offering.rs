//! A conversation becomes a question for everybody: a colleague takes what is personal out of it, its customer reads what
//! is left and decides, and nothing is public before they did.

use base::{Action, Actor, Instant, Scope, allowed};
use conversations::model::{Author, MessageKind};
use conversations::{ConversationId, queries};
use jiff::SignedDuration;
use people::care::{self, MaySend, Sending};
use people::person::clean_line;
use people::system_mail::{self, SystemMail};
use people::{StaffId, staff};
use platform::{Conn, Platform, Tx, args};

use super::writing::{join_within, title};
use super::{Answer, CommandError, customer, open, telling};
use crate::events::CommunityEvent;
use crate::ids::{OfferId, TopicId};
use crate::model::{Idea, Kind, Subject, Topic, TopicState};
use crate::rules::likeness;
use crate::rules::rights::{self, Refusal, TEXT_MOST, TITLE_MOST};
use crate::rules::stripping::{Stripped, strip};
use crate::store;
pub use crate::store::{Offer, OfferState};

/// What the link that is mailed is signed for.
const PURPOSE: &str = "community.offer";
/// How long a customer has to answer.
const LASTS: SignedDuration = SignedDuration::from_hours(24 * 30);

/// What a conversation could be as a question, and how far it has come.
#[derive(Clone, Debug)]
pub struct Proposed {
    /// What the conversation is about, without its personal parts.
    pub title: String,
    /// What its customer wrote first, without its personal parts.
    pub body: String,
    /// What was taken out of both.
    pub taken: Vec<String>,
    /// What its customer was asked already.
    pub asked: Option<Offer>,
    /// The question that it became, or that became it.
    pub topic: Option<TopicId>,
}

/// What a customer says to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Under this name, which is theirs in the community from then on.
    Named(String),
    /// Without any name.
    Unnamed,
    /// Not at all.
    No,
}

/// What a conversation could be as a question.
///
/// # Errors
/// Not found when there is no such conversation for the actor, or no community; refused when they may not.
pub async fn propose(conn: &mut Conn, actor: &Actor, id: &ConversationId) -> Answer<Proposed> {
    let scope = allowed(actor, Action::WorkConversations)?;
    if !crate::settings::community(conn).await?.on {
        return Err(CommandError::NotFound);
    }
    let thread = queries::glance(conn, &scope, id).await?.ok_or(CommandError::NotFound)?;
    let theirs = |author: &Author| *author == Author::Person(thread.person.id.clone());
    let mut messages = thread.messages.iter();
    let first = messages.find(|one| one.kind == MessageKind::Inbound && theirs(&one.author) && !one.body.is_empty());
    let names = [thread.person.name.as_str(), first.map_or("", |one| one.from.name.as_str())];
    let cut = |text: &str, most: usize| text.chars().take(most).collect::<String>();
    let Stripped { text: title, mut taken } = strip(&cut(thread.first_subject(), TITLE_MOST), &names);
    let said = strip(&cut(first.map_or("", |one| one.body.as_str()), TEXT_MOST), &names);
    taken.extend(said.taken);
    taken.dedup();
    Ok(Proposed {
        title: clean_line(&title, TITLE_MOST),
        body: said.text,
        taken,
        asked: store::offer_of(conn, id).await?,
        topic: store::topic_from(conn, id).await?,
    })
}

/// Asks the customer of a conversation by mail whether this may be public.
///
/// # Errors
/// [`Refusal::Asked`] while they have not answered, or it is public already; [`Refusal::CannotAsk`] without an address
/// that is proved, and when they are treated with care; those of the texts; as [`propose`].
pub async fn offer(p: &Platform, actor: &Actor, id: &ConversationId, words: (&str, &str)) -> Answer<()> {
    let scope = allowed(actor, Action::WorkConversations)?;
    let staff: StaffId = actor.staff_id().and_then(|id| id.parse().ok()).ok_or(CommandError::Forbidden)?;
    let (title, body) = (title(words.0)?, rights::text(words.1)?);
    let mut tx = p.begin().await?;
    open(&mut tx).await?;
    let now = tx.now();
    store::sweep_offers(&mut tx, now.checked_sub(LASTS).unwrap_or(Instant::MIN)).await?;
    let thread = queries::glance(&mut tx, &scope, id).await?.ok_or(CommandError::NotFound)?;
    let id = &thread.conversation.id;
    let before = store::offer_of(&mut tx, id).await?.filter(|before| before.state != OfferState::Declined);
    if before.is_some() || store::topic_from(&mut tx, id).await?.is_some() {
        return Err(Refusal::Asked.into());
    }
    let person = thread.person;
    if let MaySend::HoldBack(_) = care::verdict(&mut tx, &person.id, Sending::Survey, now).await? {
        return Err(Refusal::CannotAsk.into());
    }
    let to = telling::reachable(&mut tx, &person.id).await?.ok_or(Refusal::CannotAsk)?;
    let offer = Offer {
        id: OfferId::next(&tx.ids(), now),
        conversation: id.clone(),
        person: person.id,
        staff,
        title,
        body,
        asked_at: now,
        state: OfferState::Asked,
        topic: None,
    };
    store::insert_offer(&mut tx, &offer).await?;
    let business = conversations::settings::business(&mut tx).await?;
    let language = person.language.unwrap_or(business.language);
    let say = p.i18n.to(language);
    let link = format!("{}/community/offer/{}", p.site.url, p.tokens.compact(PURPOSE, offer.id.as_str()));
    let args = args![business = &business.name, title = &offer.title, link = &link];
    let subject = say.with("community-offer-mail-subject", args);
    let mail = SystemMail { to, subject, text: say.with("community-offer-mail-text", args), language };
    system_mail::send(&mut tx, &mail).await?;
    Ok(tx.commit().await?)
}

async fn held(tx: &mut Tx, p: &Platform, key: &str) -> Answer<Offer> {
    let id: Option<OfferId> = p.tokens.read_compact(PURPOSE, key).ok().and_then(|id| id.parse().ok());
    let offer = store::lock_offer(tx, &id.ok_or(CommandError::NotFound)?).await?.ok_or(CommandError::NotFound)?;
    let late = tx.now().duration_since(offer.asked_at) > LASTS;
    if offer.state != OfferState::Asked || late { Err(CommandError::NotFound) } else { Ok(offer) }
}

/// What a mailed link asks, as long as nobody has answered.
///
/// # Errors
/// Not found when it is none of ours, was answered, or is too old.
pub async fn look_at(p: &Platform, key: &str) -> Answer<Offer> {
    let mut tx = p.begin().await?;
    open(&mut tx).await?;
    held(&mut tx, p, key).await
}

/// Does what the customer says. Answers the question that stands there now.
///
/// # Errors
/// Those of the name; as [`look_at`].
pub async fn settle(p: &Platform, key: &str, choice: Choice) -> Answer<Option<TopicId>> {
    let mut tx = p.begin().await?;
    open(&mut tx).await?;
    let offer = held(&mut tx, p, key).await?;
    let person = people::merging::where_merged(&mut tx, &offer.person).await?;
    let named = match &choice {
        Choice::No => {
            store::save_offer(&mut tx, &offer.id, OfferState::Declined, None).await?;
            tx.commit().await?;
            return Ok(None);
        }
        Choice::Named(name) => {
            if store::member(&mut tx, &person).await?.is_some_and(|member| member.blocked) {
                return Err(Refusal::Blocked.into());
            }
            join_within(&mut tx, &person, name).await?;
            true
        }
        Choice::Unnamed => false,
    };
    // What is deleted by now is nobody's to publish.
    queries::glance(&mut tx, &Scope::All, &offer.conversation).await?.ok_or(CommandError::NotFound)?;
    let topic = published(&tx, &offer, named.then(|| person.clone()));
    store::insert(&mut tx, &topic).await?;
    store::set_words(&mut tx, &topic.id, &likeness::stems(&topic.title, topic.language)).await?;
    store::follow(&mut tx, &topic.id, &person, true).await?;
    // A colleague took what is personal out of it.
    store::looked_at(&mut tx, &Subject::Topic(topic.id.clone())).await?;
    if named {
        store::count_published(&mut tx, &person, 1).await?;
    }
    store::save_offer(&mut tx, &offer.id, OfferState::Published, Some(&topic.id)).await?;
    let event = CommunityEvent::TopicBegun { topic: topic.id.clone(), kind: topic.kind, waits: false };
    tx.record(&event, &customer(&person), None).await?;
    tx.commit().await?;
    note(p, &offer, &topic.id).await?;
    Ok(Some(topic.id))
}

fn published(tx: &Tx, offer: &Offer, person: Option<people::PersonId>) -> Topic {
    let (title, body) = (offer.title.clone(), offer.body.clone());
    Topic {
        id: TopicId::next(&tx.ids(), tx.now()),
        kind: Kind::Question,
        person,
        language: words::language::detect_known(&format!("{title}. {body}"), None),
        title,
        body,
        state: TopicState::Open,
        waits: false,
        idea: Idea::New,
        reason: String::new(),
        created_at: tx.now(),
        edited_at: None,
        answers: 0,
        votes: 0,
        accepted: None,
        merged_into: None,
        // We know of it already.
        due: None,
        conversation: Some(offer.conversation.to_string()),
    }
}

/// Says in the conversation where its question stands, as far as whoever asked for it may still write there.
async fn note(p: &Platform, offer: &Offer, topic: &TopicId) -> Answer<()> {
    let mut conn = p.db.read().await?;
    let business = conversations::settings::business(&mut conn).await?;
    let staff = staff::find(&mut conn, &Scope::All, &offer.staff).await?;
    drop(conn);
    let Some(staff) = staff.filter(|staff| staff.disabled_at.is_none()) else { return Ok(()) };
    let link = format!("{}/community/q/{topic}", p.site.url);
    let words = p.i18n.to(business.language).with("community-offer-note", args![link = &link]);
    match conversations::commands::note(p, &staff.actor(), &offer.conversation, &words).await {
        Err(conversations::commands::CommandError::Fault(fault)) => Err(fault.into()),
        _ => Ok(()),
    }
}
