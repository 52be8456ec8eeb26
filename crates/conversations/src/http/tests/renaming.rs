//! Another subject at the desk: the pen, the form that comes back with what is wrong, the toast, and the way back.

use axum::http::{Method, StatusCode};

use super::super::testing::NASTY;
use super::super::testing::house::{Answer, House, run};

const PARTS: &str = "multipart/form-data; boundary=cut";

/// `text` as the field of the form has it.
fn typed(text: &str) -> String {
    let text: String = url::form_urlencoded::byte_serialize(text.as_bytes()).collect();
    format!("subject={text}")
}

async fn undo(house: &House, answer: &Answer, back: &str) -> Answer {
    let step = answer.header("location").split("step=").nth(1).expect("a step");
    let back: String = url::form_urlencoded::byte_serialize(back.as_bytes()).collect();
    house.post("/undo", &format!("step={step}&back={back}")).await
}

#[test]
fn the_pen_changes_the_subject_and_one_press_takes_it_back() {
    run(|house| async move {
        let placed = house.mail("Motoren", "b").await;
        let path = format!("/conversations/{}", placed.conversation);
        let page = house.get(&path).await.body;
        assert_eq!(page.matches("popovertarget=\"subject-menu\"").count(), 2, "beside the title and in the menu");
        assert!(page.contains(&format!("action=\"{path}/subject\"")) && !page.contains("id=\"subject-form\""));
        let changed = house.post(&format!("{path}/subject"), &typed(&format!(" Bakgiret\r\n{NASTY} "))).await;
        assert_eq!(changed.place(), path);
        let page = house.get(changed.header("location")).await.body;
        let toast = page.split("id=\"did-").nth(1).expect("a toast");
        assert!(toast.contains("The subject is now “Bakgiret"), "{toast}");
        assert!(page.contains("Ingrid Moen changed the subject from “Motoren” to “Bakgiret"), "{page}");
        assert!(!page.contains("<img src=x"), "a subject is text");
        assert!(house.get("/inbox?view=all").await.body.contains("Bakgiret"));

        let back = undo(&house, &changed, &path).await;
        assert_eq!(back.header("location"), format!("{path}?done=undone"));
        let page = house.get(back.header("location")).await.body;
        assert!(page.contains("Ingrid Moen took back the change of subject"), "{page}");
        assert_eq!(house.find(&placed).await.subject, "Motoren");
        let same = house.post(&format!("{path}/subject"), &typed("Motoren")).await;
        assert_eq!(same.header("location"), path, "nothing to take back");
        assert_eq!(house.post("/conversations/nonsense/subject", "subject=x").await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn what_does_not_fit_comes_back_with_its_reason_at_the_field() {
    run(|mut house| async move {
        let placed = house.mail("Motoren", "b").await;
        let path = format!("/conversations/{}", placed.conversation);
        let long = "x".repeat(201);
        for (subject, why) in [(" ", "Give it a subject."), (long.as_str(), "A subject has room for 200 characters")] {
            let wrong = house.post(&format!("{path}/subject"), &typed(subject)).await;
            assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert_eq!(wrong.header("HX-Push-Url"), "false");
            let form = wrong.body.split("id=\"subject-form\"").nth(1).expect("the form in the page");
            let form = form.split("</form>").next().unwrap_or_default();
            assert!(form.contains("aria-invalid=\"true\"") && form.contains(why), "{form}");
            assert!(form.contains(&format!("value=\"{subject}\"")), "as it was typed: {form}");
            assert!(wrong.body.contains(&format!("hx-get=\"{path}?ask=subject\"")), "it stays while others write");
        }
        let asked = house.get(&format!("{path}?ask=subject")).await.body;
        let form = asked.split("id=\"subject-form\"").nth(1).and_then(|rest| rest.split("</form>").next());
        let form = form.expect("the form in the page");
        assert!(form.contains("value=\"Motoren\"") && !form.contains("aria-invalid"), "{form}");

        let petra = house.petra.clone();
        house.become_staff(&petra).await;
        let page = house.get(&format!("{path}?ask=subject")).await.body;
        assert!(page.contains("Motoren") && !page.contains("subject-menu") && !page.contains("subject-form"), "{page}");
        let refused = house.post(&format!("{path}/subject"), &typed("Mine")).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        assert_eq!(house.find(&placed).await.subject, "Motoren");
    });
}

#[test]
fn a_side_thread_is_called_otherwise_on_its_own_page() {
    run(|house| async move {
        let placed = house.mail("Motoren", "b").await;
        let path = format!("/conversations/{}", placed.conversation);
        let fields = [("to", "parts@workshop.example"), ("subject", "Harnesses"), ("body", "Two?")];
        let form: String = fields
            .iter()
            .map(|(name, value)| format!("--cut\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"))
            .collect();
        let begun = house.ask(Method::POST, &format!("{path}/side"), false, PARTS, &format!("{form}--cut--\r\n")).await;
        let shown = house.get(begun.header("location")).await.body;
        let side = shown.split("href=\"/sides/").nth(1).and_then(|rest| rest.split('"').next()).expect("a link");
        let side = format!("/sides/{side}");

        let page = house.get(&side).await.body;
        assert!(
            page.contains("popovertarget=\"subject-menu\"") && page.contains(&format!("action=\"{side}/subject\""))
        );
        let changed = house.post(&format!("{side}/subject"), &typed("Wiring looms")).await;
        assert_eq!(changed.place(), side);
        let page = house.get(changed.header("location")).await.body;
        let toast = page.split("id=\"did-").nth(1).expect("a toast");
        assert!(toast.contains("The side thread is now called “Wiring looms”"), "{toast}");
        let told = "Ingrid Moen changed the subject of a side thread from “Harnesses” to “Wiring looms”";
        assert!(house.get(&path).await.body.contains(told));
        let wrong = house.post(&format!("{side}/subject"), &typed("")).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            wrong.body.contains("Give it a subject.") && wrong.body.contains(&format!("hx-get=\"{side}?ask=subject\""))
        );

        let back = undo(&house, &changed, &side).await;
        assert_eq!(back.header("location"), format!("{side}?done=undone"));
        let page = house.get(back.header("location")).await.body;
        assert!(page.contains("One conversation is as it was before.") && page.contains("Harnesses"), "{page}");
        // A second press is no mistake; what somebody changed since is said where it stands.
        assert_eq!(undo(&house, &changed, &side).await.header("location"), side);
        let mine = house.post(&format!("{side}/subject"), &typed("Looms")).await;
        house.post(&format!("{side}/subject"), &typed("Cables")).await;
        let refused = undo(&house, &mine, &side).await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        assert!(refused.body.contains("Somebody has changed it since"), "{}", refused.body);
        assert_eq!(house.post("/sides/nonsense/subject", "subject=x").await.status, StatusCode::NOT_FOUND);
    });
}
