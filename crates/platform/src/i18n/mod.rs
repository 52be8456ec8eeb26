//! Every text a person reads, in five languages: Fluent messages, looked up by id.
//!
//! A message that is missing falls back to English and then to its own id, so that a page is never
//! lost over a word. Knows no text of its own but the generic words in `locales/`; each capability
//! hands in its five files as [`Locales`]. Dates, numbers and sizes are in `format.rs`; `check` keeps
//! the five files equal and `audit` keeps them and the code together.

mod audit;
mod check;
mod format;
mod request;

use std::sync::{Arc, OnceLock};

use base::Language;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

pub use audit::{Used, audit, used_keys};
pub use check::check;
pub use request::{COOKIE, chosen, of_request};

/// The five Fluent files of one capability.
#[derive(Clone, Copy, Debug)]
pub struct Locales {
    /// Which crate they belong to, for error messages.
    pub owner: &'static str,
    /// English.
    pub en: &'static str,
    /// Norwegian Bokmål.
    pub nb: &'static str,
    /// Swedish.
    pub sv: &'static str,
    /// Danish.
    pub da: &'static str,
    /// Indonesian.
    pub id: &'static str,
}

impl Locales {
    /// The file of one language.
    #[must_use]
    pub const fn get(&self, language: Language) -> &'static str {
        match language {
            Language::En => self.en,
            Language::Nb => self.nb,
            Language::Sv => self.sv,
            Language::Da => self.da,
            Language::Id => self.id,
        }
    }
}

/// The calling crate's `locales/{en,nb,sv,da,id}.ftl`: `pub const LOCALES: Locales = locales!();`
#[macro_export]
macro_rules! locales {
    () => {
        $crate::i18n::Locales {
            owner: env!("CARGO_PKG_NAME"),
            en: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/locales/en.ftl")),
            nb: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/locales/nb.ftl")),
            sv: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/locales/sv.ftl")),
            da: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/locales/da.ftl")),
            id: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/locales/id.ftl")),
        }
    };
}

/// The platform's own words: save, cancel, weekdays, months, what went wrong.
pub const LOCALES: Locales = locales!();

/// Files that cannot be used: a syntax error, or an id that two files define.
#[derive(Debug, thiserror::Error)]
#[error("the {language} texts of {owner} cannot be read: {reason}")]
pub struct BadLocales {
    owner: &'static str,
    language: &'static str,
    reason: String,
}

type Bundle = FluentBundle<FluentResource>;

/// All texts of all capabilities. Cheap to clone.
///
/// A language is read when somebody first speaks it: each takes two megabytes, and few businesses speak five.
#[derive(Clone)]
pub struct I18n(Arc<Texts>);

struct Texts {
    all: Vec<Locales>,
    /// In the order of [`Language::ALL`], as `slot` says.
    bundles: [OnceLock<Bundle>; 5],
}

impl I18n {
    /// Reads the English files, which stand in for the others; fails on a syntax error or an id defined twice.
    /// The others are read when they are first spoken.
    pub fn new(all: &[Locales]) -> Result<Self, BadLocales> {
        let texts = Texts { all: all.to_vec(), bundles: Default::default() };
        let english = bundle(Language::En, all)?;
        let _ = texts.bundles[slot(Language::En)].set(english);
        Ok(Self(Arc::new(texts)))
    }

    /// A speaker of one language.
    #[must_use]
    pub fn to(&self, language: Language) -> Say {
        Say { i18n: self.clone(), language }
    }

    fn bundle(&self, language: Language) -> &Bundle {
        self.0.bundles[slot(language)].get_or_init(|| {
            bundle(language, &self.0.all).unwrap_or_else(|bad| {
                // No test lets such a file through; English stands in, as for any message that is missing.
                tracing::error!(%bad, "a language cannot be read");
                Bundle::new_concurrent(vec![locale(language)])
            })
        })
    }

    fn find(&self, language: Language, id: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
        let bundle = self.bundle(language);
        let pattern = bundle.get_message(id)?.value()?;
        let values: FluentArgs<'_> = args.iter().map(|(name, arg)| (*name, arg.value())).collect();
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned();
        if !errors.is_empty() {
            tracing::warn!(id, language = language.code(), ?errors, "a message lacks an argument");
        }
        Some(text)
    }
}

const fn slot(language: Language) -> usize {
    match language {
        Language::En => 0,
        Language::Nb => 1,
        Language::Sv => 2,
        Language::Da => 3,
        Language::Id => 4,
    }
}

fn locale(language: Language) -> LanguageIdentifier {
    language.code().parse().unwrap_or_default()
}

fn bundle(language: Language, all: &[Locales]) -> Result<Bundle, BadLocales> {
    let mut bundle = Bundle::new_concurrent(vec![locale(language)]);
    // Isolation marks would end up in mails, file names and searches.
    bundle.set_use_isolating(false);
    for locales in all {
        let bad = |reason| BadLocales { owner: locales.owner, language: language.code(), reason };
        let resource = FluentResource::try_new(locales.get(language).to_owned())
            .map_err(|(_, errors)| bad(format!("{errors:?}")))?;
        bundle.add_resource(resource).map_err(|errors| bad(format!("{errors:?}")))?;
    }
    Ok(bundle)
}

/// The value of a message's argument. Numbers choose plurals and are shown as plain digits; for
/// grouping pass [`Say::number`]'s text, for identifiers pass text.
#[derive(Clone, Debug)]
pub enum Arg<'a> {
    /// Text, shown as it is.
    Text(std::borrow::Cow<'a, str>),
    /// A count.
    Number(i64),
}

impl Arg<'_> {
    #[expect(clippy::cast_precision_loss, reason = "counts people read stay far below 2^53")]
    fn value(&self) -> FluentValue<'_> {
        match self {
            Self::Text(text) => FluentValue::String(text.as_ref().into()),
            Self::Number(number) => FluentValue::from(*number as f64),
        }
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text.as_str().into())
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl From<i64> for Arg<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<i32> for Arg<'_> {
    fn from(number: i32) -> Self {
        Self::Number(number.into())
    }
}

impl From<usize> for Arg<'_> {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// Named arguments of a message: `say.with("inbox-late", args![minutes = 5, who = name])`.
#[macro_export]
macro_rules! args {
    ($($name:ident = $value:expr),* $(,)?) => {
        &[$((stringify!($name), $crate::i18n::Arg::from($value))),*]
    };
}

/// Speaks one language. Cheap to clone.
#[derive(Clone)]
pub struct Say {
    i18n: I18n,
    language: Language,
}

impl Say {
    /// The language spoken.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// The code for `lang` attributes.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.language.code()
    }

    /// The message `id`, without arguments.
    #[must_use]
    pub fn text(&self, id: &str) -> String {
        self.with(id, &[])
    }

    /// The message `id` with its arguments.
    #[must_use]
    pub fn with(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.i18n.find(self.language, id, args).or_else(|| self.i18n.find(Language::En, id, args)).unwrap_or_else(
            || {
                tracing::warn!(id, "a message is missing in every language");
                id.to_owned()
            },
        )
    }

    /// What people read about an event.
    #[must_use]
    pub fn sentence(&self, sentence: &base::event::Sentence) -> String {
        let args: Vec<(&str, Arg<'_>)> = sentence.args.iter().map(|(name, text)| (*name, Arg::from(text))).collect();
        self.with(sentence.message, &args)
    }
}

impl std::fmt::Debug for Say {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Say({})", self.code())
    }
}

#[cfg(test)]
mod tests;
