//! Accounts on both engines.

use base::{Actor, Language, Role, Scope};
use jiff::SignedDuration;
use platform::testing::on_both_engines;
use platform::web::page::Theme;
use platform::{Engine, Migration, Platform, Tx, log, sessions};

use super::*;
use crate::{Answer, Failure, Refusal};

fn migrations() -> Vec<Migration> {
    [platform::schema::MIGRATIONS, crate::MIGRATIONS].concat()
}

fn new(email: &str, role: Role) -> NewStaff {
    NewStaff {
        name: "Ingrid Moen".into(),
        email: email.into(),
        role,
        language: Language::Nb,
        zone: "Europe/Oslo".into(),
    }
}

async fn made(p: &Platform, email: &str, role: Role) -> Staff {
    let mut tx = p.begin().await.expect("begin");
    let staff = add(&mut tx, &Actor::System, new(email, role)).await.expect("added");
    tx.commit().await.expect("commit");
    staff
}

async fn again(p: &Platform, staff: &Staff) -> Staff {
    find(&mut p.db.read().await.expect("read"), &Scope::All, &staff.id).await.expect("find").expect("is there")
}

fn refused<T: std::fmt::Debug>(answer: Answer<T>) -> Refusal {
    match answer {
        Err(Failure::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

#[test]
fn an_account_is_made_once_for_an_address() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        let mut conn = p.db.read().await.expect("read");
        assert!(is_empty(&mut conn).await.expect("asks"));
        let ingrid = made(&p, "Ingrid@Brekkesund.example", Role::Admin).await;
        assert!(!is_empty(&mut conn).await.expect("asks"));
        assert_eq!(by_email(&mut conn, "INGRID@brekkesund.example").await.expect("finds"), Some(ingrid.clone()));
        let mut tx = p.begin().await.expect("begin");
        let twice = add(&mut tx, &Actor::System, new("ingrid@brekkesund.example", Role::Agent)).await;
        assert_eq!(refused(twice), Refusal::AddressTaken);
        assert_eq!(refused(add(&mut tx, &Actor::System, new("ingrid", Role::Agent)).await), Refusal::NotAnAddress);
        let nameless = NewStaff { name: " \u{200b}".into(), ..new("x@example.com", Role::Agent) };
        assert_eq!(refused(add(&mut tx, &Actor::System, nameless).await), Refusal::NameMissing);
        let agent = Actor::staff("stf_1", Role::Agent);
        assert_eq!(refused(add(&mut tx, &agent, new("x@example.com", Role::Admin)).await), Refusal::Forbidden);
    });
}

#[test]
fn the_link_for_the_first_account_works_once_and_only_while_nobody_has_one() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        let link = async || {
            let mut tx = p.begin().await.expect("begin");
            let link = first_link(&mut tx, &p).await.expect("asks");
            tx.commit().await.expect("commit");
            link.and_then(|link| link.rsplit_once("/welcome/").map(|(_, secret)| secret.to_owned()))
        };
        let works =
            async |secret: &str| is_first_link(&mut p.db.read().await.expect("read"), secret).await.expect("asks");
        let (old, new_link) = (link().await.expect("nobody is here"), link().await.expect("still nobody"));
        assert!(!works(&old).await && works(&new_link).await && !works("x").await);

        let ingrid = || new("ingrid@brekkesund.example", Role::Admin);
        let mut tx = p.begin().await.expect("begin");
        assert_eq!(add_first(&mut tx, &old, ingrid(), "hash").await.expect("asks"), None);
        let wrong = NewStaff { zone: "Norge".into(), ..ingrid() };
        assert_eq!(refused(add_first(&mut tx, &new_link, wrong, "hash").await), Refusal::UnknownZone);
        drop(tx);
        assert!(works(&new_link).await, "what was refused uses nothing up");

        let mut tx = p.begin().await.expect("begin");
        let first = add_first(&mut tx, &new_link, ingrid(), "hash").await.expect("added").expect("is the first");
        assert_eq!(add_first(&mut tx, &new_link, new("x@example.com", Role::Admin), "hash").await.expect("asks"), None);
        tx.commit().await.expect("commit");
        let kept = again(&p, &first).await;
        assert_eq!((kept.role, kept.password_hash.as_deref()), (Role::Admin, Some("hash")));
        assert!(!works(&new_link).await);
        assert_eq!(link().await, None, "there never is another");
    });
}

