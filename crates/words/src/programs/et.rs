//! What mail programs write in Estonian.

use super::Table;

pub const TABLE: Table = Table {
    wrote: &["kirjutas"],
    opens: &["e", "t", "k", "n", "r", "l", "p", "kuupäeval"],
    from: &["saatja", "kellelt"],
    sent: &["saadetud", "kuupäev"],
    to: &["saaja", "adressaat", "kellele"],
    cc: &["koopia", "cc"],
    subject: &["teema", "pealkiri"],
    other: &["vasta", "manused"],
    original: &["algne sõnum", "algne kiri", "originaalkiri"],
    forwarded: &["edastatud kiri", "edastatud sõnum", "edastatud sõnumi algus", "edasisaadetud kiri"],
    sent_by: &["saadetud minu", "hangi outlook"],
    closings: &["lugupidamisega", "parimate soovidega", "tervitades"],
    behalf: &["nimel"],
    above: &["selle rea kohale"],
    forwards: &["edasi", "edastus", "ed"],
    replies: &["vs", "vast"],
};
