//! What we sent, seen from outside: customers answer it, so they must know its Message-ID and
//! reply address. Fed by whoever reads the outgoing mail; knows no desk.

use std::collections::BTreeMap;

use base::Instant;

use super::PlotId;
use super::letter::Letter;

/// One of our mails as it left the house. Message ids are without angle brackets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OurMail {
    /// The name in From.
    pub from_name: String,
    /// The address in From.
    pub from_address: String,
    /// The one it went to.
    pub to: String,
    /// Message-ID.
    pub message_id: String,
    /// Reply-To, or From where there is none.
    pub reply_to: String,
    /// Subject.
    pub subject: String,
    /// The text part.
    pub text: String,
    /// References and In-Reply-To, oldest first.
    pub references: Vec<String>,
    /// Date, or when it was seen.
    pub at: Instant,
}

/// Which mail belongs to which plot.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    plots: BTreeMap<String, PlotId>,
    ours: BTreeMap<PlotId, Vec<OurMail>>,
}

impl Ledger {
    /// A letter is on its way to us.
    pub fn posted(&mut self, letter: &Letter) {
        self.plots.insert(letter.message_id.clone(), letter.plot);
    }

    /// One of our mails was seen. Answers its plot and which of our mails it is there, from 0;
    /// `None` when it belongs to no plot or was seen before.
    pub fn saw(&mut self, mail: OurMail) -> Option<(PlotId, usize)> {
        if self.plots.contains_key(&mail.message_id) {
            return None;
        }
        let plot = mail.references.iter().rev().find_map(|id| self.plots.get(id).copied())?;
        self.plots.insert(mail.message_id.clone(), plot);
        let ours = self.ours.entry(plot).or_default();
        ours.push(mail);
        Some((plot, ours.len() - 1))
    }

    /// Our `n`-th mail in a plot.
    #[must_use]
    pub fn ours(&self, plot: PlotId, n: usize) -> Option<&OurMail> {
        self.ours.get(&plot)?.get(n)
    }

    /// How many of our mails a plot has seen.
    #[cfg(test)]
    #[must_use]
    pub fn count(&self, plot: PlotId) -> usize {
        self.ours.get(&plot).map_or(0, Vec::len)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mail(id: &str, answers: &str) -> OurMail {
        OurMail { message_id: id.to_owned(), references: vec![answers.to_owned()], ..OurMail::default() }
    }

    #[test]
    fn our_mails_are_counted_in_the_plot_they_answer_and_only_once() {
        let mut ledger = Ledger::default();
        ledger.plots.insert("first@post.example".to_owned(), PlotId(4));
        assert_eq!(ledger.saw(mail("a@us", "first@post.example")), Some((PlotId(4), 0)));
        assert_eq!(ledger.saw(mail("b@us", "a@us")), Some((PlotId(4), 1)));
        assert_eq!(ledger.saw(mail("b@us", "a@us")), None);
        assert_eq!(ledger.saw(mail("c@us", "stranger@else.example")), None);
        assert_eq!(ledger.count(PlotId(4)), 2);
        assert_eq!(ledger.ours(PlotId(4), 1).map(|one| one.message_id.as_str()), Some("b@us"));
    }
}
