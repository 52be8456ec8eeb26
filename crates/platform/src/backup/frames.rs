//! The file below a backup: frames with a checksum each, and a digest of everything at the end.
//!
//! ```text
//! "tillit-backup 1\n"
//! frame*   kind (1 byte), packed length, plain length (4 bytes each, little endian),
//!          deflated bytes, CRC-32 of all that (4 bytes)
//! SHA-256 of everything before it
//! ```
//! No byte lies outside the digest, so that none can change unseen. Knows nothing of what frames hold.

use std::io::{self, Read, Write};

use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};
use sha2::{Digest as _, Sha256};

use crate::fault::{Context, Fault, Result};

/// How every backup begins.
pub(super) const MAGIC: &[u8; 16] = b"tillit-backup 1\n";

/// What a frame holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// [`super::Header`] as JSON; the first frame.
    Header = b'H' as isize,
    /// The name and columns of the table whose rows follow, as JSON.
    Table = b'T' as isize,
    /// Packed rows.
    Rows = b'R' as isize,
    /// The digest and size of the file whose bytes follow, as JSON.
    File = b'F' as isize,
    /// Bytes of a file.
    Data = b'D' as isize,
    /// [`super::Contents`] as JSON; the last frame.
    End = b'E' as isize,
}

impl Kind {
    fn from_byte(byte: u8) -> Option<Self> {
        let all = [Self::Header, Self::Table, Self::Rows, Self::File, Self::Data, Self::End];
        all.into_iter().find(|kind| *kind as u8 == byte)
    }
}

/// Writes frames.
pub(super) struct Writer<W> {
    out: W,
    digest: Sha256,
    written: u64,
}

impl<W: Write> Writer<W> {
    pub(super) fn new(out: W) -> Result<Self> {
        let mut writer = Self { out, digest: Sha256::new(), written: 0 };
        writer.write(MAGIC)?;
        Ok(writer)
    }

    pub(super) fn put(&mut self, kind: Kind, plain: &[u8]) -> Result<()> {
        let mut frame = vec![kind as u8, 0, 0, 0, 0, 0, 0, 0, 0];
        frame[5..9].copy_from_slice(&length(plain.len())?);
        let mut deflate = DeflateEncoder::new(frame, Compression::fast());
        deflate.write_all(plain)?;
        let mut frame = deflate.finish()?;
        let packed = length(frame.len() - 9)?;
        frame[1..5].copy_from_slice(&packed);
        let mut crc = Crc::new();
        crc.update(&frame);
        frame.extend(crc.sum().to_le_bytes());
        self.write(&frame)
    }

    /// Writes the digest; answers what was written to, and how much.
    pub(super) fn finish(mut self) -> Result<(W, u64)> {
        let digest = self.digest.clone().finalize();
        self.write(&digest)?;
        self.out.flush()?;
        Ok((self.out, self.written))
    }

    fn write(&mut self, bytes: &[u8]) -> Result<()> {
        self.digest.update(bytes);
        self.written += bytes.len() as u64;
        self.out.write_all(bytes).context("the backup could not be written")
    }
}

fn length(length: usize) -> Result<[u8; 4]> {
    let length = u32::try_from(length).context("a row is too large for a backup")?;
    Ok(length.to_le_bytes())
}

/// Reads frames and believes nothing.
pub(super) struct Reader<R> {
    input: R,
    digest: Sha256,
    read: u64,
}

impl<R: Read> Reader<R> {
    pub(super) fn new(input: R) -> Result<Self> {
        let mut reader = Self { input, digest: Sha256::new(), read: 0 };
        let mut magic = [0; 16];
        match reader.fill(&mut magic) {
            Ok(()) if magic == *MAGIC => Ok(reader),
            Ok(()) => Err(Fault::new("this is no backup made by Tillit")),
            Err(Bad::Short) => Err(Fault::new("this is no backup made by Tillit")),
            Err(Bad::Io(error)) => Err(error.into()),
        }
    }

    /// How many bytes have been read.
    pub(super) fn position(&self) -> u64 {
        self.read
    }

