//! What the customer's pages hold of a customer: where they are signed in, and links that let them in. Told, and
//! erased.

use base::Instant;
use people::privacy::{About, Field, Gone, Held, Holder, Later, at, list, text};
use platform::{Conn, Result, Tx, sessions, vals};

/// Sign-ins of customers.
#[derive(Clone, Copy, Debug, Default)]
pub struct Visits;

impl Holder for Visits {
    fn held<'a>(&'a self, conn: &'a mut Conn, of: &'a About) -> Later<'a, Vec<Field>> {
        Box::pin(async move {
            let mut visits = Vec::new();
            for person in &of.ids {
                // Also those that have ended and are not swept yet.
                for session in sessions::of_staff(conn, person.as_str(), Instant::MIN).await? {
                    let fields = [
                        at("at", "held-at", session.created_at),
                        text("peer", "held-visit-peer", &session.peer),
                        text("browser", "held-visit-browser", &session.browser),
                    ];
                    visits.push(Held::Fields(fields.into_iter().flatten().collect()));
                }
            }
            Ok(list("visits", "held-visits", visits).into_iter().collect())
        })
    }

    fn erase<'a>(&'a self, tx: &'a mut Tx, of: &'a About, _: &'a mut Gone) -> Later<'a, ()> {
        Box::pin(erase(tx, of))
    }
}

async fn erase(tx: &mut Tx, of: &About) -> Result<()> {
    for person in &of.ids {
        sessions::end_all(tx, person.as_str(), None).await?;
        tx.run("DELETE FROM portal_link WHERE person = $1", vals![person.as_str()]).await?;
    }
    Ok(())
}
