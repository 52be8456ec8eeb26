//! The tables of customers and colleagues.

use platform::{Engine, Migration};

/// In order; tillit runs them after the platform's.
pub const MIGRATIONS: &[Migration] = &[
    Migration { id: "people-001", sql: first },
    Migration { id: "people-002", sql: failing },
    Migration { id: "people-003", sql: an_owner },
    Migration { id: "people-004", sql: departments },
    Migration { id: "people-005", sql: customers_file },
    Migration { id: "people-006", sql: tokens },
    Migration { id: "people-007", sql: crate::merging::tables },
    Migration { id: "people-008", sql: crate::privacy::column },
    Migration { id: "people-009", sql: second_factors },
    Migration { id: "people-010", sql: organisations },
    Migration { id: "people-011", sql: own_fields },
    Migration { id: "people-020", sql: crate::import::tables },
    Migration { id: "people-021", sql: crate::relation::tables },
    Migration { id: "people-050", sql: crate::absence::tables },
    Migration { id: "people-051", sql: crate::workload::tables },
    Migration { id: "people-060", sql: crate::care::tables },
    Migration { id: "people-061", sql: wishes },
    Migration { id: "people-070", sql: crate::skill::tables },
];

/// What programs of colleagues come in with.
fn tokens(_: Engine) -> Vec<String> {
    [
        "CREATE TABLE api_token (id TEXT PRIMARY KEY, digest TEXT NOT NULL UNIQUE, staff TEXT NOT NULL, \
         name TEXT NOT NULL, level TEXT NOT NULL, created_at BIGINT NOT NULL, expires_at BIGINT, used_at BIGINT)",
        "CREATE INDEX api_token_by_staff ON api_token (staff, id)",
    ]
    .map(str::to_owned)
    .into()
}

/// Second factors of colleagues: the sealed secret with the newest code that was used, and what is left of the
/// recovery codes.
fn second_factors(_: Engine) -> Vec<String> {
    [
        "CREATE TABLE staff_second (staff TEXT PRIMARY KEY, secret TEXT NOT NULL, confirmed_at BIGINT, \
         last_step BIGINT NOT NULL)",
        "CREATE TABLE staff_recovery (staff TEXT NOT NULL, mac TEXT NOT NULL, PRIMARY KEY (staff, mac))",
    ]
    .map(str::to_owned)
    .into()
}

fn first(_: Engine) -> Vec<String> {
    [
        "CREATE TABLE person (id TEXT PRIMARY KEY, name TEXT NOT NULL, name_folded TEXT NOT NULL, \
         name_doubtful BIGINT NOT NULL, language TEXT, created_at BIGINT NOT NULL)",
        "CREATE INDEX person_by_name ON person (name_folded, id)",
        "CREATE TABLE person_address (address TEXT PRIMARY KEY, shown TEXT NOT NULL, person TEXT NOT NULL, \
         proved BIGINT NOT NULL, added_at BIGINT NOT NULL)",
        "CREATE INDEX person_address_by_person ON person_address (person)",
        "CREATE TABLE staff (id TEXT PRIMARY KEY, email TEXT NOT NULL UNIQUE, email_shown TEXT NOT NULL, \
         name TEXT NOT NULL, role TEXT NOT NULL, language TEXT NOT NULL, theme TEXT NOT NULL, zone TEXT NOT NULL, \
         letter_keys BIGINT NOT NULL, password_hash TEXT, disabled_at BIGINT, created_at BIGINT NOT NULL)",
        "CREATE TABLE staff_link (digest TEXT PRIMARY KEY, staff TEXT NOT NULL, purpose TEXT NOT NULL, \
         expires_at BIGINT NOT NULL)",
        "CREATE INDEX staff_link_by_staff ON staff_link (staff)",
    ]
    .map(str::to_owned)
    .into()
}

/// Since when mail to an address comes back, and why.
fn failing(_: Engine) -> Vec<String> {
    let columns = ["failing_since BIGINT", "failing_words TEXT"];
    columns.map(|column| format!("ALTER TABLE person_address ADD COLUMN {column}")).into()
}

/// Departments; each colleague keeps the ids of theirs, with spaces between.
fn departments(_: Engine) -> Vec<String> {
    [
        "CREATE TABLE department (id TEXT PRIMARY KEY, name TEXT NOT NULL, closed_at BIGINT)",
        "ALTER TABLE staff ADD COLUMN departments TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE staff ADD COLUMN limited BIGINT NOT NULL DEFAULT 0",
    ]
    .map(str::to_owned)
    .into()
}

