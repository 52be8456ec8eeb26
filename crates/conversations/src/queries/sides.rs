//! Side threads: one with all that was said in it.

use base::Scope;
use people::StaffId;
use people::person::Person;
use platform::{Conn, Context, Result};

use crate::ids::SideId;
use crate::model::{Conversation, DraftText, Message, Side};
use crate::store;

/// Messages shown of one side thread.
const MOST: i64 = 300;

/// A side thread with what was said in it.
#[derive(Clone, Debug)]
pub struct Aside {
    /// The side thread.
    pub side: Side,
    /// Its conversation.
    pub conversation: Conversation,
    /// The customer, who knows nothing of it.
    pub person: Person,
    /// What was said, oldest first.
    pub messages: Vec<Message>,
    /// What its reader has typed there and not sent.
    pub draft: Option<DraftText>,
}

/// One side thread, of a conversation that the scope reaches; `me` is who reads it.
///
/// # Errors
/// When the database cannot be read.
pub async fn side(conn: &mut Conn, scope: &Scope, id: &SideId, me: Option<&StaffId>) -> Result<Option<Aside>> {
    let Some(side) = store::find_side(conn, scope, id).await? else { return Ok(None) };
    let Some(conversation) = store::find(conn, scope, &side.conversation).await? else { return Ok(None) };
    let person = people::person::find(conn, &Scope::All, &conversation.person).await?;
    let person = person.context("a conversation without its customer")?;
    let mut messages = store::side_messages(conn, id, MOST).await?;
    super::thread::complete(conn, &conversation.id, &mut messages).await?;
    let draft = match me {
        Some(me) => store::side_draft_of(conn, me, id).await?,
        None => None,
    };
    Ok(Some(Aside { side, conversation, person, messages, draft }))
}

/// Who began a side thread, if it is still there.
///
/// # Errors
/// When the database cannot be read.
pub async fn side_begun_by(conn: &mut Conn, id: &SideId) -> Result<Option<StaffId>> {
    Ok(store::find_side(conn, &Scope::All, id).await?.map(|side| side.begun_by))
}
