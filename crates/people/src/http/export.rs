//! The list of customers as a file: a table or cards. For those who may also hand out all that is held.

use axum::extract::{Query, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use base::{Action, allowed};
use maud::{Markup, html};
use platform::Platform;
use platform::web::assets::icon;
use platform::web::errors::Error;
use serde::Deserialize;

use crate::exchange::{self, row, vcard};
use crate::staff::Who;

/// Which customers, and as what.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    q: String,
    #[serde(rename = "as")]
    form: String,
}

/// What stands above the columns, in the order of [`exchange::Card::cells`].
const COLUMNS: [&str; 8] = [
    "customers-column-name",
    "customers-column-address",
    "customers-phones",
    "organisations-one",
    "customers-title-label",
    "customers-postal",
    "customers-column-language",
    "customers-column-since",
];

/// `GET /customers/export`: those whom the list finds for `q`, `as=csv` or `as=vcard`.
///
/// # Errors
/// When the reader may not, or the database cannot be read.
pub async fn show(who: Who, State(p): State<Platform>, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let _handing_out = allowed(&who.actor(), Action::ManagePrivacy)?;
    let scope = allowed(&who.actor(), Action::ReadPeople)?;
    let search: String = asked.q.chars().filter(|c| !c.is_control()).take(100).collect();
    let as_cards = asked.form == "vcard";
    // Table programs take a file for UTF-8 by its first sign.
    let mut text =
        if as_cards { String::new() } else { format!("\u{feff}{}", row(COLUMNS.map(|id| who.say.text(id)))) };
    let (mut conn, mut after) = (p.db.snapshot().await?, None);
    loop {
        let (cards, next) = exchange::cards(&mut conn, &scope, &search, after.as_ref()).await?;
        for card in &cards {
            text.push_str(&if as_cards { vcard(card) } else { row(card.cells()) });
        }
        let Some(next) = next else { break };
        after = Some(next);
    }
    let (kind, name) = if as_cards {
        ("text/vcard; charset=utf-8", "attachment; filename=\"customers.vcf\"")
    } else {
        ("text/csv; charset=utf-8", "attachment; filename=\"customers.csv\"")
    };
    let head = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static(name)),
    ];
    Ok((head, text).into_response())
}

/// The link to taking a file in, for those who may.
pub(super) fn way_in(who: &Who) -> Markup {
    html! {
        @if allowed(&who.actor(), Action::ManagePrivacy).is_ok() {
            a.btn href="/customers/import" { (icon("plus")) (who.say.text("imports-title")) }
        }
    }
}

/// The two links below the list, for those who may.
pub(super) fn links(who: &Who, search: &str) -> Markup {
    let query: String = url::form_urlencoded::byte_serialize(search.as_bytes()).collect();
    html! {
        @if allowed(&who.actor(), Action::ManagePrivacy).is_ok() {
            div.row.wrap.g-3 {
                @for (form, text) in [("csv", "customers-export-csv"), ("vcard", "customers-export-vcard")] {
                    a.btn.small href={ "/customers/export?as=" (form) "&q=" (query) } hx-boost="false" download {
                        (icon("out")) (who.say.text(text))
                    }
                }
            }
        }
    }
}
