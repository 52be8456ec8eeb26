//! What notices hold of a customer: none of their words, only which of their conversations colleagues were told of.

use people::privacy::{About, Field, Gone, Holder, Kind, Later};
use people::system_mail;
use platform::{Conn, Tx, erasing};

use super::store;

/// What colleagues were told.
#[derive(Clone, Copy, Debug, Default)]
pub struct Notices;

impl Holder for Notices {
    /// That a colleague was told something is about the colleague.
    fn held<'a>(&'a self, _: &'a mut Conn, _: &'a About) -> Later<'a, Vec<Field>> {
        Box::pin(async { Ok(Vec::new()) })
    }

    fn erase<'a>(&'a self, tx: &'a mut Tx, about: &'a About, gone: &'a mut Gone) -> Later<'a, ()> {
        Box::pin(async move {
            let mut ids = Vec::new();
            for person in &about.ids {
                ids.extend(store::conversations_of(tx, person.as_str()).await?);
            }
            // And those that go for good by themselves.
            ids.extend(gone.ids.iter().filter(|id| id.starts_with("cnv_")).cloned());
            // Of messages whose words are taken out, too.
            let messages: Vec<String> = gone.ids.iter().filter(|id| id.starts_with("msg_")).cloned().collect();
            let named = |payload: &str| ids.iter().chain(&messages).any(|id| payload.contains(id.as_str()));
            // Mails that wait say who wrote what.
            erasing::forget_jobs(tx, system_mail::KIND, &named).await?;
            for id in &ids {
                let n = store::forget(tx, id, None).await?;
                gone.count(Kind::Facts, i64::try_from(n).unwrap_or(i64::MAX));
            }
            Ok(())
        })
    }
}
