//! Who is told of what happened, and as what. Each is told a fact once, by what concerns them most; nobody is told of
//! what they did themselves, or of what they may not see.

use base::{Action, Actor, Reach, Role, Scope, allowed};

use super::super::Kind;

/// What happened, as far as colleagues are told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Happened {
    /// It was given to a colleague.
    Given {
        /// To whom.
        to: String,
    },
    /// Its customer wrote, or somebody else who takes part.
    Written,
    /// Somebody answered in a side thread.
    Aside {
        /// Who began that.
        begun_by: Option<String>,
    },
    /// A note names colleagues.
    Named {
        /// Whom.
        staff: Vec<String>,
    },
    /// A colleague is asked to look at a draft.
    Asked {
        /// Who.
        to: String,
    },
    /// A reply did not arrive.
    CameBack {
        /// Whose.
        of: String,
    },
    /// A reply is due soon.
    DueSoon,
    /// A deadline is near, as the service policy has it.
    DeadlineNear,
    /// A reply or a solution is overdue.
    Overdue,
    /// A promise is to be kept soon.
    PromiseSoon {
        /// Who keeps it; without, those who lead.
        keeper: Option<String>,
    },
    /// A customer praised colleagues.
    Praised {
        /// Whom.
        staff: Vec<String>,
    },
    /// A promise is late.
    PromiseLate {
        /// Who keeps it; without, those who lead.
        keeper: Option<String>,
    },
    /// A rule tells colleagues.
    ByRule {
        /// Whom.
        staff: Vec<String>,
    },
    /// Rules were stopped.
    RuleStopped,
}

/// The conversation that it happened to, as it is by now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// Who has it.
    pub owner: Option<String>,
    /// Who follows it.
    pub followers: Vec<String>,
    /// The department that it belongs to.
    pub department: Option<String>,
}

/// A colleague who can be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ear {
    /// Staff id.
    pub id: String,
    /// What they may do.
    pub role: Role,
    /// How far they see.
    pub reach: Reach,
    /// Where they work.
    pub departments: Vec<String>,
}

impl Ear {
    fn sees(&self, department: Option<&str>) -> bool {
        let actor = Actor::Staff { id: self.id.clone(), role: self.role, reach: self.reach.clone() };
        match allowed(&actor, Action::ReadConversations) {
            Ok(Scope::All) => true,
            Ok(Scope::Departments(own)) => department.is_some_and(|one| own.iter().any(|id| id == one)),
            Ok(Scope::Own(_)) | Err(_) => false,
        }
    }

    /// Whether they answer for what belongs to a department: they run the business, and work there or nowhere.
    fn leads(&self, department: Option<&str>) -> bool {
        let runs = matches!(self.role, Role::Owner | Role::Admin);
        let there = department.is_none_or(|one| self.departments.iter().any(|id| id == one));
        runs && (self.departments.is_empty() || there)
    }

    /// As what they are told of it, if they are.
    fn hears(&self, what: &Happened, around: &Around) -> Option<Kind> {
        let me = self.id.as_str();
        let mine = around.owner.as_deref() == Some(me);
        match what {
            Happened::Given { to } => (to == me).then_some(Kind::Assigned),
            Happened::Asked { to } => (to == me).then_some(Kind::Draft),
            Happened::Written if mine => Some(Kind::Wrote),
            Happened::Written => around.followers.iter().any(|one| one == me).then_some(Kind::Followed),
            Happened::Aside { begun_by } => {
                let concerns = mine || begun_by.as_deref() == Some(me) || around.followers.iter().any(|one| one == me);
                concerns.then_some(Kind::Aside)
            }
            Happened::Named { staff } => staff.iter().any(|one| one == me).then_some(Kind::Mentioned),
            Happened::Praised { staff } => staff.iter().any(|one| one == me).then_some(Kind::Praise),
            Happened::CameBack { of } => (of == me).then_some(Kind::Undelivered),
            Happened::DueSoon => mine.then_some(Kind::Soon),
            Happened::DeadlineNear => {
                let leads = around.owner.is_none() && self.leads(around.department.as_deref());
                (mine || leads).then_some(Kind::Soon)
            }
            Happened::Overdue if mine => Some(Kind::Late),
            Happened::Overdue => self.leads(around.department.as_deref()).then_some(Kind::Lapse),
            Happened::PromiseSoon { keeper: Some(keeper) } => (keeper == me).then_some(Kind::Promise),
            Happened::PromiseSoon { keeper: None } => self.leads(around.department.as_deref()).then_some(Kind::Promise),
            Happened::PromiseLate { keeper } => {
                let keeps = keeper.as_deref() == Some(me);
                (keeps || self.leads(around.department.as_deref())).then_some(Kind::Broken)
            }
            Happened::ByRule { staff } => staff.iter().any(|one| one == me).then_some(Kind::Rule),
            Happened::RuleStopped => matches!(self.role, Role::Owner | Role::Admin).then_some(Kind::Fight),
        }
    }
}

