//! The conversations of the reference pictures, word for word and minute for minute.
//!
//! `## key language person form other` opens one; `other` is the key of the plot whose mails it answers. `S:` is its subject; then one line an act, with the time
//! in Oslo: `C` the customer writes, `A who state` we answer, `N who` a note, `@ who to` an
//! assignment, `X who reason` closed with a reason, `R form` a machine writes, `L who due` an answer that
//! goes later, `D who` a draft, `W who to` passes the newest mail on, `T who words` puts words on it, `Z who until` puts it away, `K who kind key` links it, `P who way
//! direction minutes` writes down a call or a visit, `I who` what is to be done and `I who done` that it is, `M who minutes` time, `V who to heading` begins a side
//! thread and `Y who name` answers there (`who` is not used), `H who whom` shares a draft and asks somebody to look at it, `B who by` promises something by a day
//! or a time, `J who` keeps the first promise that is open, `O who topic` notes what the customer needs, `E who ending`
//! says what became of it, `Q who title` says that it has the cause of this title, with a text below what is known of
//! that, `U who title` that this cause is gone and what everybody is told. Texts follow their line. With a file
//! named `*.asc` only a key opens the mail.

use base::{Instant, Language};
use fastrand::Rng;
use jiff::civil::DateTime;

use super::cast::{COLLEAGUES, Cast, Customer, Program};
use super::deed::Deed;
use super::files::File;
use super::letter::{Form, Letter, Link};
use super::texts::{Blanks, Texts, fill};
use super::{Act, After, PlotId, Timed, times};

const SOURCE: &str = include_str!("showcase.txt");

/// All acts of the showcase; its plots are numbered from 0 on. Second: how many plots there are.
#[must_use]
pub fn acts(cast: &Cast, seed: u64) -> (Vec<Timed>, u32) {
    let mut acts = Vec::new();
    let mut plots = 0;
    for block in SOURCE.split("\n## ").skip(1) {
        let mut teller = match Teller::new(PlotId(plots), block, cast, seed) {
            Some(teller) => teller,
            None => continue,
        };
        teller.tell(block);
        acts.append(&mut teller.acts);
        plots += 1;
    }
    (acts, plots)
}

/// The key of a showcase plot, for looking one up in tests.
#[must_use]
pub fn plot(key: &str) -> Option<PlotId> {
    let place = SOURCE.split("\n## ").skip(1).position(|block| block.split(' ').next() == Some(key))?;
    u32::try_from(place).ok().map(PlotId)
}

struct Teller {
    plot: PlotId,
    /// Whose mails it answers: its own, but for a mail server's notice.
    thread: PlotId,
    customer: Customer,
    form: Form,
    subject: String,
    seed: u64,
    /// The customer's last mail and how many there were.
    last: Option<String>,
    letters: u32,
    replies: usize,
    assigned: bool,
    acts: Vec<Timed>,
}

impl Teller {
    fn new(plot: PlotId, block: &str, cast: &Cast, seed: u64) -> Option<Self> {
        let mut words = block.lines().next()?.split(' ').skip(1);
        let language = Language::from_code(words.next()?)?;
        let person = words.next()?;
        let form = match words.next() {
            Some("html") => Form::HtmlOnly,
            Some("newsletter") => Form::Newsletter,
            Some("broken") => Form::Torn,
            _ => Form::Usual,
        };
        let thread = words.next().and_then(self::plot).unwrap_or(plot);
        let customer = match form {
            Form::Newsletter => advertiser(language),
            _ => cast.by_key(person)?.clone(),
        };
        let subject = block.lines().find_map(|line| line.strip_prefix("S: "))?.to_owned();
        let seed = seed ^ u64::from(plot.0).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let (last, letters, replies, assigned, acts) = (None, 0, 0, false, Vec::new());
        Some(Self { plot, thread, customer, form, subject, seed, last, letters, replies, assigned, acts })
    }

    fn tell(&mut self, block: &str) {
        let lines: Vec<&str> = block.lines().collect();
        for (n, line) in lines.iter().enumerate() {
            let Some((verb, rest)) = line.split_once(' ') else { continue };
            let Some((at, rest)) = when(rest) else { continue };
            let text: Vec<&str> =
                lines[n + 1..].iter().copied().take_while(|line| !is_act(line) && !line.starts_with("F: ")).collect();
            let text = text.join("\n").trim().to_owned();
            let file = lines[n + 1..].iter().take_while(|line| !is_act(line)).find_map(|line| line.strip_prefix("F: "));
            let mut words = rest.splitn(2, ' ');
            let who = colleague(words.next().unwrap_or_default());
            let detail = words.next().unwrap_or_default();
            match verb {
                "C" => self.writes(at, text, file),
                "R" => self.machine(at, rest.trim()),
                "A" => self.replies(at, who, text, detail),
                "L" => self.later(at, who, text, detail),
                "D" => self.push(at, Act::Draft { who, text }),
                "W" => self.push(at, Act::Forward { who, to: detail.to_owned(), text }),
                "N" => self.push(at, Act::Note { who, text }),
                "@" => {
                    self.assigned = true;
                    self.push(at, Act::Assign { who, to: colleague(detail) });
                }
                "T" => self.push(at, Act::Tag { who, words: detail.to_owned() }),
                "Z" => {
                    let until = when(detail).map(|(until, _)| until);
                    self.push(at, Act::Snooze { who, until });
                }
                "K" | "P" | "I" | "M" | "V" | "Y" | "H" | "B" | "J" | "O" | "E" | "Q" | "U" => {
                    if let Some(deed) = Deed::read(verb, detail, &text) {
                        self.push(at, Act::Do { who, deed });
                    }
                }
                "X" => self.push(at, Act::Close { who, reason: detail.to_owned() }),
                _ => {}
            }
        }
    }

