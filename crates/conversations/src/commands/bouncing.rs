//! Replies of ours that come back: a report is believed only when it names a message by the id that we signed, and
//! somebody whom that message went to. Everybody else can write such a mail too, and it changes nothing.

use people::person::fold_address;
use platform::{Platform, Result, Tx};

use base::Scope;

use super::delivering::{changed, give_back};
use super::inbound::Inbound;
use crate::ids::SideId;
use crate::model::{Conversation, DeliveryState, Message};
use crate::rules::placing::{Candidate, Evidence, Standing, Step};
use crate::{naming, store};

/// Ids of returned mails that are looked at.
const RETURNED_MOST: usize = 20;

/// A report that a mail did not arrive, as a channel hands it in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bounced {
    /// Whether it was given up; else it is late and still being tried.
    pub given_up: bool,
    /// Message-IDs of the mail that it may be about, without brackets.
    pub returned: Vec<String>,
    /// Who did not get it; empty when the report does not say.
    pub recipients: Vec<BouncedFor>,
}

/// Somebody who did not get a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BouncedFor {
    /// The addresses that they go by.
    pub addresses: Vec<String>,
    /// Whether the address itself does not work.
    pub hard: bool,
    /// The server's words.
    pub words: String,
}

/// The message of ours that a report is about.
pub(super) struct Returned {
    message: Message,
    conversation: Conversation,
    concerned: Vec<BouncedFor>,
}

/// Finds the message of ours that the mail reports on.
pub(super) async fn returned(p: &Platform, tx: &mut Tx, inbound: &Inbound) -> Result<Option<Returned>> {
    let Some(bounced) = &inbound.bounce else { return Ok(None) };
    let ours = bounced.returned.iter().take(RETURNED_MOST).filter_map(|id| naming::message_named(p, id));
    for id in ours {
        let Some(message) = store::find_message(tx, &Scope::All, &id).await? else { continue };
        let concerned = concerned(bounced, &message);
        let found = store::find(tx, &Scope::All, &message.conversation).await?;
        if let Some(conversation) = found.filter(|_| !concerned.is_empty()) {
            return Ok(Some(Returned { message, conversation, concerned }));
        }
    }
    Ok(None)
}

/// Whom of the message's recipients the report names, each under the address that we wrote to.
fn concerned(bounced: &Bounced, message: &Message) -> Vec<BouncedFor> {
    let ours: Vec<&str> =
        message.to.iter().chain(&message.cc).chain(&message.bcc).map(|to| to.address.as_str()).collect();
    if let ([only], []) = (ours.as_slice(), bounced.recipients.as_slice()) {
        return vec![BouncedFor { addresses: vec![(*only).to_owned()], hard: false, words: String::new() }];
    }
    let about = |address: &&str| {
        let folded = fold_address(address);
        let names = |one: &&BouncedFor| one.addresses.iter().any(|named| fold_address(named) == folded);
        let found = bounced.recipients.iter().find(names)?;
        Some(BouncedFor { addresses: vec![(*address).to_owned()], ..found.clone() })
    };
    ours.iter().filter_map(about).collect()
}

impl Returned {
    /// Where the report belongs, whoever wrote it.
    pub fn candidate(&self) -> Candidate {
        Candidate {
            conversation: self.conversation.id.clone(),
            number: self.conversation.number,
            evidence: Evidence::OurMessage,
            state: self.conversation.state,
            sender: Standing::TakesPart,
        }
    }

    /// The side thread that the message was written in, if it was.
    pub fn side(&self) -> Option<&SideId> {
        self.message.side.as_ref()
    }

    /// What the trace says of it.
    pub fn step(&self) -> Step {
        let who: Vec<String> = self.concerned.iter().flat_map(|one| one.addresses.iter().cloned()).collect();
        Step::new("bounce").with("who", who.join(", "))
    }

    /// Writes down that it did not arrive. What is only late is to be seen in the report itself.
    pub async fn settle(&self, tx: &mut Tx, inbound: &Inbound) -> Result<()> {
        if !inbound.bounce.as_ref().is_some_and(|bounced| bounced.given_up) {
            return Ok(());
        }
        for one in self.concerned.iter().filter(|one| one.hard) {
            for address in &one.addresses {
                people::person::set_failing(tx, address, &one.words).await?;
            }
        }
        let Some((mut delivery, before)) = store::delivery(tx, &self.message.id).await? else { return Ok(()) };
        let again = delivery.state == DeliveryState::Bounced;
        if !again && delivery.state != DeliveryState::Sent {
            return Ok(());
        }
        let said = self.words();
        if again && delivery.words.contains(&said) {
            return Ok(());
        }
        let words = if again { format!("{}; {said}", delivery.words) } else { said };
        delivery.state = DeliveryState::Bounced;
        delivery.words = people::person::clean_line(&words, 1000);
        delivery.at = tx.now();
        store::set_delivery(tx, &self.message.id, &delivery).await?;
        changed(tx, &self.message, DeliveryState::Bounced, delivery.words, &inbound.raw).await?;
        if again { Ok(()) } else { give_back(tx, &self.message, &before).await }
    }

    /// `kari@post.example: 550 no such user; ola@post.example: …`
    fn words(&self) -> String {
        let of = |one: &BouncedFor| match one.words.as_str() {
            "" => one.addresses.join(", "),
            words => format!("{}: {words}", one.addresses.join(", ")),
        };
        self.concerned.iter().map(of).collect::<Vec<_>>().join("; ")
    }
}
