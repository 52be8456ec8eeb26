//! Shared drafts, over HTTP.

use axum::http::Method;

use super::super::testing::house::{Answer, House, run};
use crate::queries;

const PARTS: &str = "multipart/form-data; boundary=cut";

fn form(fields: &[(&str, &str)]) -> String {
    let one = |(name, value): &(&str, &str)| {
        format!("--cut\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    fields.iter().map(one).collect::<String>() + "--cut--\r\n"
}

async fn send(house: &House, path: &str, fields: &[(&str, &str)]) -> Answer {
    house.ask(Method::POST, path, false, PARTS, &form(fields)).await
}

#[test]
fn a_light_colleague_writes_and_shares_and_another_edits_and_sends() {
    run(|mut house| async move {
        let placed = house.mail("Motoren", "b").await;
        let (path, ingrid) = (format!("/conversations/{}", placed.conversation), house.cookie.clone());
        house.become_staff(&house.petra.clone()).await;
        let (petra, page) = (house.cookie.clone(), house.get(&format!("{path}?compose=reply")).await.body);
        assert!(page.contains("Write a draft") && page.contains("Share draft"), "{page}");
        assert!(!page.contains("Send and wait"), "who does not answer customers cannot send");
        let shared = send(&house, &format!("{path}/drafts"), &[("body", "The part <b>is here"), ("ask", "")]).await;
        assert_eq!(shared.header("location"), path);
        let page = house.get(&path).await.body;
        assert!(page.contains("Draft by Petra Nylund") && page.contains("The part &lt;b&gt;is here"), "{page}");
        let mut conn = house.p().db.read().await.expect("read");
        let draft = queries::shared_drafts(&mut conn, &placed.conversation).await.expect("read").remove(0).id;
        drop(conn);
        let it = format!("/drafts/{draft}");

        // In the list, and in the search.
        house.cookie.clone_from(&ingrid);
        assert!(house.get("/inbox?view=all").await.body.contains("Draft by Petra Nylund"));
        assert!(house.get("/search?q=has%3Adraft").await.body.contains("Motoren"));
        assert!(!house.get("/search?q=-has%3Adraft").await.body.contains(">Motoren<"));

        let opened = house.post(&format!("{it}/open"), "").await;
        assert_eq!(opened.header("location"), format!("{path}?draft={draft}#reply"));
        let page = house.get(&format!("{path}?draft={draft}")).await.body;
        assert!(page.contains(&format!("data-shared=\"{draft}\"")) && page.contains("name=\"version\" value=\"1\""));
        assert!(page.contains("Give back") && page.contains("Send and wait"), "{page}");
        let save = format!("version=1&in={}&body=The+part+is+here+today", placed.conversation);
        let saved = house.post(&format!("{it}/save"), &save).await;
        assert_eq!((saved.status.as_u16(), saved.body.as_str()), (200, "2"));

        // Petra sees who has it open, and cannot write in it without taking it over.
        house.cookie.clone_from(&petra);
        let seen = house.get(&format!("{path}/drafts")).await.body;
        assert!(seen.contains("Ingrid Moen has it open") && seen.contains("Take over"), "{seen}");
        assert_eq!(house.post(&format!("{it}/open"), "").await.status.as_u16(), 409);
        let refused = house.post(&format!("{it}/save"), "version=1&body=Mine").await;
        assert_eq!((refused.status.as_u16(), refused.body.as_str()), (200, "refused"));
        let both =
            send(&house, &format!("{it}/back"), &[("body", "Mine"), ("draft", draft.as_str()), ("version", "1")]).await;
        assert_eq!(both.status.as_u16(), 409);
        assert!(both.body.contains("The part is here today") && both.body.contains("Mine</textarea>"), "{}", both.body);

        house.cookie.clone_from(&ingrid);
        let sent = [("body", "The part is here today."), ("draft", draft.as_str()), ("version", "2"), ("then", "open")];
        let sent = send(&house, &format!("{path}/reply"), &sent).await;
        assert_eq!(sent.header("location"), path, "{}", sent.body);
        let page = house.get(&path).await.body;
        assert!(page.contains("Draft by Petra Nylund, sent by Ingrid Moen"), "{page}");
        assert!(!page.contains(&format!("d-{draft}")));
        // What somebody typed in it meanwhile is not lost.
        let late = format!("version=2&in={}&body=And+a+word+more", placed.conversation);
        assert_eq!(house.post(&format!("{it}/save"), &late).await.body, "refused");
        assert!(house.get(&path).await.body.contains("And a word more</textarea>"));
        assert_eq!(house.post(&format!("{it}/release"), "").await.status.as_u16(), 204);
        let gone =
            [("body", "More"), ("draft", draft.as_str()), ("version", "2"), ("in", placed.conversation.as_str())];
        let gone = send(&house, &format!("{it}/back"), &gone).await;
        assert!(gone.status.as_u16() == 422 && gone.body.contains("no longer shared"), "{}", gone.body);
        assert!(gone.body.contains("More</textarea>"));
    });
}

#[test]
fn it_is_thrown_away_with_a_way_back_and_taken_back_by_its_author() {
    run(|house| async move {
        let placed = house.mail("Motoren", "b").await;
        let path = format!("/conversations/{}", placed.conversation);
        let empty = send(&house, &format!("{path}/drafts"), &[("body", " ")]).await;
        assert_eq!(empty.status.as_u16(), 422);
        send(&house, &format!("{path}/drafts"), &[("body", "Half a word")]).await;
        let mut conn = house.p().db.read().await.expect("read");
        let draft = queries::shared_drafts(&mut conn, &placed.conversation).await.expect("read").remove(0).id;
        drop(conn);
        let it = format!("/drafts/{draft}");
        let gone = house.post(&format!("{it}/throw-away"), "").await;
        let page = house.get(gone.header("location")).await.body;
        assert!(page.contains("Draft thrown away") && page.contains(&format!("{it}/bring-back")), "{page}");
        // Also when the toast is gone.
        let page = house.get(&format!("{path}/drafts")).await.body;
        assert!(page.contains("Half a word") && page.contains(&format!("{it}/bring-back")), "{page}");
        house.post(&format!("{it}/bring-back"), "").await;
        assert!(!house.get(&path).await.body.contains("Bring back"));
        assert!(house.get(&path).await.body.contains(&format!("d-{draft}")));
        let taken = house.post(&format!("{it}/take"), "").await;
        assert!(
            house
                .get(taken.header("location").split('#').next().expect("a path"))
                .await
                .body
                .contains("Half a word</textarea>")
        );
        assert_eq!(house.post(&format!("{it}/take"), "").await.status.as_u16(), 404);
        for verb in ["open", "throw-away", "bring-back"] {
            assert_eq!(house.post(&format!("/drafts/x/{verb}"), "").await.status.as_u16(), 404);
        }
    });
}

#[test]
fn what_became_of_it_rides_with_a_shared_draft_and_is_said_as_it_is_sent() {
    run(|house| async move {
        let placed = house.mail("Motoren", "b").await;
        let path = format!("/conversations/{}", placed.conversation);
        let fields = [("body", "It is mended now."), ("ask", ""), ("outcome", "righted"), ("act", "tag:motor")];
        assert_eq!(send(&house, &format!("{path}/drafts"), &fields).await.header("location"), path);
        let mut conn = house.p().db.read().await.expect("read");
        let draft = queries::shared_drafts(&mut conn, &placed.conversation).await.expect("read").remove(0);
        drop(conn);
        let acts: Vec<String> = draft.text.also.acts.iter().map(crate::MacroAct::code).collect();
        assert_eq!(acts, ["tag:motor", "outcome:righted"]);
        house.post(&format!("/drafts/{}/open", draft.id), "").await;
        let page = house.get(&format!("{path}?draft={}", draft.id)).await.body;
        assert!(page.contains("value=\"outcome:righted\" checked"), "{page}");
        let (id, version) = (draft.id.to_string(), draft.version.to_string());
        let sent = [
            ("body", "It is mended now."),
            ("then", "solved"),
            ("draft", &id),
            ("version", &version),
            ("act", "outcome:righted"),
        ];
        assert_eq!(send(&house, &format!("{path}/reply"), &sent).await.header("location"), path);
        let mut conn = house.p().db.read().await.expect("read");
        let ended = queries::thread(&mut conn, &base::Scope::All, &placed.conversation).await.expect("read");
        let outcome = ended.expect("is there").ended.outcome.expect("was said");
        assert_eq!(outcome.ending, crate::Ending::Righted);
    });
}
