//! The page and the palette, as a browser asks for them.

use super::*;
use crate::http::testing::NASTY;
use crate::http::testing::house;

fn encoded(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

#[test]
fn a_search_has_an_address_and_shows_why_something_was_found() {
    house::run(|house| async move {
        let placed = house.mail("Motoren", "Fakturaen for motoren mangler.").await;
        let page = house.get("/search?q=faktura").await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains("<mark data-tone=\"warn\">Fakturaen</mark> for motoren"), "{}", page.body);
        assert!(page.body.contains(&format!("/conversations/{}#m-{}", placed.conversation, placed.message)));
        assert!(page.body.contains("/search?q=faktura+is%3Aopen"), "filters lead on");
        let page = house.get("/search?q=kari").await.body;
        assert!(page.contains("id=\"customers-h\"") && page.contains("kari@post.example"));
        let page = house.get("/search?q=kari+is%3Aclosed").await.body;
        assert!(page.contains("Nothing was found") && page.contains("id=\"tips-h\""), "{page}");
        let page = house.get("/search?q=fakturem").await.body;
        assert!(
            page.contains("href=\"/search?q=fakturen\"") || page.contains("href=\"/search?q=fakturaen\""),
            "{page}"
        );
        let number = format!("/search?q=%23{}", placed.number);
        assert!(house.get(&number).await.body.contains(&format!("Conversation #{}", placed.number)));
        assert!(house.get("/search").await.body.contains("id=\"tips-h\""), "an empty search helps");
    });
}

#[test]
fn nothing_typed_breaks_the_page_or_escapes_it() {
    house::run(|house| async move {
        house.mail(NASTY, &format!("needle {NASTY}")).await;
        let hostile = [
            "\"",
            "'; DROP TABLE message; --",
            "from:\"",
            "\\",
            "((",
            "*",
            "a:*",
            NASTY,
            "\u{0}",
            "\u{202e}x",
            "needle",
        ];
        for text in hostile {
            for path in ["/search?q=", "/palette?q="] {
                let answer = house.get(&format!("{path}{}", encoded(text))).await;
                assert_eq!(answer.status, StatusCode::OK, "{path}{text}");
                assert!(!answer.body.contains("<img src=x"), "{path}{text}");
            }
        }
        let long = encoded(&"(a+)+$ \"x ".repeat(2_000));
        let started = std::time::Instant::now();
        assert_eq!(house.get(&format!("/search?q={long}&after=x")).await.status, StatusCode::OK);
        assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
    });
}

#[test]
fn pages_follow_each_other_and_tell_each_conversation_once() {
    house::run(|house| async move {
        for n in 0..25 {
            house.mail(&format!("Telt {n}"), "Et telt").await;
        }
        let first = house.get("/search?q=telt+").await.body;
        let count = |body: &str| body.matches("<h3>").count();
        assert_eq!(count(&first), 20);
        let at = first.find("&amp;after=").expect("a way on") + "&amp;after=".len();
        let after: String = first[at..].chars().take_while(char::is_ascii_digit).collect();
        let second = house.get(&format!("/search?q=telt+&after={after}")).await.body;
        assert_eq!(count(&second), 5);
        assert!(!second.contains("&amp;after="));
    });
}

#[test]
fn the_palette_gives_people_and_conversations_as_options() {
    house::run(|house| async move {
        let placed = house.mail("Motoren", "Den stopper").await;
        let both = house.part("/palette?q=kari").await.body;
        assert!(both.starts_with("<div role=\"group\""), "{both}");
        assert_eq!(both.matches("role=\"option\"").count(), 2);
        assert_eq!(house.part("/palette?q=%40kari").await.body.matches("role=\"option\"").count(), 1);
        let number = house.part(&format!("/palette?q=%23{}", placed.number)).await.body;
        assert!(
            number.contains(placed.conversation.as_str()) && number.matches("role=\"option\"").count() == 1,
            "{number}"
        );
        assert_eq!(house.part("/palette?q=").await.body, "");
    });
}
