//! The outbox: takes replies that are due, hands them to the outgoing server, and writes down what it
//! said. At least once, always under the same Message-ID.

use conversations::commands::{self, Outbound, PassedOn, Report};
use conversations::http::files::RawMails as _;
use conversations::rules::pictures;
use conversations::{Mailbox, MessageKind};
use jiff::tz::TimeZone;
use people::system_mail::Framed;
use platform::jobs::{Failure, Job};
use platform::{Context, Fault, Platform, Result, args};
use sha2::{Digest as _, Sha256};

use crate::email::MailAddress;
use crate::email::compose::{
    self, Frame, Machine, Outgoing, OutgoingAttachment, OutgoingPicture, Quote, compose, subject,
};
use crate::email::reply_address;
use crate::email::send::{Outcome, RefusedRecipient};
use crate::mailboxes::{self, Identity};
use crate::outgoing;
use crate::sources::MailParts;

/// Job: sends one reply, or says why not.
///
/// # Errors
/// When it should be tried again; the reason is kept with the reply.
pub async fn deliver(p: &Platform, job: &Job) -> Result<(), Failure> {
    let Some(outbound) = commands::begin_delivery(p, job).await? else { return Ok(()) };
    // What fails on our side is told with the reply as well: it must not look as if it were on its way.
    let outcome = attempt(p, &outbound).await.unwrap_or_else(|fault| {
        tracing::error!(error = %fault.chain(), message = %outbound.message.id, "a reply could not be handed over");
        Outcome::Temporary { words: fault.to_string() }
    });
    let last = job.attempt >= job.attempts_max;
    let report = match outcome {
        Outcome::Sent { words, refused } => Report::Sent(with_refused(words, &refused)),
        Outcome::Permanent { words } => Report::Failed(words),
        Outcome::Temporary { words } if last => Report::Failed(words),
        Outcome::Temporary { words } => Report::Later(words),
    };
    let again = match &report {
        Report::Later(words) => Some(words.clone()),
        _ => None,
    };
    commands::report_delivery(p, job, report).await?;
    again.map_or(Ok(()), |words| Err(Failure::Again(Fault::new(words))))
}

async fn attempt(p: &Platform, outbound: &Outbound) -> Result<Outcome> {
    // As the mailbox that the conversation came to.
    let identity = mailboxes::identity_of(&mut p.db.read().await?, outbound.mailbox.as_deref()).await?;
    let business = outgoing::speaking(outbound.business.clone(), &identity);
    let outbound = &Outbound { business, ..outbound.clone() };
    match mail(p, outbound).await? {
        Ok(mail) => hand_over(p, identity.mailbox.as_ref(), &mail).await,
        Err(words) => Ok(Outcome::Permanent { words }),
    }
}

/// What the server said, and whom it did not take the mail for.
fn with_refused(words: String, refused: &[RefusedRecipient]) -> String {
    let others = refused.iter().map(|refused| format!("{}: {}", refused.address, refused.words));
    std::iter::once(words).chain(others).collect::<Vec<_>>().join("; ")
}

/// Job: sends a mail of Tillit's own, such as a link for a new password.
///
/// # Errors
/// When it should be tried again, or never will go.
pub async fn deliver_system(p: &Platform, job: &Job) -> Result<(), Failure> {
    let system: Framed = serde_json::from_str(&job.payload).map_err(|error| Failure::Never(error.into()))?;
    let to =
        MailAddress::read(None, &system.mail.to).ok_or_else(|| Failure::Never(Fault::new("not a mail address")))?;
    let mut last = None;
    for (tried, way) in outgoing::ways(p).await?.into_iter().enumerate() {
        let Some(mail) = system_mail(p, job, &system, &to, &way)? else { continue };
        match hand_over(p, way.mailbox.as_ref(), &mail).await? {
            Outcome::Sent { .. } if tried == 0 => return Ok(()),
            Outcome::Sent { .. } => {
                tracing::warn!(from = way.address, "a mail of our own went by another server than the usual one");
                return Ok(());
            }
            // What the usual way says is what people can mend.
            no => last = last.or(Some(no)),
        }
    }
    match last {
        Some(Outcome::Permanent { words }) => Err(Failure::Never(Fault::new(words))),
        Some(Outcome::Temporary { words }) => Err(Failure::Again(Fault::new(words))),
        _ => Err(Failure::Again(Fault::new(p.i18n.to(system.mail.language).text("outbox-no-address")))),
    }
}

