//! The community for programs of colleagues: the same commands as at the desk. Customers write on its pages alone. The
//! wiring takes [`routes()`].

mod members;
mod reviews;
mod settings;
mod shapes;
mod topics;
mod votes;

use platform::Platform;
use platform::api::Problem;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::commands::CommandError;
use crate::ids::TopicId;

/// Every route of this capability.
#[must_use]
pub fn routes() -> OpenApiRouter<Platform> {
    OpenApiRouter::default()
        .routes(routes!(topics::list))
        .routes(routes!(topics::show, topics::update))
        .routes(routes!(topics::answer))
        .routes(routes!(topics::merge))
        .routes(routes!(topics::decide))
        .routes(routes!(topics::take_over))
        .routes(routes!(votes::list, votes::add))
        .routes(routes!(votes::remove))
        .routes(routes!(reviews::list, reviews::decide))
        .routes(routes!(members::show, members::update))
        .routes(routes!(settings::show, settings::update))
}

impl From<CommandError> for Problem {
    fn from(error: CommandError) -> Self {
        match error {
            CommandError::NotFound => Self::not_found(),
            CommandError::Forbidden => base::Forbidden.into(),
            CommandError::Refused(refusal) => {
                let (code, detail) = refusal.told();
                Self::refused(code, detail)
            }
            CommandError::Fault(fault) => fault.into(),
        }
    }
}

fn topic_id(id: &str) -> Result<TopicId, Problem> {
    id.parse().map_err(|_| Problem::not_found())
}
