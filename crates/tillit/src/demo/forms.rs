//! The contact forms of the demo, kept by the product's own commands: one for everything, one for returns.

use std::collections::BTreeMap;

use base::Language;
use people::DepartmentId;
use people::staff::Staff;
use platform::{Platform, Result};
use portal::forms::{self, ContactForms};
use portal::model::{ContactForm, Kind, Question, Texts};

/// Each in English, Bokmål, Swedish, Danish and Indonesian.
const CONTACT: [&str; 5] = ["Write to us", "Skriv til oss", "Skriv till oss", "Skriv til os", "Tulis kepada kami"];
const RETURNS: [&str; 5] = ["Returns", "Retur", "Returer", "Returnering", "Pengembalian"];
const RETURNS_LEAD: [&str; 5] = [
    "Tell us what you want to send back, and why. You need no reason in the first 30 days.",
    "Fortell oss hva du vil sende tilbake, og hvorfor. De første 30 dagene trenger du ingen grunn.",
    "Berätta vad du vill skicka tillbaka, och varför. De första 30 dagarna behöver du inget skäl.",
    "Fortæl os, hvad du vil sende tilbage, og hvorfor. De første 30 dage behøver du ingen grund.",
    "Ceritakan apa yang ingin Anda kembalikan, dan mengapa. Dalam 30 hari pertama tidak perlu alasan.",
];
const ORDER: [&str; 5] = ["Order number", "Ordrenummer", "Ordernummer", "Ordrenummer", "Nomor pesanan"];
const BOUGHT: [&str; 5] = ["Bought on", "Kjøpt den", "Köpt den", "Købt den", "Dibeli pada"];
const WISH: [&str; 5] =
    ["What you would like", "Hva du ønsker", "Vad du önskar", "Hvad du ønsker", "Yang Anda inginkan"];
const WISHES: [[&str; 5]; 3] = [
    ["My money back", "Pengene tilbake", "Pengarna tillbaka", "Pengene tilbage", "Uang kembali"],
    ["Another one", "En ny", "En ny", "En ny", "Barang pengganti"],
    ["A repair", "En reparasjon", "En reparation", "En reparation", "Perbaikan"],
];

fn texts(all: [&str; 5]) -> Texts {
    Texts(Language::ALL.into_iter().zip(all.map(str::to_owned)).collect())
}

/// One for everything, and one of the workshop's: what it brings goes to whose turn it is there.
fn all(workshop: Option<&DepartmentId>) -> ContactForms {
    let question = |labels, kind, required| Question { labels: texts(labels), kind, required, ..Question::default() };
    let offered = |at: usize| WISHES.map(|wish| wish[at].to_owned()).to_vec();
    let choices = Language::ALL.into_iter().enumerate().map(|(at, language)| (language, offered(at))).collect();
    let wish = Question { choices, ..question(WISH, Kind::Choice, true) };
    let returns = vec![question(ORDER, Kind::Line, true), question(BOUGHT, Kind::Date, false), wish];
    let form = |slug: &str, names| ContactForm {
        slug: slug.into(),
        names: texts(names),
        open: true,
        ..ContactForm::default()
    };
    let (department, leads) = (workshop.cloned(), texts(RETURNS_LEAD));
    let returns = ContactForm { department, leads, questions: returns, ..form("returns", RETURNS) };
    ContactForms(vec![form("contact", CONTACT), returns])
}

/// Makes them.
///
/// # Errors
/// When settings cannot be written.
pub async fn make(p: &Platform, staff: &BTreeMap<&'static str, Staff>, workshop: &DepartmentId) -> Result<()> {
    let Some(someone) = staff.values().find(|one| one.role == base::Role::Owner).or_else(|| staff.values().next())
    else {
        return Ok(());
    };
    let mut tx = p.begin().await?;
    forms::set(&mut tx, &someone.actor(), &all(Some(workshop))).await?;
    tx.commit().await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_forms_are_whole_in_all_five_languages() {
        for form in all(None).0 {
            assert_eq!(portal::rules::contact::flaws(&form), []);
            assert!(form.names.0.len() == 5 && form.questions.iter().all(|one| one.labels.0.len() == 5));
        }
    }
}
