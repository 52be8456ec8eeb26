//! Everything that can happen to guides. Each does its work in the transaction that it is given.

mod walking;

use base::{Action, Actor, Instant, Language, Scope, allowed};
use platform::Tx;
use platform::web::form::one_line;

use super::events::GuideEvent;
use super::model::{Guide, GuideId, Node, Tree, Version};
use super::refusal::{Answer, Refusal};
use super::{rules, store};
use crate::articles::Names;
use crate::articles::rules::address;

pub use walking::{Step, step};

/// Guides of one business.
const GUIDES_MOST: usize = 200;
/// Characters of a title, a name or a label, of the line under a name, and of a text.
pub const TITLE_MAX: usize = 150;
/// See [`TITLE_MAX`].
pub const LEAD_MAX: usize = 400;
/// See [`TITLE_MAX`].
pub const BODY_MAX: usize = 8_000;
/// Characters of a key, an address and a product.
const KEY_MAX: usize = 60;
const PLACE_MAX: usize = 200;

fn lines(names: Names, most: usize) -> Names {
    let all = names.0.into_iter().map(|(language, text)| (language, one_line(&text, most)));
    Names(all.filter(|(_, text)| !text.is_empty()).collect())
}

fn texts(names: Names) -> Answer<Names> {
    let clean = |text: String| text.replace("\r\n", "\n").replace('\0', "").trim().to_owned();
    let all = names.0.into_iter().map(|(language, text)| (language, clean(text)));
    let kept = Names(all.filter(|(_, text)| !text.is_empty()).collect());
    if kept.0.values().any(|text| text.chars().count() > BODY_MAX) { Err(Refusal::TooLong.into()) } else { Ok(kept) }
}

/// A key made of what was typed: as addresses are.
#[must_use]
pub fn key(typed: &str) -> String {
    if typed.trim().is_empty() { String::new() } else { address::slug(typed).chars().take(KEY_MAX).collect() }
}

fn node(node: Node) -> Answer<Node> {
    let mut it = Node {
        key: key(&node.key),
        kind: node.kind,
        titles: lines(node.titles, TITLE_MAX),
        bodies: texts(node.bodies)?,
        picture: one_line(&node.picture, PLACE_MAX),
        choices: node.choices,
        articles: lines(node.articles, PLACE_MAX),
    };
    if it.key.is_empty() {
        return Err(Refusal::NameMissing.into());
    }
    for choice in &mut it.choices {
        choice.to = key(&choice.to);
        choice.labels = lines(std::mem::take(&mut choice.labels), TITLE_MAX);
        choice.product = one_line(&choice.product, KEY_MAX);
    }
    if it.choices.len() > rules::CHOICES_MOST { Err(Refusal::TooMany.into()) } else { Ok(it) }
}

fn cleaned(tree: Tree) -> Answer<Tree> {
    let tree = Tree {
        original: tree.original,
        names: lines(tree.names, TITLE_MAX),
        leads: lines(tree.leads, LEAD_MAX),
        nodes: tree.nodes.into_iter().map(node).collect::<Answer<_>>()?,
        tests: tree.tests,
    };
    if tree.names.of(tree.original).is_empty() {
        return Err(Refusal::NameMissing.into());
    }
    let many = tree.nodes.len() > rules::NODES_MOST || tree.tests.len() > rules::TESTS_MOST;
    if many || tree.tests.iter().any(|test| test.path.len() > rules::PATH_MOST) {
        return Err(Refusal::TooMany.into());
    }
    Ok(tree)
}

fn title(tree: &Tree) -> String {
    tree.names.shown(tree.original, Language::En).to_owned()
}

async fn load(tx: &mut Tx, actor: &Actor, action: Action, id: &GuideId) -> Answer<Guide> {
    let scope = allowed(actor, action)?;
    Ok(store::find(tx, &scope, id).await?.ok_or(Refusal::NotFound)?)
}

/// Begins a guide with a tree, which may have flaws for now.
///
/// # Errors
/// Refused when the actor may not, when it has no name, or when there are too many.
pub async fn begin(tx: &mut Tx, actor: &Actor, tree: Tree) -> Answer<GuideId> {
    let _all = allowed(actor, Action::WriteArticles)?;
    let draft = cleaned(tree)?;
    let taken: Vec<String> = store::all(tx, &Scope::All).await?.into_iter().map(|one| one.address).collect();
    if taken.len() >= GUIDES_MOST {
        return Err(Refusal::TooMany.into());
    }
    let title = title(&draft);
    let address = address::unique(&address::slug(&title), &taken);
    let id = GuideId::next(&tx.ids(), tx.now());
    let guide = Guide { id: id.clone(), address, draft, live: None, saved_at: tx.now() };
    store::insert(tx, &guide).await?;
    tx.record(&GuideEvent::Begun { guide: id.clone(), title }, actor, None).await?;
    Ok(id)
}

