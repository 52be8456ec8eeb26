//! The forms of regular verbs, from their stems. A form that does not exist does no harm: nobody writes it.

use super::lexicon::Class::{self, Going, Infinitive, Participle, Passive, Past, Present};

/// English: from the infinitive (“reply”, “replace”).
pub fn english(verb: &str) -> Vec<(String, Class)> {
    let (first, rest) = verb.split_once(' ').map_or((verb, String::new()), |(first, rest)| (first, format!(" {rest}")));
    let vowel_before_y = ["ay", "ey", "oy"].iter().any(|ending| first.ends_with(ending));
    let (third, past, going) = match first.strip_suffix('y').filter(|_| !vowel_before_y) {
        Some(stem) => (format!("{stem}ies"), format!("{stem}ied"), format!("{first}ing")),
        None => match first.strip_suffix('e') {
            Some(stem) => (format!("{first}s"), format!("{first}d"), format!("{stem}ing")),
            None if ["ch", "sh", "s", "x"].iter().any(|ending| first.ends_with(ending)) => {
                (format!("{first}es"), format!("{first}ed"), format!("{first}ing"))
            }
            None => (format!("{first}s"), format!("{first}ed"), format!("{first}ing")),
        },
    };
    vec![
        (verb.to_owned(), Infinitive),
        (third + &rest, Present),
        (past.clone() + &rest, Participle),
        (past + &rest, Past),
        (going + &rest, Going),
    ]
}

fn endings(stem: &str, endings: &[(&str, Class)]) -> Vec<(String, Class)> {
    endings.iter().map(|(ending, class)| (format!("{stem}{ending}"), *class)).collect()
}

/// Norwegian: from the stem (“send”).
pub fn norwegian(stem: &str) -> Vec<(String, Class)> {
    let regular = [("e", Infinitive), ("er", Present), ("es", Passive), ("te", Past), ("t", Participle)];
    let weak = [("et", Participle), ("de", Past), ("d", Participle), ("a", Participle)];
    endings(stem, &regular).into_iter().chain(endings(stem, &weak)).collect()
}

/// Danish: from the stem (“send”).
pub fn danish(stem: &str) -> Vec<(String, Class)> {
    let regular = [("e", Infinitive), ("er", Present), ("es", Passive), ("te", Past), ("t", Participle)];
    let weak = [("et", Participle), ("ede", Past)];
    endings(stem, &regular).into_iter().chain(endings(stem, &weak)).collect()
}

/// Swedish: from the infinitive (“skicka”, “ringa”).
pub fn swedish(verb: &str) -> Vec<(String, Class)> {
    let (first, rest) = verb.split_once(' ').map_or((verb, String::new()), |(first, rest)| (first, format!(" {rest}")));
    let stem = first.strip_suffix('a').unwrap_or(first);
    let forms = [
        ("ar", Present),
        ("er", Present),
        ("as", Passive),
        ("s", Passive),
        ("ade", Past),
        ("de", Past),
        ("te", Past),
        ("at", Participle),
        ("ats", Participle),
        ("ad", Participle),
        ("ade", Participle),
        ("t", Participle),
        ("d", Participle),
    ];
    let mut all = vec![(verb.to_owned(), Infinitive)];
    all.extend(forms.iter().map(|(ending, class)| (format!("{stem}{ending}{rest}"), *class)));
    all
}

/// Indonesian: from the root (“kirim”), with its prefixes and suffixes.
pub fn indonesian(root: &str) -> Vec<(String, Class)> {
    let rest = root.get(1..).unwrap_or_default();
    let active = match root.chars().next() {
        Some('p') => format!("mem{rest}"),
        Some('t') => format!("men{rest}"),
        Some('k') => format!("meng{rest}"),
        Some('s') => format!("meny{rest}"),
        Some('b' | 'f') => format!("mem{root}"),
        Some('c' | 'd' | 'j') => format!("men{root}"),
        Some('l' | 'm' | 'n' | 'r' | 'w' | 'y') => format!("me{root}"),
        _ => format!("meng{root}"),
    };
    let mut all = Vec::new();
    for suffix in ["", "kan", "i", "nya", "kannya"] {
        all.push((format!("{root}{suffix}"), Infinitive));
        all.push((format!("{active}{suffix}"), Present));
        all.push((format!("di{root}{suffix}"), Passive));
    }
    all
}
