//! What colleagues do: reply, take back, plan, put away, assign, close, merge, delete. Each is done to the product and
//! told to the model.

use base::clock;
use conversations::commands as c;
use conversations::rules::recurring::{Every, Plan, WhenClosed};
use conversations::rules::states::{AfterReply, Refusal};
use conversations::{Beginning, ConversationId, MessageId, Snooze, State, Template};
use people::absence;
use platform::vals;

use super::hours::{HOUR, MINUTE, next_morning, wall};
use super::model::{Absence, Away, Daily, Stands, Talk, Way};
use super::sim::{Done, STAFF, Sim, UNDO, unsent, waits_for_time};

impl Sim {
    /// Conversations that are there, and for which this holds.
    fn talks(&self, holds: impl Fn(&Talk) -> bool) -> Vec<usize> {
        let there = |talk: &Talk| talk.id.is_some() && talk.deleted.is_none() && talk.merged.is_none();
        (0..self.model.talks.len()).filter(|n| there(&self.model.talks[*n]) && holds(&self.model.talks[*n])).collect()
    }

    fn id(&self, talk: usize) -> ConversationId {
        let id = self.model.talks[talk].id.clone().unwrap_or_default();
        id.parse().unwrap_or_else(|_| self.fail("no id"))
    }

    fn number(&self, talk: usize) -> i64 {
        self.model.talks[talk].number
    }

    /// One thing that a colleague does.
    pub fn work(&mut self) {
        self.model.now = self.house.clock.now().0;
        match self.rng.u32(..100) {
            0..=31 => self.reply(),
            32..=36 => self.note(),
            37..=42 => self.reply_and_undo(),
            43..=48 => self.later(),
            49..=53 => self.decide_later(),
            54..=61 => self.snooze(),
            62..=66 => self.assign(),
            67..=74 => self.close(),
            75..=78 => self.reopen(),
            79..=84 => self.wait(),
            85..=89 => self.merge(),
            90..=92 => self.take_apart(),
            93..=95 => self.delete(),
            96 | 97 => self.restore(),
            98 => self.absence(),
            _ => self.daily(),
        }
    }

    fn open_talk(&mut self) -> Option<usize> {
        let all = self.talks(|talk| !talk.stands.over() && talk.customer.is_some());
        self.some(&all)
    }

    fn write_reply(&mut self, talk: usize, then: Stands, due: Option<i64>) -> Option<usize> {
        let (id, actor, token) = (self.id(talk), self.rng.usize(..STAFF), self.token());
        self.tell(format!("colleague {actor} replies {token} to #{}, then {then:?}, due {due:?}", self.number(talk)));
        let after = match then {
            Stands::Solved => AfterReply::Solve,
            Stands::Open => AfterReply::StayOpen,
            _ => AfterReply::Wait,
        };
        let later = due.map(clock::from_micros);
        let new = c::NewReply { body: format!("Hei, {token}."), then: after, later, ..c::NewReply::default() };
        let (who, machine) = (self.actor(actor), self.house.clock.now().1);
        let done = self.command(|hands| async move { c::reply(&hands.p, &who, &id, new).await });
        if !self.happened(&done, &[]) {
            return None;
        }
        self.model.replied(talk, actor, token, (then, due), machine + UNDO);
        let n = self.model.replies.len() - 1;
        self.look_up_reply(n);
        Some(n)
    }

    /// What a command did; only these refusals may come, and one that a death leaves open.
    fn happened(&self, done: &Done, allowed: &[Refusal]) -> bool {
        match done {
            Done::Yes => true,
            Done::No(Refusal::Empty) => false,
            Done::No(refusal) => {
                self.must(allowed.contains(refusal), || format!("this was refused: {refusal:?}"));
                false
            }
        }
    }

    fn look_up_reply(&mut self, n: usize) {
        let like = format!("%{}%", self.model.replies[n].token);
        let row = self.ask(|hands| async move {
            let sql = "SELECT id, mail_id FROM message WHERE kind = 'reply' AND body LIKE $1";
            let rows = hands.p.db.read().await?.all(sql, vals![like]).await?;
            rows.iter().map(|row| Ok((row.text("id")?, row.text("mail_id")?))).collect::<platform::Result<Vec<_>>>()
        });
        self.must(row.len() == 1, || format!("a reply is kept {} times", row.len()));
        let reply = &mut self.model.replies[n];
        (reply.id, reply.mail_id) = row.into_iter().next().unwrap_or_default();
    }

