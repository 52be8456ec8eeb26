//! Joining, asking, answering, commenting, and changing what one wrote.

use base::{Action, Actor, Instant, allowed};
use jiff::SignedDuration;
use people::person::clean_line;
use people::{PersonId, StaffId};
use platform::{Platform, Tx};

use super::{Answer, CommandError, customer, member, open, post, public_topic, save_post, save_topic, telling, topic};
use crate::events::CommunityEvent;
use crate::ids::{PostId, TopicId};
use crate::model::{Idea, Kind, Member, Post, Subject, Topic, TopicState};
use crate::rules::likeness;
use crate::rules::rights::{self, NAME_MOST, Refusal, TITLE_MOST};
use crate::rules::spam::{self, Sign, Written};
use crate::settings::Community;
use crate::{commands::falling, store};

/// How long one counts what somebody wrote.
const HOUR: SignedDuration = SignedDuration::from_hours(1);
/// Of what they wrote lately, so much is compared.
const LATELY: i64 = 10;

/// How a form came: what speaks for a machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct Came {
    /// A field that people do not see was filled in.
    pub trap: bool,
    /// Seconds since the form was shown, where that is known for sure.
    pub seconds: Option<i64>,
}

/// A question or an idea about to be brought.
#[derive(Clone, Debug, Default)]
pub struct NewTopic {
    /// What it is.
    pub kind: Kind,
    /// In a few words.
    pub title: String,
    /// In full.
    pub body: String,
    /// Tags, apart by commas.
    pub tags: String,
    /// How the form came.
    pub came: Came,
}

/// An answer or a comment about to be written.
#[derive(Clone, Debug, Default)]
pub struct NewPost {
    /// The answer that it is a comment on.
    pub under: Option<PostId>,
    /// The words.
    pub body: String,
    /// Whether its writer hears of what comes after.
    pub follow: bool,
    /// How the form came.
    pub came: Came,
}

/// Makes a customer a member, or calls one otherwise. Nobody bears another's name, a colleague's or the business's.
///
/// # Errors
/// [`Refusal::NoName`], [`Refusal::NameTaken`]; not found where there is no community.
pub async fn join(p: &Platform, person: &PersonId, name: &str) -> Answer<()> {
    let mut tx = p.begin().await?;
    open(&mut tx).await?;
    join_within(&mut tx, person, name).await?;
    Ok(tx.commit().await?)
}

/// The same within a transaction of others.
pub(super) async fn join_within(tx: &mut Tx, person: &PersonId, name: &str) -> Answer<()> {
    let name = clean_line(name, NAME_MOST);
    if name.chars().filter(|c| c.is_alphanumeric()).count() < 2 || name.contains('@') {
        return Err(Refusal::NoName.into());
    }
    let folded = compared(&name);
    let of_us = us(tx).await?;
    if folded.is_empty() || of_us.contains(&folded) || store::name_is_taken(tx, &folded, person).await? {
        return Err(Refusal::NameTaken.into());
    }
    match store::member(tx, person).await? {
        Some(_) => store::rename(tx, person, &name, &folded).await?,
        None => store::join(tx, person, &name, &folded).await?,
    }
    Ok(())
}

/// Names that no member bears, folded.
async fn us(tx: &mut Tx) -> Answer<Vec<String>> {
    let business = conversations::settings::business(tx).await?.name;
    let staff = people::staff::all(tx, &base::Scope::All).await?;
    let names = staff.into_iter().map(|one| one.name).chain([business]);
    Ok(names.map(|name| compared(&name)).filter(|name| !name.is_empty()).collect())
}

/// How names are compared: without case, accents and what stands between their words.
fn compared(name: &str) -> String {
    let folded = words::search::fold(name);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// Whether a member may write this now, and whether a colleague looks first.
async fn weigh(tx: &mut Tx, it: &Community, member: &Member, text: &str, came: Came) -> Answer<(Vec<Sign>, bool)> {
    let since = tx.now().checked_sub(HOUR).unwrap_or(Instant::MIN);
    let within = store::within(tx, &member.person, since).await?;
    rights::may_write(member, within, &it.limits())?;
    let lately = store::lately(tx, &member.person, LATELY).await?;
    let (trap, seconds) = (came.trap, came.seconds);
    let written = Written { text, trap, seconds, lately: &lately, published: member.published };
    Ok(spam::judge(&written, if member.expert { 0 } else { it.first_wait }))
}

fn codes(signs: &[Sign]) -> Vec<&'static str> {
    signs.iter().map(|sign| sign.code()).collect()
}

