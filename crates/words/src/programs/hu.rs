//! What mail programs write in Hungarian.

use super::Table;

pub const TABLE: Table = Table {
    wrote: &["írta", "írt", "írja"],
    opens: &["dátum", "ezt"],
    from: &["feladó", "küldő"],
    sent: &["elküldve", "dátum", "küldve", "küldés dátuma"],
    to: &["címzett", "címzettek"],
    cc: &["másolat", "másolatot kap", "cc", "titkos másolat"],
    subject: &["tárgy"],
    other: &["válaszcím", "mellékletek", "fontosság", "válasz"],
    original: &["eredeti üzenet", "eredeti levél", "eredeti e-mail"],
    forwarded: &[
        "továbbított üzenet",
        "továbbított levél kezdete",
        "továbbított levél",
        "továbbított üzenet kezdete",
        "továbbított e-mail",
    ],
    sent_by: &["elküldve ", "küldve ", "az outlook beszerzése"],
    closings: &["üdvözlettel", "tisztelettel", "üdv", "üdvözlettel:"],
    behalf: &["nevében"],
    above: &["e sor fölé", "ezen sor fölé"],
    forwards: &["továbbítás", "tov", "továbbítva"],
    replies: &["vá", "válasz"],
};
