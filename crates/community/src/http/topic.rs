//! One question or idea: what was answered, in the order that helps, and the form to answer.

use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use maud::{Markup, html};
use people::PersonId;
use platform::throttle::{Key, Throttle};
use platform::web::assets::{icon, icon_small};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::guard::Peer;
use platform::web::respond;
use platform::{Conn, Platform, args};
use serde::Deserialize;

use super::{Done, HERE, Hall, Names, came, lists, made, on_form, parts, to, topic_id};
use crate::commands::{self, NewPost};
use crate::ids::TopicId;
use crate::model::{Kind, Post, Topic, TopicState};
use crate::rules::{flags::Why, order, rights};
use crate::store;

/// Like questions that stand beside one.
const ALIKE: usize = 5;

/// A topic with all that its page shows.
struct Sheet<'a> {
    hall: &'a Hall,
    topic: Topic,
    tags: Vec<String>,
    answers: Vec<Post>,
    comments: Vec<Post>,
    names: Names,
    voted: Vec<String>,
    follows: bool,
    alike: Vec<Topic>,
    /// What was typed and why it will not do.
    typed: (&'a str, Option<&'static str>),
    made: String,
}

/// `GET /community/q/{id}`. What became part of another leads there. What is not shown its writer sees alone.
///
/// # Errors
/// See [`super::lists::index`].
pub async fn show(
    State(p): State<Platform>,
    headers: HeaderMap,
    Path(id): Path<String>,
    Query(done): Query<Done>,
) -> Result<Response, Error> {
    let hall = match Hall::to_read(&p, &headers).await? {
        Ok(hall) => hall,
        Err(answer) => return Ok(answer),
    };
    let id = topic_id(&id)?;
    let mut conn = p.db.read().await?;
    let topic = store::topic(&mut conn, &id).await?.ok_or(Error::NotFound)?;
    if let Some(into) = topic.merged_into.as_ref().filter(|_| topic.state == TopicState::Merged) {
        return Ok(respond::see(&to(into)));
    }
    let sheet = Sheet::of(&p, &mut conn, &hall, topic, ("", None)).await?;
    let (title, here) = (sheet.topic.title.clone(), to(&id));
    let main = sheet.page(&done.done);
    if sheet.topic.is_public() {
        Ok(hall.open(&title, &here, &main))
    } else {
        Ok(hall.page(StatusCode::OK, &title, &here, &main))
    }
}

/// An answer or a comment, as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    under: String,
    body: String,
    follow: String,
    made: String,
    website: String,
}

