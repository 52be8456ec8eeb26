//! What colleagues of the demo often write and do, made by the product's own commands.

use std::collections::BTreeMap;

use base::Language;
use conversations::commands::{self, NewFile, NewMacro, NewPicture};
use conversations::{MacroAct, MacroKind, Visible};
use people::staff::Staff;
use platform::{Context, Fault, Platform, Result};

use super::files::File;

const SOURCE: &str = include_str!("macros.txt");

/// Makes them all.
///
/// # Errors
/// When the data cannot be written, or one of them is refused.
pub async fn make(p: &Platform, staff: &BTreeMap<&'static str, Staff>) -> Result<()> {
    for (who, new) in all() {
        let name = new.name.clone();
        let actor = staff.get(who).map(Staff::actor).context(format!("nobody is called {who}"))?;
        let made = commands::make_macro(p, &actor, new).await;
        made.map_err(|error| Fault::new(format!("the macro {name}: {error}")))?;
    }
    Ok(())
}

/// Each with who made it.
fn all() -> impl Iterator<Item = (&'static str, NewMacro)> {
    SOURCE.split("\n## ").skip(1).filter_map(read)
}

fn read(block: &'static str) -> Option<(&'static str, NewMacro)> {
    let (head, rest) = block.split_once('\n')?;
    let mut words = head.splitn(4, ' ');
    let (who, kind) = (words.next()?, words.next()?);
    let acts = words.next().unwrap_or_default().split(',').filter_map(MacroAct::from_code).collect();
    let mut parts = format!("\n{rest}").split("\n@").map(str::to_owned).collect::<Vec<_>>().into_iter();
    let head = parts.next()?;
    let (name, picture) = head.split_once("\n!").unwrap_or((&head, ""));
    let name = name.trim().to_owned();
    let pictures = picture.trim().split_once(' ').map(|(file, alt)| drawn(file, alt)).into_iter().collect();
    let texts = parts.filter_map(|part| {
        let (language, text) = part.split_once('\n')?;
        Some((Language::from_code(language)?, text.trim().to_owned()))
    });
    let texts = texts.collect();
    let kind = MacroKind::from_code(kind)?;
    Some((who, NewMacro { name, kind, visible: Visible::Everyone, texts, acts, pictures, ..NewMacro::default() }))
}

/// A picture of this name, drawn here.
fn drawn(file: &str, alt: &str) -> NewPicture {
    let file = File::for_word(file, 0);
    let (content_type, bytes) = (file.media_type().to_owned(), file.bytes());
    NewPicture { file: NewFile { name: file.name, content_type, bytes }, alt: alt.to_owned() }
}

#[cfg(test)]
mod tests {
    use conversations::rules::{filling, macros, pictures};

    use super::*;
    use crate::demo::cast::colleague_of;

    #[test]
    fn every_macro_speaks_all_five_languages_or_none_and_can_be_kept() {
        let all: Vec<_> = all().collect();
        assert_eq!((all.len(), all.iter().filter(|(_, new)| !new.pictures.is_empty()).count()), (7, 1));
        for (who, new) in &all {
            assert!(colleague_of(who).is_some(), "{who}");
            assert!([0, Language::ALL.len()].contains(&new.texts.len()), "{}", new.name);
            assert!(!new.acts.is_empty() && macros::makes_sense(&new.texts, &new.acts, 0).is_ok(), "{}", new.name);
            for picture in &new.pictures {
                assert!(pictures::judge(&picture.file.bytes).is_ok() && !picture.alt.is_empty(), "{}", new.name);
            }
            for text in new.texts.values() {
                assert!(text.len() > 20 && filling::unknown(text).is_none(), "{}: {text}", new.name);
            }
        }
    }
}
