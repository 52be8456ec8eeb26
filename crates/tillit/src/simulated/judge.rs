//! What is compared after every step, and what after every simulated day.

use std::collections::{BTreeMap, BTreeSet};

use base::{Scope, clock};
use conversations::queries::{self, ListQuery, View};
use conversations::searching::{Searcher, search};
use conversations::{ConversationId, Group, MessageKind};
use platform::{Row, log, vals};

use super::hours::MINUTE;
use super::life::House;
use super::model::{Away, Talk, Way};
use super::peers::Mood;
use super::sim::Sim;

/// A conversation as its row says.
#[derive(Clone, Debug)]
struct Kept {
    id: String,
    number: i64,
    subject: String,
    state: String,
    owner: String,
    snoozed: Option<i64>,
    first: Option<i64>,
    replied: Option<i64>,
    next: Option<i64>,
    spent: Option<i64>,
    missed: (bool, bool),
    customer_last: bool,
    deleted: bool,
}

fn kept(row: &Row) -> platform::Result<Kept> {
    Ok(Kept {
        id: row.text("id")?,
        number: row.int("number")?,
        subject: row.text("subject")?,
        state: row.text("state")?,
        owner: row.text("assignee")?,
        snoozed: row.opt_int("snoozed_until")?,
        first: row.opt_int("first_due")?,
        replied: row.opt_int("first_replied_at")?,
        next: row.opt_int("next_due")?,
        spent: row.opt_int("next_spent")?,
        missed: (row.flag("first_breached")?, row.flag("next_breached")?),
        customer_last: row.flag("customer_spoke_last")?,
        deleted: row.opt_int("deleted_at")?.is_some(),
    })
}

impl Sim {
    /// States, owners, clocks, snoozes and replies stand as the model says; nothing is due that was not done.
    pub fn judge(&mut self) {
        self.look_up_mails();
        let (rows, ways, done) = self.ask(|hands| async move {
            let mut conn = hands.p.db.read().await?;
            let sql = "SELECT id, number, subject, state, assignee, snoozed_until, first_due, first_replied_at, next_due, \
                       next_spent, first_breached, next_breached, customer_spoke_last, deleted_at FROM conversation \
                       ORDER BY id";
            let rows = conn.all(sql, vec![]).await?.iter().map(kept).collect::<platform::Result<Vec<_>>>()?;
            let sql = "SELECT d.message AS id, d.state FROM delivery d JOIN message m ON m.id = d.message WHERE m.kind = 'reply'";
            let ways = conn.all(sql, vec![]).await?;
            let ways = ways.iter().map(|row| Ok((row.text("id")?, row.text("state")?)));
            let ways = ways.collect::<platform::Result<BTreeMap<_, _>>>()?;
            let sql = "SELECT (SELECT COUNT(*) FROM event WHERE kind = 'conversation.clock_breached') * 1000000 + \
                       (SELECT COUNT(*) FROM message WHERE kind = 'receipt') AS n";
            Ok((rows, ways, conn.number(sql, vec![]).await?))
        });
        for row in &rows {
            self.judge_talk(row);
        }
        self.must(rows.len() == self.model.talks.len(), || {
            format!("there are {} conversations and should be {}", rows.len(), self.model.talks.len())
        });
        for reply in &self.model.replies {
            let way = ways.get(&reply.id).map_or("nowhere", String::as_str);
            let (talk, token) = (&self.model.talks[reply.talk], &reply.token);
            let right = match reply.way {
                Way::Scheduled(_) => way == "scheduled",
                Way::Held => way == "held",
                Way::Posted => matches!(way, "waiting" | "sending"),
                Way::Undone => way == "undone",
                Way::Sent => way == "sent",
                Way::Failed => way == "failed",
                Way::Bounced => way == "bounced",
            };
            self.must(right, || {
                format!("the reply {token} of #{} is {way} and should be {:?}", talk.number, reply.way)
            });
            self.must(reply.taken <= 1 + reply.unheard, || format!("the reply {token} was sent {} times", reply.taken));
            let gone = matches!(reply.way, Way::Sent | Way::Bounced) == (reply.taken > reply.unheard);
            self.must(gone, || format!("the reply {token} was taken {} times, being {way}", reply.taken));
            let since = reply.not_before.max(self.well_since);
            let fair = self.post.mood() == Mood::Takes && self.house.clock.now().1 > since + 8 * 60 * MINUTE;
            self.must(!fair || reply.way != Way::Posted, || format!("the reply {token} is still on its way"));
        }
        let missed: usize = self.model.talks.iter().map(|talk| talk.missed).sum();
        let receipts: usize = self.model.talks.iter().map(|talk| talk.receipts).sum();
        let expected = i64::try_from(missed * 1_000_000 + receipts).unwrap_or(0);
        self.must(done == expected, || format!("missed deadlines and receipts: {done}, should be {expected}"));
        let now = self.house.clock.now().0;
        let late = self.model.next_due().filter(|due| *due <= now);
        self.must(late.is_none(), || format!("something of {late:?} is not done at {now}"));
    }

