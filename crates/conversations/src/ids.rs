//! Names of conversations, messages, attachments, tags and macros.

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
