//! `/reports`: the figures of a period, drawn and in tables, each with what it is made of, and the conversations
//! behind every one of them.

mod chart;
mod filters;
mod list;
mod parts;

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::Instant;
use conversations::http::conversation::Speaking;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use people::staff::Who;
use platform::i18n::Say;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::respond;
use platform::{Conn, Platform, args};

pub use list::{conversations, conversations_csv, figures_csv};

use super::Measure;
use super::asking::{Unclear, Understood, Wanted};
use super::names::Names;
use super::queries::{self, By, Failure, Figures, Sight, Which};
use super::rules::period::Period;

const HERE: &str = "/reports";
const LIST: &str = "/reports/conversations";
/// Rows of the short lists on the page.
const FEW: i64 = 8;

impl From<Failure> for Error {
    fn from(failure: Failure) -> Self {
        match failure {
            // Whose figures one does not see, might as well not be there.
            Failure::Forbidden(_) => Self::NotFound,
            Failure::Fault(fault) => Self::Fault(fault),
        }
    }
}

/// Everything that a page of reports is drawn from.
struct Seen<'a> {
    say: &'a Say,
    zone: TimeZone,
    now: Instant,
    sight: Sight,
    wanted: Wanted,
    it: Understood,
    unclear: Option<Unclear>,
    names: Names,
}

impl Seen<'_> {
    fn today(&self) -> Date {
        self.now.to_zoned(self.zone.clone()).date()
    }

    /// A day in words.
    fn day(&self, day: Date) -> String {
        let noon = day.at(12, 0, 0, 0).to_zoned(self.zone.clone()).map_or(self.now, |at| at.timestamp());
        self.say.date(noon, &self.zone)
    }

    /// Where the conversations behind a figure are.
    fn list(&self, which: Which) -> String {
        self.wanted.address(LIST, &[("figure", which.code()), ("by", ""), ("compare", ""), ("cursor", "")])
    }

    /// The same for other days.
    fn list_of(&self, which: Which, period: Period) -> String {
        let (from, to) = (period.from.to_string(), period.to.to_string());
        let days =
            [("figure", which.code()), ("period", ""), ("from", &from), ("to", &to), ("by", ""), ("compare", "")];
        self.wanted.address(LIST, &days)
    }

    /// Minutes in words, in two units: `1 h 52 min`.
    fn minutes(&self, minutes: i64) -> String {
        let minutes = minutes.max(0);
        let (large, small) = match minutes {
            0..60 => (minutes, 0),
            60..2880 => (minutes / 60 * 60, minutes % 60),
            _ => (minutes / 1440 * 1440, minutes % 1440 / 60 * 60),
        };
        let large = self.say.duration_short(large);
        if small == 0 { large } else { format!("{large} {}", self.say.duration_short(small)) }
    }

    /// The same, or a dash when there is nothing.
    fn maybe(&self, minutes: Option<i64>) -> String {
        minutes.map_or_else(|| "–".to_owned(), |minutes| self.minutes(minutes))
    }

    fn percent(&self, percent: i64) -> String {
        self.say.with("reports-percent", args![n = percent])
    }
}

/// Reads what was asked for. What cannot be read is said beside the usual.
async fn seen<'a>(who: &'a Who, p: &Platform, conn: &mut Conn, wanted: Wanted) -> Result<Seen<'a>, Error> {
    let sight = Sight::of(&who.actor())?;
    let (zone, now) = (queries::zone(conn).await?, p.clock.business());
    let today = now.to_zoned(zone.clone()).date();
    let (it, unclear) = match wanted.understood(today) {
        Ok(it) => (it, None),
        Err(unclear) => {
            let usual = Wanted::default().understood(today).map_err(|_| Error::invalid("reports-unclear"))?;
            (usual, Some(unclear))
        }
    };
    let voices = match who.given::<Speaking>() {
        Some(Speaking(voices)) => voices.all(conn).await?,
        None => Vec::new(),
    };
    let names = Names::read(conn, &sight, voices).await?;
    Ok(Seen { say: &who.say, zone, now, sight, wanted, it, unclear, names })
}

