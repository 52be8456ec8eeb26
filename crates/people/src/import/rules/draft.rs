//! What a row says of a customer. Pure.

use base::Language;

use super::super::model::{Plan, Remark, Why};
use super::cards::Card;
use super::columns::{Column, folded};
use super::table::said;
use crate::field::{self, Field};
use crate::file::rules::phones::{Country, normalise};
use crate::ids::FieldId;
use crate::person::{clean_line, clean_name, fold_address, looks_like_address};

/// Addresses or telephones of one row.
const MOST: usize = 20;

/// What a row says, as it would be kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// What to call them; may be empty, as all below.
    pub name: String,
    /// As they write them.
    pub addresses: Vec<String>,
    /// As they are kept.
    pub phones: Vec<String>,
    /// Where they belong.
    pub organisation: String,
    /// Their role.
    pub title: String,
    /// Where letters go.
    pub postal: String,
    /// The language to write to them in.
    pub language: Option<Language>,
    /// Something to be written down.
    pub note: String,
    /// What stands in the business's own fields, as it is kept.
    pub fields: Vec<(FieldId, String)>,
    /// What could not be read.
    pub remarks: Vec<Remark>,
}

impl Draft {
    /// Whether nobody could be known by it.
    #[must_use]
    pub fn is_nobody(&self) -> bool {
        self.name.is_empty() && self.addresses.is_empty() && self.phones.is_empty()
    }

    /// What a file of another kind says of somebody: a name, an address, a telephone, where they belong.
    #[must_use]
    pub fn of([name, address, phone, organisation]: [&str; 4], home: Option<&Country>) -> Self {
        let mut draft = Self { name: clean_name(said(name), "").name, ..Self::default() };
        draft.organisation = clean_name(said(organisation), "").name;
        draft.add_addresses(address, "");
        draft.add_phones(phone, home, "");
        draft
    }

    fn remark(&mut self, why: Why, column: &str) {
        self.remarks.push(Remark { why, column: clean_line(column, 80) });
    }

    fn add_addresses(&mut self, text: &str, column: &str) {
        for one in text.split([',', ';', '|', '\n']).map(|one| clean_line(said(one), 320)).filter(|one| !one.is_empty())
        {
            // `Kari <kari@post.example>`, and what links in tables begin with.
            let bare = one.rsplit_once('<').map_or(one.as_str(), |(_, rest)| rest.trim_end_matches('>'));
            let bare = bare.trim_start_matches("mailto:").trim();
            if !looks_like_address(bare) {
                self.remark(Why::NotAnAddress, column);
            } else if self.addresses.len() >= MOST {
                self.remark(Why::TooMany, column);
            } else if !self.addresses.iter().any(|known| fold_address(known) == fold_address(bare)) {
                self.addresses.push(bare.to_owned());
            }
        }
    }

    fn add_phones(&mut self, text: &str, home: Option<&Country>, column: &str) {
        for one in text.split([',', ';', '|', '\n']).map(said).filter(|one| !one.is_empty()) {
            match normalise(one, home) {
                None => self.remark(Why::NotAPhone, column),
                Some(_) if self.phones.len() >= MOST => self.remark(Why::TooMany, column),
                Some(number) if self.phones.contains(&number) => {}
                Some(number) => self.phones.push(number),
            }
        }
    }

    fn set_language(&mut self, text: &str, column: &str) {
        match language(text) {
            Some(language) => self.language = Some(language),
            None => self.remark(Why::NotALanguage, column),
        }
    }
}

/// The language that a word means: its code, or its name in one of the five.
#[must_use]
pub fn language(word: &str) -> Option<Language> {
    let name = folded(word);
    let is = |names: &str| names.split(' ').any(|one| one == name);
    if is("english engelsk engelska inggris bahasainggris") {
        Some(Language::En)
    } else if is("norwegian norsk norska bokmål norskbokmål nynorsk norwegianbokmål norwegia bahasanorwegia") {
        Some(Language::Nb)
    } else if is("swedish svensk svenska swedia bahasaswedia") {
        Some(Language::Sv)
    } else if is("danish dansk danska denmark bahasadenmark") {
        Some(Language::Da)
    } else if is("indonesian indonesisk indonesiska indonesia bahasaindonesia") {
        Some(Language::Id)
    } else {
        let code = word.trim();
        Language::from_code(code).filter(|_| code.split(['-', '_']).next().is_some_and(|code| code.len() == 2))
    }
}

