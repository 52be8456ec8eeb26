//! What is not for somebody is seen by them nowhere (T31, T32): words are planted, and looked for in every answer
//! that they get.

use axum::http::StatusCode;
use platform::testing::on_both_engines;

use super::operations::OPERATIONS;
use super::pages::PAGES;
use super::table::{Asker, read};
use super::town::{AMONG_US, FAR, Got, Town, WORD};
use crate::api::tests::story::example;

/// Addresses beyond the plain ones: what is found, grouped, narrowed and counted.
fn asked() -> Vec<String> {
    let groups = ["all", "mine", "unassigned", "waiting_customer", "breaching", "snoozed", "mentions", "following"];
    let mut asked: Vec<String> = groups.iter().map(|group| format!("/inbox?view={group}")).collect();
    asked.extend(groups.iter().map(|group| format!("/inbox/list?view={group}")));
    for query in [WORD, "text", "file", "answer", "tag:brass", "is:open", "from:kari", "has:file", "trombne"] {
        asked.push(format!("/search?q={query}"));
        asked.push(format!("/palette?q={query}"));
    }
    for figure in ["opened", "open", "answered"] {
        asked.push(format!("/reports/conversations?figure={figure}"));
        asked.push(format!("/reports/conversations.csv?figure={figure}"));
    }
    asked.extend(["/reports?by=tag", "/reports/figures.csv?by=tag", "/customers?q=kari"].map(str::to_owned));
    asked
}

fn judge(wrong: &mut Vec<String>, got: &Got, words: &[&str], told: &str) {
    let headers = format!("{:?}", got.headers);
    for word in words {
        if got.body.contains(word) || headers.contains(word) {
            let at = got.body.find(word).unwrap_or_default();
            let around: String = got.body.chars().skip(at.saturating_sub(80)).take(200).collect();
            wrong.push(format!("{told} shows {word}: …{around}…"));
        }
    }
}

/// Everything that one asker can be answered, in which none of these words may stand.
async fn look(town: &Town, asker: Asker, words: &[&str]) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut seen = 0;
    for path in asked() {
        let got = town.asks(asker, "GET", &path, "").await;
        seen += usize::from(got.status == StatusCode::OK);
        judge(&mut wrong, &got, words, &format!("GET {path} for {asker:?}"));
    }
    for row in read(PAGES, false) {
        if row.path.contains("/out")
            || row.path.contains("sessions")
            || (asker == Asker::Limited && row.path.starts_with("/r/"))
        {
            // Whoever has the link to a request has it from its customer.
            continue;
        }
        let path = town.filled(row.path);
        let got = town.asks(asker, row.method, &path, row.rest).await;
        seen += usize::from(got.status == StatusCode::OK);
        judge(&mut wrong, &got, words, &format!("{} {path} for {asker:?}", row.method));
    }
    for row in read(OPERATIONS, true) {
        let operation = town.house.document.operations().iter().find(|one| one.id == row.rest).expect("has a row");
        let body = if operation.takes_body { example(&town.house.document, operation) } else { String::new() };
        let path = town.filled(row.path);
        let got = town.calls(asker, None, row.method, &path, &body).await;
        judge(&mut wrong, &got, words, &format!("{} {path} for {asker:?}", row.method));
    }
    assert!(seen > 3, "{asker:?} sees something at all");
    wrong
}

#[test]
fn customers_and_strangers_see_nothing_that_colleagues_wrote_among_themselves() {
    on_both_engines(&crate::open::migrations(), |test| async move {
        let town = Town::build(test).await;
        for (asker, words) in [(Asker::Nobody, &[AMONG_US][..]), (Asker::Customer, &[AMONG_US])] {
            let wrong = look(&town, asker, words).await;
            assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        }
    });
}

#[test]
fn a_limited_colleague_sees_nothing_of_other_departments() {
    on_both_engines(&crate::open::migrations(), |test| async move {
        let town = Town::build(test).await;
        let far = town.far.to_string();
        let wrong = look(&town, Asker::Limited, &[FAR]).await;
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        let events = town.calls(Asker::Limited, None, "GET", "/events?limit=500", "").await.body;
        assert!(!events.contains(&far), "the log tells of it");
        // The same places do show it to whoever may see it, or the test would look in the wrong ones.
        let agent = Asker::ALL[2];
        for path in [format!("/search?q={WORD}"), format!("/conversations/{far}"), format!("/inbox/peek/{far}")] {
            let got = town.asks(agent, "GET", &path, "").await;
            assert!(got.body.contains(FAR), "{path}");
        }
    });
}
