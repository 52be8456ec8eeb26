//! What was said is found by the very next question, within rights, and follows what becomes of it.

use platform::search;

use super::*;
use crate::rules::searching::read;
use crate::searching::{Results, Searcher, search as look};

async fn results(p: &Platform, scope: &Scope, me: Option<&StaffId>, query: &str) -> Results {
    let asked = read(query, &jiff::tz::TimeZone::UTC);
    let who = Searcher { scope, me, after: None, most: 20 };
    let found = look(&p.words, &mut p.db.read().await.expect("read"), &who, &asked).await;
    found.unwrap_or_else(|fault| panic!("{query}: {}", fault.chain()))
}

/// What the checks say about the index.
async fn wrong(tx: &mut platform::Tx) -> Vec<String> {
    let mut found = Vec::new();
    for rule in crate::check::RULES.iter().filter(|rule| rule.name.starts_with("search")) {
        found.extend(platform::check::Check::run(rule, tx).await.expect("looks"));
    }
    found.into_iter().map(|problem| problem.place).collect()
}

pub(super) async fn numbers(p: &Platform, query: &str) -> Vec<i64> {
    let found = results(p, &Scope::All, None, query).await.found;
    found.into_iter().map(|found| found.row.conversation.number).collect()
}

#[test]
fn what_one_follows_and_what_is_put_off_is_found_by_a_sign() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let first = take_in(p, mail(p, "kari@post.example", "Motoren", "Den stopper.")).await;
        let second = take_in(p, mail(p, "ola@verksted.example", "Sadelen", "Den er borte.")).await;
        commands::follow(p, &actor, &first.conversation, true).await.expect("followed");
        let until = crate::Snooze::Until(p.clock.business() + SignedDuration::from_hours(3));
        commands::snooze(p, &actor, &second.conversation, until).await.expect("put off");
        for (query, expected) in [("is:followed", first.number), ("-is:followed", second.number)] {
            let found = results(p, &Scope::All, Some(&me), query).await.found;
            assert_eq!(
                found.iter().map(|found| found.row.conversation.number).collect::<Vec<_>>(),
                [expected],
                "{query}"
            );
        }
        assert_eq!(numbers(p, "is:followed").await, Vec::<i64>::new(), "nobody in particular follows nothing");
        assert_eq!(numbers(p, "is:snoozed").await, [second.number]);
        assert_eq!(numbers(p, "-is:snoozed").await, [first.number]);
    });
}

#[test]
fn what_was_said_is_found_at_once_by_its_words_people_files_and_kind() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let mut first = mail(p, "kari@post.example", "Motoren", "Fakturaene for sykkelen mangler.");
        first.files = vec![crate::commands::InboundFile {
            name: "kvittering.pdf".into(),
            content_type: "application/pdf".into(),
            size: 10,
            inline: false,
            content_id: None,
            part: "1".into(),
        }];
        let first = take_in(p, first).await;
        test.clock.advance(SignedDuration::from_hours(30));
        let second = take_in(p, mail(p, "ola@verksted.example", "Sadelen", "Den blå sadelen er løs.")).await;
        commands::note(p, &actor, &second.conversation, "Ring verkstedet om bolten").await.expect("noted");
        commands::reply(p, &actor, &first.conversation, reply("Fakturaen kommer i morgen")).await.expect("replied");
        commands::tag(p, &actor, &first.conversation, &["Urgent part".to_owned()]).await.expect("tagged");
        let (a, b) = (first.number, second.number);
        for (query, expected) in [
            ("faktura ", vec![a]),
            ("motoren fakturaer ", vec![a]),
            ("kvittering", vec![a]),
            ("from:ola", vec![b]),
            ("from:ola@verksted.example løs", vec![b]),
            ("from:ola faktura ", vec![]),
            ("to:kari@post.example", vec![a]),
            ("is:note bolten", vec![b]),
            ("is:note", vec![b]),
            ("has:note løs", vec![b]),
            ("løs -has:note", vec![]),
            ("has:attachment", vec![a]),
            ("is:mine", vec![a]),
            ("is:unassigned", vec![b]),
            ("is:waiting", vec![a]),
            ("-is:waiting", vec![b]),
            ("is:new is:unread", vec![b]),
            ("before:2026-11-19", vec![a]),
            ("after:2026-11-19 sadel", vec![b]),
            ("\"blå sadelen\"", vec![b]),
            ("blaa sadel", vec![b]),
            ("tag:\"urgent part\"", vec![a]),
            ("-tag:\"urgent part\"", vec![b]),
            ("tag:urgent", vec![]),
        ] {
            let found = results(p, &Scope::All, Some(&me), query).await.found;
            let found: Vec<i64> = found.iter().map(|found| found.row.conversation.number).collect();
            assert_eq!(found, expected, "{query}");
        }
        let found = results(p, &Scope::All, None, &format!("#{a}")).await;
        assert_eq!(found.number.map(|found| found.number), Some(a));
        let found = results(p, &Scope::All, None, "fakturaer ").await.found;
        assert_eq!((found[0].kind, found[0].by.as_str()), (MessageKind::Reply, "Ingrid Moen"), "the newest of it");
        assert_eq!(found[0].excerpt.pieces[0], ("Fakturaen".to_owned(), true));
        assert_eq!(wrong(&mut p.begin().await.expect("begin")).await, Vec::<String>::new());
    });
}

