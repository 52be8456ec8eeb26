//! A colleague answers the mail of a notice: what they write becomes a note. By the address that was signed for them in
//! that conversation, from their own address, and only if that is proved; whatever else comes to such an address is
//! taken in like any stranger's mail, and says so.

use base::{Action, Instant, Language, Scope};
use people::staff::Staff;
use platform::{Platform, Result, Tx};
use words::reply;

use super::inbound::Inbound;
use super::receiving::files;
use super::{CommandError, answering, load_to};
use crate::ids::{ConversationId, MessageId};
use crate::rules::placing::Step;
use crate::rules::states::TEXT_MAX;
use crate::{naming, store};

/// The line above a notice's mail: what stands above it is the answer.
pub const REPLY_LINE: &str = "notice-mail-above";

/// What became of a mail to the address of a notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ByMail {
    /// It is none, or has no power: it is taken in as any mail is.
    Other,
    /// A machine of theirs answered what is told of this conversation; there is nothing to keep.
    Machine(ConversationId),
    /// It is a note now.
    Noted(ConversationId, MessageId),
}

/// How a mail stands to the notice whose address it was sent to.
enum Standing {
    /// It was sent to none.
    None,
    /// It has no power, for this reason.
    Refused(Step),
    /// It is an answer of the colleague whom the notice was for, in this conversation.
    Theirs(Box<Staff>, ConversationId),
}

/// The day of machine time, counted from 1970.
fn day(at: Instant) -> i64 {
    at.as_second().div_euclid(86_400)
}

async fn standing(p: &Platform, tx: &mut Tx, inbound: &Inbound) -> Result<Standing> {
    let claimed = inbound.reply_tags.iter().find_map(|tag| Some((tag, naming::read_note_tag(tag)?)));
    let Some((tag, (number, until))) = claimed else { return Ok(Standing::None) };
    let staff = people::staff::by_email(tx, &inbound.from.address).await?;
    let theirs = |staff: &Staff| staff.disabled_at.is_none() && naming::is_note_tag(p, tag, number, &staff.id, until);
    let Some(staff) = staff.filter(theirs) else { return Ok(Standing::Refused(Step::new("notice_not_theirs"))) };
    if !inbound.is_proved() {
        return Ok(Standing::Refused(Step::new("notice_unproved")));
    }
    if day(tx.machine_now()) > until {
        return Ok(Standing::Refused(Step::new("notice_over")));
    }
    let found = store::find_by_number(tx, &Scope::All, number).await?;
    Ok(found
        .map_or(Standing::Refused(Step::new("notice_not_theirs")), |found| Standing::Theirs(Box::new(staff), found.id)))
}

/// Makes a note of a mail that a colleague answers a notice with. The caller's transaction holds the proof that this
/// mail was not taken in before.
///
/// # Errors
/// When the database cannot be used.
pub async fn note_by_mail(p: &Platform, tx: &mut Tx, inbound: &Inbound) -> Result<ByMail> {
    let Standing::Theirs(staff, id) = standing(p, tx, inbound).await? else { return Ok(ByMail::Other) };
    let id = store::where_merged(tx, &id).await?;
    let body = written(p, &inbound.text);
    if inbound.automatic.is_some() || (body.is_empty() && inbound.files.is_empty()) {
        return Ok(ByMail::Machine(id));
    }
    let actor = staff.actor();
    let before = match load_to(tx, &actor, Action::NoteConversations, &id).await {
        Ok(before) => before,
        Err(CommandError::Fault(fault)) => return Err(fault),
        Err(_) => return Ok(ByMail::Other),
    };
    let trace = [Step::new("noted_by_mail").with("address", &inbound.from.address)];
    let rows = files(p, tx, inbound);
    // Its bytes are kept with it, so that what is taken out of the note goes out of the mail, too.
    let came = (Vec::new(), Some(inbound.raw.clone()));
    match answering::noted(p, tx, &actor, &before, (&staff.id, body), came, &trace).await {
        Ok((message, _)) => {
            // They lie in that mail, and have no limit of their own.
            store::add_attachments(tx, &message.id, &rows).await?;
            Ok(ByMail::Noted(id, message.id))
        }
        Err(CommandError::Fault(fault)) => Err(fault),
        Err(other) => Err(platform::Fault::because("a note by mail was refused", other)),
    }
}

/// What they newly wrote: without our mail, which their program may quote below, and without their signature.
fn written(p: &Platform, text: &str) -> String {
    let lines = Language::ALL.map(|language| p.i18n.to(language).text(REPLY_LINE));
    let text = text.replace('\0', "").replace("\r\n", "\n");
    let own = above(&reply::split(&text).visible(), &lines);
    own.chars().take(TEXT_MAX).collect::<String>().trim().to_owned()
}

/// What stands above one of these lines, of which the beginning is enough; all of it where none of them stands.
fn above(text: &str, lines: &[String]) -> String {
    let begins = |line: &str| {
        let line = line.trim_start_matches(['>', ' ', '\t']);
        lines
            .iter()
            .filter_map(|known| known.split(':').next())
            .any(|known| !known.is_empty() && line.starts_with(known))
    };
    let all: Vec<&str> = text.lines().collect();
    let Some(cut) = all.iter().position(|line| begins(line)) else { return text.to_owned() };
    let mut own = all[..cut].to_vec();
    // Who said so and when stands right above what is quoted.
    while own.last().is_some_and(|line| line.trim().is_empty() || line.trim_end().ends_with(':')) {
        own.pop();
    }
    // Who answers between or below quoted lines is heard, too.
    let quoted = |line: &str| line.trim_start().starts_with('>');
    if quoted(all[cut]) {
        own.extend(all[cut..].iter().copied().filter(|line| !quoted(line)));
    }
    own.join("\n").trim().to_owned()
}

/// Why a mail to the address of a notice makes no note, for whoever asks why it is where it is.
pub(super) async fn refused(p: &Platform, tx: &mut Tx, inbound: &Inbound) -> Result<Option<Step>> {
    Ok(match standing(p, tx, inbound).await? {
        Standing::None => None,
        Standing::Refused(step) => Some(step.with("address", &inbound.from.address)),
        Standing::Theirs(..) => Some(Step::new("notice_not_theirs").with("address", &inbound.from.address)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_stands_above_our_line_is_the_answer() {
        let lines = ["Write above this line: it becomes a note.".to_owned(), "Skriv over denne linjen: …".to_owned()];
        for (text, own) in [
            ("Yes, send it.", "Yes, send it."),
            ("Yes.\n\nOn Monday Tillit wrote:\n> Write above this line: it\n> becomes a note.\n> x", "Yes."),
            ("Ja\nto linjer\n  Skriv over denne linjen: a", "Ja\nto linjer"),
            ("> Write above this line: it becomes a note.\n> x", ""),
            (
                "Mon wrote:\n> Write above this line: it\n> Jonas named you.\n\nYes.\n\n> When?\n\nMonday.",
                "Yes.\n\n\nMonday.",
            ),
            ("Hi\n\n> Write above this line: it\n\nYes", "Hi\n\nYes"),
            ("I write above this line: no", "I write above this line: no"),
        ] {
            assert_eq!(above(text, &lines), own, "{text:?}");
        }
    }
}
