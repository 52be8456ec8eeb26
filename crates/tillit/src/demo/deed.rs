//! What colleagues do in a conversation beside writing and passing it on, as values, and how it is done by the
//! product's commands.

use base::{Actor, Scope};
use conversations::commands::{self, Answer, NewContact, NewNeed, NewPromise, SideMessage};
use conversations::rules::redacting;
use conversations::rules::states::AfterReply;
use conversations::{
    Contact, ContactWay, ConversationId, Direction, DraftText, Ending, ItemChange, LinkKind, Mailbox, Problem,
    ProblemText, Recipients, Stated, naming, queries,
};
use mail_builder::MessageBuilder;
use mail_builder::headers::raw::Raw;
use platform::{Context, Platform, Result};

use super::PlotId;
use super::cast::{BUSINESS, HELP, MAIL_SERVER};
use super::desk::Incoming;

/// One of these things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Links it with the conversation of another plot.
    Link {
        /// Which.
        to: PlotId,
        /// What that is to this one.
        kind: LinkKind,
    },
    /// Writes down a call or a visit at which they talked; the customer has the word then.
    Talk {
        /// How, who to whom, and how long.
        contact: Contact,
        /// What was said.
        text: String,
    },
    /// Puts down what is to be done, one thing a line.
    List(String),
    /// Ticks off the first thing that is not done.
    Tick,
    /// Writes down minutes that were spent.
    Spend(i64),
    /// Writes to somebody else about it, without its customer.
    Aside {
        /// To whom.
        to: String,
        /// Under which heading.
        title: String,
        /// What.
        text: String,
    },
    /// Shares a draft of a reply, and asks a colleague to look at it.
    Share {
        /// Whom: a key of [`super::cast::COLLEAGUES`].
        ask: String,
        /// The draft.
        text: String,
    },
    /// Promises the customer something.
    Promise {
        /// What.
        words: String,
        /// By when: a day, or a time of it.
        by: String,
    },
    /// Marks the first promise that is open as kept.
    Keep,
    /// Notes what the customer needs, out of their newest message that says so.
    Need {
        /// What it is about.
        topic: String,
        /// Their words.
        words: String,
    },
    /// Says what became of it.
    Became(Ending),
    /// Links it with the problem of this title, which is made where there is none.
    Cause(String),
    /// Says what is known of the problem of this title.
    Known {
        /// What it is called.
        title: String,
        /// What is known.
        text: String,
    },
    /// Solves the problem of this title; in the language of the text everybody is told.
    Solve {
        /// What it is called.
        title: String,
        /// What they are told.
        text: String,
    },
    /// They answer there, by mail.
    AnswerAside {
        /// What they are called.
        name: String,
        /// What they write.
        text: String,
    },
}

impl Deed {
    /// Reads what stands behind the verb and the colleague in the showcase: `detail` on its line, `text` below it.
    #[must_use]
    pub fn read(verb: &str, detail: &str, text: &str) -> Option<Self> {
        let mut words = detail.split(' ');
        match verb {
            "K" => {
                let kind = LinkKind::from_code(words.next()?)?;
                Some(Self::Link { to: super::showcase::plot(words.next()?)?, kind })
            }
            "P" => {
                let contact = Contact {
                    way: ContactWay::from_code(words.next()?)?,
                    direction: Direction::from_code(words.next()?)?,
                    spoke: true,
                    minutes: words.next()?.parse().ok()?,
                    with: String::new(),
                };
                Some(Self::Talk { contact, text: text.to_owned() })
            }
            "I" if detail == "done" => Some(Self::Tick),
            "I" => Some(Self::List(text.to_owned())),
            "M" => Some(Self::Spend(detail.parse().ok()?)),
            "V" => {
                let (to, title) = detail.split_once(' ')?;
                Some(Self::Aside { to: to.to_owned(), title: title.to_owned(), text: text.to_owned() })
            }
            "H" => Some(Self::Share { ask: detail.to_owned(), text: text.to_owned() }),
            "B" => Some(Self::Promise { words: text.to_owned(), by: detail.to_owned() }),
            "J" => Some(Self::Keep),
            "O" => Some(Self::Need { topic: detail.to_owned(), words: text.to_owned() }),
            "E" => Some(Self::Became(Ending::from_code(detail)?)),
            "Q" if text.is_empty() => Some(Self::Cause(detail.to_owned())),
            "Q" => Some(Self::Known { title: detail.to_owned(), text: text.to_owned() }),
            "U" => Some(Self::Solve { title: detail.to_owned(), text: text.to_owned() }),
            "Y" => Some(Self::AnswerAside { name: detail.to_owned(), text: text.to_owned() }),
            _ => None,
        }
    }

