//! The little files that hang on mails: pictures, a document, a text, all drawn here from nothing.

use fastrand::Rng;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A photograph, as far as a few colours are one.
    Photo,
    /// A bicycle's display showing E21.
    Display,
    /// A drawing of a knot.
    Sketch,
    /// A drawing of a box with a number on it.
    Box,
    /// A one-page document.
    Document,
    /// A plain text.
    Note,
    /// An invitation to a call.
    Meeting,
}

/// A file that goes with a message. Its bytes are made when asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// The name people see.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// Decides the colours.
    pub seed: u64,
}

impl File {
    /// The file for a word of the plots (`photo`, `offer`, `sketch`) or for a name of its own.
    #[must_use]
    pub fn for_word(word: &str, seed: u64) -> Self {
        let number = seed % 9000 + 1000;
        let (name, kind) = match word {
            "photo" => (format!("IMG_{number}.png"), Kind::Photo),
            "offer" => (format!("brekkesund-{number}.pdf"), Kind::Document),
            "sketch" => ("brekkesund-myr.png".to_owned(), Kind::Sketch),
            "label.png" => ("label.png".to_owned(), Kind::Box),
            name if name.contains("E21") => (name.to_owned(), Kind::Display),
            name if name.ends_with(".ics") => (name.to_owned(), Kind::Meeting),
            name if name.ends_with(".txt") => (name.to_owned(), Kind::Note),
            name if name.ends_with(".pdf") => (name.to_owned(), Kind::Document),
            name => (name.to_owned(), Kind::Photo),
        };
        Self { name, kind, seed }
    }

    /// The media type to declare.
    #[must_use]
    pub fn media_type(&self) -> &'static str {
        match self.kind {
            Kind::Photo | Kind::Display | Kind::Sketch | Kind::Box => "image/png",
            Kind::Document => "application/pdf",
            Kind::Note => "text/plain",
            Kind::Meeting => "text/calendar",
        }
    }

    /// The content.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        match self.kind {
            Kind::Photo => png(160, 120, |x, y| photo(self.seed, x, y)),
            Kind::Display => png(180, 100, display),
            Kind::Sketch => png(160, 120, sketch),
            Kind::Box => png(320, 200, parcel),
            Kind::Document => pdf(&["Brekkesund", "12 x", "15 %", &self.name]),
            Kind::Meeting => MEETING.replace('\n', "\r\n").into_bytes(),
            Kind::Note => format!("Lauv 55\n55 x 35 x 24 cm\n1,4 kg\n{}\n", self.seed % 9000 + 1000).into_bytes(),
        }
    }
}

/// A call on Friday at half past two.
const MEETING: &str = "BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Brekkesund//Demo//NO
METHOD:REQUEST
BEGIN:VEVENT
UID:serviceavtale@post.example
DTSTAMP:20261118T080000Z
DTSTART;TZID=Europe/Oslo:20261120T143000
DTEND;TZID=Europe/Oslo:20261120T150000
SUMMARY:Serviceavtalen på tre år
LOCATION:Telefon
ORGANIZER;CN=Tuva:mailto:tuva.eidsvag@post.example
ATTENDEE;CN=Brekkesund:mailto:hjelp@brekkesund.example
END:VEVENT
END:VCALENDAR
";

type Colour = [u8; 3];

/// Sky, hills and something in front.
fn photo(seed: u64, x: u32, y: u32) -> Colour {
    let mut rng = Rng::with_seed(seed);
    let (first, second, thing) = (rng.u32(30..60), rng.u32(45..80), [rng.u8(90..200), rng.u8(40..110), rng.u8(30..90)]);
    let hill = |height: u32, wide: u32| y + height > 110 + (x.abs_diff(wide) * x.abs_diff(wide)) / 120;
    let box_at = rng.u32(40..90);
    if x > box_at && x < box_at + 46 && y > 70 && y < 104 {
        return if (x + y) % 23 < 2 { [20, 20, 24] } else { thing };
    }
    if hill(first, 110) {
        [58, 84, 66]
    } else if hill(second, 40) {
        [94, 118, 108]
    } else {
        let fade = u8::try_from(y).unwrap_or(120);
        [150_u8.saturating_add(fade / 2), 180_u8.saturating_add(fade / 3), 214]
    }
}

/// Seven-segment figures on a dark screen.
fn display(x: u32, y: u32) -> Colour {
    // Segments: top, upper left, upper right, middle, lower left, lower right, bottom.
    const FIGURES: [[bool; 7]; 3] = [
        [true, true, false, true, true, false, true],
        [true, false, true, true, true, false, true],
        [false, false, true, false, false, true, false],
    ];
    let lit = FIGURES.iter().zip([24_u32, 72, 120]).any(|(segments, left)| {
        let (Some(u), Some(v)) = (x.checked_sub(left), y.checked_sub(18)) else { return false };
        let across = u > 4 && u < 30;
        let (upper, lower) = (v > 3 && v < 29, v > 33 && v < 60);
        let inside = [
            across && v < 5,
            u < 5 && upper,
            (30..35).contains(&u) && upper,
            across && (29..34).contains(&v),
            u < 5 && lower,
            (30..35).contains(&u) && lower,
            across && (59..64).contains(&v),
        ];
        segments.iter().zip(inside).any(|(on, here)| *on && here)
    });
    if lit { [236, 92, 60] } else { [18, 24, 28] }
}

