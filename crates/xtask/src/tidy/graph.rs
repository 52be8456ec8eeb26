//! Rules about crates: who may depend on whom, what the pure ones never pull in, the same lints everywhere.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::Path;
use std::process::Command;

use serde::Deserialize;

use super::Problem;
use super::tree::Tree;
use crate::test::cargo;

/// Every check.
pub const CHECKS: &[fn(&Graph, &Tree) -> Vec<Problem>] = &[downward, pure, lints, no_idle];

/// What each crate may use of ours; the whole of ARCHITECTURE.md's picture. A new crate needs its line.
const MAY_USE: &[(&str, &[&str])] = &[
    ("base", &[]),
    ("words", &["base"]),
    ("aftersale", &["base"]),
    ("platform", &["base", "words"]),
    ("people", &["base", "words", "platform"]),
    ("conversations", &["base", "words", "platform", "people"]),
    ("channels", &["base", "words", "platform", "people", "conversations"]),
    ("reactions", &["base", "words", "platform", "people", "conversations"]),
    ("portal", &["base", "words", "platform", "people", "conversations"]),
    ("community", &["base", "words", "platform", "people", "conversations", "portal"]),
    ("answers", &["base", "words", "platform", "people", "conversations", "portal"]),
    (
        "tillit",
        &[
            "base",
            "words",
            "platform",
            "people",
            "conversations",
            "channels",
            "portal",
            "community",
            "answers",
            "reactions",
        ],
    ),
    ("xtask", &["base", "words", "platform", "people", "conversations", "channels", "reactions"]),
];

/// Crates without async and I/O, and what would bring it in through whatever dependency.
const PURE: &[&str] = &["base", "words", "aftersale"];
const IMPURE: &[&str] = &["axum", "hyper", "lettre", "mio", "reqwest", "sea-orm", "sqlx-core", "tokio", "tracing"];

/// Built for its feature or its side effect, so no source names it.
const SILENT: &[&str] = &[];

/// What `cargo metadata` says about our crates and all they pull in.
#[derive(Deserialize)]
pub struct Graph {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    source: Option<String>,
    dependencies: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    name: String,
    path: Option<String>,
    rename: Option<String>,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Edge>,
}

#[derive(Deserialize)]
struct Edge {
    pkg: String,
    dep_kinds: Vec<EdgeKind>,
}

#[derive(Deserialize)]
struct EdgeKind {
    kind: Option<String>,
}

impl Graph {
    /// Asks cargo.
    pub fn read(root: &Path) -> Result<Self, Box<dyn Error>> {
        let mut command = Command::new(cargo());
        let output = command.current_dir(root).args(["metadata", "--format-version", "1", "--quiet"]).output()?;
        if !output.status.success() {
            return Err(format!("cargo metadata failed:\n{}", String::from_utf8_lossy(&output.stderr)).into());
        }
        Ok(serde_json::from_slice(&output.stdout)?)
    }

    fn own(&self) -> impl Iterator<Item = &Package> {
        self.packages.iter().filter(|package| package.source.is_none())
    }

    /// Names of everything a crate is built with, near or far; what only its tests use does not count.
    fn reach(&self, name: &str) -> BTreeSet<&str> {
        let names: BTreeMap<&str, &str> =
            self.packages.iter().map(|one| (one.id.as_str(), one.name.as_str())).collect();
        let nodes: BTreeMap<&str, &Node> = self.resolve.nodes.iter().map(|node| (node.id.as_str(), node)).collect();
        let mut open: Vec<&str> =
            self.own().filter(|package| package.name == name).map(|one| one.id.as_str()).collect();
        let mut reached = BTreeSet::new();
        while let Some(id) = open.pop() {
            let Some(node) = nodes.get(id) else { continue };
            let built =
                node.deps.iter().filter(|edge| edge.dep_kinds.iter().any(|kind| kind.kind.as_deref() != Some("dev")));
            for edge in built {
                if reached.insert(edge.pkg.as_str()) {
                    open.push(&edge.pkg);
                }
            }
        }
        reached.into_iter().filter_map(|id| names.get(id).copied()).collect()
    }
}

fn downward(graph: &Graph, _tree: &Tree) -> Vec<Problem> {
    let mut found = Vec::new();
    for package in graph.own() {
        let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == package.name) else {
            found.push(format!("{}: a new crate; say in tidy/graph.rs what it may use", package.name));
            continue;
        };
        let ours = package.dependencies.iter().filter(|dependency| dependency.path.is_some());
        let upward = ours.filter(|dependency| !allowed.contains(&dependency.name.as_str()));
        found.extend(
            upward.map(|other| format!("{} may not use {}: dependencies point downward", package.name, other.name)),
        );
    }
    found
}

