//! When a complaint may be closed: once its customer has said that they are content, or once they were tried to be
//! reached on three days without a word from them. Whoever leads may close it all the same, and says why.
//!
//! | | a yes since they last spoke | no such yes |
//! |---|---|---|
//! | tried on fewer than three days since they last spoke | may be closed | may not |
//! | tried on three days or more | may be closed | may be closed |
//!
//! What they say themselves begins it anew: a yes before it holds no more, and tries before it did reach them.

use std::collections::BTreeSet;

use base::Instant;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::states::Refusal;
use crate::model::{DeliveryState, Direction, Message, MessageKind};

/// Days on which a customer is tried to be reached before a complaint is closed without their yes.
pub const TRIES: usize = 3;

/// How a complaint stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stands {
    /// Whether its customer said that they are content, and nothing else since.
    pub content: bool,
    /// The days on which they were tried to be reached since they last spoke.
    pub tried: BTreeSet<Date>,
}

impl Stands {
    /// On how many more days they are to be tried to be reached; none where it may be closed.
    #[must_use]
    pub fn missing(&self) -> usize {
        if self.content { 0 } else { TRIES.saturating_sub(self.tried.len()) }
    }

    /// Whether it may be closed.
    ///
    /// # Errors
    /// [`Refusal::ComplaintOpen`] when it may not.
    pub fn may_close(&self) -> Result<(), Refusal> {
        if self.missing() == 0 { Ok(()) } else { Err(Refusal::ComplaintOpen) }
    }
}

/// How a complaint stands after these messages, in whatever order, where its customer said at `yes` that they are
/// content. Days are those of `zone`.
#[must_use]
pub fn stands(messages: &[Message], yes: Option<Instant>, zone: &TimeZone) -> Stands {
    let spoke = messages.iter().filter(|message| is_word(message)).map(|message| message.at).max();
    let content = yes.is_some_and(|yes| spoke.is_none_or(|spoke| spoke <= yes));
    let tries = messages.iter().filter(|message| is_try(message) && spoke.is_none_or(|spoke| message.at > spoke));
    Stands { content, tried: tries.map(|message| message.at.to_zoned(zone.clone()).date()).collect() }
}

/// Whether the customer says something in it.
fn is_word(message: &Message) -> bool {
    match message.kind {
        MessageKind::Inbound => message.automatic.is_none(),
        MessageKind::Contact => {
            message.contact.as_ref().is_some_and(|contact| contact.spoke || contact.direction == Direction::In)
        }
        _ => false,
    }
}

