//! Guides in the help centre: one page for each place, by links and forms alone. Where one stands is in the address.

use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use base::Language;
use maud::{Markup, html};
use platform::Platform;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::form::{Form, one_line};
use platform::web::respond;
use serde::Deserialize;
use url::form_urlencoded::Serializer;

use super::hall::Hall;
use super::{label, said, told};
use crate::guides::commands::{self, Step};
use crate::guides::model::{Kind, Node, Tree, Version};
use crate::guides::rules::{self, Walk, offered, read_path, written};
use crate::guides::store::{self, Line};

/// Characters of a product in an address.
const PRODUCT_MAX: usize = 60;
/// Characters of a path that are taken along to the contact form.
const TOLD_MAX: usize = 3_000;

/// Where somebody stands, as the address or the form has it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// The version that the path belongs to.
    v: String,
    path: String,
    product: String,
    #[serde(rename = "in")]
    language: String,
    /// `back` or `stuck`.
    act: String,
    choice: String,
}

impl Asked {
    /// The path, if it belongs to this version; else one begins anew.
    fn path(&self, version: &Version) -> Vec<usize> {
        if self.v == version.number.to_string() { read_path(&self.path) } else { Vec::new() }
    }

    fn product(&self) -> String {
        one_line(&self.product, PRODUCT_MAX)
    }

    /// The address of the place that a path leads to.
    fn at(&self, here: &str, version: &Version, path: &[usize]) -> String {
        let mut query = Serializer::new(String::new());
        query.append_pair("v", &version.number.to_string()).append_pair("path", &written(path));
        for (name, value) in [("product", self.product()), ("in", self.language.clone())] {
            if !value.is_empty() {
                query.append_pair(name, &value);
            }
        }
        format!("{here}?{}", query.finish())
    }
}

/// `GET /help/guides`: all that can be walked.
///
/// # Errors
/// When the tables cannot be read; so for all pages here.
pub async fn index(
    State(p): State<Platform>,
    headers: HeaderMap,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let (mut conn, hall) = Hall::of(&p, &headers, &asked.language).await?;
    let all = store::live(&mut conn).await?;
    drop(conn);
    let (say, here) = (&hall.say, "/help/guides");
    let title = say.text("guides-title");
    let main = html! {
        div.shell.read { div.col.g-6 {
            h1 { (title) }
            p.soft { (say.text("guides-lead-help")) }
            @if all.is_empty() { p.soft { (say.text("help-nothing-yet")) } }
            ul.lines {
                @for (address, version) in &all {
                    @let tree = &version.tree;
                    li { a href={ (here) "/" (address) "?in=" (say.code()) } {
                        (icon("forward"))
                        span.grow {
                            (tree.names.shown(say.language(), tree.original))
                            br; span.sm.quiet { (tree.leads.shown(say.language(), tree.original)) }
                        }
                    } }
                }
            }
        } }
    };
    Ok(hall.page(&title, here, &in_all(here), &main))
}

fn in_all(here: &str) -> Vec<(Language, String)> {
    Language::ALL.into_iter().map(|one| (one, format!("{here}?in={}", one.code()))).collect()
}

/// `GET /help/guides/{address}?v=…&path=…`: the place that the path leads to. A path of another version begins anew.
///
/// # Errors
/// See [`index`]; and when no such guide is walked.
pub async fn show(
    State(p): State<Platform>,
    headers: HeaderMap,
    Path(address): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let (mut conn, hall) = Hall::of(&p, &headers, &asked.language).await?;
    let (_, version) = store::by_address(&mut conn, &address).await?.ok_or(Error::NotFound)?;
    drop(conn);
    let (tree, product) = (&version.tree, asked.product());
    let walk = rules::walk(tree, &asked.path(&version), &product).ok_or(Error::NotFound)?;
    let here = format!("/help/guides/{address}");
    let languages: Vec<(Language, String)> = Language::ALL
        .into_iter()
        .filter(|one| tree.spoken(*one) == *one)
        .map(|one| (one, Asked { language: one.code().to_owned(), ..asked.clone() }.at(&here, &version, &walk.path)))
        .collect();
    let name = tree.names.shown(hall.say.language(), tree.original);
    Ok(hall.page(name, &here, &languages, &page(&hall, &here, &version, &walk, &asked)))
}

/// The fields that tell where one stands.
fn standing(version: &Version, walk: &Walk<'_>, asked: &Asked) -> Markup {
    html! {
        input type="hidden" name="v" value=(version.number);
        input type="hidden" name="path" value=(written(&walk.path));
        @if !asked.product.is_empty() { input type="hidden" name="product" value=(asked.product()); }
        @if !asked.language.is_empty() { input type="hidden" name="in" value=(asked.language); }
    }
}

