//! What happens on the model's desk: each step in a few plain lines, sharing no rule with the product.

use super::hours::{DAY, HOUR, Hours, next_morning, wall};
use super::model::{Absence, Away, Due, Merge, Model, Reply, Stands, Talk, Way};

/// What a business gives itself for a further reply, and for the first.
const NEXT: i64 = 8 * HOUR;
const FIRST: i64 = 24 * HOUR;
const QUIET: i64 = 14 * DAY;

/// What comes at its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Comes {
    /// What was put away.
    Back,
    /// A look at what was solved.
    Quiet,
    /// A reply.
    Reply,
}

impl Model {
    pub fn new(hours: Hours, now: i64) -> Self {
        Self {
            hours,
            now,
            talks: Vec::new(),
            replies: Vec::new(),
            mails: Vec::new(),
            dailies: Vec::new(),
            absences: Vec::new(),
            merge: None,
            receipts: Vec::new(),
        }
    }

    fn touch(&mut self, talk: usize) -> &mut Talk {
        let talk = &mut self.talks[talk];
        talk.version += 1;
        talk
    }

    /// Where a mail goes that answers something of this conversation; none when it begins anew.
    pub fn leads_to(&self, mut talk: usize) -> Option<usize> {
        for _ in 0..50 {
            while let Some(into) = self.talks[talk].merged {
                talk = into;
            }
            if self.talks[talk].deleted.is_some() {
                return None;
            }
            if self.talks[talk].stands != Stands::Closed {
                break;
            }
            let on = |one: &Talk| one.linked_from == Some(talk) && one.deleted.is_none();
            let Some(next) = self.talks.iter().rposition(on) else { break };
            talk = next;
        }
        Some(talk)
    }

    /// A mail came: answers where it is to be found. `about` is the conversation that it points to.
    pub fn came(&mut self, customer: Option<usize>, about: Option<usize>, machine: bool) -> usize {
        let now = self.now;
        let found = about.and_then(|about| self.leads_to(about));
        if let Some(talk) = found.filter(|talk| machine || self.talks[*talk].stands != Stands::Closed) {
            self.wrote(talk, machine);
            return talk;
        }
        let mut new = Talk::new(customer, now);
        new.linked_from = found;
        if !machine {
            new.due.first = Some(now + FIRST);
            new.customer_last = true;
            new.spoke = now;
        }
        self.talks.push(new);
        self.talks.len() - 1
    }

    fn wrote(&mut self, talk: usize, machine: bool) {
        let (now, hours) = (self.now, self.hours);
        let stand_in = self.stand_in(self.talks[talk].owner);
        let it = self.touch(talk);
        it.touched = it.touched.max(now);
        if machine {
            return;
        }
        it.stands = if it.stands == Stands::New { Stands::New } else { Stands::Open };
        written(&mut it.due, hours, now);
        it.customer_last = true;
        it.spoke = now;
        it.away = None;
        it.owner = stand_in;
        for reply in self.replies.iter_mut().filter(|reply| reply.talk == talk) {
            match reply.way {
                Way::Scheduled(_) => reply.way = Way::Held,
                Way::Posted => reply.written_since.push(now),
                _ => {}
            }
        }
    }

    /// Who has what was this colleague's, on this day.
    pub fn stand_in(&self, owner: Option<usize>) -> Option<usize> {
        let owner = owner?;
        let today = wall(self.now).0;
        let away = |one: &&Absence| one.staff == owner && one.first <= today && today <= one.last;
        match self.absences.iter().find(away) {
            None => Some(owner),
            Some(absence) => absence.deputy.then_some(0),
        }
    }

    fn answered(&mut self, talk: usize, then: Stands) {
        let now = self.now;
        let it = self.touch(talk);
        it.due.replied = it.due.replied.or(Some(now));
        nothing_owed(&mut it.due);
        it.stands = then;
        it.touched = now;
        it.customer_last = false;
        it.spoke = now;
        it.away = None;
        if then == Stands::Solved {
            it.quiet = Some(now + QUIET);
        }
    }

