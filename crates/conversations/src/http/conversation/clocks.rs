//! Why something is late, or will be: by which policy a conversation goes, how its clocks stand, and what happened to them.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, Instant, allowed};
use maud::{Markup, html};
use people::staff::Who;
use platform::Platform;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::respond;

use super::super::inbox::subject;
use super::super::lens::Lens;
use crate::queries::{self, ClockTrail};
use crate::{ConversationId, settings};

/// `GET /conversations/{id}/clocks`.
///
/// # Errors
/// When there is no such conversation for the reader, or the database cannot be read.
pub async fn clocks(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::ReadConversations)?;
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    let mut conn = p.db.read().await?;
    let trail = queries::clock_trail(&mut conn, &scope, &id).await?.ok_or(Error::NotFound)?;
    let names = settings::state_names(&mut conn).await?;
    drop(conn);
    let lens = Lens::of(&p, &who, &names);
    let main = page(lens, &trail);
    Ok(respond::page(StatusCode::OK, who.viewer()?.page(&p, &lens.text("trail-title"), &main).await?))
}

fn page(lens: Lens<'_>, trail: &ClockTrail) -> Markup {
    let (it, clocks) = (&trail.conversation, &trail.conversation.clocks);
    let due = |label: &str, due: Option<Instant>, missed: bool| {
        html! {
            dt { (lens.text(label)) }
            dd {
                @match due { Some(at) => (lens.time(at)), None => (lens.text("trail-not-running")) }
                @if missed { " " span.chip data-tone="bad" { (lens.text("trail-missed")) } }
            }
        }
    };
    html! {
        div.scroll tabindex="0" role="region" aria-label=(lens.text("trail-title")) data-pane {
            div.page {
                header.page-head {
                    a.btn.ghost.icon href={ "/conversations/" (it.id) } data-key="Escape"
                        aria-label=(lens.text("conversation-back")) { (icon("back")) }
                    h1 tabindex="-1" { (lens.text("trail-title")) }
                    p { "#" (it.number) " " (subject(lens, &it.subject)) }
                }
                dl.facts {
                    dt { (lens.text("trail-policy")) }
                    dd { @match &trail.policy { Some(name) => (name), None => (lens.text("trail-usual")) } }
                    (due("times-first", clocks.first_due, clocks.first_breached))
                    (due("times-next", clocks.next_due, clocks.next_breached && clocks.next_due.is_some()))
                    @if trail.resolution { (due("service-resolution", clocks.resolve_due, clocks.resolve_breached)) }
                }
                div.table-wrap tabindex="0" role="region" aria-label=(lens.text("trail-what")) {
                    table.table {
                        thead { tr {
                            th scope="col" { (lens.text("trail-when")) }
                            th scope="col" { (lens.text("trail-what")) }
                            th scope="col" { (lens.text("trail-who")) }
                            th.num scope="col" { (lens.text("trail-lasted")) }
                        } }
                        tbody {
                            @for one in &trail.stretches {
                                tr {
                                    td { (lens.time(one.at)) }
                                    td { (lens.say.sentence(&one.what)) }
                                    td { @if one.holder.is_empty() { span.quiet { (lens.text("conversation-nobody")) } } @else { (one.holder) } }
                                    td.num { @if let Some(lasted) = one.lasted { (lens.say.duration_short(lasted.as_secs() / 60)) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
