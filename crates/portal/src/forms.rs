//! The contact forms of a business: kept among its settings, so that they come along with them.

use platform::{Conn, Result, Tx, settings};
use serde::{Deserialize, Serialize};

use crate::model::ContactForm;

const KEY: &str = "contact_forms";
/// What their page is called in the history of settings.
const PAGE: &str = "forms";

/// All of them, in the order in which customers see them.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ContactForms(pub Vec<ContactForm>);

impl ContactForms {
    /// The one at this place.
    #[must_use]
    pub fn find(&self, slug: &str) -> Option<&ContactForm> {
        self.0.iter().find(|form| form.slug == slug)
    }
}

/// All forms.
///
/// # Errors
/// When settings cannot be read.
pub async fn all(conn: &mut Conn) -> Result<ContactForms> {
    settings::get(conn, KEY).await
}

/// Keeps them, and who changed them.
///
/// # Errors
/// When settings cannot be written.
pub async fn set(tx: &mut Tx, actor: &base::Actor, forms: &ContactForms) -> Result<()> {
    settings::set(tx, KEY, forms).await?;
    settings::record_change(tx, actor, PAGE).await
}
