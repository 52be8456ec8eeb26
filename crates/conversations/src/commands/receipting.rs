//! Receipts: who writes of something new is told by itself that it has come, and by when to expect a person.
//!
//! A receipt is a message of its own kind and goes the way of replies: kept with its text under a signed
//! Message-ID, through the outbox, told in the log. It changes nothing of the conversation: no clock stops, nobody
//! takes it, it is no answer. It repeats none of the customer's words but the subject.

use base::{Actor, Instant, Language, Scope};
use jiff::tz::TimeZone;
use people::PersonId;
use people::care::{MaySend, Sending};
use people::person::{fold_address, looks_like_address};
use platform::i18n::Say;
use platform::{Context, Platform, Result, Tx, args};

use super::inbound::Inbound;
use super::{posting, service};
use crate::events::ConversationEvent;
use crate::ids::ConversationId;
use crate::model::{Author, Mailbox, Message, MessageKind};
use crate::naming;
use crate::rules::placing::{Place, Step};
use crate::rules::receipts::{self, Enquiry, NoReceipt, PER_HOUR};
use crate::settings::{self, Business};
use crate::store::{self, Allowance};

/// What it usually says, and what it says to somebody who is treated with care.
const USUAL: &str = "receipt-body";
const PLAIN: &str = "receipt-body-plain";
/// The warning that a message bears when its sender gets no more receipts for a while.
const CAPPED: &str = "receipt_capped";

/// What was decided about a message.
pub(super) enum Decided {
    /// None is due.
    None,
    /// One goes, and promises an answer until then.
    Goes(Instant),
    /// Too many went; people are told once.
    Capped,
}

/// Decides whether a receipt goes, and says why in the trace. Called before the message is kept, so that its trace
/// and its warnings say so.
pub(super) async fn decide(
    tx: &mut Tx,
    person: &PersonId,
    inbound: &mut Inbound,
    place: &Place,
    trace: &mut Vec<Step>,
) -> Result<Decided> {
    if !matches!(place, Place::New | Place::Continue(..)) {
        return Ok(Decided::None);
    }
    if let Some(reason) = receipts::refused(&enquiry(tx, inbound).await?) {
        trace.push(Step::new(reason.code()));
        return Ok(Decided::None);
    }
    let now = tx.machine_now();
    match store::allow(tx, &fold_address(&inbound.from.address), now).await? {
        Allowance::Capped { first } => {
            trace.push(Step::new(NoReceipt::Capped.code()).with("count", PER_HOUR));
            if first {
                inbound.warnings.push(CAPPED.to_owned());
            }
            Ok(if first { Decided::Capped } else { Decided::None })
        }
        Allowance::Goes => {
            let zone = zone_of(&settings::business(tx).await?);
            let targets = service::targets_for(tx, person, inbound, place).await?;
            let until = receipts::expected_by(&targets, inbound.received_at, &zone);
            trace.push(goes(until));
            Ok(Decided::Goes(until))
        }
    }
}

fn goes(until: Instant) -> Step {
    Step::new(receipts::GOES).with("until", until)
}

/// What is known of it.
pub(super) async fn enquiry(tx: &mut Tx, inbound: &Inbound) -> Result<Enquiry> {
    let address = &inbound.from.address;
    Ok(Enquiry {
        wanted: settings::receipts(tx).await?.on,
        by_machine: inbound.automatic.is_some() || inbound.bounce.is_some() || inbound.unreadable.is_some(),
        old: inbound.receipt.old,
        declines: inbound.receipt.declines,
        from_us: inbound.receipt.from_us || people::staff::by_email(tx, address).await?.is_some(),
        reachable: looks_like_address(address) && !address.ends_with(".invalid"),
        verdict: inbound.proof.as_ref().map(|proof| proof.verdict).unwrap_or_default(),
    })
}

/// Does what was decided, for the conversation that the message began.
pub(super) async fn carry_out(
    p: &Platform,
    tx: &mut Tx,
    id: &ConversationId,
    inbound: &Inbound,
    decided: Decided,
) -> Result<()> {
    let event = match decided {
        Decided::None => return Ok(()),
        Decided::Capped => {
            let (conversation, who) = (id.clone(), inbound.from.address.clone());
            ConversationEvent::ReceiptsCapped { conversation, who }
        }
        Decided::Goes(until) => {
            let conversation = store::find(tx, &Scope::All, id).await?.context("a conversation that is gone")?;
            let business = settings::business(tx).await?;
            let language = conversation.language.or(inbound.language).unwrap_or(business.language);
            let say = p.i18n.to(language);
            let now = tx.now();
            let may = people::care::verdict(tx, &conversation.person, Sending::Receipt, now).await?;
            let form = if may == MaySend::Send { USUAL } else { PLAIN };
            let body = text(&say, (form, until), inbound.received_at, &business, inbound.receipt.utc_offset);
            let message = receipt(p, tx, &business, inbound, (id, language, body));
            let mail_id = naming::message_id(p, &message.id, &business);
            store::add_message(tx, &message, Some(&mail_id), &[goes(until)]).await?;
            posting::post(tx, &message.id, &conversation, false).await?;
            let to = inbound.from.address.clone();
            ConversationEvent::ReceiptSent { conversation: id.clone(), message: message.id, to, until }
        }
    };
    tx.record(&event, &Actor::System, None).await
}

fn receipt(
    p: &Platform,
    tx: &Tx,
    business: &Business,
    inbound: &Inbound,
    (id, language, body): (&ConversationId, Language, String),
) -> Message {
    Message {
        // Right after what it answers, also when that waited somewhere on its way.
        at: tx.now().max(inbound.received_at),
        from: Mailbox { name: String::new(), address: business.address.clone() },
        to: vec![inbound.from.clone()],
        language: Some(language),
        ..posting::message(p, tx, id, Author::System, MessageKind::Receipt, body)
    }
}

/// The business's zone.
#[must_use]
pub fn zone_of(business: &Business) -> TimeZone {
    TimeZone::get(&business.zone).unwrap_or(TimeZone::UTC)
}

/// What a receipt would say to whoever wrote `now`.
///
/// # Errors
/// When settings cannot be read.
pub async fn preview(conn: &mut platform::Conn, say: &Say, now: Instant) -> Result<String> {
    let business = settings::business(conn).await?;
    let zone = zone_of(&business);
    let until = receipts::expected_by(&settings::clock_policy(conn).await?.targets(), now, &zone);
    let offset = zone.to_offset(now).seconds() / 60;
    Ok(text(say, (USUAL, until), now, &business, Some(offset)))
}

/// What a receipt says. The time is the business's; to whoever lives by another clock, that is said too.
fn text(
    say: &Say,
    (form, until): (&str, Instant),
    now: Instant,
    business: &Business,
    utc_offset: Option<i32>,
) -> String {
    let zone = zone_of(business);
    let same = |at: Instant| utc_offset == Some(zone.to_offset(at).seconds() / 60);
    let when = if same(now) {
        say.before(until, Some(now), &zone)
    } else {
        let place = zone.iana_name().unwrap_or("UTC");
        let place = place.rsplit('/').next().unwrap_or(place).replace('_', " ");
        say.with("receipt-when-elsewhere", args![when = say.before(until, None, &zone), place = place])
    };
    say.with(form, args![when = when])
}
