//! What a reader's eyes need: their language, their zone and the time it is. Every piece of markup
//! that shows a time or a word takes one.

use base::{Action, Instant, allowed, clock};
use jiff::tz::TimeZone;
use maud::{Markup, html};
use people::StaffId;
use people::staff::Who;
use platform::Platform;
use platform::i18n::Say;

use super::pass::Passes;
use crate::settings::StateName;

/// Language, zone and business time of one reader.
#[derive(Clone, Copy)]
pub(super) struct Lens<'a> {
    /// Speaks to them.
    pub say: &'a Say,
    /// Where they are.
    pub zone: &'a TimeZone,
    /// Business time.
    pub now: Instant,
    /// Whether they work on conversations, or only read them and write notes.
    pub works: bool,
    /// Who they are, where it matters.
    pub me: Option<&'a StaffId>,
    /// Whether they answer for privacy.
    pub privacy: bool,
    /// Whether they delete conversations.
    pub deletes: bool,
    /// Whether they lead: what is refused to others may be left to them.
    pub leads: bool,
    /// Whether there is a community, where a conversation can become a question for everybody.
    pub community: bool,
    /// What the business calls the states.
    pub names: &'a [StateName],
    /// Opens pictures and originals to them; without it there are none to see.
    pub passes: Option<Passes<'a>>,
}

impl<'a> Lens<'a> {
    /// The lens of the one who asks.
    pub fn of(p: &'a Platform, who: &'a Who, names: &'a [StateName]) -> Self {
        let works = allowed(&who.actor(), Action::WorkConversations).is_ok();
        let privacy = allowed(&who.actor(), Action::ManagePrivacy).is_ok();
        let deletes = allowed(&who.actor(), Action::DeleteConversations).is_ok();
        let leads = allowed(&who.actor(), Action::ManageSettings).is_ok();
        let (say, zone, now, passes) = (&who.say, &who.zone, p.clock.business(), Some(Passes::of(p, who)));
        let me = Some(&who.staff.id);
        Self { say, zone, now, works, me, privacy, deletes, leads, community: false, names, passes }
    }

    /// A message without arguments.
    pub fn text(&self, id: &str) -> String {
        self.say.text(id)
    }

    /// A time as people say it, with the whole date on hover and for machines.
    pub fn time(&self, at: Instant) -> Markup {
        html! {
            time datetime=(at) title=(self.say.full(at, self.zone)) { (self.say.day_time(at, self.now, self.zone)) }
        }
    }

    /// A [`Lens::time`] in small, quiet letters.
    pub fn quiet_time(&self, at: Instant) -> Markup {
        html! {
            time.xs.quiet datetime=(at) title=(self.say.full(at, self.zone)) {
                (self.say.day_time(at, self.now, self.zone))
            }
        }
    }

    /// What a countdown says at this moment; scripts go on from it with the same words.
    pub fn countdown(&self, due: Instant) -> String {
        const MINUTE: i64 = 60_000_000;
        let left = clock::to_micros(due).saturating_sub(clock::to_micros(self.now));
        let minutes = left.saturating_abs() / MINUTE;
        let (hours, days) = (minutes / 60, minutes / 1440);
        let (id, n) = match (left < 0, minutes) {
            (true, 0..60) => ("countdown-late-minutes", minutes.max(1)),
            (true, 60..2880) => ("countdown-late-hours", hours),
            (true, _) => ("countdown-late-days", days),
            (false, 0..2) => ("countdown-seconds", left / 1_000_000),
            (false, 2..60) => ("countdown-minutes", minutes),
            (false, 60..2880) => ("countdown-hours", hours),
            (false, _) => ("countdown-days", days),
        };
        self.say.with(id, platform::args![n = n.to_string()])
    }
}

#[cfg(test)]
mod tests {
    use base::Language;
    use jiff::SignedDuration;

    use super::*;
    use crate::http::testing::{lens, now, say};

    #[test]
    fn countdowns_round_down_and_late_is_never_nothing() {
        let say = say(Language::En);
        let lens = lens(&say);
        let table = [
            (-1, "1 min late"),
            (-59, "1 min late"),
            (-8 * 60, "8 min late"),
            (-3600, "1 h late"),
            (-48 * 3600, "2 d late"),
            (0, "0 s"),
            (119, "119 s"),
            (120, "2 min"),
            (3599, "59 min"),
            (5 * 3600, "5 h"),
            (47 * 3600, "47 h"),
            (48 * 3600, "2 d"),
        ];
        for (seconds, expected) in table {
            assert_eq!(lens.countdown(now() + SignedDuration::from_secs(seconds)), expected, "{seconds}");
        }
        assert_eq!(
            lens.countdown(Instant::MIN),
            format!("{} d late", (now().as_second() - Instant::MIN.as_second()) / 86400)
        );
    }

    #[test]
    fn a_time_always_has_its_date() {
        let say = say(Language::Nb);
        let lens = lens(&say);
        let out = lens.time(now() - SignedDuration::from_hours(2)).into_string();
        assert!(
            out.contains("datetime=\"2026-11-18T10:00:00Z\"") && out.contains("title=\"onsdag 18. november 2026"),
            "{out}"
        );
    }
}