/// What the cells of a row say.
#[must_use]
pub fn of_cells(cells: &[String], plan: &Plan, fields: &[Field]) -> Draft {
    let mut draft = Draft::default();
    let (mut given, mut family, mut postal, mut notes) = (String::new(), String::new(), Vec::new(), Vec::new());
    let home = Country::of(&plan.country);
    for (place, column) in plan.columns.iter().enumerate() {
        let text = cells.get(place).map(|cell| said(cell)).unwrap_or_default();
        if text.is_empty() {
            continue;
        }
        let number = (place + 1).to_string();
        let head = plan.heads.get(place).filter(|head| !head.trim().is_empty()).unwrap_or(&number);
        match column {
            Column::Skip => {}
            Column::Name => draft.name = clean_name(text, "").name,
            Column::Given => given = clean_line(text, 120),
            Column::Family => family = clean_line(text, 120),
            Column::Address => draft.add_addresses(text, head),
            Column::Phone => draft.add_phones(text, home, head),
            Column::Organisation => draft.organisation = clean_name(text, "").name,
            Column::Title => draft.title = clean_line(text, crate::file::rules::LINE_MAX),
            Column::Postal => postal.push(text),
            Column::Language => draft.set_language(text, head),
            Column::Note => notes.push(text),
            Column::Own(id) => {
                let Some(own) = fields.iter().find(|field| field.id == *id) else { continue };
                match field::read(own, &meant(own, text)) {
                    Ok(text) => draft.fields.push((id.clone(), text)),
                    Err(_) => draft.remark(Why::Unfit, head),
                }
            }
        }
    }
    if draft.name.is_empty() {
        draft.name = clean_name(&format!("{given} {family}"), "").name;
    }
    draft.postal = crate::file::rules::clean_text(&postal.join("\n"));
    draft.note = crate::file::rules::clean_text(&notes.join("\n"));
    draft
}

/// What somebody means who fills a table: yes and no in five languages, words of a choice in any case.
fn meant(field: &Field, text: &str) -> String {
    let word = folded(text);
    let is = |words: &str| words.split(' ').any(|one| one == word);
    match field.kind {
        field::Kind::YesNo if is("yes y ja j ya true 1 x") => "yes".to_owned(),
        field::Kind::YesNo if is("no n nei nej tidak false 0") => "no".to_owned(),
        field::Kind::Choice => {
            let known = field.choices.iter().find(|choice| choice.to_lowercase() == text.to_lowercase());
            known.map_or_else(|| text.to_owned(), Clone::clone)
        }
        _ => text.to_owned(),
    }
}

/// What a card says.
#[must_use]
pub fn of_card(card: &Card, plan: &Plan) -> Draft {
    let mut draft = Draft {
        name: clean_name(&card.name, "").name,
        organisation: clean_name(&card.organisation, "").name,
        title: clean_line(&card.title, crate::file::rules::LINE_MAX),
        postal: crate::file::rules::clean_text(&card.postal),
        note: crate::file::rules::clean_text(&card.note),
        ..Draft::default()
    };
    for address in &card.addresses {
        draft.add_addresses(address, "EMAIL");
    }
    for phone in &card.phones {
        draft.add_phones(phone, Country::of(&plan.country), "TEL");
    }
    if !card.language.is_empty() {
        draft.set_language(&card.language, "LANG");
    }
    draft
}

#[cfg(test)]
mod tests {
    use super::super::table;
    use super::*;
    use crate::field::{About, Kind};

    fn draft(columns: &[&str], cells: &[&str]) -> Draft {
        let columns = columns.iter().map(|code| Column::from_code(code).expect("a column")).collect();
        let plan = Plan { columns, country: "NO".into(), heads: vec!["One".into()], ..Plan::default() };
        let cells: Vec<String> = cells.iter().map(|cell| (*cell).to_owned()).collect();
        of_cells(&cells, &plan, &[])
    }

