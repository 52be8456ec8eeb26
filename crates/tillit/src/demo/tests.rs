//! What must hold for the demo, seed by seed.

use std::collections::BTreeSet;

use base::{Instant, Language};
use mail_parser::MessageParser;

use super::cast::{COLLEAGUES, Cast, NEWCOMER, colleague_of};
use super::deed::Deed;
use super::desk::{Desk, Incoming, play};
use super::files::File;
use super::ledger::OurMail;
use super::letter::Letter;
use super::life::Life;
use super::truth::{Outcome, Truth};
use super::{Act, After, PlotId, START, Size, Timed, showcase, times};

const SEED: u64 = 7;

fn past(seed: u64, size: Size) -> (Life, Vec<Timed>) {
    let mut life = Life::new(seed, size);
    let mut acts = Vec::new();
    while let Some(timed) = life.next(START) {
        acts.push(timed);
    }
    (life, acts)
}

fn letters(acts: &[Timed]) -> impl Iterator<Item = &Letter> {
    acts.iter().filter_map(|timed| match &timed.act {
        Act::MailIn(letter) => Some(letter.as_ref()),
        _ => None,
    })
}

fn later(seed: u64, days: i64) -> Vec<Timed> {
    let (mut life, mut acts) = past(seed, Size::default());
    while let Some(timed) = life.next(times::plus_minutes(START, days * 24 * 60)) {
        acts.push(timed);
    }
    acts
}

fn of<'a>(life: &'a Life, key: &str) -> &'a Truth {
    &life.truths()[&showcase::plot(key).expect("a plot of the showcase")]
}

#[test]
fn the_five_languages_of_the_bar_say_the_same() {
    assert_eq!(platform::i18n::check(&super::LOCALES), Vec::<String>::new());
}

#[test]
fn the_same_seed_gives_the_same_acts_and_bytes() {
    let (one, two) = (later(SEED, 3), later(SEED, 3));
    assert!(one == two);
    assert!(letters(&one).zip(letters(&two)).all(|(a, b)| a.bytes(None) == b.bytes(None)));
}

#[test]
fn another_seed_gives_another_life_with_the_same_showcase() {
    let (one, two) = (past(SEED, Size::default()), past(SEED + 1, Size::default()));
    assert!(one.1 != two.1);
    assert_eq!(of(&one.0, "kari").subject, of(&two.0, "kari").subject);
}

#[test]
fn the_desk_of_the_start_has_the_aimed_counts() {
    for seed in [SEED, 1, 2] {
        let (life, _) = past(seed, Size::default());
        let count = |what: fn(Outcome) -> bool| life.truths().values().filter(|one| what(one.outcome)).count();
        assert_eq!(count(Outcome::is_open), 47);
        assert_eq!(count(Outcome::is_waiting), 19);
        assert_eq!(life.truths().len(), 400);
        let open = |owner| life.truths().values().filter(|one| one.outcome.is_open() && one.owner == owner).count();
        assert_eq!((open(Some(NEWCOMER)), open(None)), (8, 5));
    }
}

#[test]
fn the_first_screen_is_that_of_the_pictures() {
    let (life, _) = past(SEED, Size::default());
    // The first reply is due after 24 hours, a further one after eight hours of an office day: for what
    // came today after eight that is tomorrow.
    let due = |one: &Truth| one.waits_since.map(|since| times::minutes_between(START, since) + 24 * 60);
    let morning = times::plus_minutes(START, -(5 * 60 + 48));
    let further = life
        .truths()
        .values()
        .filter(|one| one.first_reply_minutes.is_some() && one.subject != of(&life, "kari").subject);
    assert!(further.filter_map(|one| one.waits_since).all(|since| since >= morning));
    let minutes: Vec<Option<i64>> =
        ["lars-erik", "kari", "dewi", "oliver", "agnes", "bayu"].iter().map(|key| due(of(&life, key))).collect();
    assert_eq!(minutes, [Some(-8), Some(13), Some(32), Some(321), Some(441), Some(561)]);
    let sooner = life.truths().values().filter(|one| one.outcome.is_open() && due(one).is_some_and(|due| due < 561));
    assert_eq!(sooner.count(), 5, "nothing else is due before the pictures' last row");
    assert_eq!(of(&life, "henrik").outcome, Outcome::WaitingCustomer);
    assert_eq!(of(&life, "kari").owner, Some("ingrid"));
}

