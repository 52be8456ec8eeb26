//! Takes files and originals out of raw mails, and facts out of the journal, for the desk, which knows no mail.

use std::ops::Range;

use conversations::MessageId;
use conversations::document::{Document, Source};
use conversations::http::conversation::{Arrival, ArrivalSource, Voice, Voices};
use conversations::http::files::RawMails;
use conversations::invite::Invite;
use platform::web::desk::Later;
use platform::{Conn, Result, vals};

use crate::email::parse::{self, AttachmentPart, Place};
use crate::email::{html, invite};
use crate::mailboxes::{self, Identity};

/// Calendar files of one mail that are looked at.
const CALENDARS_MAX: usize = 3;

/// The mail channel's way of cutting parts out of mails.
pub struct MailParts;

/// What is kept to find an attachment again: its number, and where it lies.
pub(crate) fn part_of(found: &AttachmentPart) -> String {
    match &found.place {
        Some(place) => format!("{}@{place}", found.part),
        None => found.part.clone(),
    }
}

/// What is shown of a mail that came as HTML.
pub(crate) fn document_of(mail: &[u8]) -> Option<Document> {
    let found = parse::html(mail)?;
    let document = html::document(&found.html);
    Some(Document { cut: document.cut || found.cut, origin: found.origin, ..document })
}

/// The meeting that a mail brings: in its first calendar file that can be read.
pub(crate) fn invite_of(mail: &[u8], parsed: &parse::ParsedMail) -> Option<Invite> {
    let is_calendar = |file: &&AttachmentPart| {
        let named = file.name.rsplit_once('.').is_some_and(|(_, end)| end.eq_ignore_ascii_case("ics"));
        let small = usize::try_from(file.size).is_ok_and(|size| size <= invite::BYTES_MAX);
        small && (named || matches!(file.content_type.as_str(), "text/calendar" | "application/ics"))
    };
    let mut files = parsed.attachments.iter().filter(is_calendar).take(CALENDARS_MAX);
    files.find_map(|file| invite::invite(&parse::attachment(mail, &file.part)?))
}

fn place_in(part: &str) -> Option<Place> {
    part.split_once('@').and_then(|(_, place)| Place::read(place))
}

impl RawMails for MailParts {
    fn range(&self, part: &str) -> Option<Range<usize>> {
        place_in(part).map(|place| place.range)
    }

    fn part(&self, bytes: &[u8], part: &str) -> Option<Vec<u8>> {
        match place_in(part) {
            Some(place) => Some(place.content(bytes)),
            None => parse::attachment(bytes, part),
        }
    }

    fn html_range(&self, origin: &str) -> Option<Range<usize>> {
        parse::html_range(origin)
    }

    fn original(&self, bytes: &[u8], origin: &str, pictures: &dyn Fn(&Source) -> Option<String>) -> Option<String> {
        Some(html::original(&parse::html_again(bytes, origin)?.html, pictures))
    }
}

/// The journal's way of saying how messages came.
pub struct JournalArrivals;

impl ArrivalSource for JournalArrivals {
    fn arrival<'a>(&'a self, conn: &'a mut Conn, message: &'a MessageId) -> Later<'a, Option<Arrival>> {
        Box::pin(arrival(conn, message))
    }
}

/// The mailboxes, as those who may speak for the business.
pub struct MailboxVoices;

impl Voices for MailboxVoices {
    fn all<'a>(&'a self, conn: &'a mut Conn) -> Later<'a, Vec<Voice>> {
        Box::pin(async move { Ok(mailboxes::identities(conn).await?.into_iter().map(voice).collect()) })
    }
}

fn voice(identity: Identity) -> Voice {
    let Identity { mailbox, address, sender_name: sender, signature } = identity;
    let department = mailbox.as_ref().and_then(|it| it.department.clone());
    let (id, name) = mailbox.map(|it| (it.id.to_string(), it.settings.name)).unzip();
    Voice { mailbox: id, department, name: name.unwrap_or_default(), address, sender, signature }
}

async fn arrival(conn: &mut Conn, message: &MessageId) -> Result<Option<Arrival>> {
    let sql = "SELECT received_at, source, copies, envelope_from, envelope_to, \
               (SELECT m.address FROM mailbox m WHERE m.id = inbound.mailbox) AS mailbox FROM inbound \
               WHERE message = $1";
    let Some(row) = conn.one(sql, vals![message.as_str()]).await? else { return Ok(None) };
    Ok(Some(Arrival {
        at: row.at("received_at")?,
        way: row.text("source")?,
        mailbox: row.opt_text("mailbox")?,
        copies: row.int("copies")?,
        envelope_from: row.text("envelope_from")?,
        envelope_to: serde_json::from_str(&row.text("envelope_to")?)?,
    }))
}
