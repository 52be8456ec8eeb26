//! Publishing: handed in, given back, let out now or later, taken back.

use base::{Action, Actor, Instant, Language};
use jiff::SignedDuration;
use platform::jobs::{Failure as JobFailure, Job, NewJob};
use platform::{Fault, Platform, Tx};

use super::load;
use super::pictures::show_pictures;
use super::writing::free_address;
use crate::articles::events::ArticleEvent;
use crate::articles::model::{ArticleId, State, Text, TextId, Version};
use crate::articles::refusal::{Answer, Failure, Refusal};
use crate::articles::rules::states::{Act, after};
use crate::articles::{found, store};

/// The lane of [`JOB`]: that of clocks.
pub const LANE: &str = conversations::commands::CLOCK_LANE;
/// Job: a text is due to be published. Payload: its id.
pub const JOB: &str = "articles.publish";
/// How far ahead something can be scheduled.
const AHEAD_MAX: SignedDuration = SignedDuration::from_hours(24 * 366 * 2);

/// Does something to a text that is not writing. `at` is for [`Act::Schedule`].
///
/// # Errors
/// Refused when the actor may not, when there is no such text or nothing in it, when the act makes no sense now, or
/// when the moment does not lie ahead.
pub async fn turn(
    tx: &mut Tx,
    actor: &Actor,
    article: &ArticleId,
    language: Language,
    act: Act,
    at: Option<Instant>,
) -> Answer<()> {
    let action = if act.is_writing() { Action::WriteArticles } else { Action::PublishArticles };
    let (_, text) = load(tx, actor, action, article, language).await?;
    let mut text = text.ok_or(Refusal::NotFound)?;
    if act == Act::Save {
        return Err(Refusal::NotNow.into());
    }
    text.state = after(text.state, text.live.is_some(), act).ok_or(Refusal::NotNow)?;
    text.due_at = None;
    match act {
        Act::Publish => return publish(tx, actor, text).await,
        Act::Schedule => {
            has_words(&text)?;
            let at = at.filter(|at| *at > tx.now() && *at < tx.now() + AHEAD_MAX).ok_or(Refusal::NotAhead)?;
            text.due_at = Some(at);
            let job = NewJob::new(LANE, JOB).payload(text.id.as_str()).at_business_time(at);
            tx.enqueue(job).await?;
        }
        Act::Submit => has_words(&text)?,
        Act::Withdraw => (text.live, text.live_at) = (None, None),
        Act::GiveBack | Act::Save => {}
    }
    settle(tx, actor, &text).await
}

fn has_words(text: &Text) -> Answer<()> {
    if text.draft.body.trim().is_empty() { Err(Refusal::TextMissing.into()) } else { Ok(()) }
}

/// Keeps the working copy as a version and makes it the one that is read. A new title gives it a new address; the
/// one before leads on.
async fn publish(tx: &mut Tx, actor: &Actor, mut text: Text) -> Answer<()> {
    has_words(&text)?;
    let last = store::versions(tx, &text.id, 1).await?.first().map_or(0, |version| version.number);
    let by = actor.staff_id().and_then(|id| id.parse().ok());
    let version = Version { number: last + 1, draft: text.draft.clone(), at: tx.now(), by };
    store::insert_version(tx, &text.id, &version).await?;
    (text.live, text.live_at) = (Some(version.number), Some(tx.now()));
    text.address = free_address(tx, &text.article, text.language, &text.draft.title).await?;
    store::put_address(tx, text.language, &text.address, &text.article).await?;
    show_pictures(tx, &text.id, text.language, &version.draft.body).await?;
    settle(tx, actor, &text).await
}

async fn settle(tx: &mut Tx, actor: &Actor, text: &Text) -> Answer<()> {
    store::save_text(tx, text).await?;
    found::index(tx, &text.id).await?;
    let event = ArticleEvent::Moved {
        article: text.article.clone(),
        language: text.language,
        title: text.draft.title.clone(),
        state: text.state,
        version: text.live,
    };
    Ok(tx.record(&event, actor, None).await?)
}

/// Publishes what is due, unless somebody changed their mind meanwhile.
///
/// # Errors
/// When the tables cannot be used, or the job is none of ours.
pub async fn publish_due(p: Platform, job: Job) -> Result<(), JobFailure> {
    let id: TextId = job.payload.parse().map_err(|_| JobFailure::Never(Fault::new("no id of a text")))?;
    let mut tx = p.begin().await?;
    if let Some(mut text) = store::text_by_id(&mut tx, &id).await? {
        let is_due = text.state == State::Scheduled && text.due_at.is_some_and(|due| due <= tx.now());
        if is_due {
            (text.state, text.due_at) = (State::Published, None);
            match publish(&mut tx, &Actor::System, text).await {
                Ok(()) => {}
                Err(Failure::Refused(refusal)) => {
                    return Err(JobFailure::Never(Fault::because("not published", refusal)));
                }
                Err(Failure::Fault(fault)) => return Err(fault.into()),
            }
        }
    }
    platform::jobs::finish(&mut tx, &job).await?;
    Ok(tx.commit().await?)
}
