//! The lists and their live counts.

use std::collections::HashMap;

use base::{Instant, Scope};
use jiff::SignedDuration;
use jiff::tz::TimeZone;
use people::{DepartmentId, StaffId};
use platform::{Conn, Result};

use super::Lately;
use super::views::{self, Kept, OfView};
use crate::ids::ConversationId;
use crate::model::{Conversation, Group, State, Tag};
use crate::rules::departments::reaches;
use crate::settings;
use crate::store::{self, Counted, Looking, Tally};

/// A ready-made list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum View {
    /// What this colleague has.
    Mine(StaffId),
    /// What nobody has.
    Unassigned,
    /// What belongs to a department.
    Department(DepartmentId),
    /// Everything.
    All,
    /// Open and due within the hours that the business calls soon, or late.
    Breaching,
    /// Somebody wrote and nobody answered, whatever the state.
    Unanswered,
    /// We answered; the customer has the word.
    WaitingCustomer,
    /// What is not to be seen for a while.
    Snoozed,
    /// Where a note names this colleague, the newest first.
    Mentions(StaffId),
    /// What this colleague follows.
    Following(StaffId),
    /// What bears a tag, by its name as somebody wrote it.
    Tagged(String),
    /// A list that somebody made and keeps.
    Saved(Box<Kept>),
}

impl View {
    /// The name in addresses.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::Department(id) => id.as_str(),
            Self::Mine(_) => "mine",
            Self::Unassigned => "unassigned",
            Self::All => "all",
            Self::Breaching => "breaching",
            Self::Unanswered => "unanswered",
            Self::WaitingCustomer => "waiting",
            Self::Snoozed => "snoozed",
            Self::Mentions(_) => "mentions",
            Self::Following(_) => "following",
            Self::Tagged(_) => "tagged",
            Self::Saved(kept) => kept.view.id.as_str(),
        }
    }

    /// Reads [`View::code`] back, for the colleague who looks. The list of a tag has its own way: `tag=name`, and a
    /// saved view is looked up.
    #[must_use]
    pub fn from_code(code: &str, me: &StaffId) -> Option<Self> {
        let mine = [Self::Mine(me.clone()), Self::Mentions(me.clone()), Self::Following(me.clone())];
        [Self::Unassigned, Self::All, Self::Unanswered, Self::Breaching, Self::WaitingCustomer, Self::Snoozed]
            .into_iter()
            .chain(mine)
            .find(|view| view.code() == code)
            .or_else(|| code.parse().ok().map(Self::Department))
    }
}

/// Which page of which list.
#[derive(Clone, Debug)]
pub struct ListQuery {
    /// The list.
    pub view: View,
    /// Which of its parts.
    pub group: Group,
    /// [`Page::next`] of the page before.
    pub after: Option<String>,
    /// Rows of a page, at most 200.
    pub most: i64,
}

/// A row of a list.
#[derive(Clone, Debug)]
pub struct ListRow {
    /// The conversation.
    pub conversation: Conversation,
    /// Its customer's name.
    pub person_name: String,
    /// Its owner's name.
    pub assignee_name: Option<String>,
    /// Its department's name.
    pub department_name: Option<String>,
    /// Whether the reader has left something typed in it.
    pub drafted: bool,
    /// Whose draft of a reply is shared in it, if there is one.
    pub shared: Option<String>,
    /// How much of its checklist is done, and how much there is, if it has one.
    pub items: Option<(i64, i64)>,
    /// The words that colleagues put on it, by name.
    pub tags: Vec<Tag>,
    /// The colleague who writes in it right now, beside the reader.
    pub writer: Option<String>,
}

/// A page of a list.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its rows.
    pub rows: Vec<ListRow>,
    /// Where the next page begins, if there is one.
    pub next: Option<String>,
}

