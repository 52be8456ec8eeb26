//! How replies are to sound.

use axum::Json;
use base::Action;
use people::api::Caller;
use platform::api::{Body, Problem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Settings, changed};
use crate::settings::{self, BadPhrase, PHRASE_MAX, PHRASES_MOST, Tone};

/// How replies are to sound.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "on": true, "allowed": ["damn fine"], "jarring": ["no problem"], "familiar": false,
    "formal": false }))]
pub(in crate::api) struct ToneWishes {
    /// Whether replies are looked at while they are written.
    on: bool,
    /// Phrases that pass, whatever is in them; each has a word.
    #[schema(max_items = 200)]
    allowed: Vec<String>,
    /// Phrases that the house does not want; none of those that pass.
    #[schema(max_items = 200)]
    jarring: Vec<String>,
    /// Whether *kamu* may be used (Indonesian).
    familiar: bool,
    /// Whether customers are called *De* or *Ni* (Norwegian, Danish, Swedish).
    formal: bool,
}

impl From<Tone> for ToneWishes {
    fn from(set: Tone) -> Self {
        let Tone { on, allowed, jarring, familiar, formal } = set;
        Self { on, allowed, jarring, familiar, formal }
    }
}

impl ToneWishes {
    fn read(&self) -> Result<Tone, Problem> {
        let allowed = settings::phrases(&self.allowed).map_err(|bad| problem("/allowed", bad))?;
        let jarring = settings::phrases(&self.jarring).map_err(|bad| problem("/jarring", bad))?;
        settings::apart(&allowed, &jarring).map_err(|bad| problem("/jarring", bad))?;
        Ok(Tone { on: self.on, allowed, jarring, familiar: self.familiar, formal: self.formal })
    }
}

fn problem(field: &str, bad: BadPhrase) -> Problem {
    let (at, detail) = match bad {
        BadPhrase::TooMany => return Problem::field(field, format!("holds more than {PHRASES_MOST}")),
        BadPhrase::TooLong(at) => (at, format!("is longer than {PHRASE_MAX} characters")),
        BadPhrase::NoWord(at) => (at, "has no word".to_owned()),
        BadPhrase::Both(at) => (at, "is among those that pass".to_owned()),
    };
    Problem::field(format!("{field}/{at}"), detail)
}

/// Sets how replies are to sound
#[utoipa::path(put, path = "/settings/tone", tag = "Settings", operation_id = "set_tone",
    security(("bearer" = ["admin"])), request_body = ToneWishes,
    responses((status = 200, description = "What is set now.", body = Settings)))]
pub(in crate::api) async fn update_tone(
    caller: Caller,
    Body(new): Body<ToneWishes>,
) -> Result<Json<Settings>, Problem> {
    caller.must(Action::ManageSettings)?;
    let tone = new.read()?;
    let mut tx = caller.p.begin().await?;
    settings::set_tone(&mut tx, &tone).await?;
    changed(caller, tx, "tone").await
}
