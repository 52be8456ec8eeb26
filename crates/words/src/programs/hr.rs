//! What mail programs write in Croatian, Serbian and Bosnian.

use super::Table;

pub const TABLE: Table = Table {
    wrote: &["napisao", "napisala", "napisao/la", "je", "piše"],
    opens: &["dana", "pon", "uto", "sri", "čet", "pet", "sub", "ned", "u"],
    from: &["šalje", "od", "pošiljatelj"],
    sent: &["poslano", "datum", "poslato", "poslana"],
    to: &["prima", "za", "primatelj", "kome"],
    cc: &["kopija", "cc", "kopija (cc)"],
    subject: &["predmet", "naslov", "tema"],
    other: &["odgovori", "privici"],
    original: &["izvorna poruka", "originalna poruka", "izvorna e-pošta"],
    forwarded: &[
        "proslijeđena poruka",
        "prosljeđena poruka",
        "proslijedena poruka",
        "početak proslijeđene poruke",
        "prosleđena poruka",
    ],
    sent_by: &["poslano s", "poslano sa", "poslano iz", "preuzmite outlook", "nabavite outlook"],
    closings: &["lijep pozdrav", "srdačan pozdrav", "s poštovanjem", "pozdrav"],
    behalf: &["u ime"],
    above: &["iznad ove crte", "iznad ovog retka"],
    forwards: &["pr", "proslijeđeno"],
    replies: &["odg"],
};
