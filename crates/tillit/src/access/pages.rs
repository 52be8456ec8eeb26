//! Every page, asked by everybody.

use std::collections::BTreeSet;

use platform::testing::on_both_engines;

use super::table::{Asker, Class, Row, read};
use super::town::Town;

pub(super) const PAGES: &str = include_str!("pages.txt");

/// Every route of the list, as text; a handler's methods are what it is named with.
fn routes() -> BTreeSet<(&'static str, &'static str)> {
    let listed = include_str!("../routes.rs").split("pub fn guarded").next().unwrap_or_default();
    let mut found = BTreeSet::new();
    for part in listed.split(".route(").skip(1) {
        let path = part.split('"').nth(1).expect("an address");
        for (method, called) in [("GET", "get("), ("POST", "post(")] {
            let called = part
                .match_indices(called)
                .any(|(at, _)| !part[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_'));
            if called {
                found.insert((method, path));
            }
        }
    }
    found
}

#[test]
fn every_route_has_a_row_and_every_row_a_route() {
    let rows: Vec<_> = read(PAGES, false).iter().map(|row| (row.method, row.path)).collect();
    let unique: BTreeSet<_> = rows.iter().copied().collect();
    assert_eq!(unique.len(), rows.len(), "a row is there twice");
    let differs: Vec<_> = unique.symmetric_difference(&routes()).copied().collect();
    assert!(differs.is_empty(), "in routes.rs or in pages.txt alone: {differs:?}");
}

/// What takes things away comes last, so that everything is there as long as it is asked for.
fn later(row: &Row) -> u8 {
    let ends = |word: &str| row.path.contains(word);
    match row.method {
        "GET" => 0,
        _ if row.path == "/signout" => 4,
        _ if ["/my/out", "/sessions"].iter().any(|word| ends(word)) => 3,
        _ if ["remove", "revoke", "erase", "disabled", "closed", "merge", "redact", "split"]
            .iter()
            .any(|word| ends(word)) =>
        {
            2
        }
        _ => 1,
    }
}

async fn ask(town: &Town, asker: Asker, row: &Row, near: bool) -> (Class, String) {
    let path = if near { town.nearby(row.path) } else { town.filled(row.path) };
    let (path, form) = match row.method {
        "GET" if !row.rest.is_empty() => (format!("{path}?{}", row.rest), ""),
        _ => (path, row.rest),
    };
    let got = town.asks(asker, row.method, &path, form).await;
    let class = Class::of(got.status, got.location());
    let told = format!("{} {path} for {asker:?}: {class:?} ({} {})", row.method, got.status, got.location());
    (class, told)
}

/// Asks for every row as one asker, in a town of their own: first what is refused, which must change nothing.
async fn walk(town: Town, asker: Asker) -> Vec<String> {
    let mut rows = read(PAGES, false);
    rows.sort_by_key(later);
    let column = asker.column();
    let (let_in, refused): (Vec<&Row>, Vec<&Row>) = rows.iter().partition(|row| row.answers[column] == Class::LetIn);
    let mut wrong = Vec::new();
    let before = town.everything().await;
    for row in refused {
        let (class, told) = ask(&town, asker, row, false).await;
        if class != row.answers[column] {
            wrong.push(format!("{told}, not {:?}", row.answers[column]));
        }
    }
    if wrong.is_empty() {
        assert_eq!(town.everything().await, before, "what was refused to {asker:?} changed something");
    }
    for row in let_in {
        let (class, told) = ask(&town, asker, row, false).await;
        if !class.fits(Class::LetIn) {
            wrong.push(format!("{told}, not let in"));
        }
    }
    wrong
}

fn everybody_gets(askers: &'static [Asker]) {
    let wrong = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
    for asker in askers {
        on_both_engines(&crate::open::migrations(), |test| {
            let wrong = wrong.clone();
            async move {
                let found = walk(Town::build(test).await, *asker).await;
                wrong.lock().expect("a lock").extend(found);
            }
        });
    }
    let wrong = wrong.lock().expect("a lock").clone();
    assert!(wrong.is_empty(), "{} differ from pages.txt:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn colleagues_get_what_the_table_says() {
    everybody_gets(&Asker::ALL[..4]);
}

#[test]
fn everybody_else_gets_what_the_table_says() {
    everybody_gets(&Asker::ALL[4..]);
}

/// Within their departments a limited colleague is an agent like others.
#[test]
fn a_limited_colleague_is_an_agent_where_they_work() {
    on_both_engines(&crate::open::migrations(), |test| async move {
        let town = Town::build(test).await;
        let agent = Asker::ALL[2].column();
        let rows = read(PAGES, false);
        let of_one = |row: &&Row| row.path.starts_with("/conversations/{id}") || row.path.starts_with("/inbox/peek");
        let mut rows: Vec<&Row> = rows.iter().filter(of_one).collect();
        rows.sort_by_key(|row| (row.path.ends_with("/department"), later(row)));
        for row in rows {
            let (class, told) = ask(&town, Asker::Limited, row, true).await;
            // Handing it away comes last.
            assert!(class.fits(row.answers[agent]), "{told}, not {:?}", row.answers[agent]);
        }
    });
}
