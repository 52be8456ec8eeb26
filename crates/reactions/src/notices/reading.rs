//! Goes through the log and tells colleagues what concerns them. The cursor moves in the transaction of the notices:
//! nothing is left out, nothing comes twice, whatever dies when. What is due soon is no fact yet, so it is looked for.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use base::{Actor, Instant, Scope};
use conversations::events::{ClockKind, ConversationEvent};
use conversations::{
    Author, Conversation, ConversationId, DeliveryState, MessageId, PromiseChange, RuleDid, queries as desk,
};
use jiff::SignedDuration;
use jiff::tz::TimeZone;
use people::StaffId;
use people::staff::Staff;
use platform::log::{self, Recorded};
use platform::{Conn, Platform, Result, Tx, vals};
use tokio::sync::watch;

use super::rules::telling::{Around, Ear, Happened, told};
use super::rules::timing::Way;
use super::settings::{self, Wishes};
use super::{Kind, Notice, NoticeId, READER, bell, mailing, store};

/// How long the reader sleeps when no bell rings.
const NAP: Duration = Duration::from_secs(1);
/// Facts that come together are read together: how long it is waited for more of them.
const GATHER: Duration = Duration::from_millis(150);
/// Facts read at once.
const MOST: i64 = 200;
/// How often it is looked for what is due soon.
const LOOK: Duration = Duration::from_secs(20);
/// Conversations due soon that are looked at at once.
const SOON_MOST: i64 = 300;
/// How long what was read is kept.
const KEPT: SignedDuration = SignedDuration::from_hours(90 * 24);

/// Reads until `stop` becomes true.
///
/// # Errors
/// When it cannot be kept where to begin; later failures are waited out.
pub async fn run(p: Platform, mut stop: watch::Receiver<bool>) -> Result<()> {
    begin(&p).await?;
    let mut ear = p.wake.ear();
    let mut looked = None::<tokio::time::Instant>;
    while !*stop.borrow() {
        ear.mark_unchanged();
        match read_some(&p).await {
            Ok(true) => continue,
            Ok(false) => {}
            Err(fault) => tracing::warn!(error = %fault.chain(), "notices cannot read the log; trying again"),
        }
        if looked.is_none_or(|at| at.elapsed() >= LOOK) {
            looked = Some(tokio::time::Instant::now());
            if let Err(fault) = look_ahead(&p).await {
                tracing::warn!(error = %fault.chain(), "it cannot be looked for what is due soon; trying again");
            }
        }
        tokio::select! {
            _ = ear.changed() => tokio::time::sleep(GATHER).await,
            _ = stop.changed() => {}
            () = tokio::time::sleep(NAP) => {}
        }
    }
    Ok(())
}

/// Whoever comes from a version without notices is not told what happened before.
///
/// # Errors
/// When the cursor cannot be read or written.
pub async fn begin(p: &Platform) -> Result<()> {
    let sql = "SELECT 1 AS n FROM event_cursor WHERE reader = $1";
    if p.db.read().await?.one(sql, vals![READER]).await?.is_some() {
        return Ok(());
    }
    let mut tx = p.begin().await?;
    let end = log::end(&mut tx).await?;
    log::advance(&mut tx, READER, end).await?;
    tx.commit().await
}

/// Reads what is there, some of it; answers whether there may be more.
///
/// # Errors
/// When the log cannot be read or notices cannot be written.
pub async fn read_some(p: &Platform) -> Result<bool> {
    let mut conn = p.db.read().await?;
    let place = log::cursor(&mut conn, READER).await?;
    if log::after(&mut conn, place, 1).await?.is_empty() {
        return Ok(false);
    }
    drop(conn);
    let mut tx = p.begin().await?;
    // One node reads at a time: the others wait here and then see where it came to.
    tx.run("UPDATE event_cursor SET reader = reader WHERE reader = $1", vals![READER]).await?;
    let place = log::cursor(&mut tx, READER).await?;
    let facts = log::after(&mut tx, place, MOST).await?;
    let mut teller = Teller::new(p, &mut tx).await?;
    for (n, fact) in facts.iter().enumerate() {
        if fact.subject.starts_with("conversation:")
            && !begins(fact, &facts[..n])
            && let Some(event) = fact.read::<ConversationEvent>()
        {
            teller.fact(&mut tx, fact, &event, &facts[n + 1..]).await?;
        }
    }
    if let Some(last) = facts.last() {
        log::advance(&mut tx, READER, last.place).await?;
    }
    let old = tx.now().saturating_sub(KEPT).unwrap_or(Instant::MIN);
    store::sweep(&mut tx, old).await?;
    tx.commit().await?;
    teller.ring().await?;
    Ok(facts.len() == usize::try_from(MOST).unwrap_or(usize::MAX))
}

