//! An archive of mails (mbox): a mail is one message; mails that answer one another are one conversation.

use conversations::{Mailbox, MessageKind, Old, OldFile, OldMessage, OldPlace};
use people::import::rules::draft::Draft;
use sha2::{Digest as _, Sha256};

use super::{About, Cut, Heard, Said, Shape};
use crate::email::address::MailAddress;
use crate::email::parse::{self, ParsedMail};
use crate::moving::model::Plan;
use crate::sources::{document_of, invite_of, part_of};

/// An archive of mails.
pub struct Mails;

/// Longest mail.
const MAIL_MAX: usize = 40 * 1024 * 1024;
/// How a mail begins.
const START: &[u8] = b"From ";

impl Shape for Mails {
    fn code(&self) -> &'static str {
        "mbox"
    }

    fn begins(&self, start: &[u8]) -> bool {
        start.starts_with(START)
    }

    fn cut(&self, bytes: &[u8], at_end: bool, _plan: &Plan) -> Option<Cut> {
        if bytes.is_empty() {
            return None;
        }
        // Behind an empty line, whichever way lines end.
        let begins = |at: usize| bytes[..at].ends_with(b"\n") || bytes[..at].ends_with(b"\n\r");
        let mut ends = bytes.windows(START.len() + 1).enumerate().skip(2);
        let found = ends.find(|(at, window)| window[0] == b'\n' && &window[1..] == START && begins(*at));
        let found = found.map(|(at, _)| at + 1);
        match found {
            Some(length) => Some(Cut { length, too_long: length > MAIL_MAX }),
            None if bytes.len() > MAIL_MAX => Some(Cut { length: bytes.len(), too_long: true }),
            None => at_end.then_some(Cut { length: bytes.len(), too_long: false }),
        }
    }

    fn read(&self, record: &[u8], about: &About<'_>) -> Said {
        if record.trim_ascii().is_empty() {
            return Said::Nothing;
        }
        let Some(bytes) = unmarked(record) else { return Said::Broken };
        let Ok(mail) = parse::parse(&bytes) else { return Said::Broken };
        let old = old(&mail, &bytes, about);
        Said::Conversation(Box::new(Heard { old, raw: Some(bytes), files: Vec::new() }))
    }
}

/// The mail behind its first line; lines that were marked because they look like the start of one lose one mark.
fn unmarked(record: &[u8]) -> Option<Vec<u8>> {
    if !record.starts_with(START) {
        return None;
    }
    let mut bytes = Vec::with_capacity(record.len());
    for line in record.split_inclusive(|byte| *byte == b'\n').skip(1) {
        let marks = line.iter().take_while(|byte| **byte == b'>').count();
        let marked = marks > 0 && line[marks..].starts_with(START);
        bytes.extend_from_slice(if marked { &line[1..] } else { line });
    }
    Some(bytes)
}

fn mailbox(address: &MailAddress) -> Mailbox {
    let shown = address.shown(|_| false);
    Mailbox { name: shown.name.unwrap_or_default(), address: address.address.clone() }
}

fn old(mail: &ParsedMail, bytes: &[u8], about: &About<'_>) -> Old {
    let ours = mail.from.as_ref().is_some_and(|from| about.own.is_ours(&from.address));
    let from = mail.from.as_ref().map(mailbox).unwrap_or_default();
    let all = || mail.to.iter().chain(&mail.cc);
    // Of what we wrote, the customer is whom it went to.
    let customer =
        if ours { all().find(|to| !about.own.is_ours(&to.address)).map(mailbox) } else { Some(from.clone()) };
    let customer = customer.unwrap_or_default();
    let own = mail.message_id.clone().unwrap_or_else(|| data_encoding::HEXLOWER.encode(&Sha256::digest(bytes)));
    let mut before: Vec<String> = mail.references.clone();
    before.extend(mail.in_reply_to.iter().filter(|id| !mail.references.contains(id)).cloned());
    // What began it all names the conversation, whether it is in the archive or not.
    let key = before.first().unwrap_or(&own).clone();
    let document = document_of(bytes);
    let said = mail.date.map(|at| OldMessage {
        key: own.clone(),
        kind: if ours { MessageKind::Reply } else { MessageKind::Inbound },
        at,
        from,
        to: mail.to.iter().take(200).map(mailbox).collect(),
        cc: mail.cc.iter().take(200).map(mailbox).collect(),
        body: mail.text.clone(),
        document,
        invite: invite_of(bytes, mail),
        mail_id: mail.message_id.clone(),
        automatic: mail.automatic.map(|automatic| automatic.code().to_owned()),
        raw: None,
        files: mail
            .attachments
            .iter()
            .map(|part| OldFile {
                name: part.name.clone(),
                content_type: part.content_type.clone(),
                size: i64::try_from(part.size).unwrap_or(i64::MAX),
                inline: part.inline,
                content_id: part.content_id.clone(),
                place: OldPlace::Part(part_of(part)),
            })
            .collect(),
    });
    let undated = said.is_none();
    let mut old = Old {
        key,
        subject: mail.subject.clone(),
        customer: Draft::of([&customer.name, &customer.address, "", ""], None),
        said: said.into_iter().collect(),
        ..Old::default()
    };
    old.answers = before;
    old.answers.push(own);
    old.reply_tags = all().filter_map(|to| about.own.tag(&to.address)).map(str::to_owned).collect();
    if undated {
        old.remarks.push(conversations::OldRemark::new(conversations::OldWhy::NoDate, "Date"));
    }
    old
}
