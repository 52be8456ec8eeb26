//! Guides for programs: made, tested, published, counted and walked. The wiring takes [`routes()`].

mod about;
mod living;
mod tree;
mod walking;

use platform::Platform;
use platform::api::Problem;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::model::GuideId;
use super::refusal::{Failure, Refusal};
use super::rules::Flaw;

/// Every route of this capability.
#[must_use]
pub fn routes() -> OpenApiRouter<Platform> {
    OpenApiRouter::default()
        .routes(routes!(about::list, about::create))
        .routes(routes!(about::show, about::update))
        .routes(routes!(living::turn))
        .routes(routes!(living::check))
        .routes(routes!(living::versions, living::restore))
        .routes(routes!(living::version))
        .routes(routes!(living::counts))
        .routes(routes!(walking::walk))
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Refused(Refusal::Forbidden) => base::Forbidden.into(),
            Failure::Refused(Refusal::NotFound) => Self::not_found(),
            Failure::Refused(Refusal::Flawed(flaws)) => {
                let all: Vec<String> = flaws.iter().map(told).collect();
                Self::refused("flawed", format!("it is not fit to be walked: {}", all.join(", ")))
            }
            Failure::Refused(refusal) => Self::refused(&refusal.code(), refusal.to_string()),
            Failure::Fault(fault) => fault.into(),
        }
    }
}

/// A flaw in one word, with the place where it is.
fn told(flaw: &Flaw) -> String {
    match flaw.node() {
        "" => flaw.code(),
        node => format!("{} at {node}", flaw.code()),
    }
}

fn named(id: &str) -> Result<GuideId, Problem> {
    id.parse().map_err(|_| Problem::not_found())
}
