//! The service policies of the demo, kept by the product's own commands: what is urgent, what the workshop takes in, and
//! who writes Indonesian. But for what is urgent, replies are due as they usually are: what the story tells of lateness
//! stays true.

use std::collections::BTreeMap;

use base::Language;
use base::calendar::Calendar;
use conversations::model::{
    NamedHours, ServiceHours, ServiceLevels, ServicePolicy, ServiceTarget, ServiceWhen, Warn, WhenLate,
};
use conversations::{HoursId, ServicePolicyId, settings};
use people::DepartmentId;
use people::staff::Staff;
use platform::{Context, Fault, Platform, Result};

/// A word that nothing in the story bears: whoever looks around puts it on something and sees what moves.
const URGENT: &str = "haster";
/// Twenty working days of the business.
const WORKSHOP_MINUTES: i64 = 20 * 480;
/// When somebody is there who writes Indonesian.
const JAKARTA: &str = r#"{"tz":"Asia/Jakarta","week":{"mon":[["09:00","17:00"]],"tue":[["09:00","17:00"]],
    "wed":[["09:00","17:00"]],"thu":[["09:00","17:00"]],"fri":[["09:00","17:00"]]}}"#;

/// Sets all three.
///
/// # Errors
/// When settings cannot be written.
pub async fn set(p: &Platform, staff: &BTreeMap<&'static str, Staff>, workshop: &DepartmentId) -> Result<()> {
    let actor = staff.get("torarne").map(Staff::actor).context("nobody is called torarne")?;
    let mut tx = p.begin().await?;
    let now = tx.now();
    let calendar: Calendar = serde_json::from_str(JAKARTA)?;
    let jakarta = NamedHours { id: HoursId::next(&p.ids, now), name: "Jakarta".to_owned(), calendar };
    let target = |minutes: i64, hours: ServiceHours| ServiceTarget { minutes, hours };
    let policy = |name: &str, when: ServiceWhen| ServicePolicy {
        id: ServicePolicyId::next(&p.ids, now),
        version: 0,
        name: name.to_owned(),
        when,
        first: target(24 * 60, ServiceHours::Always),
        next: target(8 * 60, ServiceHours::Business),
        resolution: None,
        warn: None,
        late: WhenLate::default(),
    };
    let urgent = ServicePolicy {
        first: target(2 * 60, ServiceHours::Business),
        next: target(2 * 60, ServiceHours::Business),
        resolution: Some(target(24 * 60, ServiceHours::Always)),
        warn: Some(Warn::Share(50)),
        ..policy("Haster", ServiceWhen { tags: vec![URGENT.to_owned()], ..ServiceWhen::default() })
    };
    let of_workshop = ServicePolicy {
        resolution: Some(target(WORKSHOP_MINUTES, ServiceHours::Business)),
        ..policy("Verksted", ServiceWhen { departments: vec![workshop.clone()], ..ServiceWhen::default() })
    };
    let indonesian = ServicePolicy {
        resolution: Some(target(WORKSHOP_MINUTES, ServiceHours::Named(jakarta.id.clone()))),
        ..policy("Jakarta", ServiceWhen { languages: vec![Language::Id], ..ServiceWhen::default() })
    };
    let levels = ServiceLevels { policies: vec![urgent, of_workshop, indonesian], hours: vec![jakarta] };
    settings::checked(&levels).map_err(|bad| Fault::new(format!("the demo's policies: {bad:?}")))?;
    settings::set_service_levels(&mut tx, levels).await?;
    platform::settings::record_change(&mut tx, &actor, "service").await?;
    tx.commit().await
}
