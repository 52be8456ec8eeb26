//! The files against the plan, and what they say against what a help centre may hold.

use std::collections::BTreeSet;

use answers::articles::commands::{SUMMARY_MAX, TITLE_MAX};
use answers::articles::{Audience, Draft};
use base::Language;

use super::plan::{plans, sources};
use super::*;
use crate::demo::START;

fn drafts() -> impl Iterator<Item = (&'static str, Language, Draft)> {
    let each = |source: &'static plan::Source| {
        let of = |language| (source.slug, language, source.draft(language, true).expect("has a head"));
        Language::ALL.map(of)
    };
    sources().iter().flat_map(each)
}

#[test]
fn there_are_thirty_in_five_languages_and_all_are_planned_once() {
    let planned: BTreeSet<&str> = plans().expect("a plan").iter().map(|plan| plan.source.slug).collect();
    let there: BTreeSet<&str> = sources().iter().map(|source| source.slug).collect();
    assert_eq!((planned.len(), drafts().count()), (30, 150));
    assert_eq!(planned, there);
    let titles: BTreeSet<String> = drafts().map(|(_, language, draft)| draft.title + language.code()).collect();
    assert_eq!(titles.len(), 150, "no two are called the same in a language");
}

#[test]
fn each_is_short_enough_to_be_read_and_says_something() {
    for (slug, language, draft) in drafts() {
        let words = draft.body.split_whitespace().count();
        assert!((45..=250).contains(&words), "{slug}.{}: {words} words", language.code());
        assert!(draft.title.chars().count() <= TITLE_MAX && draft.summary.chars().count() <= SUMMARY_MAX, "{slug}");
        assert!(!draft.summary.is_empty() && !draft.body.contains("+++"), "{slug}.{}", language.code());
        let loud = [&draft.title, &draft.summary, &draft.body].iter().any(|text| text.replace("[!", "").contains('!'));
        assert!(!loud, "{slug}.{} shouts", language.code());
    }
}

#[test]
fn translations_have_the_same_steps_and_tables() {
    let shape = |draft: &Draft| {
        let starts = |sign: &str| draft.body.lines().filter(|line| line.starts_with(sign)).count();
        let steps = draft.body.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_digit())).count();
        (steps, starts("|"), starts("> [!"), starts("- "))
    };
    for source in sources() {
        let of = |language| shape(&source.draft(language, false).expect("has a head"));
        for language in Language::ALL {
            assert_eq!(of(language), of(Language::En), "{}.{}", source.slug, language.code());
        }
    }
}

#[test]
fn the_plan_shows_every_fate() {
    let plans = plans().expect("a plan");
    let count = |what: fn(&plan::Plan) -> bool| plans.iter().filter(|plan| what(plan)).count();
    assert!(plans.iter().all(|plan| plan.written < plan.published && plan.published < START));
    assert!(plans.iter().all(|plan| plan.category < CATEGORIES.len()));
    assert_eq!(count(|plan| plan.goes_out.is_some_and(|at| at > START)), 1, "one is scheduled");
    assert_eq!(count(|plan| plan.in_review.is_some()), 1, "one waits in a language");
    assert_eq!(count(|plan| plan.audience == Audience::Internal), 2, "some are ours alone");
    assert_eq!(count(|plan| plan.audience == Audience::Customers), 1);
    let today = START.to_zoned(oslo()).date();
    assert_eq!(count(|plan| plan.review_on.is_some()), 4);
    assert_eq!(plans.iter().filter(|plan| plan.review_on.is_some_and(|day| day <= today)).count(), 1, "one is stale");
    let again: Vec<_> = plans.iter().filter(|plan| plan.again.is_some()).collect();
    assert_eq!(again.len(), 1);
    let left: Vec<_> = Language::ALL.into_iter().filter(|one| !again[0].source.has_more(*one)).collect();
    assert_eq!(left, [Language::Id], "one translation is older than its original");
}
