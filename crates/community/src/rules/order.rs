//! In which order answers stand.

use crate::ids::PostId;
use crate::model::Post;

/// Sorts answers: what helped whoever asked, then by how many they helped, then colleagues and experts before others,
/// then the earlier. A total order, so that pages do not jump.
pub fn sort(answers: &mut [Post], accepted: Option<&PostId>, knows: impl Fn(&Post) -> bool) {
    answers.sort_by_cached_key(|post| {
        let helped = Some(&post.id) == accepted;
        (!helped, std::cmp::Reverse(post.votes), !knows(post), post.created_at, post.id.clone())
    });
}
