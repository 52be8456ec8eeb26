//! Takes files out of raw mails, for the desk, which knows no mail.

use conversations::http::files::AttachmentSource;

use crate::email::parse;

/// The mail channel's way of cutting parts out of mails.
pub struct MailParts;

impl AttachmentSource for MailParts {
    fn part(&self, raw: &[u8], path: &str) -> Option<Vec<u8>> {
        parse::attachment(raw, path)
    }
}
