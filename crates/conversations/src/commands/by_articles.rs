//! Answers out of articles: a question that came by mail, and that the business's articles surely answer, is answered by
//! itself, beside the receipt. What is said is made by whoever knows articles; here is decided whether it may go.
//!
//! It goes as a receipt does: marked as a machine's, stopping no clock, closing nothing, no answer of a person.

use base::{Actor, Instant, Language, Scope};
use jiff::SignedDuration;
use people::care::{MaySend, Sending};
use people::file::Channel;
use platform::jobs::NewJob;
use platform::{Platform, Result, Tx};

use super::inbound::Inbound;
use super::posting::{self, message};
use super::{Answer, SEND_LANE, receipting};
use crate::events::ConversationEvent;
use crate::ids::{ConversationId, MessageId};
use crate::model::{Author, Conversation, Group, Mailbox, Message, MessageKind, ShownArticle, Verdict};
use crate::rules::placing::Place;
use crate::rules::{receipts, states};
use crate::store;
use crate::{naming, settings};

/// Job: look whether articles answer what a conversation began with. Payload: conversation id. Done by whoever knows
/// articles, who hands what they found to [`answer_from_articles`].
pub const ARTICLES_JOB: &str = "conversation.answer_from_articles";
/// Why a machine is taken to have written such an answer: see [`Message::automatic`].
pub const BY_ARTICLES: &str = "articles";
/// Such answers to one customer are counted within this time.
const DAY: SignedDuration = SignedDuration::from_hours(24);
/// Messages that are looked through; what has more is no new question.
const MESSAGES_MOST: i64 = 100;

/// What is to be said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FromArticles {
    /// In which language.
    pub language: Language,
    /// The whole text.
    pub body: String,
    /// The articles that it is made of.
    pub shown: Vec<ShownArticle>,
}

/// Has it looked up whether articles answer a message that began a conversation, where that is wanted. Who would get no
/// receipt, were they on, gets no such answer either.
pub(super) async fn ask(tx: &mut Tx, id: &ConversationId, inbound: &Inbound, place: &Place) -> Result<()> {
    if *place != Place::New || inbound.channel != "email" {
        return Ok(());
    }
    let Some(conversation) = store::find(tx, &Scope::All, id).await? else { return Ok(()) };
    if !settings::by_articles(tx).await?.may_answer(conversation.department.as_ref()) {
        return Ok(());
    }
    let enquiry = receipts::Enquiry { wanted: true, ..receipting::enquiry(tx, inbound).await? };
    if receipts::refused(&enquiry).is_none() {
        tx.enqueue(NewJob::new(SEND_LANE, ARTICLES_JOB).payload(id.as_str()).attempts_max(3)).await?;
    }
    Ok(())
}

/// Answers a conversation out of articles, unless something stands in the way by now: then nothing is sent, and the
/// transaction is to be dropped. Nothing is committed here.
///
/// # Errors
/// When the text is too long, or the database cannot be used.
pub async fn answer_from_articles(
    p: &Platform,
    tx: &mut Tx,
    id: &ConversationId,
    answer: FromArticles,
) -> Answer<Option<MessageId>> {
    let id = &store::where_merged(tx, id).await?;
    let Some(now) = store::find_for_update(tx, &Scope::All, id).await? else { return Ok(None) };
    let wishes = settings::by_articles(tx).await?;
    if !wishes.may_answer(now.department.as_ref())
        || !is_open_question(tx, &now).await?
        || !is_welcome(tx, &now).await?
    {
        return Ok(None);
    }
    let Some(to) = posting::address_of_customer(tx, &now).await? else { return Ok(None) };
    // Whoever asks for the same address waits here, so that what is counted next holds.
    let (at, address) = (tx.machine_now(), people::person::fold_address(&to.address));
    let allowed = store::allow(tx, &address, at).await?;
    let since = tx.now().saturating_sub(DAY).unwrap_or(Instant::MIN);
    let today = store::answered_from_articles_since(tx, &now.person, since).await?;
    if allowed != store::Allowance::Goes || today >= i64::from(wishes.a_day) {
        return Ok(None);
    }
    let business = settings::business(tx).await?;
    let message = Message {
        from: Mailbox { name: String::new(), address: business.address.clone() },
        to: vec![to.clone()],
        language: Some(answer.language),
        automatic: Some(BY_ARTICLES.to_owned()),
        ..message(p, tx, &now.id, Author::System, MessageKind::Receipt, states::text(&answer.body)?)
    };
    let mail_id = naming::message_id(p, &message.id, &business);
    store::add_message(tx, &message, Some(&mail_id), &[]).await?;
    posting::post(tx, &message.id, &now, false).await?;
    let (conversation, shown) = (now.id.clone(), answer.shown);
    let event =
        ConversationEvent::AnsweredFromArticles { conversation, message: message.id.clone(), to: to.address, shown };
    tx.record(&event, &Actor::System, None).await?;
    Ok(Some(message.id))
}

/// Whether nobody answered yet, neither a person nor this, and what began it is known to be its customer's own.
async fn is_open_question(tx: &mut Tx, now: &Conversation) -> Answer<bool> {
    if now.clocks.first_replied_at.is_some() || now.state.group() == Group::Closed {
        return Ok(false);
    }
    let messages = store::thread(tx, &now.id, MESSAGES_MOST).await?;
    let said = |one: &Message| {
        one.kind == MessageKind::Reply
            || one.kind == MessageKind::Receipt && one.automatic.as_deref() == Some(BY_ARTICLES)
    };
    let proved = |one: &Message| one.proof.as_ref().is_some_and(|proof| proof.verdict == Verdict::Proved);
    let first = messages.iter().find(|one| one.kind == MessageKind::Inbound);
    Ok(!messages.iter().any(said) && first.is_some_and(|one| one.automatic.is_none() && proved(one)))
}

/// Whether its customer is to hear from a machine: not while care is taken of them, not when they are blocked, and not
/// when they want to be reached otherwise than by mail.
async fn is_welcome(tx: &mut Tx, now: &Conversation) -> Answer<bool> {
    let at = tx.now();
    let may = people::care::verdict(tx, &now.person, Sending::Planned, at).await?;
    if may != MaySend::Send || people::file::is_blocked(tx, &now.person).await? {
        return Ok(false);
    }
    let channel = people::file::preferences(tx, &Scope::All, &now.person).await?.channel;
    Ok(channel.is_none_or(|channel| channel == Channel::Mail))
}
