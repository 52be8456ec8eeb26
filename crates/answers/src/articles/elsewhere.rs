//! Articles among what the desk's search finds: in every language, each article once, in the reader's own where it is
//! written in it.

use std::collections::BTreeSet;

use base::{Action, allowed};
use platform::search::{Asker, Elsewhere, Later, Line, Look};
use platform::{Conn, Platform, Result};

use super::found::{look_for, passages};
use super::model::{Live, Reader};
use super::store;

/// Texts of one article that may stand before another article's.
const LANGUAGES: usize = 5;

/// What is found of articles.
#[derive(Clone, Copy, Debug, Default)]
pub struct Found;

impl Elsewhere for Found {
    fn title(&self) -> &'static str {
        "search-articles"
    }

    fn icon(&self) -> &'static str {
        "book"
    }

    fn lines<'a>(&'a self, p: &'a Platform, conn: &'a mut Conn, look: Look<'a>) -> Later<'a, Vec<Line>> {
        Box::pin(lines(p, conn, look))
    }
}

/// Who may read what; `None` for a colleague who may read no articles.
fn reader(asker: &Asker) -> Option<Reader> {
    match asker {
        Asker::Stranger => Some(Reader::Stranger),
        Asker::Customer => Some(Reader::Customer),
        Asker::Colleague(actor) => allowed(actor, Action::ReadArticles).is_ok().then_some(Reader::Colleague),
    }
}

async fn lines(p: &Platform, conn: &mut Conn, look: Look<'_>) -> Result<Vec<Line>> {
    let Some(reader) = reader(look.asker) else { return Ok(Vec::new()) };
    let most = look.most * LANGUAGES;
    let mut answered = look_for(p, conn, reader, None, look.text, look.open, most).await?;
    let mut seen = BTreeSet::new();
    answered.articles.retain(|one| seen.insert(one.article.clone()));
    answered.articles.truncate(look.most);
    // A word of another language led there; who asks reads their own.
    for one in &mut answered.articles {
        if one.language != look.language
            && let Some(own) = store::in_language(conn, reader, &one.article, look.language).await?
        {
            *one = own;
        }
    }
    let passages = passages(conn, reader, &answered).await?;
    let line = |(one, passage): (&Live, words::search::Excerpt)| Line {
        id: one.id.to_string(),
        title: one.draft.title.clone(),
        href: href(one, reader),
        language: Some(one.language),
        pieces: passage.pieces,
    };
    Ok(answered.articles.iter().zip(passages).map(line).collect())
}

/// Where it is read: by colleagues in the desk, where also what is internal can be opened.
fn href(one: &Live, reader: Reader) -> String {
    match reader {
        Reader::Colleague => format!("/settings/articles/{}/{}", one.article, one.language.code()),
        Reader::Stranger | Reader::Customer => format!("/help/{}/{}", one.language.code(), one.address),
    }
}
