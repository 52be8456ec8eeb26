//! Pictures of macros over HTTP: chosen and said in words in the settings, seen in the composer and below the reply.

use axum::http::{Method, StatusCode};
use base::Scope;

use super::super::testing::house::{Answer, House, run};
use crate::queries;

/// The beginning of a picture of 16 by 32 points, in letters that any form may hold.
const GIF: &str = "GIF89a\u{10}\0\u{20}\0\0\0\0";
const SVG: &str = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>";

/// A form with these fields, as browsers send those with files.
async fn form(house: &House, path: &str, fields: &[(&str, &str)]) -> Answer {
    let mut body = String::new();
    for (name, value) in fields {
        let file = if *name == "picture" { "; filename=\"way_to us.gif\"\r\nContent-Type: image/png" } else { "" };
        body.push_str(&format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n{value}\r\n"));
    }
    body.push_str("--x--\r\n");
    house.ask(Method::POST, path, false, "multipart/form-data; boundary=x", &body).await
}

/// What stands between two pieces of a page.
fn between<'a>(page: &'a str, before: &str, after: &str) -> &'a str {
    let rest = page.split(before).nth(1).unwrap_or_else(|| panic!("{before} in {page}"));
    rest.split(after).next().unwrap_or_default()
}

const MACRO: [(&str, &str); 3] = [("name", "The way"), ("visible", "everyone"), ("text-en", "Turn left.")];

#[test]
fn a_picture_is_chosen_said_in_words_seen_and_taken_away() {
    run(|mut house| async move {
        let refused = form(&house, "/settings/macros", &[&MACRO[..], &[("picture", SVG)]].concat()).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains("aria-describedby=\"picture-h picture-e\""), "{}", refused.body);
        assert!(
            refused.body.contains("is no picture that mail programs show") && !refused.body.contains("<svg xmlns='")
        );
        let saved = form(&house, "/settings/macros", &[&MACRO[..], &[("picture", GIF), ("alt", "")]].concat()).await;
        assert_eq!(saved.header("location"), "/settings/macros?done=saved");
        let list = house.get("/settings/macros").await.body;
        let path = format!("/settings/macros/mac_{}", between(&list, "href=\"/settings/macros/mac_", "\""));
        let page = house.get(&path).await.body;
        assert!(page.contains("alt=\"way to us\"") && page.contains("What way_to us.gif shows"), "{page}");
        let id = between(&page, "name=\"keep\" value=\"", "\"").to_owned();
        let address = format!("/pictures/{}", between(&page, "src=\"/pictures/", "\""));
        let shown = house.get(&address).await;
        assert_eq!((shown.status, shown.header("content-type")), (StatusCode::OK, "image/gif"), "by its bytes");
        assert_eq!(shown.body, GIF);

        let words = format!("alt-{id}");
        let kept = [("keep", id.as_str()), (words.as_str(), "The <way> to us")];
        let tried = form(&house, &path, &[&MACRO[..], &kept, &[("do", "preview")]].concat()).await;
        assert_eq!(tried.body.matches("alt=\"The &lt;way&gt; to us\"").count(), 2, "{}", tried.body);
        assert!(house.get(&path).await.body.contains("alt=\"way to us\""), "only looked at");
        form(&house, &path, &[&MACRO[..], &kept].concat()).await;
        assert!(house.get(&path).await.body.contains("value=\"The &lt;way&gt; to us\""));

        // Whoever opens its address must be one who may use it; once it is gone, nobody does.
        let (petra, ingrid) = (house.petra.clone(), house.cookie.clone());
        house.become_staff(&petra).await;
        assert_eq!(house.get(&path).await.status, StatusCode::FORBIDDEN);
        let jonas = house.jonas.clone();
        house.become_staff(&jonas).await;
        assert_eq!(form(&house, &path, &MACRO).await.status, StatusCode::FORBIDDEN);
        house.cookie = ingrid;
        form(&house, &path, &MACRO).await;
        assert!(!house.get(&path).await.body.contains("/pictures/"), "without its tick it goes");
        assert_eq!(house.get(&address).await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn it_is_seen_before_it_is_sent_and_below_the_reply() {
    run(|house| async move {
        let made = [("picture", GIF), ("alt", "The way to us")];
        form(&house, "/settings/macros", &[&MACRO[..], &made].concat()).await;
        let list = house.get("/settings/macros").await.body;
        let id = format!("mac_{}", between(&list, "href=\"/settings/macros/mac_", "\""));
        let one = house.mail("Motoren", "Den stopper.").await;
        let path = format!("/conversations/{}", one.conversation);

        let part = house.part(&format!("{path}/macros/{id}?kind=reply")).await.body;
        assert!(part.contains("alt=\"The way to us\"") && part.contains("stands below the text"), "{part}");
        let file = between(&part, "name=\"with\" value=\"", "\"").to_owned();
        let address = format!("/pictures/{}", between(&part, "src=\"/pictures/", "\""));
        assert_eq!(house.get(&address).await.header("content-type"), "image/gif");
        let first = house.part(&format!("/conversations/new/macros/{id}")).await.body;
        assert!(first.contains("src=\"/pictures/"), "{first}");

        let sent = [("body", "Turn left."), ("then", "open"), ("macro", &id), ("with", &file)];
        assert_eq!(form(&house, &format!("{path}/reply"), &sent).await.status, StatusCode::SEE_OTHER);
        let page = house.get(&path).await.body;
        let below = between(&page, "<div class=\"said mt\">", "</div>");
        assert!(below.contains("alt=\"The way to us\"") && below.contains("<img src=\"/pictures/"), "{below}");
        let listed = page.matches("href=\"/attachments/").count();
        assert_eq!(listed, 1, "what stands below the text is not listed again, as the file of the mail is: {page}");
        let address = format!("/pictures/{}", between(below, "src=\"/pictures/", "\""));
        assert_eq!(house.get(&address).await.header("content-type"), "image/gif");

        // Taken back, it is there to be sent again, and is a picture again.
        let mut conn = house.p().db.read().await.expect("read");
        let thread = queries::thread(&mut conn, &Scope::All, &one.conversation).await.expect("read").expect("there");
        drop(conn);
        let reply = thread.messages.last().expect("the reply").id.clone();
        house.post(&format!("/messages/{reply}/undo"), "").await;
        let page = house.get(&path).await.body;
        let along = between(&page, "name=\"keep\" value=\"", "</label>");
        assert!(along.contains("checked") && along.contains("alt=\"The way to us\""), "{along}");
    });
}
