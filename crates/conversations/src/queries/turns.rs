//! The lines in which colleagues stand for what comes in: one for each department that gives it out by turns, and one for
//! what belongs to none.

use base::{Instant, Language, Scope};
use people::department::Department;
use people::skill::{self, Abilities, Skill};
use people::staff::{Colleague, Staff};
use people::{DepartmentId, absence, workload};
use platform::{Conn, Result};

use crate::model::TurnOrder;
use crate::rules::departments::works_on;
use crate::rules::turns::{Candidate, in_line, speaks};
use crate::settings::Turns;
use crate::{settings, store};

/// The line of one department, or of what belongs to none.
#[derive(Clone, Debug)]
pub struct Line {
    /// The department; none for what belongs to none.
    pub department: Option<Department>,
    /// In which order it gives out by turns; nothing where it does not.
    pub order: Option<TurnOrder>,
    /// Who stands in it: who is next first, those who are passed over last.
    pub line: Vec<Standing>,
}

/// Somebody in a line.
#[derive(Clone, Debug)]
pub struct Standing {
    /// Who, and how they stand.
    pub of: Candidate,
    /// When they had their last turn, business time.
    pub last_at: Option<Instant>,
}

/// Everybody's figures, read once for all lines.
struct Figures {
    staff: Vec<Staff>,
    all: Vec<(Candidate, Option<Instant>)>,
}

impl Figures {
    async fn read(conn: &mut Conn, now: Instant) -> Result<Self> {
        let mut staff = people::staff::all(conn, &Scope::All).await?;
        staff.retain(|one| one.disabled_at.is_none());
        let workloads = workload::all(conn).await?;
        let today = absence::today(conn, now).await?;
        let absences = absence::to_come(conn, today).await?;
        let (open, last) = (store::open_work(conn).await?, store::last_turns(conn).await?);
        let all = staff.iter().map(|one| {
            let turn = last.get(&one.id);
            let candidate = Candidate {
                id: one.id.clone(),
                name: one.name.clone(),
                open: open.get(one.id.as_str()).copied().unwrap_or(0),
                workload: workloads.get(&one.id).copied().unwrap_or_default(),
                last: turn.map_or(0, |(number, _)| *number),
                away_until: absence::away_until(absences.iter().filter(|away| away.staff == one.id), today),
                able: false,
                skilled: true,
                speaks: true,
            };
            (candidate, turn.map(|(_, at)| *at))
        });
        let all = all.collect();
        Ok(Self { staff, all })
    }

    /// Those who work in a department; for what belongs to none, all.
    fn of(&self, department: Option<&DepartmentId>) -> Vec<Candidate> {
        let of = |staff: &Staff| department.is_none_or(|id| staff.departments.contains(id));
        let both = self.staff.iter().zip(&self.all).filter(|(staff, _)| of(staff));
        let able = |staff: &Staff| works_on(&staff.actor(), department);
        both.map(|(staff, (one, _))| Candidate { able: able(staff), ..one.clone() }).collect()
    }

    fn line(&self, department: Option<&DepartmentId>, order: TurnOrder) -> Vec<Standing> {
        let last_at = |one: &Candidate| self.all.iter().find(|(other, _)| other.id == one.id).and_then(|(_, at)| *at);
        in_line(self.of(department), order).into_iter().map(|of| Standing { last_at: last_at(&of), of }).collect()
    }
}

/// Every line: that of what belongs to no department first, then the open departments by name.
///
/// # Errors
/// When the tables cannot be read; so for all here.
pub async fn turns(conn: &mut Conn, now: Instant) -> Result<Vec<Line>> {
    let rules: Turns = settings::turns(conn).await?;
    let figures = Figures::read(conn, now).await?;
    let departments = people::department::all(conn).await?.into_iter().filter(|one| one.closed_at.is_none());
    let lines = std::iter::once(None).chain(departments.map(Some)).map(|department| {
        let id = department.as_ref().map(|one| &one.id);
        let order = rules.of(id);
        Line { order, line: figures.line(id, order.unwrap_or_default()), department }
    });
    Ok(lines.collect())
}

/// Says of each colleague whether they have as much as they take.
///
/// # Errors
/// See [`turns`].
pub async fn mark_full(conn: &mut Conn, mut colleagues: Vec<Colleague>) -> Result<Vec<Colleague>> {
    let workloads = workload::all(conn).await?;
    if workloads.values().all(|one| one.cap.is_none()) {
        return Ok(colleagues);
    }
    let open = store::open_work(conn).await?;
    for one in &mut colleagues {
        let cap = workloads.get(&one.id).and_then(|workload| workload.cap);
        one.full = cap.is_some_and(|cap| open.get(one.id.as_str()).copied().unwrap_or(0) >= cap);
    }
    Ok(colleagues)
}

/// Who could get what comes to a department, or to none, with everything that decides it. What everybody can is read only
/// where something is needed.
///
/// # Errors
/// See [`turns`].
pub(crate) async fn candidates_of(
    conn: &mut Conn,
    department: Option<&DepartmentId>,
    now: Instant,
    (skills, language): (&[Skill], Option<Language>),
) -> Result<Vec<Candidate>> {
    let mut all = Figures::read(conn, now).await?.of(department);
    if skills.is_empty() && language.is_none() {
        return Ok(all);
    }
    let (abilities, nothing) = (skill::abilities(conn).await?, Abilities::default());
    for one in &mut all {
        let can = abilities.get(&one.id).unwrap_or(&nothing);
        one.skilled = skills.iter().all(|skill| can.skills.contains(&skill.id));
        one.speaks = speaks(&can.writes, language);
    }
    Ok(all)
}
