//! The tree of MIME parts of a mail, found in one pass over its lines.
//!
//! The pass is the guard as well: it counts parts, depth and header bytes while it goes and stops
//! at the first limit, so that a mail made to exhaust a parser costs no more than reading it once
//! (T18). It works on positions only; what the parts hold is decoded elsewhere. A forwarded mail
//! (`message/rfc822`) is one opaque part, so nesting by forwarding costs nothing.

use std::ops::Range;

use super::Reason;
use super::fields::{self, PartFields};

/// Most bytes the header of the mail itself may have.
pub(super) const HEADER_BYTES_MAX: usize = 512 * 1024;
/// Most bytes the headers of all parts may have together.
const ALL_HEADER_BYTES_MAX: usize = 1024 * 1024;
/// Most fields in one header.
pub(super) const FIELDS_MAX: usize = 1_000;
/// Most parts in one mail.
pub(super) const PARTS_MAX: usize = 1_000;
/// Most multiparts within each other.
pub(super) const DEPTH_MAX: usize = 50;

/// One part; positions are into the bytes given to [`scan`].
#[derive(Debug)]
pub(super) struct Part {
    /// Where it stands: `1.2` is the second part of the first; the mail itself is empty.
    pub path: String,
    /// Its header, without the blank line.
    pub header: Range<usize>,
    /// What follows the header.
    pub body: Range<usize>,
    /// The header fields that say what the body is.
    pub fields: PartFields,
    /// Parts inside, in order; empty for everything but a multipart.
    pub children: Vec<usize>,
}

impl Part {
    /// Whether other parts were found inside.
    pub fn is_multipart(&self) -> bool {
        !self.children.is_empty()
    }
}

/// A multipart whose closing line has not been seen.
struct Open {
    part: usize,
    boundary: Vec<u8>,
}

/// Splits `mail` into parts; the first is the mail itself.
pub(super) fn scan(mail: &[u8]) -> Result<Vec<Part>, Reason> {
    let mut scan = Scan { mail, parts: Vec::new(), open: Vec::new(), header_bytes: 0, position: start(mail) };
    let mut current = Some(scan.begin_part(None)?);
    while scan.position < mail.len() {
        let line = line_at(mail, scan.position);
        if let Some((level, closing)) = scan.boundary_at(&line) {
            let end = before_line_break(mail, line.start);
            if let Some(part) = current {
                scan.end_body(part, end);
            }
            scan.close_down_to(level, end);
            scan.position = line.end;
            current = if closing {
                scan.close_down_to_including(level, end);
                None
            } else {
                Some(scan.begin_part(Some(level))?)
            };
        } else {
            scan.position = line.end;
        }
    }
    Ok(scan.parts)
}

struct Scan<'a> {
    mail: &'a [u8],
    parts: Vec<Part>,
    open: Vec<Open>,
    header_bytes: usize,
    position: usize,
}

