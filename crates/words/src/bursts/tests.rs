//! Reference vectors, and what holds for every count.

use proptest::prelude::*;
use serde_json::Value;

use super::*;

#[test]
fn vectors_are_answered() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/vectors/bursts.json");
    let file: Value = serde_json::from_str(&std::fs::read_to_string(path).expect("there")).expect("JSON");
    for case in file["cases"].as_array().expect("cases") {
        let (input, expect) = (&case["input"], &case["expect"]);
        let count = |name: &str| input[name].as_u64().expect("a count");
        if case["op"] == "rate_rise" {
            let days = |name: &str| input[name].as_f64().expect("days");
            let rise = rise(count("count_before"), days("days_before"), count("count_now"), days("days_now"));
            let rise = rise.expect("stretches have lengths");
            let near = |name: &str, said: f64| (expect[name].as_f64().expect("a number") - said).abs() < 1e-9;
            assert!(near("p_rising", rise.p_rising) && near("rate_ratio_of_means", rise.ratio), "{case} {rise:?}");
            continue;
        }
        let counts = |name: &str| input[name].as_array().expect("counts").iter().filter_map(Value::as_u64);
        let pairs = counts("topic_messages").zip(counts("all_messages"));
        let batches: Vec<_> = pairs.map(|(topic, all)| Batch { topic, all }).collect();
        let number = |name: &str| input[name].as_f64().expect("a number");
        let said = bursts(&batches, number("scale"), number("gamma"));
        let states: Vec<Value> = said.into_iter().map(|high| u8::from(high).into()).collect();
        assert_eq!(Value::from(states), expect["state"], "{case}");
    }
}

#[test]
fn nothing_comes_of_nothing() {
    assert_eq!(bursts(&[], 2.0, 1.0), Vec::<bool>::new());
    assert_eq!(bursts(&[Batch { topic: 0, all: 9 }, Batch { topic: 0, all: 0 }], 2.0, 1.0), [false, false]);
    assert_eq!(rise(1, 0.0, 1, 7.0), None);
}

proptest! {
    #[test]
    fn every_count_has_an_answer(counts in prop::collection::vec((0_u64..50, 0_u64..50), 0..30), gamma in 0.0..5.0_f64) {
        let batches: Vec<_> = counts.iter().map(|(topic, all)| Batch { topic: *topic, all: *all }).collect();
        prop_assert_eq!(bursts(&batches, 2.0, gamma).len(), batches.len());
    }

    #[test]
    fn more_now_is_surer(before in 0_u64..3000, now in 0_u64..3000, days in 1.0..400.0_f64) {
        let p = |now| rise(before, 28.0, now, days).expect("lengths").p_rising;
        prop_assert!((0.0..=1.0).contains(&p(now)) && p(now) <= p(now + 1) + 1e-9);
    }
}
