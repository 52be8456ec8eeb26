//! When colleagues of the demo are away and how much they take, who works in the workshop, and that it gives out by turns
//! what is new; set by the product's own commands.

use std::collections::BTreeMap;

use base::{Actor, Instant, Language};
use conversations::commands;
use conversations::rules::recurring::{Every, Plan, WhenClosed};
use conversations::{Beginning, Lacking, Template, TurnNeed, TurnNeedOf, TurnOrder};
use jiff::ToSpan;
use people::absence::{self, NewAbsence};
use people::staff::Staff;
use people::workload::{self, Workload};
use people::{DepartmentId, Failure, StaffId, department, skill};
use platform::{Context, Fault, Platform, Result};

/// Who, from which day on (counted from the demo's first), for how many days, and who stands in. Nobody of whom the
/// story has answers on these days.
const AWAY: [(&str, i64, i64, Option<&str>); 2] = [("petra", -1, 4, None), ("torarne", 33, 14, Some("ingrid"))];

/// Who takes how much: open conversations at most, and which part of a position they fill.
const TAKES: [(&str, Option<i64>, i64); 4] =
    [("amund", Some(12), 50), ("jonas", Some(25), 100), ("mette", Some(30), 100), ("torarne", Some(3), 10)];

/// Who writes which languages; of the others nobody has said.
const WRITES: [(&str, &[Language]); 2] =
    [("ingrid", &[Language::En, Language::Nb, Language::Da]), ("petra", &[Language::En, Language::Sv])];

/// What not everybody can, and who can: what comes to the workshop needs it.
const SKILL: (&str, [&str; 3]) = ("Motor", ["amund", "jonas", "mette"]);

/// Who answers for a few hours every other week.
const EVERYBODY: [&str; 5] = ["amund", "ingrid", "jonas", "mette", "petra"];

/// The department that gives out by turns, and who works there.
const WORKSHOP: (&str, [&str; 3]) = ("Verksted", ["amund", "jonas", "mette"]);

/// Plans and sets all of it; answers the workshop.
///
/// # Errors
/// When the data cannot be written, or one of them is refused.
pub async fn plan(p: &Platform, staff: &BTreeMap<&'static str, Staff>) -> Result<DepartmentId> {
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
    let actor = named("torarne")?.actor();
    let (name, members) = WORKSHOP;
    let workshop = department::make(&mut tx, &actor, name).await.map_err(|failure| refused(failure, name))?.id;
    let members: Vec<StaffId> =
        members.into_iter().map(|key| named(key).map(|one| one.id.clone())).collect::<Result<_>>()?;
    let set = department::set(&mut tx, &actor, &workshop, name, &members).await;
    set.map_err(|failure| refused(failure, name))?;
    for (who, writes) in WRITES {
        let set = skill::set_writes(&mut tx, &Actor::System, &named(who)?.id, writes).await;
        set.map_err(|failure| refused(failure, who))?;
    }
    let (can, those) = SKILL;
    let motor = skill::make(&mut tx, &actor, can).await.map_err(|failure| refused(failure, can))?.id;
    for who in those {
        let set = skill::set_skills(&mut tx, &Actor::System, &named(who)?.id, std::slice::from_ref(&motor)).await;
        set.map_err(|failure| refused(failure, who))?;
    }
    tx.commit().await?;
    let need = TurnNeed { of: TurnNeedOf::Department(workshop.to_string()), skill: motor };
    let needed = commands::set_turn_need(p, &actor, need, true).await;
    needed.map_err(|error| Fault::new(format!("{can}: {error}")))?;
    let lacking = commands::set_lacking(p, &actor, true, Lacking::Anyone).await;
    lacking.map_err(|error| Fault::new(format!("{can}: {error}")))?;
    let on = commands::set_turns(p, &actor, Some(&workshop), Some(TurnOrder::Least)).await;
    on.map_err(|error| Fault::new(format!("{name}: {error}")))?;
    let members =
        EVERYBODY.into_iter().map(|key| named(key).map(|one| (one.id.clone(), None))).collect::<Result<Vec<_>>>()?;
    let rota = commands::set_rota(p, &actor, 3, "", &members).await;
    rota.map_err(|error| Fault::new(format!("{name}: {error}")))?;
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
    Ok(workshop)
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
