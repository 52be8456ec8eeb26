//! What was promised: to a customer, by a colleague, and what is to be kept now.

use base::calendar::Calendar;
use base::{Instant, Scope};
use jiff::SignedDuration;
use jiff::tz::TimeZone;
use people::absence::{self, Absence};
use people::department::Department;
use people::staff::{Colleague, Staff};
use people::{DepartmentId, PersonId, StaffId};
use platform::{Conn, Result};

use crate::ids::{ConversationId, PromiseId};
use crate::model::{Conversation, Promise, PromiseCounts, PromiseRecord};
use crate::rules::departments::works_on;
use crate::rules::promises::keeping::{self, Keeper};
use crate::rules::promises::{Hours, Standing, timing};
use crate::rules::today;
use crate::store::{self, KeepsPromises, PromisesAsked, WhosePromises};
use crate::{commands, settings};

/// How far back it is told how a colleague kept their promises.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(24 * 365);

/// The hours and the zone of the business, by which days are meant.
#[derive(Clone, Debug)]
pub struct House {
    calendar: Option<Calendar>,
    zone: TimeZone,
}

impl House {
    /// As rules take them.
    #[must_use]
    pub fn hours(&self) -> Hours<'_> {
        Hours { calendar: self.calendar.as_ref(), zone: &self.zone }
    }
}

/// The hours and the zone of the business.
///
/// # Errors
/// When the database cannot be read; so for all below.
pub async fn house(conn: &mut Conn) -> Result<House> {
    let zone = commands::zone_of(&settings::business(conn).await?);
    Ok(House { calendar: settings::clock_policy(conn).await?.calendar, zone })
}

/// Who is there and who is away: by them it is known who keeps a promise now.
#[derive(Clone, Debug)]
pub struct Keeping {
    away: Vec<Absence>,
    colleagues: Vec<Colleague>,
}

impl Keeping {
    /// As it is now.
    ///
    /// # Errors
    /// See [`house`].
    pub async fn now(conn: &mut Conn, now: Instant) -> Result<Self> {
        let away = absence::away(conn, now).await?;
        Ok(Self { away, colleagues: people::staff::colleagues(conn, &Scope::All).await? })
    }

    /// Who keeps a promise.
    #[must_use]
    pub fn keeper(&self, it: &Promise) -> Keeper {
        let able = |id: &StaffId| {
            self.colleagues.iter().any(|one| one.id == *id && works_on(&one.actor(), it.department.as_ref()))
        };
        keeping::keeper(it.owner.as_ref(), &self.away, able)
    }

    /// The colleague who keeps a promise, by id and name; nobody where those who lead do.
    #[must_use]
    pub fn by_whom(&self, it: &Promise) -> Option<(StaffId, String)> {
        let id = match self.keeper(it) {
            Keeper::Owner => it.owner.clone()?,
            Keeper::Deputy(deputy) => deputy,
            Keeper::Leads => return None,
        };
        let name = self.name(&id);
        Some((id, name))
    }

    /// What somebody who is there is called.
    #[must_use]
    pub fn name(&self, id: &StaffId) -> String {
        self.colleagues.iter().find(|one| one.id == *id).map(|one| one.name.clone()).unwrap_or_default()
    }

    /// For whom a colleague keeps promises now: anywhere, and otherwise in departments in which not all work.
    fn for_whom(&self, me: &Staff, all: &[Staff], departments: &[Department]) -> KeepsPromises {
        let owners = self.owners(me, all, Colleague::takes_work);
        let there = |department: Option<&DepartmentId>| {
            (
                department.map(ToString::to_string).unwrap_or_default(),
                self.owners(me, all, |one| works_on(&one.actor(), department)),
            )
        };
        let each = departments.iter().map(|one| Some(&one.id)).chain([None]).map(there);
        let otherwise = each.filter(|(_, ids)| *ids != owners).collect();
        KeepsPromises { owners, otherwise }
    }

