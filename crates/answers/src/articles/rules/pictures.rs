//! Which pictures articles may have, and what they are called.

use platform::picture::{self, Kind, Shape};

use super::markdown::PICTURES;

/// Bytes of a picture, at most.
pub const BYTES_MAX: usize = 5 * 1024 * 1024;
/// Points to a side, at most.
const SIDE_MAX: usize = 8_000;

/// Why a picture is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It is none that we know, or damaged.
    Unknown,
    /// It has too many bytes or points.
    Large,
}

/// Judges a picture by its own bytes, whatever it is called.
///
/// # Errors
/// When it is not taken.
pub fn judge(bytes: &[u8]) -> Result<Shape, Unfit> {
    if bytes.len() > BYTES_MAX {
        return Err(Unfit::Large);
    }
    let shape = picture::shape(bytes).filter(|shape| shape.width > 0 && shape.height > 0).ok_or(Unfit::Unknown)?;
    if shape.width.max(shape.height) > SIDE_MAX { Err(Unfit::Large) } else { Ok(shape) }
}

/// What a picture with this digest is called.
#[must_use]
pub fn named(digest: &str, kind: Kind) -> String {
    let ending = match kind {
        Kind::Png => "png",
        Kind::Jpeg => "jpg",
        Kind::Gif => "gif",
        Kind::Webp => "webp",
    };
    format!("{}.{ending}", digest.chars().take(24).collect::<String>())
}

/// The names of the pictures of this house that a text shows or leads to.
#[must_use]
pub fn shown(markdown: &str) -> Vec<String> {
    let mut names: Vec<String> = markdown
        .split(PICTURES)
        .skip(1)
        .map(|rest| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '.').collect::<String>())
        .map(|name| name.trim_end_matches('.').to_owned())
        .filter(|name| !name.is_empty())
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_bytes_of_a_picture_are_taken() {
        let gif = b"GIF89a\x10\0\x20\0\0\0\0";
        assert_eq!(judge(gif).map(|shape| (shape.width, shape.height)), Ok((16, 32)));
        for (bytes, why) in [
            (&b"<svg xmlns='http://www.w3.org/2000/svg'/>"[..], Unfit::Unknown),
            (b"<html>", Unfit::Unknown),
            (b"", Unfit::Unknown),
            (b"GIF89a\0\0\0\0\0\0\0", Unfit::Unknown),
            (b"GIF89a\xff\xff\x20\0\0\0\0", Unfit::Large),
        ] {
            assert_eq!(judge(bytes), Err(why), "{bytes:?}");
        }
        let mut large = gif.to_vec();
        large.resize(BYTES_MAX + 1, 0);
        assert_eq!(judge(&large), Err(Unfit::Large));
    }

    #[test]
    fn a_text_tells_which_it_shows() {
        let text = "![A](/help/pictures/ab12.png) and [b](/help/pictures/cd.gif \"t\"), /help/pictures/ab12.png. \
            ![x](https://elsewhere.example/a.png) /help/pictures/";
        assert_eq!(shown(text), ["ab12.png", "cd.gif"]);
        assert_eq!(named(&"a".repeat(64), Kind::Jpeg), format!("{}.jpg", "a".repeat(24)));
    }
}
