//! What comes from outside: new mails, answers, machines, the same again, forms. The bytes go through the journal's door;
//! where they must be shown, the model says beforehand.

use channels::journal::{self, Arrival, Kept, Source};
use channels::requests::{self, Place};
use conversations::Mailbox;

use super::mails::{self, Written};
use super::model::{Mail, Way};
use super::peers::Mood;
use super::sim::Sim;

/// Customers.
pub const CUSTOMERS: usize = 6;

pub fn address(customer: usize) -> String {
    format!("kunde{customer}@kunde{}.example", customer % 2)
}

fn arrival(from: &str, to: &str) -> Arrival {
    Arrival {
        source: Source::Lmtp,
        envelope_from: from.to_owned(),
        envelope_to: vec![to.to_owned()],
        peer: "127.0.0.1".to_owned(),
        mailbox: None,
    }
}

impl Sim {
    fn second(&self) -> i64 {
        self.house.clock.now().0.div_euclid(1_000_000)
    }

    /// Hands bytes in until they are acknowledged, as a mail server does.
    fn hand_in(&mut self, from: &str, to: &str, bytes: &[u8]) -> Kept {
        loop {
            let (bytes, arrival) = (bytes.to_vec(), arrival(from, to));
            let kept = self.attempt(|hands| async move { hands.journal.accept(bytes, arrival).await });
            match kept {
                Some(Ok(kept)) => return kept,
                Some(Err(fault)) => self.fail(&format!("a mail was not kept: {}", fault.chain())),
                None => self.restart(),
            }
        }
    }

    /// A mail that was acknowledged: the model says where it belongs.
    fn acknowledged(&mut self, mail: Mail, about: Option<usize>) {
        let before = self.model.talks.len();
        self.model.now = self.house.clock.now().0;
        let talk = self.model.came(mail.customer, about, mail.machine);
        let machine = self.house.clock.now().1;
        // A receipt goes for what begins, five an hour at most to each.
        if let (Some(customer), false, true) = (mail.customer, mail.machine, talk >= before) {
            let hour = super::hours::HOUR;
            let sent = self.model.receipts.iter().filter(|(who, at)| *who == customer && *at > machine - hour).count();
            if sent < 5 && !mail.mail_id.is_empty() {
                self.model.receipts.push((customer, machine));
                self.model.talks[talk].receipts += 1;
            }
        }
        self.model.mails.push(Mail { talk, ..mail });
    }

    /// One thing that comes from outside.
    pub fn mail(&mut self) {
        match self.rng.u32(..100) {
            0..=34 => self.new_mail(),
            35..=59 => self.answer(false),
            60..=66 => self.answer(true),
            67..=74 => self.goes_on(),
            75..=88 => self.again(),
            89..=94 => self.form(),
            _ => self.bounce(),
        }
    }

    fn write(&mut self, customer: usize, to: &str, answers: Option<&str>, (away, about): (bool, Option<usize>)) {
        let (token, long) = (self.token(), self.chance(20));
        let from = address(customer);
        let id = format!("{token}@kunde.example");
        let second = self.second();
        let written = Written { from: &from, to, id: &id, answers, token: &token, second, away, long };
        let bytes = mails::letter(&written);
        let known = about.map(|about| self.model.talks[about].number);
        self.tell(format!("customer {customer} writes {token}, about {known:?}, machine: {away}"));
        let kept = self.hand_in(&from, to, &bytes);
        let customer = Some(customer);
        let mail = Mail { token, bytes, customer, mail_id: id, talk: 0, machine: away, kept: kept.id, found: false };
        self.acknowledged(mail, about);
    }

    fn new_mail(&mut self) {
        let customer = self.rng.usize(..CUSTOMERS);
        self.write(customer, mails::HELP, None, (false, None));
    }

