//! Asks for a word in the tables of all languages at once.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::{ALL, Table};

/// Which header a label stands for.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Field {
    /// Who wrote it.
    From,
    /// When.
    Sent,
    /// To whom.
    To,
    /// Who got a copy.
    Cc,
    /// About what.
    Subject,
    /// Something else.
    Other,
}

/// What the prefix of a subject says.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Prefix {
    /// The mail hands on another.
    Forward,
    /// The mail answers another.
    Reply,
}

type Words = HashSet<&'static str>;

static FIELDS: LazyLock<HashMap<&'static str, Field>> = LazyLock::new(|| {
    let mut fields = HashMap::new();
    for table in ALL {
        let labels = [
            (table.other, Field::Other),
            (table.sent, Field::Sent),
            (table.to, Field::To),
            (table.cc, Field::Cc),
            (table.subject, Field::Subject),
            (table.from, Field::From),
        ];
        for (labels, field) in labels {
            for label in labels {
                fields.entry(*label).or_insert(field);
            }
        }
    }
    fields
});
static VERBS: LazyLock<Words> =
    LazyLock::new(|| gather(|table| table.wrote, |word| word.is_ascii() || !unspaced(word)));
/// For each first byte, which lengths the verbs have.
static VERB_LENGTHS: LazyLock<[u32; 256]> = LazyLock::new(|| {
    let mut lengths = [0; 256];
    for verb in VERBS.iter() {
        if let Some(first) = verb.bytes().next() {
            lengths[usize::from(first)] |= length_bit(verb);
        }
    }
    lengths
});
static UNSPACED_VERBS: LazyLock<Words> = LazyLock::new(|| gather(|table| table.wrote, unspaced));
static OPENS: LazyLock<Words> = LazyLock::new(|| gather(|table| table.opens, |_| true));
static ORIGINAL: LazyLock<Words> = LazyLock::new(|| gather(|table| table.original, |_| true));
static FORWARDED: LazyLock<Words> = LazyLock::new(|| gather(|table| table.forwarded, |_| true));
/// By their first word: every line of a text is asked, and there are many of these.
static SENT_BY: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let mut phrases: HashMap<_, Vec<_>> = HashMap::new();
    for phrase in ALL.iter().flat_map(|table| table.sent_by) {
        phrases.entry(first_word(phrase)).or_default().push(*phrase);
    }
    phrases
});
static UNSPACED_SENT_BY: LazyLock<Words> = LazyLock::new(|| gather(|table| table.sent_by, unspaced));
static CLOSINGS: LazyLock<Words> = LazyLock::new(|| gather(|table| table.closings, |_| true));
// A single word such as "via" or "för" stands in names as well.
static BEHALF: LazyLock<Words> = LazyLock::new(|| gather(|table| table.behalf, |phrase| phrase.contains(' ')));
static ABOVE: LazyLock<Words> = LazyLock::new(|| gather(|table| table.above, |_| true));
static FORWARDS: LazyLock<Words> = LazyLock::new(|| gather(|table| table.forwards, |_| true));
static REPLIES: LazyLock<Words> = LazyLock::new(|| gather(|table| table.replies, |_| true));

fn gather(column: fn(&Table) -> &'static [&'static str], keep: fn(&str) -> bool) -> Words {
    ALL.iter().flat_map(|table| column(table)).copied().filter(|word| keep(word)).collect()
}

/// A bit for a length; the longest share one.
fn length_bit(word: &str) -> u32 {
    1 << word.len().min(31)
}

/// Whether a word is of a script that writes no spaces between words.
fn unspaced(word: &str) -> bool {
    word.chars().any(|letter| u32::from(letter) >= 0x3000)
}

fn first_word(line: &str) -> &str {
    line.split(char::is_whitespace).next().unwrap_or_default()
}

/// The header that a label in small letters stands for.
pub fn field(label: &str) -> Option<Field> {
    FIELDS.get(label).copied()
}

/// Whether a word in small letters is the verb of a line above a quote.
pub fn verb(word: &str) -> bool {
    // Every word of every text is asked, and almost none is one: the first byte and the length say so.
    let Some(first) = word.bytes().next() else { return false };
    VERB_LENGTHS[usize::from(first)] & length_bit(word) != 0 && VERBS.contains(word)
}