pub(super) fn title(typed: &str) -> Result<String, Refusal> {
    let title = clean_line(typed, TITLE_MOST + 1);
    match title.chars().count() {
        0 => Err(Refusal::NoTitle),
        n if n > TITLE_MOST => Err(Refusal::TooLong),
        _ => Ok(title),
    }
}

/// Brings a question or an idea. Whoever does follows it.
///
/// # Errors
/// Those of [`rights::may_write`] and of the texts.
pub async fn ask(p: &Platform, person: &PersonId, new: NewTopic) -> Answer<Topic> {
    let (title, body) = (title(&new.title)?, rights::text(&new.body)?);
    let mut tx = p.begin().await?;
    let it = open(&mut tx).await?;
    let member = member(&mut tx, person).await?;
    let (signs, waits) = weigh(&mut tx, &it, &member, &format!("{title} {body}"), new.came).await?;
    let now = tx.now();
    let mut topic = Topic {
        id: TopicId::next(&tx.ids(), now),
        kind: new.kind,
        person: Some(person.clone()),
        language: words::language::detect_known(&format!("{title}. {body}"), None),
        title,
        body,
        state: TopicState::Open,
        waits,
        idea: Idea::New,
        reason: String::new(),
        created_at: now,
        edited_at: None,
        answers: 0,
        votes: 0,
        accepted: None,
        merged_into: None,
        due: None,
        conversation: None,
    };
    if !waits {
        falling::watch(&mut tx, &it, &mut topic).await?;
        store::count_published(&mut tx, person, 1).await?;
    }
    store::insert(&mut tx, &topic).await?;
    store::set_tags(&mut tx, &topic.id, &rights::tags(&new.tags)).await?;
    store::set_words(&mut tx, &topic.id, &likeness::stems(&topic.title, topic.language)).await?;
    store::follow(&mut tx, &topic.id, person, true).await?;
    if waits {
        store::review(&mut tx, &Subject::Topic(topic.id.clone()), &topic.id, &codes(&signs)).await?;
    }
    let event = CommunityEvent::TopicBegun { topic: topic.id.clone(), kind: topic.kind, waits };
    tx.record(&event, &customer(person), None).await?;
    tx.commit().await?;
    Ok(topic)
}

/// Answers, or comments on an answer. Those who follow hear of it once it is shown.
///
/// # Errors
/// Those of [`rights::may_write`], of [`rights::may_answer`] and of the text.
pub async fn answer(p: &Platform, person: &PersonId, id: &TopicId, new: NewPost) -> Answer<Post> {
    let body = rights::text(&new.body)?;
    let mut tx = p.begin().await?;
    let it = open(&mut tx).await?;
    let topic = public_topic(&mut tx, id).await?;
    rights::may_answer(&topic)?;
    let member = member(&mut tx, person).await?;
    let (signs, waits) = weigh(&mut tx, &it, &member, &body, new.came).await?;
    let made = Post { person: Some(person.clone()), waits, ..fresh(&tx, &topic, body) };
    let made = under(&mut tx, &topic, made, new.under).await?;
    store::insert_post(&mut tx, &made).await?;
    if new.follow {
        store::follow(&mut tx, &topic.id, person, true).await?;
    }
    if waits {
        store::review(&mut tx, &Subject::Post(made.id.clone()), &topic.id, &codes(&signs)).await?;
    } else {
        store::count_published(&mut tx, person, 1).await?;
        super::recount(&mut tx, &topic).await?;
        telling::about(&mut tx, &topic.id, Some(person)).await?;
    }
    let event = CommunityEvent::TopicAnswered { topic: topic.id, post: made.id.clone(), by_us: false, waits };
    tx.record(&event, &customer(person), None).await?;
    tx.commit().await?;
    Ok(made)
}

/// Answers as the business, under the colleague's name; also what is locked.
///
/// # Errors
/// Those of the text; not found when it is not shown; refused when the actor may not.
pub async fn answer_as_staff(p: &Platform, actor: &Actor, id: &TopicId, new: NewPost) -> Answer<Post> {
    let _all = allowed(actor, Action::WorkConversations)?;
    let staff: StaffId = actor.staff_id().and_then(|id| id.parse().ok()).ok_or(CommandError::Forbidden)?;
    let body = rights::text(&new.body)?;
    let mut tx = p.begin().await?;
    let topic = public_topic(&mut tx, id).await?;
    let made = Post { staff: Some(staff), ..fresh(&tx, &topic, body) };
    let made = under(&mut tx, &topic, made, new.under).await?;
    store::insert_post(&mut tx, &made).await?;
    super::recount(&mut tx, &topic).await?;
    telling::about(&mut tx, &topic.id, None).await?;
    let event = CommunityEvent::TopicAnswered { topic: topic.id, post: made.id.clone(), by_us: true, waits: false };
    tx.record(&event, actor, None).await?;
    tx.commit().await?;
    Ok(made)
}

