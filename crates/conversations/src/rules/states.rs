//! Which state follows which, and what may not happen.

use serde::{Deserialize, Serialize};

use crate::model::{Conversation, State};

/// Why a command was not carried out; something a person can mend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// A reply or note without a word.
    #[error("there is no text")]
    Empty,
    /// Longer than anybody reads.
    #[error("the text is longer than {TEXT_MAX} characters")]
    TooLong,
    /// Closing needs a reply since the customer last wrote, or a stated reason.
    #[error("nothing was answered since the customer last wrote; a reason is needed")]
    ReasonNeeded,
    /// Solved or closed already.
    #[error("it is closed already")]
    AlreadyClosed,
    /// Open already.
    #[error("it is open already")]
    AlreadyOpen,
    /// The undo window is over.
    #[error("it has already been sent")]
    TooLate,
    /// Only failed replies can be sent again.
    #[error("this reply has not failed")]
    NotFailed,
    /// The colleague is gone or disabled.
    #[error("this colleague cannot take conversations")]
    NoSuchColleague,
    /// The department is gone or closed.
    #[error("this department takes no conversations")]
    NoSuchDepartment,
    /// There is nobody to write to.
    #[error("the customer has no address to write to")]
    NoAddress,
    /// The mail hands on no other, or nobody can be told from it.
    #[error("this mail hands on no other")]
    NoWriter,
    /// Files together larger than a mail may be.
    #[error("the files are too large for a mail")]
    FilesTooLarge,
    /// Bytes that are no picture that mail programs show.
    #[error("this file is no picture")]
    NotAPicture,
    /// More bytes or points than a picture in a message may have.
    #[error("the picture is too large to stand in a message")]
    PictureTooLarge,
    /// One of the recipients is no mail address.
    #[error("one of the recipients is no mail address")]
    BadAddress,
    /// More recipients than a mail of a person has.
    #[error("there are too many recipients")]
    TooManyRecipients,
    /// A reply that does not go to the customer is no reply.
    #[error("a reply must go to the customer; forward the message to write to somebody else")]
    NotToCustomer,
    /// A side thread is never for the customer.
    #[error("the customer is among the recipients; a side thread is for others")]
    SideToCustomer,
    /// Nobody was named.
    #[error("there is nobody to send to")]
    NoRecipient,
    /// Something came while one was writing.
    #[error("something newer has come in")]
    SomethingNewer,
    /// The chosen time has passed.
    #[error("the chosen time has passed")]
    TimePassed,
    /// The chosen time is more than a year away.
    #[error("the chosen time is more than a year away")]
    TimeTooFar,
    /// The chosen time cannot be read.
    #[error("the chosen time cannot be read")]
    NoTime,
    /// Only what waits for its time can be changed or held.
    #[error("this reply does not wait any more")]
    NotWaiting,
    /// A reply waits for its time or is held back.
    #[error("a reply still waits; send or cancel it first")]
    ReplyWaits,
    /// Something must stand in a field before.
    #[error("a field must be filled in before")]
    FieldsMissing,
    /// There is no such message to pass on.
    #[error("there is no such message to pass on")]
    NothingToForward,
    /// A new conversation says what it is about.
    #[error("the subject is missing")]
    NoSubject,
    /// Longer than a line that anybody reads.
    #[error("the subject has more than 200 characters")]
    SubjectTooLong,
    /// There is no other conversation of that number.
    #[error("there is no other conversation of this number")]
    NoSuchConversation,
    /// A reply has not gone yet.
    #[error("a reply is still on its way")]
    OnItsWay,
    /// More has happened since.
    #[error("it cannot be undone any more")]
    MergeStays,
    /// A tag is a word.
    #[error("the tag has no name")]
    NoTag,
    /// Another tag is called so.
    #[error("another tag has this name")]
    TagTaken,
    /// A macro has a name.
    #[error("the macro has no name")]
    NoMacroName,
    /// It neither writes nor does anything.
    #[error("the macro has no text and does nothing")]
    EmptyMacro,
    /// A text of it names something that Tillit cannot fill in.
    #[error("the text has a variable that is not known")]
    UnknownVariable,
    /// What is solved cannot be put away.
    #[error("a macro cannot solve a conversation and put it away")]
    SolvedAway,
    /// More than anybody finds again.
    #[error("there are too many macros")]
    TooManyMacros,
    /// The macro is not there any more, or not for this colleague.
    #[error("there is no such macro")]
    NoSuchMacro,
    /// Parts of it are not done yet.
    #[error("parts of it are still open")]
    ChildrenOpen,
    /// It would be a part of itself.
    #[error("it would be a part of itself")]
    LinkLoop,
    /// Something is still to be done in it.
    #[error("something on its checklist is not done")]
    ItemsOpen,
    /// More than anybody does in one conversation.
    #[error("there are too many things on its checklist")]
    TooManyItems,
    /// Time is at least a minute and at most a day.
    #[error("this is no time to be written down")]
    NoMinutes,
    /// The business does not write time down.
    #[error("time is not written down here")]
    NotTracked,
    /// Whatever is taken out is taken out for a reason.
    #[error("a reason is needed")]
    WhyMissing,
    /// A message that is on its way still has its words.
    #[error("the message has not gone yet")]
    NotGoneYet,
    /// It does not stand there.
    #[error("these words are not in it")]
    NothingRedacted,
    /// A view has a name.
    #[error("the view has no name")]
    NoViewName,
    /// It asks for something that nobody can look for.
    #[error("one of the conditions cannot be read")]
    BadCondition,
    /// More conditions, or deeper ones, than anybody understands.
    #[error("the view has too many conditions, or they lie too deep")]
    ViewTooLarge,
    /// More than anybody finds again.
    #[error("there are too many views")]
    TooManyViews,
    /// There are no such days.
    #[error("no such days")]
    BadPlan,
    /// Nobody looks after more that recurs.
    #[error("too much recurs")]
    TooManyRecurring,
    /// Somebody changed since what an act had set.
    #[error("somebody changed it since")]
    ChangedSince,
    /// What was done can be taken back for half an hour.
    #[error("it is too late to take this back")]
    UndoOver,
    /// It has been taken back.
    #[error("this was taken back already")]
    AlreadyUndone,
    /// Something of it has not gone yet.
    #[error("a reply waits or is on its way; send or cancel it before deleting")]
    GoesOut,
    /// Somebody else has the shared draft open.
    #[error("somebody else has this draft open")]
    DraftHeld,
    /// Somebody else has changed the shared draft.
    #[error("somebody else has changed this draft since")]
    DraftChanged,
    /// The shared draft was sent, taken back or thrown away.
    #[error("this draft is not shared any more")]
    DraftGone,
    /// Drafts keep no chosen files.
    #[error("a draft keeps no files; add them when it is sent")]
    DraftFiles,
    /// More than anybody reads beside each other.
    #[error("there are too many shared drafts in this conversation")]
    TooManyDrafts,
    /// The promise is kept, broken or given up, or nobody said yet that it is one.
    #[error("this promise does not stand so any more")]
    PromiseOver,
    /// Something that was promised is not kept yet.
    #[error("a promise in it is still to be kept")]
    PromisesOpen,
    /// The need is met or declined already, or open.
    #[error("this need does not stand so any more")]
    NeedOver,
    /// There is no such skill, department or tag, or nobody looks after so many needs.
    #[error("there is no such skill, department or tag, or there are too many needs")]
    NoSuchTurnNeed,
    /// The week is over, not theirs to give or not one that the other can take; or the hours or people are none.
    #[error("this week cannot be given so, or the hours or colleagues are none there are")]
    NoSuchWeek,
    /// Its department wants to know what became of it.
    #[error("what became of it must be said")]
    OutcomeNeeded,
    /// A complaint whose customer has not said that they are content, and was not tried to be reached for long enough.
    #[error("the customer of a complaint has not said yes and was tried to be reached on fewer than three days")]
    ComplaintOpen,
    /// What is asked only of complaints, or once it is solved.
    #[error("this is not asked here, or not any more")]
    NotAsked,
    /// A problem is called something.
    #[error("a problem needs a title")]
    NoProblemTitle,
    /// There is no such problem, or not for this colleague.
    #[error("there is no such problem")]
    NoSuchProblem,
    /// Nobody finds the cause among so many.
    #[error("the conversation has too many problems already")]
    TooManyProblems,
    /// Whoever waits is told something when it is solved.
    #[error("say what everybody who waits is to be told")]
    ProblemNeedsAnswer,
    /// It began as the answer of another case, and its writer has not said that it answers this one.
    #[error("say that the customer's own point stands in this answer")]
    LikeUnread,
}

