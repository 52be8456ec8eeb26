//! How good the answers would have been: past questions that colleagues answered with a link to an article, put to the
//! same rule that would answer new ones.

use base::{Language, Scope};
use conversations::{Message, MessageId, MessageKind, queries};
use platform::search::{self, Ask, Only, Shelf};
use platform::{Conn, Platform, Result};
use words::search::{Match, Term, Wanted};

use super::rules::{Case, counted, linked};
use super::settings::Measured;
use crate::articles::found::look_for;
use crate::articles::{Reader, store};
use crate::helping::rules::sureness::{best, scores};

/// Replies with a link that are looked at, the newest of each language.
const REPLIES_MOST: i64 = 150;
/// Characters of a question by which articles are looked for.
pub(super) const ASKED_MAX: usize = 600;

/// Measures how good the answers would have been until now.
///
/// # Errors
/// When the tables cannot be read.
pub async fn measured_now(p: &Platform) -> Result<Measured> {
    let cases = cases(p, &mut p.db.read().await?).await?;
    Ok(Measured { at: p.clock.business(), cases: cases.len(), rows: counted(&cases) })
}

/// Puts past questions to the rule, in all languages.
///
/// # Errors
/// When the tables cannot be read.
pub async fn cases(p: &Platform, conn: &mut Conn) -> Result<Vec<Case>> {
    let mut all = Vec::new();
    let mut seen = Vec::new();
    for language in Language::ALL {
        for reply in replies(conn, language).await? {
            if !seen.contains(&reply.conversation)
                && let Some(case) = case(p, conn, &reply).await?
            {
                seen.push(reply.conversation.clone());
                all.push(case);
            }
        }
    }
    Ok(all)
}

/// The newest replies with a link to an article in this language.
async fn replies(conn: &mut Conn, language: Language) -> Result<Vec<Message>> {
    let words = ["help", language.code()].map(str::to_owned).to_vec();
    let wanted = Wanted { all: vec![Term { any: vec![Match::Phrase(words)], word: None }], none: Vec::new() };
    let only = Only::default();
    let (shelf, most) = (Shelf::Messages, REPLIES_MOST);
    let ask = Ask { wanted: &wanted, shelf, since: None, until: None, after: None, only: &only, most };
    let mut found = Vec::new();
    for hit in search::find(conn, &ask).await? {
        let Ok(id) = hit.subject.parse::<MessageId>() else { continue };
        let message = queries::message(conn, &Scope::All, &id).await?;
        found.extend(message.filter(|message| message.kind == MessageKind::Reply));
    }
    Ok(found)
}

/// What would have been shown for the question behind a reply; `None` where it links to nothing that is still read, or
/// answers nobody's question.
async fn case(p: &Platform, conn: &mut Conn, reply: &Message) -> Result<Option<Case>> {
    let mut articles = Vec::new();
    let mut language = None;
    for (code, address) in linked(&reply.body, &p.site.url) {
        let Some(of) = Language::from_code(code) else { continue };
        if let Some(live) = store::by_address(conn, Reader::Customer, of, address).await? {
            articles.push(live.article.to_string());
            language = language.or(Some(of));
        }
    }
    let (Some(language), false) = (language, articles.is_empty()) else { return Ok(None) };
    let Some(thread) = queries::glance(conn, &Scope::All, &reply.conversation).await? else { return Ok(None) };
    let asked = thread.messages.iter().find(|message| message.kind == MessageKind::Inbound);
    let Some(asked) = asked else { return Ok(None) };
    let text = format!("{} {}", thread.conversation.subject, asked.body);
    let shown =
        shown(p, conn, Reader::Customer, language, &text).await?.map(|(one, sure)| (one.article.to_string(), sure));
    Ok(Some(Case { linked: articles, shown }))
}

/// The article that answers a text best, and how sure that is.
pub(super) async fn shown(
    p: &Platform,
    conn: &mut Conn,
    reader: Reader,
    language: Language,
    text: &str,
) -> Result<Option<(crate::articles::Live, u32)>> {
    let text: String = text.chars().take(ASKED_MAX).collect();
    let answered = look_for(p, conn, reader, Some(language), &text, false, 1).await?;
    let Some((id, sure)) = best(&scores(&answered.words, answered.asked, answered.total)) else { return Ok(None) };
    Ok(store::by_ids(conn, reader, &[id]).await?.into_iter().next().map(|one| (one, sure)))
}
