//! What automation holds of a customer: none of their words, only on which of their conversations rules acted or wait.

use people::privacy::{About, Field, Gone, Holder, Kind, Later};
use platform::{Conn, Tx};

use super::store::{hits, wakes};

/// What rules did and wait for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hits;

impl Holder for Hits {
    /// What a rule did, the conversation's history tells.
    fn held<'a>(&'a self, _: &'a mut Conn, _: &'a About) -> Later<'a, Vec<Field>> {
        Box::pin(async { Ok(Vec::new()) })
    }

    fn erase<'a>(&'a self, tx: &'a mut Tx, about: &'a About, gone: &'a mut Gone) -> Later<'a, ()> {
        Box::pin(async move {
            let mut ids = Vec::new();
            for person in &about.ids {
                ids.extend(hits::conversations_of(tx, person.as_str()).await?);
            }
            ids.extend(gone.ids.iter().filter(|id| id.starts_with("cnv_")).cloned());
            for id in &ids {
                let n = hits::forget(tx, id).await? + wakes::forget(tx, id).await?;
                gone.count(Kind::Facts, i64::try_from(n).unwrap_or(i64::MAX));
            }
            Ok(())
        })
    }
}
