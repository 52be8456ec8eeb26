//! What Brekkesund brought along on its first day: customers from a table, and conversations of its old desk. Taken in by
//! the product's own commands, with what cannot be taken in told in the reports.

use base::Language;
use channels::moving;
use people::import::{self, State, Wanted};
use people::staff::Staff;
use people::{Answer, Failure};
use platform::{Context, Fault, Platform, Result};

use super::driver::Driver;

const CUSTOMERS: &str = include_str!("moved-customers.csv");
const CONVERSATIONS: &str = include_str!("moved-conversations.jsonl");
/// What the old desk was called.
const SOURCE: &str = "Gammel innboks";

/// Takes both in: the customers by the newcomer, the conversations by the owner, as only owners move a business.
///
/// # Errors
/// When a file is refused, or the data cannot be written.
pub async fn take_in(driver: &Driver) -> Result<()> {
    let named = |key: &str| driver.colleague(key).context(format!("nobody is called {key}"));
    customers(driver, named("ingrid")?).await?;
    conversations(driver, named("torarne")?).await
}

async fn customers(driver: &Driver, who: &Staff) -> Result<()> {
    let p = driver.platform();
    let brought = told(brought(p, who).await)?;
    let mut tx = p.begin().await?;
    told(import::start(&mut tx, &who.actor(), &brought.id).await)?;
    tx.commit().await?;
    driver.settle(import::LANE).await?;
    let it = told(import::load(&mut p.db.read().await?, &who.actor(), &brought.id).await)?;
    ended(it.state, "the customers")
}

async fn brought(p: &Platform, who: &Staff) -> Answer<import::Import> {
    let mut upload = import::Upload::begin(p, who, "kunder.csv").await?;
    upload.push(CUSTOMERS.as_bytes()).await?;
    upload.end(Language::Nb, &Wanted::default()).await
}

async fn conversations(driver: &Driver, who: &Staff) -> Result<()> {
    let (p, actor) = (driver.platform(), who.actor());
    let mut upload = moving::Upload::begin(p, &actor, "innboks.jsonl", SOURCE).await?;
    upload.push(CONVERSATIONS.as_bytes()).await?;
    let brought = upload.end(None).await?;
    let mut tx = p.begin().await?;
    moving::start(&mut tx, &actor, &brought.id).await?;
    tx.commit().await?;
    driver.settle(moving::JOBS_LANE).await?;
    let it = moving::load(&mut p.db.read().await?, &actor, &brought.id).await?;
    ended(it.state, "the old conversations")
}

fn ended(state: State, what: &str) -> Result<()> {
    if state == State::Done { Ok(()) } else { Err(Fault::new(format!("{what} are not taken in: {}", state.code()))) }
}

fn told<T>(answer: Answer<T>) -> Result<T> {
    answer.map_err(|failure| match failure {
        Failure::Refused(refusal) => Fault::new(format!("a file of customers: {}", refusal.message())),
        Failure::Fault(fault) => fault,
    })
}

#[cfg(test)]
mod tests {
    use base::Instant;
    use serde_json::Value;

    use super::*;
    use crate::demo::cast::{Cast, colleague_of};

    #[test]
    fn nobody_who_was_brought_along_plays_a_part_in_the_story() {
        let cast = Cast::new(7, 2_000);
        let rows: Vec<Vec<&str>> = CUSTOMERS.lines().skip(1).map(|line| line.split(';').collect()).collect();
        assert_eq!(rows.len(), 12);
        for row in &rows {
            assert_eq!(row.len(), 5, "{row:?}");
            let (name, address) = (row[0], row[1]);
            assert!(cast.customers.iter().all(|one| one.name != name && one.address != address), "{name}");
        }
        assert!(colleague_of("ingrid").is_some() && colleague_of("torarne").is_some());
    }

    #[test]
    fn the_old_conversations_were_over_before_the_story_begins() {
        let begins: Instant = "2026-06-01T00:00:00Z".parse().expect("a time");
        let lines: Vec<Value> =
            CONVERSATIONS.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect();
        assert_eq!(lines.len(), 9);
        let known = |address: &str| CUSTOMERS.contains(&format!(";{address};"));
        for line in &lines {
            let said = line["messages"].as_array().expect("messages");
            let dates = said.iter().map(|one| &one["at"]).chain([&line["created_at"], &line["closed_at"]]);
            for at in dates.filter_map(Value::as_str) {
                assert!(at.parse::<Instant>().expect("a time") < begins, "{at}");
            }
            assert!(line["customer"]["email"].as_str().is_none_or(known), "{line}");
        }
    }
}
