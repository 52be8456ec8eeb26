//! How replies are to sound: whether they are looked at, and which phrases pass or are not wanted in this house.

use axum::extract::{Query, State};
use axum::response::Response;
use base::{Action, Language};
use maud::{Markup, html};
use people::staff::Who;
use platform::i18n::Say;
use platform::web::errors::Error;
use platform::web::form;
use platform::web::respond;
use platform::web::save_bar::save_bar;
use platform::{Platform, args};
use serde::Deserialize;
use words::tone::Issue;

use super::{Asked, AskedQuery, Field, Wrong, may, page, radios};
use crate::settings::{self, BadPhrase, Tone};
use crate::{ToneOverrides, queries};

const HEAD: (&str, &str) = ("settings-tone", "tone-lead");

/// The form as typed: phrases one a line.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    on: String,
    allowed: String,
    jarring: String,
    familiar: String,
    formal: String,
}

impl Typed {
    fn of(tone: &Tone) -> Self {
        let tick = |on: bool| if on { "1".to_owned() } else { String::new() };
        Self {
            on: if tone.on { "on".into() } else { "off".into() },
            allowed: tone.allowed.join("\n"),
            jarring: tone.jarring.join("\n"),
            familiar: tick(tone.familiar),
            formal: tick(tone.formal),
        }
    }

    fn read(&self) -> Result<Tone, Wrong> {
        let mut wrong = Wrong::default();
        let mut phrases = |field: &str, text: &str| {
            let lines: Vec<String> = text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect();
            settings::phrases(&lines).unwrap_or_else(|bad| {
                wrong.add(field, message(bad));
                Vec::new()
            })
        };
        let (allowed, jarring) = (phrases("allowed", &self.allowed), phrases("jarring", &self.jarring));
        if let Err(bad) = settings::apart(&allowed, &jarring) {
            wrong.add("jarring", message(bad));
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let (familiar, formal) = (!self.familiar.is_empty(), !self.formal.is_empty());
        Ok(Tone { on: self.on == "on", allowed, jarring, familiar, formal })
    }
}

const fn message(bad: BadPhrase) -> &'static str {
    match bad {
        BadPhrase::TooMany => "tone-too-many",
        BadPhrase::TooLong(_) => "tone-too-long",
        BadPhrase::NoWord(_) => "tone-no-word",
        BadPhrase::Both(_) => "tone-both",
    }
}

/// `GET /settings/tone`.
///
/// # Errors
/// When the reader may not, or settings cannot be read; so for all pages here.
pub async fn show(State(p): State<Platform>, who: Who, Query(asked): AskedQuery) -> Result<Response, Error> {
    may(&who, Action::ManageSettings)?;
    let mut conn = p.db.read().await?;
    let typed = Typed::of(&settings::tone(&mut conn).await?);
    let counted = queries::tone_overrides(&mut conn, p.clock.business()).await?;
    drop(conn);
    let body = html! { (body(&who.say, &typed, &Wrong::default())) (sent_anyway(&who.say, &counted)) };
    page(&p, &who, HEAD, &Wrong::default(), &asked, &body).await
}

/// `POST /settings/tone`: `on` = `on` or anything else, `allowed` and `jarring` a phrase a line, `familiar` and `formal`
/// empty or not.
///
/// # Errors
/// See [`show`].
pub async fn update(
    State(p): State<Platform>,
    who: Who,
    form::Form(typed): form::Form<Typed>,
) -> Result<Response, Error> {
    may(&who, Action::ManageSettings)?;
    let tone = match typed.read() {
        Ok(tone) => tone,
        Err(wrong) => {
            return page(&p, &who, HEAD, &wrong, &Asked::default(), &body(&who.say, &typed, &wrong)).await;
        }
    };
    let mut tx = p.begin().await?;
    settings::set_tone(&mut tx, &tone).await?;
    platform::settings::record_change(&mut tx, &who.actor(), "tone").await?;
    tx.commit().await?;
    Ok(respond::see("/settings/tone?done=saved"))
}

fn body(say: &Say, typed: &Typed, wrong: &Wrong) -> Markup {
    let area = |name, label: &str, hint: &str, value| {
        Field { name, label: say.text(label), hint: Some(say.text(hint)), value, kind: "area" }.markup(say, wrong)
    };
    let tick = |name: &str, label: &str, why: &str, value: &str| {
        html! {
            label.check {
                input.box type="checkbox" id=(name) name=(name) value="1" checked[!value.is_empty()];
                span { (say.text(label)) small { (say.text(why)) } }
            }
        }
    };
    let chosen = if typed.on == "on" { "on" } else { "off" };
    html! {
        form.col.g-7 method="post" action="/settings/tone" novalidate {
            section.card.col.g-6 {
                (radios(say, "on", "tone-title", chosen, &[
                    ("on", "tone-on", "tone-on-why"),
                    ("off", "tone-off", "tone-off-why"),
                ]))
            }
            section.card.col.g-6 {
                (area("allowed", "tone-allowed", "tone-allowed-hint", typed.allowed.as_str()))
                (area("jarring", "tone-jarring", "tone-jarring-hint", typed.jarring.as_str()))
            }
            section.card.col.g-6 {
                (tick("formal", "tone-formal", "tone-formal-why", &typed.formal))
                (tick("familiar", "tone-familiar", "tone-familiar-why", &typed.familiar))
            }
            (save_bar(say, None))
        }
    }
}

