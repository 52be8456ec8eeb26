//! Tables in five languages, and properties of every text.

use base::Language;
use proptest::prelude::*;

use super::*;

fn words(text: &str) -> Vec<String> {
    index(text, Some(Language::En)).words
}

/// Whether a query finds a text: the index as the databases read it, in a few lines.
fn finds(query: &str, text: &str, language: Option<Language>) -> bool {
    let (parts, open) = parse(query, &[]);
    let wanted = Wanted::of(&parts, open);
    let indexed = index(text, language);
    let has = |way: &Match| match way {
        Match::Word(word) => indexed.words.contains(word) || indexed.also.contains(word),
        Match::Prefix(start) => indexed.words.iter().chain(&indexed.also).any(|word| word.starts_with(start)),
        Match::Phrase(phrase) => indexed.words.windows(phrase.len()).any(|stretch| stretch == phrase),
    };
    let holds = |term: &Term| term.any.iter().any(has);
    wanted.all.iter().all(holds) && !wanted.none.iter().any(holds)
}

#[test]
fn every_form_of_a_word_finds_every_other_in_five_languages() {
    let table = [
        (Language::En, &["connection", "connections", "connected"][..]),
        (Language::Nb, &["faktura", "fakturaen", "fakturaene", "fakturaer"]),
        (Language::Sv, &["betalning", "betalningen", "betalningar"]),
        (Language::Da, &["kunde", "kunden", "kunderne"]),
        (Language::Id, &["bayar", "membayar", "pembayaran", "dibayarkan"]),
    ];
    for (language, forms) in table {
        for asked in forms {
            for written in forms {
                let query = format!("{asked} ");
                assert!(finds(&query, written, Some(language)), "{language:?}: {asked} finds {written}");
                assert!(finds(&query, written, None), "{asked} finds {written} in an unknown language");
            }
        }
    }
}

#[test]
fn letters_of_the_north_stay_apart_and_may_be_written_out() {
    let table = [
        ("får", "far", false),
        ("far", "får", false),
        ("øre", "ore", false),
        ("aarhus", "Århus", true),
        ("Århus", "Aarhus", true),
        ("bjørn", "Björn", true),
        ("bjoern", "BJØRN", true),
        ("aelv", "älv", true),
        ("ærlig", "aerlig", true),
        ("cafe", "Café", true),
        ("CAFÉ", "cafe\u{301}", true),
        ("strasse", "Straße", true),
        ("skiftenøkkel", "skifte\u{ad}nøkkel", true),
    ];
    for (query, text, found) in table {
        assert_eq!(finds(&format!("{query} "), text, Some(Language::Nb)), found, "{query} in {text}");
    }
}

#[test]
fn ids_numbers_and_addresses_are_wholes_and_their_parts() {
    let indexed = index("From kari.moe@example.com on 2026-11-18: TX-4711/b, 12.50", Some(Language::En));
    for whole in ["kari.moe@example.com", "2026-11-18", "tx-4711/b", "12.50"] {
        assert!(indexed.also.iter().any(|word| word == whole), "{whole} in {:?}", indexed.also);
    }
    for part in ["kari", "moe", "example", "com", "4711", "tx"] {
        assert!(indexed.words.iter().any(|word| word == part), "{part}");
    }
    let text = "Write to kari.moe@example.com about order TX-4711 please.";
    for found in ["kari.moe@example.com", "kari.moe@exam", "moe@example.com", "tx-4711", "4711", "kari", "TX-47"] {
        assert!(finds(found, text, None), "{found}");
    }
    assert!(!finds("4711-tx", text, None));
    assert!(!index("well-known e-mail", None).also.iter().any(|word| word.contains('-')), "words stay words");
}

