//! Outcomes: which departments close nothing without one, and whether mails that close ask their customer.

use std::collections::BTreeSet;

use axum::extract::{Query, State};
use axum::response::Response;
use base::Action;
use maud::{Markup, html};
use people::department::Department;
use people::staff::Who;
use platform::Platform;
use platform::i18n::Say;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::web::save_bar::save_bar;

use super::super::error;
use super::{AskedQuery, Wrong, may, page, radios};
use crate::commands;
use crate::settings::{self, Outcomes};

const HEAD: (&str, &str) = ("settings-outcomes", "outcomes-lead");

/// `GET /settings/outcomes`.
///
/// # Errors
/// When the reader may not, or settings cannot be read; so for both here.
pub async fn show(State(p): State<Platform>, who: Who, Query(asked): AskedQuery) -> Result<Response, Error> {
    may(&who, Action::ManageSettings)?;
    let mut conn = p.db.read().await?;
    let set = settings::outcomes(&mut conn).await?;
    let mut departments = people::department::all(&mut conn).await?;
    drop(conn);
    departments.retain(|one| one.closed_at.is_none());
    page(&p, &who, HEAD, &Wrong::default(), &asked, &body(&who.say, &set, &departments)).await
}

/// `POST /settings/outcomes`: `required` (several: departments, or empty for what belongs to none) and `ask` = `on` or
/// anything else.
///
/// # Errors
/// See [`show`].
pub async fn update(
    State(p): State<Platform>,
    who: Who,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    may(&who, Action::ManageSettings)?;
    let required = fields.iter().filter(|(name, _)| name == "required").map(|(_, id)| id.clone());
    let ask = fields.iter().any(|(name, value)| name == "ask" && value == "on");
    let wish = Outcomes { required: required.collect::<BTreeSet<_>>(), ask };
    commands::set_outcomes(&p, &who.actor(), wish).await.map_err(error)?;
    Ok(respond::see("/settings/outcomes?done=saved"))
}

fn body(say: &Say, set: &Outcomes, departments: &[Department]) -> Markup {
    let places = departments.iter().map(|one| (one.id.as_str(), one.name.clone()));
    let none = std::iter::once(("", say.text("conversation-department-none")));
    html! {
        form.col.g-7 method="post" action="/settings/outcomes" {
            section.card.col.g-5 {
                fieldset.field #required {
                    legend { (say.text("outcomes-required")) }
                    p.hint { (say.text("outcomes-required-why")) }
                    div.col.g-4 {
                        @for (id, name) in places.chain(none) {
                            label.check {
                                input.box type="checkbox" name="required" value=(id) checked[set.required.contains(id)];
                                span { (name) }
                            }
                        }
                    }
                }
            }
            section.card.col.g-5 #ask {
                (radios(say, "ask", "outcomes-ask", if set.ask { "on" } else { "off" }, &[
                    ("off", "outcomes-ask-off", "outcomes-ask-off-why"),
                    ("on", "outcomes-ask-on", "outcomes-ask-on-why"),
                ]))
            }
            (save_bar(say, None))
        }
    }
}
