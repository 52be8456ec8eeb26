//! Notices by mail: one at once, which can be answered, or several together after quiet hours and as a digest. What was
//! read meanwhile is not mailed. Rights are asked again, and of what the customer said only the beginning goes along.

use base::{Action, Instant, Scope, allowed};
use conversations::commands::REPLY_LINE;
use conversations::{MessageId, naming, queries as desk};
use people::StaffId;
use people::staff::Staff;
use people::system_mail::{self, Around, Framed, SystemMail};
use platform::i18n::Say;
use platform::jobs::{self, Failure, Job, NewJob, Workers};
use platform::{Platform, Result, Tx, args};
use words::reply;

use super::http::sentence;
use super::{Shown, shown, store};

/// The lane of this work.
pub const LANE: &str = "notices";
/// Job: mail a colleague what is due. Payload: their id.
pub const JOB: &str = "notice.mail";

/// Notices that one mail tells of.
const TOGETHER_MOST: i64 = 50;
/// Letters of an excerpt.
const EXCERPT: usize = 300;
/// For how many days a notice can be answered by mail.
const ANSWERABLE: i64 = 30;

/// Adds the work of this module.
#[must_use]
pub fn workers(workers: Workers) -> Workers {
    workers.lane(LANE, 2).handle(JOB, |p, job| async move { send(&p, &job).await })
}

/// Leaves the job that mails what is due by then; nothing for at once.
pub(super) async fn later(tx: &mut Tx, staff: &StaffId, due: Option<Instant>) -> Result<()> {
    let job = NewJob::new(LANE, JOB).payload(staff.as_str());
    let job = match due {
        None => job.key(format!("{JOB}:{staff}")),
        Some(due) => job.key(format!("{JOB}:{staff}:{}", base::clock::to_micros(due))).at_business_time(due),
    };
    tx.enqueue(job).await
}

/// Does [`JOB`].
///
/// # Errors
/// When the tables cannot be used; it is tried again.
pub async fn send(p: &Platform, job: &Job) -> Result<(), Failure> {
    let mut tx = p.begin().await?;
    if let Ok(id) = job.payload.parse::<StaffId>()
        && let Some(staff) = people::staff::find(&mut tx, &Scope::All, &id).await?
        && staff.disabled_at.is_none()
        && let Ok(scope) = allowed(&staff.actor(), Action::ReadConversations)
    {
        let at_once = store::to_mail(&mut tx, &id, store::AT_ONCE, TOGETHER_MOST).await?;
        let now = tx.now();
        let together = store::to_mail(&mut tx, &id, now, TOGETHER_MOST + 1).await?;
        store::mailed(&mut tx, &id, &at_once, together.first()).await?;
        if at_once.len() as u64 == TOGETHER_MOST.unsigned_abs() {
            // There are more, and each has a mail of its own.
            later(&mut tx, &id, None).await?;
        }
        let say = p.i18n.to(staff.language);
        for one in shown(&mut tx, &scope, at_once).await? {
            alone(p, &mut tx, &staff, &say, &scope, &one).await?;
        }
        let together = shown(&mut tx, &scope, together).await?;
        match together.as_slice() {
            [] => {}
            [one] => alone(p, &mut tx, &staff, &say, &scope, one).await?,
            several => digest(p, &mut tx, &staff, &say, several).await?,
        }
    }
    jobs::finish(&mut tx, job).await?;
    Ok(tx.commit().await?)
}

/// The address of a page of the desk.
fn link(p: &Platform, path: &str) -> String {
    format!("{}{path}", p.site.url)
}

fn footer(p: &Platform, say: &Say) -> Option<String> {
    Some(say.with("notice-mail-footer", args![link = link(p, "/profile/notices")]))
}

fn subject_of(say: &Say, one: &Shown) -> String {
    let subject = &one.row.conversation.subject;
    if subject.is_empty() { say.text("notices-no-subject") } else { subject.clone() }
}

/// One notice, in a mail that can be answered.
async fn alone(p: &Platform, tx: &mut Tx, to: &Staff, say: &Say, scope: &Scope, one: &Shown) -> Result<()> {
    let it = &one.row.conversation;
    let (what, subject, number) = (sentence(say, one), subject_of(say, one), it.number.to_string());
    let until = tx.machine_now().as_second().div_euclid(86_400) + ANSWERABLE;
    let around = Around {
        reply_tag: Some(naming::note_tag(p, it.number, &to.id, until)),
        reply_line: Some(say.text(REPLY_LINE)),
        quote: excerpt(p, tx, say, scope, one).await?,
        footer: footer(p, say),
    };
    let page = link(p, &format!("/conversations/{}", it.id));
    let subject_line = args![what = what.as_str(), subject = subject.as_str(), number = number.as_str()];
    let text = args![
        what = what.as_str(),
        subject = subject.as_str(),
        number = number.as_str(),
        customer = one.row.person_name.as_str(),
        link = page.as_str()
    ];
    // Its words go out of a mail that waits when they are taken out of the message.
    let about = std::iter::once(it.id.to_string()).chain(one.notice.message.clone()).collect();
    let mail = SystemMail {
        to: to.email.clone(),
        subject: say.with("notice-mail-subject", subject_line),
        text: say.with("notice-mail-text", text),
        language: to.language,
    };
    system_mail::send_framed(tx, &Framed { mail, around, about }).await
}

/// Who said what a notice is about, and how it begins.
async fn excerpt(p: &Platform, tx: &mut Tx, say: &Say, scope: &Scope, one: &Shown) -> Result<Option<(String, String)>> {
    let Some(id) = one.notice.message.as_deref().and_then(|id| id.parse::<MessageId>().ok()) else { return Ok(None) };
    let Some(message) = desk::message(tx, scope, &id).await? else { return Ok(None) };
    let own = naming::without_request_links(p, &reply::split(&message.body).visible());
    let mut short: String = own.chars().take(EXCERPT).collect();
    if short.is_empty() {
        return Ok(None);
    }
    if short.len() < own.len() {
        short.push('…');
    }
    let who = if message.from.name.is_empty() { message.from.address } else { message.from.name };
    Ok(Some((say.with("notice-mail-said", args![who = who.as_str()]), short)))
}

/// Several notices in one mail, the newest first. Which of them an answer would be to nobody knows, so it has none.
async fn digest(p: &Platform, tx: &mut Tx, to: &Staff, say: &Say, several: &[Shown]) -> Result<()> {
    let most = usize::try_from(TOGETHER_MOST).unwrap_or(usize::MAX);
    let count = i64::try_from(several.len().min(most)).unwrap_or(i64::MAX);
    let lines = several.iter().take(most).map(|one| {
        let it = &one.row.conversation;
        let page = link(p, &format!("/conversations/{}", it.id));
        format!("{}\n#{} · {}\n{page}", sentence(say, one), it.number, subject_of(say, one))
    });
    let mut text: Vec<String> = std::iter::once(say.text("notice-mail-several-lead")).chain(lines).collect();
    if several.len() > most {
        text.push(say.with("notice-mail-more", args![link = link(p, "/notices")]));
    }
    let mail = SystemMail {
        to: to.email.clone(),
        subject: say.with("notice-mail-several", args![n = count]),
        text: text.join("\n\n"),
        language: to.language,
    };
    let about = several.iter().map(|one| one.row.conversation.id.to_string()).collect();
    let around = Around { footer: footer(p, say), ..Around::default() };
    system_mail::send_framed(tx, &Framed { mail, around, about }).await
}
