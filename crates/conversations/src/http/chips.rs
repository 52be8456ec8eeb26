//! The small signs of a conversation: time left, state, channel, language.

use base::{Instant, Language, clock};
use maud::{Markup, html};
use platform::args;
use platform::web::assets::{icon, icon_labelled};
use words::mood::Mood;

use super::conversation::snoozing;
use super::lens::Lens;
use crate::settings::StateName;
use crate::{Clocks, Conversation, State, Tag};

const MINUTE: i64 = 60_000_000;

/// Time left to the nearest deadline, counting down; nothing when nothing is due. With `who` it says itself who waits
/// when it becomes late; rows of a list leave that to their list.
pub(super) fn time_left(lens: Lens<'_>, conversation: &Conversation, who: Option<&str>) -> Markup {
    let Some(due) = conversation.clocks.due() else { return html! {} };
    let left = clock::to_micros(due).saturating_sub(clock::to_micros(lens.now));
    let span = span(&conversation.clocks, due, conversation.created_at);
    let tone = match left {
        ..0 => "bad",
        _ if left < 15 * MINUTE => "bad",
        _ if left < 60 * MINUTE => "warn",
        _ => "plain",
    };
    // Nobody sees parts of a second, and fifty times six random digits do not pack.
    let shown = Instant::from_second(due.as_second()).unwrap_or(due);
    html! {
        t-countdown.chip.sla.solid[left < 0].{ "left-" (part(left, span)) } data-tone=(tone) data-due=(clock::to_micros(shown))
            data-span=[span] data-say=[who.map(|who| lens.say.with("chip-became-late", args![who = who]))] {
            span.vh { (lens.text("chip-due")) " " }
            time datetime=(shown) title=(lens.say.full(due, lens.zone)) { (lens.countdown(due)) }
        }
    }
}

/// The whole term of the clock that is due, where its beginning is known.
fn span(clocks: &Clocks, due: Instant, created: Instant) -> Option<i64> {
    let from = if clocks.first_due == Some(due) {
        clocks.first_since.unwrap_or(created)
    } else if clocks.next_due == Some(due) {
        clocks.next_since?
    } else {
        clocks.resolve_since?
    };
    let span = clock::to_micros(due).saturating_sub(clock::to_micros(from));
    (span > 0).then_some(span)
}

/// How much is left, in steps of five, as the classes have it.
fn part(left: i64, span: Option<i64>) -> i64 {
    let Some(span) = span else { return 0 };
    let percent = i128::from(left.clamp(0, span)) * 20 / i128::from(span);
    i64::try_from(percent).unwrap_or(0) * 5
}

/// What people call the state: the business's own name for it, or ours.
pub(super) fn state_name(lens: Lens<'_>, conversation: &Conversation) -> String {
    let own = conversation.label.as_ref().and_then(|label| lens.names.iter().find(|name| name.id == *label));
    own.map_or_else(|| lens.text(state_text(conversation.state)), |own| own.name.clone())
}

/// The message that names a state.
pub(super) const fn state_text(state: State) -> &'static str {
    match state {
        State::New => "state-new",
        State::Open => "state-open",
        State::WaitingCustomer => "state-waiting-customer",
        State::WaitingOthers => "state-waiting-others",
        State::Solved => "state-solved",
        State::Closed => "state-closed",
    }
}

/// How somebody felt who wrote to us, where it tells something.
pub(super) fn mood(lens: Lens<'_>, mood: Option<Mood>) -> Markup {
    let (mood, sign, tone) = match mood {
        Some(Mood::Negative) => (Mood::Negative, "upset", "warn"),
        Some(Mood::Positive) => (Mood::Positive, "happy", "ok"),
        Some(Mood::Neutral) | None => return html! {},
    };
    html! {
        span.chip.line data-tone=(tone) title=(lens.text("mood-guess")) { (icon(sign)) (lens.text(mood_text(mood))) }
    }
}

/// The message that names a mood.
pub(super) const fn mood_text(mood: Mood) -> &'static str {
    match mood {
        Mood::Negative => "mood-negative",
        Mood::Neutral => "mood-neutral",
        Mood::Positive => "mood-positive",
    }
}

/// The icon of a state in menus.
pub(super) const fn state_icon(state: State) -> &'static str {
    match state {
        State::New | State::Open => "inbox",
        State::WaitingCustomer => "snooze",
        State::WaitingOthers => "truck",
        State::Solved | State::Closed => "check",
    }
}

