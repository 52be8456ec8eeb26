//! Before conversations become one: in which order all that was said in them would stand, and who would take part.

use maud::{Markup, html};
use platform::args;
use platform::web::assets::{icon, icon_small};

use super::super::lens::Lens;
use super::subject;
use crate::queries::{AsOne, WOVEN_MOST};
use crate::rules::states::Refusal;
use crate::{Conversation, MessageKind, Woven};

/// Letters of a text that a line shows.
const SHOWN: usize = 120;

/// A number as people write it: `48213` or `#48213`.
pub(super) fn number(typed: &str) -> Option<i64> {
    typed.trim().trim_start_matches('#').parse().ok().filter(|number| *number > 0)
}

/// What is looked at, and from where.
pub(super) struct Look<'a> {
    /// How they would read; nothing where there is nothing to merge.
    pub as_one: Option<&'a AsOne>,
    /// Those that were chosen.
    pub chosen: &'a [Conversation],
    /// What every form says of what it is about.
    pub about: Markup,
    /// Where one goes who leaves them apart.
    pub back: &'a str,
}

/// The whole page.
pub(super) fn page(lens: Lens<'_>, title: &str, look: &Look<'_>) -> Markup {
    html! {
        div.scroll tabindex="0" role="region" aria-label=(title) data-pane {
            div.page {
                header.page-head {
                    a.btn.ghost.icon href=(look.back) data-key="Escape" aria-label=(lens.text("conversation-back")) { (icon("back")) }
                    h1 tabindex="-1" { (title) }
                }
                @match look.as_one {
                    Some(as_one) => (planned(lens, as_one, look)),
                    None => div.callout data-tone="warn" role="alert" {
                        (icon("alert")) p { (lens.text(Refusal::NoSuchConversation.message())) }
                    },
                }
            }
        }
    }
}

/// The one that stays is chosen, and what that means is looked at next.
pub(super) fn choice(lens: Lens<'_>, chosen: &[Conversation], stays: Option<i64>, about: &Markup) -> Markup {
    html! {
        form.row.wrap method="get" action="/inbox/several" {
            (about)
            label for="into" { (lens.text("several-into")) }
            select.input #into name="into" {
                @for one in chosen {
                    option value=(one.number) selected[stays == Some(one.number)] { "#" (one.number) " " (subject(lens, &one.subject)) }
                }
            }
            button.btn { (icon("merge")) (lens.text("several-merge")) }
        }
    }
}

fn planned(lens: Lens<'_>, it: &AsOne, look: &Look<'_>) -> Markup {
    let named = |one: &Conversation| html! { a href={ "/conversations/" (one.id) } { "#" (one.number) " " (subject(lens, &one.subject)) } };
    let number = it.into.number.to_string();
    html! {
        section.card.col.g-5 {
            dl.facts {
                dt { (lens.text("several-into")) } dd { (named(&it.into)) }
                dt { (lens.text("merge-joins")) } dd { ul { @for one in &it.from { li { (named(one)) } } } }
            }
            @if !it.others.is_empty() {
                div.callout data-tone="warn" {
                    (icon("users"))
                    p { (lens.say.with("merge-others", args![names = it.others.join(", "), number = &number])) }
                }
            }
            p.sm.soft { (lens.say.with("merge-comes", args![number = &number])) }
            div.row.wrap {
                form method="post" action="/inbox/several" {
                    (look.about)
                    input type="hidden" name="into" value=(it.into.number);
                    button.btn.primary name="act" value="merge" { (icon("merge")) (lens.text("merge-do")) }
                }
                a.btn href=(look.back) { (lens.text("merge-leave")) }
            }
        }
        @if look.chosen.len() > 1 { (choice(lens, look.chosen, Some(it.into.number), &look.about)) }
        section.card.col.g-4 aria-labelledby="order-h" {
            h2 #order-h { (lens.text("merge-order")) }
            @if it.more { p.sm.quiet { (lens.say.with("merge-order-newest", args![count = WOVEN_MOST])) } }
            ol.col.g-3 { @for line in &it.messages { (row(lens, it, line)) } }
        }
    }
}

/// A message where it would stand, with the number that it is under now.
fn row(lens: Lens<'_>, it: &AsOne, line: &Woven) -> Markup {
    let from = std::iter::once(&it.into).chain(&it.from).find(|one| one.id == line.conversation);
    let inside = matches!(line.kind, MessageKind::Note | MessageKind::Contact);
    html! {
        li.row.g-3 {
            (lens.quiet_time(line.at))
            @if let Some(from) = from {
                @let joins = from.id != it.into.id;
                span.chip.line data-tone=[joins.then_some("info")] { "#" (from.number) }
            }
            @if inside { (icon_small("lock")) span.vh { (lens.text("search-in-note")) } }
            p.sm.grow.cut { b { (line.by) } " " span.soft { (words(&line.words)) } }
        }
    }
}

/// The first words of a text, without what it quotes.
fn words(text: &str) -> String {
    let own = text.lines().filter(|line| !line.trim_start().starts_with('>'));
    let line = own.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default().trim_end()),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_people_write_it() {
        for (typed, expected) in
            [("48213", Some(48213)), (" #48213 ", Some(48213)), ("0", None), ("-3", None), ("x", None), ("", None)]
        {
            assert_eq!(number(typed), expected, "{typed}");
        }
    }

    #[test]
    fn a_line_says_how_a_text_begins_and_not_what_it_quotes() {
        assert_eq!(words("> Before\n\nHei  der\nborte"), "Hei der borte");
        assert_eq!(words(&"ø".repeat(500)), format!("{}…", "ø".repeat(SHOWN)));
        assert_eq!(words(""), "");
    }
}
