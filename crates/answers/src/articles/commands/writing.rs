//! Writing: articles begin, texts are saved, old versions come back as working copies.

use base::{Action, Actor, Language, Scope, allowed};
use people::{StaffId, staff};
use platform::Tx;
use platform::web::form::one_line;

use super::{BODY_MAX, SUMMARY_MAX, TITLE_MAX, load};
use crate::articles::events::ArticleEvent;
use crate::articles::model::{About, Article, ArticleId, Draft, State, Text, TextId};
use crate::articles::refusal::{Answer, Refusal};
use crate::articles::rules::address;
use crate::articles::rules::states::{Act, after};
use crate::articles::{found, store};

/// Tags of one article, and characters of one.
const TAGS_MAX: usize = 20;
const TAG_MAX: usize = 40;
/// Characters of what says where it is known from.
const SOURCES_MAX: usize = 2_000;

/// An article to begin with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewArticle {
    /// The language it is written in first.
    pub language: Language,
    /// What is written.
    pub draft: Draft,
    /// What holds for all languages. Who begins it owns it, if it says nobody.
    pub about: About,
}

fn cleaned(draft: &Draft) -> Answer<Draft> {
    let title = one_line(&draft.title, TITLE_MAX + 1);
    let summary = one_line(&draft.summary, SUMMARY_MAX + 1);
    if title.is_empty() {
        return Err(Refusal::TitleMissing.into());
    }
    let body = draft.body.replace("\r\n", "\n").replace('\0', "");
    let long = |text: &str, most: usize| text.chars().count() > most;
    if long(&title, TITLE_MAX) || long(&summary, SUMMARY_MAX) || long(&body, BODY_MAX) {
        return Err(Refusal::TooLong.into());
    }
    Ok(Draft { title, summary, body })
}

fn described(about: About) -> About {
    let mut tags: Vec<String> = Vec::new();
    for tag in about.tags {
        let tag: String =
            tag.to_lowercase().chars().filter(|c| !c.is_whitespace() && !c.is_control()).take(TAG_MAX).collect();
        if !tag.is_empty() && !tags.contains(&tag) && tags.len() < TAGS_MAX {
            tags.push(tag);
        }
    }
    let sources = about.sources.replace('\0', "").trim().chars().take(SOURCES_MAX).collect();
    About { tags, sources, ..about }
}

/// Begins an article with its first text.
///
/// # Errors
/// Refused when the actor may not, or the text has no title or is too long.
pub async fn begin(tx: &mut Tx, actor: &Actor, new: NewArticle) -> Answer<ArticleId> {
    let _all = allowed(actor, Action::WriteArticles)?;
    let draft = cleaned(&new.draft)?;
    let (now, ids) = (tx.now(), tx.ids());
    let id = ArticleId::next(&ids, now);
    let me: Option<StaffId> = actor.staff_id().and_then(|id| id.parse().ok());
    is_colleague(tx, new.about.owner.as_ref()).await?;
    let about = described(About { owner: new.about.owner.clone().or(me), ..new.about });
    let article = Article { id: id.clone(), original: new.language, about };
    store::insert_article(tx, &article, now).await?;
    let title = draft.title.clone();
    insert(tx, &id, new.language, draft).await?;
    tx.record(&ArticleEvent::Begun { article: id.clone(), title }, actor, None).await?;
    Ok(id)
}

async fn is_colleague(tx: &mut Tx, owner: Option<&StaffId>) -> Answer<()> {
    match owner {
        Some(id) if staff::find(tx, &Scope::All, id).await?.is_none() => Err(Refusal::OwnerUnknown.into()),
        _ => Ok(()),
    }
}

async fn insert(tx: &mut Tx, article: &ArticleId, language: Language, draft: Draft) -> Answer<()> {
    let (now, ids) = (tx.now(), tx.ids());
    let address = free_address(tx, article, language, &draft.title).await?;
    store::put_address(tx, language, &address, article).await?;
    let id = TextId::next(&ids, now);
    let article = article.clone();
    let (state, live, live_at, due_at) = (State::Draft, None, None, None);
    let text = Text { id, article, language, address, draft, state, live, live_at, due_at, saved_at: now };
    Ok(store::insert_text(tx, &text).await?)
}

