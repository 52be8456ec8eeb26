//! Tokens on both engines.

use base::{Actor, Language, Role};
use jiff::SignedDuration;
use platform::api::Level;
use platform::testing::on_both_engines;
use platform::{Migration, Platform};

use super::*;
use crate::staff::{self, NewStaff, Staff};
use crate::{Failure, Refusal};

fn migrations() -> Vec<Migration> {
    [platform::schema::MIGRATIONS, crate::MIGRATIONS].concat()
}

async fn colleague(p: &Platform, email: &str, role: Role) -> Staff {
    let mut tx = p.begin().await.expect("begin");
    let (name, zone) = ("Ingrid Moen".to_owned(), "Europe/Oslo".to_owned());
    let new = NewStaff { name, email: email.into(), role, language: Language::Nb, zone };
    let staff = staff::add(&mut tx, &Actor::System, new).await.expect("added");
    tx.commit().await.expect("commit");
    staff
}

fn new(level: Level, ends: Ends) -> NewToken {
    NewToken { name: " Web\nshop ".into(), level, ends }
}

async fn made(p: &Platform, owner: &Staff, new: NewToken) -> Result<(Token, String), Failure> {
    let mut tx = p.begin().await.expect("begin");
    let made = make(&mut tx, p, &owner.actor(), new).await?;
    tx.commit().await.expect("commit");
    Ok(made)
}

async fn found(p: &Platform, secret: &str) -> Option<Token> {
    by_secret(&mut p.db.read().await.expect("read"), secret).await.expect("finds")
}

#[test]
fn a_token_is_found_by_its_secret_which_is_kept_nowhere() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        let ingrid = colleague(&p, "ingrid@brekkesund.example", Role::Admin).await;
        let (token, secret) = made(&p, &ingrid, new(Level::Write, Ends::After(30))).await.expect("made");
        assert!(secret.starts_with(START) && secret.len() > 50);
        assert_eq!((token.name.as_str(), token.level), ("Web shop", Level::Write));
        assert_eq!(found(&p, &secret).await, Some(token.clone()));
        for wrong in [&secret[..secret.len() - 1], "tillit_", "", "%", &secret.to_uppercase()] {
            assert_eq!(found(&p, wrong).await, None, "{wrong}");
        }
        let mut conn = p.db.read().await.expect("read");
        let row = conn.one("SELECT digest FROM api_token", vec![]).await.expect("reads").expect("a row");
        assert!(!secret.contains(&row.text("digest").expect("text")));
        let facts = conn.all("SELECT payload FROM event", vec![]).await.expect("reads");
        assert!(facts.iter().all(|fact| !fact.text("payload").expect("text").contains(&secret[START.len()..])));
        test.clock.advance_business(SignedDuration::from_hours(24 * 40));
        assert!(token.is_open(p.clock.machine()), "business time ends no token");
        test.clock.advance_machine(SignedDuration::from_hours(24 * 30));
        assert!(!token.is_open(p.clock.machine()));
    });
}

#[test]
fn nobody_gives_a_token_more_than_they_have_or_takes_anothers() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        let admin = colleague(&p, "1@brekkesund.example", Role::Admin).await;
        let agent = colleague(&p, "2@brekkesund.example", Role::Agent).await;
        let refused = async |by: &Staff, new| match made(&p, by, new).await {
            Err(Failure::Refused(refusal)) => refusal,
            other => panic!("{other:?}"),
        };
        assert_eq!(refused(&agent, new(Level::Admin, Ends::Never)).await, Refusal::Forbidden);
        let nameless = NewToken { name: " \u{200b}".into(), ..new(Level::Read, Ends::Never) };
        assert_eq!(refused(&agent, nameless).await, Refusal::NameMissing);
        assert_eq!(levels(&agent.actor()), [Level::Read, Level::Write]);
        let (hers, _) = made(&p, &admin, new(Level::Admin, Ends::Never)).await.expect("made");
        let (his, secret) = made(&p, &agent, new(Level::Read, Ends::Never)).await.expect("made");
        let seen = async |by: &Staff| listed(&p, &by.actor()).await.expect("lists").len();
        assert_eq!((seen(&admin).await, seen(&agent).await), (2, 1));

        let mut tx = p.begin().await.expect("begin");
        assert!(matches!(revoke(&mut tx, &agent.actor(), &hers.id).await, Err(Failure::Refused(Refusal::NotFound))));
        revoke(&mut tx, &admin.actor(), &his.id).await.expect("revoked");
        tx.commit().await.expect("commit");
        assert_eq!(found(&p, &secret).await, None);
        let subject = format!("token:{}", his.id);
        let history = platform::log::history(&mut p.db.read().await.expect("read"), &subject, 9).await.expect("reads");
        assert_eq!(history.iter().map(|fact| fact.kind.as_str()).collect::<Vec<_>>(), ["token.made", "token.revoked"]);
    });
}

#[test]
fn use_is_noted_once_a_minute() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        let ingrid = colleague(&p, "ingrid@brekkesund.example", Role::Agent).await;
        let (token, secret) = made(&p, &ingrid, new(Level::Read, Ends::Never)).await.expect("made");
        used(&p, &token).await.expect("noted");
        let first = found(&p, &secret).await.expect("there");
        assert_eq!(first.used_at, Some(p.clock.machine()));
        test.clock.advance_machine(SignedDuration::from_secs(59));
        used(&p, &first).await.expect("left");
        assert_eq!(found(&p, &secret).await.expect("there").used_at, first.used_at);
        test.clock.advance_machine(SignedDuration::from_secs(1));
        used(&p, &first).await.expect("noted");
        assert_eq!(found(&p, &secret).await.expect("there").used_at, Some(p.clock.machine()));
    });
}
