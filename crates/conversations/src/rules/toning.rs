//! What jars in a reply, as its writer is shown it: the words, and what one press puts in their place. What jars is known
//! to [`words::tone`] alone; whether it is sent all the same is for its writer to say.

use std::ops::Range;

use base::Language;
use words::tone::{self, House, Issue, Jar, Kind};

/// Longest quotation, in characters.
const QUOTED_MAX: usize = 80;
/// Signs that end a sentence, and signs that end a clause.
const ENDS: [char; 4] = ['.', '!', '?', '…'];
const PAUSES: [char; 5] = [',', ';', ':', '–', '—'];

/// Something that jars.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Jarring {
    /// What jars in it.
    pub issue: Issue,
    /// The words, on one line.
    pub words: String,
    /// What can be said instead, or how, in the text's language.
    pub better: Option<String>,
    /// What one press does; nothing where only the writer knows the words.
    pub instead: Option<Instead>,
}

/// A piece of the text, and what comes in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instead {
    /// As it stands in the text.
    pub old: String,
    /// What comes.
    pub new: String,
}

/// How a reply sounds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    /// What jars, in the order of the text.
    pub jars: Vec<Jarring>,
    /// What would help.
    pub missing: Vec<Kind>,
}

/// Looks at a reply; tells at most so many things that jar. Takes time in proportion to the text.
#[must_use]
pub fn heard(text: &str, language: Language, house: &House<'_>, most: usize) -> Heard {
    let tone = tone::look(text, language, house);
    let jars = tone.jars.into_iter().take(most).map(|jar| jarring(text, language, jar));
    Heard { jars: jars.collect(), missing: tone.missing }
}

/// Those of `shown` that still jar in a text, each once: what its writer mended does not count.
#[must_use]
pub fn overridden(text: &str, language: Language, house: &House<'_>, shown: &[String]) -> Vec<Issue> {
    if shown.is_empty() {
        return Vec::new();
    }
    let mut still: Vec<Issue> = tone::look(text, language, house).jars.into_iter().map(|jar| jar.issue).collect();
    still.retain(|issue| shown.iter().any(|name| name == issue.name()));
    still.sort_unstable();
    still.dedup();
    still
}

fn jarring(text: &str, language: Language, jar: Jar) -> Jarring {
    let words: Vec<&str> = text.get(jar.span.clone()).unwrap_or_default().split_whitespace().collect();
    let instead = match (jar.issue, &jar.better) {
        // What is offered there is advice, not words.
        (Issue::Address | Issue::Hedging | Issue::House, _) | (_, None) => None,
        (Issue::Shouting, _) => Some(quieter(text, language, &jar.span)),
        (_, Some(better)) => Some(instead(text, &jar.span, better)),
    };
    let instead = instead.filter(|it| !it.old.is_empty());
    Jarring { issue: jar.issue, words: words.join(" ").chars().take(QUOTED_MAX).collect(), better: jar.better, instead }
}

/// Where clauses end, with the sign that ends them. A sign within a number or an address ends none.
fn breaks(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    let next = text.chars().skip(1).map(Some).chain([None]);
    text.char_indices().zip(next).filter_map(|((at, sign), next)| {
        let signs = ENDS.contains(&sign) || PAUSES.contains(&sign);
        (sign == '\n' || (signs && next.is_none_or(char::is_whitespace))).then_some((at, sign))
    })
}

/// Whole sentences in place of the clause that jars; what else its sentence says stays, as sentences of its own.
fn instead(text: &str, span: &Range<usize>, better: &str) -> Instead {
    let opening = breaks(text).take_while(|(at, _)| *at < span.start).last();
    let closing = breaks(text).find(|(at, _)| *at >= span.end);
    let (from, mut new) = match opening {
        Some((at, sign)) if PAUSES.contains(&sign) => (at, format!(". {better}")),
        other => {
            let behind = other.map_or(0, |(at, sign)| at + sign.len_utf8());
            let gap = text.get(behind..span.start).unwrap_or_default();
            (behind + gap.len() - gap.trim_start().len(), better.to_owned())
        }
    };
    let upto = |at: usize| text.get(..at).map_or(at, |all| all.trim_end().len()).max(span.end);
    let to = match closing {
        None => upto(text.len()),
        Some((at, '\n')) => upto(at),
        Some((at, sign)) => {
            let behind = at + sign.len_utf8();
            let rest = text.get(behind..).unwrap_or_default();
            let gap = rest.len() - rest.trim_start_matches(' ').len();
            let next = rest.get(gap..).and_then(|rest| rest.chars().next()).filter(|next| !next.is_whitespace());
            match next.filter(|_| PAUSES.contains(&sign)) {
                Some(next) => {
                    new.push(' ');
                    new.extend(next.to_uppercase());
                    behind + gap + next.len_utf8()
                }
                None => behind,
            }
        }
    };
    Instead { old: text.get(from..to).unwrap_or_default().to_owned(), new }
}

