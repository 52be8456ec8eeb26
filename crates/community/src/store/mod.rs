//! The tables of the community.

mod looking;
mod members;
mod offers;
mod posts;
mod topics;
mod uniting;

pub(crate) use looking::{
    clear_review, concerned, count_votes, flag, follow, followers, follows, is_looked_at, kept_edit, looked_at,
    move_wishes, review, reviews, vote, voted, voters,
};
pub(crate) use members::{
    anonymise, count_accepted, count_published, erase, held, join, lately, member, members, name_is_taken, rename,
    set_blocked, set_expert, within,
};
pub use offers::{Offer, OfferState};
pub(crate) use offers::{held_offers, insert_offer, lock_offer, offer_of, save_offer, sweep_offers, topic_from};
pub(crate) use posts::{count_answers, insert_post, move_posts, post, posts, save_post};
pub(crate) use topics::{
    Behind, Wanted, insert, list, lock, mine, public, save, set_tags, set_words, similar, tags, topic,
};
pub(crate) use uniting::{forget_united, take_apart, unite};
