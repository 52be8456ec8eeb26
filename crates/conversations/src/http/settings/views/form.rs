//! One view to be made or changed: its conditions, what is shown of each conversation, and who sees it.

use axum::extract::{Path, Query, State};
use axum::response::Response;
use base::Action;
use maud::{Markup, html};
use people::staff::Who;
use platform::Platform;
use platform::i18n::Say;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::web::save_bar::save_bar;

use super::super::super::conversation::Speaking;
use super::super::super::inbox::{Asked as OfList, tests_of};
use super::super::super::{colleagues, error, known_tags};
use super::super::{Asked, Field, Wrong, may, page, select, select_or_wrong};
use super::HERE;
use super::branch::{Beside, conditions};
use super::typed::Typed;
use crate::commands::{self, CommandError, reader};
use crate::rules::states::Refusal;
use crate::{Column, Grouping, Order, SavedView, ViewId, queries, settings};

/// `GET /settings/views/new`: with the address of a list behind it, a view of the same.
///
/// # Errors
/// When the reader may not, there is no such view, or it cannot be read; so for all pages here.
pub async fn new(State(p): State<Platform>, who: Who, Query(asked): Query<OfList>) -> Result<Response, Error> {
    let soon = settings::manners(&mut p.db.read().await?).await?.soon_hours;
    let typed = Typed::new(tests_of(&asked, &who.staff.id, soon), false);
    shown(&p, &who, None, &typed, &Wrong::default()).await
}

/// `GET /settings/views/{id}`.
///
/// # Errors
/// See [`new`].
pub async fn edit(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let it = found(&p, &who, &id).await?;
    shown(&p, &who, Some(&it), &Typed::of(&it), &Wrong::default()).await
}

async fn found(p: &Platform, who: &Who, id: &str) -> Result<SavedView, Error> {
    may(who, Action::ReadConversations)?;
    let id: ViewId = id.parse().map_err(|_| Error::NotFound)?;
    queries::find_view(&mut p.db.read().await?, &who.staff, &id).await?.ok_or(Error::NotFound)
}

/// `POST /settings/views`: makes one and opens it, or adds to and takes from the conditions as a button says.
///
/// # Errors
/// See [`new`].
pub async fn create(
    State(p): State<Platform>,
    who: Who,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    may(&who, Action::ReadConversations)?;
    sent(&p, &who, None, Typed::read(fields)).await
}

/// `POST /settings/views/{id}`: see [`create`].
///
/// # Errors
/// See [`new`].
pub async fn update(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let it = found(&p, &who, &id).await?;
    sent(&p, &who, Some(it), Typed::read(fields)).await
}

async fn sent(p: &Platform, who: &Who, it: Option<SavedView>, mut typed: Typed) -> Result<Response, Error> {
    if typed.acted() {
        return shown(p, who, it.as_ref(), &typed, &Wrong::default()).await;
    }
    let wanted = match typed.wanted(&who.staff.id) {
        Ok(wanted) => wanted,
        Err(wrong) => return shown(p, who, it.as_ref(), &typed, &wrong).await,
    };
    let done = match &it {
        Some(it) => commands::change_view(p, &who.actor(), &it.id, wanted).await.map(|()| it.id.clone()),
        None => commands::make_view(p, &who.actor(), wanted).await,
    };
    match done {
        Ok(id) => Ok(respond::see(&format!("/inbox?view={id}"))),
        Err(CommandError::Refused(refusal)) => {
            let mut wrong = Wrong::default();
            wrong.add(if refusal == Refusal::NoSuchDepartment { "visible" } else { "name" }, refusal.message());
            shown(p, who, it.as_ref(), &typed, &wrong).await
        }
        Err(other) => Err(error(other)),
    }
}

