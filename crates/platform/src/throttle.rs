//! Slows down whoever guesses: attempts are counted by account and by true peer, and each one over
//! the free number has to wait longer. Kept in memory, by machine time; a restart forgets.
//!
//! Knows no passwords. Who the true peer is, [`Proxies`] tells.

use std::{
    collections::{HashMap, hash_map::RandomState},
    hash::BuildHasher,
    net::IpAddr,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use base::{Clock, Instant};
use http::HeaderMap;
use ipnet::IpNet;
use jiff::SignedDuration;

/// Whose attempts are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key<'a> {
    /// An account, existing or not, by what was typed.
    Account(&'a str),
    /// A peer; all addresses of one IPv6 network of 64 bits are one peer.
    Peer(IpAddr),
}

/// How much is free and how long the rest waits.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    /// Failed attempts without waiting.
    pub free: u32,
    /// Wait after the first one more; doubles with each further.
    pub first_wait: Duration,
    /// Longest wait.
    pub longest_wait: Duration,
    /// Quiet time after which all is forgotten; longer than the longest wait.
    pub forget: Duration,
}

/// For one account: a person mistypes a few times, a guesser gets about ten a day after the first.
pub const ACCOUNT: Limit = Limit {
    free: 5,
    first_wait: Duration::from_secs(2),
    longest_wait: Duration::from_secs(15 * 60),
    forget: Duration::from_secs(60 * 60),
};

/// For one peer, behind which a whole office may sit.
pub const PEER: Limit = Limit { free: 20, ..ACCOUNT };

/// How long to wait before the next attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RetryAfter(pub Duration);

#[derive(Clone, Copy, Debug)]
struct Attempts {
    failed: u32,
    last: Instant,
}

/// The pure rule: how much longer one waits after these attempts.
fn wait(limit: &Limit, failed: u32, since_last: Duration) -> Duration {
    if failed < limit.free || since_last >= limit.forget {
        return Duration::ZERO;
    }
    let doubled = limit.first_wait.saturating_mul(1_u32.checked_shl(failed - limit.free).unwrap_or(u32::MAX));
    doubled.min(limit.longest_wait).saturating_sub(since_last)
}

/// Counts attempts. Cheap to clone.
#[derive(Clone)]
pub struct Throttle {
    clock: Arc<dyn Clock>,
    table: Arc<Mutex<HashMap<u64, Attempts>>>,
    hasher: RandomState,
    most: usize,
}

/// Entries kept; 24 bytes each. Beyond it the longest quiet are forgotten.
const MOST: usize = 100_000;

impl Throttle {
    /// A throttle by the machine time of `clock`.
    #[must_use]
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        Self { clock, table: Arc::default(), hasher: RandomState::new(), most: MOST }
    }

    /// Asks for one attempt on behalf of all `keys`, and counts it as failed until
    /// [`Throttle::succeed`] says otherwise; so a hundred attempts at once are a hundred. An attempt
    /// that has to wait is not counted, or else a guesser could lock an account for ever.
    pub fn check(&self, keys: &[Key<'_>]) -> Result<(), RetryAfter> {
        let now = self.clock.machine();
        let mut table = self.table.lock().unwrap_or_else(PoisonError::into_inner);
        let known = |key: &Key<'_>| table.get(&self.slot(*key)).copied();
        let longest = keys
            .iter()
            .filter_map(|key| known(key).map(|attempts| wait(key.limit(), attempts.failed, passed(attempts.last, now))))
            .max()
            .unwrap_or_default();
        if longest > Duration::ZERO {
            return Err(RetryAfter(longest));
        }
        for key in keys {
            let attempts = table.entry(self.slot(*key)).or_insert(Attempts { failed: 0, last: now });
            if passed(attempts.last, now) >= key.limit().forget {
                attempts.failed = 0;
            }
            *attempts = Attempts { failed: attempts.failed.saturating_add(1), last: now };
        }
        if table.len() > self.most {
            forget_quietest(&mut table, self.most);
        }
        Ok(())
    }

    /// The attempt was right: the account starts afresh. The peer only gets this one attempt back,
    /// or else a guesser with an account of their own could wipe the slate.
    pub fn succeed(&self, keys: &[Key<'_>]) {
        let mut table = self.table.lock().unwrap_or_else(PoisonError::into_inner);
        for key in keys {
            let slot = self.slot(*key);
            match key {
                Key::Account(_) => {
                    table.remove(&slot);
                }
                Key::Peer(_) => {
                    if let Some(attempts) = table.get_mut(&slot) {
                        attempts.failed = attempts.failed.saturating_sub(1);
                    }
                }
            }
        }
    }

    /// How many attempts are still free of waiting.
    #[must_use]
    pub fn left(&self, key: Key<'_>) -> u32 {
        let table = self.table.lock().unwrap_or_else(PoisonError::into_inner);
        let failed = table.get(&self.slot(key)).map_or(0, |attempts| attempts.failed);
        key.limit().free.saturating_sub(failed)
    }

    /// Names are hashed under a random key: they take no room, however long, and cannot be aimed.
    fn slot(&self, key: Key<'_>) -> u64 {
        match key {
            Key::Account(name) => self.hasher.hash_one(("account", name.trim().to_lowercase())),
            Key::Peer(IpAddr::V6(address)) => match address.to_ipv4_mapped() {
                Some(address) => self.hasher.hash_one(("peer", IpAddr::V4(address))),
                None => self.hasher.hash_one(("network", &address.octets()[..8])),
            },
            Key::Peer(address) => self.hasher.hash_one(("peer", address)),
        }
    }
}

impl Key<'_> {
    const fn limit(&self) -> &'static Limit {
        match self {
            Self::Account(_) => &ACCOUNT,
            Self::Peer(_) => &PEER,
        }
    }
}

