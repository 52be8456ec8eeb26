//! What was asked and answered before: conversations that share the rarest words of a question, with their answer. Asked
//! for by a press, and never as a conversation opens.

use std::collections::BTreeSet;

use base::{Language, Scope};
use platform::search::{self, Ask, Shelf};
use platform::{Conn, Result};
use words::search::{Match, Term, Wanted};

use crate::ids::{ConversationId, MessageId};
use crate::model::{Conversation, Message};
use crate::rules::likeness::{self, Mark};
use crate::store;

/// Cases that are shown.
const SHOWN: usize = 3;
/// Words of a question that are looked up.
const WORDS: usize = 24;
/// A word in so many conversations tells none of them from the others.
const COMMON: i64 = 40;
/// Conversations that are looked at until enough of them were answered.
const LOOKED: usize = 15;

/// A case that looks like this one.
#[derive(Clone, Debug)]
pub struct LikeCase {
    /// The other conversation.
    pub conversation: Conversation,
    /// What its customer asked first.
    pub question: String,
    /// What was answered.
    pub reply: Message,
    /// What stands in the answer and not in this case.
    pub differs: Vec<Mark>,
}

/// What is known of the case at hand, to compare others with.
#[derive(Clone, Debug)]
pub struct CaseAtHand {
    /// The conversation.
    pub conversation: Conversation,
    /// What its customer asked last.
    pub point: String,
    /// Everything that they wrote, with their name, the subject and the number.
    pub all: String,
}

/// The case at hand.
///
/// # Errors
/// When the database cannot be read; so for all below.
pub async fn case_at_hand(conn: &mut Conn, conversation: Conversation) -> Result<CaseAtHand> {
    let point = store::last_wrote(conn, &conversation.id).await?.unwrap_or_default();
    let person = people::person::find(conn, &Scope::All, &conversation.person).await?;
    let name = person.map(|person| person.name).unwrap_or_default();
    let wrote = store::wrote(conn, &conversation.id).await?.join("\n");
    let all = format!("{name}\n{}\n{}\n{wrote}", conversation.subject, conversation.number);
    Ok(CaseAtHand { conversation, point, all })
}

/// Up to three answered cases in the same language that look like this one, within the scope; those that share the
/// rarest words first.
///
/// # Errors
/// See [`case_at_hand`].
pub async fn like_cases(conn: &mut Conn, scope: &Scope, at: &CaseAtHand) -> Result<Vec<LikeCase>> {
    let mut found: Vec<Vec<String>> = Vec::new();
    let only = store::like_only(scope, &at.conversation);
    for word in telling(&format!("{} {}", at.conversation.subject, at.point), at.conversation.language) {
        let term = Term { any: vec![Match::Word(word)], word: None };
        let wanted = Wanted { all: vec![term], none: Vec::new() };
        let (since, until, after) = (None, None, None);
        let ask = Ask { wanted: &wanted, shelf: Shelf::Messages, since, until, after, only: &only, most: COMMON };
        let threads: BTreeSet<String> = search::find(conn, &ask).await?.into_iter().map(|hit| hit.thread).collect();
        found.push(threads.into_iter().collect());
    }
    let most = usize::try_from(COMMON).unwrap_or(usize::MAX);
    let mut cases = Vec::new();
    for id in likeness::ranked(&found, most).into_iter().take(LOOKED) {
        let Ok(id) = id.parse::<ConversationId>() else { continue };
        let Some(conversation) = store::find(conn, scope, &id).await? else { continue };
        let Some(reply) = store::first_reply(conn, &id).await? else { continue };
        let Some(reply) = store::find_message(conn, scope, &reply).await? else { continue };
        let question = store::wrote(conn, &id).await?.into_iter().next().unwrap_or_default();
        let differs = differing(conn, &reply.body, &conversation, at).await?;
        cases.push(LikeCase { conversation, question, reply, differs });
        if cases.len() >= SHOWN {
            break;
        }
    }
    Ok(cases)
}

/// What of another case stands in a text and not in the case at hand.
async fn differing(conn: &mut Conn, text: &str, other: &Conversation, at: &CaseAtHand) -> Result<Vec<Mark>> {
    let person = people::person::find(conn, &Scope::All, &other.person).await?;
    let name = person.map(|person| person.name).unwrap_or_default();
    let name = if name.contains('@') { String::new() } else { name };
    Ok(likeness::differing(text, &[&name], &at.all))
}

/// What of the answer `from` still stands in a draft and not in the case at hand, and the number of its conversation;
/// nothing where the reader does not see that.
///
/// # Errors
/// See [`case_at_hand`].
pub async fn like_marks(
    conn: &mut Conn,
    scope: &Scope,
    (from, text): (&MessageId, &str),
    at: &CaseAtHand,
) -> Result<Option<(i64, Vec<Mark>)>> {
    let Some(reply) = store::find_message(conn, scope, from).await? else { return Ok(None) };
    let Some(other) = store::find(conn, scope, &reply.conversation).await? else { return Ok(None) };
    let marks = differing(conn, text, &other, at).await?;
    Ok(Some((other.number, marks)))
}

/// The words by which a question is told from others, cut as the index has them: the longest first, since what is said
/// all the time is short.
fn telling(question: &str, language: Option<Language>) -> Vec<String> {
    const SHORT: usize = 4;
    let question: String =
        question.lines().filter(|line| !line.trim_start().starts_with('>')).collect::<Vec<_>>().join("\n");
    let indexed = words::search::index(&question, language);
    let fits = |word: &&String| word.chars().count() >= SHORT && word.chars().all(char::is_alphabetic);
    let all: BTreeSet<String> = indexed.words.iter().chain(&indexed.also).filter(fits).cloned().collect();
    let mut all: Vec<String> = all.into_iter().collect();
    all.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    all.truncate(WORDS);
    all
}
