//! Opens the data: folder, lock, key, database, schema. The one place where a [`Platform`] is made.

use std::fs::{self, File};
use std::path::Path;
use std::sync::Arc;

use base::{Clock, IdSource, Instant, Random};
use platform::backup::automatic;
use platform::backup::portable::LeftOut;
use platform::backup::takeout;
use platform::db::{Migration, migrate, to_come};
use platform::i18n::Locales;
use platform::outbound::{Gate, Outbound};
use platform::random::SystemRandom;
use platform::{Blobs, Context, Db, Fault, I18n, Live, Passwords, Platform, Result, Secrets, Site, Tokens, Wake};

use crate::config::Config;

/// Every capability's texts.
pub const LOCALES: &[Locales] = &[
    platform::i18n::LOCALES,
    people::LOCALES,
    conversations::http::LOCALES,
    channels::LOCALES,
    portal::LOCALES,
    community::LOCALES,
    answers::LOCALES,
    reactions::LOCALES,
    crate::demo::LOCALES,
];

/// Every capability's tables, in the order they are made.
#[must_use]
pub fn migrations() -> Vec<Migration> {
    let (people, conversations) = (people::MIGRATIONS, conversations::MIGRATIONS);
    [
        platform::schema::MIGRATIONS,
        people,
        conversations,
        channels::MIGRATIONS,
        reactions::MIGRATIONS,
        portal::entry::MIGRATIONS,
        community::MIGRATIONS,
        answers::articles::MIGRATIONS,
        answers::guides::MIGRATIONS,
    ]
    .concat()
}

/// Every capability's texts to be found, for an index that is made anew.
pub const SOURCES: &[&dyn platform::search::Source] = &[
    &people::person::Customers,
    &people::organisation::Organisations,
    &conversations::Messages,
    &answers::articles::Articles,
    &community::Topics,
];

/// What the desk's search finds besides conversations and people.
pub const BESIDE_THE_DESK: platform::search::Others =
    platform::search::Others(&[&answers::articles::Found, &community::Topics]);

/// What the search of the help centre finds besides articles.
pub const BESIDE_ARTICLES: platform::search::Others = platform::search::Others(&[&community::Topics]);

/// Every capability that keeps something of customers.
pub const HOLDERS: people::privacy::Holders = people::privacy::Holders(&[
    &conversations::Conversations,
    &channels::Mails,
    &portal::Visits,
    &reactions::webhooks::Deliveries,
    &reactions::lapses::Lapses,
    &reactions::notices::Notices,
    &reactions::automation::Hits,
    &community::Writings,
    &answers::Pictures,
]);

/// A platform, and the lock that keeps a second server off the same folder.
pub struct Opened {
    /// The platform.
    pub platform: Platform,
    /// Held as long as this lives; only servers take it.
    _lock: Option<File>,
}

/// Whether the opener will serve, and so must be alone, or only do one thing and go.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// A server: alone on a SQLite folder.
    Serve,
    /// A command beside a server.
    Visit,
}

/// Opens the data folder, making what is missing, and brings the schema up to date.
///
/// # Errors
/// Says what is wrong with the folder, the key or the database, and what to do.
pub async fn open(config: &Config, clock: Arc<dyn Clock>, random: Arc<dyn Random>, purpose: Purpose) -> Result<Opened> {
    make_folder(&config.data)?;
    let lock = if purpose == Purpose::Serve && config.database.is_none() { Some(lock(&config.data)?) } else { None };
    let db = match &config.database {
        Some(url) => Db::postgres(url).await?,
        None if config.demo => Db::throw_away(&config.data.join("tillit.db")).await?,
        None => Db::sqlite(&config.data.join("tillit.db")).await?,
    };
    let blobs = Blobs::new(&config.data.join("files"))?;
    keep_before_upgrade(config, &db, &blobs, clock.machine()).await?;
    let ran = migrate(&db, &migrations()).await?;
    let fresh = ran.len() == migrations().len();
    if !ran.is_empty() {
        tracing::info!(steps = ran.len(), "the schema is up to date");
    }
    let secrets = Arc::new(Secrets::from_file(&config.data.join("secret.key"), random.clone())?);
    let mut node = [0_u8; 8];
    SystemRandom.fill(&mut node);
    let platform = Platform {
        db,
        clock,
        ids: Arc::new(IdSource::new(Box::new(Shared(random.clone())))),
        outbound: Outbound::new(Gate::listing(&config.outbound_networks)?),
        blobs,
        tokens: Arc::new(Tokens::new(&secrets)),
        secrets,
        passwords: Passwords::new(random.clone(), 2)?,
        random,
        i18n: I18n::new(LOCALES).context("the texts cannot be read")?,
        site: Arc::new(Site { url: config.url.clone(), demo: config.demo }),
        wake: Wake::default(),
        live: Live::default(),
        presence: platform::Presence::default(),
        words: platform::search::Words::default(),
        node: format!("{:016x}", u64::from_be_bytes(node)).into(),
    };
    if fresh {
        let mut tx = platform.begin().await?;
        platform::search::begin_empty(&mut tx).await?;
        tx.commit().await?;
    }
    Ok(Opened { platform, _lock: lock })
}

