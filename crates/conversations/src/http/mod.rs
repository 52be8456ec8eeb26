//! The desk's pages: inbox, conversation, files, settings of conversations.
//!
//! Handlers are short: who asks, load, decide, write, answer. Markup is built from plain data in the
//! files beside them, and everything that people wrote is escaped by maud.
//!
//! | Method and path | Handler |
//! |---|---|
//! | `GET`, `POST /welcome/{secret}` | [`welcome::show`], [`welcome::create`] |
//! | `GET /inbox` | [`inbox::inbox`] |
//! | `GET /inbox/list` | [`inbox::list`] |
//! | `GET /inbox/peek/{id}` | [`inbox::peek`] |
//! | `POST /inbox/bulk` | [`inbox::bulk()`] |
//! | `GET`, `POST /inbox/several` | [`inbox::several()`], [`inbox::do_with_several`] |
//! | `POST /undo` | [`undoing::undo`] |
//! | `GET /deleted`, `POST …/keep`, `…/{id}/restore`, `…/{id}/erase`, `POST /conversations/{id}/delete` | [`deleted`], with `Extension<people::privacy::Holders>` |
//! | `GET`, `POST /conversations/new` | [`conversation::new`], [`conversation::create`] |
//! | `GET /messages/{id}/why` | [`conversation::why`], with `Extension<conversation::Arrivals>` |
//! | `GET /conversations/{id}` | [`conversation::show`] |
//! | `GET /c/{number}` | [`conversation::by_number`] |
//! | `GET /customers/{id}/conversations` | [`conversation::of_person`] |
//! | `GET /customers/{id}/timeline` | [`timeline::show`] |
//! | `GET`, `POST /customers/{id}/merge`, `POST …/undo` | [`customers::show`], [`customers::merge`], [`customers::undo`] |
//! | `POST /conversations/{id}/reply` | [`conversation::reply`], body up to [`conversation::REPLY_BODY_MAX`] |
//! | `POST /conversations/{id}/forward` | [`conversation::forward`], body up to the same |
//! | `POST /conversations/{id}/draft` | [`conversation::save`] |
//! | `POST /conversations/{id}/drafts/{kind}/discard` | [`conversation::discard`] |
//! | `GET`, `POST /conversations/{id}/drafts` | [`conversation::shared_drafts`], [`conversation::share_draft`], body up to the same |
//! | `POST /drafts/{id}/open`, `…/save`, `…/release`, `…/back`, `…/take`, `…/throw-away`, `…/bring-back` | [`conversation::open_draft`], [`conversation::save_shared`], [`conversation::release_draft`], [`conversation::give_draft_back`], [`conversation::take_draft`], [`conversation::throw_draft_away`], [`conversation::bring_draft_back`] |
//! | `POST /conversations/{id}/note` | [`conversation::note`] |
//! | `POST /conversations/{id}/assign` | [`conversation::assign`] |
//! | `POST /conversations/{id}/close` | [`conversation::close`] |
//! | `POST /conversations/{id}/reopen` | [`conversation::reopen`] |
//! | `POST /conversations/{id}/fields` | [`conversation::fields`] |
//! | `POST /conversations/{id}/state` | [`conversation::state`] |
//! | `POST /conversations/{id}/snooze`, `…/wake` | [`conversation::snooze`], [`conversation::wake`] |
//! | `POST /conversations/{id}/follow` | [`conversation::follow`] |
//! | `POST /conversations/{id}/tags` | [`conversation::tags()`] |
//! | `GET /conversations/{id}/macros/{macro}`, `POST …/macros`, `…/acts` | [`conversation::macros`] |
//! | `GET`, `POST /messages/{id}/note`, `…/redact` | [`conversation::note_page`], [`conversation::edit_note`], [`conversation::redact_page`], [`conversation::redact`], with `Extension<people::privacy::Holders>` |
//! | `POST /conversations/{id}/cards` | [`conversation::mask_cards`], with the same |
//! | `GET`, `POST /conversations/{id}/contact` | [`conversation::contact_page`], [`conversation::log_contact`] |
//! | `GET`, `POST /customers/{id}/contact` | [`conversation::customers_contact_page`], [`conversation::log_customers_contact`] |
//! | `POST /conversations/{id}/checklist` | [`conversation::checklist()`] |
//! | `POST /conversations/{id}/look`, `…/promises`, `POST /promises/{id}` | [`conversation::look()`], [`conversation::make_promise`], [`conversation::change_promise`] |
//! | `GET /promises`, `/promises/by/{id}`, `/customers/{id}/promises` | [`promises::show`], [`promises::by_colleague`], [`promises::of_person`] |
//! | `GET /conversations/{id}/needs/new`, `POST /conversations/{id}/needs`, `/needs/{id}` | [`conversation::new_need`], [`conversation::note_need`], [`conversation::change_need`] |
//! | `GET /needs`, `/needs/export`, `/customers/{id}/needs` | [`needs::show`], [`needs::export()`], [`needs::of_person`] |
//! | `GET`, `POST /needs/tell` | [`needs::telling()`], [`needs::tell`] |
//! | `GET /praise`, `POST /praise/{message}/no` | [`praise::show`], [`praise::no`] |
//! | `GET`, `POST /conversations/{id}/like` | [`conversation::like`], [`conversation::use_like`] |
//! | `GET`, `POST /conversations/{id}/problems` | [`conversation::pick_problem`], [`conversation::problems()`] |
//! | `GET`, `POST /problems`, `…/{id}`, `POST …/{id}/state`, `…/solution`, `…/drafts`, `…/remove` | [`problems`] |
//! | `GET /calendar/{token}`, `POST /promises/calendar` | [`feed::show`], [`feed::change`] |
//! | `POST /conversations/{id}/time` | [`conversation::spend`] |
//! | `POST /conversations/{id}/links` | [`conversation::links`] |
//! | `POST /conversations/{id}/read` | [`conversation::read`] |
//! | `POST /conversations/{id}/link/withdraw` | [`conversation::withdraw_link`] |
//! | `POST /messages/{id}/undo` | [`conversation::undo`] |
//! | `POST /messages/{id}/retry` | [`conversation::retry`] |
//! | `POST /messages/{id}/send`, `…/cancel`, `…/edit` | [`conversation::send`], [`conversation::cancel`], [`conversation::edit`] |
//! | `GET /messages/{id}/raw.eml` | [`files::raw`] |
//! | `POST /messages/{id}/pictures` | [`pictures::show`] |
//! | `GET /originals/{token}` | [`originals::show`] |
//! | `GET /pictures/{token}` | [`pictures::picture`] |
//! | `GET /pictures/remote/{token}` | [`pictures::remote`], with `Extension<pictures::RemotePictures>` |
//! | `GET /attachments/{id}` | [`files::attachment`], with `Extension<files::Mails>` |
//! | `GET /search`, `GET /palette` | [`search::show`], [`search::palette`] |
//! | `GET /sidebar` | [`sidebar::sidebar`] |
//! | `GET /settings` | [`settings::index`] |
//! | `GET`, `POST /settings/business` | [`settings::business::show`], [`settings::business::update`] |
//! | `GET`, `POST /settings/hours` | [`settings::hours::show`], [`settings::hours::update`] |
//! | `GET`, `POST /settings/times` | [`settings::times::show`], [`settings::times::update`] |
//! | `GET`, `POST /settings/receipts` | [`settings::receipts::show`], [`settings::receipts::update`] |
//! | `GET`, `POST /settings/needs` | [`settings::needs::show`], [`settings::needs::update`] |
//! | `POST /conversations/{id}/outcome`, `…/complaint` | [`conversation::outcome`], [`conversation::complaint`] |
//! | `GET`, `POST /settings/outcomes` | [`settings::outcomes::show`], [`settings::outcomes::update`] |
//! | `GET`, `POST /settings/tone` | [`settings::tone::show`], [`settings::tone::update`] |
//! | `GET`, `POST /settings/states` | [`settings::states::show`], [`settings::states::update`] |
//! | `GET /settings/tags` | [`settings::tags::show`] |
//! | `POST /settings/tags/{id}`, `…/merge`, `…/remove` | [`settings::tags::update`], [`settings::tags::merge`], [`settings::tags::remove`] |
//! | `GET`, `POST /settings/macros`, `…/new`, `…/{id}`, `POST …/{id}/copy`, `…/move`, `…/remove`, `…/restore` | [`settings::macros`] |
//! | `GET`, `POST /settings/views`, `…/new`, `…/{id}`, `POST …/{id}/remove`, `…/restore` | [`settings::views`] |
//! | `GET`, `POST /settings/turns` | [`settings::turns::show`], [`settings::turns::update`] |
//! | `GET`, `POST /settings/recurring`, `…/new`, `…/{id}`, `POST …/{id}/remove` | [`settings::recurring`] |
//! | `GET /today` | [`today::show`] |
//! | `GET /settings/operations` | [`settings::operations::show`] |
//! | `POST /settings/operations/jobs/{id}/retry` | [`settings::operations::retry`] |
//!
//! The wiring puts `Extension(platform::web::desk::Desk)` with [`sidebar::LatelySidebar`], the same
//! [`queries::Lately`] and what it listens with, and `Extension(files::Mails)` around all of them.

