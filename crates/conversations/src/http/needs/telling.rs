//! `/needs/tell`: a need is met, and everyone who asked gets a draft of their own, out of a text that is written once.

use std::collections::BTreeMap;

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, Language, allowed};
use maud::{Markup, html};
use people::staff::Who;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Platform, args};
use serde::Deserialize;

use super::super::error;
use super::super::lens::Lens;
use super::HERE;
use crate::commands::{self, CommandError, Meeting, Whom};
use crate::queries::{self, NeedPage, NeedQuery};
use crate::rules::needs as rule;
use crate::rules::states::{Refusal, TEXT_MAX};
use crate::{Need, settings};

/// Those who asked that are named on the page.
const NAMED: i64 = 20;

/// Whose need is met, and what they are told; the fields of the form.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Telling {
    topic: String,
    need: String,
    /// Texts, one a language.
    en: String,
    nb: String,
    sv: String,
    da: String,
    id: String,
}

impl Telling {
    fn whom(&self) -> Result<Whom, Error> {
        if !self.need.is_empty() {
            return self.need.parse().map(Whom::One).map_err(|_| Error::NotFound);
        }
        let (_, key) = rule::topic(&self.topic);
        if key.is_empty() { Err(Error::NotFound) } else { Ok(Whom::Topic(key)) }
    }

    fn text(&self, language: Language) -> &str {
        match language {
            Language::En => &self.en,
            Language::Nb => &self.nb,
            Language::Sv => &self.sv,
            Language::Da => &self.da,
            Language::Id => &self.id,
        }
    }

    fn texts(&self) -> BTreeMap<Language, String> {
        Language::ALL.into_iter().map(|language| (language, self.text(language).to_owned())).collect()
    }
}

/// `GET /needs/tell`: for the `topic`, or the `need`, who is to be told and the form to write it in.
///
/// # Errors
/// When the reader may not, there is nothing of that kind, or the database cannot be used; so for both.
pub async fn telling(State(p): State<Platform>, who: Who, Query(asked): Query<Telling>) -> Result<Response, Error> {
    answered(&p, &who, &asked, Became::Asked).await
}

/// What became of the form.
enum Became {
    /// It was not sent yet.
    Asked,
    /// It needs another look.
    Refused(Refusal),
    /// It is done.
    Done(Meeting),
}

async fn answered(p: &Platform, who: &Who, asked: &Telling, became: Became) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::WorkConversations)?;
    let whom = asked.whom()?;
    let mut conn = p.db.read().await?;
    let one = match &whom {
        Whom::One(id) => Some(queries::need(&mut conn, &scope, id).await?.ok_or(Error::NotFound)?),
        Whom::Topic(_) => None,
    };
    let languages = queries::to_be_told(&mut conn, &scope, &whom).await?;
    let page = match &one {
        Some(_) => NeedPage::default(),
        None => {
            let query = NeedQuery { topic: asked.topic.clone(), most: NAMED, ..NeedQuery::default() };
            queries::needs(&mut conn, &scope, &query, p.clock.business()).await?
        }
    };
    let usual = settings::business(&mut conn).await?.language;
    drop(conn);
    let lens = Lens::of(p, who, &[]);
    let title = lens.text("needs-tell-title");
    let about = one.as_ref().map_or_else(|| asked.topic.clone(), |it| it.words.clone());
    let status = if matches!(became, Became::Refused(_)) { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let main = html! {
        div.scroll tabindex="0" role="region" aria-label=(title) data-pane {
            div.page {
                header.page-head {
                    a.btn.ghost.icon href=(back(asked, one.as_ref())) data-key="Escape" aria-label=(lens.text("needs-page")) { (icon("back")) }
                    div.col.g-1 { h1 tabindex="-1" { (title) } p { (about) } }
                }
                (said(lens, &became))
                (form(lens, asked, &languages, usual))
                (named(lens, &page))
            }
        }
    };
    Ok(respond::page(status, who.viewer()?.page(p, &title, &main).await?))
}