    /// For whom a colleague keeps promises, themselves among them, where those who are `there` can; an empty id stands
    /// for what is nobody's.
    fn owners(&self, me: &Staff, all: &[Staff], there: impl Fn(&Colleague) -> bool) -> Vec<String> {
        let able = |id: &StaffId| self.colleagues.iter().any(|one| one.id == *id && there(one));
        let leads = keeping::leads(me.role, &me.departments, None);
        let mine = |one: &&Staff| match keeping::keeper(Some(&one.id), &self.away, able) {
            Keeper::Owner => one.id == me.id,
            Keeper::Deputy(deputy) => deputy == me.id || one.id == me.id,
            Keeper::Leads => leads || one.id == me.id,
        };
        let mut ids: Vec<String> = all.iter().filter(mine).map(|one| one.id.to_string()).collect();
        if leads {
            ids.push(String::new());
        }
        ids
    }
}

/// Which edition of the address of a colleague's calendar holds; none where they have none.
///
/// # Errors
/// See [`house`].
pub async fn promise_feed(conn: &mut Conn, staff: &StaffId) -> Result<Option<i64>> {
    store::feed_edition(conn, staff).await
}

/// One promise that the scope reaches.
///
/// # Errors
/// See [`house`].
pub async fn promise(conn: &mut Conn, scope: &Scope, id: &PromiseId) -> Result<Option<Promise>> {
    store::find_promise(conn, scope, id).await
}

/// Those of a conversation, oldest first.
///
/// # Errors
/// See [`house`].
pub async fn promises_in(conn: &mut Conn, id: &ConversationId) -> Result<Vec<Promise>> {
    store::promises_of(conn, id).await
}

/// What was promised to a customer, the newest first.
///
/// # Errors
/// See [`house`].
pub async fn promises_to(conn: &mut Conn, scope: &Scope, person: &PersonId, most: i64) -> Result<Vec<Promise>> {
    store::promises_to(conn, scope, person, most).await
}

/// How many promises to a customer that the scope reaches were kept.
///
/// # Errors
/// See [`house`].
pub async fn promise_record(conn: &mut Conn, scope: &Scope, person: &PersonId) -> Result<PromiseRecord> {
    store::promise_record_of_person(conn, scope, person).await
}

/// How many promises a colleague kept within a year.
///
/// # Errors
/// See [`house`].
pub async fn promise_record_of(conn: &mut Conn, staff: &StaffId, now: Instant) -> Result<PromiseRecord> {
    let since = now.saturating_sub(REMEMBERED).unwrap_or(Instant::MIN);
    store::promise_record_of_owner(conn, staff, since).await
}

/// Where late ends and today does, in µs of what promises are sorted by.
fn ends(now: Instant, zone: &TimeZone) -> (i64, i64) {
    let late = now.saturating_sub(timing::MINUTE).unwrap_or(Instant::MIN);
    let late = base::clock::to_micros(late).saturating_add(1);
    (late, base::clock::to_micros(today::ends(now, zone)).max(late))
}

/// How many promises are to be kept by a colleague, and in their departments.
///
/// # Errors
/// See [`house`].
pub async fn promise_counts(conn: &mut Conn, scope: &Scope, me: &Staff, now: Instant) -> Result<PromiseCounts> {
    let zone = commands::zone_of(&settings::business(conn).await?);
    let ends = ends(now, &zone);
    let (mine, theirs) = whose(conn, me, now).await?;
    let mine = store::count_promises(conn, scope, WhosePromises::Keeps(&mine), ends).await?;
    Ok(PromiseCounts { mine, theirs: store::count_promises(conn, scope, of_departments(&theirs), ends).await? })
}

/// How many promises are to be kept by a colleague.
pub(super) async fn mine(conn: &mut Conn, scope: &Scope, me: &Staff, now: Instant) -> Result<[i64; 3]> {
    let zone = commands::zone_of(&settings::business(conn).await?);
    let (mine, _) = whose(conn, me, now).await?;
    store::count_promises(conn, scope, WhosePromises::Keeps(&mine), ends(now, &zone)).await
}

/// For whom a colleague keeps promises, and where they work.
async fn whose(conn: &mut Conn, me: &Staff, now: Instant) -> Result<(KeepsPromises, Vec<String>)> {
    let keeping = Keeping::now(conn, now).await?;
    let all = people::staff::all(conn, &Scope::All).await?;
    let departments = people::department::all(conn).await?;
    Ok((keeping.for_whom(me, &all, &departments), me.departments.iter().map(ToString::to_string).collect()))
}

