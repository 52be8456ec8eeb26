//! Rules on both engines: that they do what they say, once, for whom they may, and that they end.

mod pages;
mod times;

use base::{Actor, Language, Role, Scope};
use conversations::commands::{self as desk, ForReceipt, Inbound, NewReply};
use conversations::rules::views;
use conversations::{Condition, ConversationId, Mailbox, MessageKind, RuleAct, queries};
use people::staff::{self, NewStaff, Staff};
use platform::i18n::I18n;
use platform::testing::{TestPlatform, on_both_engines};
use platform::{Migration, Platform, log, vals};

use super::store::hits;
use super::*;

fn migrations() -> Vec<Migration> {
    [platform::schema::MIGRATIONS, people::MIGRATIONS, conversations::MIGRATIONS, crate::MIGRATIONS].concat()
}

/// An owner who writes rules, and an agent.
struct House {
    test: TestPlatform,
    olga: Staff,
    ingrid: Staff,
}

impl House {
    async fn build(mut test: TestPlatform) -> Self {
        let locales = [platform::i18n::LOCALES, people::LOCALES, conversations::http::LOCALES, crate::LOCALES];
        test.platform.i18n = I18n::new(&locales).expect("texts");
        let mut tx = test.platform.begin().await.expect("begin");
        let mut all = Vec::new();
        for (name, role) in [("Olga", Role::Owner), ("Ingrid", Role::Agent)] {
            let email = format!("{}@brekkesund.example", name.to_lowercase());
            let zone = "Europe/Oslo".to_owned();
            let new = NewStaff { name: name.into(), email, role, language: Language::En, zone };
            all.push(staff::add(&mut tx, &Actor::System, new).await.expect("added"));
        }
        tx.commit().await.expect("commit");
        let [olga, ingrid] = all.try_into().expect("two");
        Self { test, olga, ingrid }
    }

    fn p(&self) -> &Platform {
        &self.test.platform
    }

    /// A rule that is on.
    async fn rule(&self, name: &str, trigger: &str, when: &[(usize, &str)], acts: &[&str]) -> RuleId {
        let new = NewRule { spec: spec(name, trigger, when, acts), enabled: true };
        make(self.p(), &self.olga.actor(), new).await.expect("made")
    }

    /// A mail of the customer; with a number before it, an answer to that.
    async fn mail(&self, n: u32, to: Option<u32>, automatic: bool) -> ConversationId {
        let p = self.p();
        let raw = p.blobs.prepare(format!("raw {n}").into_bytes()).await.expect("prepared");
        let mut tx = p.begin().await.expect("begin");
        p.blobs.keep(&mut tx, &raw).await.expect("kept");
        let inbound = Inbound {
            channel: "email",
            mailbox: None,
            department: None,
            received_at: p.clock.business(),
            from: Mailbox { name: "Kari Solheim".into(), address: "kari@post.example".into() },
            to: vec![],
            cc: vec![],
            subject: "The pump".into(),
            text: "It does not start.".into(),
            document: None,
            invite: None,
            language: Some(Language::En),
            mail_id: Some(format!("{n}@post.example")),
            references: to.map(|n| format!("{n}@post.example")).into_iter().collect(),
            reply_tags: vec![],
            automatic: automatic.then(|| "auto_submitted".to_owned()),
            bounce: None,
            warnings: vec![],
            proof: None,
            unreadable: None,
            raw: raw.digest.clone(),
            files: vec![],
            receipt: ForReceipt::default(),
        };
        let placed = desk::receive(p, &mut tx, inbound).await.expect("received");
        tx.commit().await.expect("commit");
        placed.conversation
    }

