//! Categories: made, changed, moved and taken away.

use base::{Action, Actor, Language, allowed};
use platform::Tx;
use platform::web::form::one_line;

use crate::articles::events::ArticleEvent;
use crate::articles::model::{Category, CategoryId, Names};
use crate::articles::refusal::{Answer, Refusal};
use crate::articles::rules::address;
use crate::articles::store;

/// Categories, at most.
const MOST: usize = 60;
/// Characters of a name, and of what is said under it.
const NAME_MAX: usize = 60;
const LEAD_MAX: usize = 200;

/// A category as it is to be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewCategory {
    /// What it is called, by language; one at least.
    pub names: Names,
    /// What is in it.
    pub leads: Names,
    /// Whether it is a blog.
    pub dated: bool,
}

fn cleaned(names: Names, most: usize) -> Names {
    let lines = names.0.into_iter().map(|(language, text)| (language, one_line(&text, most)));
    Names(lines.filter(|(_, text)| !text.is_empty()).collect())
}

/// Makes a category, or changes the one of this id.
///
/// # Errors
/// Refused when the actor may not, when it has no name, or when there are too many.
pub async fn save_category(
    tx: &mut Tx,
    actor: &Actor,
    id: Option<&CategoryId>,
    new: NewCategory,
    usual: Language,
) -> Answer<CategoryId> {
    let _all = allowed(actor, Action::PublishArticles)?;
    let (names, leads) = (cleaned(new.names, NAME_MAX), cleaned(new.leads, LEAD_MAX));
    let name = names.shown(usual, usual).to_owned();
    if name.is_empty() {
        return Err(Refusal::NameMissing.into());
    }
    let all = store::categories(tx).await?;
    let id = if let Some(id) = id {
        let (_, before) = all.into_iter().find(|(_, one)| one.id == *id).ok_or(Refusal::NotFound)?;
        store::update_category(tx, &Category { names, leads, dated: new.dated, ..before }).await?;
        id.clone()
    } else {
        if all.len() >= MOST {
            return Err(Refusal::TooMany.into());
        }
        let taken: Vec<String> = all.iter().map(|(_, one)| one.address.clone()).collect();
        let address = address::unique(&address::slug(&name), &taken);
        let id = CategoryId::next(&tx.ids(), tx.now());
        let place = all.last().map_or(1, |(place, _)| place + 1);
        let category = Category { id: id.clone(), address, names, leads, dated: new.dated };
        store::insert_category(tx, place, &category).await?;
        id
    };
    tx.record(&ArticleEvent::CategorySaved { category: id.clone(), name }, actor, None).await?;
    Ok(id)
}

/// Moves a category one place up, or down.
///
/// # Errors
/// Refused when the actor may not, or there is no such category.
pub async fn shift_category(tx: &mut Tx, actor: &Actor, id: &CategoryId, up: bool) -> Answer<()> {
    let _all = allowed(actor, Action::PublishArticles)?;
    let all = store::categories(tx).await?;
    let at = all.iter().position(|(_, one)| one.id == *id).ok_or(Refusal::NotFound)?;
    let other = if up { at.checked_sub(1) } else { Some(at + 1) };
    if let (Some((place, one)), Some((beside, other))) = (all.get(at), other.and_then(|other| all.get(other))) {
        store::place_category(tx, &one.id, *beside).await?;
        store::place_category(tx, &other.id, *place).await?;
    }
    Ok(())
}

/// Takes a category away in which no article stands.
///
/// # Errors
/// Refused when the actor may not, when it is not there, or when articles stand in it.
pub async fn remove_category(tx: &mut Tx, actor: &Actor, id: &CategoryId) -> Answer<()> {
    let _all = allowed(actor, Action::PublishArticles)?;
    let all = store::categories(tx).await?;
    let (_, it) = all.iter().find(|(_, one)| one.id == *id).ok_or(Refusal::NotFound)?;
    if store::in_use(tx, id).await? {
        return Err(Refusal::CategoryInUse.into());
    }
    store::delete_category(tx, id).await?;
    let name = it.names.shown(Language::En, Language::En).to_owned();
    Ok(tx.record(&ArticleEvent::CategoryRemoved { category: id.clone(), name }, actor, None).await?)
}
