//! Names of conversations, messages, attachments, tags, macros, views, things to be done, time spent, steps, side
//! threads, promises, service policies and opinions.
//! threads, promises and problems.

base::id!(
    /// Names one conversation.
    ConversationId,
    "cnv_"
);

base::id!(
    /// Names one message of a conversation.
    MessageId,
    "msg_"
);

base::id!(
    /// Names one attachment of a message.
    AttachmentId,
    "att_"
);

base::id!(
    /// Names one tag.
    TagId,
    "tag_"
);

base::id!(
    /// Names one macro.
    MacroId,
    "mac_"
);

base::id!(
    /// Names one file of a macro.
    MacroFileId,
    "mcf_"
);

base::id!(
    /// Names one thing to be done.
    ItemId,
    "itm_"
);

base::id!(
    /// Names time that somebody spent.
    SpentId,
    "tim_"
);

base::id!(
    /// Names one saved view.
    ViewId,
    "viw_"
);

base::id!(
    /// Names one draft that colleagues share.
    DraftId,
    "drf_"
);

base::id!(
    /// Names one side thread.
    SideId,
    "sid_"
);

base::id!(
    /// Names one act of a colleague, on however many conversations, that can be taken back.
    StepId,
    "stp_"
);

base::id!(
    /// Names one thing that recurs.
    RecurringId,
    "rec_"
);

base::id!(
    /// Names one promise.
    PromiseId,
    "prm_"
);

base::id!(
    /// Names one need of a customer.
    NeedId,
    "ned_"
);

base::id!(
    /// Names one service policy.
    ServicePolicyId,
    "svp_"
);

base::id!(
    /// Names opening hours beside those of the business.
    HoursId,
    "hrs_"
);

base::id!(
    /// Names what a customer said once their request was solved.
    OpinionId,
    "opn_"
);

base::id!(
    /// Names one problem.
    ProblemId,
    "prb_"
);