    /// Reads all there is and does all that is due. On PostgreSQL that takes as long as other tests hold transactions
    /// that are older.
    async fn work(&self) {
        let p = self.p();
        loop {
            while reading::work_some(p).await.expect("works") {}
            let mut conn = p.db.read().await.expect("read");
            let newest = conn.number("SELECT COALESCE(MAX(seq), 0) AS n FROM event", vals![]).await.expect("a number");
            let place = log::cursor(&mut conn, READER).await.expect("a place");
            if place.seq >= newest || !store::any_on(&mut conn).await.expect("asked") {
                return;
            }
            drop(conn);
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
    }

    async fn tags(&self, id: &ConversationId) -> Vec<String> {
        let mut conn = self.p().db.read().await.expect("read");
        let mut all = queries::tags_of(&mut conn, &[id]).await.expect("read");
        let mut names: Vec<_> = all.remove(id).unwrap_or_default().into_iter().map(|tag| tag.name).collect();
        names.sort();
        names
    }

    /// Its customer.
    async fn person(&self, id: &ConversationId) -> people::PersonId {
        let mut conn = self.p().db.read().await.expect("read");
        queries::find(&mut conn, &Scope::All, id).await.expect("read").expect("is there").person
    }

    async fn now_is(&self, id: &RuleId) -> Rule {
        store::find(&mut self.p().db.read().await.expect("read"), id).await.expect("read").expect("is there")
    }

    /// What became of a rule, the newest first.
    async fn did(&self, id: &RuleId) -> Vec<(Outcome, String)> {
        let all = hits::of(&mut self.p().db.read().await.expect("read"), id, 50).await.expect("read");
        all.into_iter().map(|hit| (hit.outcome, hit.reason)).collect()
    }

    async fn messages(&self, id: &ConversationId, kind: MessageKind) -> usize {
        let sql = "SELECT COUNT(*) AS n FROM message WHERE conversation = $1 AND kind = $2";
        let mut conn = self.p().db.read().await.expect("read");
        usize::try_from(conn.number(sql, vals![id.as_str(), kind.code()]).await.expect("counted")).expect("a count")
    }
}

fn when(lines: &[(usize, &str)]) -> Condition {
    let lines: Vec<_> = lines.iter().map(|(depth, code)| (*depth, (*code).to_owned())).collect();
    views::tree(&lines).expect("a tree")
}

fn spec(name: &str, trigger: &str, lines: &[(usize, &str)], acts: &[&str]) -> Spec {
    Spec {
        name: name.to_owned(),
        trigger: Trigger::from_code(trigger).expect(trigger),
        when: when(lines),
        acts: acts.iter().map(|code| RuleAct::from_code(code).expect(code)).collect(),
    }
}

fn run<R: Future<Output = ()>>(body: impl Fn(House) -> R) {
    on_both_engines(&migrations(), |test| async { body(House::build(test).await).await });
}

const ALWAYS: &[(usize, &str)] = &[(0, "all")];

#[test]
fn a_rule_does_what_it_says_once_and_says_so_in_the_history() {
    run(|house| async move {
        let p = house.p();
        let before = house.mail(1, None, false).await;
        let told = format!("tell:{}", house.ingrid.id);
        let follow = format!("follow:{}", house.ingrid.id);
        let acts =
            ["tag:pump", "state:waiting_others", "note:Ask the workshop", &told, &follow, "checklist:Call|Order"];
        let rule = house.rule("Pumps", "on:customer_wrote", &[(0, "all"), (1, "subject:pump")], &acts).await;
        let other =
            house.rule("Saddles", "on:customer_wrote", &[(0, "all"), (1, "subject:saddle")], &["tag:saddle"]).await;
        let id = house.mail(2, None, false).await;
        house.work().await;
        house.work().await;
        assert_eq!(house.tags(&id).await, ["pump"]);
        assert_eq!(house.tags(&before).await, Vec::<String>::new(), "what was before it, it never heard of");
        assert_eq!(house.messages(&id, MessageKind::Note).await, 1);
        assert_eq!(house.did(&rule).await, [(Outcome::Done, String::new())]);
        assert_eq!(house.did(&other).await, [], "what does not fit is no hit");
        let mut conn = p.db.read().await.expect("read");
        let found = queries::find(&mut conn, &Scope::All, &id).await.expect("read").expect("is there");
        assert_eq!(found.state, conversations::State::WaitingOthers);
        assert_eq!(queries::followers(&mut conn, &id).await.expect("read"), std::slice::from_ref(&house.ingrid.id));
        let facts = log::history(&mut conn, &format!("conversation:{id}"), 100).await.expect("read");
        let by_rule: Vec<_> = facts.iter().filter(|fact| fact.actor == format!("rule:{rule}")).collect();
        assert!(by_rule.iter().any(|fact| fact.kind == "conversation.rule_acted" && fact.payload.contains("Pumps")));
        assert!(by_rule.iter().any(|fact| fact.kind == "conversation.rule_told"));
        assert!(by_rule.iter().all(|fact| fact.cause.as_deref().is_some_and(|cause| cause.starts_with("rule:rul_"))));
        drop(conn);
        // The same again changes nothing but the note.
        house.mail(3, Some(2), false).await;
        house.work().await;
        assert_eq!(house.messages(&id, MessageKind::Note).await, 2);
    });
}

#[test]
fn whatever_dies_between_a_rule_acts_once() {
    run(|house| async move {
        let p = house.p();
        let rule = house.rule("Note", "on:opened", ALWAYS, &["note:seen"]).await;
        let id = house.mail(1, None, false).await;
        for _ in 0..3 {
            // All of it was done, and nothing was committed.
            let around = p.around().await.expect("begin");
            let inner = around.platform();
            for _ in 0..500 {
                reading::pass(&inner, false).await.expect("works");
                if house_notes(&inner, &id).await == 1 {
                    break;
                }
                tokio::time::sleep(std::time::Duration::from_millis(5)).await;
            }
            assert_eq!(house_notes(&inner, &id).await, 1);
            drop(inner);
            drop(around);
            assert_eq!(house.messages(&id, MessageKind::Note).await, 0);
        }
        house.work().await;
        assert_eq!(house.messages(&id, MessageKind::Note).await, 1);
        // Read again from the start, as by a node that was asleep: it is known what was done.
        let mut tx = p.begin().await.expect("begin");
        log::advance(&mut tx, READER, log::Place::default()).await.expect("back");
        tx.commit().await.expect("commit");
        house.work().await;
        assert_eq!((house.messages(&id, MessageKind::Note).await, house.did(&rule).await.len()), (1, 1));
    });
}

async fn house_notes(p: &Platform, id: &ConversationId) -> i64 {
    let sql = "SELECT COUNT(*) AS n FROM message WHERE conversation = $1 AND kind = 'note'";
    p.db.read().await.expect("read").number(sql, vals![id.as_str()]).await.expect("counted")
}

#[test]
fn two_nodes_at_once_do_it_once() {
    run(|house| async move {
        house.rule("Note", "on:opened", ALWAYS, &["note:seen"]).await;
        let mut ids = Vec::new();
        for n in 0..5 {
            ids.push(house.mail(n, None, false).await);
        }
        for _ in 0..200 {
            let (one, other) = tokio::join!(reading::work_some(house.p()), reading::work_some(house.p()));
            // One of them may have had to wait too long; it tries again.
            if matches!((one, other), (Ok(false), Ok(false))) {
                break;
            }
        }
        house.work().await;
        for id in &ids {
            assert_eq!(house.messages(id, MessageKind::Note).await, 1);
        }
    });
}

#[test]
fn rules_that_lead_to_each_other_are_stopped_and_named() {
    run(|house| async move {
        let ping = house.rule("Ping", "on:tagged", &[(0, "all"), (1, "tag:ping")], &["untag:ping", "tag:pong"]).await;
        let pong = house.rule("Pong", "on:tagged", &[(0, "all"), (1, "tag:pong")], &["untag:pong", "tag:ping"]).await;
        let calm = house.rule("Calm", "on:opened", ALWAYS, &["note:Calm"]).await;
        let id = house.mail(1, None, false).await;
        desk::tag(house.p(), &house.ingrid.actor(), &id, &["ping".to_owned()]).await.expect("tagged");
        house.work().await;
        let (one, other) = (house.now_is(&ping).await, house.now_is(&pong).await);
        assert!(!one.enabled && !other.enabled);
        let with = |rule: &Rule| rule.stopped.as_ref().map(|stopped| stopped.other.clone());
        assert_eq!((with(&one).as_deref(), with(&other).as_deref()), (Some("Pong"), Some("Ping")));
        assert_eq!(one.stopped.and_then(|stopped| stopped.conversation), Some(id.clone()));
        assert!(house.now_is(&calm).await.enabled, "others go on");
        let acted = house.did(&ping).await.len() + house.did(&pong).await.len();
        // Each may act on what the other just did for the same fact, so two chains run beside each other.
        assert!((6..=21).contains(&acted), "they end by the length of a chain, or after ten an hour each: {acted}");
        let mut conn = house.p().db.read().await.expect("read");
        let facts = log::history(&mut conn, &format!("conversation:{id}"), 100).await.expect("read");
        assert!(facts.iter().any(|fact| fact.kind == "conversation.rule_stopped"));
        drop(conn);
        switch(house.p(), &house.olga.actor(), &ping, true).await.expect("on");
        assert_eq!(house.now_is(&ping).await.stopped, None);
    });
}

#[test]
fn what_people_do_often_never_switches_a_rule_off() {
    run(|house| async move {
        let rule = house.rule("Note", "on:customer_wrote", ALWAYS, &["note:seen"]).await;
        let id = house.mail(1, None, false).await;
        for n in 2..14 {
            house.mail(n, Some(n - 1), false).await;
        }
        house.work().await;
        assert_eq!(house.messages(&id, MessageKind::Note).await, 10);
        assert!(house.now_is(&rule).await.enabled);
        assert_eq!(house.did(&rule).await.iter().filter(|(outcome, _)| *outcome == Outcome::TooOften).count(), 3);
    });
}

#[test]
fn the_first_that_fits_or_all_of_them_act() {
    run(|house| async move {
        let p = house.p();
        house.rule("One", "on:opened", &[(0, "all"), (1, "tag:no")], &["tag:one"]).await;
        house.rule("Two", "on:opened", ALWAYS, &["tag:two"]).await;
        let three = house.rule("Three", "on:opened", ALWAYS, &["tag:three"]).await;
        let id = house.mail(1, None, false).await;
        house.work().await;
        assert_eq!(house.tags(&id).await, ["three", "two"]);
        set_order(p, &house.olga.actor(), Order::First).await.expect("set");
        let id = house.mail(2, None, false).await;
        house.work().await;
        assert_eq!(house.tags(&id).await, ["two"]);
        move_rule(p, &house.olga.actor(), &three, true).await.expect("moved");
        let id = house.mail(3, None, false).await;
        house.work().await;
        assert_eq!(house.tags(&id).await, ["three"]);
    });
}

#[test]
fn a_rule_may_what_whoever_saved_it_may_and_no_longer() {
    run(|house| async move {
        let p = house.p();
        let agent = house.ingrid.actor();
        let refused =
            make(p, &agent, NewRule { spec: spec("x", "on:opened", ALWAYS, &["tag:x"]), enabled: true }).await;
        assert!(matches!(refused, Err(Failure::Forbidden)));
        let rule = house.rule("Tag", "on:opened", ALWAYS, &["tag:x"]).await;
        let mut tx = p.begin().await.expect("begin");
        tx.run("UPDATE staff SET role = 'agent' WHERE id = $1", vals![house.olga.id.as_str()]).await.expect("written");
        tx.commit().await.expect("commit");
        let id = house.mail(1, None, false).await;
        house.work().await;
        assert_eq!(house.tags(&id).await, Vec::<String>::new());
        assert_eq!(house.did(&rule).await, [(Outcome::Failed, "behalf_gone".to_owned())]);
    });
}

#[test]
fn what_cannot_be_done_leaves_nothing_behind_and_says_why() {
    run(|house| async move {
        let p = house.p();
        let give = format!("assign:{}", house.ingrid.id);
        let rule = house.rule("Give", "on:opened", ALWAYS, &["tag:given", &give, "note:x"]).await;
        let mut tx = p.begin().await.expect("begin");
        staff::disable(&mut tx, &house.olga.actor(), &house.ingrid.id).await.expect("disabled");
        tx.commit().await.expect("commit");
        let id = house.mail(1, None, false).await;
        house.work().await;
        assert_eq!(house.did(&rule).await, [(Outcome::Failed, "no_such_colleague".to_owned())]);
        assert_eq!((house.tags(&id).await, house.messages(&id, MessageKind::Note).await), (Vec::new(), 0));
        // The next one is heard of all the same.
        house.mail(2, None, false).await;
        house.work().await;
        assert_eq!(house.did(&rule).await.len(), 2);
    });
}

#[test]
fn nothing_is_written_to_machines_to_strangers_or_twice_within_a_day() {
    run(|house| async move {
        let p = house.p();
        let texts = [(Language::En, "We are on it, {{customer.name}}.".to_owned())].into();
        let new = desk::NewMacro { name: "On it".into(), texts, ..desk::NewMacro::default() };
        let of = desk::make_macro(p, &house.olga.actor(), new).await.expect("made");
        let reply = format!("reply:{of}");
        let rule = house.rule("Write", "on:tagged", ALWAYS, &[&reply]).await;
        let set_off = async |id: &ConversationId, tag: &str| {
            desk::tag(house.p(), &house.ingrid.actor(), id, &[tag.to_owned()]).await.expect("tagged");
            house.work().await;
            house.did(&rule).await.swap_remove(0)
        };
        let id = house.mail(1, None, false).await;
        assert_eq!(set_off(&id, "a").await, (Outcome::Nothing, "unproved".to_owned()));
        let answer = NewReply { body: "Hello".into(), ..NewReply::default() };
        desk::reply(p, &house.ingrid.actor(), &id, answer).await.expect("replied");
        assert_eq!(set_off(&id, "b").await, (Outcome::Done, String::new()));
        assert_eq!(house.messages(&id, MessageKind::Receipt).await, 1);
        let mut conn = p.db.read().await.expect("read");
        let sql = "SELECT body, automatic FROM message WHERE kind = 'receipt'";
        let row = conn.one(sql, vals![]).await.expect("read").expect("a row");
        assert_eq!(row.text("body").expect("text"), "We are on it, Kari Solheim.");
        assert_eq!(row.opt_text("automatic").expect("text").as_deref(), Some("rule"));
        drop(conn);
        assert_eq!(set_off(&id, "c").await, (Outcome::Nothing, "lately".to_owned()));
        house.test.clock.advance_business(jiff::SignedDuration::from_hours(25));
        house.test.clock.advance_machine(jiff::SignedDuration::from_hours(25));
        house.mail(2, Some(1), true).await;
        assert_eq!(set_off(&id, "d").await, (Outcome::Nothing, "machine".to_owned()));
        house.mail(3, Some(1), false).await;
        assert_eq!(set_off(&id, "e").await, (Outcome::Done, String::new()));
        assert_eq!(house.messages(&id, MessageKind::Receipt).await, 2);
        house.test.clock.advance_business(jiff::SignedDuration::from_hours(25));
        house.test.clock.advance_machine(jiff::SignedDuration::from_hours(25));
        let kari = house.person(&id).await;
        let mut tx = p.begin().await.expect("begin");
        let care = people::care::NewCare { kind: people::care::CareKind::Bereavement, why: "x".into(), until: None };
        people::care::set(&mut tx, &house.ingrid.actor(), &kari, &care).await.expect("set");
        tx.commit().await.expect("commit");
        assert_eq!(set_off(&id, "f").await, (Outcome::Nothing, "care".to_owned()));
        assert_eq!(house.messages(&id, MessageKind::Receipt).await, 2);
    });
}

#[test]
fn who_is_blocked_sets_nothing_off() {
    run(|house| async move {
        let p = house.p();
        let rule = house.rule("Note", "on:customer_wrote", ALWAYS, &["note:x"]).await;
        let wait = house.rule("Wait", "time:customer:4:hours", ALWAYS, &["note:y"]).await;
        let id = house.mail(1, None, false).await;
        house.work().await;
        assert_eq!(house.did(&rule).await.len(), 1);
        let tried = async || {
            let (olga, spec) = (house.olga.actor(), spec("Note", "on:customer_wrote", ALWAYS, &["note:x"]));
            let tried = super::trying::try_out(p, &olga, &spec).await.expect("tried");
            (tried.fits, tried.on.len())
        };
        assert_eq!(tried().await, (1, 1));
        let kari = house.person(&id).await;
        let mut tx = p.begin().await.expect("begin");
        people::file::block(&mut tx, &house.ingrid.actor(), &kari, "Threats").await.expect("blocked");
        tx.commit().await.expect("commit");
        house.mail(2, Some(1), false).await;
        house.mail(3, None, false).await;
        house.work().await;
        let mut conn = p.db.read().await.expect("read");
        let waiting = conn.number("SELECT COUNT(*) AS n FROM automation_wake", vals![]).await.expect("counted");
        drop(conn);
        assert_eq!(waiting, 0, "it ends where they write again, and does not begin where they write first");
        house.test.clock.advance_business(jiff::SignedDuration::from_hours(5));
        house.work().await;
        assert_eq!((house.did(&rule).await.len(), house.did(&wait).await.len()), (1, 0));
        assert_eq!(tried().await, (0, 0), "nor where it is tried");
    });
}

#[test]
fn what_a_rule_was_is_kept_and_brought_back() {
    run(|house| async move {
        let (p, olga) = (house.p(), house.olga.actor());
        let rule = house.rule("One", "on:opened", ALWAYS, &["tag:one"]).await;
        let first = house.now_is(&rule).await;
        change(p, &olga, &rule, spec("Two", "on:reopened", ALWAYS, &["tag:two"])).await.expect("changed");
        bring_back(p, &olga, &rule, 1).await.expect("brought back");
        let now = house.now_is(&rule).await;
        assert_eq!((now.version, &now.spec), (3, &first.spec));
        let all = store::versions(&mut p.db.read().await.expect("read"), &rule, 9).await.expect("read");
        assert_eq!(all.iter().map(|one| one.spec.name.as_str()).collect::<Vec<_>>(), ["One", "Two", "One"]);
        assert!(matches!(bring_back(p, &olga, &rule, 9).await, Err(Failure::NotFound)));
        remove(p, &olga, &rule).await.expect("removed");
        assert!(matches!(switch(p, &olga, &rule, true).await, Err(Failure::NotFound)));
        restore(p, &olga, &rule).await.expect("restored");
        assert!(!house.now_is(&rule).await.enabled, "off until somebody switches it on");
        for (bad, field) in [
            (spec(" ", "on:opened", ALWAYS, &["tag:x"]), "name"),
            (spec("x", "on:opened", ALWAYS, &[]), "acts"),
            (spec("x", "on:opened", &[(0, "all"), (1, "owner:me")], &["tag:x"]), "conditions"),
            (spec("x", "on:opened", ALWAYS, &["state:solved", "snooze:3"]), "acts"),
            (spec("x", "on:opened", ALWAYS, &["tell:stf_00000000000000000000000000"]), "acts"),
            (spec("x", "on:opened", ALWAYS, &["reply:mac_00000000000000000000000000"]), "acts"),
            (spec("x", "on:opened", ALWAYS, &["department:dep_00000000000000000000000000"]), "acts"),
        ] {
            let answer = make(p, &olga, NewRule { spec: bad, enabled: false }).await;
            assert!(matches!(&answer, Err(Failure::Refused(at, _)) if *at == field), "{field}: {answer:?}");
        }
    });
}

#[test]
fn who_saves_a_rule_at_once_makes_one_version_after_the_other() {
    run(|house| async move {
        let (p, olga) = (house.p(), house.olga.actor());
        let rule = house.rule("One", "on:opened", ALWAYS, &["tag:one"]).await;
        for n in 0..5 {
            let [a, b] = ["a", "b"].map(|name| spec(&format!("{name}{n}"), "on:opened", ALWAYS, &["tag:one"]));
            let (one, other) = tokio::join!(change(p, &olga, &rule, a), change(p, &olga, &rule, b));
            one.expect("saved");
            other.expect("saved");
        }
        assert_eq!(house.now_is(&rule).await.version, 11);
        let all = store::versions(&mut p.db.read().await.expect("read"), &rule, 99).await.expect("read");
        assert_eq!(all.len(), 11);
    });
}
