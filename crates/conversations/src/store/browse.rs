//! Conversations and messages for programs: narrowed by what they name, stretch by stretch, by key.

use base::Scope;
use people::{OrganisationId, PersonId};
use platform::db::Value;
use platform::{Conn, Result, vals};

use super::lists::{columns, person_name};
use crate::ids::ConversationId;
use crate::model::{Message, State};
use crate::queries::ListRow;

/// Which conversations; what is not named does not matter.
#[derive(Clone, Debug, Default)]
pub(crate) struct Browse {
    pub state: Option<State>,
    /// A colleague's id; empty for those that nobody has.
    pub assignee: Option<String>,
    pub person: Option<PersonId>,
    /// Those of its customers.
    pub organisation: Option<OrganisationId>,
    /// By which mailbox they came.
    pub mailbox: Option<String>,
    /// One alone.
    pub id: Option<ConversationId>,
    /// The last row of the stretch before: when it was touched, and its id.
    pub after: Option<(i64, String)>,
    pub most: i64,
}

/// A conversation with the mailbox that it came by.
pub(crate) struct Found {
    pub row: ListRow,
    pub mailbox: Option<String>,
}

/// A stretch, what was touched last first.
pub(crate) async fn browse(conn: &mut Conn, scope: &Scope, browse: &Browse) -> Result<Vec<Found>> {
    let mut values: Vec<Value> = Vec::new();
    let mut conditions = vec!["c.deleted_at IS NULL".to_owned()];
    let mut with = |condition: &str, more: Vec<Value>| {
        let mut condition = condition.to_owned();
        for value in more {
            values.push(value);
            condition = condition.replacen('?', &format!("${}", values.len()), 1);
        }
        conditions.push(condition);
    };
    match scope {
        Scope::All => {}
        Scope::Own(person) => with("c.person = ?", vals![person]),
        Scope::Departments(own) => {
            let marks = if own.is_empty() { "NULL".to_owned() } else { vec!["?"; own.len()].join(", ") };
            with(&format!("c.department IN ({marks})"), own.iter().map(|id| Value::from(id.as_str())).collect());
        }
    }
    if let Some(id) = &browse.id {
        with("c.id = ?", vals![id.as_str()]);
    }
    if let Some(state) = browse.state {
        with("c.state = ?", vals![state.code()]);
    }
    if let Some(assignee) = &browse.assignee {
        with("c.assignee = ?", vals![assignee]);
    }
    if let Some(person) = &browse.person {
        with("c.person = ?", vals![person.as_str()]);
    }
    if let Some(organisation) = &browse.organisation {
        with("c.person IN (SELECT p.id FROM person p WHERE p.organisation = ?)", vals![organisation.as_str()]);
    }
    if let Some(mailbox) = &browse.mailbox {
        with("c.mailbox = ?", vals![mailbox]);
    }
    if let Some((touched, id)) = &browse.after {
        with("(c.touched_at, c.id) < (?, ?)", vals![*touched, id]);
    }
    values.push(Value::from(browse.most));
    let sql = format!(
        "SELECT {}, c.mailbox FROM conversation c WHERE {} ORDER BY c.touched_at DESC, c.id DESC LIMIT ${}",
        columns(),
        conditions.join(" AND "),
        values.len()
    );
    let rows = conn.all(&sql, values).await?;
    rows.iter().map(|row| Ok(Found { row: person_name(row)?, mailbox: row.opt_text("mailbox")? })).collect()
}

/// A stretch of a conversation's messages, oldest first. The caller holds the conversation, so its scope has been
/// asked for.
pub(crate) async fn messages_after(
    conn: &mut Conn,
    conversation: &ConversationId,
    after: Option<(i64, String)>,
    most: i64,
) -> Result<Vec<Message>> {
    let (at, id) = after.unwrap_or((i64::MIN, String::new()));
    let sql = format!(
        "SELECT {} FROM message WHERE conversation = $1 AND (at, id) > ($2, $3) ORDER BY at, id LIMIT $4",
        super::messages::COLUMNS
    );
    let rows = conn.all(&sql, vals![conversation.as_str(), at, id, most]).await?;
    rows.iter().map(super::messages::read).collect()
}