#[test]
fn every_language_has_its_share_and_few_first_replies_are_late() {
    let (life, _) = past(SEED, Size::default());
    let all = life.truths().len();
    for language in Language::ALL {
        let share = life.truths().values().filter(|one| one.language == language).count() * 100 / all;
        assert!(share >= 15, "{language:?} has {share} %");
    }
    let replied: Vec<i64> = life.truths().values().filter_map(|one| one.first_reply_minutes).collect();
    let late = replied.iter().filter(|minutes| **minutes > 24 * 60).count() * 100 / replied.len();
    assert!((1..=6).contains(&late), "{late} % late");
}

#[test]
fn every_address_ends_in_example_and_no_blank_is_left() {
    let acts = later(SEED, 4);
    let mut texts: Vec<String> =
        letters(&acts).map(|one| String::from_utf8_lossy(&one.bytes(None)).into_owned()).collect();
    for timed in &acts {
        match &timed.act {
            Act::Reply { text, .. }
            | Act::Later { text, .. }
            | Act::Draft { text, .. }
            | Act::Forward { text, .. }
            | Act::Note { text, .. } => texts.push(text.clone()),
            Act::Close { reason, .. } => texts.push(reason.clone()),
            Act::MailIn(letter) => {
                texts.push(letter.from_address.clone());
                for text in [&letter.text, &letter.subject] {
                    assert!(!text.contains(['{', '}', '|']), "{text}");
                    assert!(!text.trim().is_empty());
                }
            }
            _ => {}
        }
    }
    for text in texts {
        assert!(!text.contains("{}") && !text.contains(['|', '}']) || text.contains("<html>"), "{text}");
        for after in text.split('@').skip(1) {
            let domain: String = after.chars().take_while(|c| c.is_alphanumeric() || "-.".contains(*c)).collect();
            let domain = domain.trim_end_matches('.');
            assert!(domain == "Ingrid" || domain.ends_with(".example"), "{domain} in {text}");
        }
    }
    assert!(COLLEAGUES.iter().all(|one| one.address.ends_with("@brekkesund.example")));
    let cast = Cast::new(SEED, Size::default().conversations);
    let second = cast.customers.iter().filter_map(|one| one.second.as_ref());
    assert!(cast.customers.iter().map(|one| &one.address).chain(second).all(|one| one.ends_with(".example")));
}

#[test]
fn colleagues_write_only_languages_they_know_and_only_on_duty() {
    let acts = later(SEED, 3);
    let (_, shown) = showcase::acts(&Cast::new(SEED, Size::default().conversations), SEED);
    let mut languages = std::collections::BTreeMap::new();
    for timed in &acts {
        if let Act::MailIn(letter) = &timed.act {
            languages.insert(timed.plot, letter.language);
        }
        let Some(who) = timed.act.who() else { continue };
        let colleague = colleague_of(who).expect("a colleague");
        let begun = times::plus_minutes(timed.at, -1);
        assert!(times::minutes_between(begun, times::on_duty(begun, 0)) < 15, "{timed:?}");
        // In the pictures anybody may help out.
        if matches!(timed.act, Act::Reply { .. }) && timed.plot.0 >= shown {
            assert!(colleague.writes.contains(&languages[&timed.plot]), "{timed:?}");
        }
        assert!(timed.at <= START || who != NEWCOMER, "the newcomer acts for herself: {timed:?}");
    }
}

#[test]
fn a_longer_history_keeps_the_desk_of_today() {
    let size = Size::of(10_000);
    let (life, acts) = past(SEED, size);
    assert_eq!(life.truths().len(), 10_000);
    assert_eq!(life.truths().values().filter(|one| one.outcome.is_open()).count(), 47);
    let ids: BTreeSet<&str> = letters(&acts).map(|one| one.message_id.as_str()).collect();
    assert_eq!(ids.len(), letters(&acts).count(), "every mail has an id of its own");
    assert!(acts.windows(2).all(|pair| pair[0].at <= pair[1].at));
}

/// A desk of paper: it knows the threads, and sends what it is told to.
#[derive(Default)]
struct Paper {
    now: Instant,
    /// Message ids of each plot, the last one last.
    threads: std::collections::BTreeMap<PlotId, Vec<String>>,
    sent: Vec<OurMail>,
    mails: Vec<(PlotId, Instant, Vec<u8>)>,
    replies: u32,
    taken: BTreeSet<PlotId>,
    /// Mail that has not left yet is not seen.
    late: bool,
}

impl Paper {
    fn send(&mut self, plot: PlotId, text: &str) {
        self.replies += 1;
        let thread = self.threads.entry(plot).or_default();
        self.sent.push(OurMail {
            from_name: "Ingrid Moen".to_owned(),
            from_address: "hjelp@brekkesund.example".to_owned(),
            to: "somebody@post.example".to_owned(),
            message_id: format!("{}@brekkesund.example", self.replies),
            reply_to: format!("hjelp+{}@brekkesund.example", plot.0),
            subject: "Re: it".to_owned(),
            text: text.to_owned(),
            references: thread.clone(),
            at: self.now,
        });
        thread.push(format!("{}@brekkesund.example", self.replies));
    }
}

