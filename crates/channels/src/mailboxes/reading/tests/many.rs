//! P04: mails offered again and again, by two ways, with answers that got lost and numbers that changed.

use platform::vals;

use super::*;
use crate::journal::{Arrival, PROCESS_JOB, Source};

const MAILS: usize = 10_000;
/// Those before this lie in the mailbox, those from the next on come by LMTP; between them, both.
const IN_MAILBOX: usize = 6_000;
const PUSHED_FROM: usize = 4_000;

/// How often a mail is pushed.
const fn pushes(n: usize) -> usize {
    n % 3 + 1
}

/// Whether a sender hangs up before it hears the first answer: it must push once more.
const fn hangs_up(n: usize) -> bool {
    n.is_multiple_of(50)
}

/// As it comes over another way each time.
fn pushed(n: usize, offer: usize) -> (Vec<u8>, Arrival) {
    let bytes = [format!("Received: from way {offer} by us\r\n").into_bytes(), letter(n)].concat();
    let (envelope_from, envelope_to) = (String::new(), Vec::new());
    (bytes, Arrival { source: Source::Lmtp, envelope_from, envelope_to, peer: String::new(), mailbox: None })
}

fn letter(n: usize) -> Vec<u8> {
    format!(
        "From: kari{}@post.example\r\nSubject: Nr. {n}\r\nMessage-ID: <{n}@post.example>\r\n\r\nHei {n}\r\n",
        n % 500
    )
    .into()
}

/// Pushes all, many at once; how many offers were acknowledged.
async fn push_all(journal: &Journal) -> usize {
    let mut acknowledged = 0;
    for some in (PUSHED_FROM..MAILS).collect::<Vec<_>>().chunks(100) {
        let offers = some.iter().map(|n| async move {
            if hangs_up(*n) {
                let (bytes, arrival) = pushed(*n, 9);
                // Polled once: it is on its way, and nobody listens.
                let offer = journal.accept(bytes, arrival);
                tokio::select! { biased; _ = offer => {}, () = std::future::ready(()) => {} }
            }
            for offer in 0..pushes(*n) {
                let (bytes, arrival) = pushed(*n, offer);
                journal.accept(bytes, arrival).await.expect("kept");
            }
            pushes(*n)
        });
        acknowledged += futures_util::future::join_all(offers).await.into_iter().sum::<usize>();
    }
    acknowledged
}

#[test]
fn mails_offered_many_times_by_two_ways_are_all_kept_and_each_once() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let Some(server) = dovecot::start("") else { return };
        for n in 0..IN_MAILBOX {
            server.deliver("kari", &format!("{n:04}.m"), &letter(n));
        }
        let mut house = House::build(&test, server, Afterwards::Leave, Start::Everything).await;
        let last = u32::try_from(IN_MAILBOX).expect("small");
        house.begin(quick());
        let pushed = push_all(&house.journal).await;
        house.until_done(last).await;
        house.end().await;
        let before = house.reading().await.uid_validity;
        house.server.renumber("kari");
        house.begin(quick());
        until("new numbers", async || house.reading().await.uid_validity != before).await;
        house.until_done(last).await;
        house.end().await;
        let (mails, offers) = house.kept().await;
        assert_eq!(mails, count(MAILS), "each was kept, and once");
        let unheard = (PUSHED_FROM..MAILS).filter(|n| hangs_up(*n)).count();
        // Who hung up may have done so before the offer was heard.
        let least = pushed + 2 * IN_MAILBOX;
        assert!((count(least)..=count(least + unheard)).contains(&offers), "{offers}");
        let mut conn = house.p.db.read().await.expect("read");
        let jobs =
            conn.number("SELECT COUNT(DISTINCT payload) AS n FROM job WHERE kind = $1", vals![PROCESS_JOB]).await;
        assert_eq!(jobs.expect("count"), count(MAILS), "each is understood");
        let all = conn.number("SELECT COUNT(*) AS n FROM job WHERE kind = $1", vals![PROCESS_JOB]).await;
        assert_eq!(all.expect("count"), count(MAILS), "and once");
    });
}

fn count(n: usize) -> i64 {
    i64::try_from(n).expect("small")
}
