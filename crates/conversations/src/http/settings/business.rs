//! The business as customers see it, and how its conversations behave.

use axum::extract::{Query, State};
use axum::response::Response;
use base::{Action, Language};
use jiff::tz::TimeZone;
use maud::{Markup, html};
use people::staff::Who;
use platform::Platform;
use platform::i18n::Say;
use platform::web::errors::Error;
use platform::web::form::{self, one_line};
use platform::web::respond;
use platform::web::save_bar::save_bar;
use serde::Deserialize;

use super::{Asked, AskedQuery, Field, Wrong, may, number, page, radios, select};
use crate::rules::states::ClosedReply;
use crate::rules::subject_tag::SubjectTag;
use crate::settings::{self, Business, Manners};

const HEAD: (&str, &str) = ("settings-business", "business-lead");
const UNDO: [i64; 5] = [0, 5, 10, 20, 30];

/// The form as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    name: String,
    address: String,
    signature: String,
    zone: String,
    language: String,
    closed_reply: String,
    quiet_days: String,
    undo_seconds: String,
    subject_tag: String,
}

impl Typed {
    fn of(business: Business, manners: &Manners) -> Self {
        Self {
            name: business.name,
            address: business.address,
            signature: business.signature,
            zone: business.zone,
            language: business.language.code().into(),
            closed_reply: manners.closed_reply.code().into(),
            quiet_days: manners.quiet_days.to_string(),
            undo_seconds: manners.undo_seconds.to_string(),
            subject_tag: manners.subject_tag.code().into(),
        }
    }

    /// The business, and `manners` with what this page holds of them; what other pages hold stays as it is.
    fn read(&self, manners: Manners) -> Result<(Business, Manners), Wrong> {
        let mut wrong = Wrong::default();
        let name = one_line(&self.name, 120);
        if name.is_empty() {
            wrong.add("name", "business-name-missing");
        }
        let address = one_line(&self.address, 320);
        if !people::person::looks_like_address(&address) {
            wrong.add("address", "business-address-wrong");
        }
        let zone = one_line(&self.zone, 64);
        if !TimeZone::get(&zone).is_ok_and(|zone| zone.iana_name().is_some()) {
            wrong.add("zone", "settings-zone-wrong");
        }
        let quiet_days = number(&self.quiet_days, 1, 3650);
        if quiet_days.is_none() {
            wrong.add("quiet_days", "business-quiet-days-wrong");
        }
        let undo_seconds = number(&self.undo_seconds, 0, 600);
        if undo_seconds.is_none() {
            wrong.add("undo_seconds", "business-undo-wrong");
        }
        let (Some(quiet_days), Some(undo_seconds), true) = (quiet_days, undo_seconds, wrong.is_empty()) else {
            return Err(wrong);
        };
        let signature = self.signature.replace("\r\n", "\n").replace('\0', "");
        let signature = signature.trim().chars().take(2000).collect();
        let closed_reply = ClosedReply::from_code(&self.closed_reply).unwrap_or_default();
        let subject_tag = SubjectTag::from_code(&self.subject_tag).unwrap_or_default();
        let manners = Manners { closed_reply, quiet_days, undo_seconds, subject_tag, ..manners };
        let language = Language::from_code(&self.language).unwrap_or_default();
        Ok((Business { name, address, signature, zone, language }, manners))
    }
}

/// `GET /settings/business`.
///
/// # Errors
/// When the reader may not, or settings cannot be read; so for all pages here.
pub async fn show(State(p): State<Platform>, who: Who, Query(asked): AskedQuery) -> Result<Response, Error> {
    may(&who, Action::ManageSettings)?;
    let mut conn = p.db.read().await?;
    let typed = Typed::of(settings::business(&mut conn).await?, &settings::manners(&mut conn).await?);
    drop(conn);
    page(&p, &who, HEAD, &Wrong::default(), &asked, &form(&who.say, &typed, &Wrong::default())).await
}

