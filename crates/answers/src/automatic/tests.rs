//! Answers before sending, on both engines: off at first, measured before they begin, and only where they are sure.

mod by_mail;

use base::Language;
use platform::testing::on_both_engines;
use portal::offers::Offering as _;

use super::settings::{self, Measured};
use super::*;
use crate::articles::tests::{Room, migrations};
use crate::articles::{Audience, Failure, Refusal};

const QUESTION: &str = "Hello, my electric motor stops whenever the battery is cold in winter. What can I do?";

fn run<R: Future<Output = ()>>(body: impl Fn(Room) -> R) {
    on_both_engines(&migrations(), |test| async { body(Room::of(test).await).await });
}

async fn begin(room: &Room, threshold: u32) {
    let mut tx = room.p().begin().await.expect("begin");
    let actor = room.ingrid.actor();
    let at = tx.now();
    settings::keep_measured(&mut tx, &actor, Measured { at, cases: 0, rows: Vec::new() }).await.expect("kept");
    settings::set(&mut tx, &actor, true, threshold).await.expect("set");
    tx.commit().await.expect("commit");
}

async fn told(room: &Room, text: &str) -> Vec<String> {
    let offers = Passages.offers(room.p(), false, Language::En, text).await.expect("looked");
    offers.into_iter().map(|one| one.title).collect()
}

async fn articles(room: &Room) {
    for (title, body) in [
        ("The motor stops in the cold", "A cold battery stops the electric motor. Warm the battery in winter."),
        ("Returns", "Send it back within thirty days."),
        ("Invoices", "What you paid stands in your account."),
        ("Helmets", "Measure your head."),
        ("Gift cards", "Type the code before you pay."),
        ("Delivery", "Two days in the country."),
    ] {
        room.published(title, body, Audience::Public).await;
    }
}

#[test]
fn nothing_is_shown_before_it_was_measured_and_switched_on() {
    run(|room| async move {
        articles(&room).await;
        assert_eq!(told(&room, QUESTION).await, Vec::<String>::new(), "off");
        let mut tx = room.p().begin().await.expect("begin");
        let early = settings::set(&mut tx, &room.ingrid.actor(), true, 30).await;
        assert!(matches!(early, Err(Failure::Refused(Refusal::Unmeasured))), "{early:?}");
        let other = settings::set(&mut tx, &room.jonas.actor(), false, 30).await;
        assert!(matches!(other, Err(Failure::Refused(Refusal::Forbidden))), "{other:?}");
        drop(tx);
        begin(&room, 30).await;
        assert_eq!(told(&room, QUESTION).await, ["The motor stops in the cold"]);
    });
}

#[test]
fn what_is_not_sure_enough_and_what_is_not_for_the_reader_is_not_shown() {
    run(|room| async move {
        articles(&room).await;
        room.published("Internal motor notes", "Our electric motor battery cold winter list.", Audience::Internal)
            .await;
        begin(&room, 30).await;
        assert_eq!(told(&room, "Where do I park my boat during the regatta?").await, Vec::<String>::new());
        assert_eq!(told(&room, "").await, Vec::<String>::new());
        let shown = Passages.offers(room.p(), false, Language::En, QUESTION).await.expect("looked");
        assert!(shown.iter().all(|one| !one.title.contains("Internal")), "{shown:?}");
        let first = shown.first().expect("one");
        assert!(first.pieces.iter().any(|(_, marked)| *marked) && first.version == 1, "{first:?}");
        assert!(first.href.starts_with("/help/en/"), "{first:?}");
        let ids = [first.id.clone(), "rubbish".to_owned(), format!("atx_{}", "0".repeat(26))];
        let again = Passages.shown(room.p(), false, &ids).await.expect("read");
        assert_eq!(again.into_iter().map(|one| one.title).collect::<Vec<_>>(), ["The motor stops in the cold"]);
        begin(&room, 100).await;
        assert_eq!(told(&room, QUESTION).await, Vec::<String>::new(), "the threshold");
    });
}