/// `POST /community/q/{id}/answer`: `body`, `follow` = `on`, `under` for a comment.
///
/// # Errors
/// See [`super::asking::create`].
pub async fn answer(
    State(p): State<Platform>,
    Extension(throttle): Extension<Throttle>,
    peer: Peer,
    headers: HeaderMap,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, Error> {
    let (hall, person) = match Hall::to_write(&p, &headers).await? {
        Ok(found) => found,
        Err(answer) => return Ok(answer),
    };
    let id = topic_id(&id)?;
    let account = format!("community {person}");
    let keys = [Key::Account(&account), Key::Peer(peer.0)];
    throttle.check(&keys).map_err(|retry| Error::TooMany(retry.0))?;
    let under = if typed.under.is_empty() { None } else { Some(typed.under.parse().map_err(|_| Error::NotFound)?) };
    let new = NewPost {
        under,
        body: typed.body.clone(),
        follow: typed.follow == "on",
        came: came(&p, &typed.made, &typed.website),
    };
    match commands::answer(&p, &person, &id, new).await {
        Ok(post) => {
            if !post.waits {
                throttle.succeed(&keys);
            }
            Ok(respond::see(&format!("{}?done={}", to(&id), if post.waits { "waits" } else { "answered" })))
        }
        Err(failure) => again(&p, &hall, &id, &typed.body, on_form(failure)?).await,
    }
}

/// The page once more, with all that was typed.
async fn again(p: &Platform, hall: &Hall, id: &TopicId, body: &str, wrong: &'static str) -> Result<Response, Error> {
    let mut conn = p.db.read().await?;
    let topic = store::topic(&mut conn, id).await?.ok_or(Error::NotFound)?;
    let sheet = Sheet::of(p, &mut conn, hall, topic, (body, Some(wrong))).await?;
    let main = sheet.page("");
    Ok(hall.page(StatusCode::UNPROCESSABLE_ENTITY, &sheet.topic.title, &to(id), &main))
}

impl<'a> Sheet<'a> {
    async fn of(
        p: &Platform,
        conn: &mut Conn,
        hall: &'a Hall,
        topic: Topic,
        typed: (&'a str, Option<&'static str>),
    ) -> Result<Self, Error> {
        let mine = |person: Option<&PersonId>| person.is_some() && person == hall.visitor.as_ref();
        let shown = mine(topic.person.as_ref()) && topic.state != TopicState::Hidden;
        if !(topic.is_public() || shown) {
            return Err(Error::NotFound);
        }
        let mut posts = store::posts(conn, &topic.id).await?;
        posts.retain(|post| post.is_public() || (post.waits && !post.hidden && mine(post.person.as_ref())));
        let names = Names::of(conn, std::slice::from_ref(&topic), &posts).await?;
        let (mut answers, comments): (Vec<Post>, Vec<Post>) = posts.into_iter().partition(|post| post.under.is_none());
        order::sort(&mut answers, topic.accepted.as_ref(), |post| names.knows(post));
        let (voted, follows) = match &hall.visitor {
            Some(person) => {
                (store::voted(conn, &topic.id, person).await?, store::follows(conn, &topic.id, person).await?)
            }
            None => (Vec::new(), false),
        };
        let mut alike = lists::alike(conn, &topic.title, ALIKE + 1).await?;
        alike.retain(|other| other.id != topic.id);
        alike.truncate(ALIKE);
        let tags = store::tags(conn, &topic.id).await?;
        Ok(Self { hall, topic, tags, answers, comments, names, voted, follows, alike, typed, made: made(p) })
    }

    fn is_mine(&self) -> bool {
        self.hall.visitor.is_some() && self.topic.person == self.hall.visitor
    }

    fn path(&self, act: &str) -> String {
        format!("{}/{act}", to(&self.topic.id))
    }

    /// The number of votes, and the button for those who may.
    fn votes(&self, subject: &str, count: i64, mine: bool) -> Markup {
        let say = &self.hall.say;
        let on = self.voted.iter().any(|voted| voted == subject);
        html! {
            div.votes {
                @if self.hall.member.is_some() && !mine {
                    form method="post" action=(self.path("vote")) {
                        input type="hidden" name="subject" value=(subject);
                        input type="hidden" name="on" value=(if on { "0" } else { "1" });
                        button.btn.icon aria-pressed=(on) aria-label=(say.text("community-vote")) { (icon("up")) }
                    }
                }
                span { (say.number(count)) span.vh { " " (say.with("community-votes", args![count = count])) } }
            }
        }
    }

    /// What members can do with it besides: change their own, flag another's.
    fn acts(&self, subject: &str, mine: bool) -> Markup {
        let say = &self.hall.say;
        html! {
            @if self.hall.member.is_some() {
                @if mine {
                    p { a.sm href={ (self.path("edit")) "?subject=" (subject) } { (say.text("community-edit")) } }
                } @else {
                    details.sm {
                        summary { (say.text("community-flag")) }
                        form.row.wrap method="post" action=(self.path("flag")) {
                            input type="hidden" name="subject" value=(subject);
                            @for why in Why::ALL {
                                button.btn.small name="why" value=(why.code()) { (say.text(why.message())) }
                            }
                        }
                    }
                }
            }
        }
    }

    fn question(&self) -> Markup {
        let (topic, say) = (&self.topic, &self.hall.say);
        html! {
            article.post aria-label=(say.text("community-question")) {
                (self.votes(topic.id.as_str(), topic.votes, self.is_mine()))
                div.prose lang=[topic.language.map(base::Language::code)] {
                    p.pre { (topic.body) }
                    (parts::asked_by(self.hall, &self.names, topic))
                    (self.acts(topic.id.as_str(), self.is_mine()))
                }
            }
        }
    }

    fn answer(&self, post: &Post) -> Markup {
        let (hall, say) = (self.hall, &self.hall.say);
        let accepted = self.topic.accepted.as_ref() == Some(&post.id);
        let mine = post.person.is_some() && post.person == hall.visitor;
        let asker = self.names.member(self.topic.person.as_ref());
        let label = say.text(if accepted { "community-accepted-one" } else { "community-answer" });
        html! {
            article.post.accepted[accepted] data-tone=[accepted.then_some("ok")] id=(post.id) aria-label=(label) {
                (self.votes(post.id.as_str(), post.votes, mine))
                div.prose lang=[post.language.map(base::Language::code)] {
                    @if accepted {
                        p { span.chip.solid data-tone="ok" { (icon_small("check"))
                            @match asker {
                                Some(asker) => (say.with("community-helped", args![name = &asker.name])),
                                None => (say.text("community-accepted-one")),
                            }
                        } }
                    }
                    @if post.waits { p { span.chip data-tone="warn" { (say.text("community-waits")) } } }
                    p.pre { (post.body) }
                    (parts::by(hall, &self.names, post))
                    @for comment in self.comments.iter().filter(|comment| comment.under.as_ref() == Some(&post.id)) {
                        blockquote.sm {
                            p.pre { (comment.body) }
                            (parts::by(hall, &self.names, comment))
                            @if comment.waits { span.chip data-tone="warn" { (say.text("community-waits")) } }
                            (self.acts(comment.id.as_str(), comment.person.is_some() && comment.person == hall.visitor))
                        }
                    }
                    @if self.is_mine() && self.topic.kind == Kind::Question && post.is_public() {
                        form method="post" action=(self.path("accept")) {
                            input type="hidden" name="post" value=(post.id);
                            button.btn.small aria-pressed=(accepted) { (icon_small("check")) (say.text("community-accept")) }
                        }
                    }
                    (self.acts(post.id.as_str(), mine))
                    @if hall.member.is_some() && rights::may_answer(&self.topic).is_ok() && post.is_public() {
                        details.sm {
                            summary { (say.text("community-comment")) }
                            form.col.g-3 method="post" action=(self.path("answer")) {
                                (parts::guard(&self.made))
                                input type="hidden" name="under" value=(post.id);
                                textarea.input name="body" rows="3" aria-label=(say.text("community-comment")) {}
                                p { button.btn.small { (say.text("community-publish")) } }
                            }
                        }
                    }
                }
            }
        }
    }

    fn form(&self) -> Markup {
        let (say, (typed, wrong)) = (&self.hall.say, self.typed);
        if rights::may_answer(&self.topic).is_err() {
            return html! { p.soft { (say.text("community-no-more")) } };
        }
        if self.hall.member.is_none() {
            let to = if self.hall.visitor.is_some() { "/community/me" } else { "/community/join" };
            return html! { p { a.btn href=(to) { (say.text("community-come-in")) } } };
        }
        html! {
            form.col.g-4 method="post" action=(self.path("answer")) novalidate {
                (parts::guard(&self.made))
                div.field {
                    label for="body" { (say.text("community-your-answer")) }
                    textarea.input id="body" name="body" rows="6" aria-invalid=[wrong.map(|_| "true")]
                        aria-describedby=(if wrong.is_some() { "body-e" } else { "body-h" }) { (typed) }
                    @if let Some(wrong) = wrong { p.error id="body-e" { (icon_small("alert")) (say.text(wrong)) } }
                    p.hint id="body-h" { (say.text("community-answer-hint")) }
                }
                div.row.wrap {
                    button.btn.primary { (icon("send")) (say.text("community-answer-go")) }
                    label.check { input.box type="checkbox" name="follow" value="on" checked; span { (say.text("community-tell-me")) } }
                }
            }
        }
    }

    fn aside(&self) -> Markup {
        let say = &self.hall.say;
        html! {
            aside.col.g-6 aria-label=(say.text("community-more")) {
                (parts::invitation(self.hall))
                @if self.hall.member.is_some() && self.topic.is_public() {
                    form method="post" action=(self.path("follow")) {
                        input type="hidden" name="on" value=(if self.follows { "0" } else { "1" });
                        button.btn { (icon("bell"))
                            (say.text(if self.follows { "community-unfollow" } else { "community-follow" })) }
                    }
                }
                @if !self.alike.is_empty() {
                    div { h2 { (say.text("community-alike")) }
                        ul.col.g-3 { @for other in &self.alike { li { a href=(to(&other.id)) { (other.title) } } } }
                    }
                }
            }
        }
    }

    fn page(&self, done: &str) -> Markup {
        let (topic, hall, say) = (&self.topic, self.hall, &self.hall.say);
        let all = if topic.kind == Kind::Idea { format!("{HERE}?kind=idea") } else { HERE.to_owned() };
        let name = if topic.kind == Kind::Idea { "community-ideas" } else { "community-title" };
        html! {
            div.shell.read {
                div {
                    (parts::said(say, done))
                    nav aria-label=(say.text("community-where")) { ol.crumbs {
                        li { a href=(all) { (say.text(name)) } }
                        @for tag in &self.tags { li { a href={ (HERE) "?tag=" (tag) } { (tag) } } }
                    } }
                    div.prose { h1 lang=[topic.language.map(base::Language::code)] { (topic.title) } }
                    p.row.wrap.sm.quiet {
                        (parts::standing(say, topic))
                        span { (say.date(topic.created_at, &hall.zone)) }
                        span { (say.with("community-answers", args![count = topic.answers])) }
                    }
                    @if !topic.reason.is_empty() { p.callout { (topic.reason) } }
                    (self.question())
                    @for post in &self.answers { (self.answer(post)) }
                    (self.form())
                }
                (self.aside())
            }
        }
    }
}
