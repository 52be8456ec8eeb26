//! Who may be the same customer, and who became part of this one.

use axum::extract::{Path, State};
use axum::response::Response;
use maud::{Markup, html};
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::{Platform, args};
use serde::Deserialize;

use super::{Shown, finish, named};
use crate::file::rules::phones::{Country, shown as phone_shown};
use crate::merging::{self, Double, Merged, Reason};
use crate::staff::Who;

/// Who is somebody else.
#[derive(Debug, Deserialize)]
pub struct Other {
    other: String,
}

/// `POST /customers/{id}/apart`: these two are two.
///
/// # Errors
/// When one of them is not there or the reader may not.
pub async fn leave_apart(
    who: Who,
    State(p): State<Platform>,
    Path(id): Path<String>,
    Form(other): Form<Other>,
) -> Result<Response, Error> {
    let (person, other) = (named(&id)?, named(&other.other)?);
    let mut tx = p.begin().await?;
    let answer = merging::leave_apart(&mut tx, &who.actor(), &person, &other).await;
    finish(&p, &who, &person, tx, answer, ("", "")).await
}

pub(super) fn doubles(shown: &Shown<'_>) -> Markup {
    let say = &shown.who.say;
    html! {
        @if shown.edits && !shown.doubles.is_empty() {
            div.callout data-tone="info" #doubles {
                (icon("users"))
                h2 { (say.text("customers-doubles")) }
                ul.col.g-4 { @for double in &shown.doubles { li { (one(shown, double)) } } }
            }
        }
    }
}

fn one(shown: &Shown<'_>, Double { customer, reason }: &Double) -> Markup {
    let (say, id) = (&shown.who.say, &customer.person.id);
    let why = match reason {
        Reason::Phone(number) => {
            let number = phone_shown(number, Country::speaking(say.language()));
            say.with("customers-double-phone", args![number = number])
        }
        Reason::Address(mine, theirs) => say.with("customers-double-address", args![mine = mine, theirs = theirs]),
        Reason::Name(domain) => say.with("customers-double-name", args![domain = domain]),
    };
    html! {
        div.row.wrap.g-3 {
            a href={ "/customers/" (id) } { (customer.person.name) }
            @if customer.address != customer.person.name { span.quiet { (customer.address) } }
        }
        p { (why) }
        div.row.wrap.g-3 {
            a.btn.small href={ (shown.path("merge")) "?with=" (id) } {
                (icon("merge")) (say.text("customers-merge-look"))
            }
            form method="post" action=(shown.path("apart")) {
                input type="hidden" name="other" value=(id);
                button.btn.small { (icon("x")) (say.text("customers-double-not")) }
            }
        }
    }
}

/// Who became part of this customer, and the way to look for another one.
pub(super) fn merged(shown: &Shown<'_>) -> Markup {
    let (say, zone) = (&shown.who.say, &shown.who.zone);
    html! {
        @if !shown.merged.is_empty() {
            section.card.col.g-4 aria-labelledby="merged-t" {
                header { h2 #merged-t { (say.text("customers-merged")) } }
                ul.col.g-4 {
                    @for Merged { source, name, at, can_be_undone } in &shown.merged {
                        li.col.g-2 {
                            span { (name) " " time.quiet.sm datetime=(at) title=(say.full(*at, zone)) { (say.date(*at, zone)) } }
                            @if shown.edits && *can_be_undone {
                                form method="post" action={ "/customers/" (source) "/merge/undo" } {
                                    button.btn.small { (icon("undo")) (say.text("customers-merge-undo")) }
                                }
                            }
                        }
                    }
                }
            }
        }
        @if shown.edits {
            a.btn.small href=(shown.path("merge")) { (icon("merge")) (say.text("customers-merge-another")) }
        }
    }
}
