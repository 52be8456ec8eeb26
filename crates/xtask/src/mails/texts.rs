//! Texts of people: what of a reply is new, and what a forwarded mail hands on.

use std::borrow::Cow;

use channels::email::parse::{self, ParsedMail};
use serde_json::Value;
use words::forward::{self, Person};

use super::corpus::Item;
use super::facts::{addresses, squeezed};

/// The text that a person would see of a file: a mail's, or the file itself, HTML as a mail of HTML.
pub fn of<'a>(item: &'a Item, mail: Option<&'a ParsedMail>) -> Cow<'a, str> {
    match item.facts["kind"].as_str() {
        Some("text") => String::from_utf8_lossy(&item.bytes),
        Some("html") => {
            let bytes = [b"Content-Type: text/html; charset=utf-8\n\n", item.bytes.as_slice()].concat();
            Cow::Owned(parse::parse(&bytes).map(|mail| mail.text).unwrap_or_default())
        }
        _ => Cow::Borrowed(mail.map_or("", |mail| mail.text.as_str())),
    }
}

/// Whether a forwarded mail is recognised with all that is known of it; else what is wrong.
///
/// # Errors
/// What was found and what is known.
pub fn forwarded(item: &Item, text: &str) -> Result<(), String> {
    let facts = &item.facts;
    let any_of = facts["outer_subject_any_of"].as_array().and_then(|list| list.first());
    let subject = facts["outer_subject"].as_str().or_else(|| any_of?.as_str()).unwrap_or_default();
    let found = forward::read(subject, text);
    if facts["forwarded"] == false {
        return found.map_or(Ok(()), |found| Err(format!("{found:?} where nothing is forwarded")));
    }
    let found = found.ok_or("not recognised")?;
    let original = &facts["original"];
    let from: Vec<&Person> = found.from.iter().collect();
    let people = [("from", from), ("to", found.to.iter().collect()), ("cc", found.cc.iter().collect())];
    for (field, people) in people {
        let Some(fact) = original.get(field).filter(|fact| !fact.is_null()) else { continue };
        let wanted = addresses(fact);
        let here = people.iter().filter_map(|person| person.address.as_deref()).map(str::to_lowercase);
        let here: Vec<String> = here.collect();
        if !wanted.is_empty() && wanted != here {
            return Err(format!("{field}: {here:?} not {wanted:?}"));
        }
    }
    let lines = [
        ("subject", original["subject"].as_str(), found.subject.as_deref().unwrap_or_default()),
        ("body", original["body"].as_str(), &found.body),
        ("note", known_note(facts), &found.note),
    ];
    for (field, wanted, found) in lines {
        let Some(wanted) = wanted.map(squeezed) else { continue };
        if wanted != squeezed(found) {
            return Err(format!("{field}: {:?}\n    not {wanted:?}", squeezed(found)));
        }
    }
    Ok(())
}

/// A note that is known to be none is an empty one.
fn known_note(facts: &Value) -> Option<&str> {
    let note = facts.get("message_above")?;
    Some(note.as_str().unwrap_or_default())
}
