//! Macros: what is often written and done.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::Path;
use axum::http::{HeaderName, StatusCode, header};
use base::{Action, Language};
use people::api::Caller;
use platform::api::{BASE, Body, Page, Problem, time};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::conversation_id;
use super::shapes::{self, Conversation};
use super::writing::{File, files};
use crate::commands::{self, NewFile, NewMacro, NewPicture};
use crate::ids::MacroId;
use crate::model::{self, HeardBy, MacroAct, MacroKind, MacroWhen, Visible};
use crate::rules::filling;
use crate::{queries, store};

fn macro_id(text: &str) -> Result<MacroId, Problem> {
    text.parse().map_err(|_| Problem::not_found())
}

/// What the text of a macro becomes.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Kind {
    /// A reply to the customer.
    #[default]
    Reply,
    /// A note for colleagues.
    Note,
}

/// One thing that a macro does.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Act {
    /// `state`, `assign`, `department`, `checklist`, `tag`, `untag`, `snooze` or `outcome`.
    #[schema(max_length = 20)]
    kind: String,
    /// A state; `me`, `nobody` or a colleague; `none` or a department; things to be done with `|` between them; a tag; a
    /// number of days or `reply`; what became of the matter, where it closes with it: `righted`, `informed`, `ordered`,
    /// `lost`, `other`.
    #[schema(max_length = 20_000)]
    value: String,
}

/// In which conversations a macro is offered first: one of each kind that is named has to fit; a kind without any says
/// nothing. It can be used in others all the same.
#[derive(Clone, Debug, Default, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(as = MacroWhen)]
pub(super) struct When {
    /// The customer was last heard by one of these: `writing`, `phone`, `visit`.
    #[schema(max_items = 3)]
    channels: Vec<String>,
    /// It belongs to one of these departments.
    #[schema(max_items = 50)]
    departments: Vec<String>,
    /// It bears one of these tags, in whatever case.
    #[schema(max_items = 50)]
    tags: Vec<String>,
    /// Its customer's language is one of these: `en`, `nb`, `sv`, `da`, `id`.
    #[schema(max_items = 5)]
    languages: Vec<String>,
}

impl From<MacroWhen> for When {
    fn from(when: MacroWhen) -> Self {
        Self {
            channels: when.channels.iter().map(|one| one.code().to_owned()).collect(),
            departments: when.departments.iter().map(ToString::to_string).collect(),
            tags: when.tags,
            languages: when.languages.iter().map(|one| one.code().to_owned()).collect(),
        }
    }
}

impl When {
    fn read(self) -> Result<MacroWhen, Problem> {
        let wrong =
            |field: &str, number: usize, why: &str| Problem::field(format!("/when/{field}/{number}"), why.to_owned());
        let channel = |(number, code): (usize, String)| {
            HeardBy::from_code(&code).ok_or_else(|| wrong("channels", number, "is no way to be heard by"))
        };
        let department = |(number, id): (usize, String)| {
            id.parse().map_err(|_| wrong("departments", number, "is not the id of a department"))
        };
        let language = |(number, code): (usize, String)| {
            let known = Language::ALL.into_iter().find(|one| one.code() == code);
            known.ok_or_else(|| wrong("languages", number, "is a language that is not known"))
        };
        Ok(MacroWhen {
            channels: self.channels.into_iter().enumerate().map(channel).collect::<Result<_, _>>()?,
            departments: self.departments.into_iter().enumerate().map(department).collect::<Result<_, _>>()?,
            tags: self.tags,
            languages: self.languages.into_iter().enumerate().map(language).collect::<Result<_, _>>()?,
        })
    }
}

/// A macro.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Macro {
    /// Names it.
    id: String,
    /// What colleagues call it.
    name: String,
    /// What its text becomes.
    #[schema(inline)]
    kind: Kind,
    /// The department that alone sees it, if one does.
    department: Option<String>,
    /// Whether you alone see it.
    own: bool,
    /// In which conversations it is offered first.
    when: When,
    /// How often it was used.
    uses: i64,
    /// When it was used last, if that is known.
    #[schema(format = DateTime)]
    last_used_at: Option<String>,
    /// Its texts by language: `en`, `nb`, `sv`, `da`, `id`.
    texts: BTreeMap<String, String>,
    /// What it does to the conversation.
    acts: Vec<Act>,
    /// Files that go with its text.
    files: Vec<MacroFile>,
}

/// A file of a macro.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct MacroFile {
    /// Names it.
    id: String,
    /// What it is called.
    name: String,
    /// Its type.
    content_type: String,
    /// In bytes.
    size: i64,
    /// What it shows, for a picture that stands below the text of the message.
    alt: Option<String>,
}

