//! Time that colleagues spent on a conversation.

use base::Instant;
use people::StaffId;

use crate::ids::SpentId;

/// Some of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spent {
    /// Its id.
    pub id: SpentId,
    /// Who spent it.
    pub staff: StaffId,
    /// Their name.
    pub name: String,
    /// When it was written down.
    pub at: Instant,
    /// How much.
    pub minutes: i64,
}

/// How much each colleague spent in all, who began first.
#[must_use]
pub fn spent_by(all: &[Spent]) -> Vec<(&str, i64)> {
    let mut sums: Vec<(&StaffId, &str, i64)> = Vec::new();
    for one in all {
        match sums.iter_mut().find(|(staff, ..)| **staff == one.staff) {
            Some((.., sum)) => *sum = sum.saturating_add(one.minutes),
            None => sums.push((&one.staff, &one.name, one.minutes)),
        }
    }
    sums.into_iter().map(|(_, name, sum)| (name, sum)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_each_spent_adds_up() {
        let one = |n: u8, staff: u8, minutes: i64| Spent {
            id: format!("tim_{:026}", n).parse().expect("an id"),
            staff: format!("stf_{:026}", staff).parse().expect("an id"),
            name: format!("S{staff}"),
            at: Instant::UNIX_EPOCH,
            minutes,
        };
        assert_eq!(spent_by(&[one(1, 1, 5), one(2, 2, 7), one(3, 1, 10)]), [("S1", 15), ("S2", 7)]);
        assert!(spent_by(&[]).is_empty());
    }
}
