//! Real mails that nobody on the team wrote: `TILLIT_CORPUS` names the folder that holds `mail/`.
//!
//! What we make of them is measured by `cargo xtask mails`; here they only must not break anything.

use std::path::{Path, PathBuf};

use super::{attachment, parse};
use crate::email::identity::identity;

/// The corpus, or `None` with a note when it is not there and need not be.
fn corpus() -> Option<PathBuf> {
    let required = std::env::var("TILLIT_REQUIRE_CORPUS").is_ok_and(|value| value == "1");
    match std::env::var_os("TILLIT_CORPUS") {
        Some(folder) => Some(PathBuf::from(folder).join("mail")),
        None => {
            assert!(!required, "TILLIT_REQUIRE_CORPUS=1 but TILLIT_CORPUS is not set");
            println!("skipped: TILLIT_CORPUS is not set, the real mails were not read");
            None
        }
    }
}

fn folders(root: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(root).expect("the corpus can be listed");
    let mut folders: Vec<_> =
        entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

#[test]
fn no_file_of_the_corpus_panics_and_all_text_can_be_stored() {
    let Some(root) = corpus() else { return };
    let mut read = 0;
    for folder in folders(&root) {
        for entry in std::fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let bytes = std::fs::read(&path).expect("a file");
            let _ = identity(&bytes);
            if let Ok(mail) = parse(&bytes) {
                assert!(!mail.text.contains('\0') && !mail.subject.contains(['\0', '\n', '\r']), "{}", path.display());
                for part in &mail.attachments {
                    let content = attachment(&bytes, &part.part).expect("a listed part is found");
                    assert_eq!(content.len() as u64, part.size, "{}", path.display());
                    assert!(!part.name.is_empty() && !part.name.contains(['/', '\\', '\0']), "{}", path.display());
                }
            }
            read += 1;
        }
    }
    assert!(read > 1_700, "only {read} files were found in {}", root.display());
}
