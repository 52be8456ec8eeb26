//! The business that is measured, being served, and what is measured of it.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use platform::{Db, Row, vals};

use super::bare::{self, Bare};
use super::browser::Browser;
use super::mails::{self, Flood, mail};
use super::process;
use super::rows::{Bar, Row as Figure};
use super::waiting_rules;
use crate::crash::Outcome;
use crate::crash::load::sign_in;
use crate::crash::server::{End, Server};
use crate::crash::sink::Sink;

/// Views of one kind, one after the other.
const VIEWS: u32 = 300;
/// Views of the bare page: processor time is told in hundredths of a second, and it takes little.
const BARE_VIEWS: u32 = 30_000;
/// Views of the bare page by each of several browsers.
const BARE_VIEWS_EACH: u32 = 4_000;
/// Browsers at once.
const BROWSERS: usize = 8;
/// How a browser says that it takes packed pages.
const PACKED: &str = "Accept-Encoding: gzip, br\r\n";
const STOP_MAX: Duration = Duration::from_secs(60);
/// Who looks.
const COLLEAGUE: &str = "ingrid@brekkesund.example";
const SUBJECT: &str = "Tjue meldinger";

/// A business being served.
pub struct House {
    server: Server,
    folder: PathBuf,
    cookie: String,
    /// Seconds from its start to the first good answer.
    pub ready: f64,
    run: String,
    _sink: Sink,
}

/// What one size was measured to be, to be compared with another.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sizes {
    /// Processor time of each view, in ms.
    pub views: [f64; 3],
    /// A mail, in ms of processor time.
    pub mail: f64,
    /// A reply, in ms of processor time.
    pub reply: f64,
    /// A rule whose time has come in a conversation, in ms of processor time.
    pub rule: f64,
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// The time below which 95 of 100 lie.
fn p95(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times.get((times.len() * 95).div_ceil(100).saturating_sub(1)).copied().unwrap_or_default()
}

impl House {
    /// Opens a business; waits until what reads its log has read all of it.
    pub fn open(binary: &Path, folder: &Path) -> Outcome<Self> {
        let sink = Sink::start()?;
        let mut server = Server::of(binary, folder, &sink.url())?;
        let link = server.link(COLLEAGUE)?;
        let begun = Instant::now();
        server.start()?;
        let ready = begun.elapsed().as_secs_f64();
        let cookie = sign_in(server.ports().desk, &link)?;
        // Mails of two runs are never the same.
        let run = format!("r{:x}", fastrand::u64(..));
        let house = Self { server, folder: folder.to_owned(), cookie, ready, run, _sink: sink };
        house.rest()?;
        Ok(house)
    }

    /// Stops it politely.
    pub fn close(mut self) -> Outcome {
        self.server.end(End::Stop, STOP_MAX)
    }

    fn desk(&self) -> SocketAddr {
        self.server.ports().desk
    }

    fn process(&self) -> Outcome<u32> {
        self.server.process().ok_or_else(|| "the server does not run".into())
    }

    fn browser(&self) -> Outcome<Browser> {
        Browser::open(self.desk(), &self.cookie)
    }

