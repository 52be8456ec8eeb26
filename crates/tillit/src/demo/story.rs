//! One plot with its people, product and numbers filled in: gives the texts of its messages.
//! Knows nothing of when they are sent.

use base::{Instant, Language};
use fastrand::Rng;

use super::PlotId;
use super::cast::{Colleague, Customer, Program};
use super::files::File;
use super::letter::{Form, Letter, Link};
use super::texts::{self, Beat, Blanks, Plot, Side, Texts, fill};
use super::times;

/// Something Brekkesund sells.
struct Product {
    kind: &'static str,
    model: &'static str,
    kroner: u32,
    /// In the order of [`Language::ALL`].
    names: [&'static str; 5],
}

const PRODUCTS: [Product; 11] = [
    product(
        "bike",
        "Varg",
        38_900,
        ["Varg cargo bike", "Varg lastesykkel", "Varg lådcykel", "Varg ladcykel", "sepeda kargo Varg"],
    ),
    product(
        "bike",
        "Rype",
        24_900,
        ["Rype city bike", "Rype bysykkel", "Rype stadscykel", "Rype bycykel", "sepeda kota Rype"],
    ),
    product("tent", "Skog 3", 4_290, ["Skog 3 tent", "Skog 3 telt", "Skog 3 tält", "Skog 3 telt", "tenda Skog 3"]),
    product("tent", "Skog 2", 3_490, ["Skog 2 tent", "Skog 2 telt", "Skog 2 tält", "Skog 2 telt", "tenda Skog 2"]),
    product(
        "lamp",
        "Gnist",
        649,
        ["Gnist headlamp", "Gnist hodelykt", "Gnist pannlampa", "Gnist pandelampe", "lampu kepala Gnist"],
    ),
    product(
        "espresso",
        "Tind 2",
        5_490,
        [
            "Tind 2 espresso machine",
            "Tind 2 espressomaskin",
            "Tind 2 espressomaskin",
            "Tind 2 espressomaskine",
            "mesin espresso Tind 2",
        ],
    ),
    product(
        "boots",
        "Myr",
        2_190,
        ["Myr hiking boots", "Myr fjellstøvler", "Myr vandringskängor", "Myr vandrestøvler", "sepatu gunung Myr"],
    ),
    product(
        "jacket",
        "Bris",
        1_790,
        ["Bris rain jacket", "Bris regnjakke", "Bris regnjacka", "Bris regnjakke", "jaket hujan Bris"],
    ),
    product(
        "pack",
        "Lauv 55",
        2_290,
        ["Lauv 55 backpack", "Lauv 55 ryggsekk", "Lauv 55 ryggsäck", "Lauv 55 rygsæk", "ransel Lauv 55"],
    ),
    product(
        "bag",
        "Dun",
        2_490,
        ["Dun sleeping bag", "Dun sovepose", "Dun sovsäck", "Dun sovepose", "kantong tidur Dun"],
    ),
    product(
        "plan",
        "Varg",
        89,
        ["Varg cargo bike", "Varg lastesykkel", "Varg lådcykel", "Varg ladcykel", "sepeda kargo Varg"],
    ),
];

const fn product(kind: &'static str, model: &'static str, kroner: u32, names: [&'static str; 5]) -> Product {
    Product { kind, model, kroner, names }
}

/// A plot told for one customer.
pub struct Story<'a> {
    /// Its number.
    pub id: PlotId,
    /// Who writes.
    pub customer: &'a Customer,
    /// The subject as the customer wrote it.
    pub subject: String,
    /// The address this matter is written from.
    address: String,
    plot: &'static Plot,
    texts: &'static Texts,
    blanks: Blanks,
    rng: Rng,
    letters: u32,
}

impl<'a> Story<'a> {
    /// Tells `plot` for `customer`, who first writes at `opened`; `agent` is the one who answers.
    #[must_use]
    pub fn new(
        id: PlotId,
        plot: &'static Plot,
        customer: &'a Customer,
        agent: &Colleague,
        opened: Instant,
        mut rng: Rng,
    ) -> Self {
        let texts = Texts::of(customer.language);
        let product = fitting(plot.kind, &mut rng);
        let blanks = blanks(product, customer, agent.first(), opened, &mut rng);
        let address = match &customer.second {
            Some(second) if rng.u8(0..4) == 0 => second.clone(),
            _ => customer.address.clone(),
        };
        let subject = fill(plot.subject, &blanks, &mut rng);
        Self { id, customer, subject, address, plot, texts, blanks, rng, letters: 0 }
    }

    /// Takes up a matter again that `opening` began, for an answer nobody planned.
    #[must_use]
    pub fn again(opening: &Letter, customer: &'a Customer, agent: &str, at: Instant, mut rng: Rng) -> Option<Self> {
        let texts = Texts::of(customer.language);
        let about = format!("{} {}", opening.subject, opening.text);
        let known = PRODUCTS.iter().find(|one| about.contains(one.model));
        let product = known.unwrap_or_else(|| fitting("any", &mut rng));
        let mut blanks = blanks(product, customer, agent, at, &mut rng);
        let order = about.split(|one: char| !one.is_ascii_digit()).find(|digits| digits.len() == 5);
        if let Some(order) = order {
            blanks.insert("order", order.to_owned());
        }
        Some(Self {
            id: opening.plot,
            customer,
            subject: opening.subject.clone(),
            address: opening.from_address.clone(),
            plot: texts.plots.first()?,
            texts,
            blanks,
            rng,
            letters: 1000,
        })
    }