/// Letters that stand before the @ of an address at most.
const LOCAL_MOST: usize = 64;

/// A mail of Tillit's own, as it goes one way; none without an address to come from.
fn system_mail(
    p: &Platform,
    job: &Job,
    framed: &Framed,
    to: &MailAddress,
    way: &Identity,
) -> Result<Option<Ready>, Failure> {
    let (system, around) = (&framed.mail, &framed.around);
    let reply_to = around.reply_tag.as_ref().and_then(|tag| reply_address::join(&way.address, tag));
    // A mail server may take no longer one.
    let reply_to = reply_to.filter(|to| to.rsplit_once('@').is_some_and(|(local, _)| local.len() <= LOCAL_MOST));
    let quote = around.quote.clone().map(|(introduction, text)| Quote { introduction, text });
    let Some(from) = MailAddress::read(Some(&way.sender_name), &way.address) else { return Ok(None) };
    let domain = way.address.rsplit_once('@').map_or("tillit.invalid", |(_, domain)| domain);
    // The job's id makes the mail the same at every attempt.
    let token = data_encoding::BASE32_NOPAD.encode(&Sha256::digest(job.id.as_bytes())).to_lowercase();
    let outgoing = Outgoing {
        from,
        reply_to: reply_to.clone(),
        to: vec![to.clone()],
        cc: Vec::new(),
        subject: system.subject.clone(),
        message_id: format!("{}@{domain}", &token[..26]),
        in_reply_to: None,
        references: Vec::new(),
        date: p.clock.business(),
        text: system.text.clone(),
        signature: String::new(),
        language: system.language,
        frame: Frame {
            reply_line: around.reply_line.clone().filter(|_| reply_to.is_some()),
            quote,
            footer: around.footer.clone(),
        },
        pictures: Vec::new(),
        attachments: Vec::new(),
        automatic: Some(Machine::Notice),
    };
    let bytes = compose(&outgoing).map_err(|error| Failure::Never(Fault::because("the mail cannot be made", error)))?;
    Ok(Some(Ready { from: way.address.clone(), to: vec![system.to.clone()], bytes }))
}

/// A mail with its envelope.
struct Ready {
    from: String,
    to: Vec<String>,
    bytes: Vec<u8>,
}

async fn hand_over(p: &Platform, mailbox: Option<&mailboxes::Mailbox>, mail: &Ready) -> Result<Outcome> {
    if p.site.demo
        && let Some(outside) = mail.to.iter().find(|to| !is_make_believe(to))
    {
        // The demo's people do not exist; nobody who does may ever hear from it.
        return Ok(Outcome::Permanent {
            words: format!("the demo writes to .example addresses only, not to {outside}"),
        });
    }
    outgoing::hand_over(p, mailbox, &mail.from, &mail.to, &mail.bytes).await
}

fn is_make_believe(address: &str) -> bool {
    let domain = address.rsplit_once('@').map_or("", |(_, domain)| domain).to_ascii_lowercase();
    domain == "example" || domain.ends_with(".example")
}

/// The bytes of a reply, the same every time. The inner error is for people: this will never go.
async fn mail(p: &Platform, out: &Outbound) -> Result<Result<Ready, String>> {
    let business = &out.business;
    let say = p.i18n.to(out.message.language.unwrap_or_default());
    let Some(from) = MailAddress::read(Some(&sender_name(&say, out)), &business.address) else {
        return Ok(Err(say.text("outbox-no-address")));
    };
    let Some((pictures, attachments)) = files(p, &say, out).await? else {
        return Ok(Err(say.text("outbox-file-gone")));
    };
    let language = out.message.language.unwrap_or_default();
    let subject = match (out.message.kind, out.begins) {
        (MessageKind::Forward, _) => subject::forward(&out.subject, language),
        // What answers nothing bears no mark of an answer.
        (_, true) => out.subject.clone(),
        (_, false) => subject::reply(&out.subject, language),
    };
    let outgoing = Outgoing {
        from,
        reply_to: reply_address::join(&business.address, &out.reply_tag),
        to: out.message.to.iter().filter_map(address).collect(),
        cc: out.message.cc.iter().filter_map(address).collect(),
        subject,
        message_id: out.mail_id.clone(),
        in_reply_to: out.references.last().cloned(),
        references: out.references.clone(),
        date: out.message.at,
        text: out.message.body.clone(),
        signature: signature(out),
        language,
        frame: Frame {
            quote: out.passed_on.as_ref().map(|passed_on| quote(&say, out, passed_on)),
            footer: out.page.as_ref().map(|page| {
                let words = if out.asks { "outbox-page-asks" } else { "outbox-page" };
                say.with(words, args![page = page.as_str()])
            }),
            ..Frame::default()
        },
        pictures,
        attachments,
        // It comes from our own address, not from nobody: who cannot be reached is then told to us, and mail servers
        // that we sign in to take no mail from nobody. Reports are answered by nothing here.
        automatic: (out.message.kind == MessageKind::Receipt).then_some(Machine::Receipt),
    };
    let bytes = match compose::compose(&outgoing) {
        Ok(bytes) => bytes,
        Err(error) => return Ok(Err(error.to_string())),
    };
    // Hidden copies stand in the envelope alone.
    let hidden: Vec<MailAddress> = out.message.bcc.iter().filter_map(address).collect();
    let everybody = outgoing.to.iter().chain(&outgoing.cc).chain(&hidden);
    let to = everybody.filter_map(MailAddress::for_sending).collect();
    let from = outgoing.from.for_sending().unwrap_or_else(|| business.address.clone());
    Ok(Ok(Ready { from, to, bytes }))
}

