//! Notices for programs: those of the colleague whose token it is.

use axum::Json;
use axum::extract::Path;
use base::Action;
use people::api::Caller;
use platform::api::{self, Body, Cursor, Listing, Page, Problem, Query, time};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::settings::{self, Wishes};
use super::timing::{Quiet, Way};
use super::{Kind, NoticeId, Shown, list as notices, read_all, read_one};

/// Which notices.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct AskedNotices {
    /// Only those that are not read.
    unread: Option<bool>,
    /// `next` of the page before.
    cursor: Option<String>,
    /// How many, 25 when not said.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<i64>,
}

/// Something that you were told.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct NoticeRow {
    /// Names it.
    id: String,
    /// What.
    kind: Kind,
    /// The conversation that it is about.
    conversation: String,
    /// What people call it.
    number: i64,
    /// The message that it is about, if it is one.
    message: Option<String>,
    /// Who did it: `staff:…`, `customer:…`, `rule:…` or `system`.
    actor: String,
    /// When it happened.
    #[schema(format = DateTime)]
    at: String,
    /// When it was read; null when it is not.
    #[schema(format = DateTime)]
    read_at: Option<String>,
}

impl From<Shown> for NoticeRow {
    fn from(one: Shown) -> Self {
        Self {
            id: one.notice.id.to_string(),
            kind: one.notice.kind,
            conversation: one.row.conversation.id.to_string(),
            number: one.row.conversation.number,
            message: one.notice.message,
            actor: one.notice.actor,
            at: time(one.notice.at),
            read_at: one.notice.read_at.map(time),
        }
    }
}

/// Lists what you were told
///
/// The newest first, as far as you see the conversations.
#[utoipa::path(get, path = "/notices", tag = "Notices", operation_id = "list_notices", params(AskedNotices),
    responses((status = 200, description = "A page of them.", body = Page<NoticeRow>)))]
pub(crate) async fn list(caller: Caller, Query(asked): Query<AskedNotices>) -> Result<Json<Page<NoticeRow>>, Problem> {
    caller.must(Action::ReadConversations)?;
    let unread = asked.unread.unwrap_or_default();
    let (listing, cursor) = (Listing::new("notices", &unread), Cursor(&caller.p.tokens));
    let after: Option<NoticeId> = cursor.open(&listing, asked.cursor.as_deref())?;
    let wanted = super::Asked { unread, after: after.as_ref(), most: api::limit(asked.limit)? };
    let (found, next) = notices(&mut caller.p.db.read().await?, &caller.staff, wanted).await?;
    let next = next.map(|id| cursor.seal(&listing, &id));
    Ok(Json(Page { data: found.into_iter().map(NoticeRow::from).collect(), next }))
}

/// Whether it is done.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct NoticesRead {
    /// Always true.
    read: bool,
}

/// Marks one of your notices as read
#[utoipa::path(post, path = "/notices/{id}/read", tag = "Notices", operation_id = "read_notice",
    params(("id" = String, Path, description = "The notice.", example = "ntc_01kyf5b0000000000000000000")),
    responses((status = 200, description = "It is read.", body = NoticesRead)))]
pub(crate) async fn read(caller: Caller, Path(id): Path<String>) -> Result<Json<NoticesRead>, Problem> {
    caller.must(Action::NoteConversations)?;
    let id: NoticeId = id.parse().map_err(|_| Problem::not_found())?;
    if !read_one(&caller.p, &caller.staff.id, &id).await? {
        return Err(Problem::not_found());
    }
    Ok(Json(NoticesRead { read: true }))
}

/// Marks all your notices as read
#[utoipa::path(post, path = "/notices/read", tag = "Notices", operation_id = "read_notices",
    responses((status = 200, description = "All are read.", body = NoticesRead)))]
