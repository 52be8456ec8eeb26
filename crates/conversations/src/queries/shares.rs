//! How evenly turns went round: for each department who got how many, and why others were passed over.

use std::collections::HashMap;

use base::{Instant, Scope};
use jiff::ToSpan;
use people::department::Department;
use people::{StaffId, workload};
use platform::{Conn, Result};

use crate::rules::fairness::{counts, jain, per_position};
use crate::settings::Turns;
use crate::store::TurnsCounted;
use crate::{commands, settings, store};

/// Most days that are looked back on.
pub const SHARE_DAYS_MAX: i64 = 365;

/// How turns went round in a department, or with what belongs to none.
#[derive(Clone, Debug)]
pub struct Shares {
    /// The department; none for what belongs to none.
    pub department: Option<Department>,
    /// Turns that were given out.
    pub turns: i64,
    /// What everybody got, by name.
    pub all: Vec<Share>,
    /// Jain's index of what everybody got who counts, for their part of a position.
    pub jain: Option<f64>,
    /// How many count.
    pub n: usize,
}

/// What somebody got.
#[derive(Clone, Debug)]
pub struct Share {
    /// Who.
    pub id: StaffId,
    /// What they are called.
    pub name: String,
    /// Which part of a whole position they fill, in hundredths.
    pub weight: i64,
    /// Turns, and why they were passed over.
    pub counted: TurnsCounted,
    /// Turns for a whole position.
    pub per_position: f64,
    /// Whether they count when turns are compared.
    pub counts: bool,
}

/// Of the last `days` days, today among them, in the business's zone: departments in which a turn was given out. `of` is
/// the colleague whose own shares alone are told, without the index.
///
/// # Errors
/// When the tables cannot be read.
pub async fn turn_shares(conn: &mut Conn, now: Instant, days: i64, of: Option<&StaffId>) -> Result<Vec<Shares>> {
    let zone = commands::zone_of(&settings::business(conn).await?);
    let back = days.clamp(1, SHARE_DAYS_MAX) - 1;
    let first = now.to_zoned(zone).date().saturating_sub(back.days());
    let counted = store::turns_since(conn, first).await?;
    let weights = workload::all(conn).await?;
    let staff = people::staff::all(conn, &Scope::All).await?;
    let departments = people::department::all(conn).await?;
    let mut found = Vec::new();
    for department in std::iter::once(None).chain(departments.into_iter().map(Some)) {
        let id = department.as_ref().map(|one| &one.id);
        let turns = one(&counted, Turns::key(id), "").given;
        if turns == 0 {
            continue;
        }
        let mut all = Vec::new();
        for member in &staff {
            let share = one(&counted, Turns::key(id), member.id.as_str());
            let stands = member.disabled_at.is_none()
                && id.is_none_or(|id| member.departments.contains(id))
                && crate::rules::departments::works_on(&member.actor(), id);
            if !stands && share == TurnsCounted::default() {
                continue;
            }
            let weight = weights.get(&member.id).copied().unwrap_or_default().weight;
            all.push(Share {
                id: member.id.clone(),
                name: member.name.clone(),
                weight,
                per_position: per_position(share.given, weight),
                counts: counts(share.given, share.passed_over(), turns),
                counted: share,
            });
        }
        all.sort_by_cached_key(|share| (share.name.to_lowercase(), share.id.clone()));
        let compared: Vec<f64> = all.iter().filter(|share| share.counts).map(|share| share.per_position).collect();
        let (mut index, n) = (jain(&compared), compared.len());
        if let Some(me) = of {
            all.retain(|share| share.id == *me);
            index = None;
        }
        if of.is_none() || !all.is_empty() {
            found.push(Shares { department, turns, all, jain: index, n });
        }
    }
    Ok(found)
}

fn one(counted: &HashMap<(String, String), TurnsCounted>, department: &str, staff: &str) -> TurnsCounted {
    counted.get(&(department.to_owned(), staff.to_owned())).cloned().unwrap_or_default()
}
