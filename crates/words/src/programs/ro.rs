//! What mail programs write in Romanian.

use super::Table;

pub const TABLE: Table = Table {
    wrote: &["scris"],
    opens: &["pe", "în", "lun", "mar", "mie", "joi", "vin", "sâm", "dum"],
    from: &["de la", "expeditor"],
    sent: &["trimis", "dată", "data", "trimis la"],
    to: &["către", "la", "catre", "destinatar"],
    cc: &["cc", "copie"],
    subject: &["subiect", "subiectul"],
    other: &["răspuns la", "răspunde la", "atașamente"],
    original: &["mesaj original", "mesajul original", "mesajul inițial"],
    forwarded: &[
        "mesaj redirecționat",
        "mesaj redirectionat",
        "mesaj transmis mai departe",
        "mesaj reexpediat",
        "început mesaj redirecționat",
        "începutul mesajului redirecționat",
    ],
    sent_by: &["trimis de pe", "trimis din", "descărcați outlook", "obțineți outlook"],
    closings: &["cu stimă", "cu respect", "toate cele bune"],
    behalf: &["în numele"],
    above: &["deasupra acestei linii"],
    forwards: &["redirecționat"],
    replies: &["răsp"],
};