fn pure(graph: &Graph, _tree: &Tree) -> Vec<Problem> {
    let mut found = Vec::new();
    for name in PURE {
        let reach = graph.reach(name);
        let impure = IMPURE.iter().filter(|crate_name| reach.contains(**crate_name));
        found.extend(impure.map(|crate_name| format!("{name} pulls in {crate_name}: it has no async and no I/O")));
    }
    found
}

fn lints(_graph: &Graph, tree: &Tree) -> Vec<Problem> {
    let apart = tree.crates().filter(|name| {
        let manifest = tree.text(&format!("crates/{name}/Cargo.toml")).unwrap_or_default();
        !manifest.contains("[lints]\nworkspace = true")
    });
    apart.map(|name| format!("crates/{name}/Cargo.toml: needs `[lints] workspace = true`")).collect()
}

fn no_idle(graph: &Graph, tree: &Tree) -> Vec<Problem> {
    let mut found = Vec::new();
    for package in graph.own() {
        let home = format!("crates/{}/", package.name);
        let sources: Vec<_> = tree.rust().filter(|file| file.path.starts_with(&home)).collect();
        for dependency in &package.dependencies {
            let name = dependency.rename.as_ref().unwrap_or(&dependency.name).replace('-', "_");
            let used = sources.iter().any(|file| file.code().any(|(_, line)| line.contains(&name)));
            if !used && !SILENT.contains(&dependency.name.as_str()) {
                found.push(format!("{}Cargo.toml: {} is not used", home, dependency.name));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn graph(text: &str) -> Graph {
        serde_json::from_str(text).expect("a graph")
    }

    fn one_crate(name: &str, dependency: &str, path: &str) -> Graph {
        graph(&format!(
            r#"{{"packages": [{{"id": "1", "name": "{name}", "source": null, "dependencies":
                [{{"name": "{dependency}", "path": {path}, "rename": null}}]}}], "resolve": {{"nodes": []}}}}"#
        ))
    }

    fn no_files() -> Tree {
        Tree::of(&[])
    }

    #[test]
    fn an_arrow_upward_is_refused() {
        assert_eq!(downward(&one_crate("people", "conversations", "\"/x\""), &no_files()).len(), 1);
        assert!(downward(&one_crate("conversations", "people", "\"/x\""), &no_files()).is_empty());
        assert_eq!(downward(&one_crate("channels", "reactions", "\"/x\""), &no_files()).len(), 1);
    }

    #[test]
    fn a_foreign_crate_of_the_same_name_is_no_arrow() {
        assert!(downward(&one_crate("people", "conversations", "null"), &no_files()).is_empty());
    }

    #[test]
    fn a_new_crate_needs_its_line() {
        assert_eq!(downward(&one_crate("loyalty", "serde", "null"), &no_files()).len(), 1);
    }

    fn base_with(kind: &str) -> Graph {
        graph(&format!(
            r#"{{"packages": [{{"id": "b", "name": "base", "source": null, "dependencies": []}},
                {{"id": "m", "name": "middle", "source": "r", "dependencies": []}},
                {{"id": "t", "name": "tokio", "source": "r", "dependencies": []}}],
              "resolve": {{"nodes": [{{"id": "b", "deps": [{{"pkg": "m", "dep_kinds": [{{"kind": {kind}}}]}}]}},
                {{"id": "m", "deps": [{{"pkg": "t", "dep_kinds": [{{"kind": null}}]}}]}}, {{"id": "t", "deps": []}}]}}}}"#
        ))
    }

    #[test]
    fn a_pure_crate_may_not_pull_in_a_runtime_from_afar() {
        assert_eq!(pure(&base_with("null"), &no_files()), ["base pulls in tokio: it has no async and no I/O"]);
        assert!(pure(&base_with("\"dev\""), &no_files()).is_empty());
    }

    #[test]
    fn every_crate_takes_the_lints_of_the_workspace() {
        let tree = |text| Tree::of(&[("crates/base/Cargo.toml", text)]);
        let nothing = one_crate("base", "serde", "null");
        assert!(lints(&nothing, &tree("[lints]\nworkspace = true\n")).is_empty());
        assert_eq!(lints(&nothing, &tree("[lints.rust]\n")).len(), 1);
    }

    #[test]
    fn a_dependency_that_no_source_names_is_idle() {
        let tree = |text| Tree::of(&[("crates/base/src/lib.rs", text)]);
        let crate_with = one_crate("base", "serde-json", "null");
        assert!(no_idle(&crate_with, &tree("use serde_json::Value;\n")).is_empty());
        assert_eq!(no_idle(&crate_with, &tree("// serde_json\n")).len(), 1);
    }
}
