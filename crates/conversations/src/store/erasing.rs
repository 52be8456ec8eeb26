//! What is held of a customer in these tables, and what is left of it when it is erased: that a conversation took
//! place, its number, its times, who had it and where it stood.

use std::collections::BTreeSet;

use people::privacy::About;
use people::{PersonId, privacy};
use platform::log;
use platform::search::{self, Document};
use platform::{Conn, Result, Tx, vals};
use words::mood::Mood;

use super::deliveries::Before;
use super::merges::Moved;
use super::searching;
use crate::events::ConversationEvent;
use crate::ids::{ConversationId, MessageId};
use crate::model::{Conversation, Group, Recipients, State};
use crate::rules::redacting::Taken;

/// Their conversations, oldest first.
pub(crate) async fn theirs(conn: &mut Conn, of: &About) -> Result<Vec<ConversationId>> {
    let mut ids = Vec::new();
    for person in &of.ids {
        let rows =
            conn.all("SELECT id FROM conversation WHERE person = $1 ORDER BY id", vals![person.as_str()]).await?;
        ids.extend(rows.iter().map(|row| row.id("id")).collect::<Result<Vec<_>>>()?);
    }
    Ok(ids)
}

/// What they wrote into conversations of others, with these.
pub(crate) async fn elsewhere(conn: &mut Conn, of: &About) -> Result<Vec<(ConversationId, MessageId)>> {
    let mut found = Vec::new();
    for person in &of.ids {
        // A kind each: an index for each.
        for kind in ["inbound", "side_in"] {
            let sql = format!(
                "SELECT m.id, m.conversation FROM message m JOIN conversation c ON c.id = m.conversation \
                 WHERE m.author = $1 AND m.kind = '{kind}' AND c.person <> $1 ORDER BY m.id"
            );
            for row in conn.all(&sql, vals![person.as_str()]).await? {
                found.push((row.id("conversation")?, row.id("id")?));
            }
        }
    }
    Ok(found)
}

/// By which names and addresses they wrote these, as they stand in facts: whole texts of JSON.
pub(crate) async fn called(conn: &mut Conn, messages: &[(ConversationId, MessageId)]) -> Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    for (_, id) in messages {
        let sql = "SELECT from_name, from_address FROM message WHERE id = $1";
        if let Some(row) = conn.one(sql, vals![id.as_str()]).await? {
            for name in [row.text("from_name")?, row.text("from_address")?] {
                if !name.is_empty() {
                    names.insert(serde_json::to_string(&name)?);
                }
            }
        }
    }
    Ok(names)
}

/// Whether a reply to them has not gone or failed yet.
pub(crate) async fn goes_out(conn: &mut Conn, person: &PersonId) -> Result<bool> {
    let sql = "SELECT COUNT(*) AS n FROM delivery d JOIN message m ON m.id = d.message \
               JOIN conversation c ON c.id = m.conversation \
               WHERE c.person = $1 AND d.state IN ('waiting', 'sending', 'scheduled', 'held')";
    Ok(conn.number(sql, vals![person.as_str()]).await? > 0)
}

/// Takes the words out of a message, with its files; answers the bytes that it let go of.
pub(crate) async fn empty_message(tx: &mut Tx, id: &MessageId, instead: &str) -> Result<(Vec<String>, i64)> {
    let rows = tx.all("SELECT blob FROM attachment WHERE message = $1", vals![id.as_str()]).await?;
    let mut blobs = rows.iter().map(|row| row.text("blob")).collect::<Result<Vec<_>>>()?;
    let files = i64::try_from(blobs.len()).unwrap_or(i64::MAX);
    if let Some(row) = tx.one("SELECT raw FROM message WHERE id = $1", vals![id.as_str()]).await? {
        blobs.extend(row.opt_text("raw")?);
    }
    let recipients = serde_json::to_string(&Recipients::default())?;
    let sql = "UPDATE message SET from_name = '', from_address = '', recipients = $2, body = $3, mail_id = NULL, \
               warnings = '[]', unreadable = NULL, raw = NULL, trace = '[]', document = NULL, invite = NULL, \
               contact = NULL, proof = NULL, mood = NULL WHERE id = $1";
    tx.run(sql, vals![id.as_str(), recipients, instead]).await?;
    for sql in [
        "DELETE FROM attachment WHERE message = $1",
        "DELETE FROM message_reference WHERE message = $1",
        "DELETE FROM message_version WHERE message = $1",
    ] {
        tx.run(sql, vals![id.as_str()]).await?;
    }
    tx.run("UPDATE delivery SET words = '', subject = NULL WHERE message = $1", vals![id.as_str()]).await?;
    super::forget_praise(tx, id).await?;
    Ok((blobs, files))
}

