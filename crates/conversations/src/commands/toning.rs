//! What jars in a reply and is sent all the same: counted for the desk, with nobody's name and none of its words. Until a
//! sender has the mail it is kept beside it what it was counted as; taken back before that, it counts no more.

use base::Scope;
use platform::{Fault, Tx};

use super::{language_of, zone_of};
use crate::ids::MessageId;
use crate::model::{Conversation, Message};
use crate::rules::toning as rule;
use crate::settings;
use crate::store::{self, Before, Overridden};

/// Counts what its writer was shown (`shown`, by the names of issues) and did not mend; answers what that came to.
pub(super) async fn sent_anyway(
    tx: &mut Tx,
    conversation: &Conversation,
    message: &Message,
    shown: &[String],
) -> Result<Option<Overridden>, Fault> {
    if shown.is_empty() {
        return Ok(None);
    }
    let tone = settings::tone(tx).await?;
    if !tone.on {
        return Ok(None);
    }
    let language = language_of(&message.body, conversation.language);
    let asked = people::file::preferences(tx, &Scope::All, &conversation.person).await?;
    let still = rule::overridden(&message.body, language, &tone.house_for(asked.manner), shown);
    if still.is_empty() {
        return Ok(None);
    }
    let zone = zone_of(&settings::business(tx).await?);
    let day = tx.now().to_zoned(zone).date().to_string();
    Ok(Some(store::count_overrides(tx, &day, &still, language).await?))
}

/// It was taken back before it went: nobody read what jars in it.
pub(super) async fn taken_back(tx: &mut Tx, stood: &Before) -> Result<(), Fault> {
    match &stood.jars {
        Some(counted) => store::uncount_overrides(tx, counted).await,
        None => Ok(()),
    }
}

/// A sender has it. What it was counted as stands beside it no more: nobody is scored by it.
pub(super) async fn gone(tx: &mut Tx, id: &MessageId, mut stood: Before) -> Result<(), Fault> {
    if stood.jars.take().is_none() {
        return Ok(());
    }
    store::set_before(tx, id, &stood).await
}
