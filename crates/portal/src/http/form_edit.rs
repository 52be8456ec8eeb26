//! A contact form as an admin types it: the fields that come, and the page that holds them. Works without scripts:
//! questions are added, moved and dropped by buttons of the form, which save nothing.

use std::collections::BTreeMap;

use base::Language;
use maud::{Markup, html};
use people::department::Department;
use platform::args;
use platform::i18n::Say;
use platform::web::assets::{icon, icon_small};
use platform::web::save_bar::save_bar;

use super::forms::HERE;
use crate::model::{ContactForm, Kind, Question, Texts};
use crate::rules::contact::{Flaw, QUESTIONS_MOST};

/// What the button that was pressed wants.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Then {
    #[default]
    Save,
    Add,
    Up(usize),
    Drop(usize),
}

impl Then {
    fn read(text: &str) -> Self {
        match text.split_once('-') {
            Some(("up", at)) => at.parse().map_or(Self::Save, Self::Up),
            Some(("drop", at)) => at.parse().map_or(Self::Save, Self::Drop),
            _ if text == "add" => Self::Add,
            _ => Self::Save,
        }
    }
}

/// One question as typed; choices are lines of a text.
#[derive(Clone, Debug, Default)]
pub(super) struct Asked {
    labels: Texts,
    kind: Kind,
    required: bool,
    choices: BTreeMap<Language, String>,
}

/// The form as typed.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    pub slug: String,
    pub department: String,
    pub then: Then,
    names: Texts,
    leads: Texts,
    open: bool,
    questions: Vec<Asked>,
}

impl Typed {
    pub fn of(form: &ContactForm) -> Self {
        let asked = |question: &Question| Asked {
            labels: question.labels.clone(),
            kind: question.kind,
            required: question.required,
            choices: question.choices.iter().map(|(language, all)| (*language, all.join("\n"))).collect(),
        };
        Self {
            slug: form.slug.clone(),
            department: form.department.as_ref().map(ToString::to_string).unwrap_or_default(),
            then: Then::Save,
            names: form.names.clone(),
            leads: form.leads.clone(),
            open: form.open,
            questions: form.questions.iter().map(asked).collect(),
        }
    }

    /// Fields are `names-en`, `leads-nb`, `labels-0-sv`, `choices-0-en`, `kind-0`, `required-0`, `department`, `open`,
    /// `then`.
    pub fn read(fields: &[(String, String)]) -> Self {
        let all: BTreeMap<&str, &str> = fields.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
        let of = |name: &str| all.get(name).copied().unwrap_or_default();
        let texts = |name: &str| {
            let texts = Language::ALL.map(|language| (language, of(&format!("{name}-{}", language.code())).trim()));
            Texts(
                texts.into_iter().filter(|(_, text)| !text.is_empty()).map(|(l, text)| (l, text.to_owned())).collect(),
            )
        };
        let asked = |at: usize| {
            let kind = Kind::from_code(of(&format!("kind-{at}")))?;
            let choices = texts(&format!("choices-{at}")).0;
            let required = of(&format!("required-{at}")) == "on";
            Some(Asked { labels: texts(&format!("labels-{at}")), kind, required, choices })
        };
        Self {
            slug: String::new(),
            department: of("department").to_owned(),
            then: Then::read(of("then")),
            names: texts("names"),
            leads: texts("leads"),
            open: of("open") == "on",
            questions: (0..=QUESTIONS_MOST).map_while(asked).collect(),
        }
    }

    /// Does what the pressed button says.
    pub fn rearrange(&mut self) {
        match self.then {
            Then::Add if self.questions.len() < QUESTIONS_MOST => self.questions.push(Asked::default()),
            Then::Up(at) if (1..self.questions.len()).contains(&at) => self.questions.swap(at, at - 1),
            Then::Drop(at) if at < self.questions.len() => drop(self.questions.remove(at)),
            _ => {}
        }
    }