    fn judge_talk(&mut self, row: &Kept) {
        let known = self.model.talks.iter().position(|talk| talk.id.as_deref() == Some(&row.id));
        let n = known.unwrap_or_else(|| {
            let ours = self.model.dailies.iter().any(|daily| daily.subject == row.subject);
            let free = self.model.talks.iter().position(|talk| talk.id.is_none() && talk.customer.is_none());
            match free.filter(|_| ours) {
                Some(free) => free,
                None => self.fail(&format!("#{} should not be there: {row:?}", row.number)),
            }
        });
        let talk = &mut self.model.talks[n];
        (talk.id, talk.number) = (Some(row.id.clone()), row.number);
        let talk = talk.clone();
        self.must(row.deleted == talk.deleted.is_some(), || format!("#{} deleted: {}", row.number, row.deleted));
        if row.deleted {
            return;
        }
        let owner = talk.owner.map(|owner| self.staff[owner].to_string()).unwrap_or_default();
        let away = talk.away.map(|away| match away {
            Away::Until(until) => until,
            Away::Written => i64::MAX,
        });
        let mut wrong = Vec::new();
        let mut same = |what: &str, is: String, should: String| {
            if is != should {
                wrong.push(format!("{what} is {is} and should be {should}"));
            }
        };
        same("its state", row.state.clone(), talk.stands.code().to_owned());
        same("its owner", row.owner.clone(), owner);
        same("put away", format!("{:?}", row.snoozed), format!("{away:?}"));
        let told = |at: Option<i64>| format!("{:?}", at.map(clock::from_micros));
        same("the first reply is due", told(row.first), told(talk.due.first));
        same("the first reply", told(row.replied), told(talk.due.replied));
        same("the next reply is due", told(row.next), told(talk.due.next));
        same("time used", format!("{:?}", row.spent), format!("{:?}", talk.due.spent));
        let missed = (talk.due.first_missed, talk.due.next_missed);
        same("missed", format!("{:?}", row.missed), format!("{missed:?}"));
        same("the customer spoke last", row.customer_last.to_string(), talk.customer_last.to_string());
        self.must(wrong.is_empty(), || format!("#{}: {}", row.number, wrong.join("; ")));
    }

    /// What colleagues see: every mail once, with its bytes, in the right list; counts, search, the log, and the
    /// product's own checks.
    pub fn judge_dearly(&mut self) {
        self.judge_lists();
        self.judge_bytes();
        self.judge_search();
        self.judge_readers();
        let (folder, database) = (self.house.folder.clone(), self.house.database.clone());
        let found = self.ask(move |hands| async move {
            let mut checks = platform::check::checks(&hands.p.blobs, true);
            checks.extend(platform::check::boxed(conversations::check::RULES));
            checks.extend(platform::check::boxed(channels::check::RULES));
            // As `tillit check` does: on a connection of its own. On one that has searched before, SQLite's look at the
            // index goes by the parts that it had then.
            let db = House::beside(&folder, database.as_deref()).await?;
            let found = platform::check::run(&db, &checks, |_| {}).await?;
            db.close().await?;
            Ok(found.into_iter().map(|one| format!("{}: {}, {}", one.check, one.problem.what, one.problem.place)))
        });
        // A system mail that nobody will ever take is told as one.
        let found: Vec<String> = found.filter(|one| !one.starts_with("jobs")).collect();
        self.must(found.is_empty(), || format!("tillit check says: {}", found.join("; ")));
    }

