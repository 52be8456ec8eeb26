//! Settings → Audit: the log of administrative acts as a list to be looked through, and as a file.

use axum::Extension;
use axum::extract::{Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use base::{Action, Actor, Instant, allowed};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use people::staff::Who;
use platform::Platform;
use platform::api::time;
use platform::log::Recorded;
use platform::log::public::Families;
use platform::web::errors::Error;
use platform::web::respond;
use serde::{Deserialize, Serialize};

use super::{Group, Teller, Wanted, acts, csv};

const HERE: &str = "/settings/audit";
/// Facts of one page.
const PAGE: i64 = 50;
/// Facts of a file: more than this is a matter for the API.
const FILE: i64 = 10_000;

/// What is looked for, as the address has it. What does not fit is as if it were not there.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct Asked {
    who: String,
    kind: String,
    from: String,
    until: String,
    #[serde(skip_serializing)]
    before: String,
    #[serde(rename = "as", skip_serializing)]
    form: String,
}

impl Asked {
    fn wanted(&self, zone: &TimeZone) -> Wanted {
        let begins = |date: Date| Some(date.to_zoned(zone.clone()).ok()?.timestamp());
        let day = |text: &str| text.parse::<Date>().ok();
        Wanted {
            actor: Some(self.who.clone()).filter(|who| !who.is_empty()),
            group: Group::from_code(&self.kind),
            from: day(&self.from).and_then(begins),
            until: day(&self.until).and_then(|date| date.tomorrow().ok()).and_then(begins),
        }
    }

    fn before(&self) -> Option<i64> {
        self.before.parse().ok()
    }

    /// The address of the same list with something more behind it.
    fn address(&self, more: &[(&str, &str)]) -> String {
        let mine = [("who", &self.who), ("kind", &self.kind), ("from", &self.from), ("until", &self.until)];
        let mine = mine.iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| (*name, value.as_str()));
        let query = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(mine.chain(more.iter().copied()))
            .finish();
        format!("{HERE}?{query}")
    }
}

/// `GET /settings/audit`; with `as=csv` a file.
///
/// # Errors
/// When the reader may not, or the log cannot be read.
pub async fn show(
    State(p): State<Platform>,
    who: Who,
    Extension(families): Extension<Families>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::ManageOperations)?;
    let wanted = asked.wanted(&who.zone);
    let mut conn = p.db.read().await?;
    let teller = Teller::new(&mut conn, &who.say, families).await?;
    if asked.form == "csv" {
        let facts = acts(&mut conn, &who.actor(), &wanted, None, FILE).await?;
        return Ok(file(&teller, &facts));
    }
    let mut facts = acts(&mut conn, &who.actor(), &wanted, asked.before(), PAGE + 1).await?;
    drop(conn);
    let more = i64::try_from(facts.len()).is_ok_and(|found| found > PAGE);
    facts.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    let older = facts.last().filter(|_| more).map(|fact| asked.address(&[("before", &fact.place.seq.to_string())]));
    let viewer = who.viewer()?;
    let body = html! {
        (filters(&teller, &asked))
        (list(&teller, &viewer.zone, p.clock.business(), &facts, older.as_deref()))
    };
    let title = who.say.text("settings-audit");
    let main = viewer.settings(&title, &who.say.text("audit-lead"), &body);
    Ok(respond::page(StatusCode::OK, viewer.page(&p, &title, &main).await?))
}

