//! What macros do, in words.

use people::department::Department;
use people::staff::Colleague;
use platform::args;
use platform::i18n::Say;

use super::chips::state_text;
use super::conversation::ending;
use crate::{GiveTo, MacroAct};

/// One thing that a macro does: `Tag: motor`. Who is gone by now is nobody known.
#[must_use]
pub fn words(say: &Say, act: &MacroAct, staff: &[Colleague], departments: &[Department]) -> String {
    let unknown = || say.text("macros-unknown");
    match act {
        MacroAct::State(to) => say.with("macros-does-state", args![state = say.text(state_text(*to))]),
        MacroAct::Assign(GiveTo::Me) => say.text("macros-does-me"),
        MacroAct::Assign(GiveTo::Nobody) => say.text("macros-does-nobody"),
        MacroAct::Assign(GiveTo::Colleague(id)) => {
            let name = staff.iter().find(|one| one.id == *id).map(|one| one.name.clone());
            say.with("macros-does-assign", args![name = name.unwrap_or_else(unknown)])
        }
        MacroAct::HandTo(None) => say.text("macros-does-no-department"),
        MacroAct::HandTo(Some(id)) => {
            let name = departments.iter().find(|one| one.id == *id).map(|one| one.name.clone());
            say.with("macros-does-department", args![name = name.unwrap_or_else(unknown)])
        }
        MacroAct::Checklist(items) => say.with("macros-does-checklist", args![count = items.len()]),
        MacroAct::Tag(word) => say.with("macros-does-tag", args![tag = word]),
        MacroAct::Untag(word) => say.with("macros-does-untag", args![tag = word]),
        MacroAct::Snooze(days) => say.with("macros-does-snooze", args![count = i64::from(*days)]),
        MacroAct::SnoozeUntilReply => say.text("snoozed-until-reply"),
        MacroAct::Outcome(ending) => say.with("macros-does-outcome", args![what = say.text(ending::text(*ending))]),
    }
}