    fn judge_lists(&mut self) {
        let asked = self.staff[1].clone();
        let (seen, shown, counts) = self.ask(move |hands| async move {
            let (now, mut conn) = (hands.p.clock.business(), hands.p.db.read().await?);
            let mut seen: Vec<BTreeSet<String>> = Vec::new();
            for group in [Group::Open, Group::Waiting, Group::Closed, Group::Snoozed] {
                let view = if group == Group::Snoozed { View::Snoozed } else { View::All };
                let (mut list, mut after) = (BTreeSet::new(), None);
                loop {
                    let query = ListQuery { view: view.clone(), group, after, most: 50 };
                    let page = queries::list(&mut conn, &Scope::All, &query, now).await?;
                    for row in page.rows {
                        if !list.insert(row.conversation.id.to_string()) {
                            return Err(platform::Fault::new(format!("#{} is listed twice", row.conversation.number)));
                        }
                    }
                    after = page.next;
                    if after.is_none() {
                        break;
                    }
                }
                seen.push(list);
            }
            let mut shown = BTreeMap::<String, Vec<(String, String)>>::new();
            for id in seen.iter().flatten() {
                let it: ConversationId = id.parse().map_err(|_| platform::Fault::new("no id"))?;
                let thread = queries::thread(&mut conn, &Scope::All, &it).await?;
                for message in thread.into_iter().flat_map(|thread| thread.messages) {
                    let text = format!("{:?} {}", message.kind, message.body);
                    shown.entry(id.clone()).or_default().push((message.id.to_string(), text));
                }
            }
            let counts = queries::counts(&mut conn, &Scope::All, &asked, now).await?;
            let counts = [counts.open, counts.waiting, counts.closed, counts.snoozed, counts.mine, counts.unanswered];
            Ok((seen, shown, counts))
        });
        for talk in &self.model.talks {
            let id = talk.id.clone().unwrap_or_default();
            let lists: Vec<usize> = (0..4).filter(|n| seen[*n].contains(&id)).collect();
            let should: Vec<usize> = talk.list().into_iter().collect();
            self.must(lists == should, || {
                format!("#{} is in the lists {lists:?} and should be in {should:?}", talk.number)
            });
        }
        for mail in &self.model.mails {
            self.judge_shown(mail.talk, &mail.token, MessageKind::Inbound, &shown);
        }
        for reply in self.model.replies.iter().filter(|reply| reply.way != Way::Undone) {
            self.judge_shown(reply.talk, &reply.token, MessageKind::Reply, &shown);
        }
        let count = |holds: &dyn Fn(&Talk) -> bool| self.model.talks.iter().filter(|talk| holds(talk)).count();
        let unanswered = |talk: &Talk| talk.customer_last && talk.deleted.is_none() && !talk.stands.over();
        let mine = |talk: &Talk| talk.list() == Some(0) && talk.owner == Some(1);
        let should = [
            count(&|talk| talk.list() == Some(0)),
            count(&|talk| talk.list() == Some(1)),
            count(&|talk| talk.list() == Some(2)),
            count(&|talk| talk.list() == Some(3)),
            count(&mine),
            count(&unanswered),
        ];
        let counts = counts.map(|n| usize::try_from(n).unwrap_or(usize::MAX));
        self.must(counts == should, || {
            format!("open, waiting, closed, away, mine, unanswered: {counts:?}, should be {should:?}")
        });
    }

    fn judge_shown(
        &self,
        talk: usize,
        token: &str,
        kind: MessageKind,
        shown: &BTreeMap<String, Vec<(String, String)>>,
    ) {
        let kind = format!("{kind:?} ");
        let bears = |(id, text): (&String, &(String, String))| {
            (text.1.starts_with(&kind) && text.1.contains(token)).then(|| id.clone())
        };
        let found: Vec<String> =
            shown.iter().flat_map(|(id, all)| all.iter().map(move |one| (id, one))).filter_map(bears).collect();
        let it = &self.model.talks[talk];
        let should: Vec<String> = it.id.iter().filter(|_| it.deleted.is_none()).cloned().collect();
        self.must(found == should, || {
            format!("{token} of #{} is shown in {found:?} and should be in {should:?}", it.number)
        });
    }

    fn judge_bytes(&self) {
        for mail in self.model.mails.iter().filter(|mail| !mail.bytes.is_empty()) {
            if self.model.talks[mail.talk].deleted.is_some() {
                continue;
            }
            let kept = mail.kept.clone();
            let bytes = self.ask(|hands| async move {
                let mut conn = hands.p.db.read().await?;
                let sql = "SELECT m.raw AS raw FROM inbound i JOIN message m ON m.id = i.message WHERE i.id = $1";
                let Some(row) = conn.one(sql, vals![kept]).await? else { return Ok(Vec::new()) };
                hands.p.blobs.read(&mut conn, &row.text("raw")?).await
            });
            self.must(bytes == mail.bytes, || format!("{} is not kept as it came", mail.token));
        }
    }