    fn message(&self, reply: usize) -> MessageId {
        self.model.replies[reply].id.parse().unwrap_or_else(|_| self.fail("no id of a reply"))
    }

    fn reply(&mut self) {
        let Some(talk) = self.open_talk() else { return };
        let then = [Stands::Customer, Stands::Customer, Stands::Solved, Stands::Open][self.rng.usize(..4)];
        self.write_reply(talk, then, None);
    }

    fn note(&mut self) {
        let all = self.talks(|_| true);
        let Some(talk) = self.some(&all) else { return };
        let (id, token, who) = (self.id(talk), self.token(), self.actor(1));
        self.tell(format!("a note in #{}: {token}", self.number(talk)));
        let done = self.command(|hands| async move { c::note(&hands.p, &who, &id, &format!("Obs: {token}")).await });
        self.happened(&done, &[]);
    }

    /// A reply is taken back within its window, sometimes after something came between.
    fn reply_and_undo(&mut self) {
        let Some(talk) = self.open_talk() else { return };
        let then = if self.chance(50) { Stands::Customer } else { Stands::Solved };
        let Some(reply) = self.write_reply(talk, then, None) else { return };
        if self.chance(40) {
            self.go_on(3_000_000, false);
            if self.chance(60) {
                self.customer_writes_in(talk);
                self.settle();
                self.look_up_mails();
            }
        }
        let late = self.chance(15);
        if late {
            self.go_on(UNDO, false);
        }
        let (message, who) = (self.message(reply), self.actor(1));
        self.tell(format!("{} is taken back", self.model.replies[reply].token));
        let (way, machine) = (self.model.replies[reply].way, self.house.clock.now().1);
        let in_time = way == Way::Posted && machine < self.model.replies[reply].not_before;
        self.model.now = self.house.clock.now().0;
        let done = self.command(|hands| async move { c::undo_send(&hands.p, &who, &message).await });
        // It may have been tried meanwhile, and then it is too late.
        match done {
            Done::No(Refusal::TooLate) => self.must(!in_time, || "it could have been taken back".to_owned()),
            done => {
                if self.happened(&done, &[]) {
                    self.must(in_time, || "what has gone was taken back".to_owned());
                    self.model.undone(reply);
                }
            }
        }
    }

    fn later(&mut self) {
        let Some(talk) = self.open_talk() else { return };
        let due = self.house.clock.now().0 + self.rng.i64(5..4_000) * MINUTE;
        self.write_reply(talk, Stands::Customer, Some(due));
    }

    /// What waits for its time is sent now, or called off.
    fn decide_later(&mut self) {
        let waiting = |n: &usize| {
            let reply = &self.model.replies[*n];
            waits_for_time(reply.way) && self.model.talks[reply.talk].deleted.is_none()
        };
        let all: Vec<usize> = (0..self.model.replies.len()).filter(waiting).collect();
        let Some(n) = self.some(&all) else { return };
        let (message, who, send) = (self.message(n), self.actor(1), self.chance(50));
        self.tell(format!("{} is sent now: {send}, or called off", self.model.replies[n].token));
        let machine = self.house.clock.now().1;
        let done = self.command(|hands| async move {
            if send { c::send_now(&hands.p, &who, &message).await } else { c::cancel(&hands.p, &who, &message).await }
        });
        if self.happened(&done, &[]) {
            if send {
                self.model.released(n, machine + UNDO);
            } else {
                self.model.replies[n].way = Way::Undone;
            }
        }
    }

