//! Goes through the log, and keeps what counts of every conversation that something happened to. The cursor moves in
//! the transaction of what is kept.

use std::collections::BTreeSet;
use std::time::Duration;

use base::{Instant, Scope};
use conversations::events::ConversationEvent;
use conversations::{ConversationId, Group, queries, settings};
use jiff::tz::TimeZone;
use platform::log::{self, Place, Recorded};
use platform::{Conn, Platform, Result, vals};
use tokio::sync::watch;

use super::rules::facts::{Case, Fact, told};
use super::rules::period::number;
use super::{READER, store};

/// How long the reader sleeps when no bell rings.
const NAP: Duration = Duration::from_secs(1);
/// Facts that come together are read together: how long it is waited for more of them.
const GATHER: Duration = Duration::from_millis(500);
/// Facts read at once.
const MOST: i64 = 400;
/// Facts of one conversation that are looked at.
const HISTORY: i64 = 10_000;
/// Goes up when the rules change, so that everything is counted again.
const EDITION: i64 = 3;

/// Reads until `stop` becomes true.
///
/// # Errors
/// Never so far: failures are waited out.
pub async fn run(p: Platform, mut stop: watch::Receiver<bool>) -> Result<()> {
    let mut ear = p.wake.ear();
    while !*stop.borrow() {
        ear.mark_unchanged();
        match read_some(&p).await {
            Ok(true) => continue,
            Ok(false) => {}
            Err(fault) => tracing::warn!(error = %fault.chain(), "reports cannot read the log; trying again"),
        }
        tokio::select! {
            _ = ear.changed() => tokio::time::sleep(GATHER).await,
            _ = stop.changed() => {}
            () = tokio::time::sleep(NAP) => {}
        }
    }
    Ok(())
}

/// Reads what is there, some of it; answers whether there may be more.
///
/// # Errors
/// When the log cannot be read or what counts cannot be written.
pub async fn read_some(p: &Platform) -> Result<bool> {
    let mut conn = p.db.read().await?;
    let zone = settings::business(&mut conn).await?.zone;
    if !store::zone(&mut conn, &zone, EDITION).await? {
        drop(conn);
        begin_again(p, &zone).await?;
        return Ok(true);
    }
    let place = log::cursor(&mut conn, READER).await?;
    let facts = log::after(&mut conn, place, MOST).await?;
    let Some(last) = facts.last() else { return Ok(false) };
    let hours = settings::clock_policy(&mut conn).await?.calendar;
    let mut rows = Vec::new();
    // Whatever happens to one of these meanwhile is read next time, and all of its history with it.
    for id in touched(&mut conn, &facts).await? {
        let row = row(&mut conn, &id, hours.as_ref()).await?;
        rows.push((id.to_string(), row));
    }
    drop(conn);
    let mut tx = p.begin().await?;
    // One node writes at a time: the others wait here and then see that it was done.
    tx.run("UPDATE event_cursor SET reader = reader WHERE reader = $1", vals![READER]).await?;
    if log::cursor(&mut tx, READER).await? != place {
        return Ok(true);
    }
    let zone = TimeZone::get(&zone).unwrap_or(TimeZone::UTC);
    store::put(&mut tx, &rows, &|at: Instant| number(at.to_zoned(zone.clone()).date())).await?;
    log::advance(&mut tx, READER, last.place).await?;
    tx.commit().await?;
    Ok(facts.len() == usize::try_from(MOST).unwrap_or(usize::MAX))
}

/// Everything is counted from the beginning: for the first time, after a change of the rules, or since the days of
/// the business begin at another moment.
async fn begin_again(p: &Platform, zone: &str) -> Result<()> {
    let mut tx = p.begin().await?;
    log::advance(&mut tx, READER, Place::default()).await?;
    store::forget(&mut tx, zone, EDITION).await?;
    tx.commit().await
}

/// The conversations that these facts are about.
async fn touched(conn: &mut Conn, facts: &[Recorded]) -> Result<BTreeSet<ConversationId>> {
    let mut all = BTreeSet::new();
    for fact in facts {
        match fact.subject.split_once(':') {
            Some(("conversation", id)) => all.extend(id.parse().ok()),
            // What bore a tag bears another now, or none.
            Some(("tag", id)) if !["tag.made", "tag.changed"].contains(&fact.kind.as_str()) => {
                let tagged = store::tagged_with(conn, id).await?;
                all.extend(tagged.iter().filter_map(|id| id.parse::<ConversationId>().ok()));
            }
            _ => {}
        }
    }
    // Whoever comes again was not helped the first time, or comes with something else.
    let again = ["conversation.opened", "conversation.tagged", "conversation.untagged"];
    for fact in facts.iter().filter(|fact| again.contains(&fact.kind.as_str())) {
        if let Some(Ok(id)) = fact.subject.strip_prefix("conversation:").map(str::parse::<ConversationId>) {
            all.extend(queries::solved_before(conn, &id).await?);
        }
    }
    Ok(all)
}

/// When it was solved or closed last, as far as its history says.
fn solved(facts: &[Fact]) -> Option<Instant> {
    let closes = |fact: &&Fact| {
        matches!(&fact.event, ConversationEvent::StateChanged { from, to, .. }
            if to.group() == Group::Closed && from.group() != Group::Closed)
    };
    facts.iter().rev().find(closes).map(|fact| fact.at)
}

/// What counts of a conversation by now; nothing when it is no matter of its own.
async fn row(
    conn: &mut Conn,
    id: &ConversationId,
    hours: Option<&base::calendar::Calendar>,
) -> Result<Option<store::Row>> {
    let Some(found) = queries::find(conn, &Scope::All, id).await? else { return Ok(None) };
    let merged = queries::where_merged(conn, id).await? != *id;
    let facts = log::history(conn, &format!("conversation:{id}"), HISTORY).await?;
    let facts: Vec<Fact> = facts
        .into_iter()
        .filter_map(|fact| Some(Fact { at: fact.at, event: fact.read()?, actor: fact.actor }))
        .collect();
    let owner = found.assignee.as_ref().map(ToString::to_string).unwrap_or_default();
    let policy = found.goes_by.as_ref().map(|by| by.policy.to_string()).unwrap_or_default();
    let told = told(&Case {
        opened_at: found.created_at,
        owner: &owner,
        policy: &policy,
        done: found.state.group() == Group::Closed,
        merged,
        outcome: queries::ended(conn, id).await?.outcome,
        again: queries::came_again(conn, &found, solved(&facts)).await?,
        facts: &facts,
        hours,
    });
    if told.entries.is_empty() {
        return Ok(None);
    }
    let tags = queries::tags_of(conn, &[id]).await?.remove(id).unwrap_or_default();
    Ok(Some(store::Row {
        department: found.department.map(|id| id.to_string()).unwrap_or_default(),
        staff: owner,
        policy,
        mailbox: queries::mailbox_of(conn, id).await?.unwrap_or_default(),
        language: found.language.map(|language| language.code().to_owned()).unwrap_or_default(),
        tags: tags.into_iter().map(|tag| tag.id.to_string()).collect(),
        told,
    }))
}
