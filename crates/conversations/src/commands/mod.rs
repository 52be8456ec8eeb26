//! What can be done with conversations: load in scope, decide by [`crate::rules`], write rows, events
//! and jobs in one transaction.

mod acting;
mod answering;
mod aside;
mod beginning;
mod bouncing;
mod by_articles;
mod by_customer;
mod by_rule;
mod candidates;
mod checklists;
mod clocks;
mod closing;
mod coming_along;
mod contacting;
mod customers;
mod deleting;
mod delivering;
mod drafting;
mod ending;
mod feeding;
mod fields;
mod following;
mod forwarding;
mod inbound;
mod later;
mod liking;
mod linking;
mod macros;
mod merging;
mod moving_in;
pub mod needs;
mod noting;
mod owning;
mod participants;
mod picturing;
mod posting;
mod praising;
mod problems;
mod promising;
mod receipting;
mod receiving;
mod recurring;
mod redacting;
mod renaming;
mod rota;
mod said_beside;
pub(crate) mod service;
mod several;
mod sharing;
mod sides;
mod snoozing;
mod spending;
mod standing_in;
mod stepping;
mod tagging;
mod toning;
mod turning;
mod views;
mod writer;

use base::{Action, Actor, Forbidden, Scope, allowed};
use platform::{Fault, Tx};

use crate::ids::ConversationId;
use crate::model::Conversation;
use crate::rules::states::Refusal;
use crate::store;

pub use acting::act_on as act;
pub use answering::{NewFile, NewReply, note, note_and, reply};
pub use beginning::{NewConversation, begin};
pub use bouncing::{Bounced, BouncedFor};
pub use by_articles::{ARTICLES_JOB, BY_ARTICLES, FromArticles, answer_from_articles};
pub use by_customer::{OPINION_MAX, customer, prove_sender, say_opinion, settle, take_up, withdraw_link};
pub use by_rule::{ByRule, RuleDone, act_by_rule, stopped_by_guard};
pub use checklists::{add_items, change_item};
pub use clocks::{breach, close_quiet};
pub use closing::{close, close_anyway, reopen, set_state};
pub use contacting::{NewContact, begin_contact, log_contact};
pub use customers::{merge_customers, undo_merge_customers};
pub use deleting::{DELETED_DAYS, delete, erase_deleted, keep_deleted, purge_deleted, restore};
pub use delivering::{Outbound, OutboundFile, PassedOn, Report, begin_delivery, report_delivery, retry_delivery};
pub use drafting::save_draft;
pub use ending::{Closing, close_with, customer_content, mark_complaint, set_outcomes, state_outcome};
pub use feeding::set_promise_feed;
pub use fields::set_fields;
pub use following::follow;
pub use forwarding::{NewForward, forward};
pub use inbound::{ForReceipt, Inbound, InboundFile};
pub use later::{cancel, edit, release, send_now, undo_send};
pub use liking::{put_in_reply, use_like};
pub use linking::{link, unlink};
pub use macros::{
    Filled, First, NewMacro, NewPicture, apply_macro, change_macro, copy_macro, filled, filled_first, make_macro,
    move_macro, reader, remove_macro, restore_macro,
};
pub use merging::{leave_apart, merge, undo_merge};
pub use moving_in::take_in;
pub use needs::{
    Meeting, NewNeed, Whom, change_need, decline_need, meet, meet_need, note_need, remove_need, reopen_need,
};
pub use noting::{ByMail, REPLY_LINE, note_by_mail};
pub use owning::{assign, hand_to, read};
pub use participants::{set_participant, split};
pub use picturing::show_pictures;
pub use praising::not_praise;
pub use problems::{
    change_problem, draft_answers, draft_problem_answers, link_problem, make_problem, make_problem_of, move_problem,
    remove_problem, solve_problem, unlink_problem,
};
pub use promising::{
    NewPromise, drop_promise, hand_promise, keep_promise, language_of, make_promise, move_promise, release_promise,
    reopen_promise, track_promise, watch_promise,
};
pub use receipting::{preview, zone_of};
pub use receiving::{Placed, receive};
pub(crate) use recurring::plan_anew;
pub use recurring::{change_recurring, make_recurring, recur, remove_recurring};
pub use redacting::{CutOut, Redaction, edit_note, mask_cards, may_redact, redact};
pub use renaming::{change_side_subject, change_subject, index_anew};
pub use rota::{Member as RotaMember, set_rota, swap_week};
pub use service::{SERVICE_JOB, reclock};
pub use several::{Several, do_with};
pub use sharing::{
    Typed, bring_draft_back, drafts_hint, keep_typed, open_draft, release_draft, save_shared_draft, share_draft,
    share_typed, sweep_drafts, take_draft, throw_draft_away,
};
pub use sides::{SideMessage, begin_side, close_side, save_side_draft, write_side};
pub use snoozing::{snooze, wake, wake_up};
pub use spending::{SPENT_MAX, spend, unspend};
pub use standing_in::come_back;
pub use stepping::{TakenBack, new_step, sweep_steps, undo};
pub use tagging::{change_tag, make_tag, merge_tags, remove_tag, retag, tag, untag};
pub use turning::{give_out, set_lacking, set_turn_need, set_turn_rules, set_turns};
pub use views::{NewView, change_view, make_view, remove_view, restore_view};
pub use writer::{answer_forwarder, answer_writer};

