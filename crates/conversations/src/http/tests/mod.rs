//! The texts are whole in five languages, and the handlers do what their pages promise.

mod checklists;
mod contacting;
mod customers;
mod deleting;
mod departments;
mod ending;
mod following;
mod forwarded;
mod going_out;
mod journeys;
mod knowing;
mod linking;
mod macro_pictures;
mod macros;
mod needing;
mod pictures;
mod presence;
mod promising;
mod recurring;
mod redacting;
mod renaming;
mod roles;
mod service;
mod several;
mod sharing;
mod sides;
mod snoozing;
mod spending;
mod tagging;
mod toning;
mod turns;
mod undoing;
mod views;
mod welcome;

#[test]
fn every_text_exists_in_five_languages_with_the_same_arguments() {
    let problems = platform::i18n::check(&super::LOCALES);
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
