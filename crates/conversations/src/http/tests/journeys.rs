//! The handlers through a router, as a browser with and without scripts meets them.

use axum::http::StatusCode;
use base::Scope;

use crate::http::testing::house::{House, run};
use crate::{AttachmentId, DeliveryState, State, queries};

/// The attachment of the only mail.
async fn attachment(house: &House, placed: &crate::commands::Placed) -> AttachmentId {
    let mut conn = house.p().db.read().await.expect("read");
    let thread = queries::thread(&mut conn, &Scope::All, &placed.conversation).await.expect("read").expect("there");
    thread.messages[0].attachments[0].id.clone()
}

#[test]
fn the_inbox_shows_what_came_with_its_preview_and_as_parts() {
    run(|house| async move {
        let placed = house.mail("Motoren <kutter> ut", "Hei. Den stanser i bakken.").await;
        let id = &placed.conversation;
        let page = house.get("/inbox").await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.starts_with("<!DOCTYPE html>") && page.header("cache-control").contains("no-store"));
        for part in ["Motoren &lt;kutter&gt; ut", "id=\"peek\"", "Kari Solheim", "Den stanser i bakken."] {
            assert!(page.body.contains(part), "{part}");
        }
        let list = house.part("/inbox/list?view=unassigned").await.body;
        assert!(list.starts_with("<section class=\"pane\" id=\"list-pane\"") && list.contains(&format!("r-{id}")));
        let peek = house.part(&format!("/inbox/peek/{id}?view=all")).await.body;
        assert!(peek.starts_with("<section class=\"pane\" id=\"peek\""), "{peek}");
        assert!(house.part("/inbox/list?view=mine").await.body.contains("All answered"));
        let sidebar = house.part("/sidebar").await.body;
        assert!(sidebar.starts_with("<nav class=\"side\" id=\"side\""), "{sidebar}");
        assert!(sidebar.contains("Unassigned</span><span class=\"count\">1<"), "{sidebar}");
    });
}

#[test]
fn an_unknown_conversation_is_not_found_whatever_is_asked_of_it() {
    run(|house| async move {
        let gone = format!("cnv_{}", "0".repeat(26));
        for path in ["conversations", "inbox/peek"] {
            assert_eq!(house.get(&format!("/{path}/{gone}")).await.status, StatusCode::NOT_FOUND);
            assert_eq!(house.get(&format!("/{path}/nonsense")).await.status, StatusCode::NOT_FOUND);
        }
        for action in ["assign", "close", "reopen", "read", "note"] {
            let answer = house.post(&format!("/conversations/{gone}/{action}"), "body=x").await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{action}");
        }
        for path in ["/c/1", "/c/x", "/messages/x/raw.eml", "/attachments/x", "/customers/x/conversations"] {
            assert_eq!(house.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    });
}

#[test]
fn a_number_leads_to_its_conversation() {
    run(|house| async move {
        let placed = house.mail("A", "b").await;
        let answer = house.get(&format!("/c/{}", placed.number)).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        assert_eq!(answer.header("location"), format!("/conversations/{}", placed.conversation));
    });
}

#[test]
fn a_reply_waits_can_be_taken_back_and_its_text_returns() {
    run(|house| async move {
        let placed = house.mail("A", "b").await;
        let path = format!("/conversations/{}", placed.conversation);
        let answer = house.reply(&format!("{path}/reply"), false, "Hei <Kari>", "waiting_customer", None).await;
        assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, path.as_str()));
        assert_eq!(house.find(&placed).await.state, State::WaitingCustomer);
        let page = house.get(&path).await.body;
        assert!(page.contains("<t-undo") && page.contains("Hei &lt;Kari&gt;"));
        let undo = page.split("action=\"").find(|part| part.contains("/undo\"")).expect("the way back");
        let answer = house.post(undo.split('"').next().expect("an address"), "").await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        assert_eq!(answer.header("location"), format!("{path}?back=reply#reply"));
        assert_eq!(house.find(&placed).await.state, State::New);
        let back = answer.header("location").split('#').next().expect("a path").to_owned();
        let page = house.get(&back).await.body;
        assert!(page.contains(">Hei &lt;Kari&gt;</textarea>") && !page.contains("<t-undo"), "{page}");
        assert_eq!(page.matches("<article").count(), 1, "it was never said");
    });
}

