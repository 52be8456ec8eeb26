//! The tables of reports. Reads take a [`Lens`], which is made of a scope; nothing here holds a customer's word.

mod reading;
mod writing;

use base::{Instant, Scope};
use platform::db::{Bind, Value};
use platform::{Engine, Migration};

use super::Dim;

pub(super) use reading::{ages, backlog, backlog_before, entries, lapsed, open, sheets, unanswered, unmet};
#[cfg(test)]
pub(super) use reading::{entries_sql, sheets_sql};
pub(super) use writing::{Row, forget, put, tagged_with, zone};

/// In order.
pub const MIGRATIONS: &[Migration] =
    &[Migration { id: "reactions-010", sql: first }, Migration { id: "reactions-070", sql: policies }];

/// A conversation, its tags, what counts of it, and the sums of days. `report_day.net` stands before the sums, so that
/// what is open can be summed without reading them. `report_zone` says in which zone days were cut.
fn first(_: Engine) -> Vec<String> {
    [
        "CREATE TABLE report_case (conversation TEXT PRIMARY KEY, department TEXT NOT NULL, staff TEXT NOT NULL, \
         mailbox TEXT NOT NULL, language TEXT NOT NULL, open_since BIGINT, waits_since BIGINT)",
        "CREATE INDEX report_case_open ON report_case (open_since, conversation) WHERE open_since IS NOT NULL",
        "CREATE INDEX report_case_waits ON report_case (waits_since, conversation) WHERE waits_since IS NOT NULL",
        "CREATE TABLE report_tag (conversation TEXT NOT NULL, tag TEXT NOT NULL, PRIMARY KEY (conversation, tag))",
        "CREATE INDEX report_tag_of ON report_tag (tag, conversation)",
        "CREATE TABLE report_entry (conversation TEXT NOT NULL, n BIGINT NOT NULL, measure TEXT NOT NULL, \
         at BIGINT NOT NULL, day BIGINT NOT NULL, staff TEXT NOT NULL, taken BIGINT, worked BIGINT, \
         department TEXT NOT NULL, mailbox TEXT NOT NULL, language TEXT NOT NULL, PRIMARY KEY (conversation, n))",
        "CREATE INDEX report_entry_of ON report_entry (measure, at, conversation, n)",
        "CREATE TABLE report_day (dim TEXT NOT NULL, name TEXT NOT NULL, department TEXT NOT NULL, day BIGINT NOT NULL, \
         net BIGINT NOT NULL, sums TEXT NOT NULL, PRIMARY KEY (dim, name, department, day))",
        "CREATE INDEX report_day_of ON report_day (dim, day)",
        "CREATE TABLE report_zone (name TEXT PRIMARY KEY, edition BIGINT NOT NULL)",
    ]
    .map(str::to_owned)
    .into()
}

/// By which service policy: everything is counted anew with it.
fn policies(_: Engine) -> Vec<String> {
    ["report_case", "report_entry"]
        .map(|table| format!("ALTER TABLE {table} ADD COLUMN policy TEXT NOT NULL DEFAULT ''"))
        .into()
}

/// What a question may see, and what of it is asked for.
#[derive(Clone, Debug)]
pub(super) struct Lens {
    /// The departments that may be seen; none for all.
    departments: Option<Vec<String>>,
    /// Only this colleague, mailbox, language, tag or service policy.
    pub of: Option<(Dim, String)>,
}

impl Lens {
    /// What `scope` reaches, and of that one department, if one is asked for.
    pub fn new(scope: &Scope, department: Option<&str>, of: Option<(Dim, String)>) -> Self {
        let departments = match (scope, department) {
            (Scope::All, None) => None,
            (Scope::All, Some(one)) => Some(vec![one.to_owned()]),
            (Scope::Departments(own), None) => Some(own.clone()),
            (Scope::Departments(own), Some(one)) => Some(own.iter().filter(|own| *own == one).cloned().collect()),
            // Customers have no reports.
            (Scope::Own(_), _) => Some(Vec::new()),
        };
        Self { departments, of }
    }

    fn name(&self) -> (Dim, &str) {
        self.of.as_ref().map_or((Dim::All, ""), |(dim, name)| (*dim, name))
    }

    /// The condition on departments, with what it binds.
    fn within(&self, column: &str, values: &mut Vec<Value>) -> String {
        let Some(all) = &self.departments else { return String::new() };
        let marks: Vec<String> = all.iter().map(|one| bound(values, one)).collect();
        let among = if marks.is_empty() { "NULL".to_owned() } else { marks.join(", ") };
        format!(" AND {column} IN ({among})")
    }

    /// The conditions on a row of a case or an entry called `r`.
    fn holds(&self, values: &mut Vec<Value>) -> String {
        let within = self.within("r.department", values);
        let Some((dim, name)) = &self.of else { return within };
        let name = bound(values, name);
        let of = match dim {
            Dim::All => String::new(),
            Dim::Staff => format!(" AND r.staff = {name}"),
            Dim::Mailbox => format!(" AND r.mailbox = {name}"),
            Dim::Language => format!(" AND r.language = {name}"),
            Dim::Policy => format!(" AND r.policy = {name}"),
            Dim::Tag => format!(
                " AND EXISTS (SELECT 1 FROM report_tag t WHERE t.conversation = r.conversation AND t.tag = {name})"
            ),
        };
        format!("{within}{of}")
    }
}

fn bound<B: Bind>(values: &mut Vec<Value>, value: B) -> String {
    values.push(value.bind());
    format!("${}", values.len())
}

/// Where a list goes on: behind this moment and conversation.
pub(super) type After = (Instant, String);
