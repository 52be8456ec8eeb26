//! Macros themselves: made, changed, arranged, removed and back again, and what one says in a conversation.

use std::collections::BTreeMap;

use base::{Action, Actor, Language, Scope, allowed};
use jiff::SignedDuration;
use people::StaffId;
use people::staff::Staff;
use platform::blobs::Prepared;
use platform::i18n::{I18n, Say};
use platform::{Conn, Fault, Platform, Tx};

use super::answering::{NewFile, NewReply, note_and, reply};
use super::posting::staff_id;
use super::{Answer, CommandError, acting};
use crate::events::MacroEvent;
use crate::ids::{ConversationId, MacroFileId, MacroId, MessageId, StepId};
use crate::model::{
    Also, Conversation, Macro, MacroAct, MacroFile, MacroKind, MacroWhen, Mailbox, PromiseDue, Visible,
};
use crate::rules::filling::{self, Values, Variable};
use crate::rules::macros::{self, Reader};
use crate::rules::promises::{self, timing};
use crate::rules::states::{FILES_MAX, Refusal};
use crate::rules::{pictures, problems};
use crate::{settings, store};

/// How long a removal can be taken back.
const KEPT: SignedDuration = SignedDuration::from_hours(24 * 30);

/// A macro as somebody wants it.
#[derive(Clone, Debug, Default)]
pub struct NewMacro {
    /// What colleagues call it.
    pub name: String,
    /// What its text becomes.
    pub kind: MacroKind,
    /// Who sees it.
    pub visible: Visible,
    /// In which conversations it is offered.
    pub when: MacroWhen,
    /// What it writes, in each language.
    pub texts: BTreeMap<Language, String>,
    /// What it does.
    pub acts: Vec<MacroAct>,
    /// Files that it had and keeps.
    pub keep: Vec<MacroFileId>,
    /// What pictures among them show, where that is said anew.
    pub alts: BTreeMap<MacroFileId, String>,
    /// Files that are new.
    pub files: Vec<NewFile>,
    /// Pictures that are new and stand below its text.
    pub pictures: Vec<NewPicture>,
}

/// A picture that stands below the text of a macro.
#[derive(Clone, Debug)]
pub struct NewPicture {
    /// It.
    pub file: NewFile,
    /// What it shows; its name is made readable where nobody says.
    pub alt: String,
}

/// Who acts, as far as macros care.
#[must_use]
pub fn reader(staff: &Staff) -> Reader<'_> {
    let manages = allowed(&staff.actor(), Action::ManageSettings).is_ok();
    Reader { staff: &staff.id, departments: &staff.departments, manages }
}

async fn staff(conn: &mut Conn, id: &StaffId) -> Answer<Staff> {
    people::staff::find(conn, &Scope::All, id).await?.ok_or(CommandError::Forbidden)
}

/// The colleague who acts, who answers customers.
async fn myself(tx: &mut Tx, actor: &Actor) -> Answer<Staff> {
    let _ = allowed(actor, Action::WorkConversations)?;
    let id = staff_id(actor)?;
    staff(tx, &id).await
}

/// A macro that the actor may change.
async fn of_actor(tx: &mut Tx, actor: &Actor, id: &MacroId) -> Answer<Macro> {
    let me = myself(tx, actor).await?;
    let found = store::find_macro(tx, id).await?.ok_or(CommandError::NotFound)?;
    changeable(&me, found)
}

fn changeable(me: &Staff, found: Macro) -> Answer<Macro> {
    let reader = reader(me);
    match (reader.changes(&found.visible), reader.sees(&found.visible)) {
        (true, _) => Ok(found),
        (false, true) => Err(CommandError::Forbidden),
        (false, false) => Err(CommandError::NotFound),
    }
}

/// The new files of a macro, its pictures first. What a picture is, its bytes say.
fn added(new: &mut NewMacro) -> Answer<Vec<(NewFile, Option<String>)>> {
    let mut all = Vec::with_capacity(new.pictures.len() + new.files.len());
    for NewPicture { mut file, alt } in std::mem::take(&mut new.pictures) {
        pictures::judge(&file.bytes)?.media.clone_into(&mut file.content_type);
        let alt = pictures::alt(&alt, &file.name);
        all.push((file, Some(alt)));
    }
    all.extend(std::mem::take(&mut new.files).into_iter().map(|file| (file, None)));
    Ok(all)
}

