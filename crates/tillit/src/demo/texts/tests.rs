//! Texts without holes, in every language.

use super::*;

/// What must be the same in every language, a line a plot.
fn shape(texts: &Texts) -> Vec<String> {
    let beats = |plot: &Plot| plot.beats.iter().map(|beat| (beat.side, beat.file)).collect::<Vec<_>>();
    texts.plots.iter().map(|plot| format!("{} {} {} {:?}", plot.key, plot.kind, plot.mood, beats(plot))).collect()
}

#[test]
fn every_language_tells_the_same_plots_in_the_same_turns() {
    let english = shape(Texts::of(Language::En));
    assert!(english.len() >= 25, "{}", english.len());
    for language in Language::ALL {
        let texts = Texts::of(language);
        assert_eq!(shape(texts), english, "{language:?}");
        assert!(texts.plots.iter().all(|plot| plot.beats.len() == 4 && !plot.subject.is_empty()), "{language:?}");
        for list in ["hi", "bye", "agent-hi", "thanks", "acknowledge", "details", "another", "nudge", "holding", "away"]
        {
            assert!(!texts.list(list).is_empty(), "{language:?} has no {list}");
        }
    }
}

#[test]
fn every_note_belongs_to_a_plot() {
    for line in include_str!("notes.txt").lines().filter(|line| !line.starts_with('#')) {
        let key = line.split(" | ").next().expect("a key");
        assert!(Texts::of(Language::En).plots.iter().any(|plot| plot.key == key), "{key}");
        assert!(note(key).is_some());
    }
}

#[test]
fn choices_nest_and_unknown_blanks_stay() {
    let blanks = Blanks::from([("day", "fredag".to_owned())]);
    let mut rng = Rng::with_seed(1);
    assert_eq!(fill("{day} passer.\n\nhei", &blanks, &mut rng), "Fredag passer.\n\nHei");
    assert_eq!(fill("{{day} ja|{day} ja} {odd} {open", &blanks, &mut rng), "Fredag ja {odd} {open");
    let all: Vec<String> = (0..20).map(|_| fill("{a|b}", &blanks, &mut rng)).collect();
    assert!(all.contains(&"A".to_owned()) && all.contains(&"B".to_owned()));
}
