//! The cards beside an organisation: its name and domains, and how people join.

use maud::{Markup, html};
use platform::args;
use platform::web::assets::icon;

use super::customer::entry::{Input, line, more};
use super::organisation::Shown;

pub(super) fn about(shown: &Shown<'_>) -> Markup {
    let say = &shown.who.say;
    let (name, domain) = (shown.wrong("name"), shown.wrong("domain"));
    let field = |id: &'static str, label: &str, value: &str, hint: Option<&str>, wrong: Option<&(&str, String)>| {
        Input {
            id,
            name: id,
            label: say.text(label),
            kind: "text",
            value: wrong.map_or(value, |(typed, _)| typed),
            required: true,
            hint: hint.map(|hint| say.text(hint)),
            error: wrong.map(|(_, error)| error.clone()),
        }
        .markup()
    };
    let save = || html! { div.row.end-x { button.btn { (say.text("word-save")) } } };
    let rename = html! {
        form.col.g-4 method="post" action=(shown.path("name")) {
            (field("name", "organisations-name", &shown.it.name, None, name.as_ref())) (save())
        }
    };
    let add = html! {
        form.col.g-4 method="post" action=(shown.path("domains")) {
            (field("domain", "organisations-domain", "", Some("organisations-domain-hint"), domain.as_ref())) (save())
        }
    };
    html! {
        section.card.col.g-5 aria-labelledby="about-t" {
            header { h2 #about-t { (say.text("organisations-about")) } }
            @if shown.edits { (line(&html! { (icon("building")) span.cut { (shown.it.name) } }, &say.text("organisations-rename"), name.is_some(), &rename)) }
            ul.col.g-2 {
                @for domain in &shown.domains {
                    li.row {
                        (icon("at")) span.cut { (domain) }
                        @if shown.edits { form.push method="post" action=(shown.path("domains/remove")) {
                            input type="hidden" name="domain" value=(domain);
                            button.btn.ghost.small.icon aria-label=(say.with("organisations-domain-remove", args![domain = domain])) { (icon("x")) }
                        } }
                    }
                }
            }
            @if shown.edits { (more(&say.text("organisations-domain-add"), domain.is_some(), &add)) }
        }
    }
}

pub(super) fn joining(shown: &Shown<'_>) -> Markup {
    let say = &shown.who.say;
    let on = shown.it.joins_by_itself;
    let (text, next, button) = if on {
        ("organisations-joins-by-itself", "", "organisations-ask-first")
    } else {
        ("organisations-asks-first", "1", "organisations-let-join")
    };
    html! {
        section.card.col.g-4 aria-labelledby="joining-t" {
            header { h2 #joining-t { (say.text("organisations-joining")) } }
            p.sm { (say.text(text)) }
            @if shown.edits {
                form method="post" action=(shown.path("joining")) {
                    input type="hidden" name="by_itself" value=(next);
                    button.btn.small { (say.text(button)) }
                }
            }
        }
    }
}
