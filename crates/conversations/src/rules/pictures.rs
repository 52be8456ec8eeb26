//! Pictures that stand in a message: what is one, how large one may be, and what is said in its place.

use super::states::Refusal;

/// Most bytes of one: a mail is not to be all picture.
pub const BYTES_MAX: usize = 2 * 1024 * 1024;
/// Most points in either direction.
pub const SIDE_MAX: usize = 4000;
/// Characters of what is said in its place.
pub const ALT_MAX: usize = 200;

/// What a picture is, as its own first bytes tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// Its media type.
    pub media: &'static str,
    /// Points across.
    pub width: usize,
    /// Points down.
    pub height: usize,
}

/// The kind of a picture by its first bytes. SVG is none: it is a document that can hold scripts.
#[must_use]
pub fn kind(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Some("image/png"),
        [0xFF, 0xD8, 0xFF, ..] => Some("image/jpeg"),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some("image/gif"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some("image/webp"),
        _ => None,
    }
}

/// Judges the bytes of a picture that is to stand in a message, whatever it is called.
///
/// # Errors
/// [`Refusal::PictureTooLarge`], [`Refusal::NotAPicture`].
pub fn judge(bytes: &[u8]) -> Result<Shape, Refusal> {
    let media = kind(bytes).ok_or(Refusal::NotAPicture)?;
    if bytes.len() > BYTES_MAX {
        return Err(Refusal::PictureTooLarge);
    }
    let size = imagesize::blob_size(bytes).map_err(|_| Refusal::NotAPicture)?;
    if size.width == 0 || size.height == 0 {
        return Err(Refusal::NotAPicture);
    }
    if size.width.max(size.height) > SIDE_MAX {
        return Err(Refusal::PictureTooLarge);
    }
    Ok(Shape { media, width: size.width, height: size.height })
}

/// What is said in place of a picture: what somebody typed, else the name of its file, made readable.
#[must_use]
pub fn alt(typed: &str, name: &str) -> String {
    let typed = people::person::clean_line(typed, ALT_MAX);
    if !typed.is_empty() {
        return typed;
    }
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem).replace(['_', '-'], " ");
    let words = people::person::clean_line(&stem, ALT_MAX);
    let words = if words.is_empty() { people::person::clean_line(name, ALT_MAX) } else { words };
    if words.is_empty() { "…".to_owned() } else { words }
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
    fn only_bytes_make_a_picture() {
        for (bytes, expected) in [
            (&b"\x89PNG\r\n\x1a\nrest"[..], Some("image/png")),
            (b"\xff\xd8\xff\xe0", Some("image/jpeg")),
            (b"GIF89a", Some("image/gif")),
            (b"RIFF\0\0\0\0WEBPVP8 ", Some("image/webp")),
            (b"<svg xmlns='http://www.w3.org/2000/svg'>", None),
            (b"<html>", None),
            (b"%PDF-1.7", None),
            (b"", None),
        ] {
            assert_eq!(kind(bytes), expected, "{bytes:?}");
        }
    }

    #[test]
    fn what_is_no_picture_or_too_large_is_refused() {
        let good = Shape { media: "image/png", width: 96, height: 32 };
        let mut heavy = png(96, 32);
        heavy.resize(BYTES_MAX + 1, 0);
        let cases: &[(&[u8], Result<Shape, Refusal>)] = &[
            (&png(96, 32), Ok(good)),
            (b"GIF89a\x10\0\x20\0\0\0\0", Ok(Shape { media: "image/gif", width: 16, height: 32 })),
            (b"", Err(Refusal::NotAPicture)),
            (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", Err(Refusal::NotAPicture)),
            (&png(96, 32)[..18], Err(Refusal::NotAPicture)),
            (&png(0, 32), Err(Refusal::NotAPicture)),
            (&png(4001, 10), Err(Refusal::PictureTooLarge)),
            (&heavy, Err(Refusal::PictureTooLarge)),
        ];
        for (bytes, expected) in cases {
            assert_eq!(judge(bytes), *expected, "{:?}", &bytes[..bytes.len().min(30)]);
        }
    }

    #[test]
    fn a_picture_has_words_in_its_place() {
        assert_eq!(alt("  The label   on the box ", "a.png"), "The label on the box");
        assert_eq!(alt(" ", "where-to_put-it.png"), "where to put it");
        assert_eq!(alt("", ".png"), ".png");
        assert_eq!((alt("", "label"), alt("", "")), ("label".to_owned(), "…".to_owned()));
        assert_eq!(alt(&"x".repeat(900), "").chars().count(), ALT_MAX);
    }

    proptest! {
        #[test]
        fn whatever_comes_is_judged(bytes in proptest::collection::vec(any::<u8>(), 0..200), head in 0_usize..5) {
            let heads: [&[u8]; 5] =
                [b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"GIF89a", b"RIFF\x10\0\0\0WEBPVP8 "];
            let _ = judge(&[heads[head], &bytes].concat());
        }
    }
}
