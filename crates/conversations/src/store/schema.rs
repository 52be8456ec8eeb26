//! The tables of conversations.
//!
//! Lists go by key over `conversation_due` and its like; the counts that people see live are kept in
//! `tally`, one row per state, owner and department, never counted.

use platform::Migration;

/// In order.
pub const MIGRATIONS: &[Migration] = &[
    Migration { id: "conversations-001", sql: |_| FIRST.iter().map(|s| (*s).to_owned()).collect() },
    Migration { id: "conversations-002", sql: |_| SHOWN.iter().map(|s| (*s).to_owned()).collect() },
    Migration { id: "conversations-003", sql: |_| THREADING.iter().map(|s| (*s).to_owned()).collect() },
    Migration { id: "conversations-004", sql: |_| GOING_OUT.iter().map(|s| (*s).to_owned()).collect() },
    Migration { id: "conversations-005", sql: |_| MAILBOXES.iter().map(|s| (*s).to_owned()).collect() },
    Migration { id: "conversations-006", sql: |_| MERGING.iter().map(|s| (*s).to_owned()).collect() },
    Migration { id: "conversations-007", sql: |_| AUTOMATIC.iter().map(|s| (*s).to_owned()).collect() },
    Migration { id: "conversations-008", sql: |_| MEETINGS.iter().map(|s| (*s).to_owned()).collect() },
    Migration { id: "conversations-009", sql: |_| TAGS.iter().map(|s| (*s).to_owned()).collect() },
    Migration { id: "conversations-010", sql: |_| DEPARTMENTS.iter().map(|s| (*s).to_owned()).collect() },
    Migration { id: "conversations-011", sql: |_| SNOOZING.iter().map(|s| (*s).to_owned()).collect() },
    Migration { id: "conversations-012", sql: |_| FOLLOWING.iter().map(|s| (*s).to_owned()).collect() },
    Migration { id: "conversations-013", sql: |_| BROWSING.iter().map(|s| (*s).to_owned()).collect() },
    Migration { id: "conversations-014", sql: |_| MACROS.iter().map(|s| (*s).to_owned()).collect() },
    Migration { id: "conversations-015", sql: |_| BY_AUTHOR.iter().map(|s| (*s).to_owned()).collect() },
    Migration { id: "conversations-016", sql: |_| REQUEST_LINKS.iter().map(|s| (*s).to_owned()).collect() },
    Migration { id: "conversations-020", sql: |_| LINKS.iter().map(|s| (*s).to_owned()).collect() },
    Migration { id: "conversations-021", sql: |_| CHANGING.iter().map(|s| (*s).to_owned()).collect() },
    Migration { id: "conversations-022", sql: |_| vec!["ALTER TABLE message ADD COLUMN contact TEXT".to_owned()] },
    Migration { id: "conversations-023", sql: |_| CHECKLISTS.iter().map(|s| (*s).to_owned()).collect() },
    Migration { id: "conversations-024", sql: |_| TIME_SPENT.iter().map(|s| (*s).to_owned()).collect() },
    Migration { id: "conversations-035", sql: |_| VIEWS.iter().map(|s| (*s).to_owned()).collect() },
    Migration { id: "conversations-040", sql: |_| STEPS.iter().map(|s| (*s).to_owned()).collect() },
    Migration { id: "conversations-041", sql: |_| DELETING.iter().map(|s| (*s).to_owned()).collect() },
    Migration { id: "conversations-050", sql: |_| UNANSWERED.iter().map(|s| (*s).to_owned()).collect() },
    Migration { id: "conversations-051", sql: |_| BY_BYTES.iter().map(|s| (*s).to_owned()).collect() },
    Migration { id: "conversations-070", sql: |_| super::turns::TABLES.iter().map(|s| (*s).to_owned()).collect() },
    Migration { id: "conversations-071", sql: |_| super::recurring::TABLES.iter().map(|s| (*s).to_owned()).collect() },
    Migration { id: "conversations-080", sql: |_| ORIGINS.iter().map(|s| (*s).to_owned()).collect() },
    Migration { id: "conversations-090", sql: |_| SIDES.iter().map(|s| (*s).to_owned()).collect() },
    Migration { id: "conversations-120", sql: |_| vec![TAGS_WITHOUT_DELETED.to_owned()] },
    Migration {
        id: "conversations-130",
        sql: |_| super::shared_drafts::TABLES.iter().map(|s| (*s).to_owned()).collect(),
    },
    Migration { id: "conversations-140", sql: |_| vec![ORIGINS_OF_WHAT_JOINED.to_owned()] },
    // What a conversation was called when it came: its mails are read by that when it is called otherwise.
    Migration { id: "conversations-200", sql: |_| vec!["ALTER TABLE conversation ADD COLUMN came_as TEXT".to_owned()] },
    Migration { id: "conversations-220", sql: |_| PICTURES.iter().map(|s| (*s).to_owned()).collect() },
    Migration { id: "conversations-240", sql: |_| vec![super::recurring::PLANNED_TOGETHER.to_owned()] },
    // What a mail was called at its first attempt: it is the same at every other, whatever is renamed meanwhile.
    Migration { id: "conversations-260", sql: |_| vec!["ALTER TABLE delivery ADD COLUMN subject TEXT".to_owned()] },
    Migration { id: "conversations-300", sql: |_| super::promises::TABLES.iter().map(|s| (*s).to_owned()).collect() },
    Migration { id: "conversations-301", sql: |_| super::feeds::TABLES.iter().map(|s| (*s).to_owned()).collect() },
    Migration { id: "conversations-310", sql: |_| super::toning::TABLES.iter().map(|s| (*s).to_owned()).collect() },
    Migration { id: "conversations-311", sql: |_| super::messages::MOODS.iter().map(|s| (*s).to_owned()).collect() },
    Migration { id: "conversations-330", sql: |_| super::needs::TABLES.iter().map(|s| (*s).to_owned()).collect() },
    Migration { id: "conversations-360", sql: |_| super::service::COLUMNS.iter().map(|s| (*s).to_owned()).collect() },
    Migration { id: "conversations-370", sql: |_| super::turns::SHARES.iter().map(|s| (*s).to_owned()).collect() },
    Migration { id: "conversations-371", sql: |_| super::stood_in::TABLES.iter().map(|s| (*s).to_owned()).collect() },
    Migration { id: "conversations-372", sql: |_| super::rota::TABLES.iter().map(|s| (*s).to_owned()).collect() },
    Migration { id: "conversations-340", sql: |_| super::outcomes::TABLES.iter().map(|s| (*s).to_owned()).collect() },
    Migration { id: "conversations-341", sql: |_| super::praise::TABLES.iter().map(|s| (*s).to_owned()).collect() },
    Migration { id: "conversations-350", sql: |_| super::problems::TABLES.iter().map(|s| (*s).to_owned()).collect() },
    Migration { id: "conversations-380", sql: |_| super::macros::FITTING.iter().map(|s| (*s).to_owned()).collect() },
    Migration { id: "conversations-390", sql: super::copied::tables },
];