/// The bytes of new files, safe before the transaction that mentions them.
async fn prepared(p: &Platform, files: Vec<(NewFile, Option<String>)>) -> Answer<Vec<(MacroFile, Prepared)>> {
    let mut safe = Vec::with_capacity(files.len());
    for (file, alt) in files {
        let size = i64::try_from(file.bytes.len()).unwrap_or(i64::MAX);
        let bytes = p.blobs.prepare(file.bytes).await?;
        let kept = MacroFile {
            id: MacroFileId::next(&p.ids, p.clock.business()),
            name: people::person::clean_line(&file.name, 200),
            content_type: people::person::clean_line(&file.content_type, 200),
            size,
            blob: bytes.digest.clone(),
            alt,
        };
        safe.push((kept, bytes));
    }
    Ok(safe)
}

/// The macro that somebody wants, if there can be such a one.
async fn checked(
    p: &Platform,
    tx: &mut Tx,
    (id, had): (MacroId, &[MacroFile]),
    new: NewMacro,
    added: Vec<(MacroFile, Prepared)>,
) -> Answer<Macro> {
    let texts = macros::texts(&new.texts)?;
    let mut also = Also::default();
    also.add(Also { acts: new.acts.into_iter().take(macros::ACTS_MAX).collect(), ..Also::default() });
    let acts = also.acts;
    let mut files: Vec<MacroFile> = had.iter().filter(|file| new.keep.contains(&file.id)).cloned().collect();
    for file in &mut files {
        if let (Some(_), Some(typed)) = (&file.alt, new.alts.get(&file.id)) {
            file.alt = Some(pictures::alt(typed, &file.name));
        }
    }
    for (file, bytes) in added {
        p.blobs.keep(tx, &bytes).await?;
        files.push(file);
    }
    macros::makes_sense(&texts, &acts, files.len())?;
    if usize::try_from(macros::size(&files)).unwrap_or(usize::MAX) > FILES_MAX {
        return Err(Refusal::FilesTooLarge.into());
    }
    let (people, departments) = macros::named(&acts);
    for one in people {
        let able = |staff: &Staff| allowed(&staff.actor(), Action::WorkConversations).is_ok();
        let known = people::staff::find(tx, &Scope::All, one).await?;
        known.filter(|one| one.disabled_at.is_none() && able(one)).ok_or(Refusal::NoSuchColleague)?;
    }
    let own = match &new.visible {
        Visible::Department(id) => Some(id),
        _ => None,
    };
    for one in departments.into_iter().chain(own) {
        let known = people::department::find(tx, one).await?;
        known.filter(|one| one.closed_at.is_none()).ok_or(Refusal::NoSuchDepartment)?;
    }
    let when = macros::when(new.when);
    for one in &when.departments {
        // One that is closed by now says where it was offered, and may stay so.
        people::department::find(tx, one).await?.ok_or(Refusal::NoSuchDepartment)?;
    }
    let (name, kind, visible) = (macros::name(&new.name)?, new.kind, new.visible);
    Ok(Macro { id, name, kind, visible, when, texts, acts, files })
}

/// Makes a macro.
///
/// # Errors
/// [`Refusal::NoMacroName`], [`Refusal::EmptyMacro`], [`Refusal::UnknownVariable`], [`Refusal::TooLong`],
/// [`Refusal::SolvedAway`], [`Refusal::FilesTooLarge`], [`Refusal::NotAPicture`], [`Refusal::PictureTooLarge`],
/// [`Refusal::NoSuchColleague`], [`Refusal::NoSuchDepartment`], [`Refusal::TooManyMacros`]; forbidden for others than
/// oneself where that is not one's work.
pub async fn make_macro(p: &Platform, actor: &Actor, mut new: NewMacro) -> Answer<MacroId> {
    let added = prepared(p, added(&mut new)?).await?;
    let mut tx = p.begin().await?;
    let me = myself(&mut tx, actor).await?;
    if !reader(&me).changes(&new.visible) {
        return Err(CommandError::Forbidden);
    }
    let all = store::all_macros(&mut tx).await?;
    if all.len() >= macros::MOST {
        return Err(Refusal::TooManyMacros.into());
    }
    let id = MacroId::next(&tx.ids(), tx.now());
    let made = checked(p, &mut tx, (id, &[]), new, added).await?;
    store::insert_macro(&mut tx, &made).await?;
    tx.record(&MacroEvent::Made { id: made.id.clone(), name: made.name }, actor, None).await?;
    tx.commit().await?;
    Ok(made.id)
}

