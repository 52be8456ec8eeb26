//! What mail programs write in Spanish.

use super::Table;

pub const TABLE: Table = Table {
    wrote: &["escribió", "escribio", "escrito", "escribe"],
    opens: &["el", "en", "lun", "mar", "mié", "jue", "vie", "sáb", "dom"],
    from: &["de", "remitente", "enviado por"],
    sent: &["enviado", "enviado el", "fecha", "enviados", "fecha de envío"],
    to: &["para", "a", "destinatario", "destinatarios"],
    cc: &["cc", "copia", "con copia", "cco"],
    subject: &["asunto"],
    other: &["responder a", "importancia", "adjuntos", "datos adjuntos"],
    original: &["mensaje original", "mensaje de origen", "correo original", "cita original", "mensaje anterior"],
    forwarded: &[
        "mensaje reenviado",
        "inicio del mensaje reenviado",
        "mensaje reenviado por",
        "correo reenviado",
        "comienzo del mensaje reenviado",
        "forwarded message",
    ],
    sent_by: &[
        "enviado desde",
        "enviado con",
        "enviado por",
        "obtener outlook para",
        "enviado a través de",
        "enviado mediante",
    ],
    closings: &[
        "saludos",
        "un saludo",
        "saludos cordiales",
        "atentamente",
        "cordialmente",
        "un cordial saludo",
        "muchos saludos",
        "reciba un cordial saludo",
    ],
    behalf: &["en nombre de", "de parte de"],
    above: &["por encima de esta línea", "encima de esta línea", "arriba de esta línea", "sobre esta línea"],
    forwards: &["rv", "reenv", "reenviado"],
    replies: &["re", "resp"],
};
