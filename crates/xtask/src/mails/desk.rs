//! A desk of its own on a temporary database, with the journal and the commands that a server has.

use std::error::Error;

use channels::journal::{self, Arrival, Journal, Source};
use conversations::settings;
use platform::db::Migration;
use platform::jobs::Workers;
use platform::testing::{self, TestPlatform};

/// Mails that are taken in together.
const TOGETHER: usize = 200;

/// The desk.
pub struct Desk {
    test: TestPlatform,
    journal: Journal,
    workers: Workers,
    _folder: tempfile::TempDir,
}

impl Desk {
    /// What it stands on.
    #[cfg(test)]
    pub fn stands_on(&self) -> &TestPlatform {
        &self.test
    }

    /// An empty one.
    pub async fn open() -> Result<Self, Box<dyn Error>> {
        let migrations: Vec<Migration> =
            [platform::schema::MIGRATIONS, people::MIGRATIONS, conversations::MIGRATIONS, channels::MIGRATIONS]
                .concat();
        let (test, folder) = testing::on_sqlite(&migrations).await;
        let mut tx = test.platform.begin().await?;
        let business = settings::Business {
            name: "Tillit".into(),
            address: "desk@tillit.example".into(),
            ..settings::Business::default()
        };
        settings::set_business(&mut tx, &business).await?;
        tx.commit().await?;
        let journal = Journal::start(test.platform.clone());
        Ok(Self { test, journal, workers: channels::workers(Workers::default()), _folder: folder })
    }

    /// Takes mails in, in this order, and says in which conversation each ended.
    pub async fn take(&self, mails: &[&[u8]]) -> Result<Vec<Option<String>>, Box<dyn Error>> {
        let mut ids = Vec::with_capacity(mails.len());
        for some in mails.chunks(TOGETHER) {
            for bytes in some {
                ids.push(self.journal.accept(bytes.to_vec(), arrival()).await?.id);
            }
            self.workers.run_due(&self.test.platform, journal::LANE).await?;
        }
        let mut conn = self.test.platform.db.read().await?;
        let mut conversations = Vec::with_capacity(ids.len());
        for id in ids {
            conversations.push(journal::made(&mut conn, &id).await?.map(|(conversation, _)| conversation));
        }
        Ok(conversations)
    }
}

fn arrival() -> Arrival {
    Arrival {
        source: Source::Lmtp,
        envelope_from: String::new(),
        envelope_to: Vec::new(),
        peer: String::new(),
        mailbox: None,
    }
}
