//! What became of every record of a file, as a table, in the reader's language.

use base::Actor;
use conversations::OldRemark;
use people::exchange::row;
use platform::Platform;
use platform::i18n::Say;

use super::super::{Answer, Moving, lines};

/// Records that are read at once.
const AT_ONCE: i64 = 2000;

/// What was not taken in, in words.
pub(super) fn remarks(say: &Say, all: &[OldRemark]) -> Vec<String> {
    let word = |one: &OldRemark| {
        let text = say.text(one.why.message());
        if one.place.is_empty() { text } else { format!("{}: {text}", one.place) }
    };
    all.iter().map(word).collect()
}

/// The whole report.
///
/// # Errors
/// When the actor may not, or the table cannot be read.
pub async fn csv(p: &Platform, actor: &Actor, say: &Say, it: &Moving) -> Answer<String> {
    let head = ["moving-record", "imports-becomes", "moving-old", "moving-new", "imports-remarks"];
    let mut text = format!("\u{feff}{}", row(head.map(|id| say.text(id))));
    let (mut conn, mut after) = (p.db.read().await?, 0);
    loop {
        let found = lines(&mut conn, actor, &it.id, (None, after), AT_ONCE).await?;
        let Some(last) = found.last() else { return Ok(text) };
        after = last.number;
        for line in &found {
            let number = line.conversation.as_ref().map(|(_, number)| number.to_string()).unwrap_or_default();
            let why = remarks(say, &line.remarks).join("; ");
            let becomes = say.text(line.outcome.message());
            text.push_str(&row([line.number.to_string(), becomes, line.old.clone(), number, why]));
        }
    }
}
