//! When little is found: what may have been meant.

use words::search::{Match, Term, Wanted};

use super::{Ask, Words, find};
use crate::db::Conn;
use crate::fault::Result;

/// Near words that are tried for each typed one.
const TRIED: usize = 6;
/// Hits that are counted to tell which word is meant more likely.
const COUNTED: i64 = 20;

/// What may have been meant.
#[derive(Clone, Debug)]
pub struct Mended {
    /// What is looked for, near words included.
    pub wanted: Wanted,
    /// What was typed, and the word that was likely meant.
    pub instead: Vec<(String, String)>,
}

/// Looks for words near those that were typed. Only words that this question finds something by are told, so nobody
/// learns a word of a text that they may not see.
///
/// # Errors
/// When the index cannot be read.
pub async fn mend(words: &Words, conn: &mut Conn, ask: &Ask<'_>) -> Result<Option<Mended>> {
    let mut mended = Mended { wanted: ask.wanted.clone(), instead: Vec::new() };
    for place in 0..ask.wanted.all.len() {
        let Some(typed) = ask.wanted.all[place].word.clone() else { continue };
        let only = Wanted { all: vec![ask.wanted.all[place].clone()], none: Vec::new() };
        if !find(conn, &Ask { wanted: &only, after: None, most: 1, ..*ask }).await?.is_empty() {
            continue; // It is a word; the others may be wrong.
        }
        let mut best: Option<(usize, i64, String)> = None;
        let mut ways = Vec::new();
        for near in words.near(conn, &typed, TRIED).await? {
            let way = Match::Word(near.word.clone());
            let only = Wanted { all: vec![Term { any: vec![way.clone()], word: None }], none: Vec::new() };
            let hits = find(conn, &Ask { wanted: &only, after: None, most: COUNTED, ..*ask }).await?.len();
            if hits == 0 {
                continue;
            }
            ways.push(way);
            let rank = (near.slips, -i64::try_from(hits).unwrap_or(i64::MAX));
            if best.as_ref().is_none_or(|(slips, hits, _)| rank < (*slips, *hits)) {
                best = Some((rank.0, rank.1, near.word));
            }
        }
        if let Some((_, _, word)) = best {
            mended.wanted.all[place].any.extend(ways);
            mended.instead.push((typed, word));
        }
    }
    Ok((!mended.instead.is_empty()).then_some(mended))
}
