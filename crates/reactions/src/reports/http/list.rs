//! The conversations behind a figure, and files for other programs.

use axum::extract::{Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use conversations::Ending;
use conversations::events::ClockKind;
use maud::{Markup, html};
use people::staff::Who;
use platform::Platform;
use platform::i18n::Say;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::respond;

use super::{HERE, LIST, Seen, frame, seen};
use crate::reports::Measure;
use crate::reports::asking::Wanted;
use crate::reports::queries::{self, After, By, Figures, Line, Which};
use crate::reports::rules::csv;
use crate::reports::rules::share::percent;

/// Rows of a page.
const MOST: i64 = 50;
/// Rows of a file that are read at once.
const STRETCH: i64 = 500;
/// Rows of a file at most.
const LONGEST: usize = 100_000;

pub(super) const fn title(which: Which) -> &'static str {
    match which {
        Which::Counted(Measure::Opened) => "reports-opened",
        Which::Counted(Measure::Received) => "reports-received",
        Which::Counted(Measure::Replied) => "reports-replied",
        Which::Counted(Measure::First) => "reports-first",
        Which::Counted(Measure::Next) => "reports-next",
        Which::Counted(Measure::Resolved) => "reports-resolved",
        Which::Counted(Measure::Closed) => "reports-closed",
        Which::Counted(Measure::Reopened) => "reports-reopened",
        Which::Counted(Measure::InTime) => "reports-in-time",
        Which::Counted(Measure::Late) => "reports-late",
        Which::Counted(Measure::LapseFirst) => "reports-lapse-first",
        Which::Counted(Measure::LapseNext) => "reports-lapse-next",
        Which::Counted(Measure::Ended(ending, false)) => ended_new(ending),
        Which::Counted(Measure::Ended(ending, true)) => ended_known(ending),
        Which::Counted(Measure::FirstContact) => "reports-fcr-list",
        Which::Counted(Measure::Kept(ClockKind::First)) => "reports-kept-first",
        Which::Counted(Measure::Kept(ClockKind::Next)) => "reports-kept-next",
        Which::Counted(Measure::Kept(ClockKind::Resolution)) => "reports-kept-solution",
        Which::Counted(Measure::Missed(ClockKind::First)) => "reports-missed-first",
        Which::Counted(Measure::Missed(ClockKind::Next)) => "reports-missed-next",
        Which::Counted(Measure::Missed(ClockKind::Resolution)) => "reports-missed-solution",
        Which::Waiting => "reports-waiting",
        Which::Open | Which::Counted(Measure::Enter | Measure::Leave) => "reports-open-now",
    }
}

/// What became of matters of new customers.
const fn ended_new(ending: Ending) -> &'static str {
    match ending {
        Ending::Righted => "reports-righted-new",
        Ending::Informed => "reports-informed-new",
        Ending::Ordered => "reports-ordered-new",
        Ending::Lost => "reports-lost-new",
        Ending::Other => "reports-other-new",
    }
}

/// The same of those who were known before.
const fn ended_known(ending: Ending) -> &'static str {
    match ending {
        Ending::Righted => "reports-righted-known",
        Ending::Informed => "reports-informed-known",
        Ending::Ordered => "reports-ordered-known",
        Ending::Lost => "reports-lost-known",
        Ending::Other => "reports-other-known",
    }
}

/// Reads where a list goes on.
fn after(cursor: &str) -> Option<After> {
    let mut parts = cursor.splitn(3, '.');
    let at = base::clock::from_micros(parts.next()?.parse().ok()?);
    let n = parts.next()?.parse().ok()?;
    let id: conversations::ConversationId = parts.next()?.parse().ok()?;
    Some((at, id.to_string(), n))
}

fn cursor((at, id, n): &After) -> String {
    format!("{}.{n}.{id}", base::clock::to_micros(*at))
}

fn which(wanted: &Wanted) -> Result<Which, Error> {
    Which::from_code(&wanted.figure).ok_or(Error::NotFound)
}

