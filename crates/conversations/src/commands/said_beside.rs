//! What is written of a conversation beside its messages, without words that were taken out of it: what its customer said
//! of how it ended, how a complaint's customer was content, why it was closed, needs and promises that stand in no message,
//! and the problems that it shares.

use std::collections::BTreeMap;

use platform::{Tx, log};

use super::Answer;
use crate::events::ProblemEvent;
use crate::ids::{ConversationId, ProblemId};
use crate::model::{Conversation, Problem, ProblemText};
use crate::rules::redacting::Taken;
use crate::store;

/// What was let go of beside messages.
#[derive(Default)]
pub(super) struct Beside {
    /// Ids of promises, needs and problems that said it.
    pub ids: Vec<String>,
    /// Whether anything else said it.
    pub else_said: bool,
}

impl Beside {
    /// Whether there was nothing.
    pub const fn is_empty(&self) -> bool {
        self.ids.is_empty() && !self.else_said
    }
}

/// Takes it out of everything beside the messages of a conversation, whose row is still to be saved. What its customer
/// wrote is left where `theirs` is not set.
pub(super) async fn without(tx: &mut Tx, after: &mut Conversation, taken: &Taken, theirs: bool) -> Answer<Beside> {
    let id = after.id.clone();
    let mut gone = Beside::default();
    gone.else_said |= theirs && opinions(tx, &id, taken).await?;
    gone.else_said |= complaint(tx, &id, taken).await?;
    if let Some(clean) = after.close_reason.as_deref().and_then(|reason| taken.out_of(reason)) {
        after.close_reason = Some(clean);
        gone.else_said = true;
    }
    // Why it was closed before, too, and by which act.
    let holds = |payload: &str| reason_of(payload).is_some_and(|reason| taken.out_of(&reason).is_some());
    gone.else_said |= store::empty_history(tx, &id, &holds).await? > 0;
    promises(tx, &id, taken, &mut gone.ids).await?;
    needs(tx, &id, taken, &mut gone.ids).await?;
    for link in store::problem_links(tx, &id).await? {
        if problem(tx, &link.problem, taken).await? {
            gone.ids.push(link.problem.to_string());
        }
    }
    Ok(gone)
}

/// The reason that a fact names, if it names one.
fn reason_of(payload: &str) -> Option<String> {
    let payload: serde_json::Value = serde_json::from_str(payload).ok()?;
    payload.get("reason").and_then(serde_json::Value::as_str).map(str::to_owned)
}

async fn opinions(tx: &mut Tx, id: &ConversationId, taken: &Taken) -> Answer<bool> {
    let mut any = false;
    for opinion in store::opinions_of(tx, id).await? {
        if let Some(clean) = taken.out_of(&opinion.comment) {
            store::set_comment(tx, &opinion.id, &clean).await?;
            any = true;
        }
    }
    Ok(any)
}

async fn complaint(tx: &mut Tx, id: &ConversationId, taken: &Taken) -> Answer<bool> {
    let Some(mut complaint) = store::complaint_of(tx, id).await? else { return Ok(false) };
    let Some(yes) = &mut complaint.yes else { return Ok(false) };
    let Some(clean) = taken.out_of(&yes.how) else { return Ok(false) };
    yes.how = clean;
    store::set_complaint(tx, id, Some(&complaint)).await?;
    Ok(true)
}

/// Those that stand in no message, and why any was given up. Card numbers go wherever they stand.
async fn promises(tx: &mut Tx, id: &ConversationId, taken: &Taken, ids: &mut Vec<String>) -> Answer<()> {
    for (promise, message, words, reason) in store::promise_texts(tx, id).await? {
        let words_out = taken.out_of(&words).filter(|_| message.is_none() || *taken == Taken::Cards);
        let reason_out = taken.out_of(&reason);
        if words_out.is_none() && reason_out.is_none() {
            continue;
        }
        store::set_promise_words(tx, &promise, &words_out.unwrap_or(words)).await?;
        store::set_promise_reason(tx, &promise, &reason_out.unwrap_or(reason)).await?;
        ids.push(promise.to_string());
    }
    Ok(())
}

/// Those that were heard elsewhere than in a message, for those go with it. Card numbers go wherever they stand.
async fn needs(tx: &mut Tx, id: &ConversationId, taken: &Taken, ids: &mut Vec<String>) -> Answer<()> {
    for mut it in store::need_texts(tx, id).await? {
        if it.message.is_some() && *taken != Taken::Cards {
            continue;
        }
        let mut any = false;
        for text in [&mut it.words, &mut it.product, &mut it.reason, &mut it.topic] {
            if let Some(clean) = taken.out_of(text) {
                *text = clean;
                any = true;
            }
        }
        if any {
            store::set_need_texts(tx, &it).await?;
            ids.push(it.id.to_string());
        }
    }
    Ok(())
}

/// What colleagues wrote of a problem, and what those who wait are told of it.
async fn problem(tx: &mut Tx, id: &ProblemId, taken: &Taken) -> Answer<bool> {
    let Some(it) = store::hold_problem(tx, &base::Scope::All, id).await? else { return Ok(false) };
    let out = |text: &str| taken.out_of(text).unwrap_or_else(|| text.to_owned());
    let answers: BTreeMap<_, _> = it.answers.iter().map(|(language, text)| (*language, out(text))).collect();
    let of = ProblemText {
        title: out(&it.of.title),
        known: out(&it.of.known),
        prevention: out(&it.of.prevention),
        ..it.of.clone()
    };
    // What it was called before stands in its history alone.
    let called = |fact: &log::Recorded| {
        let event = fact.read::<ProblemEvent>()?;
        let title = taken.out_of(&event.title)?;
        serde_json::to_string(&ProblemEvent { title, ..event }).ok()
    };
    let told = log::rewrite(tx, &format!("problem:{id}"), &called).await? > 0;
    if of == it.of && answers == it.answers {
        return Ok(told);
    }
    store::put_problem(tx, &Problem { of, answers, ..it }).await?;
    Ok(true)
}
