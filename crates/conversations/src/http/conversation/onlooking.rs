//! Who else keeps what a colleague has not looked at of a conversation, such as notices. They are told when the
//! colleague looks; which there are knows the wiring, and hands in [`Onlookers`].

use std::sync::Arc;

use people::StaffId;
use people::staff::Who;
use platform::web::desk::Later;
use platform::{Conn, Platform, Result};

use crate::ConversationId;

/// Keeps what a colleague has not looked at.
pub trait Onlooker: Send + Sync {
    /// Whether there is something of this conversation.
    fn waits<'a>(&'a self, conn: &'a mut Conn, me: &'a StaffId, id: &'a ConversationId) -> Later<'a, bool>;
    /// They have looked.
    fn looked<'a>(&'a self, p: &'a Platform, me: &'a StaffId, id: &'a ConversationId) -> Later<'a, ()>;
}

/// The one who keeps it, as an extension of the request.
#[derive(Clone)]
pub struct Onlookers(pub Arc<dyn Onlooker>);

pub(super) async fn waits(who: &Who, conn: &mut Conn, id: &ConversationId) -> Result<bool> {
    match who.given::<Onlookers>() {
        Some(Onlookers(one)) => one.waits(conn, &who.staff.id, id).await,
        None => Ok(false),
    }
}

/// Tells that the reader has looked; answers whether that mattered to anybody.
pub(super) async fn looked(p: &Platform, who: &Who, id: &ConversationId) -> Result<bool> {
    let Some(Onlookers(one)) = who.given::<Onlookers>() else { return Ok(false) };
    if !one.waits(&mut p.db.read().await?, &who.staff.id, id).await? {
        return Ok(false);
    }
    one.looked(p, &who.staff.id, id).await?;
    Ok(true)
}
