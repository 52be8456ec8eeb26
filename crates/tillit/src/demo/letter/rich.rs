//! Mails of other makes: lists, quotes and pictures within HTML, and one that only a key opens.

use mail_builder::headers::content_type::ContentType;
use mail_builder::mime::MimePart;

use super::super::files::File;
use super::super::quoting::{escape, html_lines};

/// A paragraph as HTML; lines that begin with a dash are a list, with an angle a quote.
pub(super) fn block(text: &str) -> String {
    let all =
        |mark: &str| -> Option<Vec<String>> { text.lines().map(|line| line.strip_prefix(mark).map(escape)).collect() };
    if let Some(points) = all("- ") {
        return format!("<ul><li>{}</li></ul>", points.join("</li><li>"));
    }
    match all("> ") {
        Some(lines) => format!("<blockquote>{}</blockquote>", lines.join("<br>\n")),
        None => html_lines(text),
    }
}

fn content_id(file: &File) -> String {
    format!("{}@picture.example", file.name)
}

/// Where a picture stands in the text.
pub(super) fn picture(file: &File) -> String {
    format!("<img src=\"cid:{}\" alt=\"{}\">", content_id(file), escape(&file.name))
}

/// The part that holds it.
pub(super) fn within(file: &File) -> MimePart<'static> {
    let kind = ContentType::new(file.media_type()).attribute("name", file.name.clone());
    MimePart::new(kind, file.bytes()).inline().cid(content_id(file))
}

/// What PGP makes of a mail (RFC 3156). Nobody has the key: there is none.
pub(super) fn sealed(kind: ContentType<'static>) -> MimePart<'static> {
    let noise: String =
        (0..6).map(|n| format!("{}\n", NOISE.chars().cycle().skip(n * 7).take(56).collect::<String>())).collect();
    let armour = format!("-----BEGIN PGP MESSAGE-----\n\n{noise}-----END PGP MESSAGE-----\n");
    let part = |kind: &'static str, text: String| {
        MimePart::new(ContentType::new(kind), text.into_bytes()).transfer_encoding("7bit")
    };
    MimePart::new(
        kind.attribute("protocol", "application/pgp-encrypted"),
        vec![
            part("application/pgp-encrypted", "Version: 1\n".to_owned()),
            part("application/octet-stream", armour).attachment("encrypted.asc"),
        ],
    )
}

const NOISE: &str = "hQEMA7Qz5mVf0Xq2AQf9Hk1nYw8sT4uLrB6dJpE3cGvZxM0aOiWtRyUqFhSlKDbC";
