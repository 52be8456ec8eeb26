//! The rules of guides: each kind of broken tree is refused with its place, and every walk of a good one ends.

use base::Language;
use proptest::prelude::*;

use super::*;
use crate::articles::Names;
use crate::guides::model::{Choice, Ending, Kind, Node, Tested, Tree};

const EN: Language = Language::En;

fn names(text: &str) -> Names {
    Names([(EN, text.to_owned())].into())
}

fn node(key: &str, kind: Kind, to: &[&str]) -> Node {
    let choice = |to: &&str| Choice { to: (*to).to_owned(), labels: names("This"), product: String::new() };
    let choices = to.iter().map(choice).collect();
    Node { key: key.into(), kind, titles: names(key), choices, articles: names("pumps"), ..Node::default() }
}

fn tree(nodes: Vec<Node>) -> Tree {
    Tree { original: EN, names: names("Pump"), nodes, ..Tree::default() }
}

fn good() -> Tree {
    tree(vec![
        node("a", Kind::Question, &["b", "d"]),
        node("b", Kind::Step, &["c"]),
        node("c", Kind::Question, &["a", "e", "d"]),
        node("d", Kind::Person, &[]),
        node("e", Kind::Solved, &[]),
    ])
}

fn with(change: impl FnOnce(&mut Tree)) -> Vec<Flaw> {
    let mut tree = good();
    change(&mut tree);
    check(&tree)
}

#[test]
fn a_whole_tree_has_no_flaw_even_with_a_loop_that_has_a_way_out() {
    assert_eq!(check(&good()), []);
    assert_eq!(with(|tree| drop(tree.names.0.insert(Language::Sv, String::new()))), []);
}

#[test]
fn every_kind_of_broken_tree_is_refused_and_the_place_is_named() {
    let at = |key: &str| key.to_owned();
    assert_eq!(with(|tree| tree.names = Names::default()), [Flaw::NoName]);
    assert_eq!(with(|tree| tree.nodes.clear()), [Flaw::Empty]);
    assert_eq!(with(|tree| tree.nodes.push(node("e", Kind::Solved, &[]))), [Flaw::Twice(at("e"))]);
    let nowhere = |tree: &mut Tree| tree.nodes[1].choices.push(Choice { to: at("x"), ..Choice::default() });
    assert_eq!(with(nowhere), [Flaw::LeadsNowhere(at("b"), at("x"))]);
    assert_eq!(with(|tree| tree.nodes[3].kind = Kind::Step), [Flaw::DeadEnd(at("d"))]);
    assert_eq!(with(|tree| tree.nodes.push(node("f", Kind::Solved, &[]))), [Flaw::Unreached(at("f"))]);
    let round = |tree: &mut Tree| {
        tree.nodes[0].choices.remove(1);
        tree.nodes[2].choices.truncate(1);
    };
    let all = ["a", "b", "c"].map(|key| Flaw::NoWayOut(at(key)));
    let gone = ["d", "e"].map(|key| Flaw::Unreached(at(key)));
    assert_eq!(with(round), [all.as_slice(), gone.as_slice()].concat());
    let narrow = |tree: &mut Tree| tree.nodes[1].choices[0].product = "P1".into();
    assert_eq!(with(narrow), [Flaw::ForNobody(at("b")), Flaw::NoWayOut(at("b"))]);
    assert_eq!(with(|tree| tree.nodes[3].picture = "https://evil.example/x.png".into()), [Flaw::BadPicture(at("d"))]);
    let article = |tree: &mut Tree| (tree.nodes[4].kind, tree.nodes[4].articles) = (Kind::Article, Names::default());
    assert_eq!(with(article), [Flaw::NoArticle(at("e"))]);
    let many = |tree: &mut Tree| tree.nodes[0].choices = vec![tree.nodes[0].choices[0].clone(); CHOICES_MOST + 1];
    assert_eq!(with(many)[0], Flaw::TooMany(at("a")));
    assert_eq!(with(|tree| tree.nodes = vec![node("a", Kind::Solved, &[]); NODES_MOST + 1]), [Flaw::TooMany(at(""))]);
}

#[test]
fn a_language_with_a_name_must_be_whole_and_one_without_falls_back() {
    let half = with(|tree| drop(tree.names.0.insert(Language::Nb, "Pumpe".into())));
    let expect: Vec<Flaw> = ["a", "b", "c", "d", "e"].map(|key| Flaw::Untranslated(key.into(), Language::Nb)).into();
    assert_eq!(half, expect);
    assert_eq!(good().spoken(Language::Nb), EN);
    assert_eq!(with(|tree| tree.nodes[0].choices[1].labels = Names::default()), [Flaw::Untranslated("a".into(), EN)]);
    assert_eq!(with(|tree| tree.nodes[1].choices[0].labels = Names::default()), [], "a step says next by itself");
}

