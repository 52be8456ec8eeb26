//! What mail programs write in Finnish.

use super::Table;

pub const TABLE: Table = Table {
    wrote: &["kirjoitti", "kirjoittaa"],
    opens: &["ma", "ti", "ke", "to", "pe", "la", "su"],
    from: &["lähettäjä", "keneltä"],
    sent: &["lähetetty", "päivämäärä", "päiväys", "pvm", "lähetyspäivä"],
    to: &["vastaanottaja", "vastaanottajat", "kenelle"],
    cc: &["kopio", "cc", "kopio (cc)", "piilokopio"],
    subject: &["aihe", "otsikko"],
    other: &["vastausosoite", "vastaus", "tärkeys", "liitteet", "vastaa"],
    original: &["alkuperäinen viesti", "alkuperäinen tapaaminen", "alkuperäinen sähköposti"],
    forwarded: &[
        "välitetty viesti",
        "välitetty viesti alkaa",
        "edelleenlähetetty viesti",
        "edelleen lähetetty viesti",
        "välitetty viesti / fwd.msg",
        "lähetetty edelleen",
    ],
    sent_by: &["lähetetty ", "lähetetty laitteesta", "hanki outlook"],
    closings: &["terveisin", "ystävällisin terveisin", "yhteistyöterveisin", "parhain terveisin", "yt", "t."],
    behalf: &["puolesta"],
    above: &["tämän rivin yläpuolelle", "tämän viivan yläpuolelle"],
    forwards: &["vl", "edelleen", "välitetty"],
    replies: &["vast"],
};
