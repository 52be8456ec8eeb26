//! Settings → Rules: what is done by itself, in which order, how often, and why not.

mod form;
mod one;
mod typed;
mod words;

use std::collections::HashMap;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, Instant, allowed};
use jiff::SignedDuration;
use maud::{Markup, html};
use people::staff::Who;
use platform::i18n::Say;
use platform::web::assets::{icon, icon_small};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Platform, args};
use serde::Deserialize;

pub use form::{create, edit, new, update};
pub use one::{bring_back, history, trial};

use super::commands::{self, Answer, Refusal};
use super::store::{self, hits};
use super::{Counted, Failure, Order, Rule, RuleId, Trigger, starters};
use words::Around;

const HERE: &str = "/settings/rules";
/// The days of which hits are counted.
const DAYS: i64 = 7;

/// `?done=…` of pages that forms lead back to, and a rule that was just removed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    done: String,
    gone: String,
}

fn id_of(text: &str) -> Result<RuleId, Error> {
    text.parse().map_err(|_| Error::NotFound)
}

fn refused(failure: Failure) -> Result<(&'static str, Refusal), Error> {
    match failure {
        Failure::Refused(field, refusal) => Ok((field, refusal)),
        Failure::Forbidden => Err(Error::Forbidden),
        Failure::NotFound => Err(Error::NotFound),
        Failure::Fault(fault) => Err(Error::Fault(fault)),
    }
}

fn done<T>(answer: Answer<T>) -> Result<T, Error> {
    answer.map_err(|failure| match refused(failure) {
        Ok((_, refusal)) => Error::invalid(refusal.message()),
        Err(error) => error,
    })
}

/// `GET /settings/rules`.
///
/// # Errors
/// When the reader may not, or the tables cannot be read; so for all pages here.
pub async fn index(who: Who, State(p): State<Platform>, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::ManageSettings)?;
    let (viewer, say) = (who.viewer()?, &who.say);
    let now = p.clock.business();
    let mut conn = p.db.read().await?;
    let all = store::all(&mut conn).await?;
    let week = now.saturating_sub(SignedDuration::from_hours(24 * DAYS)).unwrap_or(Instant::MIN);
    let counted = hits::counted(&mut conn, week).await?;
    let order = commands::order(&mut conn).await?;
    let around = Around::read(&mut conn, &who).await?;
    let gone = match asked.gone.parse() {
        Ok(id) => store::removed(&mut conn, &id).await?,
        Err(_) => None,
    };
    drop(conn);
    let page = Page { who: &who, around: &around, counted: &counted, now };
    let (on, time): (Vec<&Rule>, Vec<&Rule>) = all.iter().partition(|rule| matches!(rule.spec.trigger, Trigger::On(_)));
    let body = html! {
        @if asked.done == "saved" {
            div.callout data-tone="ok" role="status" { (icon("check")) p { (say.text("settings-saved")) } }
        }
        @if let Some(gone) = &gone { (removed(say, gone)) }
        div.row { a.btn.primary.push href={ (HERE) "/new" } { (icon("plus")) (say.text("rules-new")) } }
        @if all.is_empty() {
            section.card { div.empty data-tone="accent" {
                (icon("auto"))
                h2 { (say.text("rules-none")) }
                p { (say.text("rules-none-lead")) }
            } }
        } @else {
            section.card.col.g-5 aria-labelledby="on-t" {
                h3 #on-t { (say.text("rules-list-on")) }
                @if on.is_empty() { p.soft { (say.text("rules-list-none")) } } @else { (page.list(&on)) }
                @if on.len() > 1 { (order_form(say, order)) }
            }
            section.card.col.g-5 aria-labelledby="time-t" {
                div { h3 #time-t { (say.text("rules-list-time")) } p.sm.soft { (say.text("rules-list-time-lead")) } }
                @if time.is_empty() { p.soft { (say.text("rules-list-none")) } } @else { (page.list(&time)) }
            }
        }
        (offered(say))
    };
    let title = say.text("settings-rules");
    let main = viewer.settings(&title, &say.text("rules-lead"), &body);
    Ok(respond::page(StatusCode::OK, viewer.page(&p, &title, &main).await?))
}

