//! The guides of the demo's help centre, made by the product's own commands, in all five languages, and walked by its
//! first customers.

use std::collections::BTreeMap;

use answers::articles::Names;
use answers::guides::commands::{self, Step};
use answers::guides::store::Line;
use answers::guides::{Choice, Ending, Failure, Kind, Node, Tested, Tree};
use base::Language;
use jiff::tz::TimeZone;
use people::staff::Staff;
use platform::{Fault, Platform, Result};

/// The same in English, Bokmål, Swedish, Danish and Indonesian.
type Five = [&'static str; 5];

const NONE: Five = ["", "", "", "", ""];
const YES: Five = ["Yes", "Ja", "Ja", "Ja", "Ya"];
const NO: Five = ["No", "Nei", "Nej", "Nej", "Tidak"];

/// Key, kind, title, text, the ways on.
type Place = (&'static str, Kind, Five, Five, &'static [(&'static str, Five)]);

/// What it is called, what it is for, its places, and how two of its paths have to end.
type Told = (Five, Five, &'static [Place], [(&'static [usize], Ending); 2]);

const BIKE: Told = (
    [
        "The motor of the cargo bike stops",
        "Motoren på lastesykkelen stopper",
        "Motorn på lastcykeln stannar",
        "Motoren på ladcyklen stopper",
        "Motor sepeda kargo mati",
    ],
    [
        "Five minutes, no tools.",
        "Fem minutter, uten verktøy.",
        "Fem minuter, utan verktyg.",
        "Fem minutter, uden værktøj.",
        "Lima menit, tanpa alat.",
    ],
    &[
        (
            "display",
            Kind::Question,
            [
                "Is the display on when the motor stops?",
                "Er displayet på når motoren stopper?",
                "Är displayen på när motorn stannar?",
                "Er displayet tændt, når motoren stopper?",
                "Apakah layar menyala saat motor mati?",
            ],
            NONE,
            &[("plug", YES), ("battery", NO)],
        ),
        (
            "battery",
            Kind::Step,
            ["Charge the battery", "Lad batteriet", "Ladda batteriet", "Oplad batteriet", "Isi baterai"],
            [
                "Take it indoors, let it grow warm for an hour, and charge it until the lamp is green.",
                "Ta det med inn, la det bli varmt i en time, og lad til lampen er grønn.",
                "Ta in det, låt det bli varmt i en timme och ladda tills lampan är grön.",
                "Tag det med ind, lad det blive varmt i en time, og oplad, til lampen er grøn.",
                "Bawa ke dalam, biarkan hangat satu jam, lalu isi sampai lampu hijau.",
            ],
            &[("runs", NONE)],
        ),
        (
            "plug",
            Kind::Step,
            [
                "Press the grey plug in",
                "Trykk den grå kontakten inn",
                "Tryck in den grå kontakten",
                "Tryk det grå stik ind",
                "Tekan sambungan abu-abu",
            ],
            [
                "1. Switch the bike off and take the battery out.\n2. Find the grey plug under the saddle, pull it straight out and dry it.\n3. Press it in until it clicks.",
                "1. Slå av sykkelen og ta ut batteriet.\n2. Finn den grå kontakten under setet, trekk den rett ut og tørk den.\n3. Trykk den inn til den klikker.",
                "1. Stäng av cykeln och ta ut batteriet.\n2. Leta upp den grå kontakten under sadeln, dra den rakt ut och torka den.\n3. Tryck in den tills den klickar.",
                "1. Sluk cyklen, og tag batteriet ud.\n2. Find det grå stik under sadlen, træk det lige ud, og tør det.\n3. Tryk det ind, til det klikker.",
                "1. Matikan sepeda dan lepaskan baterai.\n2. Cari sambungan abu-abu di bawah sadel, tarik lurus, dan keringkan.\n3. Tekan sampai berbunyi klik.",
            ],
            &[("runs", NONE)],
        ),
        (
            "runs",
            Kind::Question,
            ["Does it run now?", "Går den nå?", "Går den nu?", "Kører den nu?", "Apakah sekarang jalan?"],
            NONE,
            &[("done", YES), ("workshop", NO)],
        ),
        (
            "done",
            Kind::Solved,
            ["Have a good ride", "God tur", "Trevlig tur", "God tur", "Selamat bersepeda"],
            NONE,
            &[],
        ),
        (
            "workshop",
            Kind::Person,
            [
                "The workshop should see it",
                "Verkstedet bør se på den",
                "Verkstaden bör titta på den",
                "Værkstedet bør se på den",
                "Bengkel perlu melihatnya",
            ],
            [
                "We fetch the bike, and you may borrow one meanwhile.",
                "Vi henter sykkelen, og du får låne en så lenge.",
                "Vi hämtar cykeln, och du får låna en under tiden.",
                "Vi henter cyklen, og du kan låne en imens.",
                "Kami menjemput sepeda, dan Anda boleh meminjam sepeda lain.",
            ],
            &[],
        ),
    ],
    [(&[0, 0, 0], Ending::Solved), (&[1, 0, 1], Ending::Person)],
);

const RETURN: Told = (
    [
        "Something is wrong with what I bought",
        "Noe er galt med det jeg kjøpte",
        "Något är fel med det jag köpte",
        "Der er noget galt med det, jeg købte",
        "Ada yang salah dengan barang yang saya beli",
    ],
    [
        "Return, exchange or repair: see what fits.",
        "Retur, bytte eller reparasjon: se hva som passer.",
        "Retur, byte eller reparation: se vad som passar.",
        "Retur, bytte eller reparation: se, hvad der passer.",
        "Pengembalian, penukaran, atau perbaikan: lihat yang cocok.",
    ],
    &[
        (
            "what",
            Kind::Question,
            ["What is it?", "Hva gjelder det?", "Vad gäller det?", "Hvad drejer det sig om?", "Apa masalahnya?"],
            NONE,
            &[
                (
                    "days",
                    [
                        "I do not want it after all",
                        "Jeg vil ikke ha den likevel",
                        "Jag vill inte ha den ändå",
                        "Jeg vil ikke have den alligevel",
                        "Saya tidak jadi menginginkannya",
                    ],
                ),
                ("broken", ["It is broken", "Den er ødelagt", "Den är trasig", "Den er i stykker", "Barangnya rusak"]),
            ],
        ),
        (
            "days",
            Kind::Question,
            [
                "Did you get it within the last 60 days?",
                "Fikk du den i løpet av de siste 60 dagene?",
                "Fick du den inom de senaste 60 dagarna?",
                "Fik du den inden for de seneste 60 dage?",
                "Apakah Anda menerimanya dalam 60 hari terakhir?",
            ],
            NONE,
            &[("return", YES), ("us", NO)],
        ),
        (
            "broken",
            Kind::Step,
            [
                "Take a picture of it",
                "Ta et bilde av den",
                "Ta en bild av den",
                "Tag et billede af den",
                "Ambil fotonya",
            ],
            [
                "Have the order number at hand too.",
                "Ha ordrenummeret klart også.",
                "Ha ordernumret till hands också.",
                "Hav også ordrenummeret klar.",
                "Siapkan juga nomor pesanan.",
            ],
            &[("us", NONE)],
        ),
        (
            "return",
            Kind::Article,
            ["Send it back", "Send den tilbake", "Skicka tillbaka den", "Send den tilbage", "Kirim kembali"],
            NONE,
            &[],
        ),
        (
            "us",
            Kind::Person,
            [
                "Let us see to it",
                "La oss ta oss av det",
                "Låt oss ta hand om det",
                "Lad os tage os af det",
                "Biar kami urus",
            ],
            NONE,
            &[],
        ),
    ],
    [(&[0, 0], Ending::Article), (&[1, 0], Ending::Person)],
);

/// Where the article on returns stands.
const ARTICLE: Five = [
    "how-to-return-something",
    "slik-returnerer-du-en-vare",
    "sa-lamnar-du-tillbaka-en-vara",
    "sadan-returnerer-du-en-vare",
    "cara-mengembalikan-barang",
];

/// What the first customers chose, walk by walk: the language, and the choices.
const WALKS: [(Language, &[usize]); 9] = [
    (Language::Nb, &[0, 0, 0]),
    (Language::Nb, &[1, 0, 0]),
    (Language::Nb, &[0, 0, 1]),
    (Language::Nb, &[0]),
    (Language::Sv, &[0, 0, 0]),
    (Language::Sv, &[1]),
    (Language::Da, &[1, 0, 1]),
    (Language::En, &[0, 0]),
    (Language::Id, &[0, 0, 0]),
];

fn names(five: Five) -> Names {
    let all = Language::ALL.into_iter().zip(five).filter(|(_, text)| !text.is_empty());
    Names(all.map(|(language, text)| (language, text.to_owned())).collect())
}

fn tree((called, lead, places, tests): Told) -> Tree {
    let choice =
        |(to, labels): &(&str, Five)| Choice { to: (*to).to_owned(), labels: names(*labels), product: String::new() };
    let place = |(key, kind, title, body, on): &Place| Node {
        key: (*key).to_owned(),
        kind: *kind,
        titles: names(*title),
        bodies: names(*body),
        picture: String::new(),
        choices: on.iter().map(choice).collect(),
        articles: if *kind == Kind::Article { names(ARTICLE) } else { Names::default() },
    };
    let test = |(path, ends): (&[usize], Ending)| Tested { path: path.to_vec(), product: String::new(), ends };
    Tree {
        original: Language::En,
        names: names(called),
        leads: names(lead),
        nodes: places.iter().map(place).collect(),
        tests: tests.map(test).into(),
    }
}

fn fault(failure: Failure) -> Fault {
    match failure {
        Failure::Refused(refusal) => Fault::because("a guide of the demo was refused", refusal),
        Failure::Fault(fault) => fault,
    }
}

/// Makes them, publishes them, and has them walked.
///
/// # Errors
/// When the tables cannot be written.
pub async fn make(p: &Platform, staff: &BTreeMap<&'static str, Staff>) -> Result<()> {
    let owner = staff.values().find(|one| one.role == base::Role::Owner);
    let Some(actor) = owner.or_else(|| staff.values().next()).map(Staff::actor) else {
        return Ok(());
    };
    let mut tx = p.begin().await?;
    for told in [BIKE, RETURN] {
        let tree = tree(told);
        let guide = commands::begin(&mut tx, &actor, tree.clone()).await.map_err(fault)?;
        let version = commands::publish(&mut tx, &actor, &guide).await.map_err(fault)?;
        let day = tx.now().to_zoned(TimeZone::UTC).date();
        for (language, choices) in WALKS {
            let mut path = Vec::new();
            for choice in choices {
                let line = Line { guide: &guide, version, language, day };
                path = commands::step(&mut tx, line, &tree, (&path, ""), Step::On(*choice)).await?;
            }
        }
    }
    tx.commit().await
}
