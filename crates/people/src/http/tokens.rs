//! Settings → API: one's tokens, for those who look after colleagues everybody's, and the page that tells what
//! programs can ask.

use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};
use platform::api::{Document, Level, reader};
use platform::i18n::Say;
use platform::throttle::Throttle;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::guard::Peer;
use platform::web::respond;
use platform::{Platform, args};
use serde::Deserialize;

use super::fields::{Field, select};
use super::proof::{self, Needs, Proof, Wrong};
use super::{on_form, toast};
use crate::refusal::Refusal;
use crate::staff::Who;
use crate::tokens::{self, Ends, NewToken, Token};

const HERE: &str = "/settings/api";

/// How long a token may last, in days; 0 for ever.
const DAYS: [i64; 4] = [30, 90, 365, 0];

/// The page.
pub async fn index(who: Who, State(p): State<Platform>, Query(done): Query<toast::Query>) -> Result<Response, Error> {
    page(&p, &who, Shown { done, ..Shown::default() }).await
}

/// A token to be made.
#[derive(Clone, Debug, Deserialize)]
pub struct New {
    name: String,
    level: String,
    days: String,
    #[serde(flatten)]
    proof: Proof,
}

/// Makes a token, for who proves that it is they: it outlives the screen that was left unlocked. Its secret is in this
/// one answer and nowhere else, so nobody is led to another page.
pub async fn create(
    who: Who,
    State(p): State<Platform>,
    Extension(throttle): Extension<Throttle>,
    peer: Peer,
    Form(new): Form<New>,
) -> Result<Response, Error> {
    let wrong = proof::judge_unless_lately(&p, &who, &throttle, peer, &new.proof).await?;
    if wrong.is_some() {
        return page(&p, &who, Shown { typed: Some(new), wrong, ..Shown::default() }).await;
    }
    let days = new.days.parse().ok().filter(|days| DAYS.contains(days) && *days > 0);
    let token = NewToken {
        name: new.name.clone(),
        level: Level::from_code(&new.level).unwrap_or(Level::Read),
        ends: days.map_or(Ends::Never, Ends::After),
    };
    let mut tx = p.begin().await?;
    match tokens::make(&mut tx, &p, &who.actor(), token).await {
        Ok((token, secret)) => {
            tx.commit().await?;
            page(&p, &who, Shown { made: Some((token, secret)), proved: true, ..Shown::default() }).await
        }
        Err(failure) => {
            let refusal = on_form(failure)?;
            drop(tx);
            let shown = Shown { typed: Some(new), refusal: Some(refusal), proved: true, ..Shown::default() };
            page(&p, &who, shown).await
        }
    }
}

/// Takes a token back.
pub async fn revoke(who: Who, State(p): State<Platform>, Path(id): Path<String>) -> Result<Response, Error> {
    let id = id.parse().map_err(|_| Error::NotFound)?;
    let mut tx = p.begin().await?;
    tokens::revoke(&mut tx, &who.actor(), &id).await?;
    tx.commit().await?;
    Ok(respond::see("/settings/api?done=revoked"))
}

/// What programs can ask: the document as a page.
pub async fn docs(
    who: Who,
    State(p): State<Platform>,
    Extension(document): Extension<Document>,
) -> Result<Response, Error> {
    let (viewer, say) = (who.viewer()?, &who.say);
    let title = say.text("api-docs-title");
    let main = viewer.settings(&title, &say.text("api-docs-lead"), &reader::body(&document, say));
    Ok(respond::page(StatusCode::OK, viewer.page(&p, &title, &main).await?))
}

#[derive(Default)]
struct Shown {
    done: toast::Query,
    made: Option<(Token, String)>,
    typed: Option<New>,
    /// Why it was not made.
    refusal: Option<Refusal>,
    /// What does not prove that it is they.
    wrong: Option<Wrong>,
    /// They have proved it by now.
    proved: bool,
}