#[test]
fn words_are_cut_where_people_see_them_end() {
    assert_eq!(words("Kari's don't — O’Brien,and(so)on…"), ["kari", "dont", "obrien", "and", "so", "on"]);
    assert_eq!(words("日本語 mail"), ["日", "本", "語", "mail"]);
    assert_eq!(words("a.b  c"), ["a", "b", "c"]);
    assert_eq!(words(" \u{200b} '' -- ... "), Vec::<String>::new());
    assert!(finds("日本", "これは日本語です", None), "characters in a row are a phrase");
    assert_eq!(words(&"x".repeat(500)), ["x".repeat(64)]);
}

#[test]
fn a_query_is_words_phrases_fields_and_what_must_not_be() {
    let word = |not, text: &str| Part::Word { not, text: text.into() };
    let phrase = |not, text: &str| Part::Phrase { not, text: text.into() };
    let field = |not, key: &str, value: &str| Part::Field { not, key: key.into(), value: value.into() };
    let table = [
        ("blue tent", vec![word(false, "blue"), word(false, "tent")], true),
        ("blue tent ", vec![word(false, "blue"), word(false, "tent")], true),
        ("\"blue tent\" -red", vec![phrase(false, "blue tent"), word(true, "red")], false),
        ("-\"a b\" «c d»", vec![phrase(true, "a b"), phrase(false, "c d")], false),
        ("FROM:kari -is:open", vec![field(false, "from", "kari"), field(true, "is", "open")], false),
        ("from:\"Kari Moe\" x", vec![field(false, "from", "Kari Moe"), word(false, "x")], true),
        ("from: x", vec![word(false, "from:"), word(false, "x")], true),
        ("other:kari", vec![word(false, "other:kari")], true),
        ("\"open", vec![word(false, "\"open")], true),
        ("- -- ''", vec![word(false, "-"), word(false, "--"), word(false, "''")], true),
        ("\"\" from:\"\"", vec![], false),
        ("", vec![], false),
    ];
    for (text, parts, open) in table {
        let (found, goes_on) = parse(text, &["from", "is"]);
        assert_eq!(found, parts, "{text}");
        assert_eq!(goes_on, open && !text.ends_with(' ') && !parts.is_empty(), "{text}");
    }
}

#[test]
fn the_last_word_may_still_be_going_on() {
    let text = "The rear derailleur broke";
    assert!(finds("derail", text, Some(Language::En)) && finds("rear derail", text, Some(Language::En)));
    assert!(!finds("derail ", text, Some(Language::En)), "a space ends it");
    assert!(!finds("derail rear", text, Some(Language::En)), "only the last");
    assert!(finds("\"rear derailleur\"", text, None) && !finds("\"derailleur rear\"", text, None));
    assert!(finds("broke -front", text, None) && !finds("broke -rear", text, None));
}

#[test]
fn marks_are_asked_for_by_the_beginning_of_each_word() {
    let mut wanted = Wanted::default();
    wanted.marked("from", "Kari Moe", false);
    wanted.marked("from", "ola@example.com", true);
    let ways = |terms: &[Term]| terms.iter().flat_map(|term| term.any.clone()).collect::<Vec<_>>();
    assert_eq!(ways(&wanted.all), [Match::Prefix("from=kari".into()), Match::Prefix("from=moe".into())]);
    assert_eq!(ways(&wanted.none), [Match::Prefix("from=ola@example.com".into())]);
}

#[test]
fn a_mistyped_word_has_near_ones() {
    let mut vocabulary = Vocabulary::default();
    for word in ["receive", "relieve", "derailleur", "tent", "rent", "betalning", "faktura", "abc", "kjøkken"] {
        vocabulary.add(word);
    }
    assert_eq!(vocabulary.len(), 8, "three letters are too few");
    let near = |word| vocabulary.near(word, 5).into_iter().map(|near| (near.word, near.slips)).collect::<Vec<_>>();
    let one = |word: &str, slips| vec![(word.to_owned(), slips)];
    let both = [("receive".to_owned(), 1), ("relieve".to_owned(), 1)];
    assert_eq!(near("recieve"), both, "letters that changed places are one slip");
    assert_eq!(near("derailer"), one("derailleur", 2));
    assert_eq!(near("fatura"), one("faktura", 1));
    assert_eq!(near("betalnign"), one("betalning", 1));
    assert_eq!(near("kjøken"), one("kjøkken", 1));
    assert_eq!(near("tnet"), one("tent", 1));
    assert_eq!(near("vent"), [("rent".to_owned(), 1), ("tent".to_owned(), 1)]);
    assert_eq!(near("tent"), one("rent", 1), "never the word itself");
    assert_eq!(near("fktur"), [], "one slip in a short word, not two");
    assert_eq!(near("abd"), []);
}

