//! What is asked in public is found with what was answered, by whom the settings let read it, and at once.

use base::Language;
use platform::search::{self, Asker, Elsewhere as _, Line, Look};

use super::{House, run, words};
use crate::Topics;
use crate::commands::{self, Decision};
use crate::model::Subject;
use crate::settings::Community;

async fn found(house: &House, asker: Asker, text: &str) -> Vec<Line> {
    let mut conn = house.p().db.read().await.expect("read");
    let look = Look { asker: &asker, text, open: false, language: Language::En, most: 5 };
    Topics.lines(house.p(), &mut conn, look).await.expect("looked")
}

async fn titles(house: &House, text: &str) -> Vec<String> {
    found(house, Asker::Stranger, text).await.into_iter().map(|one| one.title).collect()
}

#[test]
fn a_topic_is_found_by_its_answers_mistyped_words_and_tags_and_shows_why() {
    run(|house| async move {
        let it = house.ask("Does the warranty follow the bicycle?").await;
        house.ask("Where are kettles repaired?").await;
        assert_eq!(titles(&house, "waranty").await, ["Does the warranty follow the bicycle?"]);
        assert_eq!(titles(&house, "skeleton").await, Vec::<String>::new());
        let post = house.answer(&house.bent, &it.id, "Only with the skeleton key.").await;
        let lines = found(&house, Asker::Stranger, "skeleton").await;
        let line = lines.first().expect("found at once");
        assert_eq!(line.href, format!("/community/q/{}", it.id));
        assert!(line.pieces.contains(&("skeleton".to_owned(), true)), "{line:?}");
        commands::decide(house.p(), &house.ingrid, &Subject::Post(post.id), Decision::Hide).await.expect("hidden");
        assert_eq!(titles(&house, "skeleton").await, Vec::<String>::new(), "and no more once it is hidden");
        commands::decide(house.p(), &house.ingrid, &Subject::Topic(it.id), Decision::Hide).await.expect("hidden");
        assert_eq!(titles(&house, "warranty").await, Vec::<String>::new());
        assert_eq!(titles(&house, "bikes").await, ["Where are kettles repaired?"], "by its tag");
    });
}

#[test]
fn only_whom_the_settings_let_read_finds_anything() {
    run(|house| async move {
        house.ask("Does the warranty follow the bicycle?").await;
        let desk = || Asker::Colleague(house.ingrid.clone());
        let lines = found(&house, desk(), "warranty").await;
        assert!(lines.iter().all(|one| one.href.starts_with("/desk/community/")) && lines.len() == 1, "{lines:?}");
        house.set(Community { on: true, members_only: true, ..Community::default() }).await;
        assert_eq!(found(&house, Asker::Stranger, "warranty").await.len(), 0);
        assert_eq!(found(&house, Asker::Customer, "warranty").await.len(), 1);
        house.set(Community::default()).await;
        for asker in [Asker::Stranger, Asker::Customer, desk()] {
            assert_eq!(found(&house, asker, "warranty").await.len(), 0, "there is no community");
        }
    });
}

#[test]
fn the_index_made_anew_finds_the_same() {
    run(|house| async move {
        let it = house.ask("Does the warranty follow the bicycle?").await;
        house.answer(&house.bent, &it.id, "Only with the skeleton key.").await;
        search::begin(house.p()).await.expect("begun");
        while !search::step(house.p(), &[&Topics]).await.expect("a step").done {}
        assert_eq!(titles(&house, "skeleton").await, ["Does the warranty follow the bicycle?"]);
    });
}

#[test]
fn what_is_merged_is_found_where_it_is_now() {
    run(|house| async move {
        let from = house.ask("Does the warranty follow the bicycle?").await;
        let into = house.ask("Where are kettles repaired?").await;
        commands::answer(house.p(), &house.bent, &from.id, words("Only with the skeleton key.")).await.expect("said");
        commands::merge(house.p(), &house.ingrid, &from.id, &into.id).await.expect("merged");
        assert_eq!(titles(&house, "skeleton").await, ["Where are kettles repaired?"]);
    });
}
