//! Settings → Senders: whose word about senders counts.

use axum::extract::{Query, State};
use axum::response::Response;
use base::{Action, allowed};
use maud::html;
use people::staff::Who;
use platform::Platform;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::web::save_bar::save_bar;
use serde::Deserialize;

use super::{SERVERS_MOST, TrustSettings};

/// The form as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    servers: String,
    check: String,
}

impl Typed {
    fn read(&self) -> TrustSettings {
        let names = self.servers.split(|c: char| c.is_whitespace() || c == ',' || c == ';');
        let names = names.filter(|name| !name.is_empty() && name.len() <= 253).map(str::to_ascii_lowercase);
        TrustSettings { servers: names.take(SERVERS_MOST).collect(), check: !self.check.is_empty() }
    }
}

/// `?done=saved` after saving.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    done: String,
}

/// `GET /settings/senders`.
///
/// # Errors
/// When the reader may not, or settings cannot be read.
pub async fn show(State(p): State<Platform>, who: Who, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::ManageSettings)?;
    let trust = super::get(&mut p.db.read().await?).await?;
    let (say, viewer) = (&who.say, who.viewer()?);
    let body = html! {
        @if asked.done == "saved" {
            div.callout data-tone="ok" role="status" { (icon("check")) p { (say.text("mail-saved")) } }
        }
        form.col.g-7 method="post" action="/settings/senders" {
            section.card.col.g-6 {
                div.field {
                    label for="servers" { (say.text("trust-servers")) }
                    textarea.input #servers name="servers" aria-describedby="servers-h" { (trust.servers.join("\n")) }
                    p.hint #servers-h { (say.text("trust-servers-hint")) }
                }
                label.check {
                    input.box type="checkbox" name="check" value="on" checked[trust.check];
                    span { (say.text("trust-check")) small { (say.text("trust-check-hint")) } }
                }
            }
            (save_bar(say, None))
        }
    };
    let title = say.text("trust-title");
    let main = viewer.settings(&title, &say.text("trust-lead"), &body);
    Ok(respond::page(axum::http::StatusCode::OK, viewer.page(&p, &title, &main).await?))
}

/// `POST /settings/senders`.
///
/// # Errors
/// See [`show`].
pub async fn update(State(p): State<Platform>, who: Who, Form(typed): Form<Typed>) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::ManageSettings)?;
    let mut tx = p.begin().await?;
    super::set(&mut tx, &typed.read()).await?;
    platform::settings::record_change(&mut tx, &who.actor(), "senders").await?;
    tx.commit().await?;
    Ok(respond::see("/settings/senders?done=saved"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_servers_may_be_parted_in_any_way() {
        let typed = Typed { servers: " MX.post.example,\r\nmx2.post.example; ".into(), check: "on".into() };
        let trust = typed.read();
        assert_eq!((trust.servers, trust.check), (vec!["mx.post.example".into(), "mx2.post.example".into()], true));
        let trust = Typed::default().read();
        assert_eq!((trust.servers.len(), trust.check), (0, false));
        assert_eq!(Typed { servers: "a ".repeat(100), check: String::new() }.read().servers.len(), 20);
    }
}