/// The pictures that stand below the text and the files that go along; `None` when one of them is not to be found in
/// the mail that held it.
async fn files(
    p: &Platform,
    say: &platform::i18n::Say,
    out: &Outbound,
) -> Result<Option<(Vec<OutgoingPicture>, Vec<OutgoingAttachment>)>> {
    let (mut shown, mut attachments) = (Vec::new(), Vec::with_capacity(out.files.len()));
    for file in &out.files {
        let mut conn = p.db.read().await?;
        let range = file.part.as_deref().and_then(|part| MailParts.range(part));
        let mut bytes = match range {
            Some(range) => p.blobs.read_range(&mut conn, &file.blob, range).await?,
            None => p.blobs.read(&mut conn, &file.blob).await?,
        };
        drop(conn);
        if let Some(part) = file.part.clone() {
            let cut = tokio::task::spawn_blocking(move || MailParts.part(&bytes, &part)).await;
            let Some(found) = cut.context("cutting out a part")? else { return Ok(None) };
            bytes = found;
        }
        let (name, content_type) = (file.name.clone(), file.content_type.clone());
        let shape = pictures::judge(&bytes);
        let attached = OutgoingAttachment { name, content_type, bytes };
        match (&file.alt, shape) {
            (Some(alt), Ok(shape)) => shown.push(OutgoingPicture {
                file: attached,
                alt: alt.clone(),
                said: say.with("outbox-picture", args![what = alt.as_str()]),
                width: shape.width,
            }),
            _ => attachments.push(attached),
        }
    }
    Ok(Some((shown, attachments)))
}

/// What is passed on, under who wrote it to whom and when.
fn quote(say: &platform::i18n::Say, out: &Outbound, it: &PassedOn) -> Quote {
    let shown = |mailbox: &Mailbox| match mailbox.name.as_str() {
        "" => mailbox.address.clone(),
        name => format!("{name} <{}>", mailbox.address),
    };
    let to = it.to.iter().map(shown).collect::<Vec<_>>().join(", ");
    let zone = TimeZone::get(&out.business.zone).unwrap_or(TimeZone::UTC);
    let at = say.full(it.at, &zone);
    let introduction =
        say.with("outbox-passed-on", args![from = shown(&it.from), at = at, to = to, subject = out.subject.as_str()]);
    Quote { introduction, text: it.text.clone() }
}

/// «Ingrid Moen, Brekkesund»: a person first, and whom they speak for.
fn sender_name(say: &platform::i18n::Say, out: &Outbound) -> String {
    let (name, business) = (&out.message.from.name, &out.business.name);
    if business.is_empty() {
        return name.clone();
    }
    // A receipt is in nobody's name.
    if name.is_empty() { business.clone() } else { say.with("outbox-sender", args![name = name, business = business]) }
}

fn signature(out: &Outbound) -> String {
    let lines = [out.message.from.name.as_str(), out.business.name.as_str(), out.business.signature.as_str()];
    lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

fn address(mailbox: &Mailbox) -> Option<MailAddress> {
    MailAddress::read(Some(&mailbox.name), &mailbox.address)
}
