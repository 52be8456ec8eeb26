//! A packed file (zip): one file of conversations, and the files that belong to its messages.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use super::model::Refusal;
use super::rules::paths;
use super::upload::{BESIDE_MAX, FILE_MAX};

/// Files of one.
const FILES_MAX: usize = 20_000;
/// Bytes of all of them together, unpacked.
const ALL_MAX: usize = 512 * 1024 * 1024;
/// What a file of conversations is called at its end.
const ENDS: [&str; 5] = ["csv", "jsonl", "ndjson", "json", "mbox"];

/// A file of those within: its path, none for the one of conversations, and what stands in it.
pub(super) type Inside = (Option<String>, Vec<u8>);

/// A packed file that is being unpacked, one after the other.
pub(super) struct Packed {
    archive: ZipArchive<Cursor<Vec<u8>>>,
    /// Which is the file of conversations.
    main: usize,
    next: usize,
    left: usize,
}

impl Packed {
    /// Looks into it. A path that leads out refuses all of it.
    pub fn open(bytes: Vec<u8>) -> Result<Self, Refusal> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Packed)?;
        if archive.len() > FILES_MAX {
            return Err(Refusal::TooLarge);
        }
        let mut mains: Vec<(usize, usize)> = Vec::new();
        for at in 0..archive.len() {
            let file = archive.by_index_raw(at).map_err(|_| Refusal::Packed)?;
            let path = paths::within(&file.name().map_err(|_| Refusal::Packed)?).ok_or(Refusal::OutOfFolder)?;
            // What computers of one maker leave in every packed file.
            let hidden = path.starts_with("__MACOSX/") || paths::name(&path).starts_with('.');
            let end = path.rsplit_once('.').map(|(_, end)| end.to_lowercase()).unwrap_or_default();
            if file.is_file() && !hidden && ENDS.contains(&end.as_str()) {
                mains.push((path.matches('/').count(), at));
            }
        }
        mains.sort_unstable();
        // The one that lies above all others.
        let main = match mains.as_slice() {
            [(_, at)] => *at,
            [(depth, at), (other, _), ..] if depth < other => *at,
            _ => return Err(Refusal::Packed),
        };
        Ok(Self { archive, main, next: 0, left: ALL_MAX })
    }

    /// The next file: the one of conversations has no path.
    pub fn next(&mut self) -> Result<Option<Inside>, Refusal> {
        while self.next < self.archive.len() {
            let at = self.next;
            self.next += 1;
            let mut file = self.archive.by_index(at).map_err(|_| Refusal::Packed)?;
            if !file.is_file() {
                continue;
            }
            let path = paths::within(&file.name().map_err(|_| Refusal::Packed)?).ok_or(Refusal::OutOfFolder)?;
            let most = if at == self.main { FILE_MAX * 4 } else { BESIDE_MAX }.min(self.left);
            let mut bytes = Vec::new();
            // What it says of its length is not believed.
            let read = file.by_ref().take(most as u64 + 1).read_to_end(&mut bytes);
            read.map_err(|_| Refusal::Packed)?;
            if bytes.len() > most {
                return Err(Refusal::TooLarge);
            }
            self.left -= bytes.len();
            return Ok(Some(((at != self.main).then_some(path), bytes)));
        }
        Ok(None)
    }
}
