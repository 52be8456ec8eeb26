//! Who there is: the business, its colleagues, its customers. Every address ends in `.example`.

use std::collections::{BTreeMap, BTreeSet};

use base::{Language, Role};
use fastrand::Rng;

/// The business.
pub const BUSINESS: &str = "Brekkesund";
/// The address customers write to.
pub const HELP: &str = "hjelp@brekkesund.example";
/// Its mail server, which looks at who really sent a mail.
pub const MAIL_SERVER: &str = "mx.brekkesund.example";
/// The key of the colleague as whom the newcomer is signed in.
pub const NEWCOMER: &str = "ingrid";

const PEOPLE: &str = include_str!("people.txt");
const NAMES: &str = include_str!("names.txt");

/// Somebody who answers customers.
#[derive(Debug, PartialEq, Eq)]
pub struct Colleague {
    /// Short key used in scripts.
    pub key: &'static str,
    /// Full name.
    pub name: &'static str,
    /// Sign-in address.
    pub address: &'static str,
    /// What they may do.
    pub role: Role,
    /// The language of their desk.
    pub language: Language,
    /// Languages they write to customers in.
    pub writes: &'static [Language],
}

impl Colleague {
    /// What customers call them.
    #[must_use]
    pub fn first(&self) -> &'static str {
        self.name.split(' ').next().unwrap_or(self.name)
    }
}

/// All colleagues; the newcomer first.
pub const COLLEAGUES: [Colleague; 7] = [
    colleague(
        "ingrid",
        "Ingrid Moen",
        "ingrid@brekkesund.example",
        Role::Admin,
        Language::En,
        &[Language::Nb, Language::Da, Language::En],
    ),
    colleague(
        "jonas",
        "Jonas Åkerlind",
        "jonas@brekkesund.example",
        Role::Agent,
        Language::Sv,
        &[Language::Sv, Language::Nb, Language::En],
    ),
    colleague(
        "sari",
        "Sari Wulandari",
        "sari@brekkesund.example",
        Role::Agent,
        Language::Id,
        &[Language::Id, Language::En],
    ),
    colleague(
        "mette",
        "Mette Holmgaard",
        "mette@brekkesund.example",
        Role::Agent,
        Language::Da,
        &[Language::Da, Language::Nb, Language::Sv],
    ),
    colleague("amund", "Amund Brekke", "amund@brekkesund.example", Role::Agent, Language::Nb, &[Language::Nb]),
    // Mends things in the workshop and tells colleagues what she found.
    colleague("petra", "Petra Nylund", "petra@brekkesund.example", Role::Light, Language::Sv, &[]),
    colleague("torarne", "Tor-Arne Vik", "tor-arne@brekkesund.example", Role::Owner, Language::Nb, &[Language::Nb]),
];

const fn colleague(
    key: &'static str,
    name: &'static str,
    address: &'static str,
    role: Role,
    language: Language,
    writes: &'static [Language],
) -> Colleague {
    Colleague { key, name, address, role, language, writes }
}

/// The colleague of that key.
#[cfg(test)]
#[must_use]
pub fn colleague_of(key: &str) -> Option<&'static Colleague> {
    COLLEAGUES.iter().find(|one| one.key == key)
}

/// The mail program a customer writes with: it decides how quotes and HTML look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Program {
    /// Web mail that quotes below a dated line.
    Gmail,
    /// Office mail with a header block above the quote.
    Outlook,
    /// Mail of a Mac.
    Apple,
    /// Desktop mail in plain text.
    Thunderbird,
    /// A telephone: short, with a line saying so, nothing quoted.
    Phone,
    /// Plain text and nothing else.
    Plain,
}

impl Program {
    const ALL: [Self; 6] = [Self::Gmail, Self::Outlook, Self::Apple, Self::Thunderbird, Self::Phone, Self::Plain];

    fn from_word(word: &str) -> Self {
        match word {
            "outlook" => Self::Outlook,
            "apple" => Self::Apple,
            "thunderbird" => Self::Thunderbird,
            "phone" => Self::Phone,
            "plain" => Self::Plain,
            _ => Self::Gmail,
        }
    }
}

/// Somebody who writes to us.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Customer {
    /// Full name.
    pub name: String,
    /// Where they mostly write from.
    pub address: String,
    /// Where they write from now and then.
    pub second: Option<String>,
    /// Their language.
    pub language: Language,
    /// Where they live.
    pub town: String,
    /// What they write with.
    pub program: Program,
    /// How colleagues address them in Indonesian (Bu, Pak, Kak); empty elsewhere.
    pub title: String,
    /// The organisation they write for.
    pub organisation: Option<String>,
}

