//! How the pages look.

use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use base::{Action, allowed};
use conversations::OldOutcome;
use maud::{Markup, html};
use people::staff::Who;
use platform::web::assets::{icon, icon_small};
use platform::web::errors::Error;
use platform::web::respond;
use platform::{Platform, args};

use super::report::remarks;
use super::{HERE, page_of};
use crate::moving::rules::fields;
use crate::moving::{self, FILE_MAX, Line, Moving, Refusal, Shown, State};

/// Files that the page lists.
const LISTED: i64 = 20;
/// Refused records that the page shows.
const REFUSED: i64 = 100;

/// The form for a file, and those that came before.
pub(super) async fn bringing(p: &Platform, who: &Who, wrong: Option<Refusal>, source: &str) -> Result<Response, Error> {
    let listed = moving::list(&mut p.db.read().await?, &who.actor(), None, LISTED).await?;
    let say = &who.say;
    let most = say.number(i64::try_from(FILE_MAX >> 20).unwrap_or_default());
    let body = html! {
        form.card.col.g-5 method="post" action=(HERE) enctype="multipart/form-data" {
            (source_field(who, source))
            div.field {
                label for="file" { (say.text("imports-file")) }
                input.input #file type="file" name="file" required accept=".csv,.tsv,.txt,.jsonl,.ndjson,.json,.mbox,.zip"
                    aria-invalid=[wrong.map(|_| "true")] aria-describedby=(if wrong.is_some() { "file-e" } else { "file-h" });
                p.hint #file-h { (say.with("moving-file-hint", args![most = &most])) }
                @if let Some(refusal) = wrong { p.error #file-e { (icon_small("alert")) (say.text(refusal.message())) } }
            }
            div.row.end-x { button.btn.primary { (say.text("imports-look")) } }
        }
        @if !listed.is_empty() { (earlier(who, &listed)) }
    };
    answer(p, who, if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &body).await
}

fn source_field(who: &Who, source: &str) -> Markup {
    html! {
        div.field {
            label for="source" { (who.say.text("moving-source")) }
            input.input #source name="source" value=(source) maxlength="40" autocomplete="off" aria-describedby="source-h";
            p.hint #source-h { (who.say.text("moving-source-hint")) }
        }
    }
}

async fn answer(p: &Platform, who: &Who, status: StatusCode, body: &Markup) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::MoveBusiness)?;
    let viewer = who.viewer()?;
    let title = who.say.text("settings-moving");
    let main = viewer.settings(&title, &who.say.text("moving-lead"), body);
    let mut answer = respond::page(status, viewer.page(p, &title, &main).await?);
    if status != StatusCode::OK {
        answer.headers_mut().insert("HX-Push-Url", HeaderValue::from_static("false"));
    }
    Ok(answer)
}

