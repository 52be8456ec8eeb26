//! What callers send, read strictly: JSON of exactly the named fields, parameters of exactly the named ones.
//! What does not fit is a problem that points at the field.

use std::borrow::Cow;

use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Request};
use http::request::Parts;
use http::{HeaderMap, StatusCode, header};
use serde::de::DeserializeOwned;
use serde_path_to_error::{Path, Segment};

use super::problem::{Kind, Problem};

/// A JSON body. `T` refuses unknown fields (`#[serde(deny_unknown_fields)]`).
#[derive(Clone, Copy, Debug)]
pub struct Body<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        if !is_json(request.headers()) {
            return Err(Problem::new(Kind::MediaType));
        }
        let bytes = Bytes::from_request(request, state).await.map_err(|rejection| {
            let large = rejection.status() == StatusCode::PAYLOAD_TOO_LARGE;
            Problem::new(if large { Kind::TooLarge } else { Kind::Malformed })
        })?;
        read(&bytes).map(Self)
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    kind.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case("application/json")
}

/// Reads a body.
///
/// # Errors
/// When it is no JSON, or not of `T`'s fields.
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    let mut from = serde_json::Deserializer::from_slice(bytes);
    let read = serde_path_to_error::deserialize(&mut from);
    let value = read.map_err(|error| {
        let words = error.inner().to_string();
        let words = words.rsplit_once(" at line ").map_or(words.as_str(), |(words, _)| words);
        if error.inner().is_data() {
            Problem::field(pointer(error.path(), words), words)
        } else {
            Problem::new(Kind::Malformed).because(words.to_owned())
        }
    })?;
    from.end().map_err(|_| Problem::new(Kind::Malformed).because("there is something behind the JSON"))?;
    if holds_nul(bytes) {
        return Err(Problem::field("", "texts must not contain the character U+0000"));
    }
    Ok(value)
}

/// The field as a JSON pointer; what is unknown or missing is named only in the words.
fn pointer(path: &Path, words: &str) -> String {
    let mut pointer = String::new();
    for segment in path {
        match segment {
            Segment::Seq { index } => pointer.push_str(&format!("/{index}")),
            Segment::Map { key } => add(&mut pointer, key),
            Segment::Enum { .. } | Segment::Unknown => {}
        }
    }
    let named = ["unknown field `", "missing field `", "duplicate field `"];
    let field = named.iter().find_map(|start| words.strip_prefix(start)?.split('`').next());
    if let Some(field) = field {
        let mut end = String::new();
        add(&mut end, field);
        // Of what is unknown the path knows the name already; of what is missing it does not.
        if !pointer.ends_with(&end) {
            pointer.push_str(&end);
        }
    }
    pointer
}

fn add(pointer: &mut String, key: &str) {
    pointer.push('/');
    pointer.push_str(&key.replace('~', "~0").replace('/', "~1"));
}

/// Whether a text of this JSON holds U+0000, which not every database keeps.
fn holds_nul(json: &[u8]) -> bool {
    let mut rest = json;
    while let Some(at) = rest.iter().position(|byte| *byte == b'\\') {
        if rest[at..].starts_with(b"\\u0000") {
            return true;
        }
        rest = rest.get(at + 2..).unwrap_or_default();
    }
    false
}

/// The parameters behind the `?`. That there are no others is seen to by the gate, from the document.
#[derive(Clone, Copy, Debug)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        if pairs(parts.uri.query().unwrap_or_default()).any(|(_, value)| value.contains('\0')) {
            return Err(Problem::new(Kind::Invalid).because("parameters must not contain the character U+0000"));
        }
        match axum::extract::Query::<T>::try_from_uri(&parts.uri) {
            Ok(axum::extract::Query(value)) => Ok(Self(value)),
            Err(rejection) => {
                let words = rejection.body_text();
                let words = words.strip_prefix("Failed to deserialize query string: ").unwrap_or(&words);
                let quoted = words.split('`').nth(1).filter(|_| words.contains("field `"));
                let name = quoted.or_else(|| words.split_once(": ").map(|(name, _)| name)).unwrap_or_default();
                Err(Problem::parameter(name, words))
            }
        }
    }
}

/// The parameters behind a `?`, as they were sent.
pub fn pairs(query: &str) -> impl Iterator<Item = (Cow<'_, str>, Cow<'_, str>)> {
    url::form_urlencoded::parse(query.as_bytes())
}
