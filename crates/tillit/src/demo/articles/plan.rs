//! Which articles there are, who reads them and when they were written: `plan.txt`, and the Markdown files beside it.

use answers::articles::store::Counted;
use answers::articles::{Audience, Draft};
use base::{Instant, Language};
use jiff::civil::{Date, DateTime};
use platform::{Context, Result};

use crate::demo::times::oslo;

const PLAN: &str = include_str!("plan.txt");
/// Between what was written first and what came later, in a Markdown file.
const LATER: &str = "\n+++\n";

/// The texts of one article, in the order of [`Language::ALL`].
#[derive(Clone, Copy)]
pub(super) struct Source {
    /// The name of its files.
    pub slug: &'static str,
    texts: [&'static str; 5],
}

macro_rules! sources {
    ($($slug:literal),* $(,)?) => {
        /// All articles.
        const SOURCES: &[Source] = &[$(Source {
            slug: $slug,
            texts: [
                include_str!(concat!($slug, ".en.md")),
                include_str!(concat!($slug, ".nb.md")),
                include_str!(concat!($slug, ".sv.md")),
                include_str!(concat!($slug, ".da.md")),
                include_str!(concat!($slug, ".id.md")),
            ],
        }),*];
    };
}

sources! {
    "returns",
    "exchange-size",
    "gift-exchange",
    "label-without-printer",
    "zip",
    "descale",
    "tind-filter",
    "tind-leaks",
    "lamp-battery",
    "lamp-flicker",
    "jacket-wash",
    "motor-cold",
    "parcel-late",
    "change-address",
    "cancel-order",
    "club-orders",
    "refund-time",
    "invoice",
    "charged-twice",
    "discount-code",
    "battery-winter",
    "studded-tyres",
    "brakes-squeal",
    "service-plan",
    "sell-bike",
    "wet-tent",
    "boots-break-in",
    "snow-anchors",
    "loan-bikes",
    "goodwill",
}

impl Source {
    fn text(&self, language: Language) -> &'static str {
        let place = Language::ALL.into_iter().position(|one| one == language);
        place.and_then(|place| self.texts.get(place)).copied().unwrap_or_default()
    }

    /// Whether something was added in that language later.
    pub fn has_more(&self, language: Language) -> bool {
        self.text(language).contains(LATER)
    }

    /// What stands in that language, with what was added later or without.
    ///
    /// # Errors
    /// When the file has no head.
    pub fn draft(&self, language: Language, later: bool) -> Result<Draft> {
        let missing = || format!("{}.{} has no head", self.slug, language.code());
        let (head, body) = self.text(language).split_once("\n\n").context(missing())?;
        let field = |name: &str| head.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
        let (first, more) = body.split_once(LATER).unwrap_or((body, ""));
        let (first, more) = (first.trim(), more.trim());
        let body = if later && !more.is_empty() { format!("{first}\n\n{more}") } else { first.to_owned() };
        let title = field("title:").context(missing())?.to_owned();
        Ok(Draft { title, summary: field("summary:").unwrap_or_default().to_owned(), body })
    }
}

/// What becomes of one article.
pub(super) struct Plan {
    /// Its texts.
    pub source: Source,
    /// The place of its category.
    pub category: usize,
    /// The language it is written in first.
    pub first: Language,
    /// When it is handed in, and when it is published with its translations.
    pub written: Instant,
    /// See `written`.
    pub published: Instant,
    /// When it is written anew.
    pub again: Option<Instant>,
    /// When it goes out by itself.
    pub goes_out: Option<Instant>,
    /// The language that nobody has published yet.
    pub in_review: Option<Language>,
    /// Who may read it.
    pub audience: Audience,
    /// The day on which somebody is to look at it.
    pub review_on: Option<Date>,
    /// Where what it says is known from.
    pub sources: &'static str,
    /// Tags, apart by spaces.
    pub tags: &'static str,
    /// How much it is read: 0 for hardly.
    pub weight: i64,
    /// Of ten who say something, how many it helps.
    pub helps: i64,
}

impl Plan {
    /// How often it was read in a language since the evening before, and what was said of it.
    pub fn counted(&self, language: Language, evening: usize) -> Vec<(Counted, i64)> {
        let share = match language {
            Language::Nb => 6,
            Language::Sv => 4,
            Language::Da => 3,
            Language::En => 2,
            Language::Id => 1,
        };
        let ups_and_downs = 3 + i64::try_from(evening % 4).unwrap_or_default();
        let reads = self.weight * share * ups_and_downs;
        let said = reads / 12;
        let helped = (said * self.helps + 5) / 10;
        let why = if self.helps < 6 { Counted::Wrong } else { Counted::Unclear };
        let all = [(Counted::Read, reads), (Counted::Helped, helped), (why, said - helped)];
        all.into_iter().filter(|(_, n)| *n > 0).collect()
    }
}

/// A moment in Oslo, as `2026-11-18 13:48`.
///
/// # Errors
/// When it is none.
pub fn moment(text: &str) -> Result<Instant> {
    let wall: DateTime = format!("{text}:00").replace(' ', "T").parse().context(format!("{text} is no moment"))?;
    Ok(wall.to_zoned(oslo()).context(format!("{text} is no moment"))?.timestamp())
}

/// All of them, as the plan says.
///
/// # Errors
/// When a line cannot be read, or names no text.
pub(super) fn plans() -> Result<Vec<Plan>> {
    let lines = PLAN.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| one(line).context(format!("of the plan of articles: {line}"))).collect()
}

fn one(line: &'static str) -> Result<Plan> {
    let mut fields = line.split('|').map(str::trim);
    let mut next = || fields.next().unwrap_or_default();
    let slug = next();
    let source = SOURCES.iter().find(|source| source.slug == slug).copied().context("no such text")?;
    let (category, first) = (next().parse().context("no category")?, Language::from_code(next()));
    let (written, published) = (moment(next())?, moment(next())?);
    let audience = Audience::from_code(next()).context("for nobody")?;
    let (weight, helps) = (next().parse().context("no weight")?, next().parse().context("no share")?);
    let (tags, sources) = (next(), next());
    let mut plan = Plan {
        source,
        category,
        first: first.context("no language")?,
        written,
        published,
        again: None,
        goes_out: None,
        in_review: None,
        audience,
        review_on: None,
        sources,
        tags,
        weight,
        helps,
    };
    for extra in fields {
        match extra.split_once(' ').unwrap_or((extra, "")) {
            ("again", at) => plan.again = Some(moment(at)?),
            ("out", at) => plan.goes_out = Some(moment(at)?),
            ("review", language) => plan.in_review = Language::from_code(language),
            ("look", day) => plan.review_on = Some(day.parse().context("no day")?),
            _ => {}
        }
    }
    Ok(plan)
}

#[cfg(test)]
pub(super) fn sources() -> &'static [Source] {
    SOURCES
}
