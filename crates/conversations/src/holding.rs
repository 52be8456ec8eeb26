//! What conversations hold of a customer: told, and erased.

use std::collections::BTreeSet;

use base::Scope;
use people::privacy::{About, Field, Gone, Held, Holder, Kind, Later, at, list, text};
use platform::{Conn, Result, Tx};

use crate::model::Need;
use crate::{queries, store};

/// Conversations, messages, notes, files, drafts, the history.
#[derive(Clone, Copy, Debug, Default)]
pub struct Conversations;

impl Holder for Conversations {
    fn held<'a>(&'a self, conn: &'a mut Conn, of: &'a About) -> Later<'a, Vec<Field>> {
        Box::pin(held(conn, of))
    }

    fn waits<'a>(&'a self, conn: &'a mut Conn, of: &'a About) -> Later<'a, bool> {
        Box::pin(async move {
            for person in &of.ids {
                if store::goes_out(conn, person).await? {
                    return Ok(true);
                }
            }
            Ok(false)
        })
    }

    fn erase<'a>(&'a self, tx: &'a mut Tx, of: &'a About, gone: &'a mut Gone) -> Later<'a, ()> {
        Box::pin(erase(tx, of, gone))
    }

    fn uses<'a>(&'a self, conn: &'a mut Conn, digests: &'a BTreeSet<String>) -> Later<'a, Vec<String>> {
        Box::pin(store::kept_blobs(conn, digests))
    }
}

async fn held(conn: &mut Conn, of: &About) -> Result<Vec<Field>> {
    let mut all = Vec::new();
    for id in store::theirs(conn, of).await? {
        let Some(thread) = queries::thread_even_deleted(conn, &id).await? else { continue };
        let one = &thread.conversation;
        let mut drafts = Vec::new();
        for (_, _, draft) in store::all_drafts(conn, &id).await? {
            drafts.push(Held::Text(draft.body));
        }
        for draft in store::shared_words(conn, &id).await? {
            drafts.push(Held::Text(draft.body));
        }
        for draft in store::side_drafts_of(conn, &id).await? {
            drafts.push(Held::Text(draft.body));
        }
        let sides = thread.sides.into_iter().map(|side| Held::Text(side.title)).collect();
        let own = people::field::kept(conn, id.as_str()).await?;
        let own = own.into_iter().map(|(field, value)| Held::Text(format!("{}: {value}", field.name)));
        let number = Field { name: "number", message: "held-number", value: Held::Number(one.number) };
        let fields = [
            Some(number),
            text("subject", "held-subject", &one.subject),
            text("came_as", "subject-came-as", thread.came_as.as_deref().unwrap_or_default()),
            at("since", "held-at", one.created_at),
            text("state", "held-state", one.state.code()),
            list("fields", "fields-title", own.collect()),
            list("messages", "held-messages", thread.messages.iter().map(store::held).collect()),
            list("drafts", "held-drafts", drafts),
            list("side_threads", "side-title", sides),
            list(
                "checklist",
                "checklist-title",
                thread.checklist.into_iter().map(|one| Held::Text(one.text)).collect(),
            ),
            text("outcome", "held-outcome", thread.ended.outcome.map_or("", |one| one.ending.code())),
            list("opinions", "held-opinions", said(&thread.ended)),
            list(
                "promises",
                "promises-title",
                thread
                    .promises
                    .into_iter()
                    .map(|one| Held::Text(format!("{}: {}", one.state.code(), one.words)))
                    .collect(),
            ),
            list("needs", "needs-title", thread.needs.into_iter().map(held_need).collect()),
            list(
                "problems",
                "problems-title",
                thread.problems.into_iter().map(|one| Held::Text(one.of.title)).collect(),
            ),
        ];
        all.push(Held::Fields(fields.into_iter().flatten().collect()));
    }
    let mut others = Vec::new();
    for (_, id) in store::elsewhere(conn, of).await? {
        let message = queries::message(conn, &Scope::All, &id).await?;
        others.extend(message.as_ref().map(store::held));
    }
    let mut recurring = Vec::new();
    for person in &of.ids {
        for one in store::recurring_of(conn, person).await? {
            recurring.push(Held::Text(format!("{}: {}", one.of.subject, one.of.body)));
        }
    }
    let fields = [
        list("conversations", "customers-conversations", all),
        list("messages_elsewhere", "held-elsewhere", others),
        list("recurring", "settings-recurring", recurring),
    ];
    Ok(fields.into_iter().flatten().collect())
}

/// What of a need is theirs: what became of it, their words, what it is about.
fn held_need(it: Need) -> Held {
    let about = [it.topic, it.product].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ");
    let about = if about.is_empty() { about } else { format!(" ({about})") };
    Held::Text(format!("{}: {}{about}", it.state.code(), it.words))
}
/// What they said of how it ended, here and to a colleague.
fn said(ended: &queries::Ended) -> Vec<Held> {
    let opinions = ended.opinions.iter().map(|one| format!("{}: {}", one.said.code(), one.comment));
    let yes = ended.complaint.as_ref().and_then(|one| one.yes.as_ref()).map(|yes| yes.how.clone());
    opinions.chain(yes).map(Held::Text).collect()
}

async fn erase(tx: &mut Tx, of: &About, gone: &mut Gone) -> Result<()> {
    let own = store::theirs(tx, of).await?;
    let mut messages = Vec::new();
    for id in &own {
        messages.extend(store::message_ids(tx, id).await?);
    }
    let elsewhere = store::elsewhere(tx, of).await?;
    messages.extend(elsewhere.iter().map(|(_, id)| id.clone()));
    let names = store::called(tx, &elsewhere).await?;
    let mut documents = Vec::new();
    for id in &messages {
        documents.extend(store::findable(tx, id).await?);
    }
    for id in &messages {
        let (blobs, files) = store::empty_message(tx, id, &of.instead).await?;
        gone.blobs.extend(blobs);
        gone.count(Kind::Files, files);
        gone.ids.insert(id.to_string());
    }
    gone.count(Kind::Drafts, store::forget_copies(tx, &messages).await?);
    gone.count(Kind::Messages, i64::try_from(messages.len()).unwrap_or(i64::MAX));
    for id in &own {
        let drafts = store::empty_conversation(tx, id, &of.instead).await?;
        gone.count(Kind::Drafts, drafts);
        gone.ids.insert(id.to_string());
    }
    gone.count(Kind::Conversations, i64::try_from(own.len()).unwrap_or(i64::MAX));
    for person in &of.ids {
        for one in store::recurring_of(tx, person).await? {
            store::remove_recurring(tx, &one.id).await?;
        }
    }
    store::unfind(tx, &documents).await?;
    store::forget_addresses(tx, &of.addresses).await?;
    for id in &own {
        let facts = store::empty_history(tx, id, &|_| true).await?;
        gone.count(Kind::Facts, facts);
    }
    let others: BTreeSet<_> = elsewhere.into_iter().map(|(conversation, _)| conversation).collect();
    let named = |payload: &str| of.is_named(payload, &gone.ids) || names.iter().any(|name| payload.contains(name));
    let mut facts = 0;
    for id in others {
        facts += store::empty_history(tx, &id, &named).await?;
        store::empty_snippets(tx, &id).await?;
    }
    gone.count(Kind::Facts, facts);
    Ok(())
}
