//! A simulated business and its model side by side: how a step is done, how time goes by, how a server that died begins
//! anew, and what is told when the two differ.

use std::collections::VecDeque;
use std::future::Future;
use std::sync::{Arc, Mutex};

use base::{Actor, Language, Role};
use channels::relay::{self, Protection, RelaySettings};
use conversations::commands::{Answer, CommandError};
use conversations::rules::clocks::ClockPolicy;
use conversations::rules::states::Refusal;
use conversations::settings;
use people::StaffId;
use people::staff::{self, NewStaff};
use platform::{Engine, Result, vals};

use super::fate::{Fate, SimClock, SimRandom};
use super::hours::{DAY, Hours, MINUTE};
use super::life::{Hands, House, Life};
use super::mails;
use super::model::{Model, Way};
use super::peers::{Mood, Peer};

/// Acts that are told when something is wrong.
const TOLD: usize = 30;
/// Seconds in which a reply can be taken back.
pub const UNDO: i64 = 10_000_000;
/// Colleagues.
pub const STAFF: usize = 3;

/// A business, its model, and everybody around.
pub struct Sim {
    pub seed: u64,
    pub step: usize,
    pub rng: fastrand::Rng,
    pub house: House,
    pub life: Option<Life>,
    pub model: Model,
    pub post: Peer,
    pub program: Peer,
    pub staff: Vec<StaffId>,
    told: VecDeque<String>,
    /// How much of what the mail server was given the model has seen.
    pub posted: usize,
    /// How often the server died, and was begun anew.
    pub deaths: usize,
    /// Since when the mail server takes everything, machine time.
    pub well_since: i64,
    /// When it was founded, business time.
    pub founded: i64,
    /// Makes tokens that nothing else bears.
    pub counter: usize,
    /// Kept while the data is used.
    _folder: tempfile::TempDir,
}

/// What became of a command.
#[derive(Debug)]
pub enum Done {
    Yes,
    No(Refusal),
}

impl Sim {
    /// Founds a business from a seed, on PostgreSQL if an address is given.
    pub fn found(seed: u64, database: Option<String>) -> Self {
        let mut rng = fastrand::Rng::with_seed(seed);
        let fate = Arc::<Fate>::default();
        let starts = ["2026-10-22T06:00:00Z", "2026-11-18T12:48:00Z", "2027-03-25T07:30:00Z", "2026-12-30T05:00:00Z"];
        let start: base::Instant = starts[rng.usize(..starts.len())].parse().expect("a time");
        let start = base::clock::to_micros(start);
        let hours = [Hours::Office, Hours::Office, Hours::Nights, Hours::Always][rng.usize(..4)];
        let folder = super::life::folder();
        let house = House {
            folder: folder.path().to_owned(),
            database,
            clock: Arc::new(SimClock::new(start, fate.clone())),
            random: Arc::new(SimRandom::new(seed, fate.clone())),
            fate: fate.clone(),
            ids: Mutex::default(),
        };
        let life = Life::begin(&house);
        let (post, program) = (Peer::post(fate.clone()), Peer::program(fate));
        let (smtp, http) = (post.address, program.address);
        let staff = life.run(move |hands| async move { business(&hands, hours, smtp, http).await });
        let staff = staff.expect("it lives").unwrap_or_else(|fault| panic!("no business: {}", fault.chain()));
        let mut sim = Self {
            seed,
            step: 0,
            rng,
            house,
            life: Some(life),
            model: Model::new(hours, start),
            post,
            program,
            staff,
            told: VecDeque::new(),
            posted: 0,
            deaths: 0,
            well_since: 0,
            founded: start,
            counter: 0,
            _folder: folder,
        };
        sim.settle();
        sim
    }

    /// Writes down what is done, for whoever reads why it went wrong.
    pub fn tell(&mut self, what: String) {
        if self.told.len() == TOLD {
            self.told.pop_front();
        }
        let at = base::clock::from_micros(self.house.clock.now().0);
        self.told.push_back(format!("{:>4} {at} {what}", self.step));
    }

    /// Says what is wrong and how to see it again; then gives up.
    pub fn fail(&self, what: &str) -> ! {
        self.keep_what_is_left();
        let acts: Vec<&str> = self.told.iter().map(String::as_str).collect();
        panic!(
            "seed {}, step {}: {what}\n\nthe last acts:\n{}\n\nagain: cargo xtask simulate --seeds 1 --from {}\nor:    \
             TILLIT_SEED={} cargo nextest run -p tillit simulated::one_seed --no-capture\n",
            self.seed,
            self.step,
            acts.join("\n"),
            self.seed,
            self.seed
        );
    }

    /// Copies the data to the folder `TILLIT_SIM_KEEP`, for whoever wants to look into it.
    fn keep_what_is_left(&self) {
        let Some(to) = std::env::var_os("TILLIT_SIM_KEEP").map(std::path::PathBuf::from) else { return };
        let there = std::fs::read_dir(&self.house.folder).into_iter().flatten().flatten();
        for one in there.filter(|one| one.path().is_file()) {
            let _copied =
                std::fs::create_dir_all(&to).and_then(|()| std::fs::copy(one.path(), to.join(one.file_name())));
        }
    }