fn filters(teller: &Teller<'_>, asked: &Asked) -> Markup {
    let say = teller.say;
    let system = Actor::System.key();
    let date = |name: &str, label: String, value: &str| {
        html! {
            div.field {
                label for=(name) { (label) }
                input.input id=(name) name=(name) type="date" value=(value);
            }
        }
    };
    html! {
        form.card.col.g-6 method="get" action=(HERE) aria-label=(say.text("audit-filter")) {
            div.tiles.min-s {
                div.field {
                    label for="who" { (say.text("audit-who")) }
                    select.input #who name="who" {
                        option value="" { (say.text("audit-everybody")) }
                        @for (key, name) in teller.names() { option value=(key) selected[*key == asked.who] { (name) } }
                        option value=(system) selected[system == asked.who] { (say.text("audit-by-system")) }
                    }
                }
                div.field {
                    label for="kind" { (say.text("audit-kind")) }
                    select.input #kind name="kind" {
                        option value="" { (say.text("audit-everything")) }
                        @for group in Group::ALL {
                            option value=(group.code()) selected[group.code() == asked.kind] { (say.text(name(group))) }
                        }
                    }
                }
                (date("from", say.text("audit-from"), &asked.from))
                (date("until", say.text("audit-until"), &asked.until))
            }
            div.row.end-x.wrap {
                a.btn.ghost href=(asked.address(&[("as", "csv")])) download hx-boost="false" { (say.text("audit-file")) }
                button.btn.primary { (say.text("audit-show")) }
            }
        }
    }
}

fn name(group: Group) -> &'static str {
    match group {
        Group::SignIns => "audit-sign-ins",
        Group::Colleagues => "audit-colleagues",
        Group::Settings => "audit-settings",
        Group::Programs => "audit-programs",
        Group::Mailboxes => "audit-mailboxes",
        Group::Words => "audit-words",
        Group::Open => "audit-open",
        Group::Privacy => "audit-privacy",
    }
}

fn list(teller: &Teller<'_>, zone: &TimeZone, now: Instant, facts: &[Recorded], older: Option<&str>) -> Markup {
    let say = teller.say;
    html! {
        section.card.col.g-6 aria-labelledby="acts-h" {
            h3 #acts-h { (say.text("audit-acts")) }
            @if facts.is_empty() { p.quiet { (say.text("audit-none")) } }
            ul.col.g-5 {
                @for fact in facts {
                    @let told = teller.tell(fact);
                    li.row.wrap.g-4 {
                        div.col.g-1.grow { span { (told.what) } span.sm.quiet { (told.who) } }
                        time.xs.quiet datetime=(fact.at.to_string()) title=(say.full(fact.at, zone)) {
                            (say.day_time(fact.at, now, zone))
                        }
                    }
                }
            }
            @if let Some(older) = older { a.btn.small href=(older) { (say.text("audit-older")) } }
        }
    }
}

fn file(teller: &Teller<'_>, facts: &[Recorded]) -> Response {
    let mut text = csv::line(&["time", "who", "actor", "kind", "subject", "what"]);
    for fact in facts {
        let told = teller.tell(fact);
        text.push_str(&csv::line(&[&time(fact.at), &told.who, &fact.actor, &fact.kind, &fact.subject, &told.what]));
    }
    let kind = (header::CONTENT_TYPE, "text/csv; charset=utf-8");
    ([kind, (header::CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"")], text).into_response()
}

#[cfg(test)]
pub(super) mod testing {
    use super::*;

    /// The list alone, as text.
    pub fn shown(teller: &Teller<'_>, facts: &[Recorded]) -> String {
        list(teller, &TimeZone::UTC, Instant::UNIX_EPOCH, facts, None).into_string()
    }

    /// The body of the file.
    pub async fn as_file(teller: &Teller<'_>, facts: &[Recorded]) -> String {
        let bytes = axum::body::to_bytes(file(teller, facts).into_body(), 1 << 20).await.expect("a body");
        String::from_utf8(bytes.to_vec()).expect("text")
    }

    /// What an address asks for.
    pub fn asked(query: &str) -> (Wanted, Option<i64>, String) {
        let asked: Asked = Query::try_from_uri(&format!("/?{query}").parse().expect("an address")).expect("fields").0;
        (asked.wanted(&TimeZone::UTC), asked.before(), asked.address(&[("before", "7")]))
    }
}
