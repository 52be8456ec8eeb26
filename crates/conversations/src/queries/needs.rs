//! What customers need: of a conversation, of a customer, by topic, and which topics rise.

use std::collections::{BTreeMap, BTreeSet};

use base::{Instant, Language, Scope};
use jiff::SignedDuration;
use jiff::civil::Date;
use people::PersonId;
use platform::{Conn, Result};
use words::bursts::Batch;

use crate::ids::{ConversationId, NeedId};
use crate::model::{Conversation, Need, NeedState, NeedTopic};
use crate::rules::needs as rule;
use crate::rules::needs::rising::{self, CUSTOMERS_LEAST, LEAST, Rising, WEEKS};
use crate::store::{self, NeedsAsked};
use crate::{commands, settings};

/// Topics that are shown beside each other.
const TOPICS_MOST: i64 = 50;
/// Topics that are offered where one is typed.
const KNOWN_MOST: i64 = 30;
/// Rising topics that are shown.
const RISING_MOST: usize = 10;
/// What customers said that is shown with a topic that rises.
const QUOTES: i64 = 3;
/// Customers of whom it is asked in which language they are to be told.
const TOLD_MOST: i64 = 500;

/// One need that the scope reaches.
///
/// # Errors
/// When the database cannot be read; so for all below.
pub async fn need(conn: &mut Conn, scope: &Scope, id: &NeedId) -> Result<Option<Need>> {
    store::find_need(conn, scope, id).await
}

/// Those of a conversation, oldest first.
///
/// # Errors
/// See [`need`].
pub async fn needs_in(conn: &mut Conn, id: &ConversationId) -> Result<Vec<Need>> {
    store::needs_of(conn, id).await
}

/// Those of a customer that the scope reaches, the newest first.
///
/// # Errors
/// See [`need`].
pub async fn needs_of(conn: &mut Conn, scope: &Scope, person: &PersonId, most: i64) -> Result<Vec<Need>> {
    store::needs_of_person(conn, scope, person, most).await
}

/// Topics to choose from: the business's own, then those that are said most where the scope reaches.
///
/// # Errors
/// See [`need`].
pub async fn known_topics(conn: &mut Conn, scope: &Scope) -> Result<Vec<String>> {
    let mut topics = settings::need_topics(conn).await?.topics;
    let mut keys: BTreeSet<String> = topics.iter().map(|name| rule::topic(name).1).collect();
    let said = store::known_topics(conn, scope, KNOWN_MOST).await?;
    topics.extend(said.into_iter().filter(|name| keys.insert(rule::topic(name).1)));
    Ok(topics)
}

/// Which needs are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NeedQuery {
    /// Of this state; without, of all.
    pub state: Option<NeedState>,
    /// About this topic, however it is typed; empty for all.
    pub topic: String,
    /// Said within so many days; without, ever.
    pub days: Option<i64>,
    /// Where the page begins, as [`NeedPage::next`] says.
    pub after: String,
    /// How many.
    pub most: i64,
}

impl NeedQuery {
    /// From when on, in µs.
    fn since(&self, now: Instant) -> Option<i64> {
        let days = self.days?;
        let since = now.saturating_sub(SignedDuration::from_hours(days.clamp(0, 36_500) * 24)).ok()?;
        Some(base::clock::to_micros(since))
    }

    /// The form that the topic is compared by.
    fn key(&self) -> Option<String> {
        Some(rule::topic(&self.topic).1).filter(|key| !key.is_empty())
    }
}

/// A need among others.
#[derive(Clone, Debug)]
pub struct NeedRow {
    /// The need.
    pub need: Need,
    /// Where it was said.
    pub conversation: Conversation,
    /// What the customer is called.
    pub person_name: String,
}

/// A page of needs.
#[derive(Clone, Debug, Default)]
pub struct NeedPage {
    /// The newest before the rest.
    pub rows: Vec<NeedRow>,
    /// Where the next page begins, if there is one.
    pub next: Option<String>,
}

/// Needs that the scope reaches, the newest first, with who said them and where.
///
/// # Errors
/// See [`need`].
pub async fn needs(conn: &mut Conn, scope: &Scope, query: &NeedQuery, now: Instant) -> Result<NeedPage> {
    let after = query.after.split_once('.').and_then(|(at, id)| Some((at.parse().ok()?, id.parse().ok()?)));
    let asked = NeedsAsked {
        state: query.state,
        topic: query.key(),
        since: query.since(now),
        untold: false,
        after,
        most: query.most.saturating_add(1),
    };
    let mut found = store::list_needs(conn, scope, &asked).await?;
    let more = i64::try_from(found.len()).unwrap_or(i64::MAX) > query.most;
    found.truncate(usize::try_from(query.most).unwrap_or(usize::MAX));
    let next =
        found.last().filter(|_| more).map(|last| format!("{}.{}", base::clock::to_micros(last.said_at), last.id));
    Ok(NeedPage { rows: rows(conn, scope, found).await?, next })
}