/// The same words in small letters, with one sign behind them.
fn quieter(text: &str, language: Language, span: &Range<usize>) -> Instead {
    let said = text.get(span.clone()).unwrap_or_default();
    let rest = text.get(span.end..).unwrap_or_default();
    let signs = rest.len() - rest.trim_start_matches(['!', '?']).len();
    let first = breaks(text).take_while(|(at, _)| *at < span.start).last();
    let begins = match first {
        None => text.get(..span.start).is_some_and(|before| before.trim().is_empty()),
        Some((at, sign)) => {
            let between = text.get(at + sign.len_utf8()..span.start);
            !PAUSES.contains(&sign) && between.is_some_and(|between| between.trim().is_empty())
        }
    };
    let mut new = said.to_owned();
    if !said.chars().any(char::is_lowercase) {
        let small = said.to_lowercase();
        let own = |word: &str| if language == Language::En && word == "i" { "I".to_owned() } else { word.to_owned() };
        new = small.split(' ').map(own).collect::<Vec<_>>().join(" ");
        if begins {
            let mut letters = new.chars();
            new = letters.next().map(char::to_uppercase).into_iter().flatten().chain(letters).collect();
        }
    }
    let ends = rest.get(..signs).unwrap_or_default();
    new.push_str(match (ends.contains('?'), ends.is_empty()) {
        (true, _) => "?",
        (false, true) => "",
        (false, false) => ".",
    });
    Instead { old: text.get(span.start..span.end + signs).unwrap_or_default().to_owned(), new }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(text: &str, jar: &str, better: &str) -> String {
        let at = text.find(jar).expect("stands there");
        let it = instead(text, &(at..at + jar.len()), better);
        text.replacen(&it.old, &it.new, 1)
    }

    #[test]
    fn better_words_take_the_place_of_their_clause_and_leave_the_rest() {
        for (text, jar, mended) in [
            ("No.", "No", "Better."),
            ("no", "no", "Better."),
            ("As I said already, it comes on Friday.", "As I said", "Better. It comes on Friday."),
            ("It comes on Friday, as I said already.", "as I said", "It comes on Friday. Better."),
            ("One. You did this!!! Two.", "You did this", "One. Better. Two."),
            ("Hi Kari,\n\n  you did this\n\nIngrid", "you did", "Hi Kari,\n\n  Better.\n\nIngrid"),
            ("It costs 1,000 and that is it. Bye.", "that is it", "Better. Bye."),
            ("Næ: ødelagt – ærlig talt", "ødelagt", "Næ. Better. Ærlig talt"),
            ("you did this,\nand more", "you did", "Better.\nand more"),
        ] {
            assert_eq!(put(text, jar, "Better."), mended, "{text}");
        }
    }

    #[test]
    fn shouted_words_come_back_in_small_letters() {
        for (text, shouted, quiet) in [
            ("READ THE MAIL!!! Bye", "READ THE MAIL", "Read the mail. Bye"),
            ("And I TOLD YOU!", "I TOLD YOU", "And I told you."),
            ("Why??", "Why", "Why?"),
            ("ÅPNE DEN", "ÅPNE DEN", "Åpne den"),
        ] {
            let at = text.find(shouted).expect("stands there");
            let it = quieter(text, Language::En, &(at..at + shouted.len()));
            assert_eq!(text.replacen(&it.old, &it.new, 1), quiet);
        }
    }

    #[test]
    fn what_was_mended_or_never_shown_is_not_overridden() {
        let house = House { jarring: &["cheerio".to_owned()], ..House::default() };
        let shown = ["house".to_owned(), "insult".to_owned()];
        let text = "Thank you for your mail. Cheerio!";
        assert_eq!(overridden(text, Language::En, &house, &shown), [Issue::House]);
        assert!(overridden(text, Language::En, &house, &shown[1..]).is_empty());
        assert!(overridden("Thank you for your mail.", Language::En, &house, &shown).is_empty());
        assert!(overridden(text, Language::En, &house, &[]).is_empty());
    }

    #[test]
    fn every_text_is_answered_and_what_goes_stands_in_it() {
        let house = House { formal: true, ..House::default() };
        for language in Language::ALL {
            for text in
                ["", "\n", "NO!!!", "Idiot, ", "…,–—", "Ø, NEI. IKKE MULIG!? ,", "Umulig:\r\n\r\numulig", "NO.\n>NO"]
            {
                let heard = heard(text, language, &house, 5);
                for jar in heard.jars.iter().filter_map(|jar| jar.instead.as_ref()) {
                    assert!(text.contains(&jar.old) && !jar.old.is_empty(), "{text:?}: {jar:?}");
                }
            }
        }
        let no = heard("No.", Language::En, &house, 5);
        let bare = |jar: &Jarring| jar.issue == Issue::BareRefusal && jar.instead.is_some();
        assert!(no.jars.iter().any(bare) && no.missing.contains(&Kind::Reason), "{no:?}");
        assert!(heard("NO! NO! NO!", Language::En, &house, 0).jars.is_empty());
    }
}
