//! Guides on both engines: made, published when they are whole, walked, counted, and walked on their pages.

mod pages;

use std::future::Future;

use base::{Actor, Language, Role, Scope};
use people::staff::{self, NewStaff, Staff};
use platform::testing::{TestPlatform, on_both_engines};
use platform::{Platform, log};

use super::commands::{self, Step};
use super::rules::Flaw;
use super::store::{self, Line};
use super::{Answer, Choice, Ending, Failure, GuideId, Kind, Node, Refusal, Tested, Tree};
use crate::articles::Names;

/// A desk with a colleague of each kind.
pub(super) struct Room {
    pub test: TestPlatform,
    /// Publishes.
    pub ingrid: Staff,
    /// Writes.
    pub jonas: Staff,
    /// Reads.
    pub siv: Staff,
}

impl Room {
    pub fn p(&self) -> &Platform {
        &self.test.platform
    }
}

async fn hired(p: &Platform, name: &str, role: Role) -> Staff {
    let email = format!("{}@brekkesund.example", name.to_lowercase());
    let (language, zone) = (Language::En, "Europe/Oslo".to_owned());
    let new = NewStaff { name: name.into(), email, role, language, zone };
    let mut tx = p.begin().await.expect("begin");
    let staff = staff::add(&mut tx, &Actor::System, new).await.expect("added");
    tx.commit().await.expect("commit");
    staff
}

pub(super) fn run<R: Future<Output = ()>>(body: impl Fn(Room) -> R) {
    let all = [
        platform::schema::MIGRATIONS,
        people::MIGRATIONS,
        conversations::MIGRATIONS,
        portal::entry::MIGRATIONS,
        super::MIGRATIONS,
    ]
    .concat();
    on_both_engines(&all, |test| async {
        let p = &test.platform;
        let (ingrid, jonas) = (hired(p, "Ingrid", Role::Admin).await, hired(p, "Jonas", Role::Agent).await);
        let siv = hired(p, "Siv", Role::Light).await;
        body(Room { test, ingrid, jonas, siv }).await;
    });
}

fn names(all: &[(Language, &str)]) -> Names {
    Names(all.iter().map(|(language, text)| (*language, (*text).to_owned())).collect())
}

pub(super) fn node(key: &str, kind: Kind, to: &[&str]) -> Node {
    let en = |text: &str| names(&[(Language::En, text)]);
    let choice = |to: &&str| Choice { to: (*to).to_owned(), labels: en(&format!("Go {to}")), product: String::new() };
    let choices = to.iter().map(choice).collect();
    Node { key: key.into(), kind, titles: en(&format!("Place {key}")), choices, ..Node::default() }
}

/// Asks whether it is on, lets one switch it on, and ends solved or with a person.
pub(super) fn pump() -> Tree {
    let nodes = vec![
        node("on", Kind::Question, &["switch", "person"]),
        node("switch", Kind::Step, &["runs"]),
        node("runs", Kind::Question, &["solved", "on", "person"]),
        node("person", Kind::Person, &[]),
        node("solved", Kind::Solved, &[]),
    ];
    let tests = vec![Tested { path: vec![0, 0, 0], product: String::new(), ends: Ending::Solved }];
    Tree { names: names(&[(Language::En, "The pump stands still")]), nodes, tests, ..Tree::default() }
}

pub(super) async fn made(room: &Room, tree: Tree) -> GuideId {
    let mut tx = room.p().begin().await.expect("begin");
    let id = commands::begin(&mut tx, &room.jonas.actor(), tree).await.expect("begun");
    tx.commit().await.expect("commit");
    id
}

async fn publish(room: &Room, id: &GuideId) -> Answer<i64> {
    let mut tx = room.p().begin().await.expect("begin");
    let number = commands::publish(&mut tx, &room.ingrid.actor(), id).await?;
    tx.commit().await?;
    Ok(number)
}

pub(super) async fn published(room: &Room) -> GuideId {
    let id = made(room, pump()).await;
    publish(room, &id).await.expect("published");
    id
}

