//! The tables of the community.

mod looking;
mod members;
mod posts;
mod topics;

pub(crate) use looking::{
    clear_review, flag, follow, followers, follows, is_looked_at, kept_edit, looked_at, review, reviews, vote, voted,
};
pub(crate) use members::{
    anonymise, count_accepted, count_published, erase, held, join, lately, member, members, name_is_taken, rename,
    set_blocked, set_expert, within,
};
pub(crate) use posts::{count_answers, insert_post, move_posts, post, posts, save_post};
pub(crate) use topics::{
    Behind, Wanted, insert, list, lock, mine, public, save, set_tags, set_words, similar, tags, topic,
};