/// Characters in one reply or note.
pub const TEXT_MAX: usize = 100_000;
/// Characters in a stated reason.
pub const REASON_MAX: usize = 500;
/// Bytes of all files of one reply.
pub const FILES_MAX: usize = 20 * 1024 * 1024;

impl Refusal {
    /// All of them.
    pub const ALL: [Self; 76] = [
        Self::Empty,
        Self::TooLong,
        Self::ReasonNeeded,
        Self::AlreadyClosed,
        Self::AlreadyOpen,
        Self::TooLate,
        Self::NotFailed,
        Self::NoSuchColleague,
        Self::NoAddress,
        Self::NoWriter,
        Self::FilesTooLarge,
        Self::NotAPicture,
        Self::PictureTooLarge,
        Self::BadAddress,
        Self::TooManyRecipients,
        Self::NotToCustomer,
        Self::SideToCustomer,
        Self::NoRecipient,
        Self::SomethingNewer,
        Self::TimePassed,
        Self::TimeTooFar,
        Self::NoTime,
        Self::NotWaiting,
        Self::ReplyWaits,
        Self::FieldsMissing,
        Self::NothingToForward,
        Self::NoSubject,
        Self::SubjectTooLong,
        Self::NoSuchConversation,
        Self::OnItsWay,
        Self::MergeStays,
        Self::NoTag,
        Self::TagTaken,
        Self::NoMacroName,
        Self::EmptyMacro,
        Self::UnknownVariable,
        Self::SolvedAway,
        Self::TooManyMacros,
        Self::NoSuchMacro,
        Self::ChildrenOpen,
        Self::LinkLoop,
        Self::ItemsOpen,
        Self::TooManyItems,
        Self::NoMinutes,
        Self::NotTracked,
        Self::WhyMissing,
        Self::NotGoneYet,
        Self::NothingRedacted,
        Self::NoViewName,
        Self::BadCondition,
        Self::ViewTooLarge,
        Self::TooManyViews,
        Self::BadPlan,
        Self::TooManyRecurring,
        Self::ChangedSince,
        Self::UndoOver,
        Self::AlreadyUndone,
        Self::GoesOut,
        Self::DraftHeld,
        Self::DraftChanged,
        Self::DraftGone,
        Self::DraftFiles,
        Self::TooManyDrafts,
        Self::PromiseOver,
        Self::PromisesOpen,
        Self::ComplaintOpen,
        Self::LikeUnread,
        Self::NeedOver,
        Self::NoProblemTitle,
        Self::NoSuchProblem,
        Self::NoSuchTurnNeed,
        Self::NoSuchWeek,
        Self::NotAsked,
        Self::OutcomeNeeded,
        Self::ProblemNeedsAnswer,
        Self::TooManyProblems,
    ];