/// Two laces that cross and a loop above them.
fn sketch(x: u32, y: u32) -> Colour {
    let lace = x.abs_diff(y + 20) < 3 || (x + y).abs_diff(140) < 3;
    let (across, down) = (x.abs_diff(80), y.abs_diff(34));
    let ring = (across * across + down * down).abs_diff(400) < 90;
    if lace || ring { [40, 52, 90] } else { [250, 249, 244] }
}

/// A box with its lid taped, and a label with three lines of a number on it.
fn parcel(x: u32, y: u32) -> Colour {
    let within =
        |left: u32, top: u32, right: u32, bottom: u32| (left..right).contains(&x) && (top..bottom).contains(&y);
    if within(176, 104, 256, 156) {
        let edge = !within(179, 107, 253, 153);
        let figures = [114, 126, 138].into_iter().any(|top| within(188, top, 244, top + 6) && x % 12 < 8);
        return if edge || figures { [40, 52, 90] } else { [250, 249, 244] };
    }
    if within(148, 40, 172, 100) {
        return [214, 196, 150];
    }
    match (within(48, 40, 272, 64), within(48, 64, 272, 172)) {
        (true, _) => [176, 132, 84],
        (_, true) => [196, 152, 100],
        _ if within(40, 172, 280, 178) => [206, 210, 206],
        _ => [238, 240, 236],
    }
}

/// A picture without compression: the format allows it, and it needs no further crate.
fn png(width: u32, height: u32, colour: impl Fn(u32, u32) -> Colour) -> Vec<u8> {
    let mut rows = Vec::new();
    for y in 0..height {
        rows.push(0);
        for x in 0..width {
            rows.extend_from_slice(&colour(x, y));
        }
    }
    let mut packed = vec![0x78, 0x01];
    let blocks = rows.chunks(0xFFFF).count();
    for (n, block) in rows.chunks(0xFFFF).enumerate() {
        let length = u16::try_from(block.len()).unwrap_or(u16::MAX);
        packed.push(u8::from(n + 1 == blocks));
        packed.extend_from_slice(&length.to_le_bytes());
        packed.extend_from_slice(&(!length).to_le_bytes());
        packed.extend_from_slice(block);
    }
    packed.extend_from_slice(&adler(&rows).to_be_bytes());

    let mut head = Vec::new();
    head.extend_from_slice(&width.to_be_bytes());
    head.extend_from_slice(&height.to_be_bytes());
    head.extend_from_slice(&[8, 2, 0, 0, 0]);
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    for (name, data) in [(b"IHDR", head), (b"IDAT", packed), (b"IEND", Vec::new())] {
        out.extend_from_slice(&u32::try_from(data.len()).unwrap_or(0).to_be_bytes());
        let body = [name.as_slice(), &data].concat();
        out.extend_from_slice(&body);
        out.extend_from_slice(&crc(&body).to_be_bytes());
    }
    out
}

fn crc(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 };
        }
    }
    !sum
}

fn adler(bytes: &[u8]) -> u32 {
    let (mut low, mut high) = (1_u32, 0_u32);
    for byte in bytes {
        low = (low + u32::from(*byte)) % 65_521;
        high = (high + low) % 65_521;
    }
    (high << 16) | low
}

/// One page with a few lines of text.
fn pdf(lines: &[&str]) -> Vec<u8> {
    let mut page = "BT /F1 18 Tf 60 760 Td 26 TL".to_owned();
    for line in lines {
        let plain: String = line.chars().filter(|c| c.is_ascii() && !"()\\".contains(*c)).collect();
        page.push_str(&format!(" ({plain}) Tj T*"));
    }
    page.push_str(" ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R \
         /Resources << /Font << /F1 4 0 R >> >> >>"
            .to_owned(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
        format!("<< /Length {} >>\nstream\n{page}\nendstream", page.len()),
    ];
    let mut out = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (n, object) in objects.iter().enumerate() {
        places.push(out.len());
        out.push_str(&format!("{} 0 obj\n{object}\nendobj\n", n + 1));
    }
    let table = out.len();
    out.push_str(&format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1));
    for place in places {
        out.push_str(&format!("{place:010} 00000 n \n"));
    }
    out.push_str(&format!("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n", objects.len() + 1));
    out.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksums_are_those_of_the_formats() {
        assert_eq!(crc(b"123456789"), 0xCBF4_3926);
        assert_eq!(adler(b"Wikipedia"), 0x11E6_0398);
    }

    #[test]
    fn every_file_begins_as_its_media_type_promises() {
        for (word, begin) in [
            ("photo", b"\x89PNG".as_slice()),
            ("feilkode-E21.png", b"\x89PNG"),
            ("sketch", b"\x89PNG"),
            ("label.png", b"\x89PNG"),
            ("offer", b"%PDF-1.4"),
            ("ukuran-tas.txt", b"Lauv 55"),
        ] {
            let file = File::for_word(word, 7);
            assert!(file.bytes().starts_with(begin), "{word}: {}", file.media_type());
            assert_eq!(file.bytes(), file.clone().bytes());
        }
        assert_ne!(File::for_word("photo", 7).bytes(), File::for_word("photo", 8).bytes());
    }

    #[test]
    fn the_table_of_a_document_points_at_its_objects() {
        let bytes = File::for_word("offer", 1).bytes();
        let text = String::from_utf8(bytes).expect("plain letters");
        let table = text.split("startxref\n").nth(1).and_then(|rest| rest.lines().next()).expect("a place");
        assert!(text[table.parse::<usize>().expect("a number")..].starts_with("xref"));
    }
}
