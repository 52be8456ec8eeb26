//! What can be asked about conversations. Every question takes a [`Scope`], the answer of
//! [`base::allowed`].

mod deleted;
mod lately;
mod likes;
mod lists;
mod macros;
mod needs;
mod outcomes;
mod praise;
mod problems;
mod promises;
mod requests;
mod rota;
mod service;
mod shares;
mod sides;
mod steps;
mod tags;
mod thread;
pub mod timeline;
mod today;
mod toning;
mod turns;
mod views;
mod weaving;

use std::collections::HashSet;

use base::{Instant, Scope};
use people::{OrganisationId, PersonId, StaffId};
use platform::{Conn, Result};

use crate::ids::{AttachmentId, ConversationId, DraftId, MessageId};
use crate::model::{Attachment, Author, Conversation, Delivery, DraftText, Message, MessageKind, SharedDraft, Version};
use crate::rules::drafts::KEPT;
use crate::rules::placing::Step;
use crate::rules::redacting::Taken;
use crate::store;

pub use crate::store::{DeletedRow, Origin, ProblemRow, origins_of};
pub use deleted::{DeletedPage, deleted, deleted_number};
pub use lately::Lately;
pub use likes::{CaseAtHand, LikeCase, case_at_hand, like_cases, like_marks};
pub use lists::{
    Counts, ListQuery, ListRow, OPEN_TAGGED_MOST, OfDepartment, Page, View, counts, counts_lately, due_soon, list,
    numbers,
};
pub(crate) use macros::picture_of_macro;
pub use macros::{
    Offered, Uses, find_macro, for_form, macro_facts, macro_file, macro_files, macros, macros_at_first, offered_macros,
    removed_macro,
};
pub use needs::{
    NeedFigures, NeedPage, NeedQuery, NeedRow, RisingTopic, known_topics, need, need_figures, needs, needs_in,
    needs_of, to_be_told,
};
pub use outcomes::{AGAIN_DAYS, Ended, came_again, complaint_stands, ended, solved_before};
pub use praise::{BehindPraise, Praise, praise_of};
pub use problems::{
    ProblemPage, ProblemQuery, ProblemRows, problem, problem_history, problem_rows, problem_telling, problems,
    problems_of, problems_within,
};
pub use promises::{
    House, Keeping, PromisePage, PromiseQuery, PromiseRow, house, promise, promise_counts, promise_feed,
    promise_record, promise_record_of, promises_due, promises_in, promises_of, promises_to,
};
pub use requests::{Behind, Request, by_request_link, mine, request, request_link};
pub use rota::{ROTA_WEEKS, RotaAhead, RotaWeek, rota_ahead};
pub use service::{ClockTrail, EXAMPLES, PREVIEWED, ServicePreview, clock_trail, service_preview};
pub use shares::{SHARE_DAYS_MAX, Share, Shares, turn_shares};
pub use sides::{Aside, side, side_begun_by};
pub use steps::{Done, step};
pub use tags::{borne_tags, open_tagged, tag, tags, tags_of};
pub(crate) use tags::{tag_looked_at, tags_behind};
pub(crate) use thread::thread_even_deleted;
pub use thread::{Thread, glance, links, thread};
pub use today::{TODAY_MOST, Today, TodayRow, due_today, today};
pub use toning::{TONE_DAYS, tone_overrides};
pub(crate) use turns::candidates_of;
pub use turns::{Line, Standing, mark_full, turns};
pub use views::{Kept, OfView, count_opened, count_view, find_view, meeting, removed_view, views};
pub use weaving::{AsOne, WOVEN_MOST, as_one};

/// Which facts of the log are about conversations that lie in these departments now: a condition on their subject, around
/// a list of bound ids.
#[must_use]
pub fn told_within(ids: &str) -> String {
    // Behind the thirteen letters of «conversation:».
    format!("EXISTS (SELECT 1 FROM conversation c WHERE c.id = SUBSTR(event.subject, 14) AND c.department IN ({ids}))")
}

