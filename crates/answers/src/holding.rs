//! Articles hold nothing of a customer, but their pictures may be the same bytes as what a customer once sent: those stay
//! when the customer is erased.

use std::collections::BTreeSet;

use people::privacy::{About, Field, Gone, Holder, Later};
use platform::{Conn, Tx};

/// The pictures of articles.
#[derive(Clone, Copy, Debug, Default)]
pub struct Pictures;

impl Holder for Pictures {
    fn held<'a>(&'a self, _: &'a mut Conn, _: &'a About) -> Later<'a, Vec<Field>> {
        Box::pin(async { Ok(Vec::new()) })
    }

    fn erase<'a>(&'a self, _: &'a mut Tx, _: &'a About, _: &'a mut Gone) -> Later<'a, ()> {
        Box::pin(async { Ok(()) })
    }

    fn uses<'a>(&'a self, conn: &'a mut Conn, digests: &'a BTreeSet<String>) -> Later<'a, Vec<String>> {
        Box::pin(platform::blobs::among(conn, "article_picture", "blob", digests))
    }
}
