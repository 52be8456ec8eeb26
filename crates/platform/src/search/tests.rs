//! The index on both engines: the same hits, in the same order, whatever is typed.

use base::{Instant, Language};
use words::search::{Wanted, parse};

use super::*;
use crate::Platform;
use crate::testing::{TestPlatform, a_wednesday, on_both_engines};

fn doc(subject: &str, minutes: i64, text: &str) -> Document {
    Document {
        shelf: Shelf::Messages,
        subject: subject.into(),
        thread: format!("thread-{subject}"),
        at: a_wednesday() + jiff::SignedDuration::from_mins(minutes),
        language: Some(Language::En),
        text: text.into(),
        marks: Vec::new(),
    }
}

async fn keep(p: &Platform, docs: &[Document]) {
    let mut tx = p.begin().await.expect("begin");
    for doc in docs {
        put(&mut tx, doc).await.expect("put");
    }
    tx.commit().await.expect("commit");
}

fn wanted(query: &str) -> Wanted {
    let (parts, open) = parse(query, &[]);
    Wanted::of(&parts, open)
}

fn ask<'a>(wanted: &'a Wanted, only: &'a Only) -> Ask<'a> {
    Ask { wanted, shelf: Shelf::Messages, since: None, until: None, after: None, only, most: 10 }
}

async fn hits(p: &Platform, query: &str) -> Vec<String> {
    let (wanted, only) = (wanted(query), Only::default());
    let found = find(&mut p.db.read().await.expect("read"), &ask(&wanted, &only)).await;
    found.unwrap_or_else(|fault| panic!("{query}: {}", fault.chain())).into_iter().map(|hit| hit.subject).collect()
}

fn on_both(body: impl AsyncFn(TestPlatform)) {
    on_both_engines(crate::schema::MIGRATIONS, |test| body(test));
}

#[test]
fn what_was_written_is_found_newest_first_by_words_stems_beginnings_and_phrases() {
    on_both(async |test| {
        let p = &test.platform;
        keep(
            p,
            &[
                doc("b", 2, "The invoices for the blue tent are late"),
                doc("a", 1, "A blue sky. One invoice, tent pegs; kari@example.com"),
                doc("c", 3, "Nothing of that, order TX-4711"),
            ],
        )
        .await;
        for (query, expected) in [
            ("invoice ", &["b", "a"][..]),
            ("invoices ", &["b", "a"]),
            ("invo", &["b", "a"]),
            ("invo ", &[]),
            ("blue tent", &["b", "a"]),
            ("\"blue tent\"", &["b"]),
            ("\"blue sky\" invoice", &["a"]),
            ("invoice -late", &["a"]),
            ("-invoice", &["c"]),
            ("kari@example.com", &["a"]),
            ("tx-4711 ", &["c"]),
            ("tx-47", &["c"]),
            ("", &["c", "b", "a"]),
            ("missing", &[]),
        ] {
            assert_eq!(hits(p, query).await, expected, "{query} on {:?}", p.db.engine());
        }
    });
}

#[test]
fn nothing_that_can_be_typed_breaks_the_question() {
    on_both(async |test| {
        let p = &test.platform;
        keep(
            p,
            &[doc(
                "a",
                1,
                "o'clock 'quoted' \\slash \"double\" NEAR(x) words:also a* (b) ; DROP TABLE search_doc -- é",
            )],
        )
        .await;
        for query in [
            "' OR 1=1 --",
            "\"",
            "\"\"",
            "*",
            "a*",
            "^a",
            "NEAR(a b)",
            "words:also",
            "a AND",
            "OR",
            "NOT NOT a",
            "(",
            "))((",
            "\\",
            "'\\''",
            "!a & |b",
            "a:*",
            "<->",
            "-",
            "--a",
            "-\"",
            "\0",
            "\u{202e}abc",
            "a\u{0}b",
            "%_",
            "$1",
            "{}",
            "ﷺ",
        ] {
            hits(p, query).await;
        }
        assert_eq!(hits(p, "quoted slash double").await, ["a"]);
        assert_eq!(hits(p, &"z ".repeat(50_000)).await, Vec::<String>::new());
    });
}