/// What a picture shows that stands below a text: of a macro, and of a message that it was put into.
const PICTURES: &[&str] = &["ALTER TABLE macro_file ADD COLUMN alt TEXT", "ALTER TABLE attachment ADD COLUMN alt TEXT"];

/// What colleagues write with others about a conversation without its customer: who they are, and what a colleague has
/// typed there and not sent. Messages of a side thread name it; `number` stands in its reply address.
const SIDES: &[&str] = &[
    "CREATE TABLE side_thread (id TEXT PRIMARY KEY, number BIGINT NOT NULL UNIQUE, \
     conversation TEXT NOT NULL REFERENCES conversation (id), title TEXT NOT NULL, language TEXT, \
     begun_at BIGINT NOT NULL, begun_by TEXT NOT NULL, closed_at BIGINT)",
    "CREATE INDEX side_thread_of ON side_thread (conversation, id)",
    "CREATE TABLE side_correspondent (side TEXT NOT NULL REFERENCES side_thread (id), address TEXT NOT NULL, \
     name TEXT NOT NULL, shown TEXT NOT NULL, hidden BIGINT NOT NULL, PRIMARY KEY (side, address))",
    "CREATE INDEX side_correspondent_by ON side_correspondent (address)",
    "CREATE TABLE side_draft (staff TEXT NOT NULL, side TEXT NOT NULL REFERENCES side_thread (id), at BIGINT NOT NULL, \
     content TEXT NOT NULL, PRIMARY KEY (side, staff))",
    "INSERT INTO sequence (name, value) VALUES ('side_thread', 100)",
    "ALTER TABLE message ADD COLUMN side TEXT",
    "CREATE INDEX message_side ON message (side, at, id) WHERE side IS NOT NULL",
    "CREATE INDEX message_side_by ON message (author, id) WHERE kind = 'side_in'",
];

