//! Pictures of articles, and which of them the live texts show.

use base::Instant;
use people::StaffId;
use platform::{Conn, Result, Row, Tx, vals};

use super::outside::readable;
use crate::articles::model::{Picture, Reader, TextId};

fn picture(row: &Row) -> Result<Picture> {
    Ok(Picture {
        name: row.text("name")?,
        blob: row.text("blob")?,
        media: row.text("media")?,
        width: row.int("width")?,
        height: row.int("height")?,
    })
}

/// Keeps a picture; one of the same name has the same bytes.
///
/// # Errors
/// When the tables cannot be used; so for all below.
pub async fn put_picture(tx: &mut Tx, it: &Picture, by: Option<&StaffId>, now: Instant) -> Result<()> {
    let sql = "INSERT INTO article_picture (name, blob, media, width, height, staff, created_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (name) DO NOTHING";
    let by = by.map(StaffId::as_str);
    tx.run(sql, vals![&it.name, &it.blob, &it.media, it.width, it.height, by, now]).await?;
    Ok(())
}

/// A picture that this reader may see: colleagues all, others those that stand in what they may read.
///
/// # Errors
/// See [`put_picture`].
pub async fn find_picture(conn: &mut Conn, reader: Reader, name: &str) -> Result<Option<Picture>> {
    let only = match reader {
        Reader::Colleague => String::new(),
        reader => format!(
            " AND EXISTS (SELECT 1 FROM article_shows s JOIN article_text t ON t.id = s.text \
             JOIN article a ON a.id = t.article WHERE s.picture = p.name AND {})",
            readable(reader)
        ),
    };
    let sql = format!("SELECT p.* FROM article_picture p WHERE p.name = $1{only}");
    conn.one(&sql, vals![name]).await?.map(|row| picture(&row)).transpose()
}

/// Says which pictures the live version of a text shows.
///
/// # Errors
/// See [`put_picture`].
pub async fn set_shown(tx: &mut Tx, text: &TextId, names: &[String]) -> Result<()> {
    tx.run("DELETE FROM article_shows WHERE text = $1", vals![text.as_str()]).await?;
    for name in names {
        let sql = "INSERT INTO article_shows (picture, text) VALUES ($1, $2) ON CONFLICT (picture, text) DO NOTHING";
        tx.run(sql, vals![name, text.as_str()]).await?;
    }
    Ok(())
}
