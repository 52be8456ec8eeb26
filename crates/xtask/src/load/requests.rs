//! P12: what a server does with more than it can do. First what it can do, with as many at once as are quickest
//! answered; then that pace, twice and five times it, each request at its moment whether or not others are answered.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

use super::Options;
use crate::crash::Outcome;
use crate::crash::lmtp::Session;
use crate::crash::server::MAIL_ADDRESS;

/// The promises of P12.
const GOODPUT_MIN: f64 = 0.8;
const ACCEPTED_MAX: Duration = Duration::from_secs(2);
const REFUSED_MAX: Duration = Duration::from_millis(100);
/// At once, when it is measured what the server can do.
const WORKERS: usize = 32;
/// Whoever is not answered by then is given up.
const PATIENCE: Duration = Duration::from_secs(20);
const MAILERS: usize = 8;

/// Where to ask, and as whom.
#[derive(Clone)]
pub struct Desk {
    /// Of browsers.
    pub at: SocketAddr,
    /// Of mail servers.
    pub lmtp: SocketAddr,
    /// A colleague's.
    pub cookie: String,
}

/// What became of one request.
struct Told {
    /// The status; 0 when there was no answer.
    status: u16,
    /// Whether it was told when to come again.
    later: bool,
    took: Duration,
}

/// One page as a browser fetches it, on a connection of its own.
async fn ask(desk: &Desk, path: &str) -> Told {
    let begun = Instant::now();
    let exchange = async {
        let mut peer = TcpStream::connect(desk.at).await?;
        let head =
            format!("GET {path} HTTP/1.1\r\nHost: {}\r\nCookie: {}\r\nConnection: close\r\n\r\n", desk.at, desk.cookie);
        peer.write_all(head.as_bytes()).await?;
        let mut bytes = Vec::new();
        peer.read_to_end(&mut bytes).await?;
        std::io::Result::Ok(bytes)
    };
    let bytes = tokio::time::timeout(PATIENCE, exchange).await.ok().and_then(Result::ok).unwrap_or_default();
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(2048)]).to_ascii_lowercase();
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
    Told { status, later: head.contains("\r\nretry-after:"), took: begun.elapsed() }
}

/// The page that is asked for: a list with its counts, as an open desk fetches it again and again.
const PATH: &str = "/inbox";

/// How many pages a second the server hands out when nobody overruns it.
async fn capacity(desk: &Desk, seconds: u64) -> Outcome<f64> {
    let (stop, done) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)));
    let mut workers = JoinSet::new();
    for _ in 0..WORKERS {
        let (desk, stop, done) = (desk.clone(), Arc::clone(&stop), Arc::clone(&done));
        workers.spawn(async move {
            while !stop.load(Ordering::Relaxed) {
                if ask(&desk, PATH).await.status == 200 {
                    done.fetch_add(1, Ordering::Relaxed);
                }
            }
        });
    }
    // Not counted: it is warming up.
    tokio::time::sleep(Duration::from_secs(1)).await;
    let (before, begun) = (done.load(Ordering::Relaxed), Instant::now());
    tokio::time::sleep(Duration::from_secs(seconds)).await;
    let pace = (done.load(Ordering::Relaxed) - before) as f64 / begun.elapsed().as_secs_f64();
    stop.store(true, Ordering::Relaxed);
    while workers.join_next().await.is_some() {}
    if pace > 0.0 { Ok(pace) } else { Err("the server hands out no page".into()) }
}

