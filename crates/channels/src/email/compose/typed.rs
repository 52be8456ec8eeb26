//! What somebody typed on a page of ours → the bytes of a mail, so that it goes the way of all mail and is kept as one.
//!
//! As with all mails that are made here, nothing that is put in can add a header field (T21).

use base::Instant;
use data_encoding::BASE32_NOPAD;
use mail_builder::MessageBuilder;
use mail_builder::headers::date::Date;
use mail_builder::headers::message_id::MessageId;
use mail_builder::headers::raw::Raw;
use mail_builder::mime::MimePart;
use sha2::{Digest as _, Sha256};

use super::{
    CannotCompose, OutgoingAttachment, addresses, attached, checked_id, line, many_lines, multipart, text_part,
};
use crate::email::MailAddress;

/// What was typed, and by whom.
#[derive(Clone, Debug)]
pub struct Typed {
    /// Who wrote it.
    pub from: MailAddress,
    /// The business.
    pub to: MailAddress,
    /// What it is about.
    pub subject: String,
    /// Without brackets. The same for the same form, so that sending it twice is one mail.
    pub message_id: String,
    /// When the form was made.
    pub date: Instant,
    /// The words.
    pub text: String,
    /// Files with it.
    pub files: Vec<OutgoingAttachment>,
}

/// Makes the bytes.
///
/// # Errors
/// When an address or the id is none.
pub fn typed(mail: &Typed) -> Result<Vec<u8>, CannotCompose> {
    let id = checked_id(&mail.message_id).ok_or_else(|| CannotCompose::BadMessageId(mail.message_id.clone()))?;
    let builder = MessageBuilder::new()
        .header("Date", Date::new(mail.date.as_second()))
        .header("From", addresses(std::slice::from_ref(&mail.from))?)
        .header("To", addresses(std::slice::from_ref(&mail.to))?)
        .header("Message-ID", MessageId::new(id))
        .header("Subject", line(&mail.subject))
        .header("MIME-Version", Raw::new("1.0"));
    let text = text_part("text/plain", many_lines(&mail.text));
    let body = if mail.files.is_empty() {
        text
    } else {
        // Made of the text, so that no text can hold it.
        let digest = Sha256::digest([id.as_bytes(), b" ", mail.text.as_bytes()].concat());
        let boundary = format!("=_{}", &BASE32_NOPAD.encode(&digest)[..32]);
        let parts: Vec<_> = std::iter::once(text).chain(mail.files.iter().map(attached)).collect();
        MimePart::new(multipart("mixed", &boundary, "t"), parts)
    };
    let mut bytes = Vec::new();
    builder.body(body).serialize(&mut bytes);
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::email::parse;

    fn mail(text: &str) -> Typed {
        Typed {
            from: MailAddress { name: Some("Kari\r\nBcc: a@b.example".into()), address: "kari@post.example".into() },
            to: MailAddress { name: None, address: "hei@brekkesund.example".into() },
            subject: "Kettle\r\nBcc: a@b.example".into(),
            message_id: "abc@request.invalid".into(),
            date: Instant::from_second(1_795_006_080).expect("a time"),
            text: text.into(),
            files: vec![OutgoingAttachment {
                name: "lid.png".into(),
                content_type: "image/png".into(),
                bytes: b"\x89PNG".to_vec(),
            }],
        }
    }

    #[test]
    fn what_is_typed_is_read_back_as_it_is() {
        let plain = typed(&mail("Takk!")).expect("a mail");
        let plain = String::from_utf8_lossy(&plain);
        let boundary = plain.split("boundary=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a boundary");
        let text = &format!("Takk!\n\n--{boundary}--\n> Det var det.");
        let bytes = typed(&mail(text)).expect("a mail");
        let read = parse::parse(&bytes).expect("readable");
        assert_eq!(read.text.trim_end(), text, "another mail's boundary is nothing to this one");
        assert_eq!(read.attachments.len(), 1);
        assert_eq!(read.attachments[0].name, "lid.png");
        assert_eq!(read.from.map(|from| from.address).as_deref(), Some("kari@post.example"));
        assert_eq!(read.subject, "Kettle Bcc: a@b.example");
        assert_eq!(read.to.len() + read.cc.len(), 1, "no header slips in");
        assert_eq!(bytes, typed(&mail(text)).expect("a mail"), "the same every time");
    }

    #[test]
    fn without_files_it_is_plain_text_alone() {
        let bytes = typed(&Typed { files: Vec::new(), ..mail("Hei") }).expect("a mail");
        let text = String::from_utf8_lossy(&bytes);
        assert!(text.contains("Content-Type: text/plain") && !text.contains("multipart"), "{text}");
    }
}
