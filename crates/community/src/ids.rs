//! Names of what is written here.

base::id!(
    /// Names a question or an idea.
    TopicId,
    "cqn_"
);
base::id!(
    /// Names an answer or a comment.
    PostId,
    "cpt_"
);
base::id!(
    /// Names the question whether a conversation may become public.
    OfferId,
    "cof_"
);
