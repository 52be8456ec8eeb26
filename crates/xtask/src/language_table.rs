//! `xtask language-table DIR…`: makes the table by which `words::language` tells languages apart.
//!
//! It counts parts of words in two places: our own list `crates/words/model/words.txt`, and the texts of
//! translated programs unpacked below DIR (JSON files named by their language). Which programs, and how to get
//! them, is in `crates/words/model/README.md`. The same input gives the same table, byte for byte.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::error::Error;
use std::path::{Path, PathBuf};

use serde_json::Value;
use words::language::model::{Class, ROW, STEP, parts};

const CLASSES: usize = Class::ALL.len();
/// The first classes are ours: the five, and Nynorsk.
const OURS: usize = 6;
/// As many rows as fit into 300 KB.
const ROWS: usize = 22_000;
/// How often a word of our own list is counted as seen.
const LISTED: f64 = 30.0;
/// Texts of programs repeat themselves, so a word seen ten times counts as about six.
const DAMPING: f64 = 0.75;
/// What a part that was never seen in a language counts there.
const UNSEEN: f64 = 0.3;
/// Parts seen less often than this teach nothing.
const RARE: f64 = 3.0;
/// Malay is close to Indonesian and we have little of it: it has Indonesian's words at this share, besides its own.
const MALAY_SHARE: f64 = 0.7;
const JAVANESE_SHARE: f64 = 0.3;

/// How often each class has a word, or a part of one.
type Counts = [f64; CLASSES];

/// Writes `crates/words/model/table.bin`.
///
/// # Errors
/// When there is no text in the folders, or a file cannot be read or written.
pub fn run(root: &Path, dirs: &[PathBuf]) -> Result<String, Box<dyn Error>> {
    let model = root.join("crates/words/model");
    let mut words = seen_in(dirs)?;
    for (word, classes) in listed(&std::fs::read_to_string(model.join("words.txt"))?)? {
        let counts = words.entry(word).or_default();
        classes.iter().for_each(|class| counts[*class as usize] += LISTED);
    }
    let table = table(&words);
    std::fs::write(model.join("table.bin"), &table)?;
    Ok(format!("{} words, {} rows, {} bytes", words.len(), table.len() / ROW, table.len()))
}

/// The words of our own list, each with the classes that have it.
fn listed(list: &str) -> Result<BTreeMap<String, Vec<Class>>, String> {
    let mut found: BTreeMap<String, Vec<Class>> = BTreeMap::new();
    let mut section = Vec::new();
    for line in list.lines().filter(|line| !line.starts_with('#')) {
        if let Some(names) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            let class = |name| Class::of(name).ok_or_else(|| format!("words.txt: no language is called “{name}”"));
            section = names.split(' ').map(class).collect::<Result<_, _>>()?;
            continue;
        }
        for word in words_of(line) {
            let classes = found.entry(word).or_default();
            classes.extend(section.iter().filter(|class| !classes.contains(class)).copied().collect::<Vec<_>>());
        }
    }
    Ok(found)
}

/// The words of the translated programs below the folders.
fn seen_in(dirs: &[PathBuf]) -> Result<BTreeMap<String, Counts>, Box<dyn Error>> {
    let mut texts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut open = dirs.to_vec();
    while let Some(dir) = open.pop() {
        for entry in std::fs::read_dir(&dir).map_err(|error| format!("{}: {error}", dir.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
            } else if let Some(code) = code_of(&path) {
                collect(&serde_json::from_str(&std::fs::read_to_string(&path)?)?, texts.entry(code).or_default());
            }
        }
    }
    let english = texts.get("en").cloned().ok_or("no English texts below these folders")?;
    let mut words: BTreeMap<String, Counts> = BTreeMap::new();
    for (code, texts) in &texts {
        let Some(class) = Class::of(code) else { continue };
        // What was left in English is not the other language.
        for text in texts.iter().filter(|text| code == "en" || !english.contains(*text)) {
            words_of(text).for_each(|word| words.entry(word).or_default()[class as usize] += 1.0);
        }
    }
    Ok(words)
}

