//! Rules about pages and documents: what the content policy refuses in markup, what the documents must name.

use super::tree::Tree;
use super::{Problem, TreeCheck};

/// Every check.
pub const CHECKS: &[TreeCheck] = &[no_inline, named_as_shown, on_the_map, argued_for];

/// The content policy of our pages forbids inline styles and handlers, so a browser would drop them silently.
fn no_inline(tree: &Tree) -> Vec<Problem> {
    const INLINE: &[&str] = &[" style=", " onclick=", " onchange=", " onsubmit=", " oninput=", "hx-on"];
    let pages = tree.rust().filter(|file| file.path.contains("/http/") || file.path.contains("/web/"));
    let mut found = Vec::new();
    for file in pages.filter(|file| !file.is_test()) {
        for (number, line) in file.code() {
            let hits = INLINE.iter().filter(|attribute| line.contains(**attribute));
            found.extend(hits.map(|attribute| {
                format!("{}:{number}: `{}`; use a class or a behaviour", file.path, attribute.trim())
            }));
        }
    }
    found
}

/// Who speaks to the page says what they read: `x-one`, the name of a button that is one of several, holds what `x`, the
/// same button's words, says, in every language.
fn named_as_shown(tree: &Tree) -> Vec<Problem> {
    let mut found = Vec::new();
    for file in tree.files.iter().filter(|file| file.path.ends_with(".ftl")) {
        let messages = || file.text.lines().filter_map(|line| line.split_once(" = "));
        for (key, name) in messages() {
            let Some(shown) = key.strip_suffix("-one") else { continue };
            let Some((_, words)) = messages().find(|(key, _)| *key == shown) else { continue };
            if !name.to_lowercase().contains(&words.to_lowercase()) {
                found.push(format!("{}: `{key}` does not hold what `{shown}` shows", file.path));
            }
        }
    }
    found
}

/// ARCHITECTURE.md is the map, and a crate that is not on it cannot be found.
fn on_the_map(tree: &Tree) -> Vec<Problem> {
    let map = tree.text("ARCHITECTURE.md").unwrap_or_default();
    let lost =
        tree.crates().filter(|name| !map.contains(&format!("`{name}`")) && !map.contains(&format!("crates/{name}")));
    lost.map(|name| format!("ARCHITECTURE.md: does not name `{name}`")).collect()
}

/// Each foreign crate has a line in docs/dependencies.md that says why.
fn argued_for(tree: &Tree) -> Vec<Problem> {
    let reasons = tree.text("docs/dependencies.md").unwrap_or_default();
    let manifest = tree.text("Cargo.toml").unwrap_or_default();
    let lines = manifest.lines().skip_while(|line| *line != "[workspace.dependencies]").skip(1);
    let names = lines
        .take_while(|line| !line.starts_with('['))
        .filter(|line| !line.starts_with('#') && !line.contains("path ="))
        .filter_map(|line| Some(line.split_once('=')?.0.trim()));
    let silent = names.filter(|name| !reasons.lines().any(|line| line.starts_with('|') && names_crate(line, name)));
    silent.map(|name| format!("docs/dependencies.md: does not say why `{name}`")).collect()
}

fn names_crate(row: &str, name: &str) -> bool {
    let first_cell = row.trim_start_matches('|').split('|').next().unwrap_or_default();
    first_cell.split(|letter: char| !(letter.is_alphanumeric() || "-_".contains(letter))).any(|word| word == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inline_styles_and_handlers_are_refused_on_pages_alone() {
        let line = "html! { p style=\"color: red\" onclick=\"go()\" { } }\n";
        assert_eq!(no_inline(&Tree::of(&[("crates/a/src/http/page.rs", line)])).len(), 2);
        assert!(no_inline(&Tree::of(&[("crates/channels/src/email/compose.rs", line)])).is_empty());
        assert!(no_inline(&Tree::of(&[("crates/a/src/http/page.rs", "p class=\"style\" { }\n")])).is_empty());
    }

    #[test]
    fn a_button_is_called_what_it_shows() {
        let tree = |text| Tree::of(&[("crates/a/locales/en.ftl", text)]);
        assert!(named_as_shown(&tree("end = Sign out\nend-one = Sign out: { $name }\nlone-one = x\n")).is_empty());
        assert_eq!(named_as_shown(&tree("end = Sign out\nend-one = Sign { $name } out\n")).len(), 1);
    }

    #[test]
    fn a_crate_that_is_not_on_the_map_is_named() {
        let tree = |map| Tree::of(&[("ARCHITECTURE.md", map), ("crates/base/Cargo.toml", "")]);
        assert!(on_the_map(&tree("`base`: ids")).is_empty());
        assert!(on_the_map(&tree("crates/base/ ids")).is_empty());
        assert_eq!(on_the_map(&tree("nothing")).len(), 1);
    }

    #[test]
    fn a_dependency_needs_its_reason() {
        let manifest = "[workspace.dependencies]\nbase = { path = \"crates/base\" }\n# note\naxum = \"1\"\nurl = \"2\"\n[profile.dev]\nx = 1\n";
        let tree = |docs| Tree::of(&[("Cargo.toml", manifest), ("docs/dependencies.md", docs)]);
        assert!(argued_for(&tree("| axum, `url` | the web |\n")).is_empty());
        assert_eq!(argued_for(&tree("| axum-extra | more |\n| url | addresses |\n")).len(), 1);
    }
}