    /// Reads [`Refusal::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|refusal| refusal.code() == code)
    }

    /// Stable name for the API.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong => "too_long",
            Self::ReasonNeeded => "reason_needed",
            Self::AlreadyClosed => "already_closed",
            Self::AlreadyOpen => "already_open",
            Self::TooLate => "too_late",
            Self::NotFailed => "not_failed",
            Self::NoSuchColleague => "no_such_colleague",
            Self::NoSuchDepartment => "no_such_department",
            Self::NoAddress => "no_address",
            Self::NoWriter => "no_writer",
            Self::FilesTooLarge => "files_too_large",
            Self::NotAPicture => "not_a_picture",
            Self::PictureTooLarge => "picture_too_large",
            Self::BadAddress => "bad_address",
            Self::TooManyRecipients => "too_many_recipients",
            Self::NotToCustomer => "not_to_customer",
            Self::SideToCustomer => "side_to_customer",
            Self::NoRecipient => "no_recipient",
            Self::SomethingNewer => "something_newer",
            Self::TimePassed => "time_passed",
            Self::TimeTooFar => "time_too_far",
            Self::NoTime => "no_time",
            Self::NotWaiting => "not_waiting",
            Self::ReplyWaits => "reply_waits",
            Self::FieldsMissing => "fields_missing",
            Self::NothingToForward => "nothing_to_forward",
            Self::NoSubject => "no_subject",
            Self::SubjectTooLong => "subject_too_long",
            Self::NoSuchConversation => "no_such_conversation",
            Self::OnItsWay => "on_its_way",
            Self::MergeStays => "merge_stays",
            Self::NoTag => "no_tag",
            Self::TagTaken => "tag_taken",
            Self::NoMacroName => "no_macro_name",
            Self::EmptyMacro => "empty_macro",
            Self::UnknownVariable => "unknown_variable",
            Self::SolvedAway => "solved_away",
            Self::TooManyMacros => "too_many_macros",
            Self::NoSuchMacro => "no_such_macro",
            Self::ChildrenOpen => "children_open",
            Self::LinkLoop => "link_loop",
            Self::ItemsOpen => "items_open",
            Self::TooManyItems => "too_many_items",
            Self::NoMinutes => "no_minutes",
            Self::NotTracked => "not_tracked",
            Self::WhyMissing => "why_missing",
            Self::NotGoneYet => "not_gone_yet",
            Self::NothingRedacted => "nothing_redacted",
            Self::NoViewName => "no_view_name",
            Self::BadCondition => "bad_condition",
            Self::ViewTooLarge => "view_too_large",
            Self::TooManyViews => "too_many_views",
            Self::BadPlan => "bad_plan",
            Self::TooManyRecurring => "too_many_recurring",
            Self::ChangedSince => "changed_since",
            Self::UndoOver => "undo_over",
            Self::AlreadyUndone => "already_undone",
            Self::GoesOut => "goes_out",
            Self::DraftHeld => "draft_held",
            Self::DraftChanged => "draft_changed",
            Self::DraftGone => "draft_gone",
            Self::DraftFiles => "draft_files",
            Self::TooManyDrafts => "too_many_drafts",
            Self::PromiseOver => "promise_over",
            Self::PromisesOpen => "promises_open",
            Self::NeedOver => "need_over",
            Self::NoSuchTurnNeed => "no_such_turn_need",
            Self::NoSuchWeek => "no_such_week",
            Self::OutcomeNeeded => "outcome_needed",
            Self::ComplaintOpen => "complaint_open",
            Self::NotAsked => "not_asked",
            Self::NoProblemTitle => "no_problem_title",
            Self::NoSuchProblem => "no_such_problem",
            Self::TooManyProblems => "too_many_problems",
            Self::ProblemNeedsAnswer => "problem_needs_answer",
            Self::LikeUnread => "like_unread",
        }
    }

    /// The translated sentence for people.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Empty => "refusal-empty",
            Self::TooLong => "refusal-too-long",
            Self::ReasonNeeded => "refusal-reason-needed",
            Self::AlreadyClosed => "refusal-already-closed",
            Self::AlreadyOpen => "refusal-already-open",
            Self::TooLate => "refusal-too-late",
            Self::NotFailed => "refusal-not-failed",
            Self::NoSuchColleague => "refusal-no-such-colleague",
            Self::NoSuchDepartment => "refusal-no-such-department",
            Self::NoAddress => "refusal-no-address",
            Self::NoWriter => "refusal-no-writer",
            Self::FilesTooLarge => "refusal-files-too-large",
            Self::NotAPicture => "refusal-not-a-picture",
            Self::PictureTooLarge => "refusal-picture-too-large",
            Self::BadAddress => "refusal-bad-address",
            Self::TooManyRecipients => "refusal-too-many-recipients",
            Self::NotToCustomer => "refusal-not-to-customer",
            Self::SideToCustomer => "refusal-side-to-customer",
            Self::NoRecipient => "refusal-no-recipient",
            Self::SomethingNewer => "refusal-something-newer",
            Self::TimePassed => "refusal-time-passed",
            Self::TimeTooFar => "refusal-time-too-far",
            Self::NoTime => "refusal-no-time",
            Self::NotWaiting => "refusal-not-waiting",
            Self::ReplyWaits => "refusal-reply-waits",
            Self::FieldsMissing => "refusal-fields-missing",
            Self::NothingToForward => "refusal-nothing-to-forward",
            Self::NoSubject => "refusal-no-subject",
            Self::SubjectTooLong => "refusal-subject-too-long",
            Self::NoSuchConversation => "refusal-no-such-conversation",
            Self::OnItsWay => "refusal-on-its-way",
            Self::MergeStays => "refusal-merge-stays",
            Self::NoTag => "refusal-no-tag",
            Self::TagTaken => "refusal-tag-taken",
            Self::NoMacroName => "refusal-no-macro-name",
            Self::EmptyMacro => "refusal-empty-macro",
            Self::UnknownVariable => "refusal-unknown-variable",
            Self::SolvedAway => "refusal-solved-away",
            Self::TooManyMacros => "refusal-too-many-macros",
            Self::NoSuchMacro => "refusal-no-such-macro",
            Self::ChildrenOpen => "refusal-children-open",
            Self::LinkLoop => "refusal-link-loop",
            Self::ItemsOpen => "refusal-items-open",
            Self::TooManyItems => "refusal-too-many-items",
            Self::NoMinutes => "refusal-no-minutes",
            Self::NotTracked => "refusal-not-tracked",
            Self::WhyMissing => "refusal-why-missing",
            Self::NotGoneYet => "refusal-not-gone-yet",
            Self::NothingRedacted => "refusal-nothing-redacted",
            Self::NoViewName => "refusal-no-view-name",
            Self::BadCondition => "refusal-bad-condition",
            Self::ViewTooLarge => "refusal-view-too-large",
            Self::TooManyViews => "refusal-too-many-views",
            Self::BadPlan => "refusal-bad-plan",
            Self::TooManyRecurring => "refusal-too-many-recurring",
            Self::ChangedSince => "refusal-changed-since",
            Self::UndoOver => "refusal-undo-over",
            Self::AlreadyUndone => "refusal-already-undone",
            Self::GoesOut => "refusal-goes-out",
            Self::DraftHeld => "refusal-draft-held",
            Self::DraftChanged => "refusal-draft-changed",
            Self::DraftGone => "refusal-draft-gone",
            Self::DraftFiles => "refusal-draft-files",
            Self::TooManyDrafts => "refusal-too-many-drafts",
            Self::PromiseOver => "refusal-promise-over",
            Self::PromisesOpen => "refusal-promises-open",
            Self::NeedOver => "refusal-need-over",
            Self::NoSuchTurnNeed => "refusal-no-such-turn-need",
            Self::NoSuchWeek => "refusal-no-such-week",
            Self::OutcomeNeeded => "refusal-outcome-needed",
            Self::ComplaintOpen => "refusal-complaint-open",
            Self::NotAsked => "refusal-not-asked",
            Self::NoProblemTitle => "refusal-no-problem-title",
            Self::NoSuchProblem => "refusal-no-such-problem",
            Self::TooManyProblems => "refusal-too-many-problems",
            Self::ProblemNeedsAnswer => "refusal-problem-needs-answer",
            Self::LikeUnread => "refusal-like-unread",
        }
    }
}

