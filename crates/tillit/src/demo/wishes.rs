//! What customers of the demo wish for: a few topics over the weeks, one of which rises in the last days.

use base::{Instant, Language};

use super::deed::Deed;
use super::{Act, START, Timed, times};

/// Every so many plots somebody wishes for something.
const EVERY: u32 = 6;
/// Days before the start in which everybody asks for the first topic.
const RISING_DAYS: i64 = 12;

/// A topic, and how it is said in the five languages, in their usual order.
type Wish = (&'static str, [&'static str; 5]);

/// What is asked for more and more.
const RISING: Wish = (
    "Spare parts",
    [
        "can I buy just the part that broke",
        "kan jeg kjøpe bare delen som røk",
        "kan jag köpa bara delen som gick sönder",
        "kan jeg købe bare den del, der gik i stykker",
        "bisakah saya membeli bagian yang rusak saja",
    ],
);

/// What is asked for all the time.
const ALWAYS: [Wish; 5] = [
    (
        "Rain covers",
        [
            "a rain cover that fits two children",
            "et regntrekk som passer til to barn",
            "ett regnskydd som passar två barn",
            "et regnslag, der passer til to børn",
            "penutup hujan untuk dua anak",
        ],
    ),
    (
        "Evening pick-up",
        [
            "could I pick it up after work",
            "kan jeg hente etter jobb",
            "kan jag hämta efter jobbet",
            "kan jeg hente efter arbejde",
            "bisakah diambil sepulang kerja",
        ],
    ),
    (
        "Colours",
        [
            "I wish it came in a darker green",
            "jeg skulle ønske den fantes i mørkere grønt",
            "jag önskar att den fanns i mörkare grönt",
            "gid den fandtes i en mørkere grøn",
            "andai ada warna hijau yang lebih tua",
        ],
    ),
    (
        "Longer warranty",
        [
            "can the warranty be made longer",
            "kan garantien forlenges",
            "går det att förlänga garantin",
            "kan garantien forlænges",
            "bisakah garansinya diperpanjang",
        ],
    ),
    (
        "Smaller tents",
        [
            "a tent for one that is this light",
            "et telt for én som er like lett",
            "ett tält för en som är lika lätt",
            "et telt til én, der er lige så let",
            "tenda untuk satu orang yang seringan ini",
        ],
    ),
];

/// Adds to a matter of the past what its customer wishes for, if it is one of those: noted by whoever dealt with it last.
pub fn noted(mut acts: Vec<Timed>, number: u32) -> Vec<Timed> {
    let opening = acts.iter().find_map(|timed| match &timed.act {
        Act::MailIn(letter) => Some((timed.at, letter.language)),
        _ => None,
    });
    let last = acts.iter().rev().find_map(|timed| Some((timed.at, timed.plot, timed.act.who()?)));
    if let (Some((opened, language)), Some((at, plot, who))) = (opening, last)
        && number.is_multiple_of(EVERY)
    {
        let deed = wish(number / EVERY, opened, language);
        acts.push(Timed { at, plot, act: Act::Do { who, deed } });
        acts.sort_by_key(|timed| timed.at);
    }
    acts
}

fn wish(n: u32, opened: Instant, language: Language) -> Deed {
    let lately = opened > times::plus_minutes(START, -RISING_DAYS * 24 * 60);
    let always = usize::try_from(n).unwrap_or_default() % ALWAYS.len();
    let (topic, said) = if lately { RISING } else { ALWAYS.get(always).copied().unwrap_or(RISING) };
    let place = Language::ALL.iter().position(|one| *one == language).unwrap_or_default();
    let words = said.get(place).copied().unwrap_or_default();
    Deed::Need { topic: topic.to_owned(), words: words.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_topic_rises_in_the_last_days_and_the_rest_go_on() {
        let topic = |n, days: i64| match wish(n, times::plus_minutes(START, -days * 24 * 60), Language::Id) {
            Deed::Need { topic, words } => (topic, words),
            other => panic!("{other:?}"),
        };
        assert_eq!(topic(3, 2).0, "Spare parts");
        assert_eq!(topic(0, 40), ("Rain covers".to_owned(), "penutup hujan untuk dua anak".to_owned()));
        assert_eq!((0..10).map(|n| topic(n, 40).0).collect::<std::collections::BTreeSet<_>>().len(), 5);
    }
}