    fn snooze(&mut self) {
        let all = self.talks(|talk| !talk.stands.over());
        let Some(talk) = self.some(&all) else { return };
        let until = self.house.clock.now().0 + self.rng.i64(1..6_000) * MINUTE;
        let wish = if self.chance(30) { Away::Written } else { Away::Until(until) };
        let snooze = match wish {
            Away::Until(until) => Snooze::Until(clock::from_micros(until)),
            Away::Written => Snooze::NextReply,
        };
        let (id, who) = (self.id(talk), self.actor(1));
        self.tell(format!("#{} is put away: {wish:?}", self.number(talk)));
        let done = self.command(|hands| async move { c::snooze(&hands.p, &who, &id, snooze).await });
        if self.happened(&done, &[]) {
            self.model.put_away(talk, wish);
        }
    }

    fn assign(&mut self) {
        let all = self.talks(|_| true);
        let Some(talk) = self.some(&all) else { return };
        let to = if self.chance(20) { None } else { Some(self.rng.usize(..STAFF)) };
        let (id, who, staff) = (self.id(talk), self.actor(0), to.map(|to| self.staff[to].clone()));
        self.tell(format!("#{} is given to {to:?}", self.number(talk)));
        if self.model.talks[talk].owner == to {
            return;
        }
        let done = self.command(|hands| async move { c::assign(&hands.p, &who, &id, staff.as_ref()).await });
        if self.happened(&done, &[]) {
            self.model.assigned(talk, to);
        }
    }

    fn close(&mut self) {
        let all = self.talks(|talk| !talk.stands.over());
        let Some(talk) = self.some(&all) else { return };
        let (id, who) = (self.id(talk), self.actor(2));
        self.tell(format!("#{} is closed with a reason", self.number(talk)));
        let done = self.command(|hands| async move { c::close(&hands.p, &who, &id, Some("ferdig")).await });
        let waits = self.model.waits(talk, waits_for_time);
        if self.happened(&done, if waits { &[Refusal::ReplyWaits] } else { &[] }) {
            self.must(!waits, || "it was closed although a reply waits".to_owned());
            self.model.moved(talk, Stands::Solved);
        }
    }

    fn reopen(&mut self) {
        let all = self.talks(|talk| talk.stands.over());
        let Some(talk) = self.some(&all) else { return };
        let (id, who) = (self.id(talk), self.actor(2));
        self.tell(format!("#{} is opened again", self.number(talk)));
        let done = self.command(|hands| async move { c::reopen(&hands.p, &who, &id, None).await });
        if self.happened(&done, &[]) {
            self.model.moved(talk, Stands::Open);
        }
    }

    /// Somebody else has the word; or nobody else any more.
    fn wait(&mut self) {
        let all = self.talks(|talk| !talk.stands.over());
        let Some(talk) = self.some(&all) else { return };
        let to = if self.chance(70) { Stands::Others } else { Stands::Open };
        if self.model.talks[talk].stands == to && self.model.talks[talk].away.is_none() {
            return;
        }
        let state = if to == Stands::Others { State::WaitingOthers } else { State::Open };
        let (id, who) = (self.id(talk), self.actor(2));
        self.tell(format!("#{} stands: {to:?}", self.number(talk)));
        let done = self.command(|hands| async move { c::set_state(&hands.p, &who, &id, state, None).await });
        if self.happened(&done, &[]) {
            self.model.moved(talk, to);
        }
    }

    fn merge(&mut self) {
        let all = self.talks(|talk| talk.customer.is_some());
        let Some(source) = self.some(&all) else { return };
        let customer = self.model.talks[source].customer;
        let others: Vec<usize> =
            all.into_iter().filter(|n| *n != source && self.model.talks[*n].customer == customer).collect();
        let Some(target) = self.some(&others) else { return };
        // What has not gone yet comes along by rules of its own, which other tests know.
        if self.model.waits(source, unsent) || self.model.waits(target, unsent) {
            return;
        }
        let (id, who, number) = (self.id(source), self.actor(1), self.number(target));
        self.tell(format!("#{} becomes part of #{number}", self.number(source)));
        let done = self.command(|hands| async move { c::merge(&hands.p, &who, &id, number).await });
        // A receipt may be on its way.
        if self.happened(&done, &[Refusal::OnItsWay]) {
            self.model.merged(source, target);
        }
    }