fn earlier(who: &Who, listed: &[Moving]) -> Markup {
    let say = &who.say;
    html! {
        section.col.g-4 aria-labelledby="earlier-t" {
            h3 #earlier-t { (say.text("imports-earlier")) }
            div.table-wrap tabindex="0" role="group" aria-labelledby="earlier-t" {
                table.table {
                    thead {
                        tr {
                            @for id in ["imports-file", "imports-when", "imports-state"] { th scope="col" { (say.text(id)) } }
                            @for outcome in OldOutcome::ALL { th scope="col" { (say.text(outcome.message())) } }
                        }
                    }
                    tbody {
                        @for it in listed {
                            tr {
                                th scope="row" { a href=(page_of(&it.id)) { (it.name) } }
                                td.nowrap { time datetime=(it.at) { (say.full(it.at, &who.zone)) } }
                                td { (say.text(it.state.message())) }
                                @for outcome in OldOutcome::ALL { td { (say.number(it.counts.of(outcome))) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// One file: what would become of it, or what became of it.
pub(super) async fn one(p: &Platform, who: &Who, it: &Moving, wrong: Option<Refusal>) -> Result<Response, Error> {
    let body = if it.state == State::Waiting {
        let rows = moving::rehearse(p, &who.actor(), it).await?;
        looking(who, it, &rows)
    } else {
        let (mut conn, asked) = (p.db.read().await?, (Some(OldOutcome::Refused), 0));
        let refused = moving::lines(&mut conn, &who.actor(), &it.id, asked, REFUSED).await?;
        begun(who, it, &refused)
    };
    let body = html! {
        @if let Some(refusal) = wrong {
            div.callout data-tone="bad" role="alert" { (icon("alert")) p { (who.say.text(refusal.message())) } }
        }
        (body)
    };
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    answer(p, who, status, &body).await
}

fn looking(who: &Who, it: &Moving, rows: &[Shown]) -> Markup {
    let say = &who.say;
    let unknown: Vec<&str> =
        it.plan.heads.iter().map(String::as_str).filter(|head| fields::field(head).is_none()).collect();
    html! {
        form.card.col.g-5 method="post" action=(page_of(&it.id)) {
            header.row.wrap {
                h3 { (it.name) }
                span.chip { (say.text(shape_name(&it.shape))) }
            }
            p.soft { (say.text("moving-nothing-yet")) }
            (source_field(who, &it.plan.source))
            @if !unknown.is_empty() {
                p.sm.quiet { (say.with("moving-unknown", args![columns = unknown.join(", ")])) }
            }
            div.row.wrap.g-3.end-x {
                button.btn name="do" value="look" { (icon("repeat")) (say.text("imports-look-again")) }
                button.btn.primary name="do" value="start" { (say.text("imports-start")) }
            }
        }
        (preview(who, rows))
        form method="post" action={ (page_of(&it.id)) "/stop" } {
            button.btn.small { (icon("x")) (say.text("imports-leave")) }
        }
    }
}

fn shape_name(shape: &str) -> &'static str {
    match shape {
        "mbox" => "moving-shape-mbox",
        "jsonl" => "moving-shape-jsonl",
        _ => "moving-shape-csv",
    }
}

fn chip(who: &Who, outcome: OldOutcome) -> Markup {
    let tone = match outcome {
        OldOutcome::Made => Some("ok"),
        OldOutcome::Joined => Some("info"),
        OldOutcome::Unchanged => None,
        OldOutcome::Refused => Some("warn"),
    };
    html! { span.chip data-tone=[tone] { (who.say.text(outcome.message())) } }
}

fn preview(who: &Who, rows: &[Shown]) -> Markup {
    let say = &who.say;
    html! {
        section.col.g-4 aria-labelledby="rows-t" {
            h3 #rows-t { (say.text("moving-first")) }
            @if rows.is_empty() { p.soft { (say.text("moving-none")) } } @else {
                div.table-wrap tabindex="0" role="group" aria-labelledby="rows-t" {
                    table.table {
                        thead {
                            tr {
                                @for id in ["moving-record", "imports-becomes", "moving-old", "moving-subject", "moving-customer",
                                    "moving-messages", "imports-remarks"] { th scope="col" { (say.text(id)) } }
                            }
                        }
                        tbody {
                            @for row in rows {
                                tr {
                                    th scope="row" { (say.number(row.line.number)) }
                                    td.nowrap { (chip(who, row.line.outcome)) }
                                    td { (row.line.old) }
                                    td { (row.subject) }
                                    td { (row.customer) }
                                    td { (say.number(i64::try_from(row.messages).unwrap_or(i64::MAX))) }
                                    td { @for remark in remarks(say, &row.line.remarks) { p { (remark) } } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn begun(who: &Who, it: &Moving, refused: &[Line]) -> Markup {
    let (say, here) = (&who.say, page_of(&it.id));
    let runs = it.state == State::Running;
    // Told after each handful; asked for as well, since another node may do the work.
    let trigger = format!("moving-{} from:body throttle:500ms, resync from:body, every 5s", it.id);
    html! {
        div.col.g-6 #moving hx-get=[runs.then_some(&here)] hx-trigger=[runs.then_some(&trigger)]
            hx-select=[runs.then_some("#moving")] hx-swap=[runs.then_some("outerMorph")] {
            section.card.col.g-5 aria-labelledby="moving-t" {
                header.row.wrap {
                    h3 #moving-t { (it.name) }
                    span.chip data-tone=[(it.state == State::Done).then_some("ok")] { (say.text(it.state.message())) }
                }
                @if runs {
                    @let (percent, records) = (say.number(it.percent()), say.number(it.counts.records()));
                    p role="status" { (say.with("moving-progress", args![percent = &percent, records = &records])) }
                }
                dl.facts {
                    @for outcome in OldOutcome::ALL {
                        dt { (say.text(outcome.message())) }
                        dd { (say.number(it.counts.of(outcome))) }
                    }
                }
                div.row.wrap.g-3 {
                    @if !runs && it.counts.records() > 0 {
                        a.btn.small href={ (here) "/report.csv" } hx-boost="false" download {
                            (icon("out")) (say.text("moving-report"))
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

fn table(who: &Who, refused: &[Line]) -> Markup {
    let say = &who.say;
    html! {
        section.col.g-4 aria-labelledby="refused-t" {
            h3 #refused-t { (say.text("moving-refused")) }
            div.table-wrap tabindex="0" role="group" aria-labelledby="refused-t" {
                table.table {
                    thead {
                        tr { @for id in ["moving-record", "moving-old", "imports-remarks"] { th scope="col" { (say.text(id)) } } }
                    }
                    tbody {
                        @for line in refused {
                            tr {
                                th scope="row" { (say.number(line.number)) }
                                td { (line.old) }
                                td { @for remark in remarks(say, &line.remarks) { p { (remark) } } }
                            }
                        }
                    }
                }
            }
        }
    }
}
