//! A customer's timeline: a part of their own page, narrowed by links, going on by a link at its end; whoever opens such a
//! link by itself gets it as a page.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, allowed};
use maud::{Markup, html};
use people::PersonId;
use people::staff::{Colleague, Who};
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::respond::{self, Wants};
use platform::{Platform, args};
use serde::Deserialize;

use super::inbox::subject;
use super::lens::Lens;
use super::{chips, colleagues};
use crate::queries::timeline::{self, Asked, Moment, TimelineKind, What};
use crate::{MessageKind, settings};

/// Moments of one stretch.
const MOST: i64 = 25;

/// What is asked for, as the address has it. Whatever it says, some timeline is shown.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    kind: String,
    after: String,
}

/// `GET /customers/{id}/timeline`.
///
/// # Errors
/// When there is no such customer for the reader, or the database cannot be read.
pub async fn show(
    State(p): State<Platform>,
    who: Who,
    wants: Wants,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Error> {
    let conversations = allowed(&who.actor(), Action::ReadConversations)?;
    let people = allowed(&who.actor(), Action::ReadPeople)?;
    let person: PersonId = id.parse().map_err(|_| Error::NotFound)?;
    let mut conn = p.db.read().await?;
    let customer = people::person::find(&mut conn, &people, &person).await?.ok_or(Error::NotFound)?;
    let only = TimelineKind::from_code(&wanted.kind);
    let after = wanted.after.split_once('.').and_then(|(at, id)| Some((at.parse().ok()?, id)));
    let asked = Asked { person: &person, conversations: &conversations, people: &people, only, after, most: MOST };
    let (moments, next) = timeline::timeline(&mut conn, &asked).await?;
    let staff = colleagues(&mut conn, &who, p.clock.business()).await?;
    let names = settings::state_names(&mut conn).await?;
    let lens = Lens::of(&p, &who, &names);
    let part = stretch(lens, &person, only, &staff, (&moments, next));
    if wants.fragment {
        return Ok(respond::page(StatusCode::OK, part));
    }
    drop(conn);
    let title = lens.say.with("timeline-title", args![name = &customer.name]);
    let main = html! {
        div.scroll tabindex="0" role="region" aria-label=(title) data-pane {
            div.page {
                header.page-head {
                    div {
                        h1 tabindex="-1" { (title) }
                        p.soft { a href={ "/customers/" (person) } { (customer.name) } }
                    }
                }
                div #timeline { (part) }
            }
        }
    };
    Ok(respond::page(StatusCode::OK, who.viewer()?.page(&p, &title, &main).await?))
}

fn path(person: &PersonId, only: Option<TimelineKind>) -> String {
    format!("/customers/{person}/timeline?kind={}", only.map_or("", TimelineKind::code))
}

fn stretch(
    lens: Lens<'_>,
    person: &PersonId,
    only: Option<TimelineKind>,
    staff: &[Colleague],
    (moments, next): (&[Moment], Option<(i64, String)>),
) -> Markup {
    html! {
        (kinds(lens, person, only))
        div.stretch {
            @if moments.is_empty() { p.quiet { (lens.text("timeline-none")) } }
            ol.timeline { @for moment in moments { (line(lens, moment, staff)) } }
            @if let Some((at, id)) = next {
                @let more = format!("{}&after={at}.{id}", path(person, only));
                p.row.centre-x {
                    a.btn href=(more) hx-get=(more) hx-target="closest p" hx-swap="outerHTML" hx-select=".stretch" hx-push-url="false" { (lens.text("word-more")) }
                }
            }
        }
    }
}

/// What it can be narrowed to.
fn kinds(lens: Lens<'_>, person: &PersonId, only: Option<TimelineKind>) -> Markup {
    let all = std::iter::once(None).chain(TimelineKind::ALL.into_iter().map(Some));
    html! {
        nav.seg.mb aria-label=(lens.text("timeline-show")) {
            @for kind in all {
                a href=(path(person, kind)) hx-get=(path(person, kind)) hx-target="#timeline" hx-swap="innerHTML" hx-push-url="false"
                    aria-current=[(kind == only).then_some("true")] {
                    (lens.text(&format!("timeline-{}", kind.map_or("all", TimelineKind::code))))
                }
            }
        }
    }
}

fn line(lens: Lens<'_>, moment: &Moment, staff: &[Colleague]) -> Markup {
    let (sign, tone) = match &moment.what {
        What::Began(_) => ("chat", "accent"),
        What::Said(line) if line.kind == MessageKind::Note => ("lock", "plain"),
        What::Said(line) if line.kind == MessageKind::Inbound => ("mail", "plain"),
        What::Said(line) if line.kind == MessageKind::Forward => ("forward", "plain"),
        What::Said(_) => ("reply", "plain"),
        What::Noted(_) => ("lock", "plain"),
        What::Changed(..) => ("edit", "plain"),
    };
    html! {
        li #{ "t-" (moment.id) } {
            span.pin data-tone=(tone) { (icon(sign)) }
            div.col.g-1 { (what(lens, moment, staff)) }
        }
    }
}

fn head(lens: Lens<'_>, moment: &Moment, what: &Markup) -> Markup {
    html! { div.row.wrap { (what) (lens.quiet_time(moment.at)) } }
}

fn what(lens: Lens<'_>, moment: &Moment, staff: &[Colleague]) -> Markup {
    let named = |id: Option<&str>| staff.iter().find(|one| Some(one.id.as_str()) == id).map(|one| one.name.as_str());
    match &moment.what {
        What::Began(row) => {
            let it = &row.conversation;
            let lang = it.language.map(base::Language::code);
            html! {
                (head(lens, moment, &html! { b { (lens.say.with("timeline-began", args![number = it.number.to_string()])) } }))
                p.row.wrap { a href={ "/conversations/" (it.id) } lang=[lang] { (subject(lens, &it.subject)) } (chips::state(lens, it)) }
            }
        }
        What::Said(said) => {
            let key = match said.kind {
                MessageKind::Inbound => "timeline-wrote",
                MessageKind::Note => "timeline-noted",
                MessageKind::Forward => "timeline-forwarded",
                MessageKind::Contact => "timeline-contact",
                MessageKind::Reply | MessageKind::Receipt => "timeline-replied",
            };
            let lang = said.language.map(base::Language::code);
            html! {
                (head(lens, moment, &html! {
                    b { (lens.say.with(key, args![name = &said.by])) }
                    a href={ "/conversations/" (said.conversation) "#m-" (said.id) } { "#" (said.number) }
                }))
                p.sm.soft lang=[lang] { (said.text) }
            }
        }
        What::Noted(note) => {
            let by = named(note.author.as_ref().map(people::StaffId::as_str)).unwrap_or_default();
            html! {
                (head(lens, moment, &html! { b { (lens.say.with("timeline-noted", args![name = by])) } }))
                p.sm.soft.pre { (note.body) }
            }
        }
        What::Changed(sentence, actor) => html! {
            (head(lens, moment, &html! { span { (lens.say.sentence(sentence)) } }))
            @if let Some(by) = named(actor.strip_prefix("staff:")) { p.sm.quiet { (by) } }
        },
    }
}
