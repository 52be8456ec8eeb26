//! Waits for something to become true, never for time to pass.

use std::fmt::Display;
use std::time::{Duration, Instant};

use super::Outcome;

/// How long anything may take; generous, since it is spent only by tests that fail.
pub const PATIENCE: Duration = Duration::from_secs(20);

const PAUSE_MIN: Duration = Duration::from_millis(10);
const PAUSE_MAX: Duration = Duration::from_millis(150);

/// Asks again and again until the answer is there; `what` says in the failure what was waited for.
pub async fn wait_until<T>(what: impl Display, mut ask: impl AsyncFnMut() -> Outcome<Option<T>>) -> Outcome<T> {
    let deadline = Instant::now() + PATIENCE;
    let mut pause = PAUSE_MIN;
    loop {
        if let Some(answer) = ask().await? {
            return Ok(answer);
        }
        if Instant::now() > deadline {
            return Err(format!("waited {PATIENCE:?} for {what}").into());
        }
        tokio::time::sleep(pause).await;
        pause = (pause * 2).min(PAUSE_MAX);
    }
}

#[tokio::test]
async fn waiting_ends_with_the_answer_or_the_first_error() {
    let mut left = 3;
    let answer = wait_until("three tries", async || {
        left -= 1;
        Ok((left == 0).then_some("there"))
    });
    assert_eq!(answer.await.expect("it comes"), "there");
    let error =
        wait_until("nothing", async || Err::<Option<()>, _>("broken".into())).await.expect_err("it fails at once");
    assert_eq!(error.to_string(), "broken");
}
