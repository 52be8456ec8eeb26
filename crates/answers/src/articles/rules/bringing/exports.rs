//! What other help centres give away, as JSON: Zendesk Guide (articles, with translations, sections, categories and users
//! beside them or in files of their own) and Zammad (the tables of its knowledge base).

use std::collections::BTreeMap;

use platform::blobs::digest;
use serde_json::Value;

use super::{Found, Row, Unfit, html, instant, language};
use crate::articles::model::Draft;

/// Lists and tables by name, put together from all files.
type Tables<'a> = BTreeMap<String, Vec<(&'a str, Value)>>;

/// Parts of an export that Zendesk names; a file with one of them is one of its.
const ZENDESK: [&str; 5] = ["articles", "translations", "sections", "categories", "users"];

pub(super) fn read(files: &[(&str, &str)]) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut tables = Tables::new();
    for (path, text) in files {
        let Ok(value) = serde_json::from_str::<Value>(text) else {
            rows.push(Err(((*path).to_owned(), Unfit::Damaged)));
            continue;
        };
        if !sort(&mut tables, path, value) {
            rows.push(Err(((*path).to_owned(), Unfit::Unknown)));
        }
    }
    rows.extend(zendesk(&tables));
    rows.extend(zammad(&tables));
    rows
}

/// Puts what is in a file where it belongs; whether it was anything that we know.
fn sort<'a>(tables: &mut Tables<'a>, path: &'a str, value: Value) -> bool {
    let mut known = false;
    match value {
        // A bare list of articles.
        Value::Array(all) => {
            for one in all {
                if one.get("body").is_some() && one.get("title").is_some() {
                    tables.entry("articles".to_owned()).or_default().push((path, one));
                    known = true;
                }
            }
        }
        Value::Object(parts) => {
            for (name, part) in parts {
                let is_ours = ZENDESK.contains(&name.as_str()) || name.starts_with("KnowledgeBase") || name == "Locale";
                let all: Vec<Value> = match part {
                    Value::Array(all) => all,
                    Value::Object(all) => all.into_iter().map(|(_, one)| one).collect(),
                    _ => continue,
                };
                if is_ours || name == "User" {
                    known |= is_ours;
                    tables.entry(name).or_default().extend(all.into_iter().map(|one| (path, one)));
                }
            }
        }
        _ => {}
    }
    known
}

