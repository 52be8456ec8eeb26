//! When colleagues of the demo are away and how much they take, set by the product's own commands.

use std::collections::BTreeMap;

use base::{Actor, Instant};
use conversations::commands;
use conversations::rules::recurring::{Every, Plan, WhenClosed};
use conversations::{Beginning, Template};
use jiff::ToSpan;
use people::absence::{self, NewAbsence};
use people::staff::Staff;
use people::workload::{self, Workload};
use people::{Failure, StaffId};
use platform::{Context, Fault, Platform, Result};

/// Who, from which day on (counted from the demo's first), for how many days, and who stands in. Nobody of whom the
/// story has answers on these days.
const AWAY: [(&str, i64, i64, Option<&str>); 2] = [("petra", -1, 4, None), ("torarne", 33, 14, Some("ingrid"))];

/// Who takes how much: open conversations at most, and which part of a position they fill.
const TAKES: [(&str, Option<i64>, i64); 3] =
    [("amund", Some(12), 50), ("mette", Some(30), 100), ("torarne", Some(3), 10)];

/// Plans and sets both.
///
/// # Errors
/// When the data cannot be written, or one of them is refused.
pub async fn plan(p: &Platform, staff: &BTreeMap<&'static str, Staff>) -> Result<()> {
    let named = |key: &str| staff.get(key).context(format!("nobody is called {key}"));
    let mut tx = p.begin().await?;
    let now: Instant = tx.now();
    let today = absence::today(&mut tx, now).await?;
    for (who, from, days, deputy) in AWAY {
        let one = named(who)?;
        let first = today.saturating_add(from.days());
        let deputy: Option<StaffId> = deputy.map(|key| named(key).map(|one| one.id.clone())).transpose()?;
        let new = NewAbsence { first, last: first.saturating_add((days - 1).days()), deputy };
        let planned = absence::plan(&mut tx, &one.actor(), &one.id, new).await;
        planned.map_err(|failure| refused(failure, who))?;
    }
    for (who, cap, weight) in TAKES {
        let set = workload::set(&mut tx, &Actor::System, &named(who)?.id, Workload { cap, weight }).await;
        set.map_err(|failure| refused(failure, who))?;
    }
    tx.commit().await?;
    let actor = named("torarne")?.actor();
    for (subject, body, tags, owner, plan) in recurring() {
        let owner = Some(named(owner)?.id.clone());
        let template = Template {
            subject: subject.to_owned(),
            person: None,
            beginning: Beginning::Note,
            body: body.to_owned(),
            tags: vec![tags.to_owned()],
            owner,
            department: None,
            checklist: None,
            plan,
            on: true,
        };
        let made = commands::make_recurring(p, &actor, template).await;
        made.map_err(|error| Fault::new(format!("{subject}: {error}")))?;
    }
    Ok(())
}

/// What recurs: subject, text, tags, whose it is, when. None of it begins on the days that the story tells.
fn recurring() -> [(&'static str, &'static str, &'static str, &'static str, Plan); 2] {
    let at = jiff::civil::time(8, 0, 0, 0);
    [
        (
            "Telle reservedelslageret",
            "Tell hyllene i verkstedet og bestill det som mangler.",
            "lager",
            "amund",
            Plan { every: Every::Month { day: 31 }, at, closed: WhenClosed::Previous },
        ),
        (
            "Fornye avtalen om vinterlagring",
            "Ring Havnelageret og avtal plass til vinteren.",
            "avtale",
            "torarne",
            Plan { every: Every::Year { month: 9, day: 1 }, at, closed: WhenClosed::Next },
        ),
    ]
}

fn refused(failure: Failure, who: &str) -> Fault {
    match failure {
        Failure::Refused(refusal) => Fault::new(format!("{who}: {}", refusal.message())),
        Failure::Fault(fault) => fault,
    }
}