    /// An answer to a reply that has arrived, by its id, by its address, or by both.
    fn answer(&mut self, away: bool) {
        let arrived = |way| matches!(way, Way::Sent | Way::Bounced);
        let all: Vec<usize> = (0..self.model.replies.len()).filter(|n| arrived(self.model.replies[*n].way)).collect();
        let Some(n) = self.some(&all) else { return self.new_mail() };
        let reply = self.model.replies[n].clone();
        let Some(customer) = self.model.talks[reply.talk].customer else { return self.new_mail() };
        let how = self.rng.u32(..3);
        let to = match (&reply.reply_to, how) {
            (Some(to), 0 | 1) => to.trim_matches(['<', '>']).to_owned(),
            _ => mails::HELP.to_owned(),
        };
        let to = to.split(['<', '>']).nth(1).map_or(to.clone(), str::to_owned);
        let answers = if how == 1 && reply.reply_to.is_some() { None } else { Some(reply.mail_id.as_str()) };
        self.write(customer, &to, answers, (away, Some(reply.talk)));
    }

    /// A customer goes on from a mail of their own.
    fn goes_on(&mut self) {
        // What answers a mail of a deleted conversation joins what answered it before; that is left to other tests.
        let there = |mail: &Mail| self.model.talks[mail.talk].deleted.is_none();
        let own = |mail: &Mail| mail.customer.is_some() && !mail.machine && !mail.mail_id.is_empty() && there(mail);
        let all: Vec<usize> = (0..self.model.mails.len()).filter(|n| own(&self.model.mails[*n])).collect();
        let Some(n) = self.some(&all) else { return self.new_mail() };
        let mail = self.model.mails[n].clone();
        let Some(customer) = mail.customer else { return };
        self.write(customer, mails::HELP, Some(&mail.mail_id), (false, Some(mail.talk)));
    }

    /// The customer of this conversation writes in it again.
    pub fn customer_writes_in(&mut self, talk: usize) {
        let own = |mail: &&Mail| mail.talk == talk && mail.customer.is_some() && !mail.mail_id.is_empty();
        let own = self.model.mails.iter().find(own).map(|mail| mail.mail_id.clone());
        if let (Some(answers), Some(customer)) = (own, self.model.talks[talk].customer) {
            self.write(customer, mails::HELP, Some(&answers), (false, Some(talk)));
        }
    }

    /// The same once more: from the same server, or by another way.
    fn again(&mut self) {
        let all: Vec<usize> = (0..self.model.mails.len()).filter(|n| !self.model.mails[*n].bytes.is_empty()).collect();
        let Some(n) = self.some(&all) else { return self.new_mail() };
        let mail = self.model.mails[n].clone();
        let other = self.chance(50);
        let bytes = if other { mails::by_another_way(&mail.bytes, self.step) } else { mail.bytes.clone() };
        self.tell(format!("{} comes again, by another way: {other}", mail.token));
        let kept = self.hand_in("kunde@kunde.example", mails::HELP, &bytes);
        self.must(kept.known && kept.id == mail.kept, || format!("{} was taken for another mail", mail.token));
    }

    /// Our mail server gives up on a reply of ours.
    fn bounce(&mut self) {
        let sent = |n: &usize| {
            let reply = &self.model.replies[*n];
            let there = self.model.talks[reply.talk].deleted.is_none();
            reply.way == Way::Sent && there && self.model.leads_to(reply.talk) == Some(reply.talk)
        };
        let all: Vec<usize> = (0..self.model.replies.len()).filter(sent).collect();
        let Some(n) = self.some(&all) else { return self.new_mail() };
        let reply = self.model.replies[n].clone();
        let Some(customer) = self.model.talks[reply.talk].customer else { return };
        let token = self.token();
        let id = format!("{token}@mx.kunde.example");
        let bytes = mails::bounce(&reply.mail_id, &address(customer), &id, &token, self.second());
        self.tell(format!("{} bounces: {token}", reply.token));
        let kept = self.hand_in("", mails::HELP, &bytes);
        let mail =
            Mail { token, bytes, customer: None, mail_id: id, talk: 0, machine: true, kept: kept.id, found: false };
        self.acknowledged(mail, Some(reply.talk));
        self.model.lost(n, Way::Bounced);
    }

