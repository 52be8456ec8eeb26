//! The composer's ways out as a browser takes them, with and without scripts.

use axum::http::{Method, StatusCode};
use base::Scope;

use crate::http::testing::house::{Answer, House, run};
use crate::{DeliveryState, MessageKind, queries};

/// A form with these fields, as a browser sends it.
async fn send(house: &House, path: &str, fragment: bool, fields: &[(&str, &str)]) -> Answer {
    let part = |(name, value): &(&str, &str)| {
        format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let form = fields.iter().map(part).collect::<String>() + "--x--\r\n";
    house.ask(Method::POST, path, fragment, "multipart/form-data; boundary=x", &form).await
}

async fn messages(house: &House, placed: &crate::commands::Placed) -> Vec<crate::Message> {
    let mut conn = house.p().db.read().await.expect("read");
    let thread = queries::thread(&mut conn, &Scope::All, &placed.conversation).await.expect("thread");
    thread.expect("is there").messages
}

#[test]
fn a_wrong_address_is_named_and_nothing_typed_is_lost() {
    run(|house| async move {
        let placed = house.mail("Motoren", "Den stopper.").await;
        let path = format!("/conversations/{}/reply", placed.conversation);
        let fields = [("body", "Hei Kari"), ("to", "kari@post.example"), ("cc", "ola@x.example, per"), ("bcc", "")];
        for fragment in [false, true] {
            let answer = send(&house, &path, fragment, &fields).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(
                answer.body.contains("“per” is not a whole mail address")
                    && answer.body.contains(">Hei Kari</textarea>")
            );
            assert!(answer.body.contains("value=\"ola@x.example, per\""), "the field stays as it was typed");
        }
        let others = [("body", "Hei"), ("to", "ola@x.example")];
        assert!(send(&house, &path, true, &others).await.body.contains("A reply goes to the customer."));
        assert_eq!(messages(&house, &placed).await.len(), 1);
    });
}

#[test]
fn sending_stops_at_something_newer_and_goes_on_with_its_mark() {
    run(|mut house| async move {
        let placed = house.mail("Motoren", "Den stopper.").await;
        let path = format!("/conversations/{}", placed.conversation);
        let page = house.get(&path).await.body;
        let mark = |page: &str| {
            let from = page.split("name=\"seen\" value=\"").nth(1).expect("a mark");
            from.split('"').next().expect("a value").to_owned()
        };
        let seen = mark(&page);
        assert_eq!(seen, placed.message.as_str());
        let ingrid = house.cookie.clone();
        let jonas = house.jonas.clone();
        house.become_staff(&jonas).await;
        house.post(&format!("{path}/note"), "body=Jeg+har+ringt+henne").await;
        house.cookie = ingrid;
        for fragment in [false, true] {
            let answer = send(&house, &format!("{path}/reply"), fragment, &[("body", "Hei"), ("seen", &seen)]).await;
            assert_eq!(answer.status, StatusCode::CONFLICT);
            for part in ["Something newer has come in.", "Jeg har ringt henne", ">Hei</textarea>", "Send anyway"] {
                assert!(answer.body.contains(part), "{part} is missing in {}", answer.body);
            }
            assert_ne!(mark(&answer.body), seen, "the mark is the new one");
        }
        let page = send(&house, &format!("{path}/reply"), false, &[("body", "Hei"), ("seen", &seen)]).await.body;
        let answer = send(&house, &format!("{path}/reply"), false, &[("body", "Hei"), ("seen", &mark(&page))]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
    });
}

#[test]
fn a_reply_for_later_waits_in_the_thread_and_comes_back_to_be_changed() {
    run(|house| async move {
        let placed = house.mail("Motoren", "Den stopper.").await;
        let path = format!("/conversations/{}", placed.conversation);
        let later = async |when: &str, at: &str| {
            send(&house, &format!("{path}/reply"), false, &[("body", "God morgen"), ("later", when), ("at", at)]).await
        };
        assert!(later("at", "2001-01-01T08:00").await.body.contains("That time has passed."));
        assert!(later("at", "").await.body.contains("Choose a date and a time."));
        let page = house.get(&path).await.body;
        let offered = page.split("name=\"later\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        assert_eq!(later(offered.expect("a time"), "").await.status, StatusCode::SEE_OTHER);
        let sent = messages(&house, &placed).await.pop().expect("the reply");
        assert_eq!(sent.delivery.map(|delivery| delivery.state), Some(DeliveryState::Scheduled));
        let page = house.get(&path).await.body;
        assert!(page.contains("This reply waits for its time.") && !page.contains("<t-undo"), "{page}");
        let answer = house.post(&format!("/messages/{}/edit", sent.id), "").await;
        let page = house.get(answer.header("location").split('#').next().expect("a path")).await.body;
        assert!(page.contains(">God morgen</textarea>") && !page.contains("waits for its time"), "{page}");
        let answer = house.post(&format!("/messages/{}/cancel", sent.id), "").await;
        assert_eq!(answer.status, StatusCode::CONFLICT, "it does not wait any more");
    });
}

#[test]
fn a_message_is_passed_on_with_the_files_that_are_left_checked() {
    run(|house| async move {
        let placed = house.mail("Motoren", "Den stopper.").await;
        let path = format!("/conversations/{}", placed.conversation);
        let page = house.get(&format!("{path}?compose=forward&about={}", placed.message)).await.body;
        assert!(page.contains("id=\"forward\"") && page.contains("name=\"keep\"") && page.contains("Den stopper."));
        assert!(!house.get(&path).await.body.contains("id=\"forward\""), "only when it is asked for");
        let about = placed.message.to_string();
        let fields = [("about", about.as_str()), ("body", "Kan dere se?"), ("to", "post@motor.example")];
        let nobody = send(&house, &format!("{path}/forward"), true, &fields[..2]).await;
        assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
        let answer = send(&house, &format!("{path}/forward"), false, &fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        let sent = messages(&house, &placed).await.pop().expect("it");
        assert_eq!((sent.kind, sent.attachments.len()), (MessageKind::Forward, 0), "no box was checked");
        assert!(house.get(&path).await.body.contains("Forwarded to post@motor.example"));
    });
}

#[test]
fn what_is_typed_is_kept_shown_in_the_list_and_forgotten_when_discarded() {
    run(|mut house| async move {
        let placed = house.mail("Motoren", "Den stopper.").await;
        let path = format!("/conversations/{}", placed.conversation);
        let typed = "kind=reply&body=Hei+%3Cb%3EKari&cc=ola%40";
        assert_eq!(house.post(&format!("{path}/draft"), typed).await.status, StatusCode::NO_CONTENT);
        let page = house.get(&path).await.body;
        assert!(
            page.contains("data-kept")
                && page.contains(">Hei &lt;b&gt;Kari</textarea>")
                && page.contains("value=\"ola@\"")
        );
        assert!(house.get("/inbox").await.body.contains("Draft"));
        let ingrid = house.cookie.clone();
        let jonas = house.jonas.clone();
        house.become_staff(&jonas).await;
        assert!(!house.get(&path).await.body.contains("Kari</textarea>"), "one's own alone");
        assert!(!house.get("/inbox").await.body.contains("Draft"));
        house.cookie = ingrid;
        assert_eq!(house.post(&format!("{path}/drafts/reply/discard"), "").await.status, StatusCode::SEE_OTHER);
        assert!(!house.get(&path).await.body.contains("Kari</textarea>"));
        assert_eq!(house.post("/conversations/cnv_x/draft", typed).await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn one_writes_first_on_a_page_of_its_own_and_nothing_typed_is_lost() {
    run(|house| async move {
        assert!(house.get("/inbox").await.body.contains("href=\"/conversations/new\""));
        assert!(house.get("/conversations/new").await.body.contains("Write to a customer"));
        let all = [("to", "ola@x.example"), ("subject", "Sykkelen er klar"), ("body", "Hei Ola")];
        let wrong = send(&house, "/conversations/new", false, &[("to", "ola"), all[1], all[2]]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        for part in ["“ola” is not a whole mail address", "value=\"Sykkelen er klar\"", ">Hei Ola</textarea>"] {
            assert!(wrong.body.contains(part), "{part}");
        }
        let answer = send(&house, "/conversations/new", false, &all).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        let page = house.get(answer.header("location")).await.body;
        assert!(page.contains("Sykkelen er klar") && page.contains("wrote first") && page.contains("<t-undo"));
        let placed = house.mail("Motoren", "Den stopper.").await;
        let customer = house.find(&placed).await.person;
        let page = house.get(&format!("/conversations/new?customer={customer}")).await.body;
        assert!(page.contains("value=\"kari@post.example\""));
    });
}

#[test]
fn every_message_says_why_it_is_here() {
    run(|house| async move {
        let placed = house.mail("Motoren", "Den stopper.").await;
        let path = format!("/messages/{}/why", placed.message);
        assert!(house.get(&format!("/conversations/{}", placed.conversation)).await.body.contains(&path));
        let page = house.get(&path).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains("so it begins one") && page.body.contains("kari@post.example"), "{}", page.body);
        assert_eq!(house.get("/messages/msg_x/why").await.status, StatusCode::NOT_FOUND);
    });
}