    pub fn form(&self) -> ContactForm {
        let lines = |text: &String| {
            let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
            lines.filter(|line| !line.is_empty()).collect::<Vec<_>>()
        };
        let question = |asked: &Asked| Question {
            labels: asked.labels.clone(),
            kind: asked.kind,
            required: asked.required,
            choices: match asked.kind {
                Kind::Choice => asked.choices.iter().map(|(language, text)| (*language, lines(text))).collect(),
                _ => BTreeMap::new(),
            },
        };
        ContactForm {
            slug: self.slug.clone(),
            names: self.names.clone(),
            leads: self.leads.clone(),
            department: self.department.parse().ok(),
            questions: self.questions.iter().map(question).collect(),
            open: self.open,
        }
    }
}

/// What the page needs beside what was typed.
pub(super) struct Beside<'a> {
    pub say: &'a Say,
    pub departments: &'a [Department],
    /// The business's own language, which comes first.
    pub usual: Language,
    pub wrong: &'a [(String, Flaw)],
}

impl Beside<'_> {
    fn error(&self, field: &str) -> Option<String> {
        self.wrong.iter().find(|(name, _)| name == field).map(|(_, flaw)| self.say.text(flaw.message()))
    }

    /// A text in the business's own language, and in the others behind a fold.
    fn texts(&self, name: &str, label: &str, texts: &Texts, rows: Option<&str>) -> Markup {
        let (say, error) = (self.say, self.error(name));
        let (invalid, described) = (error.as_ref().map(|_| "true"), error.as_ref().map(|_| format!("{name}-e")));
        let input = |language: Language| {
            let id = format!("{name}-{}", language.code());
            html! {
                @if let Some(rows) = rows {
                    textarea.input id=(id) name=(id) rows=(rows) lang=(language.code()) aria-invalid=[invalid]
                        aria-describedby=[described.as_deref()] { (texts.of(language)) }
                } @else {
                    input.input id=(id) name=(id) lang=(language.code()) value=(texts.of(language)) autocomplete="off"
                        aria-invalid=[invalid] aria-describedby=[described.as_deref()];
                }
            }
        };
        let others: Vec<_> = Language::ALL.into_iter().filter(|language| *language != self.usual).collect();
        html! {
            div.field id=(name) {
                label for={ (name) "-" (self.usual.code()) } { (say.text(label)) }
                (input(self.usual))
                @if let Some(error) = error { p.error id={ (name) "-e" } { (icon_small("alert")) (error) } }
                details.fold open[others.iter().any(|language| !texts.of(*language).is_empty())] {
                    summary { (icon("right")) (say.text("forms-languages")) }
                    div.col.g-3 {
                        @for language in others {
                            div.field {
                                label.sm for={ (name) "-" (language.code()) } lang=(language.code()) { (language.own_name()) }
                                (input(language))
                            }
                        }
                    }
                }
            }
        }
    }
}

const fn kind_words(kind: Kind) -> &'static str {
    match kind {
        Kind::Line => "forms-kind-line",
        Kind::Text => "forms-kind-text",
        Kind::Number => "forms-kind-number",
        Kind::Date => "forms-kind-date",
        Kind::Choice => "forms-kind-choice",
        Kind::Tick => "forms-kind-tick",
    }
}

pub(super) fn markup(beside: &Beside<'_>, typed: &Typed) -> Markup {
    let say = beside.say;
    let action = if typed.slug.is_empty() { HERE.to_owned() } else { format!("{HERE}/{}", typed.slug) };
    html! {
        div { a.btn.ghost.small href=(HERE) { (icon("back")) (say.text("forms-all")) } }
        @if !beside.wrong.is_empty() {
            div.callout data-tone="bad" role="alert" tabindex="-1" autofocus {
                (icon("alert"))
                h3 { (say.with("contact-wrong", args![count = beside.wrong.len()])) }
                ul { @for (field, flaw) in beside.wrong { li { a href={ "#" (field) } { (say.text(flaw.message())) } } } }
            }
        }
        form.col.g-7 method="post" action=(action) novalidate {
            // The first button is the one that Enter presses.
            button hidden name="then" value="save" { (say.text("word-save")) }
            section.card.col.g-6 {
                (beside.texts("names", "forms-name", &typed.names, None))
                (beside.texts("leads", "forms-about", &typed.leads, Some("3")))
                @if !beside.departments.is_empty() {
                    div.field {
                        label for="department" { (say.text("conversation-department")) }
                        select.input id="department" name="department" {
                            option value="" { (say.text("conversation-department-none")) }
                            @for one in beside.departments { option value=(one.id) selected[typed.department == one.id.as_str()] { (one.name) } }
                        }
                        @if let Some(error) = beside.error("department") { p.error { (icon_small("alert")) (error) } }
                    }
                }
                label.check {
                    input.box type="checkbox" name="open" value="on" checked[typed.open];
                    span { (say.text("forms-open")) small { (say.text("forms-open-why")) } }
                }
            }
            section.col.g-5 id="questions" aria-labelledby="questions-h" {
                div { h2 id="questions-h" { (say.text("forms-questions")) } p.sm.soft { (say.text("forms-questions-hint")) } }
                @for (at, asked) in typed.questions.iter().enumerate() { (question(beside, at, asked)) }
                @if typed.questions.len() < QUESTIONS_MOST {
                    p { button.btn name="then" value="add" { (icon("plus")) (say.text("forms-add")) } }
                }
            }
            (save_bar(say, None))
        }
    }
}

