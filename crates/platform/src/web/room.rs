//! How many requests are in hand at once: beyond that a request is refused at once and told when to come again, so that
//! those who were let in are answered in time. One address never takes more than its share.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// Requests in hand at once, when nobody says: each takes a few milliseconds of one processor.
pub const USUAL: usize = 256;

/// Counts who is in. Cheap to clone.
///
/// Whoever sends slowly does not keep others out: while we wait for the next bytes of a request it stands in a hall of its
/// own, as large as the room, and only when that is full nobody else who brings something is let in.
#[derive(Clone, Debug)]
pub struct Room {
    most: usize,
    each: usize,
    inside: Arc<Mutex<Inside>>,
}

/// Those who are worked for, and those whose bytes we wait for.
#[derive(Debug, Default)]
struct Inside {
    room: Crowd,
    hall: Crowd,
}

#[derive(Debug, Default)]
struct Crowd {
    all: usize,
    by_peer: HashMap<IpAddr, usize>,
}

impl Crowd {
    fn is_full(&self, peer: IpAddr, most: usize, each: usize) -> bool {
        self.all >= most || self.by_peer.get(&peer).is_some_and(|count| *count >= each)
    }

    fn enter(&mut self, peer: IpAddr) {
        self.all += 1;
        *self.by_peer.entry(peer).or_default() += 1;
    }

    fn leave(&mut self, peer: IpAddr) {
        self.all -= 1;
        if let Some(count) = self.by_peer.get_mut(&peer) {
            *count -= 1;
            if *count == 0 {
                self.by_peer.remove(&peer);
            }
        }
    }
}

/// A request that was let in; drop it when it is answered.
#[derive(Debug)]
pub struct Place {
    peer: IpAddr,
    /// Whether it stands in the hall; changed under the lock alone.
    waits: AtomicBool,
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

    /// How many are worked for.
    #[must_use]
    pub fn inside(&self) -> usize {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner).room.all
    }

    /// Of how many we wait for the next bytes.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner).hall.all
    }

    /// Lets a request in, or not; `brings` says whether more of it is to come.
    #[must_use]
    pub fn enter(&self, peer: IpAddr, brings: bool) -> Option<Place> {
        let mut inside = self.inside.lock().unwrap_or_else(PoisonError::into_inner);
        let (most, each) = (self.most, self.each);
        if inside.room.is_full(peer, most, each) || (brings && inside.hall.is_full(peer, most, each)) {
            return None;
        }
        inside.room.enter(peer);
        Some(Place { peer, waits: AtomicBool::new(false), inside: self.inside.clone() })
    }
}

impl Place {
    /// Says whether we wait for what it sends. Who was let in is let in again.
    pub fn waits(&self, waits: bool) {
        if self.waits.load(Ordering::Relaxed) == waits {
            return;
        }
        let mut inside = self.inside.lock().unwrap_or_else(PoisonError::into_inner);
        if self.waits.swap(waits, Ordering::Relaxed) == waits {
            return;
        }
        let Inside { room, hall } = &mut *inside;
        let (from, to) = if waits { (room, hall) } else { (hall, room) };
        from.leave(self.peer);
        to.enter(self.peer);
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut inside = self.inside.lock().unwrap_or_else(PoisonError::into_inner);
        let crowd = if *self.waits.get_mut() { &mut inside.hall } else { &mut inside.room };
        crowd.leave(self.peer);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_room_refuses_until_somebody_leaves_and_one_address_never_fills_it() {
        let room = Room::new(4);
        let (one, other): (IpAddr, IpAddr) = ([10, 0, 0, 1].into(), [10, 0, 0, 2].into());
        let mut places: Vec<Place> = (0..3).map(|_| room.enter(one, false).expect("room")).collect();
        assert!(room.enter(one, false).is_none(), "three quarters are one's share");
        let last = room.enter(other, false).expect("room for another");
        assert!(room.enter(other, false).is_none(), "full");
        drop(places.pop());
        let again = room.enter(other, false).expect("somebody left");
        drop((places, last, again));
        let inside = room.inside.lock().expect("a lock");
        assert_eq!((inside.room.all, inside.room.by_peer.len()), (0, 0), "nobody is remembered");
    }

    #[test]
    fn whose_bytes_we_wait_for_takes_no_place_from_others_and_has_a_bound() {
        let room = Room::new(4);
        let (one, other): (IpAddr, IpAddr) = ([10, 0, 0, 1].into(), [10, 0, 0, 2].into());
        let slow: Vec<Place> = (0..3)
            .map(|_| {
                let place = room.enter(one, true).expect("room");
                place.waits(true);
                place.waits(true);
                place
            })
            .collect();
        assert_eq!((room.inside(), room.waiting()), (0, 3));
        assert!(room.enter(one, true).is_none(), "their share of the hall");
        let quick = room.enter(one, false).expect("who brings nothing");
        let last = room.enter(other, true).expect("another");
        last.waits(true);
        assert!(room.enter(other, true).is_none(), "the hall is full");
        assert!(room.enter(other, false).is_some());
        slow[0].waits(false);
        assert_eq!((room.inside(), room.waiting()), (2, 3), "their bytes came");
        drop((slow, quick, last));
        let inside = room.inside.lock().expect("a lock");
        assert_eq!((inside.room.all, inside.hall.all), (0, 0));
        assert!(inside.room.by_peer.is_empty() && inside.hall.by_peer.is_empty());
    }
}
