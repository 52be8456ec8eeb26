//! As whom one writes: the mailboxes of the business, and what stands under what one writes. Which there are
//! knows the channel that has them, and hands in [`Voices`].

use std::sync::Arc;

use maud::{Markup, html};
use people::DepartmentId;
use people::staff::Who;
use platform::web::desk::Later;
use platform::{Conn, Result};

use super::super::lens::Lens;
use crate::settings::Business;

/// One way to speak for the business.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Voice {
    /// The mailbox, by the channel's name for it; none is the business itself.
    pub mailbox: Option<String>,
    /// The department whose mail it brings.
    pub department: Option<DepartmentId>,
    /// What colleagues call it; may be empty.
    pub name: String,
    /// The address that it writes from.
    pub address: String,
    /// What stands behind the writer's name; may be empty.
    pub sender: String,
    /// What stands under what one writes; may be empty.
    pub signature: String,
}

impl Voice {
    fn of(business: &Business) -> Self {
        Self {
            sender: business.name.clone(),
            address: business.address.clone(),
            signature: business.signature.clone(),
            ..Self::default()
        }
    }

    /// What stands under what this colleague writes: the same lines that the mail will have.
    pub(super) fn under(&self, writer: &str) -> String {
        let lines = [writer, &self.sender, &self.signature];
        lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    }
}

/// Knows the ways to speak for the business.
pub trait Voices: Send + Sync {
    /// All of them, the usual one first.
    fn all<'a>(&'a self, conn: &'a mut Conn) -> Later<'a, Vec<Voice>>;
}

/// The channel that has the mailboxes, as an extension of the request.
#[derive(Clone)]
pub struct Speaking(pub Arc<dyn Voices>);

/// All voices, the usual one first. Never none: the business can always speak for itself.
pub(super) async fn voices(who: &Who, conn: &mut Conn, business: &Business) -> Result<Vec<Voice>> {
    let given = match who.given::<Speaking>() {
        Some(Speaking(voices)) => voices.all(conn).await?,
        None => Vec::new(),
    };
    Ok(if given.is_empty() { vec![Voice::of(business)] } else { given })
}

/// The voice of a mailbox, else the usual one.
pub(super) fn of<'a>(voices: &'a [Voice], mailbox: Option<&str>) -> Option<&'a Voice> {
    let named = voices.iter().find(|voice| mailbox.is_some() && voice.mailbox.as_deref() == mailbox);
    named.or_else(|| voices.first())
}

/// What stands under what one writes, as the recipient will see it.
pub(super) fn signature(lens: Lens<'_>, text: &str) -> Markup {
    html! {
        @if !text.is_empty() {
            p.signature.xs.quiet {
                span.vh { (lens.text("composer-signature")) ": " }
                @for (at, line) in text.lines().enumerate() { @if at > 0 { br; } (line) }
            }
        }
    }
}

/// The choice among several voices, each with what will stand under the text; with one alone just that.
pub(super) fn choice(lens: Lens<'_>, voices: &[Voice], chosen: Option<&Voice>, writer: &str) -> Markup {
    if voices.len() < 2 {
        return html! { @if let Some(voice) = chosen { (signature(lens, &voice.under(writer))) } };
    }
    html! {
        fieldset.field.voices {
            legend { (lens.text("begin-from")) }
            div.col.g-4 {
                @for voice in voices {
                    label.check {
                        input.dot type="radio" name="from" value=(voice.mailbox.as_deref().unwrap_or_default())
                            checked[Some(voice) == chosen];
                        span {
                            @if voice.name.is_empty() { (voice.address) }
                            @else { (voice.name) " " span.quiet { (voice.address) } }
                            (signature(lens, &voice.under(writer)))
                        }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use base::Language;

    use super::*;
    use crate::http::testing::{NASTY, lens, say};

    fn voice(mailbox: Option<&str>, address: &str, signature: &str) -> Voice {
        let (mailbox, sender) = (mailbox.map(Into::into), "Brekkesund".into());
        Voice { mailbox, address: address.into(), sender, signature: signature.into(), ..Voice::default() }
    }

    #[test]
    fn a_conversation_is_answered_as_its_mailbox_and_else_as_usual() {
        let voices = [voice(Some("m1"), "a@x.example", ""), voice(Some("m2"), "b@x.example", "")];
        let address = |mailbox| of(&voices, mailbox).map(|voice| voice.address.as_str());
        assert_eq!(address(Some("m2")), Some("b@x.example"));
        assert_eq!((address(Some("gone")), address(None)), (Some("a@x.example"), Some("a@x.example")));
        assert_eq!(of(&[voice(None, "", "")], None).map(|voice| voice.under("")), Some("Brekkesund".into()));
    }

    #[test]
    fn one_chooses_only_among_several_and_sees_what_will_stand_under_the_text() {
        let say = say(Language::En);
        let (one, two) = (voice(Some("m1"), "a@x.example", "Tel 1"), voice(Some("m2"), "b@x.example", NASTY));
        let alone = choice(lens(&say), std::slice::from_ref(&one), Some(&one), "Ingrid").into_string();
        assert!(alone.contains("Ingrid<br>Brekkesund<br>Tel 1") && !alone.contains("radio"), "{alone}");
        let all = [one, two];
        let several = choice(lens(&say), &all, all.last(), "Ingrid").into_string();
        assert!(several.contains("value=\"m2\" checked") && several.contains("a@x.example"), "{several}");
        assert!(several.contains("Tel 1") && !several.contains("<img src=x"), "{several}");
    }
}
