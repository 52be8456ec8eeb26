//! Questions as people put them, where any of the words will do: each is looked for by itself, as it is typed, bent,
//! mistyped, or as a part of a longer word; what is found most and rarest stands first.

use words::search::{Found, Match, Part, Term, Wanted, fold, parse};

use super::{Ask, Only, Shelf, Words, find, mend};
use crate::db::Conn;
use crate::fault::Result;

/// Words of a question that are looked for.
const WORDS_MAX: usize = 24;
/// Texts that one word may find.
const EACH_MAX: i64 = 400;
/// Below so many texts that a word finds as it is, those are looked for that have it within a longer one.
const FEW: usize = 3;
/// Longer words that one may be a part of.
const WHOLES_MAX: usize = 8;
/// How sure it is that a near word was meant, and one that has it as a part.
const NEAR: f64 = 0.8;
const JOINED: f64 = 0.5;

/// A question.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// As it was typed.
    pub text: &'a str,
    /// Whether the last word may still be going on.
    pub open: bool,
    /// Whether words are also parts of longer ones, as the languages of the north write them.
    pub joined: bool,
    /// Where.
    pub shelf: Shelf,
    /// What must hold of everything that is found; rights are among it.
    pub only: &'a Only,
}

/// What a question found, word by word.
#[derive(Clone, Debug, Default)]
pub struct Answered {
    /// How many words were looked for.
    pub asked: usize,
    /// Each word with what it led to; a word that nothing has is not among them.
    pub found: Vec<Found>,
    /// All that was looked for, to mark it where it stands.
    pub wanted: Wanted,
    /// What was typed and what was taken for it: (typed, meant).
    pub instead: Vec<(String, String)>,
}

/// Looks for each word of a question.
///
/// # Errors
/// When the index cannot be read.
pub async fn any(words: &Words, conn: &mut Conn, question: &Question<'_>) -> Result<Answered> {
    let (parts, _) = parse(question.text, &[]);
    let last = parts.len().saturating_sub(1);
    let mut answered = Answered::default();
    for (at, part) in parts.iter().enumerate().take(WORDS_MAX) {
        let text = match part {
            Part::Word { not: false, text } | Part::Phrase { not: false, text } => fold(text),
            _ => continue,
        };
        let wanted = Wanted::of(std::slice::from_ref(part), question.open && at == last);
        if !wanted.all.is_empty() {
            answered.asked += 1;
            one(words, conn, question, text, wanted, &mut answered).await?;
        }
    }
    Ok(answered)
}

/// Looks for one word.
async fn one(
    words: &Words,
    conn: &mut Conn,
    question: &Question<'_>,
    word: String,
    wanted: Wanted,
    answered: &mut Answered,
) -> Result<()> {
    let mut texts = subjects(conn, question, &wanted).await?;
    let mut all = wanted.all.clone();
    let (mut word, mut sure) = (word, 1.0);
    let mut nothing = texts.is_empty();
    if texts.len() < FEW && question.joined {
        let ways = longer(words, conn, &wanted, texts.is_empty()).await?;
        if !ways.is_empty() {
            let term = Term { any: ways, word: None };
            let joined = Wanted { all: vec![term.clone()], none: Vec::new() };
            let mut more = subjects(conn, question, &joined).await?;
            nothing &= more.is_empty();
            more.retain(|id| !texts.contains(id));
            if !more.is_empty() {
                answered.found.push(Found { word: word.clone(), sure: JOINED, texts: more });
            }
            all.push(term); // Marked also where the word itself stands elsewhere in the text.
        }
    }
    let ask = asking(question, &wanted);
    if nothing && let Some(mended) = mend(words, conn, &ask).await? {
        texts = subjects(conn, question, &mended.wanted).await?;
        all.clone_from(&mended.wanted.all);
        if let Some((_, meant)) = mended.instead.first() {
            word = fold(meant);
        }
        sure = NEAR;
        answered.instead.extend(mended.instead);
    }
    answered.wanted.all.extend(all);
    if !texts.is_empty() {
        answered.found.push(Found { word, sure, texts });
    }
    Ok(())
}

/// Longer words that have it as a part; where it is found nowhere, also the two that it is made of.
async fn longer(words: &Words, conn: &mut Conn, wanted: &Wanted, nowhere: bool) -> Result<Vec<Match>> {
    let mut ways = Vec::new();
    for typed in wanted.all.iter().filter_map(|term| term.word.as_deref()) {
        let (wholes, parts) = words.joined(conn, typed, WHOLES_MAX).await?;
        ways.extend(wholes.into_iter().map(Match::Word));
        ways.extend(parts.filter(|_| nowhere).into_iter().flatten().map(Match::Word));
    }
    Ok(ways)
}

fn asking<'a>(question: &Question<'a>, wanted: &'a Wanted) -> Ask<'a> {
    let (shelf, only) = (question.shelf, question.only);
    Ask { wanted, shelf, since: None, until: None, after: None, only, most: EACH_MAX }
}

async fn subjects(conn: &mut Conn, question: &Question<'_>, wanted: &Wanted) -> Result<Vec<String>> {
    Ok(find(conn, &asking(question, wanted)).await?.into_iter().map(|hit| hit.subject).collect())
}
