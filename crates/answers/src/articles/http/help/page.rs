//! The markup of the help centre.

use std::collections::BTreeMap;

use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use base::Language;
use maud::{Markup, PreEscaped, html};
use platform::args;
use platform::search::Group;
use platform::web::assets::icon;
use platform::web::respond;
use words::search::Excerpt;

use super::hall::{Hall, private};
use crate::articles::found::Answered;
use crate::articles::model::{Category, Live};
use crate::articles::rules::markdown::{PICTURES as PICTURE_PATH, Shown};
use crate::articles::rules::pictures;

/// Pictures of categories, by turns: a category has no picture of its own.
const PICTURES: [&str; 6] = ["truck", "repeat", "wrench", "shield", "coin", "bag"];

/// The same page in all five languages, where it is in all of them.
fn everywhere(rest: &str) -> Vec<(Language, String)> {
    Language::ALL.into_iter().map(|language| (language, format!("/help/{}{rest}", language.code()))).collect()
}

/// What search engines and those who pass it on read.
fn head(hall: &Hall, title: &str, about: &str, path: &str, kind: &str, languages: &[(Language, String)]) -> Markup {
    let site = &hall.site;
    html! {
        link rel="canonical" href={ (site) (path) };
        @for (language, path) in languages { link rel="alternate" hreflang=(language.code()) href={ (site) (path) }; }
        link rel="alternate" type="application/atom+xml" title=(hall.business.name) href={ (hall.root()) "/feed.xml" };
        @if !about.is_empty() { meta name="description" content=(about); }
        meta property="og:type" content=(kind);
        meta property="og:title" content=(title);
        @if !about.is_empty() { meta property="og:description" content=(about); }
        meta property="og:url" content={ (site) (path) };
        meta property="og:site_name" content=(hall.business.name);
        meta property="og:locale" content=(hall.language().code());
    }
}

fn search_form(hall: &Hall, query: &str) -> Markup {
    let (say, root) = (&hall.say, hall.root());
    html! {
        form.bigsearch role="search" method="get" action={ (root) "/search" } {
            (icon("search"))
            label.vh for="q" { (say.text("help-search")) }
            input.input #q name="q" type="search" value=(query) maxlength="120" autocomplete="off"
                placeholder=(say.text("help-search-hint")) data-suggest={ (root) "/suggest" };
            button.btn.primary.small.go { (say.text("help-find")) }
            div #suggested {}
        }
    }
}

fn lines(hall: &Hall, all: &[Live], dated: bool) -> Markup {
    html! {
        ul.lines {
            @for one in all {
                li { a href={ (hall.root()) "/" (one.address) } {
                    (icon("file"))
                    span.grow {
                        (one.draft.title)
                        @if dated { br; span.sm.quiet { (hall.say.date(one.at, &hall.zone)) } }
                        @else if !one.draft.summary.is_empty() { br; span.sm.quiet { (one.draft.summary) } }
                    }
                } }
            }
        }
    }
}

/// Where whoever is stuck goes.
fn stuck(hall: &Hall) -> Markup {
    html! {
        @if let Some(contact) = hall.contact {
            div.card.col.g-3 {
                h2 { (hall.say.text("help-stuck")) }
                p.soft { (hall.say.text("help-stuck-why")) }
                p { a.btn.primary href=(contact) { (icon("mail")) (hall.say.text("help-write")) } }
            }
        }
    }
}

pub(super) fn centre(
    hall: &Hall,
    headers: &HeaderMap,
    per: &BTreeMap<String, i64>,
    (much, guided): (&[Live], bool),
) -> Response {
    let (say, language, usual) = (&hall.say, hall.language(), hall.business.language);
    let title = say.text("help-title");
    let there: Vec<&Category> = hall.categories.iter().filter(|one| per.contains_key(one.id.as_str())).collect();
    let main = html! {
        section.hero { div.shell { h1 { (say.text("help-ask")) } (search_form(hall, "")) } }
        @if !there.is_empty() {
            section.band { div.shell {
                h2 { (say.text("help-topics")) }
                div.grid {
                    @for (at, one) in there.iter().enumerate() {
                        div.topic {
                            (icon(PICTURES.get(at % PICTURES.len()).copied().unwrap_or("book")))
                            h3 {
                                a href={ (hall.root()) "/topics/" (one.address) } { (one.names.shown(language, usual)) }
                            }
                            p { (one.leads.shown(language, usual)) }
                        }
                    }
                }
            } }
        }
        section.band.tinted { div.shell {
            h2.h { (say.text("help-much-read")) }
            @if much.is_empty() { p.soft { (say.text("help-nothing-yet")) } } @else { (lines(hall, much, false)) }
        } }
        section.band { div.shell.col.g-6 {
            @if guided {
                p { a href={ "/help/guides?in=" (language.code()) } { (say.text("guides-title")) } ": " (say.text("guides-lead-help")) }
            }
            (stuck(hall))
        } }
    };
    let languages = everywhere("");
    let head = head(hall, &title, "", &hall.root(), "website", &languages);
    let whole = hall.page(&title, &hall.root(), (&head, &languages, Some("help.js")), &main);
    hall.kept(headers, whole)
}

