//! The only place that knows the tables. Reads take a `Scope`; a query without one does not compile.

mod attachments;
mod automatic;
mod browse;
mod checklists;
mod conversations;
mod customers;
mod deleting;
mod deliveries;
mod drafts;
mod erasing;
mod feeds;
mod following;
mod links;
mod lists;
mod macros;
mod marks;
mod merges;
mod messages;
mod origins;
mod participants;
mod promises;
mod recurring;
mod redacting;
mod references;
mod request_links;
mod saved;
mod schema;
mod searching;
mod shared_drafts;
mod sides;
mod spent;
mod steps;
mod tags;
mod there;
mod timeline;
mod today;
mod toning;
mod turns;
mod views;

pub(crate) use attachments::{
    NewAttachmentRow, add_attachments, attachments_of, copyable, files_of, stored_attachment,
};
pub(crate) use automatic::{Allowance, allow, wrote_by_itself_since};
pub(crate) use browse::{Browse, Found, browse, messages_after};
pub(crate) use checklists::{
    add as add_item, arrange as arrange_items, bring as bring_items, clear as clear_checklist,
    counts as checklist_counts, has_open as has_open_items, of as checklist, place_of as place_of_item,
    remove as remove_item, tick as tick_item,
};
pub(crate) use conversations::{
    came_as, came_by, continuation, find, find_by_number, find_for_update, find_these, insert, keep_came_as,
    mailbox_of, mailboxes_of, next_number, numbers, save, set_came_as,
};
pub(crate) use customers::{HandedOver, count_of_person, hand_back, hand_over};
pub use deleting::DeletedRow;
pub(crate) use deleting::{
    all_deleted, deleted_by_number, deleted_page, deleted_with, find_even_deleted, goes_out_of, hold_even_deleted,
    mark_deleted, mark_erased, unmark_deleted,
};
pub(crate) use deliveries::{
    Before, Did, deliveries_of, delivery, failed_deliveries, insert_delivery, set_before, set_delivery,
    waiting_for_time,
};
pub(crate) use drafts::{
    all as all_drafts, conversations as drafted, forget as forget_draft, keep as keep_draft, of as drafts_of,
};
pub(crate) use erasing::{
    called, elsewhere, empty_conversation, empty_history, empty_message, empty_snippets, findable, forget_addresses,
    goes_out, held, kept_blobs, mask_names, theirs, unfind,
};
pub(crate) use feeds::{edition as feed_edition, renew as renew_feed};
pub(crate) use following::{
    Following, all_of as all_following, followers, mentioned_now, of as following_of, put as put_following,
};
pub(crate) use links::{between as link_between, has_open_children, of as links_of, parents, put as put_link};
#[cfg(test)]
pub(crate) use lists::page_sql;
pub(crate) use lists::{After, Counted, Selection, Tally, due_between, list, of_organisation, of_person, tallies};
pub use macros::Offered;
pub(crate) use macros::{
    all as all_macros, count_use as count_macro_use, file as macro_file, files as files_of_macros, find as find_macro,
    forget as forget_macros, insert as insert_macro, offered as offered_macros, place as place_macro,
    remove as remove_macro, removed as removed_macro, restore as restore_macro, save as save_macro,
    uses as uses_of_macros,
};
pub(crate) use marks::of as marks_of;
pub(crate) use merges::{
    CameAlong, Merge, Moved, MovedDraft, MovedFollower, MovedLink, MovedShared, add_merge, end_offer, merge_of,
    merged_into, message_ids, move_messages, offer_merge, offers, on_its_way, parts_called, remove_merge, where_merged,
};
pub(crate) use messages::{
    add as add_message, answered_since, begins, find as find_message, goes_now, last_word, mail_id_of, newer,
    newest_by, references_before, set_proof, show_pictures, thread, trace, typed_unproved, written_since, wrote_last,
};
pub use origins::{Origin, origins_of};
pub(crate) use origins::{
    add as add_origin, add_message as add_old_message, conversation as origin, digest, forget as forget_origin,
    of as origin_of, of_message as of_old_message, of_message_outside_sides as of_old_message_outside_sides, was_here,
};
pub(crate) use participants::{
    participant_states, participants_of, put_participant, remove_participant, welcome_participant,
};
pub(crate) use promises::{
    Asked as PromisesAsked, Keeps as KeepsPromises, Whose as WhosePromises, around as promises_around,
    bring as bring_promises, bring_all as bring_all_promises, count as count_promises, empty as empty_promises,
    find as find_promise, has_open as has_open_promises, live as live_promises, of as promises_of,
    of_person as promises_to, open as open_promises, owners as promise_owners, put as put_promise,
    record_of_owner as promise_record_of_owner, record_of_person as promise_record_of_person, remove as remove_promise,
    set_reason as set_promise_reason, set_words as set_promise_words, texts as promise_texts, these as these_promises,
    unfinished as unfinished_promises, words_of as promise_words,
};
pub(crate) use recurring::{
    all as all_recurring, find as find_recurring, hold as hold_recurring, hold_plans, of_person as recurring_of,
    put as put_recurring, remove as remove_recurring,
};
pub(crate) use redacting::{
    describe_file, edit as edit_note, find_again, forget_said, own_bytes, redact, remove_file, rename_file, versions,
};
pub(crate) use references::{add_references, answering, by_mail_ids};
pub(crate) use request_links::{edition as link_edition, requests_of, withdraw as withdraw_link};
#[cfg(test)]
pub(crate) use saved::saved_sql;
pub(crate) use saved::{Looking, count as count_saved, meeting, page as saved_page};
pub use schema::MIGRATIONS;
pub use searching::Messages;
pub(crate) use searching::{AT_ONCE, forget_words, index_first, index_without, only as found_only, rows as found_rows};
pub(crate) use shared_drafts::{
    bring_back as bring_shared_back, empty as empty_shared, find as find_shared, find_gone as find_thrown_away,
    forget as forget_shared, gone as thrown_away, hold as hold_shared, insert as insert_shared, of as shared_of,
    save as save_shared, sweep as sweep_shared, throw_away as throw_shared_away, words as shared_words,
};
pub(crate) use sides::{
    begins as side_begins, by_number as side_by_number, close as close_side, correspond, draft_of as side_draft_of,
    drafts_of as side_drafts_of, empty as empty_sides, find as find_side, forget_address as forget_correspondent,
    forget_draft as forget_side_draft, insert as insert_side, keep_draft as keep_side_draft,
    message_ids as side_message_ids, messages as side_messages, next_number as next_side_number, of as sides_of,
    of_mails as sides_of_mails, references_before as side_references_before, rename as rename_side,
    titles as titles_of_sides,
};
pub(crate) use spent::{add as add_spent, bring as bring_spent, of as spent_on, remove as remove_spent};
pub(crate) use steps::{
    add as add_step, forget as forget_steps, of as steps_of, settle as settle_step, sweep as sweep_steps,
};
pub(crate) use tags::{
    borne as borne_tags, change as change_tag, find as find_tag, known as known_tags,
    known_behind as known_tags_behind, looked_at as tag_looked_at, make as make_tag, merge as merge_tags,
    named as tag_named, of as tags_of, of_all as tags_of_all, open as open_tagged, put as put_tag,
    remove as remove_tag, take_off as take_off_tag,
};
pub(crate) use there::{There, of as there};
pub use timeline::Line;
pub(crate) use timeline::{began, said};
pub(crate) use today::{Day, OfDay, Pressing, answer, back, calls, due_today, leaving, pressing, unfinished};
#[cfg(test)]
pub(crate) use today::{answer_sql, back_sql, calls_sql, unfinished_sql};
pub(crate) use toning::{count_override, overrides_since};
pub(crate) use turns::{keep_turn, last_turns, open_work, take_number};
pub(crate) use views::{
    all as all_views, find as find_view, forget as forget_views, insert as insert_view, remove as remove_view,
    removed as removed_view, restore as restore_view, save as save_view,
};
