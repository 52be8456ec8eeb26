//! Money against tables, and against sums in 128 bits.

use fastrand::Rng;

use super::*;
use crate::Language;

fn nok(minor: i64) -> Money {
    Money::of(minor, Currency::NOK)
}

fn currency(code: &str) -> Currency {
    code.parse().expect("a currency")
}

#[test]
fn currencies_have_the_decimals_of_the_norm() {
    for (code, decimals) in
        [("NOK", 2), ("JPY", 0), ("KWD", 3), ("IDR", 2), ("ISK", 0), ("CLF", 4), ("eur", 2), ("TND", 3), ("HUF", 2)]
    {
        assert_eq!(currency(code).decimals(), decimals, "{code}");
    }
    for wrong in ["", "NO", "NOKK", "ABC", "kr", "ÆØ"] {
        assert!(wrong.parse::<Currency>().is_err(), "{wrong}");
    }
}

#[test]
fn what_people_write_is_read_by_their_language() {
    use Language::{Da, En, Id, Nb, Sv};
    for (text, language, minor) in [
        ("1 299,50", Nb, 129_950),
        ("1\u{a0}299,50", Sv, 129_950),
        ("1,299.50", En, 129_950),
        ("1299.5", En, 129_950),
        ("1299.5", Nb, 129_950),
        ("1.299,50", Da, 129_950),
        ("1.299", Da, 129_900),
        ("1.299", Nb, 129_900),
        ("1,299", En, 129_900),
        ("1.299.000", Id, 129_900_000),
        ("1,299.50", Nb, 129_950),
        ("0,5", Da, 50),
        ("12,5", En, 1_250),
        ("−3", Nb, -300),
        ("-0.05", En, -5),
        ("1'299.50", En, 129_950),
    ] {
        assert_eq!(Money::parse(text, Currency::NOK, language), Ok(nok(minor)), "{text} {language:?}");
    }
    for (text, language) in [
        ("", En),
        ("kr 5", Nb),
        ("5,", Nb),
        (".5", En),
        ("1,29.50", En),
        ("1 29,50", Nb),
        ("1..2", En),
        ("1,2,3", En),
        ("5-", En),
        ("1e3", En),
        ("1.299,50.2", Da),
        ("1_2", En),
        ("٣", En),
    ] {
        assert!(matches!(Money::parse(text, Currency::NOK, language), Err(MoneyError::NotAnAmount(_))), "{text}");
    }
}

#[test]
fn what_can_be_read_in_two_ways_is_not_guessed() {
    let kwd = currency("KWD");
    assert_eq!(Money::parse("1.299", kwd, Language::Nb), Err(MoneyError::Ambiguous("1.299".to_owned())));
    assert_eq!(Money::parse("1,299", kwd, Language::Nb), Ok(Money::of(1_299, kwd)));
    assert!(matches!(Money::parse("1,299", Currency::NOK, Language::Nb), Err(MoneyError::TooFine { .. })));
    assert!(matches!(Money::parse("5,5", currency("JPY"), Language::Nb), Err(MoneyError::TooFine { .. })));
    assert_eq!(Money::parse("99999999999999999999", Currency::NOK, Language::En), Err(MoneyError::TooLarge));
}

#[test]
fn people_read_amounts_as_they_write_them() {
    use Language::{Da, En, Id, Nb, Sv};
    let space = |text: &str| text.replace('_', "\u{a0}");
    for (money, language, text) in [
        (nok(129_950), Nb, "1_299,50_kr"),
        (nok(129_950), Sv, "1_299,50_NOK"),
        (nok(129_950), En, "NOK_1,299.50"),
        (Money::of(129_950, Currency::DKK), Da, "1.299,50_kr."),
        (Money::of(1_500_000, Currency::IDR), Id, "Rp_15.000"),
        (Money::of(1_500_050, Currency::IDR), Id, "Rp_15.000,50"),
        (Money::of(-500, Currency::USD), En, "−$5.00"),
        (Money::of(-500, Currency::EUR), Sv, "−5,00_€"),
        (Money::of(5, currency("JPY")), En, "JPY_5"),
        (Money::of(5, currency("KWD")), Nb, "0,005_KWD"),
    ] {
        assert_eq!(money.print(language), space(text));
    }
}

