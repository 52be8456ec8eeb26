//! The markup of a contact form as customers see it.

use jiff::tz::TimeZone;
use maud::{Markup, html};
use platform::args;
use platform::web::assets::{icon, icon_small};

use super::contact::{Hall, Typed, here};
use crate::model::{ContactForm, Kind, Question};
use crate::offers::Offer;

/// What needs another look: the field, and the message that says why.
pub(super) type Wrong = Vec<(String, &'static str)>;

/// A form being filled in.
struct Sheet<'a> {
    hall: &'a Hall,
    typed: &'a Typed,
    wrong: &'a [(String, &'static str)],
}

impl Sheet<'_> {
    fn error(&self, id: &str) -> Option<String> {
        self.wrong.iter().find(|(field, _)| field == id).map(|(_, message)| self.hall.say.text(message))
    }

    /// A label, what `input` makes of "invalid" and "described by", and what is wrong.
    fn field(
        &self,
        id: &str,
        label: &Markup,
        input: impl FnOnce(Option<&'static str>, Option<String>) -> Markup,
    ) -> Markup {
        let error = self.error(id);
        html! {
            div.field {
                label for=(id) { (label) }
                (input(error.as_ref().map(|_| "true"), error.as_ref().map(|_| format!("{id}-e"))))
                @if let Some(error) = error { p.error id={ (id) "-e" } { (icon_small("alert")) (error) } }
            }
        }
    }

    fn line(&self, id: &str, kind: &str, complete: &str, label: &Markup) -> Markup {
        self.field(id, label, |invalid, described| {
            html! {
                input.input id=(id) name=(id) type=(kind) autocomplete=(complete) value=(self.typed.of(id))
                    aria-invalid=[invalid] aria-describedby=[described];
            }
        })
    }

    /// The words of a label; what may be left out says so.
    fn label(&self, words: &str, required: bool) -> Markup {
        html! { (words) @if !required { " " span.quiet { (self.hall.say.text("contact-optional")) } } }
    }

    fn question(&self, at: usize, question: &Question) -> Markup {
        let id = format!("q-{at}");
        if question.kind == Kind::Tick {
            return self.tick(question, &id);
        }
        let label = self.label(self.hall.text(&question.labels), question.required);
        self.field(&id, &label, |invalid, described| asked(self.hall, question, &id, self.typed, invalid, described))
    }

    fn tick(&self, question: &Question, id: &str) -> Markup {
        let error = self.error(id);
        let (invalid, described) = (error.as_ref().map(|_| "true"), error.as_ref().map(|_| format!("{id}-e")));
        html! {
            div.field {
                label.check {
                    input.box type="checkbox" id=(id) name=(id) value="on" checked[self.typed.of(id) == "on"]
                        aria-invalid=[invalid] aria-describedby=[described];
                    span { (self.hall.text(&question.labels)) }
                }
                @if let Some(error) = error { p.error id={ (id) "-e" } { (icon_small("alert")) (error) } }
            }
        }
    }

    /// Who writes: as they say, or as they came in.
    fn writer(&self) -> Markup {
        let say = &self.hall.say;
        html! {
            @if let Some((from, _)) = &self.hall.visitor {
                p { (say.with("contact-as", args![who = &from.address])) }
                input type="hidden" name="name" value=(from.name);
            } @else {
                (self.line("name", "text", "name", &self.label(&say.text("contact-name"), false)))
                (self.line("email", "email", "email", &html! { (say.text("my-email")) }))
            }
        }
    }

    fn words(&self) -> Markup {
        self.field("body", &html! { (self.hall.say.text("contact-words")) }, |invalid, described| {
            html! {
                textarea.input id="body" name="body" rows="7" aria-invalid=[invalid] aria-describedby=[described] {
                    (self.typed.of("body"))
                }
            }
        })
    }

    /// What a guide was walked through before: theirs to change, and to leave out.
    fn tried(&self) -> Markup {
        let say = &self.hall.say;
        html! {
            @if !self.typed.of("tried").is_empty() {
                div.field {
                    label for="tried" { (say.text("contact-tried")) }
                    textarea.input id="tried" name="tried" rows="6" aria-describedby="tried-h" { (self.typed.of("tried")) }
                    p.hint #tried-h { (say.text("contact-tried-hint")) }
                }
            }
        }
    }

    fn files(&self) -> Markup {
        let label = self.label(&self.hall.say.text("request-files"), false);
        self.field("files", &label, |invalid, described| {
            html! {
                input type="file" id="files" name="files" multiple aria-invalid=[invalid] aria-describedby=[described];
            }
        })
    }
}

