//! How evenly turns went round. Pure.

/// Jain's index of what everybody got for their part of a position: (Σx)² / (n · Σx²). One when all got the same, 1/n when
/// one got everything (R. Jain, D. Chiu, W. Hawe, "A quantitative measure of fairness", DEC-TR-301, 1984).
///
/// Nothing where there is nobody, nobody got anything, or a figure is below nothing or no number.
#[must_use]
pub fn jain(all: &[f64]) -> Option<f64> {
    if all.iter().any(|x| !x.is_finite() || *x < 0.0) {
        return None;
    }
    // By the largest, so that no square is too large for a number or too small for one.
    let largest = all.iter().copied().fold(0.0, f64::max);
    if largest <= 0.0 {
        return None;
    }
    let (n, sum, squares) = all
        .iter()
        .map(|x| x / largest)
        .fold((0.0, 0.0, 0.0), |(n, sum, squares), x| (n + 1.0, sum + x, squares + x * x));
    Some(sum * sum / (n * squares))
}

/// What somebody got for a whole position: `got` turns at `weight` hundredths of one.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "counts of turns stay far below 2^53")]
pub fn per_position(got: i64, weight: i64) -> f64 {
    got.max(0) as f64 * 100.0 / weight.max(1) as f64
}

/// Whether somebody counts when turns are compared: they got one, or could have got one of `turns` in their departments.
/// Who was away all the time is no sign of unfairness.
#[must_use]
pub const fn counts(got: i64, passed_over: i64, turns: i64) -> bool {
    got > 0 || passed_over < turns
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;

    #[test]
    fn vectors_are_answered() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/vectors/rota.json");
        let file: Value = serde_json::from_str(&std::fs::read_to_string(path).expect("there")).expect("JSON");
        let cases = file["cases"].as_array().expect("cases").iter().filter(|case| case["op"] == "fairness");
        let mut asked = 0;
        for case in cases {
            let all = case["input"]["hours_per_weight"].as_array().expect("hours").iter();
            let said = jain(&all.filter_map(Value::as_f64).collect::<Vec<_>>());
            let near = match (said, case["expect"]["jain"].as_f64()) {
                (Some(said), Some(expected)) => (said - expected).abs() < 1e-9,
                (said, expected) => said.is_none() && expected.is_none(),
            };
            assert!(near, "{case} {said:?}");
            asked += 1;
        }
        assert_eq!(asked, 6);
    }

    #[test]
    fn nothing_is_no_fairness_and_huge_figures_have_one() {
        for (all, answer) in [
            (&[0.0, 0.0][..], None),
            (&[-1.0, 2.0], None),
            (&[f64::NAN], None),
            (&[f64::INFINITY, 1.0], None),
            (&[1e300, 1e300], Some(1.0)),
            (&[1e-300, 0.0], Some(0.5)),
        ] {
            assert_eq!(jain(all), answer, "{all:?}");
        }
    }

    #[test]
    fn half_a_position_with_half_as_many_is_even() {
        let all = [per_position(8, 100), per_position(4, 50), per_position(2, 25)];
        assert_eq!(jain(&all), Some(1.0));
        assert_eq!((per_position(-3, 0), per_position(1, 0)), (0.0, 100.0));
        assert!(counts(1, 9, 3) && counts(0, 2, 3) && !counts(0, 3, 3) && !counts(0, 0, 0));
    }

    proptest! {
        #[test]
        fn it_lies_between_one_for_all_and_one_for_one(all in prop::collection::vec(0.0..1000.0_f64, 1..20), by in 0.01..50.0_f64) {
            let n = f64::from(u32::try_from(all.len()).expect("few"));
            if let Some(index) = jain(&all) {
                prop_assert!(index <= 1.0 + 1e-9 && index >= 1.0 / n - 1e-9, "{index}");
                let scaled = jain(&all.iter().map(|x| x * by).collect::<Vec<_>>()).expect("as before");
                prop_assert!((scaled - index).abs() < 1e-9, "what is counted in changes nothing");
                let mut turned = all.clone();
                turned.reverse();
                prop_assert!((jain(&turned).expect("as before") - index).abs() < 1e-9, "no order, no ranking");
            }
        }
    }
}
