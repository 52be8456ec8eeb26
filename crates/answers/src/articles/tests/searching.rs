//! An article is found by the words of what is live, however they are bent or mistyped, and by nobody else's.

use platform::search;

use super::*;
use crate::articles::Articles;

#[test]
fn an_article_is_found_by_other_forms_of_its_words_by_its_tags_and_by_mistyped_ones() {
    run(|room| async move {
        let id = room.begin("Money back", "**Refunds** arrive within five days.", Audience::Public).await;
        let about = About { tags: vec!["invoices".into()], ..room.about(&id).await };
        room.describe(&room.jonas.actor(), &id, about).await.expect("described");
        room.publish(&id, Language::En).await;
        room.published("Warranty", "Frozen batteries are covered.", Audience::Public).await;
        for (query, expected) in [
            ("refund", "Money back"),
            ("refunds arriving", "Money back"),
            ("REFUNDS", "Money back"),
            ("invoice", "Money back"),
            ("battery", "Warranty"),
            ("why is there no skeleton of a battery", "Warranty"),
        ] {
            let titles = room.titles(query).await;
            assert_eq!(titles.first().map(String::as_str), Some(expected), "{query}: {titles:?}");
        }
        let mistyped = room.found(Reader::Stranger, Language::En, "warrenty").await;
        assert_eq!(mistyped.instead, [("warrenty".to_owned(), "warranty".to_owned())]);
        assert_eq!(mistyped.articles.first().map(|one| one.draft.title.as_str()), Some("Warranty"));
        assert_eq!(room.titles("trampoline").await, Vec::<String>::new());
        let mut conn = room.p().db.read().await.expect("read");
        let open = found::look(room.p(), &mut conn, Reader::Stranger, Language::En, "refu", true, 10).await;
        assert_eq!(open.expect("looked").articles.len(), 1, "the last word may still be going on");
    });
}

#[test]
fn nobody_finds_what_they_may_not_read_not_even_a_word_of_it() {
    run(|room| async move {
        let id = room.published("Keys", "The skeleton hangs in the cupboard.", Audience::Internal).await;
        for (reader, sees) in [(Reader::Stranger, 0), (Reader::Customer, 0), (Reader::Colleague, 1)] {
            assert_eq!(room.found(reader, Language::En, "skeleton").await.articles.len(), sees, "{reader:?}");
            let mistyped = room.found(reader, Language::En, "skeletun").await;
            assert_eq!((mistyped.articles.len(), mistyped.instead.len()), (sees, sees), "{reader:?}");
        }
        let about = room.about(&id).await;
        let widened = About { audience: Audience::Customers, ..about };
        room.describe(&room.ingrid.actor(), &id, widened).await.expect("described");
        for (reader, sees) in [(Reader::Stranger, 0), (Reader::Customer, 1)] {
            assert_eq!(room.found(reader, Language::En, "skeleton").await.articles.len(), sees, "{reader:?}");
        }
    });
}

#[test]
fn only_the_words_of_what_is_live_in_this_language_lead_to_it() {
    run(|room| async move {
        let id = room.begin("Keys", "The skeleton hangs there.", Audience::Public).await;
        assert_eq!(room.titles("skeleton").await, Vec::<String>::new(), "a draft");
        room.publish(&id, Language::En).await;
        room.write(&id, Language::En, "Keys", "The lantern hangs there.").await;
        assert_eq!((room.titles("lantern").await.len(), room.titles("skeleton").await.len()), (0, 1));
        room.publish(&id, Language::En).await;
        assert_eq!((room.titles("lantern").await.len(), room.titles("skeleton").await.len()), (1, 0));
        room.write(&id, Language::Nb, "Nøkler", "Lykten henger der.").await;
        room.publish(&id, Language::Nb).await;
        assert_eq!(room.titles("lykten").await, Vec::<String>::new(), "another language");
        assert_eq!(room.found(Reader::Stranger, Language::Nb, "lykt").await.articles.len(), 1);
    });
}

#[test]
fn the_index_made_anew_finds_the_same() {
    run(|room| async move {
        room.published("Warranty", "Frozen batteries are covered.", Audience::Public).await;
        room.begin("Draft", "A trampoline.", Audience::Public).await;
        search::begin(room.p()).await.expect("begun");
        while !search::step(room.p(), &[&Articles]).await.expect("a step").done {}
        assert_eq!(room.titles("battery").await, ["Warranty"]);
        assert_eq!(room.titles("trampoline").await, Vec::<String>::new());
    });
}

#[test]
fn hostile_and_endless_questions_are_answered() {
    run(|room| async move {
        room.published("Warranty", "Frozen batteries are covered.", Audience::Public).await;
        for query in
            ["", "\"", "'; DROP TABLE article --", "((((", "a:b:c", "\0", "-", "*", "%", "from:\"", "-warranty"]
        {
            room.found(Reader::Stranger, Language::En, query).await;
        }
        room.found(Reader::Stranger, Language::En, &"(a+)+$ \"x\" -y from:z ".repeat(5_000)).await;
        assert_eq!(room.titles("warranty").await, ["Warranty"], "the tables stand");
    });
}