impl Customer {
    /// The given name, with a hyphenated one kept whole.
    #[must_use]
    pub fn first(&self) -> &str {
        match self.name.split_once(' ') {
            // "I Wayan Sudarma": a Balinese particle before the name people use.
            Some(("I", rest)) => rest.split(' ').next().unwrap_or(rest),
            Some((first, _)) => first,
            None => &self.name,
        }
    }

    /// How a colleague addresses them.
    #[must_use]
    pub fn addressed(&self) -> String {
        if self.title.is_empty() { self.first().to_owned() } else { format!("{} {}", self.title, self.first()) }
    }
}

/// Everybody outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cast {
    /// The named ones first, then those made from lists of names.
    pub customers: Vec<Customer>,
    /// How many of them are named by hand.
    pub named: usize,
}

impl Cast {
    /// The named customers and as many made ones as `conversations` ask for.
    #[must_use]
    pub fn new(seed: u64, conversations: usize) -> Self {
        let mut customers: Vec<Customer> = lines(PEOPLE).filter_map(named).collect();
        let named = customers.len();
        let mut rng = Rng::with_seed(seed ^ 0x6361_7374);
        let mut taken: BTreeSet<String> = customers.iter().map(|one| one.address.clone()).collect();
        let lists: BTreeMap<&str, Vec<&str>> = lines(NAMES)
            .filter_map(|line| line.split_once('|'))
            .map(|(key, words)| (key.trim(), words.split_whitespace().collect()))
            .collect();
        // Enough also for a short history: those with an open matter play no other part.
        let more = (conversations * 2 / 5).saturating_sub(named).max(90);
        for n in 0..more {
            let language = Language::ALL[n % Language::ALL.len()];
            if let Some(one) = made(language, &lists, &mut taken, &mut rng) {
                customers.push(one);
            }
        }
        Self { customers, named }
    }

    /// The named customer whose address begins with `key` and an @.
    #[must_use]
    pub fn by_key(&self, key: &str) -> Option<&Customer> {
        self.customers.iter().find(|one| one.address.split('@').next() == Some(key))
    }
}

fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn named(line: &str) -> Option<Customer> {
    let fields: Vec<&str> = line.split('|').map(str::trim).collect();
    let given = |n: usize| fields.get(n).filter(|field| !field.is_empty()).map(|field| (*field).to_owned());
    Some(Customer {
        address: given(0)?,
        name: given(1)?,
        language: Language::from_code(fields.get(2)?)?,
        town: given(3)?,
        program: Program::from_word(fields.get(4)?),
        title: given(5).unwrap_or_default(),
        second: given(6),
        organisation: given(7),
    })
}

fn made(
    language: Language,
    lists: &BTreeMap<&str, Vec<&str>>,
    taken: &mut BTreeSet<String>,
    rng: &mut Rng,
) -> Option<Customer> {
    let pick = |what: &str, rng: &mut Rng| -> Option<String> {
        let words = lists.get(format!("{} {what}", language.code()).as_str())?;
        rng.choice(words.iter()).map(|word| (*word).to_owned())
    };
    let (first, last) = (pick("first", rng)?, pick("last", rng)?);
    let (town, domain) = (pick("town", rng)?, pick("mail", rng)?);
    let local = plain_letters(&format!("{first}.{last}"));
    let mut address = format!("{local}@{domain}");
    let mut n = 2;
    while !taken.insert(address.clone()) {
        address = format!("{local}{n}@{domain}");
        n += 1;
    }
    // Kak fits everybody; Bu and Pak need to be known.
    let title = if language == Language::Id { "Kak" } else { "" };
    Some(Customer {
        name: format!("{first} {last}"),
        second: None,
        language,
        town,
        program: rng.choice(Program::ALL).unwrap_or(Program::Gmail),
        title: title.to_owned(),
        organisation: None,
        address,
    })
}

/// Lower case, with the letters of the North written out, for addresses.
fn plain_letters(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    for letter in name.to_lowercase().chars() {
        match letter {
            'å' | 'ä' => plain.push('a'),
            'ø' | 'ö' => plain.push('o'),
            'æ' => plain.push_str("ae"),
            'é' => plain.push('e'),
            other => plain.push(other),
        }
    }
    plain
}
