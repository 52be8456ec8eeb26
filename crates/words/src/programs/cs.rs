//! What mail programs write in Czech.

use super::Table;

pub const TABLE: Table = Table {
    wrote: &["napsal", "napsala", "napsal(a", "napsal(a)", "píše", "napísal"],
    opens: &["dne", "po", "út", "st", "čt", "pá", "so", "ne"],
    from: &["od", "odesílatel"],
    sent: &["odesláno", "datum", "posláno"],
    to: &["komu", "pro", "příjemce"],
    cc: &["kopie", "cc", "skrytá"],
    subject: &["předmět", "věc"],
    other: &["odpověď na", "odpovědět", "přílohy", "důležitost", "odpověď komu"],
    original: &["původní zpráva", "původní e-mail", "původní schůzka", "původní email"],
    forwarded: &[
        "přeposlaná zpráva",
        "přeposlaný e-mail",
        "začátek přeposlané zprávy",
        "přeposlaná zpráva od",
        "předaná zpráva",
    ],
    sent_by: &["odesláno z", "odesláno pomocí", "posláno z", "získat outlook pro", "stáhnout outlook pro"],
    closings: &["s pozdravem", "s přátelským pozdravem", "zdravím"],
    behalf: &["jménem", "za uživatele"],
    above: &["nad tento řádek", "nad touto čarou"],
    forwards: &["př", "přep", "předáno"],
    replies: &["odp"],
};
