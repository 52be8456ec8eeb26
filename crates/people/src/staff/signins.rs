//! Who came in, who did not, and who left: facts for those who look after the accounts.

use base::{Actor, Event, Subject, event::Sentence};
use platform::{Result, Tx};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::model::Staff;
use crate::StaffId;

/// A fact about one sign-in. Addresses that belong to no account are not kept: some are passwords typed into the wrong
/// field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum SignInEvent {
    /// A colleague came in.
    SignedIn {
        /// Who.
        staff: StaffId,
        /// Their name.
        name: String,
        /// The address they came from.
        peer: String,
    },
    /// A password or a code was wrong.
    SignInFailed {
        /// Whose account it was; nothing when there is no such account.
        staff: Option<StaffId>,
        /// Their name; empty when there is no such account.
        name: String,
        /// The address it came from.
        peer: String,
    },
    /// A colleague signed out.
    SignedOut {
        /// Who.
        staff: StaffId,
        /// Their name.
        name: String,
    },
}

impl SignInEvent {
    /// This colleague came in.
    #[must_use]
    pub fn came(staff: &Staff, peer: String) -> Self {
        Self::SignedIn { staff: staff.id.clone(), name: staff.name.clone(), peer }
    }

    /// Somebody tried with the address of this colleague, or of nobody.
    #[must_use]
    pub fn failed(staff: Option<&Staff>, peer: String) -> Self {
        let name = staff.map_or(String::new(), |staff| staff.name.clone());
        Self::SignInFailed { staff: staff.map(|staff| staff.id.clone()), name, peer }
    }

    fn staff(&self) -> Option<&StaffId> {
        match self {
            Self::SignedIn { staff, .. } | Self::SignedOut { staff, .. } => Some(staff),
            Self::SignInFailed { staff, .. } => staff.as_ref(),
        }
    }

    /// Writes it down. Who fails has not proved to be anybody.
    ///
    /// # Errors
    /// When the log cannot be written.
    pub async fn record(&self, tx: &mut Tx, staff: Option<&Staff>) -> Result<()> {
        let actor = match (self, staff) {
            (Self::SignedIn { .. } | Self::SignedOut { .. }, Some(staff)) => staff.actor(),
            _ => Actor::System,
        };
        tx.record(self, &actor, None).await
    }
}

impl Event for SignInEvent {
    const VERSION: i64 = 1;

    fn kind(&self) -> &'static str {
        match self {
            Self::SignedIn { .. } => "signin.succeeded",
            Self::SignInFailed { .. } => "signin.failed",
            Self::SignedOut { .. } => "signin.ended",
        }
    }

    fn subject(&self) -> Subject {
        self.staff().map_or_else(|| Subject::new("signin", "nobody"), |staff| Subject::new("signin", staff))
    }

    fn sentence(&self) -> Sentence {
        let (message, name, peer) = match self {
            Self::SignedIn { name, peer, .. } => ("event-signin-succeeded", name, Some(peer)),
            Self::SignInFailed { staff: Some(_), name, peer } => ("event-signin-failed", name, Some(peer)),
            Self::SignInFailed { staff: None, name, peer } => ("event-signin-unknown", name, Some(peer)),
            Self::SignedOut { name, .. } => ("event-signin-ended", name, None),
        };
        let peer = peer.map(|peer| ("peer", peer.clone()));
        Sentence { message, args: [("name", name.clone())].into_iter().chain(peer).collect() }
    }

    fn public(&self) -> Value {
        match self {
            Self::SignedIn { staff, peer, .. } => json!({ "staff": staff, "peer": peer }),
            Self::SignInFailed { staff, peer, .. } => json!({ "staff": staff, "peer": peer }),
            Self::SignedOut { staff, .. } => json!({ "staff": staff }),
        }
    }

    fn search_text(&self) -> String {
        String::new()
    }
}
