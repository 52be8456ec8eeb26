//! Rows of `participant`: who takes part in a conversation beside its customer, by address.

use base::Instant;
use people::PersonId;
use people::person::fold_address;
use platform::{Conn, Context, Result, Row, Tx, vals};

use crate::ids::ConversationId;
use crate::model::{Mailbox, Participant, ParticipantState};

fn read(row: &Row) -> Result<Participant> {
    let state = row.text("state")?;
    Ok(Participant {
        mailbox: Mailbox { name: row.text("name")?, address: row.text("shown")? },
        state: ParticipantState::from_code(&state).context(format!("unknown participant {state}"))?,
        since: row.at("since")?,
    })
}

/// Everybody but the customer, longest first.
pub(crate) async fn participants_of(conn: &mut Conn, conversation: &ConversationId) -> Result<Vec<Participant>> {
    let sql = "SELECT name, shown, state, since FROM participant WHERE conversation = $1 ORDER BY since, address";
    let rows = conn.all(sql, vals![conversation.as_str()]).await?;
    rows.iter().map(read).collect()
}

/// How somebody stands who writes from `address`, by it and by their other addresses.
pub(crate) async fn participant_states(
    conn: &mut Conn,
    conversation: &ConversationId,
    person: &PersonId,
    address: &str,
) -> Result<Vec<ParticipantState>> {
    let sql = "SELECT state FROM participant WHERE conversation = $1 AND (address = $2 OR address IN \
               (SELECT address FROM person_address WHERE person = $3))";
    let rows = conn.all(sql, vals![conversation.as_str(), fold_address(address), person.as_str()]).await?;
    Ok(rows.iter().filter_map(|row| ParticipantState::from_code(&row.text("state").ok()?)).collect())
}

/// Writes how somebody stands from now on.
pub(crate) async fn put_participant(
    tx: &mut Tx,
    conversation: &ConversationId,
    mailbox: &Mailbox,
    state: ParticipantState,
    since: Instant,
) -> Result<()> {
    let sql = "INSERT INTO participant (conversation, address, name, shown, state, since) \
               VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (conversation, address) DO UPDATE SET state = excluded.state";
    let (name, shown) = (mailbox.name.as_str(), mailbox.address.as_str());
    tx.run(sql, vals![conversation.as_str(), fold_address(shown), name, shown, state.code(), since]).await?;
    Ok(())
}

/// Lets somebody in who was not known or only new here; whom colleagues took out stays out. Answers
/// whether anything changed.
pub(crate) async fn welcome_participant(
    tx: &mut Tx,
    conversation: &ConversationId,
    mailbox: &Mailbox,
    since: Instant,
) -> Result<bool> {
    let sql = "INSERT INTO participant (conversation, address, name, shown, state, since) \
               VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (conversation, address) DO UPDATE SET state = excluded.state \
               WHERE participant.state = 'new_here'";
    let (name, shown, state) = (mailbox.name.as_str(), mailbox.address.as_str(), ParticipantState::Confirmed.code());
    Ok(tx.run(sql, vals![conversation.as_str(), fold_address(shown), name, shown, state, since]).await? > 0)
}

/// Forgets that somebody was ever there.
pub(crate) async fn remove_participant(tx: &mut Tx, conversation: &ConversationId, address: &str) -> Result<()> {
    let sql = "DELETE FROM participant WHERE conversation = $1 AND address = $2";
    tx.run(sql, vals![conversation.as_str(), fold_address(address)]).await?;
    Ok(())
}
