//! Weeks of business, made up from a seed: customers write, colleagues work, servers refuse, the server of the business
//! dies and is begun anew, the clock goes on over nights, weekends and the change to summer time. Beside it runs a model
//! that knows what must be true, and after every step the two are compared.
//!
//! The same seed is the same life, so what goes wrong can be seen again: the failure says how. `cargo xtask simulate` runs
//! many; `docs/reliability.md` says what is and what is not tried.
//!
//! [`sim`] holds both sides, [`mailing`] and [`working`] are the acts, [`model`] and [`desk`] what must be true, [`judge`] the
//! comparison, [`life`] and [`fate`] the server and its deaths, [`peers`] everybody outside.

mod desk;
mod fate;
mod hours;
mod judge;
mod life;
mod mailing;
mod mails;
mod model;
mod peers;
mod sim;
mod working;

use std::panic::{AssertUnwindSafe, catch_unwind};

use platform::Db;
use platform::testing::with_database;

use crate::one_core::OneCore;
use sim::Sim;

/// How long a life is. Those of every change are short, but for every tenth; the others are for whoever has the time.
fn steps(seed: u64) -> usize {
    let steps = match (seed <= 50, seed.is_multiple_of(10)) {
        (true, false) => 16,
        (true, true) => 100,
        (false, false) => 45,
        (false, true) => 220,
    };
    number("TILLIT_STEPS").and_then(|steps| usize::try_from(steps).ok()).unwrap_or(steps)
}

/// Lives one life; panics with the seed, the step and the last acts when something is not as it must be.
fn live(seed: u64, database: Option<String>) -> Sim {
    let mut sim = Sim::found(seed, database);
    go(&mut sim, steps(seed));
    sim.judge_the_end();
    sim
}

fn go(sim: &mut Sim, steps: usize) {
    let mut day = sim.day();
    for step in 1..=steps {
        sim.step = step;
        one_step(sim);
        sim.settle();
        sim.house.fate.arm(0);
        sim.judge();
        if sim.day() != day {
            day = sim.day();
            sim.judge_dearly();
        }
    }
}

fn one_step(sim: &mut Sim) {
    if sim.chance(8) {
        let looks = sim.rng.i64(1..40);
        sim.tell(format!("    (the server dies at its look number {looks}, if it comes so far)"));
        sim.house.fate.arm(looks);
    }
    match sim.rng.u32(..100) {
        0..=33 => {
            // Several may come before the first is understood.
            for _ in 0..if sim.chance(20) { 3 } else { 1 } {
                sim.mail();
            }
        }
        34..=71 => sim.work(),
        72..=92 => {
            sim.house.fate.arm(0);
            let (while_, at_once) = (sim.a_while(), sim.chance(10));
            sim.tell(format!("{} minutes go by; at once: {at_once}", while_ / hours::MINUTE));
            sim.go_on(while_, at_once);
        }
        93..=96 => sim.moods(),
        _ => {
            sim.tell("the server is begun anew".to_owned());
            sim.restart();
        }
    }
}

/// Runs seeds one after the other, every twelfth on PostgreSQL where there is one.
fn seeds(all: impl Iterator<Item = u64>) {
    let _core = OneCore::keep();
    let server = std::env::var("TILLIT_TEST_POSTGRES").ok();
    for seed in all {
        let name = format!("sim_{}_{seed}", std::process::id());
        let database = server.as_ref().filter(|_| seed % 12 == 5);
        if let Some(server) = database {
            by_hand(server, &format!("CREATE DATABASE {name}"));
        }
        let began = std::time::Instant::now();
        let sim = live(seed, database.map(|server| with_database(server, &name)));
        println!(
            "simulated {{\"seed\":{seed},\"engine\":\"{:?}\",\"steps\":{},\"mails\":{},\"replies\":{},\"deaths\":{},\"ms\":{}}}",
            sim.engine(),
            sim.step,
            sim.model.mails.len(),
            sim.model.replies.len(),
            sim.deaths,
            began.elapsed().as_millis()
        );
        drop(sim);
        if let Some(server) = database {
            by_hand(server, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
        }
    }
}

fn by_hand(server: &str, sql: &str) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let db = Db::postgres(server).await.expect("PostgreSQL answers");
        db.outside_transaction(sql).await.expect("done");
    });
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|value| value.parse().unwrap_or_else(|_| panic!("{name}: a number, not {value}")))
}

/// The fifty of every change, in five parts that run beside each other.
macro_rules! parts {
    ($($name:ident: $from:expr;)*) => {
        $(#[test]
        fn $name() {
            // Whoever names seeds wants those alone.
            if number("TILLIT_SEED").is_none() {
                seeds($from..$from + 10);
            }
        })*
    };
}

parts! {
    seeds_1_to_10: 1;
    seeds_11_to_20: 11;
    seeds_21_to_30: 21;
    seeds_31_to_40: 31;
    seeds_41_to_50: 41;
}

/// `TILLIT_SEED` and the `TILLIT_SEEDS` - 1 behind it; nothing without.
#[test]
fn one_seed() {
    if let Some(first) = number("TILLIT_SEED") {
        seeds(first..first.saturating_add(number("TILLIT_SEEDS").unwrap_or(1)));
    }
}

/// What must not be is seen: each of these is done to a business by hand, and taken back.
#[test]
fn the_judge_sees_what_is_wrong() {
    let _core = OneCore::keep();
    let mut sim = Sim::found(3, None);
    go(&mut sim, 16);
    let by_hand = |sim: &Sim, sql: &str| {
        let sql = sql.to_owned();
        sim.ask(|hands| async move {
            let mut tx = hands.p.begin().await?;
            let changed = tx.run(&sql, Vec::new()).await?;
            tx.commit().await?;
            Ok(changed)
        })
    };
    let mut seen = 0;
    for (wrong, right) in [
        (
            "UPDATE conversation SET first_due = first_due + 1 WHERE first_due IS NOT NULL AND deleted_at IS NULL",
            "UPDATE conversation SET first_due = first_due - 1 WHERE first_due IS NOT NULL AND deleted_at IS NULL",
        ),
        (
            "UPDATE conversation SET customer_spoke_last = 1 - customer_spoke_last WHERE deleted_at IS NULL",
            "UPDATE conversation SET customer_spoke_last = 1 - customer_spoke_last WHERE deleted_at IS NULL",
        ),
        (
            "UPDATE message SET body = '#' || replace(body, 'q', '_') WHERE kind = 'inbound'",
            "UPDATE message SET body = replace(substr(body, 2), '_', 'q') WHERE kind = 'inbound'",
        ),
        (
            "UPDATE inbound SET message = 'x' || message WHERE message IS NOT NULL",
            "UPDATE inbound SET message = substr(message, 2) WHERE message IS NOT NULL",
        ),
        ("UPDATE tally SET n = n + 1", "UPDATE tally SET n = n - 1"),
        ("UPDATE event_cursor SET seq = seq - 1", "UPDATE event_cursor SET seq = seq + 1"),
        ("UPDATE search_doc SET subject = 'x' || subject", "UPDATE search_doc SET subject = substr(subject, 2)"),
    ] {
        if by_hand(&sim, wrong) == 0 {
            continue;
        }
        let judged = catch_unwind(AssertUnwindSafe(|| {
            sim.judge();
            sim.judge_dearly();
        }));
        assert!(judged.is_err(), "nobody saw this: {wrong}");
        seen += 1;
        by_hand(&sim, right);
        sim.judge();
        sim.judge_dearly();
    }
    assert!(seen >= 5, "{seen} of them could be tried");
}
