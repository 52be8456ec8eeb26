//! Reports for programs: the same figures as the page, and the conversations behind each.

use axum::{Extension, Json};
use conversations::Ending;
use conversations::events::ClockKind;
use conversations::http::conversation::Speaking;
use people::api::Caller;
use platform::Conn;
use platform::api::{self, Cursor, Listing, Page, Problem, Query};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::Measure;
use super::asking::{Unclear, Understood, Wanted};
use super::names::Names;
use super::queries::{self, AGES, After, By, Failure, Figures, Sight, Which};
use super::rules::share::{interval, percent};
use super::rules::sheet::{Spread, Times};

/// Which figures.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Asked {
    /// `today`, `7d`, `28d`, `month`, `last-month` or `year`; 28 days when nothing is said.
    period: Option<String>,
    /// The first day, instead of a period: `2026-11-01`. Days are those of the business.
    from: Option<String>,
    /// The last day.
    to: Option<String>,
    /// Only this department, by id.
    department: Option<String>,
    /// Only one name: `staff:stf_…`, `mailbox:mbx_…`, `language:nb`, `tag:tag_…` or `policy:svp_…`.
    of: Option<String>,
    /// What `by` tells apart: `department`, `staff`, `mailbox`, `tag`, `language` or `policy`.
    by: Option<String>,
}

/// Which conversations.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct AskedLines {
    /// The figure: `opened`, `received`, `replied`, `first`, `next`, `resolved`, `closed`, `reopened`, `in_time`,
    /// `late`, `lapse_first`, `lapse_next`, `waiting`, `open`, `first_contact`, `kept` or `missed` with what a service
    /// policy asked for (`kept_first`, `kept_next`, `missed_solution`), or an outcome and whether the customer was `new`
    /// or `known`: `righted_new`, `ordered_known`.
    figure: String,
    /// As for the report.
    period: Option<String>,
    /// The first day, instead of a period.
    from: Option<String>,
    /// The last day.
    to: Option<String>,
    /// Only this department, by id.
    department: Option<String>,
    /// Only one name, as for the report.
    of: Option<String>,
    /// `next` of the page before.
    cursor: Option<String>,
    /// How many, 25 when not said.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<i64>,
}

impl From<Asked> for Wanted {
    fn from(asked: Asked) -> Self {
        Self {
            period: asked.period.unwrap_or_default(),
            from: asked.from.unwrap_or_default(),
            to: asked.to.unwrap_or_default(),
            department: asked.department.unwrap_or_default(),
            of: asked.of.unwrap_or_default(),
            by: asked.by.unwrap_or_default(),
            ..Self::default()
        }
    }
}

impl From<AskedLines> for Wanted {
    fn from(asked: AskedLines) -> Self {
        Self {
            period: asked.period.unwrap_or_default(),
            from: asked.from.unwrap_or_default(),
            to: asked.to.unwrap_or_default(),
            department: asked.department.unwrap_or_default(),
            of: asked.of.unwrap_or_default(),
            ..Self::default()
        }
    }
}

/// A report.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Report {
    /// The first day.
    from: String,
    /// The last day.
    to: String,
    /// The zone whose days these are.
    zone: String,
    /// Of the whole period.
    figures: ReportFigures,
    /// Of as many days just before.
    before: ReportFigures,
    /// Day by day.
    days: Vec<ReportDay>,
    /// What is open now, by age.
    ages: Vec<ReportAge>,
    /// Of each department, or whatever `by` says.
    by: Vec<ReportPart>,
}

/// The figures.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReportFigures {
    /// Conversations that customers began.
    opened: i64,
    /// Messages of customers.
    received: i64,
    /// Answers of colleagues.
    replied: i64,
    /// How often a conversation was solved or closed.
    closed: i64,
    /// How often one was open again after that.
    reopened: i64,
    /// Missed deadlines of first answers.
    lapses_first: i64,
    /// Missed deadlines of further answers.
    lapses_next: i64,
    /// Conversations first answered within 24 hours.
    in_time: i64,
    /// Conversations that were not, or still wait.
    late: i64,
    /// How many in a hundred were answered within 24 hours; null when there are none.
    share: Option<ReportShare>,
    /// From the first mail to the first answer.
    first: ReportTimes,
    /// From the oldest unanswered mail to each further answer.
    next: ReportTimes,
    /// From the beginning to the last time it was solved.
    resolved: ReportTimes,
    /// Resolved with one message of the customer, never opened again, and nothing else on the same topic for seven days.
    first_contact: i64,
    /// The same of a hundred that were resolved; null when none were.
    first_contact_share: Option<ReportShare>,
    /// Of what service policies asked for, how much came in time.
    kept: Vec<ReportKept>,
    /// What became of what was solved, as far as colleagues said.
    outcomes: Vec<ReportOutcome>,
}

