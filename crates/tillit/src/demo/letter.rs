//! Mails from outside as raw bytes, the way real mail programs write them. Knows no desk.

use base::{Instant, Language};
use mail_builder::MessageBuilder;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::message_id::MessageId;
use mail_builder::headers::raw::Raw;
use mail_builder::mime::MimePart;

use super::PlotId;
use super::cast::{BUSINESS, HELP, MAIL_SERVER, Program};
use super::files::File;
use super::ledger::OurMail;
use super::quoting::{Quote, answer_mark, html_lines, phone_line, quote};
use super::times;

/// What kind of mail it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// A person's mail.
    Usual,
    /// A person's mail without a text part.
    HtmlOnly,
    /// Advertising with the headers of a mailing list.
    Newsletter,
    /// An answer that a machine gives while its owner is away.
    Away,
    /// A mail server's notice that our mail did not arrive.
    Bounce,
    /// A mail that only a key opens (PGP).
    Sealed,
    /// A mail that a faulty program has mangled.
    Torn,
}

impl Form {
    /// Whether a machine wrote it, so that it counts as nobody's answer.
    #[must_use]
    pub fn is_automatic(self) -> bool {
        matches!(self, Self::Newsletter | Self::Away | Self::Bounce)
    }
}

/// What a mail answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// Nothing: it opens a matter.
    Nothing,
    /// The customer's own earlier mail, by its id, when we have not written yet.
    Own(String),
    /// Our mail of that number in the plot, from 0.
    Ours(usize),
}

/// A mail from outside, with everything but what only our own mail can tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The plot whose mails it answers.
    pub plot: PlotId,
    /// The writer's name.
    pub from_name: String,
    /// The writer's address.
    pub from_address: String,
    /// What they write with.
    pub program: Program,
    /// Their language.
    pub language: Language,
    /// The subject of the matter, without marks.
    pub subject: String,
    /// What they write, without quotes.
    pub text: String,
    /// Its own id, without angle brackets.
    pub message_id: String,
    /// What it answers.
    pub link: Link,
    /// What kind of mail it is.
    pub form: Form,
    /// What hangs on it.
    pub files: Vec<File>,
    /// When it was sent.
    pub at: Instant,
}

impl Letter {
    /// The address for the envelope; machines that must not be answered give none.
    #[must_use]
    pub fn envelope_from(&self) -> Option<&str> {
        match self.form {
            Form::Bounce | Form::Away => None,
            _ => Some(&self.from_address),
        }
    }

    /// The mail as it comes in. `ours` is the mail it answers, when that has been seen.
    #[must_use]
    pub fn bytes(&self, ours: Option<&OurMail>) -> Vec<u8> {
        if self.form == Form::Torn {
            return self.torn();
        }
        let to = ours.map_or(HELP, |mail| mail.reply_to.as_str());
        let mut mail = MessageBuilder::new()
            .header("Authentication-Results", Raw::new(self.checked()))
            .header("Date", Raw::new(self.date()))
            .from((self.from_name.as_str(), self.from_address.as_str()))
            .to((BUSINESS, to))
            .message_id(self.message_id.as_str())
            .subject(self.subject_line(ours));
        if self.form == Form::Bounce {
            mail = mail.header("Return-Path", Raw::new("<>"));
        }
        for (name, value) in self.machine_headers() {
            mail = mail.header(name, Raw::new(value));
        }
        match (&self.link, ours) {
            (_, Some(ours)) => {
                let mut line = ours.references.clone();
                line.push(ours.message_id.clone());
                mail = mail.in_reply_to(ours.message_id.as_str()).references(MessageId::new_list(line.into_iter()));
            }
            (Link::Own(id), None) => mail = mail.in_reply_to(id.as_str()).references(id.as_str()),
            _ => {}
        }
        mail.body(self.body(ours)).write_to_vec().unwrap_or_default()
    }

