//! The logo of the business: kept among its settings, so that it comes along with them. What pages need of it lies
//! apart from its bytes, which only its own address reads.

use base::Actor;
use data_encoding::BASE64;
use platform::web::page;
use platform::{Conn, Result, Tx, blobs, settings};
use serde::{Deserialize, Serialize};

use crate::rules::logo::Shape;

const KEY: &str = "portal_logo";
const BYTES: &str = "portal_logo_bytes";
/// What the change is called in the history of settings.
const PAGE: &str = "logo";

/// What pages say of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Mark {
    /// Names its bytes: another picture has another address, so that browsers may keep each for good.
    pub name: String,
    /// Its media type.
    pub media: String,
    /// Points across.
    pub width: u32,
    /// Points down.
    pub height: u32,
    /// Whether the business's name stands beside it; a picture that holds the name has no need of it.
    pub named: bool,
}

impl Mark {
    /// As the head of a page takes it.
    #[must_use]
    pub fn logo(&self) -> page::Logo {
        page::Logo { src: format!("/logo/{}", self.name), width: self.width, height: self.height, named: self.named }
    }
}

/// The logo, where the business has one.
///
/// # Errors
/// When settings cannot be read.
pub async fn mark(conn: &mut Conn) -> Result<Option<Mark>> {
    settings::get(conn, KEY).await
}

/// Its bytes, by the name in its address.
///
/// # Errors
/// When settings cannot be read.
pub async fn bytes(conn: &mut Conn, name: &str) -> Result<Option<(Mark, Vec<u8>)>> {
    let Some(mark) = mark(conn).await?.filter(|mark| mark.name == name) else { return Ok(None) };
    let text: String = settings::get(conn, BYTES).await?;
    Ok(BASE64.decode(text.as_bytes()).ok().map(|bytes| (mark, bytes)))
}

/// Keeps this picture, which [`judge`](crate::rules::logo::judge) found to be of this shape, and who chose it.
///
/// # Errors
/// When settings cannot be written.
pub async fn set(tx: &mut Tx, actor: &Actor, shape: Shape, bytes: &[u8], named: bool) -> Result<()> {
    let name = blobs::digest(bytes).chars().take(16).collect();
    let mark = Mark { name, media: shape.media.to_owned(), width: shape.width, height: shape.height, named };
    settings::set(tx, KEY, &Some(mark)).await?;
    settings::set(tx, BYTES, &BASE64.encode(bytes)).await?;
    settings::record_change(tx, actor, PAGE).await
}

/// Says whether the name stands beside the picture that is there.
///
/// # Errors
/// When settings cannot be written.
pub async fn set_named(tx: &mut Tx, actor: &Actor, named: bool) -> Result<()> {
    if let Some(mark) = mark(tx).await? {
        settings::set(tx, KEY, &Some(Mark { named, ..mark })).await?;
        settings::record_change(tx, actor, PAGE).await?;
    }
    Ok(())
}

/// Takes it away.
///
/// # Errors
/// When settings cannot be written.
pub async fn remove(tx: &mut Tx, actor: &Actor) -> Result<()> {
    settings::set(tx, KEY, &None::<Mark>).await?;
    settings::set(tx, BYTES, &String::new()).await?;
    settings::record_change(tx, actor, PAGE).await
}