/// Tells owners what is due soon, each once.
///
/// # Errors
/// See [`read_some`].
pub async fn look_ahead(p: &Platform) -> Result<()> {
    look_by(p, SOON_MOST).await
}

/// Looks at all of it, so many at once. Nobody else's writing waits for that: a transaction begins only when there is
/// something to tell.
pub(super) async fn look_by(p: &Platform, most: i64) -> Result<()> {
    let mut after = None;
    loop {
        let mut conn = p.db.read().await?;
        let page = desk::due_soon(&mut conn, p.clock.business(), after.as_ref(), most).await?;
        let fresh = untold(p, &mut conn, &page).await?;
        drop(conn);
        tell_soon(p, fresh).await?;
        if i64::try_from(page.len()).unwrap_or(i64::MAX) < most {
            return Ok(());
        }
        after = page.into_iter().next_back().map(|(it, due)| (due, it.id));
    }
}

/// Of what is due soon, what its owner is to be told and has not been, with the name of the fact.
async fn untold(
    p: &Platform,
    conn: &mut Conn,
    page: &[(Conversation, Instant)],
) -> Result<Vec<(ConversationId, String)>> {
    let teller = Teller::new(p, conn).await?;
    let mut wish = BTreeMap::new();
    let mut wanted = Vec::new();
    for (it, due) in page {
        let around = around(it, &[]);
        for (who, kind) in told(&Happened::DueSoon, None, &around, &teller.ears) {
            let Ok(staff) = who.parse::<StaffId>() else { continue };
            let off = match wish.get(&staff) {
                Some(off) => *off,
                None => settings::wishes(conn, &staff).await?.way(kind) == Way::Off,
            };
            if !off {
                // Another deadline is another fact.
                wanted.push((it.id.clone(), staff.clone(), format!("soon:{}:{}", it.id, base::clock::to_micros(*due))));
            }
            wish.insert(staff, off);
        }
    }
    let facts: Vec<(&StaffId, &str)> = wanted.iter().map(|(_, staff, fact)| (staff, fact.as_str())).collect();
    let known = store::known(conn, &facts).await?;
    let fresh = wanted.into_iter().filter(|(_, staff, fact)| !known.contains(&(staff.clone(), fact.clone())));
    Ok(fresh.map(|(id, _, fact)| (id, fact)).collect())
}

async fn tell_soon(p: &Platform, fresh: Vec<(ConversationId, String)>) -> Result<()> {
    if fresh.is_empty() {
        return Ok(());
    }
    let mut tx = p.begin().await?;
    let mut teller = Teller::new(p, &mut tx).await?;
    let now = tx.now();
    for (id, fact) in fresh {
        let by = Actor::System.key();
        teller.tell(&mut tx, &Told { fact, id: &id, what: Happened::DueSoon, message: None, by: &by, at: now }).await?;
    }
    tx.commit().await?;
    teller.ring().await
}

/// Who is around a conversation, as it is by now.
fn around(it: &Conversation, followers: &[StaffId]) -> Around {
    Around {
        owner: it.assignee.as_ref().map(ToString::to_string),
        followers: followers.iter().map(ToString::to_string).collect(),
        department: it.department.as_ref().map(ToString::to_string),
    }
}

/// One thing that is told.
struct Told<'a> {
    fact: String,
    id: &'a ConversationId,
    what: Happened,
    message: Option<&'a MessageId>,
    by: &'a str,
    at: Instant,
}

/// Who can be told, and whose bell is to ring.
struct Teller<'a> {
    p: &'a Platform,
    staff: Vec<Staff>,
    ears: Vec<Ear>,
    zone: TimeZone,
    rings: BTreeSet<StaffId>,
}

