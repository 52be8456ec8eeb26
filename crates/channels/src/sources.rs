//! Takes files and originals out of raw mails, for the desk, which knows no mail.

use std::ops::Range;

use conversations::document::{Document, Source};
use conversations::http::files::RawMails;

use crate::email::html;
use crate::email::parse::{self, AttachmentPart, Place};

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