#[test]
fn nobody_finds_what_they_may_not_see_not_even_a_word_of_it() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let kari = take_in(p, mail(p, "kari@post.example", "Motoren", "Den stopper stadig.")).await;
        let ola = take_in(p, mail(p, "ola@post.example", "Hemmelig", "En overraskelse stopper.")).await;
        let own = Scope::Own(find(p, &kari.conversation).await.person.to_string());
        let found = |query: &'static str| {
            let own = own.clone();
            async move { results(p, &own, None, query).await }
        };
        let seen = found("stopper").await.found;
        assert_eq!(seen.iter().map(|found| found.row.conversation.number).collect::<Vec<_>>(), [kari.number]);
        let mistyped = found("overaskelse").await;
        assert!(mistyped.found.is_empty() && mistyped.instead.is_empty(), "{mistyped:?}");
        let number: &'static str = Box::leak(format!("#{}", ola.number).into_boxed_str());
        assert!(found(number).await.number.is_none());
        let none = results(p, &Scope::Departments(vec!["dep_x".into(), "dep_y".into()]), None, "is:new stopper").await;
        assert!(none.found.is_empty(), "what belongs to no department stays with the others");
        let mistyped = results(p, &Scope::All, None, "overaskelse").await;
        assert_eq!(mistyped.instead, [("overaskelse".to_owned(), "overraskelse".to_owned())]);
        assert_eq!(mistyped.found[0].row.conversation.number, ola.number);
    });
}

#[test]
fn what_is_merged_split_or_taken_back_is_found_where_it_is() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let one = take_in(p, mail(p, "kari@post.example", "Motoren", "Den stopper.")).await;
        let two = take_in(p, mail(p, "kari@post.example", "Sadelen", "Den er skjev.")).await;
        commands::merge(p, &actor, &two.conversation, one.number).await.expect("merged");
        assert_eq!(numbers(p, "skjev").await, [one.number]);
        commands::undo_merge(p, &actor, &two.conversation).await.expect("apart");
        assert_eq!(numbers(p, "skjev").await, [two.number]);
        let sent = commands::reply(p, &actor, &one.conversation, reply("Vi sender en pakke")).await.expect("replied");
        assert_eq!(numbers(p, "pakke").await, [one.number]);
        commands::undo_send(p, &actor, &sent).await.expect("taken back");
        assert_eq!(numbers(p, "pakke").await, Vec::<i64>::new());
        assert_eq!(wrong(&mut p.begin().await.expect("begin")).await, Vec::<String>::new());
    });
}

#[test]
fn an_answer_is_not_found_by_what_it_quotes() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let one = take_in(p, mail(p, "kari@post.example", "Motoren", "Den skrangler fælt.")).await;
        let mut answer = mail(p, "kari@post.example", "Re: Motoren", "Nå er den stille.\n\n> Den skrangler fælt.");
        answer.references = vec![format!("Motoren-{}@post.example", "Den skrangler fælt.".len())];
        test.clock.advance(SignedDuration::from_hours(1));
        let placed = take_in(p, answer).await;
        assert_eq!(placed.conversation, one.conversation);
        let found = results(p, &Scope::All, None, "skrangler").await.found;
        assert_eq!((found.len(), found[0].excerpt.pieces[0].0.as_str()), (1, "Den "));
        assert_ne!(found[0].message, placed.message, "the first mail, not the one that quotes it");
    });
}

#[test]
fn the_index_made_anew_finds_the_same_and_a_check_tells_when_it_does_not() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let one = take_in(p, mail(p, "kari@post.example", "Motoren", "Den stopper.")).await;
        let sent = commands::reply(p, &actor, &one.conversation, reply("En pakke kommer")).await.expect("replied");
        commands::undo_send(p, &actor, &sent).await.expect("taken back");
        let rebuilt = async || {
            search::begin(p).await.expect("begun");
            while !search::step(p, &[&people::person::Customers, &crate::Messages]).await.expect("a step").done {}
        };
        rebuilt().await;
        assert_eq!(wrong(&mut p.begin().await.expect("begin")).await, Vec::<String>::new());
        assert_eq!(numbers(p, "stopper").await, [one.number]);
        assert_eq!(numbers(p, "pakke").await, Vec::<i64>::new());
        let mut tx = p.begin().await.expect("begin");
        search::moved(&mut tx, one.message.as_str(), "elsewhere").await.expect("moved");
        assert_eq!(wrong(&mut tx).await, [one.message.to_string()]);
        search::forget(&mut tx, one.message.as_str()).await.expect("forgotten");
        assert_eq!(wrong(&mut tx).await, [one.message.to_string()]);
        tx.commit().await.expect("commit");
        rebuilt().await;
        assert_eq!(wrong(&mut p.begin().await.expect("begin")).await, Vec::<String>::new());
    });
}

#[test]
fn hostile_and_endless_queries_are_answered_soon() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        take_in(p, mail(p, "kari@post.example", "Motoren", "Den stopper.")).await;
        for query in
            ["\"", "from:\"", "is:'; DROP TABLE message --", "before:0000-00-00", "((((", "a:b:c", "\0", "-", "*"]
        {
            results(p, &Scope::All, None, query).await;
        }
        let long = "(a+)+$ \"x\" -y from:z ".repeat(5_000);
        let started = std::time::Instant::now();
        results(p, &Scope::All, None, &long).await;
        assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
    });
}
