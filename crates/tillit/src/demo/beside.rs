//! What happens beside the mails: articles are written and read, customers talk to each other. Each at its own moment,
//! between the acts of the life.

use std::collections::VecDeque;

use base::Instant;
use platform::Result;

use super::desk::play;
use super::driver::Driver;
use super::life::Life;
use super::{articles, community};

enum Act {
    Article(articles::Act),
    Community(community::Act),
}

/// All of it, as far as it has not happened yet.
pub struct Beside {
    shelf: articles::Shelf,
    square: community::Square,
    queue: VecDeque<(Instant, Act)>,
}

impl Beside {
    /// Everything is still to come.
    ///
    /// # Errors
    /// When something that is planned cannot be read.
    pub fn new() -> Result<Self> {
        let (shelf, square) = (articles::Shelf::new()?, community::Square::new()?);
        let mut all: Vec<(Instant, Act)> = Vec::new();
        all.extend(shelf.acts()?.into_iter().map(|(at, act)| (at, Act::Article(act))));
        all.extend(square.acts()?.into_iter().map(|(at, act)| (at, Act::Community(act))));
        // Stable: what happens at one moment stays in the order in which it is told.
        all.sort_by_key(|(at, _)| *at);
        Ok(Self { shelf, square, queue: all.into() })
    }

    /// Lives until then: the mails, and this between them.
    ///
    /// # Errors
    /// When an act was refused.
    pub async fn live(&mut self, driver: &mut Driver, life: &mut Life, until: Instant) -> Result<()> {
        while let Some((at, act)) = self.queue.pop_front_if(|(at, _)| *at <= until) {
            play(driver, life, at).await?;
            match act {
                Act::Article(act) => self.shelf.perform(driver, act).await?,
                Act::Community(act) => self.square.perform(driver, act).await?,
            }
        }
        play(driver, life, until).await.map(drop)
    }
}