/// The conversations behind a figure.
///
/// # Errors
/// See [`super::show`].
pub async fn conversations(
    who: Who,
    State(p): State<Platform>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Error> {
    let which = which(&wanted)?;
    let mut conn = p.db.read().await?;
    let seen = seen(&who, &p, &mut conn, wanted).await?;
    let asked = (which, &seen.zone, seen.now);
    let behind = after(&seen.wanted.cursor);
    let found = queries::lines(&mut conn, &seen.sight, &seen.it.asked, asked, behind.as_ref(), MOST).await;
    let (lines, next) = found?;
    drop(conn);
    let (viewer, say) = (who.viewer()?, &who.say);
    let heading = say.text(title(which));
    let lines: Vec<(Which, Line)> = lines.into_iter().map(|line| (which, line)).collect();
    let main = frame(
        &seen,
        &html! {
            div.row.wrap {
                h2 { (heading) }
                span.push.row {
                    a.btn href=(seen.wanted.address(HERE, &[("figure", ""), ("cursor", "")])) {
                        (icon("back")) (say.text("reports-back"))
                    }
                    a.btn href=(seen.wanted.address("/reports/conversations.csv", &[("cursor", "")])) hx-boost="false" download="" {
                        (icon("file")) (say.text("reports-csv-list"))
                    }
                }
            }
            @if lines.is_empty() {
                div.card { div.empty { (icon("check")) h3 { (say.text("reports-list-none")) } } }
            } @else { (rows(&seen, &heading, &lines, false)) }
            @if let Some(next) = next {
                p.row.centre-x { a.btn href=(seen.wanted.address(LIST, &[("cursor", &cursor(&next))])) { (say.text("reports-more")) } }
            }
        },
    );
    let status = if seen.unclear.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(respond::page(status, viewer.page(&p, &heading, &main).await?))
}

/// Whether a list is of what took time.
const fn takes(which: Which) -> bool {
    matches!(
        which,
        Which::Counted(Measure::First | Measure::Next | Measure::Resolved | Measure::InTime | Measure::Late)
            | Which::Counted(Measure::LapseFirst | Measure::LapseNext)
    )
}

/// Lines as a table. `mixed` says of each what it was.
pub(super) fn rows(seen: &Seen<'_>, label: &str, lines: &[(Which, Line)], mixed: bool) -> Markup {
    let say = seen.say;
    let took = lines.iter().any(|(which, _)| takes(*which));
    html! {
        div.table-wrap tabindex="0" role="group" aria-label=(label) {
            table.table {
                thead { tr {
                    th scope="col" { (say.text("reports-conversation")) }
                    @if mixed { th scope="col" { (say.text("reports-what")) } }
                    th scope="col" { (say.text("reports-when")) }
                    th scope="col" { (say.text("reports-who")) }
                    @if took { th.r scope="col" { (say.text("reports-took")) } th.r scope="col" { (say.text("reports-took-open")) } }
                } }
                tbody { @for (which, line) in lines { (row(seen, *which, line, (mixed, took))) } }
            }
        }
    }
}

fn row(seen: &Seen<'_>, which: Which, line: &Line, (mixed, took): (bool, bool)) -> Markup {
    let (say, conversation) = (seen.say, &line.row.conversation);
    let nobody = || say.text("reports-had-nobody");
    let who = if line.staff.is_empty() {
        nobody()
    } else {
        seen.names.colleague(&line.staff).map_or_else(|| say.text("reports-gone"), str::to_owned)
    };
    html! {
        tr {
            th scope="row" {
                a href={ "/conversations/" (conversation.id) } { "#" (conversation.number) " " (conversation.subject) }
                div.sm.quiet { (line.row.person_name) }
            }
            @if mixed { td { (say.text(title(which))) } }
            td.nowrap { time datetime=(line.at) { (say.full(line.at, &seen.zone)) } }
            td { (who) }
            @if took {
                td.r.nowrap { (taken(seen, which, line.real)) }
                td.r.nowrap { (seen.maybe(line.open.map(|seconds| seconds / 60))) }
            }
        }
    }
}

fn taken(seen: &Seen<'_>, which: Which, seconds: Option<i64>) -> String {
    match seconds {
        Some(seconds) => seen.minutes(seconds / 60),
        None if takes(which) || which == Which::Waiting => seen.say.text("reports-unanswered"),
        None => "–".to_owned(),
    }
}

fn file(name: &str, text: String) -> Response {
    let mut answer = (
        StatusCode::OK,
        [
            (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
            (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        ],
        // Spreadsheets take a file for UTF-8 when it begins so.
        format!("\u{feff}{text}"),
    )
        .into_response();
    respond::seal(&mut answer);
    answer
}

/// What cannot be read makes no file.
fn clear(seen: &Seen<'_>) -> Result<(), Error> {
    if seen.unclear.is_some() { Err(Error::invalid("reports-unclear")) } else { Ok(()) }
}

/// The figures of the period, of the whole and told apart, one line each.
///
/// # Errors
/// See [`super::show`].
pub async fn figures_csv(who: Who, State(p): State<Platform>, Query(wanted): Query<Wanted>) -> Result<Response, Error> {
    let mut conn = p.db.read().await?;
    let seen = seen(&who, &p, &mut conn, wanted).await?;
    clear(&seen)?;
    let asked = &seen.it.asked;
    let whole = queries::figures(&mut conn, &seen.sight, asked, (&seen.zone, seen.now)).await?;
    let by = if asked.of.is_some() { By::Department } else { seen.it.by };
    let apart = queries::told_apart(&mut conn, &seen.sight, asked, by).await?;
    let say = seen.say;
    let mut text = csv::line(columns());
    text.push_str(&line(&seen, "", &say.text("reports-everything"), &whole));
    for (id, sheet) in apart {
        let name = seen.names.of(by, &id).unwrap_or_else(|| unnamed(say, &id));
        text.push_str(&line(&seen, by.code(), &name, &Figures { sheet, waiting: 0 }));
    }
    Ok(file(&format!("reports-{}-{}.csv", asked.period.from, asked.period.to), text))
}

fn unnamed(say: &Say, id: &str) -> String {
    say.text(if id.is_empty() { "reports-nobody" } else { "reports-gone" })
}

/// Names for programs: the same in every language.
fn columns() -> Vec<String> {
    let mut all: Vec<String> = ["from", "to", "by", "name"].map(str::to_owned).into();
    all.extend(COUNTED.map(|measure| measure.code().to_owned()));
    all.extend(["waiting", "within_24h_percent", "kept_percent"].map(str::to_owned));
    for what in ["first", "next", "resolved"] {
        all.push(format!("{what}_n"));
        for clock in ["real", "business"] {
            all.push(format!("{what}_median_{clock}_minutes"));
            all.push(format!("{what}_p90_{clock}_minutes"));
        }
    }
    all
}

const COUNTED: [Measure; 26] = [
    Measure::Opened,
    Measure::Received,
    Measure::Replied,
    Measure::Closed,
    Measure::Reopened,
    Measure::InTime,
    Measure::Late,
    Measure::LapseFirst,
    Measure::LapseNext,
    Measure::Ended(Ending::Righted, false),
    Measure::Ended(Ending::Righted, true),
    Measure::Ended(Ending::Informed, false),
    Measure::Ended(Ending::Informed, true),
    Measure::Ended(Ending::Ordered, false),
    Measure::Ended(Ending::Ordered, true),
    Measure::Ended(Ending::Lost, false),
    Measure::Ended(Ending::Lost, true),
    Measure::Ended(Ending::Other, false),
    Measure::Ended(Ending::Other, true),
    Measure::FirstContact,
    Measure::Kept(ClockKind::First),
    Measure::Missed(ClockKind::First),
    Measure::Kept(ClockKind::Next),
    Measure::Missed(ClockKind::Next),
    Measure::Kept(ClockKind::Resolution),
    Measure::Missed(ClockKind::Resolution),
];

fn line(seen: &Seen<'_>, by: &str, name: &str, figures: &Figures) -> String {
    let (period, sheet) = (seen.it.asked.period, &figures.sheet);
    let number = |n: Option<i64>| n.map(|n| n.to_string()).unwrap_or_default();
    let mut cells = vec![period.from.to_string(), period.to.to_string(), by.to_owned(), name.to_owned()];
    cells.extend(COUNTED.map(|measure| sheet.count(measure).to_string()));
    cells.push(figures.waiting.to_string());
    cells.push(number(percent(sheet.count(Measure::InTime), figures.judged())));
    let (kept, asked) = sheet.kept(&ClockKind::ALL);
    cells.push(number(percent(kept, asked)));
    for times in [&sheet.first, &sheet.next, &sheet.resolved] {
        cells.push(times.real.n().to_string());
        for spread in [&times.real, &times.open] {
            cells.extend([number(spread.median()), number(spread.percentile(90))]);
        }
    }
    csv::line(cells)
}

/// The conversations behind a figure, all of them.
///
/// # Errors
/// See [`super::show`].
pub async fn conversations_csv(
    who: Who,
    State(p): State<Platform>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Error> {
    let which = which(&wanted)?;
    let mut conn = p.db.read().await?;
    let seen = seen(&who, &p, &mut conn, wanted).await?;
    clear(&seen)?;
    let mut text = csv::line([
        "number",
        "subject",
        "customer",
        "at",
        "colleague",
        "real_minutes",
        "business_minutes",
        "conversation",
    ]);
    let (mut behind, mut written) = (None, 0);
    loop {
        let asked = (which, &seen.zone, seen.now);
        let found = queries::lines(&mut conn, &seen.sight, &seen.it.asked, asked, behind.as_ref(), STRETCH).await;
        let (lines, next) = found?;
        written += lines.len();
        for line in &lines {
            let minutes = |seconds: Option<i64>| seconds.map(|it| (it / 60).to_string()).unwrap_or_default();
            let conversation = &line.row.conversation;
            text.push_str(&csv::line([
                conversation.number.to_string(),
                conversation.subject.clone(),
                line.row.person_name.clone(),
                line.at.to_string(),
                seen.names.colleague(&line.staff).unwrap_or_default().to_owned(),
                minutes(line.real),
                minutes(line.open),
                conversation.id.to_string(),
            ]));
        }
        behind = next;
        if behind.is_none() || written >= LONGEST {
            break;
        }
    }
    Ok(file(&format!("{}-{}-{}.csv", which.code(), seen.it.asked.period.from, seen.it.asked.period.to), text))
}