/// The language a file is in, by its name: `nb-0a1b.json`, `nb_NO.json`, `nb.json`.
fn code_of(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_str()?.strip_suffix(".json")?;
    let code = name.split(['-', '_']).next()?;
    Class::of(code).map(|_| code.to_owned())
}

/// All strings of a JSON value that are plain text.
fn collect(value: &Value, texts: &mut BTreeSet<String>) {
    match value {
        // Choices by number would put the words of their grammar into every language.
        Value::String(text) if !text.contains(", plural") && !text.contains(", select") => {
            texts.insert(without_places(text));
        }
        Value::Array(values) => values.iter().for_each(|value| collect(value, texts)),
        Value::Object(fields) => fields.values().for_each(|value| collect(value, texts)),
        _ => {}
    }
}

/// A text without its markup and places to fill: `<b>`, `{name}`, `%(name)s`, `%s`.
fn without_places(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['<', '{', '%']) {
        out.push_str(&rest[..at]);
        out.push(' ');
        let close = match rest.as_bytes()[at] {
            b'<' => rest[at..].find('>').map(|end| end + 1),
            b'{' => rest[at..].find('}').map(|end| end + 1),
            _ if rest[at + 1..].starts_with('(') => rest[at..].find(')').map(|end| end + 2),
            _ => Some(2),
        };
        rest = rest.get(at + close.unwrap_or(1)..).unwrap_or("");
    }
    out + rest
}

fn words_of(text: &str) -> impl Iterator<Item = String> {
    words::language::model::words(text).into_iter()
}

/// The parts of all words, weighed.
fn weigh(words: &BTreeMap<String, Counts>) -> HashMap<u32, (usize, Counts)> {
    let mut found: HashMap<u32, (usize, Counts)> = HashMap::new();
    for (word, counts) in words {
        let damped = counts.map(|count| count.powf(DAMPING));
        parts(word, |hash, length| {
            let (_, sum) = found.entry(hash).or_insert((length, Counts::default()));
            sum.iter_mut().zip(damped).for_each(|(sum, count)| *sum += count);
        });
    }
    let ours = |counts: &Counts| counts[..=OURS].iter().sum::<f64>();
    found.retain(|_, (_, counts)| ours(counts) >= RARE || counts.iter().sum::<f64>() >= 4.0 * RARE);
    for (_, counts) in found.values_mut() {
        counts[Class::Ms as usize] += MALAY_SHARE * counts[Class::Id as usize];
        counts[Class::Jv as usize] += JAVANESE_SHARE * counts[Class::Id as usize];
    }
    found
}

/// The table: the rows worth most, in the order of their hashes.
fn table(words: &BTreeMap<String, Counts>) -> Vec<u8> {
    let parts = weigh(words);
    let totals = totals(parts.values());
    let mut rows: Vec<(f64, u32, Counts)> = parts
        .iter()
        .map(|(hash, (length, counts))| {
            let (total, kinds) = &totals[length];
            let likely = |class: usize| (counts[class] + UNSEEN) / (total[class] + UNSEEN * kinds);
            let likely: Counts = std::array::from_fn(likely);
            (worth(counts, &likely), *hash, likely)
        })
        .collect();
    rows.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    rows.truncate(ROWS);
    rows.sort_by_key(|(_, hash, _)| *hash);
    rows.iter().flat_map(|(_, hash, likely)| row(*hash, likely)).collect()
}

