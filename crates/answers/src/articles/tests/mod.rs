//! Articles on both engines: written, published, read by whom they are for, found, and counted.

mod bringing;
mod categories;
mod counting;
mod publishing;
mod searching;
mod wanted;
mod writing;

use std::fmt::Debug;
use std::future::Future;

use base::{Actor, Language, Role, Scope};
use people::staff::{self, NewStaff, Staff};
use platform::db::Migration;
use platform::testing::{TestPlatform, on_both_engines};
use platform::{Platform, log};

use super::commands::{self, NewArticle, NewCategory};
use super::rules::states::Act;
use super::{
    About, Answer, ArticleId, Audience, CategoryId, Draft, Failure, Live, Names, Reader, Refusal, Text, found, store,
};

/// The tables that a help centre stands on.
pub(crate) fn migrations() -> Vec<Migration> {
    [
        platform::schema::MIGRATIONS,
        people::MIGRATIONS,
        conversations::MIGRATIONS,
        portal::entry::MIGRATIONS,
        super::MIGRATIONS,
        crate::guides::MIGRATIONS,
    ]
    .concat()
}

/// A desk with a colleague of each kind.
pub(crate) struct Room {
    pub test: TestPlatform,
    /// Publishes.
    pub ingrid: Staff,
    /// Writes.
    pub jonas: Staff,
    /// Reads.
    pub siv: Staff,
}

/// Runs `body` in a room of its own on every engine.
fn run<R: Future<Output = ()>>(body: impl Fn(Room) -> R) {
    on_both_engines(&migrations(), |test| async { body(Room::of(test).await).await });
}

/// Why a command says no.
fn refusal<T: Debug>(answer: Answer<T>) -> Refusal {
    match answer {
        Err(Failure::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

pub(crate) fn draft(title: &str, body: &str) -> Draft {
    Draft { title: title.into(), summary: String::new(), body: body.into() }
}

pub(super) fn names(all: &[(Language, &str)]) -> Names {
    Names(all.iter().map(|(language, name)| (*language, (*name).to_owned())).collect())
}

async fn hired(p: &Platform, name: &str, role: Role) -> Staff {
    let first = name.split(' ').next().unwrap_or(name).to_lowercase();
    let new = NewStaff {
        name: name.into(),
        email: format!("{first}@brekkesund.example"),
        role,
        language: Language::En,
        zone: "Europe/Oslo".into(),
    };
    let mut tx = p.begin().await.expect("begin");
    let staff = staff::add(&mut tx, &Actor::System, new).await.expect("added");
    tx.commit().await.expect("commit");
    staff
}

impl Room {
    pub async fn of(test: TestPlatform) -> Self {
        let ingrid = hired(&test.platform, "Ingrid Moen", Role::Admin).await;
        let jonas = hired(&test.platform, "Jonas Lie", Role::Agent).await;
        let siv = hired(&test.platform, "Siv Dahl", Role::Light).await;
        Self { test, ingrid, jonas, siv }
    }

    pub fn p(&self) -> &Platform {
        &self.test.platform
    }

    /// Jonas begins an article in English.
    pub async fn begin(&self, title: &str, body: &str, audience: Audience) -> ArticleId {
        let about = About { audience, ..About::default() };
        self.begin_as(&self.jonas.actor(), title, body, about).await.expect("begun")
    }

    async fn begin_as(&self, actor: &Actor, title: &str, body: &str, about: About) -> Answer<ArticleId> {
        let new = NewArticle { language: Language::En, draft: draft(title, body), about };
        let mut tx = self.p().begin().await.expect("begin");
        let id = commands::begin(&mut tx, actor, new).await?;
        tx.commit().await.expect("commit");
        Ok(id)
    }

    /// Saves whatever stands there.
    async fn save(&self, actor: &Actor, id: &ArticleId, language: Language, it: &Draft) -> Answer<()> {
        let mut tx = self.p().begin().await.expect("begin");
        commands::save(&mut tx, actor, id, language, it, None).await?;
        Ok(tx.commit().await?)
    }

    pub async fn write(&self, id: &ArticleId, language: Language, title: &str, body: &str) {
        self.save(&self.jonas.actor(), id, language, &draft(title, body)).await.expect("saved");
    }

    async fn turn(&self, actor: &Actor, id: &ArticleId, language: Language, act: Act) -> Answer<()> {
        let mut tx = self.p().begin().await.expect("begin");
        commands::turn(&mut tx, actor, id, language, act, None).await?;
        Ok(tx.commit().await?)
    }

    /// Ingrid publishes.
    pub async fn publish(&self, id: &ArticleId, language: Language) {
        self.turn(&self.ingrid.actor(), id, language, Act::Publish).await.expect("published");
    }

    /// An article in English that is read at once.
    pub async fn published(&self, title: &str, body: &str, audience: Audience) -> ArticleId {
        let id = self.begin(title, body, audience).await;
        self.publish(&id, Language::En).await;
        id
    }

    async fn describe(&self, actor: &Actor, id: &ArticleId, about: About) -> Answer<()> {
        let mut tx = self.p().begin().await.expect("begin");
        commands::describe(&mut tx, actor, id, about).await?;
        Ok(tx.commit().await?)
    }

    pub async fn category(&self, name: &str, dated: bool) -> CategoryId {
        let new = NewCategory { names: names(&[(Language::En, name)]), leads: Names::default(), dated };
        let mut tx = self.p().begin().await.expect("begin");
        let made = commands::save_category(&mut tx, &self.ingrid.actor(), None, new, Language::En).await;
        let id = made.expect("made");
        tx.commit().await.expect("commit");
        id
    }

    pub async fn text(&self, id: &ArticleId, language: Language) -> Text {
        let mut conn = self.p().db.read().await.expect("read");
        store::text(&mut conn, id, language).await.expect("read").expect("is there")
    }

    async fn about(&self, id: &ArticleId) -> About {
        let mut conn = self.p().db.read().await.expect("read");
        store::find(&mut conn, &Scope::All, id).await.expect("read").expect("is there").about
    }

    /// What a reader of the English pages sees at an address.
    async fn read(&self, reader: Reader, address: &str) -> Option<Live> {
        let mut conn = self.p().db.read().await.expect("read");
        store::by_address(&mut conn, reader, Language::En, address).await.expect("read")
    }

    async fn found(&self, reader: Reader, language: Language, query: &str) -> found::Answered {
        let mut conn = self.p().db.read().await.expect("read");
        let found = found::look(self.p(), &mut conn, reader, language, query, false, 10).await;
        found.unwrap_or_else(|fault| panic!("{query}: {}", fault.chain()))
    }

    /// The titles of what a stranger finds on the English pages.
    async fn titles(&self, query: &str) -> Vec<String> {
        let found = self.found(Reader::Stranger, Language::En, query).await;
        found.articles.into_iter().map(|one| one.draft.title).collect()
    }

    /// What was recorded of an article, in order.
    async fn history(&self, id: &ArticleId) -> Vec<String> {
        let mut conn = self.p().db.read().await.expect("read");
        let facts = log::history(&mut conn, &format!("article:{id}"), 50).await.expect("history");
        facts.into_iter().map(|fact| fact.kind).collect()
    }
}
