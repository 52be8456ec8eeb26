//! What mail programs write in Korean.

use super::{NONE, Table};

pub const TABLE: Table = Table {
    wrote: &["작성", "작성했습니다", "님이", "썼습니다"],
    from: &["보낸 사람", "보낸사람", "발신자", "발신"],
    sent: &["날짜", "보낸 날짜", "보낸날짜", "전송 날짜"],
    to: &["받는 사람", "받는사람", "수신자", "수신"],
    cc: &["참조", "cc"],
    subject: &["제목"],
    other: &["답장", "첨부"],
    original: &["원본 메시지", "원본 메일", "원본 이메일"],
    forwarded: &["전달된 메시지", "전달된 메일", "전달 메시지", "전달된 메시지 시작"],
    sent_by: &["나의 iphone에서", "내 iphone에서", "ios용 outlook", "android용 outlook", "나의 ipad에서"],
    behalf: &["대신"],
    above: &["이 줄 위에"],
    forwards: &["전달"],
    replies: &["회신", "답장"],
    ..NONE
};