pub(super) fn category(hall: &Hall, headers: &HeaderMap, it: &Category, all: &[Live]) -> Response {
    let (say, language, usual) = (&hall.say, hall.language(), hall.business.language);
    let title = it.names.shown(language, usual);
    let lead = it.leads.shown(language, usual);
    let main = html! {
        div.shell.read {
            div.col.g-6 {
                nav aria-label=(say.text("help-path")) {
                    ol.crumbs { li { a href=(hall.root()) { (say.text("help-title")) } } }
                }
                h1 { (title) }
                @if !lead.is_empty() { p.soft { (lead) } }
                @if all.is_empty() { p.soft { (say.text("help-nothing-yet")) } } @else { (lines(hall, all, it.dated)) }
            }
            aside aria-label=(say.text("help-stuck")) { (stuck(hall)) }
        }
    };
    let rest = format!("/topics/{}", it.address);
    let languages = everywhere(&rest);
    let path = format!("{}{rest}", hall.root());
    let head = head(hall, title, lead, &path, "website", &languages);
    hall.kept(headers, hall.page(title, &path, (&head, &languages, None), &main))
}

pub(super) fn article(
    hall: &Hall,
    headers: &HeaderMap,
    it: &Live,
    shown: &Shown,
    siblings: &[(Language, String)],
    beside: &[Live],
    said: bool,
) -> Response {
    let (say, language, usual) = (&hall.say, hall.language(), hall.business.language);
    let path = format!("{}/{}", hall.root(), it.address);
    let category = hall.categories.iter().find(|one| Some(&one.id) == it.category.as_ref());
    let main = html! {
        div.shell.read {
            article.prose.article {
                nav aria-label=(say.text("help-path")) { ol.crumbs {
                    li { a href=(hall.root()) { (say.text("help-title")) } }
                    @if let Some(one) = category {
                        li { a href={ (hall.root()) "/topics/" (one.address) } { (one.names.shown(language, usual)) } }
                    }
                } }
                h1 { (it.draft.title) }
                @if !it.draft.summary.is_empty() { p.lead { (it.draft.summary) } }
                p.sm.quiet { (say.with("help-updated", args![date = say.date(it.at, &hall.zone)])) }
                div.written { (PreEscaped(&shown.html)) }
                (opinion(hall, &path, said))
            }
            aside aria-label=(say.text("help-about")) {
                @if shown.headings.len() > 1 {
                    div {
                        h2 { (say.text("help-on-page")) }
                        nav.toc aria-label=(say.text("help-contents")) {
                            @for one in &shown.headings { a href={ "#" (one.anchor) } { (one.text) } }
                        }
                    }
                }
                @if !beside.is_empty() {
                    div {
                        h2 { (say.text("help-beside")) }
                        ul.col.g-2 { @for one in beside { li { a href={ (hall.root()) "/" (one.address) } { (one.draft.title) } } } }
                    }
                }
                (stuck(hall))
            }
        }
    };
    let all = Language::ALL.into_iter().map(|one| {
        let own = siblings.iter().find(|(language, _)| *language == one);
        let rest = own.map(|(_, address)| format!("/{address}")).unwrap_or_default();
        (one, format!("/help/{}{rest}", one.code()))
    });
    let languages: Vec<(Language, String)> = all.collect();
    let same: Vec<(Language, String)> =
        siblings.iter().map(|(one, address)| (*one, format!("/help/{}/{address}", one.code()))).collect();
    let head = html! {
        (head(hall, &it.draft.title, &it.draft.summary, &path, "article", &same))
        meta property="article:modified_time" content=(it.at);
        @if let Some(picture) = pictures::shown(&it.draft.body).first() {
            meta property="og:image" content={ (hall.site) (PICTURE_PATH) (picture) };
        }
    };
    let whole = hall.page(&it.draft.title, &path, (&head, &languages, None), &main);
    if said { private(respond::page(StatusCode::OK, whole)) } else { hall.kept(headers, whole) }
}

