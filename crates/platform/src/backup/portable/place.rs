//! Where an export is written: a folder, or one packed file (zip) that holds the same folder.

use std::fs::{self, DirBuilder, File};
use std::io::{BufWriter, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::{BLOB, MANIFEST, path_of_file, path_of_table};
use crate::fault::{Context, Fault, Result};

/// From this on an entry of a packed file needs the long form of its numbers; well below where it must.
const LARGE: u64 = 2 << 30;

/// An export on its way. In memory are the stored file that is being written, whole, and of a packed one a short entry
/// (name, length, place) for each file in it, the list that stands at its end: for tables and large stored files, never
/// for each mail.
pub(super) enum Place {
    /// Files in a folder, and the table that is being written.
    Folder(PathBuf, Option<BufWriter<File>>),
    /// One packed file.
    Packed(Box<ZipWriter<BufWriter<File>>>),
}

impl Place {
    /// A new folder.
    pub fn folder(path: &Path) -> Result<Self> {
        // Customers' data lies here: nobody else's business on this machine.
        DirBuilder::new().mode(0o700).create(path).context(format!("cannot make {}", path.display()))?;
        fs::create_dir(path.join("tables"))?;
        fs::create_dir(path.join("files"))?;
        Ok(Self::Folder(path.to_owned(), None))
    }

    /// A packed file; what an interrupted one left there goes.
    pub fn packed(path: &Path) -> Result<Self> {
        let file = File::options().write(true).create(true).truncate(true).mode(0o600).open(path);
        let file = BufWriter::with_capacity(1 << 18, file.context(format!("cannot write {}", path.display()))?);
        Ok(Self::Packed(Box::new(ZipWriter::new(file))))
    }

    /// From here on come the lines of a table.
    pub fn table(&mut self, name: &str) -> Result<()> {
        let path = path_of_table(name);
        match self {
            Self::Folder(folder, table) => {
                let path = folder.join(path);
                let file = File::create(&path).context(format!("cannot write {}", path.display()))?;
                *table = Some(BufWriter::with_capacity(1 << 18, file));
                Ok(())
            }
            Self::Packed(zip) => {
                // Stored bytes become little smaller, however long one tries.
                let level = (name == BLOB).then_some(1);
                // Nobody knows how long it becomes.
                zip.start_file(path, how(level).large_file(true)).map_err(broken)
            }
        }
    }

    /// A line of the table that was begun last.
    pub fn line(&mut self, line: &[u8]) -> Result<()> {
        let written = match self {
            Self::Folder(_, Some(table)) => table.write_all(line),
            Self::Folder(_, None) => return Err(Fault::new("a line without a table")),
            Self::Packed(zip) => zip.write_all(line),
        };
        written.context("a table cannot be written")
    }

    /// All lines of the table that was begun last are there.
    pub fn table_is_whole(&mut self) -> Result<()> {
        let Self::Folder(_, table) = self else { return Ok(()) };
        let Some(table) = table.take() else { return Ok(()) };
        let file =
            table.into_inner().map_err(|error| Fault::because("a table cannot be written", error.into_error()))?;
        file.sync_all().context("a table cannot be written")
    }

    /// A stored file.
    pub fn file(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        let path = path_of_file(name);
        match self {
            Self::Folder(folder, _) => {
                let path = folder.join(path);
                if let Some(inner) = path.parent() {
                    fs::create_dir_all(inner)?;
                }
                fs::write(&path, bytes).context(format!("cannot write {}", path.display()))
            }
            Self::Packed(zip) => {
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
            Self::Folder(folder, _) => {
                fs::write(folder.join(MANIFEST), manifest).context("the manifest cannot be written")
            }
            Self::Packed(mut zip) => {
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
