//! Words that are taken back, over HTTP.

use platform::vals;

use super::super::testing::house::run;

fn note_of(page: &str) -> String {
    let at = page.find("/note\"").expect("a note of one's own can be edited");
    let start = page[..at].rfind('"').expect("an address") + 1;
    page[start..at].to_owned()
}

#[test]
fn a_note_is_edited_on_a_page_of_its_own_and_says_so() {
    run(|house| async move {
        let placed = house.mail("Motoren", "b").await;
        let path = format!("/conversations/{}", placed.conversation);
        house.post(&format!("{path}/note"), "body=Call+at+noon").await;
        let note = note_of(&house.get(&path).await.body);
        let page = house.get(&format!("{note}/note")).await.body;
        assert!(page.contains("Call at noon</textarea>"), "{page}");
        let wrong = house.post(&format!("{note}/note"), "body=+").await;
        assert_eq!(wrong.status.as_u16(), 422);
        let answer = house.post(&format!("{note}/note"), "body=Call+at+three").await;
        assert!(answer.header("location").starts_with(&path));
        let page = house.get(&path).await.body;
        assert!(page.contains("Call at three") && page.contains(">Edited</a>") && !page.contains("Call at noon"));
        assert!(house.get(&format!("{note}/note")).await.body.contains("Call at noon"), "what stood there is kept");
    });
}

#[test]
fn words_and_card_numbers_are_taken_out_and_the_original_is_not_there_any_more() {
    run(|house| async move {
        let placed = house.mail("Motoren", "My zebrafinch, 4111 1111 1111 1111").await;
        let (path, message) =
            (format!("/conversations/{}", placed.conversation), format!("/messages/{}", placed.message));
        assert!(house.get(&path).await.body.contains("id=\"cards\""));
        assert_eq!(house.get(&format!("{message}/raw.eml")).await.status.as_u16(), 200);
        let wrong = house.post(&format!("{message}/redact"), "words=zebrafinch&why=").await;
        assert_eq!(wrong.status.as_u16(), 422);
        assert!(wrong.body.contains("Say why") && wrong.body.contains("zebrafinch</textarea>"), "{}", wrong.body);
        let answer = house.post(&format!("{message}/redact"), "words=zebrafinch&why=Not+needed").await;
        assert!(answer.header("location").starts_with(&path));
        let page = house.get(&path).await.body;
        assert!(!page.contains("zebrafinch") && page.contains("Words were taken out") && page.contains("Not needed"));
        assert_eq!(house.get(&format!("{message}/raw.eml")).await.status.as_u16(), 404);
        let file = page.split("href=\"/attachments/").nth(1).and_then(|rest| rest.split('"').next()).expect("a file");
        assert_eq!(house.get(&format!("/attachments/{file}")).await.body, "RAW MOTOREN", "its files stay");
        house.post(&format!("{path}/cards"), "").await;
        let page = house.get(&path).await.body;
        assert!(page.contains("•••• •••• •••• 1111") && !page.contains("id=\"cards\"") && !page.contains("4111 1111"));
        assert_eq!(house.post(&format!("{path}/cards"), "").await.status.as_u16(), 303, "there is nothing left to do");
    });
}

#[test]
fn a_card_number_is_told_of_wherever_it_is_masked() {
    run(|house| async move {
        let p = house.p();
        let placed = house.mail("Motoren", "Hei").await;
        let path = format!("/conversations/{}", placed.conversation);
        assert!(!house.get(&path).await.body.contains("id=\"cards\""));
        // In what a file is called that lies in the mail as it came.
        let mut tx = p.begin().await.expect("begin");
        tx.run("UPDATE attachment SET name = 'Kort 4111 1111 1111 1111.svg'", vals![]).await.expect("named");
        tx.commit().await.expect("commit");
        assert!(house.get(&path).await.body.contains("id=\"cards\""));
        assert_eq!(house.post(&format!("{path}/cards"), "").await.status.as_u16(), 303);
        let page = house.get(&path).await.body;
        assert!(page.contains("Kort •••• •••• •••• 1111.svg") && !page.contains("id=\"cards\""), "{page}");

        // In what a picture shows.
        let mut tx = p.begin().await.expect("begin");
        tx.run("UPDATE attachment SET name = 'a.png', alt = '4111 1111 1111 1111'", vals![]).await.expect("said");
        tx.commit().await.expect("commit");
        assert!(house.get(&path).await.body.contains("id=\"cards\""));
        house.post(&format!("{path}/cards"), "").await;
        assert!(!house.get(&path).await.body.contains("id=\"cards\""));

        // In the subject of what became part of it.
        let other = house.mail("Kort 5500 0000 0000 0004", "Hei igjen").await;
        let number = house.find(&placed).await.number;
        let merged = crate::commands::merge(p, &house.jonas.actor(), &other.conversation, number).await;
        merged.expect("merged");
        let page = house.get(&path).await.body;
        assert!(page.contains("Hei igjen") && page.contains("id=\"cards\""), "{page}");
        house.post(&format!("{path}/cards"), "").await;
        assert!(!house.get(&path).await.body.contains("id=\"cards\""));
    });
}

#[test]
fn whoever_only_writes_notes_takes_nothing_out() {
    run(|mut house| async move {
        let placed = house.mail("Motoren", "4111 1111 1111 1111").await;
        let petra = house.petra.clone();
        house.become_staff(&petra).await;
        let message = format!("/messages/{}", placed.message);
        assert!(!house.get(&format!("/conversations/{}", placed.conversation)).await.body.contains("id=\"cards\""));
        assert_eq!(house.get(&format!("{message}/redact")).await.status.as_u16(), 403);
        assert_eq!(house.post(&format!("{message}/redact"), "whole=1&why=x").await.status.as_u16(), 403);
        assert_eq!(house.post(&format!("/conversations/{}/cards", placed.conversation), "").await.status.as_u16(), 403);
    });
}
