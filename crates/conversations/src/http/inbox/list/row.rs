//! One row of a list: the ready-made lists show the usual things, a saved view what was chosen for it.

use std::borrow::Cow;

use maud::{Markup, html};
use people::staff::Colleague;
use platform::args;
use platform::web::assets::icon;

use super::super::super::chips;
use super::super::super::conversation::presence;
use super::super::super::{away, lens::Lens};
use super::super::Look;
use super::subject;
use crate::queries::{ListRow, View};
use crate::{Column, Group};

/// Tags shown in a row; the others are counted.
const TAGS_SHOWN: usize = 2;

/// Letters of what was said last that a row has room for where it is widest. More would only be sent.
const SNIPPET_SHOWN: usize = 120;

/// As much of it as a row has room for.
fn cut(snippet: &str) -> Cow<'_, str> {
    match snippet.char_indices().nth(SNIPPET_SHOWN) {
        Some((end, _)) => Cow::Owned(format!("{}…", snippet[..end].trim_end())),
        None => Cow::Borrowed(snippet),
    }
}

/// Whether a list shows this of its conversations. Where all are of one department, none is told.
fn shows(view: &View, column: Column) -> bool {
    match (view, column) {
        (View::Saved(kept), column) => kept.view.of.columns.contains(&column),
        (View::All | View::Mine(_), Column::Department) => true,
        (_, Column::Department) => false,
        (_, column) => Column::USUAL.contains(&column),
    }
}

pub(super) fn row(lens: Lens<'_>, look: &Look, row: &ListRow, staff: &[Colleague]) -> Markup {
    let it = &row.conversation;
    let id = it.id.as_str();
    let lang = it.language.map(base::Language::code);
    let shows = |column| shows(&look.view, column);
    html! {
        li.convo-row.unread[it.unread].snoozed[it.snoozed.is_some()] #{ "r-" (id) } aria-current=[(look.open.as_ref() == Some(&it.id)).then_some("true")] {
            @if lens.works {
                input.box type="checkbox" name="id" value=(id) form="bulk"
                    aria-label=(lens.say.with("inbox-select", args![who = &row.person_name]));
            }
            div {
                (top(lens, look, row, staff))
                div.cut {
                    @if shows(Column::Number) { span.quiet.xs { "#" (it.number) } " " }
                    a href={ "/conversations/" (id) } lang=[lang] { (subject(lens, &it.subject)) }
                }
                div.row {
                    @if shows(Column::Snippet) { span.snip.cut lang=[lang] { (cut(&it.snippet)) } }
                    span.push.row.g-3 {
                        @if shows(Column::Tags) {
                            @if let Some((done, all)) = row.items {
                            @let (done, all) = (done.to_string(), all.to_string());
                            span.chip.line title=(lens.text("checklist-title")) { (icon("checks")) (lens.say.with("checklist-count", args![done = done, all = all])) }
                        }
                        @for tag in row.tags.iter().take(TAGS_SHOWN) { (chips::tag(tag)) }
                            @if row.tags.len() > TAGS_SHOWN { span.chip.line { "+" (row.tags.len() - TAGS_SHOWN) } }
                        }
                        (chips::snoozed(lens, it))
                        @if shows(Column::State) && (it.state.group() != Group::Open || it.label.is_some()) { (chips::state(lens, it)) }
                        @if shows(Column::Created) { span.xs.quiet { (lens.text("views-began")) } (lens.quiet_time(it.created_at)) }
                    }
                }
            }
        }
    }
}

/// Who, how, where and how long.
fn top(lens: Lens<'_>, look: &Look, row: &ListRow, staff: &[Colleague]) -> Markup {
    let it = &row.conversation;
    let shows = |column| shows(&look.view, column);
    html! {
        div.t {
            span.who.cut { (row.person_name) }
            (chips::channel(lens))
            @if shows(Column::Language) { (chips::language(lens, it.language)) }
            @if it.unread { span.vh { (lens.text("inbox-unread")) } }
            span.push.row.g-3 {
                @if let (Some(department), true) = (&row.department_name, shows(Column::Department)) {
                    span.chip.line { (department) }
                }
                @if let (Some(owner), true) = (&row.assignee_name, shows(Column::Owner)) {
                    @let away = away(lens, it.assignee.as_ref(), staff);
                    span.chip.line data-tone=[away.as_ref().map(|_| "warn")] title=[away.as_deref()] {
                        (icon("user")) span.cut { (owner) }
                        @if let Some(away) = &away { span.vh { (away) } }
                    }
                }
                @if row.writer.is_some() { (presence::mark(lens, &it.id, row.writer.as_deref())) }
                @if let Some(author) = &row.shared {
                    span.chip data-tone="info" { (icon("edit")) span.cut { (lens.say.with("draft-by", args![name = author])) } }
                }
                @if row.drafted { span.chip { (icon("edit")) (lens.text("inbox-draft")) } }
                @if !shows(Column::Time) {}
                @else if it.clocks.due().is_some() { (chips::time_left(lens, it, None)) }
                @else { (lens.quiet_time(it.touched_at)) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_sent_what_it_has_room_for() {
        assert_eq!(cut("Hei"), "Hei");
        let whole = "ø".repeat(SNIPPET_SHOWN);
        assert_eq!(cut(&whole), whole);
        assert_eq!(cut(&format!("{whole}å")), format!("{whole}…"));
        let spaced = format!("{} {}", "ø".repeat(SNIPPET_SHOWN - 1), "x".repeat(40));
        assert_eq!(cut(&spaced), format!("{}…", "ø".repeat(SNIPPET_SHOWN - 1)));
    }
}
