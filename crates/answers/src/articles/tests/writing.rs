//! Writing: two languages, old addresses, versions, and what is refused.

use jiff::SignedDuration;

use super::*;
use crate::articles::State;
use crate::articles::commands::{BODY_MAX, TITLE_MAX};
use crate::articles::store::Wanted;

#[test]
fn each_reader_reads_what_is_live_and_for_them_in_the_languages_it_has() {
    run(|room| async move {
        for (audience, stranger, customer, colleague) in [
            (Audience::Internal, false, false, true),
            (Audience::Customers, false, true, true),
            (Audience::Public, true, true, true),
        ] {
            let address = format!("for-{}", audience.code());
            let id = room.begin(&format!("For {}", audience.code()), "English words.", audience).await;
            room.write(&id, Language::Nb, &format!("Til {}", audience.code()), "Norske ord.").await;
            for reader in [Reader::Stranger, Reader::Customer, Reader::Colleague] {
                assert!(room.read(reader, &address).await.is_none(), "a draft is on no page: {audience:?} {reader:?}");
            }
            room.publish(&id, Language::En).await;
            room.publish(&id, Language::Nb).await;
            for (reader, sees) in
                [(Reader::Stranger, stranger), (Reader::Customer, customer), (Reader::Colleague, colleague)]
            {
                let live = room.read(reader, &address).await;
                assert_eq!(live.is_some(), sees, "{audience:?} {reader:?}");
                let mut conn = room.p().db.read().await.expect("read");
                let languages = store::siblings(&mut conn, reader, &id).await.expect("read");
                let expected = [(Language::En, address.clone()), (Language::Nb, format!("til-{}", audience.code()))];
                assert_eq!(languages, if sees { expected.to_vec() } else { vec![] }, "{audience:?} {reader:?}");
                let newest = store::newest(&mut conn, reader, Language::En, 10).await.expect("read");
                assert_eq!(newest.iter().any(|one| one.article == id), sees, "{audience:?} {reader:?}");
                if let Some(live) = live {
                    assert_eq!((live.draft.body.as_str(), live.version), ("English words.", 1));
                }
            }
        }
        let mut conn = room.p().db.read().await.expect("read");
        let site = store::whole_site(&mut conn, 10).await.expect("read");
        let site: Vec<_> = site.into_iter().map(|(language, address, _)| (language.code(), address)).collect();
        assert_eq!(site, [("en", "for-public".to_owned()), ("nb", "til-public".to_owned())]);
    });
}

#[test]
fn a_new_title_gives_a_new_address_once_it_is_published_and_the_old_one_leads_on() {
    run(|room| async move {
        let id = room.published("How to return", "Send it.", Audience::Public).await;
        room.write(&id, Language::En, "Sending things back", "Send it soon.").await;
        let live = room.read(Reader::Stranger, "how-to-return").await.expect("still there");
        assert_eq!((live.address.as_str(), live.draft.body.as_str()), ("how-to-return", "Send it."));
        assert!(room.read(Reader::Stranger, "sending-things-back").await.is_none(), "nobody published it yet");
        room.publish(&id, Language::En).await;
        let live = room.read(Reader::Stranger, "how-to-return").await.expect("leads on");
        assert_eq!((live.address.as_str(), live.draft.body.as_str()), ("sending-things-back", "Send it soon."));
        assert!(room.read(Reader::Stranger, "sending-things-back").await.is_some());

        let other = room.published("How to return", "Another.", Audience::Public).await;
        assert_eq!(room.text(&other, Language::En).await.address, "how-to-return-2", "the old one stays taken");
        room.write(&id, Language::En, "How to return", "Send it soon.").await;
        room.publish(&id, Language::En).await;
        assert_eq!(room.text(&id, Language::En).await.address, "how-to-return", "its own address comes back");
        let mut conn = room.p().db.read().await.expect("read");
        for (address, leads) in [("how-to-return", &id), ("sending-things-back", &id), ("how-to-return-2", &other)] {
            let to = store::led_to(&mut conn, Language::En, address).await.expect("read");
            assert_eq!(to.as_ref(), Some(leads), "{address}");
        }
    });
}

