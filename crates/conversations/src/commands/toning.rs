//! What jars in a reply and is sent all the same: counted for the desk, with nobody's name and none of its words.

use base::Scope;
use platform::{Fault, Tx};

use super::{language_of, zone_of};
use crate::model::{Conversation, Message};
use crate::rules::toning as rule;
use crate::{settings, store};

/// Counts what its writer was shown (`shown`, by the names of issues) and did not mend.
pub(super) async fn sent_anyway(
    tx: &mut Tx,
    conversation: &Conversation,
    message: &Message,
    shown: &[String],
) -> Result<(), Fault> {
    if shown.is_empty() {
        return Ok(());
    }
    let tone = settings::tone(tx).await?;
    if !tone.on {
        return Ok(());
    }
    let language = language_of(&message.body, conversation.language);
    let asked = people::file::preferences(tx, &Scope::All, &conversation.person).await?;
    let still = rule::overridden(&message.body, language, &tone.house_for(asked.manner), shown);
    let zone = zone_of(&settings::business(tx).await?);
    let day = tx.now().to_zoned(zone).date().to_string();
    for issue in still {
        store::count_override(tx, &day, issue, language).await?;
    }
    Ok(())
}
