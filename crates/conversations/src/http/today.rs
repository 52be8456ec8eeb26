//! `/today`: answer, keep, call. What one colleague's day asks for, in three lists.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, allowed};
use maud::{Markup, html};
use people::staff::Who;
use platform::web::assets::{icon, icon_small};
use platform::web::errors::Error;
use platform::web::respond::{self, Wants};
use platform::{Platform, args};

use super::chips;
use super::inbox::subject;
use super::lens::Lens;
use crate::queries::{self, OPEN_TAGGED_MOST, TODAY_MOST, Today, TodayRow};
use crate::rules::today::Reason;
use crate::settings;

/// `GET /today`.
///
/// # Errors
/// When the reader may not, or the database cannot be read.
pub async fn show(State(p): State<Platform>, who: Who, wants: Wants) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::ReadConversations)?;
    let mut conn = p.db.read().await?;
    let now = p.clock.business();
    let today = queries::today(&mut conn, &scope, &who.staff.id, (now, &who.zone)).await?;
    let names = settings::state_names(&mut conn).await?;
    drop(conn);
    let lens = Lens::of(&p, &who, &names);
    let body = body(lens, &today);
    if wants.fragment {
        return Ok(respond::page(StatusCode::OK, body));
    }
    let title = lens.text("today-title");
    let main = html! {
        div.scroll tabindex="0" role="region" aria-label=(title) data-pane {
            div.page {
                header.page-head {
                    div.col.g-1 {
                        h1 tabindex="-1" { (title) }
                        p { (lens.say.date(now, lens.zone)) }
                    }
                }
                (body)
            }
        }
    };
    Ok(respond::page(StatusCode::OK, who.viewer()?.page(&p, &title, &main).await?))
}

/// The three lists; they fetch themselves when something changes.
fn body(lens: Lens<'_>, today: &Today) -> Markup {
    html! {
        div.col.g-7 #today hx-get="/today" hx-swap="outerMorph" hx-trigger="inbox from:body, resync from:body" {
            @if today.answer.is_empty() && today.keep.is_empty() && today.call.is_empty() {
                div.card { div.empty data-tone="accent" {
                    (icon("check"))
                    h2 { (lens.text("today-nothing")) }
                    p { (lens.text("today-nothing-lead")) }
                } }
            } @else {
                (part(lens, "answer", "reply", ("today-answer", "today-answer-lead", "today-answer-none"), &today.answer))
                @if today.due > TODAY_MOST {
                    @let n = if today.due >= OPEN_TAGGED_MOST { lens.text("inbox-count-most") } else { today.due.to_string() };
                    p.soft {
                        (lens.say.with("today-more", args![n = n])) " "
                        a href="/inbox?view=mine" { (lens.text("view-mine")) } ", "
                        a href="/inbox?view=unassigned" { (lens.text("view-unassigned")) }
                    }
                }
                (part(lens, "keep", "snooze", ("today-keep", "today-keep-lead", "today-keep-none"), &today.keep))
                (part(lens, "call", "phone", ("today-call", "today-call-lead", "today-call-none"), &today.call))
            }
        }
    }
}

fn part(lens: Lens<'_>, id: &str, picture: &'static str, texts: (&str, &str, &str), rows: &[TodayRow]) -> Markup {
    let (title, lead, none) = texts;
    let heading = format!("today-{id}-h");
    html! {
        section.card.col.g-4 #{ "today-" (id) } aria-labelledby=(heading) {
            div.row.g-4 {
                (icon(picture))
                h2 id=(heading) { (lens.text(title)) " " span.count { (rows.len()) } }
            }
            p.sm.soft { (lens.text(lead)) }
            @if rows.is_empty() { p.sm.quiet { (lens.text(none)) } }
            @else { ul.col.g-2 { @for row in rows { (line(lens, row)) } } }
        }
    }
}

fn line(lens: Lens<'_>, one: &TodayRow) -> Markup {
    let it = &one.row.conversation;
    let at = |text: &str, at| {
        let time = lens.say.day_time(at, lens.now, lens.zone);
        html! { span.chip.line { (lens.say.with(text, args![at = time])) } }
    };
    let calls = matches!(one.reason, Reason::DueByPhone | Reason::Tried(_));
    html! {
        li.col.g-1 {
            div.row.g-4 {
                a.item.out.grow href={ "/conversations/" (it.id) } {
                    span.col.g-0.grow {
                        span.cut { b { (one.row.person_name) } " " span lang=[it.language.map(base::Language::code)] { (subject(lens, &it.subject)) } }
                        span.xs.quiet.cut {
                            "#" (it.number) " · " (chips::state_name(lens, it))
                            @if one.row.assignee_name.is_none() { " · " (lens.text("conversation-nobody")) }
                        }
                    }
                }
                (chips::time_left(lens, it, Some(&one.row.person_name)))
            }
            @if one.reason != Reason::Due {
                div.row.wrap.g-3 {
                    @match one.reason {
                        Reason::Due => {}
                        Reason::DueByPhone => span.chip.line { (lens.text("today-by-phone")) },
                        Reason::Back(time) => (at("today-back", time)),
                        Reason::Leaves(time) => (at("today-leaves", time)),
                        Reason::Tried(time) => (at("today-tried", time)),
                        Reason::Unfinished => @if let Some((done, all)) = one.row.items {
                            @let (done, all) = (done.to_string(), all.to_string());
                            span.chip.line title=(lens.text("checklist-title")) { (icon_small("checks")) (lens.say.with("checklist-count", args![done = done, all = all])) }
                        },
                    }
                    @if calls {
                        @if let Some(phone) = &one.phone { a.btn.small href={ "tel:" (phone) } { (icon("phone")) (phone) } }
                        @if lens.works { a.btn.small href={ "/conversations/" (it.id) "/contact" } { (lens.text("contact-log")) } }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use base::Language;

    use super::*;
    use crate::http::testing::{NASTY, conversation, lens, now, say};

    #[test]
    fn every_reason_has_words_in_every_language_and_names_are_text() {
        let reasons = [
            Reason::Due,
            Reason::DueByPhone,
            Reason::Back(now()),
            Reason::Leaves(now()),
            Reason::Tried(now()),
            Reason::Unfinished,
        ];
        let row = |reason| TodayRow {
            row: queries::ListRow {
                conversation: conversation(),
                person_name: NASTY.into(),
                assignee_name: None,
                department_name: None,
                drafted: false,
                shared: None,
                items: Some((1, 2)),
                tags: vec![],
                writer: None,
            },
            reason,
            phone: Some("+4791234567".into()),
        };
        for language in Language::ALL {
            let say = say(language);
            let all: Vec<TodayRow> = reasons.into_iter().map(row).collect();
            let today = Today { answer: all.clone(), keep: all.clone(), call: all, due: 70 };
            let out = body(lens(&say), &today).into_string();
            for bad in ["<img", "</script>", "style=", "{$", "today-by-phone<"] {
                assert!(!out.contains(bad), "{bad} in {language:?}: {out}");
            }
            assert!(out.contains("href=\"tel:+4791234567\"") && out.matches("class=\"item out grow\"").count() == 18);
            let empty = body(lens(&say), &Today::default()).into_string();
            assert!(empty.contains("class=\"empty\""), "{empty}");
        }
    }
}
