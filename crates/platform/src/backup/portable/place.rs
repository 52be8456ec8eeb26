//! Where an export is written: a folder, or one packed file (zip) that holds the same folder.

use std::fs::{self, DirBuilder, File};
use std::io::{BufReader, BufWriter, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::{MANIFEST, path_of_file, path_of_table};
use crate::fault::{Context, Fault, Result};

/// From this on an entry of a packed file needs the long form of its numbers; well below where it must.
const LARGE: u64 = 2 << 30;

/// An export on its way. In memory are the stored file that is being written, whole, and of a packed one a short entry
/// (name, length, place) for each file in it: the list that stands at its end.
pub(super) enum Place {
    /// Files in a folder.
    Folder(PathBuf),
    /// One packed file, and where the lines of a table lie until they are whole.
    Packed(Box<ZipWriter<BufWriter<File>>>, PathBuf),
}

impl Place {
    /// A new folder.
    pub fn folder(path: &Path) -> Result<Self> {
        // Customers' data lies here: nobody else's business on this machine.
        DirBuilder::new().mode(0o700).create(path).context(format!("cannot make {}", path.display()))?;
        fs::create_dir(path.join("tables"))?;
        fs::create_dir(path.join("files"))?;
        Ok(Self::Folder(path.to_owned()))
    }

    /// A packed file; what an interrupted one left there goes.
    pub fn packed(path: &Path, lines: &Path) -> Result<Self> {
        let file = File::options().write(true).create(true).truncate(true).mode(0o600).open(path);
        let file = BufWriter::with_capacity(1 << 18, file.context(format!("cannot write {}", path.display()))?);
        Ok(Self::Packed(Box::new(ZipWriter::new(file)), lines.to_owned()))
    }

    /// Where the lines of a table are written.
    pub fn table(&self, name: &str) -> PathBuf {
        match self {
            Self::Folder(folder) => folder.join(path_of_table(name)),
            Self::Packed(_, lines) => lines.clone(),
        }
    }

    /// All lines of a table are where [`Place::table`] said.
    pub fn table_is_whole(&mut self, name: &str) -> Result<()> {
        let Self::Packed(zip, lines) = self else { return Ok(()) };
        let length = fs::metadata(&*lines).context("a table cannot be packed")?.len();
        zip.start_file(path_of_table(name), how(None).large_file(length >= LARGE)).map_err(broken)?;
        let mut from = BufReader::with_capacity(1 << 18, File::open(&*lines).context("a table cannot be packed")?);
        std::io::copy(&mut from, zip).context("a table cannot be packed")?;
        Ok(fs::remove_file(lines)?)
    }

    /// A stored file.
    pub fn file(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        let path = path_of_file(name);
        match self {
            Self::Folder(folder) => {
                let path = folder.join(path);
                if let Some(inner) = path.parent() {
                    fs::create_dir_all(inner)?;
                }
                fs::write(&path, bytes).context(format!("cannot write {}", path.display()))
            }
            Self::Packed(zip, _) => {
                let large = u64::try_from(bytes.len()).unwrap_or(u64::MAX) >= LARGE;
                // Much of it is pictures, which do not become smaller.
                zip.start_file(path, how(Some(1)).large_file(large)).map_err(broken)?;
                zip.write_all(bytes).context("a stored file cannot be packed")
            }
        }
    }

    /// What is in it, which comes last; then it is whole.
    pub fn end(self, manifest: &str) -> Result<()> {
        match self {
            Self::Folder(folder) => {
                fs::write(folder.join(MANIFEST), manifest).context("the manifest cannot be written")
            }
            Self::Packed(mut zip, _) => {
                zip.start_file(MANIFEST, how(None)).map_err(broken)?;
                zip.write_all(manifest.as_bytes()).context("the manifest cannot be packed")?;
                let file = zip.finish().map_err(broken)?.into_inner();
                let file = file.map_err(|error| Fault::because("the export cannot be packed", error.into_error()))?;
                file.sync_all().context("the export cannot be packed")
            }
        }
    }
}

fn how(level: Option<i64>) -> SimpleFileOptions {
    let how = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    how.compression_level(level).unix_permissions(0o600)
}

fn broken(error: zip::result::ZipError) -> Fault {
    Fault::because("the export cannot be packed", error)
}