#[test]
fn an_account_made_meanwhile_ends_the_link_for_the_first() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        let mut tx = p.begin().await.expect("begin");
        let link = first_link(&mut tx, &p).await.expect("asks").expect("nobody is here");
        tx.commit().await.expect("commit");
        made(&p, "kari@brekkesund.example", Role::Admin).await;
        let secret = link.rsplit_once('/').expect("a path").1;
        assert!(!is_first_link(&mut p.db.read().await.expect("read"), secret).await.expect("asks"));
        let mut tx = p.begin().await.expect("begin");
        let late = add_first(&mut tx, secret, new("x@example.com", Role::Admin), "hash").await.expect("asks");
        assert_eq!(late, None);
    });
}

#[test]
fn somebody_who_answers_for_it_always_stays() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        let (one, two) = (made(&p, "1@example.com", Role::Owner).await, made(&p, "2@example.com", Role::Owner).await);
        let mut tx = p.begin().await.expect("begin");
        assert_eq!(refused(disable(&mut tx, &one.actor(), &one.id).await), Refusal::OwnAccount);
        assert_eq!(refused(change_role(&mut tx, &one.actor(), &one.id, Role::Agent).await), Refusal::OwnAccount);
        assert_eq!(refused(enable(&mut tx, &one.actor(), &one.id).await), Refusal::OwnAccount);
        change_role(&mut tx, &one.actor(), &two.id, Role::Agent).await.expect("demoted");
        assert_eq!(refused(change_role(&mut tx, &Actor::System, &one.id, Role::Agent).await), Refusal::LastOwner);
        assert_eq!(refused(disable(&mut tx, &Actor::System, &one.id).await), Refusal::LastOwner);
        let two_now = Staff { role: Role::Agent, ..two.clone() };
        assert_eq!(refused(disable(&mut tx, &two_now.actor(), &one.id).await), Refusal::Forbidden);
        assert_eq!(refused(change_role(&mut tx, &two_now.actor(), &two.id, Role::Admin).await), Refusal::Forbidden);
        tx.commit().await.expect("commit");
        assert_eq!((again(&p, &one).await.role, again(&p, &two).await.role), (Role::Owner, Role::Agent));
    });
}

#[test]
fn admins_have_no_hand_in_owners() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        made(&p, "0@example.com", Role::Owner).await;
        let (owner, admin) =
            (made(&p, "1@example.com", Role::Owner).await, made(&p, "2@example.com", Role::Admin).await);
        let agent = made(&p, "3@example.com", Role::Agent).await;
        let (by, mut tx) = (admin.actor(), p.begin().await.expect("begin"));
        assert_eq!(refused(add(&mut tx, &by, new("x@example.com", Role::Owner)).await), Refusal::Forbidden);
        assert_eq!(refused(change_role(&mut tx, &by, &owner.id, Role::Agent).await), Refusal::Forbidden);
        assert_eq!(refused(change_role(&mut tx, &by, &agent.id, Role::Owner).await), Refusal::Forbidden);
        assert_eq!(refused(disable(&mut tx, &by, &owner.id).await), Refusal::Forbidden);
        assert_eq!(refused(enable(&mut tx, &by, &owner.id).await), Refusal::Forbidden);
        assert_eq!(refused(set_password(&mut tx, &by, &owner.id, "hash", None).await), Refusal::Forbidden);
        assert!(matches!(invite(&mut tx, &p, &by, &owner.id).await, Err(Failure::Refused(Refusal::Forbidden))));
        change_role(&mut tx, &by, &agent.id, Role::Light).await.expect("theirs to give");
        change_role(&mut tx, &owner.actor(), &admin.id, Role::Owner).await.expect("handed on");
        tx.commit().await.expect("commit");
        assert_eq!((again(&p, &agent).await.role, again(&p, &admin).await.role), (Role::Light, Role::Owner));
    });
}

