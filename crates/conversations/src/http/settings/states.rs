//! The business's own names over the six states.

use axum::extract::{Query, State as Store};
use axum::response::Response;
use base::Action;
use maud::{Markup, html};
use people::staff::Who;
use platform::Platform;
use platform::i18n::Say;
use platform::web::errors::Error;
use platform::web::form::{self, one_line};
use platform::web::respond;
use platform::web::save_bar::save_bar;

use super::super::chips::state_text;
use super::{AskedQuery, Wrong, may, page};
use crate::State;
use crate::settings::{self, StateName};

const HEAD: (&str, &str) = ("settings-states", "states-lead");
/// More than this nobody can choose among.
const MOST: usize = 30;
/// Those that are chosen by hand.
const NAMEABLE: [State; 3] = [State::Open, State::WaitingCustomer, State::WaitingOthers];

/// `GET /settings/states`.
///
/// # Errors
/// When the reader may not, or settings cannot be read; so for all pages here.
pub async fn show(Store(p): Store<Platform>, who: Who, Query(asked): AskedQuery) -> Result<Response, Error> {
    may(&who, Action::ManageSettings)?;
    let names = settings::state_names(&mut p.db.read().await?).await?;
    page(&p, &who, HEAD, &Wrong::default(), &asked, &form(&who.say, &names)).await
}

/// `POST /settings/states`: `id`, `name` and `state`, and `pauses` (`yes`, `no` or empty), several times each; an empty name goes.
///
/// # Errors
/// See [`show`].
pub async fn update(
    Store(p): Store<Platform>,
    who: Who,
    form::Form(fields): form::Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    may(&who, Action::ManageSettings)?;
    let mut tx = p.begin().await?;
    let known = settings::state_names(&mut tx).await?;
    let now = tx.now();
    let names = read(&fields, &known, || format!("sta_{}", p.ids.next(now)));
    settings::set_state_names(&mut tx, &names).await?;
    platform::settings::record_change(&mut tx, &who.actor(), "states").await?;
    tx.commit().await?;
    Ok(respond::see("/settings/states?done=saved"))
}

/// The names as sent, each with the id it had; new ones get one from `fresh`.
fn read(fields: &[(String, String)], known: &[StateName], fresh: impl Fn() -> String) -> Vec<StateName> {
    let all = |name: &'static str| fields.iter().filter(move |(key, _)| key == name).map(|(_, value)| value);
    all("id")
        .zip(all("name"))
        .zip(all("state"))
        .zip(all("pauses").map(String::as_str).chain(std::iter::repeat("")))
        .filter_map(|(((id, name), state), pauses)| {
            let state = State::from_code(state).filter(|state| NAMEABLE.contains(state))?;
            let name = one_line(name, 40);
            let id = if known.iter().any(|known| known.id == *id) { id.clone() } else { fresh() };
            (!name.is_empty()).then_some(StateName { id, state, name, pauses: said(pauses) })
        })
        .take(MOST)
        .collect()
}

/// Whether clocks stand still, as sent; nothing for what the state means has it.
fn said(pauses: &str) -> Option<bool> {
    match pauses {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

fn form(say: &Say, names: &[StateName]) -> Markup {
    let fresh = StateName { id: String::new(), state: State::WaitingOthers, name: String::new(), pauses: None };
    html! {
        form.col.g-7 method="post" action="/settings/states" {
            section.card.col.g-6 {
                @for (at, own) in names.iter().enumerate() { (row(say, at, own)) }
                @if names.len() < MOST { (row(say, names.len(), &fresh)) }
                p.sm.quiet { (say.text("states-remove")) }
            }
            (save_bar(say, None))
        }
    }
}

fn row(say: &Say, at: usize, own: &StateName) -> Markup {
    let (id, name, chosen) = (own.id.as_str(), own.name.as_str(), own.state);
    let pauses = match own.pauses {
        None => "",
        Some(true) => "yes",
        Some(false) => "no",
    };
    let label = if id.is_empty() { "states-new" } else { "states-name" };
    html! {
        div.tiles.min-s {
            input type="hidden" name="id" value=(id);
            div.field {
                label for={ "name-" (at) } { (say.text(label)) }
                input.input id={ "name-" (at) } name="name" value=(name) maxlength="40" autocomplete="off";
            }
            div.field {
                label for={ "state-" (at) } { (say.text("states-means")) }
                select.input id={ "state-" (at) } name="state" {
                    @for state in NAMEABLE {
                        option value=(state.code()) selected[state == chosen] { (say.text(state_text(state))) }
                    }
                }
            }
            div.field {
                label for={ "pauses-" (at) } { (say.text("states-clocks")) }
                select.input id={ "pauses-" (at) } name="pauses" {
                    @for (value, words) in [("", "states-clocks-usual"), ("yes", "states-clocks-still"), ("no", "states-clocks-run")] {
                        option value=(value) selected[value == pauses] { (say.text(words)) }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_keep_their_ids_and_empty_ones_go() {
        let known = vec![StateName { id: "sta_1".into(), state: State::Open, name: "Old".into(), pauses: None }];
        let row = |id: &str, name: &str, state: &str| {
            [("id", id), ("name", name), ("state", state)].map(|(key, value)| (key.to_owned(), value.to_owned()))
        };
        let fields = [
            row("sta_1", " Venter på deler ", "waiting_others"),
            row("sta_stranger", "Ny", "open"),
            row("", "", "open"),
            row("", "Ferdig", "closed"),
        ]
        .concat();
        let own = |id: &str, state, name: &str| StateName { id: id.into(), state, name: name.into(), pauses: None };
        assert_eq!(
            read(&fields, &known, || "sta_2".into()),
            [own("sta_1", State::WaitingOthers, "Venter på deler"), own("sta_2", State::Open, "Ny"),]
        );
    }
}
