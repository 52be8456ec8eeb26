//! What mail programs write in Japanese.

use super::{NONE, Table};

pub const TABLE: Table = Table {
    wrote: &["書きました", "のメール", "のメッセージ", "書き込み"],
    from: &["送信元", "差出人", "送信者"],
    sent: &["日付", "送信日時", "日時", "送信日"],
    to: &["送信先", "宛先", "受信者"],
    cc: &["cc", "写し"],
    subject: &["件名"],
    other: &["返信先", "添付ファイル"],
    original: &["元のメッセージ", "オリジナルメッセージ", "original message"],
    forwarded: &[
        "転送されたメッセージ",
        "メッセージを転送",
        "転送メッセージ",
        "以下は転送されたメッセージです",
        "転送します",
        "転送されたメール",
    ],
    sent_by: &[
        "iphoneから送信",
        "ipadから送信",
        "outlook for ios を入手",
        "outlook for android を入手",
        "自分の iphone から送信",
    ],
    behalf: &["代理"],
    above: &["この行より上に"],
    forwards: &["転送"],
    replies: &["返信"],
    ..NONE
};
