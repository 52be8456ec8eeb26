//! Second factors on both engines: what turns them on, what passes once, and who turns them off.

use base::{Actor, Language, Role};
use jiff::SignedDuration;
use platform::testing::{TestPlatform, on_both_engines};
use platform::{Platform, vals};

use super::*;
use crate::refusal::{Failure, Refusal};
use crate::staff::{self, NewStaff, Staff};

struct House {
    test: TestPlatform,
    admin: Staff,
    agent: Staff,
}

fn run<R: Future<Output = ()>>(body: impl Fn(House) -> R) {
    let migrations = [platform::schema::MIGRATIONS, crate::MIGRATIONS].concat();
    on_both_engines(&migrations, |test| async {
        let mut tx = test.platform.begin().await.expect("begin");
        let mut add = async |name: &str, role| {
            let (email, zone) = (format!("{name}@brekkesund.example"), "Europe/Oslo".to_owned());
            let new = NewStaff { name: name.to_owned(), email, role, language: Language::En, zone };
            staff::add(&mut tx, &Actor::System, new).await.expect("added")
        };
        let (admin, agent) = (add("ingrid", Role::Admin).await, add("jonas", Role::Agent).await);
        tx.commit().await.expect("commit");
        body(House { test, admin, agent }).await;
    });
}

/// What the app shows for a secret `after` seconds from now.
pub(crate) fn app(p: &Platform, secret: &[u8], after: i64) -> String {
    let at = u64::try_from(p.clock.machine().as_second() + after).expect("after 1970");
    totp_rs::Builder::new().with_secret(secret.to_vec()).build_noncompliant().generate(at).to_string()
}

impl House {
    fn p(&self) -> &Platform {
        &self.test.platform
    }

    async fn secret(&self, of: &Staff) -> Vec<u8> {
        let mut tx = self.p().begin().await.expect("begin");
        begin(&mut tx, self.p(), &of.actor(), &of.id).await.expect("begun");
        tx.commit().await.expect("commit");
        pending(&mut self.p().db.read().await.expect("read"), self.p(), &of.id).await.expect("read").expect("a secret")
    }

    async fn on(&self, of: &Staff) -> (Vec<u8>, Vec<String>) {
        let secret = self.secret(of).await;
        let mut tx = self.p().begin().await.expect("begin");
        let code = app(self.p(), &secret, 0);
        let codes = confirm(&mut tx, self.p(), &of.actor(), &of.id, &code).await.expect("turned on");
        tx.commit().await.expect("commit");
        (secret, codes)
    }

    async fn check(&self, of: &Staff, shown: &str) -> Option<Passed> {
        let mut tx = self.p().begin().await.expect("begin");
        let passed = check(&mut tx, self.p(), of, shown).await.expect("judged");
        tx.commit().await.expect("commit");
        passed
    }

    async fn standing(&self, of: &Staff) -> Option<Standing> {
        standing(&mut self.p().db.read().await.expect("read"), &of.id).await.expect("read")
    }

    async fn events(&self) -> Vec<String> {
        let mut conn = self.p().db.read().await.expect("read");
        let sql = "SELECT kind FROM event WHERE kind LIKE 'staff.second%' OR kind LIKE 'staff.recovery%' ORDER BY seq";
        let rows = conn.all(sql, vals![]).await.expect("rows");
        rows.iter().map(|row| row.text("kind").expect("text")).collect()
    }

    fn later(&self, seconds: i64) {
        self.test.clock.advance_machine(SignedDuration::from_secs(seconds));
    }
}

fn refusal<T>(answer: Result<T, Failure>) -> Refusal {
    match answer {
        Err(Failure::Refused(refusal)) => refusal,
        Err(Failure::Fault(fault)) => panic!("{fault}"),
        Ok(_) => panic!("it was not refused"),
    }
}

#[test]
fn only_a_right_code_turns_it_on_and_codes_pass_once() {
    run(|house| async move {
        let (p, agent) = (house.p(), &house.agent);
        let secret = house.secret(agent).await;
        assert_eq!(house.standing(agent).await, None, "begun is not on");
        assert_eq!(house.check(agent, &app(p, &secret, 0)).await, None, "nor good for anything");
        let mut tx = p.begin().await.expect("begin");
        assert_eq!(refusal(confirm(&mut tx, p, &agent.actor(), &agent.id, "000000").await), Refusal::WrongCode);
        drop(tx);
        let (secret, codes) = house.on(agent).await;
        assert_eq!((codes.len(), house.standing(agent).await.expect("on").codes_left), (10, 10));
        assert_eq!(house.check(agent, &app(p, &secret, 0)).await, None, "the first code is used");
        assert_eq!(house.check(agent, &app(p, &secret, -30)).await, None, "and so is every older one");
        house.later(30);
        assert_eq!(house.check(agent, &app(p, &secret, 0)).await, Some(Passed::App));
        assert_eq!(house.check(agent, &app(p, &secret, 0)).await, None);
        assert_eq!(house.check(agent, "").await, None);
        assert_eq!(house.check(&house.admin, &app(p, &secret, 30)).await, None, "others have none");
        assert_eq!(house.events().await, ["staff.second_on"]);
    });
}

