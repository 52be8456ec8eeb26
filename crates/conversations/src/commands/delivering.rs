//! Replies on their way out: what a channel takes, and what it reports back.

use base::{Action, Actor, Scope, allowed};
use people::care::{MaySend, Sending};
use platform::jobs::{self, Job, NewJob};
use platform::{Context, Fault, Platform, Result, Tx};

use super::by_articles::BY_ARTICLES;
use super::{Answer, CommandError, SEND_JOB, SEND_LANE, service, standing_in};
use crate::events::ConversationEvent;
use crate::ids::MessageId;
use crate::model::{Conversation, DeliveryState, Group, Mailbox, Message, MessageKind, State, WokenBy};
use crate::rules::states::Refusal;
use crate::rules::{receipts, requests, sides};
use crate::{naming, settings, store};

/// A reply as a channel needs it. The same every time it is asked for.
#[derive(Clone, Debug)]
pub struct Outbound {
    /// The message.
    pub message: Message,
    /// Its Message-ID, without brackets.
    pub mail_id: String,
    /// What the conversation was about at the first attempt, with its number if the business wanted it there.
    pub subject: String,
    /// Tag for the signed reply address: see [`naming::reply_tag`].
    pub reply_tag: String,
    /// Message-IDs of the thread, oldest first, without this one.
    pub references: Vec<String>,
    /// The business, as customers see it.
    pub business: settings::Business,
    /// By which mailbox of the channel the conversation came.
    pub mailbox: Option<String>,
    /// Files that go with it.
    pub files: Vec<OutboundFile>,
    /// Whether the conversation begins with it: then it answers nothing.
    pub begins: bool,
    /// What it passes on, if it does.
    pub passed_on: Option<PassedOn>,
    /// Where the customer finds all of it, when nobody else gets this mail.
    pub page: Option<String>,
    /// Whether it asks them if it was what they wanted.
    pub asks: bool,
}

/// A file that goes with a reply.
#[derive(Clone, Debug)]
pub struct OutboundFile {
    /// Its name.
    pub name: String,
    /// Its declared type.
    pub content_type: String,
    /// Its blob.
    pub blob: String,
    /// Path of the part within that blob, when it is a whole mail.
    pub part: Option<String>,
    /// What it shows, for a picture that stands below the text.
    pub alt: Option<String>,
}

/// The message that is passed on.
#[derive(Clone, Debug)]
pub struct PassedOn {
    /// Who wrote it.
    pub from: Mailbox,
    /// To whom.
    pub to: Vec<Mailbox>,
    /// When.
    pub at: base::Instant,
    /// Its text.
    pub text: String,
}

/// What became of an attempt.
#[derive(Clone, Debug)]
pub enum Report {
    /// The customer's server took it, in its words.
    Sent(String),
    /// Not now; another attempt follows.
    Later(String),
    /// Never: people must look.
    Failed(String),
}

/// Takes a reply in hand. `None` when there is nothing to send any more (undone, or sent already and
/// only the job was not finished); the job is finished then.
///
/// # Errors
/// When the database cannot be used.
pub async fn begin_delivery(p: &Platform, job: &Job) -> Result<Option<Outbound>> {
    let id: MessageId = job.payload.parse().context("the job names no message")?;
    let mut tx = p.begin().await?;
    let Some((mut delivery, stood)) = store::delivery(&mut tx, &id).await? else {
        jobs::finish(&mut tx, job).await?;
        tx.commit().await?;
        return Ok(None);
    };
    use DeliveryState::{Bounced, Held, Scheduled, Sent, Undone};
    if matches!(delivery.state, Undone | Sent | Bounced | Scheduled | Held) {
        jobs::finish(&mut tx, job).await?;
        tx.commit().await?;
        return Ok(None);
    }
    if is_stale(&mut tx, &id).await? {
        // Nobody is told by when to expect what has come, or what is over.
        delivery.state = Undone;
        delivery.at = tx.now();
        delivery.subject = None;
        store::set_delivery(&mut tx, &id, &delivery).await?;
        jobs::finish(&mut tx, job).await?;
        tx.commit().await?;
        return Ok(None);
    }
    super::toning::gone(&mut tx, &id, stood).await?;
    delivery.state = DeliveryState::Sending;
    delivery.attempts += 1;
    delivery.at = tx.now();
    let mut outbound = outbound(p, &mut tx, &id).await?;
    // Invariant: one Message-ID, one mail. It may have left before, and its answer been lost.
    let called = delivery.subject.get_or_insert_with(|| outbound.subject.clone()).clone();
    outbound.subject = called;
    store::set_delivery(&mut tx, &id, &delivery).await?;
    let words = delivery.words.clone();
    changed(&mut tx, &outbound.message, DeliveryState::Sending, words, &job.id).await?;
    tx.commit().await?;
    Ok(Some(outbound))
}