pub mod acts;
pub mod conversation;
pub mod customers;
mod cuts;
pub mod deleted;
pub mod feed;
pub mod files;
pub mod inbox;
pub mod needs;
pub mod originals;
pub mod pictures;
pub mod praise;
pub mod problems;
pub mod promises;
pub mod rota;
pub mod search;
pub mod settings;
pub mod shares;
pub mod sidebar;
pub mod timeline;
pub mod today;
pub mod undoing;
pub mod welcome;

mod chips;
mod document;
mod lens;
mod links;
mod pass;
#[cfg(test)]
pub(crate) mod testing;
pub mod text;

use base::{Action, Instant, allowed};
use maud::{Markup, html};
use people::StaffId;
use people::staff::{Colleague, Who};
use platform::Conn;
use platform::web::assets::icon;
use platform::web::avatar::{Size, avatar};
use platform::web::errors::Error;

use crate::Tag;
use crate::commands::CommandError;
use crate::queries;
use lens::Lens;

/// The texts of these pages.
pub const LOCALES: platform::i18n::Locales = platform::locales!();

/// What a handler does about a command that a person at the keyboard cannot mend.
fn error(error: CommandError) -> Error {
    match error {
        CommandError::NotFound => Error::NotFound,
        CommandError::Forbidden => Error::Forbidden,
        CommandError::Refused(refusal) => Error::invalid(refusal.message()),
        CommandError::Fault(fault) => Error::Fault(fault),
    }
}