/// Whether such a verb stands somewhere in a line, for scripts without spaces.
pub fn verb_within(line: &str) -> bool {
    unspaced(line) && UNSPACED_VERBS.iter().any(|verb| line.contains(verb))
}

/// Whether a word in small letters opens a line above a quote.
pub fn opens(word: &str) -> bool {
    OPENS.contains(word)
}

/// Whether a phrase in small letters announces an earlier mail.
pub fn original(phrase: &str) -> bool {
    ORIGINAL.contains(phrase)
}

/// Whether a phrase in small letters announces a forwarded mail.
pub fn forwarded(phrase: &str) -> bool {
    FORWARDED.contains(phrase) || phrase.starts_with("forwarded by ")
}

/// Whether a line in small letters is what a program signs with.
pub fn sent_by(line: &str) -> bool {
    let phrases = SENT_BY.get(first_word(line)).is_some_and(|all| all.iter().any(|phrase| line.starts_with(phrase)));
    phrases || unspaced(line) && UNSPACED_SENT_BY.iter().any(|phrase| line.starts_with(phrase))
}

/// Whether a line in small letters, without its comma, closes a letter.
pub fn closes(line: &str) -> bool {
    CLOSINGS.contains(line)
}

/// Where in a name, in small letters, the words "on behalf of" begin.
pub fn behalf(name: &str) -> Option<usize> {
    BEHALF.iter().filter_map(|phrase| name.find(phrase)).min()
}

/// Whether a line in small letters asks to answer above it.
pub fn above(line: &str) -> bool {
    ABOVE.iter().any(|phrase| line.contains(phrase))
}

/// What the first prefix of a subject says, and the subject after it.
pub fn prefix(subject: &str) -> Option<(Prefix, &str)> {
    let subject = subject.trim();
    let bare = subject.strip_prefix('[').filter(|_| subject.ends_with(']')).unwrap_or(subject);
    let end = bare.char_indices().take(24).find(|(_, letter)| matches!(letter, ':' | '：')).map(|(at, _)| at)?;
    let label = bare[..end].trim().to_lowercase();
    // Some programs count: Re[2]: or Fwd(3):.
    let label = label.split(['[', '(']).next().unwrap_or_default().trim();
    let mut rest = bare[end..].trim_start_matches([':', '：']).trim();
    if bare.len() < subject.len() {
        rest = rest.strip_suffix(']').unwrap_or(rest);
    }
    if FORWARDS.contains(label) {
        Some((Prefix::Forward, rest))
    } else if REPLIES.contains(label) {
        Some((Prefix::Reply, rest))
    } else {
        None
    }
}

/// Words that a program's own signature holds: whose device it is, or which program.
const DEVICES: &[&str] = &[
    "my",
    "min",
    "mitt",
    "mi",
    "mon",
    "mijn",
    "mio",
    "mia",
    "meu",
    "minha",
    "saya",
    "mein",
    "meinem",
    "meiner",
    "mojego",
    "mého",
    "môjho",
    "моего",
    "мого",
    "iphone",
    "ipad",
    "ipod",
    "ios",
    "mac",
    "android",
    "samsung",
    "galaxy",
    "huawei",
    "xiaomi",
    "redmi",
    "oppo",
    "vivo",
    "nokia",
    "motorola",
    "blackberry",
    "outlook",
    "yahoo",
    "gmail",
    "mail",
    "e-mail",
    "email",
    "e-post",
    "epost",
    "proton",
    "protonmail",
    "typeapp",
    "spark",
    "sparrow",
    "bluemail",
    "airmail",
    "windows",
    "thunderbird",
    "aquamail",
    "k-9",
    "fairemail",
    "tutanota",
    "superhuman",
    "mobile",
    "mobil",
    "phone",
    "telefon",
    "telefonen",
    "telefoon",
    "téléphone",
    "teléfono",
    "móvil",
    "handy",
    "smartphone",
    "mobiltelefon",
    "mobilen",
    "tablet",
    "nettbrettet",
    "ponsel",
    "hp",
    "device",
    "perangkat",
    "workspace",
    "app",
];

/// Whether a word in small letters names a device or a mail program, or says "my".
pub fn device(word: &str) -> bool {
    static SET: LazyLock<Words> = LazyLock::new(|| DEVICES.iter().copied().collect());
    SET.contains(word)
}
