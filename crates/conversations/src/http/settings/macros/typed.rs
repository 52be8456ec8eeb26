//! The form of a macro as somebody typed it, and what it means.

use std::collections::BTreeMap;

use axum::extract::multipart::{Multipart, MultipartError};
use axum::http::StatusCode;
use base::Language;
use people::{DepartmentId, StaffId};
use platform::web::errors::Error;

use crate::commands::{NewFile, NewMacro, NewPicture};
use crate::rules::tags;
use crate::{HeardBy, Macro, MacroAct, MacroFileId, MacroKind, MacroWhen, Visible};

/// What stands in the fields.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    pub name: String,
    pub kind: MacroKind,
    /// `everyone`, `own`, or the id of a department.
    pub visible: String,
    /// Where it is offered, but for the tags.
    pub when: MacroWhen,
    /// Those: words with a comma between them.
    pub when_tags: String,
    pub texts: BTreeMap<Language, String>,
    /// `solved`, or nothing.
    pub state: String,
    /// What became of the matter, or nothing.
    pub outcome: String,
    /// `me`, `nobody`, the id of a colleague, or nothing.
    pub assign: String,
    /// `none`, the id of a department, or nothing.
    pub department: String,
    /// Words with a comma between them.
    pub tag: String,
    /// See `tag`.
    pub untag: String,
    /// Things to be done, one a line.
    pub checklist: String,
    /// Days, `reply`, or nothing.
    pub snooze: String,
    pub keep: Vec<MacroFileId>,
    /// What pictures that are there show, as it was typed.
    pub alts: BTreeMap<MacroFileId, String>,
    pub files: Vec<NewFile>,
    /// A new picture.
    pub picture: Option<NewFile>,
    /// What it shows.
    pub alt: String,
    /// Whether it is only to be looked at.
    pub preview: bool,
}

impl Typed {
    /// The fields of a macro that is there.
    pub fn of(it: &Macro) -> Self {
        let of = |kind: &str| {
            let values = it.acts.iter().filter(|act| act.kind() == kind).map(MacroAct::value);
            values.collect::<Vec<_>>().join(", ")
        };
        Self {
            name: it.name.clone(),
            kind: it.kind,
            visible: match &it.visible {
                Visible::Everyone => "everyone".to_owned(),
                Visible::Own(_) => "own".to_owned(),
                Visible::Department(id) => id.to_string(),
            },
            when: it.when.clone(),
            when_tags: it.when.tags.join(", "),
            texts: it.texts.clone(),
            state: of("state"),
            outcome: of("outcome"),
            assign: of("assign"),
            department: of("department"),
            tag: of("tag"),
            untag: of("untag"),
            checklist: of("checklist").replace('|', "\n"),
            snooze: of("snooze"),
            keep: it.files.iter().map(|file| file.id.clone()).collect(),
            alts: it.files.iter().filter_map(|file| Some((file.id.clone(), file.alt.clone()?))).collect(),
            files: Vec::new(),
            picture: None,
            alt: String::new(),
            preview: false,
        }
    }

    /// Reads the form part by part.
    pub async fn read(mut form: Multipart) -> Result<Self, Error> {
        let mut typed = Self::default();
        while let Some(field) = form.next_field().await.map_err(broken)? {
            let name = field.name().unwrap_or_default().to_owned();
            if name == "files" || name == "picture" {
                let picture = name == "picture";
                let name = field.file_name().unwrap_or_default().to_owned();
                let content_type = field.content_type().unwrap_or("application/octet-stream").to_owned();
                let bytes = field.bytes().await.map_err(broken)?.to_vec();
                let file = NewFile { name, content_type, bytes };
                match picture {
                    _ if file.name.is_empty() => {}
                    true => typed.picture = Some(file),
                    false => typed.files.push(file),
                }
                continue;
            }
            let value = field.text().await.map_err(broken)?;
            typed.put(&name, value);
        }
        Ok(typed)
    }

