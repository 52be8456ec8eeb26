//! A table (CSV): a row is one message, with what is known of its conversation repeated in each. Cells are cut as in files
//! of customers.

use conversations::{Mailbox, MessageKind, OldMessage, OldRemark, OldWhy};
use people::import::rules::charset::Charset;
use people::import::rules::draft::{Draft, language};
use people::import::rules::table::{self, said};

use super::{About, Cut, Heard, Said, Shape};
use crate::moving::model::Plan;
use crate::moving::rules::dates;
use crate::moving::rules::fields::{self, Field};

/// A table.
pub struct Sheet;

impl Shape for Sheet {
    fn code(&self) -> &'static str {
        "csv"
    }

    fn begins(&self, _start: &[u8]) -> bool {
        true
    }

    fn cut(&self, bytes: &[u8], at_end: bool, plan: &Plan) -> Option<Cut> {
        let row = table::row(bytes, plan.delimiter, at_end)?;
        Some(Cut { length: row.length, too_long: row.broken && row.length >= table::ROW_MAX })
    }

    fn read(&self, record: &[u8], about: &About<'_>) -> Said {
        let Some(row) = table::row(record, about.plan.delimiter, true) else { return Said::Nothing };
        if row.broken {
            return Said::Broken;
        }
        let charset = Charset::from_code(&about.plan.charset).unwrap_or_default();
        let cells: Vec<String> = row.cells.iter().map(|cell| charset.decode(cell)).collect();
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            return Said::Nothing;
        }
        Said::Conversation(Box::new(heard(&cells, about)))
    }
}

/// How a table that begins so is read, and the length of what stands before its first row.
#[must_use]
pub fn begin(start: &[u8]) -> (Plan, usize) {
    let announced = table::announced(start);
    let before = announced.map_or(0, |(_, length)| length);
    let charset = Charset::of(start);
    let delimiter = announced.map_or_else(|| table::delimiter(&start[before..]), |(delimiter, _)| delimiter);
    let head = table::row(&start[before..], delimiter, true).unwrap_or_default();
    let heads = head.cells.iter().map(|cell| people::person::clean_line(&charset.decode(cell), 60)).collect();
    let plan = Plan { charset: charset.code().to_owned(), delimiter, heads, ..Plan::default() };
    (plan, before + head.length)
}

fn heard(cells: &[String], about: &About<'_>) -> Heard {
    let heads = &about.plan.heads;
    let place = |wanted: Field| heads.iter().position(|head| fields::field(head) == Some(wanted));
    let cell = |wanted: Field| place(wanted).and_then(|at| cells.get(at)).map(|cell| said(cell)).unwrap_or_default();
    let mut heard = Heard::default();
    let mut remarks = Vec::new();
    let named = |wanted: Field| place(wanted).map_or("", |at| heads[at].as_str());
    let mut remark = |why: OldWhy, field: Field| remarks.push(OldRemark::new(why, named(field)));

    let at = dates::read(cell(Field::At), about.zone);
    let kind = fields::kind(cell(Field::Kind));
    let state = fields::state(cell(Field::State));
    if state.is_none() && !cell(Field::State).is_empty() {
        remark(OldWhy::NotAState, Field::State);
    }
    if at.is_none() {
        remark(OldWhy::NoDate, Field::At);
    }
    if kind.is_none() {
        remark(OldWhy::NotAKind, Field::Kind);
    }
    let spoken = language(cell(Field::Language));
    if spoken.is_none() && !cell(Field::Language).is_empty() {
        remark(OldWhy::NotALanguage, Field::Language);
    }
    let moment = |wanted: Field| dates::read(cell(wanted), about.zone);
    let (began, ended) = (moment(Field::Began), moment(Field::Ended));
    for (field, read) in [(Field::Began, began), (Field::Ended, ended)] {
        if read.is_none() && !cell(field).is_empty() {
            remark(OldWhy::NoDate, field);
        }
    }
    let who = [Field::CustomerName, Field::CustomerAddress, Field::CustomerPhone, Field::Organisation].map(cell);
    let customer = Draft::of(who, None);
    if !customer.remarks.is_empty() {
        remark(OldWhy::NotAnAddress, Field::CustomerAddress);
    }
    let number = people::person::clean_line(cell(Field::Number), 60);
    let old = &mut heard.old;
    old.remarks = remarks;
    cell(Field::Owner).clone_into(&mut old.owner);
    cell(Field::Department).clone_into(&mut old.department);
    cell(Field::Subject).clone_into(&mut old.subject);
    old.key.clone_from(&number);
    old.tags = vec![cell(Field::Tags).to_owned()];
    (old.state, old.began, old.ended, old.language, old.customer) = (state, began, ended, spoken, customer);
    if let (Some(at), Some(kind)) = (at, kind) {
        let from = Mailbox {
            name: people::person::clean_line(cell(Field::AuthorName), 200),
            address: people::person::clean_line(cell(Field::AuthorAddress), 320),
        };
        old.said.push(message(&number, cell(Field::MessageId), kind, at, from, cell(Field::Text)));
        let paths = cell(Field::Files).split([';', '|', '\n']).map(str::trim).filter(|path| !path.is_empty());
        heard.files = paths.map(|path| (0, path.to_owned())).collect();
    }
    heard.old.number = number;
    heard
}

/// A message without recipients and files; what has no name of its own is known by what it says.
pub(super) fn message(
    number: &str,
    id: &str,
    kind: MessageKind,
    at: base::Instant,
    from: Mailbox,
    text: &str,
) -> OldMessage {
    let said = format!("{at}\n{}\n{}\n{}\n{text}", kind.code(), from.name, from.address);
    let key = if id.is_empty() { format!("{number}\n?{said}") } else { format!("{number}\n={id}") };
    OldMessage {
        key,
        kind,
        at,
        from,
        to: Vec::new(),
        cc: Vec::new(),
        // PostgreSQL refuses NUL, and nobody sees it.
        body: text.replace('\0', "").replace("\r\n", "\n"),
        document: None,
        invite: None,
        mail_id: None,
        automatic: None,
        raw: None,
        files: Vec::new(),
    }
}
