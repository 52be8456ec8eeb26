//! Reads what `strace` wrote down: every call by which the server changed its disk or spoke to somebody, with the line
//! at which it began and the line at which it had ended. Knows nothing of disks and of mails.

use std::collections::HashMap;

/// What a call was about; bytes and paths as they were given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Call {
    /// A file or folder was opened; the answer is its descriptor.
    Open {
        /// Where.
        path: String,
        /// Made when it was not there.
        create: bool,
        /// Emptied.
        truncate: bool,
        /// Written at its end only.
        append: bool,
    },
    /// A descriptor was given back.
    Close(i64),
    /// Bytes for a file or a peer; without a place they go where the descriptor stands.
    Write {
        /// To whom.
        fd: i64,
        /// Where in the file.
        at: Option<u64>,
        /// The bytes.
        bytes: Vec<u8>,
    },
    /// Bytes from a peer.
    Heard {
        /// From whom.
        fd: i64,
        /// The bytes.
        bytes: Vec<u8>,
    },
    /// A descriptor was moved; the answer is its place.
    Seek(i64),
    /// A file or folder was brought to the disk.
    Sync(i64),
    /// A file got a length.
    Truncate(i64, u64),
    /// A name became another.
    Rename(String, String),
    /// A file got one more name.
    Link(String, String),
    /// A name went away.
    Unlink(String),
    /// A folder was made.
    Mkdir(String),
    /// Something that we have no picture of: this could change the disk unseen.
    Unknown(String),
}

/// One call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The line on which it began.
    pub begin: usize,
    /// The line on which it had ended; `usize::MAX` when the process died within.
    pub end: usize,
    /// What it was.
    pub call: Call,
    /// What the system answered.
    pub result: i64,
}

/// The calls to ask `strace` for.
pub const CALLS: &str = "openat,open,creat,close,write,pwrite64,writev,pwritev,pwritev2,sendto,sendmsg,recvfrom,fsync,\
     fdatasync,sync_file_range,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,rmdir,link,linkat,symlink,\
     symlinkat,ftruncate,truncate,fallocate,lseek,copy_file_range,sendfile,splice,io_uring_setup";

/// Reads a whole record; the first line has this number.
pub fn read(text: &str, first: usize) -> Vec<Event> {
    let mut begun: HashMap<&str, (usize, &str)> = HashMap::new();
    let mut events = Vec::new();
    for (number, line) in text.lines().enumerate().map(|(number, line)| (first + number, line)) {
        let Some((task, rest)) = line.split_once(' ') else { continue };
        let rest = rest.trim_start();
        if let Some(start) = rest.strip_suffix("<unfinished ...>") {
            begun.insert(task, (number, start));
        } else if let Some(end) = rest.strip_prefix("<... ") {
            let end = end.split_once(" resumed>").map_or("", |(_, end)| end);
            if let Some((begin, start)) = begun.remove(task) {
                events.extend(event(&format!("{start}{end}"), begin, number));
            }
        } else {
            events.extend(event(rest, number, number));
        }
    }
    events.extend(begun.into_values().filter_map(|(begin, start)| event(start, begin, usize::MAX)));
    events.sort_by_key(|event| (event.begin, event.end));
    events
}

fn event(text: &str, begin: usize, end: usize) -> Option<Event> {
    let (name, rest) = text.split_once('(')?;
    if !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
        return None;
    }
    // What was given is in hexadecimal strings, so that the last sign of equality is the answer's.
    let (given, answer) = rest.rsplit_once(" = ").unwrap_or((rest, "0"));
    let result = answer.split(' ').next().and_then(|number| number.parse().ok()).unwrap_or(0);
    Some(Event { begin, end, call: call(name, given.trim_end().trim_end_matches(')'), result)?, result })
}