/// The counts beside the lists. Exact, but `breaching`, which stops at 1,000.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Open and mine.
    pub mine: i64,
    /// Open and nobody's.
    pub unassigned: i64,
    /// All open.
    pub open: i64,
    /// All waiting.
    pub waiting: i64,
    /// All closed.
    pub closed: i64,
    /// Waiting for the customer.
    pub waiting_customer: i64,
    /// Written and not answered, whatever the state.
    pub unanswered: i64,
    /// Due soon or late.
    pub breaching: i64,
    /// Late, and still open.
    pub late: i64,
    /// Due before the reader's day ends, and theirs or nobody's; no further than [`OPEN_TAGGED_MOST`].
    pub today: i64,
    /// What is soon, in hours.
    pub soon_hours: i64,
    /// Not to be seen for a while.
    pub snoozed: i64,
    /// With a mention of the reader that they have not looked at.
    pub mentions: i64,
    /// Open and followed by the reader.
    pub following: i64,
    /// Open with the tag that is looked at, if one is; no further than [`OPEN_TAGGED_MOST`].
    pub tagged: i64,
    /// Open, by department, as far as the reader sees them.
    pub departments: Vec<OfDepartment>,
    /// In the saved view that is looked at, if one is; no further than [`OPEN_TAGGED_MOST`].
    pub saved: i64,
    /// Promises that the reader keeps: late ones, today's, and those to come.
    pub promises: [i64; 3],
    /// The saved views of the reader; what time alone changes in them may be seen some seconds later.
    pub views: Vec<OfView>,
}

/// What is open in a department.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfDepartment {
    /// Which.
    pub id: DepartmentId,
    /// Its name.
    pub name: String,
    /// How many conversations are open there.
    pub open: i64,
}

/// Where counting what a tag or a saved view lists stops: one more than is said.
pub const OPEN_TAGGED_MOST: i64 = 1001;

/// One page of a list.
///
/// # Errors
/// When the database cannot be read; so for all questions.
pub async fn list(conn: &mut Conn, scope: &Scope, query: &ListQuery, now: Instant) -> Result<Page> {
    let most = query.most.clamp(1, 200);
    let (mut rows, next) = match &query.view {
        View::Saved(kept) => {
            let looking = Looking { scope, me: &kept.me, now };
            views::rows(conn, &looking, &kept.view.of, query.after.as_deref(), most).await?
        }
        _ => ready_made(conn, scope, query, now, most).await?,
    };
    let ids: Vec<_> = rows.iter().map(|row| &row.conversation.id).collect();
    let mut marks = store::marks_of(conn, &ids).await?;
    for row in &mut rows {
        row.shared = marks.shared.remove(&row.conversation.id);
        row.tags = marks.tags.remove(&row.conversation.id).unwrap_or_default();
        row.items = marks.items.remove(&row.conversation.id);
    }
    Ok(Page { rows, next })
}

/// One page of a ready-made list, and where the next begins.
async fn ready_made(
    conn: &mut Conn,
    scope: &Scope,
    query: &ListQuery,
    now: Instant,
    most: i64,
) -> Result<(Vec<ListRow>, Option<String>)> {
    let after = query.after.as_deref().and_then(read_cursor);
    let soon = soon(conn, now).await?.1;
    let selection = store::Selection { view: &query.view, group: query.group, soon, after, most: most + 1 };
    let mut rows = store::list(conn, scope, &selection).await?;
    let more = rows.len() as i64 > most;
    rows.truncate(usize::try_from(most).unwrap_or(usize::MAX));
    let last = rows.last().filter(|_| more);
    let next = last.map(|keyed| format!("{}.{}", keyed.key, keyed.row.conversation.id));
    Ok((rows.into_iter().map(|keyed| keyed.row).collect(), next))
}

/// A cursor that somebody bent is no cursor: the list begins at its beginning.
fn read_cursor(text: &str) -> Option<store::After> {
    let (key, id) = text.split_once('.')?;
    let id: ConversationId = id.parse().ok()?;
    Some(store::After { key: key.parse().ok()?, id: id.as_str().to_owned() })
}

/// What the business calls soon: in hours, and until when from now.
async fn soon(conn: &mut Conn, now: Instant) -> Result<(i64, Instant)> {
    let hours = settings::manners(conn).await?.soon_hours;
    Ok((hours, now.saturating_add(SignedDuration::from_hours(hours)).unwrap_or(Instant::MAX)))
}

