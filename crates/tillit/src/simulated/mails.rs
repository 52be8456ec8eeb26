//! Mails of simulated customers as bytes, written by hand: nothing of the product helps.

/// The business's own mail server, whose word about senders is believed.
pub const MX: &str = "mx.sim.example";
/// The business's address.
pub const HELP: &str = "hjelp@sim.example";

/// A mail that is to be written.
#[derive(Clone, Debug, Default)]
pub struct Written<'a> {
    /// Who writes.
    pub from: &'a str,
    /// To which address of ours.
    pub to: &'a str,
    /// Its own id, without brackets.
    pub id: &'a str,
    /// The id that it answers.
    pub answers: Option<&'a str>,
    /// A word that no other mail has.
    pub token: &'a str,
    /// When, for its date: seconds since 1970.
    pub second: i64,
    /// Whether a machine wrote it because its owner is away.
    pub away: bool,
    /// Several lines of text, and a file.
    pub long: bool,
}

fn date(second: i64) -> String {
    let at = jiff::Timestamp::from_second(second).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    jiff::fmt::rfc2822::to_string(&at.to_zoned(jiff::tz::TimeZone::UTC)).unwrap_or_default()
}

/// What a customer or their machine sends.
pub fn letter(it: &Written<'_>) -> Vec<u8> {
    let domain = it.from.split_once('@').map_or("", |(_, domain)| domain);
    let mut head = format!(
        "Authentication-Results: {MX}; dmarc=pass header.from={domain}\r\nDate: {}\r\nFrom: Kunde <{}>\r\nTo: <{}>\r\n\
         Message-ID: <{}>\r\nSubject: Sak {}\r\n",
        date(it.second),
        it.from,
        it.to,
        it.id,
        it.token
    );
    if let Some(answers) = it.answers {
        head.push_str(&format!("In-Reply-To: <{answers}>\r\nReferences: <{answers}>\r\n"));
    }
    if it.away {
        head.push_str("Auto-Submitted: auto-replied\r\nPrecedence: bulk\r\n");
    }
    let text = format!("Hei, dette handler om {}.", it.token);
    if !it.long {
        return format!("{head}Content-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n").into_bytes();
    }
    let file = "linje i en logg\r\n".repeat(400);
    format!(
        "{head}MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=cut\r\n\r\n--cut\r\n\
         Content-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n--cut\r\nContent-Type: text/x-log; name=a.log\r\n\
         Content-Disposition: attachment; filename=a.log\r\n\r\n{file}\r\n--cut--\r\n"
    )
    .into_bytes()
}

/// What a mail server says that could not hand on our mail `about` to `to`.
pub fn bounce(about: &str, to: &str, id: &str, token: &str, second: i64) -> Vec<u8> {
    format!(
        "Return-Path: <>\r\nDate: {}\r\nFrom: Mail Delivery <mailer-daemon@mx.kunde.example>\r\nTo: <{HELP}>\r\n\
         Message-ID: <{id}>\r\nSubject: Undelivered\r\nAuto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=cut\r\n\r\n--cut\r\n\
         Content-Type: text/plain\r\n\r\nNot delivered: {token}\r\n--cut\r\nContent-Type: message/delivery-status\r\n\r\n\
         Reporting-MTA: dns; mx.kunde.example\r\n\r\nFinal-Recipient: rfc822; {to}\r\nAction: failed\r\nStatus: 5.2.2\r\n\
         Diagnostic-Code: smtp; 552 5.2.2 Mailbox is full\r\n\r\n--cut\r\nContent-Type: text/rfc822-headers\r\n\r\n\
         Message-ID: <{about}>\r\nTo: {to}\r\n\r\n--cut--\r\n",
        date(second)
    )
    .into_bytes()
}

/// The same mail as another server hands it over once more: other lines of trace above it.
pub fn by_another_way(bytes: &[u8], n: usize) -> Vec<u8> {
    let trace =
        format!("Received: from relay{n}.example by {MX} with LMTP id {n}\r\nReturn-Path: <x@kunde.example>\r\n");
    [trace.as_bytes(), bytes].concat()
}