/// What is deleted, by whom, with which it was (itself, or what it had become part of), and since when it is gone for
/// good; `grp` is 4 meanwhile, and `tally` counts it under `deleted`.
const DELETING: &[&str] = &[
    "ALTER TABLE conversation ADD COLUMN deleted_at BIGINT",
    "ALTER TABLE conversation ADD COLUMN deleted_by TEXT",
    "ALTER TABLE conversation ADD COLUMN deleted_with TEXT",
    "ALTER TABLE conversation ADD COLUMN erased_at BIGINT",
    "CREATE INDEX conversation_deleted ON conversation (deleted_at, id) WHERE deleted_at IS NOT NULL",
    "CREATE INDEX conversation_deleted_with ON conversation (deleted_with) WHERE deleted_with IS NOT NULL",
];

/// What colleagues did to conversations and can take back for a while: how each stood before and afterwards.
const STEPS: &[&str] = &[
    "CREATE TABLE step (id TEXT NOT NULL, conversation TEXT NOT NULL REFERENCES conversation (id), \
     staff TEXT NOT NULL, kind TEXT NOT NULL, at BIGINT NOT NULL, happened BIGINT NOT NULL, before_it TEXT NOT NULL, \
     set_to TEXT NOT NULL, settled BIGINT NOT NULL, PRIMARY KEY (id, conversation))",
    "CREATE INDEX step_of ON step (conversation)",
    "CREATE INDEX step_at ON step (at)",
];

/// Whether bytes that are to go are used elsewhere is asked for each that goes.
const BY_BYTES: &[&str] =
    &["CREATE INDEX message_raw ON message (raw)", "CREATE INDEX attachment_blob ON attachment (blob)"];

/// Who wrote and was not answered, whatever the state; the tally counts them under `unanswered`, beside their state.
const UNANSWERED: &[&str] = &[
    "ALTER TABLE conversation ADD COLUMN unanswered BIGINT NOT NULL DEFAULT 0",
    "UPDATE conversation SET unanswered = 1 WHERE customer_spoke_last = 1 AND deleted_at IS NULL \
     AND state NOT IN ('solved', 'closed')",
    "CREATE INDEX conversation_unanswered ON conversation (due, id) WHERE unanswered = 1",
    "CREATE INDEX conversation_unanswered_in ON conversation (department, due, id) WHERE unanswered = 1",
    "INSERT INTO tally (state, assignee, department, n) SELECT 'unanswered', assignee, department, COUNT(*) \
     FROM conversation WHERE unanswered = 1 GROUP BY assignee, department",
    "CREATE INDEX message_contact ON message (at, id) WHERE kind = 'contact'",
];

/// Lists that people keep: their condition tree line by line, and how they are shown. `whose` is the department or
/// colleague that alone sees one; `removed_at` is set while a removal can be taken back.
const VIEWS: &[&str] = &[
    "CREATE TABLE saved_view (id TEXT PRIMARY KEY, name TEXT NOT NULL, visible TEXT NOT NULL, whose TEXT NOT NULL, \
     conditions TEXT NOT NULL, columns TEXT NOT NULL, grouped TEXT NOT NULL, ordered TEXT NOT NULL, \
     removed_at BIGINT)",
    "CREATE INDEX conversation_created ON conversation (created_at, id)",
];

/// What is often written and done, its files, and how often each was used for which department in which language.
/// `whose` is the department or colleague that alone sees it; `removed_at` is set while a removal can be taken back.
const MACROS: &[&str] = &[
    "CREATE TABLE macro (id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, visible TEXT NOT NULL, \
     whose TEXT NOT NULL, texts TEXT NOT NULL, acts TEXT NOT NULL, place BIGINT NOT NULL, removed_at BIGINT)",
    "CREATE INDEX macro_place ON macro (place, id) WHERE removed_at IS NULL",
    "CREATE TABLE macro_file (id TEXT PRIMARY KEY, macro TEXT NOT NULL REFERENCES macro (id), \
     place BIGINT NOT NULL, name TEXT NOT NULL, content_type TEXT NOT NULL, size BIGINT NOT NULL, blob TEXT NOT NULL)",
    "CREATE INDEX macro_file_of ON macro_file (macro, place)",
    "CREATE TABLE macro_use (macro TEXT NOT NULL REFERENCES macro (id), department TEXT NOT NULL, \
     language TEXT NOT NULL, n BIGINT NOT NULL, PRIMARY KEY (macro, department, language))",
];