#[test]
fn what_was_published_stays_as_a_version_and_comes_back_as_draft() {
    run(|room| async move {
        let id = room.published("Warranty", "Two years.", Audience::Public).await;
        room.write(&id, Language::En, "Warranty", "Five years.").await;
        assert_eq!(room.text(&id, Language::En).await.state, State::Draft);
        room.publish(&id, Language::En).await;
        let text = room.text(&id, Language::En).await;
        let mut conn = room.p().db.read().await.expect("read");
        let versions = store::versions(&mut conn, &text.id, 10).await.expect("read");
        drop(conn);
        let told: Vec<_> = versions.iter().map(|one| (one.number, one.draft.body.as_str(), one.by.clone())).collect();
        let by = Some(room.ingrid.id.clone());
        assert_eq!(told, [(2, "Five years.", by.clone()), (1, "Two years.", by)]);

        let restored = async |actor: Actor, number| -> Answer<()> {
            let mut tx = room.p().begin().await.expect("begin");
            commands::restore(&mut tx, &actor, &id, Language::En, number).await?;
            Ok(tx.commit().await?)
        };
        assert_eq!(refusal(restored(room.siv.actor(), 1).await), Refusal::Forbidden);
        assert_eq!(refusal(restored(room.jonas.actor(), 3).await), Refusal::NotFound);
        restored(room.jonas.actor(), 1).await.expect("restored");
        let text = room.text(&id, Language::En).await;
        assert_eq!((text.state, text.draft.body.as_str(), text.live), (State::Draft, "Two years.", Some(2)));
        let live = room.read(Reader::Stranger, "warranty").await.expect("is there");
        assert_eq!(live.draft.body, "Five years.", "what is read stays until somebody publishes");
        room.publish(&id, Language::En).await;
        assert_eq!(room.read(Reader::Stranger, "warranty").await.expect("is there").version, 3);
        let told = room.history(&id).await;
        assert_eq!(
            told,
            ["article.begun", "article.published", "article.published", "article.restored", "article.published"]
        );
    });
}

#[test]
fn two_who_write_at_once_lose_nothing() {
    run(|room| async move {
        let id = room.published("Warranty", "Two years.", Audience::Public).await;
        let seen = room.text(&id, Language::En).await.saved_at;
        room.write(&id, Language::En, "Warranty", "Two years.").await;
        assert_eq!(room.text(&id, Language::En).await.state, State::Published, "nothing was changed");
        room.test.clock.advance(SignedDuration::from_mins(1));
        room.write(&id, Language::En, "Warranty", "Mine.").await;
        let theirs = draft("Warranty", "Theirs.");
        let mut tx = room.p().begin().await.expect("begin");
        let late = commands::save(&mut tx, &room.ingrid.actor(), &id, Language::En, &theirs, Some(seen)).await;
        assert_eq!(refusal(late), Refusal::Changed);
        drop(tx);
        let text = room.text(&id, Language::En).await;
        assert_eq!(text.draft.body, "Mine.");
        let mut tx = room.p().begin().await.expect("begin");
        let now = commands::save(&mut tx, &room.ingrid.actor(), &id, Language::En, &theirs, Some(text.saved_at)).await;
        now.expect("saved");
        tx.commit().await.expect("commit");
        assert_eq!(room.text(&id, Language::En).await.draft.body, "Theirs.");
    });
}

#[test]
fn what_cannot_be_kept_is_refused() {
    run(|room| async move {
        let me = room.jonas.actor();
        let id = room.begin("Warranty", "", Audience::Public).await;
        for (title, body, expected) in [
            (" \r\n".to_owned(), String::new(), Refusal::TitleMissing),
            ("x".repeat(TITLE_MAX + 1), String::new(), Refusal::TooLong),
            ("Warranty".to_owned(), "x".repeat(BODY_MAX + 1), Refusal::TooLong),
        ] {
            assert_eq!(refusal(room.save(&me, &id, Language::En, &draft(&title, &body)).await), expected);
            assert_eq!(refusal(room.begin_as(&me, &title, &body, About::default()).await), expected);
        }
        for act in [Act::Publish, Act::Submit, Act::Schedule] {
            let refused = refusal(room.turn(&room.ingrid.actor(), &id, Language::En, act).await);
            assert_eq!(refused, Refusal::TextMissing, "{act:?}");
        }
        let longest = draft(&"x".repeat(TITLE_MAX), &"ø".repeat(BODY_MAX));
        room.save(&me, &id, Language::En, &longest).await.expect("as long as it may be");
        assert_eq!(room.text(&id, Language::En).await.draft, longest);
        assert_eq!(refusal(room.turn(&me, &id, Language::Sv, Act::Submit).await), Refusal::NotFound);
    });
}

#[test]
fn only_who_writes_writes() {
    run(|room| async move {
        let id = room.begin("Warranty", "Two years.", Audience::Public).await;
        let customer = Actor::Customer { id: "per_00000000000000000000000000".into() };
        for actor in [room.siv.actor(), customer] {
            let begun = room.begin_as(&actor, "Mine", "x", About::default()).await;
            assert_eq!(refusal(begun), Refusal::Forbidden, "{actor:?}");
            let saved = room.save(&actor, &id, Language::En, &draft("Mine", "x")).await;
            assert_eq!(refusal(saved), Refusal::Forbidden, "{actor:?}");
            let handed = room.turn(&actor, &id, Language::En, Act::Submit).await;
            assert_eq!(refusal(handed), Refusal::Forbidden, "{actor:?}");
            let described = room.describe(&actor, &id, About::default()).await;
            assert_eq!(refusal(described), Refusal::Forbidden, "{actor:?}");
        }
        assert_eq!(room.about(&id).await.owner.as_ref(), Some(&room.jonas.id), "who begins it keeps it");
    });
}

