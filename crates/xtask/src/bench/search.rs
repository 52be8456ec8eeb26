//! The row of the search: so many messages in five languages, made from a vocabulary with few frequent and many rare
//! words, asked for in every way. The reference is one row read by its key, through the same layers.

use std::error::Error;
use std::time::{Duration, Instant};

use base::{Language, clock};
use clap::Args;
use fastrand::Rng;
use jiff::SignedDuration;
use platform::search::{Ask, Document, Only, Shelf, find_threads, mend, put};
use platform::testing::{TestPlatform, a_wednesday, on_both_engines};
use platform::{Platform, vals};
use words::search::{Wanted, parse};

/// Messages of one transaction while the index is filled.
const TOGETHER: u64 = 500;
/// Words that messages are made of.
const WORDS: usize = 60_000;
/// Hits of a page.
const PAGE: i64 = 20;

/// How much.
#[derive(Args)]
pub struct Options {
    /// Messages in the index
    #[arg(long, default_value_t = 200_000)]
    messages: u64,
    /// Questions of each kind
    #[arg(long, default_value_t = 200)]
    questions: usize,
}

/// Fills and measures on every engine that is there.
pub async fn run(options: &Options) -> Result<(), Box<dyn Error>> {
    let (messages, questions) = (options.messages, options.questions);
    tokio::task::spawn_blocking(move || {
        on_both_engines(platform::schema::MIGRATIONS, |test| async move {
            if let Err(fault) = measure(&test, messages, questions).await {
                eprintln!("{}", fault.chain());
            }
        });
    })
    .await?;
    Ok(())
}

async fn measure(test: &TestPlatform, messages: u64, questions: usize) -> platform::Result<()> {
    let p = &test.platform;
    let mut rng = Rng::with_seed(11);
    let words = vocabulary(&mut rng);
    let started = Instant::now();
    for first in (0..messages).step_by(usize::try_from(TOGETHER).unwrap_or(1)) {
        let mut tx = p.begin().await?;
        for n in first..(first + TOGETHER).min(messages) {
            put(&mut tx, &message(&mut rng, &words, n)).await?;
        }
        tx.commit().await?;
    }
    let each = started.elapsed().as_secs_f64() * 1e6 / messages.max(1) as f64;
    println!("{:?}: {messages} messages, {each:.0} us each to write", p.db.engine());
    let reference = reference(p, questions).await?;
    println!("  {:<28} p50 {:>8.3} ms  p95 {:>8.3} ms", "reference: one row by key", reference.0, reference.1);
    for (name, ask) in KINDS {
        let mut times = Vec::with_capacity(questions);
        for n in 0..questions + 5 {
            let query = ask(&mut rng, &words);
            let spent = question(p, &query, *name == MISTYPED).await?;
            if n >= 5 {
                times.push(spent); // The first ones warm up.
            }
        }
        let (p50, p95) = percentiles(&mut times);
        let ratio = p95 / reference.1.max(0.001);
        println!("  {name:<28} p50 {p50:>8.3} ms  p95 {p95:>8.3} ms  {ratio:>7.1} x the reference");
    }
    Ok(())
}

type MakeQuery = fn(&mut Rng, &[String]) -> String;
const MISTYPED: &str = "mistyped";

/// The kinds of questions.
const KINDS: &[(&str, MakeQuery)] = &[
    ("exact, any word", |rng, words| format!("{} ", pick(rng, words))),
    ("exact, the most frequent", |rng, words| format!("{} ", words[rng.usize(..20)])),
    ("stem", |rng, words| format!("{}ene ", pick(rng, words))),
    ("two words", |rng, words| format!("{} {} ", pick(rng, words), words[rng.usize(..200)])),
    ("beginning of 3", |rng, words| pick(rng, words).chars().take(3).collect()),
    ("beginning of 5", |rng, words| pick(rng, words).chars().take(5).collect()),
    ("phrase", |rng, words| format!("\"{} {}\"", words[rng.usize(..300)], words[rng.usize(..300)])),
    (MISTYPED, |rng, words| {
        let word = rng.usize(WORDS / 100..WORDS / 4);
        slip(rng, &words[word])
    }),
];

