//! To whom a message went, where that is more than the customer.

use maud::{Markup, html};
use platform::args;

use super::super::lens::Lens;
use crate::{Mailbox, Message, MessageKind};

/// A line under the header: copies, hidden copies (colleagues may know), whom it was passed on to.
pub(super) fn line(lens: Lens<'_>, it: &Message) -> Markup {
    let list = |mailboxes: &[Mailbox]| mailboxes.iter().map(shown).collect::<Vec<_>>().join(", ");
    let part = |key: &str, mailboxes: &[Mailbox]| lens.say.with(key, args![address = list(mailboxes)]);
    let forward = it.kind == MessageKind::Forward;
    let several = it.kind == MessageKind::SideOut || it.kind == MessageKind::Reply && it.to.len() > 1;
    html! {
        @if forward || several || !it.cc.is_empty() || !it.bcc.is_empty() {
            p.xs.quiet.mb {
                @if forward {
                    b { (part("message-forwarded-to", &it.to)) } " "
                } @else if several { span { (part("message-to", &it.to)) } " " }
                @if !it.cc.is_empty() { span { (part("message-cc", &it.cc)) } " " }
                @if !it.bcc.is_empty() { span { (part("message-bcc", &it.bcc)) } " " }
                @if let Some(about) = &it.about {
                    a href={ "#m-" (about) } hx-boost="false" { (lens.text("message-forwarded-what")) }
                }
            }
        }
    }
}

fn shown(mailbox: &Mailbox) -> String {
    if mailbox.name.is_empty() || mailbox.name == mailbox.address {
        mailbox.address.clone()
    } else {
        format!("{} <{}>", mailbox.name, mailbox.address)
    }
}
