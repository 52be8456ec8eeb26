//! The only place that knows the tables. Reads take a `Scope`; a query without one does not compile.

mod attachments;
mod automatic;
mod browse;
mod checklists;
mod conversations;
mod copied;
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
mod needs;
mod needs_counted;
mod origins;
mod outcomes;
mod participants;
mod praise;
mod problem_links;
mod problems;
mod promises;
mod recurring;
mod redacting;
mod references;
mod request_links;
mod rota;
mod saved;
mod schema;
mod searching;
mod service;
mod shared_drafts;
mod sides;
mod spent;
mod steps;
mod stood_in;
mod tags;
mod there;
mod timeline;
mod today;
mod toning;
mod turns;
mod views;
mod weaving;

pub(crate) use attachments::{
    NewAttachmentRow, add_attachments, attachments_of, copyable, files_of, stored_attachment,
};
pub(crate) use automatic::{Allowance, allow, answered_from_articles_since, wrote_by_itself_since};
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
pub(crate) use copied::forget_copies;
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
pub use macros::{Offered, Uses};
pub(crate) use macros::{
    all as all_macros, count_use as count_macro_use, file as macro_file, files as files_of_macros, find as find_macro,
    forget as forget_macros, insert as insert_macro, offered as offered_macros, place as place_macro,
    remove as remove_macro, removed as removed_macro, restore as restore_macro, save as save_macro,
    uses as uses_of_macros,
};
pub(crate) use marks::of as marks_of;
pub(crate) use merges::{
    CameAlong, Merge, Moved, MovedDraft, MovedFollower, MovedLink, MovedProblem, MovedShared, add_merge, end_offer,
    merge_of, merged_into, message_ids, move_messages, offer_merge, offers, on_its_way, parts_called, remove_merge,
    where_merged,
};
pub(crate) use messages::{
    add as add_message, answered_since, begins, find as find_message, first_reply, goes_now, last_word, last_wrote,
    mail_id_of, newer, newest_by, references_before, set_proof, show_pictures, thread, trace, typed_unproved,
    written_since, wrote, wrote_last,
};
pub(crate) use needs::{
    Asked as NeedsAsked, NeedTexts, bring as bring_needs, bring_all as bring_all_needs,
    drafted_again as need_drafted_again, empty as empty_needs, find as find_need, go_with as needs_go_with,
    list as list_needs, of as needs_of, of_person as needs_of_person, put as put_need, remove as remove_need,
    sent as need_sent, set_texts as set_need_texts, texts as need_texts,
};
pub(crate) use needs_counted::{
    by_week as needs_by_week, customers as customers_of_need, known as known_topics, languages as languages_of_needs,
    topics as topics_of_needs, total as total_of_needs,
};
pub use origins::{Origin, origins_of};
pub(crate) use origins::{
    add as add_origin, add_message as add_old_message, conversation as origin, digest, forget as forget_origin,
    of as origin_of, of_message as of_old_message, of_message_outside_sides as of_old_message_outside_sides, was_here,
};
pub(crate) use outcomes::{
    began_again, begun_before, bring_opinions, complaint_of, hold_opinions, opinions_of, outcome_of, put_opinion,
    set_comment, set_complaint, set_outcome, was_known,
};
pub(crate) use participants::{
    participant_states, participants_of, put_participant, remove_participant, welcome_participant,
};
pub(crate) use praise::{
    add as add_praise, answered_by, forget as forget_praise, of as praise_of, take_away as take_praise_away,
};
pub use problem_links::ProblemRow;
pub(crate) use problem_links::{
    count as count_problem, drafted_again as problem_drafted_again, felt as problem_felt, hold_of as hold_problems_of,
    link as problem_link, links as problem_links, met as met_problem, put_link as put_problem_link,
    remove_link as remove_problem_link, rows as problem_rows, tell_anew as tell_problem_anew,
    to_tell as problem_to_tell, told as problem_told,
};
pub(crate) use problems::{
    Wanted as ProblemsWanted, find as find_problem, hold as hold_problem, of as problems_of, page as problems_page,
    put as put_problem, remove as remove_problem,
};
pub(crate) use promises::{
    Asked as PromisesAsked, Keeps as KeepsPromises, Whose as WhosePromises, around as promises_around,
    bring as bring_promises, bring_all as bring_all_promises, count as count_promises, empty as empty_promises,
    find as find_promise, has_open as has_open_promises, live as live_promises, of as promises_of,
    of_person as promises_to, open as open_promises, owners as promise_owners, put as put_promise,
    record_of_owner as promise_record_of_owner, record_of_person as promise_record_of_person, remove as remove_promise,
    set_reason as set_promise_reason, set_words as set_promise_words, standing_to as promises_standing_to,
    texts as promise_texts, these as these_promises, unfinished as unfinished_promises, words_of as promise_words,
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
pub(crate) use rota::{put_swap, remove_swap, swaps};
#[cfg(test)]
pub(crate) use saved::saved_sql;
pub(crate) use saved::{Looking, count as count_saved, meeting, page as saved_page};
pub use schema::MIGRATIONS;
pub use searching::Messages;
pub(crate) use searching::{
    AT_ONCE, forget_words, index_first, index_without, like_only, only as found_only, rows as found_rows,
};
pub(crate) use service::{
    about as service_about, behind as service_behind, facts as service_facts, facts_of_all as service_facts_of_all,
    of as service_of,
};
pub(crate) use shared_drafts::{
    bring_back as bring_shared_back, empty as empty_shared, find as find_shared, find_gone as find_thrown_away,
    forget as forget_shared, gone as thrown_away, hold as hold_shared, insert as insert_shared, lose as lose_shared,
    of as shared_of, save as save_shared, sweep as sweep_shared, throw_away as throw_shared_away,
    words as shared_words,
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
pub(crate) use stood_in::{stand_in, stands_in_no_more, stood_in_for, stood_in_of};
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
pub(crate) use toning::{Overridden, count_overrides, overrides_since, uncount_overrides};
pub use turns::TurnsCounted;
pub(crate) use turns::{
    count_turn, keep_turn, last_turns, open_work, take_number, turns_since, wait_for_turn, waiting_for_turn,
    waits_no_more,
};
pub(crate) use views::{
    all as all_views, find as find_view, forget as forget_views, insert as insert_view, remove as remove_view,
    removed as removed_view, restore as restore_view, save as save_view,
};
pub(crate) use weaving::woven;