/// What becomes of the conversation once a reply is sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AfterReply {
    /// The customer has the word.
    #[default]
    Wait,
    /// We go on.
    StayOpen,
    /// Done.
    Solve,
}

impl AfterReply {
    /// The state that follows.
    #[must_use]
    pub const fn state(self) -> State {
        match self {
            Self::Wait => State::WaitingCustomer,
            Self::StayOpen => State::Open,
            Self::Solve => State::Solved,
        }
    }
}

/// What a customer's reply to a closed conversation becomes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClosedReply {
    /// A new conversation, linked to the closed one.
    #[default]
    Link,
    /// The closed one opens again.
    Reopen,
}

impl ClosedReply {
    /// The name in forms and programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::Reopen => "reopen",
        }
    }

    /// The one of this name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Link, Self::Reopen].into_iter().find(|one| one.code() == code)
    }
}

/// The text of a reply or note, trimmed at its end.
///
/// # Errors
/// [`Refusal::Empty`], [`Refusal::TooLong`].
pub fn text(body: &str) -> Result<String, Refusal> {
    // NUL is refused by PostgreSQL and seen by nobody; browsers send CRLF.
    let body = body.replace('\0', "").replace("\r\n", "\n");
    let body = body.trim_end().trim_start_matches('\n');
    match body.chars().count() {
        0 => Err(Refusal::Empty),
        n if n > TEXT_MAX => Err(Refusal::TooLong),
        _ => Ok(body.to_owned()),
    }
}