    /// The customer's `n`-th turn of the plot, from 0.
    pub fn asks(&mut self, n: usize, link: Link, at: Instant) -> Option<Letter> {
        let beat = self.beat(Side::Customer, n)?;
        let body = fill(&beat.body, &self.blanks, &mut self.rng);
        let files = beat.file.iter().map(|word| File::for_word(word, self.rng.u64(..))).collect();
        Some(self.letter(&body, n == 0, link, files, at))
    }

    /// A letter made of a phrase of that list, such as `thanks` or `nudge`.
    pub fn says(&mut self, list: &str, link: Link, at: Instant) -> Letter {
        let body = self.texts.phrase(list, &self.blanks, &mut self.rng);
        self.letter(&body, false, link, Vec::new(), at)
    }

    /// Our `n`-th answer of the plot, from 0.
    pub fn answers(&mut self, n: usize) -> Option<(String, Vec<File>)> {
        let beat = self.beat(Side::Us, n)?;
        let files = beat.file.iter().map(|word| File::for_word(word, self.rng.u64(..))).collect();
        let body = fill(&beat.body, &self.blanks, &mut self.rng);
        Some((self.greeted(&body), files))
    }

    /// A word that we are at it.
    pub fn holds(&mut self) -> String {
        let body = self.texts.phrase("holding", &self.blanks, &mut self.rng);
        self.greeted(&body)
    }

    /// The internal note of the plot.
    #[must_use]
    pub fn note(&self) -> Option<&'static str> {
        texts::note(self.plot.key)
    }

    /// The words that colleagues put on such a matter; the same in all languages.
    #[must_use]
    pub fn words(&self) -> Option<String> {
        let words = match self.plot.key {
            "late-parcel" | "new-address" => "delivery",
            "missing-part" => "delivery, parts",
            "refund" | "charged-twice" | "invoice" | "code" => "payment",
            "wrong-size" | "other-colour" | "cancel-order" | "club-order" => "order",
            "damaged" | "warranty" | "heel" => "warranty",
            "machine-leaks" => "espresso, warranty",
            "brakes" | "winter-tyres" => "bike",
            "battery-cold" => "bike, battery",
            "lamp-battery" | "lamp-flicker" => "lamp",
            "descale" => "espresso",
            "plan-price" | "plan-end" => "service plan",
            _ => return None,
        };
        Some(words.to_owned())
    }

    fn beat(&self, side: Side, n: usize) -> Option<&'static Beat> {
        self.plot.beats.iter().filter(|beat| beat.side == side).nth(n)
    }

    fn greeted(&mut self, body: &str) -> String {
        let hello = self.texts.phrase("agent-hi", &self.blanks, &mut self.rng);
        if hello.ends_with('.') { format!("{hello} {body}") } else { format!("{hello}\n\n{body}") }
    }

    fn letter(&mut self, body: &str, first: bool, link: Link, files: Vec<File>, at: Instant) -> Letter {
        let short = !first || matches!(self.customer.program, Program::Phone);
        let mut text = body.to_owned();
        if self.rng.u8(0..10) < if short { 4 } else { 9 } {
            let hello = self.texts.phrase("hi", &self.blanks, &mut self.rng);
            text = format!("{hello}\n\n{text}");
        }
        if first || self.rng.bool() {
            let bye = self.texts.phrase("bye", &self.blanks, &mut self.rng);
            text = format!("{text}\n\n{bye}");
        }
        if first && let Some(organisation) = &self.customer.organisation {
            text = format!("{text}\n{organisation}");
        }
        self.letters += 1;
        let domain = self.address.split('@').nth(1).unwrap_or("post.example");
        Letter {
            plot: self.id,
            from_name: self.customer.name.clone(),
            from_address: self.address.clone(),
            program: self.customer.program,
            language: self.customer.language,
            subject: self.subject.clone(),
            text,
            message_id: format!("{:016x}.{}.{}@{domain}", self.rng.u64(..), self.id.0, self.letters),
            link,
            form: Form::Usual,
            files,
            at,
        }
    }
}

/// A product the plot can be about.
fn fitting(kind: &str, rng: &mut Rng) -> &'static Product {
    let fits = |one: &&Product| match kind {
        "any" => one.kind != "plan",
        "boxed" => ["espresso", "lamp"].contains(&one.kind),
        "small" => ["espresso", "lamp", "jacket", "pack", "bag", "tent"].contains(&one.kind),
        _ => one.kind == kind,
    };
    rng.choice(PRODUCTS.iter().filter(fits).collect::<Vec<_>>()).unwrap_or(&PRODUCTS[0])
}

fn blanks(product: &Product, customer: &Customer, agent: &str, opened: Instant, rng: &mut Rng) -> Blanks {
    let language = customer.language;
    let place = Language::ALL.iter().position(|one| *one == language).unwrap_or(0);
    let size = rng.u8(37..45);
    let days = rng.u8(2..4);
    Blanks::from([
        ("product", product.names.get(place).copied().unwrap_or(product.names[0]).to_owned()),
        ("model", product.model.to_owned()),
        ("price", times::money(product.kroner, language)),
        ("order", rng.u32(10_100..10_990).to_string()),
        ("weekday", times::weekday_after(opened, days, language).to_owned()),
        ("size", size.to_string()),
        ("size2", (size + 1).to_string()),
        ("town", customer.town.clone()),
        ("first", customer.first().to_owned()),
        ("name", customer.name.clone()),
        ("address", customer.addressed()),
        ("agent", agent.to_owned()),
    ])
}