fn opinion(hall: &Hall, path: &str, said: bool) -> Markup {
    let say = &hall.say;
    html! {
        section.card.col.g-4.text-centre #opinion aria-labelledby="opinion-h" {
            @if said {
                h2 #opinion-h { (say.text("help-thanks")) }
                @if let Some(contact) = hall.contact { p { a href=(contact) { (say.text("help-stuck-link")) } } }
            } @else {
                h2 #opinion-h { (say.text("help-helped")) }
                form.row.wrap.centre-x method="post" action={ (path) "/opinion" } {
                    button.btn name="said" value="helped" { (icon("happy")) (say.text("help-yes")) }
                    details.why {
                        summary.btn { (icon("worried")) (say.text("help-no")) }
                        div.row.wrap {
                            button.btn.small name="said" value="unclear" { (say.text("help-unclear")) }
                            button.btn.small name="said" value="wrong" { (say.text("help-wrong")) }
                            button.btn.small name="said" value="other" { (say.text("help-other")) }
                            button.btn.small name="said" value="not" { (say.text("help-not")) }
                        }
                    }
                }
            }
        }
    }
}

/// A passage with what was looked for marked.
fn passage(pieces: &[(String, bool)]) -> Markup {
    html! { @for (text, marked) in pieces { @if *marked { mark { (text) } } @else { (text) } } }
}

/// What was found, each with why.
fn found(hall: &Hall, answered: &Answered, passages: &[Excerpt]) -> Markup {
    html! {
        ul.lines {
            @for (one, why) in answered.articles.iter().zip(passages) {
                li { a href={ (hall.root()) "/" (one.address) } {
                    (icon("file"))
                    span.grow { (one.draft.title) br; span.sm.quiet { (passage(&why.pieces)) } }
                } }
            }
        }
    }
}

/// What was found elsewhere, such as in the community.
fn beside(hall: &Hall, groups: &[Group]) -> Markup {
    html! {
        @for (title, picture, lines) in groups {
            h2.h { (hall.say.text(title)) }
            ul.lines {
                @for line in lines {
                    li { a href=(line.href) {
                        (icon(picture))
                        span.grow lang=[line.language.map(Language::code)] {
                            (line.title) br; span.sm.quiet { (passage(&line.pieces)) }
                        }
                    } }
                }
            }
        }
    }
}

pub(super) fn results(
    hall: &Hall,
    query: &str,
    answered: &Answered,
    passages: &[Excerpt],
    groups: &[Group],
) -> Response {
    let say = &hall.say;
    let title = say.text("help-results");
    let main = html! {
        section.hero { div.shell { h1 { (title) } (search_form(hall, query)) } }
        section.band { div.shell.col.g-6 {
            @if !answered.instead.is_empty() && !answered.articles.is_empty() {
                p.soft role="status" {
                    (say.with("help-instead", args![words = answered.instead.iter().map(|(_, meant)| meant.as_str()).collect::<Vec<_>>().join(", ")]))
                }
            }
            @if query.is_empty() { p.soft { (say.text("help-search-hint")) } }
            @else if answered.articles.is_empty() && groups.is_empty() {
                p role="status" { (say.with("help-found-none", args![query = query])) }
            }
            @else if !answered.articles.is_empty() { (found(hall, answered, passages)) }
            (beside(hall, groups))
            (stuck(hall))
        } }
    };
    let head = html! { meta name="robots" content="noindex"; };
    let languages = everywhere("");
    let here = format!("{}/search", hall.root());
    private(respond::page(StatusCode::OK, hall.page(&title, &here, (&head, &languages, Some("help.js")), &main)))
}

pub(super) fn suggested(hall: &Hall, answered: &Answered, groups: &[Group]) -> Response {
    let list = html! {
        div #suggested {
            @for one in &answered.articles { a href={ (hall.root()) "/" (one.address) } { (one.draft.title) } }
            @for line in groups.iter().flat_map(|(_, _, lines)| lines) {
                a href=(line.href) lang=[line.language.map(Language::code)] { (line.title) }
            }
        }
    };
    private(axum::response::Html(list.into_string()).into_response())
}
