//! Reads a file that was brought, row by row, a few parts of it in memory at a time.

use platform::{Conn, Result};

use super::model::{Form, Import, ImportId, Plan};
use super::rules::{cards, charset::Charset, columns, draft, draft::Draft, table};
use super::store::{self, PART};
use crate::field::Field;
use crate::file::rules::phones::Country;

/// Rows by which columns are guessed.
const SAMPLE: usize = 30;

/// Something that a row or a card says.
pub(super) enum Said {
    /// What it says of a customer.
    Somebody(Box<Draft>),
    /// It cannot be read.
    Broken,
    /// Nothing at all.
    Nothing,
}

/// Where one is in a file.
pub(super) struct Reader<'a> {
    id: &'a ImportId,
    form: Form,
    plan: &'a Plan,
    fields: &'a [Field],
    held: Vec<u8>,
    /// How much of what is held is done.
    at: usize,
    /// The next part, or none when all are there.
    next: Option<i64>,
    /// Bytes of the file that are done.
    pub(super) place: i64,
    /// Rows of the file that are done.
    pub(super) line: i64,
}

impl<'a> Reader<'a> {
    /// Goes on where `import` stands.
    pub(super) async fn at(conn: &mut Conn, import: &'a Import, plan: &'a Plan, fields: &'a [Field]) -> Result<Self> {
        let part = i64::try_from(PART).unwrap_or(i64::MAX);
        let (first, within) = (import.place / part, usize::try_from(import.place % part).unwrap_or(0));
        let mut reader = Self {
            id: &import.id,
            form: import.form,
            plan,
            fields,
            held: Vec::new(),
            at: 0,
            next: Some(first),
            place: import.place,
            line: import.line,
        };
        reader.load(conn).await?;
        reader.at = within.min(reader.held.len());
        if import.place == 0 {
            reader.skip_heading();
        }
        Ok(reader)
    }

    /// Reads the next part; false when there is none.
    async fn load(&mut self, conn: &mut Conn) -> Result<bool> {
        let Some(next) = self.next else { return Ok(false) };
        self.held.drain(..self.at.min(self.held.len()));
        self.at = 0;
        let part = store::part(conn, self.id, next).await?.unwrap_or_default();
        // All but the last are as long.
        self.next = (part.len() >= PART).then_some(next + 1);
        self.held.extend(part);
        Ok(true)
    }

    fn skip_heading(&mut self) {
        if self.form == Form::Cards {
            return;
        }
        if let Some((_, length)) = table::announced(&self.held) {
            self.done(length, false);
        }
        if self.plan.heading
            && let Some(row) = table::row(&self.held[self.at..], self.plan.delimiter, self.next.is_none())
        {
            self.done(row.length, true);
        }
    }

    fn done(&mut self, length: usize, counts: bool) {
        self.at += length;
        self.place += i64::try_from(length).unwrap_or(i64::MAX);
        self.line += i64::from(counts);
    }

    /// The next row; nothing at the end of the file.
    pub(super) async fn next(&mut self, conn: &mut Conn) -> Result<Option<Said>> {
        loop {
            let (rest, at_end) = (self.held.get(self.at..).unwrap_or_default(), self.next.is_none());
            if let Some((length, said)) = self.look(rest, at_end) {
                self.done(length, true);
                return Ok(Some(said));
            }
            if !self.load(conn).await? {
                // White space behind the last card is nothing to come back to.
                let rest = self.held.len().saturating_sub(self.at);
                self.done(rest, false);
                return Ok(None);
            }
        }
    }

    fn look(&self, rest: &[u8], at_end: bool) -> Option<(usize, Said)> {
        match self.form {
            Form::Table => {
                let row = table::row(rest, self.plan.delimiter, at_end)?;
                if row.broken {
                    return Some((row.length, Said::Broken));
                }
                let cells = texts(&row, self.plan.charset());
                if cells.iter().all(|cell| cell.trim().is_empty()) {
                    return Some((row.length, Said::Nothing));
                }
                Some((row.length, Said::Somebody(Box::new(draft::of_cells(&cells, self.plan, self.fields)))))
            }
            Form::Cards => {
                let cut = cards::cut(rest, at_end)?;
                if !cut.whole {
                    return Some((cut.length, Said::Broken));
                }
                let card = cards::read(&rest[..cut.length], self.plan.charset());
                Some((cut.length, Said::Somebody(Box::new(draft::of_card(&card, self.plan)))))
            }
        }
    }
}

fn texts(row: &table::Row, charset: Charset) -> Vec<String> {
    row.cells.iter().map(|cell| charset.decode(cell)).collect()
}

/// How a file that begins so is most likely to be read. What `wanted` says already stays.
pub(super) fn plan(start: &[u8], form: Form, fields: &[Field], home: Option<&Country>, wanted: &Wanted) -> Plan {
    let charset = wanted.charset.unwrap_or_else(|| Charset::of(start));
    let country = wanted.country.clone().unwrap_or_else(|| home.map(|home| home.code.to_owned()).unwrap_or_default());
    let mut plan = Plan { charset: charset.code().to_owned(), country, delimiter: b',', ..Plan::default() };
    plan.overwrite = wanted.overwrite;
    if form == Form::Cards {
        return plan;
    }
    let announced = table::announced(start);
    let mut rest = &start[announced.map_or(0, |(_, length)| length)..];
    plan.delimiter =
        wanted.delimiter.or(announced.map(|(delimiter, _)| delimiter)).unwrap_or_else(|| table::delimiter(rest));
    let mut rows: Vec<Vec<String>> = Vec::new();
    while rows.len() < SAMPLE
        && let Some(row) = table::row(rest, plan.delimiter, true)
    {
        rest = &rest[row.length..];
        if !row.broken {
            rows.push(texts(&row, charset));
        }
    }
    plan.heading = wanted.heading.unwrap_or_else(|| rows.first().is_some_and(|row| columns::is_heading(row)));
    if plan.heading {
        plan.heads = rows.first().cloned().unwrap_or_default();
        plan.heads.iter_mut().for_each(|head| *head = crate::person::clean_line(head, 80));
    }
    plan.columns = columns::guess(&rows, plan.heading, fields);
    if let Some(columns) = &wanted.columns {
        for (place, column) in columns.iter().enumerate().take(plan.columns.len()) {
            plan.columns[place] = column.clone();
        }
    }
    plan
}

/// What somebody says of a file who knows it better; what they leave out is guessed.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// In which characters it is written.
    pub charset: Option<Charset>,
    /// What separates cells.
    pub delimiter: Option<u8>,
    /// Whether the first row is headings.
    pub heading: Option<bool>,
    /// What the columns are, from the first.
    pub columns: Option<Vec<columns::Column>>,
    /// The country of telephones written without one; empty for none.
    pub country: Option<String>,
    /// Whether what colleagues typed gives way.
    pub overwrite: bool,
}