/// So many a second, whatever becomes of them.
async fn pace(desk: &Desk, pace: f64, seconds: u64) -> (Vec<Told>, Duration) {
    let (begun, mut asked, mut all) = (Instant::now(), 0.0, JoinSet::new());
    while begun.elapsed() < Duration::from_secs(seconds) {
        let due = begun.elapsed().as_secs_f64() * pace;
        while asked < due {
            let desk = desk.clone();
            all.spawn(async move { ask(&desk, PATH).await });
            asked += 1.0;
        }
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    let lasted = begun.elapsed();
    (all.join_all().await, lasted)
}

fn at(sorted: &[Duration], share: f64) -> Duration {
    let place = (sorted.len() as f64 * share).ceil() as usize;
    sorted.get(place.saturating_sub(1)).copied().unwrap_or_default()
}

fn times(told: &[&Told]) -> Vec<Duration> {
    let mut all: Vec<Duration> = told.iter().map(|one| one.took).collect();
    all.sort_unstable();
    all
}

/// What was answered at a pace, and whether that keeps the promise.
fn judged(told: &[Told], lasted: Duration, capacity: f64, times_over: f64) -> Value {
    let (accepted, rest): (Vec<&Told>, Vec<&Told>) = told.iter().partition(|one| one.status == 200);
    let (refused, lost): (Vec<&Told>, Vec<&Told>) = rest.iter().partition(|one| one.status == 503 && one.later);
    let (accepted_times, refused_times) = (times(&accepted), times(&refused));
    let goodput = accepted.len() as f64 / lasted.as_secs_f64() / capacity;
    let (slowest, refusal) = (at(&accepted_times, 0.99), at(&refused_times, 0.99));
    let good = goodput >= GOODPUT_MIN && slowest <= ACCEPTED_MAX && refusal <= REFUSED_MAX && lost.is_empty();
    json!({
        "times": times_over,
        "asked": told.len(),
        "accepted": accepted.len(),
        "refused": refused.len(),
        "neither": lost.len(),
        "goodput": (goodput * 100.0).round() / 100.0,
        "accepted_p50_ms": at(&accepted_times, 0.5).as_millis(),
        "accepted_p99_ms": slowest.as_millis(),
        "refused_p50_ms": at(&refused_times, 0.5).as_millis(),
        "refused_p99_ms": refusal.as_millis(),
        "good": good,
    })
}

/// At once, twice and five times what it can do. The promise is about the last.
pub async fn overload(desk: &Desk, options: &Options) -> Outcome<Value> {
    let capacity = capacity(desk, options.seconds).await?;
    let mut paces = Vec::new();
    for times in [1.0, 2.0, 5.0] {
        let (told, lasted) = pace(desk, capacity * times, options.seconds).await;
        paces.push(judged(&told, lasted, capacity, times));
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
    let good = paces.last().is_some_and(|last| last["good"] == true);
    Ok(json!({ "capacity_a_second": capacity.round(), "paces": paces, "good": good }))
}

/// Many mails at once, with a colleague at work meanwhile: every mail is taken, now or when it is offered again, the
/// desk stays quick, and a mail that comes right behind them is taken within five seconds.
pub fn burst(runtime: &tokio::runtime::Runtime, desk: &Desk, mails: usize) -> Outcome<Value> {
    let (next, again, all) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicU64::new(0)), u64::try_from(mails)?);
    let stop = Arc::new(AtomicBool::new(false));
    let colleague = {
        let (desk, stop) = (desk.clone(), Arc::clone(&stop));
        runtime.spawn(async move {
            let mut all = Vec::new();
            while !stop.load(Ordering::Relaxed) {
                all.push(ask(&desk, PATH).await);
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
            all
        })
    };
    let begun = Instant::now();
    let mailers: Vec<_> = (0..MAILERS)
        .map(|_| {
            let (next, again, lmtp) = (Arc::clone(&next), Arc::clone(&again), desk.lmtp);
            std::thread::spawn(move || -> Outcome<Duration> {
                let (mut session, mut slowest) = (Session::open(lmtp)?, Duration::ZERO);
                loop {
                    let n = next.fetch_add(1, Ordering::SeqCst);
                    if n >= all {
                        break;
                    }
                    let offered = Instant::now();
                    while deliver(&mut session, &format!("burst-{n}")).is_err() {
                        again.fetch_add(1, Ordering::Relaxed);
                        if offered.elapsed() > Duration::from_secs(60) {
                            return Err("a mail was not taken for a minute".into());
                        }
                        std::thread::sleep(Duration::from_millis(50));
                        session = Session::open(lmtp)?;
                    }
                    slowest = slowest.max(offered.elapsed());
                }
                session.quit();
                Ok(slowest)
            })
        })
        .collect();
    let mut slowest = Duration::ZERO;
    for mailer in mailers {
        slowest = slowest.max(mailer.join().map_err(|_| "a mailer broke")??);
    }
    let lasted = begun.elapsed();
    let offered = Instant::now();
    deliver(&mut Session::open(desk.lmtp)?, "the-next-good-one")?;
    let next = offered.elapsed();
    stop.store(true, Ordering::Relaxed);
    let told = runtime.block_on(colleague)?;
    let (accepted, others): (Vec<&Told>, Vec<&Told>) = told.iter().partition(|one| one.status == 200);
    let pages = times(&accepted);
    let good = others.is_empty() && at(&pages, 0.99) <= ACCEPTED_MAX && next <= Duration::from_secs(5);
    Ok(json!({
        "mails": mails,
        "seconds": lasted.as_secs(),
        "a_second": (mails as f64 / lasted.as_secs_f64()).round(),
        "offered_again": again.load(Ordering::Relaxed),
        "slowest_ms": slowest.as_millis(),
        "next_ms": next.as_millis(),
        "pages": told.len(),
        "pages_refused": others.len(),
        "pages_p99_ms": at(&pages, 0.99).as_millis(),
        "good": good,
    }))
}

fn deliver(session: &mut Session, name: &str) -> Outcome {
    let mail = format!(
        "From: {name} <{name}@load.example>\r\nTo: {MAIL_ADDRESS}\r\nSubject: {name}\r\n\
         Message-ID: <{name}@load.example>\r\n\r\nThe pump of my boat has stopped.\r\n"
    );
    session.deliver(&format!("{name}@load.example"), MAIL_ADDRESS, &mail)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(status: u16, later: bool, millis: u64) -> Told {
        Told { status, later, took: Duration::from_millis(millis) }
    }

    #[test]
    fn the_promise_is_judged_by_goodput_by_both_times_and_by_who_was_told_nothing() {
        let judge = |told: Vec<Told>| judged(&told, Duration::from_secs(1), 10.0, 5.0)["good"] == true;
        let many = |accepted: usize, slow: u64, refusal: u64| -> Vec<Told> {
            let accepted = (0..accepted).map(|_| told(200, false, slow));
            accepted.chain((0..30).map(|_| told(503, true, refusal))).collect()
        };
        assert!(judge(many(8, 1_999, 100)));
        assert!(!judge(many(7, 10, 10)), "too few");
        assert!(!judge(many(8, 2_001, 10)), "too slow");
        assert!(!judge(many(8, 10, 101)), "refused too late");
        assert!(!judge(many(8, 10, 10).into_iter().chain([told(503, false, 1)]).collect()), "not told when to come");
        assert!(!judge(many(8, 10, 10).into_iter().chain([told(0, false, 1)]).collect()), "no answer");
    }

    #[test]
    fn the_99th_of_a_hundred_is_the_99th() {
        let all: Vec<Duration> = (1..=100).map(Duration::from_millis).collect();
        assert_eq!((at(&all, 0.99), at(&all, 0.5)), (Duration::from_millis(99), Duration::from_millis(50)));
        assert_eq!(at(&[], 0.99), Duration::ZERO);
    }
}