pub(crate) async fn read_each(caller: Caller) -> Result<Json<NoticesRead>, Problem> {
    caller.must(Action::NoteConversations)?;
    read_all(&caller.p, &caller.staff.id).await?;
    Ok(Json(NoticesRead { read: true }))
}

/// How you are told one kind of notice.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NoticeChoice {
    /// What is told.
    kind: Kind,
    /// How.
    way: Way,
}

/// How you are told what concerns you. Times are the business's.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "choices": [{ "kind": "wrote", "way": "digest" }], "quiet_from": 1020, "quiet_until": 480,
    "quiet_days": [6, 7], "digest_hour": 8
}))]
pub(crate) struct NoticeWishes {
    /// Each kind with how it is told. What is not named is told as usual.
    choices: Vec<NoticeChoice>,
    /// Nothing is mailed from this minute after midnight; null for no quiet hours.
    #[serde(default)]
    #[schema(minimum = 0, maximum = 1439)]
    quiet_from: Option<u16>,
    /// Until this minute after midnight.
    #[serde(default)]
    #[schema(minimum = 0, maximum = 1439)]
    quiet_until: Option<u16>,
    /// Days when nothing is mailed at all: 1 is Monday.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 7)]
    quiet_days: Vec<i8>,
    /// The hour of the digest.
    #[schema(minimum = 0, maximum = 23)]
    digest_hour: u8,
}

impl From<Wishes> for NoticeWishes {
    fn from(wishes: Wishes) -> Self {
        let choice = |kind: Kind| NoticeChoice { kind, way: wishes.way(kind) };
        Self {
            choices: Kind::ALL.map(choice).to_vec(),
            quiet_from: wishes.quiet.hours.map(|hours| hours.0),
            quiet_until: wishes.quiet.hours.map(|hours| hours.1),
            quiet_days: wishes.quiet.days,
            digest_hour: wishes.digest,
        }
    }
}

impl NoticeWishes {
    fn read(self) -> Result<Wishes, Problem> {
        let hours = match (self.quiet_from, self.quiet_until) {
            (None, None) => None,
            (Some(from), Some(until)) => Some((from, until)),
            _ => return Err(Problem::field("/quiet_until", "goes with quiet_from")),
        };
        let mut days: Vec<i8> = self.quiet_days;
        days.sort_unstable();
        days.dedup();
        let start = Wishes { quiet: Quiet { hours, days }, digest: self.digest_hour, ..Wishes::default() };
        if !start.fits() {
            let hours = "must be two different times of a day, days from 1 to 7 and an hour from 0 to 23";
            return Err(Problem::field("/quiet_from", hours));
        }
        Ok(self.choices.into_iter().fold(start, |wishes, one| wishes.with(one.kind, one.way)))
    }
}

/// Shows how you are told what concerns you
#[utoipa::path(get, path = "/notices/wishes", tag = "Notices", operation_id = "get_notice_wishes",
    responses((status = 200, description = "Each kind with how it is told.", body = NoticeWishes)))]
pub(crate) async fn wishes(caller: Caller) -> Result<Json<NoticeWishes>, Problem> {
    caller.must(Action::ReadConversations)?;
    let wishes = settings::wishes(&mut caller.p.db.read().await?, &caller.staff.id).await?;
    Ok(Json(wishes.into()))
}

/// Changes how you are told what concerns you
#[utoipa::path(put, path = "/notices/wishes", tag = "Notices", operation_id = "set_notice_wishes",
    request_body = NoticeWishes,
    responses((status = 200, description = "As it is from now on.", body = NoticeWishes)))]
pub(crate) async fn set_wishes(caller: Caller, Body(new): Body<NoticeWishes>) -> Result<Json<NoticeWishes>, Problem> {
    caller.must(Action::NoteConversations)?;
    let wishes = new.read()?;
    let mut tx = caller.p.begin().await?;
    settings::set_wishes(&mut tx, &caller.staff.id, &wishes).await?;
    tx.commit().await?;
    Ok(Json(wishes.into()))
}
