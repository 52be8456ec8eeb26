//! Articles where colleagues answer: those that may fit a conversation, put into the reply by a press, and a solved
//! conversation that becomes an article without what is personal in it.

pub mod http;
pub mod rules;
#[cfg(test)]
mod tests;

use base::{Language, Scope};
use conversations::{Author, Conversation, ConversationId, MessageKind, queries};
use platform::{Conn, Platform, Result};

use crate::articles::found::{self, Answered};
use crate::articles::{Draft, Live, Reader};
use rules::stripping::{Taken, strip};
use rules::sureness;

/// Characters of what a customer wrote by which articles are looked for.
const ASKED_MAX: usize = 600;
/// Articles that are suggested.
const SUGGESTED: usize = 5;
/// Articles that may say the same already.
const NEAR: usize = 3;
/// From this share of its words on, in hundredths, an article says nearly the same.
const NEARLY: u32 = 45;

/// What its customer asked last, with what it is about.
pub(crate) async fn asked(conn: &mut Conn, it: &Conversation) -> Result<String> {
    let point = queries::case_at_hand(conn, it.clone()).await?.point;
    Ok(format!("{} {point}", it.subject).chars().take(ASKED_MAX).collect())
}

/// Articles that may answer a conversation, best first: in its own language, and in any where it has none.
pub(crate) async fn suggested(p: &Platform, conn: &mut Conn, it: &Conversation) -> Result<Answered> {
    let asked = asked(conn, it).await?;
    found::look_for(p, conn, Reader::Colleague, it.language, &asked, false, SUGGESTED).await
}

/// An article that a conversation would make.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Made {
    /// The language of the conversation.
    pub language: Language,
    /// Its subject, what was asked, and what was answered.
    pub draft: Draft,
    /// What was taken out.
    pub taken: Vec<Taken>,
}

/// Makes an article of what was answered, without names, addresses and numbers. `None` where nothing was answered, or
/// the reader does not see the conversation.
///
/// # Errors
/// When the tables cannot be read.
pub async fn made_of(conn: &mut Conn, scope: &Scope, id: &ConversationId, usual: Language) -> Result<Option<Made>> {
    let Some(thread) = queries::thread(conn, scope, id).await? else { return Ok(None) };
    let mut known: Vec<String> = vec![thread.person.name.clone()];
    known.extend(thread.addresses.iter().map(|one| one.shown.clone()));
    for message in &thread.messages {
        known.push(message.from.name.clone());
        known.push(message.from.address.clone());
        known.extend(message.to.iter().chain(&message.cc).flat_map(|one| [one.name.clone(), one.address.clone()]));
        if let Author::Staff(staff) = &message.author {
            let colleague = people::staff::find(conn, &Scope::All, staff).await?;
            known.extend(colleague.map(|one| one.name));
        }
    }
    let answers: Vec<&str> = thread
        .messages
        .iter()
        .filter(|message| message.kind == MessageKind::Reply && !message.body.trim().is_empty())
        .map(|message| message.body.as_str())
        .collect();
    if answers.is_empty() {
        return Ok(None);
    }
    let mut taken = Vec::new();
    let mut clean = |text: &str| {
        let stripped = strip(text, &known);
        for one in stripped.taken {
            if !taken.contains(&one) {
                taken.push(one);
            }
        }
        stripped.text
    };
    let title = clean(&thread.conversation.subject);
    let body = answers.into_iter().map(&mut clean).collect::<Vec<_>>().join("\n\n");
    let language = thread.conversation.language.unwrap_or(usual);
    Ok(Some(Made { language, draft: Draft { title, summary: String::new(), body }, taken }))
}

/// Articles that may say the same already.
///
/// # Errors
/// When the tables cannot be read.
pub async fn near(p: &Platform, conn: &mut Conn, made: &Made) -> Result<Vec<Live>> {
    let text: String = format!("{} {}", made.draft.title, made.draft.body).chars().take(ASKED_MAX).collect();
    let answered = found::look_for(p, conn, Reader::Colleague, Some(made.language), &text, false, NEAR).await?;
    let scores = sureness::scores(&answered.words, answered.asked, answered.total);
    let near = |one: &Live| scores.get(one.id.as_str()).is_some_and(|score| score.share >= NEARLY);
    Ok(answered.articles.into_iter().filter(near).collect())
}
