//! The community of the demo: what customers ask each other in five languages, who answers, and what colleagues do
//! beside them; by the product's own commands, each act at its own moment. What is said lies beside, one file a language.

use std::collections::BTreeMap;

use base::{Actor, Instant, Language, Scope};
use community::commands::{self, Answer, Came, CommandError, NewPost, NewTopic};
use community::rules::flags::Why;
use community::settings::{self, Community};
use community::{Idea, Kind, PostId, Subject, TopicId};
use conversations::commands::SEND_LANE;
use people::{PersonId, person};
use platform::{Context, Fault, Result};

use super::driver::Driver;

mod script;
#[cfg(test)]
mod tests;

use super::articles::moment;
use script::{Deed, Member, Said, Told, members, topics};

/// When it was opened: anybody who signs in may write at once, and nothing falls to us yet.
const OPENED: (&str, Community) = (
    "2026-09-28 09:00",
    Community {
        on: true,
        members_only: false,
        hours: 0,
        by_the_clock: true,
        first_wait: 0,
        new_an_hour: 3,
        an_hour: 20,
    },
);
/// Since when what nobody answers within four hours becomes a conversation, and the first words of somebody new wait
/// for a look.
const CAREFUL: &str = "2026-11-18 11:00";
/// Who says so, and marks who knows well.
const KEEPER: &str = "ingrid";
/// Those who know well, and since when.
const EXPERTS: [(&str, &str); 3] =
    [("bent.k-a", "2026-10-12 10:00"), ("gareth.pugh", "2026-10-12 10:02"), ("anders.wikstrom", "2026-10-12 10:04")];
/// How long people take over a form, in seconds.
const TYPING: i64 = 90;

/// Something that happens in the community.
#[derive(Clone, Copy, Debug)]
pub enum Act {
    /// It is opened.
    Open,
    /// It is looked after more closely.
    Careful,
    /// Somebody is said to know well.
    Expert(&'static str),
    /// A question or an idea is brought.
    Ask(usize),
    /// What follows on it: topic, and place among what is said there.
    Say(usize, usize),
    /// What is done about it: topic, and place among that.
    Do(usize, usize),
}

/// The community as far as it is there.
pub struct Square {
    members: Vec<Member>,
    topics: Vec<Told>,
    joined: BTreeMap<&'static str, PersonId>,
    /// In the order in which they came.
    order: Vec<&'static str>,
    asked: BTreeMap<usize, TopicId>,
    said: BTreeMap<(usize, usize), PostId>,
}

impl Square {
    /// Nothing yet, and what is planned.
    ///
    /// # Errors
    /// When a line of the script cannot be read.
    pub fn new() -> Result<Self> {
        let (joined, asked, said) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        Ok(Self { members: members(), topics: topics()?, joined, order: Vec::new(), asked, said })
    }

    /// All that happens, in no order.
    ///
    /// # Errors
    /// When a moment cannot be read.
    pub fn acts(&self) -> Result<Vec<(Instant, Act)>> {
        let mut acts = vec![(moment(OPENED.0)?, Act::Open), (moment(CAREFUL)?, Act::Careful)];
        for (who, at) in EXPERTS {
            acts.push((moment(at)?, Act::Expert(who)));
        }
        for (n, told) in self.topics.iter().enumerate() {
            acts.push((told.at, Act::Ask(n)));
            acts.extend(told.said.iter().enumerate().map(|(place, said)| (said.at, Act::Say(n, place))));
            acts.extend(told.deeds.iter().enumerate().map(|(place, (at, _))| (*at, Act::Do(n, place))));
        }
        Ok(acts)
    }

    /// Lets one of them happen now.
    ///
    /// # Errors
    /// When a command refuses, or the tables cannot be written.
    pub async fn perform(&mut self, driver: &Driver, act: Act) -> Result<()> {
        match act {
            Act::Open => set(driver, OPENED.1).await,
            Act::Careful => set(driver, Community { hours: 4, first_wait: 1, ..OPENED.1 }).await,
            Act::Expert(who) => {
                let (p, actor) = (driver.platform(), colleague(driver, KEEPER)?);
                let person = self.member(driver, who).await?;
                told(commands::set_expert(p, &actor, &person, true).await, who)
            }
            Act::Ask(n) => self.ask(driver, n).await,
            Act::Say(n, place) => self.say(driver, n, place).await,
            Act::Do(n, place) => self.deed(driver, n, place).await,
        }
    }

    fn topic(&self, n: usize) -> Result<&Told> {
        self.topics.get(n).context("a question that nobody planned")
    }

    fn id(&self, n: usize) -> Result<TopicId> {
        self.asked.get(&n).cloned().context("a question that nobody asked")
    }

    /// A topic, or what is said there.
    fn subject(&self, n: usize, answer: Option<usize>) -> Result<Subject> {
        let Some(answer) = answer else { return Ok(Subject::Topic(self.id(n)?)) };
        Ok(Subject::Post(self.said.get(&(n, answer)).cloned().context("an answer that nobody gave")?))
    }

