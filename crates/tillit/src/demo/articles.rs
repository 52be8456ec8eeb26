//! The first articles of the demo's help centre, made by the product's own commands, in all five languages.

use std::collections::BTreeMap;

use answers::articles::commands::{self, NewArticle, NewCategory};
use answers::articles::rules::states::Act;
use answers::articles::{About, Draft, Failure, Names};
use base::Language;
use people::staff::Staff;
use platform::{Fault, Platform, Result};

/// Each in English, Bokmål, Swedish, Danish and Indonesian: what a category is called.
const CATEGORIES: [[&str; 5]; 2] = [
    ["Returns and exchanges", "Retur og bytte", "Retur och byte", "Retur og bytte", "Pengembalian dan penukaran"],
    [
        "Repair and care",
        "Reparasjon og stell",
        "Reparation och skötsel",
        "Reparation og pleje",
        "Perbaikan dan perawatan",
    ],
];

/// The category, and in each language the title, the line under it, and the text.
type Told = (usize, [[&'static str; 3]; 5]);

const ARTICLES: [Told; 2] = [
    (
        0,
        [
            [
                "How to return something",
                "You have 60 days, and the label is free.",
                "1. Open the contact form and choose *Returns*.\n2. Pack the goods as they came, with all that belongs to them.\n3. Put our label on the parcel and leave it at the post office.\n\n> [!TIP]\n> Keep the receipt until the money is back.\n\n## When does the money come?\n\nThree to five working days after the parcel has reached us.",
            ],
            [
                "Slik returnerer du en vare",
                "Du har 60 dager, og fraktseddelen er gratis.",
                "1. Åpne kontaktskjemaet og velg *Retur*.\n2. Pakk varen slik den kom, med alt som hører til.\n3. Sett fraktseddelen vår på pakken og lever den på posten.\n\n> [!TIP]\n> Ta vare på kvitteringen til pengene er tilbake.\n\n## Når kommer pengene?\n\nTre til fem virkedager etter at pakken er hos oss.",
            ],
            [
                "Så lämnar du tillbaka en vara",
                "Du har 60 dagar, och fraktsedeln är gratis.",
                "1. Öppna kontaktformuläret och välj *Returer*.\n2. Packa varan som den kom, med allt som hör till.\n3. Sätt vår fraktsedel på paketet och lämna det på posten.\n\n> [!TIP]\n> Spara kvittot tills pengarna är tillbaka.\n\n## När kommer pengarna?\n\nTre till fem arbetsdagar efter att paketet har nått oss.",
            ],
            [
                "Sådan returnerer du en vare",
                "Du har 60 dage, og labelen er gratis.",
                "1. Åbn kontaktformularen, og vælg *Returnering*.\n2. Pak varen, som den kom, med alt, hvad der hører til.\n3. Sæt vores label på pakken, og aflever den på posthuset.\n\n> [!TIP]\n> Gem kvitteringen, til pengene er tilbage.\n\n## Hvornår kommer pengene?\n\nTre til fem hverdage efter, at pakken er hos os.",
            ],
            [
                "Cara mengembalikan barang",
                "Waktunya 60 hari, dan labelnya gratis.",
                "1. Buka formulir kontak dan pilih *Pengembalian*.\n2. Kemas barang seperti saat diterima, lengkap dengan isinya.\n3. Tempel label kami pada paket dan serahkan di kantor pos.\n\n> [!TIP]\n> Simpan tanda terima sampai uang kembali.\n\n## Kapan uangnya kembali?\n\nTiga sampai lima hari kerja setelah paket kami terima.",
            ],
        ],
    ),
    (
        1,
        [
            [
                "The motor of the cargo bike stops in the cold",
                "It is nearly always a plug that has drawn back. You can look yourself in five minutes.",
                "1. Switch the bike off and take the battery out. Wait for a minute.\n2. Find the grey plug under the saddle and pull it straight out. Dry it if it is damp.\n3. Press it in until it clicks.\n4. Put the battery back and try a short ride.\n\n## If it still stops\n\nWrite to us. The workshop fetches the bike, and you may borrow one meanwhile.",
            ],
            [
                "Motoren på lastesykkelen stopper i kulda",
                "Det er nesten alltid en kontakt som har trukket seg tilbake. Du kan se etter selv på fem minutter.",
                "1. Slå av sykkelen og ta ut batteriet. Vent i ett minutt.\n2. Finn den grå kontakten under setet, og trekk den rett ut. Tørk den hvis den er fuktig.\n3. Trykk den inn til den klikker.\n4. Sett i batteriet og prøv en kort tur.\n\n## Hvis den fortsatt stopper\n\nSkriv til oss. Verkstedet henter sykkelen, og du får låne en så lenge.",
            ],
            [
                "Motorn på lastcykeln stannar i kylan",
                "Det är nästan alltid en kontakt som har dragit sig tillbaka. Du kan titta själv på fem minuter.",
                "1. Stäng av cykeln och ta ut batteriet. Vänta en minut.\n2. Leta upp den grå kontakten under sadeln och dra den rakt ut. Torka den om den är fuktig.\n3. Tryck in den tills den klickar.\n4. Sätt i batteriet och prova en kort tur.\n\n## Om den fortfarande stannar\n\nSkriv till oss. Verkstaden hämtar cykeln, och du får låna en under tiden.",
            ],
            [
                "Motoren på ladcyklen stopper i kulden",
                "Det er næsten altid et stik, der har trukket sig tilbage. Du kan selv se efter på fem minutter.",
                "1. Sluk cyklen, og tag batteriet ud. Vent et minut.\n2. Find det grå stik under sadlen, og træk det lige ud. Tør det, hvis det er fugtigt.\n3. Tryk det ind, til det klikker.\n4. Sæt batteriet i, og prøv en kort tur.\n\n## Hvis den stadig stopper\n\nSkriv til os. Værkstedet henter cyklen, og du kan låne en imens.",
            ],
            [
                "Motor sepeda kargo mati saat dingin",
                "Hampir selalu karena sambungan kabel yang longgar. Anda bisa memeriksanya dalam lima menit.",
                "1. Matikan sepeda dan lepaskan baterai. Tunggu satu menit.\n2. Cari sambungan abu-abu di bawah sadel dan tarik lurus. Keringkan bila lembap.\n3. Tekan sampai berbunyi klik.\n4. Pasang baterai dan coba berkeliling sebentar.\n\n## Bila masih mati\n\nTulis kepada kami. Bengkel menjemput sepeda Anda, dan Anda boleh meminjam sepeda lain.",
            ],
        ],
    ),
];

fn fault(failure: Failure) -> Fault {
    match failure {
        Failure::Refused(refusal) => Fault::because("an article of the demo was refused", refusal),
        Failure::Fault(fault) => fault,
    }
}

/// Writes and publishes them.
///
/// # Errors
/// When the tables cannot be written.
pub async fn make(p: &Platform, staff: &BTreeMap<&'static str, Staff>) -> Result<()> {
    let owner = staff.values().find(|one| one.role == base::Role::Owner);
    let Some(actor) = owner.or_else(|| staff.values().next()).map(Staff::actor) else {
        return Ok(());
    };
    let mut tx = p.begin().await?;
    let mut categories = Vec::new();
    for names in CATEGORIES {
        let names = Names(Language::ALL.into_iter().zip(names.map(str::to_owned)).collect());
        let new = NewCategory { names, ..NewCategory::default() };
        categories.push(commands::save_category(&mut tx, &actor, None, new, Language::Nb).await.map_err(fault)?);
    }
    for (category, texts) in ARTICLES {
        let about = About { category: categories.get(category).cloned(), ..About::default() };
        let mut made = None;
        for (language, [title, summary, body]) in Language::ALL.into_iter().zip(texts) {
            let draft = Draft { title: title.into(), summary: summary.into(), body: body.into() };
            let id = if let Some(id) = made.clone() {
                commands::save(&mut tx, &actor, &id, language, &draft, None).await.map_err(fault)?;
                id
            } else {
                let new = NewArticle { language, draft, about: about.clone() };
                commands::begin(&mut tx, &actor, new).await.map_err(fault)?
            };
            commands::turn(&mut tx, &actor, &id, language, Act::Publish, None).await.map_err(fault)?;
            made = Some(id);
        }
    }
    tx.commit().await
}