/// Who works nowhere in particular works everywhere.
fn of_departments(ids: &[String]) -> WhosePromises<'_> {
    if ids.is_empty() { WhosePromises::All } else { WhosePromises::Departments(ids) }
}

/// Which open promises are asked for.
#[derive(Clone, Debug)]
pub struct PromiseQuery {
    /// Those of the departments of whoever asks, not only those that they keep.
    pub all: bool,
    /// Which of them; without, all.
    pub standing: Option<Standing>,
    /// Where the page begins, as [`PromisePage::next`] says.
    pub after: String,
    /// How many.
    pub most: i64,
}

/// An open promise among others.
#[derive(Clone, Debug)]
pub struct PromiseRow {
    /// The promise.
    pub promise: Promise,
    /// Where it was made.
    pub conversation: Conversation,
    /// What the customer is called.
    pub person_name: String,
    /// Who keeps it now; nobody where those who lead do.
    pub keeper: Option<(StaffId, String)>,
}

/// A page of open promises.
#[derive(Clone, Debug)]
pub struct PromisePage {
    /// What is due first before the rest.
    pub rows: Vec<PromiseRow>,
    /// Where the next page begins, if there is one.
    pub next: Option<String>,
}

/// What a colleague owns and is to be kept, as far as the scope reaches, what is due first before the rest.
///
/// # Errors
/// See [`house`].
pub async fn promises_of(conn: &mut Conn, scope: &Scope, owner: &StaffId, most: i64) -> Result<Vec<Promise>> {
    let (from, until, after) = (i64::MIN, i64::MAX, None);
    let asked = PromisesAsked { whose: WhosePromises::Owner(owner), from, until, after, most };
    Ok(store::open_promises(conn, scope, &asked).await?.into_iter().map(|(_, promise)| promise).collect())
}

/// Open promises that the scope reaches, what is due first before the rest.
///
/// # Errors
/// See [`house`].
pub async fn promises_due(
    conn: &mut Conn,
    scope: &Scope,
    me: &Staff,
    query: &PromiseQuery,
    now: Instant,
) -> Result<PromisePage> {
    let zone = commands::zone_of(&settings::business(conn).await?);
    let (late, today) = ends(now, &zone);
    let (from, until) = match query.standing {
        Some(Standing::Late) => (i64::MIN, late),
        Some(Standing::Today) => (late, today),
        Some(Standing::Coming) => (today, i64::MAX),
        None => (i64::MIN, i64::MAX),
    };
    let after = query.after.split_once('.').and_then(|(due, id)| Some((due.parse().ok()?, id.parse().ok()?)));
    let (mine, theirs) = whose(conn, me, now).await?;
    let whose = if query.all { of_departments(&theirs) } else { WhosePromises::Keeps(&mine) };
    let asked = PromisesAsked { whose, from, until, after, most: query.most.saturating_add(1) };
    let mut found = store::open_promises(conn, scope, &asked).await?;
    let more = i64::try_from(found.len()).unwrap_or(i64::MAX) > query.most;
    found.truncate(usize::try_from(query.most).unwrap_or(usize::MAX));
    let next = found.last().filter(|_| more).map(|(due, last)| format!("{due}.{}", last.id));
    let keeping = Keeping::now(conn, now).await?;
    let people: Vec<PersonId> = found.iter().map(|(_, one)| one.person.clone()).collect();
    let names = people::person::names(conn, &people).await?;
    let places: Vec<&ConversationId> = found.iter().map(|(_, one)| &one.conversation).collect();
    let conversations = store::find_these(conn, scope, &places).await?;
    let mut rows = Vec::new();
    for (_, promise) in found {
        let Some(conversation) = conversations.get(&promise.conversation).cloned() else { continue };
        let person_name = names.get(&promise.person).cloned().unwrap_or_default();
        let keeper = keeping.by_whom(&promise);
        rows.push(PromiseRow { promise, conversation, person_name, keeper });
    }
    Ok(PromisePage { rows, next })
}
