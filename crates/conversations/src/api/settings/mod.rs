//! What a business has set about its conversations.

mod manners;
mod needs;
mod tone;

use axum::Json;
use base::calendar::Calendar;
use base::{Action, Language};
use jiff::tz::TimeZone;
use people::api::Caller;
use platform::api::{Body, Problem};
use platform::web::form::one_line;
use platform::web::typeface;
use platform::{Conn, Tx};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use self::manners::{Manners, RequestPages, StateName};
use crate::settings::{self, Receipts};

pub(in crate::api) use self::manners::{
    __path_update_manners, __path_update_requests, __path_update_states, update_manners, update_requests, update_states,
};
use self::needs::NeedWishes;
pub(in crate::api) use self::needs::{__path_update_needs, update_needs};
use self::tone::ToneWishes;
pub(in crate::api) use self::tone::{__path_update_tone, update_tone};

/// What is set.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct Settings {
    /// The business, as customers see it.
    business: Business,
    /// How conversations behave.
    manners: Manners,
    /// When replies are due.
    times: Times,
    /// When the business is open, as `PUT /settings/hours` takes it; null when every hour counts.
    #[schema(value_type = Option<Object>)]
    hours: Option<Calendar>,
    /// Whether new enquiries get a receipt.
    receipts: bool,
    /// The business's own names of states.
    state_names: Vec<StateName>,
    /// The pages that customers see of their requests.
    requests: RequestPages,
    /// How replies are to sound.
    tone: ToneWishes,
    /// The topics by which customers' needs are sorted.
    needs: NeedWishes,
}

/// The business, as customers see it.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct Business {
    /// Its name.
    name: String,
    /// The address customers write to.
    address: String,
    /// Stands under every reply.
    signature: String,
    /// Its time zone, by its IANA name.
    zone: String,
    /// What it speaks with customers whose own language is not known.
    language: String,
}

/// When replies are due.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "first_reply_hours": 24, "next_reply_minutes": 480, "track_time": true }))]
pub(in crate::api) struct Times {
    /// Hours to the first reply of a colleague, every day of the year.
    #[schema(minimum = 1, maximum = 720)]
    first_reply_hours: i64,
    /// Open minutes to every further reply.
    #[schema(minimum = 1, maximum = 43200)]
    next_reply_minutes: i64,
    /// Whether colleagues write down how much time they spend.
    track_time: bool,
}

async fn all(conn: &mut Conn) -> Result<Json<Settings>, Problem> {
    let business = settings::business(conn).await?;
    let manners = settings::manners(conn).await?;
    let receipts = settings::receipts(conn).await?.on;
    let state_names = settings::state_names(conn).await?.into_iter().map(StateName::from).collect();
    let requests = (settings::requests(conn).await?, typeface::chosen(conn).await?).into();
    let tone = ToneWishes::from(settings::tone(conn).await?);
    let needs = NeedWishes::from(settings::need_topics(conn).await?);
    let policy = settings::clock_policy(conn).await?;
    let times = Times {
        first_reply_hours: policy.first_reply_hours,
        next_reply_minutes: policy.next_reply_minutes,
        track_time: manners.track_time,
    };
    let business = Business {
        name: business.name,
        address: business.address,
        signature: business.signature,
        zone: business.zone,
        language: business.language.code().to_owned(),
    };
    let manners = Manners::from(&manners);
    Ok(Json(Settings {
        business,
        manners,
        times,
        hours: policy.calendar,
        receipts,
        state_names,
        requests,
        tone,
        needs,
    }))
}

/// Shows settings
#[utoipa::path(get, path = "/settings", tag = "Settings", operation_id = "get_settings", security(("bearer" = ["admin"])),
    responses((status = 200, description = "What is set.", body = Settings)))]
pub(in crate::api) async fn show(caller: Caller) -> Result<Json<Settings>, Problem> {
    caller.must(Action::ManageSettings)?;
    all(&mut caller.p.db.read().await?).await
}

/// Whether new enquiries get a receipt.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "on": true }))]
pub(in crate::api) struct Switch {
    /// Whether they do.
    on: bool,
}

/// Switches receipts on or off
#[utoipa::path(put, path = "/settings/receipts", tag = "Settings", operation_id = "set_receipts",
    security(("bearer" = ["admin"])), request_body = Switch,
    responses((status = 200, description = "What is set now.", body = Settings)))]
pub(in crate::api) async fn update_receipts(caller: Caller, Body(to): Body<Switch>) -> Result<Json<Settings>, Problem> {
    caller.must(Action::ManageSettings)?;
    let mut tx = caller.p.begin().await?;
    settings::set_receipts(&mut tx, &Receipts { on: to.on }).await?;
    platform::settings::record_change(&mut tx, &caller.actor(), "receipts").await?;
    tx.commit().await?;
    all(&mut caller.p.db.read().await?).await
}

/// The business as customers are to see it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "name": "Brekkesund", "address": "hei@brekkesund.example", "signature": "Brekkesund",
    "zone": "Europe/Oslo", "language": "nb" }))]