/// The state as a quiet chip.
pub(super) fn state(lens: Lens<'_>, conversation: &Conversation) -> Markup {
    html! { span.chip.line data-tone="plain" { (state_name(lens, conversation)) } }
}

/// A word that colleagues put on it.
pub(super) fn tag(tag: &Tag) -> Markup {
    html! { span.chip.word data-tone=(tag.tone.code()) { (icon("tag")) span.cut { (tag.name) } } }
}

/// A [`tag`] that leads to all that bear it.
pub(super) fn tag_link(tag: &Tag) -> Markup {
    html! {
        a.chip.word href=(tag_path(&tag.name)) data-tone=(tag.tone.code()) { (icon("tag")) span.cut { (tag.name) } }
    }
}

/// The address of the list of a tag.
pub(super) fn tag_path(name: &str) -> String {
    format!("/inbox?{}", tag_query(name))
}

/// What that address says: `tag=cargo+bike`.
pub(super) fn tag_query(name: &str) -> String {
    url::form_urlencoded::Serializer::new(String::new()).append_pair("tag", name).finish()
}

/// Until when it is put away.
pub(super) fn snoozed(lens: Lens<'_>, conversation: &Conversation) -> Markup {
    html! {
        @if let Some(snooze) = conversation.snoozed {
            span.chip data-tone="plain" { (icon("snooze")) (snoozing::until(lens, snooze)) }
        }
    }
}

/// How it came.
pub(super) fn channel(lens: Lens<'_>) -> Markup {
    icon_labelled("mail", &lens.text("channel-email"), None)
}

/// The customer's language, by its code for eyes and by its name for ears.
pub(super) fn language(lens: Lens<'_>, language: Option<Language>) -> Markup {
    html! {
        @if let Some(language) = language {
            span.lang title=(language.own_name()) { span.vh { (lens.text("chip-language")) " " } (language.code()) }
        }
    }
}

/// Our own names that stand for `state`, for menus.
pub(super) fn names_of(names: &[StateName], state: State) -> impl Iterator<Item = &StateName> {
    names.iter().filter(move |name| name.state == state)
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::*;
    use crate::http::testing::{NASTY, conversation, lens, now, say};

    fn chip(left: SignedDuration) -> String {
        let say = say(Language::En);
        let lens = lens(&say);
        let mut conversation = conversation();
        conversation.clocks.first_due = now().checked_add(left).ok();
        time_left(lens, &conversation, Some(NASTY)).into_string()
    }

    #[test]
    fn the_tone_tells_how_near_it_is() {
        let tone = |minutes: i64| chip(SignedDuration::from_mins(minutes));
        assert!(tone(-1).contains("data-tone=\"bad\"") && tone(-1).contains(" solid"));
        assert!(tone(14).contains("data-tone=\"bad\"") && !tone(14).contains(" solid"));
        assert!(tone(59).contains("data-tone=\"warn\""));
        assert!(tone(60).contains("data-tone=\"plain\"") && tone(60).contains(">1 h</time>"));
        assert!(!tone(60).contains("<img"), "names are text");
    }

    #[test]
    fn the_pie_moves_in_steps_that_have_a_class() {
        assert_eq!(
            [part(-5, Some(100)), part(4, Some(100)), part(38, Some(100)), part(900, Some(100))],
            [0, 0, 35, 100]
        );
        assert_eq!(part(5, None), 0);
        assert!(chip(SignedDuration::from_mins(60)).contains("left-"));
    }

    #[test]
    fn nothing_due_shows_nothing_and_a_name_of_our_own_wins() {
        let say = say(Language::Nb);
        let names = [StateName { id: "sta_1".into(), state: State::WaitingCustomer, name: NASTY.into(), pauses: None }];
        let lens = Lens { names: &names, ..lens(&say) };
        let mut conversation = conversation();
        conversation.clocks = Clocks::default();
        assert_eq!(time_left(lens, &conversation, Some("x")).into_string(), "");
        conversation.state = State::WaitingCustomer;
        assert_eq!(state_name(lens, &conversation), "Venter på kunden");
        conversation.label = Some("sta_gone".into());
        assert_eq!(state_name(lens, &conversation), "Venter på kunden");
        conversation.label = Some("sta_1".into());
        assert_eq!(state_name(lens, &conversation), NASTY);
        assert!(!state(lens, &conversation).into_string().contains("<img"));
    }
}
