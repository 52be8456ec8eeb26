//! Who wrote the mail that a message hands on. A claim of whoever forwarded it: good for an offer, for nothing more.

use people::person::{fold_address, looks_like_address};

use crate::model::{Mailbox, Message, MessageKind};

/// The writer of the mail that a message hands on, if they can be written to and are neither its sender nor us.
///
/// What the forwarder had got from an address that they write to is our own mail, coming back.
#[must_use]
pub fn writer(subject: &str, message: &Message) -> Option<Mailbox> {
    if message.kind != MessageKind::Inbound || message.automatic.is_some() {
        return None;
    }
    let from = words::forward::read(subject, &message.body)?.from?;
    let address = from.address.filter(|address| looks_like_address(address))?;
    let folded = fold_address(&address);
    let known = message.to.iter().chain(&message.cc).chain([&message.from]);
    let is_new = known.into_iter().all(|mailbox| fold_address(&mailbox.address) != folded);
    is_new.then(|| Mailbox { name: from.name.unwrap_or_default(), address })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::testing::message;

    fn handed_on(from: &str) -> Message {
        let body =
            format!("Can you help?\n\n---------- Forwarded message ---------\nFrom: {from}\nSubject: Lamp\n\nHello");
        let to = vec![Mailbox { name: String::new(), address: "hei@brekkesund.example".into() }];
        Message { body, to, automatic: None, ..message() }
    }

    #[test]
    fn the_writer_of_a_forwarded_mail_is_found() {
        let nes = Mailbox { name: "Kari Nes".into(), address: "kari.nes@post.example".into() };
        assert_eq!(writer("", &handed_on("Kari Nes <kari.nes@post.example>")), Some(nes));
        assert_eq!(writer("", &Message { body: "Hello".into(), ..handed_on("") }), None);
    }

    #[test]
    fn neither_the_forwarder_nor_we_nor_nobody_is_offered() {
        for from in ["kari@post.example", "KARI@post.example", "Us <hei@brekkesund.example>", "Kari Nes", "kari@"] {
            assert_eq!(writer("", &handed_on(from)), None, "{from}");
        }
    }

    #[test]
    fn what_a_machine_or_a_colleague_wrote_offers_nobody() {
        let from = "kari.nes@post.example";
        assert_eq!(writer("", &Message { automatic: Some("bulk".into()), ..handed_on(from) }), None);
        assert_eq!(writer("", &Message { kind: MessageKind::Note, ..handed_on(from) }), None);
    }
}
