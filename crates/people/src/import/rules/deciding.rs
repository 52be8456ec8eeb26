//! What a row changes of a customer who is there. Pure.

use base::Language;

use super::draft::Draft;
use crate::ids::FieldId;
use crate::person::{fold_address, fold_name};

/// What is known of a customer, as far as a row may say it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// What to call them.
    pub name: String,
    /// Their addresses.
    pub addresses: Vec<String>,
    /// Their telephones.
    pub phones: Vec<String>,
    /// Where they belong; may be empty, as all below.
    pub organisation: String,
    /// Their role.
    pub title: String,
    /// Where letters go.
    pub postal: String,
    /// The language to write to them in.
    pub language: Option<Language>,
    /// What was written down.
    pub notes: Vec<String>,
    /// What stands in the business's own fields.
    pub fields: Vec<(FieldId, String)>,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// They are called so.
    Rename(String),
    /// Another address of theirs.
    Address(String),
    /// Another telephone.
    Phone(String),
    /// They belong there.
    Join(String),
    /// Their role and where letters go.
    About(String, String),
    /// The language to write to them in.
    Language(Language),
    /// It is written down.
    Note(String),
    /// It stands in the field.
    Field(FieldId, String),
}

/// Whether nobody gave this customer a name: they are called by an address or a telephone.
fn is_nameless(known: &Known) -> bool {
    let name = fold_address(&known.name);
    known.name.is_empty()
        || known.addresses.iter().any(|address| fold_address(address) == name)
        || known.phones.contains(&known.name)
}

/// Whether a row that shares no more than a telephone with a customer is about them: a family has one telephone, too.
#[must_use]
pub fn is_same_by_phone(draft: &Draft, known: &Known) -> bool {
    draft.name.is_empty() || is_nameless(known) || fold_name(&draft.name) == fold_name(&known.name)
}

/// What changes, in this order. What colleagues typed stays, unless `overwrite`; what is empty in the row stays always.
#[must_use]
pub fn steps(draft: &Draft, known: &Known, overwrite: bool) -> Vec<Step> {
    let mut steps = Vec::new();
    if !draft.name.is_empty() && draft.name != known.name && (overwrite || is_nameless(known)) {
        steps.push(Step::Rename(draft.name.clone()));
    }
    let has = |address: &str| known.addresses.iter().any(|one| fold_address(one) == fold_address(address));
    steps.extend(draft.addresses.iter().filter(|one| !has(one)).cloned().map(Step::Address));
    steps.extend(draft.phones.iter().filter(|one| !known.phones.contains(one)).cloned().map(Step::Phone));
    let takes = |new: &str, old: &str| !new.is_empty() && new != old && (overwrite || old.is_empty());
    if takes(&fold_name(&draft.organisation), &fold_name(&known.organisation)) {
        steps.push(Step::Join(draft.organisation.clone()));
    }
    let (title, postal) = (takes(&draft.title, &known.title), takes(&draft.postal, &known.postal));
    if title || postal {
        let pick = |takes, new: &String, old: &String| if takes { new.clone() } else { old.clone() };
        steps.push(Step::About(pick(title, &draft.title, &known.title), pick(postal, &draft.postal, &known.postal)));
    }
    if let Some(language) = draft.language.filter(|new| known.language.is_none_or(|old| overwrite && old != *new)) {
        steps.push(Step::Language(language));
    }
    if !draft.note.is_empty() && !known.notes.contains(&draft.note) {
        steps.push(Step::Note(draft.note.clone()));
    }
    for (id, text) in &draft.fields {
        let old = known.fields.iter().find(|(known, _)| known == id).map_or("", |(_, text)| text);
        if takes(text, old) {
            steps.push(Step::Field(id.clone(), text.clone()));
        }
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> Draft {
        Draft {
            name: "Kari Solheim".into(),
            addresses: vec!["kari@x.no".into()],
            phones: vec!["+4740000117".into()],
            organisation: "Havn".into(),
            title: "Teacher".into(),
            postal: "Storgata 1".into(),
            language: Some(Language::Nb),
            note: "Hi".into(),
            fields: vec![("fld_00000000000000000000000000".parse().expect("an id"), "7".into())],
            remarks: Vec::new(),
        }
    }

    /// The customer as they are after these steps.
    fn after(mut known: Known, steps: Vec<Step>) -> Known {
        for step in steps {
            match step {
                Step::Rename(name) => known.name = name,
                Step::Address(address) => known.addresses.push(address),
                Step::Phone(phone) => known.phones.push(phone),
                Step::Join(name) => known.organisation = name,
                Step::About(title, postal) => (known.title, known.postal) = (title, postal),
                Step::Language(language) => known.language = Some(language),
                Step::Note(note) => known.notes.push(note),
                Step::Field(id, text) => {
                    known.fields.retain(|(one, _)| *one != id);
                    known.fields.push((id, text));
                }
            }
        }
        known
    }

    fn typed() -> Known {
        Known {
            name: "Kari".into(),
            addresses: vec!["KARI@x.no".into()],
            phones: vec!["+4799999999".into()],
            organisation: "Other".into(),
            title: "Boss".into(),
            postal: "Elsewhere".into(),
            language: Some(Language::Sv),
            notes: vec!["Old".into()],
            fields: vec![("fld_00000000000000000000000000".parse().expect("an id"), "1".into())],
        }
    }

    #[test]
    fn what_is_empty_is_filled_and_what_was_typed_stays() {
        let steps_of = steps(&draft(), &typed(), false);
        assert_eq!(steps_of, [Step::Phone("+4740000117".into()), Step::Note("Hi".into())]);
        let nameless = Known { name: "kari@x.no".into(), addresses: vec!["kari@x.no".into()], ..Known::default() };
        let filled = after(nameless.clone(), steps(&draft(), &nameless, false));
        assert_eq!(
            (filled.name.as_str(), filled.organisation.as_str(), filled.title.as_str()),
            ("Kari Solheim", "Havn", "Teacher")
        );
    }

    #[test]
    fn when_chosen_the_row_replaces_and_empty_cells_never_do() {
        let known = after(typed(), steps(&draft(), &typed(), true));
        assert_eq!(
            (known.name.as_str(), known.organisation.as_str(), known.title.as_str()),
            ("Kari Solheim", "Havn", "Teacher")
        );
        assert_eq!((known.language, known.fields[0].1.as_str(), known.phones.len()), (Some(Language::Nb), "7", 2));
        assert_eq!(steps(&Draft::default(), &typed(), true), []);
    }

    #[test]
    fn the_same_row_again_changes_nothing() {
        for overwrite in [false, true] {
            for known in [Known::default(), typed()] {
                let once = after(known.clone(), steps(&draft(), &known, overwrite));
                assert_eq!(steps(&draft(), &once, overwrite), [], "{overwrite}");
            }
        }
    }

    #[test]
    fn a_telephone_alone_joins_only_who_may_be_the_same() {
        let known = |name: &str| Known { name: name.into(), phones: vec!["+4740000117".into()], ..Known::default() };
        let row = |name: &str| Draft { name: name.into(), ..Draft::default() };
        for (row_name, name, same) in
            [("Kari", "KARI", true), ("", "Kari", true), ("Kari", "+4740000117", true), ("Kari", "Ola", false)]
        {
            assert_eq!(is_same_by_phone(&row(row_name), &known(name)), same, "{row_name} {name}");
        }
    }
}
