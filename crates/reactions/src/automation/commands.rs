//! Rules made, changed, arranged, switched, removed and brought back.

use base::{Action, Actor, Forbidden, Scope, allowed};
use conversations::rules::states::Refusal as Refused;
use conversations::{Condition, GiveTo, MacroAct, RuleAct, TellTo};
use jiff::SignedDuration;
use people::StaffId;
use people::staff::Staff;
use platform::{Conn, Fault, Platform, Tx, log, settings};

use super::store::{self, wakes};
use super::{ACTS_MAX, MOST, Order, READER, Rule, RuleEvent, RuleId, Spec, Trigger};

/// How long a removal can be taken back.
const KEPT: SignedDuration = SignedDuration::from_hours(24 * 30);
/// The setting that says how rules for what happens are gone through.
const ORDER: &str = "automation.order";

/// Why a command did not happen.
#[derive(Debug)]
pub enum Failure {
    /// The actor may not do this.
    Forbidden,
    /// There is no such thing.
    NotFound,
    /// A person can mend it: the field, and what is wrong with it.
    Refused(&'static str, Refusal),
    /// Nobody's mistake at the keyboard.
    Fault(Fault),
}

/// What is wrong with a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// As conversations say it: conditions, colleagues, departments.
    Of(Refused),
    /// It has no name.
    NoName,
    /// It does nothing.
    NoActs,
    /// It does more than anybody oversees.
    TooManyActs,
    /// Its conditions ask who looks, and nobody does.
    Personal,
    /// Its macro is gone, or does not write to customers.
    NoReply,
    /// It is solved and put away at once.
    SolvedAway,
    /// There are so many rules.
    TooMany,
}

impl Refusal {
    /// The translated sentence for people.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Of(refusal) => refusal.message(),
            Self::NoName => "rules-no-name",
            Self::NoActs => "rules-no-acts",
            Self::TooManyActs => "rules-too-many-acts",
            Self::Personal => "rules-personal",
            Self::NoReply => "rules-no-reply",
            Self::SolvedAway => "refusal-solved-away",
            Self::TooMany => "rules-too-many",
        }
    }

    /// In English, for programs.
    #[must_use]
    pub fn detail(self) -> String {
        match self {
            Self::Of(refusal) => refusal.to_string(),
            Self::NoName => "has no name".to_owned(),
            Self::NoActs => "does nothing".to_owned(),
            Self::TooManyActs => format!("does more than {ACTS_MAX} things"),
            Self::Personal => "asks who looks, and nobody does: no me, followed or mentioned".to_owned(),
            Self::NoReply => "names no macro that everybody sees and that writes to customers".to_owned(),
            Self::SolvedAway => "is solved and put away at once".to_owned(),
            Self::TooMany => format!("there are {MOST} rules already"),
        }
    }
}

/// What commands answer.
pub type Answer<T> = Result<T, Failure>;

impl From<Forbidden> for Failure {
    fn from(_: Forbidden) -> Self {
        Self::Forbidden
    }
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

/// A rule as somebody wants it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewRule {
    /// What it is.
    pub spec: Spec,
    /// Whether it is on from the beginning.
    pub enabled: bool,
}

/// The colleague who acts and answers for what they save. Only colleagues write rules.
fn behalf(actor: &Actor) -> Answer<StaffId> {
    let _all = allowed(actor, Action::ManageSettings)?;
    let id = actor.staff_id().and_then(|id| id.parse().ok());
    id.ok_or(Failure::Forbidden)
}

/// What somebody wants, if there can be such a rule.
async fn checked(conn: &mut Conn, wanted: Spec, me: &StaffId) -> Answer<Spec> {
    let refused = |field, why| Failure::Refused(field, why);
    let of = |field| move |why| Failure::Refused(field, Refusal::Of(why));
    let name = conversations::rules::views::name(&wanted.name).map_err(|_| refused("name", Refusal::NoName))?;
    let when: Condition = conversations::rules::views::checked(&wanted.when).map_err(of("conditions"))?;
    if when.is_personal() {
        return Err(refused("conditions", Refusal::Personal));
    }
    let acts = wanted.acts;
    if acts.is_empty() || acts.len() > ACTS_MAX {
        return Err(refused("acts", if acts.is_empty() { Refusal::NoActs } else { Refusal::TooManyActs }));
    }
    let has = |kind: &str, value: &str| {
        acts.iter().any(|act| act.kind() == kind && (value.is_empty() || act.value() == value))
    };
    if has("state", "solved") && has("snooze", "") {
        return Err(refused("acts", Refusal::SolvedAway));
    }
    let me = people::staff::find(conn, &Scope::All, me).await?.ok_or(Failure::Forbidden)?;
    for act in &acts {
        possible(conn, act, &me).await?;
    }
    Ok(Spec { name, trigger: wanted.trigger, when, acts })
}

