//! Contact forms and the logo for programs. What customers write stays on pages and in mails.

mod logo;

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::Path;
use axum::http::{HeaderName, StatusCode, header};
use base::{Action, Language};
use people::api::Caller;
use people::department;
use platform::Platform;
use platform::api::{BASE, Body, Page, Problem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::forms;
use crate::http::forms::{judged, put};
use crate::model::{self, ContactForm, Kind, Texts};
use crate::rules::contact::Flaw;

/// Every route of this capability.
#[must_use]
pub fn routes() -> OpenApiRouter<Platform> {
    OpenApiRouter::default().routes(routes!(list, create)).routes(routes!(show, update, delete)).merge(logo::routes())
}

/// A contact form.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ContactForm)]
struct Form {
    /// Names it; its page is `/contact/{slug}`.
    slug: String,
    /// What it is called, by language: `en`, `nb`, `sv`, `da`, `id`.
    names: BTreeMap<String, String>,
    /// What stands above it, by language.
    leads: BTreeMap<String, String>,
    /// The department whose matter it is.
    department: Option<String>,
    /// What it asks besides name, e-mail, subject, words and files.
    questions: Vec<Question>,
    /// Whether its page is there for customers.
    open: bool,
}

/// One thing that a form asks.
#[derive(Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ContactQuestion)]
struct Question {
    /// What is asked, by language.
    labels: BTreeMap<String, String>,
    /// `line`, `text`, `number`, `date`, `choice` or `tick`.
    #[schema(max_length = 20)]
    kind: String,
    /// Whether it must be answered.
    #[serde(default)]
    required: bool,
    /// What may be chosen, by language: in each as many, in the same order.
    #[serde(default)]
    choices: BTreeMap<String, Vec<String>>,
}

/// A contact form as it is to be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = WantedContactForm, example = json!({ "names": { "en": "Returns" }, "open": true,
    "questions": [{ "labels": { "en": "Order number" }, "kind": "line", "required": true }] }))]
struct Wanted {
    /// What it is called, by language: `en`, `nb`, `sv`, `da`, `id`.
    names: BTreeMap<String, String>,
    /// What stands above it, by language.
    #[serde(default)]
    leads: BTreeMap<String, String>,
    /// The department whose matter it is.
    department: Option<String>,
    /// What it asks besides name, e-mail, subject, words and files.
    #[serde(default)]
    questions: Vec<Question>,
    /// Whether its page is there for customers.
    #[serde(default)]
    open: bool,
}

fn codes<T>(by: BTreeMap<Language, T>) -> BTreeMap<String, T> {
    by.into_iter().map(|(language, it)| (language.code().to_owned(), it)).collect()
}

fn languages<T>(at: &str, by: BTreeMap<String, T>) -> Result<BTreeMap<Language, T>, Problem> {
    let known = |code: &str| Language::ALL.into_iter().find(|language| language.code() == code);
    let read = |(code, it): (String, T)| match known(&code) {
        Some(language) => Ok((language, it)),
        None => Err(Problem::field(at, "has a language that is not known")),
    };
    by.into_iter().map(read).collect()
}

fn texts(at: &str, by: BTreeMap<String, String>) -> Result<Texts, Problem> {
    let mut texts = languages(at, by)?;
    texts.retain(|_, text| !text.trim().is_empty());
    Ok(Texts(texts))
}

impl From<ContactForm> for Form {
    fn from(form: ContactForm) -> Self {
        let question = |one: model::Question| Question {
            labels: codes(one.labels.0),
            kind: one.kind.code().to_owned(),
            required: one.required,
            choices: codes(one.choices),
        };
        Self {
            slug: form.slug,
            names: codes(form.names.0),
            leads: codes(form.leads.0),
            department: form.department.map(|id| id.to_string()),
            questions: form.questions.into_iter().map(question).collect(),
            open: form.open,
        }
    }
}

impl Wanted {
    fn read(self, slug: String) -> Result<ContactForm, Problem> {
        let department = self.department.map(|id| id.parse()).transpose();
        let question = |(at, one): (usize, Question)| -> Result<_, Problem> {
            let at = format!("/questions/{at}");
            let kind = Kind::from_code(&one.kind);
            Ok(model::Question {
                labels: texts(&format!("{at}/labels"), one.labels)?,
                kind: kind.ok_or_else(|| Problem::field(format!("{at}/kind"), "is none that a form knows"))?,
                required: one.required,
                choices: languages(&format!("{at}/choices"), one.choices)?,
            })
        };
        Ok(ContactForm {
            slug,
            names: texts("/names", self.names)?,
            leads: texts("/leads", self.leads)?,
            department: department.map_err(|_| Problem::field("/department", "is not the id of a department"))?,
            questions: self.questions.into_iter().enumerate().map(question).collect::<Result<_, _>>()?,
            open: self.open,
        })
    }
}

