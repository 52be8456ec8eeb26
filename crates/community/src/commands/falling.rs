//! A question that nobody answers in time becomes a conversation, so that it is ours to answer. A job sleeps until
//! then; nothing is ever looked through for what is due.

use std::sync::Arc;

use base::calendar::calendar_hours;
use base::{Action, Actor, Scope, allowed};
use conversations::Mailbox;
use people::person;
use platform::jobs::{self, Failure, Job, NewJob};
use platform::{Fault, Platform, Result, Tx, args};
use portal::{Enquiry, Intake};

use super::{Answer, CommandError, public_topic};
use crate::events::CommunityEvent;
use crate::ids::TopicId;
use crate::model::{Kind, Topic};
use crate::rules::rights::{falls_to_us, may_take_over};
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

/// Behind the id of a question that a colleague takes over.
const BY_HAND: &str = " by hand";

/// Makes a conversation of a question because a colleague wants to, answered or not; a job does it within moments. Done
/// twice, it is one conversation.
///
/// # Errors
/// Not found when it is no question that is shown, nobody asked it any more, or it is a conversation already; refused
/// when the actor may not.
pub async fn take_over(p: &Platform, actor: &Actor, id: &TopicId) -> Answer<()> {
    let _all = allowed(actor, Action::WorkConversations)?;
    let mut tx = p.begin().await?;
    Some(public_topic(&mut tx, id).await?).filter(may_take_over).ok_or(CommandError::NotFound)?;
    let job = NewJob::new(conversations::commands::CLOCK_LANE, JOB).key(format!("take:{id}"));
    tx.enqueue(job.payload(format!("{id}{BY_HAND}"))).await?;
    Ok(tx.commit().await?)
}

/// Makes a conversation of a question that is still without an answer. It is handed in like what a form brings; done
/// twice, it is one conversation.
///
/// # Errors
/// When the tables cannot be used, the job is not one of ours, or what was handed in is not understood yet.
pub async fn fall(p: Platform, job: Job, door: Door) -> std::result::Result<(), Failure> {
    let by_hand = job.payload.ends_with(BY_HAND);
    let id = job.payload.strip_suffix(BY_HAND).unwrap_or(&job.payload).parse::<TopicId>();
    let id = id.map_err(|_| Failure::Never(Fault::new("no id of a topic")))?;
    let enquiry = enquiry(&p, &id, by_hand).await?;
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
async fn enquiry(p: &Platform, id: &TopicId, by_hand: bool) -> Result<Option<Enquiry>> {
    let mut conn = p.db.read().await?;
    let it = community(&mut conn).await?;
    let falls = |topic: &Topic| if by_hand { may_take_over(topic) } else { falls_to_us(topic, p.clock.business()) };
    let topic = store::topic(&mut conn, id).await?.filter(|topic| it.on && falls(topic));
    let Some(topic) = topic else { return Ok(None) };
    let Some(asker) = &topic.person else { return Ok(None) };
    let addresses = person::addresses(&mut conn, &Scope::All, asker).await?;
    let Some(address) = addresses.into_iter().find(|address| address.proved) else { return Ok(None) };
    let name = person::find(&mut conn, &Scope::All, asker).await?.map(|person| person.name).unwrap_or_default();
    let business = conversations::settings::business(&mut conn).await?;
    let link = format!("{}/community/q/{}", p.site.url, topic.id);
    // Colleagues read the business's own language.
    let note = if by_hand { "community-taken-note" } else { "community-fell-note" };
    let note = p.i18n.to(business.language).with(note, args![link = &link]);
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