#[test]
fn a_recovery_code_passes_once_and_new_ones_replace_the_old() {
    run(|house| async move {
        let (p, agent) = (house.p(), &house.agent);
        let (secret, codes) = house.on(agent).await;
        assert_eq!(house.check(agent, &codes[0].to_uppercase()).await, Some(Passed::Recovery));
        assert_eq!(house.check(agent, &codes[0]).await, None);
        assert_eq!(house.standing(agent).await.expect("on").codes_left, 9);
        let (_, others) = house.on(&house.admin).await;
        assert_eq!(house.check(agent, &others[1]).await, None, "another's code");
        house.later(30);
        let mut tx = p.begin().await.expect("begin");
        let wrong = renew(&mut tx, p, &agent.actor(), &agent.id, "nonsense").await;
        assert_eq!(refusal(wrong), Refusal::WrongCode);
        let fresh = renew(&mut tx, p, &agent.actor(), &agent.id, &app(p, &secret, 0)).await.expect("renewed");
        tx.commit().await.expect("commit");
        assert_eq!(house.check(agent, &codes[1]).await, None, "the old ones are worth nothing");
        assert_eq!(house.check(agent, &fresh[1]).await, Some(Passed::Recovery));
        let kinds = [
            "staff.second_on",
            "staff.recovery_used",
            "staff.second_on",
            "staff.recovery_renewed",
            "staff.recovery_used",
        ];
        assert_eq!(house.events().await, kinds);
    });
}

#[test]
fn oneself_turns_it_off_with_a_code_and_whoever_manages_accounts_without() {
    run(|house| async move {
        let (p, agent, admin) = (house.p(), &house.agent, &house.admin);
        let (secret, _) = house.on(agent).await;
        house.on(admin).await;
        house.later(30);
        let mut tx = p.begin().await.expect("begin");
        let mut off = async |actor: &Staff, of: &Staff, shown: Option<String>| {
            turn_off(&mut tx, p, &actor.actor(), &of.id, shown.as_deref()).await
        };
        assert_eq!(refusal(off(agent, agent, Some("000000".to_owned())).await), Refusal::WrongCode);
        assert_eq!(refusal(off(agent, agent, None).await), Refusal::Forbidden, "a session alone is not enough");
        assert_eq!(refusal(off(agent, admin, None).await), Refusal::Forbidden);
        assert_eq!(refusal(off(admin, admin, None).await), Refusal::OwnAccount);
        let code = app(p, &secret, 0);
        assert_eq!(
            refusal(off(admin, agent, Some(code.clone())).await),
            Refusal::NotFound,
            "nobody shows a code for another"
        );
        off(agent, agent, Some(code)).await.expect("off");
        assert_eq!(refusal(off(admin, agent, None).await), Refusal::NotFound, "it is off");
        tx.commit().await.expect("commit");
        house.on(agent).await;
        let mut tx = p.begin().await.expect("begin");
        assert_eq!(refusal(begin(&mut tx, p, &agent.actor(), &agent.id).await), Refusal::SecondOn);
        turn_off(&mut tx, p, &admin.actor(), &agent.id, None).await.expect("off");
        assert_eq!(who_has(&mut tx).await.expect("read"), [admin.id.clone()].into());
        tx.commit().await.expect("commit");
        assert_eq!(house.standing(agent).await, None);
        let left = "SELECT COUNT(*) AS n FROM staff_recovery WHERE staff = $1";
        let mut conn = p.db.read().await.expect("read");
        assert_eq!(conn.number(left, vals![agent.id.as_str()]).await.expect("n"), 0);
    });
}

#[test]
fn who_reads_the_tables_alone_can_use_nothing() {
    run(|house| async move {
        let (secret, codes) = house.on(&house.agent).await;
        let mut conn = house.p().db.read().await.expect("read");
        let kept = conn.one("SELECT secret FROM staff_second", vals![]).await.expect("read").expect("a row");
        let kept = kept.text("secret").expect("text");
        assert!(!kept.contains(&grouped(&secret).replace(' ', "")), "{kept}");
        let rows = conn.all("SELECT mac FROM staff_recovery", vals![]).await.expect("rows");
        let macs: Vec<String> = rows.iter().map(|row| row.text("mac").expect("text")).collect();
        assert_eq!(macs.len(), 10);
        assert!(codes.iter().all(|code| !macs.contains(&code.replace('-', ""))), "{macs:?}");
    });
}
