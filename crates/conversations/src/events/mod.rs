//! What can happen to a conversation. One enum, each case a fact in the past tense.

mod erasing;
mod kinds;
mod macros;
mod problems;
mod recurring;
mod sentences;
mod tags;
mod told;
mod turns;
mod views;

use jiff::civil::Date;
use people::{DepartmentId, PersonId, StaffId};
use serde::{Deserialize, Serialize};

use crate::ids::{
    ConversationId, DraftId, MacroId, MessageId, NeedId, OpinionId, ProblemId, PromiseId, RecurringId, ServicePolicyId,
    SideId,
};
use crate::model::{
    ComplaintChange, ContactWay, Direction, DraftEnd, GivenBecause, HeldBecause, LinkKind, Missing, NeedChange,
    OldSaid, Outcome, PromiseChange, RuleDid, Said, ShownArticle, State, StepKind, WokenBy,
};

pub use crate::model::ClockKind;
pub use macros::MacroEvent;
pub use problems::ProblemEvent;
pub use recurring::RecurringEvent;
pub use tags::TagEvent;
pub use views::ViewEvent;

/// A fact about one conversation. Names of people are copied in: the history must stay readable when
/// they change or leave.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ConversationEvent {
    /// It began.
    Opened {
        /// Which.
        conversation: ConversationId,
        /// Its number.
        number: i64,
        /// The customer.
        person: PersonId,
        /// How it came: `email`.
        channel: String,
        /// The closed one it goes on from.
        linked_from: Option<ConversationId>,
    },
    /// Something came in.
    MessageReceived {
        /// Where.
        conversation: ConversationId,
        /// What.
        message: MessageId,
        /// From whom, as shown.
        from: String,
        /// Start of the text.
        snippet: String,
        /// Whether a machine wrote it.
        automatic: bool,
    },
    /// A colleague wrote to the customer.
    ReplySent {
        /// Where.
        conversation: ConversationId,
        /// What.
        message: MessageId,
        /// Who, as shown.
        by: String,
        /// Start of the text.
        snippet: String,
    },
    /// A reply was taken back before it went.
    ReplyUndone {
        /// Where.
        conversation: ConversationId,
        /// What.
        message: MessageId,
    },
    /// A colleague wrote first: it began with us.
    Begun {
        /// Which.
        conversation: ConversationId,
        /// Its number.
        number: i64,
        /// The customer.
        person: PersonId,
        /// Who, as shown.
        by: String,
    },
    /// It began by itself, since it recurs.
    Recurred {
        /// Which.
        conversation: ConversationId,
        /// Its number.
        number: i64,
        /// The customer; the business itself where it has none.
        person: PersonId,
        /// What recurs.
        recurring: RecurringId,
    },
    /// A colleague passed a message on to somebody else.
    Forwarded {
        /// Where.
        conversation: ConversationId,
        /// The mail that carries it.
        message: MessageId,
        /// Who, as shown.
        by: String,
        /// To whom, as shown.
        to: String,
    },
    /// A reply waits for a time that somebody chose.
    ReplyScheduled {
        /// Where.
        conversation: ConversationId,
        /// What.
        message: MessageId,
        /// Who, as shown.
        by: String,
        /// When it goes, business time.
        due: base::Instant,
    },
    /// A reply did not go at its time, since something came between.
    ReplyHeld {
        /// Where.
        conversation: ConversationId,
        /// What.
        message: MessageId,
        /// Why.
        why: HeldBecause,
    },
    /// A reply that waited for its time will not go.
    ReplyCancelled {
        /// Where.
        conversation: ConversationId,
        /// What.
        message: MessageId,
        /// Who, as shown.
        by: String,
    },
    /// A reply is on its way, arrived, or failed.
    DeliveryChanged {
        /// Where.
        conversation: ConversationId,
        /// What.
        message: MessageId,
        /// Now: see [`crate::DeliveryState`].
        state: crate::DeliveryState,
        /// The other server's words.
        words: String,
    },
    /// Whoever began it was told by itself that it has come, and by when to expect a person.
    ReceiptSent {
        /// Where.
        conversation: ConversationId,
        /// The mail that says so.
        message: MessageId,
        /// To whom.
        to: String,
        /// By when they can expect to hear from a person, business time.
        until: base::Instant,
    },
    /// Articles that surely answer it were sent to whoever began it, by itself. No person answered by that.
    AnsweredFromArticles {
        /// Where.
        conversation: ConversationId,
        /// The mail that shows them.
        message: MessageId,
        /// To whom.
        to: String,
        /// What it showed.
        shown: Vec<ShownArticle>,
    },
    /// Somebody gets no more receipts for a while, since so many went to them.
    ReceiptsCapped {
        /// Where it was noticed.
        conversation: ConversationId,
        /// Who.
        who: String,
    },
    /// A colleague wrote for colleagues.
    NoteAdded {
        /// Where.
        conversation: ConversationId,
        /// What.
        message: MessageId,
        /// Who, as shown.
        by: String,
    },
    /// It got, changed or lost its owner.
    Assigned {
        /// Which.
        conversation: ConversationId,
        /// To whom; `None` = to nobody.
        to: Option<StaffId>,
        /// Their name, as shown.
        name: String,
        /// Why, where no colleague decided it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        why: Option<GivenBecause>,
    },
    /// It belongs to another department, or to none.
    HandedTo {
        /// Which.
        conversation: ConversationId,
        /// To which; `None` = to none.
        to: Option<DepartmentId>,
        /// Its name, as shown.
        name: String,
    },
    /// Somebody else is its customer: the writer of a forwarded mail, or again who forwarded it.
    CustomerChanged {
        /// Which.
        conversation: ConversationId,
        /// From whom.
        from: PersonId,
        /// To whom.
        to: PersonId,
        /// Their name, as shown.
        name: String,
    },
    /// It moved to another state.
    StateChanged {
        /// Which.
        conversation: ConversationId,
        /// From.
        from: State,
        /// To.
        to: State,
        /// The stated reason, or empty.
        reason: String,
    },
    /// A clock ran out.
    ClockBreached {
        /// Where.
        conversation: ConversationId,
        /// Which clock.
        clock: ClockKind,
    },
    /// A colleague asked for the pictures of a mail that lie on other computers.
    PicturesShown {
        /// Where.
        conversation: ConversationId,
        /// Of which message.
        message: MessageId,
    },
    /// Somebody beside the customer takes part, would like to, or does no more.
    ParticipantChanged {
        /// Where.
        conversation: ConversationId,
        /// Who, as shown.
        who: String,
        /// How they stand now.
        state: crate::ParticipantState,
    },
    /// A message became a conversation of its own.
    Split {
        /// Where it was.
        conversation: ConversationId,
        /// What.
        message: MessageId,
        /// The number of its own conversation.
        number: i64,
    },
    /// It became part of another.
    MergedInto {
        /// Which.
        conversation: ConversationId,
        /// The other.
        into: ConversationId,
        /// Its number.
        number: i64,
    },
    /// Another became part of it.
    TookIn {
        /// Which.
        conversation: ConversationId,
        /// The other.
        from: ConversationId,
        /// Its number.
        number: i64,
    },
    /// Replies that wait for their time and drafts came along with another that became part of it.
    CameAlong {
        /// Where they are now.
        conversation: ConversationId,
        /// The number of the one that they were in.
        number: i64,
        /// How many replies.
        replies: usize,
        /// How many drafts.
        drafts: usize,
    },
    /// A merge was undone; told of both.
    TakenApart {
        /// Which.
        conversation: ConversationId,
        /// The other's number.
        number: i64,
    },
    /// A message links it with another.
    MergeOffered {
        /// Which.
        conversation: ConversationId,
        /// The other's number.
        number: i64,
    },
    /// Colleagues put words on it, by which it is found again.
    Tagged {
        /// Which.
        conversation: ConversationId,
        /// The words.
        tags: Vec<String>,
    },
    /// Colleagues took words off it.
    Untagged {
        /// Which.
        conversation: ConversationId,
        /// The words.
        tags: Vec<String>,
    },
    /// Colleagues put it away for a while.
    Snoozed {
        /// Which.
        conversation: ConversationId,
        /// Until when, business time; without, until somebody writes.
        until: Option<base::Instant>,
    },
    /// It is to be seen again.
    Woken {
        /// Which.
        conversation: ConversationId,
        /// By what.
        by: WokenBy,
    },
    /// It was linked with another, or is not any more; told of both.
    Linked {
        /// Which.
        conversation: ConversationId,
        /// The other's number.
        number: i64,
        /// What the other is to it; nothing any more without.
        kind: Option<LinkKind>,
    },
    /// A colleague follows it, or does not any more.
    Followed {
        /// Which.
        conversation: ConversationId,
        /// Who, as shown.
        by: String,
        /// Whether they do.
        follows: bool,
    },
    /// Its sender, who had only typed an address on a page, came back by a link that was mailed to it.
    SenderProved {
        /// Where.
        conversation: ConversationId,
    },
    /// A note names colleagues.
    Mentioned {
        /// Where.
        conversation: ConversationId,
        /// Whom.
        staff: Vec<StaffId>,
    },
    /// A colleague used a macro in it.
    MacroApplied {
        /// Where.
        conversation: ConversationId,
        /// Which.
        #[serde(rename = "macro")]
        id: MacroId,
        /// Its name, as shown.
        name: String,
    },
    /// Something else stands in a field of the business's own.
    FieldChanged {
        /// Which.
        conversation: ConversationId,
        /// What, before and now.
        #[serde(flatten)]
        change: people::field::Changed,
    },
    /// The link that the customer had to it opens nothing any more.
    LinkWithdrawn {
        /// Which.
        conversation: ConversationId,
        /// Who, as shown.
        by: String,
    },
    /// Colleagues put down what is to be done.
    ItemsAdded {
        /// Where.
        conversation: ConversationId,
        /// What.
        items: Vec<String>,
    },
    /// What was to be done was ticked off, taken back, moved or taken off.
    ItemChanged {
        /// Where.
        conversation: ConversationId,
        /// See [`crate::ItemChange::code`].
        change: String,
        /// What was to be done.
        item: String,
    },
    /// A colleague wrote down how much time they spent, or took that back.
    TimeSpent {
        /// On which.
        conversation: ConversationId,
        /// Who, as shown.
        by: String,
        /// How much; below nothing when it is taken back.
        minutes: i64,
    },
    /// A colleague wrote down a call or a visit.
    ContactLogged {
        /// Where.
        conversation: ConversationId,
        /// What.
        message: MessageId,
        /// Who, as shown.
        by: String,
        /// How they talked.
        way: ContactWay,
        /// Who went to whom.
        direction: Direction,
        /// Whether the two talked.
        spoke: bool,
        /// When.
        at: base::Instant,
        /// Whether it answers what the customer wrote.
        answers: bool,
    },
    /// A colleague changed a note of their own.
    NoteEdited {
        /// Where.
        conversation: ConversationId,
        /// Which.
        message: MessageId,
        /// Who, as shown.
        by: String,
    },
    /// A colleague took words or files out of a message.
    Redacted {
        /// Where.
        conversation: ConversationId,
        /// Which.
        message: MessageId,
        /// Who, as shown.
        by: String,
        /// Why.
        why: String,
    },
    /// A colleague left of each card number in it the last four digits.
    CardsMasked {
        /// Where.
        conversation: ConversationId,
        /// Who, as shown.
        by: String,
    },
    /// Its owner has seen the newest message.
    Read {
        /// Which.
        conversation: ConversationId,
    },
    /// A colleague deleted it; it can be put back until it goes for good.
    Deleted {
        /// Which.
        conversation: ConversationId,
        /// Its number.
        number: i64,
        /// Who, as shown.
        by: String,
    },
    /// A colleague put back what was deleted.
    Restored {
        /// Which.
        conversation: ConversationId,
        /// Its number.
        number: i64,
        /// Who, as shown.
        by: String,
    },
    /// What was deleted is gone for good: by its time, or by a colleague.
    Erased {
        /// Which.
        conversation: ConversationId,
        /// Its number.
        number: i64,
        /// Who, as shown; empty when its time had come.
        by: String,
    },
    /// A colleague began to write with others about it, without its customer.
    SideBegun {
        /// About which.
        conversation: ConversationId,
        /// The side thread.
        side: SideId,
        /// The mail that begins it.
        message: MessageId,
        /// Who, as shown.
        by: String,
        /// To whom, as shown.
        to: String,
    },
    /// A colleague wrote on in a side thread.
    SideWritten {
        /// About which.
        conversation: ConversationId,
        /// The side thread.
        side: SideId,
        /// What.
        message: MessageId,
        /// Who, as shown.
        by: String,
        /// To whom, as shown.
        to: String,
    },
    /// Somebody answered in a side thread.
    SideAnswered {
        /// About which.
        conversation: ConversationId,
        /// The side thread.
        side: SideId,
        /// What.
        message: MessageId,
        /// From whom, as shown.
        from: String,
        /// Start of the text.
        snippet: String,
        /// Whether a machine wrote it.
        automatic: bool,
    },
    /// A colleague closed a side thread, or opened it again.
    SideChanged {
        /// About which.
        conversation: ConversationId,
        /// The side thread.
        side: SideId,
        /// Whether it is open now.
        open: bool,
        /// Who, as shown.
        by: String,
    },
    /// It came from another system, or messages of it did. What it says of the past is told by this fact alone.
    MovedIn {
        /// Which.
        conversation: ConversationId,
        /// What the other system is called; may be empty.
        source: String,
        /// What it was called there; may be empty.
        number: String,
        /// Whether it was made by this; else it was here.
        made: bool,
        /// Where it stood then.
        state: State,
        /// When it was done, where that is known.
        ended: Option<base::Instant>,
        /// What was said.
        said: Vec<OldSaid>,
    },
    /// A colleague took back what they had done; what that changed is told by facts of its own.
    StepUndone {
        /// To which.
        conversation: ConversationId,
        /// What it was about.
        step: StepKind,
        /// When it was done, business time.
        done_at: base::Instant,
        /// Who, as shown.
        by: String,
    },
    /// A colleague shared a draft of a reply.
    DraftShared {
        /// Where.
        conversation: ConversationId,
        /// The draft.
        draft: DraftId,
        /// Who, as shown.
        by: String,
        /// Who is asked to look at it, if somebody is.
        to: Option<StaffId>,
        /// What they are called.
        name: String,
    },
    /// A shared draft was sent, taken back, thrown away or brought back.
    DraftEnded {
        /// Where.
        conversation: ConversationId,
        /// The draft.
        draft: DraftId,
        /// Whose it was, as shown.
        author: String,
        /// Who did it, as shown.
        by: String,
        /// What became of it.
        became: DraftEnd,
    },
    /// A colleague gave it another subject.
    SubjectChanged {
        /// Which.
        conversation: ConversationId,
        /// What it was called.
        from: String,
        /// What it is called now.
        to: String,
        /// Who, as shown.
        by: String,
    },
    /// A colleague gave a side thread another subject.
    SideRenamed {
        /// About which.
        conversation: ConversationId,
        /// The side thread.
        side: SideId,
        /// What it was called.
        from: String,
        /// What it is called now.
        to: String,
        /// Who, as shown.
        by: String,
    },
    /// Something happened to what was promised in it.
    PromiseChanged {
        /// Where.
        conversation: ConversationId,
        /// Which promise.
        promise: PromiseId,
        /// What happened.
        change: PromiseChange,
        /// The message that it stands in, if it does in one.
        message: Option<MessageId>,
        /// What is to be kept.
        words: String,
        /// Who keeps it then; without, those who lead.
        keeper: Option<StaffId>,
        /// What they are called.
        who: String,
        /// By when it is to be kept then, business time.
        due: Option<base::Instant>,
        /// Why it was given up; empty else.
        reason: String,
    },
    /// Something happened to what its customer needs.
    NeedChanged {
        /// Where.
        conversation: ConversationId,
        /// Which need.
        need: NeedId,
        /// What happened.
        change: NeedChange,
        /// The message that it was said in, if it was in one.
        message: Option<MessageId>,
        /// The customer's words.
        words: String,
        /// What it is about; may be empty.
        topic: String,
        /// Why it will not be met; empty else.
        reason: String,
        /// Who, as shown; empty where nobody in particular did it.
        by: String,
    },
    /// It goes by another service policy, or by another version of it that moves its deadline.
    ServiceChosen {
        /// Which.
        conversation: ConversationId,
        /// By which; without, by the usual times.
        policy: Option<ServicePolicyId>,
        /// The version of it.
        version: i64,
        /// What it is called.
        name: String,
        /// What is due first by it, if anything runs.
        due: Option<base::Instant>,
        /// Whether it asks for a solution; facts from before that was told do not say.
        #[serde(default)]
        solution: Option<bool>,
    },
    /// Its resolution clock runs on, or stands still.
    ClockTurned {
        /// Where.
        conversation: ConversationId,
        /// Whether it runs.
        runs: bool,
    },
    /// A deadline is near.
    DeadlineNear {
        /// Where.
        conversation: ConversationId,
        /// Of which clock.
        clock: ClockKind,
        /// When.
        due: base::Instant,
    },
    /// It is given out by turns, and nobody could take it: it waits.
    TurnWaits {
        /// Which.
        conversation: ConversationId,
        /// What nobody had who could take anything; without, nobody could.
        missing: Option<Missing>,
        /// The first day on which somebody is back who has it.
        back: Option<Date>,
    },
    /// A colleague said what became of it, or that nobody knows.
    OutcomeStated {
        /// Of which.
        conversation: ConversationId,
        /// What became of it; nothing any more without.
        outcome: Option<Outcome>,
        /// Who, as shown.
        by: String,
    },
    /// Something happened to it as a complaint.
    ComplaintChanged {
        /// Which.
        conversation: ConversationId,
        /// What happened.
        change: ComplaintChange,
        /// Who, as shown; empty for its customer.
        by: String,
    },
    /// Its customer said whether it was what they wanted. What they added is not told here.
    OpinionGiven {
        /// Of which.
        conversation: ConversationId,
        /// What they said.
        opinion: OpinionId,
        /// In a word.
        said: Said,
    },
    /// A customer praised colleagues.
    Praised {
        /// Where.
        conversation: ConversationId,
        /// In which message.
        message: MessageId,
        /// Whom.
        staff: Vec<StaffId>,
    },
    /// It has a cause in common with others, or has not any more.
    ProblemLinked {
        /// Which.
        conversation: ConversationId,
        /// The problem.
        problem: ProblemId,
        /// What it is called.
        title: String,
        /// Whether it was linked with it now.
        linked: bool,
        /// Whether the problem had been solved by then.
        again: bool,
    },
    /// A rule that people wrote did something, or was stopped.
    ByRule {
        /// To which.
        conversation: ConversationId,
        /// Which rule, by id.
        rule: String,
        /// What it is called.
        name: String,
        /// What.
        did: RuleDid,
    },
}

impl ConversationEvent {
    /// The conversation it is about.
    #[must_use]
    pub fn conversation(&self) -> &ConversationId {
        kinds::conversation(self)
    }
}
