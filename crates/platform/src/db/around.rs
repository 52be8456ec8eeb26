//! One transaction around work that begins transactions of its own: they become steps of it, and all of it
//! is true at once or not at all. It does not know what is done within.

use std::sync::Arc;

use sea_orm::{DatabaseTransaction, TransactionTrait as _};

use super::kept::{Change, Closing};
use super::{Conn, Db};
use crate::fault::{Context, Fault, Result};

/// An open transaction for others to work in. Dropped without [`Around::commit`], nothing of it happened.
pub struct Around {
    tx: Arc<DatabaseTransaction>,
    within: Db,
}

impl Db {
    /// Opens a transaction around whatever is done with [`Around::db`]; within another one, a step of that.
    ///
    /// # Errors
    /// When the database does not answer in time.
    pub async fn around(&self) -> Result<Around> {
        let tx = match &self.around {
            Some(around) => around.begin().await.context("cannot begin a step")?,
            None => self.begin_writing().await?,
        };
        let tx = Arc::new(tx);
        Ok(Around { within: Self { around: Some(tx.clone()), ..self.clone() }, tx })
    }
}

impl Around {
    /// The database as seen from within: its transactions are steps of this one, its reads see what was written.
    #[must_use]
    pub fn db(&self) -> Db {
        self.within.clone()
    }

    /// Asks and writes in the transaction itself.
    #[must_use]
    pub fn conn(&self) -> Conn {
        Conn::sharing(self.tx.clone(), self.within.engine)
    }

    /// Makes all of it true.
    ///
    /// # Errors
    /// When the commit failed, or when somebody still works within: nothing was written.
    pub async fn commit(self) -> Result<()> {
        let kept = self.within.kept.clone();
        drop(self.within);
        let tx = Arc::try_unwrap(self.tx).map_err(|_| Fault::new("somebody still works within the transaction"))?;
        let _closing = kept.map(|kept| Closing::begin(kept, vec![Change::Anything]));
        tx.commit().await.context("the transaction could not be committed")
    }
}
