//! What can be asked of reports. Every question goes through what the reader may see: conversations by their
//! departments, and colleagues' own figures by themselves and those who lead.

use std::collections::{BTreeMap, HashMap};

use base::{Action, Actor, Forbidden, Instant, Scope, allowed};
use conversations::Ending;
use conversations::events::ClockKind;
use conversations::queries::{self, ListRow};
use jiff::ToSpan as _;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use platform::{Conn, Result};

use super::rules::facts::PROMISED;
use super::rules::period::{Period, number};
use super::rules::sheet::Sheet;
use super::store::{self, Lens};
use super::{Dim, Measure};

/// By what the table of a report is told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// By department.
    Department,
    /// By colleague, mailbox, language, tag or service policy.
    Dim(Dim),
}

impl By {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Department,
        Self::Dim(Dim::Staff),
        Self::Dim(Dim::Mailbox),
        Self::Dim(Dim::Tag),
        Self::Dim(Dim::Language),
        Self::Dim(Dim::Policy),
    ];

    /// The name in addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Department => "department",
            Self::Dim(dim) => dim.code(),
        }
    }

    /// Reads [`By::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// What a report is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Which days.
    pub period: Period,
    /// Only this department.
    pub department: Option<String>,
    /// Only this colleague, mailbox, language, tag or service policy.
    pub of: Option<(Dim, String)>,
}

/// What somebody may see of reports.
#[derive(Clone, Debug)]
pub struct Sight {
    scope: Scope,
    /// The one colleague whose own figures are seen; all for those who lead.
    only: Option<String>,
}

impl Sight {
    /// What `actor` may see.
    ///
    /// # Errors
    /// When that is nothing.
    pub fn of(actor: &Actor) -> Result<Self, Forbidden> {
        let scope = allowed(actor, Action::ReadConversations)?;
        let leads = allowed(actor, Action::ManageStaff).is_ok();
        Ok(Self { scope, only: if leads { None } else { Some(actor.staff_id().unwrap_or_default().to_owned()) } })
    }

    /// The conversations that are seen.
    pub const fn scope(&self) -> &Scope {
        &self.scope
    }

    /// Whether this colleague's own figures are seen.
    #[must_use]
    pub fn sees(&self, staff: &str) -> bool {
        self.only.as_ref().is_none_or(|me| me == staff)
    }

    /// # Errors
    /// When the figures of another colleague are asked for.
    fn lens(&self, asked: &Asked) -> Result<Lens, Forbidden> {
        match &asked.of {
            Some((Dim::Staff, staff)) if !self.sees(staff) => Err(Forbidden),
            _ => Ok(Lens::new(&self.scope, asked.department.as_deref(), asked.of.clone())),
        }
    }
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// It is not for this reader.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The tables cannot be read.
    #[error(transparent)]
    Fault(#[from] platform::Fault),
}

/// One day of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// Which.
    pub date: Date,
    /// Begun by customers.
    pub opened: i64,
    /// Solved or closed.
    pub closed: i64,
    /// Open when it ended.
    pub backlog: i64,
}

/// What was counted, with those who still wait.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    /// What was counted.
    pub sheet: Sheet,
    /// Those who began in the period and have waited for a first answer for more than 24 hours by now.
    pub waiting: i64,
}

impl Figures {
    /// Of how many it can be said whether they were answered within 24 hours.
    #[must_use]
    pub fn judged(&self) -> i64 {
        self.sheet.count(Measure::InTime) + self.late()
    }

    /// How many were not.
    #[must_use]
    pub fn late(&self) -> i64 {
        self.sheet.count(Measure::Late) + self.waiting
    }
}

/// A report.
#[derive(Clone, Debug)]
pub struct Report {
    /// Of the whole period.
    pub figures: Figures,
    /// Day by day.
    pub days: Vec<Day>,
    /// Open when the period ended, or now.
    pub backlog: i64,
    /// How many of those that are open now began in each of [`ages`].
    pub ages: Vec<i64>,
}

/// The ages, in days, below which what is open is told apart: what began today is younger than one.
pub const AGES: [i64; 5] = [1, 3, 7, 14, 30];
/// What is older than the last of [`AGES`] is looked for so many days back.
const OLDEST: i64 = 3650;

/// The days on which what is open began, by age: the youngest first, the last of all older ones.
#[must_use]
pub fn ages(today: Date) -> Vec<Period> {
    let back = |days: i64| today.checked_sub(days.days()).unwrap_or(Date::MIN);
    let ends = [0].into_iter().chain(AGES);
    ends.zip(AGES.into_iter().chain([OLDEST])).map(|(from, to)| Period { from: back(to - 1), to: back(from) }).collect()
}