/// Saves the working copy. `seen` is when the copy that was changed had been saved: if somebody saved it since,
/// nothing is written.
///
/// # Errors
/// Refused when the actor may not, when it has no name or is too large, or was saved by somebody else.
pub async fn save(tx: &mut Tx, actor: &Actor, id: &GuideId, tree: Tree, seen: Option<Instant>) -> Answer<()> {
    let mut guide = load(tx, actor, Action::WriteArticles, id).await?;
    if seen.is_some_and(|seen| seen != guide.saved_at) {
        return Err(Refusal::Changed.into());
    }
    guide.draft = cleaned(tree)?;
    guide.saved_at = tx.now();
    Ok(store::save(tx, &guide).await?)
}

/// Saves one place of the working copy: a new one, or the one of the key `was` in its stead. Choices that lead to it
/// lead to its new key.
///
/// # Errors
/// Those of [`save`]; [`Refusal::InUse`] when another place has its key.
pub async fn save_node(
    tx: &mut Tx,
    actor: &Actor,
    id: &GuideId,
    was: Option<&str>,
    new: Node,
    seen: Option<Instant>,
) -> Answer<()> {
    let mut tree = load(tx, actor, Action::WriteArticles, id).await?.draft;
    let new = node(new)?;
    if tree.nodes.iter().any(|node| node.key == new.key && was != Some(node.key.as_str())) {
        return Err(Refusal::InUse.into());
    }
    match was {
        None => tree.nodes.push(new),
        Some(was) => {
            let (was, key) = (was.to_owned(), new.key.clone());
            *tree.nodes.iter_mut().find(|node| node.key == was).ok_or(Refusal::NotFound)? = new;
            let choices = tree.nodes.iter_mut().flat_map(|node| node.choices.iter_mut());
            choices.filter(|choice| choice.to == was).for_each(|choice| choice.to.clone_from(&key));
        }
    }
    save(tx, actor, id, tree, seen).await
}

/// Takes a place out of the working copy to which no choice leads.
///
/// # Errors
/// Those of [`save`]; [`Refusal::InUse`] when choices of other places lead there.
pub async fn remove_node(tx: &mut Tx, actor: &Actor, id: &GuideId, key: &str) -> Answer<()> {
    let mut tree = load(tx, actor, Action::WriteArticles, id).await?.draft;
    let others = tree.nodes.iter().filter(|node| node.key != key);
    if others.flat_map(|node| &node.choices).any(|choice| choice.to == key) {
        return Err(Refusal::InUse.into());
    }
    tree.nodes.retain(|node| node.key != key);
    save(tx, actor, id, tree, None).await
}

/// Keeps the working copy as a version and lets it be walked.
///
/// # Errors
/// Refused when the actor may not, and with all its flaws when it has some.
pub async fn publish(tx: &mut Tx, actor: &Actor, id: &GuideId) -> Answer<i64> {
    let mut guide = load(tx, actor, Action::PublishArticles, id).await?;
    let flaws = rules::check(&guide.draft);
    if !flaws.is_empty() {
        return Err(Refusal::Flawed(flaws).into());
    }
    let number = store::versions(tx, id, 1).await?.first().map_or(0, |version| version.number) + 1;
    let by = actor.staff_id().and_then(|id| id.parse().ok());
    let version = Version { number, tree: guide.draft.clone(), at: tx.now(), by };
    store::insert_version(tx, id, &version).await?;
    guide.live = Some(number);
    store::save(tx, &guide).await?;
    let title = title(&guide.draft);
    tx.record(&GuideEvent::Published { guide: id.clone(), title, version: number }, actor, None).await?;
    Ok(number)
}

/// Lets it be walked no longer. One that never was is taken away.
///
/// # Errors
/// Refused when the actor may not, or there is no such guide.
pub async fn withdraw(tx: &mut Tx, actor: &Actor, id: &GuideId) -> Answer<()> {
    let mut guide = load(tx, actor, Action::PublishArticles, id).await?;
    if store::versions(tx, id, 1).await?.is_empty() {
        store::delete(tx, id).await?;
    } else {
        guide.live = None;
        store::save(tx, &guide).await?;
    }
    let title = title(&guide.draft);
    Ok(tx.record(&GuideEvent::Withdrawn { guide: id.clone(), title }, actor, None).await?)
}

/// Makes an older version the working copy; what is walked stays.
///
/// # Errors
/// Refused when the actor may not, or there is no such version.
pub async fn restore(tx: &mut Tx, actor: &Actor, id: &GuideId, number: i64) -> Answer<()> {
    let mut guide = load(tx, actor, Action::WriteArticles, id).await?;
    guide.draft = store::version(tx, id, number).await?.ok_or(Refusal::NotFound)?.tree;
    guide.saved_at = tx.now();
    store::save(tx, &guide).await?;
    let title = title(&guide.draft);
    Ok(tx.record(&GuideEvent::Restored { guide: id.clone(), title, version: number }, actor, None).await?)
}
