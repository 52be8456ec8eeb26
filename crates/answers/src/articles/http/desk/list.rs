//! The list of all texts, saved last first.

use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, Language, Scope, allowed};
use maud::{Markup, html};
use people::staff::{self, Who};
use platform::Platform;
use platform::args;
use platform::web::assets::icon;
use platform::web::errors::Error;
use serde::Deserialize;

use super::{HERE, done, page};
use crate::articles::model::{Category, Line, State};
use crate::articles::rules::states::is_stale;
use crate::articles::store::{self, Wanted};

/// Texts of one page of the list.
const SHOWN: i64 = 50;

/// What the list is narrowed to.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    state: String,
    language: String,
    category: String,
    owner: String,
    stale: String,
    q: String,
    after: String,
    done: String,
}

impl Asked {
    /// The same list behind a text, as the rest of an address. What is in it was chosen from lists or is escaped.
    fn onward(&self, after: &str) -> String {
        let mut rest = String::new();
        let all = [("state", &self.state), ("language", &self.language), ("category", &self.category)];
        let more = [("owner", &self.owner), ("stale", &self.stale), ("q", &self.q)];
        for (name, value) in all.into_iter().chain(more).filter(|(_, value)| !value.is_empty()) {
            let escaped: String = value.bytes().map(escaped).collect();
            rest.push_str(&format!("{name}={escaped}&"));
        }
        format!("{HERE}?{rest}after={after}")
    }
}

fn escaped(byte: u8) -> String {
    if byte.is_ascii_alphanumeric() || b"-_.".contains(&byte) {
        char::from(byte).to_string()
    } else {
        format!("%{byte:02X}")
    }
}

pub(super) async fn show(p: &Platform, who: &Who, asked: &Asked) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::ReadArticles)?;
    let today = p.clock.business().to_zoned(who.zone.clone()).date();
    let wanted = Wanted {
        state: State::from_code(&asked.state),
        language: Language::ALL.into_iter().find(|one| one.code() == asked.language),
        category: asked.category.parse().ok(),
        owner: asked.owner.parse().ok(),
        stale_on: (!asked.stale.is_empty()).then_some(today),
        title: asked.q.chars().take(100).collect(),
        after: asked.after.parse().ok(),
    };
    let mut conn = p.db.read().await?;
    let mut lines = store::list(&mut conn, &scope, &wanted, SHOWN + 1).await?;
    let categories: Vec<Category> = store::categories(&mut conn).await?.into_iter().map(|(_, one)| one).collect();
    let staff = staff::colleagues(&mut conn, &Scope::All).await?;
    let usual = conversations::settings::business(&mut conn).await?.language;
    drop(conn);
    let shown = usize::try_from(SHOWN).unwrap_or(usize::MAX);
    let is_more = lines.len() > shown;
    lines.truncate(shown);
    let say = &who.say;
    let owners: Vec<(String, String)> = staff.into_iter().map(|one| (one.id.to_string(), one.name)).collect();
    let named = |id: &str| categories.iter().find(|one| one.id.as_str() == id);
    let writes = allowed(&who.actor(), Action::WriteArticles).is_ok();
    let states = State::ALL.map(|one| (one.code().to_owned(), say.text(&format!("articles-state-{}", one.code()))));
    let states = states.to_vec();
    let languages = Language::ALL.map(|one| (one.code().to_owned(), one.own_name().to_owned())).to_vec();
    let shown_as = |one: &Category| one.names.shown(say.language(), usual).to_owned();
    let topics = categories.iter().map(|one| (one.id.to_string(), shown_as(one))).collect();
    let body = html! {
        (done(who, &asked.done))
        p.row.wrap {
            @if writes { a.btn.primary href={ (HERE) "/new" } { (icon("plus")) (say.text("articles-new")) } }
            a.btn href={ (HERE) "?stale=1&owner=" (who.staff.id) } { (say.text("articles-mine-stale")) }
        }
        form.row.wrap method="get" action=(HERE) role="search" aria-label=(say.text("articles-narrow")) {
            input.input type="search" name="q" value=(asked.q) maxlength="100" aria-label=(say.text("articles-title"))
                placeholder=(say.text("articles-title"));
            (choice(say.text("articles-state"), "state", &asked.state, states))
            (choice(say.text("word-language"), "language", &asked.language, languages))
            (choice(say.text("articles-category"), "category", &asked.category, topics))
            (choice(say.text("articles-owner"), "owner", &asked.owner, owners.clone()))
            label.check { input.box type="checkbox" name="stale" value="1" checked[!asked.stale.is_empty()]; span { (say.text("articles-stale")) } }
            button.btn.small { (say.text("articles-narrow")) }
        }
        section.card.col.g-5 aria-label=(say.text("articles-all")) {
            @if lines.is_empty() { p.quiet { (say.text("articles-none")) } }
            ul.col.g-4 {
                @for line in &lines {
                    (row(who, line, line.category.as_ref().and_then(|id| named(id.as_str())).map(|one| one.names.shown(say.language(), usual)), today))
                }
            }
            @if let (true, Some(last)) = (is_more, lines.last()) {
                p { a.btn href=(asked.onward(last.id.as_str())) { (say.text("articles-more")) } }
            }
        }
    };
    page(p, who, StatusCode::OK, &say.text("settings-articles"), &body).await
}

fn choice(label: String, name: &str, chosen: &str, all: Vec<(String, String)>) -> Markup {
    html! {
        select.input name=(name) aria-label=(label) {
            option value="" { (label) }
            @for (value, text) in &all { option value=(value) selected[value == chosen] { (text) } }
        }
    }
}

fn row(who: &Who, line: &Line, category: Option<&str>, today: jiff::civil::Date) -> Markup {
    let say = &who.say;
    html! {
        li.row.wrap {
            span.grow.col.g-1 {
                a href={ (HERE) "/" (line.article) "/" (line.language.code()) } { b { (line.title) } }
                span.sm.quiet.row.wrap {
                    span { (line.language.own_name()) }
                    @if let Some(category) = category { span { (category) } }
                    span { (say.text(&format!("articles-audience-{}", line.audience.code()))) }
                    span { (say.with("articles-saved-at", args![date = say.date(line.saved_at, &who.zone)])) }
                }
            }
            @if line.is_older { span.chip data-tone="warn" { (say.text("articles-older")) } }
            @if is_stale(line.review_on, today) { span.chip data-tone="warn" { (say.text("articles-stale")) } }
            @if line.is_live && line.state != State::Published {
                span.chip data-tone="plain" { (say.text("articles-live-before")) }
            }
            span.chip data-tone=(if line.state == State::Published { "ok" } else { "plain" }) {
                (say.text(&format!("articles-state-{}", line.state.code())))
            }
        }
    }
}
