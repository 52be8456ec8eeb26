//! The pictures of a macro: seen as they are, said in words, chosen and taken away.

use maud::{Markup, html};
use platform::args;
use platform::i18n::Say;
use platform::web::assets::icon_small;

use super::super::super::pass::Passes;
use super::super::{Field, Wrong};
use super::typed::Typed;
use crate::{Macro, MacroFile};

/// What a browser offers to choose from.
const KINDS: &str = "image/png,image/jpeg,image/gif,image/webp";

/// Those that a macro has.
pub(super) fn of(it: Option<&Macro>) -> impl Iterator<Item = &MacroFile> {
    it.into_iter().flat_map(|it| &it.files).filter(|file| file.alt.is_some())
}

/// What one shows, as it was typed last.
fn words<'a>(typed: &'a Typed, file: &'a MacroFile) -> &'a str {
    typed.alts.get(&file.id).or(file.alt.as_ref()).map_or("", String::as_str)
}

/// The part of the form.
pub(super) fn part(say: &Say, passes: Passes<'_>, it: Option<&Macro>, typed: &Typed, wrong: &Wrong) -> Markup {
    let error = wrong.of("picture");
    let described = if error.is_some() { "picture-h picture-e" } else { "picture-h" };
    let alt = Field {
        name: "alt",
        label: say.text("macros-picture-alt"),
        hint: Some(say.text("macros-picture-alt-hint")),
        value: &typed.alt,
        kind: "text",
    };
    html! {
        section.card.col.g-5 {
            div { h3 { (say.text("macros-pictures")) } p.sm.soft { (say.text("macros-pictures-hint")) } }
            @for file in of(it) {
                @let field = format!("alt-{}", file.id);
                div.col.g-4 {
                    div.row.wrap {
                        label.attach {
                            input.box type="checkbox" name="keep" value=(file.id) checked[typed.keep.contains(&file.id)];
                            span.shot { img src=(passes.macro_picture(&file.id)) alt=(words(typed, file)); }
                            span.cut { (file.name) } " "
                            span.quiet.xs { (say.bytes(u64::try_from(file.size).unwrap_or(0))) }
                        }
                    }
                    div.field {
                        label for=(field) { (say.with("macros-picture-alt-of", args![name = &file.name])) }
                        input.input id=(field) name=(field) type="text" value=(words(typed, file)) autocomplete="off";
                    }
                }
            }
            div.field {
                label for="picture" { (say.text("macros-picture-new")) }
                input.input #picture type="file" name="picture" accept=(KINDS) aria-invalid=[error.map(|_| "true")]
                    aria-describedby=(described);
                p.hint #picture-h { (say.text("macros-picture-hint")) }
                @if let Some(error) = error { p.error #picture-e { (icon_small("alert")) (say.text(error)) } }
            }
            (alt.markup(say, wrong))
        }
    }
}

/// Those that stay, as they stand below a text.
pub(super) fn shown(passes: Passes<'_>, it: Option<&Macro>, typed: &Typed) -> Markup {
    html! {
        @for file in of(it).filter(|file| typed.keep.contains(&file.id)) {
            p { img src=(passes.macro_picture(&file.id)) alt=(words(typed, file)); }
        }
    }
}
