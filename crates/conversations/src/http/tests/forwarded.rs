//! The offer on the page of a forwarded mail: what it says, what a press does, and that it leads back.

use axum::http::StatusCode;

use crate::http::testing::house::run;

const FORWARDED: &str = "Kan dere ta denne?\n\n---------- Forwarded message ---------\nFra: Ola <Nes> <ola@post.example>\n\
     Subject: Motoren\n\nHei, motoren min er borte.";

#[test]
fn a_forwarded_mail_offers_its_writer_and_then_the_way_back() {
    run(|house| async move {
        let placed = house.mail("Fwd: Motoren", FORWARDED).await;
        let path = format!("/conversations/{}", placed.conversation);
        let press = |to: &str| format!("message={}&to={to}", placed.message);

        let offered = house.get(&path).await.body;
        assert!(offered.contains("id=\"forwarded\"") && offered.contains("nobody has proved it"), "{offered}");
        assert!(offered.contains("Kari Solheim forwarded a mail that") && offered.contains("value=\"writer\""));
        assert!(offered.contains("ola@post.example"));

        let turned = house.post(&format!("{path}/customer"), &press("writer")).await;
        assert_eq!((turned.status, turned.header("location")), (StatusCode::SEE_OTHER, path.as_str()));
        let page = house.get(&path).await.body;
        assert!(page.contains("value=\"forwarder\"") && page.contains("nobody has proved it"), "{page}");
        assert!(page.contains("Answer Kari Solheim instead") && page.contains("The customer is now"));

        let back = house.post(&format!("{path}/customer"), &press("forwarder")).await;
        assert_eq!(back.status, StatusCode::SEE_OTHER);
        assert!(house.get(&path).await.body.contains("value=\"writer\""));
    });
}

#[test]
fn a_plain_mail_offers_nothing_and_a_forged_press_does_nothing() {
    run(|house| async move {
        let placed = house.mail("Motoren", "Hei").await;
        let path = format!("/conversations/{}", placed.conversation);
        assert!(!house.get(&path).await.body.contains("id=\"forwarded\""));
        let before = house.find(&placed).await.person;
        for (form, status) in [
            (format!("message={}&to=writer", placed.message), StatusCode::CONFLICT),
            (format!("message={}&to=anybody", placed.message), StatusCode::UNPROCESSABLE_ENTITY),
            ("message=x&to=writer".to_owned(), StatusCode::NOT_FOUND),
        ] {
            assert_eq!(house.post(&format!("{path}/customer"), &form).await.status, status, "{form}");
        }
        assert_eq!(house.find(&placed).await.person, before);
    });
}
