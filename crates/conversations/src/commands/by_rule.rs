//! What a rule that people wrote does to a conversation, within the transaction of whoever judged that it should.
//!
//! The rule is who acts, and its name stands in the history; its rights are those of the colleague who answers for it,
//! asked here as for any colleague's own act. What it writes to a customer goes as a receipt does: marked as a machine's,
//! stopping no clock, answering nothing.

use base::{Action, Actor, Scope, allowed};
use jiff::SignedDuration;
use people::StaffId;
use people::care::{MaySend, Sending};
use people::staff::Staff;
use platform::{Fault, Platform, Tx};

use super::posting::{self, message};
use super::{Answer, CommandError, acting, clocks, following, macros};
use crate::events::ConversationEvent;
use crate::ids::{ConversationId, MacroId};
use crate::model::{
    Also, Author, Conversation, MacroKind, Mailbox, Message, MessageKind, RuleAct, RuleDid, TellTo, Unsent, Verdict,
};
use crate::rules::states::{self, Refusal};
use crate::store::{self, Did};
use crate::{naming, settings};

/// Why a machine is taken to have written what a rule writes: see [`Message::automatic`].
pub const BY_RULE: &str = "rule";
/// For so long nothing else goes to a customer by itself.
const QUIET: SignedDuration = SignedDuration::from_hours(24);
/// Messages that are looked through for the customer's newest.
const MESSAGES_MOST: i64 = 100;

/// A rule that acts.
#[derive(Clone, Copy, Debug)]
pub struct ByRule<'a> {
    /// Its id.
    pub rule: &'a str,
    /// What it is called.
    pub name: &'a str,
    /// The colleague who answers for it: it may what they may.
    pub behalf: &'a Staff,
    /// What it does.
    pub acts: &'a [RuleAct],
}

/// What became of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleDone {
    /// Whether anything is otherwise than before.
    pub changed: bool,
    /// Why nothing was written to the customer, though it was to be.
    pub unsent: Option<Unsent>,
}

impl ByRule<'_> {
    fn actor(&self) -> Actor {
        Actor::Rule { id: self.rule.to_owned() }
    }

    async fn tell(&self, tx: &mut Tx, id: &ConversationId, did: RuleDid) -> Answer<()> {
        let (conversation, rule, name) = (id.clone(), self.rule.to_owned(), self.name.to_owned());
        let event = ConversationEvent::ByRule { conversation, rule, name, did };
        Ok(tx.record(&event, &self.actor(), None).await?)
    }
}

/// Does what a rule does: all of it or, when something is refused, nothing. Nothing is committed here.
///
/// # Errors
/// Forbidden when whoever answers for the rule may not work on conversations (any more); not found when they do not see
/// this one; else what stands in the way of the acts themselves.
pub async fn act_by_rule(p: &Platform, tx: &mut Tx, rule: &ByRule<'_>, id: &ConversationId) -> Answer<RuleDone> {
    let scope = allowed(&rule.behalf.actor(), Action::WorkConversations)?;
    if rule.behalf.disabled_at.is_some() {
        return Err(CommandError::Forbidden);
    }
    let id = &store::where_merged(tx, id).await?;
    let before = store::find_for_update(tx, &scope, id).await?.ok_or(CommandError::NotFound)?;
    let before = clocks::caught_up(tx, before).await?;
    let (actor, facts) = (rule.actor(), tx.facts());
    let plain: Vec<_> = rule
        .acts
        .iter()
        .filter_map(|act| match act {
            RuleAct::Macro(act) => Some(act.clone()),
            _ => None,
        })
        .collect();
    acting::each(tx, &actor, id, &plain, rule.name, &mut Did::default()).await?;
    let mut unsent = None;
    for act in rule.acts {
        // It was handed on within this transaction perhaps, out of sight of whoever answers for it.
        let now = store::find_for_update(tx, &Scope::All, id).await?.ok_or(CommandError::NotFound)?;
        match act {
            RuleAct::Macro(_) => {}
            RuleAct::Note(text) => note(p, tx, rule, &now, text).await?,
            RuleAct::Follow(staff) => following::put_by_rule(tx, &actor, &now, staff).await?,
            RuleAct::Tell(to) => tell(tx, rule, &now, to).await?,
            RuleAct::Reply(of) => unsent = reply(p, tx, rule, &now, of).await?,
        }
    }
    let changed = tx.facts() > facts;
    if changed {
        rule.tell(tx, &before.id, RuleDid::Acted).await?;
    }
    Ok(RuleDone { changed, unsent })
}

