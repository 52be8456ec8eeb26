//! Whether a customer is asked if it was what they wanted, and what their word leads to.

use crate::model::{Said, State};

/// Whether they are asked: once it is solved, and of a complaint also while they have the word, for it is not closed
/// without their yes. To what is closed for long they write.
#[must_use]
pub const fn is_asked(state: State, complaint: bool) -> bool {
    match state {
        State::Solved => true,
        State::WaitingCustomer => complaint,
        State::New | State::Open | State::WaitingOthers | State::Closed => false,
    }
}

/// Whether somebody owes them an answer again: where it was not what they wanted, and where something was missing and
/// they wish so. What is not solved yet goes on unless it was exactly that.
#[must_use]
pub const fn opens(state: State, said: Said, again: bool) -> bool {
    match said {
        Said::Exactly => false,
        Said::Almost => again || !matches!(state, State::Solved),
        Said::No => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_asked_and_what_follows() {
        for state in State::ALL {
            assert_eq!(is_asked(state, false), state == State::Solved, "{state:?}");
            let asked = matches!(state, State::Solved | State::WaitingCustomer);
            assert_eq!(is_asked(state, true), asked, "{state:?}");
        }
        let table = [
            (State::Solved, Said::Exactly, true, false),
            (State::Solved, Said::Almost, false, false),
            (State::Solved, Said::Almost, true, true),
            (State::Solved, Said::No, false, true),
            (State::WaitingCustomer, Said::Exactly, true, false),
            (State::WaitingCustomer, Said::Almost, false, true),
            (State::WaitingCustomer, Said::No, false, true),
        ];
        for (state, said, again, opened) in table {
            assert_eq!(opens(state, said, again), opened, "{state:?} {said:?} {again}");
        }
    }
}
