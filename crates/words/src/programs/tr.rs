//! What mail programs write in Turkish.

use super::Table;

pub const TABLE: Table = Table {
    wrote: &["yazdı", "yazmış", "yazmıştı"],
    opens: &["pzt", "sal", "çar", "per", "cum", "cmt", "paz", "tarihinde"],
    from: &["kimden", "gönderen"],
    sent: &["gönderilen", "tarih", "gönderme tarihi", "gönderildi", "gönderim tarihi"],
    to: &["kime", "alıcı", "alıcılar"],
    cc: &["bilgi", "cc", "kopya"],
    subject: &["konu"],
    other: &["yanıtla", "ekler", "yanıt adresi"],
    original: &["orijinal mesaj", "özgün ileti", "orijinal ileti", "özgün mesaj", "asıl ileti", "orijinal e-posta"],
    forwarded: &[
        "iletilmiş mesaj",
        "yönlendirilen mesaj",
        "iletilen mesaj",
        "i̇letilen ileti",
        "iletilen ileti başlangıcı",
        "yönlendirilmiş ileti",
        "başlangıç iletisi",
        "iletilen ileti",
        "yönlendirilmiş mesaj",
        "i̇letilmiş mesaj",
        "i̇letilen mesaj",
    ],
    sent_by: &[
        "outlook'u edinin",
        "iphone'umdan gönderildi",
        "ipad'imden gönderildi",
        "android için outlook",
        "ios için outlook",
    ],
    closings: &["saygılarımla", "iyi çalışmalar", "selamlar", "saygılar"],
    behalf: &["adına"],
    above: &["bu satırın üzerine", "bu satırın üstüne"],
    forwards: &["i̇lt", "ilt", "ynl"],
    replies: &["ynt", "yan"],
};