    /// A row of its database, read from beside the server.
    fn one(&self, sql: &str, value: &str) -> Outcome<Option<Row>> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let path = self.folder.join("tillit.db");
        let values = if value.is_empty() { vec![] } else { vals![value] };
        let row = runtime.block_on(async {
            let db = Db::sqlite(&path).await.map_err(|fault| fault.chain())?;
            let row = db.read().await.map_err(|f| f.chain())?.one(sql, values).await.map_err(|f| f.chain())?;
            db.close().await.map_err(|fault| fault.chain())?;
            Ok::<_, String>(row)
        })?;
        Ok(row)
    }

    fn number(&self, sql: &str) -> Outcome<i64> {
        let row = self.one(sql, "")?.ok_or("no number")?;
        Ok(row.opt_int("n").map_err(|fault| fault.chain())?.unwrap_or(0))
    }

    /// Waits until mails have become conversations, the log was read, and nothing uses the processor any more.
    fn rest(&self) -> Outcome {
        let begun = Instant::now();
        let behind = "SELECT (SELECT COUNT(*) FROM inbound WHERE state = 'new') + \
                      (SELECT MAX(e.seq) - MIN(c.seq) FROM event e, event_cursor c) AS n";
        while self.number(behind)? > 0 {
            if begun.elapsed() > Duration::from_secs(3600) {
                return Err("the log is not read".into());
            }
            std::thread::sleep(Duration::from_millis(200));
        }
        let mut before = process::cpu(self.process()?)?;
        for _ in 0..100 {
            std::thread::sleep(Duration::from_millis(200));
            let now = process::cpu(self.process()?)?;
            if now - before <= Duration::from_millis(10) {
                return Ok(());
            }
            before = now;
        }
        Ok(())
    }

    /// A conversation of twenty messages and its customer: the addresses of their pages.
    fn twenty(&self) -> Outcome<(String, String)> {
        let find = "SELECT id, person FROM conversation WHERE subject = $1 ORDER BY number DESC";
        let text = |row: &Row, column| row.text(column).map_err(|fault| fault.chain());
        if let Some(row) = self.one(find, SUBJECT)? {
            return Ok((
                format!("/conversations/{}", text(&row, "id")?),
                format!("/customers/{}", text(&row, "person")?),
            ));
        }
        let first = format!("{}.0@maling.example", self.run);
        let mails = (0..20).map(|n| {
            let of = mail(&self.run, n * 3, (n > 0).then_some(first.as_str()));
            let of = of.replace(&format!("Kunde {} <kunde{}.", n * 3, n * 3), "Kunde <kunde.");
            of.replace(&format!("Subject: Sak {} {}", self.run, n * 3), &format!("Subject: {SUBJECT}"))
        });
        mails::deliver(self.server.ports().lmtp, mails.collect(), 1)?;
        self.rest()?;
        let row = self.one(find, SUBJECT)?.ok_or("the conversation of twenty messages is not there")?;
        Ok((format!("/conversations/{}", text(&row, "id")?), format!("/customers/{}", text(&row, "person")?)))
    }

    /// Processor time of one view.
    fn view(&self, path: &str) -> Outcome<f64> {
        of_each(self.process()?, &mut self.browser()?, path, VIEWS)
    }

    /// The three views, one browser and eight.
    pub fn views(&self, bare: &Bare, rows: &mut Vec<Figure>) -> Outcome<[f64; 3]> {
        let (conversation, customer) = self.twenty()?;
        let mut page = Browser::open(bare.at, "")?;
        let reference = of_each(bare.process(), &mut page, "/", BARE_VIEWS)?;
        rows.push(Figure::new("reference: bare page of 30 KB", reference, "ms CPU", Bar::None));
        let bare_p95 = self.together(bare.at, "/", "", BARE_VIEWS_EACH)?.0;
        rows.push(Figure::new("reference: bare page, 8 browsers, p95", ms(bare_p95), "ms", Bar::None));
        let mut all = [0.0; 3];
        let views =
            [("list of 50", "/inbox"), ("conversation of 20 messages", &conversation), ("customer file", &customer)];
        for (place, (name, path)) in views.into_iter().enumerate() {
            let each = self.view(path)?;
            all[place] = each;
            rows.push(Figure::new(name, each, "ms CPU", Bar::Most(2.0)));
            rows.push(Figure::new(format!("{name}, to the bare page"), each / reference, "x", Bar::Most(100.0)));
            let (slow, pace) = self.together(self.desk(), path, &self.cookie, VIEWS)?;
            let ratio = slow.as_secs_f64() / bare_p95.as_secs_f64().max(1e-6);
            rows.push(Figure::new(format!("{name}, 8 browsers, p95"), ms(slow), "ms", Bar::None));
            rows.push(Figure::new(format!("{name}, 8 browsers, p95 to the bare page"), ratio, "x", Bar::Most(20.0)));
            if place == 0 {
                rows.push(Figure::new("lists, 8 browsers", pace, "a second", Bar::Least(700.0)));
            }
        }
        for (name, path) in [("search for a word", "/search?q=levering"), ("report of four weeks", "/reports")] {
            rows.push(Figure::new(name, self.view(path)?, "ms CPU", Bar::None));
        }
        Ok(all)
    }

    /// Eight browsers at once: the 95th percentile, and views a second.
    fn together(&self, at: SocketAddr, path: &str, cookie: &str, views: u32) -> Outcome<(Duration, f64)> {
        let begun = Instant::now();
        let all: Vec<_> = (0..BROWSERS)
            .map(|_| {
                let (cookie, path) = (cookie.to_owned(), path.to_owned());
                std::thread::spawn(move || -> Outcome<Vec<Duration>> {
                    let mut browser = Browser::open(at, &cookie)?;
                    let one = |_| {
                        let begun = Instant::now();
                        let status = browser.get(&path)?.status;
                        if status == 200 { Ok(begun.elapsed()) } else { Err(format!("{path}: {status}").into()) }
                    };
                    (0..views).map(one).collect()
                })
            })
            .collect();
        let mut times = Vec::new();
        for one in all {
            times.extend(one.join().map_err(|_| "a browser broke")??);
        }
        let pace = times.len() as f64 / begun.elapsed().as_secs_f64();
        Ok((p95(&mut times), pace))
    }

    /// Mails taken in: processor time, and pace beside the disk's.
    pub fn intake(&self, commits: f64, count: usize, rows: &mut Vec<Figure>) -> Outcome<f64> {
        let lmtp = self.server.ports().lmtp;
        let mixed = |run: &str| (0..count).map(|n| mail(run, n, None)).collect::<Vec<String>>();
        let of_each = |mails: Vec<String>, connections: usize| -> Outcome<(f64, f64)> {
            let (number, before) = (mails.len() as f64, process::cpu(self.process()?)?);
            let pace = mails::deliver(lmtp, mails, connections)?;
            self.rest()?;
            Ok(((process::cpu(self.process()?)? - before).as_secs_f64() * 1000.0 / number, pace))
        };
        let all = mixed(&format!("{}a", self.run));
        let parse = ms(mails::bare_parse(&all));
        rows.push(Figure::new("reference: bare parse of the same mails", parse, "ms", Bar::None));
        let (cpu, one) = of_each(all, 1)?;
        rows.push(Figure::new("mail taken in, 65 KB on average", cpu, "ms CPU", Bar::None));
        rows.push(Figure::new("mail taken in, to the bare parse", cpu / parse, "x", Bar::Most(10.0)));
        let texts = (0..count).map(|n| mail(&format!("{}b", self.run), n * 3, None)).collect();
        let (text, _) = of_each(texts, 1)?;
        rows.push(Figure::new("text under 8 KB taken in", text, "ms CPU", Bar::Most(2.0)));
        let (_, eight) = of_each(mixed(&format!("{}c", self.run)), 8)?;
        rows.push(Figure::new("mails, 1 connection, to the disk's commits", one / commits, "x", Bar::Least(0.5)));
        rows.push(Figure::new("mails, 8 connections, to the disk's commits", eight / commits, "x", Bar::Least(1.5)));
        Ok(text)
    }

    /// Replies posted one after the other.
    pub fn replies(&self, commits: f64, count: u32, rows: &mut Vec<Figure>) -> Outcome<f64> {
        let mut browser = self.browser()?;
        let list = String::from_utf8_lossy(&browser.get("/inbox")?.body).into_owned();
        let mut all: Vec<&str> =
            list.match_indices("/conversations/cnv_").filter_map(|(at, _)| list.get(at..at + 45)).collect();
        all.sort_unstable();
        all.dedup();
        if all.is_empty() {
            return Err("the list is empty".into());
        }
        let (before, begun) = (process::cpu(self.process()?)?, Instant::now());
        for n in 0..count {
            let to = all[usize::try_from(n)? % all.len()];
            let answer = browser.post_part(&format!("{to}/reply"), "body", &format!("Takk, det ordner vi. {n}"))?;
            if !(200..400).contains(&answer.status) {
                return Err(format!("a reply: {} {}", answer.status, String::from_utf8_lossy(&answer.body)).into());
            }
        }
        let pace = f64::from(count) / begun.elapsed().as_secs_f64();
        self.rest()?;
        let cpu = ms(process::cpu(self.process()?)? - before) / f64::from(count);
        rows.push(Figure::new("reply, sent", cpu, "ms CPU", Bar::None));
        rows.push(Figure::new("replies to the disk's commits", pace / commits, "x", Bar::Least(0.5)));
        Ok(cpu)
    }

    /// The list, quiet, and while mails come as quickly as they are taken.
    pub fn while_mail_comes(&self, rows: &mut Vec<Figure>) -> Outcome {
        let listed = || -> Outcome<Duration> {
            let mut browser = self.browser()?;
            let mut times = Vec::new();
            for _ in 0..VIEWS {
                let begun = Instant::now();
                browser.get("/inbox")?;
                times.push(begun.elapsed());
                std::thread::sleep(Duration::from_millis(10));
            }
            Ok(p95(&mut times))
        };
        let quiet = ms(listed()?);
        let flood = Flood::start(self.server.ports().lmtp, &format!("{}f", self.run));
        let busy = listed();
        let taken = flood.end()?;
        self.rest()?;
        rows.push(Figure::new("list, quiet, p95", quiet, "ms", Bar::None));
        let name = format!("list while {taken} mails come, p95");
        rows.push(Figure::new(name, ms(busy?), "ms", Bar::Most(2.0 * quiet + 5.0)));
        Ok(())
    }

    /// The first list in a browser that was never here, and the next one.
    pub fn wire(&self, rows: &mut Vec<Figure>) -> Outcome {
        let mut browser = self.browser()?;
        let first = first_page(&mut browser, "/inbox")?;
        rows.push(Figure::new("first list page", kib(first.bytes), "KB", Bar::Most(58.0)));
        rows.push(Figure::new("first list page", first.requests as f64, "requests", Bar::Most(5.0)));
        rows.push(Figure::new("list page, loaded again", kib(first.page), "KB", Bar::Most(10.0)));
        // As a link within the desk asks for it.
        let within = format!("{PACKED}HX-Request: true\r\nHX-Request-Type: full\r\nHX-Boosted: true\r\n");
        rows.push(Figure::new(
            "list page, by a link",
            kib(browser.get_with("/inbox", &within)?.wire),
            "KB",
            Bar::Most(10.0),
        ));
        Ok(())
    }

    /// An article of the help centre and a search there, by visitors who were never here.
    pub fn answers(&self, bare: &Bare, rows: &mut Vec<Figure>) -> Outcome {
        let mut visitor = Browser::open(self.desk(), "")?;
        let list = String::from_utf8_lossy(&visitor.get("/help/en")?.body).into_owned();
        let article = list
            .match_indices("\"/help/en/")
            .filter_map(|(at, _)| list.get(at + 1..)?.split(['"', '?', '#']).next())
            .find(|path| !["search", "suggest", "topics", "feed.xml"].iter().any(|page| path.ends_with(page)))
            .ok_or("the help centre has no article")?
            .to_owned();
        let first = first_page(&mut visitor, &article)?;
        rows.push(Figure::new("first article page", kib(first.bytes), "KB", Bar::Most(60.0)));
        rows.push(Figure::new("first article page", first.requests as f64, "requests", Bar::Most(6.0)));
        let process = self.process()?;
        rows.push(Figure::new("article", of_each(process, &mut visitor, &article, VIEWS)?, "ms CPU", Bar::None));
        let sought = "/help/en/search?q=battery+charging";
        rows.push(Figure::new(
            "search of the help centre",
            of_each(process, &mut visitor, sought, VIEWS)?,
            "ms CPU",
            Bar::None,
        ));
        let reference = self.together(bare.at, "/", "", BARE_VIEWS_EACH)?.1;
        let (_, pace) = self.together(self.desk(), &article, "", VIEWS * 4)?;
        rows.push(Figure::new("articles, 8 browsers", pace, "a second", Bar::Least(1_000.0)));
        rows.push(Figure::new("articles, 8 browsers, to the bare page", pace / reference, "x", Bar::None));
        Ok(())
    }

    /// Memory now.
    pub fn memory(&self) -> Outcome<f64> {
        std::thread::sleep(Duration::from_secs(2));
        process::memory(self.process()?)
    }

    /// The views again and again: how much memory grows from the third time to the tenth.
    pub fn growth(&self, rows: &mut Vec<Figure>) -> Outcome {
        let (conversation, customer) = self.twenty()?;
        let mut held = Vec::new();
        for _ in 0..10 {
            let mut browser = self.browser()?;
            for _ in 0..VIEWS {
                for path in ["/inbox", &conversation, &customer] {
                    browser.get(path)?;
                }
            }
            held.push(process::memory(self.process()?)?);
        }
        rows.push(Figure::new("memory after all of it", self.memory()?, "MiB", Bar::Most(120.0)));
        rows.push(Figure::new("memory, third to tenth repeat", held[9] - held[2], "MiB more", Bar::Most(4.0)));
        Ok(())
    }

    /// Rules, while one waits in every conversation ([`waiting_rules::plant`]): what waiting takes, what each takes whose time
    /// comes, and what it would have done last month.
    pub fn rules(&self, rows: &mut Vec<Figure>) -> Outcome<f64> {
        const QUIET: Duration = Duration::from_secs(10);
        const DUE: u32 = 500;
        let before = process::cpu(self.process()?)?;
        std::thread::sleep(QUIET);
        let waiting = ms(process::cpu(self.process()?)? - before) / QUIET.as_secs_f64();
        rows.push(Figure::new("a rule waits in every conversation", waiting, "ms CPU a second", Bar::Most(20.0)));
        let left = format!("SELECT COUNT(*) AS n FROM automation_wake WHERE rule = '{}'", waiting_rules::RULE);
        let (before, all) = (process::cpu(self.process()?)?, self.number(&left)?);
        waiting_rules::make_due(&self.folder, DUE)?;
        let begun = Instant::now();
        // Counting them asks the database, not the server.
        while self.number(&left)? > all - i64::from(DUE) {
            if begun.elapsed() > Duration::from_secs(120) {
                return Err("what is due is not done".into());
            }
            std::thread::sleep(Duration::from_millis(200));
        }
        let each = ms(process::cpu(self.process()?)? - before) / f64::from(DUE);
        rows.push(Figure::new("rule whose time comes", each, "ms CPU", Bar::Most(5.0)));
        let begun = Instant::now();
        let tried = self.browser()?.get(&format!("/settings/rules/{}/trial", waiting_rules::RULE))?;
        if tried.status != 200 {
            return Err(format!("a rule cannot be tried: {}", tried.status).into());
        }
        rows.push(Figure::new("rule, tried on last month", ms(begun.elapsed()), "ms", Bar::None));
        Ok(each)
    }

    /// A reply of 2,000 words, looked at while it is typed: what it promises, how it sounds, what it gives away.
    pub fn look(&self, rows: &mut Vec<Figure>) -> Outcome {
        const LOOKS: u32 = 100;
        // Some sentences of each kind: two in a hundred words promise something.
        const SAYS: &str = "Thank+you+for+the+pictures+of+the+motor+and+the+long+letter+about+the+trip+along+the+coast.+\
            We+read+it+all+and+asked+the+workshop+what+may+have+happened+to+the+pump+that+day.+I+will+call+you+by+Friday.+";
        let words = SAYS.split('+').filter(|word| !word.is_empty()).count();
        let fields = format!("kind=reply&body={}", SAYS.repeat(2_000_usize.div_ceil(words)));
        let path = format!("{}/look", self.twenty()?.0);
        let mut browser = self.browser()?;
        let before = process::cpu(self.process()?)?;
        for _ in 0..LOOKS {
            let answer = browser.post_form(&path, &fields)?;
            if answer.status != 200 || !String::from_utf8_lossy(&answer.body).contains("promise") {
                return Err(format!("a reply is not looked at: {}", answer.status).into());
            }
        }
        let each = ms(process::cpu(self.process()?)? - before) / f64::from(LOOKS);
        rows.push(Figure::new("reply of 2,000 words, looked at", each, "ms CPU", Bar::Most(5.0)));
        Ok(())
    }

    /// What the disk does where this business lies.
    pub fn commits(&self) -> Outcome<f64> {
        bare::commits(&self.folder, 3)
    }
}