/// No line of lists says any more what was written last, now or before a reply or a merge: it may have been theirs.
pub(crate) async fn empty_snippets(tx: &mut Tx, id: &ConversationId) -> Result<()> {
    tx.run("UPDATE conversation SET snippet = '' WHERE id = $1", vals![id.as_str()]).await?;
    let sql =
        "SELECT d.message, d.before_it FROM delivery d JOIN message m ON m.id = d.message WHERE m.conversation = $1";
    for row in tx.all(sql, vals![id.as_str()]).await? {
        let mut before: Before = serde_json::from_str(&row.text("before_it")?)?;
        before.snippet.clear();
        let sql = "UPDATE delivery SET before_it = $2 WHERE message = $1";
        tx.run(sql, vals![row.text("message")?, serde_json::to_string(&before)?]).await?;
    }
    forget_merges(tx, id).await
}

/// Leaves a conversation with its number, times and place, and without words; answers how many drafts went.
pub(crate) async fn empty_conversation(tx: &mut Tx, id: &ConversationId, instead: &str) -> Result<i64> {
    let Some(before) = super::hold_even_deleted(tx, id).await? else { return Ok(0) };
    let mut after = before.clone();
    instead.clone_into(&mut after.subject);
    after.snippet.clear();
    after.close_reason = None;
    after.snoozed = None;
    after.unread = false;
    if after.state.group() != Group::Closed {
        after.state = State::Closed;
        after.label = None;
        after.clocks = after.clocks.over();
    }
    super::save(tx, &before, &after).await?;
    people::field::forget(tx, id.as_str()).await?;
    let drafts = tx.run("DELETE FROM draft WHERE conversation = $1", vals![id.as_str()]).await?;
    for sql in
        ["DELETE FROM participant WHERE conversation = $1", "DELETE FROM merge_offer WHERE first = $1 OR second = $1"]
    {
        tx.run(sql, vals![id.as_str()]).await?;
    }
    let aside = super::empty_sides(tx, id, instead).await? + super::empty_shared(tx, id).await?;
    super::clear_checklist(tx, id).await?;
    super::empty_promises(tx, id, instead).await?;
    super::empty_needs(tx, id, instead).await?;
    super::outcomes::empty(tx, id).await?;
    super::problem_links::forget(tx, id).await?;
    super::forget_origin(tx, id).await?;
    super::set_came_as(tx, id, None).await?;
    super::forget_steps(tx, id).await?;
    empty_snippets(tx, id).await?;
    Ok(i64::try_from(drafts + aside).unwrap_or(i64::MAX))
}

/// A merge stays a merge; what undoing it would have brought back is gone.
async fn forget_merges(tx: &mut Tx, id: &ConversationId) -> Result<()> {
    let rows = tx.all("SELECT source, moved FROM merge WHERE source = $1 OR target = $1", vals![id.as_str()]).await?;
    for row in rows {
        let source = row.id::<ConversationId>("source")?;
        let mut moved: Moved = serde_json::from_str(&row.text("moved")?)?;
        moved.people.clear();
        moved.along.drafts.clear();
        moved.along.shared.clear();
        for stood in [&mut moved.source, &mut moved.target, &mut moved.after] {
            stood.snippet.clear();
        }
        // Nothing can be brought back: no number of messages is right.
        moved.count = usize::MAX;
        super::merges::save_moved(tx, &source, &moved).await?;
    }
    Ok(())
}

/// Their addresses are nobody's any more, wherever they took part.
pub(crate) async fn forget_addresses(tx: &mut Tx, addresses: &[String]) -> Result<()> {
    for address in addresses {
        for sql in ["DELETE FROM participant WHERE address = $1", "DELETE FROM automatic_mail WHERE address = $1"] {
            tx.run(sql, vals![address.as_str()]).await?;
        }
        super::forget_correspondent(tx, address).await?;
    }
    Ok(())
}

