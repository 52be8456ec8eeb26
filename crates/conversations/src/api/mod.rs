//! Conversations for programs: the same commands as at the desk, with JSON before and after them. The wiring takes
//! [`routes()`] and puts `Extension(crate::http::files::Mails)` and `Extension(crate::http::conversation::Speaking)` around them.

mod checklists;
mod contacting;
mod customers;
mod deleting;
mod drafts;
mod ending;
mod fields;
mod files;
mod liking;
mod linking;
mod list;
mod lists;
mod macros;
mod messages;
mod needs;
mod presence;
mod problems;
mod promises;
mod recurring;
mod redacting;
mod rota;
mod service;
mod settings;
mod several;
mod shapes;
mod shares;
mod sides;
mod sorting;
mod spending;
mod tags;
mod timeline;
mod turns;
mod undoing;
mod verbs;
mod views;
mod writing;

use platform::Platform;
use platform::api::Problem;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use views::When;

use crate::commands::CommandError;
use crate::ids::{ConversationId, MessageId};

/// Every route of this capability.
#[must_use]
pub fn routes() -> OpenApiRouter<Platform> {
    OpenApiRouter::default()
        .routes(routes!(list::list, writing::create))
        .routes(routes!(several::bulk))
        .routes(routes!(list::show, deleting::delete))
        .routes(routes!(writing::reply))
        .routes(routes!(writing::note))
        .routes(routes!(verbs::assign))
        .routes(routes!(verbs::state))
        .routes(routes!(verbs::close))
        .routes(routes!(verbs::reopen))
        .routes(routes!(ending::show, ending::set))
        .routes(routes!(ending::complaint))
        .routes(routes!(ending::settings, ending::update_settings))
        .routes(routes!(verbs::subject))
        .routes(routes!(fields::show, fields::update))
        .routes(routes!(verbs::merge))
        .routes(routes!(verbs::undo_merge))
        .routes(routes!(linking::list, linking::set))
        .routes(routes!(checklists::list, checklists::add, checklists::change))
        .routes(routes!(promises::of, promises::make))
        .routes(routes!(liking::list))
        .routes(routes!(promises::list))
        .routes(routes!(promises::show, promises::change))
        .routes(routes!(needs::of, needs::note))
        .routes(routes!(needs::list))
        .routes(routes!(needs::figures))
        .routes(routes!(needs::tell))
        .routes(routes!(needs::show, needs::change, needs::remove))
        .routes(routes!(problems::of, problems::set))
        .routes(routes!(problems::list, problems::make))
        .routes(routes!(problems::show, problems::change, problems::remove))
        .routes(routes!(problems::solve))
        .routes(routes!(problems::conversations))
        .routes(routes!(spending::list, spending::spend))
        .routes(routes!(presence::list, presence::say))
        .routes(routes!(contacting::log))
        .routes(routes!(sides::list, sides::begin))
        .routes(routes!(sides::show, sides::change))
        .routes(routes!(sides::write))
        .routes(routes!(drafts::list, drafts::share))
        .routes(routes!(drafts::show, drafts::update, drafts::delete))
        .routes(routes!(contacting::begin))
        .routes(routes!(sorting::snooze))
        .routes(routes!(sorting::wake))
        .routes(routes!(sorting::follow))
        .routes(routes!(sorting::tag))
        .routes(routes!(sorting::hand_to))
        .routes(routes!(messages::list))
        .routes(routes!(messages::show, redacting::edit))
        .routes(routes!(redacting::redact))
        .routes(routes!(redacting::mask_cards))
        .routes(routes!(verbs::split))
        .routes(routes!(timeline::show))
        .routes(routes!(customers::merge))
        .routes(routes!(customers::undo))
        .routes(routes!(macros::list, macros::create))
        .routes(routes!(macros::show, macros::update, macros::delete))
        .routes(routes!(macros::apply))
        .routes(routes!(views::list, views::create))
        .routes(routes!(views::show, views::update, views::delete))
        .routes(routes!(views::conversations))
        .routes(routes!(lists::lists))
        .routes(routes!(lists::conversations))
        .routes(routes!(lists::today))
        .routes(routes!(files::raw))
        .routes(routes!(files::attachment))
        .routes(routes!(settings::show))
        .routes(routes!(settings::update_receipts))
        .routes(routes!(settings::update_business))
        .routes(routes!(settings::update_times))
        .routes(routes!(settings::update_hours))
        .routes(routes!(settings::update_manners))
        .routes(routes!(settings::update_states))
        .routes(routes!(settings::update_requests))
        .routes(routes!(settings::update_tone))
        .routes(routes!(settings::update_needs))
        .routes(routes!(tags::list, tags::create))
        .routes(routes!(tags::update, tags::delete))
        .routes(routes!(tags::merge))
        .routes(routes!(turns::list, turns::set))
        .routes(routes!(turns::show_rules, turns::set_rules))
        .routes(routes!(shares::list))
        .routes(routes!(rota::show))
        .routes(routes!(rota::settings, rota::update_settings))
        .routes(routes!(recurring::list, recurring::create))
        .routes(routes!(recurring::show, recurring::update, recurring::delete))
        .routes(routes!(service::show, service::update))
        .routes(routes!(service::preview))
        .routes(routes!(undoing::undo))
        .routes(routes!(deleting::list))
        .routes(routes!(deleting::erase))
        .routes(routes!(deleting::restore))
        .routes(routes!(deleting::days, deleting::keep))
}

impl From<CommandError> for Problem {
    fn from(error: CommandError) -> Self {
        match error {
            CommandError::NotFound => Self::not_found(),
            CommandError::Forbidden => base::Forbidden.into(),
            CommandError::Refused(refusal) => Self::refused(refusal.code(), refusal.to_string()),
            CommandError::Fault(fault) => fault.into(),
        }
    }
}

/// What was refused, at the field of the body that it is about.
fn at(pointer: &str, error: CommandError) -> Problem {
    match error {
        CommandError::Refused(refusal) => Problem::refused_field(pointer, refusal.code(), refusal.to_string()),
        other => other.into(),
    }
}

/// What is no id names nothing.
fn conversation_id(text: &str) -> Result<ConversationId, Problem> {
    text.parse().map_err(|_| Problem::not_found())
}

fn message_id(text: &str) -> Result<MessageId, Problem> {
    text.parse().map_err(|_| Problem::not_found())
}
