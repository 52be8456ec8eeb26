//! What mail programs write in Catalan.

use super::Table;

pub const TABLE: Table = Table {
    wrote: &["escriure", "escrit"],
    opens: &["el", "dia"],
    from: &["de", "remitent"],
    sent: &["enviat", "data", "enviat el"],
    to: &["per a", "a", "destinatari"],
    cc: &["cc", "a/c", "còpia"],
    subject: &["assumpte", "tema"],
    other: &["respon a"],
    original: &["missatge original"],
    forwarded: &["missatge reenviat", "inici del missatge reenviat"],
    sent_by: &["enviat des"],
    closings: &["salutacions", "atentament", "cordialment"],
    behalf: &["en nom de"],
    above: &["per sobre d'aquesta línia"],
    forwards: &["rv"],
    replies: &["re"],
};