#[test]
fn a_document_is_replaced_moved_and_forgotten() {
    on_both(async |test| {
        let p = &test.platform;
        keep(p, &[doc("a", 1, "first words"), doc("b", 1, "first other")]).await;
        keep(p, &[doc("a", 5, "second words")]).await;
        assert_eq!(hits(p, "first ").await, ["b"]);
        assert_eq!(hits(p, "words ").await, ["a"]);
        let mut tx = p.begin().await.expect("begin");
        moved(&mut tx, "a", "elsewhere").await.expect("moved");
        forget(&mut tx, "b").await.expect("forgotten");
        forget(&mut tx, "never was").await.expect("nothing to forget");
        tx.commit().await.expect("commit");
        let (wanted, only) = (wanted("words"), Only::default());
        let found = find(&mut p.db.read().await.expect("read"), &ask(&wanted, &only)).await.expect("found");
        assert_eq!(found.iter().map(|hit| hit.thread.as_str()).collect::<Vec<_>>(), ["elsewhere"]);
        assert_eq!(hits(p, "first ").await, Vec::<String>::new());
    });
}

#[test]
fn what_is_not_committed_was_never_there() {
    on_both(async |test| {
        let p = &test.platform;
        let mut tx = p.begin().await.expect("begin");
        put(&mut tx, &doc("a", 1, "unsaid")).await.expect("put");
        drop(tx);
        assert_eq!(hits(p, "unsaid").await, Vec::<String>::new());
    });
}

#[test]
fn conditions_times_and_shelves_hold_within_the_question() {
    on_both(async |test| {
        let p = &test.platform;
        let person = Document { shelf: Shelf::People, ..doc("p", 9, "tent Kari") };
        keep(p, &[doc("a", 1, "tent"), doc("b", 2, "tent"), doc("c", 3, "tent"), person]).await;
        let mut conn = p.db.read().await.expect("read");
        let tent = wanted("tent");
        let mut only = Only::default();
        let place = only.bind("b");
        only.holds(format!("d.subject <> {place}"));
        let subjects = |hits: Vec<Hit>| hits.into_iter().map(|hit| hit.subject).collect::<Vec<_>>();
        assert_eq!(subjects(find(&mut conn, &ask(&tent, &only)).await.expect("found")), ["c", "a"]);
        let none = Only::default();
        let at = |minutes| Some(a_wednesday() + jiff::SignedDuration::from_mins(minutes));
        let part = Ask { since: at(2), until: at(3), ..ask(&tent, &none) };
        assert_eq!(subjects(find(&mut conn, &part).await.expect("found")), ["b"]);
        let people = Ask { shelf: Shelf::People, ..ask(&tent, &none) };
        assert_eq!(subjects(find(&mut conn, &people).await.expect("found")), ["p"]);
        let empty = Wanted::default();
        let all = Ask { since: at(2), ..ask(&empty, &none) };
        assert_eq!(subjects(find(&mut conn, &all).await.expect("found")), ["c", "b"]);
    });
}

#[test]
fn marks_are_found_by_their_name_only() {
    on_both(async |test| {
        let p = &test.platform;
        let marks = vec![("from", "Kari Moe <kari@example.com>".to_owned())];
        keep(p, &[Document { marks, ..doc("a", 1, "Hello") }, doc("b", 2, "Hello kari")]).await;
        let only = Only::default();
        for (value, expected) in [("kari", 1), ("mo", 1), ("kari@exam", 1), ("Kari Moe", 1), ("hello", 0)] {
            let mut wanted = Wanted::default();
            wanted.marked("from", value, false);
            let found = find(&mut p.db.read().await.expect("read"), &ask(&wanted, &only)).await.expect("found");
            assert_eq!(found.len(), expected, "{value}");
        }
        assert_eq!(hits(p, "kari").await, ["b"]);
    });
}

#[test]
fn pages_tell_each_thread_once() {
    on_both(async |test| {
        let p = &test.platform;
        let docs: Vec<Document> = (0..60)
            .map(|n| Document { thread: format!("t{}", n % 7), ..doc(&format!("m{n}"), n, "tent") })
            .chain([doc("other", 500, "nothing")])
            .collect();
        keep(p, &docs).await;
        let (tent, only) = (wanted("tent"), Only::default());
        let mut conn = p.db.read().await.expect("read");
        let (mut told, mut after) = (Vec::new(), None);
        for _ in 0..5 {
            let page = find_threads(&mut conn, &Ask { after, most: 3, ..ask(&tent, &only) }).await.expect("found");
            after = page.last().map(|hit| hit.place);
            told.extend(page.into_iter().map(|hit| hit.thread));
            if after.is_none() {
                break;
            }
        }
        assert_eq!(told, ["t3", "t2", "t1", "t0", "t6", "t5", "t4"]);
    });
}