/// What a page takes in a browser that was never here.
struct FirstPage {
    /// Of the page alone, over the wire.
    page: usize,
    /// With all that it links.
    bytes: usize,
    requests: usize,
}

/// Fetches a page and what it links. The worker is no part of it: it carries the live stream, which all pages of a
/// browser share, and is fetched once the page stands.
fn first_page(browser: &mut Browser, path: &str) -> Outcome<FirstPage> {
    let page = browser.get_with(path, PACKED)?;
    if page.status != 200 {
        return Err(format!("{path}: {}", page.status).into());
    }
    let plain = browser.get(path)?;
    let html = String::from_utf8_lossy(&plain.body);
    let mut assets: Vec<&str> =
        html.match_indices("=\"/assets/").filter_map(|(at, _)| html[at + 2..].split(['"', '#']).next()).collect();
    assets.retain(|asset| !asset.contains("live-worker"));
    assets.sort_unstable();
    assets.dedup();
    let mut bytes = page.wire;
    for asset in &assets {
        let answer = browser.get_with(asset, PACKED)?;
        if answer.status != 200 || !answer.header("cache-control").is_some_and(|how| how.contains("immutable")) {
            return Err(format!("{asset} is not kept by browsers: {}", answer.head).into());
        }
        bytes += answer.wire;
    }
    Ok(FirstPage { page: page.wire, bytes, requests: assets.len() + 1 })
}

fn kib(bytes: usize) -> f64 {
    bytes as f64 / 1024.0
}

/// Processor time of each of many views, in ms.
fn of_each(process: u32, browser: &mut Browser, path: &str, views: u32) -> Outcome<f64> {
    for _ in 0..20 {
        browser.get(path)?;
    }
    let before = process::cpu(process)?;
    for _ in 0..views {
        let answer = browser.get(path)?;
        if answer.status != 200 {
            return Err(format!("{path}: {}", answer.status).into());
        }
    }
    Ok(ms(process::cpu(process)? - before) / f64::from(views))
}
