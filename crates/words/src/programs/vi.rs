//! What mail programs write in Vietnamese.

use super::Table;

pub const TABLE: Table = Table {
    wrote: &["viết"],
    opens: &["vào", "ngày"],
    from: &["từ", "người gửi"],
    sent: &["đã gửi", "ngày", "gửi", "thời gian", "date"],
    to: &["tới", "đến", "người nhận", "gửi tới"],
    cc: &["cc", "đồng gửi"],
    subject: &["chủ đề", "tiêu đề"],
    other: &["trả lời", "đính kèm"],
    original: &["thư gốc", "tin nhắn gốc", "thư ban đầu"],
    forwarded: &["thư đã chuyển tiếp", "thư được chuyển tiếp", "thư chuyển tiếp", "tin nhắn chuyển tiếp"],
    sent_by: &["đã gửi từ", "được gửi từ", "gửi từ", "tải outlook cho"],
    closings: &["trân trọng", "thân ái"],
    behalf: &["thay mặt"],
    above: &["phía trên dòng này"],
    forwards: &["chuyển tiếp"],
    replies: &["trả lời"],
};
