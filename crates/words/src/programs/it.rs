//! What mail programs write in Italian.

use super::Table;

pub const TABLE: Table = Table {
    wrote: &["scritto", "scrive", "scrisse"],
    opens: &["il", "in", "lun", "mar", "mer", "gio", "ven", "sab", "dom"],
    from: &["da", "mittente", "inviato da"],
    sent: &["inviato", "data", "inviato il", "data di invio"],
    to: &["a", "destinatario", "destinatari", "per"],
    cc: &["cc", "copia", "copia conoscenza", "ccn"],
    subject: &["oggetto"],
    other: &["risposta", "rispondi a", "priorità", "allegati"],
    original: &[
        "messaggio originale",
        "messaggio originario",
        "appuntamento originale",
        "mail originale",
        "messaggio di origine",
    ],
    forwarded: &[
        "messaggio inoltrato",
        "inizio messaggio inoltrato",
        "inizio del messaggio inoltrato",
        "mail inoltrata",
        "e-mail inoltrata",
    ],
    sent_by: &[
        "inviato da",
        "inviato dal",
        "inviato con",
        "inviata da",
        "scarica outlook per",
        "ottieni outlook per",
        "inviato tramite",
    ],
    closings: &[
        "cordiali saluti",
        "distinti saluti",
        "saluti",
        "un saluto",
        "cordialmente",
        "un cordiale saluto",
        "i migliori saluti",
    ],
    behalf: &["per conto di", "a nome di"],
    above: &["sopra questa riga", "sopra questa linea", "al di sopra di questa riga"],
    forwards: &["i", "inoltro", "inoltra", "fwd"],
    replies: &["r", "rif", "ris"],
};
