//! How a colleague wants to be told: for each kind, in which hours not, and when the digest comes.

use std::collections::BTreeMap;

use base::Instant;
use jiff::tz::TimeZone;
use people::StaffId;
use platform::{Conn, Result, Tx};
use serde::{Deserialize, Serialize};

use super::rules::timing::{DAY, Quiet, Way, mailed};
use super::{Kind, store};

/// How one colleague wants to be told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Wishes {
    pub(super) ways: BTreeMap<Kind, Way>,
    /// When nothing is mailed.
    pub quiet: Quiet,
    /// The hour of the digest, in the business's time.
    pub digest: u8,
}

impl Default for Wishes {
    fn default() -> Self {
        Self { ways: BTreeMap::new(), quiet: Quiet::default(), digest: 8 }
    }
}

impl Wishes {
    /// How they are told this. Whoever never said is told everything in the desk, and what cannot wait also by mail.
    #[must_use]
    pub fn way(&self, kind: Kind) -> Way {
        let usual = match kind {
            Kind::Mentioned | Kind::Undelivered => Way::Mail,
            _ => Way::Desk,
        };
        self.ways.get(&kind).copied().unwrap_or(usual)
    }

    /// The same wishes with another way for one kind.
    #[must_use]
    pub fn with(mut self, kind: Kind, way: Way) -> Self {
        self.ways.insert(kind, way);
        self
    }

    /// When a notice of this kind is mailed, if it is.
    #[must_use]
    pub fn mailed(&self, kind: Kind, at: Instant, zone: &TimeZone) -> Option<Instant> {
        mailed(self.way(kind), at, &self.quiet, self.digest, zone)
    }

    /// Whether all of it makes sense.
    #[must_use]
    pub fn fits(&self) -> bool {
        let hours = self.quiet.hours.is_none_or(|(from, until)| from < DAY && until < DAY && from != until);
        hours && self.digest < 24 && self.quiet.days.iter().all(|day| (1..=7).contains(day))
    }
}

/// How a colleague wants to be told.
///
/// # Errors
/// When the table cannot be read.
pub async fn wishes(conn: &mut Conn, staff: &StaffId) -> Result<Wishes> {
    Ok(store::wishes(conn, staff).await?.unwrap_or_default())
}

/// Keeps how they want to be told; what was told stays as it was.
///
/// # Errors
/// When the table cannot be written.
pub async fn set_wishes(tx: &mut Tx, staff: &StaffId, wishes: &Wishes) -> Result<()> {
    store::put_wishes(tx, staff, wishes).await
}

/// The zone of the business's days.
///
/// # Errors
/// When settings cannot be read.
pub async fn zone(conn: &mut Conn) -> Result<TimeZone> {
    let business = conversations::settings::business(conn).await?;
    Ok(TimeZone::get(&business.zone).unwrap_or(TimeZone::UTC))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_never_said_is_told_all_in_the_desk_and_by_mail_what_cannot_wait() {
        let by_mail: Vec<Kind> =
            Kind::ALL.into_iter().filter(|kind| Wishes::default().way(*kind) == Way::Mail).collect();
        assert_eq!(by_mail, [Kind::Mentioned, Kind::Undelivered]);
        assert!(Kind::ALL.iter().all(|kind| Wishes::default().way(*kind) != Way::Off));
        assert!(Wishes::default().fits());
    }

    #[test]
    fn wishes_read_back_and_what_is_new_has_its_usual_way() {
        let wishes = Wishes::default().with(Kind::Wrote, Way::Digest).with(Kind::Mentioned, Way::Off);
        let text = serde_json::to_string(&wishes).expect("written");
        assert_eq!(serde_json::from_str::<Wishes>(&text).expect("read"), wishes);
        let old: Wishes = serde_json::from_str(r#"{"ways":{"late":"off"}}"#).expect("read");
        assert_eq!((old.way(Kind::Late), old.way(Kind::Undelivered), old.digest), (Way::Off, Way::Mail, 8));
    }

    #[test]
    fn hours_and_days_must_be_some() {
        let quiet = |hours, days: &[i8]| Wishes { quiet: Quiet { hours, days: days.to_vec() }, ..Wishes::default() };
        for (wishes, fits) in [
            (quiet(Some((0, 1439)), &[1, 7]), true),
            (quiet(Some((0, 1440)), &[]), false),
            (quiet(Some((60, 60)), &[]), false),
            (quiet(None, &[0]), false),
            (quiet(None, &[8]), false),
            (Wishes { digest: 24, ..Wishes::default() }, false),
        ] {
            assert_eq!(wishes.fits(), fits, "{wishes:?}");
        }
    }
}
