//! Where a path leads. A path is the numbers of the choices taken; whatever it says, a walk stands somewhere.

use crate::guides::model::{Choice, Node, Tree};

/// Choices of one path, at most; whoever has come so far is led to a person.
pub const PATH_MOST: usize = 60;

/// A path as it was walked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Walk<'a> {
    /// Where it stands.
    pub at: &'a Node,
    /// The places before, each with the choice that was taken there.
    pub taken: Vec<(&'a Node, &'a Choice)>,
    /// The choices as far as they could be taken.
    pub path: Vec<usize>,
}

impl Walk<'_> {
    /// Whether it can go no further though it has not ended.
    #[must_use]
    pub fn is_exhausted(&self) -> bool {
        self.at.kind.ending().is_none() && self.path.len() >= PATH_MOST
    }
}

/// Whether a choice is there for somebody with this product. Who names none sees all.
#[must_use]
pub fn offered(choice: &Choice, product: &str) -> bool {
    let (wanted, product) = (choice.product.trim(), product.trim());
    wanted.is_empty() || product.is_empty() || wanted.to_lowercase() == product.to_lowercase()
}

/// Walks as far as the path goes: it ends before the first choice that is not there. Nothing for a tree without places.
#[must_use]
pub fn walk<'a>(tree: &'a Tree, path: &[usize], product: &str) -> Option<Walk<'a>> {
    let at = tree.nodes.first()?;
    let mut walk = Walk { at, taken: Vec::new(), path: Vec::new() };
    for number in path.iter().take(PATH_MOST) {
        if walk.at.kind.ending().is_some() {
            break;
        }
        let Some(choice) = walk.at.choices.get(*number).filter(|choice| offered(choice, product)) else { break };
        let Some(next) = tree.node(&choice.to) else { break };
        walk.taken.push((walk.at, choice));
        walk.path.push(*number);
        walk.at = next;
    }
    Some(walk)
}

/// A path as an address bears it: `0.2.1`. What is no number ends it.
#[must_use]
pub fn read_path(text: &str) -> Vec<usize> {
    text.split('.').map_while(|part| part.parse().ok()).take(PATH_MOST).collect()
}

/// The other way round.
#[must_use]
pub fn written(path: &[usize]) -> String {
    path.iter().map(ToString::to_string).collect::<Vec<_>>().join(".")
}