/// Makes a macro say or do something else, or lets others see it.
///
/// # Errors
/// See [`make_macro`].
pub async fn change_macro(p: &Platform, actor: &Actor, id: &MacroId, mut new: NewMacro) -> Answer<()> {
    let added = prepared(p, added(&mut new)?).await?;
    let mut tx = p.begin().await?;
    let before = of_actor(&mut tx, actor, id).await?;
    let me = myself(&mut tx, actor).await?;
    if !reader(&me).changes(&new.visible) {
        return Err(CommandError::Forbidden);
    }
    let after = checked(p, &mut tx, (id.clone(), &before.files), new, added).await?;
    if after == before {
        return Ok(());
    }
    store::save_macro(&mut tx, &after).await?;
    tx.record(&MacroEvent::Changed { id: after.id, name: after.name }, actor, None).await?;
    Ok(tx.commit().await?)
}

/// Makes another of a macro that the actor sees. It is theirs alone unless they change what is everybody's.
///
/// # Errors
/// [`Refusal::TooManyMacros`]; when there is no such macro.
pub async fn copy_macro(p: &Platform, actor: &Actor, id: &MacroId) -> Answer<MacroId> {
    let mut tx = p.begin().await?;
    let me = myself(&mut tx, actor).await?;
    let of = store::find_macro(&mut tx, id).await?.filter(|one| reader(&me).sees(&one.visible));
    let mut copy = of.ok_or(CommandError::NotFound)?;
    let all = store::all_macros(&mut tx).await?;
    if all.len() >= macros::MOST {
        return Err(Refusal::TooManyMacros.into());
    }
    if !reader(&me).changes(&copy.visible) {
        copy.visible = Visible::Own(me.id.clone());
    }
    copy.id = MacroId::next(&tx.ids(), tx.now());
    copy.name = macros::copy_name(&copy.name, &all);
    for file in &mut copy.files {
        file.id = MacroFileId::next(&tx.ids(), tx.now());
    }
    store::insert_macro(&mut tx, &copy).await?;
    tx.record(&MacroEvent::Made { id: copy.id.clone(), name: copy.name }, actor, None).await?;
    tx.commit().await?;
    Ok(copy.id)
}

/// Moves a macro one place up or down among those that the actor sees. The order is a matter of looks: no event.
///
/// # Errors
/// When there is no such macro, or the actor may not change it.
pub async fn move_macro(p: &Platform, actor: &Actor, id: &MacroId, up: bool) -> Answer<()> {
    let mut tx = p.begin().await?;
    of_actor(&mut tx, actor, id).await?;
    let me = myself(&mut tx, actor).await?;
    let mut all = store::all_macros(&mut tx).await?;
    let seen: Vec<usize> = (0..all.len()).filter(|at| reader(&me).sees(&all[*at].visible)).collect();
    let at = seen.iter().position(|at| all[*at].id == *id).ok_or(CommandError::NotFound)?;
    let to = if up { at.checked_sub(1) } else { Some(at + 1) };
    let Some(to) = to.and_then(|to| seen.get(to)) else { return Ok(()) };
    all.swap(seen[at], *to);
    for (place, one) in all.iter().enumerate() {
        store::place_macro(&mut tx, &one.id, place + 1).await?;
    }
    Ok(tx.commit().await?)
}

/// Removes a macro. For a month that can be taken back.
///
/// # Errors
/// When there is no such macro, or the actor may not change it.
pub async fn remove_macro(p: &Platform, actor: &Actor, id: &MacroId) -> Answer<()> {
    let mut tx = p.begin().await?;
    let gone = of_actor(&mut tx, actor, id).await?;
    store::remove_macro(&mut tx, id).await?;
    let before = tx.now().checked_sub(KEPT).unwrap_or(base::Instant::MIN);
    store::forget_macros(&mut tx, before).await?;
    tx.record(&MacroEvent::Removed { id: gone.id, name: gone.name }, actor, None).await?;
    Ok(tx.commit().await?)
}

/// Takes the removal of a macro back.
///
/// # Errors
/// When it was not removed, or is forgotten by now, or the actor may not change it.
pub async fn restore_macro(p: &Platform, actor: &Actor, id: &MacroId) -> Answer<()> {
    let mut tx = p.begin().await?;
    let me = myself(&mut tx, actor).await?;
    let gone = store::removed_macro(&mut tx, id).await?.ok_or(CommandError::NotFound)?;
    let back = changeable(&me, gone)?;
    store::restore_macro(&mut tx, id).await?;
    tx.record(&MacroEvent::Restored { id: back.id, name: back.name }, actor, None).await?;
    Ok(tx.commit().await?)
}

