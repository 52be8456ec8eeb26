//! How often something was sent that jars: for the whole desk, never for one person.

use base::Instant;
use jiff::ToSpan;
use platform::{Conn, Result};

use crate::model::ToneOverrides;
use crate::{commands, settings, store};

/// For so many days, today among them.
pub const TONE_DAYS: i64 = 30;

/// How often within the last [`TONE_DAYS`] days, in the business's zone.
///
/// # Errors
/// When the database cannot be read.
pub async fn tone_overrides(conn: &mut Conn, now: Instant) -> Result<Vec<ToneOverrides>> {
    let zone = commands::zone_of(&settings::business(conn).await?);
    let today = now.to_zoned(zone).date();
    let first = today.saturating_sub((TONE_DAYS - 1).days());
    store::overrides_since(conn, &first.to_string()).await
}