impl Desk for Paper {
    type Fault = String;

    async fn move_to(&mut self, at: Instant) -> Result<(), String> {
        self.now = at;
        Ok(())
    }

    async fn mail(&mut self, plot: PlotId, mail: Incoming) -> Result<(), String> {
        self.threads.entry(plot).or_default().push(mail.message_id);
        self.mails.push((plot, self.now, mail.bytes));
        Ok(())
    }

    async fn reply(&mut self, plot: PlotId, _: &'static str, text: &str, _: &[File], _: After) -> Result<(), String> {
        self.known(plot)?;
        self.send(plot, text);
        Ok(())
    }

    async fn later(&mut self, plot: PlotId, _: &'static str, _: &str, due: Instant) -> Result<(), String> {
        assert!(due > self.now, "a time to come");
        self.known(plot)
    }

    async fn draft(&mut self, plot: PlotId, _: &'static str, _: &str) -> Result<(), String> {
        self.known(plot)
    }

    async fn forward(&mut self, plot: PlotId, _: &'static str, to: &str, _: &str) -> Result<(), String> {
        assert!(to.ends_with(".example"), "{to}");
        self.known(plot)
    }

    async fn note(&mut self, plot: PlotId, _: &'static str, _: &str) -> Result<(), String> {
        self.known(plot)
    }

    async fn assign(&mut self, plot: PlotId, _: &'static str, _: &'static str) -> Result<(), String> {
        self.known(plot)
    }

    async fn tag(&mut self, plot: PlotId, _: &'static str, words: &str) -> Result<(), String> {
        assert!(!words.trim().is_empty());
        self.known(plot)
    }

    async fn snooze(&mut self, plot: PlotId, _: &'static str, until: Option<Instant>) -> Result<(), String> {
        assert!(until.is_none_or(|until| until > self.now), "a time to come");
        self.known(plot)
    }

    async fn deed(&mut self, plot: PlotId, _: &'static str, deed: &Deed) -> Result<(), String> {
        if let Deed::Link { to, .. } = deed {
            self.known(*to)?;
        }
        self.known(plot)
    }

    async fn wait(&mut self, plot: PlotId, _: &'static str) -> Result<(), String> {
        self.known(plot)
    }

    async fn close(&mut self, plot: PlotId, _: &'static str, _: &str) -> Result<(), String> {
        self.known(plot)
    }

    async fn reopen(&mut self, plot: PlotId, _: &'static str) -> Result<(), String> {
        self.known(plot)
    }

    async fn outgoing(&mut self) -> Result<Vec<OurMail>, String> {
        Ok(if self.late { Vec::new() } else { std::mem::take(&mut self.sent) })
    }

    async fn taken(&mut self, plot: PlotId) -> Result<bool, String> {
        Ok(self.taken.contains(&plot))
    }
}

impl Paper {
    fn known(&self, plot: PlotId) -> Result<(), String> {
        self.threads.contains_key(&plot).then_some(()).ok_or_else(|| format!("{plot:?} has no conversation yet"))
    }
}

#[tokio::test]
async fn answers_from_outside_name_the_mail_they_answer() {
    let (mut desk, mut life) = (Paper::default(), Life::new(SEED, Size::default()));
    play(&mut desk, &mut life, START).await.expect("a whole past");
    let mut answers = 0;
    let mut first = BTreeSet::new();
    for (plot, _, bytes) in &desk.mails {
        let mail = MessageParser::default().parse(bytes).expect("a mail");
        let opening = first.insert(*plot);
        if String::from_utf8_lossy(bytes).contains("mailer-daemon@") {
            continue; // A mail server's notice answers a mail of another plot.
        }
        let Some(answered) = mail.in_reply_to().as_text() else {
            assert!(opening, "a later mail of {plot:?} answers nothing:\n{}", String::from_utf8_lossy(bytes));
            continue;
        };
        assert!(!opening);
        assert!(desk.threads[plot].iter().any(|id| id == answered), "{answered} is not of {plot:?}");
        answers += 1;
    }
    assert!(answers > 200, "{answers}");
}