/// What was sent though it jars: by what and in which language, for the whole desk.
fn sent_anyway(say: &Say, counted: &[ToneOverrides]) -> Markup {
    let count = |issue: Issue, language: Option<Language>| -> i64 {
        let these = counted.iter().filter(|one| one.issue == issue && language.is_none_or(|it| it == one.language));
        these.map(|one| one.count).sum()
    };
    let title = say.with("tone-sent", args![days = queries::TONE_DAYS]);
    html! {
        section.card.col.g-4 {
            h3 { (title) }
            p.sm.soft { (say.text("tone-sent-why")) }
            @if counted.is_empty() {
                p.sm.quiet { (say.text("tone-sent-none")) }
            } @else {
                div.table-wrap tabindex="0" role="region" aria-label=(title) {
                    table.table {
                        thead { tr {
                            th scope="col" { (say.text("tone-what")) }
                            @for language in Language::ALL { th.num scope="col" { (language.own_name()) } }
                            th.num scope="col" { (say.text("tone-all")) }
                        } }
                        tbody {
                            @for issue in Issue::ALL.into_iter().filter(|issue| count(*issue, None) > 0) {
                                tr {
                                    th scope="row" { (say.text(name(issue))) }
                                    @for language in Language::ALL { td.num { (say.number(count(issue, Some(language)))) } }
                                    td.num { (say.number(count(issue, None))) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

const fn name(issue: Issue) -> &'static str {
    match issue {
        Issue::Insult => "tone-is-insult",
        Issue::Profanity => "tone-is-profanity",
        Issue::Threat => "tone-is-threat",
        Issue::Accusation => "tone-is-accusation",
        Issue::Sarcasm => "tone-is-sarcasm",
        Issue::Condescending => "tone-is-condescending",
        Issue::Blame => "tone-is-blame",
        Issue::Dismissive => "tone-is-dismissive",
        Issue::Shouting => "tone-is-shouting",
        Issue::BareRefusal => "tone-is-refusal",
        Issue::Command => "tone-is-command",
        Issue::Address => "tone-is-address",
        Issue::Hedging => "tone-is-hedging",
        Issue::House => "tone-is-house",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::testing::{NASTY, say};

    #[test]
    fn what_is_kept_is_shown_and_read_as_it_was() {
        let tone = Tone { on: false, allowed: vec!["fy søren".into()], familiar: true, ..Tone::default() };
        assert_eq!(Typed::of(&tone).read(), Ok(tone));
        let typed = Typed { allowed: "a\r\n\r\n b \n".into(), jarring: NASTY.into(), ..Typed::default() };
        assert_eq!(typed.read().map(|tone| tone.allowed), Ok(vec!["a".to_owned(), "b".to_owned()]));
    }

    #[test]
    fn what_was_sent_is_told_by_language_and_in_words() {
        let one = |issue| ToneOverrides { issue, language: Language::Sv, count: 4321 };
        for language in Language::ALL {
            let out = sent_anyway(&say(language), &Issue::ALL.map(one)).into_string();
            assert_eq!(out.matches("scope=\"row\"").count(), Issue::ALL.len(), "{out}");
            assert_eq!(out.matches(&say(language).number(4321)).count(), 2 * Issue::ALL.len(), "{out}");
            assert!(!out.contains("tone-"), "{language:?}: {out}");
            assert!(!sent_anyway(&say(language), &[]).into_string().contains("<table"));
        }
    }

    #[test]
    fn what_is_wrong_is_told_at_its_field_in_every_language() {
        let typed = Typed { allowed: "…".into(), jarring: "x\n".repeat(201), ..Typed::default() };
        let wrong = typed.read().expect_err("refused");
        assert_eq!(wrong.0, [("allowed".to_owned(), "tone-no-word"), ("jarring".to_owned(), "tone-too-many")]);
        let twice = Typed { allowed: "hei".into(), jarring: "Hei".into(), ..Typed::default() };
        assert_eq!(twice.read().expect_err("refused").of("jarring"), Some("tone-both"));
        for language in Language::ALL {
            let nasty = Typed { allowed: NASTY.into(), jarring: NASTY.into(), ..Typed::default() };
            let out = body(&say(language), &nasty, &wrong).into_string();
            assert!(!out.contains("<img") && !out.contains("tone-"), "{language:?}: {out}");
            assert_eq!(out.matches("aria-invalid=\"true\"").count(), 2, "{out}");
        }
    }
}