/// The state after a message from outside. Machines change nothing.
#[must_use]
pub const fn after_message(state: State, automatic: bool) -> State {
    match (state, automatic) {
        (state, true) => state,
        (State::New, false) => State::New,
        (_, false) => State::Open,
    }
}

/// Whether a conversation may be closed now, and the reason as it will be kept.
///
/// # Errors
/// [`Refusal::AlreadyClosed`]; [`Refusal::ReasonNeeded`] when the customer spoke last and no reason is
/// stated.
pub fn close(conversation: &Conversation, reason: Option<&str>) -> Result<String, Refusal> {
    if matches!(conversation.state, State::Solved | State::Closed) {
        return Err(Refusal::AlreadyClosed);
    }
    let reason: String = reason.unwrap_or_default().trim().replace('\0', "").chars().take(REASON_MAX).collect();
    if conversation.customer_spoke_last && reason.is_empty() {
        return Err(Refusal::ReasonNeeded);
    }
    Ok(reason)
}

/// Whether a conversation may be reopened.
///
/// # Errors
/// [`Refusal::AlreadyOpen`].
pub const fn reopen(state: State) -> Result<(), Refusal> {
    match state {
        State::Solved | State::Closed => Ok(()),
        _ => Err(Refusal::AlreadyOpen),
    }
}