fn removed(say: &Say, gone: &Rule) -> Markup {
    html! {
        form.callout data-tone="ok" method="post" action={ (HERE) "/" (gone.id) "/restore" } {
            (icon("check"))
            div.row.wrap {
                p role="status" { (say.with("rules-removed", args![name = &gone.spec.name])) }
                button.btn.small data-key="z" aria-keyshortcuts="Z" { (icon("undo")) (say.text("word-undo")) }
            }
        }
    }
}

/// Whether the first or all of those act that fit.
fn order_form(say: &Say, order: Order) -> Markup {
    html! {
        form.row.wrap method="post" action={ (HERE) "/order" } {
            label for="order" { (say.text("rules-order")) }
            select.input id="order" name="order" {
                @for one in Order::ALL {
                    option value=(one.code()) selected[one == order] {
                        (say.text(if one == Order::All { "rules-order-all" } else { "rules-order-first" }))
                    }
                }
            }
            button.btn.small { (say.text("word-save")) }
        }
    }
}

/// Rules to begin with.
fn offered(say: &Say) -> Markup {
    html! {
        section.card.col.g-5 aria-labelledby="starters-t" {
            div { h3 #starters-t { (say.text("rules-starters")) } p.sm.soft { (say.text("rules-starters-lead")) } }
            ul.col.g-4 {
                @for one in starters::ALL {
                    li.row.wrap {
                        div.col.g-1 {
                            span.w-550 { (say.text(one.name)) }
                            span.sm.quiet { (say.text(one.why)) }
                        }
                        a.btn.small.push href={ (HERE) "/new?from=" (one.code) }
                            aria-label=(say.with("rules-use-this", args![name = say.text(one.name)])) {
                            (say.text("rules-use"))
                        }
                    }
                }
            }
        }
    }
}

struct Page<'a> {
    who: &'a Who,
    around: &'a Around,
    counted: &'a HashMap<RuleId, Counted>,
    now: Instant,
}

impl Page<'_> {
    fn list(&self, rules: &[&Rule]) -> Markup {
        html! {
            ol.col.g-5 {
                @for (at, rule) in rules.iter().enumerate() {
                    li.col.g-2 #(rule.id) { (self.line(rule, at > 0, at + 1 < rules.len())) }
                }
            }
        }
    }

    fn line(&self, rule: &Rule, up: bool, down: bool) -> Markup {
        let say = &self.who.say;
        let does: Vec<String> = rule.spec.acts.iter().map(|act| self.around.does(say, act)).collect();
        let counted = self.counted.get(&rule.id).copied().unwrap_or_default();
        let to = |verb: &str| format!("{HERE}/{}/{verb}", rule.id);
        html! {
            div.row.wrap {
                div.col.g-1 {
                    a.w-550 href={ (HERE) "/" (rule.id) } { (rule.spec.name) }
                    span.sm { (words::trigger(say, rule.spec.trigger)) }
                    span.sm.quiet { (does.join(" · ")) }
                }
                span.push.row.g-1 {
                    (state(say, rule))
                    @if up { (button(say, &to("move"), "up", "rules-up", &rule.spec.name)) }
                    @if down { (button(say, &to("move"), "down", "rules-down", &rule.spec.name)) }
                    form method="post" action=(to("enabled")) {
                        input type="hidden" name="on" value=(if rule.enabled { "" } else { "1" });
                        button.btn.small aria-label=(say.with(
                            if rule.enabled { "rules-switch-off-this" } else { "rules-switch-on-this" },
                            args![name = &rule.spec.name])) {
                            (say.text(if rule.enabled { "rules-switch-off" } else { "rules-switch-on" }))
                        }
                    }
                    form method="post" action=(to("remove")) {
                        @let label = say.with("rules-remove", args![name = &rule.spec.name]);
                        button.btn.ghost.icon.small aria-label=(label) title=(label) { (icon("x")) }
                    }
                }
            }
            p.sm.quiet {
                (say.with("rules-hits", args![n = counted.hits]))
                @if let Some(last) = counted.last {
                    " · " time datetime=(last) title=(say.full(last, &self.who.zone)) {
                        (say.with("rules-last", args![when = say.day_time(last, self.now, &self.who.zone)]))
                    }
                }
                @if counted.failures > 0 {
                    " · " a href=(to("history")) { (say.with("rules-failures", args![n = counted.failures])) }
                }
            }
            @if let Some(stopped) = &rule.stopped {
                p.sm.error {
                    (icon_small("alert"))
                    span {
                        (say.with("rules-stopped-why", args![other = &stopped.other])) " "
                        @if let Some(id) = &stopped.conversation {
                            a href={ "/conversations/" (id) } { (say.text("rules-stopped-where")) }
                        }
                    }
                }
            }
        }
    }
}