    fn judge_search(&mut self) {
        let all: Vec<usize> = (0..self.model.mails.len()).filter(|n| self.model.mails[*n].customer.is_some()).collect();
        for _ in 0..3 {
            let Some(n) = self.some(&all) else { return };
            let mail = self.model.mails[n].clone();
            let (token, talk) = (mail.token.clone(), self.model.talks[mail.talk].clone());
            let found = self.ask(|hands| async move {
                let who = Searcher { scope: &Scope::All, me: None, after: None, most: 10 };
                let asked = conversations::rules::searching::read(&token, &jiff::tz::TimeZone::UTC);
                let found = search(&hands.p.words, &mut hands.p.db.read().await?, &who, &asked).await?;
                Ok(found.found.into_iter().map(|one| one.row.conversation.id.to_string()).collect::<Vec<_>>())
            });
            let should: Vec<String> = talk.id.filter(|_| talk.deleted.is_none()).into_iter().collect();
            self.must(found == should, || {
                format!("{} is found in {found:?} and should be found in {should:?}", mail.token)
            });
        }
    }

    /// Every reader of the log has come to its end, and none steps over a fact; each fact left one delivery.
    fn judge_readers(&self) {
        let (facts, read, wanted, left) = self.ask(|hands| async move {
            let mut conn = hands.p.db.read().await?;
            let facts = conn.number("SELECT COUNT(*) AS n FROM event", vec![]).await?;
            let (mut place, mut read) = (log::Place::default(), 0_i64);
            loop {
                let some = log::after(&mut conn, place, 37).await?;
                let Some(last) = some.last() else { break };
                place = last.place;
                read += i64::try_from(some.len()).unwrap_or(0);
            }
            let end = log::end(&mut conn).await?;
            let rows = conn.all("SELECT reader, seq FROM event_cursor", vec![]).await?;
            for row in rows {
                if row.int("seq")? != end.seq {
                    let (reader, at) = (row.text("reader")?, row.int("seq")?);
                    return Err(platform::Fault::new(format!("{reader} stands at {at} of {}", end.seq)));
                }
            }
            let wanted = log::after(&mut conn, log::Place::default(), i64::from(i32::MAX)).await?;
            let family = |kind: &str| kind.starts_with("conversation.") || kind.starts_with("person.");
            let told = |fact: &&log::Recorded| family(&fact.kind) && crate::api::FAMILIES.tell(fact).is_some();
            let wanted = wanted.iter().filter(told).count();
            let sql = "SELECT COUNT(*) AS n FROM webhook_delivery";
            Ok((facts, read, wanted, conn.number(sql, vec![]).await?))
        });
        self.must(facts == read, || format!("a reader of the log sees {read} of {facts} facts"));
        let left = usize::try_from(left).unwrap_or(0);
        // Those that ended are forgotten after a month, and so is the history of what is gone for good.
        let young = self.house.clock.now().0 - self.founded < 25 * super::hours::DAY;
        self.must(!young || left == wanted, || format!("{wanted} facts left {left} deliveries"));
        let mut heard = BTreeMap::<String, usize>::new();
        let mut unheard = 0;
        for one in self.program.since(0) {
            match one.mood {
                Mood::Takes => *heard.entry(one.id).or_default() += 1,
                Mood::DiesAfter => unheard += 1,
                _ => {}
            }
        }
        let twice: Vec<&String> = heard.iter().filter(|(_, n)| **n > 1).map(|(id, _)| id).collect();
        self.must(twice.len() <= unheard + self.deaths, || format!("these facts were told twice: {twice:?}"));
        let told = self.ask(|hands| async move {
            let sql = "SELECT COUNT(*) AS n FROM webhook_delivery WHERE state = 'delivered'";
            hands.p.db.read().await?.number(sql, vec![]).await
        });
        let heard = i64::try_from(heard.len()).unwrap_or(0);
        self.must(told <= heard, || format!("{told} deliveries are said to have arrived, and {heard} did"));
    }

    /// At the end everybody is well, and some days go by: nothing is left to be done.
    pub fn judge_the_end(&mut self) {
        self.tell("everybody is well again, and two days go by".to_owned());
        self.takes();
        self.program.feels(Mood::Takes);
        self.go_on(2 * super::hours::DAY, false);
        self.judge();
        self.judge_dearly();
        let left = self.ask(|hands| async move {
            let mut conn = hands.p.db.read().await?;
            let sql = "SELECT (SELECT COUNT(*) FROM webhook_delivery WHERE state = 'pending') + \
                       (SELECT COUNT(*) FROM inbound WHERE state = 'new') + \
                       (SELECT COUNT(*) FROM delivery WHERE state IN ('waiting', 'sending')) AS n";
            conn.number(sql, vec![]).await
        });
        self.must(left == 0, || format!("{left} things were never done"));
    }
}
