//! One life of the server: everything it has in memory, on a runtime of its own with one thread. Ending it drops all that,
//! in the middle of whatever it did; the data stays.

use std::future::Future;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use base::IdSource;
use channels::journal::{self, Journal};
use conversations::commands as c;
use platform::jobs::{self, Workers};
use platform::{Db, Engine, Fault, Platform, Result, erasing};
use tokio::runtime::{Builder, Runtime};
use tokio::sync::watch;

use super::fate::{Fate, SimClock, SimRandom};
use crate::config::{Config, Options};
use crate::open::{Opened, Purpose, open};
use crate::serve;

/// What outlives each life.
pub struct House {
    /// The folder of the data.
    pub folder: PathBuf,
    /// PostgreSQL's address; none for SQLite.
    pub database: Option<String>,
    /// The clock.
    pub clock: Arc<SimClock>,
    /// Chance.
    pub random: Arc<SimRandom>,
    /// When the server dies.
    pub fate: Arc<Fate>,
    /// Where ids come from. They grow with time; here time stands still while a server is begun anew, so that each life
    /// goes on with the source of the one before.
    pub ids: Mutex<Option<Arc<IdSource>>>,
}

impl House {
    /// The source of ids of the first life.
    fn ids(&self, p: &Platform) -> Arc<IdSource> {
        let mut ids = self.ids.lock().unwrap_or_else(PoisonError::into_inner);
        ids.get_or_insert_with(|| p.ids.clone()).clone()
    }

    fn config(&self) -> Result<Config> {
        let options = Options {
            data: Some(self.folder.clone()),
            database: self.database.clone(),
            url: Some("http://desk.example".to_owned()),
            backups: Some("off".to_owned()),
            outbound_network: Some(vec!["127.0.0.0/8".to_owned()]),
            ..Options::default()
        };
        Config::decide(options)
    }
}

/// What a living server works with. Cheap to clone.
#[derive(Clone)]
pub struct Hands {
    /// The platform.
    pub p: Platform,
    /// The door of mails.
    pub journal: Journal,
    workers: Arc<Workers>,
}

/// How long another test's transaction is waited for at a time, and how many times.
const NAP: Duration = Duration::from_millis(20);
const NAPS_MAX: u32 = 3000;

/// Every lane but those of backups, which nobody asks for here.
const LANES: [&str; 8] = [
    journal::LANE,
    c::CLOCK_LANE,
    c::SEND_LANE,
    c::PURGE_LANE,
    erasing::LANE,
    reactions::webhooks::LANE,
    reactions::notices::mailing::LANE,
    people::import::LANE,
];

impl Hands {
    /// Does everything that is due, until nothing is: workers and readers of the log take turns.
    ///
    /// # Errors
    /// When the database does not answer, or something is due that nobody does.
    pub async fn settle(&self) -> Result<()> {
        let p = &self.p;
        let (mut passes, mut naps) = (0, 0);
        while passes < 200 && naps < NAPS_MAX {
            let whole = self.whole_log_is_readable().await?;
            let mut done = 0;
            for lane in LANES {
                done += self.workers.run_due(p, lane).await?;
            }
            while reactions::notices::reading::read_some(p).await? {}
            reactions::notices::reading::look_ahead(p).await?;
            while reactions::automation::reading::work_some(p).await? {
                done += 1;
            }
            while reactions::reports::reading::read_some(p).await? {}
            while reactions::webhooks::reading::read_some(p, crate::api::FAMILIES).await? {}
            passes += 1;
            if done == 0 && !jobs::busy(p).await? {
                if whole {
                    return Ok(());
                }
                (passes, naps) = (passes - 1, naps + 1);
                tokio::time::sleep(NAP).await;
            }
        }
        let sql = "SELECT kind, lane, status, due FROM job WHERE status <> 3 ORDER BY due LIMIT 3";
        let rows = p.db.read().await?.all(sql, vec![]).await?;
        let of = |row: &platform::Row| row.text("kind").unwrap_or_default();
        Err(Fault::new(format!("the workers do not come to rest: {:?}", rows.iter().map(of).collect::<Vec<_>>())))
    }

    /// Whether no fact waits for a transaction that began before it: on PostgreSQL those of other databases of the same
    /// server hold readers back too, so that other tests can.
    async fn whole_log_is_readable(&self) -> Result<bool> {
        let mut conn = self.p.db.read().await?;
        let sql = format!("SELECT COUNT(*) AS n FROM event WHERE xid >= {}", conn.engine().oldest_running());
        Ok(conn.number(&sql, vec![]).await? == 0)
    }
}

/// A server that lives.
pub struct Life {
    runtime: Option<Runtime>,
    hands: Option<Hands>,
    opened: Option<Opened>,
    fate: Arc<Fate>,
}

impl Life {
    /// Opens the data as a server does, and takes back what an earlier life had in hand.
    pub fn begin(house: &House) -> Self {
        house.fate.reborn();
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
        let config = house.config().expect("a configuration");
        let (opened, hands) = runtime.block_on(async {
            let opened = open(&config, house.clock.clone(), house.random.clone(), Purpose::Serve).await;
            let opened = opened.unwrap_or_else(|fault| panic!("the data cannot be opened: {}", fault.chain()));
            let mut p = opened.platform.clone();
            p.ids = house.ids(&p);
            // Workers that stop at once: only what they do when they start.
            let (_, stopped) = watch::channel(true);
            serve::workers().run(p.clone(), stopped).await.expect("the workers start");
            reactions::notices::reading::begin(&p).await.expect("notices begin");
            let hands = Hands { journal: Journal::start(p.clone()), workers: Arc::new(serve::workers()), p };
            (opened, hands)
        });
        Self { runtime: Some(runtime), hands: Some(hands), opened: Some(opened), fate: house.fate.clone() }
    }

    /// Does something; nothing when the server died over it.
    pub fn run<T, F, R>(&self, what: F) -> Option<T>
    where
        T: Send + 'static,
        F: FnOnce(Hands) -> R,
        R: Future<Output = T> + Send + 'static,
    {
        let (runtime, hands) = (self.runtime.as_ref().expect("it lives"), self.hands.clone().expect("it lives"));
        let fate = self.fate.clone();
        runtime.block_on(async move {
            let mut task = tokio::spawn(what(hands));
            let done = tokio::select! {
                biased;
                done = &mut task => Some(done),
                () = fate.ends() => None,
            };
            match done {
                _ if fate.dead() => None,
                Some(Ok(done)) => Some(done),
                Some(Err(broken)) => std::panic::resume_unwind(broken.into_panic()),
                None => None,
            }
        })
    }

    /// Which database it is.
    pub fn engine(&self) -> Engine {
        self.hands.as_ref().expect("it lives").p.db.engine()
    }
}

impl Drop for Life {
    fn drop(&mut self) {
        let Some(runtime) = self.runtime.take() else { return };
        {
            let _within = runtime.enter();
            self.hands = None;
            self.opened = None;
        }
        runtime.shutdown_timeout(Duration::from_secs(5));
    }
}

impl House {
    /// The data as a command beside the server sees it.
    ///
    /// # Errors
    /// When it cannot be opened.
    pub async fn beside(folder: &Path, database: Option<&str>) -> Result<Db> {
        match database {
            Some(url) => Db::postgres(url).await,
            None => Db::sqlite(&folder.join("tillit.db")).await,
        }
    }
}

/// A folder in memory where there is one, else where temporary files lie.
pub fn folder() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    let made = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
    made.expect("a folder")
}
