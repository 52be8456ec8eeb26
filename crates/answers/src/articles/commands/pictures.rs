//! Pictures come in, and are shown by what is published.

use std::collections::BTreeMap;

use base::{Action, Actor, Language, allowed};
use people::StaffId;
use platform::{Conn, Platform, Tx};

use crate::articles::model::{Picture, TextId};
use crate::articles::refusal::{Answer, Refusal};
use crate::articles::rules::{pictures, snippets};
use crate::articles::store;

/// Keeps a picture for articles. The same bytes are the same picture.
///
/// # Errors
/// Refused when the actor may not, or when it is no picture that is taken.
pub async fn add_picture(p: &Platform, actor: &Actor, bytes: Vec<u8>) -> Answer<Picture> {
    let mut tx = p.begin().await?;
    let picture = keep_picture(p, &mut tx, actor, bytes).await?;
    tx.commit().await?;
    Ok(picture)
}

/// The same within a transaction.
pub(super) async fn keep_picture(p: &Platform, tx: &mut Tx, actor: &Actor, bytes: Vec<u8>) -> Answer<Picture> {
    let _all = allowed(actor, Action::WriteArticles)?;
    let shape = pictures::judge(&bytes).map_err(|unfit| match unfit {
        pictures::Unfit::Unknown => Refusal::NoPicture,
        pictures::Unfit::Large => Refusal::PictureTooLarge,
    })?;
    let prepared = p.blobs.prepare(bytes).await?;
    let picture = Picture {
        name: pictures::named(&prepared.digest, shape.kind),
        blob: prepared.digest.clone(),
        media: shape.kind.media().to_owned(),
        width: i64::try_from(shape.width).unwrap_or(i64::MAX),
        height: i64::try_from(shape.height).unwrap_or(i64::MAX),
    };
    p.blobs.keep(tx, &prepared).await?;
    let by: Option<StaffId> = actor.staff_id().and_then(|id| id.parse().ok());
    let now = tx.now();
    store::put_picture(tx, &picture, by.as_ref(), now).await?;
    Ok(picture)
}

/// What stands for snippets in a text of this language.
///
/// # Errors
/// When the tables cannot be read.
pub async fn fillings(conn: &mut Conn, language: Language) -> platform::Result<BTreeMap<String, String>> {
    let usual = conversations::settings::business(conn).await?.language;
    store::fillings(conn, language, usual).await
}

/// Remembers which pictures a text shows from now on.
pub(super) async fn show_pictures(tx: &mut Tx, text: &TextId, language: Language, body: &str) -> platform::Result<()> {
    let filled = snippets::fill(body, &fillings(tx, language).await?);
    store::set_shown(tx, text, &pictures::shown(&filled)).await
}