async fn page(p: &Platform, who: &Who, shown: Shown) -> Result<Response, Error> {
    let (viewer, say) = (who.viewer()?, &who.say);
    let all = tokens::listed(p, &who.actor()).await?;
    let needs = proof::needs(&mut p.db.read().await?, who).await?;
    let asked = (!shown.proved && !proof::is_lately(p, who, needs)).then_some(needs);
    let body = html! {
        @if let Some((token, secret)) = &shown.made { (once(say, token, secret)) }
        section.card.col.g-6 aria-labelledby="tokens-t" {
            div { h3 #tokens-t { (say.text("tokens-title")) } p.sm.quiet { a href="/api/docs" { (say.text("tokens-docs")) } } }
            @if all.is_empty() { p.soft { (say.text("tokens-none")) } }
            ul.col.g-5 { @for (token, owner) in &all { li.row.wrap { (line(p, who, token, owner)) } } }
        }
        (form(p, who, &shown, asked))
    };
    let title = say.text("api-title");
    let main = viewer.settings(&title, &say.text("api-lead"), &body);
    let status = if shown.refusal.is_some() || shown.wrong.is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let whole = viewer.page_with(p, &title, &main, shown.done.toast(say)).await?;
    let send = if shown.made.is_some() { respond::page_with_secret } else { respond::page };
    Ok(send(status, whole))
}

fn once(say: &Say, token: &Token, secret: &str) -> Markup {
    html! {
        div.callout data-tone="ok" role="status" {
            (icon("key"))
            h3 { (say.with("tokens-made", args![name = &token.name])) }
            p { (say.text("tokens-once")) }
            input.input.mono #secret readonly value=(secret) aria-label=(say.text("tokens-secret")) autocomplete="off";
        }
    }
}

fn line(p: &Platform, who: &Who, token: &Token, owner: &str) -> Markup {
    let (say, now) = (&who.say, p.clock.machine());
    let used = match token.used_at {
        Some(at) => say.with("tokens-used", args![when = say.day_time(at, now, &who.zone)]),
        None => say.text("tokens-unused"),
    };
    let ends = match token.expires_at {
        Some(at) if token.is_open(now) => say.with("tokens-ends", args![date = say.date(at, &who.zone)]),
        Some(_) => say.text("tokens-ended"),
        None => say.text("tokens-endless"),
    };
    html! {
        div.col.g-1 {
            span.w-550 { (token.name) }
            span.sm.quiet { (used) " · " (ends) }
        }
        div.row.wrap.push {
            @if token.staff != who.staff.id { span.chip data-tone="plain" { (owner) } }
            span.chip data-tone="info" { (level_name(say, token.level)) }
            form method="post" action={ (HERE) "/" (token.id) "/revoke" } hx-boost="false" {
                button.btn.small aria-label=(say.with("tokens-revoke-one", args![name = &token.name])) {
                    (say.text("tokens-revoke"))
                }
            }
        }
    }
}

fn level_name(say: &Say, level: Level) -> String {
    say.text(&format!("tokens-level-{}", level.code()))
}

fn form(p: &Platform, who: &Who, shown: &Shown, asked: Option<Needs>) -> Markup {
    let (say, typed) = (&who.say, shown.typed.as_ref());
    let name = Field {
        name: "name",
        label: say.text("tokens-name"),
        kind: "text",
        value: typed.map_or("", |typed| &typed.name),
        autocomplete: "off",
        hint: Some(say.text("tokens-name-hint")),
        error: shown.refusal.as_ref().map(|refusal| say.text(refusal.message())),
        large: false,
    };
    let chosen = typed.map_or("90", |typed| &typed.days);
    let days = DAYS.map(|days| {
        let words = if days == 0 { say.text("tokens-endless") } else { say.with("tokens-days", args![days = days]) };
        (days.to_string(), words)
    });
    let options: Vec<(&str, String, bool)> =
        days.iter().map(|(days, words)| (days.as_str(), words.clone(), days == chosen)).collect();
    let level = typed.and_then(|typed| Level::from_code(&typed.level)).unwrap_or(Level::Read);
    html! {
        form.card.col.g-6 method="post" action=(HERE) hx-boost="false" aria-labelledby="new-t" {
            div { h3 #new-t { (say.text("tokens-new")) } p.sm.quiet { (say.text("tokens-new-lead")) } }
            (name.markup())
            fieldset.field {
                legend { (say.text("tokens-level")) }
                div.col.g-4.mt {
                    @for one in tokens::levels(&who.actor()) {
                        label.check {
                            input.dot type="radio" name="level" value=(one.code()) checked[one == level];
                            span { (level_name(say, one)) small { (say.text(&format!("tokens-level-{}-hint", one.code()))) } }
                        }
                    }
                }
            }
            (select("days", &say.text("tokens-lasts"), &options))
            @if let Some(needs) = asked { (proof::fields(p, who, needs, shown.wrong)) }
            div.row.end-x { button.btn.primary { (say.text("tokens-submit")) } }
        }
    }
}