impl From<(model::Macro, queries::Uses)> for Macro {
    fn from((one, used): (model::Macro, queries::Uses)) -> Self {
        let file = |file: model::MacroFile| MacroFile {
            id: file.id.to_string(),
            name: file.name,
            content_type: file.content_type,
            size: file.size,
            alt: file.alt,
        };
        Self {
            id: one.id.to_string(),
            name: one.name,
            kind: match one.kind {
                MacroKind::Reply => Kind::Reply,
                MacroKind::Note => Kind::Note,
            },
            own: matches!(one.visible, Visible::Own(_)),
            department: match one.visible {
                Visible::Department(id) => Some(id.to_string()),
                _ => None,
            },
            when: one.when.into(),
            uses: used.n,
            last_used_at: used.last.map(time),
            texts: one.texts.into_iter().map(|(language, text)| (language.code().to_owned(), text)).collect(),
            acts: one.acts.iter().map(|act| Act { kind: act.kind().to_owned(), value: act.value() }).collect(),
            files: one.files.into_iter().map(file).collect(),
        }
    }
}

/// A macro as it is to be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "name": "On its way", "texts": { "en": "Hello {{customer.first_name}}, it is on its way." },
    "acts": [{ "kind": "tag", "value": "delivery" }] }))]
pub(super) struct Wanted {
    /// What colleagues call it.
    #[schema(max_length = 1000)]
    name: String,
    /// What its text becomes.
    #[serde(default)]
    #[schema(inline)]
    kind: Kind,
    /// The department that alone sees it; everybody does when none is named.
    department: Option<String>,
    /// Whether you alone see it.
    #[serde(default)]
    own: bool,
    /// In which conversations it is offered first; in all when none is named.
    #[serde(default)]
    when: When,
    /// Its texts by language: `en`, `nb`, `sv`, `da`, `id`.
    #[serde(default)]
    texts: BTreeMap<String, String>,
    /// What it does to the conversation.
    #[serde(default)]
    acts: Vec<Act>,
    /// Its files; when a macro is changed and none are named, it keeps those that it has.
    files: Option<Vec<FileOfMacro>>,
}

/// A file that a macro is to have.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct FileOfMacro {
    /// What it is called.
    #[schema(max_length = 1000)]
    name: String,
    /// Its type, such as `application/pdf`; of a picture with `alt` its bytes say it.
    #[serde(default)]
    #[schema(max_length = 200)]
    content_type: String,
    /// Its bytes in Base64; 20 MiB for all files of a macro, 2 MiB for a picture with `alt`.
    #[schema(content_encoding = "base64")]
    content: String,
    /// What it shows. With it, PNG, JPEG, GIF and WebP stand below the text of the message; empty, its name stands there.
    #[schema(max_length = 1000)]
    alt: Option<String>,
}

/// The files beside the text, and the pictures below it.
fn files_and_pictures(given: Vec<FileOfMacro>) -> Result<(Vec<NewFile>, Vec<NewPicture>), Problem> {
    let (mut plain, mut pictures, mut alts) = (Vec::new(), Vec::new(), Vec::with_capacity(given.len()));
    let mut sent = Vec::with_capacity(given.len());
    for FileOfMacro { name, content_type, content, alt } in given {
        sent.push(File { name, content_type, content });
        alts.push(alt);
    }
    for (file, alt) in files(sent)?.into_iter().zip(alts) {
        match alt {
            Some(alt) => pictures.push(NewPicture { file, alt }),
            None => plain.push(file),
        }
    }
    Ok((plain, pictures))
}

impl Wanted {
    fn read(self, caller: &Caller, had: &[model::MacroFile]) -> Result<NewMacro, Problem> {
        let visible = match (self.own, self.department) {
            (true, Some(_)) => return Err(Problem::field("/department", "goes not together with own")),
            (true, None) => Visible::Own(caller.staff.id.clone()),
            (false, None) => Visible::Everyone,
            (false, Some(id)) => {
                let id = id.parse().map_err(|_| Problem::field("/department", "is not the id of a department"))?;
                Visible::Department(id)
            }
        };
        let mut texts = BTreeMap::new();
        for (code, text) in self.texts {
            let known = Language::ALL.into_iter().find(|language| language.code() == code);
            let language = known.ok_or_else(|| Problem::field("/texts", "has a language that is not known"))?;
            if filling::unknown(&text).is_some() {
                return Err(Problem::field(format!("/texts/{code}"), "has a variable that is not known"));
            }
            texts.insert(language, text);
        }
        let act = |(number, act): (usize, Act)| {
            let read = MacroAct::from_code(&format!("{}:{}", act.kind, act.value));
            read.ok_or_else(|| Problem::field(format!("/acts/{number}"), "is nothing that a macro does"))
        };
        let acts = self.acts.into_iter().enumerate().map(act).collect::<Result<_, _>>()?;
        let keep = if self.files.is_none() { had.iter().map(|file| file.id.clone()).collect() } else { Vec::new() };
        let (files, pictures) = files_and_pictures(self.files.unwrap_or_default())?;
        Ok(NewMacro {
            name: self.name,
            kind: match self.kind {
                Kind::Reply => MacroKind::Reply,
                Kind::Note => MacroKind::Note,
            },
            visible,
            when: self.when.read()?,
            texts,
            acts,
            keep,
            alts: BTreeMap::new(),
            files,
            pictures,
        })
    }
}

