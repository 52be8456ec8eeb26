//! The tables of articles. What is for the desk takes a [`Scope`](base::Scope); what is read outside takes a
//! [`Reader`](super::Reader), and is only ever what is live.

mod categories;
mod counting;
mod origins;
mod outside;
mod pictures;
mod snippets;
mod texts;

pub use categories::{Place, categories, delete_category, in_use, insert_category, place_category, update_category};
pub use counting::{Counted, Missing, add_count, add_missing, counted, drop_missing, missing, most_read, totals};
pub use origins::{date_back, is_known, of_family, put_origin};
pub(super) use outside::readable;
pub use outside::{
    by_address, by_ids, changed_at, count_live, in_category, in_language, live_body, live_titles, newest, per_category,
    siblings, whole_site,
};
pub use pictures::{find_picture, put_picture, set_shown};
pub use snippets::{drop_snippet, fillings, put_snippet, snippets, standing_in};
pub use texts::{
    Wanted, about, addresses, find, insert_article, insert_text, insert_version, led_to, list, put_address, save_about,
    save_text, text, text_by_id, texts, version, versions,
};