/// The colleagues, until when they are away, and who has as much as they take.
async fn colleagues(conn: &mut Conn, who: &Who, now: Instant) -> Result<Vec<Colleague>, Error> {
    let scope = allowed(&who.actor(), Action::ReadStaff)?;
    let all = people::staff::colleagues(conn, &scope).await?;
    let all = people::absence::mark(conn, all, now).await?;
    Ok(queries::mark_full(conn, all).await?)
}

/// Until when a colleague is away, in words; nothing when they are there.
fn away(lens: Lens<'_>, id: Option<&StaffId>, staff: &[Colleague]) -> Option<String> {
    let until = staff.iter().find(|one| Some(&one.id) == id)?.away_until?;
    Some(lens.say.with("absence-until", platform::args![day = lens.say.day(until)]))
}

/// Tags that are offered, those used most first.
async fn known_tags(conn: &mut Conn) -> Result<Vec<Tag>, Error> {
    const MOST: i64 = 300;
    Ok(queries::tags(conn, MOST).await?.into_iter().map(|(tag, _)| tag).collect())
}

/// Colleagues who take work, and nobody, as buttons of a menu. `owner` is who has it now, where one is known.
fn staff_items(lens: Lens<'_>, staff: &[Colleague], field: &str, owner: Option<Option<&StaffId>>) -> Markup {
    html! {
        @for one in staff.iter().filter(|one| one.takes_work()) {
            button.item name=(field) value=(one.id) aria-current=[(owner == Some(Some(&one.id))).then_some("true")] {
                (avatar(&one.name, one.id.as_str(), true, Size::Small)) (one.name)
                @if let Some(away) = away(lens, Some(&one.id), staff) { " " span.xs.quiet { (away) } }
                @if one.full { " " span.chip data-tone="warn" { (lens.text("turns-full")) } }
            }
        }
        button.item name=(field) value="" aria-current=[(owner == Some(None)).then_some("true")] {
            (icon("x")) (lens.text("conversation-nobody"))
        }
    }
}

#[cfg(test)]
mod tests;
