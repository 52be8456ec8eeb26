//! The articles of the demo's help centre, in all five languages: written, handed in, published, read and judged by the
//! product's own commands, each at its own moment. What they say lies beside as Markdown, one file a language.

use std::collections::BTreeMap;

use answers::articles::commands::{self, NewArticle, NewCategory};
use answers::articles::rules::states::Act as Turn;
use answers::articles::store;
use answers::articles::{About, ArticleId, CategoryId, Failure, Names};
use base::{Actor, Instant, Language};
use platform::{Context, Fault, Result, Tx};

use super::driver::Driver;
use super::times::oslo;

mod plan;
#[cfg(test)]
mod tests;

pub(super) use plan::moment;
use plan::{Plan, plans};

/// In English, Bokmål, Swedish, Danish and Indonesian: what a category is called, and what is in it.
const CATEGORIES: [[[&str; 2]; 5]; 7] = [
    [
        ["Returns and exchanges", "Send something back, or swap it."],
        ["Retur og bytte", "Send noe tilbake, eller bytt det."],
        ["Retur och byte", "Skicka tillbaka något, eller byt det."],
        ["Retur og bytte", "Send noget tilbage, eller byt det."],
        ["Pengembalian dan penukaran", "Mengembalikan barang atau menukarnya."],
    ],
    [
        ["Repair and care", "Small jobs that you can do yourself."],
        ["Reparasjon og stell", "Små jobber du kan gjøre selv."],
        ["Reparation och skötsel", "Små jobb som du kan göra själv."],
        ["Reparation og pleje", "Små opgaver, du selv kan klare."],
        ["Perbaikan dan perawatan", "Pekerjaan kecil yang bisa Anda lakukan sendiri."],
    ],
    [
        ["Orders and delivery", "From the basket to your door."],
        ["Bestilling og levering", "Fra handlekurven til døra di."],
        ["Beställning och leverans", "Från varukorgen till din dörr."],
        ["Bestilling og levering", "Fra kurven til din dør."],
        ["Pesanan dan pengiriman", "Dari keranjang sampai ke pintu Anda."],
    ],
    [
        ["Payment and invoices", "Money, receipts and gift cards."],
        ["Betaling og faktura", "Penger, kvitteringer og gavekort."],
        ["Betalning och faktura", "Pengar, kvitton och presentkort."],
        ["Betaling og faktura", "Penge, kvitteringer og gavekort."],
        ["Pembayaran dan faktur", "Uang, tanda terima, dan kartu hadiah."],
    ],
    [
        ["Bikes", "Varg and Rype, summer and winter."],
        ["Sykler", "Varg og Rype, sommer og vinter."],
        ["Cyklar", "Varg och Rype, sommar och vinter."],
        ["Cykler", "Varg og Rype, sommer og vinter."],
        ["Sepeda", "Varg dan Rype, di segala cuaca."],
    ],
    [
        ["Tents, packs and clothes", "For nights and days outside."],
        ["Telt, sekker og klær", "For netter og dager ute."],
        ["Tält, ryggsäckar och kläder", "För nätter och dagar ute."],
        ["Telte, rygsække og tøj", "Til nætter og dage ude."],
        ["Tenda, ransel, dan pakaian", "Untuk siang dan malam di alam."],
    ],
    [
        ["For colleagues", "What we know and do not print."],
        ["For kolleger", "Det vi vet og ikke trykker."],
        ["För kollegor", "Det vi vet men inte trycker."],
        ["For kolleger", "Det, vi ved og ikke trykker."],
        ["Untuk rekan kerja", "Yang kami tahu tetapi tidak dicetak."],
    ],
];

/// When the help centre was opened, and the evenings on which its reads of late are counted.
const OPENED: &str = "2026-08-19 09:00";
const EVENINGS: [&str; 6] = [
    "2026-09-20 21:00",
    "2026-10-11 21:00",
    "2026-10-25 21:00",
    "2026-11-08 21:00",
    "2026-11-15 21:00",
    "2026-11-17 21:00",
];