async fn question(p: &Platform, query: &str, mistyped: bool) -> platform::Result<Duration> {
    let (parts, open) = parse(query, &[]);
    let (wanted, only) = (Wanted::of(&parts, open), Only::default());
    let ask =
        Ask { wanted: &wanted, shelf: Shelf::Messages, since: None, until: None, after: None, only: &only, most: PAGE };
    let mut conn = p.db.read().await?;
    let started = Instant::now();
    let found = find_threads(&mut conn, &ask).await?;
    if mistyped
        && found.len() < 5
        && let Some(mended) = mend(&p.words, &mut conn, &ask).await?
    {
        find_threads(&mut conn, &Ask { wanted: &mended.wanted, ..ask }).await?;
    }
    Ok(started.elapsed())
}

async fn reference(p: &Platform, questions: usize) -> platform::Result<(f64, f64)> {
    let mut times = Vec::with_capacity(questions);
    for n in 0..questions {
        let mut conn = p.db.read().await?;
        let started = Instant::now();
        conn.one("SELECT thread FROM search_doc WHERE subject = $1", vals![format!("msg_{n}")]).await?;
        times.push(started.elapsed());
    }
    Ok(percentiles(&mut times))
}

/// Half and 95 of a hundred, in milliseconds.
fn percentiles(times: &mut [Duration]) -> (f64, f64) {
    times.sort_unstable();
    let at = |share: usize| times.get((times.len() * share / 100).min(times.len().saturating_sub(1)));
    let ms = |share| at(share).map_or(0.0, |time| time.as_secs_f64() * 1e3);
    (ms(50), ms(95))
}

/// Words that can be spoken, each once.
fn vocabulary(rng: &mut Rng) -> Vec<String> {
    const PARTS: [&str; 24] = [
        "ka", "re", "to", "mi", "lu", "sen", "bar", "vik", "dor", "fal", "ni", "sko", "tre", "ga", "pel", "um", "ost",
        "rin", "hav", "jo", "en", "dal", "sti", "mar",
    ];
    let mut all = std::collections::HashSet::new();
    let mut words = Vec::with_capacity(WORDS);
    while words.len() < WORDS {
        let word: String = (0..rng.usize(2..6)).map(|_| PARTS[rng.usize(..PARTS.len())]).collect();
        if all.insert(word.clone()) {
            words.push(word);
        }
    }
    words
}

/// Frequent words often, rare ones seldom: by Zipf's rule, about.
fn pick<'w>(rng: &mut Rng, words: &'w [String]) -> &'w str {
    let place = (words.len() as f64).powf(rng.f64());
    &words[(place as usize).min(words.len() - 1)]
}

fn slip(rng: &mut Rng, word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let place = rng.usize(1..letters.len());
    letters[place] = if letters[place] == 'q' { 'x' } else { 'q' };
    letters.into_iter().chain([' ']).collect()
}

fn message(rng: &mut Rng, words: &[String], n: u64) -> Document {
    const ENDINGS: [&str; 4] = ["", "en", "ene", "er"];
    let text: Vec<String> = (0..rng.usize(8..53))
        .map(|_| format!("{}{}", pick(rng, words), if rng.u8(..4) == 0 { ENDINGS[rng.usize(..4)] } else { "" }))
        .collect();
    let minutes = i64::try_from(n / 3).unwrap_or(0);
    let at = clock::from_micros(clock::to_micros(a_wednesday() + SignedDuration::from_mins(minutes)));
    Document {
        shelf: Shelf::Messages,
        subject: format!("msg_{n}"),
        thread: format!("cnv_{}", n / 3),
        at,
        language: Some(Language::ALL[rng.usize(..5)]),
        text: text.join(" "),
        marks: vec![
            ("from", format!("{} {}@post.example", pick(rng, words), pick(rng, words))),
            ("kind", "inbound".into()),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_bench_runs_through_on_every_engine() {
        on_both_engines(platform::schema::MIGRATIONS, |test| async move {
            measure(&test, 50, 2).await.expect("measured");
        });
    }

    #[test]
    fn percentiles_are_of_what_was_measured() {
        let mut times: Vec<Duration> = (1..=100).rev().map(Duration::from_millis).collect();
        assert_eq!(percentiles(&mut times), (51.0, 96.0));
        assert_eq!(percentiles(&mut []), (0.0, 0.0));
    }
}
