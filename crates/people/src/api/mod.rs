//! The API of customers and colleagues, and who may come in: every route of every capability stands behind
//! [`gate::layer`]. The wiring takes [`routes()`].

mod caller;
mod colleagues;
mod customers;
mod doubles;
pub mod gate;
mod held;
#[cfg(test)]
mod tests;

use platform::Platform;
use platform::api::Problem;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use caller::Caller;
pub use customers::{Customer, customer};

use crate::refusal::{Failure, Refusal};

/// Every route of this capability.
#[must_use]
pub fn routes() -> OpenApiRouter<Platform> {
    OpenApiRouter::default()
        .routes(routes!(colleagues::me))
        .routes(routes!(colleagues::list))
        .routes(routes!(customers::list, customers::create))
        .routes(routes!(customers::show, customers::update))
        .routes(routes!(customers::add_address))
        .routes(routes!(held::show))
        .routes(routes!(held::erase))
        .routes(routes!(doubles::list))
        .routes(routes!(doubles::leave_apart))
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
