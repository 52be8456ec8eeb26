//! Readers of the event log. Each keeps a cursor, reads facts in order and is idempotent; what they keep is what
//! people set, or can be rebuilt from the log. Beside them, what rebuilds: [`search`].

pub mod audit;
pub mod automation;
pub mod export;
pub mod lapses;
pub mod live;
pub mod notices;
pub mod reports;
pub mod search;
pub mod webhooks;

use platform::{Migration, Platform};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Every text of this crate, in five languages.
pub const LOCALES: platform::i18n::Locales = platform::locales!();

/// Every table of this crate.
pub const MIGRATIONS: &[Migration] = &[
    webhooks::MIGRATIONS[0],
    reports::MIGRATIONS[0],
    lapses::MIGRATIONS[0],
    notices::MIGRATIONS[0],
    automation::MIGRATIONS[0],
    reports::MIGRATIONS[1],
];

/// Every route of the API. The wiring puts `Extension(platform::log::public::Families)` and
/// `Extension(conversations::http::conversation::Speaking)` around them.
#[must_use]
pub fn routes() -> OpenApiRouter<Platform> {
    OpenApiRouter::default()
        .routes(routes!(export::list))
        .routes(routes!(reports::api::show))
        .routes(routes!(reports::api::lines))
        .routes(routes!(audit::api::list))
        .routes(routes!(webhooks::api::list, webhooks::api::create))
        .routes(routes!(webhooks::api::show, webhooks::api::update, webhooks::api::delete))
        .routes(routes!(webhooks::api::rotate))
        .routes(routes!(webhooks::api::try_out))
        .routes(routes!(webhooks::api::deliveries))
        .routes(routes!(webhooks::api::again))
        .routes(routes!(lapses::api::list))
        .routes(routes!(lapses::api::update))
        .routes(routes!(notices::api::list))
        .routes(routes!(notices::api::read))
        .routes(routes!(notices::api::read_each))
        .routes(routes!(notices::api::wishes, notices::api::set_wishes))
        .routes(routes!(automation::api::list, automation::api::create))
        .routes(routes!(automation::api::show, automation::api::update, automation::api::delete))
        .routes(routes!(automation::api::list_hits))
        .routes(routes!(automation::api::list_versions, automation::api::bring_back))
        .routes(routes!(automation::api::trial))
        .routes(routes!(automation::api::order, automation::api::set_order))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_five_languages_say_the_same() {
        assert_eq!(platform::i18n::check(&crate::LOCALES), Vec::<String>::new());
    }
}