async fn whole(caller: &Caller, id: &MacroId) -> Result<Json<Macro>, Problem> {
    let mut conn = caller.p.db.read().await?;
    let found = queries::find_macro(&mut conn, &caller.staff, id).await?.ok_or_else(Problem::not_found)?;
    let used = store::uses_of_macros(&mut conn, None, None).await?.get(id).copied().unwrap_or_default();
    Ok(Json((found, used).into()))
}

/// Lists macros
///
/// Those for everybody, for where you work, and your own, as they were arranged; all of them at once.
#[utoipa::path(get, path = "/macros", tag = "Macros", operation_id = "list_macros",
    responses((status = 200, description = "The macros.", body = Page<Macro>)))]
pub(super) async fn list(caller: Caller) -> Result<Json<Page<Macro>>, Problem> {
    caller.must(Action::ReadConversations)?;
    let all = queries::macros(&mut caller.p.db.read().await?, &caller.staff).await?;
    Ok(Json(Page { data: all.into_iter().map(Macro::from).collect(), next: None }))
}

/// Shows a macro
#[utoipa::path(get, path = "/macros/{id}", tag = "Macros", operation_id = "get_macro",
    params(("id" = String, Path, description = "The macro.", example = "mac_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The macro.", body = Macro)))]
pub(super) async fn show(caller: Caller, Path(id): Path<String>) -> Result<Json<Macro>, Problem> {
    caller.must(Action::ReadConversations)?;
    whole(&caller, &macro_id(&id)?).await
}

type Created = (StatusCode, [(HeaderName, String); 1], Json<Macro>);

/// Makes a macro
///
/// Whoever may not change settings makes macros for themselves alone (`own`).
#[utoipa::path(post, path = "/macros", tag = "Macros", operation_id = "create_macro", request_body = Wanted,
    responses((status = 201, description = "The macro; `Location` is its address here.", body = Macro)))]
pub(super) async fn create(caller: Caller, Body(wanted): Body<Wanted>) -> Result<Created, Problem> {
    caller.must(Action::WorkConversations)?;
    let id = commands::make_macro(&caller.p, &caller.actor(), wanted.read(&caller, &[])?).await?;
    let location = [(header::LOCATION, format!("{BASE}/macros/{id}"))];
    Ok((StatusCode::CREATED, location, whole(&caller, &id).await?))
}

/// Changes a macro
///
/// All of it is replaced, but for files that are not named.
#[utoipa::path(put, path = "/macros/{id}", tag = "Macros", operation_id = "update_macro",
    params(("id" = String, Path, description = "The macro.", example = "mac_01kyf5b0000000000000000000")),
    request_body = Wanted, responses((status = 200, description = "The macro as it is now.", body = Macro)))]
pub(super) async fn update(
    caller: Caller,
    Path(id): Path<String>,
    Body(wanted): Body<Wanted>,
) -> Result<Json<Macro>, Problem> {
    caller.must(Action::WorkConversations)?;
    let id = macro_id(&id)?;
    let had = store::find_macro(&mut caller.p.db.read().await?, &id).await?.ok_or_else(Problem::not_found)?;
    commands::change_macro(&caller.p, &caller.actor(), &id, wanted.read(&caller, &had.files)?).await?;
    whole(&caller, &id).await
}

/// Removes a macro
///
/// For a month it can be brought back at the desk.
#[utoipa::path(delete, path = "/macros/{id}", tag = "Macros", operation_id = "delete_macro",
    params(("id" = String, Path, description = "The macro.", example = "mac_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The macro as it was.", body = Macro)))]
pub(super) async fn delete(caller: Caller, Path(id): Path<String>) -> Result<Json<Macro>, Problem> {
    caller.must(Action::WorkConversations)?;
    let id = macro_id(&id)?;
    let gone = whole(&caller, &id).await?;
    commands::remove_macro(&caller.p, &caller.actor(), &id).await?;
    Ok(gone)
}

/// The macro that is used.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "macro": "mac_01kyf5b0000000000000000000" }))]
pub(super) struct Use {
    /// Which.
    #[serde(rename = "macro")]
    id: String,
    /// The newest message that you know; when something newer came in, a reply is refused.
    seen: Option<String>,
}

/// Uses a macro in a conversation
///
/// Writes its text, filled in and in the customer's language, and does what it does: all of it or nothing.
#[utoipa::path(post, path = "/conversations/{id}/macros", tag = "Macros", operation_id = "apply_macro",
    params(("id" = String, Path, description = "The conversation.", example = "cnv_01kyf5b0000000000000000000")),
    request_body = Use, responses((status = 200, description = "The conversation as it is now.", body = Conversation)))]
pub(super) async fn apply(
    caller: Caller,
    Path(id): Path<String>,
    Body(used): Body<Use>,
) -> Result<Json<Conversation>, Problem> {
    caller.must(Action::WorkConversations)?;
    let id = conversation_id(&id)?;
    let which = used.id.parse().map_err(|_| Problem::field("/macro", "is not the id of a macro"))?;
    let seen = used.seen.map(|id| id.parse()).transpose();
    let seen = seen.map_err(|_| Problem::field("/seen", "is not the id of a message"))?;
    commands::apply_macro(&caller.p, &caller.actor(), &id, &which, seen).await?;
    shapes::after(&caller, &id).await
}
