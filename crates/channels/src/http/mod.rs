//! Settings → Mail: the mailboxes, connecting one, the common outgoing server, and what was refused.
//!
//! | Method and path | Handler |
//! |---|---|
//! | `GET`, `POST /settings/mail` | [`mail::show`], [`mail::update`] |
//! | `GET`, `POST /settings/mail/connect` | [`connect::show`], [`connect::find`] |
//! | `GET`, `POST /settings/mail/connect/check` | [`connect::back`], [`connect::check`] |
//! | `GET`, `POST /settings/mail/connect/choose` | [`connect::back`], [`connect::choose`] |
//! | `GET`, `POST /settings/mail/connect/finish` | [`connect::back`], [`connect::finish`] |
//! | `GET`, `POST /settings/mail/providers` | [`providers::show`], [`providers::update`] |
//! | `GET /settings/mail/oauth/begin` | [`oauth::begin`] |
//! | `GET /settings/mail/oauth` | [`oauth::back`] |
//! | `GET /settings/mail/{id}/oauth/{provider}` | [`oauth::again`] |
//! | `GET`, `POST /settings/mail/{id}` | [`mailbox::show`], [`mailbox::update`] |
//! | `POST /settings/mail/{id}/test` | [`mailbox::test`] |
//! | `POST /settings/mail/{id}/enabled` | [`mailbox::enable`] |
//! | `POST /settings/mail/{id}/default` | [`mailbox::make_default`] |
//! | `POST /settings/mail/{id}/remove` | [`mailbox::remove`] |

mod account;
mod checks;
pub mod connect;
mod form;
pub mod mail;
pub mod mailbox;
pub mod oauth;
pub mod providers;
#[cfg(test)]
mod tests;