/// What was looked for in vain: the language, the words, on how many of the evenings.
const IN_VAIN: [(Language, &str, usize); 5] = [
    (Language::Nb, "barnesete varg", 5),
    (Language::Sv, "stänkskärmar dubbdäck", 4),
    (Language::En, "porch groundsheet", 3),
    (Language::Da, "låne cykel i ferien", 2),
    (Language::Id, "sewa tenda", 2),
];

/// Something that happens to the articles.
#[derive(Clone, Copy, Debug)]
pub enum Act {
    /// The categories are made.
    Open,
    /// An article is written in its first language and handed in.
    Write(usize),
    /// It is published, or scheduled, with its translations.
    Publish(usize),
    /// It is written anew, with those translations that keep up.
    Again(usize),
    /// An evening: reads and opinions.
    Evening(usize),
}

/// The articles as far as they are there.
pub struct Shelf {
    plans: Vec<Plan>,
    categories: Vec<CategoryId>,
    made: BTreeMap<usize, ArticleId>,
    /// Texts that are read, with the plan and the language they are of.
    read: Vec<(usize, Language)>,
}

impl Shelf {
    /// Nothing yet, and what is planned.
    ///
    /// # Errors
    /// When a line of the plan cannot be read.
    pub fn new() -> Result<Self> {
        Ok(Self { plans: plans()?, categories: Vec::new(), made: BTreeMap::new(), read: Vec::new() })
    }

    /// All that happens, in no order.
    ///
    /// # Errors
    /// When a moment cannot be read.
    pub fn acts(&self) -> Result<Vec<(Instant, Act)>> {
        let mut acts = vec![(moment(OPENED)?, Act::Open)];
        for (n, plan) in self.plans.iter().enumerate() {
            acts.push((plan.written, Act::Write(n)));
            acts.push((plan.published, Act::Publish(n)));
            acts.extend(plan.again.map(|at| (at, Act::Again(n))));
        }
        for (n, evening) in EVENINGS.into_iter().enumerate() {
            acts.push((moment(evening)?, Act::Evening(n)));
        }
        Ok(acts)
    }

    /// Lets one of them happen now.
    ///
    /// # Errors
    /// When a command refuses, or the tables cannot be written.
    pub async fn perform(&mut self, driver: &Driver, act: Act) -> Result<()> {
        let mut tx = driver.platform().begin().await?;
        match act {
            Act::Open => self.open(&mut tx, driver).await?,
            Act::Write(n) => self.write(&mut tx, driver, n).await?,
            Act::Publish(n) => self.publish(&mut tx, driver, n).await?,
            Act::Again(n) => self.again(&mut tx, driver, n).await?,
            Act::Evening(n) => self.evening(&mut tx, n).await?,
        }
        tx.commit().await
    }

    fn planned(&self, n: usize) -> Result<&Plan> {
        self.plans.get(n).context("an article that nobody planned")
    }

    fn id(&self, n: usize) -> Result<&ArticleId> {
        self.made.get(&n).context("an article that nobody wrote")
    }

    async fn open(&mut self, tx: &mut Tx, driver: &Driver) -> Result<()> {
        let publisher = publisher(driver)?;
        for words in CATEGORIES {
            let of = |n: usize| {
                let all = Language::ALL.into_iter().zip(words.map(|one| one.get(n).copied().unwrap_or_default()));
                Names(all.map(|(language, text)| (language, text.to_owned())).collect())
            };
            let new = NewCategory { names: of(0), leads: of(1), dated: false };
            let made = commands::save_category(tx, &publisher, None, new, Language::Nb).await;
            self.categories.push(made.map_err(|failure| fault("a category", failure))?);
        }
        Ok(())
    }

