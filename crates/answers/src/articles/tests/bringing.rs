//! Articles of elsewhere: drafts, each once, with what was known of them.

use super::*;
use crate::articles::commands::{Became, bring};
use crate::articles::rules::bringing::File;

fn file(path: &str, text: &str) -> File {
    File { path: path.to_owned(), bytes: text.as_bytes().to_vec() }
}

impl Room {
    async fn bring(&self, files: &[File], dry: bool) -> Vec<(String, Became, usize)> {
        let all = bring(self.p(), &self.ingrid.actor(), files, Language::En, dry).await.expect("brought");
        all.into_iter().map(|one| (one.place, one.became, one.without)).collect()
    }

    async fn count(&self, table: &str) -> i64 {
        let mut conn = self.p().db.read().await.expect("read");
        conn.number(&format!("SELECT COUNT(*) AS n FROM {table}"), platform::vals![]).await.expect("count")
    }
}

#[test]
fn what_comes_is_a_draft_with_its_languages_pictures_author_and_date() {
    run(|room| async move {
        let gif = File { path: "water/img/a.gif".into(), bytes: b"GIF89a\x10\0\x20\0\0\0\0".to_vec() };
        let english = "---\ntitle: The pump\nauthor: jonas lie\ndate: 2024-03-01\ntags: pump\n---\n\
                       ![It](img/a.gif) and ![that](img/b.gif)";
        let files = [
            file("water/pump.nb.md", "# Pumpa\n\nSkru."),
            file("water/pump.md", english),
            gif,
            File { path: "water/broken.md".into(), bytes: vec![0xff] },
            file("water/long.md", &"a ".repeat(40_000)),
        ];
        let expected = [
            ("water/broken.md".to_owned(), Became::Refused("articles-bring-no-text"), 0),
            ("water/long.md".to_owned(), Became::Refused("articles-refused-too-long"), 0),
            ("water/pump.md".to_owned(), Became::New, 1),
            ("water/pump.nb.md".to_owned(), Became::Translation, 0),
        ];
        let sorted = |mut all: Vec<(String, Became, usize)>| {
            all.sort_by(|a, b| a.0.cmp(&b.0));
            all
        };
        assert_eq!(sorted(room.bring(&files, true).await), expected);
        for table in ["article", "article_category", "article_picture", "article_origin"] {
            assert_eq!(room.count(table).await, 0, "a look writes nothing: {table}");
        }
        assert_eq!(sorted(room.bring(&files, false).await), expected);
        assert_eq!((room.count("article").await, room.count("article_text").await), (1, 2));
        assert_eq!(room.count("article_picture").await, 1);

        let mut conn = room.p().db.read().await.expect("read");
        let row = conn.one("SELECT id FROM article", platform::vals![]).await.expect("read").expect("a row");
        let id: ArticleId = row.id("id").expect("an id");
        let category = store::categories(&mut conn).await.expect("read").remove(0).1;
        drop(conn);
        let text = room.text(&id, Language::En).await;
        assert_eq!((text.state, text.live), (crate::articles::State::Draft, None));
        assert_eq!(text.saved_at.to_string(), "2024-03-01T00:00:00Z");
        assert!(text.draft.body.starts_with("![It](/help/pictures/"), "{}", text.draft.body);
        assert!(text.draft.body.ends_with("![that](img/b.gif)"), "{}", text.draft.body);
        let about = room.about(&id).await;
        assert_eq!((about.owner, about.category), (Some(room.jonas.id.clone()), Some(category.id)));
        assert_eq!(category.names.of(Language::En), "water");
        assert_eq!(
            (about.sources.as_str(), about.tags.as_slice()),
            ("jonas lie\n2024-03-01", &["pump".to_owned()][..])
        );
        assert_eq!(room.text(&id, Language::Nb).await.draft.body, "Skru.");

        let again: Vec<Became> = room.bring(&files, false).await.into_iter().map(|(_, became, _)| became).collect();
        assert_eq!(again.iter().filter(|one| **one == Became::Known).count(), 2, "{again:?}");
        assert_eq!(room.count("article").await, 1);
        // Another language that comes later joins the article.
        let later = room.bring(&[file("water/pump.sv.md", "Skruva.")], false).await;
        assert_eq!(later[0].1, Became::Translation);
    });
}

#[test]
fn only_those_who_publish_bring_articles_in() {
    run(|room| async move {
        let files = [file("a.md", "Words.")];
        for staff in [&room.jonas, &room.siv] {
            let refused = bring(room.p(), &staff.actor(), &files, Language::En, false).await;
            assert!(matches!(refused, Err(Failure::Refused(Refusal::Forbidden))), "{refused:?}");
        }
        let none = bring(room.p(), &room.ingrid.actor(), &[], Language::En, false).await;
        assert!(matches!(none, Err(Failure::Refused(Refusal::NoFile))), "{none:?}");
        assert_eq!(room.count("article").await, 0);
    });
}
