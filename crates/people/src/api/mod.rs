//! The API of customers and colleagues, and who may come in: every route of every capability stands behind
//! [`gate::layer`]. The wiring takes [`routes()`].

mod absences;
mod caller;
mod care;
mod colleagues;
mod customers;
mod departments;
mod doubles;
mod fields;
pub mod gate;
mod held;
mod imports;
mod organisations;
mod preferences;
mod related;
mod signing_in;
mod skills;
#[cfg(test)]
mod tests;
mod workloads;

use platform::Platform;
use platform::api::Problem;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use caller::Caller;
pub use customers::{Customer, customer};
pub use fields::{Fields, Filled, NewValues, Sort, unfit};

use crate::refusal::{Failure, Refusal};

/// Every route of this capability.
#[must_use]
pub fn routes() -> OpenApiRouter<Platform> {
    OpenApiRouter::default()
        .routes(routes!(colleagues::me))
        .routes(routes!(colleagues::list, colleagues::invite))
        .routes(routes!(colleagues::update))
        .routes(routes!(colleagues::obliged, colleagues::oblige))
        .routes(routes!(signing_in::show, signing_in::update))
        .routes(routes!(absences::list, absences::plan))
        .routes(routes!(absences::cancel))
        .routes(routes!(workloads::show, workloads::set))
        .routes(routes!(skills::list, skills::create))
        .routes(routes!(skills::update, skills::delete))
        .routes(routes!(skills::show, skills::set))
        .routes(routes!(departments::list, departments::create))
        .routes(routes!(departments::update))
        .routes(routes!(customers::list, customers::create))
        .routes(routes!(customers::show, customers::update))
        .routes(routes!(customers::add_address))
        .routes(routes!(organisations::list, organisations::create))
        .routes(routes!(organisations::show, organisations::update))
        .routes(routes!(organisations::members))
        .routes(routes!(organisations::belong))
        .routes(routes!(fields::list, fields::create))
        .routes(routes!(fields::update))
        .routes(routes!(fields::of_customer, fields::set_of_customer))
        .routes(routes!(fields::of_organisation, fields::set_of_organisation))
        .routes(routes!(held::show))
        .routes(routes!(held::erase))
        .routes(routes!(doubles::list))
        .routes(routes!(doubles::leave_apart))
        .routes(routes!(related::list, related::relate))
        .routes(routes!(related::unrelate))
        .routes(routes!(care::list, care::set))
        .routes(routes!(care::change, care::end))
        .routes(routes!(preferences::show, preferences::set))
        .routes(routes!(imports::list, imports::create))
        .routes(routes!(imports::show))
        .routes(routes!(imports::stop))
        .routes(routes!(imports::rows))
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Refused(Refusal::Forbidden) => base::Forbidden.into(),
            Failure::Refused(Refusal::NotFound) => Self::not_found(),
            Failure::Refused(refusal) => Self::refused(&refusal.code(), refusal.to_string()),
            Failure::Fault(fault) => fault.into(),
        }
    }
}