/// The report.
///
/// # Errors
/// When the reader may not, or the tables cannot be read; so for all pages here.
pub async fn show(who: Who, State(p): State<Platform>, Query(wanted): Query<Wanted>) -> Result<Response, Error> {
    let mut conn = p.db.read().await?;
    let seen = seen(&who, &p, &mut conn, wanted).await?;
    let (asked, as_of) = (&seen.it.asked, (&seen.zone, seen.now));
    let report = queries::report(&mut conn, &seen.sight, asked, as_of).await?;
    let before = if seen.it.compare {
        let earlier = queries::Asked { period: asked.period.before(), ..asked.clone() };
        Some(queries::figures(&mut conn, &seen.sight, &earlier, as_of).await?)
    } else {
        None
    };
    let by = if asked.of.is_some() { By::Department } else { seen.it.by };
    let apart = queries::told_apart(&mut conn, &seen.sight, asked, by).await?;
    let missed = missed(&mut conn, &seen).await?;
    drop(conn);
    let (viewer, say) = (who.viewer()?, &who.say);
    let empty = report.figures.sheet.is_empty() && report.ages.iter().sum::<i64>() == 0;
    let main = frame(
        &seen,
        &html! {
            (filters::filters(&seen))
            @if empty {
                div.card { div.empty { (icon("trend")) h2 { (say.text("reports-none")) } p { (say.text("reports-none-lead")) } } }
            } @else {
                (parts::tiles(&seen, &report, before.as_ref()))
                (chart::days(&seen, &report.days))
                (parts::times(&seen, &report.figures.sheet, before.as_ref()))
                div.cols.half { (parts::ages(&seen, &report.ages)) (parts::within(&seen, &report.figures)) }
                div.cols.half {
                    (parts::ended(&seen, &report.figures.sheet, before.as_ref()))
                    (parts::first_contact(&seen, &report.figures.sheet))
                }
                (parts::kept(&seen, &report.figures.sheet, before.as_ref()))
                (parts::missed(&seen, &report.figures, &missed))
                (parts::apart(&seen, by, &apart))
            }
        },
    );
    let status = if seen.unclear.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(respond::page(status, viewer.page(&p, &say.text("reports-title"), &main).await?))
}

/// The newest missed deadlines and late answers.
struct Missed {
    lapses: Vec<(Which, queries::Line)>,
    late: Vec<(Which, queries::Line)>,
}

async fn missed(conn: &mut Conn, seen: &Seen<'_>) -> Result<Missed, Error> {
    let lapses = [Which::Counted(Measure::LapseFirst), Which::Counted(Measure::LapseNext)];
    let late = [Which::Waiting, Which::Counted(Measure::Late)];
    Ok(Missed { lapses: newest(conn, seen, lapses).await?, late: newest(conn, seen, late).await? })
}

async fn newest(conn: &mut Conn, seen: &Seen<'_>, of: [Which; 2]) -> Result<Vec<(Which, queries::Line)>, Error> {
    let mut all = Vec::new();
    for which in of {
        let asked = (which, &seen.zone, seen.now);
        let (lines, _) = queries::lines(conn, &seen.sight, &seen.it.asked, asked, None, FEW).await?;
        all.extend(lines.into_iter().map(|line| (which, line)));
    }
    all.sort_by_key(|(_, line)| std::cmp::Reverse(line.at));
    all.truncate(usize::try_from(FEW).unwrap_or_default());
    Ok(all)
}

/// The page around the parts.
fn frame(seen: &Seen<'_>, body: &Markup) -> Markup {
    let say = seen.say;
    let title = say.text("reports-title");
    let period = seen.it.asked.period;
    let (from, to) = (seen.day(period.from), seen.day(period.to));
    html! {
        div.scroll tabindex="0" role="region" aria-label=(title) data-pane {
            div.page {
                header.page-head {
                    div.col.g-1 {
                        h1 tabindex="-1" { (title) }
                        p { (say.with("reports-period", args![from = from.as_str(), to = to.as_str()])) }
                    }
                    div.row.wrap.acts {
                        a.btn href=(seen.wanted.address("/reports/figures.csv", &[("figure", ""), ("cursor", "")]))
                            hx-boost="false" download="" { (icon("file")) (say.text("reports-csv")) }
                    }
                }
                (body)
            }
        }
    }
}

/// The share within 24 hours in words, with what it is made of.
fn share(seen: &Seen<'_>, figures: &Figures) -> String {
    let share = super::rules::share::percent(figures.sheet.count(Measure::InTime), figures.judged());
    share.map_or_else(|| "–".to_owned(), |share| seen.percent(share))
}