/// Whether what an act names is there.
async fn possible(conn: &mut Conn, act: &RuleAct, me: &Staff) -> Answer<()> {
    let refused = |why| Failure::Refused("acts", why);
    let person = match act {
        RuleAct::Macro(MacroAct::Assign(GiveTo::Colleague(id))) => Some((id, Action::WorkConversations)),
        RuleAct::Tell(TellTo::Colleague(id)) | RuleAct::Follow(id) => Some((id, Action::ReadConversations)),
        _ => None,
    };
    if let Some((id, action)) = person {
        let able = |one: &Staff| one.disabled_at.is_none() && allowed(&one.actor(), action).is_ok();
        let found = people::staff::find(conn, &Scope::All, id).await?;
        found.filter(able).ok_or(refused(Refusal::Of(Refused::NoSuchColleague)))?;
    }
    match act {
        RuleAct::Macro(MacroAct::HandTo(Some(id))) => {
            let found = people::department::find(conn, id).await?;
            let open = found.filter(|one| one.closed_at.is_none());
            open.map(|_| ()).ok_or(refused(Refusal::Of(Refused::NoSuchDepartment)))
        }
        RuleAct::Reply(id) => {
            let found = conversations::queries::find_macro(conn, me, id).await?;
            let writes = |one: &conversations::Macro| {
                one.kind == conversations::MacroKind::Reply
                    && !one.texts.is_empty()
                    && !matches!(one.visible, conversations::Visible::Own(_))
            };
            found.filter(writes).map(|_| ()).ok_or(refused(Refusal::NoReply))
        }
        _ => Ok(()),
    }
}

/// The rule, held until the end: of two who save it at once, the second makes the version after the first's.
async fn known(tx: &mut Tx, actor: &Actor, id: &RuleId) -> Answer<Rule> {
    let _all = allowed(actor, Action::ManageSettings)?;
    store::hold(tx, id).await?.ok_or(Failure::NotFound)
}

/// While no rule is on, nobody reads: the first one begins with what comes. What is being written this moment, beside it,
/// it need not hear of.
async fn begin_here(tx: &mut Tx) -> Result<(), Fault> {
    if !store::any_on(tx).await? {
        let newest = log::last(tx).await?;
        log::advance(tx, READER, newest).await?;
    }
    Ok(())
}

/// Makes a rule, at the end of its list.
///
/// # Errors
/// Forbidden for whoever may not change settings; refused when there can be no such rule.
pub async fn make(p: &Platform, actor: &Actor, new: NewRule) -> Answer<RuleId> {
    let me = behalf(actor)?;
    let mut tx = p.begin().await?;
    let spec = checked(&mut tx, new.spec, &me).await?;
    let all = store::all(&mut tx).await?;
    if all.len() >= MOST {
        return Err(Failure::Refused("name", Refusal::TooMany));
    }
    if new.enabled {
        begin_here(&mut tx).await?;
    }
    let rule = Rule {
        id: RuleId::next(&tx.ids(), tx.now()),
        spec,
        enabled: new.enabled,
        place: all.iter().map(|one| one.place).max().unwrap_or(0).saturating_add(1),
        behalf: me,
        version: 1,
        stopped: None,
        created_at: tx.now(),
    };
    store::insert(&mut tx, &rule).await?;
    let event = RuleEvent::RuleMade { rule: rule.id.clone(), name: rule.spec.name };
    tx.record(&event, actor, None).await?;
    tx.commit().await?;
    Ok(rule.id)
}

/// Makes a rule wait for, ask or do something else. Whoever saves it answers for it from then on.
///
/// # Errors
/// See [`make`]; not found when it is gone.
pub async fn change(p: &Platform, actor: &Actor, id: &RuleId, spec: Spec) -> Answer<()> {
    let me = behalf(actor)?;
    let mut tx = p.begin().await?;
    let before = known(&mut tx, actor, id).await?;
    let spec = checked(&mut tx, spec, &me).await?;
    if before.spec == spec && before.behalf == me {
        return Ok(());
    }
    saved(&mut tx, actor, before, spec, me).await?;
    Ok(tx.commit().await?)
}

async fn saved(tx: &mut Tx, actor: &Actor, before: Rule, spec: Spec, me: StaffId) -> Result<(), Fault> {
    let was = before.spec.trigger;
    let rule = Rule { spec, behalf: me, version: before.version.saturating_add(1), ..before };
    store::save(tx, &rule).await?;
    match (was, rule.spec.trigger) {
        (was, now) if was == now => {}
        // What it counts from is the same: each is looked at anew, and waits for its new time.
        (Trigger::Time { since: was, .. }, Trigger::Time { since, .. }) if was == since => {
            wakes::look_anew(tx, &rule.id).await?;
        }
        _ => wakes::end_all(tx, &rule.id).await?,
    }
    let event = RuleEvent::RuleChanged { rule: rule.id, name: rule.spec.name, version: rule.version };
    tx.record(&event, actor, None).await
}

