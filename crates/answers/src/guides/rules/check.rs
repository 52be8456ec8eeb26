//! What keeps a tree from going live. Every flaw names the place where it is.

use std::collections::{BTreeMap, BTreeSet};

use base::Language;

use super::walk::{PATH_MOST, walk};
use crate::articles::Names;
use crate::articles::rules::markdown::PICTURES;
use crate::guides::model::{Kind, Node, Tree};

/// Places of one tree, choices of one place, and tested paths of one tree, at most.
pub const NODES_MOST: usize = 200;
/// See [`NODES_MOST`].
pub const CHOICES_MOST: usize = 12;
/// See [`NODES_MOST`].
pub const TESTS_MOST: usize = 50;

/// Something wrong with a tree.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flaw {
    /// It has no name in its original language.
    NoName,
    /// It has no place to begin at.
    Empty,
    /// There are too many places, or choices at this one.
    TooMany(String),
    /// Two places bear this key.
    Twice(String),
    /// A choice of the first leads to the second, which is not there.
    LeadsNowhere(String, String),
    /// Nothing leads on from here, and it is no end.
    DeadEnd(String),
    /// Every choice here is for one product alone, so that others find none.
    ForNobody(String),
    /// From here no way leads to an end.
    NoWayOut(String),
    /// No way leads here.
    Unreached(String),
    /// Something is not written in this language, though the guide is shown in it.
    Untranslated(String, Language),
    /// It ends with an article and names none.
    NoArticle(String),
    /// The picture is not one of this house.
    BadPicture(String),
    /// The tested path of this number (from one) does not end as it has to.
    PathFails(usize),
}

impl Flaw {
    /// The sentence, with `node`, `to`, `language` and `n` to fill in.
    #[must_use]
    pub const fn message(&self) -> &'static str {
        match self {
            Self::NoName => "guides-flaw-no-name",
            Self::Empty => "guides-flaw-empty",
            Self::TooMany(_) => "guides-flaw-too-many",
            Self::Twice(_) => "guides-flaw-twice",
            Self::LeadsNowhere(..) => "guides-flaw-leads-nowhere",
            Self::DeadEnd(_) => "guides-flaw-dead-end",
            Self::ForNobody(_) => "guides-flaw-for-nobody",
            Self::NoWayOut(_) => "guides-flaw-no-way-out",
            Self::Unreached(_) => "guides-flaw-unreached",
            Self::Untranslated(..) => "guides-flaw-untranslated",
            Self::NoArticle(_) => "guides-flaw-no-article",
            Self::BadPicture(_) => "guides-flaw-bad-picture",
            Self::PathFails(_) => "guides-flaw-path-fails",
        }
    }

    /// The word for programs.
    #[must_use]
    pub fn code(&self) -> String {
        self.message().trim_start_matches("guides-flaw-").replace('-', "_")
    }

    /// The place it is about; empty where it is about the whole tree.
    #[must_use]
    pub fn node(&self) -> &str {
        match self {
            Self::NoName | Self::Empty | Self::PathFails(_) => "",
            Self::TooMany(node)
            | Self::Twice(node)
            | Self::LeadsNowhere(node, _)
            | Self::DeadEnd(node)
            | Self::ForNobody(node)
            | Self::NoWayOut(node)
            | Self::Unreached(node)
            | Self::Untranslated(node, _)
            | Self::NoArticle(node)
            | Self::BadPicture(node) => node,
        }
    }
}