    fn subject_line(&self, ours: Option<&OurMail>) -> String {
        match (self.form, &self.link) {
            (Form::Usual | Form::HtmlOnly | Form::Sealed, Link::Nothing) => self.subject.clone(),
            (Form::Usual | Form::HtmlOnly | Form::Sealed, _) => {
                let subject = ours.map_or(self.subject.as_str(), |mail| mail.subject.as_str());
                format!("{}{}", answer_mark(self.program, self.language), without_marks(subject))
            }
            _ => self.subject.clone(),
        }
    }

    /// What the business's own mail server found when the mail came to it.
    fn checked(&self) -> String {
        format!("{MAIL_SERVER}; dmarc=pass header.from={}", self.domain())
    }

    fn domain(&self) -> &str {
        self.from_address.split('@').nth(1).unwrap_or("post.example")
    }

    fn date(&self) -> String {
        let local = self.at.to_zoned(times::zone(self.language));
        jiff::fmt::rfc2822::to_string(&local).unwrap_or_default()
    }

    fn machine_headers(&self) -> Vec<(&'static str, String)> {
        let domain = self.domain();
        match self.form {
            Form::Newsletter => vec![
                ("List-Id", format!("<nytt.{domain}>")),
                ("List-Unsubscribe", format!("<https://www.{domain}/av>")),
                ("Precedence", "bulk".to_owned()),
            ],
            Form::Away => vec![
                ("Auto-Submitted", "auto-replied".to_owned()),
                ("X-Auto-Response-Suppress", "All".to_owned()),
                ("Precedence", "bulk".to_owned()),
            ],
            Form::Bounce => vec![("Auto-Submitted", "auto-replied".to_owned())],
            _ => vec![("User-Agent", program_name(self.program).to_owned())],
        }
    }

