//! A macro as the customer would get it, filled in for somebody who is not there.

use base::Language;
use maud::{Markup, html};
use people::staff::Staff;
use platform::Platform;

use super::super::super::text::text;
use super::typed::Typed;
use crate::MacroKind;
use crate::rules::filling::{self, Values};
use crate::settings::Business;

/// Every text that is there, once somebody asked for it.
pub(super) fn preview(p: &Platform, me: &Staff, business: &Business, typed: &Typed, pictures: &Markup) -> Markup {
    let say = p.i18n.to(me.language);
    let texts: Vec<_> = typed.texts.iter().filter(|(_, text)| !text.trim().is_empty()).collect();
    html! {
        @if typed.preview {
            section.card.col.g-4 #preview aria-labelledby="preview-h" {
                h3 #preview-h { (say.text("macros-preview")) }
                p.sm.soft role="status" {
                    (say.text(if texts.is_empty() { "macros-preview-none" } else { "macros-preview-hint" }))
                }
                @for (language, words) in texts {
                    details.fold open {
                        summary lang=(language.code()) { (language.own_name()) }
                        div lang=(language.code()) {
                            (text(&say, &filled(p, me, business, *language, words), Some(*language)))
                            (pictures)
                            (signature(me, business, typed))
                        }
                    }
                }
            }
        }
    }
}

/// The text with everything filled in.
fn filled(p: &Platform, me: &Staff, business: &Business, language: Language, words: &str) -> String {
    let theirs = p.i18n.to(language);
    let values = Values {
        customer: theirs.text("macros-sample-name"),
        addressed: String::new(),
        agent: me.name.clone(),
        number: Some(48213),
        subject: theirs.text("macros-sample-subject"),
        business: business.name.clone(),
        address: business.address.clone(),
        wrote: theirs.text("macros-sample-subject"),
        promised: theirs.text("macros-sample-promise"),
        promised_by: theirs.date(p.clock.business(), &jiff::tz::TimeZone::UTC),
    };
    filling::fill(words, &values)
}

/// What stands under it, when it goes to a customer.
fn signature(me: &Staff, business: &Business, typed: &Typed) -> Markup {
    let lines = [&me.name, &business.name, &business.signature];
    let lines: Vec<_> = lines.into_iter().flat_map(|line| line.lines()).filter(|line| !line.is_empty()).collect();
    html! {
        @if typed.kind == MacroKind::Reply && !lines.is_empty() {
            p.soft.mt { @for (at, line) in lines.iter().enumerate() { @if at > 0 { br; } (line) } }
        }
    }
}