#[test]
fn a_business_from_before_there_were_owners_gets_one() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        let out = made(&p, "0@example.com", Role::Admin).await;
        let (first, second) =
            (made(&p, "1@example.com", Role::Admin).await, made(&p, "2@example.com", Role::Admin).await);
        let mut tx = p.begin().await.expect("begin");
        disable(&mut tx, &first.actor(), &out.id).await.expect("disabled");
        let step = crate::MIGRATIONS.iter().find(|step| step.id == "people-003").expect("the step");
        for sql in (step.sql)(p.db.engine()) {
            tx.run(&sql, platform::vals![]).await.expect("runs");
        }
        tx.commit().await.expect("commit");
        let now = [again(&p, &out).await.role, again(&p, &first).await.role, again(&p, &second).await.role];
        assert_eq!(now, [Role::Admin, Role::Owner, Role::Admin]);
    });
}

#[test]
fn two_owners_cannot_shut_each_other_out_at_once() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        if p.db.engine() == Engine::Sqlite {
            return; // One writer: one comes after the other.
        }
        let (one, two) = (made(&p, "1@example.com", Role::Owner).await, made(&p, "2@example.com", Role::Owner).await);
        let mut first = p.begin().await.expect("begin");
        let mut second: Tx = p.begin().await.expect("begin");
        disable(&mut first, &one.actor(), &two.id).await.expect("disabled");
        let (by, whom) = (two.actor(), one.id.clone());
        let late = tokio::spawn(async move { disable(&mut second, &by, &whom).await });
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        first.commit().await.expect("commit");
        assert_eq!(refused(late.await.expect("joins")), Refusal::LastOwner);
    });
}

async fn session(p: &Platform, staff: &Staff) -> String {
    let mut tx = p.begin().await.expect("begin");
    let secret = sessions::start(&mut tx, &*p.random, staff.id.as_str(), "", "").await.expect("start");
    tx.commit().await.expect("commit");
    secret
}

async fn sessions_of(p: &Platform, staff: &Staff) -> usize {
    let mut conn = p.db.read().await.expect("read");
    sessions::of_staff(&mut conn, staff.id.as_str(), p.clock.machine()).await.expect("list").len()
}

#[test]
fn who_is_disabled_is_out_at_once_and_may_come_back() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        let (admin, agent) =
            (made(&p, "1@example.com", Role::Admin).await, made(&p, "2@example.com", Role::Agent).await);
        session(&p, &agent).await;
        let mut tx = p.begin().await.expect("begin");
        let (_, link) = invite(&mut tx, &p, &admin.actor(), &agent.id).await.expect("invited");
        disable(&mut tx, &admin.actor(), &agent.id).await.expect("disabled");
        disable(&mut tx, &admin.actor(), &agent.id).await.expect("twice is once");
        assert_eq!(refused(invite(&mut tx, &p, &admin.actor(), &agent.id).await), Refusal::NotFound);
        assert_eq!(colleagues(&mut tx, &Scope::All).await.expect("colleagues").len(), 1);
        enable(&mut tx, &admin.actor(), &agent.id).await.expect("enabled");
        enable(&mut tx, &admin.actor(), &agent.id).await.expect("twice is once");
        assert!(look_up(&mut tx, &link, &[Purpose::Invite]).await.is_none(), "the link stays dead");
        tx.commit().await.expect("commit");
        assert_eq!(sessions_of(&p, &agent).await, 0);
        let mut conn = p.db.read().await.expect("read");
        let history = log::history(&mut conn, &format!("staff:{}", agent.id), 10).await.expect("history");
        let kinds: Vec<_> = history.iter().map(|fact| fact.kind.as_str()).collect();
        assert_eq!(kinds, ["staff.added", "staff.invited", "staff.disabled", "staff.enabled"]);
    });
}

fn secret_of(link: &str) -> &str {
    link.rsplit('/').next().expect("a last part")
}

