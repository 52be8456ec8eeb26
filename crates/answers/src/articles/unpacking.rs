//! Packed folders (zip) among files that are brought along: bounded, and never written to a disk.

use std::io::{Cursor, Read as _};

use super::refusal::Refusal;
use super::rules::bringing::File;

/// Files of all folders together.
const FILES_MAX: usize = 10_000;
/// Bytes of one file, and of all together.
const FILE_MAX: u64 = 16 * 1024 * 1024;
const ALL_MAX: u64 = 256 * 1024 * 1024;

/// These files, with those of packed folders in their place.
///
/// # Errors
/// When a packed folder is damaged, or there is far too much in all.
pub fn unpacked(files: Vec<File>) -> Result<Vec<File>, Refusal> {
    let (mut all, mut left) = (Vec::new(), ALL_MAX);
    for file in files {
        if file.bytes.starts_with(b"PK\x03\x04") {
            unpack(&file.bytes, &mut all, &mut left)?;
        } else {
            all.push(file);
        }
        if all.len() > FILES_MAX {
            return Err(Refusal::TooMany);
        }
    }
    Ok(all)
}

fn unpack(bytes: &[u8], all: &mut Vec<File>, left: &mut u64) -> Result<(), Refusal> {
    let mut folder = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::NoFile)?;
    if folder.len() + all.len() > FILES_MAX {
        return Err(Refusal::TooMany);
    }
    for at in 0..folder.len() {
        let entry = folder.by_index(at).map_err(|_| Refusal::NoFile)?;
        if !entry.is_file() {
            continue;
        }
        let path = entry.name().map_err(|_| Refusal::NoFile)?.replace('\\', "/");
        let mut bytes = Vec::new();
        // What it says of its size is not believed.
        entry.take(FILE_MAX + 1).read_to_end(&mut bytes).map_err(|_| Refusal::NoFile)?;
        let size = bytes.len() as u64;
        *left = left.checked_sub(size).filter(|_| size <= FILE_MAX).ok_or(Refusal::TooLong)?;
        all.push(File { path, bytes });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    #[test]
    fn a_packed_folder_is_its_files() {
        let mut packed = ZipWriter::new(Cursor::new(Vec::new()));
        let how = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        packed.add_directory("nb", how).expect("a folder");
        packed.start_file("nb/pump.md", how).expect("a file");
        packed.write_all(b"# Pump").expect("written");
        let bytes = packed.finish().expect("packed").into_inner();
        let other = File { path: "a.md".into(), bytes: b"x".to_vec() };
        let all = unpacked(vec![File { path: "all.zip".into(), bytes: bytes.clone() }, other.clone()]);
        assert_eq!(all, Ok(vec![File { path: "nb/pump.md".into(), bytes: b"# Pump".to_vec() }, other]));
        let cut = bytes.get(..20).expect("bytes").to_vec();
        assert_eq!(unpacked(vec![File { path: "all.zip".into(), bytes: cut }]), Err(Refusal::NoFile));
    }
}
