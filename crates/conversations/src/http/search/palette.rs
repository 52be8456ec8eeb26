//! What the palette finds on the server, as options of its list: customers, organisations and conversations. Pages and commands are
//! on the page itself, where `web/js/palette.js` finds them.

use maud::{Markup, html};
use platform::web::assets::icon;
use platform::web::avatar::{Size, avatar};

use super::super::chips;
use super::super::inbox::subject;
use super::super::lens::Lens;
use super::Answer;
use crate::Conversation;

/// What is looked for: `@` people, `#` conversations, else both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Both,
    Customers,
    Conversations,
}

impl Kind {
    pub fn customers(self) -> bool {
        self != Self::Conversations
    }

    pub fn settings(self) -> bool {
        self == Self::Both
    }

    pub fn conversations(self) -> bool {
        self != Self::Customers
    }
}

/// The kind that a query begins with, and the rest of it.
pub(super) fn kind(query: &str) -> (Kind, &str) {
    let query = query.trim_start();
    match query.chars().next() {
        Some('@') => (Kind::Customers, &query[1..]),
        Some('#') => (Kind::Conversations, &query[1..]),
        _ => (Kind::Both, query),
    }
}

/// The options in their groups; nothing when nothing is found.
pub(super) fn options(lens: Lens<'_>, answer: &Answer) -> Markup {
    let results = &answer.results;
    let rows = results.found.iter().filter(|it| results.number.as_ref().is_none_or(|n| n.id != it.row.conversation.id));
    html! {
        @if !answer.customers.is_empty() {
            @let title = lens.text("search-customers");
            div role="group" aria-label=(title) {
                div.head-s aria-hidden="true" { (title) }
                @for customer in &answer.customers {
                    @let person = &customer.person;
                    a.item role="option" #{ "pal-" (person.id) } aria-selected="false" tabindex="-1" href={ "/customers/" (person.id) } {
                        (avatar(&person.name, person.id.as_str(), false, Size::Small))
                        span.cut { (person.name) " " @if customer.address != person.name { span.quiet { "· " (customer.address) } } }
                    }
                }
            }
        }
        @if !answer.organisations.is_empty() {
            @let title = lens.text("search-organisations");
            div role="group" aria-label=(title) {
                div.head-s aria-hidden="true" { (title) }
                @for it in &answer.organisations {
                    a.item role="option" #{ "pal-" (it.id) } aria-selected="false" tabindex="-1" href={ "/organisations/" (it.id) } {
                        (icon("building")) span.cut { (it.name) }
                    }
                }
            }
        }
        @for (title, picture, lines) in &answer.groups {
            @let title = lens.text(title);
            div role="group" aria-label=(title) {
                div.head-s aria-hidden="true" { (title) }
                @for line in lines {
                    a.item role="option" #{ "pal-" (line.id) } aria-selected="false" tabindex="-1" href=(line.href) {
                        (icon(picture)) span.cut lang=[line.language.map(base::Language::code)] { (line.title) }
                    }
                }
            }
        }
        @if !answer.settings.is_empty() {
            @let title = lens.text("word-settings");
            div role="group" aria-label=(title) {
                div.head-s aria-hidden="true" { (title) }
                @for (at, found) in answer.settings.iter().enumerate() {
                    a.item role="option" #{ "pal-set-" (at) } aria-selected="false" tabindex="-1" href=(found.href) {
                        (icon(found.icon))
                        span.cut { (found.name) " " @if !found.page.is_empty() { span.quiet { "· " (found.page) } } }
                    }
                }
            }
        }
        @if results.number.is_some() || !results.found.is_empty() {
            @let title = lens.text("search-conversations");
            div role="group" aria-label=(title) {
                div.head-s aria-hidden="true" { (title) }
                @if let Some(it) = &results.number { (conversation(lens, it, "")) }
                @for found in rows { (conversation(lens, &found.row.conversation, &found.row.person_name)) }
            }
        }
    }
}

fn conversation(lens: Lens<'_>, it: &Conversation, who: &str) -> Markup {
    html! {
        a.item role="option" #{ "pal-" (it.id) } aria-selected="false" tabindex="-1" href={ "/conversations/" (it.id) } {
            (icon("mail"))
            span.cut {
                span lang=[it.language.map(base::Language::code)] { (subject(lens, &it.subject)) }
                " " span.quiet { "· #" (it.number) @if !who.is_empty() { " · " (who) } " · " (chips::state_name(lens, it)) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_in_front_says_what_is_looked_for() {
        assert_eq!(kind("kari"), (Kind::Both, "kari"));
        assert_eq!(kind(" @kari"), (Kind::Customers, "kari"));
        assert_eq!(kind("#48213"), (Kind::Conversations, "48213"));
        assert_eq!(kind("å@b"), (Kind::Both, "å@b"));
        assert!(Kind::Both.settings() && !Kind::Customers.settings());
        assert!(!Kind::Customers.conversations() && !Kind::Conversations.customers() && Kind::Both.customers());
    }
}
