//! What can be asked about macros. Each colleague sees those for everybody, for where they work, and their own.

use std::collections::HashMap;

use base::Language;
use people::staff::Staff;
use platform::{Conn, Result};

use super::Thread;

use crate::commands::reader;
use crate::ids::{MacroFileId, MacroId};
use crate::model::{Conversation, HeardBy, Macro, MacroFile, MacroKind};
use crate::rules::macros::{Facts, fits_form, in_order, offered_in};
use crate::store;

pub use crate::store::{Offered, Uses};

/// All macros that a colleague sees, as they were arranged, each with how often it was used and when last.
///
/// # Errors
/// See [`super::list`].
pub async fn macros(conn: &mut Conn, me: &Staff) -> Result<Vec<(Macro, Uses)>> {
    let uses = store::uses_of_macros(conn, None, None).await?;
    let all = store::all_macros(conn).await?.into_iter().filter(|one| reader(me).sees(&one.visible));
    Ok(all
        .map(|one| {
            let used = uses.get(&one.id).copied().unwrap_or_default();
            (one, used)
        })
        .collect())
}

/// One macro that a colleague sees.
///
/// # Errors
/// See [`super::list`].
pub async fn find_macro(conn: &mut Conn, me: &Staff, id: &MacroId) -> Result<Option<Macro>> {
    Ok(store::find_macro(conn, id).await?.filter(|one| reader(me).sees(&one.visible)))
}

/// A macro that was removed and that a colleague may bring back.
///
/// # Errors
/// See [`super::list`].
pub async fn removed_macro(conn: &mut Conn, me: &Staff, id: &MacroId) -> Result<Option<Macro>> {
    Ok(store::removed_macro(conn, id).await?.filter(|one| reader(me).changes(&one.visible)))
}

/// A file of a macro that a colleague sees.
///
/// # Errors
/// See [`super::list`].
pub async fn macro_file(conn: &mut Conn, me: &Staff, id: &MacroFileId) -> Result<Option<MacroFile>> {
    let Some((of, file)) = store::macro_file(conn, id).await? else { return Ok(None) };
    Ok(find_macro(conn, me, &of).await?.map(|_| file))
}

/// A picture of a macro that is there, for whom a page has offered it.
///
/// # Errors
/// See [`super::list`].
pub(crate) async fn picture_of_macro(conn: &mut Conn, id: &MacroFileId) -> Result<Option<MacroFile>> {
    let Some((of, file)) = store::macro_file(conn, id).await? else { return Ok(None) };
    let there = store::find_macro(conn, &of).await?.is_some();
    Ok(Some(file).filter(|file| there && file.alt.is_some()))
}

/// The files of macros that fit a conversation.
///
/// # Errors
/// See [`super::list`].
pub async fn macro_files(conn: &mut Conn, me: &Staff, conversation: &Conversation) -> Result<Vec<MacroFile>> {
    let department = conversation.department.as_ref();
    let files = store::files_of_macros(conn).await?.into_iter();
    Ok(files.filter(|(visible, _)| reader(me).fits(visible, department)).map(|(_, file)| file).collect())
}

/// What macros ask about a conversation; `asked` is the language that its customer wants to be written to in, if any.
#[must_use]
pub fn macro_facts(thread: &Thread, asked: Option<Language>) -> Facts {
    let it = &thread.conversation;
    Facts {
        heard: thread.messages.iter().rev().find_map(HeardBy::of),
        department: it.department.clone(),
        tags: thread.tags.iter().map(|tag| tag.name.clone()).collect(),
        language: asked.or(it.language),
    }
}

/// The macros that a colleague may use in a conversation, those first that are used most in its department and language.
/// Each says whether it fits there.
///
/// # Errors
/// See [`super::list`].
pub async fn offered_macros(
    conn: &mut Conn,
    me: &Staff,
    conversation: &Conversation,
    facts: &Facts,
) -> Result<Vec<Offered>> {
    let department = conversation.department.as_ref();
    let uses = store::uses_of_macros(conn, department, conversation.language).await?;
    offered(conn, |one| reader(me).fits(&one.visible, department), facts, &uses).await
}

async fn offered(
    conn: &mut Conn,
    sees: impl Fn(&Offered) -> bool,
    facts: &Facts,
    uses: &HashMap<MacroId, Uses>,
) -> Result<Vec<Offered>> {
    let mut all = store::offered_macros(conn).await?;
    all.retain(sees);
    for one in &mut all {
        one.fits = offered_in(&one.when, facts);
    }
    in_order(&mut all, |one| uses.get(&one.id).map_or((0, 0), |used| (used.here, used.n)));
    Ok(all)
}

/// The macros that a colleague may use where they write first, those first that are used most, and their files.
///
/// # Errors
/// See [`super::list`].
pub async fn macros_at_first(conn: &mut Conn, me: &Staff) -> Result<(Vec<Offered>, Vec<MacroFile>)> {
    let uses = store::uses_of_macros(conn, None, None).await?;
    let all = offered(conn, |one| reader(me).fits(&one.visible, None), &Facts::default(), &uses).await?;
    let files = store::files_of_macros(conn).await?.into_iter();
    Ok((all, files.filter(|(visible, _)| reader(me).fits(visible, None)).map(|(_, file)| file).collect()))
}

/// Those of them that fit a form for this kind of text.
pub fn for_form(all: &[Offered], form: MacroKind) -> impl Iterator<Item = &Offered> {
    all.iter().filter(move |one| fits_form(one.kind, one.has_text, form))
}
