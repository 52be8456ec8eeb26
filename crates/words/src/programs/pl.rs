//! What mail programs write in Polish.

use super::Table;

pub const TABLE: Table = Table {
    wrote: &["napisał", "napisała", "napisał(a", "napisał(a)", "napisano", "pisze"],
    opens: &["dnia", "w", "dn", "pon", "wt", "śr", "czw", "pt", "sob", "niedz"],
    from: &["od", "nadawca"],
    sent: &["wysłano", "data", "wysłane", "data wysłania"],
    to: &["do", "adresat", "odbiorca", "adresaci"],
    cc: &["dw", "kopia", "do wiadomości", "cc", "udw"],
    subject: &["temat"],
    other: &["odpowiedz do", "odpowiedź do", "ważność", "załączniki"],
    original: &[
        "wiadomość oryginalna",
        "oryginalna wiadomość",
        "pierwotna wiadomość",
        "wiadomość pierwotna",
        "treść oryginalnej wiadomości",
        "wiadomość oryginalna / original message",
    ],
    forwarded: &[
        "przekazana wiadomość",
        "wiadomość przesłana dalej",
        "treść przekazanej wiadomości",
        "początek przekazywanej wiadomości",
        "wiadomość przekazana",
        "przesłana dalej wiadomość",
        "początek przekazanej wiadomości",
        "przekazana wiadomość e-mail",
    ],
    sent_by: &[
        "wysłano z",
        "wysłane z",
        "wysłano za pomocą",
        "pobierz outlook dla",
        "pobierz program outlook dla",
        "pobierz aplikację outlook",
    ],
    closings: &["pozdrawiam", "z poważaniem", "serdecznie pozdrawiam", "pozdrowienia", "z pozdrowieniami"],
    behalf: &["w imieniu"],
    above: &["powyżej tej linii", "powyżej tego wiersza"],
    forwards: &["pd", "przek"],
    replies: &["odp"],
};