/// Makes a rule again what it was in an earlier version, as a version of its own.
///
/// # Errors
/// See [`change`]: what it named may be gone.
pub async fn bring_back(p: &Platform, actor: &Actor, id: &RuleId, version: i64) -> Answer<()> {
    let me = behalf(actor)?;
    let mut tx = p.begin().await?;
    let before = known(&mut tx, actor, id).await?;
    let then = store::find_version(&mut tx, id, version).await?.ok_or(Failure::NotFound)?;
    let spec = checked(&mut tx, then.spec, &me).await?;
    saved(&mut tx, actor, before, spec, me).await?;
    Ok(tx.commit().await?)
}

/// Switches a rule on or off. What happens while it is off, it never hears of.
///
/// # Errors
/// When the actor may not, or there is no such rule; refused when what it names is gone.
pub async fn switch(p: &Platform, actor: &Actor, id: &RuleId, on: bool) -> Answer<()> {
    let me = behalf(actor)?;
    let mut tx = p.begin().await?;
    let rule = known(&mut tx, actor, id).await?;
    if rule.enabled == on {
        return Ok(());
    }
    if on {
        checked(&mut tx, rule.spec.clone(), &me).await?;
        begin_here(&mut tx).await?;
    }
    store::switch(&mut tx, id, on).await?;
    wakes::end_all(&mut tx, id).await?;
    let event = RuleEvent::RuleSwitched { rule: rule.id, name: rule.spec.name, on };
    tx.record(&event, actor, None).await?;
    Ok(tx.commit().await?)
}

/// Moves a rule one place up or down in its list.
///
/// # Errors
/// When the actor may not, or there is no such rule.
pub async fn move_rule(p: &Platform, actor: &Actor, id: &RuleId, up: bool) -> Answer<()> {
    let _all = allowed(actor, Action::ManageSettings)?;
    let mut tx = p.begin().await?;
    // Not held: two who move two rules at once would wait for each other.
    let rule = store::find(&mut tx, id).await?.ok_or(Failure::NotFound)?;
    let all = store::all(&mut tx).await?;
    let list = rule.spec.trigger.list();
    let mut ids: Vec<RuleId> =
        all.into_iter().filter(|one| one.spec.trigger.list() == list).map(|one| one.id).collect();
    let at = ids.iter().position(|one| one == id).ok_or(Failure::NotFound)?;
    let to = if up { at.checked_sub(1) } else { Some(at + 1) };
    let Some(to) = to.filter(|to| *to < ids.len()) else { return Ok(()) };
    ids.swap(at, to);
    for (place, one) in (1..).zip(&ids) {
        store::set_place(&mut tx, one, place).await?;
    }
    settings::record_change(&mut tx, actor, "rules").await?;
    Ok(tx.commit().await?)
}

/// Removes a rule. For a month that can be taken back.
///
/// # Errors
/// When the actor may not, or there is no such rule.
pub async fn remove(p: &Platform, actor: &Actor, id: &RuleId) -> Answer<()> {
    let mut tx = p.begin().await?;
    let rule = known(&mut tx, actor, id).await?;
    store::remove(&mut tx, id).await?;
    let before = tx.now().checked_sub(KEPT).unwrap_or(base::Instant::MIN);
    store::forget(&mut tx, before).await?;
    tx.record(&RuleEvent::RuleRemoved { rule: rule.id, name: rule.spec.name }, actor, None).await?;
    Ok(tx.commit().await?)
}

/// Takes the removal of a rule back; it is off until somebody switches it on.
///
/// # Errors
/// When the actor may not, or it is forgotten by now.
pub async fn restore(p: &Platform, actor: &Actor, id: &RuleId) -> Answer<()> {
    let _all = allowed(actor, Action::ManageSettings)?;
    let mut tx = p.begin().await?;
    let rule = store::removed(&mut tx, id).await?.ok_or(Failure::NotFound)?;
    store::restore(&mut tx, id).await?;
    tx.record(&RuleEvent::RuleMade { rule: rule.id, name: rule.spec.name }, actor, None).await?;
    Ok(tx.commit().await?)
}

/// How rules for what happens are gone through.
///
/// # Errors
/// When settings cannot be read.
pub async fn order(conn: &mut Conn) -> Result<Order, Fault> {
    settings::get(conn, ORDER).await
}

/// Sets how rules for what happens are gone through.
///
/// # Errors
/// When the actor may not change settings.
pub async fn set_order(p: &Platform, actor: &Actor, order: Order) -> Answer<()> {
    let _all = allowed(actor, Action::ManageSettings)?;
    let mut tx = p.begin().await?;
    if self::order(&mut tx).await? == order {
        return Ok(());
    }
    settings::set(&mut tx, ORDER, &order).await?;
    settings::record_change(&mut tx, actor, "rules").await?;
    Ok(tx.commit().await?)
}