    /// A colleague writes; `due` is when it goes, if not now.
    pub fn replied(
        &mut self,
        talk: usize,
        actor: usize,
        token: String,
        (then, due): (Stands, Option<i64>),
        leaves: i64,
    ) {
        let stood = self.talks[talk].clone();
        let way = due.map_or(Way::Posted, Way::Scheduled);
        self.replies.push(Reply {
            talk,
            token,
            id: String::new(),
            mail_id: String::new(),
            way,
            then,
            not_before: leaves,
            stood: Some(stood),
            written_since: Vec::new(),
            unheard: 0,
            taken: 0,
            reply_to: None,
        });
        let it = self.touch(talk);
        it.owner = it.owner.or(Some(actor));
        if due.is_some() {
            if it.stands == Stands::New {
                it.stands = Stands::Open;
            }
        } else {
            self.answered(talk, then);
        }
    }

    /// A reply is taken back: as if it had not been written, but for what customers wrote meanwhile.
    pub fn undone(&mut self, reply: usize) {
        let (now, hours) = (self.now, self.hours);
        let Reply { talk, stood, written_since, .. } = self.replies[reply].clone();
        self.replies[reply].way = Way::Undone;
        let Some(stood) = stood else { return };
        let it = self.touch(talk);
        (it.stands, it.due, it.customer_last) = (stood.stands, stood.due, stood.customer_last);
        it.spoke = stood.spoke;
        it.away = stood.away.filter(|away| !matches!(away, Away::Until(until) if *until <= now));
        for at in written_since {
            it.stands = if it.stands == Stands::New { Stands::New } else { Stands::Open };
            written(&mut it.due, hours, at);
            it.customer_last = true;
            it.spoke = at;
            it.away = None;
        }
    }

    /// A reply of which it is known that it never arrived.
    pub fn lost(&mut self, reply: usize, way: Way) {
        self.replies[reply].way = way;
        let Reply { talk, stood, .. } = self.replies[reply].clone();
        let Some(stood) = stood else { return };
        let it = self.touch(talk);
        it.stands = Stands::Open;
        it.away = None;
        it.customer_last |= stood.customer_last;
        if it.due.nearest().is_none() {
            it.due = stood.due;
        }
    }

    /// A reply that waited goes now.
    pub fn released(&mut self, reply: usize, leaves: i64) {
        let Reply { talk, then, .. } = self.replies[reply].clone();
        let stood = self.talks[talk].clone();
        let it = &mut self.replies[reply];
        (it.way, it.stood, it.not_before) = (Way::Posted, Some(stood), leaves);
        it.written_since.clear();
        self.answered(talk, then);
    }

    /// The time of a reply has come: it goes, unless its conversation was closed since it was written.
    fn comes_due(&mut self, reply: usize, machine: i64) {
        let (talk, stood) = (self.replies[reply].talk, self.replies[reply].stood.as_ref());
        let was_over = stood.is_some_and(|stood| stood.stands.over());
        if was_over || !self.talks[talk].stands.over() {
            return self.released(reply, machine);
        }
        self.replies[reply].way = Way::Held;
        let it = self.touch(talk);
        it.stands = Stands::Open;
        it.away = None;
    }

    pub fn assigned(&mut self, talk: usize, to: Option<usize>) {
        let it = self.touch(talk);
        if it.owner != to && to.is_some() && it.stands == Stands::New {
            it.stands = Stands::Open;
        }
        it.owner = to;
    }

    /// A colleague says where it stands.
    pub fn moved(&mut self, talk: usize, to: Stands) {
        let (now, hours) = (self.now, self.hours);
        let it = self.touch(talk);
        it.stands = to;
        it.away = None;
        match to {
            Stands::Solved | Stands::Closed => nothing_owed(&mut it.due),
            Stands::Others => paused(&mut it.due, hours, now),
            _ => resumed(&mut it.due, hours, now),
        }
        if to == Stands::Solved {
            it.quiet = Some(now + QUIET);
        }
    }

    pub fn put_away(&mut self, talk: usize, wish: Away) {
        let now = self.now;
        let it = self.touch(talk);
        let latest = it.due.nearest().map(|due| due - HOUR).filter(|latest| *latest > now);
        it.away = Some(match (wish, latest) {
            (wish, None) => wish,
            (Away::Until(until), Some(latest)) => Away::Until(until.min(latest)),
            (Away::Written, Some(latest)) => Away::Until(latest),
        });
    }