/// The lane of jobs that wait for service clocks and quiet days.
pub const CLOCK_LANE: &str = "clock";
/// The lane of what goes for good, and of other work on many rows: no clock waits for that.
pub const PURGE_LANE: &str = "purge";
/// Job: look whether a clock has run out. Payload: conversation id.
pub const BREACH_JOB: &str = "conversation.breach";
/// Job: close what was solved and has been quiet. Payload: conversation id.
pub const CLOSE_JOB: &str = "conversation.close_quiet";
/// Job: a conversation that was put away is to be seen again. Payload: conversation id.
pub const WAKE_JOB: &str = "conversation.wake";
/// Job: let a deleted conversation go for good. Payload: conversation id.
pub const PURGE_JOB: &str = "conversation.purge";
/// Job: what a conversation of many messages is called now finds all of them. Payload: conversation id.
pub const INDEX_JOB: &str = "conversation.index";
/// Job: forget what colleagues can no longer take back. Payload: colleague id.
pub const STEP_SWEEP_JOB: &str = "step.sweep";
/// Job: shared drafts that were thrown away a day ago go for good. Payload: draft id.
pub const DRAFT_SWEEP_JOB: &str = "draft.sweep";
/// Job: a reply's chosen time has come. Payload: message id.
pub const RELEASE_JOB: &str = "reply.release";
/// Job: something that recurs may begin. Payload: its id.
pub const RECUR_JOB: &str = "conversation.recur";
/// Job: what nobody could take when it came goes to whoever can by now. No payload.
pub const GIVE_JOB: &str = "turn.give";
/// Job: the next moment of a promise has come. Payload: promise id.
pub const PROMISE_JOB: &str = "promise.watch";
/// Job: answers of a solved problem are to be drafted. Payload: problem id, `all` or `waited`, and the
/// conversation to go on behind.
pub const PROBLEM_JOB: &str = "problem.draft";
/// The lane of outgoing messages.
pub const SEND_LANE: &str = "send";
/// Job: send a reply. Payload: message id. Done by channels.
pub const SEND_JOB: &str = "delivery.send";

/// Why a command did not happen.
#[derive(Debug, thiserror::Error)]
pub enum CommandError {
    /// There is no such thing, or not for this actor.
    #[error("not found")]
    NotFound,
    /// The actor may not do this.
    #[error("not allowed")]
    Forbidden,
    /// A person can mend it.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Nobody's mistake at the keyboard.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<Forbidden> for CommandError {
    fn from(_: Forbidden) -> Self {
        Self::Forbidden
    }
}

/// What commands answer.
pub type Answer<T> = Result<T, CommandError>;

/// Loads a conversation for changing it, in the scope of what the actor may work on. What its clocks missed is told before
/// anything can stop them.
async fn load(tx: &mut Tx, actor: &Actor, id: &ConversationId) -> Answer<Conversation> {
    load_to(tx, actor, Action::WorkConversations, id).await
}

/// Loads a conversation for changing it by `action`, in the scope of those that the actor may do it to.
async fn load_to(tx: &mut Tx, actor: &Actor, action: Action, id: &ConversationId) -> Answer<Conversation> {
    let found = load_as_it_stands(tx, actor, action, id).await?;
    Ok(clocks::caught_up(tx, found).await?)
}

/// The same for what stops no clock: what was missed is told by who looks for it.
async fn load_as_it_stands(tx: &mut Tx, actor: &Actor, action: Action, id: &ConversationId) -> Answer<Conversation> {
    let scope: Scope = allowed(actor, action)?;
    store::find_for_update(tx, &scope, id).await?.ok_or(CommandError::NotFound)
}

/// The first line or so of a text, for lists.
fn snippet(text: &str) -> String {
    const MOST: usize = 160;
    let mut short = String::new();
    for word in text.lines().filter(|line| !line.trim_start().starts_with('>')).flat_map(str::split_whitespace) {
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
        if short.chars().count() > MOST {
            return short.chars().take(MOST).chain(std::iter::once('…')).collect();
        }
    }
    short
}

/// The name of the colleague who acts, for the history.
async fn actor_name(tx: &mut Tx, actor: &Actor) -> Result<String, Fault> {
    let Some(id) = actor.staff_id().and_then(|id| id.parse().ok()) else { return Ok(String::new()) };
    let staff = people::staff::find(tx, &Scope::All, &id).await?;
    Ok(staff.map(|staff| staff.name).unwrap_or_default())
}