/// `None` for what changes nothing.
fn call(name: &str, given: &str, result: i64) -> Option<Call> {
    let strings = strings(given);
    let path = |which: usize| strings.get(which).map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    let fields: Vec<&str> = given.split(", ").map(str::trim).collect();
    let fd = fields.first().and_then(|fd| fd.parse().ok());
    let last = || fields.last().and_then(|number| number.parse().ok());
    let bytes = || strings.concat();
    // Names beside an open folder are no names that we could follow.
    let beside = name.ends_with("at") && fields.iter().any(|field| is_beside(field));
    let made = match name {
        _ if beside && result >= 0 => Call::Unknown(name.to_owned()),
        "open" | "openat" | "creat" => Call::Open {
            path: path(0)?,
            create: given.contains("O_CREAT") || name == "creat",
            truncate: given.contains("O_TRUNC") || name == "creat",
            append: given.contains("O_APPEND"),
        },
        "close" => Call::Close(fd?),
        "write" | "writev" | "sendto" | "sendmsg" => Call::Write { fd: fd?, at: None, bytes: bytes() },
        "pwrite64" | "pwritev" => Call::Write { fd: fd?, at: Some(last()?), bytes: bytes() },
        "recvfrom" => Call::Heard { fd: fd?, bytes: bytes() },
        "lseek" => Call::Seek(fd?),
        "fsync" | "fdatasync" => Call::Sync(fd?),
        "ftruncate" => Call::Truncate(fd?, last()?),
        "rename" | "renameat" | "renameat2" => Call::Rename(path(0)?, path(1)?),
        "link" | "linkat" => Call::Link(path(0)?, path(1)?),
        "unlink" | "unlinkat" | "rmdir" => Call::Unlink(path(0)?),
        "mkdir" | "mkdirat" => Call::Mkdir(path(0)?),
        _ if result < 0 => return None,
        other => Call::Unknown(other.to_owned()),
    };
    Some(made)
}

/// Whether an argument is a descriptor where a path's folder may be given: a number that is first or between paths.
fn is_beside(field: &str) -> bool {
    // Modes are octal and begin with 0; flags are words or 0.
    field.parse::<i64>().is_ok_and(|number| number > 2) && !field.starts_with('0')
}

/// Every string that was given, from its hexadecimal form.
fn strings(given: &str) -> Vec<Vec<u8>> {
    given.split('"').skip(1).step_by(2).map(unpacked).collect()
}

fn unpacked(text: &str) -> Vec<u8> {
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => byte - b'0',
        _ => byte.to_ascii_lowercase().wrapping_sub(b'a').wrapping_add(10),
    };
    text.as_bytes().chunks_exact(4).map(|four| digit(four[2]) << 4 | digit(four[3])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_that_were_interrupted_by_others_are_put_together() {
        let text = "7  pwrite64(12, \"\\x61\\x3d\\x29\", 3, 24 <unfinished ...>\n\
                    8  fdatasync(12)  = 0\n\
                    7  <... pwrite64 resumed>)             = 3\n\
                    8  recvfrom(9,  <unfinished ...>\n\
                    8  <... recvfrom resumed>\"\\x6d\\x2D\", 4096, 0, NULL, NULL) = 2\n";
        let expected = [
            Event { begin: 5, end: 7, call: Call::Write { fd: 12, at: Some(24), bytes: b"a=)".to_vec() }, result: 3 },
            Event { begin: 6, end: 6, call: Call::Sync(12), result: 0 },
            Event { begin: 8, end: 9, call: Call::Heard { fd: 9, bytes: b"m-".to_vec() }, result: 2 },
        ];
        assert_eq!(read(text, 5), expected);
    }

    #[test]
    fn names_are_read_and_what_cannot_be_followed_is_told() {
        let of = |line: &str| read(&format!("7 {line}"), 0).into_iter().map(|event| event.call).next();
        let open = |line: &str| match of(line) {
            Some(Call::Open { path, create, truncate, append }) => (path, create, truncate, append),
            other => panic!("{other:?}"),
        };
        assert_eq!(
            open("openat(AT_FDCWD, \"\\x2f\\x61\", O_WRONLY|O_CREAT|O_TRUNC, 0666) = 5"),
            ("/a".to_owned(), true, true, false)
        );
        assert_eq!(
            of("linkat(AT_FDCWD, \"\\x61\", AT_FDCWD, \"\\x62\", 0) = 0"),
            Some(Call::Link("a".into(), "b".into()))
        );
        assert_eq!(of("unlinkat(9, \"\\x61\", 0) = 0"), Some(Call::Unknown("unlinkat".into())));
        assert_eq!(of("copy_file_range(9, NULL, 8, NULL, 9, 0) = 9"), Some(Call::Unknown("copy_file_range".into())));
        assert_eq!(of("copy_file_range(9, NULL, 8, NULL, 9, 0) = -1 EXDEV (x)"), None);
        assert_eq!(of("--- SIGTERM {si_signo=SIGTERM} ---"), None);
        assert_eq!(
            of("writev(5, [{iov_base=\"\\x61\", iov_len=1}, {iov_base=\"\\x62\", iov_len=1}], 2) = 2"),
            Some(Call::Write { fd: 5, at: None, bytes: b"ab".to_vec() })
        );
    }

    #[test]
    fn what_the_process_died_within_never_ends() {
        let events = read("7 fsync(4 <unfinished ...>\n7 +++ killed by SIGKILL +++\n", 0);
        assert_eq!(events, [Event { begin: 0, end: usize::MAX, call: Call::Sync(4), result: 0 }]);
    }
}
