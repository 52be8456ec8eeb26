//! What this capability holds of a customer.

use base::Scope;
use platform::{Conn, Result, log};

use super::model::{About, Field, Held, at, list, text};
use crate::field;
use crate::file::{self, Channel, Manner, rules::hours::written};
use crate::person;
use crate::relation;

/// The file itself.
pub(super) async fn held(conn: &mut Conn, of: &About) -> Result<Vec<Field>> {
    let Some(id) = of.ids.first() else { return Ok(Vec::new()) };
    let Some(person) = person::find(conn, &Scope::All, id).await? else { return Ok(Vec::new()) };
    let known = file::file(conn, &Scope::All, id).await?;
    let (details, wishes) = (&known.details, &known.details.preferences);
    let language = |language: Option<base::Language>| language.map(base::Language::own_name).unwrap_or_default();
    let addresses = person::addresses(conn, &Scope::All, id).await?;
    let phones = known.phones.iter().map(|phone| Held::Text(format!("{} {}", phone.number, phone.label).trim().into()));
    let notes = known.notes.iter().map(|note| {
        let fields = [at("at", "held-at", note.at), text("text", "held-text", &note.body)];
        Held::Fields(fields.into_iter().flatten().collect())
    });
    let own = field::kept(conn, id.as_str()).await?;
    let own = own.into_iter().map(|(field, value)| Held::Text(format!("{}: {value}", field.name)));
    let related = relation::of(conn, &Scope::All, id).await?;
    let related = related.into_iter().map(|it| Held::Text(format!("{} ({})", it.person.name, it.tie.code())));
    // Also those that have ended and still lie there.
    let care = known.care.iter().map(|flag| {
        let fields = [
            text("kind", "held-kind", flag.kind.code()),
            text("text", "held-text", &flag.why),
            at("since", "held-at", flag.since),
            at("ends_at", "care-until", flag.ends_at),
        ];
        Held::Fields(fields.into_iter().flatten().collect())
    });
    let fields = [
        text("id", "held-id", id.as_str()),
        text("name", "customers-name", &person.name),
        at("since", "customers-column-since", person.created_at),
        text("writes", "customers-language", language(person.language)),
        list("addresses", "held-addresses", addresses.iter().map(|it| Held::Text(it.shown.clone())).collect()),
        list("phones", "customers-phones", phones.collect()),
        list("names", "customers-merge-names", known.names.iter().cloned().map(Held::Text).collect()),
        text("organisation", "organisations-one", known.organisation.as_ref().map_or("", |(_, name)| name)),
        text("title", "customers-title-label", &details.title),
        text("postal", "customers-postal", &details.postal),
        text("prefers_language", "customers-prefers-language", language(wishes.language)),
        text("addressed", "customers-addressed", &wishes.addressed),
        text("channel", "customers-reached", wishes.channel.map(Channel::code).unwrap_or_default()),
        text("from", "customers-from", &written(wishes.hours.from)),
        text("until", "customers-until", &written(wishes.hours.until)),
        text("days", "customers-days", &wishes.days.names().join(" ")),
        text("zone", "customers-zone", &wishes.zone),
        text("manner", "customers-manner", wishes.manner.map(Manner::code).unwrap_or_default()),
        text("vip", "customers-vip", if details.vip { "✓" } else { "" }),
        text("blocked", "customers-blocked", details.blocked.as_ref().map_or("", |it| it.why.as_str())),
        list("care", "care-title", care.collect()),
        list("related", "related-title", related.collect()),
        list("fields", "fields-title", own.collect()),
        list("notes", "customers-notes", notes.collect()),
        list("history", "held-history", history(conn, of).await?),
    ];
    Ok(fields.into_iter().flatten().collect())
}

/// Facts of the file, as they lie in the log.
async fn history(conn: &mut Conn, of: &About) -> Result<Vec<Held>> {
    const MOST: i64 = 10_000;
    let mut facts = Vec::new();
    for id in &of.ids {
        for fact in log::history(conn, &format!("person:{id}"), MOST).await? {
            let told = file::happening(&fact).map(|sentence| Held::Told(sentence, fact.payload.clone()));
            let value = told.unwrap_or_else(|| Held::Text(fact.payload.clone()));
            let told = Field { name: "fact", message: "held-text", value };
            let fields = [at("at", "held-at", fact.at), text("kind", "held-kind", &fact.kind), Some(told)];
            facts.push(Held::Fields(fields.into_iter().flatten().collect()));
        }
    }
    Ok(facts)
}
