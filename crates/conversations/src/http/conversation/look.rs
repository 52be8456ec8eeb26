//! What is seen in a text while somebody writes it: promises, what jars (`jarring.rs`), and what ought to stay here
//! (`disclosing.rs`), each on one quiet line below. It is asked for when they pause; what they say of it goes with the
//! form that is sent, and nothing of it stands in the way of sending.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, Scope, allowed};
use maud::{Markup, html};
use people::staff::Who;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Platform, args};
use sha2::{Digest as _, Sha256};

use super::super::lens::Lens;
use super::composer::Kind;
use super::{disclosing, jarring, macros, promises};
use crate::commands::language_of;
use crate::rules::promises::{self as rule, Found};
use crate::rules::states::TEXT_MAX;
use crate::rules::toning::{self, Heard};
use crate::{
    ConversationId, Promise, PromiseAnswer, PromiseChoice, PromiseChoices, PromiseKind, PromiseSure, queries, settings,
};

/// Lines that are shown below one text; more nobody reads.
const LINES_MOST: usize = 5;

/// Where it is shown, below the text of the form `code` of the conversation `id`, whose field is called after it. It asks
/// by itself when something stands there already.
pub(super) fn place(id: &ConversationId, code: &str, text: &str, said: &PromiseChoices) -> Markup {
    let mut when = format!("input from:#{code}-body delay:700ms");
    if !text.trim().is_empty() {
        when.push_str(", load");
    }
    html! {
        div id={ (code) "-look" } hx-post={ "/conversations/" (id) "/look" } hx-trigger=(when) hx-target="this"
            hx-include="closest form" hx-encoding="application/x-www-form-urlencoded" hx-swap="innerMorph"
            hx-sync="this:replace" aria-live="polite" {
            // What was said before the form came back.
            @for one in &said.about {
                input type="hidden" name="promise-words" value=(one.words);
                input type="hidden" name="promise-is" value=(one.answer.code());
                input type="hidden" name="promise-by" value=(one.by);
            }
            @for id in &said.keeps { input type="hidden" name="keeps" value=(id); }
        }
    }
}

/// Reads the fields of [`lines`]; answers whether it was one of them. The words come before what is said of them.
pub(super) fn read(into: &mut PromiseChoices, name: &str, value: &str) -> bool {
    match name {
        "promise-words" => into.about.push(PromiseChoice { words: value.to_owned(), ..PromiseChoice::default() }),
        "promise-by" => {
            if let Some(last) = into.about.last_mut() {
                value.clone_into(&mut last.by);
            }
        }
        "keeps" => into.keeps.extend(value.parse()),
        // Each line is a group of its own.
        name if name.starts_with("promise-is") => {
            if let (Some(last), Some(answer)) = (into.about.last_mut(), PromiseAnswer::from_code(value)) {
                last.answer = answer;
            }
        }
        _ => return false,
    }
    true
}

/// `POST /conversations/{id}/look`: what is seen in `body`, with what was said of it so far (`promise-words`,
/// `promise-is…`, `promise-by`, `keeps`). `kind`: `note` for colleagues, else for the customer; how it sounds is told of a
/// `reply` alone. Nothing is kept.
///
/// # Errors
/// When the reader may not, there is no such conversation, or the database cannot be read.
pub async fn look(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    let scope = allowed(&who.actor(), Action::WorkConversations)?;
    let typed = macros::Fields::read(fields);
    if typed.text.body.chars().count() > TEXT_MAX {
        // Nobody can send it.
        return Ok(respond::page(StatusCode::OK, html! {}));
    }
    let mut conn = p.db.read().await?;
    let id = queries::where_merged(&mut conn, &id).await?;
    let it = queries::find(&mut conn, &scope, &id).await?.ok_or(Error::NotFound)?;
    let house = queries::house(&mut conn).await?;
    let open = queries::promises_in(&mut conn, &id).await?;
    let tone = settings::tone(&mut conn).await?;
    let asked = people::file::preferences(&mut conn, &Scope::All, &it.person).await?;
    // A field of a form ends its lines with both signs; in the browser they end with one.
    let text = typed.text.body.replace("\r\n", "\n");
    let text = text.as_str();
    let language = language_of(text, it.language);
    let to_them = typed.kind == Kind::Reply.code();
    let seen = if to_them {
        disclosing::seen(&mut conn, &who, &it, (text, language), LINES_MOST).await?
    } else {
        disclosing::Seen::default()
    };
    drop(conn);
    let found = rule::found(text, language, house.hours(), p.clock.business());
    let open: Vec<Promise> = open.into_iter().filter(|one| one.state.is_open()).collect();
    let shown: &[Promise] = if text.trim().is_empty() { &[] } else { open.as_slice() };
    let lens = Lens::of(&p, &who, &[]);
    let heard = if tone.on && to_them {
        toning::heard(text, language, &tone.house_for(asked.manner), LINES_MOST)
    } else {
        Heard::default()
    };
    let answer = html! {
        (lines(lens, Kind::from_code(&typed.kind), &found, shown, &typed.promises))
        (disclosing::lines(lens, &seen))
        (jarring::lines(lens, language, &heard))
    };
    Ok(respond::page(StatusCode::OK, answer))
}

