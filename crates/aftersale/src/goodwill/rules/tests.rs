//! Goodwill by the reference vectors, and what must hold for all figures.

use base::Currency;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;

fn stakes(input: &Value) -> Stakes {
    let number = |field: &str| input[field].as_f64().expect("a number");
    Stakes {
        refund: number("refund"),
        salvage: number("salvage"),
        clv: number("clv"),
        churn_uplift: number("churn_uplift_if_refused"),
        people_told: number("people_told"),
        lost_per_told: number("p_lost_per_person_told"),
        always_grant_up_to: number("always_grant_up_to"),
    }
}

#[test]
fn vectors_are_answered() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/vectors/goodwill.json");
    let file: Value = serde_json::from_str(&std::fs::read_to_string(path).expect("there")).expect("JSON");
    let cases = file["cases"].as_array().expect("cases");
    for case in cases {
        assert_eq!(case["op"], "goodwill");
        let weighed = weigh(&stakes(&case["input"])).expect("weighed");
        let expect = &case["expect"];
        for (said, field) in [
            (Some(weighed.net_cost), "net_cost"),
            (Some(weighed.expected_loss), "expected_loss_if_refused"),
            (Some(weighed.advantage), "advantage_of_granting"),
            (weighed.break_even, "break_even_dp"),
        ] {
            match (said, expect[field].as_f64()) {
                (Some(said), Some(right)) => assert!((said - right).abs() <= 1e-6 * right.abs().max(1.0), "{case}"),
                (said, right) => assert_eq!(said, right, "{case}"),
            }
        }
        assert_eq!(json!(weighed.advice), expect["advice"], "{case}");
    }
    assert_eq!(cases.len(), 6);
}

fn usual() -> Stakes {
    Stakes {
        refund: 49.0,
        salvage: 10.0,
        clv: 800.0,
        churn_uplift: 0.35,
        people_told: 13.55,
        lost_per_told: 0.01,
        always_grant_up_to: 50.0,
    }
}

#[test]
fn figures_that_cannot_be_are_refused() {
    for (wrong, error) in [
        (Stakes { refund: f64::NAN, ..usual() }, BadStakes::NotANumber),
        (Stakes { clv: f64::INFINITY, ..usual() }, BadStakes::NotANumber),
        (Stakes { salvage: -1.0, ..usual() }, BadStakes::Negative),
        (Stakes { churn_uplift: 1.1, ..usual() }, BadStakes::NoChance),
        (Stakes { lost_per_told: -0.1, ..usual() }, BadStakes::NoChance),
    ] {
        assert_eq!(weigh(&wrong), Err(error));
    }
    assert_eq!(weigh(&Stakes { clv: 0.0, ..usual() }).expect("weighed").break_even, None);
}

#[test]
fn a_range_has_the_single_answer_within() {
    let guesses = Guesses { churn_uplift: (0.5, 0.2), people_told: (11.4, 15.7), lost_per_told: (0.005, 0.02) };
    let (low, high) = weigh_range(&usual(), &guesses).expect("a range");
    let one = weigh(&usual()).expect("weighed");
    assert!(low.expected_loss < one.expected_loss && one.expected_loss < high.expected_loss);
}

#[test]
fn each_role_has_its_allowance() {
    let nok = |minor| Money::of(minor, Currency::NOK);
    let agent = Allowance { role: Role::Agent, each: nok(50_000), month: Some(nok(200_000)) };
    let admin = Allowance { role: Role::Admin, each: nok(400_000), month: None };
    let may = |role, asked, so_far| may_grant(&[agent, admin], role, asked, so_far);
    assert_eq!(may(Role::Agent, nok(4_000), nok(0)), Ok(May::AtOnce));
    assert_eq!(may(Role::Agent, nok(50_000), nok(150_000)), Ok(May::AtOnce));
    assert_eq!(may(Role::Agent, nok(50_001), nok(0)), Ok(May::AboveEach));
    assert_eq!(may(Role::Agent, nok(50_000), nok(150_001)), Ok(May::AboveMonth));
    assert_eq!(may(Role::Admin, nok(400_000), nok(9_000_000)), Ok(May::AtOnce));
    assert_eq!(may(Role::Light, nok(1), nok(0)), Ok(May::NoAllowance));
    assert_eq!(may(Role::Agent, Money::of(1, Currency::EUR), nok(0)), Ok(May::NoAllowance));
    assert!(may(Role::Agent, nok(1), Money::of(1, Currency::EUR)).is_err());
}

proptest! {
    #[test]
    fn whoever_is_worth_more_is_never_advised_worse(
        refund in 0.0..5e3_f64, salvage in 0.0..5e3_f64, clv in 0.0..1e4_f64, more in 0.0..1e4_f64, churn in 0.0..1.0_f64
    ) {
        let poor = Stakes { refund, salvage, clv, churn_uplift: churn, ..usual() };
        let rich = Stakes { clv: clv + more, ..poor };
        let (poor, rich) = (weigh(&poor).expect("weighed"), weigh(&rich).expect("weighed"));
        prop_assert!(poor.advice == Advice::DecideByPerson || rich.advice == Advice::Grant);
        prop_assert!((poor.advantage - (poor.expected_loss - poor.net_cost)).abs() < 1e-6);
    }

    #[test]
    fn at_the_break_even_both_cost_the_same(refund in 1.0..900.0_f64, clv in 1_000.0..1e4_f64) {
        let even = weigh(&Stakes { refund, clv, ..usual() }).expect("weighed").break_even.expect("there");
        let there = weigh(&Stakes { refund, clv, churn_uplift: even, ..usual() }).expect("weighed");
        prop_assert!(there.advantage.abs() < 1e-6);
        prop_assert_eq!(there.advice, Advice::Grant);
    }
}