    /// Somebody fills in a contact form.
    fn form(&mut self) {
        let customer = self.rng.usize(..CUSTOMERS);
        let (token, at) = (self.token(), self.house.clock.now().0);
        self.tell(format!("customer {customer} fills in a form: {token}"));
        let written = requests::Written {
            from: Mailbox { name: "Kunde".into(), address: address(customer) },
            subject: format!("Skjema {token}"),
            place: Place::Form { department: None, proved: false },
            once: token.clone(),
            at: base::clock::from_micros(at),
            text: format!("Dette gjelder {token}."),
            files: Vec::new(),
            peer: "127.0.0.1".into(),
        };
        let kept = loop {
            let written = written.clone();
            let kept = self.attempt(|hands| async move { requests::accept(&hands.p, &hands.journal, written).await });
            match kept {
                Some(Ok(kept)) => break kept,
                Some(Err(fault)) => self.fail(&format!("a form was not kept: {}", fault.chain())),
                None => self.restart(),
            }
        };
        let customer = Some(customer);
        let (bytes, mail_id) = (Vec::new(), String::new());
        let mail = Mail { token, bytes, customer, mail_id, talk: 0, machine: false, kept: kept.id, found: false };
        self.acknowledged(mail, None);
    }

    /// Looks up where the new mails were put: each in the conversation that the model says.
    pub fn look_up_mails(&mut self) {
        for n in 0..self.model.mails.len() {
            if self.model.mails[n].found {
                continue;
            }
            let mail = self.model.mails[n].clone();
            let kept = mail.kept.clone();
            let made = self.ask(|hands| async move {
                let mut conn = hands.p.db.read().await?;
                let made = journal::made(&mut conn, &kept).await?;
                let Some((conversation, _)) = made else { return Ok(None) };
                let sql = "SELECT number AS n FROM conversation WHERE id = $1";
                let number = conn.number(sql, platform::vals![conversation.as_str()]).await?;
                Ok(Some((conversation, number)))
            });
            let Some((conversation, number)) = made else {
                self.fail(&format!("{} was acknowledged and is nowhere", mail.token));
            };
            let known = self.model.talks.iter().position(|talk| talk.id.as_deref() == Some(&conversation));
            match self.model.talks[mail.talk].id {
                Some(_) => self.must(known == Some(mail.talk), || {
                    let expected = self.model.talks[mail.talk].number;
                    format!("{} belongs to #{expected} and is in #{number}", mail.token)
                }),
                None => {
                    self.must(known.is_none(), || format!("{} begins a conversation and is in #{number}", mail.token));
                    let talk = &mut self.model.talks[mail.talk];
                    (talk.id, talk.number) = (Some(conversation), number);
                    self.tell(format!("    ({} is #{number})", mail.token));
                }
            }
            self.model.mails[n].found = true;
        }
    }

    /// One of these.
    pub fn some(&mut self, all: &[usize]) -> Option<usize> {
        if all.is_empty() { None } else { Some(all[self.rng.usize(..all.len())]) }
    }

    /// Somebody outside is away for a while, dies, or is back.
    pub fn moods(&mut self) {
        let mood = match self.rng.u32(..10) {
            0..=3 => Mood::DiesBefore,
            4..=6 => Mood::DiesAfter,
            7 | 8 => Mood::Later,
            _ => Mood::Never,
        };
        if self.chance(65) {
            self.tell(format!("the mail server: {mood:?}"));
            self.post.feels(mood);
        } else {
            let mood = if mood == Mood::Never { Mood::Later } else { mood };
            self.tell(format!("the program that listens: {mood:?}"));
            self.program.feels(mood);
        }
    }
}
