//! The two forms of everything in a file: a line that opens into the form that changes it, and the button that opens
//! the form for another one.

use maud::{Markup, html};
use platform::web::assets::{icon, icon_small};

/// A field with its label, a hint and what is wrong with it. Ids are unique on the page, names are not.
pub(in crate::http) struct Input<'a> {
    pub id: &'a str,
    pub name: &'a str,
    pub label: String,
    pub kind: &'a str,
    pub value: &'a str,
    pub required: bool,
    pub hint: Option<String>,
    pub error: Option<String>,
}

impl Input<'_> {
    fn described(&self) -> Option<String> {
        let (hint, error) = (self.hint.as_ref().map(|_| "h"), self.error.as_ref().map(|_| "e"));
        let parts: Vec<String> =
            [hint, error].into_iter().flatten().map(|part| format!("{}-{part}", self.id)).collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }

    pub(in crate::http) fn markup(&self) -> Markup {
        let bad = self.error.is_some();
        self.around(&html! {
            input.input id=(self.id) name=(self.name) type=(self.kind) value=(self.value) autocomplete="off"
                required[self.required] autofocus[bad] aria-invalid=[bad.then_some("true")]
                aria-describedby=[self.described()];
        })
    }

    /// With these offered while one types.
    pub(in crate::http) fn among(&self, list: &str, known: &[String]) -> Markup {
        let bad = self.error.is_some();
        self.around(&html! {
            input.input id=(self.id) name=(self.name) type=(self.kind) value=(self.value) autocomplete="off" list=(list)
                required[self.required] autofocus[bad] aria-invalid=[bad.then_some("true")]
                aria-describedby=[self.described()];
            datalist id=(list) { @for one in known { option value=(one) {} } }
        })
    }

    /// Several lines.
    pub(in crate::http) fn text(&self, rows: u8) -> Markup {
        let bad = self.error.is_some();
        self.around(&html! {
            textarea.input id=(self.id) name=(self.name) rows=(rows) required[self.required] autofocus[bad]
                aria-invalid=[bad.then_some("true")] aria-describedby=[self.described()] { (self.value) }
        })
    }

    fn around(&self, field: &Markup) -> Markup {
        html! {
            div.field {
                label for=(self.id) { (self.label) }
                (field)
                @if let Some(hint) = &self.hint { p.hint id={ (self.id) "-h" } { (hint) } }
                @if let Some(error) = &self.error { p.error id={ (self.id) "-e" } { (icon_small("alert")) (error) } }
            }
        }
    }
}

/// A choice of one among a few: value, words, chosen.
pub(in crate::http) fn choice(id: &str, name: &str, label: &str, options: &[(&str, String, bool)]) -> Markup {
    html! {
        div.field {
            label for=(id) { (label) }
            select.input id=(id) name=(name) {
                @for (value, words, chosen) in options { option value=(value) selected[*chosen] { (words) } }
            }
        }
    }
}

/// A line of the file; `change` says to screen readers that it opens.
pub(in crate::http) fn line(what: &Markup, change: &str, open: bool, forms: &Markup) -> Markup {
    html! {
        details.entry open[open] {
            summary { (what) span.push.quiet { (icon_small("edit")) span.vh { (change) } } }
            div.col.g-4.mt.mb { (forms) }
        }
    }
}

/// The button that opens the form for one more.
pub(in crate::http) fn more(label: &str, open: bool, form: &Markup) -> Markup {
    html! {
        details open[open] {
            summary.btn.small { (icon("plus")) (label) }
            div.mt { (form) }
        }
    }
}
