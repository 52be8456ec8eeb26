//! What is said in the community: `members.txt`, and one file a language beside it.
//!
//! A topic begins with `## moment who question|idea tags`; then its title and its text. What follows on it begins with
//! `> moment who` (an answer) or `>> moment who` (a comment under the last answer). What is done stands on lines of
//! its own: `= moment answer` (it helped), `+ moment answer:count …` (voices; 0 for the topic itself), `~ moment answer
//! who …` (flagged as advertising), `! moment who state` (an idea is decided). Answers are counted from 1.

use super::{Idea, Instant, Kind, Language, moment};
use platform::{Context, Fault, Result};

const MEMBERS: &str = include_str!("members.txt");
const TOPICS: [&str; 5] = [
    include_str!("en.txt"),
    include_str!("nb.txt"),
    include_str!("sv.txt"),
    include_str!("da.txt"),
    include_str!("id.txt"),
];

/// A customer who takes part.
pub(super) struct Member {
    /// Where they write from.
    pub address: &'static str,
    /// Their name, as we know it.
    pub name: &'static str,
    /// Their language.
    pub language: Language,
    /// What others read as their name.
    pub public: &'static str,
}

impl Member {
    /// What the script calls them: their address up to the @.
    pub fn key(&self) -> &'static str {
        self.address.split('@').next().unwrap_or(self.address)
    }
}

/// Something that is said to a topic.
#[derive(Clone)]
pub(super) struct Said {
    /// When.
    pub at: Instant,
    /// By whom: a member, or a colleague.
    pub who: &'static str,
    /// The words.
    pub body: String,
    /// Whether it is a comment under the answer before.
    pub comment: bool,
}

/// What is done about a topic. Answers by their place among all that is said there.
#[derive(Clone)]
pub(super) enum Deed {
    /// It helped whoever asked.
    Accept(usize),
    /// So many find it good.
    Voices(Option<usize>, usize),
    /// Some say that it is advertising.
    Flag(Option<usize>, Vec<&'static str>),
    /// A colleague decides what becomes of an idea.
    Decide(&'static str, Idea),
}

/// A topic with all that follows.
pub(super) struct Told {
    /// When it is brought.
    pub at: Instant,
    /// By which member.
    pub who: &'static str,
    /// What it is.
    pub kind: Kind,
    /// Its tags, apart by commas.
    pub tags: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Its text.
    pub body: String,
    /// What is said.
    pub said: Vec<Said>,
    /// What is done.
    pub deeds: Vec<(Instant, Deed)>,
}

/// All members.
pub(super) fn members() -> Vec<Member> {
    let lines = MEMBERS.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let one = |line: &'static str| {
        let mut fields = line.split('|').map(str::trim);
        let (address, name, language, public) = (fields.next()?, fields.next()?, fields.next()?, fields.next()?);
        Some(Member { address, name, language: Language::from_code(language)?, public })
    };
    lines.filter_map(one).collect()
}

/// All topics, in the order of the files.
///
/// # Errors
/// When a line cannot be read.
pub(super) fn topics() -> Result<Vec<Told>> {
    let mut all = Vec::new();
    for file in TOPICS {
        for block in file.split("\n## ").skip(1) {
            let head = block.lines().next().unwrap_or_default();
            all.push(topic(block).context(format!("in the community's script: {head}"))?);
        }
    }
    Ok(all)
}

fn topic(block: &'static str) -> Result<Told> {
    let mut lines = block.lines();
    let (at, rest) = when(lines.next().unwrap_or_default())?;
    let mut words = rest.splitn(3, ' ');
    let mut next = || words.next().unwrap_or_default();
    let who = next();
    let kind = Kind::from_code(next()).context("neither question nor idea")?;
    let tags = next();
    let title = lines.next().unwrap_or_default();
    let mut told = Told { at, who, kind, tags, title, body: String::new(), said: Vec::new(), deeds: Vec::new() };
    for line in lines {
        take(&mut told, line)?;
    }
    for body in told.said.iter_mut().map(|said| &mut said.body).chain([&mut told.body]) {
        *body = body.trim().to_owned();
    }
    Ok(told)
}

/// The moment at the beginning of a line, and the rest.
fn when(line: &str) -> Result<(Instant, &str)> {
    let (at, rest) = line.split_at_checked(16).context(format!("no moment: {line}"))?;
    Ok((moment(at)?, rest.trim()))
}

fn take(told: &mut Told, line: &'static str) -> Result<()> {
    let (sign, rest) = line.split_once(' ').unwrap_or((line, ""));
    match sign {
        ">" | ">>" => {
            let (at, who) = when(rest)?;
            told.said.push(Said { at, who, body: String::new(), comment: sign == ">>" });
        }
        "=" => {
            let (at, answer) = when(rest)?;
            let place = place(told, answer)?.context("a topic does not answer itself")?;
            told.deeds.push((at, Deed::Accept(place)));
        }
        "+" => {
            let (at, voices) = when(rest)?;
            for voice in voices.split(' ') {
                let (answer, count) = voice.split_once(':').context("how many")?;
                told.deeds.push((at, Deed::Voices(place(told, answer)?, count.parse().context("how many")?)));
            }
        }
        "~" => {
            let (at, rest) = when(rest)?;
            let (answer, whose) = rest.split_once(' ').context("by whom")?;
            told.deeds.push((at, Deed::Flag(place(told, answer)?, whose.split(' ').collect())));
        }
        "!" => {
            let (at, rest) = when(rest)?;
            let (who, state) = rest.split_once(' ').context("what becomes of it")?;
            let idea = Idea::from_code(state).context("what becomes of it")?;
            told.deeds.push((at, Deed::Decide(who, idea)));
        }
        _ => {
            let body = told.said.last_mut().map_or(&mut told.body, |said| &mut said.body);
            body.push_str(line);
            body.push('\n');
        }
    }
    Ok(())
}

/// The place of the `answer`-th answer among all that is said; nothing for 0, the topic itself.
fn place(told: &Told, answer: &str) -> Result<Option<usize>> {
    let number: usize = answer.parse().context("which answer")?;
    let Some(before) = number.checked_sub(1) else { return Ok(None) };
    let answers = told.said.iter().enumerate().filter(|(_, said)| !said.comment);
    let found = answers.map(|(place, _)| place).nth(before);
    found.map(Some).ok_or_else(|| Fault::new(format!("there is no answer {answer}")))
}
