//! How to reach a customer: addresses, telephones, other names, their role and where letters go.

use maud::{Markup, html};
use platform::args;
use platform::web::assets::icon;

use super::Shown;
use super::entry::{Input, choice};
use crate::file::Phone;
use crate::file::rules::phones::{COUNTRIES, Country, shown as phone_shown};
use crate::person::Address;

pub(super) fn card(shown: &Shown<'_>) -> Markup {
    let say = &shown.who.say;
    html! {
        section.card.col.g-5 aria-labelledby="contact-t" {
            header { h2 #contact-t { (say.text("customers-contact")) } }
            ul.col.g-2 {
                @for address in &shown.addresses { li { (address_line(shown, address)) } }
                @for phone in &shown.file.phones { li { (phone_line(shown, phone)) } }
                li { (name_line(shown)) }
                @for name in &shown.file.names { li { (other_name(shown, name)) } }
                li { (about(shown)) }
            }
            div.row.wrap.start {
                (new_address(shown))
                (new_phone(shown))
                (new_name(shown))
            }
        }
    }
}

fn save(shown: &Shown<'_>) -> Markup {
    html! { div.row.end-x { button.btn { (shown.who.say.text("word-save")) } } }
}

/// A form with one hidden value and one button, which takes something away.
fn remove(action: &str, name: &str, value: &str, label: &str) -> Markup {
    html! {
        form method="post" action=(action) {
            input type="hidden" name=(name) value=(value);
            button.btn.small { (icon("x")) (label) }
        }
    }
}

fn address_line(shown: &Shown<'_>, address: &Address) -> Markup {
    let say = &shown.who.say;
    let form = format!("address-{}", address.address);
    let wrong = shown.wrong(&form);
    let field = Input {
        id: &format!("adr-{}", place(&shown.addresses, address)),
        name: "address",
        label: say.text("customers-column-address"),
        kind: "email",
        value: wrong.as_ref().map_or(&address.shown, |(typed, _)| typed),
        required: true,
        hint: None,
        error: wrong.as_ref().map(|(_, error)| error.clone()),
    };
    let what = html! {
        (icon("mail")) span.cut { (address.shown) }
        @if address.proved { span.chip data-tone="ok" { (icon("check")) (say.text("customers-proved")) } }
        @if address.failing.is_some() { span.chip data-tone="bad" { (icon("alert")) (say.text("customers-failing")) } }
    };
    let forms = html! {
        @if let Some(failing) = &address.failing { p.sm.quiet { (failing.words) } }
        form.col.g-4 method="post" action=(shown.path("addresses/change")) {
            input type="hidden" name="before" value=(address.address);
            (field.markup())
            (save(shown))
        }
        @if shown.addresses.len() > 1 {
            (remove(&shown.path("addresses/remove"), "address", &address.address, &say.text("customers-address-remove")))
        }
    };
    shown.line(&what, &say.with("customers-change", args![what = &address.shown]), wrong.is_some(), &forms)
}

fn place(addresses: &[Address], address: &Address) -> usize {
    addresses.iter().position(|one| one == address).unwrap_or_default()
}

fn new_address(shown: &Shown<'_>) -> Markup {
    let say = &shown.who.say;
    let wrong = shown.wrong("address");
    let field = Input {
        id: "address",
        name: "address",
        label: say.text("customers-address-new"),
        kind: "email",
        value: wrong.as_ref().map_or("", |(typed, _)| typed),
        required: true,
        hint: Some(say.text("customers-address-hint")),
        error: wrong.as_ref().map(|(_, error)| error.clone()),
    };
    let form = html! {
        form.col.g-4 method="post" action=(shown.path("addresses")) { (field.markup()) (save(shown)) }
    };
    shown.more(&say.text("customers-address-add"), wrong.is_some(), &form)
}

fn phone_line(shown: &Shown<'_>, phone: &Phone) -> Markup {
    let say = &shown.who.say;
    let text = phone_shown(&phone.number, Country::speaking(say.language()));
    let id = format!("tel-{}", phone.number.trim_start_matches('+'));
    let wrong = shown.wrong(&format!("phone-{}", phone.number));
    let what = html! {
        (icon("phone")) span { (text) }
        @if !phone.label.is_empty() { span.quiet.sm { (phone.label) } }
    };
    let forms = html! {
        a.btn.small href={ "tel:" (phone.number) } hx-boost="false" { (icon("phone")) (say.text("customers-call")) }
        form.col.g-4 method="post" action=(shown.path("phones/change")) {
            input type="hidden" name="before" value=(phone.number);
            (phone_fields(shown, &id, wrong.as_ref(), &phone_shown(&phone.number, None), &phone.label))
            (save(shown))
        }
        (remove(&shown.path("phones/remove"), "number", &phone.number, &say.text("customers-phone-remove")))
    };
    shown.line(&what, &say.with("customers-change", args![what = &text]), wrong.is_some(), &forms)
}

fn new_phone(shown: &Shown<'_>) -> Markup {
    let wrong = shown.wrong("phone");
    let form = html! {
        form.col.g-4 method="post" action=(shown.path("phones")) {
            (phone_fields(shown, "tel", wrong.as_ref(), "", ""))
            (save(shown))
        }
    };
    shown.more(&shown.who.say.text("customers-phone-add"), wrong.is_some(), &form)
}

fn phone_fields(shown: &Shown<'_>, id: &str, wrong: Option<&(&str, String)>, number: &str, label: &str) -> Markup {
    let say = &shown.who.say;
    let home = shown.person.language.and_then(Country::speaking).or_else(|| Country::speaking(say.language()));
    let countries: Vec<(&str, String, bool)> = COUNTRIES
        .iter()
        .map(|one| (one.code, format!("{} +{}", one.code, one.prefix), home.is_some_and(|home| home == one)))
        .collect();
    let number = Input {
        id,
        name: "number",
        label: say.text("customers-phone-number"),
        kind: "tel",
        value: wrong.map_or(number, |(typed, _)| typed),
        required: true,
        hint: Some(say.text("customers-phone-hint")),
        error: wrong.map(|(_, error)| error.clone()),
    };
    let label = Input {
        id: &format!("{id}-label"),
        name: "label",
        label: say.text("customers-phone-label"),
        kind: "text",
        value: label,
        required: false,
        hint: None,
        error: None,
    };
    html! {
        (number.markup())
        (choice(&format!("{id}-country"), "country", &say.text("customers-phone-country"), &countries))
        (label.markup())
    }
}

fn name_line(shown: &Shown<'_>) -> Markup {
    let say = &shown.who.say;
    let wrong = shown.wrong("name");
    let field = Input {
        id: "name",
        name: "name",
        label: say.text("customers-name"),
        kind: "text",
        value: wrong.as_ref().map_or(&shown.person.name, |(typed, _)| typed),
        required: true,
        hint: None,
        error: wrong.as_ref().map(|(_, error)| error.clone()),
    };
    let what = html! { (icon("user")) span.cut { (shown.person.name) } };
    let form = html! {
        form.col.g-4 method="post" action=(shown.path("name")) { (field.markup()) (save(shown)) }
    };
    shown.line(&what, &say.text("customers-rename"), wrong.is_some(), &form)
}

fn other_name(shown: &Shown<'_>, name: &str) -> Markup {
    let say = &shown.who.say;
    let wrong = shown.wrong(&format!("also-{name}"));
    let id = format!("also-{}", shown.file.names.iter().position(|one| one == name).unwrap_or_default());
    let field = Input {
        id: &id,
        name: "name",
        label: say.text("customers-also-new"),
        kind: "text",
        value: wrong.as_ref().map_or(name, |(typed, _)| typed),
        required: true,
        hint: None,
        error: wrong.as_ref().map(|(_, error)| error.clone()),
    };
    let what = html! { (icon("user")) span.cut { (say.with("customers-also", args![name = name])) } };
    let forms = html! {
        form.col.g-4 method="post" action=(shown.path("names/change")) {
            input type="hidden" name="before" value=(name);
            (field.markup())
            (save(shown))
        }
        (remove(&shown.path("names/remove"), "name", name, &say.text("customers-also-remove")))
    };
    shown.line(&what, &say.with("customers-change", args![what = name]), wrong.is_some(), &forms)
}

fn new_name(shown: &Shown<'_>) -> Markup {
    let say = &shown.who.say;
    let wrong = shown.wrong("also");
    let field = Input {
        id: "also",
        name: "name",
        label: say.text("customers-also-new"),
        kind: "text",
        value: wrong.as_ref().map_or("", |(typed, _)| typed),
        required: true,
        hint: None,
        error: wrong.as_ref().map(|(_, error)| error.clone()),
    };
    let form = html! {
        form.col.g-4 method="post" action=(shown.path("names")) { (field.markup()) (save(shown)) }
    };
    shown.more(&say.text("customers-also-add"), wrong.is_some(), &form)
}

/// Their role and where letters go.
fn about(shown: &Shown<'_>) -> Markup {
    let (say, details) = (&shown.who.say, &shown.file.details);
    let field = |id: &'static str, label: &str, value| Input {
        id,
        name: id,
        label: say.text(label),
        kind: "text",
        value,
        required: false,
        hint: None,
        error: None,
    };
    let title = field("title", "customers-title-label", details.title.as_str());
    let postal = field("postal", "customers-postal", details.postal.as_str());
    let what = html! {
        (icon("building"))
        @if details.title.is_empty() && details.postal.is_empty() {
            span.quiet { (say.text("customers-about-none")) }
        } @else {
            span.col.g-0 {
                @if !details.title.is_empty() { span { (details.title) } }
                @if !details.postal.is_empty() { span.pre.sm.soft { (details.postal) } }
            }
        }
    };
    let form = html! {
        form.col.g-4 method="post" action=(shown.path("about")) { (title.markup()) (postal.text(3)) (save(shown)) }
    };
    shown.line(&what, &say.text("customers-about-change"), false, &form)
}