    /// The customer behind a key, who becomes a member now if they are none.
    async fn member(&mut self, driver: &Driver, key: &'static str) -> Result<PersonId> {
        if let Some(known) = self.joined.get(key) {
            return Ok(known.clone());
        }
        let member = self.members.iter().find(|member| member.key() == key).context(format!("no member {key}"))?;
        let p = driver.platform();
        let mut tx = p.begin().await?;
        let found = person::by_address(&mut tx, &Scope::All, member.address).await?.map(|person| person.id);
        let id = match found {
            Some(id) => id,
            None => person::resolve(&mut tx, member.address, member.name, Some(member.language)).await?.0,
        };
        // Whoever writes there came in by a link that was mailed.
        person::prove_address(&mut tx, &id, member.address).await?;
        tx.commit().await?;
        told(commands::join(p, &id, member.public).await, key)?;
        self.joined.insert(key, id.clone());
        self.order.push(key);
        Ok(id)
    }

    async fn ask(&mut self, driver: &Driver, n: usize) -> Result<()> {
        let it = self.topic(n)?;
        let new = NewTopic {
            kind: it.kind,
            title: it.title.to_owned(),
            body: it.body.clone(),
            tags: it.tags.to_owned(),
            came: came(),
        };
        let (who, title) = (it.who, it.title);
        let person = self.member(driver, who).await?;
        let asked = told(commands::ask(driver.platform(), &person, new).await, title)?;
        self.asked.insert(n, asked.id);
        Ok(())
    }

    async fn say(&mut self, driver: &Driver, n: usize, place: usize) -> Result<()> {
        let told_of = self.topic(n)?;
        let Said { who, body, comment, .. } = told_of.said.get(place).context("nothing is said")?.clone();
        let above = told_of.said.iter().take(place).rposition(|one| !one.comment).filter(|_| comment);
        let under = match above {
            Some(above) => self.said.get(&(n, above)).cloned(),
            None => None,
        };
        let new = NewPost { under, body, follow: false, came: came() };
        let (p, id) = (driver.platform(), self.id(n)?);
        let post = if driver.colleague(who).is_some() {
            commands::answer_as_staff(p, &colleague(driver, who)?, &id, new).await
        } else {
            let person = self.member(driver, who).await?;
            commands::answer(p, &person, &id, new).await
        };
        self.said.insert((n, place), told(post, who)?.id);
        // Whoever follows is told at once.
        driver.settle(SEND_LANE).await
    }

    async fn deed(&mut self, driver: &Driver, n: usize, place: usize) -> Result<()> {
        let it = self.topic(n)?;
        let (asker, title) = (it.who, it.title);
        let (_, deed) = it.deeds.get(place).context("nothing is done")?.clone();
        let p = driver.platform();
        match deed {
            Deed::Accept(answer) => {
                let Subject::Post(post) = self.subject(n, Some(answer))? else { return Ok(()) };
                let person = self.member(driver, asker).await?;
                told(commands::accept(p, &person, &post).await, title).map(drop)
            }
            Deed::Voices(answer, count) => {
                let subject = self.subject(n, answer)?;
                for person in self.voters(n, answer, count)? {
                    told(commands::vote(p, &person, &subject, true).await, title)?;
                }
                Ok(())
            }
            Deed::Flag(answer, ref whose) => {
                let subject = self.subject(n, answer)?;
                for who in whose {
                    let person = self.member(driver, who).await?;
                    told(commands::flag(p, &person, &subject, Why::Spam).await, title)?;
                }
                Ok(())
            }
            Deed::Decide(who, idea) => {
                let id = self.id(n)?;
                told(commands::decide_idea(p, &colleague(driver, who)?, &id, idea, "").await, title)?;
                driver.settle(SEND_LANE).await
            }
        }
    }

    /// So many of those who are members by now; whoever wrote it is none of them.
    fn voters(&self, n: usize, answer: Option<usize>, count: usize) -> Result<Vec<PersonId>> {
        let it = self.topic(n)?;
        let author = match answer {
            None => it.who,
            Some(place) => it.said.get(place).map_or("", |said| said.who),
        };
        // Not always the same ones.
        let begin = (n * 5 + answer.map_or(0, |place| place + 2)) % self.order.len().max(1);
        let around = self.order.iter().cycle().skip(begin).take(self.order.len()).filter(|key| **key != author);
        Ok(around.filter_map(|key| self.joined.get(key)).take(count).cloned().collect())
    }
}

async fn set(driver: &Driver, wanted: Community) -> Result<()> {
    let mut tx = driver.platform().begin().await?;
    told(settings::set(&mut tx, &colleague(driver, KEEPER)?, wanted).await, "the community")?;
    tx.commit().await
}

fn colleague(driver: &Driver, key: &str) -> Result<Actor> {
    Ok(driver.colleague(key).context(format!("nobody is called {key}"))?.actor())
}

const fn came() -> Came {
    Came { trap: false, seconds: Some(TYPING) }
}

fn told<T>(answer: Answer<T>, what: &str) -> Result<T> {
    answer.map_err(|error| match error {
        CommandError::Fault(fault) => fault,
        other => Fault::because(format!("in the community: {what}"), other),
    })
}
