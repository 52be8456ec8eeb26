//! Pages of customers and colleagues. The wiring lists these routes:
//!
//! | method and path | handler |
//! |---|---|
//! | GET /signin | [`signin::show`] |
//! | POST /signin | [`signin::create`] |
//! | POST /signout | [`signin::destroy`] |
//! | GET /signin/link/{secret} | [`signin::by_link`] |
//! | GET /signin/second | [`second_signin::show`] |
//! | POST /signin/second | [`second_signin::create`] |
//! | GET /signin/forgotten | [`forgotten::show`] |
//! | POST /signin/forgotten | [`forgotten::create`] |
//! | GET /signin/reset/{secret} | [`reset::show`] |
//! | POST /signin/reset/{secret} | [`reset::update`] |
//! | POST /language | [`language::update`] |
//! | GET /profile | [`profile::show`] |
//! | POST /profile | [`profile::update`] |
//! | POST /profile/password | [`password::update`] |
//! | POST /profile/absences, …/{id}/remove | [`absences::plan_own`], [`absences::cancel_own`] |
//! | GET /profile/second | [`second::show`] |
//! | POST /profile/second | [`second::update`] |
//! | POST /profile/second/begin | [`second::begin`] |
//! | POST /profile/sessions/end | [`sessions::end_others`] |
//! | POST /profile/sessions/{digest}/end | [`sessions::end`] |
//! | GET /settings/colleagues | [`colleagues::index`] |
//! | POST /settings/colleagues | [`colleagues::create`] |
//! | POST /settings/colleagues/{id}/role | [`colleagues::update_role`] |
//! | POST /settings/colleagues/{id}/invitation | [`colleagues::invite`] |
//! | POST /settings/colleagues/{id}/disabled | [`colleagues::disable`] |
//! | POST /settings/colleagues/{id}/enabled | [`colleagues::enable`] |
//! | POST /settings/colleagues/{id}/second | [`colleagues::second_off`] |
//! | POST /settings/colleagues/{id}/reach | [`colleagues::limit`] |
//! | GET /settings/colleagues/{id}, POST …/workload | [`colleague::show`], [`colleague::take`] |
//! | POST /settings/colleagues/{id}/absences, …/{absence}/remove | [`absences::plan`], [`absences::cancel`] |
//! | POST /profile/writes, /settings/colleagues/{id}/abilities | [`abilities::set_own`], [`abilities::set`] |
//! | GET, POST /settings/skills, POST …/{id}, …/{id}/remove | [`skills`] |
//! | GET /settings/departments | [`departments::index`] |
//! | POST /settings/departments | [`departments::create`] |
//! | POST /settings/departments/{id} | [`departments::update`] |
//! | POST /settings/departments/{id}/closed | [`departments::close`] |
//! | POST /settings/departments/{id}/open | [`departments::open`] |
//! | GET /settings/api | [`tokens::index`] |
//! | POST /settings/api | [`tokens::create`] |
//! | POST /settings/api/{id}/revoke | [`tokens::revoke`] |
//! | GET /api/docs | [`tokens::docs`] |
//! | GET /customers | [`customers::index`] |
//! | GET /customers/export | [`export::show`] |
//! | GET, POST /customers/import | [`imports::index`], [`imports::create`] |
//! | GET, POST /customers/imports/{id}, POST …/stop, GET …/report.csv | [`imports`] |
//! | GET /customers/{id} | [`customer::show`] |
//! | POST /customers/{id}/name | [`customer::rename`] |
//! | POST /customers/{id}/addresses, …/change, …/remove | [`customer::addresses`] |
//! | POST /customers/{id}/phones, …/change, …/remove | [`customer::phones`] |
//! | POST /customers/{id}/names, …/change, …/remove | [`customer::names`] |
//! | POST /customers/{id}/about | [`customer::about`] |
//! | POST /customers/{id}/organisation, …/leave, …/decline | [`customer::belonging`] |
//! | POST /customers/{id}/related, …/remove | [`customer::related`] |
//! | POST /customers/{id}/care, …/{flag}, …/{flag}/end | [`customer::care`] |
//! | POST /customers/{id}/fields, /organisations/{id}/fields | [`customer::fields`], [`organisation::fields`] |
//! | GET, POST /settings/fields, POST …/{id}, …/{id}/retired, …/{id}/move | [`own_fields`] |
//! | GET, POST /organisations | [`organisations::index`], [`organisations::create`] |
//! | GET /organisations/{id} | [`organisation::show`] |
//! | POST /organisations/{id}/name, …/domains, …/domains/remove, …/joining, …/people, …/decline | [`organisation`] |
//! | POST /customers/{id}/preferences | [`customer::preferences`] |
//! | POST /customers/{id}/block, …/unblock | [`customer::block`], [`customer::unblock`] |
//! | GET /customers/{id}/held, POST /customers/{id}/erase | [`customer::held`], with `Extension<privacy::Holders>` |
//! | POST /customers/{id}/apart | [`customer::doubles::leave_apart`] |
//! | POST /customers/{id}/notes | [`customer::notes::add`] |
//! | POST /customers/{id}/notes/{note}, …/pin, …/remove | [`customer::notes`] |
//!
//! `/customers/{id}/conversations`, `/customers/{id}/promises`, `/customers/{id}/needs`, `/customers/{id}/timeline` and `/organisations/{id}/conversations` are fragments of another capability. The throttle of sign-in is an
//! extension of every request: `Extension<platform::throttle::Throttle>`.

pub mod abilities;
pub mod absences;
mod browser;
pub mod card;
pub mod colleague;
pub mod colleagues;
pub mod customer;
pub mod customers;
pub mod departments;
pub mod export;
pub mod fields;
pub mod forgotten;
pub mod imports;
pub mod language;
pub mod organisation;
mod organisation_cards;
pub mod organisations;
pub mod own_fields;
pub mod own_values;
pub mod password;
pub mod profile;
pub mod proof;
pub mod reset;
pub mod second;
pub mod second_signin;
pub mod sessions;
pub mod signin;
pub mod skills;
#[cfg(test)]
mod tests;
mod toast;
pub mod tokens;

use platform::web::errors::Error;

use crate::refusal::{Failure, Refusal};

/// A command's answer on its way out of a handler that has no form to show it on.
impl From<Failure> for Error {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Refused(Refusal::Forbidden) => Self::Forbidden,
            Failure::Refused(Refusal::NotFound) => Self::NotFound,
            Failure::Refused(refusal) => Self::invalid(refusal.message()),
            Failure::Fault(fault) => Self::Fault(fault),
        }
    }
}

/// The refusal to be shown on the form, or the way out.
fn on_form(failure: Failure) -> Result<Refusal, Error> {
    match failure {
        Failure::Refused(refusal) if !matches!(refusal, Refusal::Forbidden | Refusal::NotFound) => Ok(refusal),
        other => Err(other.into()),
    }
}
