//! The one list of the API's capabilities, its document, and what stands around its routes.

use std::sync::{Arc, OnceLock};

use answers::articles::ArticleEvent;
use answers::guides::GuideEvent;
use axum::extract::Request;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::IntoResponse;
use axum::routing::get;
use axum::{Extension, Router, http::header};
use base::Action;
use channels::mailboxes::events::MailboxEvent;
use channels::moving::MovingEvent;
use channels::sources::{MailParts, MailboxVoices};
use community::{CommunityEvent, MemberEvent};
use conversations::events::{ConversationEvent, MacroEvent, ProblemEvent, RecurringEvent, TagEvent, ViewEvent};
use conversations::http::conversation::Speaking;
use conversations::http::files::Mails;
use conversations::queries;
use people::api::gate::{self, Gate};
use people::care::CareEvent;
use people::department::DepartmentEvent;
use people::file::FileEvent;
use people::import::ImportEvent;
use people::person::PersonEvent;
use people::privacy::PrivacyEvent;
use people::staff::{SignInEvent, StaffEvent};
use people::tokens::TokenEvent;
use platform::api::limits::Limits;
use platform::api::{BASE, Document, Problem, once};
use platform::backup::takeout::TakeoutEvent;
use platform::log::public::{Families, Family};
use platform::web::guard::{Guard, protect_api};
use platform::web::watch;
use platform::{Platform, settings};
use reactions::automation::RuleEvent;
use reactions::lapses::events::LapseEvent;
use reactions::webhooks::WebhookEvent;
use tower::{ServiceExt, service_fn};
use utoipa_axum::router::OpenApiRouter;

use crate::operating::takeout;
use crate::settings_file;

/// The facts that outsiders may hear of, by webhooks and `/events`.
pub const FAMILIES: Families = Families(&[
    Family::of::<ConversationEvent>("conversation", Action::ReadConversations).within(queries::told_within),
    Family::of::<PersonEvent>("person", Action::ReadPeople),
    Family::of::<FileEvent>("person", Action::ReadPeople),
    Family::of::<CareEvent>("person", Action::ReadPeople),
    Family::of::<PrivacyEvent>("person", Action::ReadPeople),
    Family::of::<StaffEvent>("staff", Action::ManageStaff),
    Family::of::<SignInEvent>("signin", Action::ManageStaff),
    Family::of::<DepartmentEvent>("department", Action::ManageStaff),
    Family::of::<TagEvent>("tag", Action::ManageSettings),
    Family::of::<MacroEvent>("macro", Action::ManageSettings),
    Family::of::<ViewEvent>("view", Action::ManageSettings),
    Family::of::<RecurringEvent>("recurring", Action::ManageSettings),
    Family::of::<TokenEvent>("token", Action::ManageStaff),
    Family::of::<MailboxEvent>("mailbox", Action::ManageSettings),
    Family::of::<settings::Changed>("settings", Action::ManageSettings),
    Family::of::<WebhookEvent>("webhook", Action::ManageSettings),
    Family::of::<ImportEvent>("import", Action::ManagePrivacy),
    Family::of::<MovingEvent>("moving", Action::MoveBusiness),
    Family::of::<LapseEvent>("lapse", Action::ReadConversations),
    Family::of::<TakeoutEvent>("takeout", Action::MoveBusiness),
    Family::of::<ProblemEvent>("problem", Action::ReadConversations).within(queries::problems_within),
    Family::of::<RuleEvent>("rule", Action::ManageSettings),
    Family::of::<CommunityEvent>("community", Action::ReadPeople),
    Family::of::<MemberEvent>("community", Action::ReadPeople),
    Family::of::<ArticleEvent>("article", Action::ReadArticles),
    Family::of::<GuideEvent>("guide", Action::ReadArticles),
]);

/// Every capability's part.
fn parts() -> OpenApiRouter<Platform> {
    OpenApiRouter::default()
        .merge(conversations::api::routes())
        .merge(people::api::routes())
        .merge(channels::api::routes())
        .merge(portal::api::routes())
        .merge(answers::articles::api::routes())
        .merge(answers::guides::api::routes())
        .merge(answers::automatic::api::routes())
        .merge(community::api::routes())
        .merge(reactions::routes())
        .merge(takeout::api::routes())
        .merge(settings_file::api::routes())
}

/// Every operation without what stands around it, for who is known already: see [`Caller::from_within`].
///
/// [`Caller::from_within`]: people::api::Caller::from_within
pub fn from_within(p: &Platform) -> Router {
    Router::from(parts())
        .layer(Extension(FAMILIES))
        .layer(Extension(crate::open::HOLDERS))
        .layer(Extension(Speaking(Arc::new(MailboxVoices))))
        .layer(Extension(Mails(Arc::new(MailParts))))
        .with_state(p.clone())
}

/// What the API is, for a Tillit at this address.
pub fn document(url: &str) -> Document {
    Document::new(|| parts().into_openapi(), url)
}

/// How much is taken.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// Requests a minute of each token.
    pub a_minute: u32,
    /// Bytes of a body.
    pub body: usize,
}

/// Every route of the API behind its gate.
///
/// They are made when the first program asks: routes that describe themselves take megabytes, and many a business has
/// no program that asks.
pub fn routes(p: &Platform, document: &Document, guard: Guard, bounds: Bounds) -> Router {
    let gate =
        Gate { platform: p.clone(), document: document.clone(), limits: Limits::new(p.clock.clone(), bounds.a_minute) };
    let made: Arc<OnceLock<Router>> = Arc::default();
    let late = service_fn(move |request: Request| {
        let routes = made.get_or_init(|| behind(&gate)).clone();
        routes.oneshot(request)
    });
    let whole = Router::new()
        .nest_service(BASE, late)
        .layer(Extension(FAMILIES))
        .layer(Extension(crate::open::HOLDERS))
        .layer(Extension(Speaking(Arc::new(MailboxVoices))))
        .layer(Extension(Mails(Arc::new(MailParts))));
    protect_api(whole, p, guard, bounds.body)
}

fn behind(gate: &Gate) -> Router {
    let document = gate.document.clone();
    let text = async move || ([(header::CONTENT_TYPE, "application/json")], document.text().to_owned());
    Router::from(parts())
        .route_layer(from_fn_with_state(gate.platform.clone(), once::layer))
        .route_layer(from_fn_with_state(gate.clone(), gate::layer))
        .route("/openapi.json", get(text))
        .route_layer(from_fn(watch::within))
        .fallback(async || Problem::not_found().into_response())
        .with_state(gate.platform.clone())
}

#[cfg(test)]
pub(crate) mod tests;
