//! What can be asked about macros. Each colleague sees those for everybody, for where they work, and their own.

use people::staff::Staff;
use platform::{Conn, Result};

use crate::commands::reader;
use crate::ids::{MacroFileId, MacroId};
use crate::model::{Conversation, Macro, MacroFile, MacroKind};
use crate::rules::macros::{fits_form, in_order};
use crate::store;

pub use crate::store::Offered;

/// All macros that a colleague sees, as they were arranged, each with how often it was used.
///
/// # Errors
/// See [`super::list`].
pub async fn macros(conn: &mut Conn, me: &Staff) -> Result<Vec<(Macro, i64)>> {
    let uses = store::uses_of_macros(conn, None, None).await?;
    let all = store::all_macros(conn).await?.into_iter().filter(|one| reader(me).sees(&one.visible));
    Ok(all
        .map(|one| {
            let n = uses.get(&one.id).map_or(0, |(_, n)| *n);
            (one, n)
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

/// The macros that fit a conversation, those first that are used most in its department and language.
///
/// # Errors
/// See [`super::list`].
pub async fn offered_macros(conn: &mut Conn, me: &Staff, conversation: &Conversation) -> Result<Vec<Offered>> {
    let department = conversation.department.as_ref();
    let uses = store::uses_of_macros(conn, department, conversation.language).await?;
    let mut all = store::offered_macros(conn).await?;
    all.retain(|one| reader(me).fits(&one.visible, department));
    in_order(&mut all, |one| uses.get(&one.id).copied().unwrap_or_default());
    Ok(all)
}

/// The macros that a colleague may use where they write first, those first that are used most, and their files.
///
/// # Errors
/// See [`super::list`].
pub async fn macros_at_first(conn: &mut Conn, me: &Staff) -> Result<(Vec<Offered>, Vec<MacroFile>)> {
    let uses = store::uses_of_macros(conn, None, None).await?;
    let mut all = store::offered_macros(conn).await?;
    all.retain(|one| reader(me).fits(&one.visible, None));
    in_order(&mut all, |one| uses.get(&one.id).copied().unwrap_or_default());
    let files = store::files_of_macros(conn).await?.into_iter();
    Ok((all, files.filter(|(visible, _)| reader(me).fits(visible, None)).map(|(_, file)| file).collect()))
}

/// Those of them that fit a form for this kind of text.
pub fn for_form(all: &[Offered], form: MacroKind) -> impl Iterator<Item = &Offered> {
    all.iter().filter(move |one| fits_form(one.kind, one.has_text, form))
}