    pub fn merged(&mut self, source: usize, target: usize) {
        let (from, to) = (self.talks[source].clone(), self.talks[target].clone());
        let it = self.touch(target);
        let replied = from.due.replied.into_iter().chain(to.due.replied).min();
        let theirs = match (to.due.nearest(), from.due.nearest()) {
            (Some(mine), Some(theirs)) => theirs < mine,
            (mine, theirs) => mine.is_none() && theirs.is_some(),
        };
        it.due = Due { replied, ..if theirs { from.due } else { to.due } };
        if matches!(from.stands, Stands::New | Stands::Open) && !matches!(to.stands, Stands::New | Stands::Open) {
            it.stands = Stands::Open;
        }
        it.away = None;
        it.receipts += from.receipts;
        if from.touched > to.touched {
            it.touched = from.touched;
        }
        if from.spoke > to.spoke {
            (it.spoke, it.customer_last) = (from.spoke, from.customer_last);
        }
        let gone = self.touch(source);
        gone.stands = Stands::Closed;
        gone.away = None;
        nothing_owed(&mut gone.due);
        gone.merged = Some(target);
        gone.receipts = 0;
        let mails = (0..self.mails.len()).filter(|n| self.mails[*n].talk == source).collect::<Vec<_>>();
        let replies = (0..self.replies.len()).filter(|n| self.replies[*n].talk == source).collect::<Vec<_>>();
        mails.iter().for_each(|n| self.mails[*n].talk = target);
        replies.iter().for_each(|n| self.replies[*n].talk = target);
        let versions = (self.talks[source].version, self.talks[target].version);
        let receipts = from.receipts;
        self.merge = Some(Merge { source, target, stood: (from, to), versions, mails, replies, receipts });
    }

    /// The newest merge, when nothing has touched either since.
    pub fn can_be_taken_apart(&self) -> Option<(usize, usize)> {
        let it = self.merge.as_ref()?;
        let same = (self.talks[it.source].version, self.talks[it.target].version) == it.versions;
        same.then_some((it.source, it.target))
    }

    pub fn taken_apart(&mut self) {
        let Some(merge) = self.merge.take() else { return };
        let now = self.now;
        merge.mails.iter().for_each(|n| self.mails[*n].talk = merge.source);
        merge.replies.iter().for_each(|n| self.replies[*n].talk = merge.source);
        for (talk, stood) in [(merge.source, merge.stood.0), (merge.target, merge.stood.1)] {
            let it = self.touch(talk);
            (it.stands, it.due, it.customer_last) = (stood.stands, stood.due, stood.customer_last);
            it.spoke = stood.spoke;
            it.away = stood.away.filter(|away| !matches!(away, Away::Until(until) if *until <= now));
            if it.stands == Stands::Solved {
                it.quiet = Some(now + QUIET);
            }
        }
        self.talks[merge.source].merged = None;
        self.talks[merge.source].receipts += merge.receipts;
        self.talks[merge.target].receipts -= merge.receipts;
    }

    pub fn deleted(&mut self, talk: usize) {
        let now = self.now;
        let mut family = vec![talk];
        while let Some(more) = (0..self.talks.len())
            .find(|one| !family.contains(one) && self.talks[*one].merged.is_some_and(|into| family.contains(&into)))
        {
            family.push(more);
        }
        for one in family {
            let it = self.touch(one);
            it.deleted = Some(now);
            it.deleted_with = Some(talk);
        }
    }

    pub fn restored(&mut self, talk: usize) {
        let now = self.now;
        for one in (0..self.talks.len()).filter(|one| self.talks[*one].deleted_with == Some(talk)).collect::<Vec<_>>() {
            let it = self.touch(one);
            (it.deleted, it.deleted_with) = (None, None);
            if it.stands == Stands::Solved {
                it.quiet = Some(now + QUIET);
            }
        }
    }

    /// Whether a reply of it waits for its time, was held back, or is on its way.
    pub fn waits(&self, talk: usize, way: fn(Way) -> bool) -> bool {
        self.replies.iter().any(|reply| reply.talk == talk && way(reply.way))
    }

    /// Whose time has come by now, in the order of their times.
    fn what_comes(&self) -> Vec<(i64, Comes, usize)> {
        let talks = self.talks.iter().enumerate().filter(|(_, it)| it.deleted.is_none());
        let talks = talks.flat_map(|(n, it)| {
            let back = match it.away {
                Some(Away::Until(until)) => Some((until, Comes::Back, n)),
                _ => None,
            };
            back.into_iter().chain(it.quiet.map(|quiet| (quiet, Comes::Quiet, n)))
        });
        let replies = self.replies.iter().enumerate().filter_map(|(n, it)| match it.way {
            Way::Scheduled(due) => Some((due, Comes::Reply, n)),
            _ => None,
        });
        let mut all: Vec<_> = talks.chain(replies).filter(|(due, ..)| *due <= self.now).collect();
        all.sort_unstable();
        all
    }