    async fn write(&mut self, tx: &mut Tx, driver: &Driver, n: usize) -> Result<()> {
        let plan = self.planned(n)?;
        let writer = writer(driver, plan.first)?;
        let about = About {
            category: self.categories.get(plan.category).cloned(),
            audience: plan.audience,
            owner: writer.staff_id().and_then(|id| id.parse().ok()),
            sources: plan.sources.to_owned(),
            tags: plan.tags.split(' ').map(str::to_owned).collect(),
            review_on: plan.review_on,
        };
        let draft = plan.source.draft(plan.first, false)?;
        let slug = plan.source.slug;
        let refused = |failure| fault(slug, failure);
        let new = NewArticle { language: plan.first, draft, about };
        let id = commands::begin(tx, &writer, new).await.map_err(refused)?;
        commands::turn(tx, &writer, &id, plan.first, Turn::Submit, None).await.map_err(refused)?;
        self.made.insert(n, id);
        Ok(())
    }

    async fn publish(&mut self, tx: &mut Tx, driver: &Driver, n: usize) -> Result<()> {
        let (plan, id) = (self.planned(n)?, self.id(n)?.clone());
        let publisher = publisher(driver)?;
        let (slug, first, later, left) = (plan.source.slug, plan.first, plan.goes_out, plan.in_review);
        let refused = |failure| fault(slug, failure);
        let act = if later.is_some() { Turn::Schedule } else { Turn::Publish };
        let mut out = Vec::new();
        for language in first_then_others(first) {
            if language != first {
                let writer = writer(driver, language)?;
                let draft = plan.source.draft(language, false)?;
                commands::save(tx, &writer, &id, language, &draft, None).await.map_err(refused)?;
            }
            if left == Some(language) {
                let writer = writer(driver, language)?;
                commands::turn(tx, &writer, &id, language, Turn::Submit, None).await.map_err(refused)?;
                continue;
            }
            commands::turn(tx, &publisher, &id, language, act, later).await.map_err(refused)?;
            if later.is_none() {
                out.push((n, language));
            }
        }
        self.read.append(&mut out);
        Ok(())
    }

    async fn again(&mut self, tx: &mut Tx, driver: &Driver, n: usize) -> Result<()> {
        let (plan, id, publisher) = (self.planned(n)?, self.id(n)?, publisher(driver)?);
        let refused = |failure| fault(plan.source.slug, failure);
        for language in first_then_others(plan.first) {
            if plan.source.has_more(language) {
                let draft = plan.source.draft(language, true)?;
                let writer = writer(driver, language)?;
                commands::save(tx, &writer, id, language, &draft, None).await.map_err(refused)?;
                commands::turn(tx, &publisher, id, language, Turn::Publish, None).await.map_err(refused)?;
            }
        }
        Ok(())
    }

    /// What readers did since the evening before: many read Bokmål, few Indonesian; who says something mostly says
    /// that it helped.
    async fn evening(&self, tx: &mut Tx, evening: usize) -> Result<()> {
        let today = tx.now().to_zoned(oslo()).date();
        for (n, language) in &self.read {
            let plan = self.planned(*n)?;
            let Some(text) = store::text(tx, self.id(*n)?, *language).await? else { continue };
            for (what, times) in plan.counted(*language, evening + n) {
                store::add_count(tx, today, &text.id, what, times).await?;
            }
        }
        let now = tx.now();
        for (language, words, evenings) in IN_VAIN {
            if evening < evenings {
                store::add_missing(tx, language, words, now).await?;
            }
        }
        Ok(())
    }
}

fn first_then_others(first: Language) -> impl Iterator<Item = Language> {
    std::iter::once(first).chain(Language::ALL.into_iter().filter(move |one| *one != first))
}

/// Who writes in that language.
fn writer(driver: &Driver, language: Language) -> Result<Actor> {
    let key = match language {
        Language::En => "ingrid",
        Language::Nb => "amund",
        Language::Sv => "jonas",
        Language::Da => "mette",
        Language::Id => "sari",
    };
    Ok(driver.colleague(key).context(format!("nobody is called {key}"))?.actor())
}

/// Who publishes.
fn publisher(driver: &Driver) -> Result<Actor> {
    Ok(driver.colleague("ingrid").context("nobody publishes")?.actor())
}

fn fault(what: &str, failure: Failure) -> Fault {
    match failure {
        Failure::Refused(refusal) => Fault::because(format!("{what} was refused"), refusal),
        Failure::Fault(fault) => fault,
    }
}
