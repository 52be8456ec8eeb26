//! Walking the live version of a guide step by step, for programs that lead somebody through it. Steps are counted as
//! those in the help centre are.

use axum::Json;
use axum::extract::Path;
use base::{Action, Language, Scope};
use people::api::Caller;
use platform::api::{Body, Problem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::named;
use crate::articles::api::known;
use crate::guides::commands::{self, Step};
use crate::guides::http::{label, told};
use crate::guides::model::{Tree, Version};
use crate::guides::rules::{self, PATH_MOST, Walk, offered};
use crate::guides::store::{self, Line};

/// Where somebody stands, and the step they take.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "language": "en", "version": 1, "path": [0], "step": "choose", "choice": 0 }))]
pub(super) struct GuideStep {
    /// The language to be shown in: `en`, `nb`, `sv`, `da` or `id`.
    #[schema(max_length = 2)]
    language: String,
    /// The version of the walk, as it was answered; without it, or when another one is live by now, it begins anew.
    version: Option<i64>,
    /// The choices taken so far, as they were answered.
    #[serde(default)]
    #[schema(max_items = 60)]
    path: Vec<usize>,
    /// The product it is walked for; choices for others are left out.
    #[serde(default)]
    #[schema(max_length = 60)]
    product: String,
    /// `start` (only looks, and counts nothing), `choose` (with `choice`), `back` or `stuck`.
    #[schema(max_length = 10)]
    step: String,
    /// The number of the choice that is taken.
    choice: Option<usize>,
}

impl GuideStep {
    fn taken(&self) -> Result<Option<Step>, Problem> {
        match (self.step.as_str(), self.choice) {
            ("start", _) => Ok(None),
            ("choose", Some(choice)) => Ok(Some(Step::On(choice))),
            ("choose", None) => Err(Problem::field("/choice", "is needed to choose")),
            ("back", _) => Ok(Some(Step::Back)),
            ("stuck", _) => Ok(Some(Step::Stuck)),
            _ => Err(Problem::field("/step", "is none of start, choose, back, stuck")),
        }
    }
}

/// A choice that is there.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct GuideWay {
    /// Give it as `choice`.
    number: usize,
    /// Its words.
    label: String,
}

/// Where a walk stands.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct GuidePlace {
    /// The version that is walked.
    version: i64,
    /// The choices taken so far; give them with the next step.
    path: Vec<usize>,
    /// The language that all of it is shown in.
    language: String,
    /// The key of the place.
    key: String,
    /// `question`, `step`, or an end: `solved`, `person`, `article`.
    kind: String,
    /// The question, or what the step is called.
    title: String,
    /// What is said of it, as Markdown.
    body: String,
    /// The path of its picture; may be empty.
    picture: String,
    /// The ways on.
    choices: Vec<GuideWay>,
    /// The path of the article that says it, at an end by an article.
    article: Option<String>,
    /// What was tried, in words, for whoever takes over.
    tried: String,
}

/// Takes a step through a guide
///
/// Of its live version, to be shown to a customer or read out on the telephone. Steps are counted, and nobody is named.
/// With `stuck` the walk stays where it is; `tried` is what a person who takes over needs to know.
#[utoipa::path(post, path = "/guides/{id}/walk", tag = "Guides", operation_id = "walk_guide",
    params(("id" = String, Path, description = "The guide.", example = "gui_01kyf5b0000000000000000000")),
    request_body = GuideStep, responses((status = 200, description = "Where the walk stands now.", body = GuidePlace)))]
pub(super) async fn walk(
    caller: Caller,
    Path(id): Path<String>,
    Body(wanted): Body<GuideStep>,
) -> Result<Json<GuidePlace>, Problem> {
    caller.must(Action::NoteConversations)?;
    let id = named(&id)?;
    let language = known(&wanted.language).ok_or_else(|| Problem::field("/language", "is not known"))?;
    if wanted.path.len() > PATH_MOST {
        return Err(Problem::field("/path", "is too long"));
    }
    let step = wanted.taken()?;
    let mut tx = caller.p.begin().await?;
    let guide = store::find(&mut tx, &Scope::All, &id).await?.ok_or_else(Problem::not_found)?;
    let live = guide.live.ok_or_else(Problem::not_found)?;
    let version = store::version(&mut tx, &id, live).await?.ok_or_else(Problem::not_found)?;
    let goes_on = wanted.version == Some(live);
    let mut path = if goes_on { wanted.path } else { Vec::new() };
    let shown = version.tree.spoken(language);
    if let Some(step) = step.filter(|_| goes_on || wanted.version.is_none()) {
        let zone = conversations::settings::business(&mut tx).await?.zone;
        let zone = jiff::tz::TimeZone::get(&zone).unwrap_or(jiff::tz::TimeZone::UTC);
        let day = caller.p.clock.business().to_zoned(zone).date();
        let line = Line { guide: &id, version: live, language: shown, day };
        path = commands::step(&mut tx, line, &version.tree, (&path, &wanted.product), step).await?;
    }
    tx.commit().await?;
    let walk = rules::walk(&version.tree, &path, &wanted.product).ok_or_else(Problem::not_found)?;
    Ok(Json(place(&caller, &version, &walk, (language, shown), &wanted.product)))
}

fn place(
    caller: &Caller,
    version: &Version,
    walk: &Walk<'_>,
    (language, shown): (Language, Language),
    product: &str,
) -> GuidePlace {
    let (tree, node): (&Tree, _) = (&version.tree, walk.at);
    let say = caller.p.i18n.to(language);
    let goes_on = node.kind.ending().is_none() && !walk.is_exhausted();
    let ways = node.choices.iter().enumerate().filter(|(_, choice)| goes_on && offered(choice, product));
    let address = node.articles.shown(language, tree.original);
    let of = if node.articles.of(language).is_empty() { tree.original } else { language };
    GuidePlace {
        version: version.number,
        path: walk.path.clone(),
        language: shown.code().to_owned(),
        key: node.key.clone(),
        kind: node.kind.code().to_owned(),
        title: node.titles.shown(language, tree.original).to_owned(),
        body: node.bodies.shown(language, tree.original).to_owned(),
        picture: node.picture.clone(),
        choices: ways.map(|(number, choice)| GuideWay { number, label: label(&say, tree, choice) }).collect(),
        article: (!address.is_empty()).then(|| format!("/help/{}/{address}", of.code())),
        tried: if walk.taken.is_empty() { String::new() } else { told(&say, tree, walk) },
    }
}