#[test]
fn with_scripts_a_reply_brings_a_fresh_form_and_everything_that_changed() {
    run(|house| async move {
        let placed = house.mail("A", "b").await;
        let path = format!("/conversations/{}/reply", placed.conversation);
        let answer = house.reply(&path, true, "Hei", "solved", Some(("å.txt", "hello"))).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert!(answer.body.starts_with("<form class=\"composer\" id=\"reply\""));
        for part in ["<hx-partial hx-target=\"#convo\"", "<hx-partial hx-target=\"#toasts\"", "<t-undo", "å.txt"] {
            assert!(answer.body.contains(part), "{part} in {}", answer.body);
        }
        assert_eq!(house.find(&placed).await.state, State::Solved);
        let empty = house.reply(&path, true, " \r\n ", "open", None).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(empty.body.starts_with("<form") && empty.body.contains("There is no text yet."));
        let whole = house.reply(&path, false, "", "open", None).await;
        assert_eq!((whole.status, whole.header("hx-push-url")), (StatusCode::UNPROCESSABLE_ENTITY, "false"));
    });
}

#[test]
fn a_note_is_kept_and_an_empty_one_is_not() {
    run(|house| async move {
        let placed = house.mail("A", "b").await;
        let path = format!("/conversations/{}", placed.conversation);
        assert_eq!(house.post(&format!("{path}/note"), "body=Husk+piggdekk").await.status, StatusCode::SEE_OTHER);
        assert!(house.get(&path).await.body.contains("Husk piggdekk"));
        let refused = house.post(&format!("{path}/note"), "body=").await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    });
}

#[test]
fn closing_without_an_answer_asks_why() {
    run(|house| async move {
        let placed = house.mail("A", "b").await;
        let path = format!("/conversations/{}", placed.conversation);
        let answer = house.post(&format!("{path}/close"), "").await;
        assert_eq!(answer.header("location"), format!("{path}?ask=close"));
        assert!(house.get(&format!("{path}?ask=close")).await.body.contains("id=\"reason\""));
        let answer = house.post(&format!("{path}/close"), "reason=spam&back=//evil.example").await;
        assert_eq!(answer.place(), path);
        let it = house.find(&placed).await;
        assert_eq!((it.state, it.close_reason.as_deref()), (State::Solved, Some("spam")));
        assert!(house.get(&path).await.body.contains("<q>spam</q>"));
        // A second press changes nothing and is no mistake.
        assert_eq!(house.post(&format!("{path}/close"), "reason=x").await.status, StatusCode::SEE_OTHER);
        house.post(&format!("{path}/reopen"), "back=%2Finbox%3Fview%3Dmine").await;
        assert_eq!(house.find(&placed).await.state, State::Open);
    });
}

#[test]
fn it_can_be_given_to_a_colleague_and_to_nobody_but_not_to_a_stranger() {
    run(|house| async move {
        let placed = house.mail("A", "b").await;
        let path = format!("/conversations/{}/assign", placed.conversation);
        let answer = house.post(&path, &format!("to={}&back=/inbox?view=unassigned", house.jonas.id)).await;
        assert_eq!(answer.place(), "/inbox?view=unassigned");
        assert_eq!(house.find(&placed).await.assignee, Some(house.jonas.id.clone()));
        for stranger in [format!("stf_{}", "0".repeat(26)), "nonsense".into()] {
            let answer = house.post(&path, &format!("to={stranger}")).await;
            assert_eq!(answer.status, StatusCode::CONFLICT);
            assert!(answer.body.contains("This colleague cannot take conversations any more."));
        }
        house.post(&path, "to=").await;
        assert_eq!(house.find(&placed).await.assignee, None);
    });
}