    fn take_apart(&mut self) {
        let Some((source, target)) = self.model.can_be_taken_apart() else { return };
        if self.model.talks[target].deleted.is_some() {
            return;
        }
        let (id, who) = (self.id(source), self.actor(1));
        self.tell(format!("#{} is taken out of #{} again", self.number(source), self.number(target)));
        let done = self.command(|hands| async move { c::undo_merge(&hands.p, &who, &id).await });
        if self.happened(&done, &[]) {
            self.model.taken_apart();
        }
    }

    fn delete(&mut self) {
        let all = self.talks(|_| true);
        let Some(talk) = self.some(&all) else { return };
        let (id, who) = (self.id(talk), self.actor(0));
        self.tell(format!("#{} is deleted", self.number(talk)));
        let done = self.command(|hands| async move { c::delete(&hands.p, &who, &id).await });
        // So may a receipt that is on its way.
        if self.happened(&done, &[Refusal::GoesOut]) {
            self.must(!self.model.waits(talk, |way| matches!(way, Way::Scheduled(_) | Way::Posted)), || {
                "it was deleted although a reply goes out".to_owned()
            });
            self.model.deleted(talk);
        }
    }

    fn restore(&mut self) {
        let deleted = |n: &usize| self.model.talks[*n].deleted_with == Some(*n);
        let all: Vec<usize> = (0..self.model.talks.len()).filter(deleted).collect();
        let Some(talk) = self.some(&all) else { return };
        let (id, who) = (self.id(talk), self.actor(0));
        self.tell(format!("#{} is put back", self.number(talk)));
        let done = self.command(|hands| async move { c::restore(&hands.p, &who, &id).await });
        if self.happened(&done, &[]) {
            self.model.restored(talk);
        }
    }

    /// A colleague plans to be away; the first one, who never is, stands in, or nobody does.
    fn absence(&mut self) {
        let staff = self.rng.usize(1..STAFF);
        let today = wall(self.house.clock.now().0).0;
        if self.model.absences.iter().any(|one| one.staff == staff && one.last >= today) {
            return;
        }
        let first = today + self.rng.i64(0..3);
        let last = first + self.rng.i64(0..5);
        let deputy = self.chance(50);
        self.tell(format!("colleague {staff} is away in {}..={} days; deputy: {deputy}", first - today, last - today));
        let day = |day: i64| {
            let at = clock::from_micros(day * super::hours::DAY + 12 * HOUR);
            at.to_zoned(jiff::tz::TimeZone::UTC).date()
        };
        let deputy_id = deputy.then(|| self.staff[0].clone());
        let new = absence::NewAbsence { first: day(first), last: day(last), deputy: deputy_id };
        let (id, who) = (self.staff[staff].clone(), self.actor(0));
        let done = self.command(|hands| async move {
            let mut tx = hands.p.begin().await?;
            let planned = absence::plan(&mut tx, &who, &id, new).await;
            planned.map_err(|failure| platform::Fault::new(format!("{failure:?}")))?;
            Ok(tx.commit().await?)
        });
        if self.happened(&done, &[]) {
            self.model.absences.push(Absence { staff, first, last, deputy });
        }
    }

    /// Something recurs every morning from now on.
    fn daily(&mut self) {
        if self.model.dailies.len() > 1 {
            return;
        }
        let (subject, owner) = (format!("Daglig {}", self.token()), self.rng.usize(..STAFF));
        self.tell(format!("every morning at 8: {subject}, for {owner}"));
        let at = jiff::civil::time(8, 0, 0, 0);
        let template = Template {
            subject: subject.clone(),
            person: None,
            beginning: Beginning::Note,
            body: "Sjekk lageret.".into(),
            tags: Vec::new(),
            owner: Some(self.staff[owner].clone()),
            department: None,
            checklist: None,
            plan: Plan { every: Every::Day, at, closed: WhenClosed::Leave },
            on: true,
        };
        let who = self.actor(0);
        let done = self.command(|hands| async move { c::make_recurring(&hands.p, &who, template).await });
        if self.happened(&done, &[]) {
            let next = next_morning(self.house.clock.now().0, 8);
            self.model.dailies.push(Daily { subject, owner, next });
        }
    }
}
