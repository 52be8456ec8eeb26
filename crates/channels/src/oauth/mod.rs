//! OAuth 2 with the providers of mailboxes: who they are and what they gave us.

use base::Instant;
use serde::{Deserialize, Serialize};

/// Who gives out tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Provider {
    /// Google: Gmail, Workspace.
    Google,
    /// Microsoft: Outlook, Exchange Online.
    Microsoft,
    /// Another, whose addresses the operator sets.
    Custom,
}

impl Provider {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Google, Self::Microsoft, Self::Custom];

    /// The name in addresses and tables.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Google => "google",
            Self::Microsoft => "microsoft",
            Self::Custom => "custom",
        }
    }

    /// Reads [`Provider::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|provider| provider.code() == code)
    }
}

/// What a provider gave us. Never shown or logged.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tokens {
    /// Opens the mailbox for a while.
    pub access: String,
    /// Gets the next one.
    pub refresh: String,
    /// Until when the first is good, machine time.
    pub expires_at: Instant,
}

impl std::fmt::Debug for Tokens {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Tokens(until {})", self.expires_at)
    }
}