impl Scan<'_> {
    /// Reads the header at the position and adds its part, under the open multipart `level`.
    fn begin_part(&mut self, level: Option<usize>) -> Result<usize, Reason> {
        if self.parts.len() >= PARTS_MAX {
            return Err(Reason::TooManyParts);
        }
        let header = self.read_header()?;
        let fields = fields::of_part(&self.mail[header.clone()]);
        let index = self.parts.len();
        let path = match level.and_then(|level| self.open.get(level)) {
            Some(parent) => self.add_child(parent.part, index),
            None => String::new(),
        };
        let body = self.position..self.mail.len();
        if let Some(boundary) = fields.boundary.clone() {
            if self.open.len() >= DEPTH_MAX {
                return Err(Reason::TooDeep);
            }
            self.open.push(Open { part: index, boundary });
        }
        self.parts.push(Part { path, header, body, fields, children: Vec::new() });
        Ok(index)
    }

    fn add_child(&mut self, parent: usize, child: usize) -> String {
        let Some(parent) = self.parts.get_mut(parent) else { return String::new() };
        parent.children.push(child);
        let number = parent.children.len();
        if parent.path.is_empty() { number.to_string() } else { format!("{}.{number}", parent.path) }
    }

    /// Moves behind the header that starts at the position: to the byte after the blank line, or
    /// to a boundary line of a multipart around it (a header without a body).
    fn read_header(&mut self) -> Result<Range<usize>, Reason> {
        let start = self.position;
        let mut count = 0;
        while self.position < self.mail.len() {
            let line = line_at(self.mail, self.position);
            let text = trim_line_break(&self.mail[line.clone()]);
            if text.is_empty() {
                let header = start..self.position;
                self.position = line.end;
                return Ok(header);
            }
            if self.boundary_at(&line).is_some() {
                return Ok(start..self.position);
            }
            count += usize::from(!text.first().is_some_and(u8::is_ascii_whitespace));
            self.header_bytes += line.len();
            self.position = line.end;
            if count > FIELDS_MAX {
                return Err(Reason::TooManyFields);
            }
            if self.position - start > HEADER_BYTES_MAX || self.header_bytes > ALL_HEADER_BYTES_MAX {
                return Err(Reason::HeaderTooLarge);
            }
        }
        Ok(start..self.position)
    }

    /// Which open multipart the line delimits, innermost first, and whether it closes it. Some
    /// senders write more behind a closing boundary.
    fn boundary_at(&self, line: &Range<usize>) -> Option<(usize, bool)> {
        let text = self.mail[line.clone()].strip_prefix(b"--")?.trim_ascii_end();
        let delimits = |matches: fn(&[u8]) -> bool| {
            let fits = |open: &Open| text.strip_prefix(open.boundary.as_slice()).is_some_and(matches);
            self.open.iter().rposition(fits)
        };
        let exact = delimits(|rest| matches!(rest, b"" | b"--"));
        let level = exact.or_else(|| delimits(|rest| rest.starts_with(b"--")))?;
        let boundary = &self.open.get(level)?.boundary;
        Some((level, text.len() > boundary.len()))
    }

    fn end_body(&mut self, part: usize, end: usize) {
        if let Some(part) = self.parts.get_mut(part) {
            part.body.end = end.max(part.body.start);
        }
    }

    /// Ends every multipart inside the one at `level`.
    fn close_down_to(&mut self, level: usize, end: usize) {
        while self.open.len() > level + 1 {
            if let Some(open) = self.open.pop() {
                self.end_body(open.part, end);
            }
        }
    }

    fn close_down_to_including(&mut self, level: usize, end: usize) {
        self.close_down_to(level, end);
        if let Some(open) = self.open.pop() {
            self.end_body(open.part, end);
        }
    }
}

/// Where the first header line is: behind a byte order mark, blank lines and an mbox "From " line.
fn start(mail: &[u8]) -> usize {
    let rest = mail.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(mail);
    let rest = rest.trim_ascii_start();
    let at = mail.len() - rest.len();
    if rest.starts_with(b"From ") || rest.starts_with(b">From ") { line_at(mail, at).end } else { at }
}

/// The line that starts at `at`, with its line break.
fn line_at(mail: &[u8], at: usize) -> Range<usize> {
    let rest = &mail[at..];
    let length = rest.iter().position(|byte| *byte == b'\n').map_or(rest.len(), |found| found + 1);
    at..at + length
}

fn trim_line_break(line: &[u8]) -> &[u8] {
    let mut line = line.strip_suffix(b"\n").unwrap_or(line);
    while let Some(rest) = line.strip_suffix(b"\r") {
        line = rest;
    }
    line
}

/// A line break before a boundary belongs to the boundary.
fn before_line_break(mail: &[u8], at: usize) -> usize {
    match &mail[..at] {
        [.., b'\r', b'\n'] => at - 2,
        [.., b'\n'] => at - 1,
        _ => at,
    }
}
