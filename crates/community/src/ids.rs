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