/// The moments between which a period lies: the first midnight, and the one after its last day.
#[must_use]
pub fn moments(period: Period, zone: &TimeZone) -> (Instant, Instant) {
    let start = |day: Date| day.to_zoned(zone.clone()).map_or(Instant::MAX, |at| at.timestamp());
    (start(period.from), period.to.tomorrow().map_or(Instant::MAX, start))
}

/// The zone of the business.
///
/// # Errors
/// When settings cannot be read.
pub async fn zone(conn: &mut Conn) -> Result<TimeZone> {
    let business = conversations::settings::business(conn).await?;
    Ok(TimeZone::get(&business.zone).unwrap_or(TimeZone::UTC))
}

/// The figures of a period.
///
/// # Errors
/// When they are not for this reader, or the tables cannot be read; so for all below.
pub async fn figures(
    conn: &mut Conn,
    sight: &Sight,
    asked: &Asked,
    (zone, now): (&TimeZone, Instant),
) -> Result<Figures, Failure> {
    let lens = sight.lens(asked)?;
    let mut sheet = Sheet::default();
    for day in store::sheets(conn, &lens, Dim::All, asked.period).await? {
        sheet.join(&day.sheet);
    }
    let waiting = store::unanswered(conn, &lens, moments(asked.period, zone), promised_before(now)).await?;
    Ok(Figures { sheet, waiting })
}

fn promised_before(now: Instant) -> Instant {
    now.saturating_sub(PROMISED).unwrap_or(Instant::MIN)
}

/// The whole report.
///
/// # Errors
/// See [`figures`].
pub async fn report(
    conn: &mut Conn,
    sight: &Sight,
    asked: &Asked,
    (zone, now): (&TimeZone, Instant),
) -> Result<Report, Failure> {
    let lens = sight.lens(asked)?;
    let (mut sheet, mut counted) = (Sheet::default(), BTreeMap::<i64, (i64, i64)>::new());
    for day in store::sheets(conn, &lens, Dim::All, asked.period).await? {
        let counts = counted.entry(day.day).or_default();
        counts.0 += day.sheet.count(Measure::Opened);
        counts.1 += day.sheet.count(Measure::Closed);
        sheet.join(&day.sheet);
    }
    let waiting = store::unanswered(conn, &lens, moments(asked.period, zone), promised_before(now)).await?;
    let moved: HashMap<i64, i64> = store::backlog(conn, &lens, asked.period).await?.into_iter().collect();
    let mut backlog = store::backlog_before(conn, &lens, number(asked.period.from)).await?;
    let days = asked.period.each().map(|date| {
        let (opened, closed) = counted.get(&number(date)).copied().unwrap_or_default();
        backlog += moved.get(&number(date)).copied().unwrap_or_default();
        Day { date, opened, closed, backlog }
    });
    let days = days.collect();
    let days_of_ages = ages(now.to_zoned(zone.clone()).date());
    let marks: Vec<Instant> = days_of_ages.iter().take(AGES.len()).map(|one| moments(*one, zone).0).collect();
    let ages = store::ages(conn, &lens, &marks).await?;
    Ok(Report { figures: Figures { sheet, waiting }, days, backlog, ages })
}

/// The figures of each department, colleague, mailbox, language, tag or service policy. Where the report is of one of
/// the latter already, those of each department.
///
/// # Errors
/// See [`figures`].
pub async fn told_apart(
    conn: &mut Conn,
    sight: &Sight,
    asked: &Asked,
    by: By,
) -> Result<BTreeMap<String, Sheet>, Failure> {
    let lens = sight.lens(asked)?;
    let (dim, departments) = match by {
        By::Dim(dim) if asked.of.is_none() => (dim, false),
        _ => (Dim::All, true),
    };
    let mut all: BTreeMap<String, Sheet> = BTreeMap::new();
    for day in store::sheets(conn, &lens, dim, asked.period).await? {
        if dim == Dim::Staff && !sight.sees(&day.name) {
            continue;
        }
        all.entry(if departments { day.department } else { day.name }).or_default().join(&day.sheet);
    }
    Ok(all)
}

/// How many deadlines of answers were missed and have no answer so far.
///
/// # Errors
/// See [`figures`].
pub async fn unmet(conn: &mut Conn, sight: &Sight, asked: &Asked, zone: &TimeZone) -> Result<i64, Failure> {
    Ok(store::unmet(conn, &sight.lens(asked)?, moments(asked.period, zone)).await?)
}

/// Whether the deadline of an answer was missed in a conversation at this moment.
///
/// # Errors
/// When the tables cannot be read.
pub async fn lapsed(conn: &mut Conn, conversation: &str, at: Instant) -> Result<bool> {
    store::lapsed(conn, conversation, at).await
}

