//! What the life needs of a desk, and how an act is performed on it. The one who implements
//! [`Desk`] uses mail bytes and the product's public commands, nothing else.

use base::Instant;

use super::cast::HELP;
use super::deed::Deed;
use super::files::File;
use super::ledger::OurMail;
use super::letter::Link;
use super::life::Life;
use super::{Act, After, PlotId, Timed};

/// A mail on its way in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    /// The sender of the envelope; `None` for machines.
    pub envelope_from: Option<String>,
    /// For whom: our address, with the mark of a thread when it answers.
    pub to: String,
    /// Its Message-ID, without angle brackets.
    pub message_id: String,
    /// The mail.
    pub bytes: Vec<u8>,
}

/// A desk that can be worked at. Colleagues are named by their key; plots by their number, and the
/// desk knows which conversation each became when its first mail came in.
pub trait Desk {
    /// What can go wrong.
    type Fault;
    /// Sets business time.
    async fn move_to(&mut self, at: Instant) -> Result<(), Self::Fault>;
    /// Delivers a mail.
    async fn mail(&mut self, plot: PlotId, mail: Incoming) -> Result<(), Self::Fault>;
    /// Answers the customer.
    async fn reply(
        &mut self,
        plot: PlotId,
        who: &'static str,
        text: &str,
        files: &[File],
        then: After,
    ) -> Result<(), Self::Fault>;
    /// Writes an answer that goes at `due`.
    async fn later(&mut self, plot: PlotId, who: &'static str, text: &str, due: Instant) -> Result<(), Self::Fault>;
    /// Leaves an answer unfinished.
    async fn draft(&mut self, plot: PlotId, who: &'static str, text: &str) -> Result<(), Self::Fault>;
    /// Passes the customer's newest mail on.
    async fn forward(&mut self, plot: PlotId, who: &'static str, to: &str, text: &str) -> Result<(), Self::Fault>;
    /// Leaves an internal note.
    async fn note(&mut self, plot: PlotId, who: &'static str, text: &str) -> Result<(), Self::Fault>;
    /// Gives the conversation to `to`.
    async fn assign(&mut self, plot: PlotId, who: &'static str, to: &'static str) -> Result<(), Self::Fault>;
    /// Puts words on it.
    async fn tag(&mut self, plot: PlotId, who: &'static str, words: &str) -> Result<(), Self::Fault>;
    /// Puts it away until then, or until somebody writes.
    async fn snooze(&mut self, plot: PlotId, who: &'static str, until: Option<Instant>) -> Result<(), Self::Fault>;
    /// Does something else with it.
    async fn deed(&mut self, plot: PlotId, who: &'static str, deed: &Deed) -> Result<(), Self::Fault>;
    /// Sets it to wait for somebody else.
    async fn wait(&mut self, plot: PlotId, who: &'static str) -> Result<(), Self::Fault>;
    /// Closes it without a reply.
    async fn close(&mut self, plot: PlotId, who: &'static str, reason: &str) -> Result<(), Self::Fault>;
    /// Opens it again.
    async fn reopen(&mut self, plot: PlotId, who: &'static str) -> Result<(), Self::Fault>;
    /// Our mails that left since the last call, also those whose time for undoing has just passed.
    async fn outgoing(&mut self) -> Result<Vec<OurMail>, Self::Fault>;
    /// Whether the newcomer has taken this matter into their own hands.
    async fn taken(&mut self, plot: PlotId) -> Result<bool, Self::Fault>;
}

/// Performs all acts due until then, in order; answers how many there were.
///
/// # Errors
/// The desk's first fault.
pub async fn play<D: Desk>(desk: &mut D, life: &mut Life, until: Instant) -> Result<u64, D::Fault> {
    let mut count = 0;
    while let Some(timed) = life.next(until) {
        perform(desk, life, timed).await?;
        count += 1;
    }
    desk.move_to(until).await?;
    see(desk, life, until).await?;
    Ok(count)
}

/// Performs one act. A customer's answer waits until they have seen what they answer.
///
/// # Errors
/// The desk's fault.
pub async fn perform<D: Desk>(desk: &mut D, life: &mut Life, timed: Timed) -> Result<(), D::Fault> {
    let Timed { at, plot, act } = timed;
    desk.move_to(at).await?;
    if act.who().is_some() && desk.taken(plot).await? {
        life.leave(plot);
        return Ok(());
    }
    match act {
        Act::MailIn(letter) => {
            if matches!(letter.link, Link::Ours(_)) && life.answered(&letter).is_none() {
                see(desk, life, at).await?;
                if life.answered(&letter).is_none() {
                    life.put_off(Timed { at, plot, act: Act::MailIn(letter) });
                    return Ok(());
                }
            }
            let incoming = Incoming {
                envelope_from: letter.envelope_from().map(str::to_owned),
                to: life.answered(&letter).map_or_else(|| HELP.to_owned(), |ours| ours.reply_to.clone()),
                message_id: letter.message_id.clone(),
                bytes: life.bytes(&letter),
            };
            desk.mail(plot, incoming).await
        }
        Act::Reply { who, text, files, then } => desk.reply(plot, who, &text, &files, then).await,
        Act::Later { who, text, due } => desk.later(plot, who, &text, due).await,
        Act::Draft { who, text } => desk.draft(plot, who, &text).await,
        Act::Forward { who, to, text } => desk.forward(plot, who, &to, &text).await,
        Act::Note { who, text } => desk.note(plot, who, &text).await,
        Act::Assign { who, to } => desk.assign(plot, who, to).await,
        Act::Tag { who, words } => desk.tag(plot, who, &words).await,
        Act::Snooze { who, until } => desk.snooze(plot, who, until).await,
        Act::Do { who, deed } => desk.deed(plot, who, &deed).await,
        Act::Wait { who } => desk.wait(plot, who).await,
        Act::Close { who, reason } => desk.close(plot, who, &reason).await,
        Act::Reopen { who } => desk.reopen(plot, who).await,
    }
}

/// Reads what has left, and lets the customers know it.
///
/// # Errors
/// The desk's fault.
pub async fn see<D: Desk>(desk: &mut D, life: &mut Life, now: Instant) -> Result<(), D::Fault> {
    for mail in desk.outgoing().await? {
        life.saw(mail, now);
    }
    Ok(())
}