    /// The same when something must be so.
    pub fn must(&self, so: bool, what: impl FnOnce() -> String) {
        if !so {
            self.fail(&what());
        }
    }

    pub fn chance(&mut self, percent: u32) -> bool {
        self.rng.u32(..100) < percent
    }

    /// A word that nothing else bears.
    pub fn token(&mut self) -> String {
        self.counter += 1;
        format!("qz{}x{:x}q", self.counter, self.rng.u32(..))
    }

    pub fn actor(&self, staff: usize) -> Actor {
        let role = if staff == 0 { Role::Owner } else { Role::Agent };
        Actor::staff(self.staff[staff].to_string(), role)
    }

    /// Begins another life on the same data.
    pub fn restart(&mut self) {
        let died = self.house.fate.dead();
        self.life = None;
        self.deaths += usize::from(died);
        if self.house.database.is_some() && died {
            // Nodes share PostgreSQL: what a dead one had in hand is waited for.
            self.house.clock.wait(11_000_000);
        }
        self.life = Some(Life::begin(&self.house));
        if died {
            self.tell("    (the server died, and was begun anew)".to_owned());
        }
    }

    fn life(&self) -> &Life {
        self.life.as_ref().unwrap_or_else(|| self.fail("no life"))
    }

    /// Which engine it lives on.
    pub fn engine(&self) -> Engine {
        self.life().engine()
    }

    /// Asks something, which always gets its answer.
    pub fn ask<T, F, R>(&self, what: F) -> T
    where
        T: Send + 'static,
        F: FnOnce(Hands) -> R,
        R: Future<Output = Result<T>> + Send + 'static,
    {
        match self.life().run(what) {
            Some(Ok(answer)) => answer,
            Some(Err(fault)) => self.fail(&format!("cannot be asked: {}", fault.chain())),
            None => self.fail("the server died over a question"),
        }
    }

    /// Does something; nothing when the server died over it.
    pub fn attempt<T, F, R>(&self, what: F) -> Option<T>
    where
        T: Send + 'static,
        F: FnOnce(Hands) -> R,
        R: Future<Output = T> + Send + 'static,
    {
        self.life().run(what)
    }

    fn facts(&self) -> i64 {
        self.ask(|hands| async move {
            hands.p.db.read().await?.number("SELECT COALESCE(MAX(seq), 0) AS n FROM event", vec![]).await
        })
    }

    /// A colleague's command. Every one writes into the log what it did: after a death, that says whether it did.
    pub fn command<T, F, R>(&mut self, what: F) -> Done
    where
        T: Send + 'static,
        F: FnOnce(Hands) -> R,
        R: Future<Output = Answer<T>> + Send + 'static,
    {
        let armed = self.house.fate.armed();
        let before = if armed > 0 { self.facts_unarmed(armed) } else { 0 };
        match self.life().run(what) {
            Some(Ok(_)) => Done::Yes,
            Some(Err(CommandError::Refused(refusal))) => Done::No(refusal),
            Some(Err(error)) => self.fail(&format!("a command broke: {error:?}")),
            None => {
                self.restart();
                let happened = self.facts() > before;
                self.tell(format!("    (the command had {})", if happened { "happened" } else { "not happened" }));
                if happened { Done::Yes } else { Done::No(Refusal::Empty) }
            }
        }
    }

    fn facts_unarmed(&self, armed: i64) -> i64 {
        self.house.fate.arm(0);
        let facts = self.facts();
        self.house.fate.arm(armed);
        facts
    }

    /// Lets workers and readers do what is due, through as many deaths as come, and the model with them.
    pub fn settle(&mut self) {
        loop {
            match self.life().run(|hands| async move { hands.settle().await }) {
                Some(Ok(())) => break,
                Some(Err(fault)) => self.fail(&fault.chain().to_string()),
                None => self.restart(),
            }
        }
        let (now, machine) = self.house.clock.now();
        self.model.now = now;
        self.model.tick(machine);
        self.heard();
    }

    /// What the mail server was given since, as far as it is a reply.
    fn heard(&mut self) {
        let given = self.post.since(self.posted);
        self.posted += given.len();
        let machine = self.house.clock.now().1;
        for one in given {
            let Some(n) = self.model.replies.iter().position(|reply| reply.mail_id == one.id && !one.id.is_empty())
            else {
                continue;
            };
            let reply = self.model.replies[n].clone();
            self.tell(format!("    (reply {} is given to the mail server: {:?})", reply.token, one.mood));
            self.must(reply.way == Way::Posted, || {
                format!("the reply {} was handed over, being {:?}", reply.token, reply.way)
            });
            self.must(machine >= reply.not_before, || format!("the reply {} went too early", reply.token));
            let it = &mut self.model.replies[n];
            match one.mood {
                Mood::Takes => {
                    it.way = Way::Sent;
                    it.taken += 1;
                    it.reply_to = super::peers::header(&one.bytes, "Reply-To");
                }
                Mood::DiesAfter => {
                    it.taken += 1;
                    it.unheard += 1;
                }
                Mood::Later | Mood::DiesBefore => {}
                Mood::Never => self.model.lost(n, Way::Failed),
            }
        }
    }