/// Needs with who said them and where, in a statement each.
async fn rows(conn: &mut Conn, scope: &Scope, found: Vec<Need>) -> Result<Vec<NeedRow>> {
    let people: Vec<PersonId> = found.iter().map(|one| one.person.clone()).collect();
    let names = people::person::names(conn, &people).await?;
    let places: Vec<&ConversationId> = found.iter().map(|one| &one.conversation).collect();
    let conversations = store::find_these(conn, scope, &places).await?;
    let row = |need: Need| {
        let conversation = conversations.get(&need.conversation).cloned()?;
        let person_name = names.get(&need.person).cloned().unwrap_or_default();
        Some(NeedRow { need, conversation, person_name })
    };
    Ok(found.into_iter().filter_map(row).collect())
}

/// What customers need, counted.
#[derive(Clone, Debug, Default)]
pub struct NeedFigures {
    /// Needs in the period.
    pub needs: i64,
    /// Customers who said them, each once.
    pub customers: i64,
    /// By topic, by how many customers spoke of it, the most first.
    pub topics: Vec<NeedTopic>,
    /// Topics that rise now, whatever the period.
    pub rising: Vec<RisingTopic>,
}

/// A topic that rises.
#[derive(Clone, Debug)]
pub struct RisingTopic {
    /// The form that topics are compared by.
    pub key: String,
    /// As it was typed.
    pub name: String,
    /// How it rises.
    pub rising: Rising,
    /// The Monday on which that began.
    pub since: Date,
    /// Customers who spoke of it since.
    pub customers: i64,
    /// What customers said of it, the newest first.
    pub quotes: Vec<NeedRow>,
}

/// What customers need, counted over `days`, and the topics that rise.
///
/// # Errors
/// See [`need`].
pub async fn need_figures(conn: &mut Conn, scope: &Scope, query: &NeedQuery, now: Instant) -> Result<NeedFigures> {
    let since = query.since(now);
    let (needs, customers) = store::total_of_needs(conn, scope, since).await?;
    let topics = store::topics_of_needs(conn, scope, since, TOPICS_MOST).await?;
    Ok(NeedFigures { needs, customers, topics, rising: rising_topics(conn, scope, now).await? })
}

/// Topics that rise in these weeks, the surest first.
async fn rising_topics(conn: &mut Conn, scope: &Scope, now: Instant) -> Result<Vec<RisingTopic>> {
    let zone = commands::zone_of(&settings::business(conn).await?);
    let monday = rule::week(now, &zone);
    let weeks: Vec<Date> = (0..WEEKS).rev().filter_map(|back| weeks_before(monday, back)).collect();
    let Some(first) = weeks.first().copied() else { return Ok(Vec::new()) };
    let least = (i64::try_from(LEAST).unwrap_or(i64::MAX), CUSTOMERS_LEAST);
    let (topics, all) = store::needs_by_week(conn, scope, commands::needs::days(first), least).await?;
    let mut found = Vec::new();
    for (key, counts) in topics {
        let Some(rising) = rising::rising(&batches(&weeks, &counts, &all)) else { continue };
        let Some(since) = weeks.get(rising.since).copied() else { continue };
        found.push((key, rising, since));
    }
    let sure = |rising: &Rising| rising.sure.unwrap_or(1.0);
    found.sort_by(|(_, a, _), (_, b, _)| sure(b).total_cmp(&sure(a)).then(b.needs.cmp(&a.needs)));
    found.truncate(RISING_MOST);
    let mut shown = Vec::new();
    for (key, rising, since) in found {
        let customers = store::customers_of_need(conn, scope, &key, commands::needs::days(since)).await?;
        if customers < CUSTOMERS_LEAST {
            continue;
        }
        let asked = NeedsAsked { topic: Some(key.clone()), most: QUOTES, ..NeedsAsked::default() };
        let said = store::list_needs(conn, scope, &asked).await?;
        let name = said.first().map(|one| one.topic.clone()).unwrap_or_default();
        let quotes = rows(conn, scope, said).await?;
        shown.push(RisingTopic { key, name, rising, since, customers, quotes });
    }
    Ok(shown)
}

fn weeks_before(monday: Date, weeks: usize) -> Option<Date> {
    let weeks = i64::try_from(weeks).ok()?;
    monday.checked_sub(jiff::Span::new().try_weeks(weeks).ok()?).ok()
}

/// A topic's needs and all needs of each week.
fn batches(weeks: &[Date], topic: &BTreeMap<i64, i64>, all: &BTreeMap<i64, i64>) -> Vec<Batch> {
    let of = |counts: &BTreeMap<i64, i64>, week: &Date| {
        let n = counts.get(&commands::needs::days(*week)).copied().unwrap_or_default();
        u64::try_from(n).unwrap_or_default()
    };
    weeks.iter().map(|week| Batch { topic: of(topic, week), all: of(all, week) }).collect()
}

/// The languages in which customers are to be told that their need is met, with how many customers each; without one
/// for those of whom nobody knows it. Who was told already, or has a draft, is left out.
///
/// # Errors
/// See [`need`].
pub async fn to_be_told(
    conn: &mut Conn,
    scope: &Scope,
    whom: &commands::Whom,
) -> Result<BTreeMap<Option<Language>, usize>> {
    let which = match whom {
        commands::Whom::One(id) => ("id", id.as_str()),
        commands::Whom::Topic(key) => ("topic_key", key.as_str()),
    };
    let found = store::languages_of_needs(conn, scope, which, TOLD_MOST).await?;
    let count = |(language, people): (Option<Language>, BTreeSet<String>)| (language, people.len());
    Ok(found.into_iter().map(count).collect())
}
