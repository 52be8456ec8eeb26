//! Which of what is there a thing of a file is, where several may bear one name.

/// Whether a thing is one that is there.
pub(super) type Same<'a, A, B> = &'a (dyn Fn(&A, &B) -> bool + Sync);

/// For each thing the place of the one that it is; each of those that are there is one thing's alone. What is the same by
/// the first test is found for all things before the next one is asked.
pub(super) fn paired<A, B>(things: &[A], there: &[B], tests: &[Same<A, B>]) -> Vec<Option<usize>> {
    let (mut places, mut used) = (vec![None; things.len()], vec![false; there.len()]);
    for same in tests {
        for (thing, place) in things.iter().zip(&mut places).filter(|(_, place)| place.is_none()) {
            *place = (0..there.len()).find(|at| !used[*at] && same(thing, &there[*at]));
            if let Some(at) = *place {
                used[at] = true;
            }
        }
    }
    places
}

/// The places of those that are nobody's, as [`paired`] answered.
pub(super) fn unpaired(places: &[Option<usize>], count: usize) -> Vec<usize> {
    (0..count).filter(|at| !places.contains(&Some(*at))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Things, what is there, which of it each takes, and what is left over.
    type Case = (&'static [&'static str], &'static [&'static str], &'static [Option<usize>], &'static [usize]);

    #[test]
    fn nobody_takes_what_fits_another_better() {
        let same: [Same<&str, &str>; 2] = [&|one, other| one == other, &|one, other| one[..1] == other[..1]];
        let cases: [Case; 4] = [
            (&["a2", "a1", "b"], &["a1", "a3"], &[Some(1), Some(0), None], &[]),
            (&["a1"], &["a2", "a1", "c"], &[Some(1)], &[0, 2]),
            (&["a1", "a1"], &["a1"], &[Some(0), None], &[]),
            (&[], &["a"], &[], &[0]),
        ];
        for (things, there, places, left) in cases {
            assert_eq!(paired(things, there, &same), places, "{things:?} {there:?}");
            assert_eq!(unpaired(places, there.len()), left, "{things:?} {there:?}");
        }
    }
}
