//! What a business can set about its conversations, with the defaults it has before.

mod by_articles;
mod needing;
mod outcomes;
mod rota;
mod service;
mod toning;
mod turning;

use base::Language;
use serde::{Deserialize, Serialize};

use crate::commands;
use crate::model::State;
use crate::rules::clocks::ClockPolicy;
use crate::rules::states::ClosedReply;
use crate::rules::subject_tag::SubjectTag;
use platform::{Conn, Result, Tx, settings};

pub use by_articles::{A_DAY, ByArticles, by_articles, set_by_articles};
pub use needing::{BadTopic, NeedTopics, TOPICS_MOST, need_topics, set_need_topics, topics};
pub use outcomes::{Outcomes, outcomes, set_outcomes};
pub use rota::{ROTA_EASY_MAX, ROTA_HOURS_MAX, Rota, rota, set_rota};
pub use service::{BadLevels, checked, service_levels, set_service_levels, targets};
pub use toning::{BadPhrase, PHRASE_MAX, PHRASES_MOST, Tone, apart, phrases, set_tone, tone};
pub use turning::{TURN_NEEDS_MOST, Turns, set_turns, turns};

/// The business, as customers see it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct Business {
    /// Its name.
    pub name: String,
    /// The address customers write to; empty until a mailbox is set up.
    pub address: String,
    /// Stands under every reply, in the words of the business.
    pub signature: String,
    /// IANA zone that pages without a colleague's own zone use.
    pub zone: String,
    /// What it speaks with customers whose own language is not known.
    pub language: Language,
}

impl Default for Business {
    fn default() -> Self {
        Self {
            name: String::new(),
            address: String::new(),
            signature: String::new(),
            zone: "Europe/Oslo".into(),
            language: Language::default(),
        }
    }
}

/// How conversations behave.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct Manners {
    /// What a reply to a closed conversation becomes.
    pub closed_reply: ClosedReply,
    /// Quiet days after which solved becomes closed.
    pub quiet_days: i64,
    /// Seconds in which a reply can be taken back.
    pub undo_seconds: i64,
    /// Whether subjects bear the number, and where.
    pub subject_tag: SubjectTag,
    /// Whether colleagues write down how much time they spend.
    pub track_time: bool,
    /// Days after which what is deleted goes for good.
    pub deleted_days: i64,
    /// Hours before a reply is due from which on it is due soon.
    pub soon_hours: i64,
}

impl Default for Manners {
    fn default() -> Self {
        let (closed_reply, subject_tag) = (ClosedReply::Link, SubjectTag::Off);
        Self {
            closed_reply,
            quiet_days: 14,
            undo_seconds: 10,
            subject_tag,
            track_time: true,
            deleted_days: 30,
            soon_hours: 4,
        }
    }
}

/// Whether new enquiries get a receipt.
///
/// They do unless the business says otherwise: a promise is worth most to whoever does not know yet whether anybody
/// reads. Nothing surprises whoever just connected a mailbox: what lay there before gets none, and what nobody
/// proves gets none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Receipts {
    /// Whether they go.
    pub on: bool,
}

impl Default for Receipts {
    fn default() -> Self {
        Self { on: true }
    }
}

/// The pages that customers see of their requests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Requests {
    /// Whether mails bear the link to them, and it opens.
    pub links: bool,
    /// The business's colour on them, as a hue in steps of ten degrees. How light and how full it is stays ours, so
    /// that everything can be read on it.
    pub hue: Option<u16>,
}

impl Default for Requests {
    fn default() -> Self {
        Self { links: true, hue: None }
    }
}

/// A name of the business's own over one of the six states.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StateName {
    /// Its id; what conversations keep.
    pub id: String,
    /// The state it means.
    pub state: State,
    /// What people read: «Waiting for parts».
    pub name: String,
    /// Whether service clocks stand still meanwhile; unless it says so, as the state that it means has it.
    #[serde(default)]
    pub pauses: Option<bool>,
}

/// The keys under which these lie.
const BUSINESS: &str = "business";
const MANNERS: &str = "manners";
const CLOCKS: &str = "clock_policy";
const STATE_NAMES: &str = "state_names";
const RECEIPTS: &str = "receipts";
const REQUESTS: &str = "requests";
const OWN_ADDRESSES: &str = "own_addresses";

