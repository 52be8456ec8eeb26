//! Walking: what each step of a customer is counted as. Reading a page counts nothing, so that neither a robot nor a
//! page read twice does.

use platform::{Result, Tx};

use crate::guides::model::Tree;
use crate::guides::rules::walk;
use crate::guides::store::{self, Counted, Line};

/// What somebody does where they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Takes the choice of this number.
    On(usize),
    /// Goes back to the place before.
    Back,
    /// Asks for a person.
    Stuck,
}

/// Takes a step from where a path leads, and counts it. Answers the path that is left; a choice that is not there
/// leaves things as they are.
///
/// # Errors
/// When the tables cannot be used.
pub async fn step(
    tx: &mut Tx,
    line: Line<'_>,
    tree: &Tree,
    (path, product): (&[usize], &str),
    step: Step,
) -> Result<Vec<usize>> {
    let Some(before) = walk(tree, path, product) else { return Ok(Vec::new()) };
    let mut path = before.path.clone();
    match step {
        Step::Stuck => {
            store::add(tx, line, Counted::Stuck, &before.at.key).await?;
            return Ok(path);
        }
        Step::On(number) => path.push(number),
        Step::Back => {
            path.pop();
        }
    }
    let Some(after) = walk(tree, &path, product).filter(|after| after.path.len() != before.path.len()) else {
        return Ok(before.path);
    };
    if before.path.is_empty() {
        store::add(tx, line, Counted::Begun, "").await?;
    } else if before.at.kind.ending().is_none() {
        store::add(tx, line, Counted::Left, &before.at.key).await?;
    }
    match after.at.kind.ending() {
        _ if after.path.is_empty() => {}
        Some(ending) => store::add(tx, line, Counted::Ended(ending), &after.at.key).await?,
        None => store::add(tx, line, Counted::Came, &after.at.key).await?,
    }
    Ok(after.path)
}
