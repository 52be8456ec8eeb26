//! Tables of the pure rules, and what holds for any text.

use base::Instant;
use people::PersonId;
use proptest::prelude::*;

use super::flags;
use super::likeness::{best, likeness, stems};
use super::rights::{self, Limits, Refusal, may_accept, may_edit, may_vote, may_write};
use super::spam::{Sign, Written, judge, links};
use crate::ids::{PostId, TopicId};
use crate::model::{Idea, Kind, Member, Post, Topic, TopicState};

const LIMITS: Limits = Limits { first_wait: 1, new_an_hour: 3, an_hour: 20 };

fn person(n: u8) -> PersonId {
    format!("per_{n:026}").parse().expect("an id")
}

fn post_id(n: u8) -> PostId {
    format!("cpt_{n:026}").parse().expect("an id")
}

fn topic_id(n: u8) -> TopicId {
    format!("cqn_{n:026}").parse().expect("an id")
}

fn second(n: i64) -> Instant {
    Instant::from_second(n).expect("in range")
}

fn member(published: i64) -> Member {
    let (joined_at, name) = (second(0), "Bent".to_owned());
    Member { person: person(1), name, joined_at, expert: false, blocked: false, published, accepted: 0 }
}

fn question() -> Topic {
    Topic {
        id: topic_id(1),
        kind: Kind::Question,
        person: Some(person(1)),
        title: "Does it leak?".into(),
        body: "It does.".into(),
        language: None,
        state: TopicState::Open,
        waits: false,
        idea: Idea::New,
        reason: String::new(),
        created_at: second(0),
        edited_at: None,
        answers: 0,
        votes: 0,
        accepted: None,
        merged_into: None,
        due: Some(second(100)),
        conversation: None,
    }
}

fn answer(n: u8) -> Post {
    Post {
        id: post_id(n),
        topic: topic_id(1),
        under: None,
        person: Some(person(2)),
        staff: None,
        body: "Tighten it.".into(),
        language: None,
        waits: false,
        hidden: false,
        created_at: second(i64::from(n)),
        edited_at: None,
        votes: 0,
    }
}

#[test]
fn how_much_somebody_may_write_grows_with_what_has_stood() {
    let known = member(5);
    let expert = Member { expert: true, ..member(0) };
    for (member, within, expected) in [
        (&member(0), 2, Ok(())),
        (&member(0), 3, Err(Refusal::TooMany)),
        (&member(2), 3, Err(Refusal::TooMany)),
        (&known, 19, Ok(())),
        (&known, 20, Err(Refusal::TooMany)),
        (&expert, 19, Ok(())),
        (&Member { blocked: true, ..known.clone() }, 0, Err(Refusal::Blocked)),
    ] {
        assert_eq!(may_write(member, within, &LIMITS), expected, "{member:?} {within}");
    }
}

#[test]
fn nobody_votes_for_their_own_and_only_who_asked_says_what_helped() {
    assert_eq!(may_vote(&member(0), Some(&person(1))), Err(Refusal::Own));
    assert_eq!(may_vote(&member(0), Some(&person(2))), Ok(()));
    assert_eq!(may_vote(&member(0), None), Ok(()), "of who has left, anybody's");
    assert_eq!(may_vote(&Member { blocked: true, ..member(9) }, None), Err(Refusal::Blocked));
    let (asked, one) = (question(), answer(1));
    assert_eq!(may_accept(&person(1), &asked, &one), Ok(()));
    assert_eq!(may_accept(&person(2), &asked, &one), Err(Refusal::NotYours));
    assert_eq!(may_accept(&person(1), &Topic { person: None, ..asked.clone() }, &one), Err(Refusal::NotYours));
    for other in [
        Post { topic: topic_id(2), ..one.clone() },
        Post { under: Some(post_id(9)), ..one.clone() },
        Post { waits: true, ..one.clone() },
        Post { hidden: true, ..one.clone() },
    ] {
        assert_eq!(may_accept(&person(1), &asked, &other), Err(Refusal::Closed), "{other:?}");
    }
    assert_eq!(may_accept(&person(1), &Topic { kind: Kind::Idea, ..asked }, &one), Err(Refusal::Closed));
}

#[test]
fn one_changes_ones_own_for_a_month() {
    let month = rights::EDITS_FOR.as_secs();
    for (author, now, expected) in [
        (Some(person(1)), month, Ok(())),
        (Some(person(1)), month + 1, Err(Refusal::TooOld)),
        (Some(person(2)), 1, Err(Refusal::NotYours)),
        (None, 1, Err(Refusal::NotYours)),
    ] {
        assert_eq!(may_edit(&member(0), author.as_ref(), second(0), second(now)), expected, "{author:?} {now}");
    }
}

#[test]
fn a_question_falls_to_us_once_it_is_due_and_only_without_an_answer() {
    let it = question();
    assert!(rights::falls_to_us(&it, second(100)));
    assert!(!rights::falls_to_us(&it, second(99)));
    for other in [
        Topic { answers: 1, ..it.clone() },
        Topic { waits: true, ..it.clone() },
        Topic { kind: Kind::Idea, ..it.clone() },
        Topic { state: TopicState::Locked, ..it.clone() },
        Topic { state: TopicState::Hidden, ..it.clone() },
        Topic { state: TopicState::Merged, ..it.clone() },
        Topic { person: None, ..it.clone() },
        Topic { due: None, ..it.clone() },
        Topic { conversation: Some("cnv_1".into()), ..it.clone() },
    ] {
        assert!(!rights::falls_to_us(&other, second(100)), "{other:?}");
    }
}

