//! Answers by mail: a question that came by mail, and that public articles surely answer, is answered with their
//! passages. Whether that may go is decided where conversations are; what is said, here. Nothing of the question is in
//! it, and of the articles what everybody may read.

use base::Scope;
use conversations::commands::{self, CommandError, FromArticles};
use conversations::{ConversationId, MessageKind, ShownArticle, queries};
use jiff::tz::TimeZone;
use platform::i18n::Say;
use platform::jobs::{Failure, Job};
use platform::{Fault, Platform, Result, args, jobs};
use portal::offers::Offer;

use super::offering::surely;
use super::settings::automatic;
use crate::articles::Reader;

/// Job: answers what a conversation began with out of articles, when they surely do; else nothing is sent.
///
/// # Errors
/// When the tables cannot be used, or the job is none of ours.
pub async fn answer(p: Platform, job: Job) -> Result<(), Failure> {
    let id: ConversationId = job.payload.parse().map_err(|_| Failure::Never(Fault::new("no id of a conversation")))?;
    let found = found(&p, &id).await?;
    let mut tx = p.begin().await?;
    if let Some(found) = found {
        match commands::answer_from_articles(&p, &mut tx, &id, found).await {
            Ok(Some(_)) => {}
            Ok(None) => {
                // What was counted for a mail that does not go is not kept.
                drop(tx);
                tx = p.begin().await?;
            }
            Err(CommandError::Fault(fault)) => return Err(fault.into()),
            Err(other) => return Err(Failure::Never(Fault::because("articles were not sent", other))),
        }
    }
    jobs::finish(&mut tx, &job).await?;
    Ok(tx.commit().await?)
}

/// What articles say to it; nothing when they are not sure, or nothing was measured.
async fn found(p: &Platform, id: &ConversationId) -> Result<Option<FromArticles>> {
    let mut conn = p.db.read().await?;
    let set = automatic(&mut conn).await?;
    let thread = queries::glance(&mut conn, &Scope::All, id).await?;
    let (Some(thread), Some(_)) = (thread, set.measured) else { return Ok(None) };
    let asked = thread.messages.iter().find(|one| one.kind == MessageKind::Inbound);
    let Some(asked) = asked else { return Ok(None) };
    let business = conversations::settings::business(&mut conn).await?;
    let language = thread.conversation.language.unwrap_or(business.language);
    let text = format!("{} {}", thread.conversation.subject, asked.body);
    let offers = surely(p, &mut conn, Reader::Stranger, language, (&text, set.threshold)).await?;
    if offers.is_empty() {
        return Ok(None);
    }
    let zone = TimeZone::get(&business.zone).unwrap_or(TimeZone::UTC);
    let body = body(&p.i18n.to(language), &p.site.url, &zone, &offers);
    let shown = offers.into_iter().map(|one| ShownArticle { text: one.id, title: one.title, version: one.version });
    Ok(Some(FromArticles { language, body, shown: shown.collect() }))
}

/// The whole mail: that a machine wrote it, the passages with where they are from, and the way to a person.
fn body(say: &Say, site: &str, zone: &TimeZone, offers: &[Offer]) -> String {
    let mut parts = vec![say.text("automatic-mail-begin")];
    for one in offers {
        let words: String = one.pieces.iter().map(|(words, _)| words.as_str()).collect();
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let of = say.with("automatic-mail-version", args![n = one.version, date = say.date(one.at, zone)]);
        parts.push(format!("{}\n{words}\n{of}\n{site}{}", one.title, one.href));
    }
    parts.push(say.text("automatic-mail-end"));
    parts.join("\n\n")
}
