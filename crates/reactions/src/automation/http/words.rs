//! Rules in words: what they wait for, what they do, and why something was not done.

use base::{Action, Scope, allowed};
use conversations::rules::states::Refusal as Refused;
use conversations::{Macro, MacroKind, RuleAct, TellTo, Visible};
use people::department::Department;
use people::staff::{Colleague, Who};
use platform::i18n::Say;
use platform::web::errors::Error;
use platform::{Conn, args};

use crate::automation::{Since, Trigger, Unit};

/// Who and what acts may name.
pub(super) struct Around {
    pub staff: Vec<Colleague>,
    pub departments: Vec<Department>,
    /// Macros that write to customers and are not one colleague's own.
    pub macros: Vec<Macro>,
}

impl Around {
    pub async fn read(conn: &mut Conn, who: &Who) -> Result<Self, Error> {
        let scope: Scope = allowed(&who.actor(), Action::ReadStaff)?;
        let writes = |one: &Macro| {
            one.kind == MacroKind::Reply && !one.texts.is_empty() && !matches!(one.visible, Visible::Own(_))
        };
        let macros = conversations::queries::macros(conn, &who.staff).await?;
        Ok(Self {
            staff: people::staff::colleagues(conn, &scope).await?,
            departments: people::department::all(conn).await?,
            macros: macros.into_iter().map(|(one, _)| one).filter(writes).collect(),
        })
    }

    fn name(&self, say: &Say, id: &people::StaffId) -> String {
        let found = self.staff.iter().find(|one| one.id == *id).map(|one| one.name.clone());
        found.unwrap_or_else(|| say.text("macros-unknown"))
    }

    /// One thing that a rule does: `Tag: motor`.
    pub fn does(&self, say: &Say, act: &RuleAct) -> String {
        match act {
            RuleAct::Macro(act) => conversations::http::acts::words(say, act, &self.staff, &self.departments),
            RuleAct::Note(text) => say.with("rules-does-note", args![text = text]),
            RuleAct::Tell(TellTo::Owner) => say.text("rules-does-tell-owner"),
            RuleAct::Tell(TellTo::Colleague(id)) => say.with("rules-does-tell", args![name = self.name(say, id)]),
            RuleAct::Follow(id) => say.with("rules-does-follow", args![name = self.name(say, id)]),
            RuleAct::Reply(id) => {
                let found = self.macros.iter().find(|one| one.id == *id).map(|one| one.name.clone());
                say.with("rules-does-reply", args![name = found.unwrap_or_else(|| say.text("macros-unknown"))])
            }
        }
    }
}

/// What a rule waits for.
pub(super) fn trigger(say: &Say, of: Trigger) -> String {
    match of {
        Trigger::On(when) => say.text(&format!("rules-on-{}", when.code().replace('_', "-"))),
        Trigger::Time { since, amount, unit } => {
            let time = match unit {
                Unit::Hours => say.with("rules-hours", args![n = i64::from(amount)]),
                Unit::OpenHours => say.with("rules-open-hours", args![n = i64::from(amount)]),
                Unit::Days => say.with("rules-days", args![n = i64::from(amount)]),
            };
            say.with(since_text(since), args![time = time])
        }
    }
}

const fn since_text(since: Since) -> &'static str {
    match since {
        Since::Customer => "rules-time-customer",
        Since::Us => "rules-time-us",
        Since::Opened => "rules-time-opened",
        Since::Deadline => "rules-time-deadline",
    }
}

/// Why something was not done, in words; what conversations refused is said as they say it.
pub(super) fn why(say: &Say, reason: &str) -> String {
    if let Some(refusal) = Refused::ALL.into_iter().find(|one| one.code() == reason) {
        return say.text(refusal.message());
    }
    say.text(match reason {
        "care" => "rules-why-care",
        "machine" => "rules-why-machine",
        "lately" => "rules-why-lately",
        "unproved" => "rules-why-unproved",
        "no_address" => "rules-why-no-address",
        "no_text" => "rules-why-no-text",
        "behalf_gone" => "rules-why-behalf-gone",
        "out_of_sight" => "rules-why-out-of-sight",
        _ => "rules-why-fault",
    })
}