/// What a customer wrote, wherever it is.
const BY_AUTHOR: &[&str] = &["CREATE INDEX message_by_customer ON message (author, id) WHERE kind = 'inbound'"];

/// Programs go through all conversations, what was touched last first.
const BROWSING: &[&str] = &["CREATE INDEX conversation_by_touch ON conversation (touched_at, id)"];

/// Which edition of the link to its page a customer has; without a row, the first.
const REQUEST_LINKS: &[&str] = &[
    "CREATE TABLE request_link (conversation TEXT PRIMARY KEY REFERENCES conversation (id), edition BIGINT NOT NULL)",
];

/// When Tillit last wrote to an address by itself (a list of instants), and whether people were told that it does
/// no more for now.
const AUTOMATIC: &[&str] =
    &["CREATE TABLE automatic_mail (address TEXT PRIMARY KEY, sent TEXT NOT NULL, told BIGINT NOT NULL)"];

/// How a mail that came as HTML is shown.
const SHOWN: &[&str] = &[
    "ALTER TABLE message ADD COLUMN document TEXT",
    "ALTER TABLE message ADD COLUMN pictures BIGINT NOT NULL DEFAULT 0",
];

/// Messages passed on, replies that wait for a chosen time, drafts.
const GOING_OUT: &[&str] = &[
    "ALTER TABLE message ADD COLUMN about TEXT",
    "ALTER TABLE delivery ADD COLUMN due BIGINT",
    "ALTER TABLE delivery ADD COLUMN after_it TEXT",
    "CREATE INDEX delivery_later ON delivery (message) WHERE state IN ('scheduled', 'held')",
    "CREATE TABLE draft (staff TEXT NOT NULL, conversation TEXT NOT NULL REFERENCES conversation (id), \
     kind TEXT NOT NULL, at BIGINT NOT NULL, content TEXT NOT NULL, PRIMARY KEY (staff, conversation, kind))",
];

const FIRST: &[&str] = &[
    "CREATE TABLE conversation (id TEXT PRIMARY KEY, number BIGINT NOT NULL UNIQUE, subject TEXT NOT NULL, \
     person TEXT NOT NULL, state TEXT NOT NULL, grp BIGINT NOT NULL, label TEXT, assignee TEXT NOT NULL, \
     language TEXT, created_at BIGINT NOT NULL, touched_at BIGINT NOT NULL, due BIGINT NOT NULL, \
     first_due BIGINT, first_replied_at BIGINT, next_due BIGINT, next_spent BIGINT, next_since BIGINT, \
     first_breached BIGINT NOT NULL, next_breached BIGINT NOT NULL, snippet TEXT NOT NULL, unread BIGINT NOT NULL, \
     customer_spoke_last BIGINT NOT NULL, close_reason TEXT, linked_from TEXT)",
    "CREATE INDEX conversation_due ON conversation (grp, due, id)",
    "CREATE INDEX conversation_due_of ON conversation (assignee, grp, due, id)",
    "CREATE INDEX conversation_touched ON conversation (grp, touched_at, id)",
    "CREATE INDEX conversation_touched_of ON conversation (assignee, grp, touched_at, id)",
    "CREATE INDEX conversation_state ON conversation (state, touched_at, id)",
    "CREATE INDEX conversation_person ON conversation (person, touched_at, id)",
    "CREATE TABLE message (id TEXT PRIMARY KEY, conversation TEXT NOT NULL REFERENCES conversation (id), \
     at BIGINT NOT NULL, kind TEXT NOT NULL, author TEXT NOT NULL, from_name TEXT NOT NULL, \
     from_address TEXT NOT NULL, recipients TEXT NOT NULL, body TEXT NOT NULL, language TEXT, mail_id TEXT, \
     automatic TEXT, warnings TEXT NOT NULL, unreadable TEXT, raw TEXT, trace TEXT NOT NULL)",
    "CREATE INDEX message_thread ON message (conversation, at, id)",
    "CREATE INDEX message_mail_id ON message (mail_id) WHERE mail_id IS NOT NULL",
    "CREATE TABLE delivery (message TEXT PRIMARY KEY REFERENCES message (id), state TEXT NOT NULL, \
     undo_until BIGINT NOT NULL, at BIGINT NOT NULL, words TEXT NOT NULL, attempts BIGINT NOT NULL, \
     before_it TEXT NOT NULL)",
    "CREATE INDEX delivery_failed ON delivery (at, message) WHERE state = 'failed'",
    "CREATE TABLE attachment (id TEXT PRIMARY KEY, message TEXT NOT NULL REFERENCES message (id), \
     position BIGINT NOT NULL, name TEXT NOT NULL, content_type TEXT NOT NULL, size BIGINT NOT NULL, \
     inline BIGINT NOT NULL, content_id TEXT, blob TEXT NOT NULL, part TEXT)",
    "CREATE INDEX attachment_of ON attachment (message, position)",
    "CREATE TABLE tally (state TEXT NOT NULL, assignee TEXT NOT NULL, n BIGINT NOT NULL, \
     PRIMARY KEY (state, assignee))",
    "CREATE TABLE sequence (name TEXT PRIMARY KEY, value BIGINT NOT NULL)",
    "INSERT INTO sequence (name, value) VALUES ('conversation', 1000)",
];

