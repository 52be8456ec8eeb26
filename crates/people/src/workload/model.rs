//! Plain data about workloads, and what they can be.

use crate::refusal::Refusal;

/// The largest cap; nobody has more before their eyes.
pub const CAP_MAX: i64 = 1000;

/// What a colleague takes by turns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Workload {
    /// Open conversations at most; any number without.
    pub cap: Option<i64>,
    /// Which part of a whole position, in hundredths.
    pub weight: i64,
}

impl Default for Workload {
    fn default() -> Self {
        Self { cap: None, weight: 100 }
    }
}

impl Workload {
    /// The same, if it can be kept.
    ///
    /// # Errors
    /// [`Refusal::NotACap`], [`Refusal::NotAWeight`].
    pub fn checked(self) -> Result<Self, Refusal> {
        if self.cap.is_some_and(|cap| !(1..=CAP_MAX).contains(&cap)) {
            return Err(Refusal::NotACap);
        }
        if (1..=100).contains(&self.weight) { Ok(self) } else { Err(Refusal::NotAWeight) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_workload_has_bounds() {
        for (cap, weight, answer) in [
            (None, 100, Ok(())),
            (Some(1), 1, Ok(())),
            (Some(CAP_MAX), 50, Ok(())),
            (Some(0), 50, Err(Refusal::NotACap)),
            (Some(CAP_MAX + 1), 50, Err(Refusal::NotACap)),
            (None, 0, Err(Refusal::NotAWeight)),
            (None, 101, Err(Refusal::NotAWeight)),
        ] {
            assert_eq!(Workload { cap, weight }.checked().map(drop), answer, "{cap:?} {weight}");
        }
    }
}
