//! The tree of conditions in the form: each group with its parts, and what may be added to it. Every line says its depth,
//! its kind and its value, so that the form works without scripts.

use base::Language;
use maud::{Markup, html};
use people::department::Department;
use people::staff::Colleague;
use platform::args;
use platform::i18n::Say;
use platform::web::assets::{icon, icon_small};
use words::mood::Mood;

use super::super::super::chips::{mood_text, state_text};
use super::super::super::inbox::status_text;
use super::super::Wrong;
use super::typed::{GROUP, Line, Typed};
use crate::rules::views::DEPTH_MAX;
use crate::{Group, Mode, State, Tag, Test};

/// What the form offers to choose from.
pub(super) struct Beside {
    pub departments: Vec<Department>,
    pub staff: Vec<Colleague>,
    pub tags: Vec<Tag>,
    /// The name of each mailbox in tables, and its address.
    pub mailboxes: Vec<(String, String)>,
}

struct Drawn<'a> {
    say: &'a Say,
    typed: &'a Typed,
    wrong: &'a Wrong,
    beside: &'a Beside,
}

/// The whole tree.
pub(super) fn conditions(say: &Say, typed: &Typed, wrong: &Wrong, beside: &Beside) -> Markup {
    let drawn = Drawn { say, typed, wrong, beside };
    html! {
        section.card.col.g-5 #conditions tabindex="-1" {
            div { h3 { (say.text("views-conditions")) } p.sm.soft { (say.text("views-conditions-hint")) } }
            @if let Some(error) = wrong.of("conditions") { p.error { (icon_small("alert")) (say.text(error)) } }
            datalist #known-tags { @for tag in &beside.tags { option value=(tag.name) {} } }
            @if !typed.lines.is_empty() { (drawn.group(0)) }
        }
    }
}

