//! A receipt in the thread: a small line, for nobody needs to read what nobody wrote.

use maud::{Markup, html};
use platform::args;
use platform::web::assets::icon_small;

use super::super::lens::Lens;
use super::super::text::text;
use super::messages::{failure, progress};
use crate::commands::BY_ARTICLES;
use crate::{DeliveryState, Message};

/// That it went, to whom, how far it has come, and folded away what it says.
pub(super) fn line(lens: Lens<'_>, it: &Message) -> Markup {
    let to = it.to.first().map_or("", |to| to.address.as_str());
    // What a rule wrote, or articles say, is no receipt.
    let line = match it.automatic.as_deref() {
        None => "receipt-line",
        Some(BY_ARTICLES) => "receipt-line-articles",
        Some(_) => "receipt-line-rule",
    };
    let again = it.delivery.as_ref().filter(|delivery| delivery.state != DeliveryState::Sent);
    html! {
        section #{ "m-" (it.id) } aria-label=(lens.text("receipt-label")) {
            p.event {
                (icon_small("auto"))
                span.grow { (lens.say.with(line, args![to = to])) " " (lens.time(it.at)) }
                @if let Some(delivery) = again { (progress(lens, delivery)) }
            }
            details.fold {
                summary { (icon_small("right")) (lens.text("receipt-show")) }
                div.quiet { (text(lens.say, &it.body, it.language)) }
            }
            @if let Some(delivery) = again { (failure(lens, it, delivery)) }
        }
    }
}

#[cfg(test)]
mod tests {
    use base::Language;

    use super::*;
    use crate::http::testing::{NASTY, lens, reply, say};
    use crate::{Mailbox, MessageKind};

    #[test]
    fn a_receipt_is_a_small_line_whose_words_can_be_seen_and_whose_failure_is_told() {
        for language in Language::ALL {
            let say = say(language);
            let to = vec![Mailbox { name: NASTY.into(), address: "kari@post.example".into() }];
            let sent = Message { kind: MessageKind::Receipt, to, ..reply(DeliveryState::Sent) };
            let out = line(lens(&say), &sent).into_string();
            assert!(out.contains("kari@post.example") && out.contains("<details"), "{out}");
            assert!(!out.contains("<img") && !out.contains("receipt-") && !out.contains("/retry"), "{out}");
            let failed = Message { delivery: reply(DeliveryState::Failed).delivery, ..sent };
            assert!(line(lens(&say), &failed).into_string().contains("/retry"));
        }
    }
}
