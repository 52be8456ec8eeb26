//! The way of what is sent back: what may follow what, for each part of what was asked for. Pure.
//!
//! ```text
//! asked → approved → labelled → received → inspected → refunded | exchanged | repaired | sent back
//!   └────────┴───────────┴→ cancelled   (approved → received: brought by hand, without a label)
//! ```
//!
//! What is asked for is a [`Lot`] of so many pieces; a step may be taken by some of them, and the others stay behind.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Where a lot is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// The customer asked.
    Asked,
    /// It may come.
    Approved,
    /// The customer has a label.
    Labelled,
    /// It is here.
    Received,
    /// It was looked at.
    Inspected,
    /// Paid back. An end.
    Refunded,
    /// Exchanged. An end.
    Exchanged,
    /// Repaired, back with the customer. An end.
    Repaired,
    /// Sent back as it was. An end.
    SentBack,
    /// Called off before it came. An end.
    Cancelled,
}

impl State {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Asked,
        Self::Approved,
        Self::Labelled,
        Self::Received,
        Self::Inspected,
        Self::Refunded,
        Self::Exchanged,
        Self::Repaired,
        Self::SentBack,
        Self::Cancelled,
    ];

    /// Whether nothing follows.
    #[must_use]
    pub const fn is_end(self) -> bool {
        matches!(self, Self::Refunded | Self::Exchanged | Self::Repaired | Self::SentBack | Self::Cancelled)
    }

    /// Whether it is still with the customer.
    #[must_use]
    pub const fn is_away(self) -> bool {
        matches!(self, Self::Asked | Self::Approved | Self::Labelled)
    }
}

/// What is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Let it come.
    Approve,
    /// Give the customer a label.
    Label,
    /// Send the replacement ahead; the old piece is due on that day.
    SendAhead(Date),
    /// Take it in.
    Receive,
    /// Look at it.
    Inspect,
    /// Pay it back.
    Refund,
    /// Give another for it.
    Exchange,
    /// Mend it.
    Repair,
    /// Send it back as it is.
    SendBack,
    /// Call it off.
    Cancel,
}

/// Some pieces of one product that go the same way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lot {
    /// How many; at least 1.
    pub pieces: u32,
    /// Where they are.
    pub state: State,
    /// The replacement was sent ahead, and the old pieces are due on this day.
    pub ahead: Option<Date>,
}

impl Lot {
    /// What a customer asks to send back; none of no pieces.
    #[must_use]
    pub fn asked(pieces: u32) -> Option<Self> {
        (pieces > 0).then_some(Self { pieces, state: State::Asked, ahead: None })
    }

    /// Whether the old pieces should have come and have not.
    #[must_use]
    pub fn is_overdue(&self, today: Date) -> bool {
        self.state.is_away() && self.ahead.is_some_and(|due| today > due)
    }
}

/// Why a step cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Forbidden {
    /// It does not follow where it is.
    #[error("this does not follow {0:?}")]
    NotFrom(State),
    /// The customer has the replacement already: it is exchanged and nothing else.
    #[error("the replacement was sent already")]
    SentAhead,
    /// More pieces than there are, or none.
    #[error("there are {0} pieces")]
    Pieces(u32),
}

/// Takes a step with some pieces of a lot: those that went on, and those that stay where they were, if any.
///
/// # Errors
/// See [`Forbidden`]; nothing has changed then.
pub fn advance(lot: Lot, step: Step, pieces: u32) -> Result<(Lot, Option<Lot>), Forbidden> {
    if pieces == 0 || pieces > lot.pieces {
        return Err(Forbidden::Pieces(lot.pieces));
    }
    let state = follows(lot.state, step).ok_or(Forbidden::NotFrom(lot.state))?;
    let against = matches!(step, Step::Refund | Step::Repair | Step::SendBack | Step::Cancel | Step::SendAhead(_));
    if lot.ahead.is_some() && against {
        return Err(Forbidden::SentAhead);
    }
    let ahead = if let Step::SendAhead(due) = step { Some(due) } else { lot.ahead };
    let rest = lot.pieces - pieces;
    Ok((Lot { pieces, state, ahead }, (rest > 0).then_some(Lot { pieces: rest, ..lot })))
}

/// The state that a step leads to, if it may be taken there.
fn follows(state: State, step: Step) -> Option<State> {
    Some(match (state, step) {
        (State::Asked, Step::Approve) => State::Approved,
        (State::Approved, Step::Label) => State::Labelled,
        (State::Approved | State::Labelled, Step::SendAhead(_)) => state,
        (State::Approved | State::Labelled, Step::Receive) => State::Received,
        (State::Received, Step::Inspect) => State::Inspected,
        (State::Inspected, Step::Refund) => State::Refunded,
        (State::Inspected, Step::Exchange) => State::Exchanged,
        (State::Inspected, Step::Repair) => State::Repaired,
        (State::Inspected, Step::SendBack) => State::SentBack,
        (State::Asked | State::Approved | State::Labelled, Step::Cancel) => State::Cancelled,
        _ => return None,
    })
}