/// The address of a title, which no other article has or had in this language.
pub(super) async fn free_address(tx: &mut Tx, article: &ArticleId, language: Language, title: &str) -> Answer<String> {
    let wanted = address::slug(title);
    let taken = store::addresses(tx, language, &wanted, article).await?;
    Ok(address::unique(&wanted, &taken))
}

/// Saves a working copy; the text begins with it where there is none in this language. `seen` is when the copy that
/// was changed had been saved: if somebody saved it since, nothing is written.
///
/// # Errors
/// Refused when the actor may not, when the text has no title or is too long, or was saved by somebody else.
pub async fn save(
    tx: &mut Tx,
    actor: &Actor,
    article: &ArticleId,
    language: Language,
    draft: &Draft,
    seen: Option<base::Instant>,
) -> Answer<()> {
    let (_, text) = load(tx, actor, Action::WriteArticles, article, language).await?;
    let draft = cleaned(draft)?;
    let Some(mut text) = text else { return insert(tx, article, language, draft).await };
    if seen.is_some_and(|seen| seen != text.saved_at) {
        return Err(Refusal::Changed.into());
    }
    if text.draft == draft {
        return Ok(());
    }
    text.state = after(text.state, text.live.is_some(), Act::Save).ok_or(Refusal::NotNow)?;
    text.due_at = None;
    text.draft = draft;
    text.saved_at = tx.now();
    Ok(store::save_text(tx, &text).await?)
}

/// Changes what holds for all languages.
///
/// # Errors
/// Refused when the actor may not, or there is no such article or category. Who writes but does not publish cannot
/// change who reads what is live.
pub async fn describe(tx: &mut Tx, actor: &Actor, article: &ArticleId, about: About) -> Answer<()> {
    let scope = allowed(actor, Action::WriteArticles)?;
    let before = store::find(tx, &scope, article).await?.ok_or(Refusal::NotFound)?;
    let about = described(about);
    if about == before.about {
        return Ok(());
    }
    let texts = store::texts(tx, article).await?;
    if about.audience != before.about.audience && texts.iter().any(|text| text.live.is_some()) {
        let _all = allowed(actor, Action::PublishArticles)?;
    }
    let known = store::categories(tx).await?;
    if about.category.as_ref().is_some_and(|id| !known.iter().any(|(_, one)| one.id == *id)) {
        return Err(Refusal::CategoryUnknown.into());
    }
    if about.owner != before.about.owner {
        is_colleague(tx, about.owner.as_ref()).await?;
    }
    store::save_about(tx, article, &about).await?;
    for text in &texts {
        found::index(tx, &text.id).await?;
    }
    let first = texts.iter().find(|text| text.language == before.original).or_else(|| texts.first());
    let title = first.map(|text| text.draft.title.clone()).unwrap_or_default();
    Ok(tx.record(&ArticleEvent::Described { article: article.clone(), title }, actor, None).await?)
}

/// Brings a version back as working copy; what is live stays until somebody publishes it.
///
/// # Errors
/// Refused when the actor may not, or there is no such version.
pub async fn restore(tx: &mut Tx, actor: &Actor, article: &ArticleId, language: Language, number: i64) -> Answer<()> {
    let (_, text) = load(tx, actor, Action::WriteArticles, article, language).await?;
    let mut text = text.ok_or(Refusal::NotFound)?;
    let version = store::version(tx, &text.id, number).await?.ok_or(Refusal::NotFound)?;
    text.state = after(text.state, text.live.is_some(), Act::Save).ok_or(Refusal::NotNow)?;
    text.due_at = None;
    text.draft = version.draft;
    text.saved_at = tx.now();
    store::save_text(tx, &text).await?;
    let title = text.draft.title.clone();
    let event = ArticleEvent::Restored { article: article.clone(), language, title, version: number };
    Ok(tx.record(&event, actor, None).await?)
}

/// What was looked for in vain is there now, or is not meant to be.
///
/// # Errors
/// Refused when the actor may not.
pub async fn forget_missing(tx: &mut Tx, actor: &Actor, language: Language, query: &str) -> Answer<()> {
    let _all = allowed(actor, Action::WriteArticles)?;
    Ok(store::drop_missing(tx, language, query).await?)
}