/// Where a flaw lies, as a JSON pointer, and what it is.
fn problem((field, flaw): (String, Flaw)) -> Problem {
    let at = match field.split_once('-') {
        Some((part, at)) => format!("/questions/{at}/{part}"),
        None => format!("/{field}"),
    };
    let why = match flaw {
        Flaw::NoName | Flaw::NoLabel => "needs a text in one language at least",
        Flaw::Choices => "needs two to fifty, equally many in each language",
        Flaw::TooManyQuestions => "are more than twenty",
        Flaw::NoSuchDepartment => "is not there",
        _ => "is too long",
    };
    Problem::field(at, why)
}

/// Lists contact forms
///
/// All of them, also those that are closed; there is one page.
#[utoipa::path(get, path = "/contact-forms", tag = "Settings", operation_id = "list_contact_forms",
    responses((status = 200, description = "Contact forms.", body = Page<Form>)))]
async fn list(caller: Caller) -> Result<Json<Page<Form>>, Problem> {
    caller.must(Action::ManageSettings)?;
    let all = forms::all(&mut caller.p.db.read().await?).await?;
    Ok(Json(Page { data: all.0.into_iter().map(Form::from).collect(), next: None }))
}

async fn whole(caller: &Caller, slug: &str) -> Result<Json<Form>, Problem> {
    let all = forms::all(&mut caller.p.db.read().await?).await?;
    Ok(Json(all.find(slug).cloned().ok_or_else(Problem::not_found)?.into()))
}

/// Shows a contact form
#[utoipa::path(get, path = "/contact-forms/{slug}", tag = "Settings", operation_id = "get_contact_form",
    params(("slug" = String, Path, description = "The form.", example = "returns")),
    responses((status = 200, description = "The form.", body = Form)))]
async fn show(caller: Caller, Path(slug): Path<String>) -> Result<Json<Form>, Problem> {
    caller.must(Action::ManageSettings)?;
    whole(&caller, &slug).await
}

/// Keeps a form, and tells its name in the address.
async fn keep(caller: &Caller, wanted: Wanted, slug: String) -> Result<String, Problem> {
    let form = wanted.read(slug)?;
    let mut tx = caller.p.begin().await?;
    let departments = department::all(&mut tx).await?;
    if let Some(flaw) = judged(&form, &departments).into_iter().next() {
        return Err(problem(flaw));
    }
    let usual = conversations::settings::business(&mut tx).await?.language;
    let (all, slug) = (forms::all(&mut tx).await?, form.slug.clone());
    if !slug.is_empty() && all.find(&slug).is_none() {
        return Err(Problem::not_found());
    }
    let kept = put(all, form, usual).map_err(|_| Problem::not_found())?;
    let all = kept.ok_or_else(|| Problem::refused("too_many_forms", "There is no room for another form."))?;
    forms::set(&mut tx, &caller.actor(), &all).await?;
    let slug = if slug.is_empty() { all.0.last().map(|form| form.slug.clone()).unwrap_or_default() } else { slug };
    tx.commit().await?;
    Ok(slug)
}

type Created = (StatusCode, [(HeaderName, String); 1], Json<Form>);

/// Makes a contact form
///
/// Its `slug` is made of its name, and stays.
#[utoipa::path(post, path = "/contact-forms", tag = "Settings", operation_id = "create_contact_form",
    request_body = Wanted,
    responses((status = 201, description = "The form; `Location` is its address here.", body = Form)))]
async fn create(caller: Caller, Body(wanted): Body<Wanted>) -> Result<Created, Problem> {
    caller.must(Action::ManageSettings)?;
    let slug = keep(&caller, wanted, String::new()).await?;
    let location = [(header::LOCATION, format!("{BASE}/contact-forms/{slug}"))];
    Ok((StatusCode::CREATED, location, whole(&caller, &slug).await?))
}

/// Changes a contact form
///
/// All of it is replaced but its `slug`.
#[utoipa::path(put, path = "/contact-forms/{slug}", tag = "Settings", operation_id = "update_contact_form",
    params(("slug" = String, Path, description = "The form.", example = "returns")),
    request_body = Wanted, responses((status = 200, description = "The form as it is now.", body = Form)))]
async fn update(caller: Caller, Path(slug): Path<String>, Body(wanted): Body<Wanted>) -> Result<Json<Form>, Problem> {
    caller.must(Action::ManageSettings)?;
    let slug = keep(&caller, wanted, slug).await?;
    whole(&caller, &slug).await
}

/// Removes a contact form
///
/// What was written by it stays.
#[utoipa::path(delete, path = "/contact-forms/{slug}", tag = "Settings", operation_id = "delete_contact_form",
    params(("slug" = String, Path, description = "The form.", example = "returns")),
    responses((status = 200, description = "The form as it was.", body = Form)))]
async fn delete(caller: Caller, Path(slug): Path<String>) -> Result<Json<Form>, Problem> {
    caller.must(Action::ManageSettings)?;
    let gone = whole(&caller, &slug).await?;
    let mut tx = caller.p.begin().await?;
    let mut all = forms::all(&mut tx).await?;
    all.0.retain(|form| form.slug != slug);
    forms::set(&mut tx, &caller.actor(), &all).await?;
    tx.commit().await?;
    Ok(gone)
}
