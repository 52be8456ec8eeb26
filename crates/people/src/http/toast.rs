//! A word that something out of sight was done: named in the address, shown once the page is there.

use maud::{Markup, html};
use platform::i18n::Say;
use platform::web::assets::icon;
use serde::Deserialize;

/// `?done=…` of pages that forms lead back to.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub struct Query {
    done: Option<Done>,
}

/// What was done.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Done {
    Saved,
    Password,
    Ended,
    Invited,
    Revoked,
    #[serde(rename = "second_off")]
    SecondOff,
}

impl Query {
    pub(super) fn toast(self, say: &Say) -> Option<Markup> {
        let text = match self.done? {
            Done::Saved => say.text("profile-saved"),
            Done::Password => say.text("profile-password-saved"),
            Done::Ended => say.text("profile-sessions-ended"),
            Done::Invited => say.text("colleagues-done-invited"),
            Done::Revoked => say.text("tokens-revoked"),
            Done::SecondOff => say.text("second-turned-off"),
        };
        Some(html! {
            t-toast.toast #done data-tone="ok" {
                (icon("check"))
                span { (text) }
                button.btn.small.icon type="button" data-dismiss aria-label=(say.text("word-close")) { (icon("x")) }
            }
        })
    }
}
