//! Follow-up by the reference vectors, and what must hold for all plans.

use base::Currency;
use jiff::civil::date;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;

fn file() -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/vectors/follow_up.json");
    serde_json::from_str(&std::fs::read_to_string(path).expect("there")).expect("JSON")
}

fn nok(value: &Value) -> Money {
    Money::parse(&value.to_string(), Currency::NOK, base::Language::En).expect("an amount")
}

fn rules(file: &Value) -> Vec<Rule> {
    let rule = |rule: &Value| {
        let steps = rule["steps"].as_array().expect("steps").iter().map(|step| RuleStep {
            after_days: u16::try_from(step[0].as_u64().expect("days")).expect("few"),
            channel: serde_json::from_value(step[1].clone()).expect("a channel"),
            purpose: Purpose::Care,
        });
        Rule {
            name: rule["name"].as_str().expect("a name").to_owned(),
            types: serde_json::from_value(rule["product_types"].clone()).expect("types"),
            least: vec![nok(&rule["min_value"])],
            steps: steps.collect(),
        }
    };
    file["rules"].as_array().expect("rules").iter().map(rule).collect()
}

fn closed(file: &Value) -> impl Fn(Date) -> bool {
    let dates: Vec<Date> = serde_json::from_value(file["closed_dates"].clone()).expect("dates");
    assert_eq!(file["closed_weekdays"], json!(["sat", "sun"]));
    move |day| dates.contains(&day) || day.weekday().to_monday_zero_offset() >= 5
}

#[test]
fn vectors_are_answered() {
    let file = file();
    let (rules, closed) = (rules(&file), closed(&file));
    let cases = file["cases"].as_array().expect("cases");
    for case in cases {
        let input = &case["input"];
        let flag = |field: &str| input["customer"][field].as_bool().unwrap_or(false);
        let buyer = Buyer { phone: flag("phone"), open_complaint: flag("open_complaint"), ..Buyer::default() };
        let bought = input["purchases"].as_array().expect("purchases").iter().map(|one| Purchase {
            id: one["id"].clone(),
            product: one["type"].as_str().expect("a type").to_owned(),
            value: nok(&one["value"]),
            bought: one["bought"].as_str().expect("a day").parse().expect("a day"),
            returned: one["returned"].as_bool().unwrap_or(false),
        });
        let merge = u16::try_from(input["merge_within_days"].as_u64().expect("days")).expect("few");
        let plan = plan(&rules, &closed, merge, &buyer, &bought.collect::<Vec<_>>());
        let steps = plan.contacts.iter().map(
            |one| json!({"date": one.on.to_string(), "channel": one.channel, "purchases": one.about, "held": one.held}),
        );
        assert_eq!(json!({ "steps": steps.collect::<Vec<_>>() }), case["expect"], "{case}");
    }
    assert_eq!(cases.len(), 18);
}

fn bed(id: u8, bought: Date) -> Purchase<u8> {
    Purchase { id, product: "bed".to_owned(), value: Money::of(980_000, Currency::NOK), bought, returned: false }
}

fn offer() -> Vec<Rule> {
    let step = |after_days, purpose| RuleStep { after_days, channel: Channel::Email, purpose };
    let steps = vec![step(7, Purpose::Care), step(200, Purpose::Offer)];
    vec![Rule { name: "all".to_owned(), types: vec!["*".to_owned()], least: Vec::new(), steps }]
}

#[test]
fn offers_wait_for_consent_and_care_does_not() {
    let bought = [bed(1, date(2026, 10, 5))];
    let count = |offers| {
        let buyer = Buyer { offers, ..Buyer::default() };
        plan(&offer(), |_| false, 7, &buyer, &bought).contacts.iter().map(|one| one.purpose).collect::<Vec<_>>()
    };
    assert_eq!(count(false), [Purpose::Care]);
    assert_eq!(count(true), [Purpose::Care, Purpose::Offer]);
    let mut only = offer();
    only[0].steps.remove(0);
    let quiet = plan(&only, |_| false, 7, &Buyer::default(), &bought).quiet;
    assert_eq!(quiet, [(1, Quiet::NoConsent)]);
}

#[test]
fn silence_has_its_reason() {
    let file = file();
    let rules = rules(&file);
    let ask = |buyer: &Buyer, one: Purchase<u8>| plan(&rules, |_| false, 7, buyer, &[one]).quiet;
    let day = date(2026, 10, 5);
    let paper = Purchase { product: "newspaper".to_owned(), ..bed(1, day) };
    assert_eq!(ask(&Buyer::default(), paper), [(1, Quiet::ByRule("periodicals and food".to_owned()))]);
    assert_eq!(ask(&Buyer { no_contact: true, ..Buyer::default() }, bed(1, day)), [(1, Quiet::NoContact)]);
    assert_eq!(ask(&Buyer::default(), Purchase { returned: true, ..bed(1, day) }), [(1, Quiet::Returned)]);
    let euro = Purchase { value: Money::of(980_000, Currency::EUR), ..bed(1, day) };
    assert_eq!(ask(&Buyer::default(), euro), [(1, Quiet::NoRule)], "no rate is guessed");
}

#[test]
fn it_comes_as_the_customer_likes_it() {
    let way = |phone, prefers| {
        let buyer = Buyer { phone, prefers, ..Buyer::default() };
        plan(&offer(), |_| false, 7, &buyer, &[bed(1, date(2026, 10, 5))]).contacts[0].channel
    };
    assert_eq!(way(true, None), Channel::Email);
    assert_eq!(way(true, Some(Channel::Phone)), Channel::Phone);
    assert_eq!(way(false, Some(Channel::Phone)), Channel::Email);
}

#[test]
fn a_calendar_says_which_days_are_closed_and_one_that_never_opens_moves_nothing() {
    let week = serde_json::from_value(json!({"mon": [["08:00", "16:00"]]})).expect("a week");
    let mondays = Calendar::new("Europe/Oslo", week).expect("a calendar");
    let bought = [bed(1, date(2026, 10, 6))];
    let first = |closed: &dyn Fn(Date) -> bool| plan(&offer(), closed, 7, &Buyer::default(), &bought).contacts[0].on;
    assert_eq!(first(&closed_by(&mondays)), date(2026, 10, 19));
    assert_eq!(first(&|_| true), date(2026, 10, 13));
}

proptest! {
    #[test]
    fn contacts_are_apart_on_open_days_and_name_every_step(days in prop::collection::vec(0_i64..400, 0..8), merge in 0_u16..30) {
        let file = file();
        let (rules, closed) = (rules(&file), closed(&file));
        let bought: Vec<_> =
            days.iter().zip(0..).map(|(day, id)| bed(id, date(2026, 1, 5).saturating_add(day.days()))).collect();
        let plan = plan(&rules, &closed, merge, &Buyer::default(), &bought);
        for pair in plan.contacts.windows(2) {
            prop_assert!(pair[0].on.saturating_add(i64::from(merge).days()) < pair[1].on);
        }
        prop_assert!(plan.contacts.iter().all(|one| !closed(one.on) && !one.about.is_empty()));
        // Two steps each, of which a wide merge may make one.
        for one in &bought {
            let named = plan.contacts.iter().filter(|contact| contact.about.contains(&one.id)).count();
            prop_assert_eq!(named, 2);
        }
    }
}