/// Time from `last` to `now`; none when the clock was set back.
fn passed(last: Instant, now: Instant) -> Duration {
    now.duration_since(last).max(SignedDuration::ZERO).unsigned_abs()
}

/// Makes room for a tenth, so that it is not done at every attempt. Of those at the last instant
/// that goes, any may go.
fn forget_quietest(table: &mut HashMap<u64, Attempts>, most: usize) {
    let keep = most - most / 10;
    let mut lasts: Vec<Instant> = table.values().map(|attempts| attempts.last).collect();
    lasts.sort_unstable_by(|a, b| b.cmp(a));
    let Some(edge) = lasts.get(keep).copied() else { return };
    let mut room_at_edge = keep - lasts.partition_point(|last| *last > edge);
    table.retain(|_, attempts| {
        let at_edge = attempts.last == edge && room_at_edge > 0;
        room_at_edge -= usize::from(at_edge);
        attempts.last > edge || at_edge
    });
}

/// The reverse proxies whose word about the peer is taken.
#[derive(Clone, Debug, Default)]
pub struct Proxies(Vec<IpNet>);

impl Proxies {
    /// Trusts these networks.
    #[must_use]
    pub fn new(trusted: Vec<IpNet>) -> Self {
        Self(trusted)
    }

    /// Whether this is a proxy of ours.
    #[must_use]
    pub fn trusts(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.contains(&address))
    }

    /// Who is really asking: the one who opened the connection, or, when that is a trusted proxy, the
    /// rightmost hop in `X-Forwarded-For` that is not one itself. What stands further left may be
    /// forged.
    #[must_use]
    pub fn peer(&self, connection: IpAddr, headers: &HeaderMap) -> IpAddr {
        let mut peer = connection.to_canonical();
        let hops: Vec<&str> = headers
            .get_all("x-forwarded-for")
            .iter()
            .flat_map(|value| value.to_str().unwrap_or("unreadable").split(','))
            .collect();
        for hop in hops.iter().rev() {
            if !self.trusts(peer) {
                break;
            }
            let Some(address) = address(hop.trim()) else { break };
            peer = address.to_canonical();
        }
        peer
    }
}

/// An address as proxies write it: alone, in brackets, with a port.
fn address(hop: &str) -> Option<IpAddr> {
    hop.parse().ok().or_else(|| hop.parse::<std::net::SocketAddr>().ok().map(|socket| socket.ip())).or_else(|| {
        let inner = hop.strip_prefix('[')?.strip_suffix(']')?;
        inner.parse().ok()
    })
}

#[cfg(test)]
mod tests;