impl<'a> Teller<'a> {
    async fn new(p: &'a Platform, conn: &mut Conn) -> Result<Self> {
        let mut staff = people::staff::all(conn, &Scope::All).await?;
        staff.retain(|one| one.disabled_at.is_none());
        let ear = |one: &Staff| Ear {
            id: one.id.to_string(),
            role: one.role,
            reach: one.reach(),
            departments: one.departments.iter().map(ToString::to_string).collect(),
        };
        let ears = staff.iter().map(ear).collect();
        Ok(Self { p, staff, ears, zone: settings::zone(conn).await?, rings: BTreeSet::new() })
    }

    /// What a fact means for notices that are there, and for new ones.
    async fn fact(
        &mut self,
        tx: &mut Tx,
        fact: &Recorded,
        event: &ConversationEvent,
        behind: &[Recorded],
    ) -> Result<()> {
        use ConversationEvent as E;
        let note = note_behind(fact, behind);
        let id = event.conversation();
        match event {
            E::MergedInto { into, .. } => store::moved(tx, id, into).await?,
            E::Deleted { .. } | E::Erased { .. } => {
                self.rings.extend(store::waiting(tx, id).await?);
                store::forget(tx, id.as_str(), None).await?;
            }
            E::HandedTo { .. } => self.out_of_sight(tx, id).await?,
            // Who has it at hand has read what they were told of it.
            E::Read { .. }
            | E::ReplySent { .. }
            | E::NoteAdded { .. }
            | E::StateChanged { .. }
            | E::SideWritten { .. } => {
                let by = fact.actor.strip_prefix("staff:").and_then(|id| id.parse::<StaffId>().ok());
                if let Some(by) = by
                    && store::read_of(tx, &by, id).await?
                {
                    self.rings.insert(by);
                }
            }
            _ => {}
        }
        let (what, message) = match event {
            E::Assigned { to: Some(to), .. } => (Happened::Given { to: to.to_string() }, None),
            E::DraftShared { to: Some(to), .. } => (Happened::Asked { to: to.to_string() }, None),
            E::MessageReceived { automatic: false, message, .. } => (Happened::Written, Some(message)),
            E::SideAnswered { automatic: false, message, side, .. } => {
                let begun_by = desk::side_begun_by(tx, side).await?;
                (Happened::Aside { begun_by: begun_by.map(|staff| staff.to_string()) }, Some(message))
            }
            E::Mentioned { staff, .. } => {
                (Happened::Named { staff: staff.iter().map(ToString::to_string).collect() }, note.as_ref())
            }
            E::DeliveryChanged { state: DeliveryState::Failed | DeliveryState::Bounced, message, .. } => {
                let Some(of) = author(tx, message).await? else { return Ok(()) };
                (Happened::CameBack { of }, Some(message))
            }
            E::ClockBreached { clock: ClockKind::First | ClockKind::Next | ClockKind::Resolution, .. } => {
                (Happened::Overdue, None)
            }
            E::DeadlineNear { .. } => (Happened::DeadlineNear, None),
            E::Praised { staff, message, .. } => {
                (Happened::Praised { staff: staff.iter().map(ToString::to_string).collect() }, Some(message))
            }
            E::PromiseChanged { change: PromiseChange::Reminded, keeper, .. } => {
                (Happened::PromiseSoon { keeper: keeper.as_ref().map(ToString::to_string) }, None)
            }
            E::PromiseChanged { change: PromiseChange::Late, keeper, .. } => {
                (Happened::PromiseLate { keeper: keeper.as_ref().map(ToString::to_string) }, None)
            }
            E::ByRule { did: RuleDid::Told { staff }, .. } => {
                (Happened::ByRule { staff: staff.iter().map(ToString::to_string).collect() }, None)
            }
            E::ByRule { did: RuleDid::Stopped { .. }, .. } => (Happened::RuleStopped, None),
            _ => return Ok(()),
        };
        let number = match event {
            // Who hears by the hours that the business calls soon that it is due soon hears it once.
            E::DeadlineNear { due, .. } => format!("soon:{id}:{}", base::clock::to_micros(*due)),
            _ => fact.place.seq.to_string(),
        };
        self.tell(tx, &Told { fact: number, id, what, message, by: &fact.actor, at: fact.at }).await
    }

