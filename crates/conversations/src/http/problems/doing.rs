//! What is done with a problem by its forms. What cannot be kept comes back as it was typed, with why.

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use axum::response::Response;
use base::{Action, Language, allowed};
use people::staff::Who;
use platform::Platform;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use serde::Deserialize;

use super::HERE;
use super::one::{Wrong, page};
use crate::commands::{self, Answer, CommandError};
use crate::http::error;
use crate::{Problem, ProblemId, ProblemState, ProblemText, queries};

/// What is said of a problem.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    title: String,
    known: String,
    owner: String,
    department: String,
    prevention: String,
    preventer: String,
    prevented: String,
}

impl Typed {
    fn text(self) -> ProblemText {
        ProblemText {
            title: self.title,
            known: self.known.replace("\r\n", "\n"),
            owner: self.owner.parse().ok(),
            department: self.department.parse().ok(),
            prevention: self.prevention.replace("\r\n", "\n"),
            preventer: self.preventer.parse().ok(),
            prevented: !self.prevented.is_empty(),
        }
    }
}

fn parse(id: &str) -> Result<ProblemId, Error> {
    id.parse().map_err(|_| Error::NotFound)
}

/// The problem again, or its page with what was typed and why it cannot be kept.
async fn answer(
    p: &Platform,
    who: &Who,
    id: &ProblemId,
    outcome: Answer<()>,
    typed: impl FnOnce(Problem) -> Problem + Send,
) -> Result<Response, Error> {
    match outcome {
        Ok(()) => Ok(respond::see(&format!("{HERE}/{id}"))),
        Err(CommandError::Refused(refusal)) => {
            let scope = allowed(&who.actor(), Action::ReadConversations)?;
            let found = queries::problem(&mut p.db.read().await?, &scope, id).await?;
            let typed = typed(found.ok_or(Error::NotFound)?);
            page(p, who, id, "", Some(Wrong { refusal, typed })).await
        }
        Err(other) => Err(error(other)),
    }
}

/// `POST /problems`: makes one.
///
/// # Errors
/// When the reader may not, or the database cannot be used; so for all handlers here.
pub async fn create(State(p): State<Platform>, who: Who, Form(typed): Form<Typed>) -> Result<Response, Error> {
    let id = commands::make_problem(&p, &who.actor(), typed.text()).await.map_err(error)?;
    Ok(respond::see(&format!("{HERE}/{id}")))
}

/// `POST /problems/{id}`: says something else of it.
///
/// # Errors
/// See [`create`].
pub async fn change(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, Error> {
    let (id, of) = (parse(&id)?, typed.text());
    let outcome = commands::change_problem(&p, &who.actor(), &id, of.clone()).await;
    answer(&p, &who, &id, outcome, |it| Problem { of, ..it }).await
}

/// Where it is to stand.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Moved {
    to: String,
}

/// `POST /problems/{id}/state`: `to` is `open` or `working`.
///
/// # Errors
/// See [`create`].
pub async fn move_to(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(moved): Form<Moved>,
) -> Result<Response, Error> {
    let id = parse(&id)?;
    let to = ProblemState::from_code(&moved.to).unwrap_or_default();
    let outcome = commands::move_problem(&p, &who.actor(), &id, to).await;
    answer(&p, &who, &id, outcome, |it| it).await
}

/// `POST /problems/{id}/solution`: what everybody who waits is told, by `text-en` and the like.
///
/// # Errors
/// See [`create`].
pub async fn solve(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let id = parse(&id)?;
    let text = |(name, text): (String, String)| Some((Language::from_code(name.strip_prefix("text-")?)?, text));
    let answers: BTreeMap<Language, String> = fields.into_iter().filter_map(text).collect();
    let outcome = commands::solve_problem(&p, &who.actor(), &id, &answers).await;
    answer(&p, &who, &id, outcome, |it| Problem { answers, ..it }).await
}

/// `POST /problems/{id}/drafts`: drafts answers for those who wait and have none.
///
/// # Errors
/// See [`create`].
pub async fn draft(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let id = parse(&id)?;
    let outcome = commands::draft_answers(&p, &who.actor(), &id).await;
    answer(&p, &who, &id, outcome, |it| it).await
}

/// `POST /problems/{id}/remove`.
///
/// # Errors
/// See [`create`].
pub async fn remove(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    commands::remove_problem(&p, &who.actor(), &parse(&id)?).await.map_err(error)?;
    Ok(respond::see(HERE))
}
