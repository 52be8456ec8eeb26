//! The page of a search: the field, what can be narrowed, what was found, and help where nothing was.

use maud::{Markup, html};
use people::organisation::Organisation;
use people::person::Customer;
use platform::args;
use platform::search::Group;
use platform::web::assets::{icon, icon_small};
use platform::web::avatar::{Size, avatar};
use url::form_urlencoded::byte_serialize;
use words::search::{Excerpt, fold};

use super::super::chips;
use super::super::inbox::subject;
use super::super::lens::Lens;
use super::Answer;
use crate::MessageKind;
use crate::rules::searching::Search;
use crate::searching::Found;

/// What narrows a search by one click: the sign, and its name.
const FILTERS: [(&str, &str); 11] = [
    ("is:open", "search-is-open"),
    ("is:waiting", "search-is-waiting"),
    ("is:snoozed", "view-snoozed"),
    ("is:closed", "search-is-closed"),
    ("is:mine", "search-is-mine"),
    ("is:unassigned", "search-is-unassigned"),
    ("is:unread", "search-is-unread"),
    ("is:followed", "search-is-followed"),
    ("has:attachment", "search-has-attachment"),
    ("has:note", "search-has-note"),
    ("has:draft", "search-has-draft"),
];

/// What can be typed, by example, and what it means.
const TIPS: [(&str, &str); 8] = [
    ("\"…\"", "search-tip-phrase"),
    ("-", "search-tip-without"),
    ("from:  to:", "search-tip-people"),
    ("tag:", "search-tip-tag"),
    ("is:open  is:mine  is:note", "search-tip-is"),
    ("has:attachment  has:note  has:draft", "search-tip-has"),
    ("after:2026-11-01  before:  on:", "search-tip-days"),
    ("#1234", "search-tip-number"),
];

/// The address of a search.
pub(super) fn address(query: &str) -> String {
    format!("/search?q={}", byte_serialize(query.as_bytes()).collect::<String>())
}

pub(super) fn main(lens: Lens<'_>, query: &str, search: &Search, answer: &Answer, ready: bool) -> Markup {
    let title = lens.text("search-title");
    let label = lens.text("search-label");
    html! {
        div.scroll tabindex="0" role="region" aria-label=(title) data-pane {
            div.page {
                header.page-head { h1 tabindex="-1" { (title) } }
                div.col.g-6 {
                    form.row role="search" method="get" action="/search" {
                        input.input.grow type="search" name="q" value=(query) maxlength="500" placeholder=(label)
                            aria-label=(label) autocomplete="off" data-key="/" aria-keyshortcuts="/" autofocus[query.is_empty()];
                        button.btn.primary { (icon("search")) (lens.text("word-search")) }
                    }
                    (filters(lens, query))
                    @if !ready {
                        div.callout data-tone="info" { (icon("info")) p { (lens.text("search-not-ready")) } }
                    }
                    @if search.is_empty() { (tips(lens)) } @else { (found(lens, query, answer)) }
                }
            }
        }
    }
}

/// Each a link to the same search with or without it.
fn filters(lens: Lens<'_>, query: &str) -> Markup {
    html! {
        nav.row.wrap aria-label=(lens.text("search-narrow")) {
            @for (sign, name) in FILTERS {
                @let on = query.split_whitespace().any(|word| word.eq_ignore_ascii_case(sign));
                a.btn.small.tint[on] href=(address(&toggled(query, sign, on))) aria-current=[on.then_some("true")] {
                    @if on { (icon_small("check")) }
                    (lens.text(name))
                }
            }
        }
    }
}

fn toggled(query: &str, sign: &str, on: bool) -> String {
    if !on {
        return format!("{query} {sign}").trim().to_owned();
    }
    let kept: Vec<&str> = query.split_whitespace().filter(|word| !word.eq_ignore_ascii_case(sign)).collect();
    kept.join(" ")
}

fn found(lens: Lens<'_>, query: &str, answer: &Answer) -> Markup {
    let results = &answer.results;
    let nobody = answer.customers.is_empty() && answer.organisations.is_empty() && answer.groups.is_empty();
    let nothing = results.found.is_empty() && nobody && results.number.is_none();
    html! {
        @if !results.instead.is_empty() {
            @let meant = corrected(query, &results.instead);
            p.sm.soft { (lens.text("search-instead")) " " a href=(address(&meant)) { (meant) } }
        }
        @if let Some(it) = &results.number {
            p { a.btn href={ "/conversations/" (it.id) } {
                (icon("right")) (lens.say.with("search-number", args![number = it.number.to_string()]))
            } }
        }
        @if !answer.customers.is_empty() { (customers(lens, &answer.customers)) }
        @if !answer.organisations.is_empty() { (organisations(lens, &answer.organisations)) }
        @for (at, group) in answer.groups.iter().enumerate() { (beside(lens, at, group)) }
        @if !results.found.is_empty() {
            section.col.g-4 aria-labelledby="found-h" {
                h2 #found-h { (lens.text("search-conversations")) }
                ul.col.g-4 { @for found in &results.found { (row(lens, found)) } }
                @if let Some(next) = results.next {
                    p.row.centre-x { a.btn href={ (address(query)) "&after=" (next.0) } { (lens.text("word-more")) } }
                }
            }
        }
        @if nothing {
            div.empty data-tone="plain" {
                (icon("search"))
                h2 { (lens.text("search-nothing-title")) }
                p { (lens.text("search-nothing-body")) }
            }
            (tips(lens))
        }
    }
}

