//! Mails as customers write them, and as attackers do.

/// A mail about to be handed over; fields as they stand, so that odd ones can be written too.
#[derive(Clone)]
pub struct Letter {
    fields: Vec<(String, String)>,
    body: String,
    /// Envelope sender.
    pub from: String,
    /// Envelope recipient.
    pub to: String,
}

impl Letter {
    /// From a customer to the business, under a Message-ID made of the subject.
    pub fn new(from: &str, subject: &str, body: &str) -> Self {
        let id: String = subject.chars().filter(char::is_ascii_alphanumeric).collect();
        let letter = Self {
            fields: Vec::new(),
            body: body.to_owned(),
            from: from.to_owned(),
            to: super::world::BUSINESS.to_owned(),
        };
        letter
            .field("From", &format!("<{from}>"))
            .field("To", &format!("<{}>", super::world::BUSINESS))
            .field("Subject", subject)
            .field("Message-ID", &format!("<{id}@kunde.example>"))
            .field("Date", "Wed, 18 Nov 2026 13:48:00 +0100")
    }

    /// Sets a field, taking the place of one of the same name.
    #[must_use]
    pub fn field(mut self, name: &str, value: &str) -> Self {
        self.fields.retain(|(known, _)| known != name);
        self.and_field(name, value)
    }

    /// One more field, whatever there is.
    #[must_use]
    pub fn and_field(mut self, name: &str, value: &str) -> Self {
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// To another address, in the envelope and in the mail.
    #[must_use]
    pub fn to(mut self, address: &str) -> Self {
        self.to = address.to_owned();
        self.field("To", &format!("<{address}>"))
    }

    /// Files beside the text: what stands after `name=` or `filename*=`, a type, bytes as text.
    #[must_use]
    pub fn files(mut self, files: &[(&str, &str, &str)]) -> Self {
        let mut body = format!("--edge\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{}\r\n", self.body);
        for (name, kind, bytes) in files {
            let head = format!("--edge\r\nContent-Type: {kind}\r\nContent-Disposition: attachment; {name}\r\n\r\n");
            body.push_str(&format!("{head}{bytes}\r\n"));
        }
        body.push_str("--edge--\r\n");
        self.body = body;
        self.field("MIME-Version", "1.0").field("Content-Type", "multipart/mixed; boundary=edge")
    }

    /// Its Message-ID, without brackets.
    pub fn id(&self) -> &str {
        let id = self.fields.iter().find(|(name, _)| name == "Message-ID").map_or("", |(_, id)| id);
        id.trim_matches(['<', '>'])
    }

    /// The mail.
    pub fn bytes(&self) -> Vec<u8> {
        let head: String = self.fields.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        format!("{head}\r\n{}\r\n", self.body).into_bytes()
    }
}