    /// The next frame. After [`Kind::End`] call [`Reader::finish`].
    pub(super) fn next(&mut self) -> Result<(Kind, Vec<u8>)> {
        let at = self.read;
        self.frame().map_err(|bad| match bad {
            Bad::Short => Fault::new(format!("the backup is damaged or cut off, near byte {at}")),
            Bad::Io(error) => Fault::because("the backup cannot be read", error),
        })
    }

    fn frame(&mut self) -> Result<(Kind, Vec<u8>), Bad> {
        let mut head = [0; 9];
        self.fill(&mut head)?;
        let number = |at: usize| u32::from_le_bytes([head[at], head[at + 1], head[at + 2], head[at + 3]]);
        let packed = self.take(u64::from(number(1)))?;
        let mut stated = [0; 4];
        self.fill(&mut stated)?;
        let mut crc = Crc::new();
        crc.update(&head);
        crc.update(&packed);
        let kind = Kind::from_byte(head[0]).filter(|_| crc.sum() == u32::from_le_bytes(stated)).ok_or(Bad::Short)?;
        let plain_length = u64::from(number(5));
        let mut plain = Vec::new();
        let inflate = DeflateDecoder::new(packed.as_slice()).take(plain_length + 1).read_to_end(&mut plain);
        if inflate.is_err() || plain.len() as u64 != plain_length {
            return Err(Bad::Short);
        }
        Ok((kind, plain))
    }

    /// Compares the digest at the end, and makes sure that it is the end.
    pub(super) fn finish(mut self) -> Result<()> {
        let known = self.digest.clone().finalize();
        let mut stated = Vec::new();
        self.input.by_ref().take(33).read_to_end(&mut stated)?;
        if stated == known.as_slice() { Ok(()) } else { Err(Fault::new("the backup is damaged: its end does not fit")) }
    }

    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), Bad> {
        self.input.read_exact(bytes)?;
        self.digest.update(&*bytes);
        self.read += bytes.len() as u64;
        Ok(())
    }

    /// Grows with what is really there: a damaged length asks for no memory.
    fn take(&mut self, length: u64) -> Result<Vec<u8>, Bad> {
        let mut bytes = Vec::new();
        self.input.by_ref().take(length).read_to_end(&mut bytes)?;
        self.digest.update(&bytes);
        self.read += bytes.len() as u64;
        if bytes.len() as u64 == length { Ok(bytes) } else { Err(Bad::Short) }
    }
}

/// Why there is no frame.
enum Bad {
    /// Damaged or cut off.
    Short,
    /// The disk did not answer.
    Io(io::Error),
}

impl From<io::Error> for Bad {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::UnexpectedEof { Self::Short } else { Self::Io(error) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn small() -> Vec<u8> {
        let mut writer = Writer::new(Vec::new()).expect("begins");
        writer.put(Kind::Header, b"hello hello hello hello").expect("frame");
        writer.put(Kind::Data, b"").expect("frame");
        writer.put(Kind::End, &[7; 300]).expect("frame");
        let (bytes, written) = writer.finish().expect("ends");
        assert_eq!(bytes.len() as u64, written);
        bytes
    }

    fn read(bytes: &[u8]) -> Result<Vec<(Kind, Vec<u8>)>> {
        let mut reader = Reader::new(bytes)?;
        let frames = vec![reader.next()?, reader.next()?, reader.next()?];
        reader.finish()?;
        Ok(frames)
    }

    #[test]
    fn frames_read_back_as_they_were_written() {
        let frames = read(&small()).expect("reads");
        assert_eq!(frames[0], (Kind::Header, b"hello hello hello hello".to_vec()));
        assert_eq!(frames[1], (Kind::Data, Vec::new()));
        assert_eq!(frames[2], (Kind::End, vec![7; 300]));
    }

    #[test]
    fn every_bit_of_the_file_matters() {
        let good = small();
        for at in 0..good.len() {
            for bit in 0..8 {
                let mut bent = good.clone();
                bent[at] ^= 1 << bit;
                assert!(read(&bent).is_err(), "byte {at}, bit {bit}");
            }
            assert!(read(&good[..at]).is_err(), "cut at {at}");
        }
        assert!(read(&[good.as_slice(), b"x"].concat()).is_err(), "something hangs on");
    }
}
