//! Reads a file that was brought, record by record, a few parts of it in memory at a time.

use platform::{Conn, Result};

use super::model::{Moving, MovingId, Plan};
use super::shapes::{self, Cut, Shape};
use super::store::{self, PART};

/// Where one is in a file.
pub(super) struct Reader<'a> {
    id: &'a MovingId,
    shape: &'static dyn Shape,
    plan: &'a Plan,
    held: Vec<u8>,
    /// How much of what is held is done.
    at: usize,
    /// The next part, or none when all are there.
    next: Option<i64>,
    /// Bytes of the file that are done.
    pub place: i64,
    /// Records of the file that are done.
    pub line: i64,
}

/// A record, or that a piece of the file was passed over.
pub(super) enum Record {
    Whole(Vec<u8>),
    TooLong,
}

impl<'a> Reader<'a> {
    /// Goes on where `it` stands.
    pub async fn at(conn: &mut Conn, it: &'a Moving) -> Result<Self> {
        let part = i64::try_from(PART).unwrap_or(i64::MAX);
        let (first, within) = (it.place / part, usize::try_from(it.place % part).unwrap_or(0));
        let shape = shapes::named(&it.shape).unwrap_or(&shapes::Sheet);
        let mut reader = Self {
            id: &it.id,
            shape,
            plan: &it.plan,
            held: Vec::new(),
            at: 0,
            next: Some(first),
            place: it.place,
            line: it.line,
        };
        reader.load(conn).await?;
        reader.at = within.min(reader.held.len());
        if it.place == 0 && shape.code() == shapes::Sheet.code() {
            let (_, length) = shapes::read_heading(&reader.held);
            reader.done(length, length > 0);
        }
        Ok(reader)
    }

    /// Reads the next part; false when there is none.
    async fn load(&mut self, conn: &mut Conn) -> Result<bool> {
        let Some(next) = self.next else { return Ok(false) };
        self.held.drain(..self.at.min(self.held.len()));
        self.at = 0;
        let part = store::part(conn, self.id, "", next).await?.unwrap_or_default();
        // All but the last are as long.
        self.next = (part.len() >= PART).then_some(next + 1);
        self.held.extend(part);
        Ok(true)
    }

    fn done(&mut self, length: usize, counts: bool) {
        self.at += length;
        self.place += i64::try_from(length).unwrap_or(i64::MAX);
        self.line += i64::from(counts);
    }

    /// The next record; nothing at the end of the file.
    pub async fn next(&mut self, conn: &mut Conn) -> Result<Option<Record>> {
        loop {
            let (rest, at_end) = (self.held.get(self.at..).unwrap_or_default(), self.next.is_none());
            if let Some(Cut { length, too_long }) = self.shape.cut(rest, at_end, self.plan) {
                let length = length.clamp(1, rest.len().max(1));
                let record = if too_long { Record::TooLong } else { Record::Whole(rest[..length].to_vec()) };
                self.done(length, true);
                return Ok(Some(record));
            }
            // As much again is read before it is looked through anew, so that a long record costs no more than twice.
            let wanted = rest.len().max(1) * 2;
            let mut more = false;
            while self.held.len() - self.at < wanted && self.load(conn).await? {
                more = true;
            }
            if !more {
                let rest = self.held.len().saturating_sub(self.at);
                self.done(rest, false);
                return Ok(None);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use base::Actor;
    use platform::testing::on_both_engines;

    use super::super::Upload;
    use super::super::shapes::{About, Said};
    use super::*;

    /// Counts the bytes that are looked through in vain, and those that make a record.
    struct Counted(AtomicUsize, AtomicUsize);

    impl Shape for Counted {
        fn code(&self) -> &'static str {
            "mbox"
        }
        fn begins(&self, _: &[u8]) -> bool {
            true
        }
        fn cut(&self, bytes: &[u8], at_end: bool, plan: &Plan) -> Option<Cut> {
            let cut = shapes::named("mbox").expect("known").cut(bytes, at_end, plan);
            match &cut {
                None => self.0.fetch_add(bytes.len(), Ordering::Relaxed),
                Some(cut) => self.1.fetch_add(cut.length, Ordering::Relaxed),
            };
            cut
        }
        fn read(&self, _: &[u8], _: &About<'_>) -> Said {
            Said::Nothing
        }
    }

    /// A mail of about so many bytes.
    fn mail(bytes: usize) -> String {
        format!("From a@x.example Fri Mar  1 10:00:00 2024\nFrom: a@x.example\n\n{}\n\n", "word\n".repeat(bytes / 5))
    }

    #[test]
    fn an_archive_is_read_in_one_pass_however_long_its_mails_are() {
        on_both_engines(&crate::tests::migrations(), |test| async move {
            let p = &test.platform;
            for (name, text) in [
                ("one long mail", mail(6_000_000)),
                ("many short ones", mail(900).repeat(4_000)),
                ("both", [mail(2_000_000), mail(300).repeat(300), mail(1_500_000)].concat()),
            ] {
                let mut upload = Upload::begin(p, &Actor::System, "all.mbox", "").await.expect("begun");
                for piece in text.as_bytes().chunks(1 << 20) {
                    upload.push(piece).await.expect("taken");
                }
                let it = upload.end(None).await.expect("there");
                let counted: &'static Counted = Box::leak(Box::new(Counted(AtomicUsize::new(0), AtomicUsize::new(0))));
                let mut conn = p.db.read().await.expect("read");
                let mut reader = Reader::at(&mut conn, &it).await.expect("begun");
                reader.shape = counted;
                while reader.next(&mut conn).await.expect("read").is_some() {}
                let (vain, made) = (counted.0.load(Ordering::Relaxed), counted.1.load(Ordering::Relaxed));
                assert_eq!(made, text.len(), "{name}");
                assert!(vain <= 2 * text.len(), "{name}: {vain} of {} bytes were read again", text.len());
            }
        });
    }
}