fn fresh(tx: &Tx, topic: &Topic, body: String) -> Post {
    Post {
        id: PostId::next(&tx.ids(), tx.now()),
        topic: topic.id.clone(),
        under: None,
        person: None,
        staff: None,
        language: words::language::detect_known(&body, topic.language),
        body,
        waits: false,
        hidden: false,
        created_at: tx.now(),
        edited_at: None,
        votes: 0,
    }
}

/// Puts a post under an answer of the same topic that is shown.
async fn under(tx: &mut Tx, topic: &Topic, post: Post, under: Option<PostId>) -> Answer<Post> {
    let Some(under) = under else { return Ok(post) };
    let above = store::post(tx, &under).await?.filter(|above| above.topic == topic.id && above.is_public());
    above.filter(|above| above.under.is_none()).ok_or(CommandError::NotFound)?;
    Ok(Post { under: Some(under), ..post })
}

/// Changes a topic of one's own; how it was stays for colleagues.
///
/// # Errors
/// Those of [`rights::may_edit`] and of the texts.
pub async fn edit_topic(p: &Platform, person: &PersonId, id: &TopicId, new: NewTopic) -> Answer<()> {
    let (title, body) = (title(&new.title)?, rights::text(&new.body)?);
    let mut tx = p.begin().await?;
    open(&mut tx).await?;
    let member = member(&mut tx, person).await?;
    let before = topic(&mut tx, id).await?;
    rights::may_edit(&member, before.person.as_ref(), before.created_at, tx.now())?;
    rights::may_answer(&Topic { waits: false, ..before.clone() })?;
    let (signs, waits) = edited(&member, &format!("{title} {body}"), new.came);
    let subject = Subject::Topic(before.id.clone());
    if (&before.title, &before.body) != (&title, &body) {
        store::kept_edit(&mut tx, &subject, &before.title, &before.body).await?;
    }
    let after = Topic { title, body, waits: before.waits || waits, edited_at: Some(tx.now()), ..before.clone() };
    save_topic(&mut tx, &before, &after).await?;
    store::set_tags(&mut tx, id, &rights::tags(&new.tags)).await?;
    store::set_words(&mut tx, id, &likeness::stems(&after.title, after.language)).await?;
    if waits {
        store::review(&mut tx, &subject, id, &codes(&signs)).await?;
    }
    Ok(tx.commit().await?)
}

/// Changes an answer or a comment of one's own; how it was stays for colleagues.
///
/// # Errors
/// See [`edit_topic`].
pub async fn edit_post(p: &Platform, person: &PersonId, id: &PostId, new: NewPost) -> Answer<TopicId> {
    let body = rights::text(&new.body)?;
    let mut tx = p.begin().await?;
    open(&mut tx).await?;
    let member = member(&mut tx, person).await?;
    let (topic, before) = post(&mut tx, id).await?;
    rights::may_edit(&member, before.person.as_ref(), before.created_at, tx.now())?;
    rights::may_answer(&topic)?;
    let (signs, waits) = edited(&member, &body, new.came);
    let subject = Subject::Post(before.id.clone());
    if before.body != body {
        store::kept_edit(&mut tx, &subject, "", &before.body).await?;
    }
    let after = Post { body, waits: before.waits || waits, edited_at: Some(tx.now()), ..before.clone() };
    save_post(&mut tx, &topic, &before, &after).await?;
    if waits {
        store::review(&mut tx, &subject, &topic.id, &codes(&signs)).await?;
    }
    tx.commit().await?;
    Ok(topic.id)
}

/// What speaks against new words of what stands there already: nothing of theirs is compared, for they say it again.
fn edited(member: &Member, text: &str, came: Came) -> (Vec<Sign>, bool) {
    let (trap, seconds, published) = (came.trap, came.seconds, member.published);
    spam::judge(&Written { text, trap, seconds, lately: &[], published }, 0)
}
