//! Whose role must have a second factor. Who lacks one is led to set it up and can do nothing else at the desk until
//! then; their programs go on.

use base::{Action, Actor, Role, allowed};
use platform::{Conn, Result, Tx, settings};
use serde::{Deserialize, Serialize};

use crate::refusal::Answer;
use crate::staff::Staff;

const KEY: &str = "second_factor";
/// What the log calls it.
const PAGE: &str = "second-factor";

/// What the business has decided about second factors.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Obliged {
    /// The roles that must have one.
    pub roles: Vec<Role>,
}

impl Obliged {
    /// In the order of [`Role::ALL`], none twice.
    #[must_use]
    pub fn of(roles: &[Role]) -> Self {
        Self { roles: Role::ALL.into_iter().filter(|role| roles.contains(role)).collect() }
    }

    /// Whether somebody of this role must have one.
    #[must_use]
    pub fn binds(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }
}

/// What is decided.
///
/// # Errors
/// When the table cannot be read.
pub async fn obliged(conn: &mut Conn) -> Result<Obliged> {
    settings::get(conn, KEY).await
}

/// Decides it: for owners, since it can shut out everybody else.
///
/// # Errors
/// Refused when the actor may not.
pub async fn oblige(tx: &mut Tx, actor: &Actor, wanted: &Obliged) -> Answer<()> {
    let _all = allowed(actor, Action::ManageOwners)?;
    let (before, after) = (obliged(tx).await?, Obliged::of(&wanted.roles));
    if before == after {
        return Ok(());
    }
    settings::set(tx, KEY, &after).await?;
    Ok(settings::record_change(tx, actor, PAGE).await?)
}

/// Whether a colleague must set one up before anything else.
///
/// # Errors
/// See [`obliged`].
pub async fn must_set_up(conn: &mut Conn, staff: &Staff) -> Result<bool> {
    Ok(obliged(conn).await?.binds(staff.role) && !super::is_on(conn, &staff.id).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_stand_in_their_order_and_once() {
        let obliged = Obliged::of(&[Role::Agent, Role::Owner, Role::Agent]);
        assert_eq!(obliged.roles, [Role::Owner, Role::Agent]);
        let bound = Role::ALL.map(|role| obliged.binds(role));
        assert_eq!(bound, [true, false, true, false]);
        assert!(!Obliged::default().binds(Role::Owner), "nobody is obliged until somebody decides it");
    }
}
