//! Is the data whole? Checks that only read, each saying what is wrong, where, and what to do.
//!
//! The platform brings its own ([`checks`]); every capability adds those of its tables. Most are a
//! [`Rule`]: one query for what must not be. Each check sees one moment of the database, so that a
//! desk which is open meanwhile raises no false alarm.

mod files;
mod questions;
#[cfg(test)]
mod tests;

use std::future::Future;
use std::pin::Pin;

use serde::Serialize;

use crate::db::{Conn, Db};
use crate::fault::Result;
use crate::{Blobs, vals};

/// Something that is not as it must be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// What is wrong, for the operator.
    pub what: String,
    /// Which row or file.
    #[serde(rename = "where")]
    pub place: String,
    /// What to do about it.
    pub mend: String,
}

/// A problem and the check that found it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Found {
    /// Name of the check.
    pub check: &'static str,
    /// What it found.
    #[serde(flatten)]
    pub problem: Problem,
}

/// What a check answers, when it has looked.
pub type Looking<'a> = Pin<Box<dyn Future<Output = Result<Vec<Problem>>> + Send + 'a>>;

/// One question to the data. Reads only.
pub trait Check: Send + Sync {
    /// What it is about, in a few words.
    fn name(&self) -> &'static str;
    /// Looks.
    fn run<'a>(&'a self, conn: &'a mut Conn) -> Looking<'a>;
}

/// How many problems of one sort are worth naming one by one.
const MOST: usize = 50;

/// A check by one query.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// What it is about.
    pub name: &'static str,
    /// Answers what must not be: one text column called `place`.
    pub sql: &'static str,
    /// What is wrong with each of its rows.
    pub what: &'static str,
    /// What to do about it; `{}` stands for the place.
    pub mend: &'static str,
}

impl Check for Rule {
    fn name(&self) -> &'static str {
        self.name
    }

    fn run<'a>(&'a self, conn: &'a mut Conn) -> Looking<'a> {
        Box::pin(async move {
            let sql = format!("SELECT place FROM ({}) AS found ORDER BY place LIMIT {}", self.sql, MOST + 1);
            let rows = conn.all(&sql, vals![]).await?;
            let mut problems = Vec::new();
            for row in rows.iter().take(MOST) {
                let place = row.text("place")?;
                problems.push(Problem { what: self.what.to_owned(), mend: self.mend.replace("{}", &place), place });
            }
            if rows.len() > MOST {
                let mend = "mend these first, then check again".to_owned();
                problems.push(Problem { what: self.what.to_owned(), place: "more of the same".to_owned(), mend });
            }
            Ok(problems)
        })
    }
}

/// The checks of the platform's own tables and files. `deep` reads every stored byte.
#[must_use]
pub fn checks(blobs: &Blobs, deep: bool) -> Vec<Box<dyn Check>> {
    let mut checks: Vec<Box<dyn Check>> = vec![Box::new(questions::Integrity), Box::new(questions::References)];
    checks.extend(boxed(questions::RULES));
    checks.push(Box::new(questions::Settings));
    checks.push(Box::new(files::Files { blobs: blobs.clone(), deep }));
    checks
}

/// A list of rules as checks.
pub fn boxed(rules: &'static [Rule]) -> impl Iterator<Item = Box<dyn Check>> {
    rules.iter().map(|rule| Box::new(*rule) as Box<dyn Check>)
}

/// Runs checks one after the other. One that cannot be done is itself a problem, and the rest go on.
/// `done` is told after each.
///
/// # Errors
/// When the database does not answer at all.
pub async fn run(db: &Db, checks: &[Box<dyn Check>], mut done: impl FnMut(usize)) -> Result<Vec<Found>> {
    let mut found = Vec::new();
    for (number, check) in checks.iter().enumerate() {
        let mut conn = db.snapshot().await?;
        let problems = check.run(&mut conn).await.unwrap_or_else(|fault| {
            let what = format!("this could not be looked at: {}", fault.chain());
            vec![Problem { what, place: check.name().to_owned(), mend: questions::RESTORE.to_owned() }]
        });
        found.extend(problems.into_iter().map(|problem| Found { check: check.name(), problem }));
        done(number + 1);
    }
    Ok(found)
}