/// Which messages a message answers, seen or not, and who takes part beside the customer.
const THREADING: &[&str] = &[
    "CREATE TABLE message_reference (mail_id TEXT NOT NULL, message TEXT NOT NULL REFERENCES message (id), \
     PRIMARY KEY (mail_id, message))",
    "CREATE INDEX message_reference_of ON message_reference (message)",
    "CREATE TABLE participant (conversation TEXT NOT NULL REFERENCES conversation (id), address TEXT NOT NULL, \
     name TEXT NOT NULL, shown TEXT NOT NULL, state TEXT NOT NULL, since BIGINT NOT NULL, \
     PRIMARY KEY (conversation, address))",
    "CREATE INDEX conversation_linked ON conversation (linked_from, id) WHERE linked_from IS NOT NULL",
];

/// The department that a conversation belongs to, empty for none; the counts tell them apart.
const DEPARTMENTS: &[&str] = &[
    "ALTER TABLE conversation ADD COLUMN department TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX conversation_due_in ON conversation (department, grp, due, id)",
    "CREATE INDEX conversation_touched_in ON conversation (department, grp, touched_at, id)",
    "ALTER TABLE tally RENAME TO tally_before",
    "CREATE TABLE tally (state TEXT NOT NULL, assignee TEXT NOT NULL, department TEXT NOT NULL, n BIGINT NOT NULL, \
     PRIMARY KEY (state, assignee, department))",
    "INSERT INTO tally (state, assignee, department, n) SELECT state, assignee, '', n FROM tally_before",
    "DROP TABLE tally_before",
];

/// By which mailbox of the business a conversation came; it is answered from there.
const MAILBOXES: &[&str] = &["ALTER TABLE conversation ADD COLUMN mailbox TEXT"];
/// A meeting that came with a message.
const MEETINGS: &[&str] = &["ALTER TABLE message ADD COLUMN invite TEXT"];

/// What became part of what, what might, and whether a sender is who they say.
const MERGING: &[&str] = &[
    "CREATE TABLE merge (source TEXT PRIMARY KEY REFERENCES conversation (id), \
     target TEXT NOT NULL REFERENCES conversation (id), at BIGINT NOT NULL, moved TEXT NOT NULL)",
    "CREATE INDEX merge_target ON merge (target, at)",
    "CREATE TABLE merge_offer (first TEXT NOT NULL REFERENCES conversation (id), \
     second TEXT NOT NULL REFERENCES conversation (id), message TEXT NOT NULL REFERENCES message (id), \
     at BIGINT NOT NULL, open BIGINT NOT NULL, PRIMARY KEY (first, second))",
    "CREATE INDEX merge_offer_second ON merge_offer (second) WHERE open = 1",
    "ALTER TABLE message ADD COLUMN proof TEXT",
];

/// Words on conversations. A row of `tagged` repeats what lists are sorted by, so that the list of a tag is read by
/// its index; `n` is how many conversations bear it, without those that are deleted.
const TAGS: &[&str] = &[
    "CREATE TABLE tag (id TEXT PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL UNIQUE, tone TEXT NOT NULL, \
     n BIGINT NOT NULL)",
    "CREATE TABLE tagged (conversation TEXT NOT NULL REFERENCES conversation (id), \
     tag TEXT NOT NULL REFERENCES tag (id), at BIGINT NOT NULL, grp BIGINT NOT NULL, due BIGINT NOT NULL, \
     touched_at BIGINT NOT NULL, PRIMARY KEY (conversation, tag))",
    "CREATE INDEX tagged_due ON tagged (tag, grp, due, conversation)",
    "CREATE INDEX tagged_touched ON tagged (tag, grp, touched_at, conversation)",
];

