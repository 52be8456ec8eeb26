//! Snippets: written once, shown wherever they are named.

use base::{Action, Actor, allowed};
use platform::Tx;

use super::pictures::show_pictures;
use crate::articles::events::ArticleEvent;
use crate::articles::model::Names;
use crate::articles::refusal::{Answer, Refusal};
use crate::articles::rules::snippets::is_name;
use crate::articles::store;

/// Snippets, at most.
const MOST: usize = 200;
/// Characters of one in a language.
pub const SNIPPET_MAX: usize = 4_000;

/// Makes a snippet or changes the one of this name. What it says is read at once in all that names it.
///
/// # Errors
/// Refused when the actor may not, when its name is none, when nothing is written, or too much, or too many are there.
pub async fn save_snippet(tx: &mut Tx, actor: &Actor, name: &str, texts: Names) -> Answer<()> {
    let _all = allowed(actor, Action::PublishArticles)?;
    if !is_name(name) {
        return Err(Refusal::SnippetName.into());
    }
    let texts = texts.0.into_iter().map(|(of, text)| (of, text.replace("\r\n", "\n").replace('\0', "")));
    let texts = Names(texts.filter(|(_, text)| !text.trim().is_empty()).collect());
    if texts.0.is_empty() {
        return Err(Refusal::TextMissing.into());
    }
    if texts.0.values().any(|text| text.chars().count() > SNIPPET_MAX) {
        return Err(Refusal::TooLong.into());
    }
    let all = store::snippets(tx).await?;
    if all.len() >= MOST && !all.iter().any(|one| one.name == name) {
        return Err(Refusal::TooMany.into());
    }
    let now = tx.now();
    store::put_snippet(tx, name, &texts, now).await?;
    shown_anew(tx, name).await?;
    Ok(tx.record(&ArticleEvent::SnippetSaved { name: name.to_owned() }, actor, None).await?)
}

/// Takes a snippet away; where it is named, its name stands.
///
/// # Errors
/// Refused when the actor may not, or it is not there.
pub async fn remove_snippet(tx: &mut Tx, actor: &Actor, name: &str) -> Answer<()> {
    let _all = allowed(actor, Action::PublishArticles)?;
    if !store::drop_snippet(tx, name).await? {
        return Err(Refusal::NotFound.into());
    }
    shown_anew(tx, name).await?;
    Ok(tx.record(&ArticleEvent::SnippetRemoved { name: name.to_owned() }, actor, None).await?)
}

/// The pictures in it are seen by whoever may read what names it.
async fn shown_anew(tx: &mut Tx, name: &str) -> Answer<()> {
    for (text, language, body) in store::standing_in(tx, name).await? {
        show_pictures(tx, &text, language, &body).await?;
    }
    Ok(())
}
