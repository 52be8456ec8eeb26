//! What a picture is and how large, by its own first bytes: never by its name or by what somebody calls it. It decodes
//! nothing. What is allowed where is said by who asks.

/// The pictures that we know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Points, without loss.
    Png,
    /// Photographs.
    Jpeg,
    /// Few colours, perhaps moving.
    Gif,
    /// Either, smaller.
    Webp,
}

impl Kind {
    /// Its media type.
    #[must_use]
    pub const fn media(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Gif => "image/gif",
            Self::Webp => "image/webp",
        }
    }
}

/// What a picture is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// Its kind.
    pub kind: Kind,
    /// Points across; may be none.
    pub width: usize,
    /// Points down; may be none.
    pub height: usize,
}

/// The kind of a picture by its first bytes. SVG is none: it is a document that can hold scripts.
#[must_use]
pub const fn kind(bytes: &[u8]) -> Option<Kind> {
    match bytes {
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Some(Kind::Png),
        [0xFF, 0xD8, 0xFF, ..] => Some(Kind::Jpeg),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some(Kind::Gif),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Kind::Webp),
        _ => None,
    }
}

/// Kind and size of a picture; nothing when it is none, or damaged where its size stands.
#[must_use]
pub fn shape(bytes: &[u8]) -> Option<Shape> {
    let kind = kind(bytes)?;
    let size = imagesize::blob_size(bytes).ok()?;
    Some(Shape { kind, width: size.width, height: size.height })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_bytes_make_a_picture() {
        for (bytes, expected) in [
            (&b"\x89PNG\r\n\x1a\nrest"[..], Some(Kind::Png)),
            (b"\xff\xd8\xff\xe0", Some(Kind::Jpeg)),
            (b"GIF89a", Some(Kind::Gif)),
            (b"RIFF\0\0\0\0WEBPVP8 ", Some(Kind::Webp)),
            (b"<svg xmlns='http://www.w3.org/2000/svg'>", None),
            (b"<html>", None),
            (b"%PDF-1.7", None),
            (b"", None),
        ] {
            assert_eq!(kind(bytes), expected, "{bytes:?}");
        }
    }

    #[test]
    fn its_size_stands_in_its_head() {
        let gif = Shape { kind: Kind::Gif, width: 16, height: 32 };
        assert_eq!(shape(b"GIF89a\x10\0\x20\0\0\0\0"), Some(gif));
        assert_eq!(shape(b"\x89PNG\r\n\x1a\n"), None, "it ends before its size");
        assert_eq!(shape(b"<svg/>"), None);
        assert_eq!((Kind::Png.media(), Kind::Webp.media()), ("image/png", "image/webp"));
    }
}
