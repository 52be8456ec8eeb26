//! Searching conversations: what was meant, what is found within the reader's scope, and which words show why.

use base::{Instant, Scope};
use people::StaffId;
use platform::search::{self, Ask, Place, Shelf, Words};
use platform::{Conn, Result};
use words::reply;
use words::search::{Excerpt, Wanted, excerpt};

use crate::ids::MessageId;
use crate::model::{Conversation, Message, MessageKind};
use crate::queries::ListRow;
use crate::rules::searching::Search;
use crate::store;

/// With fewer conversations found, words near the typed ones are looked for.
const FEW: usize = 5;

/// Who searches, and how far.
#[derive(Clone, Copy, Debug)]
pub struct Searcher<'a> {
    /// What they may see.
    pub scope: &'a Scope,
    /// Who they are, for what is theirs.
    pub me: Option<&'a StaffId>,
    /// Behind this.
    pub after: Option<Place>,
    /// Conversations, at most.
    pub most: i64,
}

/// A conversation that was found.
#[derive(Clone, Debug)]
pub struct Found {
    /// The conversation.
    pub row: ListRow,
    /// The message it was found by.
    pub message: MessageId,
    /// When that was said.
    pub at: Instant,
    /// By whom.
    pub by: String,
    /// What it is.
    pub kind: MessageKind,
    /// The words that show why.
    pub excerpt: Excerpt,
}

/// What a search answers.
#[derive(Clone, Debug, Default)]
pub struct Results {
    /// The conversation whose number was typed.
    pub number: Option<Conversation>,
    /// What was found, newest first.
    pub found: Vec<Found>,
    /// Where the next page begins, if there may be one.
    pub next: Option<Place>,
    /// What was typed, and what was likely meant; what is found answers either.
    pub instead: Vec<(String, String)>,
}

/// Searches. What was written is found at once; when little is found, words near the typed ones are looked for too.
///
/// # Errors
/// When the tables cannot be read.
pub async fn search(words: &Words, conn: &mut Conn, who: &Searcher<'_>, asked: &Search) -> Result<Results> {
    let mut results = Results::default();
    if asked.is_empty() {
        return Ok(results);
    }
    if let (Some(number), None) = (asked.number, who.after) {
        results.number = store::find_by_number(conn, who.scope, number).await?;
    }
    let only = store::found_only(who.scope, &asked.is, who.me);
    let ask = Ask {
        wanted: &asked.wanted,
        shelf: Shelf::Messages,
        since: asked.since,
        until: asked.until,
        after: who.after,
        only: &only,
        most: who.most.saturating_add(1),
    };
    let hits = search::find_threads(conn, &ask).await?;
    let (hits, wanted) = if hits.len() < FEW && who.after.is_none() {
        match search::mend(words, conn, &ask).await? {
            Some(mended) => {
                let hits = search::find_threads(conn, &Ask { wanted: &mended.wanted, ..ask }).await?;
                results.instead = mended.instead;
                (hits, mended.wanted)
            }
            None => (hits, asked.wanted.clone()),
        }
    } else {
        (hits, asked.wanted.clone())
    };
    let most = usize::try_from(who.most).unwrap_or(usize::MAX);
    results.next = if hits.len() > most && results.instead.is_empty() { Some(hits[most - 1].place) } else { None };
    results.found = shown(conn, who.scope, &hits[..hits.len().min(most)], &wanted).await?;
    Ok(results)
}

async fn shown(conn: &mut Conn, scope: &Scope, hits: &[search::Hit], wanted: &Wanted) -> Result<Vec<Found>> {
    let threads: Vec<String> = hits.iter().map(|hit| hit.thread.clone()).collect();
    let rows = store::found_rows(conn, scope, &threads).await?;
    let mut found = Vec::with_capacity(hits.len());
    for hit in hits {
        let Some(row) = rows.iter().find(|row| row.conversation.id.as_str() == hit.thread) else { continue };
        let Ok(id) = hit.subject.parse::<MessageId>() else { continue };
        let Some(message) = store::find_message(conn, scope, &id).await? else { continue };
        let excerpt = telling(&message, wanted);
        let by = if message.from.name.is_empty() { message.from.address } else { message.from.name };
        found.push(Found { row: row.clone(), message: id, at: message.at, by, kind: message.kind, excerpt });
    }
    Ok(found)
}

/// The words that show why a message was found: of what it newly says, else of all of it.
fn telling(message: &Message, wanted: &Wanted) -> Excerpt {
    let own = reply::split(&message.body).visible();
    let first = excerpt(&own, message.language, wanted);
    if first.found {
        return first;
    }
    let unquoted: Vec<&str> = message.body.lines().map(|line| line.trim_start_matches(['>', ' '])).collect();
    let whole = excerpt(&unquoted.join("\n"), message.language, wanted);
    if whole.found { whole } else { first }
}
