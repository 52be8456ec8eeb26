//! The page of one place of a guide.

use axum::extract::{Path, State};
use axum::response::Response;
use base::{Action, allowed, clock};
use maud::{Markup, html};
use people::staff::Who;
use platform::Platform;
use platform::args;
use platform::web::errors::Error;
use platform::web::form::Form;

use super::desk::{Fields, HERE, answered, guide_id, in_five, names, page, seen};
use crate::guides::commands;
use crate::guides::model::{Choice, Guide, Kind, Node};
use crate::guides::refusal::{Failure, Refusal};
use crate::guides::rules::CHOICES_MOST;
use crate::guides::store;

/// The last part of the address of a place that is not there yet.
const NEW: &str = "new";
/// Choices that can be added at once.
const SPARE: usize = 2;

/// `GET /settings/guides/{id}/nodes/{key}`; `new` for one that is not there yet.
///
/// # Errors
/// When the reader may not, there is no such place, or the tables cannot be read.
pub async fn show(
    State(p): State<Platform>,
    who: Who,
    Path((id, key)): Path<(String, String)>,
) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::WriteArticles)?;
    let guide = store::find(&mut p.db.read().await?, &scope, &guide_id(&id)?).await?.ok_or(Error::NotFound)?;
    let node = match guide.draft.node(&key) {
        Some(node) => node.clone(),
        None if key == NEW => Node::default(),
        None => return Err(Error::NotFound),
    };
    shown(&p, &who, &guide, (&key, &node), None).await
}

async fn shown(
    p: &Platform,
    who: &Who,
    guide: &Guide,
    (key, node): (&str, &Node),
    refusal: Option<&Refusal>,
) -> Result<Response, Error> {
    let say = &who.say;
    let body = html! {
        p { a href={ (HERE) "/" (guide.id) } { (guide.draft.names.shown(say.language(), guide.draft.original)) } }
        form.card.col.g-6 method="post" action={ (HERE) "/" (guide.id) "/nodes/" (key) } novalidate {
            input type="hidden" name="seen" value=(clock::to_micros(guide.saved_at));
            div.field {
                label for="key" { (say.text("guides-key")) }
                input.input #key name="key" maxlength="60" value=(node.key) aria-describedby="key-h";
                p.hint #key-h { (say.text("guides-key-hint")) }
            }
            div.field {
                label for="kind" { (say.text("guides-kind")) }
                select.input #kind name="kind" {
                    @for one in Kind::ALL {
                        option value=(one.code()) selected[one == node.kind] { (say.text(&format!("guides-kind-{}", one.code()))) }
                    }
                }
            }
            (in_five("title", &say.text("guides-question"), &node.titles, false))
            (in_five("body", &say.text("articles-body"), &node.bodies, true))
            div.field {
                label for="picture" { (say.text("guides-picture")) }
                input.input #picture name="picture" maxlength="200" value=(node.picture) placeholder="/help/pictures/";
            }
            @for at in 0..(node.choices.len() + SPARE).min(CHOICES_MOST) {
                (choice(who, guide, at, &node.choices.get(at).cloned().unwrap_or_default()))
            }
            (in_five("article", &say.text("guides-article"), &node.articles, false))
            p.row.wrap {
                button.btn.primary { (say.text("articles-save")) }
                @if key != NEW { button.btn.ghost name="remove" value="1" { (say.text("articles-remove")) } }
            }
        }
    };
    page(p, who, refusal, &say.text("guides-node"), &body).await
}

fn choice(who: &Who, guide: &Guide, at: usize, it: &Choice) -> Markup {
    let say = &who.say;
    let words = say.with("guides-choice", args![n = at + 1]);
    let (to, product) = (format!("to-{at}"), format!("product-{at}"));
    html! {
        details.card open[!it.to.is_empty()] {
            summary { (words) }
            div.col.g-4 {
                div.field {
                    label for=(to) { (say.text("guides-leads-to")) }
                    input.input id=(to) name=(to) list="keys" maxlength="60" value=(it.to) aria-describedby={ (to) "-h" };
                    p.hint id={ (to) "-h" } { (say.text("guides-leads-to-hint")) }
                }
                (in_five(&format!("label-{at}"), &words, &it.labels, false))
                div.field {
                    label for=(product) { (say.text("guides-product")) }
                    input.input id=(product) name=(product) maxlength="60" value=(it.product);
                }
            }
        }
        @if at == 0 {
            datalist #keys { @for node in &guide.draft.nodes { option value=(node.key) {} } }
        }
    }
}

fn read(fields: &Fields) -> Node {
    let of = |name: &str| fields.get(name).map(|text| text.trim().to_owned()).unwrap_or_default();
    let choice = |at: usize| {
        let to = of(&format!("to-{at}"));
        (!to.is_empty()).then(|| Choice {
            to,
            labels: names(fields, &format!("label-{at}")),
            product: of(&format!("product-{at}")),
        })
    };
    Node {
        key: of("key"),
        kind: Kind::from_code(&of("kind")).unwrap_or_default(),
        titles: names(fields, "title"),
        bodies: names(fields, "body"),
        picture: of("picture"),
        choices: (0..CHOICES_MOST).filter_map(choice).collect(),
        articles: names(fields, "article"),
    }
}

/// `POST /settings/guides/{id}/nodes/{key}`: `key`, `kind`, `title-en` …, `body-en` …, `picture`, `article-en` …, and
/// for each choice from 0 `to-0` (nothing takes it away), `label-0-en` …, `product-0`; or `remove`. What was typed is
/// never lost.
///
/// # Errors
/// See [`show`].
pub async fn update(
    State(p): State<Platform>,
    who: Who,
    Path((id, key)): Path<(String, String)>,
    Form(fields): Form<Fields>,
) -> Result<Response, Error> {
    let (id, actor, node) = (guide_id(&id)?, who.actor(), read(&fields));
    let mut tx = p.begin().await?;
    let was = (key != NEW).then_some(key.as_str());
    let answer = match (fields.contains_key("remove"), was) {
        (true, Some(was)) => commands::remove_node(&mut tx, &actor, &id, was).await,
        _ => commands::save_node(&mut tx, &actor, &id, was, node.clone(), seen(&fields)).await,
    };
    match answer {
        Err(Failure::Refused(refusal)) if !matches!(refusal, Refusal::Forbidden | Refusal::NotFound) => {
            drop(tx);
            let scope = allowed(&actor, Action::WriteArticles)?;
            let guide = store::find(&mut p.db.read().await?, &scope, &id).await?.ok_or(Error::NotFound)?;
            shown(&p, &who, &guide, (&key, &node), Some(&refusal)).await
        }
        answer => answered(&p, &who, &id, answer, tx).await,
    }
}