/// Whether it is a receipt that says what is not true any more.
async fn is_stale(tx: &mut Tx, id: &MessageId) -> Result<bool> {
    let message = store::find_message(tx, &Scope::All, id).await?;
    // What a rule wrote promises no time.
    let by_articles = |message: &Message| message.automatic.as_deref() == Some(BY_ARTICLES);
    let receipt = |message: &Message| {
        message.kind == MessageKind::Receipt && (message.automatic.is_none() || by_articles(message))
    };
    let Some(message) = message.filter(receipt) else { return Ok(false) };
    let conversation = store::find(tx, &Scope::All, &message.conversation).await?;
    let over = conversation.is_none_or(|it| it.clocks.first_replied_at.is_some() || it.state.group() == Group::Closed);
    // Articles are no answer any more once a person gave one; they promise no time either.
    if by_articles(&message) {
        return Ok(over);
    }
    Ok(receipts::is_stale(over, &store::trace(tx, id).await?, tx.now()))
}

async fn outbound(p: &Platform, tx: &mut Tx, id: &MessageId) -> Result<Outbound> {
    let message = store::find_message(tx, &Scope::All, id).await?.context("a delivery without its message")?;
    let conversation = store::find(tx, &Scope::All, &message.conversation).await?;
    let conversation = conversation.context("a message without its conversation")?;
    let business = settings::business(tx).await?;
    let side = match &message.side {
        Some(id) => Some(store::find_side(tx, &Scope::All, id).await?.context("a message without its side thread")?),
        None => None,
    };
    // A number in the subject is for the customer alone.
    let subject = match &side {
        Some(side) => side.title.clone(),
        None => settings::manners(tx).await?.subject_tag.put(&conversation.subject, conversation.number),
    };
    let mail_id = store::mail_id_of(tx, id).await?.context("a reply without its Message-ID")?;
    // To whom a message is passed on, the customer's mails are unknown.
    let references = match message.kind {
        MessageKind::Forward => Vec::new(),
        MessageKind::SideOut => store::side_references_before(tx, &message).await?,
        _ => store::references_before(tx, &message).await?,
    };
    let begins = match &side {
        Some(_) => store::side_begins(tx, &message).await?,
        None => store::begins(tx, &message).await?,
    };
    let passed_on = match &message.about {
        Some(about) => store::find_message(tx, &Scope::All, about).await?,
        None => None,
    };
    let mailbox = store::mailbox_of(tx, &message.conversation).await?;
    let files = store::files_of(tx, id).await?;
    let file = |(a, blob, part): (crate::Attachment, _, _)| OutboundFile {
        name: a.name,
        content_type: a.content_type,
        blob,
        part,
        alt: a.alt,
    };
    let page = page(p, tx, &conversation, &message).await?;
    let asks = page.is_some() && store::delivery(tx, id).await?.is_some_and(|(_, stood)| stood.asks);
    let asks = asks && may_ask(tx, &conversation).await?;
    Ok(Outbound {
        page,
        asks,
        mail_id,
        subject,
        reply_tag: match &side {
            Some(side) => naming::side_tag(p, side.number, &side.id),
            None => naming::reply_tag(p, conversation.number, &conversation.person),
        },
        references,
        business,
        files: files.into_iter().map(file).collect(),
        begins,
        passed_on: passed_on.map(|it| passed(p, it)),
        mailbox,
        message,
    })
}

/// Whether its customer is asked anything at all. Judged as the mail goes: care that somebody began to take after the
/// reply was written counts.
async fn may_ask(tx: &mut Tx, conversation: &Conversation) -> Result<bool> {
    let now = tx.now();
    let may = people::care::verdict(tx, &conversation.person, Sending::Question, now).await?;
    Ok(!matches!(may, MaySend::HoldBack(_)))
}

/// What is passed on, without the customer's own way in that their mail may quote.
fn passed(p: &Platform, it: Message) -> PassedOn {
    PassedOn { from: it.from, to: it.to, at: it.at, text: naming::without_request_links(p, &it.body) }
}

/// The customer's page, for mails that go to them and nobody else.
async fn page(p: &Platform, tx: &mut Tx, conversation: &Conversation, message: &Message) -> Result<Option<String>> {
    let addresses = people::person::addresses(tx, &Scope::All, &conversation.person).await?;
    let addresses: Vec<String> = addresses.into_iter().map(|address| address.address).collect();
    if !settings::requests(tx).await?.links || !requests::bears_link(message, &addresses) {
        return Ok(None);
    }
    Ok(Some(crate::queries::request_link(p, tx, conversation).await?))
}

pub(super) async fn changed(
    tx: &mut Tx,
    message: &Message,
    state: DeliveryState,
    words: String,
    cause: &str,
) -> Result<()> {
    let (conversation, message) = (message.conversation.clone(), message.id.clone());
    let event = ConversationEvent::DeliveryChanged { conversation, message, state, words };
    tx.record(&event, &Actor::System, Some(cause)).await
}