/// Conversations of colleagues in which a reply is due soon and not overdue, what comes due first before the rest: a page
/// of them, behind the last one of the page before.
///
/// # Errors
/// See [`list`].
pub async fn due_soon(
    conn: &mut Conn,
    now: Instant,
    after: Option<&(Instant, ConversationId)>,
    most: i64,
) -> Result<Vec<(Conversation, Instant)>> {
    let (_, soon) = soon(conn, now).await?;
    let found = store::due_between(conn, (now, soon), after, most).await?.into_iter();
    Ok(found.filter_map(|it| it.clocks.due().map(|due| (it, due))).collect())
}

/// The numbers of conversations, as far as they are there.
///
/// # Errors
/// See [`list`].
pub async fn numbers(conn: &mut Conn, scope: &Scope, these: &[ConversationId]) -> Result<HashMap<ConversationId, i64>> {
    Ok(store::numbers(conn, scope, these).await?.into_iter().collect())
}

/// The live counts, of what `scope` reaches. Only colleagues have lists; others get zeros.
///
/// # Errors
/// See [`list`].
pub async fn counts(conn: &mut Conn, scope: &Scope, me: &StaffId, now: Instant) -> Result<Counts> {
    counts_lately(conn, scope, me, now, None).await
}

/// The same; how many a saved view lists, as it was a moment ago if that is known.
///
/// # Errors
/// See [`list`].
pub async fn counts_lately(
    conn: &mut Conn,
    scope: &Scope,
    me: &StaffId,
    now: Instant,
    lately: Option<&Lately>,
) -> Result<Counts> {
    let mut counts = Counts::default();
    if matches!(scope, Scope::Own(_)) {
        return Ok(counts);
    }
    counts.departments = of_departments(conn, scope).await?;
    for Tally { counted, assignee: owner, department, n } in store::tallies(conn, scope).await? {
        let state = match counted {
            Counted::State(state) => state,
            Counted::Snoozed => {
                counts.snoozed += n;
                continue;
            }
            Counted::Unanswered => {
                counts.unanswered += n;
                continue;
            }
        };
        match state.group() {
            Group::Open => {
                counts.open += n;
                let there = counts.departments.iter_mut().find(|one| Some(&one.id) == department.as_ref());
                there.into_iter().for_each(|one| one.open += n);
                match owner {
                    None => counts.unassigned += n,
                    Some(owner) if owner == *me => counts.mine += n,
                    Some(_) => {}
                }
            }
            Group::Waiting => counts.waiting += n,
            Group::Closed => counts.closed += n,
            Group::Snoozed => {}
        }
        if state == State::WaitingCustomer {
            counts.waiting_customer += n;
        }
    }
    let staff = people::staff::find(conn, &Scope::All, me).await?;
    if let Some(staff) = &staff {
        counts.views = views::beside(conn, scope, staff, now, lately).await?;
        counts.promises = super::promises::mine(conn, scope, staff, now).await?;
    }
    let (hours, soon) = soon(conn, now).await?;
    counts.soon_hours = hours;
    let zone = staff.and_then(|staff| TimeZone::get(&staff.zone).ok()).unwrap_or(TimeZone::UTC);
    let pressing = super::today::pressing(conn, scope, me, (now, &zone), soon).await?;
    (counts.breaching, counts.late, counts.today) = (pressing.soon, pressing.late, pressing.today);
    (counts.following, counts.mentions) = (pressing.following, pressing.mentions);
    Ok(counts)
}

/// The open departments whose conversations `scope` reaches, and nothing counted yet.
async fn of_departments(conn: &mut Conn, scope: &Scope) -> Result<Vec<OfDepartment>> {
    let all = people::department::all(conn).await?.into_iter();
    let seen = all.filter(|one| one.closed_at.is_none() && reaches(scope, Some(&one.id)));
    Ok(seen.map(|one| OfDepartment { id: one.id, name: one.name, open: 0 }).collect())
}