/// A figure that leads to its conversations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// Whatever was counted as this.
    Counted(Measure),
    /// Began in the period and wait for a first answer for more than 24 hours by now.
    Waiting,
    /// Open now, since the period.
    Open,
}

impl Which {
    /// All that a list can be of.
    pub const ALL: [Self; 31] = [
        Self::Counted(Measure::Opened),
        Self::Counted(Measure::Received),
        Self::Counted(Measure::Replied),
        Self::Counted(Measure::First),
        Self::Counted(Measure::Next),
        Self::Counted(Measure::Resolved),
        Self::Counted(Measure::Closed),
        Self::Counted(Measure::Reopened),
        Self::Counted(Measure::InTime),
        Self::Counted(Measure::Late),
        Self::Counted(Measure::LapseFirst),
        Self::Counted(Measure::LapseNext),
        Self::Waiting,
        Self::Open,
        Self::Counted(Measure::Ended(Ending::Righted, false)),
        Self::Counted(Measure::Ended(Ending::Righted, true)),
        Self::Counted(Measure::Ended(Ending::Informed, false)),
        Self::Counted(Measure::Ended(Ending::Informed, true)),
        Self::Counted(Measure::Ended(Ending::Ordered, false)),
        Self::Counted(Measure::Ended(Ending::Ordered, true)),
        Self::Counted(Measure::Ended(Ending::Lost, false)),
        Self::Counted(Measure::Ended(Ending::Lost, true)),
        Self::Counted(Measure::Ended(Ending::Other, false)),
        Self::Counted(Measure::Ended(Ending::Other, true)),
        Self::Counted(Measure::FirstContact),
        Self::Counted(Measure::Kept(ClockKind::First)),
        Self::Counted(Measure::Kept(ClockKind::Next)),
        Self::Counted(Measure::Kept(ClockKind::Resolution)),
        Self::Counted(Measure::Missed(ClockKind::First)),
        Self::Counted(Measure::Missed(ClockKind::Next)),
        Self::Counted(Measure::Missed(ClockKind::Resolution)),
    ];

    /// The name in addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Counted(measure) => measure.code(),
            Self::Waiting => "waiting",
            Self::Open => "open",
        }
    }

    /// Reads [`Which::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// Where a list goes on: behind this moment, conversation and place.
pub type After = (Instant, String, i64);

/// A conversation behind a figure.
#[derive(Clone, Debug)]
pub struct Line {
    /// The conversation.
    pub row: ListRow,
    /// When it counted, or since when it is open.
    pub at: Instant,
    /// Whose it was, by staff id; empty for nobody's.
    pub staff: String,
    /// Seconds that it took.
    pub real: Option<i64>,
    /// Of these, seconds within the opening hours.
    pub open: Option<i64>,
}

/// The conversations behind a figure, the newest first, and where the next stretch begins.
///
/// # Errors
/// See [`figures`].
pub async fn lines(
    conn: &mut Conn,
    sight: &Sight,
    asked: &Asked,
    (which, zone, now): (Which, &TimeZone, Instant),
    after: Option<&After>,
    most: i64,
) -> Result<(Vec<Line>, Option<After>), Failure> {
    let (lens, (from, until)) = (sight.lens(asked)?, moments(asked.period, zone));
    let more = most.saturating_add(1);
    let behind = after.map(|(at, conversation, _)| (*at, conversation.clone()));
    let mut found = match which {
        Which::Counted(measure) => store::entries(conn, &lens, measure, (from, until), after, more).await?,
        Which::Waiting => {
            let until = until.min(promised_before(now));
            store::open(conn, &lens, true, (from, until), behind.as_ref(), more).await?
        }
        Which::Open => store::open(conn, &lens, false, (from, until), behind.as_ref(), more).await?,
    };
    let on = i64::try_from(found.len()).is_ok_and(|found| found > most);
    found.truncate(usize::try_from(most).unwrap_or(usize::MAX));
    let next = found.last().filter(|_| on).map(|last| (last.at, last.conversation.clone(), last.n));
    let mut ids: Vec<String> = found.iter().map(|one| one.conversation.clone()).collect();
    ids.sort();
    ids.dedup();
    let rows = queries::these(conn, sight.scope(), &ids).await?;
    let rows: HashMap<String, ListRow> = rows.into_iter().map(|row| (row.conversation.id.to_string(), row)).collect();
    let lines = found.into_iter().filter_map(|one| {
        let row = rows.get(&one.conversation)?.clone();
        Some(Line { row, at: one.at, staff: one.staff, real: one.real, open: one.open })
    });
    Ok((lines.collect(), next))
}
