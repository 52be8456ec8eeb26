//! The words that mail programs write by themselves: labels of headers, lines above quotes, their own signatures.
//!
//! One table a language; a rule asks for a word in all languages at once, because nobody knows which one a
//! customer's program speaks. A further language is a further table, no further rule.

mod lookup;

mod ca;
mod cs;
mod da;
mod de;
mod en;
mod es;
mod et;
mod fi;
mod fr;
mod hr;
mod hu;
mod id;
mod it;
mod ja;
mod ko;
mod nb;
mod nl;
mod pl;
mod pt;
mod ro;
mod ru;
mod sk;
mod sv;
mod tr;
mod uk;
mod vi;
mod zh;

pub use lookup::{
    Field, Prefix, above, behalf, closes, device, field, forwarded, opens, original, prefix, sent_by, verb, verb_within,
};

/// What mail programs write in one language, in small letters.
pub struct Table {
    /// Verbs that end or carry the line above a quote; of several words, the last one.
    pub wrote: &'static [&'static str],
    /// First words of the line above a quote.
    pub opens: &'static [&'static str],
    /// Labels of the sender.
    pub from: &'static [&'static str],
    /// Labels of the time.
    pub sent: &'static [&'static str],
    /// Labels of those it went to.
    pub to: &'static [&'static str],
    /// Labels of those who got a copy.
    pub cc: &'static [&'static str],
    /// Labels of the subject.
    pub subject: &'static [&'static str],
    /// Labels of where answers go, and of other headers that say nothing here.
    pub other: &'static [&'static str],
    /// What stands between dashes above a quoted mail.
    pub original: &'static [&'static str],
    /// What stands above a forwarded mail.
    pub forwarded: &'static [&'static str],
    /// How a program's own signature begins.
    pub sent_by: &'static [&'static str],
    /// Formal closings of a letter.
    pub closings: &'static [&'static str],
    /// What stands between sender and the one they write for.
    pub behalf: &'static [&'static str],
    /// What desks write where an answer goes above.
    pub above: &'static [&'static str],
    /// Prefixes of the subject of a forwarded mail.
    pub forwards: &'static [&'static str],
    /// Prefixes of the subject of an answer.
    pub replies: &'static [&'static str],
}

/// A language without any words; tables say only what they have.
pub const NONE: Table = Table {
    wrote: &[],
    opens: &[],
    from: &[],
    sent: &[],
    to: &[],
    cc: &[],
    subject: &[],
    other: &[],
    original: &[],
    forwarded: &[],
    sent_by: &[],
    closings: &[],
    behalf: &[],
    above: &[],
    forwards: &[],
    replies: &[],
};

/// All tables.
const ALL: &[&Table] = &[
    &en::TABLE,
    &nb::TABLE,
    &sv::TABLE,
    &da::TABLE,
    &id::TABLE,
    &ca::TABLE,
    &cs::TABLE,
    &de::TABLE,
    &es::TABLE,
    &et::TABLE,
    &fi::TABLE,
    &fr::TABLE,
    &hr::TABLE,
    &hu::TABLE,
    &it::TABLE,
    &ja::TABLE,
    &ko::TABLE,
    &nl::TABLE,
    &pl::TABLE,
    &pt::TABLE,
    &ro::TABLE,
    &ru::TABLE,
    &sk::TABLE,
    &tr::TABLE,
    &uk::TABLE,
    &vi::TABLE,
    &zh::TABLE,
];