/// Says in a conversation's history that a rule was stopped there, and with which other one it fought.
///
/// # Errors
/// When the log cannot be written.
pub async fn stopped_by_guard(
    tx: &mut Tx,
    (rule, name): (&str, &str),
    other: &str,
    id: &ConversationId,
) -> Result<(), Fault> {
    let did = RuleDid::Stopped { other: other.to_owned() };
    let event =
        ConversationEvent::ByRule { conversation: id.clone(), rule: rule.to_owned(), name: name.to_owned(), did };
    tx.record(&event, &Actor::System, None).await
}

async fn note(p: &Platform, tx: &mut Tx, rule: &ByRule<'_>, now: &Conversation, text: &str) -> Answer<()> {
    let from = Mailbox { name: rule.name.to_owned(), address: String::new() };
    let body = states::text(text)?;
    let note = Message {
        from,
        automatic: Some(BY_RULE.to_owned()),
        ..message(p, tx, &now.id, Author::System, MessageKind::Note, body)
    };
    store::add_message(tx, &note, None, &[]).await?;
    let (conversation, message, by) = (now.id.clone(), note.id, rule.name.to_owned());
    let event = ConversationEvent::NoteAdded { conversation, message, by };
    Ok(tx.record(&event, &rule.actor(), None).await?)
}

async fn tell(tx: &mut Tx, rule: &ByRule<'_>, now: &Conversation, to: &TellTo) -> Answer<()> {
    let staff: Option<StaffId> = match to {
        TellTo::Owner => now.assignee.clone(),
        TellTo::Colleague(id) => Some(id.clone()),
    };
    let Some(staff) = staff else { return Ok(()) };
    rule.tell(tx, &now.id, RuleDid::Told { staff: vec![staff] }).await
}

/// Writes to the customer, unless that would be one machine talking to another, or too much. Answers why it did not.
async fn reply(
    p: &Platform,
    tx: &mut Tx,
    rule: &ByRule<'_>,
    now: &Conversation,
    of: &MacroId,
) -> Answer<Option<Unsent>> {
    if let Some(why) = unsent(tx, now).await? {
        return Ok(Some(why));
    }
    let Some(to) = posting::address_of_customer(tx, now).await? else { return Ok(Some(Unsent::NoAddress)) };
    let said = match macros::filled(tx, &p.i18n, rule.behalf, now, of).await {
        Ok(said) if said.of.kind == MacroKind::Reply && !said.text.trim().is_empty() => said,
        Ok(_) | Err(CommandError::Refused(Refusal::NoSuchMacro)) => return Ok(Some(Unsent::NoText)),
        Err(other) => return Err(other),
    };
    let machine_now = tx.machine_now();
    let address = people::person::fold_address(&to.address);
    if matches!(store::allow(tx, &address, machine_now).await?, store::Allowance::Capped { .. }) {
        return Ok(Some(Unsent::Lately));
    }
    let business = settings::business(tx).await?;
    let message = Message {
        from: Mailbox { name: String::new(), address: business.address.clone() },
        to: vec![to],
        language: said.language,
        automatic: Some(BY_RULE.to_owned()),
        ..message(p, tx, &now.id, Author::System, MessageKind::Receipt, states::text(&said.text)?)
    };
    let mail_id = naming::message_id(p, &message.id, &business);
    store::add_message(tx, &message, Some(&mail_id), &[]).await?;
    let also = Also { files: said.of.files.into_iter().map(|file| file.id).collect(), ..Also::default() };
    let files = acting::files(tx, &rule.behalf.id, now, &also).await?;
    posting::kept_rows(p, tx, &message, &[], files).await?;
    posting::post(tx, &message.id, now, false).await?;
    rule.tell(tx, &now.id, RuleDid::Replied { message: message.id }).await?;
    Ok(None)
}

/// Why nothing may go to the customer by itself, if so.
async fn unsent(tx: &mut Tx, now: &Conversation) -> Answer<Option<Unsent>> {
    let at = tx.now();
    let may = people::care::verdict(tx, &now.person, Sending::Planned, at).await?;
    if matches!(may, MaySend::HoldBack(_)) {
        return Ok(Some(Unsent::Care));
    }
    let messages = store::thread(tx, &now.id, MESSAGES_MOST).await?;
    let newest = messages.iter().rev().find(|message| message.kind == MessageKind::Inbound);
    if newest.is_some_and(|message| message.automatic.is_some()) {
        return Ok(Some(Unsent::Machine));
    }
    // Who got an answer of a person has been let in by one.
    let proved = newest.is_none_or(|message| message.proof.as_ref().is_some_and(|it| it.verdict == Verdict::Proved));
    let answered = messages.iter().any(|message| message.kind == MessageKind::Reply);
    if !proved && !answered {
        return Ok(Some(Unsent::Unproved));
    }
    let since = tx.now().saturating_sub(QUIET).unwrap_or(base::Instant::MIN);
    let lately = store::wrote_by_itself_since(tx, &now.person, since).await?;
    Ok(lately.then_some(Unsent::Lately))
}
