//! The one list of every address of the desk, and the guard around all of them. What programs ask is in `api.rs`.

use std::sync::Arc;

use answers::articles::http::{
    bringing, categories, desk as articles, feeds, help, pictures as article_pictures, snippets, versions,
};
use answers::automatic::http as automatic;
use answers::guides::http::{desk as guides, node as guide_node, script as guide_script, walking};
use answers::helping::http as helping;
use axum::extract::{ConnectInfo, DefaultBodyLimit, Request};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Extension, Router};
use channels::http::{connect, mail, mailbox, oauth, providers};
use channels::journal::Journal;
use channels::moving::http as moving;
use channels::trust::http as senders;
use conversations::http::customers as merging;
use conversations::http::{
    conversation, deleted, feed, files, inbox, needs, originals, pictures, praise, problems, promises, rota, search,
    settings, shares, sidebar, timeline, today, undoing, welcome,
};
use conversations::queries::Lately;
use people::http::{
    abilities, absences, colleague, colleagues, customer, customers, departments, export, forgotten, imports, language,
    organisation, organisations, own_fields, password, profile, reset, second, second_signin, sessions, signin, skills,
    tokens,
};
use platform::api::once;
use platform::metrics::Metrics;
use platform::throttle::{Proxies, Throttle};
use platform::web::desk::{DemoBar, Desk};
use platform::web::errors::{Error, Pages};
use platform::web::guard::{Guard, protect};
use platform::web::room::Room;
use platform::web::watch::{self, Watch};
use platform::web::{assets, packing, respond};
use platform::{Context, Platform, Result};
use portal::http::{answer, contact, data, forms, my, request, settings as pages};
use reactions::audit::http as audit;
use reactions::automation::http as rules;
use reactions::lapses::http as lapses;
use reactions::notices::http as notices;
use reactions::reports::http as reports;
use reactions::webhooks::http as webhooks;

use crate::answers::Answers;
use crate::api;
use crate::config::Config;
use crate::operating::door::Caller;
use crate::operating::{backups, health, takeout};
use crate::settings_file::http as as_file;