/// Whether we tried to reach them by it: a reply that did not come back, a call of ours that nobody took.
fn is_try(message: &Message) -> bool {
    match message.kind {
        MessageKind::Reply => message.delivery.as_ref().is_none_or(|delivery| {
            matches!(delivery.state, DeliveryState::Waiting | DeliveryState::Sending | DeliveryState::Sent)
        }),
        MessageKind::Contact => {
            message.contact.as_ref().is_some_and(|contact| !contact.spoke && contact.direction == Direction::Out)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use base::clock::from_micros;
    use proptest::prelude::*;

    use super::*;
    use crate::http::testing;
    use crate::model::Contact;

    fn at(hours: i64) -> Instant {
        from_micros(hours * 3_600_000_000)
    }

    fn said(hours: i64) -> Message {
        Message { kind: MessageKind::Inbound, automatic: None, at: at(hours), ..testing::message() }
    }

    fn reply(hours: i64, state: DeliveryState) -> Message {
        Message { at: at(hours), ..testing::reply(state) }
    }

    fn call(hours: i64, spoke: bool, direction: Direction) -> Message {
        let contact = Some(Contact { spoke, direction, ..Contact::default() });
        Message { kind: MessageKind::Contact, contact, at: at(hours), ..testing::message() }
    }

    fn missing(messages: &[Message], yes: Option<i64>) -> usize {
        stands(messages, yes.map(at), &TimeZone::UTC).missing()
    }

    #[test]
    fn the_table_of_what_is_missing() {
        use DeliveryState::{Bounced, Failed, Held, Scheduled, Sent, Undone, Waiting};
        let tried = |hours: i64| reply(hours, Sent);
        let ring = |hours: i64| call(hours, false, Direction::Out);
        assert_eq!(missing(&[], None), 3, "nothing was done");
        assert_eq!(missing(&[], Some(1)), 0, "a yes is enough");
        assert_eq!(missing(&[said(0), tried(1), tried(2)], None), 2, "a day counts once");
        assert_eq!(missing(&[said(0), tried(1), ring(30), reply(60, Waiting)], None), 0);
        assert_eq!(missing(&[tried(1), ring(30), tried(60), said(61)], None), 3, "they spoke since");
        assert_eq!(
            missing(&[tried(1), ring(30), tried(60), call(61, true, Direction::Out)], None),
            3,
            "we talked since"
        );
        assert_eq!(missing(&[tried(1), ring(30), call(60, false, Direction::In)], None), 3, "they rang");
        assert_eq!(missing(&[said(5)], Some(6)), 0);
        assert_eq!(missing(&[said(7)], Some(6)), 3, "they said something else since");
        assert_eq!(missing(&[Message { automatic: Some("vacation".into()), ..said(7) }], Some(6)), 0, "a machine did");
        for state in [Failed, Bounced, Undone, Scheduled, Held] {
            assert_eq!(missing(&[reply(1, state)], None), 3, "{state:?} reached nobody");
        }
        let refused = stands(&[tried(1)], None, &TimeZone::UTC).may_close();
        assert_eq!(refused, Err(Refusal::ComplaintOpen));
    }

    #[test]
    fn days_are_those_of_the_business() {
        let oslo = TimeZone::get("Europe/Oslo").expect("a zone");
        let both = [reply(22, DeliveryState::Sent), reply(23, DeliveryState::Sent)];
        assert_eq!(stands(&both, None, &TimeZone::UTC).tried.len(), 1);
        assert_eq!(stands(&both, None, &oslo).tried.len(), 2, "midnight lies between them there");
    }

    fn any_message() -> impl Strategy<Value = Message> {
        (0..400_i64, 0..5_u8).prop_map(|(hours, kind)| match kind {
            0 => said(hours),
            1 => reply(hours, DeliveryState::Sent),
            2 => reply(hours, DeliveryState::Bounced),
            3 => call(hours, false, Direction::Out),
            _ => call(hours, true, Direction::Out),
        })
    }

    proptest! {
        #[test]
        fn nothing_but_a_yes_or_three_days_closes_it(
            messages in proptest::collection::vec(any_message(), 0..12), yes in proptest::option::of(0..400_i64),
        ) {
            let stands = stands(&messages, yes.map(at), &TimeZone::UTC);
            prop_assert_eq!(stands.may_close().is_ok(), stands.content || stands.tried.len() >= TRIES);
            prop_assert!(!stands.content || yes.is_some());
        }

        #[test]
        fn what_they_say_last_begins_it_anew_and_another_try_never_takes_away(
            messages in proptest::collection::vec(any_message(), 0..12), yes in proptest::option::of(0..400_i64),
        ) {
            let before = stands(&messages, yes.map(at), &TimeZone::UTC).missing();
            let mut more = messages.clone();
            more.push(reply(500, DeliveryState::Sent));
            prop_assert!(stands(&more, yes.map(at), &TimeZone::UTC).missing() <= before);
            more.push(said(600));
            prop_assert_eq!(stands(&more, yes.map(at), &TimeZone::UTC).missing(), TRIES);
            prop_assert_eq!(stands(&more, Some(at(601)), &TimeZone::UTC).missing(), 0);
        }

        #[test]
        fn the_order_of_messages_says_nothing(
            messages in proptest::collection::vec(any_message(), 0..12), yes in proptest::option::of(0..400_i64),
        ) {
            let backwards: Vec<_> = messages.iter().rev().cloned().collect();
            let zone = TimeZone::UTC;
            prop_assert_eq!(stands(&messages, yes.map(at), &zone), stands(&backwards, yes.map(at), &zone));
        }
    }
}
