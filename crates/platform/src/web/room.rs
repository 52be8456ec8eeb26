//! How many requests are in hand at once: beyond that a request is refused at once and told when to come again, so that
//! those who were let in are answered in time. One address never takes more than its share.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

/// Requests in hand at once, when nobody says: each takes a few milliseconds of one processor.
pub const USUAL: usize = 256;

/// Counts who is in. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Room {
    most: usize,
    each: usize,
    inside: Arc<Mutex<Inside>>,
}

#[derive(Debug, Default)]
struct Inside {
    all: usize,
    by_peer: HashMap<IpAddr, usize>,
}

/// A request that was let in; drop it when it is answered.
#[derive(Debug)]
pub struct Place {
    peer: IpAddr,
    inside: Arc<Mutex<Inside>>,
}

impl Default for Room {
    fn default() -> Self {
        Self::new(USUAL)
    }
}

impl Room {
    /// Room for so many, three quarters of them from one address.
    #[must_use]
    pub fn new(most: usize) -> Self {
        Self { most, each: most - most / 4, inside: Arc::default() }
    }

    /// How many are in.
    #[must_use]
    pub fn inside(&self) -> usize {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner).all
    }

    /// Lets a request in, or not.
    #[must_use]
    pub fn enter(&self, peer: IpAddr) -> Option<Place> {
        let mut inside = self.inside.lock().unwrap_or_else(PoisonError::into_inner);
        let of_peer = inside.by_peer.get(&peer).copied().unwrap_or_default();
        if inside.all >= self.most || of_peer >= self.each {
            return None;
        }
        inside.all += 1;
        inside.by_peer.insert(peer, of_peer + 1);
        Some(Place { peer, inside: self.inside.clone() })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut inside = self.inside.lock().unwrap_or_else(PoisonError::into_inner);
        inside.all -= 1;
        if let Some(count) = inside.by_peer.get_mut(&self.peer) {
            *count -= 1;
            if *count == 0 {
                inside.by_peer.remove(&self.peer);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_room_refuses_until_somebody_leaves_and_one_address_never_fills_it() {
        let room = Room::new(4);
        let (one, other): (IpAddr, IpAddr) = ([10, 0, 0, 1].into(), [10, 0, 0, 2].into());
        let mut places: Vec<Place> = (0..3).map(|_| room.enter(one).expect("room")).collect();
        assert!(room.enter(one).is_none(), "three quarters are one's share");
        let last = room.enter(other).expect("room for another");
        assert!(room.enter(other).is_none(), "full");
        drop(places.pop());
        let again = room.enter(other).expect("somebody left");
        drop((places, last, again));
        let inside = room.inside.lock().expect("a lock");
        assert_eq!((inside.all, inside.by_peer.len()), (0, 0), "nobody is remembered");
    }
}