/// How often parts of each length occur by class, and how many kinds there are.
fn totals<'a>(parts: impl Iterator<Item = &'a (usize, Counts)>) -> HashMap<usize, (Counts, f64)> {
    let mut totals: HashMap<usize, (Counts, f64)> = HashMap::new();
    for (length, counts) in parts {
        let (total, kinds) = totals.entry(*length).or_default();
        total.iter_mut().zip(counts).for_each(|(total, count)| *total += count);
        *kinds += 1.0;
    }
    for (total, _) in totals.values_mut() {
        // A language we have little text of must not look as if its few words were all that people write there.
        let least = total[..5].iter().sum::<f64>() / 5.0;
        total[OURS..].iter_mut().for_each(|total| *total = total.max(least));
        for kin in [Class::Ms, Class::Jv] {
            total[kin as usize] = total[kin as usize].max(1.1 * total[Class::Id as usize]);
        }
    }
    totals
}

/// How much a part helps: how often it is met, times how far it tells our languages apart, and from others.
fn worth(counts: &Counts, likely: &Counts) -> f64 {
    let ours: f64 = counts[..OURS].iter().sum();
    let others: f64 = counts[OURS..].iter().sum();
    let pair = [likely[Class::Nb as usize], likely[Class::Da as usize]];
    (ours + 0.3 * others) * (tells(&likely[..5]) + 0.5 * tells(likely))
        + 2.0 * (counts[Class::Nb as usize] + counts[Class::Da as usize]) * tells(&pair)
}

/// How much less doubt there is about the language after seeing the part, in natural units.
fn tells(likely: &[f64]) -> f64 {
    let sum: f64 = likely.iter().sum();
    let count = u32::try_from(likely.len()).map_or(1.0, f64::from);
    count.ln() + likely.iter().map(|likely| likely / sum).map(|share| share * share.ln()).sum::<f64>()
}

fn row(hash: u32, likely: &Counts) -> [u8; ROW] {
    let mut row = [0; ROW];
    row[..4].copy_from_slice(&hash.to_le_bytes());
    let best = likely.iter().copied().fold(f64::MIN, f64::max);
    for (class, likely) in likely.iter().enumerate() {
        let steps = ((best / likely).ln() / f64::from(STEP)).round().min(15.0);
        // From nought to fifteen, so nothing is cut off.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is between 0 and 15")]
        let steps = steps as u8;
        row[4 + class / 2] |= steps << (4 * (class % 2));
    }
    row
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_and_places_to_fill_are_no_words() {
        let text = "Send <b>{name}</b> to %(place)s, %s and {count}";
        assert_eq!(words_of(&without_places(text)).collect::<Vec<_>>(), ["send", "to", "and"]);
        assert_eq!(without_places("99 %"), "99  ");
    }

    #[test]
    fn a_listed_word_belongs_to_every_language_of_its_sections() {
        let found = listed("# about\n[nb da]\nikke og\n[nb]\nikke jeg\n").expect("a list");
        assert_eq!(found["ikke"], [Class::Nb, Class::Da]);
        assert_eq!(found["jeg"], [Class::Nb]);
        assert!(listed("[xx]\nword").is_err());
    }

    #[test]
    fn a_part_that_only_one_language_has_speaks_for_it_alone() {
        let mut words: BTreeMap<String, Counts> = BTreeMap::new();
        words.entry("och".to_owned()).or_default()[Class::Sv as usize] = 100.0;
        words.entry("the".to_owned()).or_default()[Class::En as usize] = 100.0;
        let table = table(&words);
        assert_eq!(table.len() % ROW, 0);
        let steps = |row: &[u8], class: Class| row[4 + class as usize / 2] >> (4 * (class as usize % 2)) & 15;
        let alone = |row| {
            steps(row, Class::Sv).min(steps(row, Class::En)) == 0
                && steps(row, Class::Sv).max(steps(row, Class::En)) > 4
        };
        assert!(!table.is_empty() && table.chunks(ROW).all(alone));
    }

    #[test]
    fn files_tell_their_language_by_their_name() {
        let code = |name: &str| code_of(Path::new(name));
        assert_eq!(code("x/nb_NO.json").as_deref(), Some("nb"));
        assert_eq!(code("pt-BR-0a.json").as_deref(), Some("pt"));
        assert_eq!((code("README.json"), code("nb.txt")), (None, None));
    }
}
