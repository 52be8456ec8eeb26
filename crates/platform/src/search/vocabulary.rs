//! Every word that texts have, in a table, and in memory for those who mistype.

use std::collections::BTreeSet;
use std::sync::Arc;

use tokio::sync::{Mutex, MutexGuard};
use words::search::{Match, Near, Term, Vocabulary, Wanted};

use super::{Ask, Only, Shelf, find};
use crate::db::{Conn, Engine};
use crate::fault::Result;
use crate::tx::Tx;
use crate::vals;

/// Words that are read from the table at once.
const STEP: i64 = 50_000;

/// The vocabulary of this node, read when first somebody mistypes, and what is new from then on.
#[derive(Clone, Default)]
pub struct Words(Arc<Mutex<Known>>);

#[derive(Default)]
struct Known {
    words: Vocabulary,
    last: i64,
}

impl Words {
    /// The known words nearest to one that was typed.
    ///
    /// # Errors
    /// When the table cannot be read.
    pub async fn near(&self, conn: &mut Conn, word: &str, most: usize) -> Result<Vec<Near>> {
        Ok(self.known(conn).await?.words.near(word, most))
    }

    /// The known words that this one is a part of, and the two known ones that it is made of.
    ///
    /// # Errors
    /// When the table cannot be read.
    pub async fn joined(&self, conn: &mut Conn, word: &str, most: usize) -> Result<(Vec<String>, Option<[String; 2]>)> {
        let known = self.known(conn).await?;
        Ok((known.words.wholes(word, most), known.words.parts(word).map(|(first, last)| [first, last])))
    }

    /// What is known, with what is new.
    async fn known(&self, conn: &mut Conn) -> Result<MutexGuard<'_, Known>> {
        let mut known = self.0.lock().await;
        let last = conn.number("SELECT MAX(id) AS n FROM search_word", vals![]).await?;
        if last < known.last {
            *known = Known::default(); // The index was made anew.
        }
        while known.last < last {
            let sql = "SELECT id, word FROM search_word WHERE id > $1 ORDER BY id LIMIT $2";
            let rows = conn.all(sql, vals![known.last, STEP]).await?;
            for row in &rows {
                known.words.add(&row.text("word")?);
                known.last = row.int("id")?;
            }
            if rows.is_empty() {
                break;
            }
        }
        Ok(known)
    }
}

/// Forgets those words that no text has any more.
pub(super) async fn unlearn(tx: &mut Tx, words: &BTreeSet<String>) -> Result<()> {
    for word in words {
        let way = Match::Word(word.clone());
        let wanted = Wanted { all: vec![Term { any: vec![way], word: None }], none: Vec::new() };
        let mut said = false;
        for shelf in [Shelf::Messages, Shelf::People, Shelf::Organisations, Shelf::Articles, Shelf::Topics] {
            let only = Only::default();
            let ask = Ask { wanted: &wanted, shelf, since: None, until: None, after: None, only: &only, most: 1 };
            said |= !find(tx, &ask).await?.is_empty();
        }
        if !said {
            tx.run("DELETE FROM search_word WHERE word = $1", vals![word.as_str()]).await?;
        }
    }
    Ok(())
}

/// Keeps words that are new. They come sorted: writers who keep the same words wait for each other in one order.
pub(super) async fn learn(tx: &mut Tx, words: &[&str]) -> Result<()> {
    if words.is_empty() {
        return Ok(());
    }
    let rows = match tx.engine() {
        Engine::Sqlite => "SELECT value FROM json_each($1) WHERE TRUE",
        Engine::Postgres => "SELECT value FROM json_array_elements_text(CAST($1 AS json)) AS value",
    };
    let sql = format!("INSERT INTO search_word (word) {rows} ON CONFLICT (word) DO NOTHING");
    tx.run(&sql, vals![serde_json::to_string(words)?]).await?;
    Ok(())
}
