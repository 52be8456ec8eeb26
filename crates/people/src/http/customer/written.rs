//! What colleagues wrote down about a customer.

use maud::{Markup, html};
use platform::args;
use platform::web::assets::{icon, icon_small};

use super::Shown;
use super::entry::Input;
use crate::file::Note;

pub(super) fn card(shown: &Shown<'_>) -> Markup {
    let say = &shown.who.say;
    html! {
        section.card.col.g-5 aria-labelledby="notes-t" {
            header { h2 #notes-t { (say.text("customers-notes")) } }
            @if shown.file.notes.is_empty() { p.quiet.sm { (say.text("customers-notes-none")) } }
            @else { ul.col.g-6 { @for note in &shown.file.notes { (one(shown, note)) } } }
            (new_note(shown))
        }
    }
}

fn one(shown: &Shown<'_>, note: &Note) -> Markup {
    let (say, zone) = (&shown.who.say, &shown.who.zone);
    let author = note.author.as_ref().and_then(|id| shown.staff.iter().find(|one| one.id == *id));
    let path = shown.path(&format!("notes/{}", note.id));
    let form = format!("note-{}", note.id);
    let wrong = shown.wrong(&form);
    let id = format!("text-{}", note.id);
    let field = Input {
        id: &id,
        name: "body",
        label: say.text("customers-note"),
        kind: "text",
        value: wrong.as_ref().map_or(&note.body, |(typed, _)| typed),
        required: true,
        hint: None,
        error: wrong.as_ref().map(|(_, error)| error.clone()),
    };
    let (pin, pinned) = if note.pinned { ("customers-note-unpin", "") } else { ("customers-note-pin", "1") };
    html! {
        li.col.g-2 id=(form) {
            p.pre { (note.body) }
            div.row.wrap.xs.quiet {
                @if let Some(author) = author { span { (author.name) } }
                time datetime=(note.at) title=(say.full(note.at, zone)) { (say.date(note.at, zone)) }
                @if let Some(at) = note.changed_at {
                    span title=(say.full(at, zone)) { (say.with("customers-note-changed", args![when = say.date(at, zone)])) }
                }
            }
            @if shown.edits { div.row.wrap.g-3 {
                form method="post" action={ (path) "/pin" } {
                    input type="hidden" name="pinned" value=(pinned);
                    button.btn.small { (icon_small("star")) (say.text(pin)) }
                }
                details open[wrong.is_some()] {
                    summary.btn.small { (icon_small("edit")) (say.text("customers-note-change")) }
                    div.col.g-4.mt {
                        form.col.g-4 method="post" action=(path) {
                            (field.text(4))
                            div.row.end-x { button.btn { (say.text("word-save")) } }
                        }
                        form method="post" action={ (path) "/remove" } {
                            button.btn.small { (icon("x")) (say.text("customers-note-remove")) }
                        }
                    }
                }
            } }
        }
    }
}

fn new_note(shown: &Shown<'_>) -> Markup {
    let say = &shown.who.say;
    let wrong = shown.wrong("note");
    let field = Input {
        id: "note",
        name: "body",
        label: say.text("customers-note"),
        kind: "text",
        value: wrong.as_ref().map_or("", |(typed, _)| typed),
        required: true,
        hint: None,
        error: wrong.as_ref().map(|(_, error)| error.clone()),
    };
    let form = html! {
        form.col.g-4 method="post" action=(shown.path("notes")) hx-morph-skip {
            (field.text(4))
            label.check {
                input.box type="checkbox" name="pinned" value="1";
                span { (say.text("customers-note-pinned")) small { (say.text("customers-note-pinned-hint")) } }
            }
            div.row.end-x { button.btn { (say.text("word-save")) } }
        }
    };
    shown.more(&say.text("customers-note-add"), wrong.is_some(), &form)
}
