//! Markup that several pages of the community share.

use maud::{Markup, html};
use platform::args;
use platform::i18n::Say;
use platform::web::assets::{icon, icon_small};
use platform::web::avatar::{Size, avatar};

use super::{HERE, Hall, Names, to};
use crate::model::{Idea, Kind, Post, Topic, TopicState};

/// Who wrote it, and when.
pub(super) fn by(hall: &Hall, names: &Names, post: &Post) -> Markup {
    let say = &hall.say;
    let member = names.member(post.person.as_ref());
    let name = match (&post.staff, member) {
        (Some(staff), _) => names.staff.get(staff).cloned().unwrap_or_else(|| hall.business.name.clone()),
        (None, Some(member)) => member.name.clone(),
        (None, None) => say.text("community-somebody"),
    };
    let seed = post.person.as_ref().map_or(post.id.as_str(), people::PersonId::as_str);
    html! {
        p.by {
            (avatar(&name, seed, post.staff.is_some(), Size::Small))
            b { (name) }
            @if post.staff.is_some() {
                span.chip data-tone="accent" { (icon_small("shield")) (hall.business.name) }
            } @else if member.is_some_and(|member| member.expert) {
                span.chip data-tone="accent" { (icon_small("star")) (say.text("community-expert")) }
            }
            span { (say.date(post.created_at, &hall.zone)) }
            @if post.edited_at.is_some() { span { (say.text("community-edited")) } }
        }
    }
}

/// Who asked, and when.
pub(super) fn asked_by(hall: &Hall, names: &Names, topic: &Topic) -> Markup {
    let say = &hall.say;
    let member = names.member(topic.person.as_ref());
    let name = member.map_or_else(|| say.text("community-somebody"), |member| member.name.clone());
    let seed = topic.person.as_ref().map_or(topic.id.as_str(), people::PersonId::as_str);
    html! {
        p.by {
            (avatar(&name, seed, false, Size::Small))
            b { (name) }
            @if let Some(member) = member {
                @if member.expert {
                    span.chip data-tone="accent" { (icon_small("star")) (say.text("community-expert")) }
                }
                span { (say.with("community-since", args![date = say.date(member.joined_at, &hall.zone)])) }
            }
            @if topic.edited_at.is_some() { span { (say.text("community-edited")) } }
        }
    }
}

/// What stands beside a title: how far it has come.
pub(super) fn standing(say: &Say, topic: &Topic) -> Markup {
    let idea = topic.idea.message();
    html! {
        @if topic.waits { span.chip data-tone="warn" { (icon_small("clock")) (say.text("community-waits")) } }
        @if topic.state == TopicState::Hidden { span.chip data-tone="bad" { (icon_small("eye")) (say.text("community-hidden")) } }
        @if topic.state == TopicState::Locked { span.chip { (icon_small("lock")) (say.text("community-locked")) } }
        @if topic.kind == Kind::Idea {
            span.chip data-tone=[(topic.idea == Idea::Done).then_some("ok")] { (icon_small("bulb")) (say.text(idea)) }
        } @else if topic.accepted.is_some() {
            span.chip data-tone="ok" { (icon_small("check")) (say.text("community-solved")) }
        }
    }
}

/// Topics as lines that lead to them.
pub(super) fn lines(hall: &Hall, topics: &[Topic]) -> Markup {
    let say = &hall.say;
    html! {
        ul.lines.requests {
            @for topic in topics {
                li { a href=(to(&topic.id)) {
                    span.grow lang=[topic.language.map(base::Language::code)] { (topic.title) }
                    span.sm.quiet.nowrap { (say.with("community-answers", args![count = topic.answers])) }
                    span.sm.quiet.nowrap { (say.date(topic.created_at, &hall.zone)) }
                    (standing(say, topic))
                } }
            }
        }
    }
}

/// The card that leads to asking.
pub(super) fn invitation(hall: &Hall) -> Markup {
    let say = &hall.say;
    html! {
        div.card.col.g-4 {
            h2 { (say.text("community-own-question")) }
            p.soft { (say.text("community-own-lead")) }
            a.btn.primary href={ (HERE) "/ask" } { (icon("plus")) (say.text("community-ask")) }
        }
    }
}

/// What was done just now.
pub(super) fn said(say: &Say, done: &str) -> Markup {
    let message = match done {
        "waits" => Some("community-done-waits"),
        "asked" => Some("community-done-asked"),
        "answered" => Some("community-done-answered"),
        "flagged" => Some("community-done-flagged"),
        "saved" => Some("settings-saved"),
        "left" => Some("community-done-left"),
        "public" => Some("community-done-public"),
        "private" => Some("community-done-private"),
        "taken" => Some("community-done-taken"),
        _ => None,
    };
    html! {
        @if let Some(message) = message {
            div.callout data-tone="ok" role="status" { (icon("check")) p { (say.text(message)) } }
        }
    }
}

/// Fields that tell a machine from a person: when the form was shown, and what nobody sees and so nobody fills in.
pub(super) fn guard(made: &str) -> Markup {
    html! {
        input type="hidden" name="made" value=(made);
        div hidden { input name="website" tabindex="-1" autocomplete="off" aria-hidden="true"; }
    }
}