/// What service policies asked for, and how much of it came in time.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReportKept {
    /// `first` for first replies, `next` for further ones, `solution`, or `all`.
    what: String,
    /// Came before the deadline, counted when it came.
    in_time: i64,
    /// Did not, counted when the deadline passed.
    missed: i64,
    /// How many in a hundred came in time; null when nothing was asked for.
    share: Option<ReportShare>,
}

/// How often something became of a matter.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReportOutcome {
    /// `righted`, `informed`, `ordered`, `lost` or `other`.
    outcome: String,
    /// Of customers who were new.
    new: i64,
    /// Of customers who were known before.
    known: i64,
}

/// A share with the stretch in which the true one lies with 95 % confidence.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReportShare {
    /// In whole per cent.
    percent: i64,
    /// The lower end.
    low: i64,
    /// The upper end.
    high: i64,
    /// Of how many.
    n: i64,
}

/// How long something took.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReportTimes {
    /// How many there were.
    n: i64,
    /// In real minutes.
    real: ReportSpread,
    /// In minutes within the opening hours.
    business: ReportSpread,
}

/// The middle and the end of what there was; null when there was nothing.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReportSpread {
    /// Half took no longer.
    median: Option<i64>,
    /// Nine in ten took no longer.
    p90: Option<i64>,
}

/// One day.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReportDay {
    /// Which.
    date: String,
    /// Conversations that customers began.
    opened: i64,
    /// How often one was solved or closed.
    closed: i64,
    /// Open when it ended.
    backlog: i64,
}

/// How many open ones are so old.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReportAge {
    /// Less than so many days; null for the older ones.
    days: Option<i64>,
    /// How many.
    n: i64,
}

/// The figures of one department, colleague, mailbox, tag, language or service policy.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReportPart {
    /// Its id; empty for those of none.
    id: String,
    /// What it is called, as far as it is still there.
    name: Option<String>,
    /// Its figures; what waits unanswered is counted in the whole alone.
    figures: ReportFigures,
}

/// A conversation behind a figure.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReportLine {
    /// Its id.
    conversation: String,
    /// Its number.
    number: i64,
    /// What it is about.
    subject: String,
    /// When it counted, or since when it waits.
    #[schema(format = DateTime)]
    at: String,
    /// Whose it was, by id; null for nobody's.
    staff: Option<String>,
    /// Real minutes that it took.
    real: Option<i64>,
    /// Of these, minutes within the opening hours.
    business: Option<i64>,
}

fn spread(spread: &Spread) -> ReportSpread {
    ReportSpread { median: spread.median(), p90: spread.percentile(90) }
}

fn took(times: &Times) -> ReportTimes {
    ReportTimes { n: times.real.n(), real: spread(&times.real), business: spread(&times.open) }
}

fn shape(of: &Figures) -> ReportFigures {
    let count = |measure| of.sheet.count(measure);
    let (k, n) = (count(Measure::InTime), of.judged());
    let share = |k: i64, n: i64| {
        percent(k, n).zip(interval(k, n)).map(|(percent, (low, high))| ReportShare { percent, low, high, n })
    };
    let kept = |what: &str, clocks: &[ClockKind]| {
        let (k, n) = of.sheet.kept(clocks);
        ReportKept { what: what.to_owned(), in_time: k, missed: n - k, share: share(k, n) }
    };
    let first = count(Measure::FirstContact);
    let first_contact_share = share(first, count(Measure::Resolved));
    ReportFigures {
        opened: count(Measure::Opened),
        received: count(Measure::Received),
        replied: count(Measure::Replied),
        closed: count(Measure::Closed),
        reopened: count(Measure::Reopened),
        lapses_first: count(Measure::LapseFirst),
        lapses_next: count(Measure::LapseNext),
        in_time: k,
        late: of.late(),
        share: share(k, n),
        first: took(&of.sheet.first),
        next: took(&of.sheet.next),
        resolved: took(&of.sheet.resolved),
        first_contact: first,
        first_contact_share,
        kept: vec![
            kept("first", &[ClockKind::First]),
            kept("next", &[ClockKind::Next]),
            kept("solution", &[ClockKind::Resolution]),
            kept("all", &ClockKind::ALL),
        ],
        outcomes: Ending::ALL
            .into_iter()
            .map(|one| ReportOutcome {
                outcome: one.code().to_owned(),
                new: count(Measure::Ended(one, false)),
                known: count(Measure::Ended(one, true)),
            })
            .collect(),
    }
}

fn day(day: &queries::Day) -> ReportDay {
    ReportDay { date: day.date.to_string(), opened: day.opened, closed: day.closed, backlog: day.backlog }
}

fn unclear(unclear: Unclear) -> Problem {
    Problem::parameter(unclear.parameter(), "cannot be read")
}