/// Every route.
pub fn all() -> Router<Platform> {
    Router::new()
        .route("/", get(async || respond::see("/inbox")))
        .route("/health", get(health::show))
        .route("/assets/{*path}", get(assets::serve))
        .route("/live", get(reactions::live::stream))
        // Sign-in
        .route("/signin", get(signin::show).post(signin::create))
        .route("/signout", post(signin::destroy))
        .route("/signin/link/{secret}", get(signin::by_link))
        .route("/signin/second", get(second_signin::show).post(second_signin::create))
        .route("/signin/forgotten", get(forgotten::show).post(forgotten::create))
        .route("/signin/reset/{secret}", get(reset::show).post(reset::update))
        .route("/language", post(language::update))
        .route("/welcome/{secret}", get(welcome::show).post(welcome::create))
        // The customer's side
        .route("/r/{token}", get(request::show).post(answer::create).layer(DefaultBodyLimit::max(answer::BODY_MAX)))
        .route("/r/{token}/solved", post(request::settle))
        .route("/r/{token}/reopen", post(request::take_up))
        .route("/r/{token}/opinion", post(request::opinion))
        .route("/r/{token}/files/{id}", get(request::file))
        .route("/my", get(my::show).post(my::create))
        .route("/my/in/{secret}", get(my::by_link).post(my::enter))
        .route("/my/out", post(my::leave))
        .route("/my/data", get(data::show))
        .route("/contact", get(contact::index))
        .route(
            "/contact/{slug}",
            get(contact::show).post(contact::create).layer(DefaultBodyLimit::max(answer::BODY_MAX)),
        )
        .route("/help", get(help::index))
        .route("/help/guides", get(walking::index))
        .route("/help/guides/{address}", get(walking::show).post(walking::step))
        .route("/help/{lang}", get(help::centre))
        .route("/help/{lang}/search", get(help::search))
        .route("/help/{lang}/suggest", get(help::suggest))
        .route("/help/pictures/{name}", get(article_pictures::show))
        .route("/help/{lang}/feed.xml", get(feeds::feed))
        .route("/help/{lang}/topics/{address}", get(help::category))
        .route("/help/{lang}/{address}", get(help::article))
        .route("/help/{lang}/{address}/opinion", post(help::opinion))
        .route("/sitemap.xml", get(feeds::site_map))
        .route("/robots.txt", get(feeds::robots))
        // The desk
        .route("/inbox", get(inbox::inbox))
        .route("/inbox/list", get(inbox::list))
        .route("/inbox/peek/{id}", get(inbox::peek))
        .route("/inbox/bulk", post(inbox::bulk))
        .route("/inbox/several", get(inbox::several).post(inbox::do_with_several))
        .route("/undo", post(undoing::undo))
        .route("/deleted", get(deleted::show))
        .route("/deleted/keep", post(deleted::keep))
        .route("/deleted/{id}/restore", post(deleted::restore))
        .route("/deleted/{id}/erase", post(deleted::erase))
        .route("/conversations/{id}/delete", post(deleted::delete))
        .route("/today", get(today::show))
        .route("/search", get(search::show))
        .route("/palette", get(search::palette))
        .route("/sidebar", get(sidebar::sidebar))
        .route("/c/{number}", get(conversation::by_number))
        .route(
            "/conversations/new",
            get(conversation::new)
                .post(conversation::create)
                .layer(DefaultBodyLimit::max(conversation::REPLY_BODY_MAX)),
        )
        .route("/conversations/{id}", get(conversation::show))
        .route(
            "/conversations/{id}/reply",
            post(conversation::reply).layer(DefaultBodyLimit::max(conversation::REPLY_BODY_MAX)),
        )
        .route(
            "/conversations/{id}/forward",
            post(conversation::forward).layer(DefaultBodyLimit::max(conversation::REPLY_BODY_MAX)),
        )
        .route("/conversations/{id}/draft", post(conversation::save))
        .route("/conversations/{id}/drafts/{kind}/discard", post(conversation::discard))
        .route(
            "/conversations/{id}/drafts",
            get(conversation::shared_drafts)
                .post(conversation::share_draft)
                .layer(DefaultBodyLimit::max(conversation::REPLY_BODY_MAX)),
        )
        .route("/drafts/{id}/open", post(conversation::open_draft))
        .route("/drafts/{id}/save", post(conversation::save_shared))
        .route("/drafts/{id}/release", post(conversation::release_draft))
        .route(
            "/drafts/{id}/back",
            post(conversation::give_draft_back).layer(DefaultBodyLimit::max(conversation::REPLY_BODY_MAX)),
        )
        .route("/drafts/{id}/take", post(conversation::take_draft))
        .route("/drafts/{id}/throw-away", post(conversation::throw_draft_away))
        .route("/drafts/{id}/bring-back", post(conversation::bring_draft_back))
        .route("/conversations/{id}/note", post(conversation::note))
        .route("/conversations/{id}/assign", post(conversation::assign))
        .route("/conversations/{id}/department", post(conversation::hand_to))
        .route("/conversations/{id}/close", post(conversation::close))
        .route("/conversations/{id}/outcome", post(conversation::outcome))
        .route("/conversations/{id}/complaint", post(conversation::complaint))
        .route("/conversations/{id}/fields", post(conversation::fields))
        .route("/conversations/{id}/reopen", post(conversation::reopen))
        .route("/conversations/{id}/subject", post(conversation::change_subject))
        .route("/conversations/{id}/state", post(conversation::state))
        .route("/conversations/{id}/read", post(conversation::read))
        .route("/conversations/{id}/link/withdraw", post(conversation::withdraw_link))
        .route("/conversations/{id}/snooze", post(conversation::snooze))
        .route("/conversations/{id}/wake", post(conversation::wake))
        .route("/conversations/{id}/follow", post(conversation::follow))
        .route("/conversations/{id}/presence", get(conversation::presence).post(conversation::beat))
        .route("/conversations/{id}/writing", get(conversation::writing))
        .route("/conversations/{id}/links", post(conversation::links))
        .route("/conversations/{id}/clocks", get(conversation::clocks))
        .route("/conversations/{id}/time", post(conversation::spend))
        .route("/conversations/{id}/checklist", post(conversation::checklist))
        .route("/conversations/{id}/look", post(conversation::look))
        .route("/conversations/{id}/known", get(conversation::known_lines))
        .route("/conversations/{id}/promises", post(conversation::make_promise))
        .route("/praise", get(praise::show))
        .route("/praise/{message}/no", post(praise::no))
        .route("/promises", get(promises::show))
        .route("/problems", get(problems::show).post(problems::create))
        .route("/problems/{id}", get(problems::one).post(problems::change))
        .route("/problems/{id}/state", post(problems::move_to))
        .route("/problems/{id}/solution", post(problems::solve))
        .route("/problems/{id}/drafts", post(problems::draft))
        .route("/problems/{id}/remove", post(problems::remove))
        .route("/conversations/{id}/like", get(conversation::like).post(conversation::use_like))
        .route("/conversations/{id}/problems", get(conversation::pick_problem).post(conversation::problems))
        .route("/promises/calendar", post(feed::change))
        .route("/calendar/{token}", get(feed::show))
        .route("/promises/{id}", post(conversation::change_promise))
        .route("/promises/by/{id}", get(promises::by_colleague))
        .route("/conversations/{id}/needs/new", get(conversation::new_need))
        .route("/conversations/{id}/needs", post(conversation::note_need))
        .route("/needs", get(needs::show))
        .route("/needs/export", get(needs::export))
        .route("/needs/tell", get(needs::telling).post(needs::tell))
        .route("/needs/{id}", post(conversation::change_need))
        .route("/conversations/{id}/contact", get(conversation::contact_page).post(conversation::log_contact))
        .route(
            "/customers/{id}/contact",
            get(conversation::customers_contact_page).post(conversation::log_customers_contact),
        )
        .route(
            "/conversations/{id}/side",
            get(conversation::begin_side_page)
                .post(conversation::begin_side)
                .layer(DefaultBodyLimit::max(conversation::REPLY_BODY_MAX)),
        )
        .route(
            "/sides/{id}",
            get(conversation::side_page)
                .post(conversation::write_side)
                .layer(DefaultBodyLimit::max(conversation::REPLY_BODY_MAX)),
        )
        .route("/sides/{id}/draft", post(conversation::save_side_draft))
        .route("/sides/{id}/state", post(conversation::set_side))
        .route("/sides/{id}/subject", post(conversation::change_side_subject))
        .route("/messages/{id}/note", get(conversation::note_page).post(conversation::edit_note))
        .route("/messages/{id}/redact", get(conversation::redact_page).post(conversation::redact))
        .route("/conversations/{id}/cards", post(conversation::mask_cards))
        .route("/conversations/{id}/tags", post(conversation::tags))
        .route("/conversations/{id}/macros", post(conversation::macros::put))
        .route("/conversations/new/macros/{macro}", get(conversation::macros::show_first))
        .route("/conversations/{id}/macros/{macro}", get(conversation::macros::show))
        .route("/conversations/{id}/acts", post(conversation::macros::act))
        .route("/conversations/{id}/customer", post(conversation::customer))
        .route("/conversations/{id}/participants", post(conversation::participants))
        .route("/conversations/{id}/merge", post(conversation::merge))
        .route("/conversations/{id}/merge/undo", post(conversation::undo_merge))
        .route("/conversations/{id}/apart", post(conversation::leave_apart))
        .route("/messages/{id}/split", post(conversation::split))
        .route("/messages/{id}/undo", post(conversation::undo))
        .route("/messages/{id}/retry", post(conversation::retry))
        .route("/messages/{id}/why", get(conversation::why))
        .route("/messages/{id}/send", post(conversation::send))
        .route("/messages/{id}/cancel", post(conversation::cancel))
        .route("/messages/{id}/edit", post(conversation::edit))
        .route("/messages/{id}/raw.eml", get(files::raw))
        .route("/messages/{id}/pictures", post(pictures::show))
        .route("/originals/{token}", get(originals::show))
        .route("/pictures/{token}", get(pictures::picture))
        .route("/pictures/remote/{token}", get(pictures::remote))
        .route("/attachments/{id}", get(files::attachment))
        // Customers
        .route("/customers/{id}/conversations", get(conversation::of_person))
        .route("/customers/{id}/promises", get(promises::of_person))
        .route("/customers/{id}/needs", get(needs::of_person))
        .route("/customers/{id}/timeline", get(timeline::show))
        .route("/customers", get(customers::index))
        .route("/customers/{id}", get(customer::show))
        .route("/customers/{id}/name", post(customer::rename))
        .route("/customers/{id}/addresses", post(customer::addresses::add))
        .route("/customers/{id}/addresses/change", post(customer::addresses::change))
        .route("/customers/{id}/addresses/remove", post(customer::addresses::remove))
        .route("/customers/{id}/phones", post(customer::phones::add))
        .route("/customers/{id}/phones/change", post(customer::phones::change))
        .route("/customers/{id}/phones/remove", post(customer::phones::remove))
        .route("/customers/{id}/names", post(customer::names::add))
        .route("/customers/{id}/names/change", post(customer::names::change))
        .route("/customers/{id}/names/remove", post(customer::names::remove))
        .route("/customers/{id}/about", post(customer::about))
        .route("/customers/{id}/preferences", post(customer::preferences))
        .route("/customers/{id}/block", post(customer::block))
        .route("/customers/{id}/unblock", post(customer::unblock))
        .route("/customers/{id}/held", get(customer::held::show))
        .route("/customers/{id}/erase", post(customer::held::erase))
        .route("/customers/{id}/apart", post(customer::doubles::leave_apart))
        .route("/customers/{id}/merge", get(merging::show).post(merging::merge))
        .route("/customers/{id}/merge/undo", post(merging::undo))
        .route("/customers/{id}/notes", post(customer::notes::add))
        .route("/customers/{id}/notes/{note}", post(customer::notes::change))
        .route("/customers/{id}/notes/{note}/pin", post(customer::notes::pin))
        .route("/customers/{id}/notes/{note}/remove", post(customer::notes::remove))
        .route("/customers/export", get(export::show))
        .route(
            "/customers/import",
            get(imports::index).post(imports::create).layer(DefaultBodyLimit::max(imports::BODY_MAX)),
        )
        .route("/customers/imports/{id}", get(imports::show).post(imports::update))
        .route("/customers/imports/{id}/stop", post(imports::stop))
        .route("/customers/imports/{id}/report.csv", get(imports::report_csv))
        .route("/customers/{id}/fields", post(customer::fields))
        .route("/organisations/{id}/fields", post(organisation::fields))
        .route("/settings/recurring", get(settings::recurring::show).post(settings::recurring::create))
        .route("/settings/recurring/new", get(settings::recurring::new))
        .route("/settings/recurring/{id}", get(settings::recurring::edit).post(settings::recurring::update))
        .route("/settings/recurring/{id}/remove", post(settings::recurring::remove))
        .route("/settings/fields", get(own_fields::show).post(own_fields::create))
        .route("/settings/fields/{id}", post(own_fields::update))
        .route("/settings/fields/{id}/retired", post(own_fields::retire))
        .route("/settings/fields/{id}/move", post(own_fields::arrange))
        .route("/customers/{id}/related", post(customer::related::add))
        .route("/customers/{id}/related/remove", post(customer::related::remove))
        .route("/customers/{id}/care", post(customer::care::set))
        .route("/customers/{id}/care/{flag}", post(customer::care::change))
        .route("/customers/{id}/care/{flag}/end", post(customer::care::end))
        .route("/customers/{id}/organisation", post(customer::belonging::join))
        .route("/customers/{id}/organisation/leave", post(customer::belonging::leave))
        .route("/customers/{id}/organisation/decline", post(customer::belonging::decline))
        .route("/organisations/{id}/conversations", get(conversation::of_organisation))
        .route("/organisations", get(organisations::index).post(organisations::create))
        .route("/organisations/{id}", get(organisation::show))
        .route("/organisations/{id}/name", post(organisation::rename))
        .route("/organisations/{id}/domains", post(organisation::add_domain))
        .route("/organisations/{id}/domains/remove", post(organisation::remove_domain))
        .route("/organisations/{id}/joining", post(organisation::joining))
        .route("/organisations/{id}/people", post(organisation::take_in))
        .route("/organisations/{id}/decline", post(organisation::decline))
        // Reports
        .route("/reports", get(reports::show))
        .route("/reports/figures.csv", get(reports::figures_csv))
        .route("/reports/conversations", get(reports::conversations))
        .route("/reports/conversations.csv", get(reports::conversations_csv))
        .route("/lapses", get(lapses::show).post(lapses::update))
        .route("/notices", get(notices::show))
        .route("/notices/bell", get(notices::bell::show))
        .route("/notices/read", post(notices::read_each))
        .route("/notices/{id}/read", post(notices::read))
        // One's own things
        .route("/profile", get(profile::show).post(profile::update))
        .route("/profile/password", post(password::update))
        .route("/profile/absences", post(absences::plan_own))
        .route("/profile/writes", post(abilities::set_own))
        .route("/profile/absences/{id}/remove", post(absences::cancel_own))
        .route("/profile/second", get(second::show).post(second::update))
        .route("/profile/second/begin", post(second::begin))
        .route("/profile/notices", get(notices::wishes::show).post(notices::wishes::update))
        .route("/profile/sessions/end", post(sessions::end_others))
        .route("/profile/sessions/{digest}/end", post(sessions::end))
        // The business's things
        .route("/settings", get(settings::index))
        .route("/settings/search", get(settings::finding::show))
        .route("/settings/business", get(settings::business::show).post(settings::business::update))
        .route("/settings/hours", get(settings::hours::show).post(settings::hours::update))
        .route("/settings/turns", get(settings::turns::show).post(settings::turns::update))
        .route("/settings/service", get(settings::service::show).post(settings::service::create))
        .route("/settings/service/new", get(settings::service::new))
        .route(
            "/settings/service/hours/{id}",
            get(settings::service::hours::edit).post(settings::service::hours::update),
        )
        .route("/settings/service/{id}", get(settings::service::edit).post(settings::service::update))
        .route("/settings/service/{id}/{act}", post(settings::service::change))
        .route("/settings/turns/lacking", post(settings::turns::needs::choose))
        .route("/settings/turns/needs", post(settings::turns::needs::add))
        .route("/settings/turns/needs/remove", post(settings::turns::needs::remove))
        .route("/turns", get(shares::show))
        .route("/rota", get(rota::show).post(rota::update))
        .route("/rota/swaps", post(rota::swap))
        .route("/settings/times", get(settings::times::show).post(settings::times::update))
        .route("/settings/needs", get(settings::needs::show).post(settings::needs::update))
        .route("/settings/outcomes", get(settings::outcomes::show).post(settings::outcomes::update))
        .route("/settings/tone", get(settings::tone::show).post(settings::tone::update))
        .route("/settings/receipts", get(settings::receipts::show).post(settings::receipts::update))
        .route("/settings/requests", get(pages::show).post(pages::update))
        .route("/settings/requests/logo", post(pages::logo::update).layer(DefaultBodyLimit::max(pages::logo::BODY_MAX)))
        .route("/settings/requests/logo/remove", post(pages::logo::remove))
        .route("/logo/{name}", get(pages::logo::show))
        .route("/settings/forms", get(forms::index).post(forms::create))
        .route("/settings/forms/new", get(forms::new))
        .route("/settings/forms/{slug}", get(forms::show).post(forms::update))
        .route("/settings/forms/{slug}/remove", post(forms::remove))
        .route("/settings/states", get(settings::states::show).post(settings::states::update))
        .route("/settings/tags", get(settings::tags::show))
        .route("/settings/tags/{id}", post(settings::tags::update))
        .route("/settings/tags/{id}/merge", post(settings::tags::merge))
        .route("/settings/tags/{id}/remove", post(settings::tags::remove))
        .route(
            "/settings/macros",
            get(settings::macros::show)
                .post(settings::macros::create)
                .layer(DefaultBodyLimit::max(conversation::REPLY_BODY_MAX)),
        )
        .route("/settings/macros/new", get(settings::macros::new))
        .route(
            "/settings/macros/{id}",
            get(settings::macros::edit)
                .post(settings::macros::update)
                .layer(DefaultBodyLimit::max(conversation::REPLY_BODY_MAX)),
        )
        .route("/settings/macros/{id}/copy", post(settings::macros::copy))
        .route("/settings/macros/{id}/move", post(settings::macros::arrange))
        .route("/settings/macros/{id}/remove", post(settings::macros::remove))
        .route("/settings/macros/{id}/restore", post(settings::macros::restore))
        .route("/settings/macros/files/{id}", get(settings::macros::file))
        .route("/settings/views", get(settings::views::show).post(settings::views::create))
        .route("/settings/views/new", get(settings::views::new))
        .route("/settings/views/{id}", get(settings::views::edit).post(settings::views::update))
        .route("/settings/views/{id}/remove", post(settings::views::remove))
        .route("/settings/views/{id}/restore", post(settings::views::restore))
        .route("/settings/mail", get(mail::show).post(mail::update))
        .route("/settings/mail/connect", get(connect::show).post(connect::find))
        .route("/settings/mail/connect/check", get(connect::back).post(connect::check))
        .route("/settings/mail/connect/choose", get(connect::back).post(connect::choose))
        .route("/settings/mail/connect/finish", get(connect::back).post(connect::finish))
        .route("/settings/mail/providers", get(providers::show).post(providers::update))
        .route("/settings/mail/oauth", get(oauth::back))
        .route("/settings/mail/oauth/begin", get(oauth::begin))
        .route("/settings/mail/{id}/oauth/{provider}", get(oauth::again))
        .route("/settings/mail/{id}", get(mailbox::show).post(mailbox::update))
        .route("/settings/mail/{id}/test", get(mailbox::show).post(mailbox::test))
        .route("/settings/mail/{id}/enabled", post(mailbox::enable))
        .route("/settings/mail/{id}/department", post(mailbox::hand_to))
        .route("/settings/mail/{id}/default", post(mailbox::make_default))
        .route("/settings/mail/{id}/remove", post(mailbox::remove))
        .route(
            "/settings/moving",
            get(moving::index).post(moving::create).layer(DefaultBodyLimit::max(moving::BODY_MAX)),
        )
        .route("/settings/moving/{id}", get(moving::show).post(moving::update))
        .route("/settings/moving/{id}/stop", post(moving::stop))
        .route("/settings/moving/{id}/report.csv", get(moving::report_csv))
        .route("/settings/senders", get(senders::show).post(senders::update))
        .route("/settings/api", get(tokens::index).post(tokens::create))
        .route("/settings/api/{id}/revoke", post(tokens::revoke))
        .route("/settings/webhooks", get(webhooks::index).post(webhooks::create))
        .route("/settings/webhooks/{id}", get(webhooks::show).post(webhooks::update))
        .route("/settings/webhooks/{id}/enabled", post(webhooks::enable))
        .route("/settings/webhooks/{id}/secret", get(webhooks::back).post(webhooks::rotate))
        .route("/settings/webhooks/{id}/test", post(webhooks::try_out))
        .route("/settings/webhooks/{id}/remove", post(webhooks::remove))
        .route("/settings/webhooks/deliveries/{id}/again", post(webhooks::again))
        .route("/settings/rules", get(rules::index).post(rules::create))
        .route("/settings/rules/new", get(rules::new))
        .route("/settings/rules/order", post(rules::set_order))
        .route("/settings/rules/{id}", get(rules::edit).post(rules::update))
        .route("/settings/rules/{id}/enabled", post(rules::enable))
        .route("/settings/rules/{id}/move", post(rules::move_to))
        .route("/settings/rules/{id}/trial", get(rules::trial))
        .route("/settings/rules/{id}/history", get(rules::history))
        .route("/settings/rules/{id}/versions/{version}", post(rules::bring_back))
        .route("/settings/rules/{id}/restore", post(rules::restore))
        .route("/settings/rules/{id}/remove", post(rules::remove))
        .route("/api/docs", get(tokens::docs))
        .route("/settings/operations", get(settings::operations::show))
        .route("/settings/operations/jobs/{id}/retry", post(settings::operations::retry))
        .route("/settings/audit", get(audit::show))
        .route("/settings/backups", get(backups::show).post(backups::update))
        .route("/settings/backups/now", post(backups::now))
        .route("/settings/takeout", get(takeout::show).post(takeout::create))
        .route("/settings/takeout/{id}/file", get(takeout::file))
        .route("/settings/takeout/{id}/prove", get(takeout::ask).post(takeout::prove))
        .route("/settings/takeout/{id}/remove", post(takeout::remove))
        .route(
            "/settings/file",
            get(as_file::index).post(as_file::create).layer(DefaultBodyLimit::max(as_file::BODY_MAX)),
        )
        .route("/settings/file/now.json", get(as_file::now))
        .route("/settings/file/{id}", get(as_file::show).post(as_file::update))
        .route("/settings/file/{id}/before.json", get(as_file::before))
        .route("/settings/colleagues", get(colleagues::index).post(colleagues::create))
        .route("/settings/colleagues/obliged", post(colleagues::oblige))
        .route("/settings/colleagues/{id}", get(colleague::show))
        .route("/settings/colleagues/{id}/absences", post(absences::plan))
        .route("/settings/colleagues/{id}/absences/{absence}/remove", post(absences::cancel))
        .route("/settings/colleagues/{id}/workload", post(colleague::take))
        .route("/settings/colleagues/{id}/abilities", post(abilities::set))
        .route("/settings/skills", get(skills::index).post(skills::create))
        .route("/settings/skills/{id}", post(skills::update))
        .route("/settings/skills/{id}/remove", post(skills::remove))
        .route("/settings/colleagues/{id}/role", post(colleagues::update_role))
        .route("/settings/colleagues/{id}/reach", post(colleagues::limit))
        .route("/settings/colleagues/{id}/second", post(colleagues::second_off))
        .route("/settings/colleagues/{id}/invitation", post(colleagues::invite))
        .route("/settings/colleagues/{id}/disabled", post(colleagues::disable))
        .route("/settings/colleagues/{id}/enabled", post(colleagues::enable))
        .route("/settings/departments", get(departments::index).post(departments::create))
        .route("/settings/departments/{id}", post(departments::update))
        .route("/settings/departments/{id}/closed", post(departments::close))
        .route("/settings/departments/{id}/open", post(departments::open))
        .merge(of_community())
        .route("/settings/guides", get(guides::index).post(guides::create))
        .route("/settings/guides/{id}", get(guides::show).post(guides::update))
        .route("/settings/guides/{id}/state", post(guides::turn))
        .route("/settings/guides/{id}/tests", post(guides::test))
        .route("/settings/guides/{id}/nodes/{key}", get(guide_node::show).post(guide_node::update))
        .route("/conversations/{id}/guides", get(guide_script::show).post(guide_script::keep))
        .route("/settings/articles", get(articles::index).post(articles::create))
        .route("/settings/articles/new", get(articles::new))
        .route("/settings/articles/preview", post(articles::preview))
        .route("/settings/articles/automatic", get(automatic::show).post(automatic::update))
        .route("/settings/articles/automatic/measure", post(automatic::measure))
        .route("/settings/articles/missing", get(articles::missing).post(articles::forget))
        .route("/settings/articles/categories", get(categories::show).post(categories::create))
        .route("/settings/articles/categories/{id}", post(categories::update))
        .route("/settings/articles/categories/{id}/move", post(categories::shift))
        .route("/settings/articles/categories/{id}/remove", post(categories::remove))
        .route("/conversations/{id}/answers", get(helping::show).post(helping::insert))
        .route("/conversations/{id}/answers/new", get(helping::new).post(helping::create))
        .route(
            "/settings/articles/pictures",
            get(article_pictures::index)
                .post(article_pictures::create)
                .layer(DefaultBodyLimit::max(article_pictures::BODY_MAX)),
        )
        .route("/settings/articles/snippets", get(snippets::show).post(snippets::create))
        .route("/settings/articles/snippets/{name}", post(snippets::update))
        .route("/settings/articles/snippets/{name}/remove", post(snippets::remove))
        .route(
            "/settings/articles/import",
            get(bringing::show).post(bringing::create).layer(DefaultBodyLimit::max(bringing::BODY_MAX)),
        )
        .route("/settings/articles/{id}/about", post(articles::describe))
        .route("/settings/articles/{id}/{lang}", get(articles::edit).post(articles::update))
        .route("/settings/articles/{id}/{lang}/state", post(articles::turn))
        .route("/settings/articles/{id}/{lang}/versions", get(versions::show))
        .route("/settings/articles/{id}/{lang}/versions/{number}", post(versions::restore))
        .fallback(async || Error::NotFound)
}

