//! A plot as it unfolds: turns a story into timed acts, one after the other.

use base::Instant;
use fastrand::Rng;

use super::cast::Colleague;
use super::letter::Link;
use super::story::Story;
use super::{Act, After, Timed, times};

/// A plot under way.
pub struct Arc<'a> {
    /// Its texts.
    pub story: Story<'a>,
    /// Chance for the moments.
    pub rng: Rng,
    /// What has happened so far, in order.
    pub acts: Vec<Timed>,
    owner: &'static Colleague,
    /// When the last act was.
    pub at: Instant,
    own: Option<String>,
    replies: usize,
}

impl<'a> Arc<'a> {
    /// Begins: the customer writes at `opened`.
    #[must_use]
    pub fn open(mut story: Story<'a>, owner: &'static Colleague, opened: Instant, rng: Rng) -> Self {
        let first = story.asks(0, Link::Nothing, opened);
        let mut arc = Self { story, rng, acts: Vec::new(), owner, at: opened, own: None, replies: 0 };
        if let Some(letter) = first {
            arc.own = Some(letter.message_id.clone());
            arc.push(opened, Act::MailIn(Box::new(letter)));
        }
        arc
    }

    fn push(&mut self, at: Instant, act: Act) {
        self.at = at.max(self.at);
        self.acts.push(Timed { at: self.at, plot: self.story.id, act });
    }

    fn link(&self) -> Link {
        match (self.replies, &self.own) {
            (0, Some(own)) => Link::Own(own.clone()),
            (0, None) => Link::Nothing,
            (replies, _) => Link::Ours(replies - 1),
        }
    }

    /// The customer takes the `n`-th turn of the plot.
    pub fn ask(&mut self, n: usize, at: Instant) {
        let link = self.link();
        if let Some(letter) = self.story.asks(n, link, at.max(self.at)) {
            self.push(at, Act::MailIn(Box::new(letter)));
        }
    }

    /// The customer writes a phrase of that list.
    pub fn say(&mut self, list: &str, at: Instant) {
        let letter = self.story.says(list, self.link(), at.max(self.at));
        self.push(at, Act::MailIn(Box::new(letter)));
    }

    /// The owner takes it, or gets it from a colleague.
    pub fn assign(&mut self, at: Instant) {
        let to = self.owner.key;
        let who = if self.rng.u8(0..5) == 0 { "mette" } else { to };
        self.push(at, Act::Assign { who, to });
        // Most matters are sorted; some are not worth a word.
        if let Some(words) = self.story.words() {
            self.push(at, Act::Tag { who, words });
        }
    }

    /// The owner gives the `n`-th answer of the plot.
    pub fn answer(&mut self, n: usize, then: After, at: Instant) {
        if let Some((text, files)) = self.story.answers(n) {
            self.replies += 1;
            self.push(at, Act::Reply { who: self.owner.key, text, files, then });
        }
    }

    /// The owner writes that they are at it.
    pub fn hold(&mut self, at: Instant) {
        let text = self.story.holds();
        self.replies += 1;
        self.push(at, Act::Reply { who: self.owner.key, text, files: Vec::new(), then: After::Stay });
    }

    /// A colleague leaves the plot's note, when it has one.
    pub fn note(&mut self, at: Instant) {
        if let Some(text) = self.story.note() {
            let who = if self.rng.bool() { self.owner.key } else { "petra" };
            self.push(at, Act::Note { who, text: text.to_owned() });
        }
    }

    /// The owner closes it without writing.
    pub fn close(&mut self, reason: &str, at: Instant) {
        self.push(at, Act::Close { who: self.owner.key, reason: reason.to_owned() });
    }

    /// The owner sets it to wait for somebody else, without writing.
    pub fn wait(&mut self, at: Instant) {
        self.push(at, Act::Wait { who: self.owner.key });
    }

    /// The owner opens it again.
    pub fn reopen(&mut self, at: Instant) {
        self.push(at, Act::Reopen { who: self.owner.key });
    }

    /// After so many minutes of duty.
    pub fn on_duty(&mut self, minutes: std::ops::Range<i64>) -> Instant {
        let minutes = self.rng.i64(minutes);
        seconds(times::on_duty(self.at, minutes), &mut self.rng)
    }

    /// After so many minutes, when the customer is awake.
    pub fn awake(&mut self, minutes: std::ops::Range<i64>) -> Instant {
        let minutes = self.rng.i64(minutes);
        seconds(times::awake(times::plus_minutes(self.at, minutes), self.story.customer.language), &mut self.rng)
    }

    /// When a first reply is due in the ordinary run: mostly within hours, never after 24.
    pub fn promptly(&mut self) -> Instant {
        let opened = self.at;
        let minutes = match self.rng.u8(0..20) {
            0..7 => 10..60,
            7..16 => 60..240,
            _ => 240..500,
        };
        let at = self.on_duty(minutes);
        if times::minutes_between(opened, at) < 23 * 60 { at } else { self.on_duty(2..25) }
    }
}

/// The same minute at some second, so that not everything happens on the stroke.
fn seconds(at: Instant, rng: &mut Rng) -> Instant {
    at.checked_add(jiff::SignedDuration::from_secs(rng.i64(0..59))).unwrap_or(at)
}