async fn look_up(tx: &mut Tx, link: &str, purposes: &[Purpose]) -> Option<Staff> {
    let now = tx.machine_now();
    look(tx, secret_of(link), purposes, now).await.expect("looks")
}

async fn issued(p: &Platform, staff: &Staff, purpose: Purpose) -> String {
    let mut tx = p.begin().await.expect("begin");
    let link = issue(&mut tx, p, &staff.id, purpose).await.expect("issued");
    tx.commit().await.expect("commit");
    link
}

#[test]
fn a_link_opens_once_for_its_purpose_and_leads_to_our_own_site() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        let staff = made(&p, "1@example.com", Role::Agent).await;
        let link = issued(&p, &staff, Purpose::Reset).await;
        assert!(link.starts_with("http://desk.example/signin/reset/") && secret_of(&link).len() >= 52, "{link}");
        assert!(issued(&p, &staff, Purpose::Console).await.starts_with("http://desk.example/signin/link/"));
        let mut tx = p.begin().await.expect("begin");
        assert!(look_up(&mut tx, &link, &[Purpose::Console]).await.is_none());
        assert!(redeem(&mut tx, secret_of(&link), &[Purpose::Invite]).await.expect("redeem").is_none());
        for bad in ["", "%", "*", "[]", " ", "_", &secret_of(&link).to_uppercase(), &format!("{} ", secret_of(&link))] {
            assert!(redeem(&mut tx, bad, &[Purpose::Reset]).await.expect("redeem").is_none(), "{bad:?}");
        }
        assert_eq!(look_up(&mut tx, &link, &[Purpose::Reset]).await, Some(staff.clone()), "looking does not use it");
        let opened = redeem(&mut tx, secret_of(&link), &[Purpose::Invite, Purpose::Reset]).await.expect("redeem");
        assert_eq!(opened, Some(staff));
        assert!(redeem(&mut tx, secret_of(&link), &[Purpose::Reset]).await.expect("redeem").is_none());
    });
}

#[test]
fn links_die_of_age_by_machine_time() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        let staff = made(&p, "1@example.com", Role::Agent).await;
        let links = [issued(&p, &staff, Purpose::Reset).await, issued(&p, &staff, Purpose::Console).await];
        let invite = issued(&p, &staff, Purpose::Invite).await;
        let all = [Purpose::Reset, Purpose::Console, Purpose::Invite];
        let live = async |link: &str| look_up(&mut p.begin().await.expect("begin"), link, &all).await.is_some();
        test.clock.advance_business(SignedDuration::from_hours(24 * 30));
        test.clock.advance_machine(SignedDuration::from_mins(59));
        assert!(live(&links[0]).await && live(&links[1]).await);
        test.clock.advance_machine(SignedDuration::from_mins(1));
        assert!(!live(&links[0]).await && !live(&links[1]).await);
        test.clock.advance_machine(SignedDuration::from_hours(24 * 7 - 2));
        assert!(live(&invite).await);
        test.clock.advance_machine(SignedDuration::from_hours(1));
        assert!(!live(&invite).await);
    });
}

#[test]
fn a_new_password_kills_links_and_other_sessions() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        let (one, two) = (made(&p, "1@example.com", Role::Agent).await, made(&p, "2@example.com", Role::Agent).await);
        let link = issued(&p, &one, Purpose::Reset).await;
        let (here, _there) = (session(&p, &one).await, session(&p, &one).await);
        let mut tx = p.begin().await.expect("begin");
        assert_eq!(refused(set_password(&mut tx, &two.actor(), &one.id, "hash", None).await), Refusal::Forbidden);
        let stays = sessions::digest(&here);
        set_password(&mut tx, &one.actor(), &one.id, "hash", Some(&stays)).await.expect("set");
        assert!(look_up(&mut tx, &link, &[Purpose::Reset]).await.is_none());
        tx.commit().await.expect("commit");
        assert_eq!(sessions_of(&p, &one).await, 1);
        assert_eq!(again(&p, &one).await.password_hash.as_deref(), Some("hash"));
        let told = log::history(&mut p.db.read().await.expect("read"), &format!("staff:{}", one.id), 10).await;
        assert!(told.expect("history").iter().all(|fact| !fact.payload.contains("hash")));
    });
}