/// The community: its pages for everybody, what colleagues do there, its settings.
fn of_community() -> Router<Platform> {
    use community::http::{acts, asking, desk, desk_topic, editing, joining, lists, me, offering, settings, topic};
    Router::new()
        .route("/community", get(lists::index))
        .route("/community/ask", get(asking::show).post(asking::create))
        .route("/community/join", get(joining::show).post(joining::create))
        .route("/community/offer/{key}", get(offering::decide_on).post(offering::decide))
        .route("/community/me", get(me::show).post(me::update))
        .route("/community/me/leave", post(me::leave))
        .route("/community/q/{id}", get(topic::show))
        .route("/community/q/{id}/answer", post(topic::answer))
        .route("/community/q/{id}/vote", post(acts::vote))
        .route("/community/q/{id}/accept", post(acts::accept))
        .route("/community/q/{id}/flag", post(acts::flag))
        .route("/community/q/{id}/follow", post(acts::follow))
        .route("/community/q/{id}/edit", get(editing::show).post(editing::update))
        .route("/desk/community", get(desk::index))
        .route("/desk/community/review", post(desk::review))
        .route("/desk/community/from/{id}", get(offering::show).post(offering::ask))
        .route("/desk/community/{id}", get(desk_topic::show))
        .route("/desk/community/{id}/answer", post(desk_topic::answer))
        .route("/desk/community/{id}/lock", post(desk_topic::lock))
        .route("/desk/community/{id}/merge", post(desk_topic::merge))
        .route("/desk/community/{id}/move", post(desk_topic::reshape))
        .route("/desk/community/{id}/take", post(desk_topic::take))
        .route("/desk/community/{id}/idea", post(desk_topic::idea))
        .route("/desk/community/{id}/member", post(desk_topic::member))
        .route("/settings/community", get(settings::show).post(settings::update))
}