#[test]
fn what_holds_for_all_languages_is_changed_by_who_may() {
    run(|room| async move {
        let (writes, publishes) = (room.jonas.actor(), room.ingrid.actor());
        let id = room.begin("Warranty", "Two years.", Audience::Internal).await;
        let category = room.category("Products", false).await;
        let about = About {
            category: Some(category.clone()),
            audience: Audience::Customers,
            owner: Some(room.ingrid.id.clone()),
            sources: " The contract ".into(),
            tags: ["Warm", "warm", "", "heat pump"].map(str::to_owned).into(),
            review_on: Some(jiff::civil::date(2027, 1, 31)),
        };
        room.describe(&writes, &id, about.clone()).await.expect("nobody reads it yet");
        let kept = room.about(&id).await;
        let expected =
            About { sources: "The contract".into(), tags: vec!["warm".into(), "heatpump".into()], ..about.clone() };
        assert_eq!(kept, expected);
        room.publish(&id, Language::En).await;
        let wider = About { audience: Audience::Public, ..kept.clone() };
        assert_eq!(refusal(room.describe(&writes, &id, wider.clone()).await), Refusal::Forbidden);
        room.describe(&writes, &id, About { sources: String::new(), ..kept.clone() }).await.expect("no wider");
        assert!(room.read(Reader::Stranger, "warranty").await.is_none());
        room.describe(&publishes, &id, wider).await.expect("described");
        assert!(room.read(Reader::Stranger, "warranty").await.is_some());

        let nowhere =
            About { category: Some("act_00000000000000000000000000".parse().expect("an id")), ..kept.clone() };
        assert_eq!(refusal(room.describe(&publishes, &id, nowhere).await), Refusal::CategoryUnknown);
        let nobody = About { owner: Some("stf_00000000000000000000000000".parse().expect("an id")), ..kept };
        assert_eq!(refusal(room.describe(&publishes, &id, nobody.clone()).await), Refusal::OwnerUnknown);
        assert_eq!(refusal(room.begin_as(&publishes, "Mine", "x", nobody).await), Refusal::OwnerUnknown);
    });
}

#[test]
fn the_list_is_narrowed_goes_on_and_tells_what_grew_old() {
    run(|room| async move {
        let first = room.published("Alpha 100%", "One.", Audience::Public).await;
        room.write(&first, Language::Nb, "Alfa", "En.").await;
        room.test.clock.advance(SignedDuration::from_mins(1));
        let second = room.begin("Beta", "Two.", Audience::Internal).await;
        let about = About { review_on: Some(jiff::civil::date(2026, 11, 18)), ..room.about(&second).await };
        room.describe(&room.jonas.actor(), &second, about).await.expect("described");
        room.test.clock.advance(SignedDuration::from_mins(1));
        room.write(&first, Language::En, "Alpha 100%", "One and more.").await;
        room.publish(&first, Language::En).await;

        let listed = async |wanted: Wanted, most| {
            let mut conn = room.p().db.read().await.expect("read");
            store::list(&mut conn, &Scope::All, &wanted, most).await.expect("read")
        };
        let titles = async |wanted: Wanted| -> Vec<String> {
            listed(wanted, 10).await.into_iter().map(|line| line.title).collect()
        };
        let all = || Wanted::default();
        assert_eq!(titles(all()).await, ["Alpha 100%", "Beta", "Alfa"], "saved last first");
        let mut seen = Vec::new();
        let mut after = None;
        while let Some(line) = listed(Wanted { after: after.take(), ..all() }, 1).await.pop() {
            after = Some(line.id);
            seen.push(line.title);
        }
        assert_eq!(seen, ["Alpha 100%", "Beta", "Alfa"], "page by page as well");
        assert_eq!(titles(Wanted { state: Some(State::Published), ..all() }).await, ["Alpha 100%"]);
        assert_eq!(titles(Wanted { language: Some(Language::Nb), ..all() }).await, ["Alfa"]);
        assert_eq!(titles(Wanted { owner: Some(room.ingrid.id.clone()), ..all() }).await, Vec::<String>::new());
        assert_eq!(titles(Wanted { title: " ALPHA".into(), ..all() }).await, ["Alpha 100%"]);
        assert_eq!(titles(Wanted { title: "0%".into(), ..all() }).await, ["Alpha 100%"]);
        assert_eq!(titles(Wanted { title: "a_".into(), ..all() }).await, Vec::<String>::new());
        let on = |day| Wanted { stale_on: Some(jiff::civil::date(2026, 11, day)), ..all() };
        assert_eq!((titles(on(17)).await.len(), titles(on(18)).await), (0, vec!["Beta".to_owned()]));
        let older: Vec<_> = listed(all(), 10).await.into_iter().map(|line| (line.title, line.is_older)).collect();
        let expected = [("Alpha 100%", false), ("Beta", false), ("Alfa", true)];
        assert_eq!(older, expected.map(|(title, older)| (title.to_owned(), older)));
        let mut conn = room.p().db.read().await.expect("read");
        let own = Scope::Own("per_1".into());
        assert!(store::list(&mut conn, &own, &all(), 10).await.expect("read").is_empty());
    });
}
