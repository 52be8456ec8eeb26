//! Language detection against the reference vectors, against texts nobody on the team wrote, and against noise.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use serde_json::Value;

use super::*;

const NB: Detected = Detected::Known(Language::Nb);
const DA: Detected = Detected::Known(Language::Da);

fn code(detected: Detected) -> &'static str {
    match detected {
        Detected::Known(language) => language.code(),
        Detected::Other => "other",
        Detected::Unknown => "und",
    }
}

/// Right answers and questions, by what was asked for.
#[derive(Default)]
struct Tally(BTreeMap<String, (u32, u32)>);

impl Tally {
    fn add(&mut self, group: &str, right: bool) {
        let (passed, total) = self.0.entry(group.to_owned()).or_default();
        *passed += u32::from(right);
        *total += 1;
    }

    fn share(&self, group: &str) -> f64 {
        self.0.get(group).map_or(0.0, |(passed, total)| f64::from(*passed) / f64::from(*total))
    }

    fn overall(&self) -> f64 {
        let (passed, total) = self.0.values().fold((0, 0), |sum, part| (sum.0 + part.0, sum.1 + part.1));
        f64::from(passed) / f64::from(total)
    }

    fn print(&self, name: &str) {
        let parts = self.0.keys().map(|group| format!("{group} {:.1}", 100.0 * self.share(group)));
        println!("{name}: {:.2} % ({})", 100.0 * self.overall(), parts.collect::<Vec<_>>().join(", "));
    }
}

#[test]
fn the_reference_texts_are_recognised() {
    let file: Value = serde_json::from_str(include_str!("../../../../tests/vectors/language.json")).expect("JSON");
    let mut tally = Tally::default();
    for case in file["cases"].as_array().expect("cases") {
        let text = case["input"]["text"].as_str().expect("a text");
        let (said, expect) = (code(detect(text)), &case["expect"]);
        match (expect["language"].as_str(), expect["accept"].as_array()) {
            (Some(language), _) => tally.add(language, said == language),
            (None, accepted) => tally.add("several", accepted.expect("accept").iter().any(|code| code == said)),
        }
    }
    tally.print("vectors");
    assert!(tally.overall() >= 0.97, "{:?}", tally.0);
    assert!(tally.0.keys().all(|group| tally.share(group) >= 0.94), "{:?}", tally.0);
}

#[test]
fn texts_that_nobody_on_the_team_wrote_are_recognised() {
    let Some(corpus) = std::env::var_os("TILLIT_CORPUS").map(std::path::PathBuf::from) else {
        let required = std::env::var("TILLIT_REQUIRE_CORPUS").is_ok_and(|value| value == "1");
        assert!(!required, "TILLIT_REQUIRE_CORPUS=1 but TILLIT_CORPUS is not set");
        println!("skipped: TILLIT_CORPUS is not set, the texts were not read");
        return;
    };
    // Of the single words and word pairs of langid-lingua nobody could tell many, so only its sentences count.
    let files = [
        ("tatoeba-pairs.tsv", 0.92),
        ("ud-sentences.tsv", 0.955),
        ("langid-lingua.tsv", 0.935),
        ("intent-xsid.tsv", 0.90),
    ];
    for (name, floor) in files {
        let text = std::fs::read_to_string(corpus.join("text").join(name)).expect(name);
        let mut tally = Tally::default();
        for line in text.lines().skip(1) {
            let fields: Vec<&str> = line.split('\t').collect();
            let [_, language, text, rest @ ..] = fields.as_slice() else { continue };
            let left_out = name.starts_with("langid") && rest != ["sentence"] || language.starts_with("no-dialect");
            if !left_out {
                let said = detect(text);
                let ours = Language::from_code(language);
                tally.add(language, ours.map_or(said.known().is_none(), |ours| said == Detected::Known(ours)));
            }
        }
        tally.print(name);
        assert!(tally.overall() >= floor, "{name}: {:?}", tally.0);
    }
}

#[test]
fn nynorsk_is_answered_as_bokmal() {
    assert_eq!(detect("Eg fekk ikkje logga inn i går kveld, kan de hjelpe meg med det?"), NB);
}

#[test]
fn norwegian_and_danish_are_told_apart_by_their_own_words() {
    assert_eq!(detect("Jeg fikk ikke tilbake pengene mine."), NB);
    assert_eq!(detect("Jeg fik ikke mine penge tilbage."), DA);
    // The owner behind its noun is Norwegian, though every word is Danish too.
    assert_eq!(detect("Hvor er pakken min?"), NB);
}

#[test]
fn a_sentence_that_is_both_norwegian_and_danish_is_not_guessed() {
    assert_eq!(detect("Jeg elsker den"), Detected::Unknown);
    assert_eq!(detect_known("Jeg elsker den", Some(Language::Da)), Some(Language::Da));
}

