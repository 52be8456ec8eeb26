//! The company's turns as they stand: who is on duty in the weeks to come.

use base::{Instant, Scope};
use jiff::ToSpan;
use jiff::civil::Date;
use people::StaffId;
use people::absence::{self, Absence};
use people::staff::Staff;
use platform::{Conn, Result};

use crate::rules::rota::{away_in_week, is_odd, monday, on_duty};
use crate::settings::Rota;
use crate::{settings, store};

/// Weeks that are shown, this one among them.
pub const ROTA_WEEKS: usize = 12;

/// The weeks to come.
#[derive(Clone, Debug)]
pub struct RotaAhead {
    /// As it is set.
    pub rota: Rota,
    /// Everybody who may take part, by name.
    pub staff: Vec<Staff>,
    /// The weeks, this one first.
    pub weeks: Vec<RotaWeek>,
}

/// One week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RotaWeek {
    /// Its Monday.
    pub monday: Date,
    /// Who is on duty.
    pub on_duty: Vec<StaffId>,
    /// Who gave it to whom.
    pub swaps: Vec<(StaffId, StaffId)>,
    /// Whose week it was to be, and who is away.
    pub away: Vec<StaffId>,
}

impl RotaAhead {
    /// What somebody is called.
    #[must_use]
    pub fn name(&self, id: &StaffId) -> &str {
        self.staff.iter().find(|one| one.id == *id).map_or("", |one| &one.name)
    }

    /// The weeks in which somebody is on duty.
    pub fn of<'a>(&'a self, who: &'a StaffId) -> impl Iterator<Item = &'a RotaWeek> {
        self.weeks.iter().filter(move |week| week.on_duty.contains(who))
    }
}

/// The weeks to come, in the business's zone.
///
/// # Errors
/// When the tables cannot be read.
pub async fn rota_ahead(conn: &mut Conn, now: Instant) -> Result<RotaAhead> {
    let today = absence::today(conn, now).await?;
    let first = monday(today);
    let mut rota = settings::rota(conn).await?;
    let mut staff = people::staff::all(conn, &Scope::All).await?;
    staff.retain(|one| one.disabled_at.is_none());
    staff.sort_by_cached_key(|one| (one.name.to_lowercase(), one.id.clone()));
    // Who is gone takes no part, and is no longer told of.
    rota.members.retain(|(id, _)| staff.iter().any(|one| one.id == *id));
    let absences = absence::to_come(conn, today).await?;
    let swaps = store::swaps(conn, first).await?;
    let weeks = first.series(7.days()).take(ROTA_WEEKS).map(|monday| week(monday, &rota, &absences, &swaps)).collect();
    Ok(RotaAhead { rota, staff, weeks })
}

fn week(monday: Date, rota: &Rota, absences: &[Absence], swaps: &[(Date, StaffId, StaffId)]) -> RotaWeek {
    let is_away = |who: &StaffId| {
        let theirs = |day: Date| absences.iter().any(|one| one.staff == *who && one.holds(day));
        away_in_week(monday, theirs)
    };
    let odd = is_odd(monday);
    let swaps: Vec<_> = swaps
        .iter()
        .filter(|(week, _, _)| *week == monday)
        .map(|(_, gives, takes)| (gives.clone(), takes.clone()))
        .collect();
    let away = rota.members.iter().filter(|(who, theirs)| *theirs == odd && is_away(who)).map(|(who, _)| who.clone());
    RotaWeek { monday, on_duty: on_duty(&rota.members, odd, is_away, &swaps), away: away.collect(), swaps }
}