/// A macro that fits where a colleague writes.
pub(super) async fn fitting(
    conn: &mut Conn,
    me: &StaffId,
    conversation: &Conversation,
    id: &MacroId,
) -> Answer<Option<Macro>> {
    let me = staff(conn, me).await?;
    let fits = |one: &Macro| reader(&me).fits(&one.visible, conversation.department.as_ref());
    Ok(store::find_macro(conn, id).await?.filter(fits))
}

/// A macro as it is in one conversation.
#[derive(Clone, Debug)]
pub struct Filled {
    /// The macro.
    pub of: Macro,
    /// Its text with everything filled in; empty without one.
    pub text: String,
    /// The language of the text.
    pub language: Option<Language>,
    /// The language that was wanted, when it has no text in it.
    pub missing: Option<Language>,
}

/// What a macro says in a conversation when this colleague uses it, in the language that the customer asked for or
/// writes.
///
/// # Errors
/// [`Refusal::NoSuchMacro`] when it is not there, or not for them here.
pub async fn filled(
    conn: &mut Conn,
    i18n: &I18n,
    me: &Staff,
    conversation: &Conversation,
    id: &MacroId,
) -> Answer<Filled> {
    let of = fitting(conn, &me.id, conversation, id).await?.ok_or(Refusal::NoSuchMacro)?;
    let business = settings::business(conn).await?;
    let asked = people::file::preferred_language(conn, &conversation.person).await?;
    let wanted = match of.kind {
        MacroKind::Reply => asked.or(conversation.language),
        MacroKind::Note => Some(business.language),
    };
    let (language, text) = match macros::choose(&of.texts, wanted, business.language) {
        Some((language, text)) => {
            let values = values(conn, &i18n.to(language), me, conversation, (&business, text)).await?;
            (Some(language), filling::fill(text, &values))
        }
        None => (None, String::new()),
    };
    let missing = wanted.filter(|wanted| language.is_some_and(|language| language != *wanted));
    Ok(Filled { of, text, language, missing })
}

/// A conversation that does not begin yet: to whom a colleague writes first, and about what.
#[derive(Clone, Debug, Default)]
pub struct First {
    /// The customer, as their address was typed; nobody yet when that is half of one.
    pub to: Option<Mailbox>,
    /// What it is about.
    pub subject: String,
}

/// What a macro says where this colleague writes first. Nobody has a number there yet: see [`filling::fill_number`].
///
/// # Errors
/// [`Refusal::NoSuchMacro`] when it is not there, or not for them.
pub async fn filled_first(conn: &mut Conn, scope: &Scope, me: &Staff, first: &First, id: &MacroId) -> Answer<Filled> {
    let of = store::find_macro(conn, id).await?.filter(|one| reader(me).fits(&one.visible, None));
    let of = of.ok_or(Refusal::NoSuchMacro)?;
    let business = settings::business(conn).await?;
    let person = match &first.to {
        Some(to) => people::person::by_address(conn, scope, &to.address).await?,
        None => None,
    };
    let (asked, addressed) = match &person {
        Some(person) => {
            let card = people::file::card(conn, scope, &person.id).await?;
            (people::file::preferred_language(conn, &person.id).await?, card.details.preferences.addressed)
        }
        None => (None, String::new()),
    };
    let wanted = asked.or_else(|| person.as_ref().and_then(|person| person.language));
    let typed = first.to.as_ref().map(|to| to.name.clone()).unwrap_or_default();
    let values = Values {
        customer: person.map(|person| person.name).filter(|name| !name.contains('@')).unwrap_or(typed),
        addressed,
        agent: me.name.clone(),
        number: None,
        subject: first.subject.trim().to_owned(),
        business: business.name.clone(),
        address: business.address.clone(),
        ..Values::default()
    };
    let (language, text) = match macros::choose(&of.texts, wanted, business.language) {
        Some((language, text)) => (Some(language), filling::fill(text, &values)),
        None => (None, String::new()),
    };
    let missing = wanted.filter(|wanted| language.is_some_and(|language| language != *wanted));
    Ok(Filled { of, text, language, missing })
}