/// All lines below a text.
fn lines(lens: Lens<'_>, kind: Kind, found: &[Found], open: &[Promise], said: &PromiseChoices) -> Markup {
    // What hangs on something that has not happened is not pressed; what is said twice is asked about once.
    let mut asked: Vec<&Found> = Vec::new();
    for one in found.iter().filter(|one| one.kind != PromiseKind::Conditional) {
        if asked.len() < LINES_MOST && !asked.iter().any(|other| rule::same_words(&other.words, &one.words)) {
            asked.push(one);
        }
    }
    html! {
        @for one in asked {
            @let choice = said.about.iter().find(|choice| rule::same_words(&choice.words, &one.words));
            (line(lens, kind, one, choice))
        }
        @if kind == Kind::Reply && !open.is_empty() {
            div.hintline data-tone="promise" role="group" aria-labelledby="look-keeps" {
                (icon("promise"))
                span.say #look-keeps { (lens.text("look-keeps")) }
                @for one in open.iter().take(LINES_MOST) {
                    label.attach {
                        input.box type="checkbox" name="keeps" value=(one.id) checked[said.keeps.contains(&one.id)];
                        span.cut { (one.words) }
                    }
                }
            }
        }
    }
}

/// One promise: what was said, by when, and what it is to be.
///
/// Called after its words: a line is morphed into one of the same promise only, so that no other gets its answer.
fn line(lens: Lens<'_>, kind: Kind, one: &Found, said: Option<&PromiseChoice>) -> Markup {
    let key = called_after(&one.words);
    let due = one.due.as_ref();
    let when = due.map(|due| promises::day(lens, due));
    let text = match (&when, one.kind) {
        (Some(when), PromiseKind::Hedged) => lens.say.with("look-hedged-by", args![words = &one.words, when = when]),
        (None, PromiseKind::Hedged) => lens.say.with("look-hedged", args![words = &one.words]),
        (Some(when), _) => lens.say.with("look-dated", args![words = &one.words, when = when]),
        (None, _) => lens.say.with("look-open", args![words = &one.words]),
    };
    let answer = said.map(|said| said.answer).unwrap_or_default();
    let by = said.map(|said| said.by.clone()).filter(|by| !by.is_empty());
    let by = by.or_else(|| due.map(rule::field)).unwrap_or_default();
    let unsure = due.is_some_and(|due| due.sure == PromiseSure::Ask);
    let (group, field) = (format!("promise-is-{key}"), format!("{}-by-{key}", kind.code()));
    let heading = format!("{}-says-{key}", kind.code());
    let choice = |is: PromiseAnswer, text: &str| {
        html! {
            label.attach { input.box type="radio" name=(group) value=(is.code()) checked[answer == is]; (lens.text(text)) }
        }
    };
    html! {
        div.hintline #{ (kind.code()) "-promise-" (key) } data-tone="promise" role="group" aria-labelledby=(heading) {
            input type="hidden" name="promise-words" value=(one.words);
            (icon("promise"))
            span.say #(heading) { (text) @if unsure { " " (lens.text("look-unsure")) } }
            (choice(PromiseAnswer::Track, "look-track"))
            (choice(PromiseAnswer::No, "look-no"))
            (choice(PromiseAnswer::Later, "look-later"))
            label.row.g-2.xs {
                (lens.text("promise-by"))
                input.input id=(field) name="promise-by" value=(by) autocomplete="off"
                    type=(if by.contains('T') { "datetime-local" } else { "date" });
            }
        }
    }
}

/// A short name of words, however they are broken into lines.
fn called_after(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    data_encoding::HEXLOWER.encode(&Sha256::digest(line.as_bytes())[..6])
}

#[cfg(test)]
mod tests {
    use base::Language;

    use super::*;
    use crate::http::testing::{NASTY, lens, say};

    fn found(kind: PromiseKind) -> Found {
        Found { span: 0..1, words: format!("{NASTY} {kind:?}"), kind, due: None }
    }

    #[test]
    fn what_is_said_of_a_line_is_read_with_its_words() {
        let mut said = PromiseChoices::default();
        let id = "prm_01kyf5b0000000000000000000";
        for (name, value) in [
            ("promise-words", "I will call"),
            ("promise-is-0", "track"),
            ("promise-by", "2026-11-27"),
            ("promise-words", "we send it"),
            ("promise-by", ""),
            ("promise-words", "we hope"),
            ("promise-is-2", "no"),
            ("keeps", id),
            ("keeps", "nothing"),
        ] {
            assert!(read(&mut said, name, value), "{name}");
        }
        assert!(!read(&mut said, "body", "x"));
        let all: Vec<_> = said.about.iter().map(|one| (one.words.as_str(), one.answer, one.by.as_str())).collect();
        let expected = [
            ("I will call", PromiseAnswer::Track, "2026-11-27"),
            ("we send it", PromiseAnswer::Later, ""),
            ("we hope", PromiseAnswer::No, ""),
        ];
        assert_eq!(all, expected);
        assert_eq!(said.keeps.iter().map(ToString::to_string).collect::<Vec<_>>(), [id]);
    }

    #[test]
    fn every_kind_has_its_words_in_every_language_and_conditions_are_not_pressed() {
        for language in Language::ALL {
            let say = say(language);
            let all = PromiseKind::ALL.map(found);
            let out = lines(lens(&say), Kind::Reply, &all, &[], &PromiseChoices::default()).into_string();
            assert_eq!(out.matches("name=\"promise-words\"").count(), 3, "{out}");
            assert_eq!(called_after("I will\n call"), called_after("I will call"));
            assert_ne!(called_after("I will call"), called_after("I will write"));
            for bad in ["<img", "</script>", "look-", "style="] {
                assert!(!out.contains(bad), "{bad} in {language:?}: {out}");
            }
        }
    }
}