    /// Lets time go on, stopping wherever something falls due; or at once, as after a night without power.
    pub fn go_on(&mut self, micros: i64, at_once: bool) {
        // Who is told "later" for days gives up; here they are told so for half a day at most.
        let refuses = self.post.mood() == Mood::Later || self.program.mood() == Mood::Later;
        let micros = if refuses { micros.min(12 * 60 * MINUTE) } else { micros };
        let to = self.house.clock.now().0 + micros;
        if !at_once {
            loop {
                let (business, machine) = self.house.clock.now();
                let next = self.ask(move |hands| async move {
                    let sql =
                        "SELECT MIN(CASE WHEN waits = 1 THEN due - $1 ELSE due - $2 END) AS n FROM job WHERE status = 0";
                    let row = hands.p.db.read().await?.one(sql, vals![business, machine]).await?;
                    row.map_or(Ok(None), |row| row.opt_int("n"))
                });
                let Some(wait) = next.map(|wait| wait.max(1)).filter(|wait| business + wait < to) else { break };
                self.house.clock.advance(wait);
                self.settle();
            }
        }
        let left = to - self.house.clock.now().0;
        self.house.clock.advance(left.max(0));
        self.settle();
        if refuses && (micros > 5 * 60 * MINUTE || self.chance(40)) {
            self.tell("who said later is well again".to_owned());
            self.takes();
            self.program.feels(Mood::Takes);
        }
    }

    /// The mail server takes what it is given, from now on.
    pub fn takes(&mut self) {
        self.post.feels(Mood::Takes);
        self.well_since = self.house.clock.now().1;
    }

    /// Days that have begun.
    pub fn day(&self) -> i64 {
        super::hours::wall(self.house.clock.now().0).0
    }

    /// A while as people let go by: minutes mostly, sometimes days.
    pub fn a_while(&mut self) -> i64 {
        match self.rng.u32(..10) {
            0..=4 => self.rng.i64(1..90) * MINUTE,
            5..=7 => self.rng.i64(2..14) * 60 * MINUTE,
            8 => DAY + self.rng.i64(0..600) * MINUTE,
            _ => self.rng.i64(2..5) * DAY,
        }
    }
}

/// Makes the business: colleagues, hours, an address, a mail server, and somebody who is told every fact.
async fn business(
    hands: &Hands,
    hours: Hours,
    smtp: std::net::SocketAddr,
    http: std::net::SocketAddr,
) -> Result<Vec<StaffId>> {
    let p = &hands.p;
    let mut tx = p.begin().await?;
    let business =
        settings::Business { name: "Sim".into(), address: mails::HELP.into(), ..settings::Business::default() };
    settings::set_business(&mut tx, &business).await?;
    let calendar = match hours.as_json() {
        Some(json) => Some(serde_json::from_str(&json)?),
        None => None,
    };
    settings::set_clock_policy(&mut tx, &ClockPolicy { calendar, ..ClockPolicy::default() }).await?;
    let (host, port) = (smtp.ip().to_string(), smtp.port());
    let relay = RelaySettings { host, port, protection: Protection::None, ..RelaySettings::default() };
    relay::set(&mut tx, &relay).await?;
    let trust = channels::trust::TrustSettings { servers: vec![mails::MX.into()], check: false };
    channels::trust::set(&mut tx, &trust).await?;
    let mut all = Vec::new();
    for n in 0..STAFF {
        let new = NewStaff {
            name: format!("Kollega {n}"),
            email: format!("kollega{n}@sim.example"),
            role: if n == 0 { Role::Owner } else { Role::Agent },
            language: Language::Nb,
            zone: "Europe/Oslo".into(),
        };
        let added = staff::add(&mut tx, &Actor::System, new).await;
        all.push(added.map_err(|failure| platform::Fault::new(format!("{failure:?}")))?.id);
    }
    tx.commit().await?;
    let wanted = reactions::webhooks::Wanted {
        url: format!("http://{http}/facts"),
        kinds: vec!["conversation.*".into(), "person.*".into()],
    };
    let owner = Actor::staff(all[0].to_string(), Role::Owner);
    let made = reactions::webhooks::add(p, &owner, wanted).await;
    made.map_err(|failure| platform::Fault::new(format!("{failure:?}")))?;
    Ok(all)
}

/// Whether a reply has not gone yet and nothing is decided.
pub fn unsent(way: Way) -> bool {
    matches!(way, Way::Scheduled(_) | Way::Held | Way::Posted)
}

/// Whether a reply waits for its time or was held back.
pub fn waits_for_time(way: Way) -> bool {
    matches!(way, Way::Scheduled(_) | Way::Held)
}
