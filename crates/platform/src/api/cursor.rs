//! Where a stretch of a list ends, as a text that callers hand back: signed, so that nobody makes one up, and
//! good for one list with the same filters only.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::problem::Problem;
use crate::sessions::digest;
use crate::tokens::{Claims, Tokens};

const PURPOSE: &str = "api-cursor";

/// Which list, with which filters.
#[derive(Clone, Debug)]
pub struct Listing(String);

impl Listing {
    /// The list called `name`, as narrowed by `filters`.
    #[must_use]
    pub fn new<F: Serialize>(name: &str, filters: &F) -> Self {
        let filters = serde_json::to_string(filters).unwrap_or_default();
        Self(digest(&format!("{name} {filters}"))[..16].to_owned())
    }
}

/// Makes and reads cursors.
#[derive(Clone, Copy)]
pub struct Cursor<'a>(pub &'a Tokens);

impl Cursor<'_> {
    /// A cursor behind `place`, which must be short: a sort key and an id.
    #[must_use]
    pub fn seal<P: Serialize>(self, list: &Listing, place: &P) -> String {
        let place = serde_json::to_string(place).unwrap_or_default();
        let (object, person) = (place, list.0.clone());
        self.0.issue(&Claims { purpose: PURPOSE, object, person, expires: None })
    }

    /// The place that a cursor stands for; none at the beginning.
    ///
    /// # Errors
    /// When it is none of ours for this list.
    pub fn open<P: DeserializeOwned>(self, list: &Listing, text: Option<&str>) -> Result<Option<P>, Problem> {
        let Some(text) = text else { return Ok(None) };
        // Never ends, so any moment will do.
        let claims = self.0.read(PURPOSE, text, base::Instant::UNIX_EPOCH).ok();
        let place = claims.filter(|claims| claims.person == list.0);
        place
            .and_then(|claims| serde_json::from_str(&claims.object).ok())
            .map(Some)
            .ok_or_else(|| Problem::parameter("cursor", "is not a cursor of this list with these filters"))
    }
}
