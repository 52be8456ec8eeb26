//! A question that nobody answers in time becomes a conversation, so that it is ours to answer. A job sleeps until
//! then; nothing is ever looked through for what is due.

use std::sync::Arc;

use base::calendar::calendar_hours;
use base::{Actor, Scope};
use conversations::Mailbox;
use people::person;
use platform::jobs::{self, Failure, Job, NewJob};
use platform::{Fault, Platform, Result, Tx, args};
use portal::{Enquiry, Intake};

use crate::events::CommunityEvent;
use crate::ids::TopicId;
use crate::model::{Kind, Topic};
use crate::rules::rights::falls_to_us;
use crate::settings::{Community, community};
use crate::store;

/// The kind of job that [`fall`] does, in the lane of the conversations' clocks.
pub const JOB: &str = "community.fall";

/// The way in for what becomes a conversation.
pub type Door = Arc<dyn Intake>;

/// Says when a question that is shown now falls to us, and leaves the job that sleeps until then. Once it was said it
/// stays.
pub(super) async fn watch(tx: &mut Tx, it: &Community, topic: &mut Topic) -> Result<()> {
    if topic.kind != Kind::Question || topic.due.is_some() || it.hours == 0 {
        return Ok(());
    }
    let (now, by_the_clock) = (tx.now(), calendar_hours(tx.now(), it.hours));
    let calendar = conversations::settings::clock_policy(tx).await?.calendar.filter(|_| !it.by_the_clock);
    let due = calendar.and_then(|calendar| calendar.due(now, it.hours * 60)).unwrap_or(by_the_clock);
    topic.due = Some(due);
    let job = NewJob::new(conversations::commands::CLOCK_LANE, JOB).key(format!("fall:{}", topic.id));
    tx.enqueue(job.payload(topic.id.as_str()).at_business_time(due)).await
}

/// Makes a conversation of a question that is still without an answer. It is handed in like what a form brings; done
/// twice, it is one conversation.
///
/// # Errors
/// When the tables cannot be used, the job is not one of ours, or what was handed in is not understood yet.
pub async fn fall(p: Platform, job: Job, door: Door) -> std::result::Result<(), Failure> {
    let id: TopicId = job.payload.parse().map_err(|_| Failure::Never(Fault::new("no id of a topic")))?;
    let enquiry = enquiry(&p, &id).await?;
    let conversation = match enquiry {
        Some(enquiry) => match door.ask(enquiry).await? {
            Some(conversation) => Some(conversation.to_string()),
            None => return Err(Failure::Again(Fault::new("the question is not understood as a conversation yet"))),
        },
        None => None,
    };
    let mut tx = p.begin().await?;
    if let Some(conversation) = conversation
        && let Some(topic) = store::lock(&mut tx, &id).await?.filter(|topic| topic.conversation.is_none())
    {
        store::save(&mut tx, &Topic { conversation: Some(conversation.clone()), ..topic }).await?;
        tx.record(&CommunityEvent::TopicFellToUs { topic: id, conversation }, &Actor::System, None).await?;
    }
    jobs::finish(&mut tx, &job).await?;
    Ok(tx.commit().await?)
}

/// What is handed in, if the question still falls to us.
async fn enquiry(p: &Platform, id: &TopicId) -> Result<Option<Enquiry>> {
    let mut conn = p.db.read().await?;
    let it = community(&mut conn).await?;
    let topic = store::topic(&mut conn, id).await?.filter(|topic| it.on && falls_to_us(topic, p.clock.business()));
    let Some(topic) = topic else { return Ok(None) };
    let Some(asker) = &topic.person else { return Ok(None) };
    let addresses = person::addresses(&mut conn, &Scope::All, asker).await?;
    let Some(address) = addresses.into_iter().find(|address| address.proved) else { return Ok(None) };
    let name = person::find(&mut conn, &Scope::All, asker).await?.map(|person| person.name).unwrap_or_default();
    let business = conversations::settings::business(&mut conn).await?;
    let link = format!("{}/community/q/{}", p.site.url, topic.id);
    // Colleagues read the business's own language.
    let note = p.i18n.to(business.language).with("community-fell-note", args![link = &link]);
    Ok(Some(Enquiry {
        from: Mailbox { name, address: address.shown },
        proved: true,
        department: None,
        subject: topic.title,
        once: format!("community {id}"),
        at: topic.created_at,
        text: format!("{}\n\n{note}", topic.body),
        files: Vec::new(),
        peer: String::new(),
    }))
}
