//! The rules of the house that no compiler checks, each ban with its reason.
//!
//! `cargo xtask tidy` prints what is wrong; the tests below fail on the same, so that `cargo test` knows it too.
//! Each check is a function from the [`Tree`] to a list of problems and is tested on small wrong examples beside it.

mod graph;
mod pages;
mod sources;
mod tree;

use std::error::Error;
use std::path::Path;

use graph::Graph;
use tree::Tree;

/// One thing that is wrong: where, and what to do instead.
type Problem = String;

/// A rule about files.
type TreeCheck = fn(&Tree) -> Vec<Problem>;

/// True when the tree is tidy; prints each problem.
pub fn run(root: &Path) -> Result<bool, Box<dyn Error>> {
    let problems = all_problems(root)?;
    for problem in &problems {
        println!("{problem}");
    }
    println!("{}", if problems.is_empty() { "tidy" } else { "not tidy" });
    Ok(problems.is_empty())
}

fn all_problems(root: &Path) -> Result<Vec<Problem>, Box<dyn Error>> {
    let tree = Tree::read(root)?;
    let graph = Graph::read(root)?;
    let from_tree = sources::CHECKS.iter().chain(pages::CHECKS).flat_map(|check| check(&tree));
    let from_graph = graph::CHECKS.iter().flat_map(|check| check(&graph, &tree));
    Ok(from_tree.chain(from_graph).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn workspace() -> Tree {
        Tree::read(&crate::workspace_root()).expect("the work tree can be read")
    }

    #[test]
    fn the_sources_keep_the_rules() {
        let tree = workspace();
        let problems: Vec<_> = sources::CHECKS.iter().flat_map(|check| check(&tree)).collect();
        assert!(problems.is_empty(), "{}", problems.join("\n"));
    }

    #[test]
    fn the_pages_keep_the_rules() {
        let tree = workspace();
        let problems: Vec<_> = pages::CHECKS.iter().flat_map(|check| check(&tree)).collect();
        assert!(problems.is_empty(), "{}", problems.join("\n"));
    }

    #[test]
    fn dependencies_point_downward() {
        let graph = Graph::read(&crate::workspace_root()).expect("cargo metadata answers");
        let tree = workspace();
        let problems: Vec<_> = graph::CHECKS.iter().flat_map(|check| check(&graph, &tree)).collect();
        assert!(problems.is_empty(), "{}", problems.join("\n"));
    }
}
