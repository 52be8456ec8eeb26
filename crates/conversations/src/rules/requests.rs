//! What a customer may see of their own request, and in which words it stands.
//!
//! What they wrote, what was sent to them, and what others who take part wrote to them. Never a note, never what was
//! passed on to somebody else, never a side thread, never what can still be taken back, and nothing by those who are new here: whoever
//! writes to a signed address from outside must not be read by its customer (T04).

use base::Instant;
use people::PersonId;
use people::person::fold_address;

use crate::model::{
    Author, Conversation, Delivery, DeliveryState, Mailbox, Message, MessageKind, Participant, ParticipantState, State,
};

/// Who reads.
#[derive(Clone, Debug)]
pub struct Reader<'a> {
    /// The customer.
    pub person: &'a PersonId,
    /// Their addresses, in the form that addresses are compared by.
    pub addresses: Vec<String>,
    /// Who takes part beside them.
    pub participants: &'a [Participant],
    /// Machine time.
    pub now: Instant,
}

impl Reader<'_> {
    fn got(&self, message: &Message) -> bool {
        let all = message.to.iter().chain(&message.cc).chain(&message.bcc);
        all.into_iter().any(|mailbox| self.is_mine(mailbox))
    }

    fn is_mine(&self, mailbox: &Mailbox) -> bool {
        self.addresses.contains(&fold_address(&mailbox.address))
    }

    fn knows(&self, writer: &Mailbox) -> bool {
        let writer = fold_address(&writer.address);
        let confirmed = |one: &&Participant| one.state == ParticipantState::Confirmed;
        self.participants.iter().filter(confirmed).any(|one| fold_address(&one.mailbox.address) == writer)
    }
}

/// Whether the customer may see a message.
#[must_use]
pub fn is_shown(message: &Message, reader: &Reader<'_>) -> bool {
    match message.kind {
        MessageKind::Note
        | MessageKind::Forward
        | MessageKind::Contact
        | MessageKind::SideOut
        | MessageKind::SideIn => false,
        MessageKind::Reply | MessageKind::Receipt => {
            reader.got(message) && message.delivery.as_ref().is_some_and(|delivery| has_gone(delivery, reader.now))
        }
        MessageKind::Inbound => match &message.author {
            Author::Person(person) if person == reader.person => message.automatic.is_none(),
            Author::Person(_) => message.automatic.is_none() && reader.knows(&message.from) && reader.got(message),
            Author::Staff(_) | Author::System => false,
        },
    }
}

/// Whether nobody can take it back any more. What a mail server refuses can still be read here.
fn has_gone(delivery: &Delivery, now: Instant) -> bool {
    match delivery.state {
        DeliveryState::Sending | DeliveryState::Sent | DeliveryState::Failed | DeliveryState::Bounced => true,
        DeliveryState::Waiting => delivery.undo_until <= now,
        DeliveryState::Undone | DeliveryState::Scheduled | DeliveryState::Held => false,
    }
}

/// Whether a mail of ours may bear the link: when nobody but the customer gets it, for whoever has the link is taken
/// for the customer.
#[must_use]
pub fn bears_link(message: &Message, addresses: &[String]) -> bool {
    let mut all = message.to.iter().chain(&message.cc).chain(&message.bcc).peekable();
    !matches!(message.kind, MessageKind::Forward | MessageKind::SideOut)
        && all.peek().is_some()
        && all.all(|mailbox| addresses.contains(&fold_address(&mailbox.address)))
}

/// Where a request stands, for its customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It has come.
    Received,
    /// We have the word. Whom else we wait for is our business.
    Working,
    /// They have the word.
    Yours,
    /// Done, and one word opens it again.
    Solved,
    /// Done for long.
    Closed,
}