fn question(beside: &Beside<'_>, at: usize, asked: &Asked) -> Markup {
    let say = beside.say;
    let number = (at + 1).to_string();
    html! {
        fieldset.card.col.g-5 {
            legend.vh { (say.with("forms-question", args![number = &number])) }
            div.row.wrap {
                b { (say.with("forms-question", args![number = &number])) }
                span.push.row {
                    @if at > 0 {
                        button.btn.small.ghost name="then" value={ "up-" (at) } aria-label=(say.with("forms-up", args![number = &number])) { (icon("up")) }
                    }
                    button.btn.small.ghost name="then" value={ "drop-" (at) } aria-label=(say.with("forms-drop", args![number = &number])) { (icon("x")) }
                }
            }
            (beside.texts(&format!("labels-{at}"), "forms-label", &asked.labels, None))
            div.field {
                label for={ "kind-" (at) } { (say.text("forms-kind")) }
                select.input id={ "kind-" (at) } name={ "kind-" (at) } {
                    @for kind in Kind::ALL { option value=(kind.code()) selected[kind == asked.kind] { (say.text(kind_words(kind))) } }
                }
            }
            @let choices = Texts(asked.choices.clone());
            @if asked.kind == Kind::Choice || !choices.is_empty() {
                (beside.texts(&format!("choices-{at}"), "forms-choices", &choices, Some("4")))
            }
            label.check {
                input.box type="checkbox" name={ "required-" (at) } value="on" checked[asked.required];
                span { (say.text("forms-required")) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(all: &[(&str, &str)]) -> Vec<(String, String)> {
        all.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn what_is_typed_becomes_a_form_and_back() {
        let typed = Typed::read(&fields(&[
            ("names-en", " Returns "),
            ("names-sv", "Returer"),
            ("open", "on"),
            ("labels-0-en", "Order number"),
            ("kind-0", "line"),
            ("required-0", "on"),
            ("labels-1-en", "Product"),
            ("kind-1", "choice"),
            ("choices-1-en", " Kettle \r\n\r\nLamp\r\n"),
            ("kind-3", "line"),
        ]));
        let form = typed.form();
        assert_eq!(form.names.of(Language::En), "Returns");
        assert!(form.open && form.questions.len() == 2, "what comes after a gap is none: {form:?}");
        assert!(form.questions[0].required && !form.questions[1].required);
        assert_eq!(form.questions[1].choices[&Language::En], ["Kettle", "Lamp"]);
        assert_eq!(Typed::of(&form).form(), form);
    }

    #[test]
    fn questions_are_added_moved_and_dropped() {
        let two = [("labels-0-en", "A"), ("kind-0", "line"), ("labels-1-en", "B"), ("kind-1", "line")];
        let after = |then: &str| {
            let mut all = fields(&two);
            all.push(("then".to_owned(), then.to_owned()));
            let mut typed = Typed::read(&all);
            typed.rearrange();
            typed.questions.iter().map(|asked| asked.labels.of(Language::En).to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(after("add"), ["A", "B", ""]);
        assert_eq!(after("up-1"), ["B", "A"]);
        assert_eq!(after("drop-0"), ["B"]);
        for nothing in ["up-0", "up-2", "drop-2", "save", "up-x"] {
            assert_eq!(after(nothing), ["A", "B"], "{nothing}");
        }
    }
}
