//! Every operation of the API, asked by everybody, with tokens of every level.

use std::collections::BTreeSet;

use platform::api::Level;
use platform::testing::on_both_engines;

use super::table::{Asker, Class, Row, read};
use super::town::Town;
use crate::api::tests::story::example;

pub(super) const OPERATIONS: &str = include_str!("operations.txt");

#[test]
fn every_operation_has_a_row_and_every_row_an_operation() {
    let document = crate::api::document("https://desk.example");
    let told = |method: &str, path: &str, level: &str, id: &str| format!("{method} {path} {level} {id}");
    let operations = document.operations().iter();
    let operations: BTreeSet<_> =
        operations.map(|one| told(&one.method, &one.path, one.level.code(), &one.id)).collect();
    let rows = read(OPERATIONS, true);
    let listed: BTreeSet<_> = rows.iter().map(|row| told(row.method, row.path, row.level, row.rest)).collect();
    assert_eq!(listed.len(), rows.len(), "a row is there twice");
    let differs: Vec<_> = listed.symmetric_difference(&operations).collect();
    assert!(differs.is_empty(), "in the document or in operations.txt alone: {differs:#?}");
}

fn later(row: &Row) -> u8 {
    match row.method {
        "GET" => 0,
        "DELETE" => 3,
        _ if ["erase", "merge", "split", "redact"].iter().any(|word| row.path.contains(word)) => 2,
        _ => 1,
    }
}

async fn ask(town: &Town, asker: Asker, token: Option<&str>, row: &Row) -> (Class, String) {
    let path = town.filled(row.path);
    let operation = town.house.document.operations().iter().find(|one| one.id == row.rest).expect("has a row");
    let body = if operation.takes_body { example(&town.house.document, operation) } else { String::new() };
    let got = town.calls(asker, token, row.method, &path, &body).await;
    let class = Class::of(got.status, got.location());
    (class, format!("{} {path} for {asker:?}: {class:?} ({} {})", row.method, got.status, got.body))
}

/// See [`super::pages`].
async fn walk(town: Town, asker: Asker) -> Vec<String> {
    let mut rows = read(OPERATIONS, true);
    rows.sort_by_key(later);
    let column = asker.column();
    let (let_in, refused): (Vec<&Row>, Vec<&Row>) = rows.iter().partition(|row| row.answers[column] == Class::LetIn);
    let mut wrong = Vec::new();
    // That a token is used is noted.
    town.calls(asker, None, "GET", "/me", "").await;
    let before = town.everything().await;
    for row in &refused {
        let (class, told) = ask(&town, asker, None, row).await;
        if class != row.answers[column] {
            wrong.push(format!("{told}, not {:?}", row.answers[column]));
        }
    }
    if wrong.is_empty() {
        assert_eq!(town.everything().await, before, "what was refused to {asker:?} changed something");
    }
    for row in let_in {
        let (class, told) = ask(&town, asker, None, row).await;
        if !class.fits(Class::LetIn) {
            wrong.push(format!("{told}, not let in"));
        }
    }
    wrong
}

#[test]
fn every_token_gets_what_the_table_says() {
    let wrong = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
    for asker in Asker::ALL {
        on_both_engines(&crate::open::migrations(), |test| {
            let wrong = wrong.clone();
            async move {
                let found = walk(Town::build(test).await, asker).await;
                wrong.lock().expect("a lock").extend(found);
            }
        });
    }
    let wrong = wrong.lock().expect("a lock").clone();
    assert!(wrong.is_empty(), "{} differ from operations.txt:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_token_reaches_no_further_than_its_level() {
    on_both_engines(&crate::open::migrations(), |test| async move {
        let town = Town::build(test).await;
        let owner = Asker::ALL[0];
        let rows = read(OPERATIONS, true);
        for level in [Level::Read, Level::Write] {
            let token = town.token_of(level).await;
            town.calls(owner, Some(&token), "GET", "/me", "").await;
            let before = town.everything().await;
            let beyond = |row: &&Row| Level::from_code(row.level).expect("a level") > level;
            for row in rows.iter().filter(beyond) {
                let (class, told) = ask(&town, owner, Some(&token), row).await;
                assert_eq!(class, Class::Forbidden, "{}: {told}", level.code());
            }
            assert_eq!(town.everything().await, before, "what was refused changed something");
        }
    });
}
