//! Asks a provider's token server, and says what its answer means.

use jiff::SignedDuration;
use platform::Platform;
use platform::outbound::{NoAnswer, Outgoing};
use serde::Deserialize;

use super::{Client, Tokens};
use crate::email::trouble::{Kind, Trouble};

/// Where a provider does not say how long a token is good.
const USUAL_SECONDS: i64 = 3600;
/// Nobody's token is good for longer, whatever they say.
const LONGEST_SECONDS: i64 = 30 * 24 * 3600;

#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
struct Answer {
    access_token: String,
    refresh_token: String,
    expires_in: Option<serde_json::Value>,
    error: String,
    error_description: String,
}

/// Posts `fields` and reads tokens; `refresh` stays where the provider gives no new one.
pub(super) async fn ask(
    p: &Platform,
    client: &Client,
    fields: &[(&str, &str)],
    refresh: &str,
) -> Result<Tokens, Trouble> {
    let kind = http::HeaderValue::from_static("application/x-www-form-urlencoded");
    let request = Outgoing::post(client.token_url.clone(), kind, body(client, fields).into_bytes());
    let answered = p.outbound.send(request).await.map_err(|error| match error {
        NoAnswer::Refused(refused) => Trouble::new(Kind::TokenUnavailable, refused.to_string()),
        other => Trouble::new(Kind::TokenUnavailable, other.to_string()),
    })?;
    let answer: Answer = serde_json::from_slice(&answered.body).unwrap_or_default();
    if answered.status.is_success() && !answer.access_token.is_empty() {
        return Ok(tokens(p, answer, refresh));
    }
    let words = format!("{} {}", answer.error, answer.error_description);
    let words = if words.trim().is_empty() { answered.status.to_string() } else { words };
    let later = ["temporarily_unavailable", "server_error", "slow_down"].contains(&answer.error.as_str());
    let refused = answered.status.is_client_error() && answered.status != http::StatusCode::TOO_MANY_REQUESTS;
    let kind = if refused && !answer.error.is_empty() && !later { Kind::TokenRefused } else { Kind::TokenUnavailable };
    Err(Trouble::new(kind, words))
}

fn body(client: &Client, fields: &[(&str, &str)]) -> String {
    let mut form = url::form_urlencoded::Serializer::new(String::new());
    form.extend_pairs(fields).append_pair("client_id", &client.id);
    if !client.secret.is_empty() {
        form.append_pair("client_secret", &client.secret);
    }
    form.finish()
}

fn tokens(p: &Platform, answer: Answer, refresh: &str) -> Tokens {
    // Some send the number as text.
    let seconds = answer.expires_in.and_then(|given| given.as_i64().or_else(|| given.as_str()?.parse().ok()));
    let seconds = seconds.unwrap_or(USUAL_SECONDS).clamp(0, LONGEST_SECONDS);
    Tokens {
        access: answer.access_token,
        refresh: if answer.refresh_token.is_empty() { refresh.to_owned() } else { answer.refresh_token },
        expires_at: p.clock.machine() + SignedDuration::from_secs(seconds),
    }
}
