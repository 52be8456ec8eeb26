//! Requests that may come twice: one with an `Idempotency-Key` happens once, and whoever sends it again gets
//! the answer that was given (P06). What was done and what was answered are one transaction.
//!
//! The handler works within that transaction: see [`super::Within`]. Answers of refusals are not kept, since
//! nothing happened: the caller may put the request right and send it under the same key.

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use data_encoding::HEXLOWER;
use http::request::Parts;
use http::{HeaderValue, Method, StatusCode, header};
use jiff::SignedDuration;
use sha2::{Digest, Sha256};

use super::problem::{Kind, Problem};
use super::{CallerName, Within};
use crate::fault::{Context, Result};
use crate::tx::AroundAll;
use crate::{Platform, Row, vals};

/// How long an answer is kept.
const KEPT: SignedDuration = SignedDuration::from_hours(48);
/// Longest key.
const KEY_MAX: usize = 255;
/// Largest request and largest answer that is kept.
pub const LARGEST: usize = 30 * 1024 * 1024;

/// The layer. Requests without a key, and those that change nothing, pass.
pub async fn layer(State(p): State<Platform>, request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let Some(key) = request.headers().get("idempotency-key").filter(|_| !reads).cloned() else {
        return next.run(request).await;
    };
    let caller = request.extensions().get::<CallerName>().cloned();
    let key = key.to_str().ok().filter(|key| !key.is_empty() && key.len() <= KEY_MAX).map(str::to_owned);
    let (Some(CallerName(caller)), Some(key)) = (caller, key) else {
        return Problem::new(Kind::Invalid)
            .because("Idempotency-Key must be 1 to 255 visible ASCII characters")
            .into_response();
    };
    let (parts, body) = request.into_parts();
    let Ok(bytes) = to_bytes(body, LARGEST).await else { return Problem::new(Kind::TooLarge).into_response() };
    let name = Name { caller, key, digest: digest(&parts, &bytes) };
    let request = Request::from_parts(parts, Body::from(bytes));
    once(&p, &name, request, next).await.unwrap_or_else(|problem| problem.into_response())
}

/// What an answer is kept under, and what it was the answer to.
struct Name {
    caller: String,
    key: String,
    digest: String,
}

fn digest(parts: &Parts, body: &[u8]) -> String {
    let mut hash = Sha256::new();
    for part in [parts.method.as_str().as_bytes(), parts.uri.to_string().as_bytes(), body] {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    HEXLOWER.encode(&hash.finalize())
}

async fn once(p: &Platform, name: &Name, mut request: Request, next: Next) -> Result<Response, Problem> {
    let around = p.around().await?;
    if !claim(p, &around, name).await? {
        return kept(&around, name).await;
    }
    request.extensions_mut().insert(Within(around.platform()));
    let answer = next.run(request).await;
    if !answer.status().is_success() {
        return Ok(answer);
    }
    let (parts, body) = answer.into_parts();
    let bytes = to_bytes(body, LARGEST).await.context("an answer that cannot be kept")?;
    let text = String::from_utf8(bytes.to_vec()).context("an answer that is no text")?;
    let location = parts.headers.get(header::LOCATION).and_then(|value| value.to_str().ok());
    let sql = "UPDATE api_answer SET status = $3, location = $4, body = $5 WHERE caller = $1 AND key = $2";
    let values =
        vals![name.caller.as_str(), name.key.as_str(), i64::from(parts.status.as_u16()), location, text.as_str()];
    around.run(sql, values).await?;
    around.commit().await?;
    Ok(Response::from_parts(parts, Body::from(bytes)))
}

/// Whether this is the first request under its name. Waits for another one that is under way.
async fn claim(p: &Platform, around: &AroundAll, name: &Name) -> Result<bool> {
    let now = p.clock.machine();
    around.run("DELETE FROM api_answer WHERE kept_until <= $1", vals![now]).await?;
    let sql = "INSERT INTO api_answer (caller, key, digest, status, body, kept_until) VALUES ($1, $2, $3, 0, '', $4) \
               ON CONFLICT (caller, key) DO NOTHING";
    let until = now.saturating_add(KEPT).unwrap_or(base::Instant::MAX);
    let values = vals![name.caller.as_str(), name.key.as_str(), name.digest.as_str(), until];
    Ok(around.run(sql, values).await? > 0)
}

async fn kept(around: &AroundAll, name: &Name) -> Result<Response, Problem> {
    let sql = "SELECT digest, status, location, body FROM api_answer WHERE caller = $1 AND key = $2";
    let row = around.conn().one(sql, vals![name.caller.as_str(), name.key.as_str()]).await?;
    let row = row.context("a kept answer is gone")?;
    if row.text("digest")? != name.digest {
        let detail = "this Idempotency-Key was used for another request";
        return Err(Problem::refused("idempotency_key_reused", detail));
    }
    Ok(again(&row)?)
}

fn again(row: &Row) -> Result<Response> {
    let status = u16::try_from(row.int("status")?).ok().and_then(|status| StatusCode::from_u16(status).ok());
    let body = row.text("body")?;
    let empty = body.is_empty();
    let mut answer = (status.context("a kept status")?, body).into_response();
    let headers = answer.headers_mut();
    headers.remove(header::CONTENT_TYPE);
    if !empty {
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    }
    if let Some(location) = row.opt_text("location")?.and_then(|location| HeaderValue::try_from(location).ok()) {
        headers.insert(header::LOCATION, location);
    }
    headers.insert("idempotency-replayed", HeaderValue::from_static("true"));
    Ok(answer)
}
