//! The text files of the work tree, read once. Knows no rule.

use std::error::Error;
use std::fs;
use std::path::Path;

/// One text file; the path is relative to the root, with slashes.
pub struct File {
    /// Such as `crates/base/src/lib.rs`.
    pub path: String,
    /// The whole text.
    pub text: String,
}

/// All text files we check.
pub struct Tree {
    /// In the order of their paths.
    pub files: Vec<File>,
}

const KINDS: &[&str] = &["rs", "toml", "md", "json", "csv", "ftl", "css", "js"];
const FOREIGN: &[&str] = &["target", "node_modules", ".git"];

impl Tree {
    /// Reads every file of a kind we know; folders that are not ours are left out.
    pub fn read(root: &Path) -> Result<Self, Box<dyn Error>> {
        let mut files = Vec::new();
        collect(root, root, &mut files)?;
        files.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(Self { files })
    }

    /// The Rust sources.
    pub fn rust(&self) -> impl Iterator<Item = &File> {
        self.files.iter().filter(|file| file.path.ends_with(".rs"))
    }

    /// The text of one file.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.files.iter().find(|file| file.path == path).map(|file| file.text.as_str())
    }

    /// The crates, by the names of their folders.
    pub fn crates(&self) -> impl Iterator<Item = &str> {
        self.files.iter().filter_map(|file| file.path.strip_prefix("crates/")?.strip_suffix("/Cargo.toml"))
    }

    #[cfg(test)]
    pub fn of(files: &[(&str, &str)]) -> Self {
        let file = |(path, text): &(&str, &str)| File { path: (*path).to_owned(), text: (*text).to_owned() };
        Self { files: files.iter().map(file).collect() }
    }
}

impl File {
    /// The lines that are not comments, with their numbers from 1.
    pub fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().enumerate().map(|(index, line)| (index + 1, line));
        lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// True for what is compiled into tests only, as far as a path can tell.
    pub fn is_test(&self) -> bool {
        const TEST_FILES: &[&str] = &["/tests.rs", "/testing.rs"];
        self.path.contains("/tests/") || TEST_FILES.iter().any(|end| self.path.ends_with(end))
    }
}

fn collect(root: &Path, dir: &Path, files: &mut Vec<File>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        let path = entry.path();
        let name = entry.file_name();
        if entry.file_type()?.is_dir() {
            if !FOREIGN.iter().any(|foreign| name == *foreign) {
                collect(root, &path, files)?;
            }
        } else if path.extension().is_some_and(|kind| KINDS.iter().any(|known| kind == *known)) {
            let relative = path.strip_prefix(root)?.to_string_lossy().replace('\\', "/");
            let text = fs::read_to_string(&path).map_err(|error| format!("{relative}: {error}"))?;
            files.push(File { path: relative, text });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_ours_is_left_out() {
        let dir = tempfile::tempdir().expect("a folder");
        for path in ["crates/a/src", "target/debug", "crates/a/node_modules/b"] {
            fs::create_dir_all(dir.path().join(path)).expect("made");
            fs::write(dir.path().join(path).join("x.rs"), "//! X").expect("written");
        }
        fs::write(dir.path().join("photo.png"), [0xff, 0xfe]).expect("written");
        let tree = Tree::read(dir.path()).expect("read");
        let paths: Vec<_> = tree.files.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(paths, ["crates/a/src/x.rs"]);
    }

    #[test]
    fn comments_are_no_code() {
        let tree = Tree::of(&[("a.rs", "//! A\nlet a = 1; // one\n  // no\n")]);
        let lines: Vec<_> = tree.files[0].code().collect();
        assert_eq!(lines, [(2, "let a = 1; // one")]);
    }
}
