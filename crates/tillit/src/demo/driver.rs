//! Performs the life on the product itself: mail bytes through the inbound journal or the LMTP door,
//! everything else by the public commands of `conversations`, outgoing mail read at the sink. It has
//! no SQL and no way in that others do not have.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use base::{Actor, Instant, Language, Scope};
use channels::journal::{self, Arrival, Journal, Source};
use channels::relay::{self, Protection, RelaySettings};
use channels::trust;
use conversations::commands::{
    self, Answer, CLOCK_LANE, CommandError, NewFile, NewForward, NewReply, PURGE_LANE, SEND_LANE,
};
use conversations::rules::states::AfterReply;
use conversations::settings::{self, Business};
use conversations::{ConversationId, DraftText, Mailbox, MessageKind, Recipients, Snooze, State};
use people::Failure;
use people::staff::{self, NewStaff, Staff};
use platform::jobs::{self, Workers};
use platform::system_clock::DemoClock;
use platform::{Context, Fault, Platform, Result};

use super::cast::{BUSINESS, COLLEAGUES, HELP, MAIL_SERVER};
use super::deed::{self, Deed};
use super::desk::{Desk, Incoming};
use super::files::File;
use super::ledger::OurMail;
use super::sink::{self, Sent};
use super::{After, PlotId, lmtp};

/// How acts reach the product.
pub enum Way {
    /// At once, in this task, while nothing else runs: mails straight into the journal, jobs done
    /// where they fall due. For the past.
    AtOnce {
        /// Where mails go.
        journal: Box<Journal>,
        /// What is done in the background otherwise.
        workers: Workers,
    },
    /// As in life: mails by LMTP, jobs by the workers that run anyway.
    Lived {
        /// The LMTP door.
        door: SocketAddr,
    },
}

/// A desk made of the product.
pub struct Driver {
    platform: Platform,
    clock: Arc<DemoClock>,
    staff: BTreeMap<&'static str, Staff>,
    conversations: BTreeMap<PlotId, ConversationId>,
    sent: Sent,
    way: Way,
    /// Whether acts set the clock, and what cannot be done is an error. In a running demo time goes by
    /// itself, and people may have done something else meanwhile.
    strict: bool,
}

/// Makes the business: its name and address, its colleagues, and the sink as its outgoing server.
///
/// # Errors
/// When the data cannot be written.
pub async fn found(p: &Platform, sink: SocketAddr) -> Result<BTreeMap<&'static str, Staff>> {
    let mut tx = p.begin().await?;
    let (name, address) = (BUSINESS.to_owned(), HELP.to_owned());
    let business = Business { name, address, language: Language::Nb, ..Business::default() };
    settings::set_business(&mut tx, &business).await?;
    let relay = RelaySettings {
        host: sink.ip().to_string(),
        port: sink.port(),
        protection: Protection::None,
        ..RelaySettings::default()
    };
    relay::set(&mut tx, &relay).await?;
    let mut all = BTreeMap::new();
    for one in &COLLEAGUES {
        let new = NewStaff {
            name: one.name.to_owned(),
            email: one.address.to_owned(),
            role: one.role,
            language: one.language,
            zone: "Europe/Oslo".to_owned(),
        };
        let added = staff::add(&mut tx, &Actor::System, new).await.map_err(|failure| match failure {
            Failure::Refused(refusal) => Fault::new(format!("{} cannot be added: {}", one.name, refusal.message())),
            Failure::Fault(fault) => fault,
        })?;
        all.insert(one.key, added);
    }
    tx.commit().await?;
    Ok(all)
}

/// Believes what the business's mail server says about senders: from then on, who writes of something new gets a
/// receipt.
///
/// # Errors
/// When the data cannot be written.
pub async fn believe_mail_server(p: &Platform) -> Result<()> {
    let mut tx = p.begin().await?;
    let mut trust = trust::get(&mut tx).await?;
    trust.servers = vec![MAIL_SERVER.to_owned()];
    trust::set(&mut tx, &trust).await?;
    tx.commit().await
}