/// Who is told, and as what. `by`: the colleague who did it, if one did.
#[must_use]
pub fn told<'a>(what: &Happened, by: Option<&str>, around: &Around, all: &'a [Ear]) -> Vec<(&'a str, Kind)> {
    let others = all.iter().filter(|ear| by != Some(ear.id.as_str()) && ear.sees(around.department.as_deref()));
    others.filter_map(|ear| Some((ear.id.as_str(), ear.hears(what, around)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ear(id: &str, role: Role) -> Ear {
        Ear { id: id.into(), role, reach: Reach::Everything, departments: Vec::new() }
    }

    fn house() -> Vec<Ear> {
        let repairs = || vec!["repairs".to_owned()];
        vec![
            ear("olga", Role::Owner),
            Ear { departments: repairs(), ..ear("anna", Role::Admin) },
            ear("ingrid", Role::Agent),
            Ear { departments: repairs(), ..ear("jonas", Role::Agent) },
            Ear { reach: Reach::Departments(repairs()), departments: repairs(), ..ear("sari", Role::Agent) },
            ear("lise", Role::Light),
        ]
    }

    fn around(owner: &str, followers: &[&str], department: &str) -> Around {
        Around {
            owner: Some(owner.to_owned()).filter(|owner| !owner.is_empty()),
            followers: followers.iter().map(|one| (*one).to_owned()).collect(),
            department: Some(department.to_owned()).filter(|one| !one.is_empty()),
        }
    }

    /// What happened, who did it, who is around, and who is told of it as what.
    type Row = (Happened, Option<&'static str>, Around, &'static [(&'static str, Kind)]);

    #[test]
    fn who_is_told_of_what() {
        use Kind::{
            Aside, Assigned, Broken, Draft, Followed, Lapse, Late, Mentioned, Promise, Soon, Undelivered, Wrote,
        };
        let named = |staff: &[&str]| Happened::Named { staff: staff.iter().map(|one| (*one).to_owned()).collect() };
        let by_rule = |staff: &[&str]| Happened::ByRule { staff: staff.iter().map(|one| (*one).to_owned()).collect() };
        let given = |to: &str| Happened::Given { to: to.into() };
        let asked = |to: &str| Happened::Asked { to: to.into() };
        let back = |of: &str| Happened::CameBack { of: of.into() };
        let aside = |by: &str| Happened::Aside { begun_by: Some(by.into()) };
        let soon = |keeper: Option<&str>| Happened::PromiseSoon { keeper: keeper.map(str::to_owned) };
        let broken = |keeper: Option<&str>| Happened::PromiseLate { keeper: keeper.map(str::to_owned) };
        let table: Vec<Row> = vec![
            (given("ingrid"), Some("olga"), around("ingrid", &[], ""), &[("ingrid", Assigned)]),
            (given("ingrid"), None, around("ingrid", &[], ""), &[("ingrid", Assigned)]),
            (by_rule(&["ingrid", "sari"]), None, around("jonas", &[], "orders"), &[("ingrid", Kind::Rule)]),
            (
                Happened::RuleStopped,
                None,
                around("ingrid", &["jonas"], "repairs"),
                &[("olga", Kind::Fight), ("anna", Kind::Fight)],
            ),
            // Who takes it is told nothing, and nobody else is.
            (given("ingrid"), Some("ingrid"), around("ingrid", &["jonas"], ""), &[]),
            // Whom it was given to does not see that department.
            (given("sari"), Some("olga"), around("sari", &[], "orders"), &[]),
            (given("sari"), Some("olga"), around("sari", &[], "repairs"), &[("sari", Assigned)]),
            (given("gone"), Some("olga"), around("gone", &[], ""), &[]),
            (asked("jonas"), Some("lise"), around("ingrid", &["sari"], ""), &[("jonas", Draft)]),
            (asked("jonas"), Some("jonas"), around("", &[], ""), &[]),
            (asked("sari"), Some("lise"), around("", &[], "orders"), &[]),
            (Happened::Written, None, around("", &[], ""), &[]),
            (
                Happened::Written,
                None,
                around("ingrid", &["ingrid", "lise", "sari"], ""),
                &[("ingrid", Wrote), ("lise", Followed)],
            ),
            (Happened::Written, None, around("", &["sari"], "repairs"), &[("sari", Followed)]),
            (
                named(&["lise", "jonas", "sari"]),
                Some("jonas"),
                around("ingrid", &["lise"], "orders"),
                &[("lise", Mentioned)],
            ),
            (back("ingrid"), None, around("jonas", &["olga"], ""), &[("ingrid", Undelivered)]),
            // An answer aside: who has it, who follows it, who asked; each once, and only who sees it.
            (
                aside("jonas"),
                None,
                around("ingrid", &["ingrid", "lise", "sari"], "orders"),
                &[("ingrid", Aside), ("jonas", Aside), ("lise", Aside)],
            ),
            (aside("gone"), None, around("", &[], ""), &[]),
            (Happened::DueSoon, None, around("jonas", &["olga"], ""), &[("jonas", Soon)]),
            (Happened::DueSoon, None, around("", &["olga"], ""), &[]),
            // By a policy its owner is warned; where nobody has it, those who lead there.
            (Happened::DeadlineNear, None, around("jonas", &["olga"], "repairs"), &[("jonas", Soon)]),
            (Happened::DeadlineNear, None, around("", &["ingrid"], "repairs"), &[("olga", Soon), ("anna", Soon)]),
            (Happened::DeadlineNear, None, around("", &[], "orders"), &[("olga", Soon)]),
            // Its owner, and those who lead there: who leads everything, and who leads that department.
            (
                Happened::Overdue,
                None,
                around("jonas", &[], "repairs"),
                &[("olga", Lapse), ("anna", Lapse), ("jonas", Late)],
            ),
            (Happened::Overdue, None, around("ingrid", &[], "orders"), &[("olga", Lapse), ("ingrid", Late)]),
            (Happened::Overdue, None, around("", &[], ""), &[("olga", Lapse), ("anna", Lapse)]),
            // A lead who has it is told once, as its owner.
            (Happened::Overdue, None, around("olga", &[], "orders"), &[("olga", Late)]),
            // Who keeps a promise, whoever has the conversation; where nobody does, those who lead there.
            (soon(Some("jonas")), None, around("ingrid", &["olga"], "repairs"), &[("jonas", Promise)]),
            (soon(Some("sari")), None, around("", &[], "orders"), &[]),
            (soon(None), None, around("ingrid", &[], "repairs"), &[("olga", Promise), ("anna", Promise)]),
            (broken(Some("jonas")), None, around("ingrid", &[], "orders"), &[("olga", Broken), ("jonas", Broken)]),
            (broken(Some("olga")), None, around("", &[], "orders"), &[("olga", Broken)]),
            (broken(None), None, around("ingrid", &[], ""), &[("olga", Broken), ("anna", Broken)]),
        ];
        let house = house();
        for (what, by, around, expected) in table {
            assert_eq!(told(&what, by, &around, &house), expected, "{what:?} by {by:?} {around:?}");
        }
    }

    #[test]
    fn nobody_hears_of_themselves_or_of_what_they_may_not_see_and_everybody_once() {
        let house = house();
        let ids: Vec<&str> = house.iter().map(|one| one.id.as_str()).collect();
        let whats = |one: &str| {
            let id = one.to_owned();
            [
                Happened::Given { to: id.clone() },
                Happened::Asked { to: id.clone() },
                Happened::Written,
                Happened::Aside { begun_by: Some(id.clone()) },
                Happened::Named { staff: ids.iter().map(|id| (*id).to_owned()).collect() },
                Happened::CameBack { of: id.clone() },
                Happened::PromiseSoon { keeper: Some(id.clone()) },
                Happened::PromiseSoon { keeper: None },
                Happened::PromiseLate { keeper: Some(id) },
                Happened::DueSoon,
                Happened::DeadlineNear,
                Happened::Overdue,
                Happened::ByRule { staff: ids.iter().map(|id| (*id).to_owned()).collect() },
                Happened::RuleStopped,
            ]
        };
        for owner in &ids {
            for by in ids.iter().map(|id| Some(*id)).chain([None]) {
                for department in ["", "repairs", "orders"] {
                    let around = around(owner, &ids, department);
                    for what in whats(owner) {
                        let told = told(&what, by, &around, &house);
                        let mut once: Vec<&str> = told.iter().map(|(id, _)| *id).collect();
                        once.sort_unstable();
                        once.dedup();
                        assert_eq!(once.len(), told.len());
                        for (id, _) in told {
                            assert_ne!(Some(id), by, "{what:?}");
                            assert!(id != "sari" || department == "repairs", "{what:?} in {department}");
                        }
                    }
                }
            }
        }
    }
}
