//! Receipts: which enquiry is told by itself that it has come, and by when its sender can expect to hear from
//! a person.
//!
//! A receipt is a mail that nobody asked for. It goes only to a sender who is proved (else it would reach whoever
//! a forger names), never to a machine, never for old mail, and never more often than [`PER_HOUR`] to one address.
//!
//! # The time
//!
//! What a receipt promises must hold whenever the desk keeps its own clock. So it is never earlier than the end of
//! the first-reply clock. And it must be likely when the clock runs out over a weekend: so it is not earlier either
//! than the moment at which the business has been there as long as it gives itself for a reply.

use base::Instant;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Unit, ZonedRound};

use super::clocks::Targets;
use super::placing::Step;
use crate::model::Verdict;

/// Mails that Tillit sends by itself to one address within an hour, at most (T08). A person who writes of five
/// matters in one hour is rare, and loses nothing by the sixth receipt; a robot that answers each is at rest.
pub const PER_HOUR: usize = 5;

/// The steps of a trace that tell of a receipt which goes, and of one that did not go since too many had gone.
pub const GOES: &str = "receipt_goes";

/// What is known of a message that begins a conversation.
#[derive(Clone, Copy, Debug)]
pub struct Enquiry {
    /// Whether the business wants receipts to go.
    pub wanted: bool,
    /// Whether a machine wrote it, or it cannot be read.
    pub by_machine: bool,
    /// Whether it did not come just now: of an archive, or written days ago.
    pub old: bool,
    /// Whether it asks for no answer by a machine, or nobody would read one.
    pub declines: bool,
    /// Whether it is in our own name, or a colleague's.
    pub from_us: bool,
    /// Whether an answer can reach its sender at all.
    pub reachable: bool,
    /// What is known of its sender.
    pub verdict: Verdict,
}

/// Why no receipt goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoReceipt {
    /// A machine wrote it, or it cannot be read.
    ByMachine,
    /// It is old.
    Old,
    /// It is in our own name or a colleague's.
    FromUs,
    /// It asks for none.
    Declined,
    /// There is no address to send one to.
    Unreachable,
    /// Nothing proves its sender.
    Unproved,
    /// The business wants none.
    Off,
    /// So many went to this address within the hour.
    Capped,
}

impl NoReceipt {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::ByMachine,
        Self::Old,
        Self::FromUs,
        Self::Declined,
        Self::Unreachable,
        Self::Unproved,
        Self::Off,
        Self::Capped,
    ];

    /// The step of the trace that says so.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::ByMachine => "no_receipt_by_machine",
            Self::Old => "no_receipt_old",
            Self::FromUs => "no_receipt_from_us",
            Self::Declined => "no_receipt_declined",
            Self::Unreachable => "no_receipt_unreachable",
            Self::Unproved => "no_receipt_unproved",
            Self::Off => "no_receipt_off",
            Self::Capped => "no_receipt_capped",
        }
    }
}

/// Why this enquiry gets no receipt, whatever went before. What it is comes before what the business wishes:
/// so the reason stays the same when the setting changes.
#[must_use]
pub fn refused(it: &Enquiry) -> Option<NoReceipt> {
    let reasons = [
        (it.by_machine, NoReceipt::ByMachine),
        (it.old, NoReceipt::Old),
        (it.from_us, NoReceipt::FromUs),
        (it.declines, NoReceipt::Declined),
        (!it.reachable, NoReceipt::Unreachable),
        (it.verdict != Verdict::Proved, NoReceipt::Unproved),
        (!it.wanted, NoReceipt::Off),
    ];
    reasons.into_iter().find(|(holds, _)| *holds).map(|(_, reason)| reason)
}

/// The mails of the last hour, of all that went to an address by themselves.
#[must_use]
pub fn within_the_hour(sent: &[Instant], now: Instant) -> Vec<Instant> {
    let since = now.checked_sub(SignedDuration::from_hours(1)).unwrap_or(Instant::MIN);
    // What lies ahead was written by a clock that has been put right since; it counts, so that the cap holds.
    sent.iter().copied().filter(|at| *at > since).collect()
}