impl Drawn<'_> {
    /// A group with all that lies in it.
    fn group(&self, at: usize) -> Markup {
        let (say, line) = (self.say, &self.typed.lines[at]);
        let end = self.typed.end(at);
        let within = (at + 1..end).filter(|one| self.typed.lines[*one].depth == line.depth + 1);
        let modes = Mode::ALL.map(|mode| (mode.code().to_owned(), say.text(mode_text(mode))));
        html! {
            fieldset.col.g-4.card[at > 0] {
                legend.vh { (say.text("views-group")) }
                (hidden(line))
                div.row {
                    (self.choice(at, "views-group", &modes))
                    @if at > 0 { (self.remove(at)) }
                }
                @for one in within {
                    @if self.typed.lines[one].kind == GROUP { (self.group(one)) } @else { (self.test(one)) }
                }
                @if line.depth < DEPTH_MAX { (self.add(at)) }
            }
        }
    }

    fn remove(&self, at: usize) -> Markup {
        let label = self.say.with("views-take-out", args![number = at]);
        html! {
            button.btn.ghost.icon.small.push name="do" value={ "remove-" (at) } aria-label=(label) title=(label) { (icon("x")) }
        }
    }

    /// What may be added to a group.
    fn add(&self, at: usize) -> Markup {
        let say = self.say;
        let name = format!("add-{at}");
        let groups = self.typed.lines[at].depth + 1 < DEPTH_MAX;
        html! {
            div.row.wrap {
                label.vh for=(name) { (say.text("views-add-what")) }
                select.input id=(name) name=(name) {
                    @for kind in Test::KINDS { option value=(kind) { (say.text(kind_text(kind))) } }
                    @if groups { option value=(GROUP) { (say.text("views-add-group")) } }
                }
                button.btn.small name="do" value=(name) { (icon("plus")) (say.text("views-add")) }
            }
        }
    }

    /// A test in words, with what is asked of it.
    fn test(&self, at: usize) -> Markup {
        let line = &self.typed.lines[at];
        let error = self.wrong.of(&format!("v-{at}"));
        html! {
            div.field {
                (hidden(line))
                div.row.wrap {
                    label for={ "v-" (at) } { (self.say.text(kind_text(&line.kind))) }
                    (self.value(at))
                    (self.remove(at))
                }
                @if let Some(error) = error { p.error id={ "v-" (at) "-e" } { (icon_small("alert")) (self.say.text(error)) } }
            }
        }
    }

    fn value(&self, at: usize) -> Markup {
        let (say, line) = (self.say, &self.typed.lines[at]);
        let said = |code: &str, text: &str| (code.to_owned(), say.text(text));
        let mut options: Vec<(String, String)> = match line.kind.as_str() {
            "status" => [Group::Open, Group::Waiting, Group::Snoozed, Group::Closed]
                .map(|one| said(one.code(), status_text(one)))
                .into(),
            "state" => State::ALL.map(|one| said(one.code(), state_text(one))).into(),
            "owner" => {
                let all = self.beside.staff.iter().map(|one| (one.id.to_string(), one.name.clone()));
                [said("me", "views-owner-me"), said("nobody", "conversation-nobody")].into_iter().chain(all).collect()
            }
            "department" => {
                let all = self.beside.departments.iter().map(|one| (one.id.to_string(), one.name.clone()));
                [said("none", "conversation-department-none")].into_iter().chain(all).collect()
            }
            "mailbox" => self.beside.mailboxes.clone(),
            "language" => Language::ALL
                .map(|one| (one.code().to_owned(), one.own_name().to_owned()))
                .into_iter()
                .chain([said("unknown", "views-language-unknown")])
                .collect(),
            "problem" => vec![
                said("any", "views-problem-any"),
                said("unsolved", "problems-unsolved"),
                said("solved", "problems-solved"),
            ],
            "mood" => Mood::ALL.map(|one| said(one.name(), mood_text(one))).into(),
            _ => return self.typed_value(at),
        };
        // What is gone stays what it is until somebody chooses otherwise.
        if !options.iter().any(|(code, _)| *code == line.value) && !line.value.is_empty() {
            options.push((line.value.clone(), say.text("views-gone")));
        }
        self.choice(at, kind_text(&line.kind), &options)
    }

    fn typed_value(&self, at: usize) -> Markup {
        let line = &self.typed.lines[at];
        let id = format!("v-{at}");
        let fresh = self.typed.fresh == Some(at);
        let error = self.wrong.of(&id);
        let described = error.map(|_| format!("{id}-e"));
        let invalid = error.map(|_| "true");
        let number = matches!(
            line.kind.as_str(),
            "due_within" | "waiting_over" | "created_within" | "created_before" | "touched_within" | "touched_before"
        );
        html! {
            @if matches!(line.kind.as_str(), "followed" | "mentioned" | "unanswered" | "complaint") {
                input type="hidden" id=(id) name="value" value=(if matches!(line.kind.as_str(), "unanswered" | "complaint") { "us" } else { "me" });
            } @else if number {
                input.input.num id=(id) name="value" inputmode="numeric" value=(line.value) autofocus[fresh]
                    aria-invalid=[invalid] aria-describedby=[described];
            } @else {
                input.input id=(id) name="value" value=(line.value) maxlength=(Test::WORDS_MAX) autocomplete="off"
                    list=[(line.kind == "tag").then_some("known-tags")] autofocus[fresh]
                    aria-invalid=[invalid] aria-describedby=[described];
            }
        }
    }

    fn choice(&self, at: usize, label: &str, options: &[(String, String)]) -> Markup {
        let line = &self.typed.lines[at];
        let label = (line.kind == GROUP).then(|| self.say.text(label));
        html! {
            select.input id={ "v-" (at) } name="value" aria-label=[label] autofocus[self.typed.fresh == Some(at)] {
                @for (code, words) in options { option value=(code) selected[*code == line.value] { (words) } }
            }
        }
    }
}

/// What a line says beside its value.
fn hidden(line: &Line) -> Markup {
    html! {
        input type="hidden" name="depth" value=(line.depth);
        input type="hidden" name="kind" value=(line.kind);
    }
}

const fn mode_text(mode: Mode) -> &'static str {
    match mode {
        Mode::All => "views-mode-all",
        Mode::Any => "views-mode-any",
        Mode::None => "views-mode-none",
    }
}

/// What a kind of test is called; what is none is said to be gone.
fn kind_text(kind: &str) -> &'static str {
    match kind {
        "status" => "inbox-parts",
        "state" => "views-column-state",
        "owner" => "views-column-owner",
        "department" => "conversation-department",
        "tag" => "conversation-tag",
        "mailbox" => "views-test-mailbox",
        "language" => "views-column-language",
        "customer" => "views-test-customer",
        "subject" => "views-test-subject",
        "due_within" => "views-test-due-within",
        "waiting_over" => "views-test-waiting-over",
        "created_within" => "views-test-created-within",
        "created_before" => "views-test-created-before",
        "touched_within" => "views-test-touched-within",
        "touched_before" => "views-test-touched-before",
        "followed" => "views-test-followed",
        "unanswered" => "views-test-unanswered",
        "mentioned" => "views-test-mentioned",
        "mood" => "views-test-mood",
        "complaint" => "views-test-complaint",
        "problem" => "views-test-problem",
        _ => "views-gone",
    }
}
