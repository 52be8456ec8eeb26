//! A tree as programs write and read it.

use std::collections::BTreeMap;

use base::Language;
use platform::api::Problem;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::articles::api::{codes, known, names};
use crate::guides::model::{self, Ending, Kind};

/// Words by language: `en`, `nb`, `sv`, `da`, `id`.
type Words = BTreeMap<String, String>;

/// A way on from a place.
#[derive(Debug, Default, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(as = GuideChoice)]
pub(super) struct Choice {
    /// The key of the place it leads to.
    to: String,
    /// Its words, by language; a step may have none and says *next*.
    labels: Words,
    /// The product it is for; empty for all.
    product: String,
}

/// One place of a guide.
#[derive(Debug, Default, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(as = GuideNode)]
pub(super) struct Node {
    /// Names it within its guide: small letters, digits and dashes.
    #[schema(max_length = 60)]
    key: String,
    /// `question`, `step`, or an end: `solved`, `person`, `article`.
    kind: String,
    /// The question, or what the step is called, by language.
    titles: Words,
    /// What is said of it, by language: Markdown, may be empty.
    bodies: Words,
    /// The path of a picture, as `POST /article-pictures` answers it; may be empty.
    picture: String,
    /// The ways on.
    #[schema(max_items = 12)]
    choices: Vec<Choice>,
    /// Of an end by an article: the last part of its address, by language.
    articles: Words,
}

/// A path that is walked before a guide goes live, and how it has to end.
#[derive(Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = GuideTest)]
pub(super) struct Test {
    /// The choices taken, counted from 0.
    pub path: Vec<usize>,
    /// The product it is walked for; may be empty.
    #[serde(default)]
    pub product: String,
    /// `solved`, `person` or `article`.
    pub ends: String,
}

impl From<model::Tested> for Test {
    fn from(one: model::Tested) -> Self {
        Self { path: one.path, product: one.product, ends: one.ends.code().to_owned() }
    }
}

/// All of a guide. Its first place is where a walk begins.
#[derive(Debug, Default, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(as = GuideTree)]
pub(super) struct Tree {
    /// The language it was written in first: `en`, `nb`, `sv`, `da` or `id`.
    pub original: String,
    /// What it is called, by language. It is shown in those that have a name here.
    names: Words,
    /// What it is for, in a sentence, by language.
    leads: Words,
    /// Its places.
    #[schema(max_items = 200)]
    nodes: Vec<Node>,
    /// What is tried before it goes live.
    #[schema(max_items = 50)]
    pub tests: Vec<Test>,
}

impl From<model::Tree> for Tree {
    fn from(tree: model::Tree) -> Self {
        let choice = |one: model::Choice| Choice { to: one.to, labels: codes(one.labels), product: one.product };
        let node = |one: model::Node| Node {
            key: one.key,
            kind: one.kind.code().to_owned(),
            titles: codes(one.titles),
            bodies: codes(one.bodies),
            picture: one.picture,
            choices: one.choices.into_iter().map(choice).collect(),
            articles: codes(one.articles),
        };
        Self {
            original: tree.original.code().to_owned(),
            names: codes(tree.names),
            leads: codes(tree.leads),
            nodes: tree.nodes.into_iter().map(node).collect(),
            tests: tree.tests.into_iter().map(Test::from).collect(),
        }
    }
}

impl Tree {
    /// As the commands take it; what is wrong is told at its place, `at` being the place of the tree.
    pub fn read(self, at: &str) -> Result<model::Tree, Problem> {
        let original: Language = known(&self.original)
            .ok_or_else(|| Problem::field(format!("{at}/original"), "is none of en, nb, sv, da, id"))?;
        let nodes = self.nodes.into_iter().enumerate();
        let tests = self.tests.into_iter().enumerate();
        Ok(model::Tree {
            original,
            names: names(&format!("{at}/names"), self.names)?,
            leads: names(&format!("{at}/leads"), self.leads)?,
            nodes: nodes.map(|(n, one)| one.read(&format!("{at}/nodes/{n}"))).collect::<Result<_, _>>()?,
            tests: tests.map(|(n, one)| one.read(&format!("{at}/tests/{n}"))).collect::<Result<_, _>>()?,
        })
    }
}

impl Node {
    fn read(self, at: &str) -> Result<model::Node, Problem> {
        let kind = Kind::from_code(&self.kind).ok_or_else(|| {
            Problem::field(format!("{at}/kind"), "is none of question, step, solved, person, article")
        })?;
        let choice = |(n, one): (usize, Choice)| {
            let labels = names(&format!("{at}/choices/{n}/labels"), one.labels)?;
            Ok(model::Choice { to: one.to, labels, product: one.product })
        };
        Ok(model::Node {
            key: self.key,
            kind,
            titles: names(&format!("{at}/titles"), self.titles)?,
            bodies: names(&format!("{at}/bodies"), self.bodies)?,
            picture: self.picture,
            choices: self.choices.into_iter().enumerate().map(choice).collect::<Result<_, Problem>>()?,
            articles: names(&format!("{at}/articles"), self.articles)?,
        })
    }
}

impl Test {
    fn read(self, at: &str) -> Result<model::Tested, Problem> {
        let ends = Ending::from_code(&self.ends)
            .ok_or_else(|| Problem::field(format!("{at}/ends"), "is none of solved, person, article"))?;
        Ok(model::Tested { path: self.path, product: self.product, ends })
    }
}
