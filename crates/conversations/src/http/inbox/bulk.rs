//! What can be done with several conversations at once: give them to somebody, close them.

use axum::extract::State;
use axum::response::Response;
use base::{Action, allowed};
use maud::{Markup, html};
use people::StaffId;
use people::staff::Who;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Platform, args};

use super::super::lens::Lens;
use super::super::staff_items;
use super::{Asked, Look};
use crate::ConversationId;
use crate::commands::{self, CommandError};

/// Shows itself while a box is checked.
pub(super) fn bar(lens: Lens<'_>, look: &Look, staff: &[(StaffId, String)]) -> Markup {
    let count = |n: i64| lens.say.with("inbox-selected", args![count = n, n = "{n}"]);
    html! {
        form.bulk #bulk method="post" action={ "/inbox/bulk?" (look.query()) } role="toolbar"
            aria-label=(lens.text("inbox-selection")) {
            output data-one=(count(1)) data-other=(count(2)) {}
            span.push.row.g-1 {
                button.btn.ghost.small type="button" popovertarget="bulk-assign" {
                    (icon("user")) (lens.text("conversation-assign"))
                }
                button.btn.ghost.small name="act" value="close" { (icon("check")) (lens.text("conversation-close")) }
                button.btn.ghost.small.icon type="reset" aria-label=(lens.text("inbox-clear")) { (icon("x")) }
            }
            div.menu #bulk-assign popover { (staff_items(lens, staff, "assign", None)) }
        }
    }
}

/// What the last bulk action did, over the list.
pub(super) fn outcome(lens: Lens<'_>, look: &Look) -> Markup {
    let Some((done, left)) = look.outcome else { return html! {} };
    let tone = if left > 0 { "warn" } else { "ok" };
    html! {
        div.pad-bar {
            div.callout data-tone=(tone) role="status" {
                (icon(if left > 0 { "info" } else { "check" }))
                p {
                    (lens.say.with("inbox-bulk-done", args![count = done]))
                    @if left > 0 { " " (lens.say.with("inbox-bulk-left", args![count = left])) }
                }
            }
        }
    }
}

/// `POST /inbox/bulk`: the fields `id` (several), and `assign` (a colleague or nothing) or `act=close`.
///
/// # Errors
/// When the reader may not, or the database cannot be used.
pub async fn bulk(
    State(p): State<Platform>,
    who: Who,
    axum::extract::Query(asked): axum::extract::Query<Asked>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let _ = allowed(&who.actor(), Action::WorkConversations)?;
    let field = |name: &str| fields.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
    let (mut done, mut left) = (0, 0);
    for id in fields.iter().filter(|(key, _)| key == "id").filter_map(|(_, id)| id.parse().ok()).take(200) {
        match act(&p, &who, &id, field("assign")).await {
            Ok(()) => done += 1,
            Err(CommandError::Refused(_) | CommandError::NotFound) => left += 1,
            Err(CommandError::Forbidden) => return Err(Error::Forbidden),
            Err(CommandError::Fault(fault)) => return Err(fault.into()),
        }
    }
    let look = Look::of(&asked, &who.staff.id);
    Ok(respond::see(&format!("/inbox?{}&done={done}&left={left}", look.query())))
}

async fn act(p: &Platform, who: &Who, id: &ConversationId, assign: Option<&str>) -> commands::Answer<()> {
    match assign {
        Some(to) => commands::assign(p, &who.actor(), id, to.parse().ok().as_ref()).await,
        None => commands::close(p, &who.actor(), id, None).await,
    }
}