/// The business.
///
/// # Errors
/// When settings cannot be read; so for all below.
pub async fn business(conn: &mut Conn) -> Result<Business> {
    settings::get(conn, BUSINESS).await
}

/// How conversations behave.
///
/// # Errors
/// See [`business`].
pub async fn manners(conn: &mut Conn) -> Result<Manners> {
    settings::get(conn, MANNERS).await
}

/// When replies are due.
///
/// # Errors
/// See [`business`].
pub async fn clock_policy(conn: &mut Conn) -> Result<ClockPolicy> {
    settings::get(conn, CLOCKS).await
}

/// The business's own names of states.
///
/// # Errors
/// See [`business`].
pub async fn state_names(conn: &mut Conn) -> Result<Vec<StateName>> {
    settings::get(conn, STATE_NAMES).await
}

/// Whether new enquiries get a receipt.
///
/// # Errors
/// See [`business`].
pub async fn receipts(conn: &mut Conn) -> Result<Receipts> {
    settings::get(conn, RECEIPTS).await
}

/// The addresses that are ours: the business's, and those that channels say mail is brought to.
///
/// # Errors
/// See [`business`].
pub async fn own_addresses(conn: &mut Conn) -> Result<Vec<String>> {
    let mut all: Vec<String> = settings::get(conn, OWN_ADDRESSES).await?;
    let business = business(conn).await?.address;
    if !business.is_empty() && !all.iter().any(|known| known.eq_ignore_ascii_case(&business)) {
        all.insert(0, business);
    }
    Ok(all)
}

/// Keeps the addresses that channels bring mail to, or once did. A channel says so whenever they change.
///
/// # Errors
/// See [`set_business`].
pub async fn set_own_addresses(tx: &mut Tx, addresses: &[String]) -> Result<()> {
    settings::set(tx, OWN_ADDRESSES, &addresses).await
}

/// Keeps the business. In another zone what recurs is planned anew.
///
/// # Errors
/// When settings cannot be written; so for all below.
pub async fn set_business(tx: &mut Tx, business: &Business) -> Result<()> {
    let was = self::business(tx).await?;
    settings::set(tx, BUSINESS, business).await?;
    if was.zone != business.zone {
        let calendar = clock_policy(tx).await?.calendar;
        commands::plan_anew(tx, calendar.as_ref()).await?;
    }
    Ok(())
}

/// Keeps how conversations behave.
///
/// # Errors
/// See [`set_business`].
pub async fn set_manners(tx: &mut Tx, manners: &Manners) -> Result<()> {
    settings::set(tx, MANNERS, manners).await
}

/// Keeps when replies are due. Clocks that run already keep their deadlines; what recurs is planned anew by other hours.
///
/// # Errors
/// See [`set_business`].
pub async fn set_clock_policy(tx: &mut Tx, policy: &ClockPolicy) -> Result<()> {
    let was = clock_policy(tx).await?;
    settings::set(tx, CLOCKS, policy).await?;
    if was.calendar != policy.calendar {
        commands::plan_anew(tx, was.calendar.as_ref()).await?;
    }
    service::times_changed(tx, &was).await
}

/// Keeps the names of states.
///
/// # Errors
/// See [`set_business`].
pub async fn set_state_names(tx: &mut Tx, names: &[StateName]) -> Result<()> {
    settings::set(tx, STATE_NAMES, &names).await
}

/// Keeps whether new enquiries get a receipt.
///
/// # Errors
/// See [`set_business`].
pub async fn set_receipts(tx: &mut Tx, receipts: &Receipts) -> Result<()> {
    settings::set(tx, RECEIPTS, receipts).await
}

/// The pages that customers see of their requests.
///
/// # Errors
/// See [`business`].
pub async fn requests(conn: &mut Conn) -> Result<Requests> {
    settings::get(conn, REQUESTS).await
}

/// Whether there is a community. Who keeps it stands above us; that it is there, the pages below lead to it.
///
/// # Errors
/// See [`business`].
pub async fn has_community(conn: &mut Conn) -> Result<bool> {
    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct Community {
        on: bool,
    }
    Ok(settings::get::<Community>(conn, "community").await?.on && requests(conn).await?.links)
}

/// Keeps how those pages are.
///
/// # Errors
/// See [`set_business`].
pub async fn set_requests(tx: &mut Tx, requests: &Requests) -> Result<()> {
    settings::set(tx, REQUESTS, requests).await
}
