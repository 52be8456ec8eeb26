//! Lets the life go on beside the newcomer, and moves business time when the bar asks for it.
//!
//! Moved time is lived, not skipped: what happens in between happens at its own moment.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use base::Instant;
use conversations::commands::CLOCK_LANE;
use platform::jobs;
use platform::system_clock::DemoClock;
use platform::{Fault, Result};
use tokio::sync::{mpsc, oneshot, watch};

use super::desk::{perform, play, see};
use super::driver::{Driver, Way};
use super::life::Life;
use super::times::plus_minutes;

/// What the bar can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Time stands still.
    Pause,
    /// Time goes on.
    Run,
    /// An hour later.
    Hour,
    /// A day later.
    Day,
    /// When the next deadline runs out.
    Next,
}

/// An order, and whom to tell when it is done.
pub type Request = (Order, oneshot::Sender<()>);

/// How often the life looks at the clock.
const STEP: Duration = Duration::from_millis(400);

/// Plays everybody but the newcomer.
pub struct Director {
    driver: Driver,
    life: Life,
    clock: Arc<DemoClock>,
    orders: mpsc::Receiver<Request>,
}

impl Director {
    /// Takes over from the past; mails go to the LMTP `door` from now on. Also answers where to send
    /// orders.
    #[must_use]
    pub fn new(driver: Driver, life: Life, clock: Arc<DemoClock>, door: SocketAddr) -> (Self, mpsc::Sender<Request>) {
        let (sender, orders) = mpsc::channel(8);
        let driver = driver.among_people(Way::Lived { door });
        (Self { driver, life, clock, orders }, sender)
    }

    /// Lives until `stop` becomes true.
    ///
    /// # Errors
    /// Never: what goes wrong is logged, and life goes on.
    pub async fn run(mut self, mut stop: watch::Receiver<bool>) -> Result<()> {
        self.clock.pause(false);
        while !*stop.borrow() {
            tokio::select! {
                _ = stop.changed() => {}
                Some((order, done)) = self.orders.recv() => {
                    self.obey(order).await.unwrap_or_else(|fault| told(&fault));
                    // Whoever asked may have gone; the order is carried out all the same.
                    let _ = done.send(());
                }
                () = tokio::time::sleep(STEP) => self.live().await,
            }
        }
        Ok(())
    }

    /// What is due by now.
    async fn live(&mut self) {
        let now = self.now();
        see(&mut self.driver, &mut self.life, now).await.unwrap_or_else(|fault| told(&fault));
        if let Err(fault) = play(&mut self.driver, &mut self.life, now).await {
            told(&fault);
        }
    }

    fn now(&self) -> Instant {
        self.driver.platform().clock.business()
    }

    async fn obey(&mut self, order: Order) -> Result<()> {
        match order {
            Order::Pause => self.clock.pause(true),
            Order::Run => self.clock.pause(false),
            Order::Hour => self.jump(plus_minutes(self.now(), 60)).await,
            Order::Day => self.jump(plus_minutes(self.now(), 24 * 60)).await,
            Order::Next => {
                let next = jobs::next_due(&mut self.driver.platform().db.read().await?, CLOCK_LANE).await?;
                if let Some(next) = next {
                    self.jump(next.max(self.now())).await;
                }
            }
        }
        let p = self.driver.platform();
        p.wake.ring();
        p.live.tell("inbox");
        p.live.tell("clock");
        Ok(())
    }

    /// Lives through the time up to `to` with every act at its own moment.
    async fn jump(&mut self, to: Instant) {
        let paused = self.clock.paused();
        self.clock.pause(true);
        while let Some(timed) = self.life.next(to) {
            self.driver.go_to(timed.at).await.unwrap_or_else(|fault| told(&fault));
            perform(&mut self.driver, &mut self.life, timed).await.unwrap_or_else(|fault| told(&fault));
        }
        self.driver.go_to(to).await.unwrap_or_else(|fault| told(&fault));
        self.clock.pause(paused);
    }
}

fn told(fault: &Fault) {
    tracing::warn!(error = %fault.chain(), "the demo could not go on as planned");
}
