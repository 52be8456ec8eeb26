//! Who looks at what right now, and who writes there. Nothing of it is kept: a page says again and again that it is
//! open, and what is not said again is soon no longer so. On PostgreSQL every node tells the others.
//!
//! It knows places by name alone; whoever shows who is there asks first whether the reader may see the place.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use base::Instant;
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use tokio::sync::watch;

use crate::{Engine, Platform, Result, vals};

/// The channel name used on PostgreSQL.
pub(crate) const CHANNEL: &str = "tillit_presence";
/// How long somebody looks after their page said so.
const LOOKING: SignedDuration = SignedDuration::from_secs(30);
/// How long somebody writes after their last key.
const WRITING: SignedDuration = SignedDuration::from_secs(5);
/// Pages that are known at once; more are not shown.
const MOST: usize = 20_000;
/// Letters of a name, and of the mark of a page, that are told.
const NAME_MOST: usize = 200;
/// How often it is asked who has gone without a word.
const LOOK: Duration = Duration::from_millis(500);

/// What somebody does at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Doing {
    /// They read.
    Looking,
    /// They write something for colleagues.
    Noting,
    /// They write to the customer.
    Replying,
}

impl Doing {
    /// Reads the name in forms; nobody does what it does not know.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "looking" => Some(Self::Looking),
            "noting" => Some(Self::Noting),
            "replying" => Some(Self::Replying),
            _ => None,
        }
    }

    /// Whether they write.
    #[must_use]
    pub fn writes(self) -> bool {
        self != Self::Looking
    }
}

/// Somebody who is at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Present {
    /// Names them.
    pub who: String,
    /// What they are called.
    pub name: String,
    /// What they do.
    pub doing: Doing,
}

/// What a page says of the one who has it open.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Beat {
    /// Where.
    pub place: String,
    /// Tells the pages of one person apart.
    pub page: String,
    /// Names them.
    pub who: String,
    /// What they are called.
    pub name: String,
    /// What they do; nothing when they leave.
    pub doing: Option<Doing>,
}

/// A beat as nodes tell it to each other.
#[derive(Serialize, Deserialize)]
struct Told {
    node: String,
    beat: Beat,
}

/// One open page.
#[derive(Clone, Debug)]
struct Open {
    who: String,
    name: String,
    until: Instant,
    writing: Option<(Doing, Instant)>,
}

impl Open {
    fn doing(&self, now: Instant) -> Option<Doing> {
        let writing = self.writing.filter(|(_, until)| *until > now).map(|(doing, _)| doing);
        writing.or_else(|| (self.until > now).then_some(Doing::Looking))
    }
}

/// Who is where. Without a clock: whoever asks says what time it is.
#[derive(Debug, Default)]
struct Table {
    places: HashMap<String, HashMap<String, Open>>,
    pages: usize,
    /// What was last seen of each place, to know what has become different.
    seen: HashMap<String, Vec<Present>>,
}

/// What others should look at anew.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Change {
    place: String,
    /// Whether also who writes there.
    writers: bool,
}

impl Table {
    fn beat(&mut self, beat: &Beat, now: Instant) -> Option<Change> {
        let key = format!("{}/{}", beat.who, beat.page);
        let there = self.places.entry(beat.place.clone()).or_default();
        match beat.doing {
            None => self.pages -= usize::from(there.remove(&key).is_some()),
            Some(doing) => {
                let known = there.contains_key(&key);
                if known || self.pages < MOST {
                    self.pages += usize::from(!known);
                    let until = add(now, LOOKING);
                    let kept = there.get(&key).and_then(|open| open.writing);
                    let writing = if doing.writes() { Some((doing, add(now, WRITING))) } else { kept };
                    there.insert(key, Open { who: beat.who.clone(), name: beat.name.clone(), until, writing });
                }
            }
        }
        self.compare(&beat.place, now)
    }

