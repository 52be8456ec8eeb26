//! Counts how often articles are read, without a write for each: they are gathered and written now and then. A server
//! that is stopped in between forgets a few.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use base::Instant;
use jiff::SignedDuration;
use jiff::civil::Date;
use platform::Platform;

use crate::articles::model::TextId;
use crate::articles::store::{self, Counted};

/// How long reads are gathered.
const EVERY: SignedDuration = SignedDuration::from_secs(20);

/// Reads that are not written yet, as an extension of requests.
#[derive(Clone, Default)]
pub struct Reads(Arc<Mutex<Gathered>>);

#[derive(Default)]
struct Gathered {
    reads: HashMap<(Date, TextId), i64>,
    written_at: Option<Instant>,
}

impl Reads {
    /// Counts one. A page is never late or lost because of it: what cannot be written is not counted.
    pub(super) async fn add(&self, p: &Platform, today: Date, text: &TextId) {
        let now = p.clock.machine();
        let due = {
            let mut gathered = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            *gathered.reads.entry((today, text.clone())).or_default() += 1;
            if gathered.written_at.is_some_and(|at| now < at + EVERY) {
                return;
            }
            gathered.written_at = Some(now);
            std::mem::take(&mut gathered.reads)
        };
        let _ = write(p, due).await;
    }
}

async fn write(p: &Platform, due: HashMap<(Date, TextId), i64>) -> platform::Result<()> {
    let mut due: Vec<_> = due.into_iter().collect();
    // Writers take rows in one order.
    due.sort();
    let mut tx = p.begin().await?;
    for ((day, text), n) in due {
        store::add_count(&mut tx, day, &text, Counted::Read, n).await?;
    }
    tx.commit().await
}
