//! What mail programs write in Slovak.

use super::Table;

pub const TABLE: Table = Table {
    wrote: &["napísal", "napísala", "napísal(a", "napísal(a)", "píše"],
    opens: &["dňa", "po", "ut", "st", "št", "pi", "so", "ne"],
    from: &["od", "odosielateľ"],
    sent: &["odoslané", "dátum", "poslané"],
    to: &["komu", "pre", "príjemca"],
    cc: &["kópia", "cc", "kopia"],
    subject: &["predmet", "vec"],
    other: &["odpovedať", "prílohy", "odpoveď"],
    original: &["pôvodná správa", "pôvodný e-mail", "originálna správa"],
    forwarded: &["preposlaná správa", "začiatok preposlanej správy", "preposlaný e-mail", "poslaná ďalej"],
    sent_by: &["odoslané z", "poslané z", "získať outlook pre"],
    closings: &["s pozdravom", "s úctou"],
    behalf: &["v mene"],
    above: &["nad tento riadok"],
    forwards: &["pos", "prep", "prepos"],
    replies: &["odp"],
};