/// Where an attachment's bytes are.
#[derive(Clone, Debug)]
pub struct StoredAttachment {
    /// The attachment.
    pub attachment: Attachment,
    /// The blob: the file itself, or the raw mail that holds it.
    pub blob: String,
    /// Path of the part within that mail.
    pub part: Option<String>,
}

/// Unfinished texts of one colleague that lists mark.
const DRAFTS_MOST: i64 = 500;

/// One conversation.
///
/// # Errors
/// See [`list`].
pub async fn find(conn: &mut Conn, scope: &Scope, id: &ConversationId) -> Result<Option<Conversation>> {
    store::find(conn, scope, id).await
}

/// The conversation with a number.
///
/// # Errors
/// See [`list`].
pub async fn by_number(conn: &mut Conn, scope: &Scope, number: i64) -> Result<Option<Conversation>> {
    store::find_by_number(conn, scope, number).await
}

/// Where a conversation is by now: itself, or what it became part of.
///
/// # Errors
/// See [`list`].
pub async fn where_merged(conn: &mut Conn, id: &ConversationId) -> Result<ConversationId> {
    store::where_merged(conn, id).await
}

/// By which mailbox a conversation came, by the channel's name for it.
///
/// # Errors
/// See [`list`].
pub async fn mailbox_of(conn: &mut Conn, id: &ConversationId) -> Result<Option<String>> {
    store::mailbox_of(conn, id).await
}

/// The rows of these conversations, as far as they are in scope; in no order.
///
/// # Errors
/// See [`list`].
pub async fn these(conn: &mut Conn, scope: &Scope, ids: &[String]) -> Result<Vec<ListRow>> {
    store::found_rows(conn, scope, ids).await
}

/// A customer's conversations, newest first.
///
/// # Errors
/// See [`list`].
pub async fn of_person(conn: &mut Conn, scope: &Scope, person: &PersonId, most: i64) -> Result<Vec<ListRow>> {
    store::of_person(conn, scope, person, most).await
}

/// The conversations of an organisation's people, newest first.
///
/// # Errors
/// See [`list`].
pub async fn of_organisation(conn: &mut Conn, scope: &Scope, id: &OrganisationId, most: i64) -> Result<Vec<ListRow>> {
    store::of_organisation(conn, scope, id, most).await
}

/// One message.
///
/// # Errors
/// See [`list`].
pub async fn message(conn: &mut Conn, scope: &Scope, id: &MessageId) -> Result<Option<Message>> {
    store::find_message(conn, scope, id).await
}

/// What stood in a note before, for its writer and for who answers for privacy; oldest first.
///
/// # Errors
/// See [`list`].
pub async fn versions(conn: &mut Conn, reader: &base::Actor, note: &Message) -> Result<Vec<Version>> {
    let own = matches!(&note.author, Author::Staff(id) if reader.staff_id() == Some(id.as_str()));
    if own || base::allowed(reader, base::Action::ManagePrivacy).is_ok() {
        store::versions(conn, &note.id).await
    } else {
        Ok(Vec::new())
    }
}

/// What others than `me` have said in a conversation since `seen`, oldest first.
///
/// # Errors
/// See [`list`].
pub async fn newer(
    conn: &mut Conn,
    scope: &Scope,
    id: &ConversationId,
    seen: &MessageId,
    me: &StaffId,
) -> Result<Vec<Message>> {
    let id = &store::where_merged(conn, id).await?;
    if store::find(conn, scope, id).await?.is_none() {
        return Ok(Vec::new());
    }
    store::newer(conn, id, seen, me.as_str()).await
}

/// Who follows a conversation.
///
/// # Errors
/// See [`list`].
pub async fn followers(conn: &mut Conn, id: &ConversationId) -> Result<Vec<StaffId>> {
    let all = store::all_following(conn, id).await?.into_iter();
    Ok(all.filter(|(_, one)| one.follows).map(|(staff, _)| staff).collect())
}