    /// It was put away until now, unless something brought it back before.
    fn comes_back(&mut self, talk: usize) {
        let (now, hours) = (self.now, self.hours);
        let it = &mut self.talks[talk];
        if !matches!(it.away, Some(Away::Until(until)) if until <= now) {
            return;
        }
        it.away = None;
        it.version += 1;
        if it.stands == Stands::Others {
            resumed(&mut it.due, hours, now);
        }
        if matches!(it.stands, Stands::Customer | Stands::Others) {
            it.stands = Stands::Open;
        }
    }

    /// It is looked at whether it has been quiet for long.
    fn look_whether_quiet(&mut self, talk: usize) {
        let now = self.now;
        let it = &mut self.talks[talk];
        it.quiet = None;
        if it.stands == Stands::Solved && now - it.touched >= QUIET {
            it.stands = Stands::Closed;
            it.version += 1;
        } else if it.stands == Stands::Solved {
            it.quiet = Some(now + QUIET);
        }
    }

    /// What happens by itself by now; the desk has just done all that was due. What was missed is told first, whatever
    /// stops its clock; all else comes as its time came, also after a standstill.
    pub fn tick(&mut self, machine: i64) {
        let now = self.now;
        for it in self.talks.iter_mut().filter(|it| it.deleted.is_none()) {
            if it.due.first.is_some_and(|due| due < now) && !it.due.first_missed {
                it.due.first_missed = true;
                it.missed += 1;
                it.version += 1;
            }
            if it.due.next.is_some_and(|due| due < now) && !it.due.next_missed {
                it.due.next_missed = true;
                it.missed += 1;
                it.version += 1;
            }
        }
        for (_, comes, n) in self.what_comes() {
            match comes {
                Comes::Back => self.comes_back(n),
                Comes::Quiet => self.look_whether_quiet(n),
                Comes::Reply => self.comes_due(n, machine),
            }
        }
        for n in 0..self.dailies.len() {
            if self.dailies[n].next <= now {
                let owner = self.stand_in(Some(self.dailies[n].owner));
                self.talks.push(Talk { stands: Stands::Open, owner, ..Talk::new(None, now) });
                self.dailies[n].next = next_morning(now, 8);
            }
        }
    }

    /// The next moment at which something happens by itself, of what the model knows: for who checks the product's own.
    pub fn next_due(&self) -> Option<i64> {
        let woken = self.talks.iter().filter(|it| it.deleted.is_none()).filter_map(|it| match it.away {
            Some(Away::Until(until)) => Some(until),
            _ => None,
        });
        let sent = self.replies.iter().filter_map(|it| match it.way {
            Way::Scheduled(due) => Some(due),
            _ => None,
        });
        let daily = self.dailies.iter().map(|it| it.next);
        let missed = self.talks.iter().filter(|it| it.deleted.is_none()).flat_map(|it| {
            let first = it.due.first.filter(|_| !it.due.first_missed);
            let next = it.due.next.filter(|_| !it.due.next_missed);
            first.into_iter().chain(next).map(|due| due + 1)
        });
        woken.chain(sent).chain(daily).chain(missed).min()
    }
}

fn written(due: &mut Due, hours: Hours, now: i64) {
    resumed(due, hours, now);
    if due.replied.is_none() {
        due.first = due.first.or(Some(now + FIRST));
    } else if due.next.is_none() {
        let spent = due.spent.take().unwrap_or(0);
        due.next = Some(hours.due(now, (NEXT - spent).max(0)));
        due.since = Some(now);
        due.next_missed = false;
    }
}

fn paused(due: &mut Due, hours: Hours, now: i64) {
    if let (Some(_), Some(since)) = (due.next, due.since) {
        due.spent = Some(due.spent.unwrap_or(0) + hours.elapsed(since, now));
        (due.next, due.since) = (None, None);
    }
}

fn resumed(due: &mut Due, hours: Hours, now: i64) {
    if let (None, Some(spent)) = (due.next, due.spent) {
        due.next = Some(hours.due(now, (NEXT - spent).max(0)));
        due.since = Some(now);
    }
}

fn nothing_owed(due: &mut Due) {
    (due.first, due.next, due.spent, due.since) = (None, None, None, None);
}
