//! Damages good input the way accidents and attackers do: flips, cuts, repeats, crossings, known words.

use fastrand::Rng;

/// Makes inputs for ever, the same ones from the same seed.
pub struct Mutator {
    rng: Rng,
    seeds: Vec<Vec<u8>>,
    words: &'static [&'static str],
    longest: usize,
}

impl Mutator {
    /// A mutator that starts from `seeds` (an empty input when there are none), puts `words` in, and makes nothing
    /// longer than `longest` bytes.
    pub fn new(seed: u64, mut seeds: Vec<Vec<u8>>, words: &'static [&'static str], longest: usize) -> Self {
        if seeds.is_empty() {
            seeds.push(Vec::new());
        }
        Self { rng: Rng::with_seed(seed), seeds, words, longest }
    }

    /// The next input: a seed with one to eight damages.
    pub fn next_input(&mut self) -> Vec<u8> {
        let mut input = self.seed();
        for _ in 0..self.rng.usize(1..=8) {
            self.damage(&mut input);
        }
        input.truncate(self.longest);
        input
    }

    fn seed(&mut self) -> Vec<u8> {
        let at = self.rng.usize(..self.seeds.len());
        self.seeds[at].clone()
    }

    fn damage(&mut self, input: &mut Vec<u8>) {
        let at = self.rng.usize(..=input.len());
        let end = (at + self.rng.usize(0..=64)).min(input.len());
        match self.rng.u8(0..8) {
            0 if at < input.len() => input[at] ^= 1 << self.rng.u8(0..8),
            1 if at < input.len() => input[at] = self.rng.u8(..),
            2 => drop(input.drain(at..end)),
            3 => self.insert(input, at, end),
            4 => {
                // Much of the same: where quadratic work and deep nesting hide.
                let piece = input[at..end].to_vec();
                let times = self.rng.usize(1..=200);
                input.splice(at..at, piece.repeat(times));
            }
            5 => {
                let other = self.seed();
                let from = self.rng.usize(..=other.len());
                input.truncate(at);
                input.extend_from_slice(&other[from..]);
            }
            6 => input.truncate(at),
            _ => {
                let word = if self.words.is_empty() { "" } else { self.words[self.rng.usize(..self.words.len())] };
                let times = if self.rng.u8(0..6) == 0 { self.rng.usize(1..=2000) } else { 1 };
                input.splice(at..at, word.as_bytes().repeat(times));
            }
        }
        input.truncate(self.longest);
    }

    fn insert(&mut self, input: &mut Vec<u8>, at: usize, end: usize) {
        let fresh: Vec<u8> = (at..end.max(at + 1)).map(|_| self.rng.u8(..)).collect();
        input.splice(at..at, fresh);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_makes_the_same_inputs_and_none_is_too_long() {
        let of = |seed| {
            let mut mutator =
                Mutator::new(seed, vec![b"From: a@b.example\r\n\r\nhello".to_vec()], &["=?", "\r\n"], 300);
            (0..500).map(|_| mutator.next_input()).collect::<Vec<_>>()
        };
        assert_eq!(of(1), of(1));
        assert_ne!(of(1), of(2));
        assert!(of(1).iter().all(|input| input.len() <= 300));
        assert!(of(1).iter().any(|input| input.len() == 300) && of(1).iter().any(|input| input.len() < 20));
    }
}