fn back(asked: &Telling, one: Option<&Need>) -> String {
    match one {
        Some(it) => format!("/conversations/{}#n-{}", it.conversation, it.id),
        None => format!("{HERE}?{}", super::topic_query(&asked.topic)),
    }
}

fn said(lens: Lens<'_>, became: &Became) -> Markup {
    let n = |n: usize| n.to_string();
    html! {
        @match became {
            Became::Asked => {},
            Became::Refused(refusal) => div.callout data-tone="warn" role="alert" { (icon("alert")) p { (lens.text(refusal.message())) } },
            Became::Done(done) => div.callout data-tone="ok" role="status" {
                (icon("check"))
                div.col.g-2 {
                    p { (lens.say.with("needs-told-met", args![n = n(done.met)])) " " (lens.say.with("needs-told-drafted", args![n = n(done.drafted)])) }
                    @if done.left > 0 { p { (lens.say.with("needs-told-left", args![n = n(done.left)])) } }
                    @if done.more { p { (lens.text("needs-told-more")) } }
                }
            },
        }
    }
}

/// A text for each language of those who asked, and always one in the business's.
fn form(lens: Lens<'_>, asked: &Telling, languages: &BTreeMap<Option<Language>, usize>, usual: Language) -> Markup {
    let waiting: usize = languages.values().sum();
    let of = |language: Language| languages.get(&Some(language)).copied().unwrap_or_default();
    let shown = Language::ALL.into_iter().filter(|one| *one == usual || of(*one) > 0 || !asked.text(*one).is_empty());
    html! {
        form.card.col.g-5 method="post" action={ (HERE) "/tell" } {
            input type="hidden" name="topic" value=(asked.topic);
            input type="hidden" name="need" value=(asked.need);
            p { (lens.say.with("needs-tell-n", args![n = waiting.to_string()])) }
            @for language in shown {
                @let field = format!("text-{}", language.code());
                div.field {
                    label for=(field) { (lens.say.with("needs-tell-text", args![language = language.own_name(), n = of(language).to_string()])) }
                    textarea.input #(field) name=(language.code()) lang=(language.code()) rows="6" maxlength=(TEXT_MAX) { (asked.text(language)) }
                }
            }
            p.hint { (lens.text("needs-tell-hint")) " " code { "{{customer.first_name}}" } " " code { (rule::WORDS_HERE) } }
            p.sm.soft { (lens.text("needs-tell-never")) }
            div.row { button.btn.primary { (lens.text("needs-tell-do")) } }
        }
    }
}

/// Some of those who asked, with who was told and who was not.
fn named(lens: Lens<'_>, page: &NeedPage) -> Markup {
    html! {
        @if !page.rows.is_empty() {
            section.col.g-4 aria-labelledby="needs-asked" {
                h2 #needs-asked { (lens.text("needs-who")) }
                ul.col.g-3 {
                    @for row in &page.rows {
                        li.row.wrap.g-3 {
                            a.plain-link.grow href={ "/conversations/" (row.conversation.id) "#n-" (row.need.id) } {
                                (row.person_name) ": " q { (row.need.words) }
                            }
                            span.sm.quiet { (super::standing(lens, &row.need)) }
                        }
                    }
                }
            }
        }
    }
}

/// `POST /needs/tell`: marks it met, and writes a draft for each of those who asked out of the texts; without a text it
/// is only marked. Nothing is sent.
///
/// # Errors
/// See [`telling`].
pub async fn tell(State(p): State<Platform>, who: Who, Form(asked): Form<Telling>) -> Result<Response, Error> {
    let whom = asked.whom()?;
    match commands::meet(&p, &who.actor(), &whom, &asked.texts()).await {
        Ok(done) => answered(&p, &who, &asked, Became::Done(done)).await,
        Err(CommandError::Refused(refusal)) => answered(&p, &who, &asked, Became::Refused(refusal)).await,
        Err(other) => Err(error(other)),
    }
}