#[test]
fn however_many_come_within_one_second_all_have_their_place_and_none_far_away() {
    let own = doc("m", 0, "");
    let second = |place: Place| place.0 >> 12;
    let begins = second(place::candidates(&own).next().expect("a place"));
    let mut taken = std::collections::HashSet::new();
    for n in 0..300_000 {
        let one = Document { subject: format!("m{n}"), ..own.clone() };
        let place = place::candidates(&one).find(|place| taken.insert(place.0));
        let place = place.unwrap_or_else(|| panic!("no place for {n}"));
        // They need 74 seconds if they lie side by side.
        assert!((begins..begins + 2048).contains(&second(place)), "{n}");
    }
    let early = Document { at: Instant::MIN, ..doc("a", 0, "") };
    let late = Document { at: Instant::MAX, shelf: Shelf::People, ..doc("a", 0, "") };
    assert!(place::candidates(&early).all(|place| place.0 >= 0 && place.0 < 1 << 56));
    assert!(place::candidates(&late).all(|place| place.0 >= 1 << 56 && place.0 < 2 << 56));
}

#[test]
fn a_mistyped_word_is_mended_by_words_that_the_reader_may_see() {
    on_both(async |test| {
        let p = &test.platform;
        keep(p, &[doc("a", 1, "the derailleur broke"), doc("b", 2, "a secret receiver"), doc("c", 3, "receive it")])
            .await;
        let mut conn = p.db.read().await.expect("read");
        let mut only = Only::default();
        only.holds("d.subject <> 'b'".to_owned());
        let mended = async |conn: &mut Conn, query: &str, only: &Only| {
            let wanted = wanted(query);
            let mended = mend(&p.words, conn, &ask(&wanted, only)).await.expect("asked");
            match mended {
                None => (Vec::new(), Vec::new()),
                Some(mended) => {
                    let found = find(conn, &ask(&mended.wanted, only)).await.expect("found");
                    (mended.instead, found.into_iter().map(|hit| hit.subject).collect())
                }
            }
        };
        let (instead, found) = mended(&mut conn, "derailer broke", &only).await;
        assert_eq!((instead, found), (vec![("derailer".into(), "derailleur".into())], vec!["a".to_owned()]));
        let (instead, _) = mended(&mut conn, "receivr", &only).await;
        assert_eq!(instead, [("receivr".to_owned(), "receive".to_owned())]);
        let none = Only::default();
        assert_eq!(mended(&mut conn, "secrte", &only).await.0, []);
        assert_eq!(mended(&mut conn, "secrte", &none).await.0, [("secrte".to_owned(), "secret".to_owned())]);
        assert_eq!(mended(&mut conn, "derailleur", &none).await.0, [], "nothing is wrong with it");
        keep(p, &[doc("d", 4, "panniers")]).await;
        assert_eq!(
            mended(&mut conn, "pannirs", &none).await.0,
            [("pannirs".to_owned(), "panniers".to_owned())],
            "new ones, too"
        );
    });
}

struct Ten;

impl Source for Ten {
    fn name(&self) -> &'static str {
        "ten"
    }
    fn count<'a>(&'a self, _: &'a mut Conn) -> Later<'a, i64> {
        Box::pin(async { Ok(450) })
    }
    fn page<'a>(
        &'a self,
        _: &'a mut Tx,
        after: Option<&'a str>,
        most: i64,
    ) -> Later<'a, (Vec<Document>, Option<String>)> {
        Box::pin(async move {
            let from: i64 = after.map_or(450, |after| after.parse().unwrap_or(0));
            let to = (from - most).max(0);
            let docs = (to..from).rev().map(|n| doc(&format!("m{n}"), n, &format!("number{n} all"))).collect();
            Ok((docs, (to > 0).then(|| to.to_string())))
        })
    }
}

#[test]
fn the_index_is_made_anew_and_goes_on_where_it_was_stopped() {
    on_both(async |test| {
        let p = &test.platform;
        keep(p, &[doc("gone", 1, "all that is gone")]).await;
        assert!(!is_ready(&mut p.db.read().await.expect("read")).await.expect("asked"));
        assert!(!begin(p).await.expect("begun"));
        assert_eq!(step(p, &[&Ten]).await.expect("a step"), Progress { written: 200, done: false });
        assert_eq!(hits(p, "number449").await, ["m449"], "the newest first");
        assert!(begin(p).await.expect("begun again"), "it goes on");
        let mut written = 200;
        loop {
            let progress = step(p, &[&Ten]).await.expect("a step");
            written += progress.written;
            if progress.done {
                break;
            }
        }
        assert_eq!(written, 450);
        assert!(is_ready(&mut p.db.read().await.expect("read")).await.expect("asked"));
        assert_eq!(hits(p, "gone ").await, Vec::<String>::new());
        assert_eq!(hits(p, "number0 ").await, ["m0"]);
        assert!(!begin(p).await.expect("begun"), "from the start once it was whole");
    });
}