    fn body(&self, ours: Option<&OurMail>) -> MimePart<'static> {
        match self.form {
            Form::Bounce => return self.bounce(ours),
            Form::Sealed => return rich::sealed(self.parted("encrypted")),
            _ => {}
        }
        let quoted = match ours {
            Some(ours) if !self.form.is_automatic() => quote(self.program, self.language, ours),
            _ => Quote::default(),
        };
        let text = self.plain(&quoted);
        let html = self.html(&quoted);
        let written = match (self.form, self.program) {
            (Form::HtmlOnly, _) => MimePart::new("text/html", html),
            (Form::Away, _) | (_, Program::Thunderbird | Program::Phone | Program::Plain) => {
                MimePart::new("text/plain", text)
            }
            _ => MimePart::new(
                self.parted("alternative"),
                vec![MimePart::new("text/plain", text), MimePart::new("text/html", html)],
            ),
        };
        if self.files.is_empty() {
            return written;
        }
        let mut parts = vec![written];
        if self.form == Form::HtmlOnly {
            parts.extend(self.files.iter().map(rich::within));
            return MimePart::new(self.parted("related"), parts);
        }
        for file in &self.files {
            let part = MimePart::new(file.media_type(), file.bytes()).attachment(file.name.clone());
            // Calendars write theirs as it is.
            let plain = file.media_type() == "text/calendar";
            parts.push(if plain { part.transfer_encoding("8bit") } else { part });
        }
        MimePart::new(self.parted("mixed"), parts)
    }

    /// A multipart type whose boundary follows from the id: the builder's own would follow the clock.
    fn parted(&self, kind: &str) -> ContentType<'static> {
        let id: String = self.message_id.chars().filter(char::is_ascii_alphanumeric).take(24).collect();
        ContentType::new(format!("multipart/{kind}")).attribute("boundary", format!("_{kind}_{id}_"))
    }

    fn plain(&self, quoted: &Quote) -> String {
        let mut text = self.text.clone();
        if self.program == Program::Phone && self.form == Form::Usual {
            text = format!("{text}\n\n{}", phone_line(self.language));
        }
        match (quoted.text.is_empty(), quoted.answer_below) {
            (true, _) => text,
            (false, true) => format!("{}\n\n{text}", quoted.text),
            (false, false) => format!("{text}\n\n{}", quoted.text),
        }
    }

    fn html(&self, quoted: &Quote) -> String {
        let lines = if self.form == Form::HtmlOnly { rich::block } else { html_lines };
        let mut paragraphs: Vec<String> = self.text.split("\n\n").map(lines).collect();
        if self.form == Form::HtmlOnly {
            paragraphs.extend(self.files.iter().map(rich::picture));
        }
        let written = match self.program {
            Program::Outlook => paragraphs
                .iter()
                .map(|one| format!("<p class=\"MsoNormal\"><span style=\"font-size:11.0pt\">{one}</span></p>"))
                .collect::<Vec<_>>()
                .join("<p class=\"MsoNormal\">&nbsp;</p>\n"),
            Program::Gmail => format!("<div dir=\"ltr\">{}</div><br>", paragraphs.join("<div><br></div>\n")),
            _ => paragraphs.iter().map(|one| format!("<div>{one}</div>")).collect::<Vec<_>>().join("<br>\n"),
        };
        format!(
            "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\"></head>\
             <body>{written}\n{}</body></html>",
            quoted.html
        )
    }

    fn bounce(&self, ours: Option<&OurMail>) -> MimePart<'static> {
        let to = ours.map_or("nobody@post.example", |mail| mail.to.as_str());
        let status = format!(
            "Reporting-MTA: dns; mx.{}\r\n\r\nFinal-Recipient: rfc822; {to}\r\nAction: failed\r\nStatus: 5.2.2\r\n\
             Diagnostic-Code: smtp; 552 5.2.2 Mailbox is full\r\n",
            self.from_address.split('@').nth(1).unwrap_or("post.example")
        );
        let headers = ours.map_or_else(String::new, |mail| {
            format!("Message-ID: <{}>\r\nTo: {to}\r\nSubject: {}\r\n", mail.message_id, ascii(&mail.subject))
        });
        let kind = self.parted("report").attribute("report-type", "delivery-status");
        MimePart::new(
            kind,
            vec![
                MimePart::new("text/plain", format!("{}\n\n<{to}>: 552 5.2.2 Mailbox is full\n", self.text)),
                MimePart::new(ContentType::new("message/delivery-status"), status.into_bytes())
                    .transfer_encoding("7bit"),
                MimePart::new(ContentType::new("text/rfc822-headers"), headers.into_bytes()).transfer_encoding("7bit"),
            ],
        )
    }

    /// Raw bytes with a charset nobody knows, broken base64 and a boundary that never closes.
    fn torn(&self) -> Vec<u8> {
        let mut out = format!(
            "Date: {}\r\nFrom: {} <{}>\r\nTo: <{HELP}>\r\nMessage-ID: <{}>\r\nSubject: {}\r\nMIME-Version: 1.0\r\n\
             Content-Type: multipart/mixed; boundary=torn\r\n\r\n--torn\r\n\
             Content-Type: text/plain; charset=x-unknown\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
             {}=\r\n\r\n=E6=F8=ZZ\r\n",
            self.date(),
            ascii(&self.from_name),
            self.from_address,
            self.message_id,
            self.subject,
            self.text.replace('\n', "\r\n"),
        );
        for file in &self.files {
            out.push_str(&format!(
                "--torn\r\nContent-Type: {}; name=\"{}\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo===%%AAAA\r\n",
                file.media_type(),
                file.name
            ));
        }
        out.into_bytes()
    }
}

/// What may stand in a hand-written header.
fn ascii(text: &str) -> String {
    text.chars().map(|one| if one.is_ascii() && !one.is_ascii_control() { one } else { '?' }).collect()
}

fn program_name(program: Program) -> &'static str {
    match program {
        Program::Gmail => "Webpost 4",
        Program::Outlook => "Kontorpost 16.0",
        Program::Apple => "Eplepost (3776.700.51)",
        Program::Thunderbird => "Tordenfugl 128",
        Program::Phone => "Lommepost 9",
        Program::Plain => "Alfa 2.26",
    }
}

/// The subject without Re:, Sv: and their kin.
fn without_marks(subject: &str) -> &str {
    let mut rest = subject.trim();
    while let Some((mark, after)) = rest.split_once(':') {
        if !["re", "sv", "vs", "fw", "fwd", "bls"].contains(&mark.trim().to_lowercase().as_str()) {
            break;
        }
        rest = after.trim();
    }
    rest
}

mod rich;
#[cfg(test)]
mod tests;
