//! Lapses: replies that came later than promised, or never. Which, by how much, why as far as is known, and what a
//! colleague wrote beside each, so that one finds what to mend.
//!
//! What was missed is read from reports, and so can be made again from the log; only what was written beside it is
//! kept here.

pub mod api;
pub mod events;
pub mod http;
mod rules;
mod store;

use base::{Action, Actor, Instant, allowed};
use conversations::commands::{Answer, CommandError};
use conversations::{ConversationId, queries as desk};
use jiff::SignedDuration;
use jiff::tz::TimeZone;
use people::privacy::{About, Field, Gone, Holder, Kind, Later, list, text};
use platform::web::form::one_line;
use platform::{Conn, Platform, Result, Tx};

use crate::reports::Measure;
use crate::reports::queries::{self, After, Asked, Failure, Line, Sight, Which};
use events::LapseEvent;
pub use rules::{Cause, Standing};
pub use store::MIGRATIONS;

/// Longest reason that is kept, in characters.
pub const REASON_MAX: usize = 500;

/// What a colleague wrote beside a lapse.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// In their words.
    pub text: String,
    /// Who, by staff id.
    pub staff: String,
    /// When.
    pub at: Instant,
}

/// A reply that came late, or did not.
#[derive(Clone, Debug)]
pub struct Lapse {
    /// The conversation, when the reply was due, and whose it was then.
    pub line: Line,
    /// Whether it was the first reply.
    pub first: bool,
    /// How it stands by now.
    pub standing: Standing,
    /// Why, as far as is known.
    pub causes: Vec<Cause>,
    /// What somebody wrote beside it.
    pub reason: Option<Reason>,
}

/// How many of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// Replies that came late or never.
    pub late: i64,
    /// Of these, those that did not come so far.
    pub never: i64,
    /// Replies that were given, and those that were missed and not given.
    pub of: i64,
}

/// How many lapses there were in a period, of how many replies.
///
/// # Errors
/// When it is not for this reader, or the tables cannot be read; so for all below.
pub async fn share(
    conn: &mut Conn,
    sight: &Sight,
    asked: &Asked,
    (zone, now): (&TimeZone, Instant),
) -> Result<Share, Failure> {
    let sheet = queries::figures(conn, sight, asked, (zone, now)).await?.sheet;
    let never = queries::unmet(conn, sight, asked, zone).await?;
    let late = sheet.lapses();
    let of = (sheet.first.real.n() + sheet.next.real.n() + never).max(late);
    Ok(Share { late, never, of })
}

/// As often more is read at once where nothing of what was read is there any more.
const STRETCHES: usize = 20;

/// Reads once: what is to be seen of it, and how far was read, unless that was all.
async fn stretch(
    conn: &mut Conn,
    sight: &Sight,
    asked: &Asked,
    (zone, now): (&TimeZone, Instant),
    (after, most): (Option<&After>, i64),
) -> Result<(Vec<(bool, Line)>, Option<After>), Failure> {
    let place = |at: Instant, id: &str| (at, id.to_owned(), 0);
    let (mut found, mut read): (Vec<(bool, Line)>, Option<After>) = (Vec::new(), None);
    for (first, measure) in [(true, Measure::LapseFirst), (false, Measure::LapseNext)] {
        let which = (Which::Counted(measure), zone, now);
        let (lines, next) = queries::lines(conn, sight, asked, which, after, most).await?;
        // Of both kinds only so much is known as of the one that was read less far. Reports hold for a moment also
        // what was deleted; it is not shown, so the place is that of the last row read and not of the last one shown.
        read = read.max(next.map(|(at, id, _)| place(at, &id)));
        found.extend(lines.into_iter().map(|line| (first, line)));
    }
    let key = |line: &Line| place(line.at, line.row.conversation.id.as_str());
    found.retain(|(_, line)| read.as_ref().is_none_or(|read| key(line) >= *read));
    found.sort_by_key(|(_, line)| std::cmp::Reverse(key(line)));
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    if found.len() > most {
        found.truncate(most);
        read = found.last().map(|(_, line)| key(line));
    }
    Ok((found, read))
}