    /// Does it; `found` knows the conversation of a plot.
    ///
    /// # Errors
    /// When the data cannot be read, or a plot has no conversation yet.
    pub async fn perform(
        &self,
        p: &Platform,
        actor: &Actor,
        id: &ConversationId,
        found: impl Fn(PlotId) -> Result<ConversationId>,
    ) -> Result<Answer<()>> {
        Ok(match self {
            Self::Link { to, kind } => {
                let other = queries::find(&mut p.db.read().await?, &Scope::All, &found(*to)?).await?;
                let number = other.context("a conversation is gone")?.number;
                commands::link(p, actor, id, number, *kind).await
            }
            Self::Talk { contact, text } => {
                let (contact, body) = (contact.clone(), text.clone());
                let new = NewContact { contact, body, then: AfterReply::Wait, ..NewContact::default() };
                commands::log_contact(p, actor, id, new).await.map(drop)
            }
            Self::List(lines) => commands::add_items(p, actor, id, lines).await.map(drop),
            Self::Tick => {
                let thread = queries::thread(&mut p.db.read().await?, &Scope::All, id).await?;
                let open = thread.and_then(|thread| thread.checklist.into_iter().find(|one| one.done_at.is_none()));
                let open = open.context("nothing is to be done")?;
                commands::change_item(p, actor, &open.id, ItemChange::Done).await.map(drop)
            }
            Self::Spend(minutes) => commands::spend(p, actor, id, *minutes).await.map(drop),
            Self::Aside { to, title, text } => {
                let to = Mailbox { name: String::new(), address: to.clone() };
                let recipients = Some(Recipients { to: vec![to], ..Recipients::default() });
                let new = SideMessage { recipients, body: text.clone(), ..SideMessage::default() };
                commands::begin_side(p, actor, id, title, new).await.map(drop)
            }
            Self::Share { ask, text } => {
                let address = super::cast::COLLEAGUES.iter().find(|one| one.key == *ask).map(|one| one.address);
                let all = people::staff::all(&mut p.db.read().await?, &Scope::All).await?;
                let ask = all.into_iter().find(|one| Some(one.email.as_str()) == address).map(|one| one.id);
                let text = DraftText { body: text.clone(), ..DraftText::default() };
                commands::share_draft(p, actor, id, &text, ask.as_ref()).await.map(drop)
            }
            Self::Promise { words, by } => {
                let new = NewPromise { words: words.clone(), by: by.clone(), owner: None };
                commands::make_promise(p, actor, id, new).await.map(drop)
            }
            Self::Keep => {
                let open = queries::promises_in(&mut p.db.read().await?, id).await?;
                let open = open.into_iter().find(|one| one.state.is_open()).context("nothing is to be kept")?;
                commands::keep_promise(p, actor, &open.id).await.map(drop)
            }
            Self::Need { topic, words } => {
                let thread = queries::thread(&mut p.db.read().await?, &Scope::All, id).await?;
                let said = thread.iter().flat_map(|thread| thread.messages.iter().rev());
                let message =
                    said.into_iter().find(|one| redacting::stands(&one.body, words)).map(|one| one.id.clone());
                let (topic, words) = (topic.clone(), words.clone());
                let new = NewNeed { words, topic, product: String::new(), message };
                commands::note_need(p, actor, id, &new).await.map(drop)
            }
            Self::Became(ending) => {
                let stated = Stated { ending: *ending, known: None };
                commands::state_outcome(p, actor, id, Some(stated)).await.map(drop)
            }
            Self::Cause(title) => match problem(p, title).await? {
                Some(problem) => commands::link_problem(p, actor, id, &problem.id).await,
                None => {
                    let of = ProblemText { title: title.clone(), ..ProblemText::default() };
                    commands::make_problem_of(p, actor, id, of).await.map(drop)
                }
            },
            Self::Known { title, text } => {
                let problem = problem(p, title).await?.context("there is no such problem")?;
                let owner = actor.staff_id().and_then(|id| id.parse().ok());
                let of = ProblemText { known: text.clone(), owner, ..problem.of };
                commands::change_problem(p, actor, &problem.id, of).await
            }
            Self::Solve { title, text } => {
                let problem = problem(p, title).await?.context("there is no such problem")?;
                let mut answers = problem.answers;
                answers.insert(commands::language_of(text, None), text.clone());
                commands::solve_problem(p, actor, &problem.id, &answers).await
            }
            // What comes by mail comes in where all mail does: see the driver.
            Self::AnswerAside { .. } => Ok(()),
        })
    }
}

/// The problem of this title.
async fn problem(p: &Platform, title: &str) -> Result<Option<Problem>> {
    let query = queries::ProblemQuery { words: title.to_owned(), most: 20, ..queries::ProblemQuery::default() };
    let page = queries::problems(&mut p.db.read().await?, &Scope::All, &query).await?;
    Ok(page.rows.into_iter().find(|one| one.of.title == title))
}

/// The mail by which the first one that a conversation's newest side thread is with answers there.
///
/// # Errors
/// When the data cannot be read, or there is no side thread.
pub async fn answer_aside(p: &Platform, id: &ConversationId, (name, text): (&str, &str)) -> Result<Incoming> {
    let thread = queries::thread(&mut p.db.read().await?, &Scope::All, id).await?;
    let side = thread.and_then(|thread| thread.sides.into_iter().next_back()).context("there is no side thread")?;
    let from = side.correspondents.first().context("it is with nobody")?.address.clone();
    let (local, domain) = HELP.split_once('@').context("our address")?;
    let to = format!("{local}+{}@{domain}", naming::side_tag(p, side.number, &side.id));
    let message_id = format!("aside-{}.{from}", side.number);
    let zone = jiff::tz::TimeZone::get("Europe/Oslo").context("a zone")?;
    let date = p.clock.business().to_zoned(zone).strftime("%a, %d %b %Y %H:%M:%S %z").to_string();
    let its = from.rsplit_once('@').map_or("", |(_, domain)| domain);
    let mail = MessageBuilder::new()
        .header("Authentication-Results", Raw::new(format!("{MAIL_SERVER}; dmarc=pass header.from={its}")))
        .header("Date", Raw::new(date))
        .from((name, from.as_str()))
        .to((BUSINESS, to.as_str()))
        .message_id(message_id.as_str())
        .subject(format!("Re: {}", side.title))
        .text_body(text);
    let bytes = mail.write_to_vec().context("a mail")?;
    Ok(Incoming { envelope_from: Some(from), to, message_id, bytes })
}