/// How long a reply can still be taken back.
///
/// # Errors
/// When the data cannot be written.
pub async fn undo_seconds(p: &Platform, seconds: i64) -> Result<()> {
    let mut tx = p.begin().await?;
    let mut manners = settings::manners(&mut tx).await?;
    manners.undo_seconds = seconds;
    settings::set_manners(&mut tx, &manners).await?;
    tx.commit().await
}

impl Driver {
    /// A driver for a business that [`found`] made.
    #[must_use]
    pub fn new(
        platform: Platform,
        clock: Arc<DemoClock>,
        staff: BTreeMap<&'static str, Staff>,
        sent: Sent,
        way: Way,
    ) -> Self {
        Self { platform, clock, staff, conversations: BTreeMap::new(), sent, way, strict: true }
    }

    /// Goes on by `way`, beside people who work at the same desk.
    #[must_use]
    pub fn among_people(mut self, way: Way) -> Self {
        self.way = way;
        self.strict = false;
        self
    }

    /// The platform.
    #[must_use]
    pub fn platform(&self) -> &Platform {
        &self.platform
    }

    /// The colleagues by their keys.
    #[must_use]
    pub fn staff(&self) -> &BTreeMap<&'static str, Staff> {
        &self.staff
    }

    /// The colleague of that key.
    #[must_use]
    pub fn colleague(&self, key: &str) -> Option<&Staff> {
        self.staff.get(key)
    }

    fn actor(&self, key: &str) -> Result<Actor> {
        self.staff.get(key).map(Staff::actor).context(format!("nobody is called {key}"))
    }

    fn conversation(&self, plot: PlotId) -> Result<ConversationId> {
        self.conversations.get(&plot).cloned().context(format!("{plot:?} has no conversation"))
    }

    /// Does what is due in that lane, or waits until the workers are at rest; among people only for a
    /// moment.
    ///
    /// # Errors
    /// When what is due could not be done, or the workers do not come to rest.
    pub(super) async fn settle(&self, lane: &str) -> Result<()> {
        if let Way::AtOnce { workers, .. } = &self.way {
            workers.run_due(&self.platform, lane).await?;
            return Ok(());
        }
        self.platform.wake.ring();
        let looks = if self.strict { 6000 } else { 100 };
        for _ in 0..looks {
            if !jobs::busy(&self.platform).await? {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        if self.strict { Err(Fault::new("the workers do not come to rest")) } else { Ok(()) }
    }

    /// Moves business time on to `at`, stopping wherever a clock runs out in between.
    ///
    /// # Errors
    /// When what was due could not be done.
    pub async fn go_to(&self, at: Instant) -> Result<()> {
        let mut last = None;
        loop {
            let mut conn = self.platform.db.read().await?;
            let mut due = Vec::new();
            for lane in [CLOCK_LANE, PURGE_LANE] {
                due.extend(jobs::next_due(&mut conn, lane).await?.map(|at| (at, lane)));
            }
            drop(conn);
            let due = due.into_iter().min_by_key(|(at, _)| *at);
            // What is still there after its moment is in other hands.
            let Some((due, lane)) = due.filter(|due| due.0 <= at && last != Some(*due)) else { break };
            self.clock.set(due.max(self.platform.clock.business()));
            self.settle(lane).await?;
            last = Some((due, lane));
        }
        self.clock.set(at.max(self.platform.clock.business()));
        Ok(())
    }

    /// What a command answered; among people, a refusal only means that somebody was faster.
    fn told<T>(&self, answer: Answer<T>) -> Result<Option<T>> {
        match answer {
            Ok(done) => Ok(Some(done)),
            Err(CommandError::Refused(refusal)) if !self.strict => {
                tracing::debug!(%refusal, "the demo let it be");
                Ok(None)
            }
            Err(error) => Err(Fault::from(error)),
        }
    }

    async fn hand_in(&self, mail: Incoming) -> Result<String> {
        match &self.way {
            Way::AtOnce { journal, .. } => {
                let arrival = Arrival {
                    source: Source::Lmtp,
                    envelope_from: mail.envelope_from.unwrap_or_default(),
                    envelope_to: vec![mail.to],
                    peer: "127.0.0.1".to_owned(),
                    mailbox: None,
                };
                Ok(journal.accept(mail.bytes, arrival).await?.id)
            }
            Way::Lived { door } => {
                let words = lmtp::deliver(*door, mail.envelope_from.as_deref(), &mail.to, &mail.bytes).await?;
                let id = words.split_whitespace().find(|word| word.starts_with("inb_"));
                Ok(id.context("the door did not say what it kept")?.to_owned())
            }
        }
    }

    /// The conversation a mail became part of; waits for the workers where they run by themselves.
    async fn placed(&self, id: &str) -> Result<Option<ConversationId>> {
        for _ in 0..500 {
            if let Some((conversation, _)) = journal::made(&mut self.platform.db.read().await?, id).await? {
                return Ok(Some(conversation.parse().context("the journal names no conversation")?));
            }
            if matches!(self.way, Way::AtOnce { .. }) {
                break;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        Ok(None)
    }
}

impl Desk for Driver {
    type Fault = Fault;

    async fn move_to(&mut self, at: Instant) -> Result<()> {
        if self.strict { self.go_to(at).await } else { Ok(()) }
    }

    async fn mail(&mut self, plot: PlotId, mail: Incoming) -> Result<()> {
        let id = self.hand_in(mail).await?;
        self.settle(journal::LANE).await?;
        // A receipt leaves by itself.
        self.settle(SEND_LANE).await?;
        if !self.conversations.contains_key(&plot) {
            let placed = self.placed(&id).await?.context(format!("the first mail of {plot:?} was not understood"))?;
            self.conversations.insert(plot, placed);
        }
        Ok(())
    }

    async fn reply(&mut self, plot: PlotId, who: &'static str, text: &str, files: &[File], then: After) -> Result<()> {
        let (actor, id) = (self.actor(who)?, self.conversation(plot)?);
        let files = files.iter().map(|file| NewFile {
            name: file.name.clone(),
            content_type: file.media_type().to_owned(),
            bytes: file.bytes(),
        });
        let new = NewReply {
            body: text.to_owned(),
            then: match then {
                After::Stay => AfterReply::StayOpen,
                After::Wait | After::WaitOthers => AfterReply::Wait,
                After::Close => AfterReply::Solve,
            },
            files: files.collect(),
            ..NewReply::default()
        };
        let sent = self.told(commands::reply(&self.platform, &actor, &id, new).await)?;
        if sent.is_some() && then == After::WaitOthers {
            self.told(commands::set_state(&self.platform, &actor, &id, State::WaitingOthers, None).await)?;
        }
        self.settle(SEND_LANE).await
    }

    async fn later(&mut self, plot: PlotId, who: &'static str, text: &str, due: Instant) -> Result<()> {
        let (actor, id) = (self.actor(who)?, self.conversation(plot)?);
        let new = NewReply { body: text.to_owned(), later: Some(due), ..NewReply::default() };
        self.told(commands::reply(&self.platform, &actor, &id, new).await).map(drop)
    }

    async fn draft(&mut self, plot: PlotId, who: &'static str, text: &str) -> Result<()> {
        let (actor, id) = (self.actor(who)?, self.conversation(plot)?);
        let draft = DraftText { body: text.to_owned(), ..DraftText::default() };
        self.told(commands::save_draft(&self.platform, &actor, &id, MessageKind::Reply, &draft).await).map(drop)
    }

    async fn forward(&mut self, plot: PlotId, who: &'static str, to: &str, text: &str) -> Result<()> {
        let (actor, id) = (self.actor(who)?, self.conversation(plot)?);
        let mut conn = self.platform.db.read().await?;
        let thread = conversations::queries::thread(&mut conn, &Scope::All, &id).await?;
        drop(conn);
        let mut messages = thread.into_iter().flat_map(|thread| thread.messages).rev();
        let newest = messages.find(|message| message.kind == MessageKind::Inbound);
        let about = newest.context(format!("{plot:?} has no mail to pass on"))?.id;
        let address = Mailbox { name: String::new(), address: to.to_owned() };
        let recipients = Recipients { to: vec![address], ..Recipients::default() };
        let new = NewForward { about, recipients, body: text.to_owned(), files: Vec::new(), keep: Vec::new() };
        self.told(commands::forward(&self.platform, &actor, &id, new).await)?;
        self.settle(SEND_LANE).await
    }

    async fn note(&mut self, plot: PlotId, who: &'static str, text: &str) -> Result<()> {
        let (actor, id) = (self.actor(who)?, self.conversation(plot)?);
        self.told(commands::note(&self.platform, &actor, &id, text).await).map(drop)
    }

    async fn assign(&mut self, plot: PlotId, who: &'static str, to: &'static str) -> Result<()> {
        let (actor, id) = (self.actor(who)?, self.conversation(plot)?);
        let to = self.staff.get(to).map(|staff| &staff.id);
        self.told(commands::assign(&self.platform, &actor, &id, to).await).map(drop)
    }

    async fn tag(&mut self, plot: PlotId, who: &'static str, words: &str) -> Result<()> {
        let (actor, id) = (self.actor(who)?, self.conversation(plot)?);
        self.told(commands::tag(&self.platform, &actor, &id, &[words.to_owned()]).await).map(drop)
    }

    async fn snooze(&mut self, plot: PlotId, who: &'static str, until: Option<Instant>) -> Result<()> {
        let (actor, id) = (self.actor(who)?, self.conversation(plot)?);
        let wish = until.map_or(Snooze::NextReply, Snooze::Until);
        self.told(commands::snooze(&self.platform, &actor, &id, wish).await).map(drop)
    }

    async fn deed(&mut self, plot: PlotId, who: &'static str, deed: &Deed) -> Result<()> {
        let (actor, id) = (self.actor(who)?, self.conversation(plot)?);
        if let Deed::AnswerAside { name, text } = deed {
            let mail = deed::answer_aside(&self.platform, &id, (name, text)).await?;
            self.hand_in(mail).await?;
            return self.settle(journal::LANE).await;
        }
        let done = deed.perform(&self.platform, &actor, &id, |plot| self.conversation(plot)).await?;
        self.told(done)?;
        self.settle(SEND_LANE).await
    }

    async fn wait(&mut self, plot: PlotId, who: &'static str) -> Result<()> {
        let (actor, id) = (self.actor(who)?, self.conversation(plot)?);
        self.told(commands::set_state(&self.platform, &actor, &id, State::WaitingOthers, None).await).map(drop)
    }

    async fn close(&mut self, plot: PlotId, who: &'static str, reason: &str) -> Result<()> {
        let (actor, id) = (self.actor(who)?, self.conversation(plot)?);
        self.told(commands::close(&self.platform, &actor, &id, Some(reason)).await).map(drop)
    }

    async fn reopen(&mut self, plot: PlotId, who: &'static str) -> Result<()> {
        let (actor, id) = (self.actor(who)?, self.conversation(plot)?);
        self.told(commands::reopen(&self.platform, &actor, &id, None).await).map(drop)
    }

    async fn outgoing(&mut self) -> Result<Vec<OurMail>> {
        let mut mails = Vec::new();
        while let Ok(bytes) = self.sent.try_recv() {
            mails.extend(sink::read(&bytes, self.platform.clock.business()));
        }
        Ok(mails)
    }

    async fn taken(&mut self, plot: PlotId) -> Result<bool> {
        let Some(id) = self.conversations.get(&plot) else { return Ok(false) };
        let mut conn = self.platform.db.read().await?;
        let found = conversations::queries::find(&mut conn, &Scope::All, id).await?;
        let newcomer = self.staff.get(super::cast::NEWCOMER).map(|staff| &staff.id);
        Ok(!self.strict && found.is_some_and(|found| found.assignee.is_some() && found.assignee.as_ref() == newcomer))
    }
}

#[cfg(test)]
mod tests;