/// The lapses of a period, the newest first, and where the next stretch begins.
///
/// # Errors
/// See [`share`].
pub async fn lapses(
    conn: &mut Conn,
    sight: &Sight,
    asked: &Asked,
    (zone, now): (&TimeZone, Instant),
    (after, most): (Option<&After>, i64),
) -> Result<(Vec<Lapse>, Option<After>), Failure> {
    let (mut behind, mut found, mut next) = (after.cloned(), Vec::new(), None);
    for _ in 0..STRETCHES {
        (found, next) = stretch(conn, sight, asked, (zone, now), (behind.as_ref(), most)).await?;
        // Where all that was read is deleted, there may be more behind it.
        if !found.is_empty() || next.is_none() {
            break;
        }
        behind.clone_from(&next);
    }
    let ids: Vec<String> = found.iter().map(|(_, line)| line.row.conversation.id.to_string()).collect();
    let mut reasons = store::reasons(conn, &ids).await?;
    let policy = conversations::settings::clock_policy(conn).await?;
    let lapses = found.into_iter().map(|(first, line)| {
        // The first reply is promised in real hours, so it can fall due while nobody is there.
        let hours = SignedDuration::from_hours(policy.first_reply_hours);
        let from = line.at.saturating_sub(hours).unwrap_or(Instant::MIN);
        let open = policy.calendar.as_ref().filter(|_| first).map(|calendar| calendar.elapsed(from, line.at));
        let it = &line.row.conversation;
        Lapse {
            standing: rules::standing(line.real, it.is_unanswered(), now.duration_since(line.at)),
            causes: rules::causes(!line.staff.is_empty(), open),
            reason: reasons.remove(&(it.id.to_string(), line.at)),
            first,
            line,
        }
    });
    Ok((lapses.collect(), next))
}

/// Writes a reason beside a lapse, or takes it away when there are no words in it.
///
/// # Errors
/// When the actor may not, there is no such lapse for them, or the tables cannot be written.
pub async fn explain(p: &Platform, actor: &Actor, id: &ConversationId, at: Instant, words: &str) -> Answer<()> {
    let scope = allowed(actor, Action::NoteConversations)?;
    let mut tx = p.begin().await?;
    desk::find(&mut tx, &scope, id).await?.ok_or(CommandError::NotFound)?;
    if !queries::lapsed(&mut tx, id.as_str(), at).await? {
        return Err(CommandError::NotFound);
    }
    let staff = actor.staff_id().unwrap_or_default().to_owned();
    let words = one_line(words, REASON_MAX);
    store::put(&mut tx, id.as_str(), at, &words, &staff).await?;
    let event = LapseEvent::LapseExplained { conversation: id.clone(), at, explained: !words.is_empty() };
    tx.record(&event, actor, None).await?;
    Ok(tx.commit().await?)
}

/// What was written beside lapses of a customer's conversations.
#[derive(Clone, Copy, Debug, Default)]
pub struct Lapses;

/// All conversations of a customer, also those that are deleted.
async fn of(conn: &mut Conn, of: &About) -> Result<Vec<String>> {
    let mut ids = Vec::new();
    for person in &of.ids {
        ids.extend(store::conversations_of(conn, person.as_str()).await?);
    }
    Ok(ids)
}

impl Holder for Lapses {
    fn held<'a>(&'a self, conn: &'a mut Conn, about: &'a About) -> Later<'a, Vec<Field>> {
        Box::pin(async move {
            let ids = of(conn, about).await?;
            let mut reasons = Vec::new();
            for some in ids.chunks(400) {
                let kept = store::reasons(conn, some).await?;
                reasons.extend(kept.into_values().filter_map(|one| text("reason", "lapses-reason", &one.text)));
            }
            let values = reasons.into_iter().map(|field| field.value).collect();
            Ok(list("lapses", "lapses-title", values).into_iter().collect())
        })
    }

    fn erase<'a>(&'a self, tx: &'a mut Tx, about: &'a About, gone: &'a mut Gone) -> Later<'a, ()> {
        Box::pin(async move {
            let mut ids = of(tx, about).await?;
            // And those that go for good by themselves.
            ids.extend(gone.ids.iter().filter(|id| id.starts_with("cnv_")).cloned());
            for id in ids {
                let n = store::forget(tx, &id).await?;
                gone.count(Kind::Notes, i64::try_from(n).unwrap_or(i64::MAX));
            }
            Ok(())
        })
    }
}
