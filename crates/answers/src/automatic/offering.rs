//! The passages that a contact form shows before it is sent.

use base::Language;
use platform::web::desk::Later;
use platform::{Conn, Platform, Result};
use portal::offers::{Offer, Offering};

use super::measuring::{ASKED_MAX, shown};
use super::settings::automatic;
use crate::articles::found::{look_for, passages};
use crate::articles::{Reader, TextId, store};
use crate::helping::rules::sureness::scores;

/// Passages that are shown, at most.
const SHOWN_MAX: usize = 3;

/// What is known in articles.
#[derive(Clone, Copy, Debug, Default)]
pub struct Passages;

impl Offering for Passages {
    fn offers<'a>(
        &'a self,
        p: &'a Platform,
        is_customer: bool,
        language: Language,
        text: &'a str,
    ) -> Later<'a, Vec<Offer>> {
        Box::pin(offers(p, reader(is_customer), language, text))
    }

    fn shown<'a>(&'a self, p: &'a Platform, is_customer: bool, ids: &'a [String]) -> Later<'a, Vec<Offer>> {
        Box::pin(told(p, reader(is_customer), ids))
    }
}

fn reader(is_customer: bool) -> Reader {
    if is_customer { Reader::Customer } else { Reader::Stranger }
}

/// Nothing, unless the best is sure enough; with it those that come near.
async fn offers(p: &Platform, reader: Reader, language: Language, text: &str) -> Result<Vec<Offer>> {
    let mut conn = p.db.read().await?;
    let set = automatic(&mut conn).await?;
    if set.on { surely(p, &mut conn, reader, language, (text, set.threshold)).await } else { Ok(Vec::new()) }
}

/// The same, whether forms show them or not.
pub(super) async fn surely(
    p: &Platform,
    conn: &mut Conn,
    reader: Reader,
    language: Language,
    (text, threshold): (&str, u32),
) -> Result<Vec<Offer>> {
    let text: String = text.chars().take(ASKED_MAX).collect();
    let first = shown(p, conn, reader, language, &text).await?;
    let Some((first, _)) = first.filter(|(_, sure)| *sure > 0 && *sure >= threshold) else { return Ok(Vec::new()) };
    let mut answered = look_for(p, conn, reader, Some(language), &text, false, SHOWN_MAX + 1).await?;
    let scores = scores(&answered.words, answered.asked, answered.total);
    let near = |id: &TextId| scores.get(id.as_str()).is_some_and(|score| score.share >= threshold);
    answered.articles.retain(|one| one.id != first.id && near(&one.id));
    answered.articles.insert(0, first);
    answered.articles.truncate(SHOWN_MAX);
    let passages = passages(conn, reader, &answered).await?;
    let offer = |(one, passage): (&crate::articles::Live, words::search::Excerpt)| Offer {
        pieces: passage.pieces,
        ..plain(one)
    };
    Ok(answered.articles.iter().zip(passages).map(offer).collect())
}

/// What was shown, by ids that came back with the form: only what whoever sends it may read.
async fn told(p: &Platform, reader: Reader, ids: &[String]) -> Result<Vec<Offer>> {
    let ids: Vec<String> = ids.iter().filter(|id| id.parse::<TextId>().is_ok()).take(SHOWN_MAX).cloned().collect();
    let mut conn = p.db.read().await?;
    Ok(store::by_ids(&mut conn, reader, &ids).await?.iter().map(plain).collect())
}

fn plain(one: &crate::articles::Live) -> Offer {
    Offer {
        id: one.id.to_string(),
        title: one.draft.title.clone(),
        href: format!("/help/{}/{}", one.language.code(), one.address),
        version: one.version,
        at: one.at,
        pieces: Vec::new(),
    }
}