/// A number or a text, as text.
fn text(of: &Value, field: &str) -> String {
    match of.get(field) {
        Some(Value::String(text)) => text.trim().to_owned(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

fn by_id<'t>(tables: &'t Tables<'_>, name: &str) -> BTreeMap<String, &'t Value> {
    let all = tables.get(name).map(Vec::as_slice).unwrap_or_default();
    all.iter().map(|(_, one)| (text(one, "id"), one)).collect()
}

fn zendesk(tables: &Tables<'_>) -> Vec<Row> {
    let (sections, categories, users) =
        (by_id(tables, "sections"), by_id(tables, "categories"), by_id(tables, "users"));
    let category = |article: &Value| {
        let section = sections.get(&text(article, "section_id"))?;
        let above = categories.get(&text(section, "category_id")).map(|one| text(one, "name"));
        Some(above.filter(|name| !name.is_empty()).unwrap_or_else(|| text(section, "name")))
    };
    let mut rows = Vec::new();
    let mut articles: BTreeMap<String, Found> = BTreeMap::new();
    for (path, one) in tables.get("articles").map(Vec::as_slice).unwrap_or_default() {
        let (id, locale) = (text(one, "id"), text(one, "locale"));
        let source_locale = text(one, "source_locale");
        let author = users.get(&text(one, "author_id")).map(|user| {
            let email = text(user, "email");
            if email.is_empty() { text(user, "name") } else { email }
        });
        let labels = one.get("label_names").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let base = Found {
            place: format!("{path} · {id}"),
            family: format!("zendesk:{id}"),
            is_original: source_locale.is_empty() || source_locale == locale,
            category: category(one).unwrap_or_default(),
            author: author.unwrap_or_default(),
            tags: labels.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
            source: text(one, "html_url"),
            ..Found::default()
        };
        articles.insert(id, base.clone());
        rows.push(translated(base, one, &locale));
        let within = one.get("translations").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        for other in within.iter().filter(|other| text(other, "locale") != locale) {
            rows.extend(articles.get(&text(one, "id")).map(|base| another(base, other)));
        }
    }
    for (path, one) in tables.get("translations").map(Vec::as_slice).unwrap_or_default() {
        let of = text(one, "source_id");
        let base = articles.get(&of).cloned().unwrap_or_else(|| Found {
            place: format!("{path} · {of}"),
            family: format!("zendesk:{of}"),
            ..Found::default()
        });
        rows.push(another(&base, one));
    }
    // The text of an article comes again among its translations.
    let mut seen = std::collections::BTreeSet::new();
    rows.retain(|row| row.as_ref().map_or(true, |found| seen.insert((found.family.clone(), found.language))));
    rows
}

fn another(base: &Found, one: &Value) -> Row {
    let locale = text(one, "locale");
    let place = format!("{} · {locale}", base.place);
    translated(Found { place, is_original: false, ..base.clone() }, one, &locale)
}

/// A text of an article, of a thing with `title`, `body` and dates.
fn translated(base: Found, one: &Value, locale: &str) -> Row {
    let of = language(locale);
    if of.is_none() && !locale.is_empty() {
        return Err((base.place, Unfit::Language));
    }
    let at = instant(&text(one, "updated_at")).or_else(|| instant(&text(one, "created_at")));
    made(base, &text(one, "title"), &text(one, "body"), of, at)
}

fn made(base: Found, title: &str, body: &str, of: Option<base::Language>, at: Option<base::Instant>) -> Row {
    let draft = Draft { title: title.to_owned(), body: html::markdown(body), ..Draft::default() };
    if draft.body.is_empty() {
        return Err((base.place, Unfit::Empty));
    }
    let code = of.map_or("", base::Language::code);
    let told: String = digest(format!("{title}\n{body}").as_bytes()).chars().take(16).collect();
    let origin = format!("{}/{code}#{told}", base.family);
    Ok(Found { origin, language: of, at, draft, ..base })
}

fn zammad(tables: &Tables<'_>) -> Vec<Row> {
    let answers = by_id(tables, "KnowledgeBaseAnswer");
    let contents = by_id(tables, "KnowledgeBaseAnswerTranslationContent");
    let users = by_id(tables, "User");
    let system = by_id(tables, "Locale");
    let locales: BTreeMap<String, (String, bool)> = by_id(tables, "KnowledgeBaseLocale")
        .into_iter()
        .map(|(id, one)| {
            let code = system.get(&text(one, "system_locale_id")).map(|locale| text(locale, "locale"));
            let code = code.unwrap_or_else(|| text(one, "locale"));
            (id, (code, one.get("primary").and_then(Value::as_bool).unwrap_or_default()))
        })
        .collect();
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    for (_, one) in tables.get("KnowledgeBaseCategoryTranslation").map(Vec::as_slice).unwrap_or_default() {
        names.entry(text(one, "category_id")).or_insert_with(|| text(one, "title"));
    }
    let mut rows = Vec::new();
    for (path, one) in tables.get("KnowledgeBaseAnswerTranslation").map(Vec::as_slice).unwrap_or_default() {
        let (id, of) = (text(one, "id"), text(one, "answer_id"));
        let answer = answers.get(&of);
        let locale = locales.get(&text(one, "kb_locale_id"));
        let place = format!("{path} · {of}/{id}");
        let known = locale.and_then(|(code, _)| language(code));
        if known.is_none() && locale.is_some_and(|(code, _)| !code.is_empty()) {
            rows.push(Err((place, Unfit::Language)));
            continue;
        }
        let content = contents.get(&text(one, "content_id"));
        let content = content.or_else(|| contents.get(&id));
        let body = content.map(|content| text(content, "body")).unwrap_or_default();
        let author = users.get(&text(one, "created_by_id"));
        let author = author.map(|user| {
            let email = text(user, "email");
            let name = format!("{} {}", text(user, "firstname"), text(user, "lastname"));
            if email.is_empty() { name.trim().to_owned() } else { email }
        });
        let base = Found {
            place,
            family: format!("zammad:{of}"),
            is_original: locale.is_none_or(|(_, primary)| *primary),
            category: answer.and_then(|answer| names.get(&text(answer, "category_id"))).cloned().unwrap_or_default(),
            author: author.unwrap_or_default(),
            ..Found::default()
        };
        let at = instant(&text(one, "updated_at")).or_else(|| instant(&text(one, "created_at")));
        rows.push(made(base, &text(one, "title"), &body, known, at));
    }
    rows
}