/// The form, with what was typed in it.
pub(super) fn page(
    hall: &Hall,
    form: &ContactForm,
    typed: &Typed,
    wrong: &[(String, &'static str)],
    offered: &[Offer],
) -> Markup {
    let (say, sheet) = (&hall.say, Sheet { hall, typed, wrong });
    html! {
        div.shell.request.w-s {
            div.col.g-6 {
                header.col.prose.g-4 {
                    h1 { (hall.text(&form.names)) }
                    @if !form.leads.is_empty() { p.soft { (hall.text(&form.leads)) } }
                }
                @if !wrong.is_empty() {
                    div.callout data-tone="bad" role="alert" {
                        (icon("alert")) p { (say.with("contact-wrong", args![count = wrong.len()])) }
                    }
                }
                div.callout data-tone="warn" role="status" data-offline hidden {
                    (icon("offline")) p { (say.text("request-offline")) }
                }
                @if !offered.is_empty() { (offers(hall, offered)) }
                form.card.col.g-6.pad-card method="post" action=(here(form)) enctype="multipart/form-data" novalidate {
                    input type="hidden" name="once" value=(typed.once);
                    @if !offered.is_empty() { input type="hidden" name="offered" value=(ids(offered)); }
                    (sheet.writer())
                    (sheet.line("subject", "text", "off", &sheet.label(&say.text("contact-about"), false)))
                    (sheet.words())
                    @for (at, question) in form.questions.iter().enumerate() { (sheet.question(at, question)) }
                    (sheet.tried())
                    (sheet.files())
                    p { button.btn.primary {
                        (icon("send")) (say.text(if offered.is_empty() { "request-send" } else { "contact-offer-send" }))
                    } }
                }
            }
        }
    }
}

fn ids(offered: &[Offer]) -> String {
    offered.iter().map(|one| one.id.as_str()).collect::<Vec<_>>().join(" ")
}

/// What may answer it already, from articles, each with its version and date. Nobody answered yet, and the page says so.
fn offers(hall: &Hall, offered: &[Offer]) -> Markup {
    let say = &hall.say;
    let zone = TimeZone::get(&hall.business.zone).unwrap_or(TimeZone::UTC);
    html! {
        section.card.col.g-5.pad-card aria-labelledby="offers-h" data-offers {
            h2 #offers-h { (say.text("contact-offer")) }
            p.soft { (say.text("contact-offer-why")) }
            ul.lines {
                @for one in offered {
                    @let date = say.date(one.at, &zone);
                    li { a href=(one.href) {
                        (icon("file"))
                        span.grow {
                            (one.title) br;
                            span.sm {
                                @for (text, marked) in &one.pieces { @if *marked { mark { (text) } } @else { (text) } }
                            }
                            br;
                            span.sm.quiet { (say.with("contact-offer-date", args![version = one.version, date = date])) }
                        }
                    } }
                }
            }
            p { (say.text("contact-offer-else")) }
        }
    }
}

/// What takes the answer to a question.
fn asked(
    hall: &Hall,
    question: &Question,
    id: &str,
    typed: &Typed,
    invalid: Option<&'static str>,
    described: Option<String>,
) -> Markup {
    let (value, required) = (typed.of(id), question.required.then_some("true"));
    let input = |kind: &str, mode: Option<&str>| {
        html! {
            input.input id=(id) name=(id) type=(kind) inputmode=[mode] value=(value) aria-required=[required] aria-invalid=[invalid]
                aria-describedby=[described.as_deref()];
        }
    };
    match question.kind {
        Kind::Line | Kind::Tick => input("text", None),
        Kind::Number => input("text", Some("decimal")),
        Kind::Date => input("date", None),
        Kind::Text => html! {
            textarea.input id=(id) name=(id) rows="4" aria-required=[required] aria-invalid=[invalid]
                aria-describedby=[described.as_deref()] { (value) }
        },
        Kind::Choice => html! {
            select.input id=(id) name=(id) aria-required=[required] aria-invalid=[invalid] aria-describedby=[described.as_deref()] {
                option value="" { (hall.say.text("contact-choose")) }
                @for (at, choice) in question.offered(hall.say.language(), hall.business.language).iter().enumerate() {
                    option value=(at) selected[value == at.to_string()] { (choice) }
                }
            }
        },
    }
}
