//! Plain data: about whom, what is held, and what was erased.

use std::collections::{BTreeSet, HashSet};

use base::Instant;
use base::event::Sentence;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::ids::PersonId;

/// Whose data it is.
#[derive(Clone, Debug)]
pub struct About {
    /// The customer, and everybody who became part of them.
    pub ids: Vec<PersonId>,
    /// Their addresses, as they are compared.
    pub addresses: Vec<String>,
    /// What stands where their words stood: a word like *Erased* in the business's language.
    pub instead: String,
}

impl About {
    /// The customer themselves.
    #[must_use]
    pub fn id(&self) -> &str {
        self.ids.first().map_or("", PersonId::as_str)
    }

    /// Whether a text names one of these ids, or one of their addresses.
    #[must_use]
    pub fn is_named(&self, text: &str, ids: &HashSet<String>) -> bool {
        let known = |id: &str| ids.contains(id) || self.ids.iter().any(|own| own.as_str() == id);
        let mut marks = text.match_indices('_').map(|(place, _)| place);
        if marks.any(|place| place.checked_sub(3).and_then(|from| text.get(from..place + 27)).is_some_and(known)) {
            return true;
        }
        let lower = text.to_lowercase();
        self.addresses.iter().any(|address| lower.contains(address))
    }
}

/// Something that is held.
#[derive(Clone, Debug, PartialEq)]
pub enum Held {
    /// A text.
    Text(String),
    /// A number.
    Number(i64),
    /// A moment.
    At(Instant),
    /// A fact of the history: as people read it, and as it lies in the log.
    Told(Sentence, String),
    /// Several of a kind.
    List(Vec<Held>),
    /// Things with names.
    Fields(Vec<Field>),
}

/// A named thing that is held.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Its name in JSON.
    pub name: &'static str,
    /// What people read.
    pub message: &'static str,
    /// What is held.
    pub value: Held,
}

impl Held {
    /// Whether it is one line, beside its name.
    #[must_use]
    pub fn is_line(&self) -> bool {
        match self {
            Self::Text(_) | Self::Number(_) | Self::At(_) | Self::Told(..) => true,
            Self::List(all) => all.iter().all(|one| !matches!(one, Self::Fields(_))),
            Self::Fields(_) => false,
        }
    }
}

/// A field with a text, for what is not empty.
#[must_use]
pub fn text(name: &'static str, message: &'static str, value: &str) -> Option<Field> {
    (!value.is_empty()).then(|| Field { name, message, value: Held::Text(value.to_owned()) })
}

/// A field with a list, for what is not empty.
#[must_use]
pub fn list(name: &'static str, message: &'static str, values: Vec<Held>) -> Option<Field> {
    (!values.is_empty()).then_some(Field { name, message, value: Held::List(values) })
}

/// A field with a moment.
#[must_use]
pub fn at(name: &'static str, message: &'static str, at: Instant) -> Option<Field> {
    Some(Field { name, message, value: Held::At(at) })
}

impl Held {
    /// The same as JSON.
    #[must_use]
    pub fn json(&self) -> Value {
        match self {
            Self::Text(text) => text.as_str().into(),
            Self::Number(number) => (*number).into(),
            Self::At(at) => platform::api::time(*at).into(),
            Self::Told(_, fact) => serde_json::from_str(fact).unwrap_or(Value::Null),
            Self::List(all) => all.iter().map(Self::json).collect(),
            Self::Fields(fields) => {
                fields.iter().map(|field| (field.name.to_owned(), field.value.json())).collect::<Map<_, _>>().into()
            }
        }
    }
}

/// Kinds of things that are erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Conversations that are left without subject and words.
    Conversations,
    /// Messages and notes that are left without words.
    Messages,
    /// Files that came or went with them.
    Files,
    /// Mails as they came.
    Mails,
    /// What colleagues had begun to write.
    Drafts,
    /// Addresses, telephones and names.
    Contacts,
    /// Notes about them.
    Notes,
    /// Facts of the history that held words.
    Facts,
    /// What was on its way to other programs, or kept for them.
    Answers,
}

impl Kind {
    /// What people read, with `count`.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Conversations => "erased-conversations",
            Self::Messages => "erased-messages",
            Self::Files => "erased-files",
            Self::Mails => "erased-mails",
            Self::Drafts => "erased-drafts",
            Self::Contacts => "erased-contacts",
            Self::Notes => "erased-notes",
            Self::Facts => "erased-facts",
            Self::Answers => "erased-answers",
        }
    }
}

/// What was erased, and what must follow.
#[derive(Clone, Debug, Default)]
pub struct Gone {
    /// How much of what.
    pub counts: Vec<(Kind, i64)>,
    /// Digests of bytes that were let go of.
    pub blobs: BTreeSet<String>,
    /// Ids of what was erased: whatever else names them goes, too.
    pub ids: HashSet<String>,
    /// Ids of what stays with another name: only copies of what was told and answered about it go.
    pub renamed: HashSet<String>,
}

impl Gone {
    /// Whether a copy of what was told or answered goes, too.
    #[must_use]
    pub fn is_told(&self, of: &About, text: &str) -> bool {
        of.is_named(text, &self.ids) || of.is_named(text, &self.renamed)
    }

    /// Counts what was erased.
    pub fn count(&mut self, kind: Kind, n: i64) {
        match self.counts.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, count)) => *count += n,
            None if n > 0 => self.counts.push((kind, n)),
            None => {}
        }
    }
}

/// That a customer was erased.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erased {
    /// When.
    pub at: Instant,
    /// How much of what.
    pub counts: Vec<(Kind, i64)>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_names_somebody_by_an_id_or_an_address() {
        let id = "per_01kyf5b0000000000000000000";
        let about = About {
            ids: vec![id.parse().expect("an id")],
            addresses: vec!["kari@post.example".into()],
            instead: String::new(),
        };
        let message = "msg_01kyf5b0000000000000000001";
        let ids = HashSet::from([message.to_owned()]);
        for text in [id, &format!("{{\"a_b\":\"{message}\"}}"), "Kari <KARI@post.example>", &format!("å_{id}_")] {
            assert!(about.is_named(text, &ids), "{text}");
        }
        let gone = Gone { renamed: ids.clone(), ..Gone::default() };
        assert!(gone.is_told(&about, message) && !gone.is_told(&about, "msg_01kyf5b0000000000000000002"));
        for text in
            ["", "_", "per_", "å_å", "per_01kyf5b000000000000000000", "msg_01kyf5b0000000000000000002", "@post.example"]
        {
            assert!(!about.is_named(text, &ids), "{text}");
        }
    }

    #[test]
    fn what_is_held_is_plain_json() {
        let held = Held::Fields(vec![
            Field { name: "name", message: "m", value: Held::Text("Kari".into()) },
            Field { name: "n", message: "m", value: Held::List(vec![Held::Number(1), Held::At(Instant::UNIX_EPOCH)]) },
        ]);
        let expected = serde_json::json!({ "name": "Kari", "n": [1, platform::api::time(Instant::UNIX_EPOCH)] });
        assert_eq!(held.json(), expected);
        assert_eq!((text("a", "b", ""), list("a", "b", vec![])), (None, None));
    }

    #[test]
    fn what_is_counted_adds_up() {
        let mut gone = Gone::default();
        for (kind, n) in [(Kind::Files, 0), (Kind::Messages, 2), (Kind::Messages, 3)] {
            gone.count(kind, n);
        }
        assert_eq!(gone.counts, [(Kind::Messages, 5)]);
    }
}