#[test]
fn what_helped_stands_first_then_votes_then_who_knows_then_time() {
    let staff = Post { person: None, staff: Some(format!("stf_{:026}", 1).parse().expect("an id")), ..answer(4) };
    let mut all = vec![answer(1), Post { votes: 3, ..answer(2) }, answer(3), staff, answer(5)];
    super::order::sort(&mut all, Some(&post_id(5)), |post| post.staff.is_some());
    let ids: Vec<PostId> = all.into_iter().map(|post| post.id).collect();
    assert_eq!(ids, [5, 2, 4, 1, 3].map(post_id));
}

#[test]
fn advertising_waits_and_talk_does_not() {
    let plain =
        Written { text: "Does the lid fit the old kettle?", seconds: Some(30), published: 5, ..Written::default() };
    assert_eq!(judge(&plain, 1), (vec![], false));
    let lately = ["does the LID fit, the old kettle".to_owned()];
    let four = "see https://a.example http://b.example www.c.example and (https://d.example)";
    let shout = "BUY THE VERY BEST LAMPS OF THE WORLD TODAY AT HALF THE PRICE";
    for (written, signs, waits) in [
        (Written { trap: true, ..plain }, vec![Sign::Trap], true),
        (Written { seconds: Some(1), ..plain }, vec![Sign::Hasty], false),
        (Written { seconds: None, ..plain }, vec![], false),
        (Written { lately: &lately, ..plain }, vec![Sign::Repeated], true),
        (Written { text: "see https://a.example", ..plain }, vec![], false),
        (Written { text: "see https://a.example", published: 2, ..plain }, vec![Sign::NewLink], true),
        (Written { text: four, ..plain }, vec![Sign::Links], false),
        (Written { text: four, seconds: Some(0), ..plain }, vec![Sign::Links, Sign::Hasty], true),
        (Written { text: shout, ..plain }, vec![Sign::Loud], false),
        (Written { published: 0, ..plain }, vec![Sign::New], true),
    ] {
        assert_eq!(judge(&written, 1), (signs, waits), "{written:?}");
    }
    assert_eq!(judge(&Written { published: 0, ..plain }, 0), (vec![], false), "where nothing waits");
}

#[test]
fn links_are_counted_however_they_are_written() {
    for (text, expected) in [
        ("", 0),
        ("a.b and 3.5", 0),
        ("www.a.example", 1),
        ("<a href=\"HTTPS://a.example\">x</a>", 1),
        ("hxxp://a.example (http://b.example), https://c.example.", 3),
    ] {
        assert_eq!(links(text), expected, "{text}");
    }
}

#[test]
fn three_readers_hide_what_nobody_of_us_has_looked_at() {
    assert!(!flags::hides(2, false, false));
    assert!(flags::hides(3, false, false));
    assert!(!flags::hides(9, true, false));
    assert!(!flags::hides(9, false, true));
}

#[test]
fn tags_are_small_and_few() {
    assert_eq!(rights::tags(" Kettle, kettle ,Old  Lids,,<b>,-"), ["kettle", "old--lids", "b"]);
    assert_eq!(rights::tags("1,2,3,4,5,6"), ["1", "2", "3", "4", "5"]);
    assert_eq!(rights::tags("Blåbær"), ["blåbær"]);
}

#[test]
fn like_questions_are_found_by_stems() {
    let all = ["Can the kettles be repaired?", "Where is my parcel?", "The kettle is broken, repair or new?"];
    let candidates = all.map(|title| (stems(title, None), title)).to_vec();
    let found = best(&stems("repairing a kettle", None), candidates, 5);
    assert!(found.contains(&all[0]) && found.contains(&all[2]), "{found:?}");
    assert!(!found.contains(&all[1]), "{found:?}");
    assert_eq!(likeness(&stems("", None), &stems("", None)), 0);
}

#[test]
fn every_refusal_has_its_own_message() {
    let messages: std::collections::BTreeSet<&str> = Refusal::ALL.map(Refusal::message).into();
    assert_eq!(messages.len(), Refusal::ALL.len());
    for sign in Sign::ALL {
        assert_eq!(Sign::from_code(sign.code()), Some(sign));
    }
    for why in flags::Why::ALL {
        assert_eq!(flags::Why::from_code(why.code()), Some(why));
    }
}

proptest! {
    #[test]
    fn no_text_breaks_a_rule(text in ".{0,400}", published in 0_i64..10, seconds in any::<Option<i64>>()) {
        let (signs, waits) = judge(&Written { text: &text, seconds, published, ..Written::default() }, 1);
        prop_assert!(!signs.contains(&Sign::Repeated));
        prop_assert!(waits || published > 0, "the first thing always waits");
        let tags = rights::tags(&text);
        prop_assert!(tags.len() <= rights::TAGS_MOST);
        prop_assert!(tags.iter().all(|tag| !tag.contains(['<', '&', '?', '#', ' ', '"'])));
        let words = stems(&text, None);
        prop_assert!(words.is_empty() || likeness(&words, &words) == 100);
    }

    #[test]
    fn what_was_said_before_waits(text in "[a-z]{3,9}( [a-z]{3,9}){5,20}") {
        let lately = [text.clone()];
        let written = Written { text: &text, published: 99, lately: &lately, ..Written::default() };
        prop_assert!(judge(&written, 1).1);
    }
}