    #[test]
    fn a_row_says_who_somebody_is() {
        let it = draft(
            &["given", "family", "address", "phone", "organisation", "postal", "postal", "language", "note", "title"],
            &[
                "Kari",
                "Solheim",
                "Kari@x.no; Kari <k@y.no>, kari@X.no",
                "'+47 40 00 01 17, 400 00 117",
                "Havn",
                "Storgata 1",
                "9008 Tromsø",
                "Norsk",
                "Hi",
                "Teacher",
            ],
        );
        assert_eq!(
            (it.name.as_str(), it.organisation.as_str(), it.title.as_str()),
            ("Kari Solheim", "Havn", "Teacher")
        );
        assert_eq!(
            (it.addresses.as_slice(), it.phones.as_slice()),
            (&["Kari@x.no".to_owned(), "k@y.no".into()][..], &["+4740000117".to_owned()][..])
        );
        assert_eq!(
            (it.postal.as_str(), it.language, it.note.as_str()),
            ("Storgata 1\n9008 Tromsø", Some(Language::Nb), "Hi")
        );
        assert_eq!(it.remarks, []);
    }

    #[test]
    fn what_cannot_be_read_is_left_out_and_said_with_its_column() {
        let it = draft(&["phone", "address", "language", "name"], &["ask Per", "k(a)x.no, ok@x.no", "Klingon", "Kari"]);
        let said: Vec<_> = it.remarks.iter().map(|one| (one.why, one.column.as_str())).collect();
        assert_eq!(said, [(Why::NotAPhone, "One"), (Why::NotAnAddress, "2"), (Why::NotALanguage, "3")]);
        assert!(it.addresses == ["ok@x.no"] && !it.is_nobody());
        assert!(draft(&["phone", "organisation"], &["x", "Havn"]).is_nobody());
        assert!(!draft(&["phone"], &["400 00 117"]).is_nobody(), "a telephone alone is somebody");
        assert!(draft(&["name", "address"], &[]).is_nobody(), "a short row");
    }

    #[test]
    fn our_own_table_comes_back_as_it_was() {
        let card = crate::exchange::Card {
            id: "per_1".into(),
            name: "=HYPERLINK(\"http://x\")".into(),
            addresses: vec!["kari@post.example".into(), "ks@post.example".into()],
            phones: vec!["+4740000117".into()],
            organisation: "Havn, Hei og Sønn".into(),
            title: "-".into(),
            postal: "Storgata 14\n9008 Tromsø".into(),
            language: "nb".into(),
            since: base::Instant::UNIX_EPOCH,
        };
        let row = table::row(crate::exchange::row(card.cells()).as_bytes(), b',', true).expect("a row");
        let cells: Vec<String> = row.cells.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect();
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        let it = draft(&["name", "address", "phone", "organisation", "title", "postal", "language", "skip"], &cells);
        assert_eq!(
            (it.name, it.addresses, it.phones),
            (card.name.clone(), card.addresses.clone(), card.phones.clone())
        );
        assert_eq!(
            (it.organisation, it.title, it.postal),
            (card.organisation.clone(), card.title.clone(), card.postal.clone())
        );
        assert_eq!((it.language, it.remarks), (Some(Language::Nb), vec![]));
        let text = crate::exchange::vcard(&card);
        let it = of_card(
            &super::super::cards::read(text.as_bytes(), super::super::charset::Charset::Utf8),
            &Plan::default(),
        );
        assert_eq!((it.name, it.addresses, it.phones), (card.name, card.addresses, card.phones));
        assert_eq!((it.organisation, it.postal, it.remarks), (card.organisation, card.postal, vec![]));
    }

    #[test]
    fn words_mean_what_people_mean_by_them() {
        for (word, means) in [
            ("nb", Some(Language::Nb)),
            ("no-NO", Some(Language::Nb)),
            ("Bahasa Indonesia", Some(Language::Id)),
            ("SVENSKA", Some(Language::Sv)),
            ("Danish", Some(Language::Da)),
            ("engelsk", Some(Language::En)),
            ("Spanish", None),
            ("", None),
        ] {
            assert_eq!(language(word), means, "{word}");
        }
        let field = |kind| Field {
            id: "fld_00000000000000000000000000".parse().expect("an id"),
            about: About::Person,
            name: "F".into(),
            kind,
            choices: vec!["Gold".into()],
            required: Vec::new(),
            retired: false,
        };
        assert_eq!(meant(&field(Kind::YesNo), "Ja"), "yes");
        assert_eq!(meant(&field(Kind::YesNo), "tidak"), "no");
        assert_eq!(meant(&field(Kind::Choice), "gold"), "Gold");
        assert_eq!(meant(&field(Kind::Text), "Ja"), "Ja");
    }
}
