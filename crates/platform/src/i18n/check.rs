//! What is wrong with five translation files: missing, extra, empty, unequal, or shouting.
//!
//! Every capability runs [`check`] over its own files in a test. Judges form, not wording.

use std::collections::{BTreeMap, BTreeSet};

use base::Language;
use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

use super::Locales;

/// What one message holds, as far as translations must agree on it.
#[derive(Default)]
struct Shape {
    arguments: BTreeSet<String>,
    has_text: bool,
    shouts: bool,
}

/// Problems of one capability's files, one sentence each; empty when all is well.
#[must_use]
pub fn check(locales: &Locales) -> Vec<String> {
    let mut problems = Vec::new();
    // Its own problems are told when its turn comes.
    let english = read(locales, Language::En, &mut Vec::new());
    for language in Language::ALL {
        let code = language.code();
        let shapes = read(locales, language, &mut problems);
        for (id, shape) in &shapes {
            if !shape.has_text {
                problems.push(format!("{code}: {id} is empty"));
            }
            if shape.shouts {
                problems.push(format!("{code}: {id} has an exclamation mark"));
            }
            if !id.contains('-') || id.bytes().any(|b| b.is_ascii_uppercase() || b == b'_') {
                problems.push(format!("{code}: {id} is not a topic and a name in lower case, such as inbox-title"));
            }
            match english.get(id) {
                None => problems.push(format!("{code}: {id} does not exist in English")),
                Some(first) if first.arguments != shape.arguments => problems.push(format!(
                    "{code}: {id} has the arguments {:?}, in English {:?}",
                    shape.arguments, first.arguments
                )),
                Some(_) => {}
            }
        }
        for id in english.keys().filter(|id| !shapes.contains_key(*id)) {
            problems.push(format!("{code}: {id} is missing"));
        }
    }
    problems
}

/// The ids that the English file defines.
pub(super) fn ids(locales: &Locales) -> BTreeSet<String> {
    read(locales, Language::En, &mut Vec::new()).into_keys().collect()
}

fn read(locales: &Locales, language: Language, problems: &mut Vec<String>) -> BTreeMap<String, Shape> {
    let code = language.code();
    let resource = FluentResource::try_new(locales.get(language).to_owned()).unwrap_or_else(|(resource, errors)| {
        problems.extend(errors.iter().map(|error| format!("{code}: {error}")));
        resource
    });
    let mut shapes = BTreeMap::new();
    for entry in resource.entries() {
        let Entry::Message(message) = entry else { continue };
        let mut shape = Shape::default();
        if let Some(pattern) = &message.value {
            look(pattern, &mut shape);
        }
        if shapes.insert(message.id.name.to_owned(), shape).is_some() {
            problems.push(format!("{code}: {} is defined twice", message.id.name));
        }
    }
    shapes
}

fn look(pattern: &Pattern<&str>, shape: &mut Shape) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => {
                shape.has_text |= !value.trim().is_empty();
                shape.shouts |= value.contains(['!', '！']);
            }
            PatternElement::Placeable { expression } => look_inside(expression, shape),
        }
    }
}

fn look_inside(expression: &Expression<&str>, shape: &mut Shape) {
    match expression {
        Expression::Inline(inline) => look_inline(inline, shape),
        Expression::Select { selector, variants } => {
            look_inline(selector, shape);
            for variant in variants {
                look(&variant.value, shape);
            }
        }
    }
}

fn look_inline(inline: &InlineExpression<&str>, shape: &mut Shape) {
    match inline {
        InlineExpression::VariableReference { id } => {
            shape.arguments.insert(id.name.to_owned());
            shape.has_text = true;
        }
        InlineExpression::StringLiteral { value } => {
            shape.has_text |= !value.is_empty();
            shape.shouts |= value.contains('!');
        }
        InlineExpression::Placeable { expression } => look_inside(expression, shape),
        InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                look_inline(argument, shape);
            }
        }
        InlineExpression::MessageReference { .. } | InlineExpression::TermReference { .. } => shape.has_text = true,
        InlineExpression::NumberLiteral { .. } => {}
    }
}
