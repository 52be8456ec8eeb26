//! What is asked and brought: newest first, without an answer, by tag, or by words.

use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use maud::{Markup, html};
use platform::Platform;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::form::one_line;
use serde::Deserialize;

use super::{HERE, Hall, parts};
use crate::model::{Kind, Topic};
use crate::rules::likeness;
use crate::rules::rights::{TITLE_MOST, tags};
use crate::store::{self, Behind, Wanted};

/// Topics on one page.
const MOST: usize = 20;

/// `?kind=idea`, `?show=bare` for what has no answer, `?tag=…`, `?q=…`, `?after=…`, `?done=…`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    kind: String,
    show: String,
    tag: String,
    q: String,
    after: String,
    done: String,
}

/// `GET /community`.
///
/// # Errors
/// When there is no community, or the database cannot be used; so for all pages here.
pub async fn index(
    State(p): State<Platform>,
    headers: HeaderMap,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let hall = match Hall::to_read(&p, &headers).await? {
        Ok(hall) => hall,
        Err(answer) => return Ok(answer),
    };
    let mut conn = p.db.read().await?;
    let kind = Kind::from_code(&asked.kind).unwrap_or_default();
    let wanted = Wanted { kind, unanswered: asked.show == "bare", tag: tags(&asked.tag).into_iter().next() };
    let sought = one_line(&asked.q, TITLE_MOST);
    let (rows, next) = if sought.is_empty() {
        let behind = asked.after.parse().ok().map(Behind);
        let most = i64::try_from(MOST + 1).unwrap_or(i64::MAX);
        let mut rows = store::list(&mut conn, &wanted, behind.as_ref(), most).await?;
        let more = rows.len() > MOST;
        rows.truncate(MOST);
        let next = rows.last().filter(|_| more).map(|last| last.id.to_string());
        (rows, next)
    } else {
        (alike(&mut conn, &sought, MOST).await?, None)
    };
    let title = hall.say.text(if kind == Kind::Idea { "community-ideas" } else { "community-title" });
    let main = page(&hall, &title, &wanted, &sought, &rows, (next.as_deref(), &asked.done));
    Ok(hall.open(&title, HERE, &main))
}

/// The public topics whose titles are most like some words.
pub(super) async fn alike(conn: &mut platform::Conn, words: &str, most: usize) -> platform::Result<Vec<Topic>> {
    let stems = likeness::stems(words, None);
    let found = store::similar(conn, &stems, None).await?;
    let of = |topic: Topic| (likeness::stems(&topic.title, topic.language), topic);
    // A title counts by the words that a searcher would type, whatever its language.
    Ok(likeness::best(&stems, found.into_iter().map(of).collect(), most))
}

fn page(
    hall: &Hall,
    title: &str,
    wanted: &Wanted,
    sought: &str,
    rows: &[Topic],
    (next, done): (Option<&str>, &str),
) -> Markup {
    let say = &hall.say;
    let idea = wanted.kind == Kind::Idea;
    let here = |on: bool| on.then_some("page");
    let plain = sought.is_empty() && wanted.tag.is_none() && !wanted.unanswered;
    html! {
        div.shell.read {
            div.col.g-6 {
                (parts::said(say, done))
                header.col.prose.g-4 { h1 { (title) } p.soft { (say.text("community-lead")) } }
                form.row.wrap role="search" method="get" action=(HERE) aria-label=(say.text("community-find")) {
                    input.input type="search" name="q" value=(sought) maxlength="200" aria-label=(say.text("community-find"))
                        placeholder=(say.text("community-find"));
                    button.btn { (icon("search")) (say.text("community-find-go")) }
                }
                nav.row.wrap aria-label=(say.text("community-parts")) {
                    a.btn.small href=(HERE) aria-current=[here(plain && !idea)] { (say.text("community-newest")) }
                    a.btn.small href={ (HERE) "?show=bare" } aria-current=[here(wanted.unanswered)] { (say.text("community-bare")) }
                    a.btn.small href={ (HERE) "?kind=idea" } aria-current=[here(plain && idea)] { (say.text("community-ideas")) }
                    a.btn.small href={ (HERE) "/me" } { (say.text("community-me")) }
                }
                @if let Some(tag) = &wanted.tag { p { span.chip { (icon("tag")) (tag) } } }
                @if rows.is_empty() { p.soft { (say.text("community-none")) } } @else { (parts::lines(hall, rows)) }
                @if let Some(next) = next {
                    nav aria-label=(say.text("my-pages")) { a.btn href=(further(wanted, next)) { (say.text("my-more")) } }
                }
            }
            aside.col.g-6 aria-label=(say.text("community-more")) { (parts::invitation(hall)) }
        }
    }
}

fn further(wanted: &Wanted, next: &str) -> String {
    let mut path = format!("{HERE}?kind={}&after={next}", wanted.kind.code());
    if wanted.unanswered {
        path.push_str("&show=bare");
    }
    if let Some(tag) = &wanted.tag {
        // Letters, digits and hyphens alone.
        path.push_str(&format!("&tag={tag}"));
    }
    path
}