async fn shown(
    p: &Platform,
    who: &Who,
    it: Option<&SavedView>,
    typed: &Typed,
    wrong: &Wrong,
) -> Result<Response, Error> {
    may(who, Action::ReadConversations)?;
    let beside = beside(p, who).await?;
    let say = &who.say;
    let changes = it.is_none_or(|it| reader(&who.staff).changes(&it.visible));
    let action = it.map_or_else(|| HERE.to_owned(), |it| format!("{HERE}/{}", it.id));
    let body = html! {
        div { a.btn.ghost.small href=(HERE) { (icon("back")) (say.text("views-all")) } }
        @if changes {
            form.col.g-7 method="post" action=(action) novalidate {
                // Before all other buttons: it is the one that Enter in a field presses.
                button hidden { (say.text("word-save")) }
                (named(say, typed, wrong, &beside, reader(&who.staff).manages))
                (conditions(say, typed, wrong, &beside))
                (looks(say, typed))
                (save_bar(say, None))
            }
        } @else {
            div.callout { (icon("info")) p { (say.text("views-not-yours")) } }
        }
    };
    let head = (if it.is_some() { "views-change" } else { "views-new" }, "views-form-lead");
    page(p, who, head, wrong, &Asked::default(), &body).await
}

/// What conditions can be chosen from.
pub(super) async fn beside(p: &Platform, who: &Who) -> Result<Beside, Error> {
    let mut conn = p.db.read().await?;
    let mut departments = people::department::all(&mut conn).await?;
    departments.retain(|one| one.closed_at.is_none());
    let voices = match who.given::<Speaking>() {
        Some(Speaking(voices)) => voices.all(&mut conn).await?,
        None => Vec::new(),
    };
    let mailboxes = voices.into_iter().filter_map(|voice| Some((voice.mailbox?, voice.address)));
    Ok(Beside {
        departments,
        staff: colleagues(&mut conn, who, p.clock.business()).await?,
        tags: known_tags(&mut conn).await?,
        mailboxes: mailboxes.collect(),
    })
}

/// What it is called and whose it is. Those who do not manage what is everybody's have nothing to choose.
fn named(say: &Say, typed: &Typed, wrong: &Wrong, beside: &Beside, manages: bool) -> Markup {
    let name = Field { name: "name", label: say.text("views-name"), hint: None, value: &typed.name, kind: "text" };
    let mut all = vec![("own".to_owned(), say.text("macros-for-me"))];
    all.extend(beside.departments.iter().map(|one| (one.id.to_string(), one.name.clone())));
    all.push(("everyone".to_owned(), say.text("macros-for-everyone")));
    html! {
        section.card.col.g-6 {
            (name.markup(say, wrong))
            @if manages {
                (select_or_wrong(say, "visible", ("macros-visible", None), &typed.visible, &all, wrong.of("visible")))
            } @else {
                input type="hidden" name="visible" value="own";
            }
        }
    }
}

/// What is shown of each, under which headings and in which order.
fn looks(say: &Say, typed: &Typed) -> Markup {
    let grouped: Vec<_> = Grouping::ALL.map(|one| (one.code().to_owned(), say.text(grouping(one)))).into();
    let orders: Vec<_> = Order::ALL.map(|one| (one.code().to_owned(), say.text(order(one)))).into();
    html! {
        section.card.col.g-6 {
            div.tiles.min-m {
                (select(say, "order", ("views-order", None), typed.order.code(), &orders))
                (select(say, "grouped", ("views-grouped", None), typed.grouped.code(), &grouped))
            }
            fieldset.field {
                legend { (say.text("views-columns")) }
                div.row.wrap.g-5 {
                    @for one in Column::ALL {
                        label.check {
                            input.box type="checkbox" name="column" value=(one.code()) checked[typed.columns.contains(&one)];
                            span { (say.text(column(one))) }
                        }
                    }
                }
            }
        }
    }
}

const fn column(one: Column) -> &'static str {
    match one {
        Column::Number => "views-column-number",
        Column::Owner => "views-column-owner",
        Column::Department => "conversation-department",
        Column::Tags => "inbox-tags",
        Column::State => "views-column-state",
        Column::Language => "views-column-language",
        Column::Time => "views-column-time",
        Column::Created => "views-column-created",
        Column::Snippet => "views-column-snippet",
    }
}

const fn grouping(one: Grouping) -> &'static str {
    match one {
        Grouping::Nothing => "views-grouped-nothing",
        Grouping::Status => "inbox-parts",
        Grouping::Owner => "views-column-owner",
        Grouping::Department => "conversation-department",
    }
}

const fn order(one: Order) -> &'static str {
    match one {
        Order::Due => "views-order-due",
        Order::Newest => "views-order-newest",
        Order::Oldest => "views-order-oldest",
        Order::CreatedLast => "views-order-created-last",
        Order::CreatedFirst => "views-order-created-first",
    }
}
