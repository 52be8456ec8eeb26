//! The tree of conditions of a view, for the forms of other things that ask the same of a conversation: the same fields,
//! the same buttons, the same words.

use maud::Markup;
use people::staff::Who;
use platform::Platform;
use platform::web::errors::Error;

use super::super::Wrong;
use super::branch::conditions;
use super::form::beside;
use super::typed::Typed;
use crate::{Condition, Listing};

/// The fields of a tree as somebody typed them.
#[derive(Clone, Debug)]
pub struct Tree(Typed);

/// What needs another look in a tree.
#[derive(Debug, Default)]
pub struct TreeWrong(Wrong);

impl TreeWrong {
    /// Each place, and the message that says why.
    pub fn all(&self) -> impl Iterator<Item = (&str, &'static str)> {
        self.0.0.iter().map(|(field, message)| (field.as_str(), *message))
    }
}

impl Tree {
    /// The fields of a tree that is there.
    #[must_use]
    pub fn of(when: &Condition) -> Self {
        Self(Typed::listing(&Listing { when: when.clone(), ..Listing::default() }))
    }

    /// Reads the fields of a form; what belongs to no tree is passed over.
    #[must_use]
    pub fn read(fields: Vec<(String, String)>) -> Self {
        Self(Typed::read(fields))
    }

    /// Does what a button of the tree says. Answers whether one was pressed.
    pub fn acted(&mut self) -> bool {
        self.0.acted()
    }

    /// The tree that is meant.
    ///
    /// # Errors
    /// What needs another look.
    pub fn when(&self) -> Result<Condition, TreeWrong> {
        self.0.when().map_err(TreeWrong)
    }

    /// The fields, on a card of their own.
    ///
    /// # Errors
    /// When what can be chosen from cannot be read.
    pub async fn shown(&self, p: &Platform, who: &Who, wrong: &TreeWrong) -> Result<Markup, Error> {
        Ok(conditions(&who.say, &self.0, &wrong.0, &beside(p, who).await?))
    }
}