    fn push(&mut self, at: Instant, act: Act) {
        self.acts.push(Timed { at, plot: self.plot, act });
    }

    fn writes(&mut self, at: Instant, text: String, file: Option<&str>) {
        let link = match (&self.last, self.replies) {
            (None, _) => Link::Nothing,
            (Some(own), 0) => Link::Own(own.clone()),
            (Some(_), replies) => Link::Ours(replies - 1),
        };
        let sealed = file.is_some_and(|name| name.ends_with(".asc"));
        let form = if sealed { Form::Sealed } else { self.form };
        let files = file.filter(|_| !sealed).map(|name| File::for_word(name, self.seed)).into_iter().collect();
        let letter = self.letter(at, text, link, form, files);
        self.last = Some(letter.message_id.clone());
        self.push(at, Act::MailIn(Box::new(letter)));
    }

    fn letter(&mut self, at: Instant, text: String, link: Link, form: Form, files: Vec<File>) -> Letter {
        self.letters += 1;
        let address = self.customer.address.clone();
        let domain = address.split('@').nth(1).unwrap_or("post.example").to_owned();
        Letter {
            plot: self.thread,
            from_name: self.customer.name.clone(),
            from_address: address,
            program: self.customer.program,
            language: self.customer.language,
            subject: self.subject.clone(),
            text,
            message_id: format!("{:016x}.s{}.{}@{domain}", self.seed, self.plot.0, self.letters),
            link,
            form,
            files,
            at,
        }
    }

    fn machine(&mut self, at: Instant, form: &str) {
        let link = Link::Ours(self.replies.saturating_sub(1));
        let blanks = Blanks::from([("subject", self.subject.clone())]);
        let mut rng = Rng::with_seed(self.seed);
        let phrase = Texts::of(self.customer.language).list("away").first().copied().unwrap_or_default();
        let mut letter = match form {
            "bounce" => {
                let text = "This is the mail system. Your message could not be delivered.".to_owned();
                // One that does not name what it returns: else it would stand at the reply that came back.
                self.letter(at, text, Link::Nothing, Form::Bounce, Vec::new())
            }
            _ => {
                let text = phrase.split_once('\n').map_or(phrase, |(_, text)| text).to_owned();
                self.letter(at, text, link, Form::Away, Vec::new())
            }
        };
        if letter.form == Form::Bounce {
            let domain = letter.from_address.split('@').nth(1).unwrap_or("post.example").to_owned();
            letter.from_name = "Mail Delivery System".to_owned();
            letter.from_address = format!("mailer-daemon@{domain}");
            letter.subject = "Undelivered Mail Returned to Sender".to_owned();
        } else {
            let line = phrase.lines().next().and_then(|line| line.strip_prefix("S: ")).unwrap_or_default();
            letter.subject = fill(line, &blanks, &mut rng);
        }
        self.push(at, Act::MailIn(Box::new(letter)));
    }

    fn later(&mut self, at: Instant, who: &'static str, text: String, due: &str) {
        if let Some((due, _)) = when(due) {
            self.push(at, Act::Later { who, text, due });
        }
    }

    fn replies(&mut self, at: Instant, who: &'static str, text: String, then: &str) {
        if !self.assigned {
            self.assigned = true;
            self.push(times::plus_minutes(at, -1), Act::Assign { who, to: who });
        }
        let then = match then {
            "stay" => After::Stay,
            "wait" => After::Wait,
            "others" => After::WaitOthers,
            _ => After::Close,
        };
        self.replies += 1;
        self.push(at, Act::Reply { who, text, files: Vec::new(), then });
    }
}

/// Reads `2026-11-16 09:02 rest`.
fn when(rest: &str) -> Option<(Instant, &str)> {
    let (date, time) = (rest.get(..10)?, rest.get(11..16)?);
    let civil: DateTime = format!("{date}T{time}").parse().ok()?;
    let at = civil.to_zoned(times::oslo()).ok()?.timestamp();
    Some((at, rest.get(16..).unwrap_or_default().trim()))
}

fn is_act(line: &str) -> bool {
    line.split_once(' ').is_some_and(|(verb, rest)| {
        [
            "C", "A", "N", "@", "T", "Z", "X", "R", "L", "D", "W", "K", "P", "I", "M", "V", "Y", "H", "B", "J", "O",
            "E", "Q", "U",
        ]
        .contains(&verb)
            && when(rest).is_some()
    })
}

fn colleague(key: &str) -> &'static str {
    COLLEAGUES.iter().find(|one| one.key == key).map_or(COLLEAGUES[0].key, |one| one.key)
}

fn advertiser(language: Language) -> Customer {
    let (name, address) = match language {
        Language::Nb => ("Fjellnytt", "nyhetsbrev@fjellnytt.example"),
        _ => ("Outdoor Trade Fair", "news@outdoorfair.example"),
    };
    Customer {
        name: name.to_owned(),
        address: address.to_owned(),
        second: None,
        language,
        town: "Oslo".to_owned(),
        program: Program::Gmail,
        title: String::new(),
        organisation: None,
    }
}
