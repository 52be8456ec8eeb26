//! Names of conversations, messages, attachments and tags.

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