fn refused(failure: Failure) -> Problem {
    match failure {
        Failure::Forbidden(_) => Problem::parameter("of", "is not one whose figures you see"),
        Failure::Fault(fault) => fault.into(),
    }
}

async fn understood(
    conn: &mut Conn,
    caller: &Caller,
    wanted: &Wanted,
) -> Result<(Understood, jiff::tz::TimeZone), Problem> {
    let zone = queries::zone(conn).await?;
    let today = caller.p.clock.business().to_zoned(zone.clone()).date();
    Ok((wanted.understood(today).map_err(unclear)?, zone))
}

/// Shows a report
///
/// How much came in, how soon it was answered, what is open and what was missed, of any days. Figures of single
/// colleagues are shown to themselves and to those who manage colleagues. Each comes with how many it is made of.
#[utoipa::path(get, path = "/reports", tag = "Reports", operation_id = "get_report", params(Asked),
    responses((status = 200, description = "The figures.", body = Report)))]
pub(crate) async fn show(
    caller: Caller,
    Extension(Speaking(voices)): Extension<Speaking>,
    Query(asked): Query<Asked>,
) -> Result<Json<Report>, Problem> {
    caller.must(base::Action::ReadConversations)?;
    let sight = Sight::of(&caller.actor())?;
    let mut conn = caller.p.db.read().await?;
    let (it, zone) = understood(&mut conn, &caller, &asked.into()).await?;
    let as_of = (&zone, caller.p.clock.business());
    let report = queries::report(&mut conn, &sight, &it.asked, as_of).await.map_err(refused)?;
    let earlier = queries::Asked { period: it.asked.period.before(), ..it.asked.clone() };
    let before = queries::figures(&mut conn, &sight, &earlier, as_of).await.map_err(refused)?;
    let by = if it.asked.of.is_some() { By::Department } else { it.by };
    let apart = queries::told_apart(&mut conn, &sight, &it.asked, by).await.map_err(refused)?;
    let voices = voices.all(&mut conn).await?;
    let names = Names::read(&mut conn, &sight, voices).await?;
    let days = report.days.iter().map(day);
    let until = AGES.into_iter().map(Some).chain([None]);
    let apart = apart.into_iter().map(|(id, sheet)| ReportPart {
        name: names.of(by, &id),
        id,
        figures: shape(&Figures { sheet, waiting: 0 }),
    });
    Ok(Json(Report {
        from: it.asked.period.from.to_string(),
        to: it.asked.period.to.to_string(),
        zone: zone.iana_name().unwrap_or("UTC").to_owned(),
        figures: shape(&report.figures),
        before: shape(&before),
        days: days.collect(),
        ages: until.zip(report.ages).map(|(days, n)| ReportAge { days, n }).collect(),
        by: apart.collect(),
    }))
}

/// Lists the conversations behind a figure
///
/// The newest first. One conversation may be there several times, once for each time it counted.
#[utoipa::path(get, path = "/reports/conversations", tag = "Reports", operation_id = "list_report_conversations",
    params(AskedLines),
    responses((status = 200, description = "A page of conversations.", body = Page<ReportLine>)))]
pub(crate) async fn lines(caller: Caller, Query(asked): Query<AskedLines>) -> Result<Json<Page<ReportLine>>, Problem> {
    caller.must(base::Action::ReadConversations)?;
    let sight = Sight::of(&caller.actor())?;
    let which = Which::from_code(&asked.figure).ok_or_else(|| Problem::parameter("figure", "is no figure"))?;
    let filters = (&asked.figure, &asked.period, &asked.from, &asked.to, &asked.department, &asked.of);
    let (listing, cursor) = (Listing::new("report", &filters), Cursor(&caller.p.tokens));
    let after: Option<(i64, String, i64)> = cursor.open(&listing, asked.cursor.as_deref())?;
    let after: Option<After> = after.map(|(at, id, n)| (base::clock::from_micros(at), id, n));
    let most = api::limit(asked.limit)?;
    let mut conn = caller.p.db.read().await?;
    let (it, zone) = understood(&mut conn, &caller, &asked.into()).await?;
    let of = (which, &zone, caller.p.clock.business());
    let found = queries::lines(&mut conn, &sight, &it.asked, of, after.as_ref(), most).await;
    let (lines, next) = found.map_err(refused)?;
    let next = next.map(|(at, id, n)| cursor.seal(&listing, &(base::clock::to_micros(at), id, n)));
    let line = |line: queries::Line| ReportLine {
        conversation: line.row.conversation.id.to_string(),
        number: line.row.conversation.number,
        subject: line.row.conversation.subject,
        at: api::time(line.at),
        staff: Some(line.staff).filter(|id| !id.is_empty()),
        real: line.real.map(|seconds| seconds / 60),
        business: line.open.map(|seconds| seconds / 60),
    };
    Ok(Json(Page { data: lines.into_iter().map(line).collect(), next }))
}
