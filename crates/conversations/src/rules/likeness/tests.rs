//! What differs between two cases, on sentences of all five languages and on texts that nobody thought of.

use proptest::prelude::*;

use super::*;

fn found(text: &str) -> Vec<(Kind, String)> {
    marks(text, &[]).into_iter().map(|mark| (mark.kind, mark.text)).collect()
}

#[test]
fn what_may_differ_is_marked_in_every_language() {
    use Kind::{Amount, Date, Link, Name, Number};
    let table: [(&str, &[(Kind, &str)]); 17] = [
        ("Hei Kari, sak 48213 er løst.", &[(Name, "Kari"), (Number, "48213")]),
        ("Pengene, 4 290 kr, kommer fredag.", &[(Amount, "4 290 kr")]),
        ("We paid EUR 40 on Monday.", &[(Amount, "EUR 40"), (Date, "Monday")]),
        ("It was €12.50 then.", &[(Amount, "€12.50")]),
        ("Harganya Rp 250.000 saja.", &[(Amount, "Rp 250.000")]),
        ("Den kommer 13. november 2026, kl. 14:30.", &[(Date, "13. november 2026"), (Date, "14:30")]),
        ("Sejak 2026-11-13 sampai 14/11.", &[(Date, "2026-11-13"), (Date, "14/11")]),
        ("Kom den 3 maj.", &[(Date, "3 maj")]),
        ("On March 3 it came.", &[(Date, "March 3")]),
        ("Se https://shop.example/a?b=1.", &[(Link, "https://shop.example/a?b=1")]),
        ("Skriv til hei@shop.example, så.", &[(Link, "hei@shop.example")]),
        ("Feilkoden E21 betyr kulde.", &[(Number, "E21")]),
        ("I think I'm right. We are.", &[]),
        ("Kami akan menghubungi Anda segera.", &[]),
        ("Takk.\nHilsen\nIngrid Moen", &[(Name, "Moen")]),
        ("", &[]),
        ("— … ?! \n", &[]),
    ];
    for (text, expected) in table {
        let expected: Vec<_> = expected.iter().map(|(kind, text)| (*kind, (*text).to_owned())).collect();
        assert_eq!(found(text), expected, "{text}");
    }
}

#[test]
fn known_names_are_marked_wherever_they_stand() {
    let found: Vec<String> = marks("Ingrid, solheims sykkel er klar.", &["Kari Solheim", "Ingrid"])
        .into_iter()
        .map(|one| one.text)
        .collect();
    assert_eq!(found, ["Ingrid", "solheims"]);
}

#[test]
fn what_both_have_is_no_difference() {
    let theirs = "Hei Ola, ordre 10391 på 4 290 kr og Kari sendes 13. november.";
    let ours = "Jeg heter Kari og har ordre 10391. Jeg betalte 4290 kr.";
    let differs: Vec<String> = differing(theirs, &["Ola Berg"], ours).into_iter().map(|one| one.text).collect();
    assert_eq!(differs, ["Ola", "13. november"]);
    assert!(differing(ours, &["Kari"], ours).is_empty());
}

#[test]
fn the_rarest_words_tell_which_cases_are_alike() {
    let all = |ids: &[&str]| -> Vec<String> { ids.iter().map(|id| (*id).to_owned()).collect() };
    let found = [all(&["a", "b", "c", "d"]), all(&["b"]), all(&["c", "b"]), all(&[])];
    assert_eq!(ranked(&found, 4), ["b", "c"], "what only a common word found is left out");
    assert_eq!(ranked(&found, 9), ["b", "c", "d", "a"]);
    assert_eq!(ranked(&[all(&["a", "b"])], 2), ["b", "a"], "common words are better than none");
    assert!(ranked(&[], 2).is_empty());
}

proptest! {
    #[test]
    fn marks_lie_in_the_text_in_order_and_nothing_differs_from_itself(text in "(\\PC|[A-Z0-9 .:/€\n]){0,200}") {
        let all = marks(&text, &["Kari"]);
        let mut last = 0;
        for mark in &all {
            prop_assert!(mark.from >= last && mark.to > mark.from);
            prop_assert_eq!(text.get(mark.from..mark.to), Some(mark.text.as_str()));
            last = mark.to;
        }
        prop_assert!(all.len() <= MOST);
        prop_assert!(differing(&text, &[], &text).is_empty());
    }
}