fn page(hall: &Hall, here: &str, version: &Version, walk: &Walk<'_>, asked: &Asked) -> Markup {
    let (say, tree) = (&hall.say, &version.tree);
    let (language, node) = (say.language(), walk.at);
    let shown = tree.spoken(language).code();
    let product = asked.product();
    html! {
        div.shell.read {
            article.prose.article {
                nav aria-label=(say.text("help-path")) {
                    ol.crumbs {
                        li { a href={ "/help/" (say.code()) } { (say.text("help-title")) } }
                        li { a href={ "/help/guides?in=" (say.code()) } { (say.text("guides-title")) } }
                    }
                }
                p.sm.quiet lang=(shown) { (tree.names.shown(language, tree.original)) }
                h1 lang=(shown) { (node.titles.shown(language, tree.original)) }
                div lang=(shown) { (said(say, tree, node)) }
                (end(hall, tree, node))
                @if node.kind.ending().is_none() && !walk.is_exhausted() {
                    form.col.g-3 method="post" action=(here) {
                        (standing(version, walk, asked))
                        @for (number, choice) in node.choices.iter().enumerate() {
                            @if offered(choice, &product) {
                                button.btn lang=(shown) name="choice" value=(number) { (label(say, tree, choice)) }
                            }
                        }
                    }
                }
                @if !walk.path.is_empty() {
                    form.row method="post" action=(here) {
                        (standing(version, walk, asked))
                        button.btn.small.ghost name="act" value="back" { (icon("back")) (say.text("guides-back")) }
                        a.sm href={ (here) "?in=" (say.code()) } { (say.text("guides-anew")) }
                    }
                }
            }
            aside aria-label=(say.text("guides-so-far")) {
                @if !walk.taken.is_empty() {
                    div {
                        h2 { (say.text("guides-so-far")) }
                        ol.col.g-2 lang=(shown) {
                            @for (at, (before, choice)) in walk.taken.iter().enumerate() {
                                li {
                                    a href=(asked.at(here, version, walk.path.get(..at).unwrap_or_default())) {
                                        (before.titles.shown(language, tree.original))
                                    }
                                    br; span.sm.quiet { (label(say, tree, choice)) }
                                }
                            }
                        }
                    }
                }
                (stuck(hall, here, &standing(version, walk, asked)))
            }
        }
    }
}

fn end(hall: &Hall, tree: &Tree, node: &Node) -> Markup {
    let say = &hall.say;
    let address = node.articles.shown(say.language(), tree.original);
    let language = if node.articles.of(say.language()).is_empty() { tree.original } else { say.language() };
    html! {
        @match node.kind {
            Kind::Solved => { div.callout data-tone="ok" { (icon("check")) p { (say.text("guides-solved-end")) } } }
            Kind::Article => {
                p { a.btn.primary href={ "/help/" (language.code()) "/" (address) } {
                    (icon("file")) (say.text("guides-read-article"))
                } }
            }
            Kind::Person => { p { (say.text("guides-person-end")) } }
            Kind::Question | Kind::Step => {}
        }
    }
}

/// The way to a person, who is there at every place.
fn stuck(hall: &Hall, here: &str, standing: &Markup) -> Markup {
    let say = &hall.say;
    html! {
        @if hall.has_forms {
            form.card.col.g-3 method="post" action=(here) {
                (standing)
                h2 { (say.text("help-stuck")) }
                (hall.expected())
                p { button.btn.primary name="act" value="stuck" { (icon("mail")) (say.text("guides-ask-person")) } }
            }
        }
    }
}

/// `POST /help/guides/{address}`: `v`, `path`, and `choice`, or `act`: `back` or `stuck`, which leads to the contact
/// form with what was tried.
///
/// # Errors
/// See [`show`].
pub async fn step(
    State(p): State<Platform>,
    headers: HeaderMap,
    Path(address): Path<String>,
    Form(typed): Form<Asked>,
) -> Result<Response, Error> {
    let (mut conn, hall) = Hall::of(&p, &headers, &typed.language).await?;
    let (guide, version) = store::by_address(&mut conn, &address).await?.ok_or(Error::NotFound)?;
    drop(conn);
    let here = format!("/help/guides/{address}");
    let (tree, path, product) = (&version.tree, typed.path(&version), typed.product());
    let step = match (typed.act.as_str(), typed.choice.parse()) {
        ("stuck", _) => Step::Stuck,
        ("back", _) => Step::Back,
        (_, Ok(number)) if typed.v == version.number.to_string() => Step::On(number),
        _ => return Ok(respond::see(&typed.at(&here, &version, &path))),
    };
    let language = tree.spoken(hall.say.language());
    let line = Line { guide: &guide, version: version.number, language, day: hall.today };
    let mut tx = p.begin().await?;
    let path = commands::step(&mut tx, line, tree, (&path, &product), step).await?;
    tx.commit().await?;
    if step != Step::Stuck {
        return Ok(respond::see(&typed.at(&here, &version, &path)));
    }
    let walk = rules::walk(tree, &path, &product).ok_or(Error::NotFound)?;
    // Addresses within the house never carry a line's end, coded or not.
    let tried = told(&hall.say, tree, &walk).replacen("\n- ", " ", 1).replace("\n- ", " · ").replace('\n', " ");
    let tried: String = tried.chars().take(TOLD_MAX).collect();
    let query = Serializer::new(String::new()).append_pair("tried", &tried).finish();
    Ok(respond::see(&format!("/contact?{query}")))
}
