//! The line above a quote that says who wrote it and when, which programs like to break over several lines.

use super::lines::{Finds, Line, look};

/// Over how many lines it is broken at most.
const MOST_LINES: usize = 5;
/// How long it is at most, all lines together.
const LONGEST: usize = 600;

/// The line where an attribution begins whose last line is this one.
///
/// Needs no list of programs: it ends with a colon or a verb, and holds an address, a date or a time, whatever the
/// order. `quoted` says whether quoted lines follow, which makes weaker words believable.
pub fn start(lines: &[Line<'_>], last: usize, quoted: bool) -> Option<usize> {
    let line = &lines[last];
    if line.depth > 0 || !(line.finds.colon || line.finds.verb_last) {
        return None;
    }
    let mut finds = line.finds;
    let (mut first, mut found) = (last, None);
    let mut length = line.words.len();
    for _ in 0..MOST_LINES {
        look();
        if believable(finds, quoted) {
            found = Some(first);
            if finds.date && !begun_above(lines, first) {
                return found;
            }
        }
        let Some(above) = above(lines, first) else { break };
        length += lines[above].words.len();
        if length > LONGEST || lines[above].lower.is_empty() {
            break;
        }
        finds = finds.below(lines[above].finds);
        first = above;
        // The date was on a line further up, so all of it belongs together; else what stands above is somebody's text.
        if finds.date && believable(finds, quoted) && begins(&lines[first]) {
            found = Some(first);
        }
    }
    found
}

fn believable(finds: Finds, quoted: bool) -> bool {
    let dated = finds.date || finds.time;
    if finds.verb {
        let by_program = finds.opener || finds.bracketed || quoted;
        return by_program
            && (finds.address && dated && (finds.colon || finds.date && finds.time)
                || finds.bracketed && finds.verb_last && finds.colon
                || finds.date && finds.time
                || quoted && finds.date && finds.colon);
    }
    finds.colon && finds.bracketed && finds.date && finds.time
}

fn begins(line: &Line<'_>) -> bool {
    line.finds.opener || line.finds.bracketed
}

/// Whether the line above opens what this one goes on with: "On Tue, 26 Aug" above "2025 at 16:37 … wrote:".
fn begun_above(lines: &[Line<'_>], first: usize) -> bool {
    !lines[first].finds.opener
        && above(lines, first).is_some_and(|above| {
            let line = &lines[above];
            line.finds.opener && line.finds.digit && !line.words.ends_with(['.', '!', '?', ':'])
        })
}

/// The next line further up that may belong to it; a blank line only within a broken bracket.
fn above(lines: &[Line<'_>], first: usize) -> Option<usize> {
    let mut above = first.checked_sub(1)?;
    if lines[first].words.starts_with('<') {
        while lines[above].is_blank() && first - above < 3 {
            above = above.checked_sub(1)?;
        }
    }
    let line = &lines[above];
    (line.depth == 0 && !line.words.is_empty()).then_some(above)
}