    fn put(&mut self, name: &str, value: String) {
        match name {
            "name" => self.name = value,
            "kind" => self.kind = MacroKind::from_code(&value).unwrap_or_default(),
            "visible" => self.visible = value,
            "state" => self.state = value,
            "outcome" => self.outcome = value,
            "assign" => self.assign = value,
            "department" => self.department = value,
            "tag" => self.tag = value,
            "untag" => self.untag = value,
            "checklist" => self.checklist = value,
            "snooze" => self.snooze = value,
            "on-channel" => self.when.channels.extend(HeardBy::from_code(&value)),
            "on-department" => self.when.departments.extend(value.parse::<DepartmentId>()),
            "on-language" => self.when.languages.extend(Language::from_code(&value)),
            "on-tags" => self.when_tags = value,
            "keep" => self.keep.extend(value.parse::<MacroFileId>()),
            "alt" => self.alt = value,
            "do" => self.preview = value == "preview",
            other => {
                if let Some(id) = other.strip_prefix("alt-").and_then(|id| id.parse::<MacroFileId>().ok()) {
                    self.alts.insert(id, value);
                    return;
                }
                if let Some(language) = other.strip_prefix("text-").and_then(Language::from_code) {
                    self.texts.insert(language, value);
                }
            }
        }
    }

    /// What it means when `me` sends it. What is no id of a department is for oneself alone.
    pub fn wanted(&self, me: &StaffId) -> NewMacro {
        let visible = match self.visible.as_str() {
            "everyone" => Visible::Everyone,
            other => other.parse().map_or_else(|_| Visible::Own(me.clone()), Visible::Department),
        };
        let one = |kind: &str, value: &str| MacroAct::from_code(&format!("{kind}:{value}"));
        let acts = [("state", &self.state), ("assign", &self.assign), ("department", &self.department)];
        let acts = acts.into_iter().filter_map(|(kind, value)| one(kind, value));
        let words = tags::names(&self.tag).into_iter().map(MacroAct::Tag);
        let outcome = one("outcome", &self.outcome);
        let list = one("checklist", &self.checklist);
        let off = tags::names(&self.untag).into_iter().map(MacroAct::Untag);
        NewMacro {
            name: self.name.clone(),
            kind: self.kind,
            visible,
            when: MacroWhen { tags: tags::names(&self.when_tags), ..self.when.clone() },
            texts: self.texts.clone(),
            acts: acts.chain(list).chain(words).chain(off).chain(one("snooze", &self.snooze)).chain(outcome).collect(),
            keep: self.keep.clone(),
            alts: self.alts.clone(),
            files: self.files.clone(),
            pictures: self
                .picture
                .iter()
                .map(|file| NewPicture { file: file.clone(), alt: self.alt.clone() })
                .collect(),
        }
    }
}

fn broken(error: MultipartError) -> Error {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        Error::TooLarge
    } else {
        Error::invalid("problem-invalid-body")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fields_mean_the_macro_that_they_were_made_of() {
        let me: StaffId = format!("stf_{}", "0".repeat(26)).parse().expect("an id");
        let codes = [
            "state:solved",
            "assign:me",
            "department:none",
            "checklist:Call|Order it",
            "tag:motor",
            "tag:saddle",
            "untag:old",
            "outcome:righted",
        ];
        let it = Macro {
            id: format!("mac_{}", "0".repeat(26)).parse().expect("an id"),
            name: "On its way".into(),
            kind: MacroKind::Note,
            visible: Visible::Own(me.clone()),
            when: MacroWhen {
                channels: vec![HeardBy::Phone],
                departments: vec![format!("dep_{}", "0".repeat(26)).parse().expect("an id")],
                tags: vec!["motor".into(), "saddle".into()],
                languages: vec![Language::Sv],
            },
            texts: BTreeMap::from([(Language::Nb, "Hei".into())]),
            acts: codes.iter().filter_map(|code| MacroAct::from_code(code)).collect(),
            files: Vec::new(),
        };
        let wanted = Typed::of(&it).wanted(&me);
        assert_eq!((wanted.name, wanted.kind, wanted.visible), (it.name.clone(), it.kind, it.visible.clone()));
        assert_eq!((wanted.texts, wanted.acts, wanted.when), (it.texts, it.acts, it.when));
        let mut typed = Typed::default();
        for (name, value) in [
            ("text-nb", "a"),
            ("text-xx", "b"),
            ("snooze", "reply"),
            ("visible", "nonsense"),
            ("x", "y"),
            ("on-tags", "#a, A"),
            ("on-channel", "visit"),
            ("on-channel", "x"),
            ("on-department", "x"),
            ("on-language", "xx"),
        ] {
            typed.put(name, value.to_owned());
        }
        let wanted = typed.wanted(&me);
        assert_eq!(wanted.visible, Visible::Own(me), "what nobody knows is for nobody else");
        assert_eq!((wanted.texts.len(), wanted.acts), (1, vec![MacroAct::SnoozeUntilReply]));
        let when = MacroWhen { channels: vec![HeardBy::Visit], tags: vec!["a".into()], ..MacroWhen::default() };
        assert_eq!(wanted.when, when);
    }
}
