//! Writing to a customer first: a conversation whose first message is ours.

use base::Actor;
use people::DepartmentId;
use people::person::clean_line;
use platform::Platform;

use super::answering::NewFile;
use super::closing::watch_quiet;
use super::posting::{self, Written, our_message, post, prepared, staff_id};
use super::{Answer, acting, snippet};
use crate::events::ConversationEvent;
use crate::ids::{ConversationId, MessageId};
use crate::model::{Also, Clocks, Conversation, MessageKind, Recipients, State};
use crate::rules::states::{self, AfterReply, Refusal};
use crate::rules::{departments, filling, recipients};
use crate::store::{self, Before, Did};

pub(super) use crate::rules::subjects::SUBJECT_MAX;

/// A conversation about to begin.
#[derive(Clone, Debug, Default)]
pub struct NewConversation {
    /// To whom; the first one is the customer.
    pub recipients: Recipients,
    /// What it is about.
    pub subject: String,
    /// The text.
    pub body: String,
    /// Files that go with it.
    pub files: Vec<NewFile>,
    /// By which mailbox of the channel it leaves; none is the usual one.
    pub mailbox: Option<String>,
    /// The department that it belongs to, as far as its writer reaches it.
    pub department: Option<DepartmentId>,
    /// What macros add to it.
    pub also: Also,
}

/// Writes to a customer first. Nothing is owed; the customer has the word.
///
/// # Errors
/// [`Refusal::NoSubject`], [`Refusal::Empty`], [`Refusal::TooLong`], [`Refusal::FilesTooLarge`], those of
/// [`recipients::checked`]; those of [`super::act`] when macros do something with it.
pub async fn begin(p: &Platform, actor: &Actor, new: NewConversation) -> Answer<(ConversationId, MessageId)> {
    let scope = base::allowed(actor, base::Action::WorkConversations)?;
    let staff = staff_id(actor)?;
    let to = recipients::checked(new.recipients)?;
    let customer = to.to.first().cloned().ok_or(Refusal::NoRecipient)?;
    let subject = clean_line(&new.subject, SUBJECT_MAX);
    if subject.is_empty() {
        return Err(Refusal::NoSubject.into());
    }
    let body = states::text(&new.body)?;
    let files = prepared(p, new.files).await?;
    let mut tx = p.begin().await?;
    let (person, _) = people::person::resolve(&mut tx, &customer.address, &customer.name, None).await?;
    let known = people::person::find(&mut tx, &base::Scope::All, &person).await?.and_then(|person| person.language);
    let language = words::language::detect_known(&body, known);
    let now = tx.now();
    let number = store::next_number(&mut tx).await?;
    let body = if new.also.macros.is_empty() { body } else { filling::fill_number(&body, number) };
    let conversation = Conversation {
        id: ConversationId::next(&p.ids, now),
        number,
        subject,
        person: person.clone(),
        state: State::Open,
        label: None,
        assignee: Some(staff.clone()),
        language,
        created_at: now,
        touched_at: now,
        clocks: Clocks::default(),
        snippet: snippet(&body),
        unread: false,
        customer_spoke_last: false,
        close_reason: None,
        linked_from: None,
        department: departments::begins_in(&scope, new.department),
        snoozed: None,
        deleted: None,
        goes_by: None,
    };
    store::insert(&mut tx, &conversation).await?;
    let id = conversation.id.clone();
    if let Some(mailbox) = &new.mailbox {
        store::came_by(&mut tx, &id, mailbox).await?;
    }
    let written = Written { kind: MessageKind::Reply, body, to, about: None, side: None, language };
    let message = our_message(p, &mut tx, &id, &staff, written).await?;
    let rows = acting::files(&mut tx, &staff, &conversation, &new.also).await?;
    posting::kept_rows(p, &mut tx, &message, &files, rows).await?;
    post(&mut tx, &message.id, &conversation, true).await?;
    posting::takes_part(&mut tx, &conversation, &message).await?;
    // They have heard from a person: what they write next is no first enquiry.
    let mut after = conversation.clone();
    after.clocks = after.clocks.replied(now);
    let (then, outcome, also) = acting::with_reply(AfterReply::Wait, new.also.clone(), false);
    after.state = then.state();
    if then == AfterReply::Solve {
        super::fields::complete(&mut tx, actor, &id, after.state).await?;
        super::ending::may_end(&mut tx, actor, &conversation, outcome, (None, true)).await?;
    }
    store::save(&mut tx, &conversation, &after).await?;
    super::service::look_again(&mut tx, &id).await?;
    if then == AfterReply::Solve {
        watch_quiet(&mut tx, &after).await?;
        super::ending::end(&mut tx, actor, &after, outcome).await?;
    }
    let (number, by) = (conversation.number, message.from.name.clone());
    tx.record(&ConversationEvent::Begun { conversation: id.clone(), number, person, by }, actor, None).await?;
    if !also.is_empty() {
        let mut stood = Before::of(&conversation);
        let did = acting::act(&mut tx, actor, &after, also).await?;
        stood.did = Some(Did { also: new.also, ..did });
        store::set_before(&mut tx, &message.id, &stood).await?;
    }
    tx.commit().await?;
    Ok((id, message.id))
}