#[test]
fn tested_paths_have_to_end_as_they_say() {
    let test = |path: &[usize], ends| Tested { path: path.to_vec(), product: String::new(), ends };
    let cases = [
        (test(&[1], Ending::Person), vec![]),
        (test(&[0, 0, 0, 0, 0, 1], Ending::Solved), vec![]),
        (test(&[1], Ending::Solved), vec![Flaw::PathFails(1)]),
        (test(&[0, 0], Ending::Solved), vec![Flaw::PathFails(1)]),
        (test(&[1, 0], Ending::Person), vec![Flaw::PathFails(1)]),
        (test(&[9], Ending::Person), vec![Flaw::PathFails(1)]),
    ];
    for (test, expect) in cases {
        assert_eq!(with(|tree| tree.tests.push(test.clone())), expect, "{test:?}");
    }
}

#[test]
fn a_path_cannot_break() {
    let tree = good();
    for (text, at, kept) in [
        ("", "a", ""),
        ("0.0.1", "e", "0.0.1"),
        ("0.0.1.5.5", "e", "0.0.1"),
        ("7", "a", ""),
        ("0.x.1", "b", "0"),
        ("-1..", "a", ""),
        ("99999999999999999999999999", "a", ""),
    ] {
        let walked = walk(&tree, &read_path(text), "").expect("a place");
        assert_eq!((walked.at.key.as_str(), written(&walked.path).as_str()), (at, kept), "{text}");
    }
    assert_eq!(walk(&Tree::default(), &[0], ""), None);
}

#[test]
fn a_choice_for_a_product_is_hidden_from_others_and_seen_by_who_names_none() {
    let choice = Choice { product: "P1 ".into(), ..Choice::default() };
    for (product, seen) in [("p1", true), ("", true), ("P2", false)] {
        assert_eq!(offered(&choice, product), seen, "{product}");
    }
}

/// Trees of any shape: some are good, most are not.
fn any_tree() -> impl Strategy<Value = Tree> {
    prop::collection::vec((0..5_usize, prop::collection::vec((0..9_usize, prop::bool::weighted(0.1)), 0..4)), 1..9)
        .prop_map(|rows| {
            let nodes = rows.into_iter().enumerate().map(|(at, (kind, to))| {
                let mut it = node(&format!("n{at}"), Kind::ALL[kind], &[]);
                let choice = |(to, narrow): (usize, bool)| Choice {
                    to: format!("n{to}"),
                    labels: names("This"),
                    product: if narrow { "P1".into() } else { String::new() },
                };
                it.choices = to.into_iter().map(choice).collect();
                it
            });
            tree(nodes.collect())
        })
}

/// The shortest way to an end for somebody with this product.
fn way_out(tree: &Tree, from: &[usize], product: &str) -> Option<Vec<usize>> {
    let mut open = std::collections::VecDeque::from([from.to_vec()]);
    let mut seen = std::collections::BTreeSet::new();
    while let Some(path) = open.pop_front() {
        let at = walk(tree, &path, product)?;
        if at.at.kind.ending().is_some() {
            return Some(path);
        }
        if seen.insert(at.at.key.clone()) {
            let all = at.at.choices.iter().enumerate().filter(|(_, choice)| offered(choice, product));
            open.extend(all.map(|(number, _)| [path.as_slice(), &[number]].concat()));
        }
    }
    None
}

proptest! {
    #[test]
    fn a_walk_of_a_tree_without_flaws_always_ends(
        tree in any_tree(), picks in prop::collection::vec(0..4_usize, 0..20), product in prop::sample::select(vec!["P1", "P2", ""]),
    ) {
        if check(&tree).is_empty() {
            let walked = walk(&tree, &picks, product).expect("a place");
            prop_assert!(walked.path.len() <= picks.len());
            prop_assert!(way_out(&tree, &walked.path, product).is_some(), "{:?} has no way out", walked.path);
        } else {
            // Whatever it is, walking it neither fails nor goes on for ever.
            let walked = walk(&tree, &picks, product).expect("a place");
            prop_assert_eq!(walk(&tree, &walked.path, product).map(|it| it.at.key.clone()), Some(walked.at.key.clone()));
        }
    }
}