    /// Who is at a place, those who write first, then by name.
    fn at(&self, place: &str, now: Instant) -> Vec<Present> {
        let mut all: Vec<Present> = Vec::new();
        for open in self.places.get(place).into_iter().flat_map(HashMap::values) {
            let Some(doing) = open.doing(now) else { continue };
            match all.iter_mut().find(|one| one.who == open.who) {
                Some(one) => one.doing = one.doing.max(doing),
                None => all.push(Present { who: open.who.clone(), name: open.name.clone(), doing }),
            }
        }
        all.sort_by(|a, b| (b.doing.writes(), &a.name, &a.who).cmp(&(a.doing.writes(), &b.name, &b.who)));
        all
    }

    /// Forgets who said nothing for long enough, and says where that shows.
    fn expire(&mut self, now: Instant) -> Vec<Change> {
        let places: Vec<String> = self.places.keys().cloned().collect();
        places.iter().filter_map(|place| self.compare(place, now)).collect()
    }

    /// Whether a place looks different from when it was last seen; forgets who has gone.
    fn compare(&mut self, place: &str, now: Instant) -> Option<Change> {
        if let Some(there) = self.places.get_mut(place) {
            let before = there.len();
            there.retain(|_, open| open.doing(now).is_some());
            self.pages -= before - there.len();
            if there.is_empty() {
                self.places.remove(place);
            }
        }
        let now_there = self.at(place, now);
        let before = if now_there.is_empty() {
            self.seen.remove(place)
        } else {
            self.seen.insert(place.to_owned(), now_there.clone())
        };
        let before = before.unwrap_or_default();
        let writers =
            |all: &[Present]| -> Vec<Present> { all.iter().filter(|one| one.doing.writes()).cloned().collect() };
        let writers = writers(&before) != writers(&now_there);
        (before != now_there).then(|| Change { place: place.to_owned(), writers })
    }
}

fn add(now: Instant, by: SignedDuration) -> Instant {
    now.saturating_add(by).unwrap_or(Instant::MAX)
}

/// Who is where, of this node and those it hears of. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Presence {
    table: Arc<Mutex<Table>>,
}

impl Presence {
    fn table(&self) -> MutexGuard<'_, Table> {
        self.table.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Who is at a place, those who write first.
    #[must_use]
    pub fn at(&self, place: &str, machine_now: Instant) -> Vec<Present> {
        self.table().at(place, machine_now)
    }
}

impl Platform {
    /// Notes what a page says and tells it to everybody whom it concerns, at the other nodes too. Whoever calls has
    /// asked whether they may see the place.
    ///
    /// # Errors
    /// When the other nodes cannot be told.
    pub async fn beat(&self, mut beat: Beat) -> Result<()> {
        beat.page = beat.page.chars().take(NAME_MOST).collect();
        beat.name = beat.name.chars().take(NAME_MOST).collect();
        self.note(&beat);
        if self.db.engine() == Engine::Postgres {
            let told = serde_json::to_string(&Told { node: self.node.to_string(), beat })?;
            self.db.read().await?.all("SELECT pg_notify($1, $2)", vals![CHANNEL, told]).await?;
        }
        Ok(())
    }

    /// What another node told. What cannot be read is of a newer version, and no harm.
    pub(crate) fn hear_of_presence(&self, told: &str) {
        match serde_json::from_str::<Told>(told) {
            Ok(told) if told.node != *self.node => self.note(&told.beat),
            Ok(_) => {}
            Err(error) => tracing::debug!(%error, "another node told of somebody in words that are not known here"),
        }
    }

    fn note(&self, beat: &Beat) {
        let change = self.presence.table().beat(beat, self.clock.machine());
        self.tell_of(change);
    }

    fn tell_of(&self, changes: impl IntoIterator<Item = Change>) {
        for change in changes {
            self.live.tell(&format!("presence-{}", change.place));
            if change.writers {
                self.live.tell(&format!("writing-{}", change.place));
            }
        }
    }
}

/// Tells who has gone without a word, until `stop` becomes true.
///
/// # Errors
/// None; it ends like the other parts of the server.
pub async fn run(p: Platform, mut stop: watch::Receiver<bool>) -> Result<()> {
    while !*stop.borrow() {
        let gone = p.presence.table().expire(p.clock.machine());
        p.tell_of(gone);
        tokio::select! {
            _ = stop.changed() => {}
            () = tokio::time::sleep(LOOK) => {}
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