#[test]
fn a_second_invitation_kills_the_first() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        let (admin, agent) =
            (made(&p, "1@example.com", Role::Admin).await, made(&p, "2@example.com", Role::Agent).await);
        let mut tx = p.begin().await.expect("begin");
        assert_eq!(refused(invite(&mut tx, &p, &agent.actor(), &admin.id).await), Refusal::Forbidden);
        let (_, first) = invite(&mut tx, &p, &admin.actor(), &agent.id).await.expect("invited");
        let (_, second) = invite(&mut tx, &p, &admin.actor(), &agent.id).await.expect("invited");
        assert!(look_up(&mut tx, &first, &[Purpose::Invite]).await.is_none());
        assert!(look_up(&mut tx, &second, &[Purpose::Invite]).await.is_some());
    });
}

#[test]
fn a_profile_is_ones_own() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        let (one, two) = (made(&p, "1@example.com", Role::Admin).await, made(&p, "2@example.com", Role::Agent).await);
        let profile = Profile {
            name: " Ingrid  M. ".into(),
            language: Language::Da,
            theme: Theme::Dark,
            zone: "asia/jakarta".into(),
            letter_keys: false,
        };
        let mut tx = p.begin().await.expect("begin");
        update_profile(&mut tx, &one.actor(), &one.id, profile.clone()).await.expect("changed");
        update_profile(&mut tx, &one.actor(), &one.id, profile.clone()).await.expect("changes nothing");
        assert_eq!(refused(update_profile(&mut tx, &one.actor(), &two.id, profile.clone()).await), Refusal::NotFound);
        let nowhere = Profile { zone: "Nowhere".into(), ..profile.clone() };
        assert_eq!(refused(update_profile(&mut tx, &one.actor(), &one.id, nowhere).await), Refusal::UnknownZone);
        tx.commit().await.expect("commit");
        let now = again(&p, &one).await;
        let expected = Staff {
            name: "Ingrid M.".into(),
            language: Language::Da,
            theme: Theme::Dark,
            zone: "Asia/Jakarta".into(),
            letter_keys: false,
            ..one.clone()
        };
        assert_eq!(now, expected);
        let told = log::history(&mut p.db.read().await.expect("read"), &format!("staff:{}", one.id), 10).await;
        assert_eq!(told.expect("history").len(), 2, "what changes nothing tells nothing");
    });
}

#[test]
fn what_is_packed_for_who_is_disabled_or_no_owner_any_more_is_stopped() {
    on_both_engines(&migrations(), |test| async move {
        use platform::backup::takeout::{self, Reason, State};
        let p = test.platform;
        let (stays, goes, less) = (
            made(&p, "1@example.com", Role::Owner).await,
            made(&p, "2@example.com", Role::Owner).await,
            made(&p, "3@example.com", Role::Owner).await,
        );
        let mut tx = p.begin().await.expect("begin");
        let first = takeout::begin(&mut tx, &goes.actor()).await.expect("begun");
        change_role(&mut tx, &stays.actor(), &less.id, Role::Admin).await.expect("changed");
        let it = takeout::load(&mut tx, &stays.actor(), &first).await.expect("is there");
        assert_eq!(it.state, State::Running, "it was somebody else's");
        disable(&mut tx, &stays.actor(), &goes.id).await.expect("disabled");
        let it = takeout::load(&mut tx, &stays.actor(), &first).await.expect("is there");
        assert_eq!((it.state, it.reason), (State::Removed, Reason::Account));
        change_role(&mut tx, &stays.actor(), &less.id, Role::Owner).await.expect("changed");
        let second = takeout::begin(&mut tx, &less.actor()).await.expect("begun");
        change_role(&mut tx, &stays.actor(), &less.id, Role::Agent).await.expect("changed");
        let it = takeout::load(&mut tx, &stays.actor(), &second).await.expect("is there");
        assert_eq!((it.state, it.reason), (State::Removed, Reason::Account));
    });
}
