//! Live updates: reads the event log from now on and tells every open browser what changed, by name.
//!
//! Every node reads for its own browsers from memory: a hint that is missed costs nothing but a look,
//! since pages read the truth again whenever they reconnect.

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use base::{Action, Actor, allowed};
use futures_util::Stream;
use futures_util::stream;
use people::staff::Who;
use platform::live::Hint;
use platform::log::{self, Place};
use platform::{Platform, Result};
use tokio::sync::{broadcast, watch};

/// How long the reader sleeps when no bell rings: the net below lost bells.
const NAP: Duration = Duration::from_millis(700);
/// Facts that come together are told together: how long it is waited for more of them.
const GATHER: Duration = Duration::from_millis(30);
/// Facts read at once.
const MOST: i64 = 500;

/// Reads the log until `stop` becomes true and passes on what changed.
///
/// # Errors
/// When the log cannot be read at the start; later failures are waited out.
pub async fn run(p: Platform, mut stop: watch::Receiver<bool>) -> Result<()> {
    let mut ear = p.wake.ear();
    let mut place = log::end(&mut p.db.read().await?).await?;
    while !*stop.borrow() {
        ear.mark_unchanged();
        match tell_since(&p, place).await {
            Ok((further, more)) => {
                place = further;
                if more {
                    continue;
                }
            }
            Err(fault) => tracing::warn!(error = %fault.chain(), "live updates cannot read the log; trying again"),
        }
        tokio::select! {
            _ = ear.changed() => tokio::time::sleep(GATHER).await,
            _ = stop.changed() => {}
            () = tokio::time::sleep(NAP) => {}
        }
    }
    Ok(())
}

/// Tells what lies behind a place; answers how far it came, and whether there may be more.
async fn tell_since(p: &Platform, place: Place) -> Result<(Place, bool)> {
    let facts = log::after(&mut p.db.read().await?, place, MOST).await?;
    let mut hints: Vec<String> = Vec::new();
    for fact in &facts {
        let name = fact.subject.replacen(':', "-", 1);
        if !hints.contains(&name) {
            hints.push(name);
        }
        let list = list_of(&fact.subject);
        if let Some(list) = list
            && !hints.iter().any(|hint| hint == list)
        {
            hints.push(list.to_owned());
        }
    }
    for hint in &hints {
        p.live.tell(hint);
    }
    let more = facts.len() >= usize::try_from(MOST).unwrap_or(usize::MAX);
    Ok((facts.last().map_or(place, |fact| fact.place), more))
}

/// The list that shows a subject, if one does.
fn list_of(subject: &str) -> Option<&'static str> {
    match subject.split_once(':')?.0 {
        "conversation" | "tag" | "view" => Some("inbox"),
        "person" => Some("customers"),
        "organisation" => Some("organisations"),
        "staff" => Some("colleagues"),
        _ => None,
    }
}

/// Whether an actor may hear of a hint at all. What they then fetch is judged again.
fn may_hear(actor: &Actor, hint: &str) -> bool {
    if let Some(staff) = hint.strip_prefix("notices-") {
        return actor.staff_id() == Some(staff);
    }
    let action = match hint.split('-').next() {
        Some("conversation" | "inbox" | "tag" | "view" | "presence" | "writing" | "drafts") => {
            Action::ReadConversations
        }
        Some("person" | "customers" | "organisation" | "organisations") => Action::ReadPeople,
        Some("staff" | "colleagues") => Action::ReadStaff,
        Some("moving" | "takeout") => Action::MoveBusiness,
        Some("import") => Action::ManagePrivacy,
        _ => return true,
    };
    allowed(actor, action).is_ok()
}

/// How often an open stream asks whether its owner may still be there.
const LOOK: Duration = Duration::from_secs(3);

/// The stream that a browser's live worker holds open: names only. It ends within seconds when the
/// session or the account does.
pub async fn stream(who: Who, State(p): State<Platform>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let listener = p.live.listen();
    let hints = stream::unfold((listener, who, p), |(mut listener, who, p)| async move {
        let event = next_event(&mut listener, &who, &p).await?;
        Some((Ok(event.retry(Duration::from_secs(1))), (listener, who, p)))
    });
    Sse::new(hints).keep_alive(KeepAlive::new().interval(Duration::from_secs(15)).text("still here"))
}

/// The next hint for this listener; `None` ends the stream.
async fn next_event(listener: &mut broadcast::Receiver<Hint>, who: &Who, p: &Platform) -> Option<Event> {
    let actor = who.actor();
    loop {
        match tokio::time::timeout(LOOK, listener.recv()).await {
            // A database that does not answer shuts nobody out.
            Err(_) => {
                if !who.still_in(p).await.unwrap_or(true) {
                    return None;
                }
            }
            Ok(Ok(hint)) if &*hint == STOP => return None,
            Ok(Ok(hint)) if may_hear(&actor, &hint) => return Some(Event::default().data(&*hint)),
            Ok(Ok(_)) => {}
            // Too slow to have heard everything: look at everything.
            Ok(Err(broadcast::error::RecvError::Lagged(_))) => return Some(Event::default().data("resync")),
            Ok(Err(broadcast::error::RecvError::Closed)) => return None,
        }
    }
}

/// Told to the streams when the server stops, so that none keeps it waiting.
pub const STOP: &str = "\u{0}stop";

#[cfg(test)]
mod tests {
    use base::Role;

    use super::*;

    #[test]
    fn lists_hear_of_what_they_show() {
        assert_eq!(list_of("conversation:cnv_1"), Some("inbox"));
        assert_eq!(list_of("tag:tag_1"), Some("inbox"));
        assert_eq!(list_of("view:viw_1"), Some("inbox"));
        assert_eq!(list_of("person:per_1"), Some("customers"));
        assert_eq!(list_of("weather:1"), None);
        assert_eq!(list_of("nonsense"), None);
    }

    #[test]
    fn hints_go_only_to_those_who_may_look() {
        let agent = Actor::staff("stf_1", Role::Agent);
        assert!(may_hear(&agent, "conversation-cnv_1"));
        assert!(may_hear(&agent, "inbox") && may_hear(&agent, "presence-cnv_1"));
        assert!(may_hear(&agent, "notices-stf_1") && !may_hear(&agent, "notices-stf_2"));
        let customer = Actor::Customer { id: "per_1".into() };
        assert!(!may_hear(&customer, "notices-stf_1"));
        assert!(!may_hear(&customer, "customers"));
        assert!(!may_hear(&customer, "staff-stf_1"));
        // A customer hears of their own conversations only by their own pages, which do not listen here.
        assert!(may_hear(&customer, "writing-cnv_1") == may_hear(&customer, "conversation-cnv_1"));
    }
}
