//! What the community holds of a customer: their name there and what they wrote. Told, and erased.

use people::privacy::{About, Field, Gone, Held, Holder, Kind, Later, at, list, text};
use platform::{Conn, Result, Tx};

use crate::store;

/// What customers wrote in the community.
#[derive(Clone, Copy, Debug, Default)]
pub struct Writings;

impl Holder for Writings {
    fn held<'a>(&'a self, conn: &'a mut Conn, of: &'a About) -> Later<'a, Vec<Field>> {
        Box::pin(held(conn, of))
    }

    fn erase<'a>(&'a self, tx: &'a mut Tx, of: &'a About, gone: &'a mut Gone) -> Later<'a, ()> {
        Box::pin(erase(tx, of, gone))
    }
}

async fn held(conn: &mut Conn, of: &About) -> Result<Vec<Field>> {
    let (mut fields, mut writings) = (Vec::new(), Vec::new());
    for person in &of.ids {
        let member = store::member(conn, person).await?;
        fields.extend(member.and_then(|member| text("community_name", "held-community-name", &member.name)));
        let mut all = store::held(conn, person).await?;
        all.extend(store::held_offers(conn, person).await?);
        for (when, title, body) in all {
            let one = [
                at("at", "held-at", when),
                text("title", "held-community-title", &title),
                text("text", "held-community-text", &body),
            ];
            writings.push(Held::Fields(one.into_iter().flatten().collect()));
        }
    }
    fields.extend(list("community", "held-community", writings));
    Ok(fields)
}

async fn erase(tx: &mut Tx, of: &About, gone: &mut Gone) -> Result<()> {
    for person in &of.ids {
        let texts = store::erase(tx, person, &of.instead).await?;
        gone.count(Kind::Messages, i64::try_from(texts.len()).unwrap_or(i64::MAX));
        gone.ids.extend(texts);
    }
    Ok(())
}