#[test]
fn what_is_printed_reads_back() {
    let mut chance = Rng::with_seed(7);
    for _ in 0..20_000 {
        let minor = chance.i64(..) >> chance.u32(0..62);
        let money = Money::of(minor, currency(["NOK", "JPY", "KWD", "CLF", "IDR"][chance.usize(..5)]));
        let language = Language::ALL[chance.usize(..5)];
        let digits = money.digits(language);
        // A number of a currency without decimals may look like one with them; that is refused and not misread.
        match Money::parse(&digits, money.currency(), language) {
            Ok(read) => assert_eq!(read, money, "{digits} {language:?}"),
            Err(error) => panic!("{digits} {language:?}: {error}"),
        }
    }
    assert_eq!(Money::parse(&nok(i64::MIN).digits(Language::En), Currency::NOK, Language::En), Ok(nok(i64::MIN)));
}

#[test]
fn currencies_never_mix_and_sums_never_overflow() {
    let eur = Money::of(1, Currency::EUR);
    assert_eq!(nok(1).plus(eur), Err(MoneyError::Mixed(Currency::NOK, Currency::EUR)));
    assert!(nok(1).minus(eur).is_err() && nok(1).compare(eur).is_err());
    assert_eq!(nok(i64::MAX).plus(nok(1)), Err(MoneyError::TooLarge));
    assert_eq!(nok(i64::MIN).minus(nok(1)), Err(MoneyError::TooLarge));
    assert_eq!(nok(i64::MIN).times(-1), Err(MoneyError::TooLarge));
    assert_eq!(nok(i64::MIN).share(-1, 1), Err(MoneyError::TooLarge));
    assert_eq!(Money::sum(Currency::NOK, [nok(1), nok(2)]), Ok(nok(3)));
    assert_eq!(Money::sum(Currency::NOK, []), Ok(nok(0)));
}

#[test]
fn halves_go_to_the_even_unit() {
    for (minor, hundredths, result) in
        [(250, 100, 2), (350, 100, 4), (-250, 100, -2), (-350, 100, -4), (10_000, 2_500, 2_500), (333, 3_333, 111)]
    {
        assert_eq!(nok(minor).percent(hundredths), Ok(nok(result)), "{minor} {hundredths}");
    }
    assert_eq!(nok(5).share(1, -2), Ok(nok(-2)));
    assert_eq!(nok(5).share(1, 0), Err(MoneyError::NoParts));
}

#[test]
fn a_share_is_never_further_off_than_half_a_unit() {
    let mut chance = Rng::with_seed(11);
    for _ in 0..20_000 {
        let (minor, part, whole) = (chance.i64(-1_000_000..1_000_000), chance.i64(-500..500), chance.i64(1..500));
        let share = nok(minor).share(part, whole).expect("small").minor();
        let off = (i128::from(minor) * i128::from(part) - i128::from(share) * i128::from(whole)).abs() * 2;
        assert!(off < i128::from(whole) || off == i128::from(whole) && share % 2 == 0, "{minor} {part}/{whole}");
    }
}

#[test]
fn a_split_loses_no_unit_and_is_fair() {
    assert_eq!(nok(100).split(&[1, 1, 1]), Ok(vec![nok(34), nok(33), nok(33)]));
    assert_eq!(nok(-100).split(&[1, 1, 1]), Ok(vec![nok(-34), nok(-33), nok(-33)]));
    assert_eq!(nok(100).split(&[0, 0]), Err(MoneyError::NoParts));
    let mut chance = Rng::with_seed(13);
    for _ in 0..5_000 {
        let weights: Vec<u32> = (0..chance.usize(1..8)).map(|_| chance.u32(0..1_000)).collect();
        let money = nok(chance.i64(..) >> chance.u32(0..60));
        let whole: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
        let Ok(parts) = money.split(&weights) else {
            assert_eq!(whole, 0);
            continue;
        };
        assert_eq!(parts.iter().map(|part| i128::from(part.minor())).sum::<i128>(), i128::from(money.minor()));
        for (part, weight) in parts.iter().zip(&weights) {
            let off = i128::from(part.minor()) * whole - i128::from(money.minor()) * i128::from(*weight);
            assert!(off.abs() < whole, "less than a unit from its exact share");
        }
    }
}
