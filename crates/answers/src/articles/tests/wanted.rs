//! How often people find what they look for: articles in five languages, and what somebody in a hurry types for them,
//! mistyped, in other forms and words, and in parts of longer words.

use super::*;

const ARTICLES: &str = include_str!("wanted/articles.txt");
const QUERIES: &str = include_str!("wanted/queries.txt");
/// Articles that are looked at before somebody gives up.
const FIRST: usize = 3;
/// Of a hundred questions, as many lead to their article among the first.
const BAR: usize = 90;
const QUERIES_LEAST: usize = 60;

struct Told {
    key: &'static str,
    language: Language,
    tags: Vec<String>,
    title: &'static str,
    body: &'static str,
}

fn articles() -> Vec<Told> {
    let pieces = ARTICLES.split("\n== ").skip(1);
    let read = |piece: &'static str| {
        let mut lines = piece.splitn(3, '\n');
        let mut head = lines.next().expect("a head").split(' ');
        Told {
            key: head.next().expect("a key"),
            language: Language::from_code(head.next().expect("a language")).expect("a known language"),
            tags: head.map(str::to_owned).collect(),
            title: lines.next().expect("a title"),
            body: lines.next().expect("a text").trim(),
        }
    };
    pieces.map(read).collect()
}

/// Publishes all of them; answers whose title is whose.
async fn published(room: &Room) -> Vec<Told> {
    let all = articles();
    for it in &all {
        let about = About { audience: Audience::Public, tags: it.tags.clone(), ..About::default() };
        let new = NewArticle { language: it.language, draft: draft(it.title, it.body), about };
        let mut tx = room.p().begin().await.expect("begin");
        let id = commands::begin(&mut tx, &room.jonas.actor(), new).await.expect("begun");
        tx.commit().await.expect("commit");
        room.publish(&id, it.language).await;
    }
    all
}

#[test]
fn nine_of_ten_questions_lead_to_their_article_among_the_first_three() {
    run(|room| async move {
        let all = published(&room).await;
        assert!(all.len() >= 20);
        let (mut right, mut first, mut asked, mut missed) = (0, 0, 0, Vec::new());
        for line in QUERIES.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
            let mut fields = line.split('\t');
            let (key, _, query) = (fields.next(), fields.next(), fields.next().expect("a question"));
            let it = all.iter().find(|it| Some(it.key) == key).unwrap_or_else(|| panic!("no such article: {line}"));
            let found = room.found(Reader::Stranger, it.language, query).await.articles;
            let titles: Vec<&str> = found.iter().map(|one| one.draft.title.as_str()).collect();
            asked += 1;
            first += usize::from(titles.first() == Some(&it.title));
            if titles.iter().take(FIRST).any(|title| *title == it.title) {
                right += 1;
            } else {
                missed.push(format!("{query}: {titles:?}"));
            }
        }
        println!("{right} of {asked} among the first {FIRST}, {first} of them as the first; missed: {missed:#?}");
        assert!(asked >= QUERIES_LEAST);
        assert!(right * 100 >= asked * BAR, "{right} of {asked}: {missed:#?}");
    });
}

#[test]
fn a_passage_shows_the_words_that_led_to_it_mistyped_ones_and_parts_included() {
    run(|room| async move {
        published(&room).await;
        for (language, query, marked) in [
            (Language::En, "batery winter", "battery"),
            (Language::Nb, "frakt", "Returfrakten"),
            (Language::Id, "mengganti", "mengganti"),
        ] {
            let found = room.found(Reader::Stranger, language, query).await;
            let mut conn = room.p().db.read().await.expect("read");
            let passages = found::passages(&mut conn, Reader::Stranger, &found).await.expect("passages");
            let marks = passages.iter().flat_map(|one| &one.pieces).filter(|(_, is)| *is);
            let marks: Vec<&str> = marks.map(|(text, _)| text.as_str()).collect();
            assert!(marks.contains(&marked), "{query}: {marks:?}");
        }
    });
}