/// Whether one more may go to an address.
#[must_use]
pub fn may_go(sent: &[Instant], now: Instant) -> bool {
    within_the_hour(sent, now).len() < PER_HOUR
}

/// By when the sender of an enquiry that came at `from` hears from a person: a full half hour in `zone`, and never
/// before the first-reply clock ends.
#[must_use]
pub fn expected_by(targets: &Targets, from: Instant, zone: &TimeZone) -> Instant {
    let clock = targets.first_due(from);
    let open = targets.next.minutes.min(targets.first.minutes).max(0);
    let there = targets.next.calendar.as_ref().and_then(|calendar| calendar.due(from, open));
    half_hour(there.map_or(clock, |there| there.max(clock)), zone)
}

/// The same instant, or the next one at which clocks show a full or a half hour.
fn half_hour(at: Instant, zone: &TimeZone) -> Instant {
    let round = ZonedRound::new().smallest(Unit::Minute).increment(30).mode(jiff::RoundMode::Ceil);
    at.to_zoned(zone.clone()).round(round).map_or(at, |rounded| rounded.timestamp().max(at))
}

/// Whether a receipt that has not gone by `now` has become untrue or needless: a person answered, the matter is
/// closed, or its time is over.
#[must_use]
pub fn is_stale(answered_or_closed: bool, trace: &[Step], now: Instant) -> bool {
    let promised = trace.iter().find(|step| step.code == GOES).and_then(|step| step.args.get("until"));
    let promised = promised.and_then(|until| until.parse::<Instant>().ok());
    answered_or_closed || promised.is_none_or(|until| until <= now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::clocks::ClockPolicy;

    fn at(text: &str) -> Instant {
        text.parse().expect("an instant")
    }

    fn good() -> Enquiry {
        Enquiry {
            wanted: true,
            by_machine: false,
            old: false,
            declines: false,
            from_us: false,
            reachable: true,
            verdict: Verdict::Proved,
        }
    }

    #[test]
    fn each_reason_alone_is_enough_and_without_any_a_receipt_goes() {
        assert_eq!(refused(&good()), None);
        let cases = [
            (Enquiry { by_machine: true, ..good() }, NoReceipt::ByMachine),
            (Enquiry { old: true, ..good() }, NoReceipt::Old),
            (Enquiry { from_us: true, ..good() }, NoReceipt::FromUs),
            (Enquiry { declines: true, ..good() }, NoReceipt::Declined),
            (Enquiry { reachable: false, ..good() }, NoReceipt::Unreachable),
            (Enquiry { verdict: Verdict::Unproved, ..good() }, NoReceipt::Unproved),
            (Enquiry { verdict: Verdict::Failed, ..good() }, NoReceipt::Unproved),
            (Enquiry { wanted: false, ..good() }, NoReceipt::Off),
        ];
        for (enquiry, expect) in cases {
            assert_eq!(refused(&enquiry), Some(expect));
        }
    }

    #[test]
    fn an_hour_holds_five_and_moves_on() {
        let now = at("2026-11-18T12:00:00Z");
        let ago = |minutes: i64| now - SignedDuration::from_mins(minutes);
        assert!(may_go(&[], now));
        assert!(may_go(&[ago(59), ago(50), ago(2), ago(1)], now));
        assert!(!may_go(&[ago(59), ago(50), ago(3), ago(2), ago(1)], now));
        assert!(may_go(&[ago(60), ago(50), ago(3), ago(2), ago(1)], now), "the first is an hour old");
        assert!(!may_go(&[ago(-5); 5], now), "a clock that was put back lifts no cap");
        assert_eq!(within_the_hour(&[ago(61), ago(1)], now), [ago(1)]);
    }

    fn policy(hours: i64, minutes: i64) -> ClockPolicy {
        ClockPolicy { first_reply_hours: hours, next_reply_minutes: minutes, ..ClockPolicy::default() }
    }

    /// Monday to Friday, 8 to 16 in Oslo (an hour ahead of UTC in winter, two in summer).
    #[test]
    fn the_time_is_the_clocks_end_or_when_we_have_been_there_long_enough() {
        let oslo = TimeZone::get("Europe/Oslo").expect("a zone");
        for (hours, minutes, from, expect) in [
            // On Wednesday at 13:48: a day later, on the next half hour.
            (24, 480, "2026-11-18T12:48:00Z", "2026-11-19T13:00:00Z"),
            // Exactly on the half hour stays there.
            (24, 480, "2026-11-18T12:30:00Z", "2026-11-19T12:30:00Z"),
            // Four hours are promised and the desk is open: today.
            (4, 480, "2026-11-18T08:40:00Z", "2026-11-18T13:00:00Z"),
            // On Friday at 15:59 the clock ends on Saturday, when nobody is there.
            (24, 480, "2026-11-20T14:59:00Z", "2026-11-23T15:00:00Z"),
            // On Saturday: Monday, once we have been there for a day's work.
            (24, 480, "2026-11-21T09:00:00Z", "2026-11-23T15:00:00Z"),
            // One open hour is what a reply takes: on Monday at nine.
            (24, 60, "2026-11-21T09:10:00Z", "2026-11-23T08:00:00Z"),
            // Over the change to summer time on Sunday: real hours of the clock, local hours of the desk.
            (24, 60, "2026-03-28T10:00:00Z", "2026-03-30T07:00:00Z"),
        ] {
            assert_eq!(
                expected_by(&policy(hours, minutes).targets(), at(from), &oslo),
                at(expect),
                "{hours} {minutes} {from}"
            );
        }
    }

    #[test]
    fn without_opening_hours_or_with_none_at_all_the_clock_alone_counts() {
        let from = at("2026-11-21T09:00:00Z");
        let day_after = at("2026-11-22T09:00:00Z");
        let always = ClockPolicy { calendar: None, ..policy(24, 480) };
        assert_eq!(expected_by(&always.targets(), from, &TimeZone::UTC), day_after);
        let never = serde_json::from_str(r#"{"tz":"Europe/Oslo","week":{}}"#).expect("a calendar");
        let never = ClockPolicy { calendar: Some(never), ..policy(24, 480) };
        assert_eq!(expected_by(&never.targets(), from, &TimeZone::UTC), day_after);
    }

    #[test]
    fn closed_days_are_passed_over_and_whatever_comes_in_the_promise_holds_when_the_clock_does() {
        let json = r#"{"tz":"Europe/Oslo","week":{"mon":[["08:00","16:00"]],"thu":[["10:00","14:30"]]},
            "holidays":["2026-11-23"]}"#;
        let calendar = serde_json::from_str(json).expect("a calendar");
        let policy = ClockPolicy { calendar: Some(calendar), ..policy(24, 60) };
        let oslo = TimeZone::get("Europe/Oslo").expect("a zone");
        let found = expected_by(&policy.targets(), at("2026-11-21T09:00:00Z"), &oslo);
        assert_eq!(found, at("2026-11-26T10:00:00Z"), "not on the holiday: on Thursday at eleven");
        for minutes in (0..60 * 24 * 400).step_by(397) {
            let from = at("2026-01-01T00:00:00Z") + SignedDuration::from_mins(minutes);
            let until = expected_by(&policy.targets(), from, &oslo);
            assert!(until >= policy.first_due(from), "{from}: {until}");
            let local = until.to_zoned(oslo.clone());
            assert_eq!((local.minute() % 30, local.second()), (0, 0), "{from}: {until}");
        }
    }

    #[test]
    fn what_is_answered_closed_or_over_by_now_is_stale() {
        let now = at("2026-11-18T12:00:00Z");
        let trace = |until: &str| vec![Step::new(GOES).with("until", until)];
        assert!(!is_stale(false, &trace("2026-11-18T12:30:00Z"), now));
        assert!(is_stale(true, &trace("2026-11-18T12:30:00Z"), now));
        assert!(is_stale(false, &trace("2026-11-18T12:00:00Z"), now));
        assert!(is_stale(false, &[], now) && is_stale(false, &trace("soon"), now));
    }
}
