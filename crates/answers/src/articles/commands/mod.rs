//! Everything that can happen to articles. Each does its work in the transaction that it is given.

mod categories;
mod importing;
mod pictures;
mod publishing;
mod snippets;
mod writing;

use base::{Action, Actor, Language, allowed};
use platform::Tx;

use super::model::{Article, ArticleId, Text};
use super::refusal::{Answer, Refusal};
use super::store;

pub use categories::{NewCategory, remove_category, save_category, shift_category};
pub use importing::{Became, Brought, bring};
pub use pictures::{add_picture, fillings};
pub use publishing::{JOB, LANE, publish_due, turn};
pub use snippets::{SNIPPET_MAX, remove_snippet, save_snippet};
pub use writing::{NewArticle, begin, describe, forget_missing, restore, save};

/// Characters of a title.
pub const TITLE_MAX: usize = 150;
/// Characters of the line under it.
pub const SUMMARY_MAX: usize = 400;
/// Characters of a text.
pub const BODY_MAX: usize = 60_000;

/// An article and its text in a language, for somebody who may do this.
async fn load(
    tx: &mut Tx,
    actor: &Actor,
    action: Action,
    article: &ArticleId,
    language: Language,
) -> Answer<(Article, Option<Text>)> {
    let scope = allowed(actor, action)?;
    let found = store::find(tx, &scope, article).await?.ok_or(Refusal::NotFound)?;
    let text = store::text(tx, article, language).await?;
    Ok((found, text))
}