/// Tags counted what is deleted, too, until it was gone for good.
const TAGS_WITHOUT_DELETED: &str =
    "UPDATE tag SET n = (SELECT COUNT(*) FROM tagged WHERE tagged.tag = tag.id AND tagged.grp <> 4)";

/// Until when a conversation is not to be seen; `grp` is 3 and `due` is this time meanwhile, and `tally` counts it
/// under `snoozed`.
const SNOOZING: &[&str] = &["ALTER TABLE conversation ADD COLUMN snoozed_until BIGINT"];

/// Who follows a conversation, and whom a note in it names. Rows repeat what lists are sorted by, as those of `tagged`
/// do; `attention` keeps how many open ones each colleague follows, and how many mentions they have not seen.
const FOLLOWING: &[&str] = &[
    "CREATE TABLE following (conversation TEXT NOT NULL REFERENCES conversation (id), staff TEXT NOT NULL, \
     follows BIGINT NOT NULL, mentioned_at BIGINT NOT NULL, unseen BIGINT NOT NULL, grp BIGINT NOT NULL, \
     due BIGINT NOT NULL, touched_at BIGINT NOT NULL, PRIMARY KEY (conversation, staff))",
    "CREATE INDEX following_due ON following (staff, grp, due, conversation) WHERE follows = 1",
    "CREATE INDEX following_touched ON following (staff, grp, touched_at, conversation) WHERE follows = 1",
    "CREATE INDEX following_mentioned ON following (staff, mentioned_at, conversation) WHERE mentioned_at > 0",
    "CREATE TABLE attention (staff TEXT PRIMARY KEY, following BIGINT NOT NULL, mentions BIGINT NOT NULL)",
];

/// Which conversations belong together without being one. Each pair stands twice, once from each side.
const LINKS: &[&str] = &["CREATE TABLE conversation_link (one TEXT NOT NULL REFERENCES conversation (id), \
     other TEXT NOT NULL REFERENCES conversation (id), kind TEXT NOT NULL, PRIMARY KEY (one, other))"];

/// When a message was edited or words were taken out of it, and what stood in an edited note before.
const CHANGING: &[&str] = &[
    "ALTER TABLE message ADD COLUMN edited_at BIGINT",
    "ALTER TABLE message ADD COLUMN redacted_at BIGINT",
    "CREATE TABLE message_version (message TEXT NOT NULL REFERENCES message (id), until BIGINT NOT NULL, \
     staff TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (message, until))",
];

/// What is to be done in conversations.
const CHECKLISTS: &[&str] = &[
    "CREATE TABLE checklist_item (id TEXT PRIMARY KEY, conversation TEXT NOT NULL REFERENCES conversation (id), \
     place BIGINT NOT NULL, text TEXT NOT NULL, done_at BIGINT, done_by TEXT)",
    "CREATE INDEX checklist_item_of ON checklist_item (conversation, place, id)",
];

/// Minutes that colleagues spent on conversations.
const TIME_SPENT: &[&str] = &[
    "CREATE TABLE time_spent (id TEXT PRIMARY KEY, conversation TEXT NOT NULL REFERENCES conversation (id), \
     staff TEXT NOT NULL, at BIGINT NOT NULL, minutes BIGINT NOT NULL)",
    "CREATE INDEX time_spent_on ON time_spent (conversation, id)",
];

/// What conversations and messages were in another system; `name` is a digest of what names them there.
const ORIGINS: &[&str] = &[
    "CREATE TABLE conversation_origin (name TEXT PRIMARY KEY, conversation TEXT NOT NULL REFERENCES conversation (id), \
     source TEXT NOT NULL, number TEXT NOT NULL, gone BIGINT NOT NULL)",
    "CREATE INDEX conversation_origin_of ON conversation_origin (conversation)",
    "CREATE TABLE message_origin (name TEXT PRIMARY KEY, conversation TEXT NOT NULL REFERENCES conversation (id), \
     message TEXT NOT NULL)",
    "CREATE INDEX message_origin_of ON message_origin (conversation)",
];

/// Whether a conversation was here before anything of an archive joined it.
const ORIGINS_OF_WHAT_JOINED: &str = "ALTER TABLE conversation_origin ADD COLUMN joined BIGINT NOT NULL DEFAULT 0";