/// Writes down what became of an attempt. Finishes the job unless another attempt follows.
///
/// # Errors
/// When the database cannot be used or the job is another worker's by now.
pub async fn report_delivery(p: &Platform, job: &Job, report: Report) -> Result<()> {
    let id: MessageId = job.payload.parse().context("the job names no message")?;
    let mut tx = p.begin().await?;
    let message = store::find_message(&mut tx, &Scope::All, &id).await?.context("no such message")?;
    let (mut delivery, before) = store::delivery(&mut tx, &id).await?.context("no such delivery")?;
    let (state, words) = match report {
        Report::Sent(words) => (DeliveryState::Sent, words),
        Report::Later(words) => (DeliveryState::Waiting, words),
        Report::Failed(words) => (DeliveryState::Failed, words),
    };
    delivery.state = state;
    delivery.words = people::person::clean_line(&words, 1000);
    delivery.at = tx.now();
    if state == DeliveryState::Sent {
        delivery.subject = None;
    }
    store::set_delivery(&mut tx, &id, &delivery).await?;
    changed(&mut tx, &message, state, delivery.words.clone(), &job.id).await?;
    if state == DeliveryState::Failed {
        give_back(&mut tx, &message, &before).await?;
    }
    if state == DeliveryState::Sent {
        for to in message.to.iter().chain(&message.cc).chain(&message.bcc) {
            people::person::clear_failing(&mut tx, &to.address).await?;
        }
    }
    if state != DeliveryState::Waiting {
        jobs::finish(&mut tx, job).await?;
    }
    tx.commit().await
}

/// A reply that never arrived was no reply: the conversation is ours again, its clocks as before. What
/// was passed on in vain is only to be seen.
pub(super) async fn give_back(tx: &mut Tx, message: &Message, stood: &store::Before) -> Result<()> {
    let Some(before) = store::find_for_update(tx, &Scope::All, &message.conversation).await? else { return Ok(()) };
    let mut after = before.clone();
    after.unread = true;
    if message.kind == MessageKind::Reply {
        after.state = State::Open;
        after.snoozed = None;
        after.customer_spoke_last |= stood.customer_spoke_last;
    }
    if message.kind == MessageKind::SideOut {
        // Nobody answers what never arrived.
        after.state = sides::after_answer(before.state, true, true);
        if after.state != before.state {
            after.label = None;
            after.snoozed = None;
            after.clocks = after.clocks.resumed(&service::targets_of(tx, &before).await?, tx.now());
        }
    }
    if message.kind == MessageKind::Reply && before.clocks.reply_due().is_none() {
        after.bring_clocks_back(stood.clocks());
    }
    let given = standing_in::while_full(tx, &before, &mut after).await?;
    store::save(tx, &before, &after).await?;
    if after.snoozed.is_none() {
        super::snoozing::woken(tx, &Actor::System, &before, WokenBy::Message, None).await?;
    }
    if let Some(given) = given {
        tx.record(&given, &Actor::System, None).await?;
    }
    if message.kind == MessageKind::SideOut && before.state != after.state {
        let (conversation, from, to) = (after.id.clone(), before.state, after.state);
        let event = ConversationEvent::StateChanged { conversation, from, to, reason: String::new() };
        tx.record(&event, &Actor::System, None).await?;
    }
    super::clocks::watch(tx, &after).await
}

/// Sends a failed reply again.
///
/// # Errors
/// [`Refusal::NotFailed`].
pub async fn retry_delivery(p: &Platform, actor: &Actor, message: &MessageId) -> Answer<()> {
    let scope = allowed(actor, Action::WorkConversations)?;
    let mut tx = p.begin().await?;
    let found = store::find_message(&mut tx, &scope, message).await?.ok_or(CommandError::NotFound)?;
    let (mut delivery, _) = store::delivery(&mut tx, message).await?.ok_or(CommandError::NotFound)?;
    if delivery.state != DeliveryState::Failed {
        return Err(Refusal::NotFailed.into());
    }
    delivery.state = DeliveryState::Waiting;
    delivery.at = tx.now();
    store::set_delivery(&mut tx, message, &delivery).await?;
    tx.enqueue(NewJob::new(SEND_LANE, SEND_JOB).payload(message.as_str()).attempts_max(30)).await?;
    let words = delivery.words;
    let conversation = found.conversation;
    let state = DeliveryState::Waiting;
    let event = ConversationEvent::DeliveryChanged { conversation, message: message.clone(), state, words };
    tx.record(&event, actor, None).await?;
    Ok(tx.commit().await?)
}

/// A job that names nothing is our own bug; it goes to the dead letters.
impl From<CommandError> for Fault {
    fn from(error: CommandError) -> Self {
        match error {
            CommandError::Fault(fault) => fault,
            other => Self::because("a command said no", other),
        }
    }
}