#[tokio::test]
async fn a_customer_answers_the_newcomer_within_the_hour_in_their_language() {
    let (mut desk, mut life) = (Paper::default(), Life::new(SEED, Size::default()));
    play(&mut desk, &mut life, START).await.expect("a whole past");
    let bayu = showcase::plot("bayu").expect("Bayu is there");
    let before = desk.mails.len();
    desk.send(bayu, "Halo Pak Bayu. Boleh kami tahu NPWP perusahaannya?");
    play(&mut desk, &mut life, times::plus_minutes(START, 1)).await.expect("seen");
    play(&mut desk, &mut life, times::plus_minutes(START, 62)).await.expect("an hour");
    let answers: Vec<_> = desk.mails[before..].iter().filter(|(plot, ..)| *plot == bayu).collect();
    let [(_, at, bytes)] = answers.as_slice() else { panic!("one answer, not {}", answers.len()) };
    assert!((1..=61).contains(&times::minutes_between(START, *at)));
    let mail = MessageParser::default().parse(bytes).expect("a mail");
    let text = mail.body_text(0).expect("a text");
    assert!(mail.to().and_then(|to| to.first()).and_then(|to| to.address()).is_some_and(|to| to.starts_with("hjelp+")));
    assert!(text.contains("10482") || text.contains("Dua-duanya"), "{text}");

    desk.send(bayu, "Terima kasih, fakturnya sudah kami kirim.");
    play(&mut desk, &mut life, times::plus_minutes(START, 64)).await.expect("seen");
    play(&mut desk, &mut life, times::plus_minutes(START, 128)).await.expect("an hour");
    assert_eq!(desk.mails[before..].iter().filter(|(plot, ..)| *plot == bayu).count(), 2);
}

#[tokio::test]
async fn a_reply_of_the_newcomer_ends_what_was_planned_for_that_customer() {
    let (mut desk, mut life) = (Paper::default(), Life::new(SEED, Size::default()));
    play(&mut desk, &mut life, START).await.expect("a whole past");
    let colleagues: Vec<PlotId> = life
        .truths()
        .values()
        .filter(|one| one.outcome.is_open() && one.owner.is_some_and(|owner| owner != NEWCOMER))
        .map(|one| one.plot)
        .collect();
    for plot in &colleagues {
        desk.send(*plot, "All is well.");
    }
    play(&mut desk, &mut life, times::plus_minutes(START, 1)).await.expect("seen");
    let replies = desk.replies;
    while let Some(timed) = life.next(times::plus_minutes(START, 3 * 24 * 60)) {
        assert!(!colleagues.contains(&timed.plot) || matches!(timed.act, Act::MailIn(_)), "{timed:?}");
    }
    assert_eq!(desk.replies, replies);
}

#[test]
fn the_life_goes_on_after_the_start() {
    let acts = later(SEED, 7);
    let fresh = letters(&acts).filter(|one| one.at > START).count();
    let replies = acts.iter().filter(|one| one.at > START && matches!(one.act, Act::Reply { .. })).count();
    assert!(fresh > 150 && replies > 80, "{fresh} mails and {replies} replies in a week");
}

#[tokio::test]
async fn a_customer_answers_only_what_has_arrived() {
    let (mut desk, mut life) = (Paper::default(), Life::new(SEED, Size::default()));
    play(&mut desk, &mut life, START).await.expect("a whole past");
    desk.late = true;
    let later = times::plus_minutes(START, 30 * 60);
    play(&mut desk, &mut life, later).await.expect("a day on which nothing of ours arrives");
    let unseen: BTreeSet<String> = desk.sent.iter().map(|mail| mail.message_id.clone()).collect();
    let answered = |desk: &Paper| {
        let texts = desk.mails.iter().map(|(_, _, bytes)| String::from_utf8_lossy(bytes).into_owned());
        texts.filter(|text| unseen.iter().any(|id| text.contains(&format!("<{id}>")))).count()
    };
    assert!(unseen.len() > 20);
    assert_eq!(answered(&desk), 0, "nobody can answer what has not come");
    desk.late = false;
    play(&mut desk, &mut life, times::plus_minutes(later, 10)).await.expect("all arrives");
    assert!(answered(&desk) > 5, "{} answers", answered(&desk));
}

#[tokio::test]
async fn colleagues_leave_alone_what_the_newcomer_has_taken() {
    let (mut desk, mut life) = (Paper::default(), Life::new(SEED, Size::default()));
    play(&mut desk, &mut life, START).await.expect("a whole past");
    let replies = desk.replies;
    desk.taken = desk.threads.keys().copied().collect();
    let known = desk.taken.len();
    play(&mut desk, &mut life, times::plus_minutes(START, 6 * 60)).await.expect("an afternoon");
    let of_known = desk.replies - replies;
    assert!(desk.threads.len() > known, "others write");
    desk.taken.clear();
    let (mut desk, mut life) = (Paper::default(), Life::new(SEED, Size::default()));
    play(&mut desk, &mut life, times::plus_minutes(START, 6 * 60)).await.expect("an afternoon");
    assert!(desk.replies - replies > of_known, "left to themselves, colleagues answer");
}