/// `POST /settings/business`.
///
/// # Errors
/// See [`show`].
pub async fn update(
    State(p): State<Platform>,
    who: Who,
    form::Form(typed): form::Form<Typed>,
) -> Result<Response, Error> {
    may(&who, Action::ManageSettings)?;
    let mut tx = p.begin().await?;
    let (business, manners) = match typed.read(settings::manners(&mut tx).await?) {
        Ok(read) => read,
        Err(wrong) => {
            drop(tx);
            return page(&p, &who, HEAD, &wrong, &Asked::default(), &form(&who.say, &typed, &wrong)).await;
        }
    };
    settings::set_business(&mut tx, &business).await?;
    settings::set_manners(&mut tx, &manners).await?;
    platform::settings::record_change(&mut tx, &who.actor(), "business").await?;
    tx.commit().await?;
    Ok(respond::see("/settings/business?done=saved"))
}

fn form(say: &Say, typed: &Typed, wrong: &Wrong) -> Markup {
    let field = |name, label: &str, hint: Option<&str>, value, kind| {
        Field { name, label: say.text(label), hint: hint.map(|hint| say.text(hint)), value, kind }.markup(say, wrong)
    };
    let seconds = |n: i64| match n {
        0 => say.text("business-undo-off"),
        n => say.with("business-undo-seconds", platform::args![count = n]),
    };
    let undo: Vec<(String, String)> = UNDO.iter().map(|n| (n.to_string(), seconds(*n))).collect();
    let languages = Language::ALL.map(|language| (language.code().to_owned(), language.own_name().to_owned()));
    html! {
        form.col.g-7 method="post" action="/settings/business" novalidate {
            section.card.col.g-6 {
                h3 { (say.text("business-customers-see")) }
                (field("name", "business-name", Some("business-name-hint"), &typed.name, "text"))
                (field("address", "business-address", Some("business-address-hint"), &typed.address, "email"))
                (field("signature", "business-signature", Some("business-signature-hint"), &typed.signature, "area"))
                (field("zone", "settings-zone", Some("settings-zone-hint"), &typed.zone, "text"))
                (select(say, "language", ("business-language", Some("business-language-hint")), &typed.language, &languages))
            }
            section.card.col.g-6 {
                h3 { (say.text("business-conversations")) }
                (radios(say, "closed_reply", "business-closed-reply", &typed.closed_reply, &[
                    ("link", "business-closed-link", "business-closed-link-why"),
                    ("reopen", "business-closed-reopen", "business-closed-reopen-why"),
                ]))
                (field("quiet_days", "business-quiet-days", Some("business-quiet-days-hint"), &typed.quiet_days, "number"))
                (select(say, "undo_seconds", ("business-undo", None), &typed.undo_seconds, &undo))
                (radios(say, "subject_tag", "business-subject-tag", &typed.subject_tag, &[
                    ("off", "business-subject-off", "business-subject-off-why"),
                    ("right", "business-subject-right", "business-subject-right-why"),
                    ("left", "business-subject-left", "business-subject-left-why"),
                ]))
            }
            (save_bar(say, None))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> Typed {
        let business = Business {
            name: "Brekkesund".into(),
            address: "hei@brekkesund.example".into(),
            language: Language::Sv,
            ..Business::default()
        };
        let manners =
            Manners { closed_reply: ClosedReply::Reopen, subject_tag: SubjectTag::Left, ..Manners::default() };
        Typed::of(business, &manners)
    }

    #[test]
    fn what_is_shown_reads_back_as_it_was() {
        let elsewhere = Manners { track_time: false, deleted_days: 7, soon_hours: 9, ..Manners::default() };
        let (business, manners) = typed().read(elsewhere).expect("as it was");
        let kept = (manners.track_time, manners.deleted_days, manners.soon_hours);
        assert_eq!(kept, (false, 7, 9), "what other pages hold stays");
        assert_eq!((business.name.as_str(), business.zone.as_str()), ("Brekkesund", "Europe/Oslo"));
        assert_eq!((manners.closed_reply, manners.quiet_days, manners.undo_seconds), (ClosedReply::Reopen, 14, 10));
        assert_eq!((manners.subject_tag, business.language), (SubjectTag::Left, Language::Sv));
    }

    #[test]
    fn each_field_says_what_is_wrong_with_it() {
        let typed = Typed {
            name: " \n".into(),
            address: "hei@brekkesund\r\nBcc: x".into(),
            zone: "Norge".into(),
            quiet_days: "0".into(),
            undo_seconds: "x".into(),
            ..typed()
        };
        let wrong = typed.read(Manners::default()).expect_err("five things");
        let fields: Vec<&str> = wrong.0.iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(fields, ["name", "address", "zone", "quiet_days", "undo_seconds"]);
    }
}
