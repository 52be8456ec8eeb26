//! What a picture must be to stand for the business on its customers' pages.
//!
//! Only pictures of points: a drawing in SVG may hold scripts and ask other servers.

use platform::picture::{self, Kind};

/// Most bytes; a page is not to wait for its head.
pub const BYTES_MAX: usize = 200 * 1024;
/// Most points in either direction.
pub const SIDE_MAX: usize = 2000;
/// Wider than this in proportion to its height, it would leave no room beside it.
pub const STRETCH_MAX: usize = 8;

/// What a picture is, as its own first bytes tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// Its media type.
    pub media: &'static str,
    /// Points across.
    pub width: u32,
    /// Points down.
    pub height: u32,
}

/// Why it cannot be the logo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// No picture was chosen.
    Nothing,
    /// More than [`BYTES_MAX`].
    Heavy,
    /// Neither PNG, JPEG nor WebP, or damaged.
    Unknown,
    /// More points than [`SIDE_MAX`], or none.
    Large,
    /// A strip: over [`STRETCH_MAX`] times as long in one direction as in the other.
    Stretched,
}

impl Unfit {
    /// Its text.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Nothing => "logo-nothing",
            Self::Heavy => "logo-heavy",
            Self::Unknown => "logo-unknown",
            Self::Large => "logo-large",
            Self::Stretched => "logo-stretched",
        }
    }
}

/// Judges the bytes of a picture, whatever it is called.
///
/// # Errors
/// Why it is unfit.
pub fn judge(bytes: &[u8]) -> Result<Shape, Unfit> {
    if bytes.is_empty() {
        return Err(Unfit::Nothing);
    }
    if bytes.len() > BYTES_MAX {
        return Err(Unfit::Heavy);
    }
    // A logo does not move.
    let size = picture::shape(bytes).filter(|it| it.kind != Kind::Gif).ok_or(Unfit::Unknown)?;
    let media = size.kind.media();
    let (long, short) = (size.width.max(size.height), size.width.min(size.height));
    if short == 0 || long > SIDE_MAX {
        return Err(Unfit::Large);
    }
    if long > short * STRETCH_MAX {
        return Err(Unfit::Stretched);
    }
    let points = |side: usize| u32::try_from(side).unwrap_or(u32::MAX);
    Ok(Shape { media, width: points(size.width), height: points(size.height) })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The head of a PNG of this size; what comes after it is not looked at.
    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        bytes.extend(width.to_be_bytes());
        bytes.extend(height.to_be_bytes());
        bytes.extend([8, 6, 0, 0, 0, 0, 0, 0, 0]);
        bytes
    }

    #[test]
    fn pictures_are_told_by_their_bytes_and_others_refused_with_the_reason() {
        let good = Shape { media: "image/png", width: 96, height: 32 };
        let mut heavy = png(96, 32);
        heavy.resize(BYTES_MAX + 1, 0);
        let cases: &[(&[u8], Result<Shape, Unfit>)] = &[
            (&png(96, 32), Ok(good)),
            (b"", Err(Unfit::Nothing)),
            (&heavy, Err(Unfit::Heavy)),
            (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", Err(Unfit::Unknown)),
            (b"GIF89a\x10\0\x10\0\0\0\0", Err(Unfit::Unknown)),
            (&png(96, 32)[..18], Err(Unfit::Unknown)),
            (&png(0, 32), Err(Unfit::Large)),
            (&png(2001, 2000), Err(Unfit::Large)),
            (&png(256, 32), Ok(Shape { width: 256, ..good })),
            (&png(257, 32), Err(Unfit::Stretched)),
            (&png(32, 257), Err(Unfit::Stretched)),
        ];
        for (bytes, expected) in cases {
            assert_eq!(judge(bytes), *expected, "{:?}", &bytes[..bytes.len().min(30)]);
        }
    }

    proptest! {
        #[test]
        fn whatever_comes_is_judged(bytes in proptest::collection::vec(any::<u8>(), 0..200), head in 0_usize..4) {
            let heads: [&[u8]; 4] = [b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"RIFF\x10\0\0\0WEBPVP8 "];
            let _ = judge(&[heads[head], &bytes].concat());
        }
    }
}
