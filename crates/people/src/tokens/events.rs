//! What happens to API tokens. Their names are told, their secrets never.

use base::{Event, Subject, event::Sentence};
use platform::api::Level;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::TokenId;
use crate::StaffId;

/// A fact about one token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum TokenEvent {
    /// It was made.
    TokenMade {
        /// Which.
        token: TokenId,
        /// What it is called.
        name: String,
        /// How far it reaches.
        level: Level,
        /// Whose it is.
        staff: StaffId,
    },
    /// It was taken back.
    TokenRevoked {
        /// Which.
        token: TokenId,
        /// What it was called.
        name: String,
        /// Whose it was.
        staff: StaffId,
    },
}

impl Event for TokenEvent {
    const VERSION: i64 = 1;

    fn kind(&self) -> &'static str {
        match self {
            Self::TokenMade { .. } => "token.made",
            Self::TokenRevoked { .. } => "token.revoked",
        }
    }

    fn subject(&self) -> Subject {
        let (Self::TokenMade { token, .. } | Self::TokenRevoked { token, .. }) = self;
        Subject::new("token", token)
    }

    fn sentence(&self) -> Sentence {
        match self {
            Self::TokenMade { name, .. } => {
                Sentence { message: "event-token-made", args: vec![("name", name.clone())] }
            }
            Self::TokenRevoked { name, .. } => {
                Sentence { message: "event-token-revoked", args: vec![("name", name.clone())] }
            }
        }
    }

    fn public(&self) -> Value {
        match self {
            Self::TokenMade { token, name, level, staff } => {
                json!({ "token": token, "name": name, "level": level, "staff": staff })
            }
            Self::TokenRevoked { token, name, staff } => json!({ "token": token, "name": name, "staff": staff }),
        }
    }

    fn search_text(&self) -> String {
        String::new()
    }
}
