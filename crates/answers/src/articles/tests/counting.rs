//! Reads, opinions, and what was looked for in vain.

use jiff::SignedDuration;
use jiff::civil::date;

use super::*;
use crate::articles::store::Counted;

#[test]
fn reads_and_opinions_are_counted_by_day() {
    run(|room| async move {
        let id = room.published("Warranty", "Two years.", Audience::Public).await;
        let text = room.text(&id, Language::En).await.id;
        let mut tx = room.p().begin().await.expect("begin");
        for (day, what, n) in [
            (17, Counted::Read, 5),
            (18, Counted::Read, 2),
            (18, Counted::Read, 1),
            (18, Counted::Helped, 1),
            (18, Counted::Wrong, 1),
            (19, Counted::Not, 1),
        ] {
            store::add_count(&mut tx, date(2026, 11, day), &text, what, n).await.expect("counted");
        }
        tx.commit().await.expect("commit");
        let mut conn = room.p().db.read().await.expect("read");
        let all = store::counted(&mut conn, &text, date(2026, 11, 18)).await.expect("read");
        let expected = [(Counted::Read, 3), (Counted::Helped, 1), (Counted::Not, 1), (Counted::Wrong, 1)];
        assert_eq!(all, expected, "the day before is not of these");
        assert_eq!(store::totals(&all), (3, 1, 3));
    });
}

#[test]
fn what_is_read_most_lately_leads_for_whom_it_is() {
    run(|room| async move {
        let mut ids = Vec::new();
        for (title, audience, reads) in
            [("Few", Audience::Public, 1), ("Inside", Audience::Internal, 9), ("Many", Audience::Public, 5)]
        {
            let id = room.published(title, "Words.", audience).await;
            let text = room.text(&id, Language::En).await.id;
            let mut tx = room.p().begin().await.expect("begin");
            store::add_count(&mut tx, date(2026, 11, 18), &text, Counted::Read, reads).await.expect("counted");
            // Longer ago, and an opinion that does not praise.
            store::add_count(&mut tx, date(2026, 9, 1), &text, Counted::Read, 100 / reads).await.expect("counted");
            store::add_count(&mut tx, date(2026, 11, 18), &text, Counted::Wrong, 100 / reads).await.expect("counted");
            tx.commit().await.expect("commit");
            ids.push(text.to_string());
        }
        let mut conn = room.p().db.read().await.expect("read");
        let mut most = async |reader| {
            store::most_read(&mut conn, reader, Language::En, date(2026, 11, 1), 10).await.expect("read")
        };
        assert_eq!(most(Reader::Stranger).await, [ids[2].clone(), ids[0].clone()]);
        assert_eq!(most(Reader::Colleague).await, [ids[1].clone(), ids[2].clone(), ids[0].clone()]);
    });
}

#[test]
fn what_was_looked_for_in_vain_is_counted_until_somebody_sees_to_it() {
    run(|room| async move {
        for (language, query) in
            [(Language::En, "bath"), (Language::En, "trampoline"), (Language::En, "trampoline"), (Language::Nb, "bath")]
        {
            room.test.clock.advance(SignedDuration::from_mins(1));
            let mut tx = room.p().begin().await.expect("begin");
            let now = tx.now();
            store::add_missing(&mut tx, language, query, now).await.expect("counted");
            tx.commit().await.expect("commit");
        }
        let missing = async || -> Vec<(Language, String, i64)> {
            let mut conn = room.p().db.read().await.expect("read");
            let all = store::missing(&mut conn, 10).await.expect("read");
            all.into_iter().map(|one| (one.language, one.query, one.times)).collect()
        };
        let told = |language, query: &str, times| (language, query.to_owned(), times);
        let (once, nb) = (told(Language::En, "bath", 1), told(Language::Nb, "bath", 1));
        assert_eq!(missing().await, [told(Language::En, "trampoline", 2), nb.clone(), once.clone()]);
        let forget = async |actor: Actor| -> Answer<()> {
            let mut tx = room.p().begin().await.expect("begin");
            commands::forget_missing(&mut tx, &actor, Language::En, "trampoline").await?;
            Ok(tx.commit().await?)
        };
        assert_eq!(refusal(forget(room.siv.actor()).await), Refusal::Forbidden);
        assert_eq!(missing().await.len(), 3);
        forget(room.jonas.actor()).await.expect("forgotten");
        assert_eq!(missing().await, [nb, once]);
    });
}