/// The text by which a message is found, as long as it has one.
pub(crate) async fn findable(tx: &mut Tx, id: &MessageId) -> Result<Option<Document>> {
    searching::document_of(tx, id).await
}

/// Takes texts out of the index.
pub(crate) async fn unfind(tx: &mut Tx, documents: &[Document]) -> Result<()> {
    search::erase(tx, documents).await
}

/// Takes the words out of the history of a conversation: out of all facts, or of those that `named` says yes to.
pub(crate) async fn empty_history(
    tx: &mut Tx,
    id: &ConversationId,
    named: &(dyn Fn(&str) -> bool + Sync),
) -> Result<i64> {
    let without = |fact: &log::Recorded| {
        if !named(&fact.payload) {
            return None;
        }
        let Some(event) = fact.read::<ConversationEvent>() else { return Some("{}".to_owned()) };
        serde_json::to_string(&event.without_words()).ok().filter(|without| *without != fact.payload)
    };
    log::rewrite(tx, &format!("conversation:{id}"), &without).await
}

/// Takes card numbers out of what a conversation and its side threads were called, of what side threads are called, and
/// of what became part of it; answers the ids of those that held any.
pub(crate) async fn mask_names(tx: &mut Tx, id: &ConversationId) -> Result<Vec<String>> {
    let masked = |text: &str| Taken::Cards.out_of(text);
    let without = |fact: &log::Recorded| {
        let event = fact.read::<ConversationEvent>()?.called_without(masked)?;
        serde_json::to_string(&event).ok()
    };
    let mut all = vec![id.clone()];
    all.extend(super::merged_into(tx, id).await?.into_iter().map(|(merged, _)| merged));
    let mut any = Vec::new();
    for one in &all {
        let mut held = log::rewrite(tx, &format!("conversation:{one}"), &without).await? > 0;
        held |= super::deliveries::mask_subjects(tx, one, &masked).await?;
        if let Some(came_as) = super::came_as(tx, one).await?.and_then(|text| masked(&text)) {
            super::set_came_as(tx, one, Some(&came_as)).await?;
            held = true;
        }
        for (side, title) in super::titles_of_sides(tx, one).await? {
            let Some(clean) = masked(&title) else { continue };
            super::rename_side(tx, &side, &clean).await?;
            let messages = super::side_message_ids(tx, &side).await?;
            super::index_without(tx, &messages, &title).await?;
            any.push(side.to_string());
            held = true;
        }
        if one != id
            && let Some(shell) = super::hold_even_deleted(tx, one).await?
            && let Some(subject) = masked(&shell.subject)
        {
            super::save(tx, &shell, &Conversation { subject, ..shell.clone() }).await?;
            held = true;
        }
        if held {
            any.push(one.to_string());
            // What can still be taken back would bring them back.
            super::forget_steps(tx, one).await?;
        }
    }
    Ok(any)
}

/// Those of these digests that a message or a file still has.
pub(crate) async fn kept_blobs(conn: &mut Conn, digests: &BTreeSet<String>) -> Result<Vec<String>> {
    let mut kept = platform::blobs::among(conn, "message", "raw", digests).await?;
    kept.extend(platform::blobs::among(conn, "attachment", "blob", digests).await?);
    // The business's own file that went to a customer as well.
    kept.extend(platform::blobs::among(conn, "macro_file", "blob", digests).await?);
    Ok(kept)
}

/// Everything that stands in a message, for whoever it is about.
pub(crate) fn held(message: &crate::model::Message) -> privacy::Held {
    use privacy::{Held, at, list, text};
    let one_line = |mailbox: &crate::model::Mailbox| format!("{} {}", mailbox.name, mailbox.address).trim().to_owned();
    let to = [&message.to, &message.cc, &message.bcc].into_iter().flatten().map(|it| Held::Text(one_line(it)));
    let files = message.attachments.iter().map(|file| Held::Text(format!("{} ({} B)", file.name, file.size)));
    let fields = [
        text("id", "held-id", message.id.as_str()),
        at("at", "held-at", message.at),
        text("kind", "held-kind", message.kind.code()),
        text("from", "held-from", &one_line(&message.from)),
        list("to", "held-to", to.collect()),
        text("text", "held-text", &message.body),
        text("mood", "held-mood", message.mood.map_or("", Mood::name)),
        list("files", "held-files", files.collect()),
    ];
    Held::Fields(fields.into_iter().flatten().collect())
}