/// All routes behind the guard, with what pages need from the wiring.
///
/// # Errors
/// When a trusted proxy is no address.
pub fn guarded(
    p: &Platform,
    config: &Config,
    routes: Router<Platform>,
    demo: Option<Arc<dyn DemoBar>>,
    journal: &Journal,
    metrics: &Metrics,
) -> Result<Router> {
    let proxies = proxies(config)?;
    let folder = backups::Folder(config.backups.clone().map(Arc::new));
    let pages = Pages::new(p.i18n.clone(), p.random.clone());
    let lately = Lately::new(p.clock.clone(), &p.live);
    let desk = Desk {
        sidebar: Arc::new(notices::bell::WithBell(Arc::new(sidebar::LatelySidebar(lately.clone())))),
        demo,
        notices: vec![
            Arc::new(channels::mailboxes::alarm::UnreadMailboxes),
            Arc::new(backups::LateBackups(folder.clone())),
            Arc::new(takeout::TakeoutNews),
        ],
    };
    let document = api::document(&p.site.url);
    let guard = Guard { site: p.site.clone(), proxies, pages, room: Room::default(), metrics: metrics.clone() };
    let bounds = api::Bounds { a_minute: config.api_requests, body: once::LARGEST };
    let programs = api::routes(p, &document, guard.clone(), bounds);
    let routes = routes
        .layer(Extension(desk))
        .layer(Extension(lately.doing()))
        .layer(Extension(lately))
        .layer(Extension(folder))
        .layer(Extension(api::FAMILIES))
        .layer(Extension(crate::open::HOLDERS))
        .layer(Extension(portal::http::Door(Arc::new(Answers::new(p, journal)))))
        .layer(Extension(document))
        .layer(Extension(pictures::RemotePictures::new(p.outbound.clone())))
        .layer(Extension(conversation::Onlookers(Arc::new(reactions::notices::Looking))))
        .layer(Extension(conversation::Arrivals(Arc::new(channels::sources::JournalArrivals))))
        .layer(Extension(conversation::Speaking(Arc::new(channels::sources::MailboxVoices))))
        .layer(Extension(files::Mails(Arc::new(channels::sources::MailParts))))
        .layer(Extension(Throttle::new(p.clock.clone())))
        .layer(Extension(help::Reads::default()))
        .layer(Extension(portal::offers::Offers(Arc::new(answers::automatic::Passages))))
        .layer(Extension(help::Beside(crate::open::BESIDE_ARTICLES)))
        .layer(Extension(crate::open::BESIDE_THE_DESK))
        .with_state(p.clone());
    let watch = Watch { clock: p.clock.clone(), random: p.random.clone(), metrics: metrics.clone() };
    let whole = protect(routes, guard).merge(programs);
    let packed = whole.layer(from_fn(packing::layer));
    Ok(packed.layer(from_fn_with_state(watch, watch::layer)).layer(from_fn(called)))
}

/// The proxies that the operator trusts.
///
/// # Errors
/// When one is no address and no network.
pub fn proxies(config: &Config) -> Result<Arc<Proxies>> {
    let networks = config.trusted_proxies.iter().map(|cidr| {
        let alone = || cidr.parse::<std::net::IpAddr>().map(ipnet::IpNet::from);
        cidr.parse().or_else(|_| alone()).context(format!("--trusted-proxy {cidr} is no address and no network"))
    });
    Ok(Arc::new(Proxies::new(networks.collect::<Result<_>>()?)))
}

/// Tells the rest who stands at the door, in the form that it asks for.
async fn called(mut request: Request, next: Next) -> Response {
    if let Some(ConnectInfo(Caller(address))) = request.extensions().get::<ConnectInfo<Caller>>().copied() {
        request.extensions_mut().insert(ConnectInfo(address));
    }
    next.run(request).await
}