#[test]
fn letters_typed_without_their_rings_and_dots_are_understood() {
    assert_eq!(detect("jag har inte fatt nagot svar pa mitt mejl").known(), Some(Language::Sv));
    assert_eq!(detect("hvornar far jeg mine penge tilbage fra jer"), DA);
}

#[test]
fn letters_written_in_two_pieces_are_the_same_letters() {
    let in_pieces = "Na\u{30a}r o\u{308}ppnar ni pa\u{30a} lo\u{308}rdagar?";
    assert_eq!(detect(in_pieces), detect("När öppnar ni på lördagar?"));
    assert_eq!(detect(in_pieces).known(), Some(Language::Sv));
}

#[test]
fn other_languages_are_not_answered_as_ours() {
    for text in [
        "Wo ist mein Paket? Ich warte schon seit einer Woche.",
        "Waar blijft mijn pakket? Ik wacht al een week.",
        "¿Dónde está mi paquete? Llevo una semana esperando.",
        "Où est mon colis ? J'attends depuis une semaine.",
        "Dov'è il mio pacco? Aspetto da una settimana.",
        "Onde está a minha encomenda? Estou à espera há uma semana.",
        "Missä pakettini on? Olen odottanut jo viikon.",
        "Hvar er pakkinn minn? Ég hef beðið í viku.",
        "Где моя посылка? Жду уже неделю.",
        "我的包裹在哪里?",
        "أين طردي؟",
        "Πού είναι το πακέτο μου;",
    ] {
        assert_eq!(detect(text), Detected::Other, "{text}");
    }
}

#[test]
fn what_is_no_text_is_not_guessed() {
    for text in ["", "  \n", "12345 67", "🙂🙂", "https://example.com/where/is/my/parcel", "a@example.com", "?!", "OK"]
    {
        assert_eq!(detect(text), Detected::Unknown, "{text}");
    }
}

#[test]
fn quoted_lines_do_not_count_beside_text_of_ones_own() {
    let quote = "> Thank you for your order, we have received it and will send it today.\n".repeat(200);
    assert_eq!(detect(&format!("{quote}Takk, men jeg har ikke fått noe ennå.")), NB);
    assert_eq!(detect(&quote).known(), Some(Language::En));
}

#[test]
fn foreign_words_in_a_sentence_do_not_change_it() {
    let text = "Hei, jeg får feilen “Your session has expired, please sign in” når jeg prøver å logge inn.";
    assert_eq!(detect(text), NB);
}

#[test]
fn a_short_text_does_not_change_a_known_language() {
    let (short, long) = ("Thanks, that worked.", "Thanks, that worked. I will order again when the next one is out.");
    assert_eq!(detect_known(short, Some(Language::Nb)), Some(Language::Nb));
    assert_eq!(detect_known(short, None), Some(Language::En));
    assert_eq!(detect_known(long, Some(Language::Nb)), Some(Language::En));
    // Long enough are forty letters; digits and signs are none.
    let padded = format!("{short} {}", "0123456789 !?* ".repeat(20));
    assert_eq!(detect_known(&padded, Some(Language::Nb)), Some(Language::Nb));
    let forty = "Where is the parcel I have been waiting for so";
    assert_eq!(forty.chars().filter(|letter| letter.is_alphabetic()).count(), 37);
    assert_eq!(detect_known(forty, Some(Language::Nb)), Some(Language::Nb));
    assert_eq!(detect_known(&format!("{forty} far"), Some(Language::Nb)), Some(Language::En));
}

#[test]
fn a_text_in_another_language_keeps_what_is_known() {
    let german = "Wo ist mein Paket? Ich warte schon seit einer Woche darauf.";
    assert_eq!(detect_known(german, Some(Language::Sv)), Some(Language::Sv));
    assert_eq!(detect_known(german, None), None);
}

#[test]
fn a_huge_text_takes_no_longer_than_its_beginning() {
    let texts =
        ["Hvor er pakken min? ".repeat(50_000), "x".repeat(1 << 20), "> a\n".repeat(1 << 18), "'".repeat(1 << 20)];
    for text in texts {
        let started = Instant::now();
        let _ = detect(&text);
        // Generous, for a slow machine and a build without optimisation; quadratic work would take minutes.
        assert!(started.elapsed() < Duration::from_secs(2), "{}", &text[..20]);
    }
}

proptest! {
    #[test]
    fn nothing_anybody_writes_makes_it_panic(text in any::<String>()) {
        let _ = detect(&text);
        let _ = detect_known(&text, Some(Language::En));
    }

    #[test]
    fn a_line_of_digits_below_changes_nothing(text in "[ a-zåäöæø.,\n>]{0,300}", number in "[0-9 +()-]{1,20}") {
        prop_assert_eq!(detect(&format!("{text}\n{number}\n")), detect(&text));
    }
}