/// What a colleague has typed in a conversation and not sent, newest first.
///
/// # Errors
/// See [`list`].
pub async fn drafts(conn: &mut Conn, me: &StaffId, id: &ConversationId) -> Result<Vec<(MessageKind, DraftText)>> {
    store::drafts_of(conn, me, id).await
}

/// The drafts of replies that colleagues share in a conversation, oldest first.
///
/// # Errors
/// See [`list`].
pub async fn shared_drafts(conn: &mut Conn, id: &ConversationId) -> Result<Vec<SharedDraft>> {
    store::shared_of(conn, id).await
}

/// Those that were thrown away there and can be brought back `now`, the last one first.
///
/// # Errors
/// See [`list`].
pub async fn thrown_away(conn: &mut Conn, id: &ConversationId, now: Instant) -> Result<Vec<SharedDraft>> {
    store::thrown_away(conn, id, now.saturating_sub(KEPT).unwrap_or(Instant::MIN)).await
}

/// One of them, of a conversation that the scope reaches.
///
/// # Errors
/// See [`list`].
pub async fn shared_draft(conn: &mut Conn, scope: &Scope, id: &DraftId) -> Result<Option<SharedDraft>> {
    let Some(draft) = store::find_shared(conn, id).await? else { return Ok(None) };
    Ok(store::find(conn, scope, &draft.conversation).await?.map(|_| draft))
}

/// The conversations in which a colleague has left something typed.
///
/// # Errors
/// See [`list`].
pub async fn drafted(conn: &mut Conn, me: &StaffId) -> Result<HashSet<ConversationId>> {
    Ok(store::drafted(conn, me, DRAFTS_MOST).await?.into_iter().collect())
}

/// How the place of a message was decided, step by step.
///
/// # Errors
/// See [`list`].
pub async fn trace(conn: &mut Conn, scope: &Scope, id: &MessageId) -> Result<Vec<Step>> {
    match store::find_message(conn, scope, id).await? {
        Some(_) => store::trace(conn, id).await,
        None => Ok(Vec::new()),
    }
}

/// The files of one message.
///
/// # Errors
/// See [`list`].
pub async fn files(conn: &mut Conn, message: &MessageId) -> Result<Vec<Attachment>> {
    Ok(store::files_of(conn, message).await?.into_iter().map(|(file, ..)| file).collect())
}

/// One attachment and where its bytes are.
///
/// # Errors
/// See [`list`].
pub async fn attachment(conn: &mut Conn, scope: &Scope, id: &AttachmentId) -> Result<Option<StoredAttachment>> {
    let found = store::stored_attachment(conn, scope, id).await?;
    Ok(found.map(|(attachment, blob, part)| StoredAttachment { attachment, blob, part }))
}

/// The files of these messages that lie in mails as they came.
///
/// # Errors
/// See [`list`].
pub(crate) async fn in_mails(conn: &mut Conn, messages: &[MessageId]) -> Result<Vec<StoredAttachment>> {
    let mut found = Vec::new();
    for message in messages {
        let files = store::files_of(conn, message).await?.into_iter().filter(|(.., part)| part.is_some());
        found.extend(files.map(|(attachment, blob, part)| StoredAttachment { attachment, blob, part }));
    }
    Ok(found)
}

/// The messages of a conversation in which a card number stands.
///
/// # Errors
/// See [`list`].
pub(crate) async fn with_cards(conn: &mut Conn, scope: &Scope, id: &ConversationId) -> Result<Vec<MessageId>> {
    if store::find(conn, scope, id).await?.is_none() {
        return Ok(Vec::new());
    }
    let mut messages = store::thread(conn, id, i64::MAX).await?;
    thread::complete(conn, id, &mut messages).await?;
    Ok(messages.into_iter().filter(|it| Taken::Cards.stands_in(it)).map(|it| it.id).collect())
}

/// Replies that were given up, newest first, with how far they came.
///
/// # Errors
/// See [`list`].
pub async fn failed_deliveries(conn: &mut Conn, most: i64) -> Result<Vec<(MessageId, Delivery)>> {
    store::failed_deliveries(conn, most).await
}
