//! How the pages look.

use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use base::{Action, allowed};
use maud::{Markup, html};
use people::staff::Who;
use platform::settings_files::{self as files, Brought};
use platform::web::assets::{icon, icon_small};
use platform::web::errors::Error;
use platform::web::respond;
use platform::{Platform, args};
use serde_json::Value;

use super::http::page_of;
use super::{Line, What, Wrong};

const HERE: &str = "/settings/file";
/// Letters of a value that are shown.
const SHOWN: usize = 300;

async fn answer(p: &Platform, who: &Who, status: StatusCode, body: &Markup) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::MoveBusiness)?;
    let viewer = who.viewer()?;
    let title = who.say.text("settings-file");
    let main = viewer.settings(&title, &who.say.text("setfile-lead"), body);
    let mut answer = respond::page(status, viewer.page(p, &title, &main).await?);
    if status != StatusCode::OK {
        answer.headers_mut().insert("HX-Push-Url", HeaderValue::from_static("false"));
    }
    Ok(answer)
}

/// The way out and the way in, and what came in before.
pub(super) async fn index(p: &Platform, who: &Who, wrong: Option<Wrong>) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::MoveBusiness)?;
    let earlier = files::taken(&mut p.db.read().await?).await?;
    let say = &who.say;
    let error = wrong.as_ref().map(|wrong| match wrong.detail.as_str() {
        "" => say.text("setfile-empty"),
        detail => say.with("setfile-no-json", args![why = detail]),
    });
    let body = html! {
        section.card.col.g-5 aria-labelledby="out-t" {
            div { h3 #out-t { (say.text("setfile-out")) } p.sm.quiet { (say.text("setfile-out-lead")) } }
            p.sm { (say.text("setfile-in-it")) }
            p.sm.quiet { (say.text("setfile-not-in-it")) }
            div.row.end-x {
                a.btn href={ (HERE) "/now.json" } hx-boost="false" download { (icon("out")) (say.text("setfile-fetch")) }
            }
        }
        form.card.col.g-5 method="post" action=(HERE) enctype="multipart/form-data" aria-labelledby="in-t" {
            div { h3 #in-t { (say.text("setfile-in")) } p.sm.quiet { (say.text("setfile-in-lead")) } }
            div.field {
                label for="file" { (say.text("setfile-file")) }
                input.input #file type="file" name="file" required accept=".json,application/json"
                    aria-invalid=[error.as_ref().map(|_| "true")] aria-describedby=[error.as_ref().map(|_| "file-e")];
                @if let Some(error) = &error { p.error #file-e { (icon_small("alert")) (error) } }
            }
            div.row.end-x { button.btn.primary { (say.text("setfile-look")) } }
        }
        @if !earlier.is_empty() { (before(p, who, &earlier)) }
    };
    answer(p, who, if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &body).await
}

fn before(p: &Platform, who: &Who, earlier: &[Brought]) -> Markup {
    let (say, now) = (&who.say, p.clock.business());
    html! {
        section.card.col.g-5 aria-labelledby="earlier-t" {
            h3 #earlier-t { (say.text("setfile-earlier")) }
            ul.col.g-4 {
                @for it in earlier {
                    li.row.wrap {
                        a.w-550 href=(page_of(&it.id)) { (it.name) }
                        @if let Some(at) = it.taken_at { span.sm.quiet { (say.day_time(at, now, &who.zone)) } }
                        span.push.sm { (say.with("setfile-changes", args![count = it.changes])) }
                    }
                }
            }
        }
    }
}

/// A file that waits: what it would change, or what is wrong with it.
pub(super) async fn looked(
    p: &Platform,
    who: &Who,
    it: &Brought,
    remove: bool,
    looked: &Result<Vec<Line>, Vec<Wrong>>,
) -> Result<Response, Error> {
    let say = &who.say;
    let different = looked.as_ref().map_or(0, |lines| lines.iter().filter(|line| line.what != What::Same).count());
    let body = html! {
        form.card.col.g-5 method="post" action=(page_of(&it.id)) {
            h3 { (it.name) }
            input type="hidden" name="looked" value=(if remove { "1" } else { "" });
            @match looked {
                Ok(_) if different == 0 => p role="status" { (say.text("setfile-all-same")) },
                Ok(_) => p role="status" { (say.with("setfile-would", args![count = different])) " " (say.text("setfile-nothing-yet")) },
                Err(all) => (wrongs(who, all)),
            }
            label.check {
                input.box type="checkbox" name="remove" value="1" checked[remove];
                span { (say.text("setfile-remove")) small { (say.text("setfile-remove-hint")) } }
            }
            div.row.wrap.g-3.end-x {
                button.btn name="do" value="leave" { (icon("x")) (say.text("setfile-leave")) }
                button.btn name="do" value="look" { (icon("repeat")) (say.text("setfile-look-again")) }
                @if looked.is_ok() && different > 0 {
                    button.btn.primary name="do" value="take" { (say.text("setfile-take")) }
                }
            }
        }
        @if let Ok(lines) = looked { (table(who, lines)) }
    };
    let status = if looked.is_err() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    answer(p, who, status, &body).await
}

fn wrongs(who: &Who, all: &[Wrong]) -> Markup {
    let say = &who.say;
    html! {
        div.callout data-tone="bad" role="alert" {
            (icon("alert"))
            h4 { (say.with("setfile-wrong", args![count = all.len()])) }
            ul {
                @for wrong in all {
                    li {
                        code.pre { (if wrong.pointer.is_empty() { "/" } else { wrong.pointer.as_str() }) } " "
                        span lang="en" { (wrong.detail) }
                    }
                }
            }
        }
    }
}

fn table(who: &Who, lines: &[Line]) -> Markup {
    let say = &who.say;
    let different: Vec<&Line> = lines.iter().filter(|line| line.what != What::Same).collect();
    let same: Vec<&Line> = lines.iter().filter(|line| line.what == What::Same).collect();
    html! {
        @if !different.is_empty() {
            section.col.g-4 aria-labelledby="changes-t" {
                h3 #changes-t { (say.text("setfile-changed")) }
                div.table-wrap tabindex="0" role="group" aria-labelledby="changes-t" {
                    table.table {
                        thead {
                            tr { @for id in ["setfile-part", "setfile-name", "setfile-what", "setfile-from", "setfile-to"] { th scope="col" { (say.text(id)) } } }
                        }
                        tbody {
                            @for line in different {
                                tr {
                                    td { (part(who, line.part)) }
                                    th scope="row" { span.pre { (line.name) } }
                                    td { (chip(who, line.what)) }
                                    td { (value(&line.from)) }
                                    td { (value(&line.to)) }
                                }
                            }
                        }
                    }
                }
            }
        }
        @if !same.is_empty() {
            details {
                summary { (say.with("setfile-same", args![count = same.len()])) }
                ul.sm { @for line in same { li { (part(who, line.part)) " · " (line.name) } } }
            }
        }
    }
}

fn chip(who: &Who, what: What) -> Markup {
    let (tone, text) = match what {
        What::Added => ("ok", "setfile-added"),
        What::Changed => ("info", "setfile-is-changed"),
        What::Removed => ("warn", "setfile-removed"),
        What::Same => ("plain", "setfile-is-same"),
    };
    html! { span.chip data-tone=(tone) { (who.say.text(text)) } }
}

/// A part by the name of its page.
fn part(who: &Who, part: &str) -> String {
    let id = match part {
        "departments" => "settings-departments",
        "fields" => "settings-fields",
        "states" => "settings-states",
        "business" | "manners" => "settings-business",
        "times" => "settings-times",
        "hours" => "settings-hours",
        "service" => "settings-service",
        "receipts" => "settings-receipts",
        "requests" => "settings-requests",
        "tone" => "settings-tone",
        "needs" => "settings-needs",
        "community" => "settings-community",
        "senders" => "settings-senders",
        "turns" => "settings-turns",
        "turn_rules" => "turn-needs-title",
        "rota" => "rota-title",
        "skills" => "settings-skills",
        "outcomes" => "settings-outcomes",
        "automatic_answers" => "automatic-title",
        "contact_forms" => "settings-forms",
        "macros" => "settings-macros",
        "tags" => "settings-tags",
        "views" => "settings-views",
        "recurring" => "settings-recurring",
        "rules" | "rule_order" => "settings-rules",
        "deleted" => "deleted-title",
        "sign_in" => "setfile-sign-in",
        _ => "second-title",
    };
    who.say.text(id)
}

fn value(value: &Value) -> Markup {
    let text = match value {
        Value::Null => return html! { span.quiet { "–" } },
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let cut: String = text.chars().take(SHOWN).collect();
    let more = cut.len() < text.len();
    html! { span.pre { (cut) @if more { "…" } } }
}

/// A file that was taken in.
pub(super) async fn taken(p: &Platform, who: &Who, it: &Brought) -> Result<Response, Error> {
    let (say, now) = (&who.say, p.clock.business());
    let at = it.taken_at.unwrap_or(it.at);
    let body = html! {
        section.card.col.g-5 {
            h3 { (it.name) }
            div.callout data-tone="ok" role="status" {
                (icon("check"))
                p { (say.with("setfile-taken", args![when = say.day_time(at, now, &who.zone)])) " " (say.with("setfile-changes", args![count = it.changes])) }
            }
            p.sm { (say.text("setfile-back")) }
            div.row.wrap.g-3.end-x {
                a.btn href=(HERE) { (icon("back")) (say.text("settings-file")) }
                a.btn href={ (page_of(&it.id)) "/before.json" } hx-boost="false" download { (icon("out")) (say.text("setfile-before")) }
            }
        }
    };
    answer(p, who, StatusCode::OK, &body).await
}
