//! Files that are a page each: Markdown, perhaps with facts above it, and HTML.

use platform::blobs::digest;

use super::{Found, Row, Unfit, html as markup, instant, language};
use crate::articles::model::Draft;

/// What a path tells: the family, the language, and the folder as category.
fn placed(path: &str) -> Found {
    let mut parts: Vec<&str> = path.split('/').collect();
    let name = parts.pop().unwrap_or(path);
    let mut stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let mut of = None;
    // pump.nb.md
    if let Some((before, code)) = stem.rsplit_once('.')
        && language(code).is_some()
        && code.len() <= 5
    {
        (stem, of) = (before, language(code));
    }
    // nb/pump.md
    if of.is_none()
        && let Some(at) = parts.iter().position(|part| matches!(part.len(), 2 | 5) && language(part).is_some())
    {
        of = language(parts.remove(at));
    }
    let category = parts.last().map(|folder| folder.replace(['-', '_'], " ")).unwrap_or_default();
    let family = format!("file:{}/{stem}", parts.join("/"));
    let title = stem.replace(['-', '_'], " ");
    let draft = Draft { title, ..Draft::default() };
    Found {
        place: path.to_owned(),
        family,
        language: of,
        is_original: of.is_none(),
        category,
        draft,
        ..Found::default()
    }
}

fn closed(mut found: Found, text: &str) -> Row {
    if found.draft.body.trim().is_empty() {
        return Err((found.place, Unfit::Empty));
    }
    found.origin = format!("{}#{}", found.family, digest(text.as_bytes()).chars().take(16).collect::<String>());
    Ok(found)
}

/// A file of Markdown.
pub(super) fn markdown(path: &str, text: &str) -> Row {
    let mut found = placed(path);
    let text = text.replace("\r\n", "\n");
    let (facts, body) = front(&text);
    let mut has_title = false;
    for line in facts.lines() {
        let Some((key, value)) = line.split_once(':') else { continue };
        let value = value.trim().trim_matches(['"', '\'']).trim();
        if value.is_empty() || line.starts_with([' ', '\t', '#']) {
            continue;
        }
        match key.trim().to_ascii_lowercase().as_str() {
            "title" => (found.draft.title, has_title) = (value.to_owned(), true),
            "summary" | "description" | "lead" | "excerpt" => value.clone_into(&mut found.draft.summary),
            "date" | "updated" | "lastmod" | "modified" => found.at = instant(value).or(found.at),
            "author" => value.clone_into(&mut found.author),
            "category" | "categories" | "section" => {
                let first = value.trim_matches(['[', ']']).split(',').next().unwrap_or_default();
                first.trim().trim_matches(['"', '\'']).clone_into(&mut found.category);
            }
            "tags" | "keywords" => {
                let words = value.trim_matches(['[', ']']).split(',');
                found.tags = words.map(|word| word.trim().trim_matches(['"', '\'']).to_owned()).collect();
            }
            "lang" | "language" | "locale" => match language(value) {
                Some(of) => found.language = Some(of),
                None => return Err((found.place, Unfit::Language)),
            },
            "translation_of" | "translationkey" | "key" => found.family = format!("file:key:{value}"),
            "source" | "url" | "permalink" => value.clone_into(&mut found.source),
            _ => {}
        }
    }
    let (heading, rest) = titled(body);
    match heading {
        Some(heading) if !has_title => {
            found.draft.title = heading;
            rest.clone_into(&mut found.draft.body);
        }
        // The title twice is once too often.
        Some(heading) if heading == found.draft.title => rest.clone_into(&mut found.draft.body),
        _ => body.trim().clone_into(&mut found.draft.body),
    }
    closed(found, &text)
}

/// The facts between two lines of dashes, and what is below.
fn front(text: &str) -> (&str, &str) {
    let Some(rest) = text.strip_prefix("---\n") else { return ("", text) };
    rest.split_once("\n---\n").unwrap_or(("", text))
}

/// The heading that a text begins with, and what is below it.
fn titled(body: &str) -> (Option<String>, &str) {
    let body = body.trim();
    let (first, rest) = body.split_once('\n').unwrap_or((body, ""));
    match first.strip_prefix("# ") {
        Some(title) if !title.trim().is_empty() => {
            (Some(title.trim().trim_end_matches('#').trim().to_owned()), rest.trim())
        }
        _ => (None, body),
    }
}

/// A file of HTML.
pub(super) fn html(path: &str, text: &str) -> Row {
    let mut found = placed(path);
    let title = between(text, "<title", "</title>").or_else(|| between(text, "<h1", "</h1>"));
    if let Some(title) = title.map(markup::words).filter(|title| !title.is_empty()) {
        found.draft.title = title;
    }
    let head = text.get(..text.len().min(400)).unwrap_or(text);
    if let Some((_, rest)) = head.split_once("<html")
        && let Some((tag, _)) = rest.split_once('>')
        && let Some((_, code)) = tag.split_once("lang=")
    {
        let code = code.trim_start_matches(['"', '\'']);
        let code: String = code.chars().take_while(|c| c.is_ascii_alphabetic() || *c == '-').collect();
        match language(&code) {
            Some(of) => found.language = Some(of),
            None => return Err((found.place, Unfit::Language)),
        }
    }
    let inner = between(text, "<body", "</body>").unwrap_or(text);
    let body = markup::markdown(inner);
    let (heading, rest) = titled(&body);
    found.draft.body = if heading.is_some() { rest.to_owned() } else { body };
    closed(found, text)
}

/// What stands within the first of these tags.
fn between<'a>(text: &'a str, opening: &str, closing: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(opening)?;
    let (_, rest) = rest.split_once('>')?;
    rest.split_once(closing).map(|(inner, _)| inner)
}
