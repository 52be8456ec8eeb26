//! Who is there, over HTTP: colleagues see each other, and nobody who may not.

use base::Actor;
use jiff::SignedDuration;
use people::department;

use super::super::testing::house::run;

#[test]
fn colleagues_see_who_reads_and_who_writes() {
    run(|mut house| async move {
        let placed = house.mail("Motoren", "b").await;
        let path = format!("/conversations/{}", placed.conversation);
        let beat = format!("{path}/presence");
        assert_eq!(house.post(&beat, "doing=looking&page=a").await.status.as_u16(), 204);
        let own = house.get(&path).await.body;
        assert!(own.contains("id=\"presence\"") && !own.contains("Ingrid Moen is reading"), "not oneself: {own}");

        let petra = house.petra.clone();
        house.become_staff(&petra).await;
        assert!(house.get(&path).await.body.contains("Ingrid Moen is reading"));
        assert_eq!(house.post(&beat, "doing=noting&page=b").await.status.as_u16(), 204, "light agents too");
        assert_eq!(house.post("/conversations/nonsense/presence", "doing=looking").await.status.as_u16(), 404);

        let jonas = house.jonas.clone();
        house.become_staff(&jonas).await;
        let line = house.get(&beat).await.body;
        assert!(line.contains("is writing a note") && line.contains("Ingrid Moen is reading"), "{line}");
        assert!(house.get("/inbox/list").await.body.contains("is writing</span>"));
        assert!(house.get(&format!("{path}/writing")).await.body.contains("is writing</span>"));
        let peeked = house.get(&format!("/inbox/peek/{}", placed.conversation)).await.body;
        assert!(
            peeked.contains("Ingrid Moen is reading") && peeked.contains(&format!("data-beat=\"{beat}\"")),
            "{peeked}"
        );
        assert!(house.get("/inbox").await.body.contains("is writing a note"), "the first row is open beside the list");
        let again = house.get(&format!("{beat}?passing=1")).await.body;
        assert!(again.contains("data-passing") && !line.contains("data-passing"), "{again}");
        house.test.clock.advance_machine(SignedDuration::from_secs(6));
        assert!(!house.get(&beat).await.body.contains("is writing a note"));
        house.test.clock.advance_machine(SignedDuration::from_secs(30));
        assert!(!house.get(&beat).await.body.contains("Ingrid Moen"));
    });
}

#[test]
fn who_does_not_see_the_conversation_does_not_see_who_is_there() {
    run(|mut house| async move {
        let placed = house.mail("Motoren", "b").await;
        let path = format!("/conversations/{}", placed.conversation);
        house.post(&format!("{path}/presence"), "doing=replying&page=a").await;
        let jonas = house.jonas.clone();
        let mut tx = house.p().begin().await.expect("begin");
        let workshop = department::make(&mut tx, &Actor::System, "Workshop").await.expect("made");
        let members = [jonas.id.clone()];
        department::set(&mut tx, &Actor::System, &workshop.id, "Workshop", &members).await.expect("set");
        department::limit(&mut tx, &Actor::System, &jonas.id, true).await.expect("limited");
        tx.commit().await.expect("commit");
        house.become_staff(&jonas).await;
        for path in [format!("{path}/presence"), format!("{path}/writing")] {
            assert_eq!(house.get(&path).await.status.as_u16(), 404);
        }
        assert_eq!(house.post(&format!("{path}/presence"), "doing=looking").await.status.as_u16(), 404);
    });
}
