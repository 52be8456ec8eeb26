//! Pictures that stand in a message: what is one, how large one may be, and what is said in its place.

use platform::picture;

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

/// Judges the bytes of a picture that is to stand in a message, whatever it is called.
///
/// # Errors
/// [`Refusal::PictureTooLarge`], [`Refusal::NotAPicture`].
pub fn judge(bytes: &[u8]) -> Result<Shape, Refusal> {
    let media = picture::kind(bytes).ok_or(Refusal::NotAPicture)?.media();
    if bytes.len() > BYTES_MAX {
        return Err(Refusal::PictureTooLarge);
    }
    let picture::Shape { width, height, .. } = picture::shape(bytes).ok_or(Refusal::NotAPicture)?;
    if width == 0 || height == 0 {
        return Err(Refusal::NotAPicture);
    }
    if width.max(height) > SIDE_MAX {
        return Err(Refusal::PictureTooLarge);
    }
    Ok(Shape { media, width, height })
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