#[test]
fn an_excerpt_shows_why_a_text_was_found() {
    let show = |query: &str, text: &str| {
        let (parts, open) = parse(query, &[]);
        let excerpt = excerpt(text, Some(Language::En), &Wanted::of(&parts, open));
        excerpt.pieces.iter().map(|(text, is)| if *is { format!("[{text}]") } else { text.clone() }).collect::<String>()
    };
    assert_eq!(show("payment ", "Your  payments\nare late"), "Your [payments] are late");
    assert_eq!(show("kari@example.com", "Ask kari@example.com."), "Ask [kari@example.com].");
    assert_eq!(show("missing", "Nothing of it"), "Nothing of it");
    let long = format!("{} needle {}", "straw ".repeat(200), "hay ".repeat(200));
    let shown = show("needle", &long);
    assert!(shown.starts_with("… straw") && shown.contains("[needle] hay") && shown.ends_with("hay …"), "{shown}");
    assert!(shown.len() < 300);
}

#[test]
fn long_texts_and_queries_take_little_time() {
    let start = std::time::Instant::now();
    let text = "aa@".repeat(350_000);
    assert_eq!(index(&text, None).words.len() + index(&text, None).also.len(), WORDS_MAX);
    let (parts, open) = parse(&"\"-from:".repeat(15_000), &["from"]);
    assert!(parts.len() <= 24);
    let _ = excerpt(&text, None, &Wanted::of(&parts, open));
    assert!(start.elapsed().as_secs() < 5, "{:?}", start.elapsed());
}

proptest! {
    #[test]
    fn every_word_of_a_text_finds_it(text in "[\\PC]{0,60}") {
        for token in tokens::of(&text).filter(|token| token.part == tokens::Part::Word) {
            let word = &text[token.range];
            prop_assert!(finds(word, &text, None), "{word:?} in {text:?}");
        }
    }

    #[test]
    fn folding_twice_changes_nothing(text in "[a-zA-Z0-9À-ɏ\u{300}-\u{36f}]{0,40}") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn nothing_typed_does_harm(query in "[a-z:\" \\-*()'\\\\^@.=#\u{0}-\u{1f}æøå]{0,80}", text in "\\PC{0,200}") {
        let (parts, open) = parse(&query, &["from", "is"]);
        let wanted = Wanted::of(&parts, open);
        let shown = excerpt(&text, Some(Language::Id), &wanted);
        for way in wanted.all.iter().chain(&wanted.none).flat_map(|term| &term.any) {
            let words: Vec<&String> = match way {
                Match::Word(word) | Match::Prefix(word) => vec![word],
                Match::Phrase(words) => words.iter().collect(),
            };
            for word in words {
                let plain = |c: char| c.is_alphanumeric() || "@._-+/".contains(c) || !c.is_ascii();
                prop_assert!(!word.is_empty() && word.chars().all(plain), "{word:?}");
            }
        }
        prop_assert!(shown.pieces.iter().all(|(piece, _)| !piece.contains('\n')));
    }

    #[test]
    fn slips_are_counted_as_by_the_book(a in "[abcæ]{1,9}", b in "[abcæ]{1,9}") {
        let (a, b) = (a.as_str(), b.as_str());
        prop_assert_eq!(typo::slips(a, b), by_the_book(a, b));
    }
}

fn by_the_book(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let slips = (corner + usize::from(x != y)).min(row[j] + 1).min(row[j + 1] + 1);
            corner = row[j + 1];
            row[j + 1] = slips;
        }
    }
    row[b.len()]
}