pub(in crate::api) struct NewBusiness {
    /// Its name.
    #[schema(min_length = 1, max_length = 120)]
    name: String,
    /// The address customers write to.
    #[schema(max_length = 320)]
    address: String,
    /// Stands under every reply.
    #[schema(max_length = 2000)]
    signature: String,
    /// Its time zone, by its IANA name.
    zone: String,
    /// What it speaks with customers whose own language is not known: `en`, `nb`, `sv`, `da` or `id`.
    language: String,
}

impl NewBusiness {
    fn read(self) -> Result<settings::Business, Problem> {
        let (name, address) = (one_line(&self.name, 120), one_line(&self.address, 320));
        let zone = one_line(&self.zone, 64);
        let signature = self.signature.replace("\r\n", "\n").trim().chars().take(2000).collect();
        let language = Language::from_code(&self.language);
        if name.is_empty() {
            return Err(Problem::field("/name", "is empty"));
        }
        if !people::person::looks_like_address(&address) {
            return Err(Problem::field("/address", "is no mail address"));
        }
        if !TimeZone::get(&zone).is_ok_and(|zone| zone.iana_name().is_some()) {
            return Err(Problem::field("/zone", "is no time zone of the IANA database"));
        }
        let language = language.ok_or_else(|| Problem::field("/language", "is none of en, nb, sv, da, id"))?;
        Ok(settings::Business { name, address, signature, zone, language })
    }
}

/// Sets the business
///
/// All of how customers see it.
#[utoipa::path(put, path = "/settings/business", tag = "Settings", operation_id = "set_business",
    security(("bearer" = ["admin"])), request_body = NewBusiness,
    responses((status = 200, description = "What is set now.", body = Settings)))]
pub(in crate::api) async fn update_business(
    caller: Caller,
    Body(new): Body<NewBusiness>,
) -> Result<Json<Settings>, Problem> {
    caller.must(Action::ManageSettings)?;
    let business = new.read()?;
    let mut tx = caller.p.begin().await?;
    settings::set_business(&mut tx, &business).await?;
    changed(caller, tx, "business").await
}

/// Sets when replies are due
///
/// Clocks that run already keep their deadlines.
#[utoipa::path(put, path = "/settings/times", tag = "Settings", operation_id = "set_times",
    security(("bearer" = ["admin"])), request_body = Times,
    responses((status = 200, description = "What is set now.", body = Settings)))]
pub(in crate::api) async fn update_times(caller: Caller, Body(times): Body<Times>) -> Result<Json<Settings>, Problem> {
    caller.must(Action::ManageSettings)?;
    if !(1..=720).contains(&times.first_reply_hours) {
        return Err(Problem::field("/first_reply_hours", "must be between 1 and 720"));
    }
    if !(1..=43_200).contains(&times.next_reply_minutes) {
        return Err(Problem::field("/next_reply_minutes", "must be between 1 and 43200"));
    }
    let mut tx = caller.p.begin().await?;
    let mut policy = settings::clock_policy(&mut tx).await?;
    policy.first_reply_hours = times.first_reply_hours;
    policy.next_reply_minutes = times.next_reply_minutes;
    settings::set_clock_policy(&mut tx, &policy).await?;
    let mut manners = settings::manners(&mut tx).await?;
    manners.track_time = times.track_time;
    settings::set_manners(&mut tx, &manners).await?;
    changed(caller, tx, "times").await
}

/// When the business is open.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "hours": { "tz": "Europe/Oslo", "week": { "mon": [["08:00", "16:00"]] },
    "holidays": ["2026-12-25"], "special": { "2026-12-24": [["08:00", "12:00"]] } } }))]
pub(in crate::api) struct NewHours {
    /// The hours of each day, holidays, and days with hours of their own; null when every hour counts.
    #[serde(deserialize_with = "Option::deserialize")]
    #[schema(required, value_type = Option<Object>)]
    hours: Option<Calendar>,
}

/// Sets opening hours
#[utoipa::path(put, path = "/settings/hours", tag = "Settings", operation_id = "set_hours",
    security(("bearer" = ["admin"])), request_body = NewHours,
    responses((status = 200, description = "What is set now.", body = Settings)))]
pub(in crate::api) async fn update_hours(caller: Caller, Body(new): Body<NewHours>) -> Result<Json<Settings>, Problem> {
    caller.must(Action::ManageSettings)?;
    if new.hours.as_ref().is_some_and(|calendar| calendar.week().is_closed()) {
        return Err(Problem::field("/hours/week", "is closed all week, so that no reply were ever due"));
    }
    let mut tx = caller.p.begin().await?;
    let mut policy = settings::clock_policy(&mut tx).await?;
    let version = policy.calendar.as_ref().map_or(0, Calendar::version);
    policy.calendar = new.hours.map(|calendar| calendar.with_version(version.saturating_add(1)));
    settings::set_clock_policy(&mut tx, &policy).await?;
    changed(caller, tx, "hours").await
}

/// Says who changed the page, and what is set now.
async fn changed(caller: Caller, mut tx: Tx, page: &str) -> Result<Json<Settings>, Problem> {
    platform::settings::record_change(&mut tx, &caller.actor(), page).await?;
    tx.commit().await?;
    all(&mut caller.p.db.read().await?).await
}
