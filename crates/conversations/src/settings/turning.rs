//! What a business wishes of how it gives out what comes in.

use std::collections::BTreeSet;

use people::DepartmentId;
use platform::{Conn, Result, Tx, settings};
use serde::{Deserialize, Serialize};

use crate::model::{Lacking, TurnNeed, TurnOrder};

/// Which departments give out by turns what comes in: none of them, unless the business says so; and what is needed for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Turns {
    /// Their ids; empty for what belongs to none.
    pub on: BTreeSet<String>,
    /// Those of them that go round one after the other, whatever everybody has.
    pub round: BTreeSet<String>,
    /// Whether a conversation needs somebody who writes its language.
    pub by_language: bool,
    /// What becomes of what nobody can take now who has all that it needs.
    pub lacking: Lacking,
    /// What needs a skill.
    pub needs: BTreeSet<TurnNeed>,
}

/// Most needs; nobody looks after more.
pub const TURN_NEEDS_MOST: usize = 500;

impl Turns {
    /// How a department is named here, and what belongs to none.
    #[must_use]
    pub fn key(department: Option<&DepartmentId>) -> &str {
        department.map_or("", DepartmentId::as_str)
    }

    /// In which order what comes to a department, or to none, is given out; nothing where it is not.
    #[must_use]
    pub fn of(&self, department: Option<&DepartmentId>) -> Option<TurnOrder> {
        let key = Self::key(department);
        let order = if self.round.contains(key) { TurnOrder::Round } else { TurnOrder::Least };
        self.on.contains(key).then_some(order)
    }

    /// Says in which order a department gives out, or that it does not. Whether that changes anything.
    pub fn set(&mut self, department: Option<&DepartmentId>, order: Option<TurnOrder>) -> bool {
        if self.of(department) == order {
            return false;
        }
        let key = Self::key(department);
        self.on.remove(key);
        self.round.remove(key);
        if order.is_some() {
            self.on.insert(key.to_owned());
        }
        if order == Some(TurnOrder::Round) {
            self.round.insert(key.to_owned());
        }
        true
    }
}

/// The key under which it lies.
const TURNS: &str = "turns";

/// How what comes in is given out.
///
/// # Errors
/// When settings cannot be read.
pub async fn turns(conn: &mut Conn) -> Result<Turns> {
    settings::get(conn, TURNS).await
}

/// Keeps how it is.
///
/// # Errors
/// When settings cannot be written.
pub async fn set_turns(tx: &mut Tx, turns: &Turns) -> Result<()> {
    settings::set(tx, TURNS, turns).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_kept_before_there_were_orders_and_needs_is_read() {
        let kept: Turns = serde_json::from_str(r#"{"on":["","dep_x"]}"#).expect("read");
        assert_eq!(kept.of(None), Some(TurnOrder::Least));
        assert_eq!((kept.by_language, kept.lacking, kept.needs.len()), (false, Lacking::Anyone, 0));
    }

    #[test]
    fn an_order_is_set_for_one_department_alone() {
        let mut turns = Turns::default();
        let one: DepartmentId = "dep_00000000000000000000000001".parse().expect("an id");
        assert!(turns.set(Some(&one), Some(TurnOrder::Round)) && !turns.set(Some(&one), Some(TurnOrder::Round)));
        assert_eq!((turns.of(Some(&one)), turns.of(None)), (Some(TurnOrder::Round), None));
        assert!(turns.set(Some(&one), Some(TurnOrder::Least)));
        assert_eq!(turns.of(Some(&one)), Some(TurnOrder::Least));
        assert!(turns.set(Some(&one), None) && turns == Turns::default());
    }

    #[test]
    fn needs_are_kept_as_they_are() {
        let skill = "skl_00000000000000000000000001".parse().expect("an id");
        let need = TurnNeed { of: crate::TurnNeedOf::Tag("brass".into()), skill };
        let turns = Turns { needs: BTreeSet::from([need]), ..Turns::default() };
        let kept = serde_json::to_string(&turns).expect("written");
        assert!(kept.contains(r#"{"by":"tag","of":"brass","skill":"skl_"#), "{kept}");
        assert_eq!(serde_json::from_str::<Turns>(&kept).expect("read"), turns);
    }
}
