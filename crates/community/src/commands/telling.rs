//! Mails to those who follow a topic: that something was written there, with a link and none of its words. What becomes
//! of an idea everybody is told who asked for it, with our reason.

use base::{Language, Scope};
use people::PersonId;
use people::care::{self, MaySend, Sending};
use people::person;
use people::system_mail::{self, SystemMail};
use platform::jobs::{self, Failure, Job, NewJob};
use platform::{Fault, Platform, Result, Tx, args};
use serde::{Deserialize, Serialize};

use crate::ids::TopicId;
use crate::model::Topic;
use crate::settings::community;
use crate::store;

/// The kind of job that [`tell`] does, in the lane [`system_mail::LANE`].
pub const JOB: &str = "community.tell";

/// Followers that one job tells.
const AT_A_TIME: i64 = 50;

#[derive(Serialize, Deserialize)]
struct Told {
    topic: TopicId,
    /// Who wrote it, and so is not told.
    but: String,
    /// Whether it was decided about, and not written to.
    decided: bool,
    /// Up to whom everybody is told.
    after: String,
}

impl Told {
    fn job(&self) -> Result<NewJob> {
        Ok(NewJob::new(system_mail::LANE, JOB).payload(serde_json::to_string(self)?))
    }
}

/// Leaves word that something was written to it.
pub(super) async fn about(tx: &mut Tx, topic: &TopicId, but: Option<&PersonId>) -> Result<()> {
    let but = but.map(ToString::to_string).unwrap_or_default();
    tx.enqueue(Told { topic: topic.clone(), but, decided: false, after: String::new() }.job()?).await
}

/// Leaves word that we decided about it.
pub(super) async fn decided(tx: &mut Tx, topic: &TopicId) -> Result<()> {
    let told = Told { topic: topic.clone(), but: String::new(), decided: true, after: String::new() };
    tx.enqueue(told.job()?).await
}

/// Tells some of those who follow, and leaves the rest to another job; what we decided, also those who voted for it. Who
/// sees the community no more hears nothing.
///
/// # Errors
/// When the tables cannot be used, or the job is not one of ours.
pub async fn tell(p: Platform, job: Job) -> std::result::Result<(), Failure> {
    let told: Told = serde_json::from_str(&job.payload).map_err(|error| Failure::Never(Fault::from(error)))?;
    let mut tx = p.begin().await?;
    if community(&mut tx).await?.on {
        let topic = store::topic(&mut tx, &told.topic).await?.filter(Topic::is_public);
        if let Some(topic) = topic {
            let some = if told.decided {
                store::concerned(&mut tx, &topic.id, &told.after, AT_A_TIME).await?
            } else {
                store::followers(&mut tx, &topic.id, &told.after, AT_A_TIME).await?
            };
            for person in some.iter().filter(|person| person.as_str() != told.but) {
                mail(&p, &mut tx, &topic, person, told.decided).await?;
            }
            if let Some(last) = some.last().filter(|_| i64::try_from(some.len()) == Ok(AT_A_TIME)) {
                let rest = Told { after: last.to_string(), ..told };
                tx.enqueue(rest.job()?).await?;
            }
        }
    }
    jobs::finish(&mut tx, &job).await?;
    Ok(tx.commit().await?)
}

async fn mail(p: &Platform, tx: &mut Tx, topic: &Topic, id: &PersonId, decided: bool) -> Result<()> {
    let Some(customer) = person::find(tx, &Scope::All, id).await? else { return Ok(()) };
    // Answers to what somebody follows they asked for; what becomes of an idea can wait for a better time.
    let sending = if decided { Sending::News } else { Sending::Needed };
    let now = tx.now();
    if let MaySend::HoldBack(_) = care::verdict(tx, id, sending, now).await? {
        return Ok(());
    }
    let Some(to) = reachable(tx, id).await? else { return Ok(()) };
    let business = conversations::settings::business(tx).await?;
    let language: Language = customer.language.unwrap_or(business.language);
    let say = p.i18n.to(language);
    let link = format!("{}/community/q/{}", p.site.url, topic.id);
    let mail = if decided {
        let (becomes, why) = (say.text(topic.idea.message()), say.text("community-because"));
        let reason = if topic.reason.is_empty() { String::new() } else { format!("{why}: {}", topic.reason) };
        let args =
            args![business = &business.name, title = &topic.title, link = &link, becomes = &becomes, reason = &reason];
        let subject = say.with("community-mail-decided-subject", args);
        SystemMail { to, subject, text: say.with("community-mail-decided-text", args), language }
    } else {
        let args = args![business = &business.name, title = &topic.title, link = &link];
        let (subject, text) = (say.with("community-mail-subject", args), say.with("community-mail-text", args));
        SystemMail { to, subject, text, language }
    };
    system_mail::send(tx, &mail).await
}

/// Where mails to a member go. Signing in has proved one address at least; nothing goes where mail comes back from.
pub(super) async fn reachable(tx: &mut Tx, id: &PersonId) -> Result<Option<String>> {
    let addresses = person::addresses(tx, &Scope::All, id).await?;
    let found = addresses.into_iter().find(|address| address.proved && address.failing.is_none());
    Ok(found.map(|address| address.shown))
}
