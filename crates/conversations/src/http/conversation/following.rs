//! Who follows a conversation, and the button to do so; and the colleagues that a note can name.

use axum::extract::{Path, State};
use axum::response::Response;
use maud::{Markup, html};
use people::StaffId;
use people::staff::{Colleague, Who};
use platform::Platform;
use platform::web::assets::icon;
use platform::web::avatar::{Size, avatar};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use serde::Deserialize;

use super::super::error;
use super::super::lens::Lens;
use crate::commands;
use crate::queries::Thread;
use crate::{ConversationId, Follower};

/// Who follows it, in the file of the conversation.
pub(super) fn section(lens: Lens<'_>, thread: &Thread, me: &StaffId) -> Markup {
    let following: Vec<&Follower> = thread.followers.iter().filter(|one| one.follows).collect();
    let mine = following.iter().any(|one| one.staff == *me);
    let text = lens.text(if mine { "follow-stop" } else { "follow-start" });
    html! {
        section {
            header {
                h2 { (lens.text("follow-title")) }
                form.push method="post" action={ "/conversations/" (thread.conversation.id) "/follow" } {
                    button.btn.ghost.small name="on" value=(u8::from(!mine)) aria-pressed=(mine) { (icon("eye")) (text) }
                }
            }
            @if !following.is_empty() {
                ul.row.wrap.g-4 {
                    @for one in following { li.row.g-3 { (avatar(&one.name, one.staff.as_str(), true, Size::Small)) (one.name) } }
                }
            }
        }
    }
}

/// Whether a note names this colleague that they have not looked at.
pub(super) fn is_mentioned(thread: &Thread, me: &StaffId) -> bool {
    thread.followers.iter().any(|one| one.staff == *me && one.unseen)
}

/// The colleagues that a note can name: offered by a button, and by a script once `@` is typed.
pub(super) fn colleagues(lens: Lens<'_>, staff: &[Colleague]) -> Markup {
    let text = lens.text("mention-colleague");
    html! {
        button.btn.ghost.icon.small type="button" popovertarget="people" aria-label=(text) title=(text) { (icon("at")) }
        div.menu.scroll #people popover {
            p.head-s { (text) }
            @for one in staff {
                button.item type="button" data-mention=(one.name) { (avatar(&one.name, one.id.as_str(), true, Size::Small)) (one.name) }
            }
        }
    }
}

/// The field of the form.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    on: String,
}

/// `POST /conversations/{id}/follow`: `on` is 1 to follow, anything else to stop.
///
/// # Errors
/// When the reader may not, there is no such conversation, or the database cannot be used.
pub async fn follow(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(asked): Form<Asked>,
) -> Result<Response, Error> {
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    commands::follow(&p, &who.actor(), &id, asked.on == "1").await.map_err(error)?;
    Ok(respond::see(&format!("/conversations/{id}")))
}
