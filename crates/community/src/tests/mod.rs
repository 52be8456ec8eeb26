//! The community on both engines: asking, answering, looking, leaving, erasing.

mod falling;
mod looking;
mod pages;
mod public;
mod searching;
mod talking;
mod uniting;

use std::sync::Arc;

use base::{Actor, Language, Role};
use people::PersonId;
use people::staff::{self, NewStaff};
use platform::i18n::I18n;
use platform::testing::{TestPlatform, on_both_engines};
use platform::{Platform, vals};

use crate::commands::{self, Came, NewPost, NewTopic};
use crate::ids::TopicId;
use crate::model::{Post, Topic};
use crate::settings::{self, Community};
use crate::store;

/// A business with a community, a colleague and three customers.
struct House {
    test: TestPlatform,
    ingrid: Actor,
    agnes: PersonId,
    bent: PersonId,
    ida: PersonId,
}

/// Runs `body` in a house of its own on every engine.
fn run<R: Future<Output = ()>>(body: impl Fn(House) -> R) {
    let migrations = [
        platform::schema::MIGRATIONS,
        people::MIGRATIONS,
        conversations::MIGRATIONS,
        portal::entry::MIGRATIONS,
        crate::MIGRATIONS,
    ]
    .concat();
    on_both_engines(&migrations, |test| async { body(House::build(test).await).await });
}

impl House {
    async fn build(mut test: TestPlatform) -> Self {
        let texts =
            [platform::i18n::LOCALES, people::LOCALES, conversations::http::LOCALES, portal::LOCALES, crate::LOCALES];
        test.platform.i18n = I18n::new(&texts).expect("texts");
        let p = test.platform.clone();
        let mut tx = p.begin().await.expect("begin");
        let new = NewStaff {
            name: "Ingrid Moen".into(),
            email: "ingrid@brekkesund.example".into(),
            role: Role::Admin,
            language: Language::En,
            zone: "Europe/Oslo".into(),
        };
        let ingrid = staff::add(&mut tx, &Actor::System, new).await.expect("added").actor();
        let it = Community { on: true, first_wait: 0, by_the_clock: true, ..Community::default() };
        settings::set(&mut tx, &ingrid, it).await.expect("set");
        let mut all = Vec::new();
        for name in ["Agnes", "Bent", "Ida"] {
            let address = format!("{}@post.example", name.to_lowercase());
            all.push(people::person::resolve(&mut tx, &address, name, None).await.expect("a customer").0);
        }
        tx.run("UPDATE person_address SET proved = 1", vals![]).await.expect("proved");
        tx.commit().await.expect("commit");
        for (person, name) in all.iter().zip(["Agnes D", "Bent K-A", "Ida"]) {
            commands::join(&p, person, name).await.expect("joined");
        }
        let [agnes, bent, ida] = <[PersonId; 3]>::try_from(all).expect("three");
        Self { test, ingrid, agnes, bent, ida }
    }

    fn p(&self) -> &Platform {
        &self.test.platform
    }

    async fn ask(&self, title: &str) -> Topic {
        let new =
            NewTopic { title: title.into(), body: format!("{title} Please tell."), tags: "Bikes".into(), ..asked() };
        commands::ask(self.p(), &self.agnes, new).await.expect("asked")
    }

    async fn answer(&self, person: &PersonId, topic: &TopicId, body: &str) -> Post {
        commands::answer(self.p(), person, topic, words(body)).await.expect("answered")
    }

    async fn topic(&self, id: &TopicId) -> Topic {
        store::topic(&mut self.p().db.read().await.expect("read"), id).await.expect("read").expect("is there")
    }

    async fn count(&self, sql: &str) -> i64 {
        self.p().db.read().await.expect("read").number(sql, vals![]).await.expect("counted")
    }

    async fn set(&self, it: Community) {
        let mut tx = self.p().begin().await.expect("begin");
        settings::set(&mut tx, &self.ingrid, it).await.expect("set");
        tx.commit().await.expect("commit");
    }
}

fn asked() -> NewTopic {
    NewTopic { came: Came { trap: false, seconds: Some(60) }, ..NewTopic::default() }
}

fn words(body: &str) -> NewPost {
    NewPost { body: body.into(), came: Came { trap: false, seconds: Some(60) }, ..NewPost::default() }
}

/// What a command refused.
fn refusal<T: std::fmt::Debug>(answer: commands::Answer<T>) -> crate::rules::rights::Refusal {
    match answer {
        Err(commands::CommandError::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}

/// A way in that keeps what it is given.
#[derive(Default)]
struct Kept(std::sync::Mutex<Vec<portal::Enquiry>>, Option<conversations::ConversationId>);

impl portal::Intake for Kept {
    fn take(&self, _: portal::Answer) -> platform::web::desk::Later<'_, Option<conversations::ConversationId>> {
        Box::pin(async { Ok(None) })
    }

    fn ask(&self, enquiry: portal::Enquiry) -> platform::web::desk::Later<'_, Option<conversations::ConversationId>> {
        self.0.lock().expect("kept").push(enquiry);
        Box::pin(async { Ok(self.1.clone()) })
    }
}

fn door(kept: &Arc<Kept>) -> commands::Door {
    kept.clone()
}