/// Everything that is wrong, in the order of the places; nothing is wrong with a tree that may go live.
#[must_use]
pub fn check(tree: &Tree) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    if tree.names.of(tree.original).trim().is_empty() {
        flaws.push(Flaw::NoName);
    }
    let Some(first) = tree.nodes.first() else {
        flaws.push(Flaw::Empty);
        return flaws;
    };
    if tree.nodes.len() > NODES_MOST {
        flaws.push(Flaw::TooMany(String::new()));
        return flaws;
    }
    let (ended, reached) = (with_way_out(tree), reached(tree, first));
    let mut keys = BTreeSet::new();
    for node in &tree.nodes {
        let key = || node.key.clone();
        if !keys.insert(node.key.as_str()) {
            flaws.push(Flaw::Twice(key()));
        }
        ways(tree, node, &mut flaws);
        if !reached.contains(node.key.as_str()) {
            flaws.push(Flaw::Unreached(key()));
        } else if !node.choices.is_empty() && !ended.contains(node.key.as_str()) {
            flaws.push(Flaw::NoWayOut(key()));
        }
        words(tree, node, &mut flaws);
        if node.kind == Kind::Article && node.articles.of(tree.original).trim().is_empty() {
            flaws.push(Flaw::NoArticle(key()));
        }
        if !node.picture.is_empty() && !node.picture.starts_with(PICTURES) {
            flaws.push(Flaw::BadPicture(key()));
        }
    }
    for (at, test) in tree.tests.iter().enumerate() {
        let ends = walk(tree, &test.path, &test.product).filter(|walk| walk.path == test.path);
        if test.path.len() > PATH_MOST || ends.and_then(|walk| walk.at.kind.ending()) != Some(test.ends) {
            flaws.push(Flaw::PathFails(at + 1));
        }
    }
    flaws
}

fn ways(tree: &Tree, node: &Node, flaws: &mut Vec<Flaw>) {
    if node.kind.ending().is_some() {
        return;
    }
    if node.choices.is_empty() {
        flaws.push(Flaw::DeadEnd(node.key.clone()));
    } else if node.choices.iter().all(|choice| !choice.product.trim().is_empty()) {
        flaws.push(Flaw::ForNobody(node.key.clone()));
    }
    if node.choices.len() > CHOICES_MOST {
        flaws.push(Flaw::TooMany(node.key.clone()));
    }
    for choice in &node.choices {
        if tree.node(&choice.to).is_none() {
            flaws.push(Flaw::LeadsNowhere(node.key.clone(), choice.to.clone()));
        }
    }
}

/// A guide is shown in the languages it has a name in, and says everything in each of them.
fn words(tree: &Tree, node: &Node, flaws: &mut Vec<Flaw>) {
    for language in Language::ALL.into_iter().filter(|one| tree.spoken(*one) == *one) {
        let lacks = |names: &Names| names.of(language).trim().is_empty();
        let half = |names: &Names| lacks(names) && names.0.values().any(|text| !text.trim().is_empty());
        let labels = node.kind.ending().is_none()
            && node
                .choices
                .iter()
                .any(|choice| if node.kind == Kind::Question { lacks(&choice.labels) } else { half(&choice.labels) });
        if lacks(&node.titles) || half(&node.bodies) || labels {
            flaws.push(Flaw::Untranslated(node.key.clone(), language));
        }
    }
}

fn reached<'a>(tree: &'a Tree, first: &'a Node) -> BTreeSet<&'a str> {
    let by_key: BTreeMap<&str, &Node> = tree.nodes.iter().map(|node| (node.key.as_str(), node)).collect();
    let mut found = BTreeSet::from([first.key.as_str()]);
    let mut open = vec![first];
    while let Some(node) = open.pop() {
        if node.kind.ending().is_some() {
            continue;
        }
        for next in node.choices.iter().filter_map(|choice| by_key.get(choice.to.as_str())) {
            if found.insert(next.key.as_str()) {
                open.push(next);
            }
        }
    }
    found
}

/// The places from which a way leads to an end that is open to everybody: choices for one product alone do not count.
fn with_way_out(tree: &Tree) -> BTreeSet<&str> {
    let mut found: BTreeSet<&str> =
        tree.nodes.iter().filter(|node| node.kind.ending().is_some()).map(|node| node.key.as_str()).collect();
    loop {
        let before = found.len();
        for node in &tree.nodes {
            let mut open = node.choices.iter().filter(|choice| choice.product.trim().is_empty());
            if open.any(|choice| found.contains(choice.to.as_str())) {
                found.insert(&node.key);
            }
        }
        if found.len() == before {
            return found;
        }
    }
}
