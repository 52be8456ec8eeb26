//! What happens to webhooks. Their addresses are told without what stands behind the `?`; secrets never.

use base::{Event, Subject, event::Sentence};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::WebhookId;

/// A fact about one webhook.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum WebhookEvent {
    /// It was made.
    WebhookAdded {
        /// Which.
        webhook: WebhookId,
        /// Where it goes.
        host: String,
    },
    /// Its address or what it wants was changed.
    WebhookChanged {
        /// Which.
        webhook: WebhookId,
        /// Where it goes.
        host: String,
    },
    /// It was switched on or off, by people or because its address said that it is gone.
    WebhookSwitched {
        /// Which.
        webhook: WebhookId,
        /// Where it goes.
        host: String,
        /// Whether it is on now.
        on: bool,
    },
    /// It got another secret.
    WebhookSecretRotated {
        /// Which.
        webhook: WebhookId,
        /// Where it goes.
        host: String,
    },
    /// It is no more.
    WebhookRemoved {
        /// Which.
        webhook: WebhookId,
        /// Where it went.
        host: String,
    },
}

impl WebhookEvent {
    fn parts(&self) -> (&'static str, &'static str, &WebhookId, &str) {
        match self {
            Self::WebhookAdded { webhook, host } => ("webhook.added", "event-webhook-added", webhook, host),
            Self::WebhookChanged { webhook, host } => ("webhook.changed", "event-webhook-changed", webhook, host),
            Self::WebhookSwitched { webhook, host, on: true } => {
                ("webhook.switched", "event-webhook-on", webhook, host)
            }
            Self::WebhookSwitched { webhook, host, on: false } => {
                ("webhook.switched", "event-webhook-off", webhook, host)
            }
            Self::WebhookSecretRotated { webhook, host } => {
                ("webhook.secret_rotated", "event-webhook-rotated", webhook, host)
            }
            Self::WebhookRemoved { webhook, host } => ("webhook.removed", "event-webhook-removed", webhook, host),
        }
    }
}

impl Event for WebhookEvent {
    const VERSION: i64 = 1;

    fn kind(&self) -> &'static str {
        self.parts().0
    }

    fn subject(&self) -> Subject {
        Subject::new("webhook", self.parts().2)
    }

    fn sentence(&self) -> Sentence {
        let (_, message, _, host) = self.parts();
        Sentence { message, args: vec![("host", host.to_owned())] }
    }

    fn public(&self) -> Value {
        let (_, _, webhook, host) = self.parts();
        match self {
            Self::WebhookSwitched { on, .. } => json!({ "webhook": webhook, "host": host, "on": on }),
            _ => json!({ "webhook": webhook, "host": host }),
        }
    }

    fn search_text(&self) -> String {
        String::new()
    }
}
