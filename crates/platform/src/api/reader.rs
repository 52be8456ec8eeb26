//! The document as a page for people who write programs. Its words are those of the document, in English; the
//! frame around it is the desk's.

use maud::{Markup, html};
use serde_json::Value;

use super::document::{Document, Operation};
use super::problem::Kind;
use crate::i18n::Say;

/// The body of the page.
#[must_use]
pub fn body(document: &Document, say: &Say) -> Markup {
    let mut tags: Vec<&str> = Vec::new();
    for operation in document.operations() {
        if !tags.contains(&operation.tag.as_str()) {
            tags.push(&operation.tag);
        }
    }
    html! {
        section.card.col.g-4 {
            p { (say.text("api-docs-begin")) }
            p { a href="/api/v1/openapi.json" download="openapi.json" hx-boost="false" { (say.text("api-docs-file")) } }
        }
        div.col.g-7 lang="en" {
            @for tag in tags {
                // No landmark: one of them is called as the page around it is.
                section.col.g-4 {
                    h3 { (tag) }
                    @for operation in document.operations().iter().filter(|one| one.tag == tag) {
                        (one(operation, say, document.json()))
                    }
                }
            }
            section.col.g-4 {
                h3 #problems { "Problems" }
                div.card { dl.col.g-3 {
                    @for kind in Kind::ALL {
                        div id={ "problem-" (kind.name()) } {
                            dt { code { (kind.status().as_u16()) " " (kind.name()) } }
                            dd.soft { (kind.title()) }
                        }
                    }
                } }
            }
        }
    }
}

fn one(operation: &Operation, say: &Say, document: &Value) -> Markup {
    html! {
        details.card id=(operation.id) {
            summary.row.wrap {
                span.chip data-tone=(if operation.method == "GET" { "info" } else { "accent" }) { (operation.method) }
                code { (operation.path) }
                span.soft { (operation.summary) }
                span.chip.push data-tone="plain" { (operation.level.code()) }
            }
            div.col.g-4.mt {
                @if !operation.description.is_empty() { p { (operation.description) } }
                @if !operation.parameters.is_empty() {
                    (fields(say.text("api-docs-parameters"), operation.parameters.iter().map(|one| (one.name.clone(), one.description.clone()))))
                }
                @if let Some(takes) = &operation.takes { (schema(say.text("api-docs-takes"), takes, document)) }
                @if let Some(answers) = &operation.answers { (schema(say.text("api-docs-answers"), answers, document)) }
                pre.code tabindex="0" role="region" aria-label={ "curl: " (operation.method) " " (operation.path) } { code { (operation.curl) } }
            }
        }
    }
}

fn fields(title: String, all: impl Iterator<Item = (String, String)>) -> Markup {
    html! {
        div.col.g-2 {
            h4.sm.quiet { (title) }
            dl.col.g-2 { @for (name, what) in all { div { dt { code { (name) } } dd.soft.sm { (what) } } } }
        }
    }
}

fn schema(title: String, name: &str, document: &Value) -> Markup {
    let properties = document["components"]["schemas"][name]["properties"].as_object();
    let line = |(field, one): (&String, &Value)| {
        let what = one["description"].as_str().unwrap_or_default().to_owned();
        (field.clone(), what)
    };
    html! {
        @if let Some(properties) = properties { (fields(format!("{title}: {name}"), properties.iter().map(line))) }
    }
}
