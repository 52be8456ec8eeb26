//! A file that has begun: how far it is, how its rows came out, and the report.

use maud::{Markup, html};
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::{Platform, args};

use super::page_of;
use crate::exchange::row;
use crate::import::{self, Import, Line, Outcome, State};
use crate::staff::Who;

/// Refused rows that the page shows.
pub(super) const SHOWN: i64 = 100;
/// Rows that are read at once for the report.
const AT_ONCE: i64 = 2000;

pub(super) fn chip(who: &Who, outcome: Outcome) -> Markup {
    let tone = match outcome {
        Outcome::Added => Some("ok"),
        Outcome::Filled => Some("info"),
        Outcome::Same => None,
        Outcome::Refused => Some("warn"),
    };
    html! { span.chip data-tone=[tone] { (who.say.text(outcome.message())) } }
}

pub(super) fn markup(who: &Who, it: &Import, refused: &[(Line, String)]) -> Markup {
    let (say, here) = (&who.say, page_of(&it.id));
    let runs = it.state == State::Running;
    // Told after each handful; asked for as well, since another node may do the work.
    let trigger = format!("import-{} from:body throttle:500ms, resync from:body, every 5s", it.id);
    html! {
        div.col.g-6 #import hx-get=[runs.then_some(&here)] hx-trigger=[runs.then_some(&trigger)]
            hx-select=[runs.then_some("#import")] hx-swap=[runs.then_some("outerMorph")] {
            section.card.col.g-5 aria-labelledby="import-t" {
                header.row.wrap {
                    h2 #import-t { (it.name) }
                    span.chip data-tone=[(it.state == State::Done).then_some("ok")] { (say.text(it.state.message())) }
                }
                @if runs { p role="status" { (progress(who, it)) } }
                dl.facts {
                    @for outcome in Outcome::ALL {
                        dt { (say.text(outcome.message())) }
                        dd { (say.number(it.counts.of(outcome))) }
                    }
                }
                div.row.wrap.g-3 {
                    @if !runs && it.counts.rows() > 0 {
                        a.btn.small href={ (here) "/report.csv" } hx-boost="false" download {
                            (icon("out")) (say.text("imports-report"))
                        }
                    }
                    @if runs {
                        form method="post" action={ (here) "/stop" } {
                            button.btn.small { (icon("x")) (say.text("imports-stop")) }
                        }
                    }
                }
            }
            @if !refused.is_empty() { (table(who, refused)) }
        }
    }
}

fn progress(who: &Who, it: &Import) -> String {
    let percent = it.place.saturating_mul(100).checked_div(it.size).unwrap_or_default().clamp(0, 100);
    let (percent, rows) = (who.say.number(percent), who.say.number(it.counts.rows()));
    who.say.with("imports-progress", args![percent = &percent, rows = &rows])
}

fn table(who: &Who, refused: &[(Line, String)]) -> Markup {
    let say = &who.say;
    html! {
        section.col.g-4 aria-labelledby="refused-t" {
            h2 #refused-t { (say.text("imports-refused-title")) }
            div.table-wrap tabindex="0" role="group" aria-labelledby="refused-t" {
                table.table {
                    thead {
                        tr {
                            th scope="col" { (say.text("imports-row")) }
                            th scope="col" { (say.text("imports-remarks")) }
                        }
                    }
                    tbody {
                        @for (line, _) in refused {
                            tr {
                                th scope="row" { (say.number(line.number)) }
                                td { @for remark in super::remarks(who, line) { p { (remark) } } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What became of every row, as a table.
pub(super) async fn csv(p: &Platform, who: &Who, it: &Import) -> Result<String, Error> {
    let say = &who.say;
    let head = ["imports-row", "imports-becomes", "imports-id", "customers-column-name", "imports-remarks"];
    let mut text = format!("\u{feff}{}", row(head.map(|id| say.text(id))));
    let (mut conn, mut after) = (p.db.read().await?, 0);
    loop {
        let lines = import::lines(&mut conn, &who.actor(), &it.id, (None, after), AT_ONCE).await?;
        let Some((last, _)) = lines.last() else { return Ok(text) };
        after = last.number;
        for (line, name) in &lines {
            let id = line.person.as_ref().map(ToString::to_string).unwrap_or_default();
            let remarks = super::remarks(who, line).join("; ");
            text.push_str(&row([line.number.to_string(), say.text(line.outcome.message()), id, name.clone(), remarks]));
        }
    }
}
