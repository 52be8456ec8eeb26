//! The settings of a business as one file: to be read, kept beside other files, and taken to another Tillit.
//!
//! A part of the file is what an operation of the API shows and takes, without ids, which mean nothing elsewhere. A
//! file is taken in by those operations, one after the other, within one transaction: nothing here knows a rule of its
//! own. What would change is found out by doing it, looking, and letting go of it again.

pub mod api;
mod differing;
mod hand;
pub mod http;
mod page;
mod pairing;
mod reading;
mod taking;
#[cfg(test)]
mod tests;

use base::Action;
use people::api::Caller;
use platform::api::Problem;
use platform::{Platform, settings};
use serde_json::Value;

pub use differing::{Line, What};
use hand::Hand;

/// What a file calls itself, and the edition that we write.
const FORMAT: &str = "tillit-settings";
const EDITION: i64 = 1;
/// Longest file.
pub const FILE_MAX: usize = 4 * 1024 * 1024;
/// The parts of a file, in the order in which they are taken in.
const PARTS: [&str; 30] = [
    "departments",
    "skills",
    "fields",
    "states",
    "business",
    "manners",
    "times",
    "hours",
    "service",
    "receipts",
    "requests",
    "tone",
    "needs",
    "community",
    "senders",
    "deleted",
    "sign_in",
    "turns",
    "outcomes",
    "automatic_answers",
    "contact_forms",
    "macros",
    "tags",
    "turn_rules",
    "rota",
    "views",
    "recurring",
    "rules",
    "rule_order",
    "second_factor",
];

/// A place in a file that needs another look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// A JSON pointer (RFC 6901).
    pub pointer: String,
    /// What is expected, in English as all that programs read.
    pub detail: String,
}

impl Wrong {
    fn at(pointer: impl Into<String>, detail: impl Into<String>) -> Self {
        Self { pointer: pointer.into(), detail: detail.into() }
    }
}

/// How a file is taken in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct How {
    /// Only to see what would change.
    pub dry_run: bool,
    /// Whether what the file's lists do not name goes.
    pub remove: bool,
}

/// What became of it, or would.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// What changed and what is the same, part by part.
    pub lines: Vec<Line>,
    /// The settings as they were before: taken in, they bring all of it back.
    pub before: Value,
}

/// Why it was not.
#[derive(Debug)]
pub enum Failure {
    /// Something in the file needs another look. Nothing was changed.
    Wrong(Vec<Wrong>),
    /// Who asks may not, or something broke.
    Problem(Problem),
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl From<platform::Fault> for Failure {
    fn from(fault: platform::Fault) -> Self {
        Self::Problem(fault.into())
    }
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Wrong(all) => Self::fields(all.into_iter().map(|wrong| (wrong.pointer, wrong.detail))),
            Failure::Problem(problem) => problem,
        }
    }
}

/// All settings as they are.
///
/// # Errors
/// When the caller may not, or they cannot be read.
pub async fn read(caller: &Caller) -> Result<Value, Failure> {
    caller.must(Action::MoveBusiness)?;
    reading::all(&Hand::new(caller, &caller.p)).await
}

/// Takes a file in, or finds out what would become of it.
///
/// # Errors
/// When the caller may not, or something in the file needs another look: then nothing was changed.
pub async fn take(caller: &Caller, file: &Value, how: How) -> Result<Taken, Failure> {
    caller.must(Action::MoveBusiness)?;
    let p: &Platform = &caller.p;
    let around = p.around().await?;
    let inner = around.platform();
    let hand = Hand::new(caller, &inner);
    let before = reading::all(&hand).await?;
    taking::take(&hand, file, &before, how.remove).await?;
    let after = reading::all(&hand).await?;
    let lines = differing::lines(&before, &after);
    if !how.dry_run && lines.iter().any(|line| line.what != What::Same) {
        let mut tx = inner.begin().await?;
        settings::record_change(&mut tx, &caller.actor(), "file").await?;
        tx.commit().await?;
    }
    drop((hand, inner));
    if !how.dry_run {
        around.commit().await?;
    }
    Ok(Taken { lines, before })
}

/// As a text that is the same whenever the settings are.
#[must_use]
pub fn text(file: &Value) -> String {
    let mut text = serde_json::to_string_pretty(file).unwrap_or_default();
    text.push('\n');
    text
}