/// Before the schema of data that is there changes, all of it is kept once more: the way back to the version before.
async fn keep_before_upgrade(config: &Config, db: &Db, blobs: &Blobs, at: Instant) -> Result<()> {
    let steps = to_come(db, &migrations()).await?;
    let Some(folder) = config.backups.as_ref().filter(|_| !steps.is_empty()) else { return Ok(()) };
    tracing::info!(steps = steps.len(), "the schema is about to change; writing a backup first");
    let kept = automatic::before_upgrade(db, blobs, at, folder).await;
    let kept = kept.context(
        "no backup could be written before the upgrade, so nothing was changed; mend that, or start \
        once with --backups off",
    )?;
    tracing::info!(backup = %kept.display(), "everything as it was before the upgrade is kept");
    Ok(())
}

/// What does not leave with an export: keys by which somebody comes in, and answers to programs that had one.
pub const LEFT_OUT: LeftOut = LeftOut {
    tables: &[
        "api_answer",
        "api_token",
        "portal_link",
        "session",
        "staff_link",
        "staff_recovery",
        "staff_second",
        "takeout",
        "takeout_era",
    ],
    columns: &[("staff", "password_hash")],
    // Mails of Tillit itself that wait: invitations, new passwords and links to requests let somebody in.
    // An export knows of no other.
    rows: &[("job", "kind", people::system_mail::KIND), ("job", "kind", takeout::JOB), ("job", "kind", takeout::SWEEP)],
};

/// The one source of randomness, handed to those who want to own one.
struct Shared(Arc<dyn Random>);

impl Random for Shared {
    fn fill(&self, bytes: &mut [u8]) {
        self.0.fill(bytes);
    }
}

/// Makes the data folder, if it is not there, for its owner alone.
///
/// # Errors
/// When it cannot be made.
pub fn make_folder(folder: &Path) -> Result<()> {
    // Customers' mail lies here: nobody else's business on this machine.
    platform::folders::make(folder, 0o700)
        .context(format!("cannot make the data folder {}; choose another with --data", folder.display()))
}

fn lock(folder: &Path) -> Result<File> {
    let path = folder.join("tillit.lock");
    let file = File::options().create(true).truncate(false).write(true).open(&path);
    let file = file.context(format!("cannot open {}", path.display()))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(fs::TryLockError::WouldBlock) => Err(Fault::new(format!(
            "another Tillit serves {} already; stop it first, or choose another folder with --data",
            folder.display()
        ))),
        Err(fs::TryLockError::Error(error)) => Err(Fault::because("the data folder cannot be locked", error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every crate that may say something to people.
    const SPEAKING: [&str; 9] =
        ["platform", "people", "conversations", "channels", "portal", "community", "answers", "reactions", "tillit"];

    #[test]
    fn every_text_exists_in_five_languages_and_is_used() {
        let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let sources: Vec<_> = SPEAKING.iter().map(|name| crates.join(name).join("src")).collect();
        let sources: Vec<&Path> = sources.iter().map(std::path::PathBuf::as_path).collect();
        let mut problems: Vec<String> = LOCALES.iter().flat_map(platform::i18n::check).collect();
        problems.extend(platform::i18n::audit(&sources, LOCALES).expect("the sources can be read"));
        assert!(problems.is_empty(), "{problems:#?}");
    }
}
