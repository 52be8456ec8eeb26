//! The HTML form of an outgoing mail: `ui/email.html` with the words of this mail.
//!
//! Mail programs know little, so styles stand on the elements and the layout is a table; the style
//! block only adds dark colours and narrow screens and may be removed by the way.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::blocks::{Block, Span, blocks, spans};
use super::{Outgoing, content_id, one_line};

const ENHANCEMENT: &str = "\
@media (prefers-color-scheme: dark) {\
.page{background:#141a19!important}.sheet{background:#1d2423!important;border-color:#343c3a!important}\
.ink{color:#ecebe7!important}.soft{color:#b9bfbb!important}.edge{border-color:#5a6462!important}\
.link{color:#86d8bb!important}}\
@media (max-width:480px){.pad{padding:20px!important}}";
const FONT: &str =
    "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.6;";
const PARAGRAPH: &str = "margin:0 0 16px;color:#17211f;";
const SMALL: &str = "margin:0 0 6px;font-size:13px;color:#56605d;";
const PICTURE: &str = "display:block;max-width:100%;height:auto;border:0;border-radius:8px;";
/// Points between the edges of the sheet; some programs know no `max-width`.
const WIDE: usize = 534;
const QUOTE: &str = "margin:0 0 16px;padding:0 0 0 12px;border-left:3px solid #c9c8c2;color:#56605d;font-size:14px;";

/// The whole HTML document of a mail.
pub(super) fn page(mail: &Outgoing) -> String {
    let language = mail.language.code();
    let document = html! {
        (DOCTYPE)
        html lang=(language) dir="ltr" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="supported-color-schemes" content="light dark";
                title { (mail.subject) }
                style { (PreEscaped(ENHANCEMENT)) }
            }
            body class="page" style="margin:0;padding:0;background:#f6f5f1;" {
                div role="main" lang=(language) style=(FONT) { (layout(mail)) }
            }
        }
    };
    document.into_string()
}

fn layout(mail: &Outgoing) -> Markup {
    html! {
        table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="page" style="background:#f6f5f1;" {
            tr { td align="center" style="padding:24px 12px;" {
                table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;text-align:left;" {
                    @if let Some(line) = &mail.frame.reply_line {
                        tr { td class="soft" style="padding:0 4px 12px;font-size:13px;color:#56605d;" { (line) } }
                    }
                    tr { td class="sheet pad" style="background:#ffffff;border:1px solid #e4e2dc;border-radius:12px;padding:32px;" {
                        (text(&mail.text))
                        (pictures(mail))
                        @if !mail.signature.trim().is_empty() { (signature(&mail.signature)) }
                    } }
                    tr { td style="padding:16px 4px 0;" { (below(mail)) } }
                }
            } }
        }
    }
}

fn text(text: &str) -> Markup {
    html! { @for block in blocks(text) { (shown(&block)) } }
}

fn shown(block: &Block<'_>) -> Markup {
    match block {
        Block::Paragraph(lines) => html! { p class="ink" style=(PARAGRAPH) { (joined(lines)) } },
        Block::Bullets(items) => html! {
            ul class="ink" style="margin:0 0 16px;padding:0 0 0 24px;color:#17211f;" { @for item in items { li { (linked(item)) } } }
        },
        Block::Numbers(first, items) => html! {
            ol class="ink" start=(first) style="margin:0 0 16px;padding:0 0 0 24px;color:#17211f;" {
                @for item in items { li { (linked(item)) } }
            }
        },
        Block::Quote(lines) => html! { blockquote class="edge soft" style=(QUOTE) { (joined(lines)) } },
    }
}

fn pictures(mail: &Outgoing) -> Markup {
    html! {
        @for (at, picture) in mail.pictures.iter().enumerate() {
            p class="ink" style=(PARAGRAPH) {
                img src={ "cid:" (content_id(mail, at)) } alt=(one_line(&picture.alt)) width=(picture.width.min(WIDE)) style=(PICTURE);
            }
        }
    }
}

fn signature(signature: &str) -> Markup {
    let lines: Vec<&str> = signature.lines().collect();
    html! { p class="soft" style="margin:20px 0 0;color:#56605d;" { (joined(&lines)) } }
}

fn below(mail: &Outgoing) -> Markup {
    html! {
        @if let Some(quote) = &mail.frame.quote {
            p class="soft" style=(SMALL) { (joined(&quote.introduction.lines().collect::<Vec<_>>())) }
            blockquote class="edge soft" style=(QUOTE) { (joined(&quote.text.lines().collect::<Vec<_>>())) }
        }
        @if let Some(footer) = &mail.frame.footer {
            p class="soft" style="margin:18px 0 0;font-size:13px;color:#56605d;" { (joined(&footer.lines().collect::<Vec<_>>())) }
        }
    }
}

fn joined(lines: &[&str]) -> Markup {
    html! { @for (number, line) in lines.iter().enumerate() { @if number > 0 { br; } (linked(line)) } }
}

fn linked(line: &str) -> Markup {
    html! {
        @for span in spans(line) {
            @match span {
                Span::Text(text) => (text),
                Span::Link(shown, target) => a class="link" href=(target) rel="noopener nofollow" style="color:#0b6450;" { (shown) },
            }
        }
    }
}