/// What is filled in in a conversation; `say` speaks the language of the text.
pub(super) async fn values(
    conn: &mut Conn,
    say: &Say,
    me: &Staff,
    conversation: &Conversation,
    (business, text): (&settings::Business, &str),
) -> Result<Values, Fault> {
    let wrote = if filling::names(text, Variable::CustomerWrote) {
        problems::wrote(&store::last_wrote(conn, &conversation.id).await?.unwrap_or_default())
    } else {
        String::new()
    };
    let promised = [Variable::PromiseWords, Variable::PromiseDue].into_iter().any(|one| filling::names(text, one));
    let promised = if promised { promises::next(store::promises_of(conn, &conversation.id).await?) } else { None };
    let person = people::person::find(conn, &Scope::All, &conversation.person).await?;
    let card = people::file::card(conn, &Scope::All, &conversation.person).await?;
    Ok(Values {
        customer: person.map(|person| person.name).unwrap_or_default(),
        addressed: card.details.preferences.addressed,
        agent: me.name.clone(),
        number: Some(conversation.number),
        subject: conversation.subject.clone(),
        business: business.name.clone(),
        address: business.address.clone(),
        wrote,
        promised_by: promised.as_ref().and_then(|it| it.due.as_ref()).map(|due| by(say, due)).unwrap_or_default(),
        promised: promised.map(|it| it.words).unwrap_or_default(),
    })
}

/// By when, as it stands in a text to the customer: which day it is for them, nobody knows who reads it later.
fn by(say: &Say, due: &PromiseDue) -> String {
    if due.timed { say.full(due.latest, &timing::zone_of(due)) } else { say.day(due.day) }
}

/// A text in this language with everything filled in for one conversation; without one, it is in the customer's, else in
/// the business's.
pub(super) async fn said_in(
    conn: &mut Conn,
    i18n: &I18n,
    actor: &Actor,
    conversation: &Conversation,
    (text, language): (&str, Option<Language>),
) -> Answer<String> {
    if filling::unknown(text).is_some() {
        return Err(Refusal::UnknownVariable.into());
    }
    let me = staff(conn, &staff_id(actor)?).await?;
    let business = settings::business(conn).await?;
    let say = i18n.to(language.or(conversation.language).unwrap_or(business.language));
    Ok(filling::fill(text, &values(conn, &say, &me, conversation, (&business, text)).await?))
}

/// Uses a macro as it is: writes what it says and does what it does, in one step. Answers the message, if it wrote one.
///
/// # Errors
/// Those of [`filled`], [`reply`] and [`acting::act_on`].
pub async fn apply_macro(
    p: &Platform,
    actor: &Actor,
    id: &ConversationId,
    used: &MacroId,
    seen: Option<MessageId>,
) -> Answer<Option<MessageId>> {
    apply_as(p, actor, id, used, seen, None).await.map(|(message, _)| message)
}

/// The same as part of the act `step`, or as one of its own. Answers also by what it can be taken back, where it wrote
/// nothing; a message has its own way back.
pub(super) async fn apply_as(
    p: &Platform,
    actor: &Actor,
    id: &ConversationId,
    used: &MacroId,
    seen: Option<MessageId>,
    step: Option<&StepId>,
) -> Answer<(Option<MessageId>, Option<StepId>)> {
    let scope = allowed(actor, Action::WorkConversations)?;
    let mut conn = p.db.read().await?;
    let id = store::where_merged(&mut conn, id).await?;
    let conversation = store::find(&mut conn, &scope, &id).await?.ok_or(CommandError::NotFound)?;
    let me = staff(&mut conn, &staff_id(actor)?).await?;
    let said = filled(&mut conn, &p.i18n, &me, &conversation, used).await?;
    drop(conn);
    let also = Also {
        macros: vec![said.of.id],
        acts: said.of.acts,
        files: said.of.files.into_iter().map(|file| file.id).collect(),
    };
    match said.of.kind {
        _ if said.text.is_empty() => Ok((None, acting::act_on(p, actor, &id, step, also).await?)),
        MacroKind::Reply => {
            let new = NewReply { body: said.text, also, seen, ..NewReply::default() };
            Ok((Some(reply(p, actor, &id, new).await?), None))
        }
        MacroKind::Note => {
            Ok((Some(note_and(p, actor, &id, &said.text, (also, &crate::PromiseChoices::default())).await?), None))
        }
    }
}
