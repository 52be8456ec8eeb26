//! By which words topics are found, with what was answered to them: only what is public, and only by whom the settings
//! let read it.

use std::collections::BTreeMap;

use base::{Action, Language, allowed};
use platform::search::{self, Asker, Document, Elsewhere, Later, Line, Look, Only, Question, Shelf, Source};
use platform::{Conn, Platform, Result, Tx, vals};
use words::search::{excerpt, fold, likely, ranked};

use crate::ids::TopicId;
use crate::model::{Post, Topic};
use crate::settings::community;
use crate::store;

/// Topics whose titles are looked at, at most.
const LIKELY_MAX: usize = 60;
/// Characters of answers that are found with a topic.
const ANSWERS_MAX: usize = 40_000;

/// Writes a topic anew into the index, after whatever was changed of it or of its answers.
pub(crate) async fn index(tx: &mut Tx, id: &TopicId) -> Result<()> {
    match document(tx, id).await? {
        Some(document) => search::put(tx, &document).await,
        None => search::forget(tx, id.as_str()).await,
    }
}

/// What a topic is found by; `None` for what the public does not see.
pub(crate) async fn document(conn: &mut Conn, id: &TopicId) -> Result<Option<Document>> {
    let Some(topic) = store::topic(conn, id).await?.filter(Topic::is_public) else { return Ok(None) };
    let tags = store::tags(conn, id).await?.join(" ");
    let posts = store::posts(conn, id).await?;
    let text = format!("{}\n{}\n{tags}\n{}", topic.title, topic.body, said(&posts));
    let (at, language) = (topic.created_at, topic.language);
    let subject = id.to_string();
    Ok(Some(Document { shelf: Shelf::Topics, thread: subject.clone(), subject, at, language, text, marks: Vec::new() }))
}

/// What was answered, as far as it is shown.
fn said(posts: &[Post]) -> String {
    let shown = posts.iter().filter(|post| post.is_public()).map(|post| post.body.as_str());
    shown.collect::<Vec<_>>().join("\n").chars().take(ANSWERS_MAX).collect()
}

/// All public topics, for an index that is made anew, and for the searches of other pages.
#[derive(Clone, Copy, Debug, Default)]
pub struct Topics;

impl Source for Topics {
    fn name(&self) -> &'static str {
        "topics"
    }

    fn count<'a>(&'a self, conn: &'a mut Conn) -> Later<'a, i64> {
        Box::pin(conn.number("SELECT COUNT(*) AS n FROM community_topic WHERE public = 1", vals![]))
    }

    fn page<'a>(
        &'a self,
        tx: &'a mut Tx,
        after: Option<&'a str>,
        most: i64,
    ) -> Later<'a, (Vec<Document>, Option<String>)> {
        Box::pin(async move {
            let sql = format!(
                "SELECT id FROM community_topic WHERE public = 1 AND ($1 = '' OR id < $1) ORDER BY id DESC LIMIT $2{}",
                tx.engine().for_update()
            );
            let rows = tx.all(&sql, vals![after.unwrap_or_default(), most]).await?;
            let mut documents = Vec::with_capacity(rows.len());
            for row in &rows {
                documents.extend(document(tx, &row.id("id")?).await?);
            }
            Ok((documents, rows.last().map(|row| row.text("id")).transpose()?))
        })
    }
}

impl Elsewhere for Topics {
    fn title(&self) -> &'static str {
        "search-community"
    }

    fn icon(&self) -> &'static str {
        "forum"
    }

    fn lines<'a>(&'a self, p: &'a Platform, conn: &'a mut Conn, look: Look<'a>) -> Later<'a, Vec<Line>> {
        Box::pin(lines(p, conn, look))
    }
}

/// Whether there is a community that whoever asks may read.
async fn may_read(conn: &mut Conn, asker: &Asker) -> Result<bool> {
    let it = community(conn).await?;
    if !it.on || !conversations::settings::requests(conn).await?.links {
        return Ok(false);
    }
    Ok(match asker {
        Asker::Stranger => !it.members_only,
        Asker::Customer => true,
        Asker::Colleague(actor) => allowed(actor, Action::WorkConversations).is_ok(),
    })
}

async fn lines(p: &Platform, conn: &mut Conn, look: Look<'_>) -> Result<Vec<Line>> {
    if !may_read(conn, look.asker).await? {
        return Ok(Vec::new());
    }
    let is_colleague = matches!(look.asker, Asker::Colleague(_));
    let mut only = Only::default();
    let language = look.language.code();
    // Who reads outside is shown what they can read; colleagues help in all languages.
    let tongue = if is_colleague {
        String::new()
    } else {
        format!(" AND (t.language IS NULL OR t.language = {})", only.bind(language))
    };
    let public = format!("EXISTS (SELECT 1 FROM community_topic t WHERE t.id = d.subject AND t.public = 1{tongue})");
    only.holds(public);
    let joined = is_colleague || !matches!(look.language, Language::En | Language::Id);
    let question = Question { text: look.text, open: look.open, joined, shelf: Shelf::Topics, only: &only };
    let asked = search::any(&p.words, conn, &question).await?;
    let total = conn.number("SELECT COUNT(*) AS n FROM community_topic WHERE public = 1", vals![]).await?;
    let total = usize::try_from(total).unwrap_or_default();
    let all = store::public(conn, &likely(&asked.found, total, LIKELY_MAX)).await?;
    let titles = all.iter().map(|topic| (topic.id.to_string(), fold(&topic.title))).collect();
    let mut topics: BTreeMap<String, Topic> = all.into_iter().map(|topic| (topic.id.to_string(), topic)).collect();
    let mut found = Vec::new();
    for (id, _) in ranked(&asked.found, total, &titles, LIKELY_MAX) {
        if found.len() >= look.most {
            break;
        }
        let Some(topic) = topics.remove(&id) else { continue };
        let text = format!("{}\n{}", topic.body, said(&store::posts(conn, &topic.id).await?));
        let pieces = excerpt(&text, topic.language, &asked.wanted).pieces;
        let href = if is_colleague { format!("/desk/community/{id}") } else { format!("/community/q/{id}") };
        found.push(Line { id, title: topic.title, href, language: topic.language, pieces });
    }
    Ok(found)
}
