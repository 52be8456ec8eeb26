//! Everybody who waits is told: a draft in the language of each, in their own conversation, for a colleague to read and
//! send. Nothing goes out by itself.
//!
//! A job does a stretch at a time, each conversation in a transaction of its own, so that nobody waits for all of them.

use base::{Action, Actor, Scope, allowed};
use people::staff::Staff;
use platform::i18n::I18n;
use platform::jobs::{self, Failure, Job, NewJob};
use platform::{Fault, Platform, Tx};

use crate::commands::{Answer, CommandError, PROBLEM_JOB, PURGE_LANE, actor_name, drafts_hint, macros, sharing};
use crate::events::ConversationEvent;
use crate::ids::{ConversationId, DraftId, ProblemId};
use crate::model::{Conversation, DraftText, Group, Problem, ProblemChange, ProblemLink, SharedDraft};
use crate::rules::problems as rule;
use crate::rules::states::Refusal;
use crate::{settings, store};

/// Conversations of one turn of the job.
const AT_ONCE: i64 = 50;

/// Who is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whom {
    /// Who was linked before it was solved.
    Waited,
    /// Whoever came later, too: somebody asked for that.
    All,
}

/// Leaves the job that drafts from there on; an empty `after` is from the first.
pub(super) async fn wait(tx: &mut Tx, id: &ProblemId, whom: Whom, after: &str) -> Result<(), Fault> {
    let whom = if whom == Whom::All { "all" } else { "waited" };
    let job = NewJob::new(PURGE_LANE, PROBLEM_JOB).key(format!("{PROBLEM_JOB}:{id}:{whom}:{after}"));
    tx.enqueue(job.payload(format!("{id} {whom} {after}"))).await
}

/// Drafts answers for those who wait and have none: whoever was linked after the problem was solved.
///
/// # Errors
/// [`Refusal::ProblemNeedsAnswer`] as long as it is not solved.
pub async fn draft_answers(p: &Platform, actor: &Actor, id: &ProblemId) -> Answer<()> {
    let (mut tx, _, it) = super::begin(p, actor, id).await?;
    if !it.state.is_solved() {
        return Err(Refusal::ProblemNeedsAnswer.into());
    }
    wait(&mut tx, id, Whom::All, "").await?;
    super::tell(&mut tx, actor, &it, ProblemChange::Drafted, None).await?;
    Ok(tx.commit().await?)
}

/// Job: drafts answers of a solved problem.
///
/// # Errors
/// When the database cannot be used; the job is tried again, and what is drafted stays.
pub async fn draft_problem_answers(p: &Platform, job: &Job) -> Result<(), Failure> {
    let mut parts = job.payload.splitn(3, ' ');
    let (id, whom, after) = (parts.next().unwrap_or_default(), parts.next(), parts.next().unwrap_or_default());
    let whom = if whom == Some("all") { Whom::All } else { Whom::Waited };
    let id: ProblemId = id.parse().map_err(|_| Failure::Never(Fault::new("the job names no problem")))?;
    let mut conn = p.db.read().await?;
    let found = store::find_problem(&mut conn, &Scope::All, &id).await?.filter(|it| it.state.is_solved());
    let mut author = None;
    if let Some(by) = found.as_ref().and_then(|it| it.solved_by.as_ref()) {
        author = people::staff::find(&mut conn, &Scope::All, by).await?;
    }
    let solved_at = found.as_ref().and_then(|it| it.solved_at).filter(|_| whom == Whom::Waited);
    let waiting = store::problem_to_tell(&mut conn, &id, (solved_at, after), AT_ONCE).await?;
    drop(conn);
    let last = waiting.last().cloned();
    if let Some(author) = author {
        for conversation in &waiting {
            match draft_for(p, &author, &id, conversation).await {
                Ok(()) | Err(CommandError::NotFound | CommandError::Forbidden | CommandError::Refused(_)) => {}
                Err(CommandError::Fault(fault)) => return Err(Failure::Again(fault)),
            }
        }
    }
    let mut tx = p.begin().await?;
    if let Some(last) = last.filter(|_| i64::try_from(waiting.len()).is_ok_and(|n| n >= AT_ONCE)) {
        wait(&mut tx, &id, whom, last.as_str()).await?;
    }
    jobs::finish(&mut tx, job).await?;
    Ok(tx.commit().await?)
}

/// Drafts the answer of one conversation, if its customer still waits for it and has none.
async fn draft_for(p: &Platform, author: &Staff, problem: &ProblemId, id: &ConversationId) -> Answer<()> {
    let actor = author.actor();
    let scope = allowed(&actor, Action::WorkConversations)?;
    let mut tx = p.begin().await?;
    let conversation = store::find_for_update(&mut tx, &scope, id).await?.ok_or(CommandError::NotFound)?;
    let it = store::find_problem(&mut tx, &Scope::All, problem).await?.ok_or(CommandError::NotFound)?;
    let link = store::problem_link(&mut tx, problem, id).await?.filter(|link| link.draft.is_none());
    let link = link.ok_or(CommandError::NotFound)?;
    if conversation.state.group() == Group::Closed || !it.state.is_solved() {
        return Ok(());
    }
    let link = drafted((&mut tx, &p.i18n), &actor, (&it, &conversation), link).await?;
    store::put_problem_link(&mut tx, &link, &conversation).await?;
    tx.commit().await?;
    p.tell(&drafts_hint(id)).await?;
    Ok(())
}

/// Leaves the draft and tells of it; answers the link with it.
async fn drafted(
    (tx, i18n): (&mut Tx, &I18n),
    actor: &Actor,
    (it, conversation): (&Problem, &Conversation),
    link: ProblemLink,
) -> Answer<ProblemLink> {
    let author = crate::commands::posting::staff_id(actor)?;
    let house = settings::business(tx).await?.language;
    let asked = people::file::preferred_language(tx, &conversation.person).await?;
    let found = rule::answer(&it.answers, asked.or(conversation.language), house);
    let (language, text, _) = found.ok_or(Refusal::ProblemNeedsAnswer)?;
    let body = macros::said_in(tx, i18n, actor, conversation, (text, Some(language))).await?;
    sharing::room(tx, &conversation.id).await?;
    let (now, draft) = (tx.now(), DraftId::next(&tx.ids(), tx.now()));
    let shared = SharedDraft {
        id: draft.clone(),
        conversation: conversation.id.clone(),
        author: author.clone(),
        author_name: String::new(),
        text: DraftText { body, ..DraftText::default() },
        version: 1,
        shared_at: now,
        changed_at: now,
        changed_by: author,
        changed_by_name: String::new(),
        held: None,
    };
    store::insert_shared(tx, &shared).await?;
    let event = ConversationEvent::DraftShared {
        conversation: conversation.id.clone(),
        draft: draft.clone(),
        by: actor_name(tx, actor).await?,
        to: None,
        name: String::new(),
    };
    tx.record(&event, actor, None).await?;
    Ok(ProblemLink { draft: Some(draft), drafted_at: Some(now), language: Some(language), ..link })
}