/// The query with what was likely meant in place of what was typed.
fn corrected(query: &str, instead: &[(String, String)]) -> String {
    let words = query.split_whitespace().map(|word| {
        let typed = fold(word);
        instead.iter().find(|(wrong, _)| *wrong == typed).map_or(word, |(_, right)| right)
    });
    words.collect::<Vec<_>>().join(" ")
}

fn customers(lens: Lens<'_>, customers: &[Customer]) -> Markup {
    html! {
        section.col.g-4 aria-labelledby="customers-h" {
            h2 #customers-h { (lens.text("search-customers")) }
            ul.col.g-3 {
                @for customer in customers {
                    @let person = &customer.person;
                    li.row.wrap {
                        (avatar(&person.name, person.id.as_str(), false, Size::Usual))
                        a href={ "/customers/" (person.id) } { (person.name) }
                        @if customer.address != person.name { span.sm.quiet { (customer.address) } }
                    }
                }
            }
        }
    }
}

fn organisations(lens: Lens<'_>, organisations: &[Organisation]) -> Markup {
    html! {
        section.col.g-4 aria-labelledby="organisations-h" {
            h2 #organisations-h { (lens.text("search-organisations")) }
            ul.col.g-3 {
                @for it in organisations {
                    li.row.wrap { (icon("building")) a href={ "/organisations/" (it.id) } { (it.name) } }
                }
            }
        }
    }
}

/// What another capability found.
fn beside(lens: Lens<'_>, at: usize, (title, picture, lines): &Group) -> Markup {
    html! {
        section.col.g-4 aria-labelledby={ "beside-" (at) } {
            h2 id={ "beside-" (at) } { (lens.text(title)) }
            ul.col.g-3 {
                @for line in lines {
                    @let lang = line.language.map(base::Language::code);
                    li.col.g-1 {
                        div.row.g-2 { (icon(picture)) a href=(line.href) lang=[lang] { (line.title) } }
                        p.sm.soft lang=[lang] { (pieces(&line.pieces)) }
                    }
                }
            }
        }
    }
}

fn row(lens: Lens<'_>, found: &Found) -> Markup {
    let it = &found.row.conversation;
    let lang = it.language.map(base::Language::code);
    html! {
        li.card.col.g-2 {
            div.row.wrap {
                b { (found.row.person_name) }
                span.chip.line data-tone="plain" { "#" (it.number) }
                (chips::state(lens, it))
                @for tag in &found.row.tags { (chips::tag(tag)) }
                span.push { (lens.quiet_time(found.at)) }
            }
            h3 { a href={ "/conversations/" (it.id) "#m-" (found.message) } lang=[lang] { (subject(lens, &it.subject)) } }
            div.row.g-2 {
                @if found.kind == MessageKind::Note { (icon_small("lock")) span.vh { (lens.text("search-in-note")) } }
                @if matches!(found.kind, MessageKind::SideOut | MessageKind::SideIn) {
                    span.chip.line data-tone="note" { (icon_small("lock")) (lens.text("side-title")) }
                }
                p.sm.soft.grow { (found.by) ": " span lang=[lang] { (excerpt(&found.excerpt)) } }
            }
        }
    }
}

/// The words, with what was looked for marked.
fn excerpt(excerpt: &Excerpt) -> Markup {
    pieces(&excerpt.pieces)
}

fn pieces(pieces: &[(String, bool)]) -> Markup {
    html! {
        @for (text, marked) in pieces {
            @if *marked { mark data-tone="warn" { (text) } } @else { (text) }
        }
    }
}

fn tips(lens: Lens<'_>) -> Markup {
    html! {
        section.card.col.g-4 aria-labelledby="tips-h" {
            h2 #tips-h { (lens.text("search-tips")) }
            dl.facts {
                @for (sign, text) in TIPS { dt { code { (sign) } } dd { (lens.text(text)) } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_is_put_on_and_taken_off_and_the_words_stay() {
        assert_eq!(toggled("blue tent", "is:open", false), "blue tent is:open");
        assert_eq!(toggled("", "is:open", false), "is:open");
        assert_eq!(toggled("blue IS:Open tent", "is:open", true), "blue tent");
    }

    #[test]
    fn what_was_meant_takes_the_place_of_what_was_typed() {
        let instead = [("derailer".to_owned(), "derailleur".to_owned())];
        assert_eq!(corrected("Derailer  broke is:open", &instead), "derailleur broke is:open");
    }

    #[test]
    fn an_address_says_the_whole_query() {
        assert_eq!(address("from:kari \"a&b\" +ø"), "/search?q=from%3Akari+%22a%26b%22+%2B%C3%B8");
    }
}