#[test]
fn states_are_chosen_from_those_that_exist() {
    run(|house| async move {
        let placed = house.mail("A", "b").await;
        let path = format!("/conversations/{}/state", placed.conversation);
        house.post(&path, "state=waiting_others:sta_gone").await;
        let it = house.find(&placed).await;
        assert_eq!((it.state, it.label), (State::WaitingOthers, None));
        assert_eq!(house.post(&path, "state=nonsense").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    });
}

#[test]
fn only_a_post_marks_as_read() {
    run(|house| async move {
        let placed = house.mail("A", "b").await;
        let path = format!("/conversations/{}", placed.conversation);
        house.get(&path).await;
        house.part(&path).await;
        assert!(house.find(&placed).await.unread);
        assert_eq!(house.post(&format!("{path}/read"), "").await.status, StatusCode::NO_CONTENT);
        assert!(!house.find(&placed).await.unread);
    });
}

#[test]
fn several_at_once_do_what_can_be_done_and_count_the_rest() {
    run(|house| async move {
        let (one, two) = (house.mail("A", "b").await, house.mail("Another", "c").await);
        let ids = format!("id={}&id={}&id=nonsense", one.conversation, two.conversation);
        let answer = house.post("/inbox/bulk?view=all", &format!("{ids}&assign={}", house.jonas.id)).await;
        let (first, second) = (one.number, two.number);
        let done = format!("/inbox?view=all&state=open&done={first}.{second}&left=");
        assert_eq!(answer.place(), done);
        let page = house.get(answer.header("location")).await.body;
        assert!(page.contains("2 conversations done.") && page.contains(&format!("href=\"/c/{second}\"")), "{page}");
        assert_eq!(house.find(&two).await.assignee, Some(house.jonas.id.clone()));
        let answer = house.post("/inbox/bulk", &format!("{ids}&act=close")).await;
        let left = format!("done=0&left={first}-reason_needed.{second}-reason_needed");
        assert!(answer.header("location").ends_with(&left), "they need a reason");
        let page = house.get(answer.header("location")).await.body;
        assert!(page.contains("Nothing was changed.") && page.contains("2 were left as they were"));
        assert_eq!(page.matches("Give a reason for closing it.").count(), 2);
    });
}

#[test]
fn files_and_raw_mails_are_downloads_that_run_nowhere() {
    run(|house| async move {
        let placed = house.mail("A", "b").await;
        let file = house.get(&format!("/attachments/{}", attachment(&house, &placed).await)).await;
        assert_eq!((file.status, file.body.as_str()), (StatusCode::OK, "RAW A"));
        let raw = house.get(&format!("/messages/{}/raw.eml", placed.message)).await;
        assert_eq!((raw.status, raw.body.as_str()), (StatusCode::OK, "raw A"));
        for answer in [file, raw] {
            assert_eq!(answer.header("content-type"), "application/octet-stream");
            assert!(answer.header("content-disposition").starts_with("attachment; "));
            assert_eq!(answer.header("content-security-policy"), "sandbox; default-src 'none'");
            assert_eq!(answer.header("x-content-type-options"), "nosniff");
        }
    });
}

#[test]
fn a_customers_conversations_are_listed_for_their_page() {
    run(|house| async move {
        let placed = house.mail("Motoren", "b").await;
        let person = house.find(&placed).await.person;
        let part = house.part(&format!("/customers/{person}/conversations")).await;
        assert!(part.body.starts_with("<ul") && part.body.contains("Motoren"), "{}", part.body);
    });
}

#[test]
fn a_reply_that_has_not_failed_is_not_sent_again() {
    run(|house| async move {
        let placed = house.mail("A", "b").await;
        let path = format!("/conversations/{}/reply", placed.conversation);
        house.reply(&path, false, "Hei", "open", None).await;
        let mut conn = house.p().db.read().await.expect("read");
        let thread = queries::thread(&mut conn, &Scope::All, &placed.conversation).await.expect("read").expect("there");
        drop(conn);
        let reply = &thread.messages[1];
        assert_eq!(reply.delivery.as_ref().map(|delivery| delivery.state), Some(DeliveryState::Waiting));
        let answer = house.post(&format!("/messages/{}/retry", reply.id), "").await;
        assert_eq!(answer.status, StatusCode::CONFLICT);
    });
}

#[test]
fn settings_are_kept_and_come_back_as_typed_when_they_need_another_look() {
    run(|house| async move {
        for page in ["business", "hours", "times", "states", "operations"] {
            let answer = house.get(&format!("/settings/{page}")).await;
            assert_eq!(answer.status, StatusCode::OK, "{page}");
            assert!(answer.body.contains("aria-current=\"page\""), "{page} stands in its list");
        }
        assert_eq!(house.get("/settings").await.header("location"), "/settings/business");
        let answer = house.post("/settings/times", "first_hours=12&next_hours=4&next_minutes=30&soon_hours=4").await;
        assert_eq!(answer.header("location"), "/settings/times?done=saved");
        let page = house.get("/settings/times?done=saved").await.body;
        assert!(page.contains("value=\"12\"") && page.contains("value=\"30\"") && page.contains("Saved."));
        let page = house.get("/settings/receipts").await.body;
        assert!(page.contains("value=\"on\" checked") && page.contains("Takk for at du skriver til oss"), "{page}");
        let answer = house.post("/settings/receipts", "receipts=off").await;
        assert_eq!(answer.header("location"), "/settings/receipts?done=saved");
        assert!(house.get("/settings/receipts?done=saved").await.body.contains("value=\"off\" checked"));
        let answer =
            house.post("/settings/times", "first_hours=x%22%3E&next_hours=4&next_minutes=30&soon_hours=4").await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains("value=\"x&quot;&gt;\"") && answer.body.contains("href=\"#first_hours\""));
    });
}