    /// Tells those whom it concerns.
    async fn tell(&mut self, tx: &mut Tx, it: &Told<'_>) -> Result<()> {
        let id = desk::where_merged(tx, it.id).await?;
        let Some(found) = desk::find(tx, &Scope::All, &id).await? else { return Ok(()) };
        let heard = matches!(it.what, Happened::Written | Happened::Aside { .. });
        let followers = if heard { desk::followers(tx, &id).await? } else { Vec::new() };
        let around = around(&found, &followers);
        let by = it.by.strip_prefix("staff:");
        let ears = std::mem::take(&mut self.ears);
        for (who, kind) in told(&it.what, by, &around, &ears) {
            if let Ok(staff) = who.parse::<StaffId>() {
                self.leave(tx, it, &id, &staff, kind).await?;
            }
        }
        self.ears = ears;
        Ok(())
    }

    /// Leaves a notice as its reader wishes. Whoever looks at the conversation right now has read it.
    async fn leave(
        &mut self,
        tx: &mut Tx,
        it: &Told<'_>,
        id: &ConversationId,
        staff: &StaffId,
        kind: Kind,
    ) -> Result<()> {
        let wishes: Wishes = settings::wishes(tx, staff).await?;
        if wishes.way(kind) == Way::Off {
            return Ok(());
        }
        let there = self.p.presence.at(id.as_str(), self.p.clock.machine());
        let looks = there.iter().any(|one| one.who == staff.as_str());
        let notice = Notice {
            id: NoticeId::next(&tx.ids(), tx.now()),
            staff: staff.clone(),
            kind,
            conversation: id.clone(),
            message: it.message.map(ToString::to_string),
            actor: it.by.to_owned(),
            at: it.at,
            read_at: looks.then_some(tx.now()),
        };
        let now = tx.now();
        let due = wishes.mailed(kind, now, &self.zone).filter(|_| !looks);
        let later = due.filter(|due| *due > now);
        if store::add(tx, &it.fact, &notice, due.map(|_| later.unwrap_or(store::AT_ONCE))).await? {
            self.rings.insert(staff.clone());
            if due.is_some() {
                mailing::later(tx, staff, later).await?;
            }
        }
        Ok(())
    }

    /// Who does not see it any more is not told of it any more.
    async fn out_of_sight(&mut self, tx: &mut Tx, id: &ConversationId) -> Result<()> {
        for staff in store::waiting(tx, id).await? {
            let one = self.staff.iter().find(|one| one.id == staff);
            let scope = one.and_then(|one| base::allowed(&one.actor(), base::Action::ReadConversations).ok());
            let sees = match scope {
                Some(scope) => desk::find(tx, &scope, id).await?.is_some(),
                None => false,
            };
            if !sees {
                store::forget(tx, id.as_str(), Some(&staff)).await?;
                self.rings.insert(staff);
            }
        }
        Ok(())
    }

    /// Tells open pages whose bell shows another number.
    async fn ring(self) -> Result<()> {
        for staff in &self.rings {
            self.p.tell(&bell(staff)).await?;
        }
        Ok(())
    }
}

/// Whether a fact tells of the message that begins a conversation: nobody had it or followed it then.
fn begins(fact: &Recorded, before: &[Recorded]) -> bool {
    const RECEIVED: &str = "conversation.message_received";
    let mut before = before.iter().rev().filter(|one| one.subject == fact.subject);
    let last = before.find(|one| one.kind == RECEIVED || one.kind == "conversation.opened");
    fact.kind == RECEIVED && last.is_some_and(|one| one.kind != RECEIVED)
}

/// The note that names somebody is told of right behind the fact that it does.
fn note_behind(fact: &Recorded, behind: &[Recorded]) -> Option<MessageId> {
    let same = |one: &&Recorded| (&one.subject, &one.actor, one.at) == (&fact.subject, &fact.actor, fact.at);
    behind.iter().filter(same).find_map(|one| match one.read()? {
        ConversationEvent::NoteAdded { message, .. } => Some(message),
        _ => None,
    })
}

/// The colleague who wrote a message, if one did.
async fn author(tx: &mut Tx, id: &MessageId) -> Result<Option<String>> {
    let message = desk::message(tx, &Scope::All, id).await?;
    Ok(message.and_then(|message| match message.author {
        Author::Staff(staff) => Some(staff.to_string()),
        _ => None,
    }))
}
