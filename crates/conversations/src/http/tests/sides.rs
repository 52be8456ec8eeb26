//! Side threads, over HTTP.

use axum::http::Method;

use super::super::testing::house::run;

const PARTS: &str = "multipart/form-data; boundary=cut";

fn form(fields: &[(&str, &str)]) -> String {
    let one = |(name, value): &(&str, &str)| {
        format!("--cut\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    fields.iter().map(one).collect::<String>() + "--cut--\r\n"
}

#[test]
fn one_is_begun_read_and_closed_and_stands_in_the_conversation_with_a_lock() {
    run(|house| async move {
        let placed = house.mail("Motoren", "b").await;
        let path = format!("/conversations/{}", placed.conversation);
        assert!(house.get(&path).await.body.contains(&format!("href=\"{path}/side\"")));
        let page = house.get(&format!("{path}/side")).await.body;
        assert!(page.contains("Kari Solheim is not told of it") && page.contains("feilkode"), "{page}");

        let typed = [("to", "kari@post.example"), ("subject", "Two harnesses"), ("body", "Two <b>?")];
        let wrong = house.ask(Method::POST, &format!("{path}/side"), false, PARTS, &form(&typed)).await;
        assert_eq!(wrong.status.as_u16(), 422);
        assert!(
            wrong.body.contains("The customer is among") && wrong.body.contains("Two &lt;b&gt;?"),
            "{}",
            wrong.body
        );
        let typed = [("to", "nobody"), ("subject", "x"), ("body", "y")];
        let wrong = house.ask(Method::POST, &format!("{path}/side"), false, PARTS, &form(&typed)).await;
        assert!(wrong.status.as_u16() == 422 && wrong.body.contains("“nobody” is not a whole"), "{}", wrong.body);

        let typed =
            [("to", "parts@workshop.example"), ("subject", "Two harnesses"), ("body", "Two <b>?"), ("wait", "1")];
        let begun = house.ask(Method::POST, &format!("{path}/side"), false, PARTS, &form(&typed)).await;
        assert!(begun.header("location").starts_with(&format!("{path}#m-msg_")), "{}", begun.header("location"));
        let shown = house.get(&path).await.body;
        assert!(shown.contains("Side thread") && shown.contains("to parts@workshop.example"), "{shown}");
        assert!(shown.contains("t-undo") && !shown.contains("Two <b>"), "{shown}");
        let side = shown.split("href=\"/sides/").nth(1).and_then(|rest| rest.split('"').next()).expect("a link");
        let side = format!("/sides/{side}");

        let read = house.get(&side).await.body;
        assert!(read.contains("with parts@workshop.example") && read.contains("value=\"parts@workshop.example\""));
        let empty = house.ask(Method::POST, &side, false, PARTS, &form(&[("to", ""), ("body", " ")])).await;
        assert_eq!(empty.status.as_u16(), 422);
        let kept = house.post(&format!("{side}/draft"), "kind=side&body=Half+a+word").await;
        assert_eq!(kept.status.as_u16(), 204);
        assert!(house.get(&side).await.body.contains("Half a word</textarea>"));
        let closed = house.post(&format!("{side}/state"), "open=").await;
        assert_eq!(closed.header("location"), side);
        assert!(house.get(&path).await.body.contains("Closed"));
        let on = [("to", "parts@workshop.example"), ("body", "Three?")];
        let on = house.ask(Method::POST, &side, false, PARTS, &form(&on)).await;
        assert!(on.header("location").starts_with(&path), "{}", on.body);
        assert!(!house.get(&side).await.body.contains("Half a word"));

        let message = on.header("location").split("#m-").nth(1).expect("which").to_owned();
        let undone = house.post(&format!("/messages/{message}/undo"), "").await;
        assert_eq!(undone.header("location"), format!("{side}?back=1#side-form"));
        assert!(house.get(&format!("{side}?back=1")).await.body.contains("Three?</textarea>"));
    });
}

#[test]
fn whoever_only_writes_notes_reads_it_and_writes_nothing_there() {
    run(|mut house| async move {
        let placed = house.mail("Motoren", "b").await;
        let path = format!("/conversations/{}", placed.conversation);
        let typed = [("to", "parts@workshop.example"), ("subject", "Parts"), ("body", "Two?")];
        let begun = house.ask(Method::POST, &format!("{path}/side"), false, PARTS, &form(&typed)).await;
        let shown = house.get(begun.header("location")).await.body;
        let side = shown.split("href=\"/sides/").nth(1).and_then(|rest| rest.split('"').next()).expect("a link");
        let side = format!("/sides/{side}");
        let petra = house.petra.clone();
        house.become_staff(&petra).await;
        assert!(!house.get(&path).await.body.contains("/side\""));
        let read = house.get(&side).await;
        assert!(read.status.is_success() && read.body.contains("Two?") && !read.body.contains("<textarea"));
        assert_eq!(house.get(&format!("{path}/side")).await.status.as_u16(), 403);
        assert_eq!(house.ask(Method::POST, &side, false, PARTS, &form(&[("body", "x")])).await.status.as_u16(), 403);
        assert_eq!(house.post(&format!("{side}/state"), "open=").await.status.as_u16(), 403);
        assert_eq!(house.get("/sides/sid_x").await.status.as_u16(), 404);
    });
}