/// Where it stands.
#[must_use]
pub const fn standing(conversation: &Conversation) -> Standing {
    match conversation.state {
        State::New => Standing::Received,
        State::Open | State::WaitingOthers => Standing::Working,
        State::WaitingCustomer => Standing::Yours,
        State::Solved => Standing::Solved,
        State::Closed => Standing::Closed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::testing;
    use jiff::SignedDuration;

    fn mailbox(address: &str) -> Mailbox {
        Mailbox { name: String::new(), address: address.into() }
    }

    fn inbound() -> Message {
        Message { automatic: None, to: vec![mailbox("hei@brekkesund.example")], ..testing::message() }
    }

    fn shown(message: &Message, participants: &[Participant]) -> bool {
        let person = testing::conversation().person;
        let addresses = vec!["kari@post.example".to_owned()];
        is_shown(message, &Reader { person: &person, addresses, participants, now: testing::now() })
    }

    #[test]
    fn a_customer_sees_what_they_wrote_and_no_machine_in_their_name() {
        assert!(shown(&inbound(), &[]));
        assert!(!shown(&Message { automatic: Some("bounce".into()), ..inbound() }, &[]));
    }

    #[test]
    fn nothing_for_colleagues_alone_is_ever_shown() {
        for kind in
            [MessageKind::Note, MessageKind::Forward, MessageKind::Contact, MessageKind::SideOut, MessageKind::SideIn]
        {
            let message =
                Message { kind, to: vec![mailbox("kari@post.example")], ..testing::reply(DeliveryState::Sent) };
            assert!(!shown(&message, &[]), "{kind:?}");
        }
    }

    #[test]
    fn an_answer_is_shown_to_whom_it_was_sent_once_it_cannot_be_taken_back() {
        use DeliveryState::{Bounced, Failed, Held, Scheduled, Sending, Sent, Undone, Waiting};
        let to = |address: &str, state| Message { to: vec![mailbox(address)], ..testing::reply(state) };
        for state in [Sending, Sent, Failed, Bounced, Waiting] {
            assert!(shown(&to("Kari@POST.example", state), &[]), "{state:?}");
            assert!(!shown(&to("ola@post.example", state), &[]), "{state:?}");
        }
        for state in [Undone, Scheduled, Held] {
            assert!(!shown(&to("kari@post.example", state), &[]), "{state:?}");
        }
        let mut fresh = to("kari@post.example", Waiting);
        if let Some(delivery) = &mut fresh.delivery {
            delivery.undo_until = testing::now() + SignedDuration::from_secs(1);
        }
        assert!(!shown(&fresh, &[]), "it can be taken back for another second");
    }

    #[test]
    fn of_others_only_what_those_who_take_part_wrote_to_the_customer() {
        let other: PersonId = format!("per_{}", "1".repeat(26)).parse().expect("an id");
        let from = mailbox("ola@post.example");
        let to_both = vec![mailbox("hei@brekkesund.example"), mailbox("kari@post.example")];
        let message = Message { author: Author::Person(other), from: from.clone(), to: to_both, ..inbound() };
        let part = |state| [Participant { mailbox: from.clone(), state, since: testing::now() }];
        assert!(shown(&message, &part(ParticipantState::Confirmed)));
        for state in [ParticipantState::NewHere, ParticipantState::Removed] {
            assert!(!shown(&message, &part(state)), "{state:?}");
        }
        assert!(!shown(&message, &[]));
        let to_us = Message { to: inbound().to, ..message };
        assert!(!shown(&to_us, &part(ParticipantState::Confirmed)), "it was not sent to them");
    }

    #[test]
    fn the_link_goes_to_the_customer_alone() {
        let mine = vec!["kari@post.example".to_owned(), "kari@work.example".to_owned()];
        let to = |to: &[&str]| to.iter().map(|address| mailbox(address)).collect::<Vec<_>>();
        let reply = Message { to: to(&["kari@post.example"]), ..testing::reply(DeliveryState::Waiting) };
        assert!(bears_link(&reply, &mine));
        assert!(bears_link(&Message { cc: to(&["Kari@work.example"]), ..reply.clone() }, &mine));
        assert!(bears_link(&Message { kind: MessageKind::Receipt, ..reply.clone() }, &mine));
        assert!(!bears_link(&Message { cc: to(&["ola@post.example"]), ..reply.clone() }, &mine));
        assert!(!bears_link(&Message { bcc: to(&["ola@post.example"]), ..reply.clone() }, &mine));
        for kind in [MessageKind::Forward, MessageKind::SideOut] {
            assert!(!bears_link(&Message { kind, ..reply.clone() }, &mine), "{kind:?}");
        }
        assert!(!bears_link(&Message { to: Vec::new(), ..reply }, &mine));
    }

    #[test]
    fn whom_else_we_wait_for_is_not_told() {
        let at = |state| standing(&Conversation { state, ..testing::conversation() });
        assert_eq!(at(State::New), Standing::Received);
        assert_eq!(at(State::WaitingOthers), at(State::Open));
        assert_eq!(at(State::WaitingCustomer), Standing::Yours);
        assert_eq!((at(State::Solved), at(State::Closed)), (Standing::Solved, Standing::Closed));
    }
}
