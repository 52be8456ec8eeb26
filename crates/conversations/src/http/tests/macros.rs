//! Macros over HTTP: written and tried out in the settings, used in the composer with scripts and without.

use axum::http::Method;
use base::Scope;

use super::super::testing::NASTY;
use super::super::testing::house::{Answer, House, run};
use crate::queries;

/// A form with these fields, as browsers send those with files.
async fn form(house: &House, path: &str, fields: &[(&str, &str)]) -> Answer {
    let mut body = String::new();
    for (name, value) in fields {
        let file = if *name == "files" { "; filename=\"price.txt\"\r\nContent-Type: text/plain" } else { "" };
        body.push_str(&format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n{value}\r\n"));
    }
    body.push_str("--x--\r\n");
    house.ask(Method::POST, path, false, "multipart/form-data; boundary=x", &body).await
}

/// The id of the only macro of this name in the list.
async fn id_of(house: &House, name: &str) -> String {
    let page = house.get("/settings/macros").await.body;
    let end = page.find(&format!("\">{name}</a>")).expect("in the list");
    let id = page[..end].rsplit("/settings/macros/").next().expect("its address");
    id.to_owned()
}

#[test]
fn a_macro_is_written_tried_out_found_copied_removed_and_brought_back() {
    run(|house| async move {
        let page = house.get("/settings/macros").await.body;
        assert!(page.contains("There are no macros yet.") && page.contains("href=\"/settings/macros/new\""), "{page}");
        assert_eq!(house.get("/settings/macros/new").await.status.as_u16(), 200);
        let typed = [("name", "On its way"), ("visible", "everyone"), ("text-en", "Hi {{customer.nme}}")];
        let refused = form(&house, "/settings/macros", &typed).await;
        assert_eq!(refused.status.as_u16(), 422);
        assert!(refused.body.contains("aria-describedby=\"text-en-e\"") && refused.body.contains("{{customer.nme}}"));
        let empty = form(&house, "/settings/macros", &[("name", "x")]).await;
        assert!(empty.status.as_u16() == 422 && empty.body.contains("says something or does something"));
        // A field is at fault, and the page brings it before one's eyes.
        let gone = [("name", "x"), ("text-en", "Hi"), ("assign", "stf_01kyf5b0000000000000000000")];
        let refused = form(&house, "/settings/macros", &gone).await;
        assert_eq!(refused.status.as_u16(), 422);
        let field = "name=\"assign\" aria-invalid=\"true\" aria-describedby=\"assign-e\"";
        assert!(refused.body.contains(field), "{}", refused.body);

        let text = format!("Hi {{{{customer.first_name}}}}, {NASTY}");
        let typed = [("name", NASTY), ("visible", "everyone"), ("text-en", text.as_str()), ("tag", "way, fast")];
        let tried = form(&house, "/settings/macros", &[&typed[..], &[("do", "preview")]].concat()).await;
        assert!(tried.status.is_success() && tried.body.contains("Hi Robin,") && tried.body.contains("Ingrid Moen"));
        assert!(!tried.body.contains("<img src=x"));
        assert!(house.get("/settings/macros").await.body.contains("There are no macros yet."), "only looked at");
        let nothing = form(&house, "/settings/macros", &[("name", "x"), ("do", "preview")]).await;
        assert!(nothing.status.is_success() && nothing.body.contains("There is no text to show yet."));
        let made = form(&house, "/settings/macros", &[&typed[..], &[("files", "12 kr")]].concat()).await;
        assert_eq!(made.header("location"), "/settings/macros?done=saved");

        let page = house.get("/settings/macros?q=FIRST_name").await.body;
        assert!(page.contains("one file") && page.contains("not used yet") && !page.contains("<img src=x"), "{page}");
        assert!(house.get("/settings/macros?q=zebra").await.body.contains("No macro has “zebra”"));
        let id =
            page.split("/settings/macros/mac_").nth(1).and_then(|rest| rest.split(['"', '/']).next()).expect("an id");
        let path = format!("/settings/macros/mac_{id}");
        let edit = house.get(&path).await.body;
        assert!(edit.contains("value=\"way, fast\"") && edit.contains("price.txt") && !edit.contains("id=\"preview\""));
        let file =
            edit.split("/settings/macros/files/").nth(1).and_then(|rest| rest.split('"').next()).expect("a file");
        assert_eq!(house.get(&format!("/settings/macros/files/{file}")).await.body, "12 kr");
        // Without its tick a file goes.
        let saved = form(&house, &path, &[("name", "Way"), ("visible", "everyone"), ("text-en", "Hi")]).await;
        assert_eq!(saved.header("location"), "/settings/macros?done=saved");
        assert!(!house.get(&path).await.body.contains("price.txt"));

        let copy = house.post(&format!("{path}/copy"), "").await.header("location").to_owned();
        assert!(house.get(&copy).await.body.contains("value=\"Way (2)\""));
        house.post(&format!("{copy}/move"), "by=up").await;
        let page = house.get("/settings/macros").await.body;
        assert!(page.find(">Way (2)</a>") < page.find(">Way</a>"), "{page}");
        let gone = house.post(&format!("{copy}/remove"), "").await.header("location").to_owned();
        let page = house.get(&gone).await.body;
        assert!(page.contains("Way (2) is removed.") && !page.contains(">Way (2)</a>"), "{page}");
        house.post(&format!("{copy}/restore"), "").await;
        assert!(house.get("/settings/macros").await.body.contains(">Way (2)</a>"));
    });
}

#[test]
fn agents_have_their_own_and_light_agents_have_none() {
    run(|mut house| async move {
        form(&house, "/settings/macros", &[("name", "All"), ("visible", "everyone"), ("text-en", "Hi")]).await;
        let all = id_of(&house, "All").await;
        let one = house.mail("Motoren", "b").await;
        let (jonas, petra) = (house.jonas.clone(), house.petra.clone());
        house.become_staff(&jonas).await;
        let fields = [("name", "Mine"), ("visible", "own"), ("text-en", "Hi")];
        assert_eq!(form(&house, "/settings/macros", &fields).await.status.as_u16(), 303);
        let everybodys = [("name", "x"), ("visible", "everyone"), ("text-en", "Hi")];
        assert_eq!(form(&house, "/settings/macros", &everybodys).await.status.as_u16(), 403);
        let page = house.get(&format!("/settings/macros/{all}")).await.body;
        assert!(page.contains("administrators change it") && !page.contains("<textarea"), "{page}");
        assert_eq!(house.post(&format!("/settings/macros/{all}/remove"), "").await.status.as_u16(), 403);
        house.become_staff(&petra).await;
        assert_eq!(house.get("/settings/macros").await.status.as_u16(), 403);
        let page = house.get(&format!("/conversations/{}?compose=note", one.conversation)).await.body;
        assert!(page.contains("id=\"note\"") && !page.contains("macro-list"), "{page}");
    });
}

#[test]
fn a_macro_is_put_below_what_is_typed_without_scripts_and_done_when_it_is_sent() {
    run(|house| async move {
        let one = house.mail("Motoren", "Den stopper.").await;
        let fields = [
            ("name", "To the workshop"),
            ("visible", "everyone"),
            ("text-en", "Hi {{customer.first_name}}, we look at it."),
            ("tag", "motor, workshop"),
            ("state", "solved"),
            ("files", "Turn left."),
        ];
        form(&house, "/settings/macros", &fields).await;
        form(&house, "/settings/macros", &[("name", "Called"), ("kind", "note"), ("text-en", "Called.")]).await;
        let id = id_of(&house, "To the workshop").await;
        let path = format!("/conversations/{}", one.conversation);
        let page = house.get(&path).await.body;
        let (reply, note) = page.split_once("id=\"note\"").expect("both forms");
        assert!(reply.contains("To the workshop") && !reply.contains("data-name=\"Called\""), "where they fit");
        assert!(note.contains("data-name=\"Called\"") && !note.contains("data-name=\"To the workshop\""));

        // What a script gets: Kari writes Norwegian, and there is no Norwegian text.
        let part = house.part(&format!("{path}/macros/{id}?kind=reply")).await;
        assert!(part.body.contains("data-insert=\"Hi Kari, we look at it.\""), "{}", part.body);
        assert!(part.body.contains("no text in Bokmål") && part.body.contains("value=\"tag:motor\" checked"));
        assert!(part.body.contains("hx-target=\"#reply-send\"") && part.body.contains("price.txt"));
        assert_eq!(house.part(&format!("{path}/macros/mac_{}?kind=reply", "0".repeat(26))).await.status.as_u16(), 404);

        let put = house.post(&format!("{path}/macros"), &format!("kind=reply&use={id}&body=Hei%21")).await;
        assert_eq!(put.header("location"), format!("{path}?compose=reply#reply"));
        let page = house.get(&path).await.body;
        assert!(
            page.contains("Hei!\n\nHi Kari, we look at it.") && page.contains("value=\"state:solved\" checked"),
            "{page}"
        );
        assert!(page.contains("Send and do what is ticked") && page.contains("price.txt"));
        let file =
            page.split("name=\"with\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("its file");

        // One tag was unticked.
        let sent = [
            ("body", "Hi"),
            ("then", "acts"),
            ("macro", &id),
            ("act", "tag:motor"),
            ("act", "state:solved"),
            ("with", file),
        ];
        assert_eq!(form(&house, &format!("{path}/reply"), &sent).await.status.as_u16(), 303);
        let mut conn = house.p().db.read().await.expect("read");
        let thread = queries::thread(&mut conn, &Scope::All, &one.conversation).await.expect("read").expect("there");
        drop(conn);
        let tags: Vec<_> = thread.tags.iter().map(|tag| tag.name.as_str()).collect();
        assert_eq!((thread.conversation.state, tags), (crate::State::Solved, vec!["motor"]));
        assert_eq!(thread.messages.last().map(|message| message.attachments.len()), Some(1));
        let page = house.get(&path).await.body;
        assert!(page.contains("Used the macro To the workshop"), "{page}");
        assert!(house.get("/settings/macros").await.body.contains("used once"));
    });
}

#[test]
fn a_button_that_says_how_it_stands_has_the_last_word_and_a_refused_form_keeps_its_ticks() {
    run(|house| async move {
        let one = house.mail("Motoren", "Den stopper.").await;
        let path = format!("/conversations/{}", one.conversation);
        let empty = [("body", " "), ("then", "acts"), ("act", "tag:motor"), ("act", "nonsense")];
        let refused = form(&house, &format!("{path}/reply"), &empty).await;
        assert_eq!(refused.status.as_u16(), 422);
        assert!(
            refused.body.contains("value=\"tag:motor\" checked") && refused.body.contains("Do it without a message")
        );
        let noted = house.post(&format!("{path}/note"), "body=+&act=tag%3Amotor").await;
        assert!(noted.status.as_u16() == 422 && noted.body.contains("value=\"tag:motor\" checked"));
        let open = [("body", "Hi"), ("then", "open"), ("act", "state:solved"), ("act", "tag:motor")];
        form(&house, &format!("{path}/reply"), &open).await;
        assert_eq!(house.find(&one).await.state, crate::State::Open);
        let done = house.post(&format!("{path}/acts"), "act=state%3Awaiting_others&act=untag%3Amotor").await;
        assert_eq!(done.place(), path);
        assert_eq!(house.find(&one).await.state, crate::State::WaitingOthers);
        let nothing = house.post(&format!("{path}/acts"), "body=x").await;
        assert_eq!(nothing.status.as_u16(), 409);
        // What is typed is kept with its ticks.
        let kept =
            house.post(&format!("{path}/draft"), "kind=reply&body=Hei&act=tag%3Aa%0Atag%3Ab&keep=&macro=&with=").await;
        assert_eq!(kept.status.as_u16(), 204);
        let page = house.get(&path).await.body;
        assert!(page.contains("value=\"tag:a\" checked") && page.contains("value=\"tag:b\" checked"), "{page}");
    });
}

#[test]
fn whoever_writes_first_uses_macros_too_with_scripts_and_without() {
    run(|mut house| async move {
        house.mail("Motoren", "b").await;
        let text = "Hi {{customer.first_name}}, about {{conversation.subject}}: case {{conversation.number}}.";
        let fields = [("name", "Offer"), ("visible", "everyone"), ("text-en", text), ("tag", "offer")];
        form(&house, "/settings/macros", &[&fields[..], &[("files", "12 kr")]].concat()).await;
        let offer = id_of(&house, "Offer").await;
        let page = house.get("/conversations/new").await.body;
        assert!(
            page.contains("data-macros=\"begin-macros\"") && page.contains("hx-include=\"#begin-to, #begin-subject\"")
        );
        let path = format!("/conversations/new/macros/{offer}");
        assert!(page.contains(&format!("hx-get=\"{path}\"")) && page.contains("hx-target=\"#begin-also\""), "{page}");

        let known = house.get(&format!("{path}?to=Kari@post.example&subject=The+motor")).await.body;
        let filled = "data-insert=\"Hi Kari, about The motor: case {{conversation.number}}.\"";
        assert!(
            known.contains(filled) && known.contains("value=\"tag:offer\"") && known.contains("price.txt"),
            "{known}"
        );
        let typed = house.get(&format!("{path}?to=Ola+Moen+%3Cola@post.example%3E&subject=x")).await.body;
        assert!(typed.contains("Hi Ola, about x"), "by the name beside the address: {typed}");
        let nobody = house.get(&format!("{path}?to=half")).await.body;
        assert!(nobody.contains("data-insert=\"Hi, about: case"), "{nobody}");
        assert_eq!(house.get("/conversations/new/macros/mac_x").await.status.as_u16(), 404);

        let above = [("to", "kari@post.example"), ("subject", "The motor"), ("body", "One line.")];
        let put = form(&house, "/conversations/new", &[&above[..], &[("use", &offer)]].concat()).await;
        assert!(put.status.is_success() && put.body.contains("One line.\n\nHi Kari, about The motor"), "{}", put.body);
        assert!(put.body.contains("value=\"tag:offer\" checked") && put.body.contains("price.txt"), "{}", put.body);
        let file = put.body.split("name=\"with\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        let file = file.expect("a file").to_owned();

        let sent = [
            ("to", "kari@post.example"),
            ("subject", "The motor"),
            ("body", "Case {{conversation.number}}."),
            ("macro", offer.as_str()),
            ("act", "tag:offer"),
            ("act", "state:solved"),
            ("with", file.as_str()),
        ];
        let begun = form(&house, "/conversations/new", &sent).await;
        let id = begun.header("location").rsplit('/').next().unwrap_or_default().parse().expect("an id");
        let mut conn = house.p().db.read().await.expect("read");
        let thread = queries::thread(&mut conn, &Scope::All, &id).await.expect("read").expect("is there");
        drop(conn);
        let number = thread.conversation.number;
        assert_eq!(thread.messages[0].body, format!("Case {number}."));
        assert_eq!(thread.messages[0].attachments.len(), 1);
        assert_eq!(thread.conversation.state, crate::State::Solved);
        assert_eq!(thread.tags.iter().map(|tag| tag.name.as_str()).collect::<Vec<_>>(), ["offer"]);
        let shown = house.get(begun.header("location")).await.body;
        assert!(shown.contains("Used the macro Offer"), "{shown}");

        let petra = house.petra.clone();
        house.become_staff(&petra).await;
        assert_eq!(house.get(&path).await.status.as_u16(), 403);
    });
}

#[test]
fn a_macro_for_some_conversations_stands_behind_show_all_in_the_others() {
    run(|house| async move {
        let one = house.mail("Motoren", "Den stopper.").await;
        let path = format!("/conversations/{}", one.conversation);
        let fields = [("name", "Phoned"), ("visible", "everyone"), ("text-en", "Thanks for calling.")];
        let on = [("on-channel", "phone"), ("on-tags", "motor, saddle"), ("on-language", "nb")];
        let saved = form(&house, "/settings/macros", &[&fields[..], &on[..]].concat()).await;
        assert_eq!(saved.header("location"), "/settings/macros?done=saved");
        let id = id_of(&house, "Phoned").await;
        let list = house.get("/settings/macros").await.body;
        assert!(list.contains("Offered: By telephone · #motor · #saddle · Bokmål"), "{list}");
        assert!(!list.contains("last used"), "not used yet");
        let edit = house.get(&format!("/settings/macros/{id}")).await.body;
        for kept in ["name=\"on-channel\" value=\"phone\" checked", "name=\"on-language\" value=\"nb\" checked"] {
            assert!(edit.contains(kept), "{edit}");
        }
        assert!(edit.contains("value=\"motor, saddle\"") && !edit.contains("value=\"visit\" checked"));

        let others = |page: &str| {
            let reply = page.split("id=\"note\"").next().unwrap_or_default();
            let at = reply.find("data-name=\"Phoned\"").expect("within reach");
            reply.find("Show one more").is_some_and(|all| all < at)
        };
        assert!(others(&house.get(&path).await.body), "nobody called");
        let tagged = house.post(&format!("{path}/tags"), "add=saddle").await;
        assert_eq!(tagged.status.as_u16(), 303, "{}", tagged.body);
        assert!(others(&house.get(&path).await.body), "still nobody called");
        let called = "way=phone&direction=in&spoke=1&at=&minutes=5&with=&body=Han+ringte";
        let logged = house.post(&format!("{path}/contact"), called).await;
        assert_eq!(logged.status.as_u16(), 303, "{}", logged.body);
        assert!(!others(&house.get(&path).await.body), "now it fits");

        let used = house.post(&format!("{path}/note"), &format!("body=Called&macro={id}")).await;
        assert_eq!(used.status.as_u16(), 303);
        assert!(house.get("/settings/macros").await.body.contains("used once"));
        assert!(house.get("/settings/macros").await.body.contains("last used on"));
    });
}