fn state(say: &Say, rule: &Rule) -> Markup {
    let (tone, text) = match (&rule.stopped, rule.enabled) {
        (Some(_), false) => ("bad", "rules-stopped"),
        (_, true) => ("ok", "rules-on"),
        (None, false) => ("plain", "rules-off"),
    };
    html! { span.chip data-tone=(tone) { (say.text(text)) } }
}

fn button(say: &Say, action: &str, to: &str, label: &'static str, name: &str) -> Markup {
    let label = say.with(label, args![name = name]);
    html! {
        form method="post" action=(action) {
            input type="hidden" name="to" value=(to);
            button.btn.ghost.icon.small aria-label=(label) title=(label) { (icon(to)) }
        }
    }
}

/// On or off.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Switch {
    on: String,
}

/// `POST /settings/rules/{id}/enabled`.
///
/// # Errors
/// See [`index`].
pub async fn enable(
    who: Who,
    State(p): State<Platform>,
    Path(id): Path<String>,
    Form(switch): Form<Switch>,
) -> Result<Response, Error> {
    done(commands::switch(&p, &who.actor(), &id_of(&id)?, switch.on == "1").await)?;
    Ok(respond::see(HERE))
}

/// Up or down.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Moved {
    to: String,
}

/// `POST /settings/rules/{id}/move`.
///
/// # Errors
/// See [`index`].
pub async fn move_to(
    who: Who,
    State(p): State<Platform>,
    Path(id): Path<String>,
    Form(moved): Form<Moved>,
) -> Result<Response, Error> {
    done(commands::move_rule(&p, &who.actor(), &id_of(&id)?, moved.to == "up").await)?;
    Ok(respond::see(HERE))
}

/// `POST /settings/rules/{id}/remove`.
///
/// # Errors
/// See [`index`].
pub async fn remove(who: Who, State(p): State<Platform>, Path(id): Path<String>) -> Result<Response, Error> {
    let id = id_of(&id)?;
    done(commands::remove(&p, &who.actor(), &id).await)?;
    Ok(respond::see(&format!("{HERE}?gone={id}")))
}

/// `POST /settings/rules/{id}/restore`: takes a removal back.
///
/// # Errors
/// See [`index`].
pub async fn restore(who: Who, State(p): State<Platform>, Path(id): Path<String>) -> Result<Response, Error> {
    done(commands::restore(&p, &who.actor(), &id_of(&id)?).await)?;
    Ok(respond::see(HERE))
}

/// How rules are gone through.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Ordered {
    order: String,
}

/// `POST /settings/rules/order`.
///
/// # Errors
/// See [`index`].
pub async fn set_order(who: Who, State(p): State<Platform>, Form(to): Form<Ordered>) -> Result<Response, Error> {
    done(commands::set_order(&p, &who.actor(), Order::from_code(&to.order).unwrap_or_default()).await)?;
    Ok(respond::see(&format!("{HERE}?done=saved")))
}
