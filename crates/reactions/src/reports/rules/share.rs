//! How sure a share is.

/// The stretch in which the true share lies with 95 % confidence (Wilson), for `k` of `n`, in per cent, each end
/// rounded to whole ones. None when there are none.
#[must_use]
pub fn interval(k: i64, n: i64) -> Option<(i64, i64)> {
    if n <= 0 || !(0..=n).contains(&k) {
        return None;
    }
    const Z: f64 = 1.959_963_984_540_054;
    let (k, n) = (k as f64, n as f64);
    let share = k / n;
    let middle = share + Z * Z / (2.0 * n);
    let half = Z * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
    let end = |value: f64| (value / (1.0 + Z * Z / n) * 100.0).round().clamp(0.0, 100.0) as i64;
    Some((end(middle - half), end(middle + half)))
}

/// `k` of `n` in whole per cent, rounded down, so that only all is all. None when there are none.
#[must_use]
pub const fn percent(k: i64, n: i64) -> Option<i64> {
    if n > 0 { Some(k * 100 / n) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_is_wilsons() {
        for (k, n, ends) in [
            (0, 0, None),
            (3, 2, None),
            (0, 10, Some((0, 28))),
            (10, 10, Some((72, 100))),
            (45, 50, Some((79, 96))),
            (81, 263, Some((26, 37))),
        ] {
            assert_eq!(interval(k, n), ends, "{k} of {n}");
        }
    }

    #[test]
    fn only_all_is_all() {
        assert_eq!([percent(999, 1000), percent(5, 5), percent(0, 0)], [Some(99), Some(100), None]);
    }
}