/// Telephones, other names, notes and preferences of customers.
fn customers_file(_: Engine) -> Vec<String> {
    [
        "ALTER TABLE person ADD COLUMN title TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE person ADD COLUMN postal TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE person ADD COLUMN prefers_language TEXT",
        "ALTER TABLE person ADD COLUMN addressed TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE person ADD COLUMN channel TEXT",
        "ALTER TABLE person ADD COLUMN reach_from BIGINT",
        "ALTER TABLE person ADD COLUMN reach_until BIGINT",
        "ALTER TABLE person ADD COLUMN vip BIGINT NOT NULL DEFAULT 0",
        "ALTER TABLE person ADD COLUMN blocked_at BIGINT",
        "ALTER TABLE person ADD COLUMN blocked_why TEXT",
        "CREATE INDEX person_blocked ON person (id) WHERE blocked_at IS NOT NULL",
        "CREATE TABLE person_phone (person TEXT NOT NULL, number TEXT NOT NULL, label TEXT NOT NULL, \
         added_at BIGINT NOT NULL, PRIMARY KEY (person, number))",
        "CREATE INDEX person_phone_by_number ON person_phone (number)",
        "CREATE TABLE person_name (person TEXT NOT NULL, folded TEXT NOT NULL, name TEXT NOT NULL, \
         added_at BIGINT NOT NULL, PRIMARY KEY (person, folded))",
        "CREATE INDEX person_name_folded ON person_name (folded)",
        "CREATE TABLE person_note (id TEXT PRIMARY KEY, person TEXT NOT NULL, author TEXT, at BIGINT NOT NULL, \
         changed_at BIGINT, body TEXT NOT NULL, pinned BIGINT NOT NULL)",
        "CREATE INDEX person_note_of ON person_note (person, at, id)",
    ]
    .map(str::to_owned)
    .into()
}

/// Somebody must be owner: the first admin who can enter.
fn an_owner(_: Engine) -> Vec<String> {
    let first = "SELECT id FROM staff WHERE role = 'admin' \
                 ORDER BY CASE WHEN disabled_at IS NULL THEN 0 ELSE 1 END, created_at, id LIMIT 1";
    vec![format!("UPDATE staff SET role = 'owner' WHERE id = ({first})")]
}

/// Organisations, their domains, who belongs to them and who does not; and of every address its domain.
fn organisations(engine: Engine) -> Vec<String> {
    let at = match engine {
        Engine::Sqlite => "instr(address, '@')",
        Engine::Postgres => "strpos(address, '@')",
    };
    let fill = format!("UPDATE person_address SET domain = substr(address, {at} + 1)");
    [
        "CREATE TABLE organisation (id TEXT PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL, \
         joins_by_itself BIGINT NOT NULL, created_at BIGINT NOT NULL)",
        "CREATE INDEX organisation_by_name ON organisation (folded, id)",
        "CREATE TABLE organisation_domain (domain TEXT PRIMARY KEY, organisation TEXT NOT NULL)",
        "CREATE INDEX organisation_domain_of ON organisation_domain (organisation)",
        "CREATE TABLE organisation_declined (person TEXT NOT NULL, organisation TEXT NOT NULL, \
         PRIMARY KEY (person, organisation))",
        "ALTER TABLE person ADD COLUMN organisation TEXT",
        "CREATE INDEX person_of_organisation ON person (organisation, name_folded, id) WHERE organisation IS NOT NULL",
        "ALTER TABLE person_address ADD COLUMN domain TEXT NOT NULL DEFAULT ''",
        &fill,
        "CREATE INDEX person_address_by_domain ON person_address (domain)",
    ]
    .map(str::to_owned)
    .into()
}

/// Fields of the business's own, and what stands in them.
fn own_fields(_: Engine) -> Vec<String> {
    [
        "CREATE TABLE custom_field (id TEXT PRIMARY KEY, about TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, \
         choices TEXT NOT NULL, required TEXT NOT NULL, \
         retired BIGINT NOT NULL, place BIGINT NOT NULL, created_at BIGINT NOT NULL)",
        "CREATE TABLE custom_value (owner TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, \
         PRIMARY KEY (owner, field))",
        "CREATE INDEX custom_value_of ON custom_value (field)",
    ]
    .map(str::to_owned)
    .into()
}

/// What customers asked for beside channel and hours: days, their own clock, how they are spoken to.
fn wishes(_: Engine) -> Vec<String> {
    [
        "ALTER TABLE person ADD COLUMN reach_days BIGINT NOT NULL DEFAULT 0",
        "ALTER TABLE person ADD COLUMN reach_zone TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE person ADD COLUMN manner TEXT",
    ]
    .map(str::to_owned)
    .into()
}
