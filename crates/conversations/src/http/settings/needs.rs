//! The topics by which this house sorts what its customers need.

use axum::extract::State;
use axum::response::Response;
use base::Action;
use maud::{Markup, html};
use people::staff::Who;
use platform::Platform;
use platform::i18n::Say;
use platform::web::errors::Error;
use platform::web::form;
use platform::web::respond;
use platform::web::save_bar::save_bar;
use serde::Deserialize;

use super::{Asked, AskedQuery, Field, Wrong, may, page};
use crate::settings::{self, BadTopic, NeedTopics};

const HEAD: (&str, &str) = ("settings-needs", "need-topics-lead");

/// The form as typed: a topic a line.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    topics: String,
}

impl Typed {
    fn read(&self) -> Result<NeedTopics, Wrong> {
        let lines: Vec<String> =
            self.topics.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect();
        settings::topics(&lines).map_err(|bad| {
            let mut wrong = Wrong::default();
            wrong.add("topics", message(bad));
            wrong
        })
    }
}

const fn message(bad: BadTopic) -> &'static str {
    match bad {
        BadTopic::TooMany => "need-topics-too-many",
        BadTopic::TooLong(_) => "need-topics-too-long",
        BadTopic::NoWord(_) => "need-topics-no-word",
    }
}

/// `GET /settings/needs`.
///
/// # Errors
/// When the reader may not, or settings cannot be read; so for all pages here.
pub async fn show(
    State(p): State<Platform>,
    who: Who,
    axum::extract::Query(asked): AskedQuery,
) -> Result<Response, Error> {
    may(&who, Action::ManageSettings)?;
    let set = settings::need_topics(&mut p.db.read().await?).await?;
    let typed = Typed { topics: set.topics.join("\n") };
    page(&p, &who, HEAD, &Wrong::default(), &asked, &body(&who.say, &typed, &Wrong::default())).await
}

/// `POST /settings/needs`: `topics`, one a line.
///
/// # Errors
/// See [`show`].
pub async fn update(
    State(p): State<Platform>,
    who: Who,
    form::Form(typed): form::Form<Typed>,
) -> Result<Response, Error> {
    may(&who, Action::ManageSettings)?;
    let topics = match typed.read() {
        Ok(topics) => topics,
        Err(wrong) => {
            return page(&p, &who, HEAD, &wrong, &Asked::default(), &body(&who.say, &typed, &wrong)).await;
        }
    };
    let mut tx = p.begin().await?;
    settings::set_need_topics(&mut tx, &topics).await?;
    platform::settings::record_change(&mut tx, &who.actor(), "needs").await?;
    tx.commit().await?;
    Ok(respond::see("/settings/needs?done=saved"))
}

fn body(say: &Say, typed: &Typed, wrong: &Wrong) -> Markup {
    let (label, hint) = (say.text("need-topics"), Some(say.text("need-topics-hint")));
    let field = Field { name: "topics", label, hint, value: typed.topics.as_str(), kind: "area" };
    html! {
        form.col.g-7 method="post" action="/settings/needs" novalidate {
            section.card.col.g-6 { (field.markup(say, wrong)) }
            (save_bar(say, None))
        }
    }
}

#[cfg(test)]
mod tests {
    use base::Language;

    use super::*;
    use crate::http::testing::{NASTY, say};

    #[test]
    fn what_is_typed_is_read_and_what_is_wrong_told_at_its_field() {
        let typed = Typed { topics: "Rain covers\r\n\r\n bags \nBags".into() };
        assert_eq!(typed.read().map(|set| set.topics), Ok(vec!["Rain covers".to_owned(), "bags".to_owned()]));
        let typed = Typed { topics: format!("{NASTY}\n…") };
        let wrong = typed.read().expect_err("refused");
        for language in Language::ALL {
            let out = body(&say(language), &typed, &wrong).into_string();
            assert!(!out.contains("<img") && !out.contains("need-topics"), "{language:?}: {out}");
            assert_eq!(out.matches("aria-invalid=\"true\"").count(), 1, "{out}");
        }
    }
}