#[test]
fn who_changed_which_setting_is_kept_and_shown() {
    run(|house| async move {
        let page = house.get("/settings/operations").await.body;
        assert!(page.contains("Nothing has been changed yet."));
        let forms = [
            ("times", "first_hours=12&next_hours=4&next_minutes=30&soon_hours=4", "Reply times"),
            ("hours", "count=open&zone=Europe/Oslo&mon=8-16", "Opening hours"),
            ("receipts", "receipts=off", "Receipts"),
            ("states", "id=&name=Venter&state=waiting_others", "Names of states"),
            (
                "business",
                "name=A&address=a@b.example&zone=Europe/Oslo&closed_reply=link&quiet_days=14&undo_seconds=10",
                "Business",
            ),
        ];
        for (path, form, name) in forms {
            let answer = house.post(&format!("/settings/{path}"), form).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}: {}", answer.body);
            let page = house.get("/settings/operations").await.body;
            assert!(page.contains(&format!("changed “{name}”")), "{path}");
        }
        house.post("/settings/times", "first_hours=x").await;
        let page = house.get("/settings/operations").await.body;
        assert_eq!(page.matches("changed “").count(), forms.len(), "what was refused changed nothing");
    });
}

#[test]
fn hours_take_the_holidays_of_a_country_and_states_take_names() {
    run(|house| async move {
        let hours = "count=open&zone=Europe/Oslo&mon=8-16&add=no";
        assert_eq!(house.post("/settings/hours", hours).await.status, StatusCode::SEE_OTHER);
        let page = house.get("/settings/hours").await.body;
        assert!(page.contains("2026-05-17") && page.contains("2027-05-17") && page.contains("08:00-16:00"));
        house.post("/settings/states", "id=&name=Venter+p%C3%A5+deler&state=waiting_others").await;
        let placed = house.mail("A", "b").await;
        let page = house.get(&format!("/conversations/{}", placed.conversation)).await.body;
        let choice = page.split("value=\"waiting_others:sta_").nth(1).expect("the name to choose");
        assert!(choice.contains("Venter på deler"));
        let id = choice.split('"').next().expect("an id");
        house
            .post(&format!("/conversations/{}/state", placed.conversation), &format!("state=waiting_others:sta_{id}"))
            .await;
        assert_eq!(house.find(&placed).await.label, Some(format!("sta_{id}")));
        assert!(house.get("/inbox?view=all&state=waiting").await.body.contains(">Venter på deler</span>"));
    });
}

#[test]
fn an_agent_changes_no_settings() {
    run(|mut house| async move {
        let jonas = house.jonas.clone();
        house.become_staff(&jonas).await;
        assert_eq!(house.get("/settings").await.header("location"), "/profile");
        for page in ["business", "hours", "times", "states", "operations"] {
            assert_eq!(house.get(&format!("/settings/{page}")).await.status, StatusCode::FORBIDDEN, "{page}");
            if page != "operations" {
                assert_eq!(house.post(&format!("/settings/{page}"), "x=y").await.status, StatusCode::FORBIDDEN);
            }
        }
        let retry = house.post("/settings/operations/jobs/job_1/retry", "").await;
        assert_eq!(retry.status, StatusCode::FORBIDDEN);
    });
}
