//! Fields of forms: a label above, a hint and an error below, tied together for screen readers.

use maud::{Markup, html};
use platform::i18n::Say;
use platform::web::assets::icon_small;

/// One input.
pub struct Field<'a> {
    /// Its id and name.
    pub name: &'a str,
    /// What it is called.
    pub label: String,
    /// `text`, `email`, `password`.
    pub kind: &'a str,
    /// What stands in it.
    pub value: &'a str,
    /// What browsers fill in.
    pub autocomplete: &'a str,
    /// Under it.
    pub hint: Option<String>,
    /// What to put right.
    pub error: Option<String>,
    /// Larger, as on public pages.
    pub large: bool,
}

impl Field<'_> {
    /// The label, the input and what stands under it.
    #[must_use]
    pub fn markup(&self) -> Markup {
        self.beside(&html! {})
    }

    /// With something at the end of the label's line.
    #[must_use]
    pub fn beside(&self, aside: &Markup) -> Markup {
        let (name, bad) = (self.name, self.error.is_some());
        let described = [self.hint.as_ref().map(|_| format!("{name}-h")), bad.then(|| format!("{name}-e"))];
        let described = described.into_iter().flatten().collect::<Vec<_>>().join(" ");
        html! {
            div.field {
                div.row.label { label for=(name) { (self.label) } (aside) }
                input.input.large[self.large] id=(name) name=(name) type=(self.kind) value=(self.value)
                    autocomplete=(self.autocomplete) required autofocus[bad] aria-invalid=[bad.then_some("true")]
                    aria-describedby=[(!described.is_empty()).then_some(described)];
                @if let Some(hint) = &self.hint { p.hint id={ (name) "-h" } { (hint) } }
                @if let Some(error) = &self.error { p.error id={ (name) "-e" } { (icon_small("alert")) (error) } }
            }
        }
    }
}

/// A choice of one among a few: value, words, chosen.
#[must_use]
pub fn select(name: &str, label: &str, options: &[(&str, String, bool)]) -> Markup {
    html! {
        div.field {
            label for=(name) { (label) }
            select.input id=(name) name=(name) {
                @for (value, words, chosen) in options { option value=(value) selected[*chosen] { (words) } }
            }
        }
    }
}

/// A time zone with the known ones to choose from. `guess`: the browser may put its own there.
#[must_use]
pub fn zone(say: &Say, zone: &str, error: Option<String>, large: bool, guess: bool) -> Markup {
    html! {
        div.field {
            div.row.label { label for="zone" { (say.text("profile-zone")) } }
            input.input.large[large] #zone name="zone" value=(zone) list="zones" required autocomplete="off"
                data-guess-zone[guess] autofocus[error.is_some()] aria-invalid=[error.as_ref().map(|_| "true")]
                aria-describedby={ "zone-h" @if error.is_some() { " zone-e" } };
            p.hint #zone-h { (say.text("profile-zone-hint")) }
            @if let Some(error) = &error { p.error #zone-e { (icon_small("alert")) (error) } }
            datalist #zones {
                // Places only: no abbreviations and no fixed offsets.
                @for name in jiff::tz::db().available().filter(|name| name.as_str().contains('/') && !name.as_str().starts_with("Etc/")) {
                    option value=(name.as_str()) {}
                }
            }
        }
    }
}
