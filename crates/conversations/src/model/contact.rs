//! A call or a visit that somebody wrote down.

use serde::{Deserialize, Serialize};

/// How two people talked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContactWay {
    /// By telephone.
    #[default]
    Phone,
    /// In one place.
    Visit,
}

/// Who went to whom.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// They came or called.
    In,
    /// We did.
    #[default]
    Out,
}

/// A call or a visit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Contact {
    /// How.
    pub way: ContactWay,
    /// Who went to whom.
    pub direction: Direction,
    /// Whether the two talked.
    pub spoke: bool,
    /// How long.
    pub minutes: u16,
    /// With whom; empty for the customer.
    pub with: String,
}

impl ContactWay {
    /// The name in forms and addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Visit => "visit",
        }
    }

    /// Reads [`ContactWay::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Phone, Self::Visit].into_iter().find(|way| way.code() == code)
    }
}

impl Direction {
    /// The name in forms and addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::In => "in",
            Self::Out => "out",
        }
    }

    /// Reads [`Direction::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::In, Self::Out].into_iter().find(|direction| direction.code() == code)
    }
}