fn refusal<T: std::fmt::Debug>(answer: Answer<T>) -> Refusal {
    match answer {
        Err(Failure::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

#[test]
fn a_guide_goes_live_when_it_is_whole_and_every_version_is_kept() {
    run(|room| async move {
        let broken = Tree { nodes: vec![node("on", Kind::Question, &["gone"])], ..pump() };
        let id = made(&room, broken).await;
        let Refusal::Flawed(flaws) = refusal(publish(&room, &id).await) else { panic!("not flawed") };
        assert!(flaws.contains(&Flaw::LeadsNowhere("on".into(), "gone".into())), "{flaws:?}");
        assert!(flaws.contains(&Flaw::PathFails(1)), "a tested path refuses it: {flaws:?}");
        let mut tx = room.p().begin().await.expect("begin");
        commands::save(&mut tx, &room.jonas.actor(), &id, pump(), None).await.expect("saved");
        assert_eq!(refusal(commands::publish(&mut tx, &room.jonas.actor(), &id).await), Refusal::Forbidden);
        tx.commit().await.expect("commit");
        assert_eq!(publish(&room, &id).await.expect("published"), 1);
        let other = Tree { names: names(&[(Language::En, "Renamed")]), ..pump() };
        let mut tx = room.p().begin().await.expect("begin");
        commands::save(&mut tx, &room.jonas.actor(), &id, other, None).await.expect("saved");
        tx.commit().await.expect("commit");
        let name = async |p: &Platform| {
            let mut conn = p.db.read().await.expect("read");
            let (_, version) =
                store::by_address(&mut conn, "the-pump-stands-still").await.expect("read").expect("live");
            (version.number, version.tree.names.of(Language::En).to_owned())
        };
        assert_eq!(name(room.p()).await, (1, "The pump stands still".to_owned()), "a draft is not walked");
        assert_eq!(publish(&room, &id).await.expect("published"), 2);
        assert_eq!(name(room.p()).await, (2, "Renamed".to_owned()));
        let mut tx = room.p().begin().await.expect("begin");
        commands::restore(&mut tx, &room.jonas.actor(), &id, 1).await.expect("restored");
        commands::withdraw(&mut tx, &room.ingrid.actor(), &id).await.expect("withdrawn");
        tx.commit().await.expect("commit");
        let mut conn = room.p().db.read().await.expect("read");
        assert_eq!(store::live(&mut conn).await.expect("read"), []);
        let guide = store::find(&mut conn, &Scope::All, &id).await.expect("read").expect("there");
        assert_eq!((guide.draft, store::versions(&mut conn, &id, 9).await.expect("read").len()), (pump(), 2));
        let facts = log::history(&mut conn, &format!("guide:{id}"), 50).await.expect("history");
        let kinds: Vec<String> = facts.into_iter().map(|fact| fact.kind).collect();
        assert_eq!(kinds.len(), 5, "{kinds:?}");
    });
}

#[test]
fn places_are_renamed_with_what_leads_there_and_stay_while_something_does() {
    run(|room| async move {
        let id = made(&room, pump()).await;
        let jonas = room.jonas.actor();
        let mut tx = room.p().begin().await.expect("begin");
        assert_eq!(refusal(commands::remove_node(&mut tx, &jonas, &id, "person").await), Refusal::InUse);
        let twice =
            commands::save_node(&mut tx, &jonas, &id, Some("runs"), node("on", Kind::Step, &["on"]), None).await;
        assert_eq!(refusal(twice), Refusal::InUse);
        commands::save_node(&mut tx, &jonas, &id, Some("person"), node("Ask Us", Kind::Person, &[]), None)
            .await
            .expect("saved");
        let old = base::Instant::UNIX_EPOCH;
        assert_eq!(refusal(commands::save(&mut tx, &jonas, &id, pump(), Some(old)).await), Refusal::Changed);
        assert_eq!(refusal(commands::save(&mut tx, &room.siv.actor(), &id, pump(), None).await), Refusal::Forbidden);
        let unnamed = Tree { names: Names::default(), ..pump() };
        assert_eq!(refusal(commands::save(&mut tx, &jonas, &id, unnamed, None).await), Refusal::NameMissing);
        let draft = store::find(&mut tx, &Scope::All, &id).await.expect("read").expect("there").draft;
        assert_eq!(draft.nodes[0].choices[1].to, "ask-us");
        assert_eq!(super::rules::check(&draft), []);
    });
}

#[test]
fn steps_are_counted_by_where_they_stop_and_name_nobody() {
    run(|room| async move {
        let id = published(&room).await;
        let tree = pump();
        let day = jiff::civil::date(2026, 11, 18);
        let line = Line { guide: &id, version: 1, language: Language::En, day };
        let mut tx = room.p().begin().await.expect("begin");
        for steps in [
            vec![Step::On(0), Step::On(0), Step::On(0)],
            vec![Step::On(0), Step::On(0), Step::Back, Step::Stuck],
            vec![Step::On(0)],
            vec![Step::On(7)],
            vec![Step::On(1)],
        ] {
            let mut path = Vec::new();
            for one in steps {
                path = commands::step(&mut tx, line, &tree, (&path, ""), one).await.expect("counted");
            }
        }
        tx.commit().await.expect("commit");
        let counted = store::counted(&mut room.p().db.read().await.expect("read"), &id).await.expect("read");
        let [((1, Language::En), counts)] = counted.as_slice() else { panic!("{counted:?}") };
        assert_eq!((counts.begun, counts.stuck), (4, 1));
        assert_eq!(counts.ended.clone().into_iter().collect::<Vec<_>>(), [(Ending::Solved, 1), (Ending::Person, 1)]);
        assert_eq!(counts.stopped.clone().into_iter().collect::<Vec<_>>(), [("switch".to_owned(), 2)]);
    });
}
