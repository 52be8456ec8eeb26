//! How mail programs quote what they answer, in five languages. Texts only; builds no mail.

use base::Language;
use jiff::Zoned;

use super::cast::Program;
use super::ledger::OurMail;
use super::times;

/// The earlier mail as it hangs under (or over) an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quote {
    /// As text.
    pub text: String,
    /// As HTML.
    pub html: String,
    /// Whether the answer stands below the quote.
    pub answer_below: bool,
}

/// What `program` adds to an answer to `ours`.
#[must_use]
pub fn quote(program: Program, language: Language, ours: &OurMail) -> Quote {
    let when = ours.at.to_zoned(times::zone(language));
    let body = ours.text.trim();
    let (marked, block) = (marked(body), html_lines(body));
    match program {
        Program::Phone => Quote::default(),
        Program::Plain => {
            let head: Vec<&str> = marked.lines().take(4).collect();
            Quote { text: head.join("\n"), html: String::new(), answer_below: true }
        }
        Program::Outlook => outlook(language, ours, &when),
        Program::Gmail => {
            let line = gmail_line(language, ours, &when);
            Quote {
                text: format!("{line}\n\n{marked}"),
                html: format!(
                    "<div class=\"gmail_quote\"><div dir=\"ltr\" class=\"gmail_attr\">{}<br></div>\
                     <blockquote class=\"gmail_quote\" style=\"margin:0 0 0 .8ex;border-left:1px solid #ccc;\
                     padding-left:1ex\">{block}</blockquote></div>",
                    escape(&line)
                ),
                answer_below: false,
            }
        }
        Program::Apple => {
            let line = apple_line(language, ours, &when);
            Quote {
                text: format!("{}\n{marked}", marked_line(&line)),
                html: format!(
                    "<div><br><blockquote type=\"cite\"><div>{}</div><br><div>{block}</div></blockquote></div>",
                    escape(&line)
                ),
                answer_below: false,
            }
        }
        Program::Thunderbird => {
            Quote { text: format!("{}\n{marked}", plain_line(language, ours, &when)), ..Quote::default() }
        }
    }
}

/// What telephones write under every mail.
#[must_use]
pub fn phone_line(language: Language) -> &'static str {
    match language {
        Language::En => "Sent from my phone",
        Language::Nb => "Sendt fra mobilen",
        Language::Sv => "Skickat från mobilen",
        Language::Da => "Sendt fra min telefon",
        Language::Id => "Dikirim dari ponsel saya",
    }
}

/// The mark before the subject of an answer.
#[must_use]
pub fn answer_mark(program: Program, language: Language) -> &'static str {
    match (program, language) {
        (Program::Outlook, Language::Nb | Language::Sv | Language::Da) => "SV: ",
        (Program::Apple | Program::Phone, Language::Nb | Language::Sv | Language::Da) => "Sv: ",
        (Program::Outlook, _) => "RE: ",
        _ => "Re: ",
    }
}

fn marked(body: &str) -> String {
    let lines: Vec<String> = body.lines().map(marked_line).collect();
    lines.join("\n")
}

fn marked_line(line: &str) -> String {
    if line.is_empty() { ">".to_owned() } else { format!("> {line}") }
}

/// Text as HTML lines.
#[must_use]
pub fn html_lines(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(escape).collect();
    lines.join("<br>\n")
}

/// Text as HTML.
#[must_use]
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn sender(ours: &OurMail) -> String {
    format!("{} <{}>", ours.from_name, ours.from_address)
}

fn short_month(when: &Zoned, language: Language) -> &'static str {
    const NAMES: [[&str; 12]; 4] = [
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
        ["jan.", "feb.", "mars", "apr.", "mai", "juni", "juli", "aug.", "sep.", "okt.", "nov.", "des."],
        ["jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec."],
        ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"],
    ];
    let row = match language {
        Language::En => NAMES[0],
        Language::Nb => NAMES[1],
        Language::Sv | Language::Da => NAMES[2],
        Language::Id => NAMES[3],
    };
    row.get(usize::try_from(when.month() - 1).unwrap_or(0)).copied().unwrap_or(row[0])
}

fn short_day(when: &Zoned, language: Language) -> String {
    times::weekday_name(when.weekday(), language).chars().take(3).collect()
}

fn gmail_line(language: Language, ours: &OurMail, when: &Zoned) -> String {
    let (day, month, who) = (short_day(when, language), short_month(when, language), sender(ours));
    let (date, year, hour, minute) = (when.day(), when.year(), when.hour(), when.minute());
    match language {
        Language::En => format!("On {day}, {date} {month} {year} at {hour:02}:{minute:02}, {who} wrote:"),
        Language::Nb => format!("{day}. {date}. {month} {year} kl. {hour:02}:{minute:02} skrev {who}:"),
        Language::Sv => format!("Den {day} {date} {month} {year} kl {hour:02}:{minute:02} skrev {who}:"),
        Language::Da => format!("Den {day}. {date}. {month} {year} kl. {hour:02}.{minute:02} skrev {who}:"),
        Language::Id => format!("Pada {day}, {date} {month} {year} pukul {hour:02}.{minute:02} {who} menulis:"),
    }
}

fn apple_line(language: Language, ours: &OurMail, when: &Zoned) -> String {
    let (month, who) = (short_month(when, language), sender(ours));
    let (date, year, hour, minute) = (when.day(), when.year(), when.hour(), when.minute());
    match language {
        Language::En => format!("On {date} {month} {year}, at {hour:02}:{minute:02}, {who} wrote:"),
        Language::Nb => format!("{date}. {month} {year} kl. {hour:02}:{minute:02} skrev {who}:"),
        Language::Sv => format!("{date} {month} {year} kl. {hour:02}:{minute:02} skrev {who}:"),
        Language::Da => format!("Den {date}. {month} {year} kl. {hour:02}.{minute:02} skrev {who}:"),
        Language::Id => format!("Pada {date} {month} {year}, pukul {hour:02}.{minute:02}, {who} menulis:"),
    }
}

fn plain_line(language: Language, ours: &OurMail, when: &Zoned) -> String {
    let (date, month, year) = (when.day(), when.month(), when.year());
    let (hour, minute, who) = (when.hour(), when.minute(), &ours.from_name);
    match language {
        Language::En => format!("On {date:02}/{month:02}/{year} {hour:02}:{minute:02}, {who} wrote:"),
        Language::Nb => format!("Den {date:02}.{month:02}.{year} {hour:02}:{minute:02}, skrev {who}:"),
        Language::Sv => format!("Den {year}-{month:02}-{date:02} kl. {hour:02}:{minute:02}, skrev {who}:"),
        Language::Da => format!("Den {date:02}.{month:02}.{year} kl. {hour:02}.{minute:02} skrev {who}:"),
        Language::Id => format!("Pada {date:02}/{month:02}/{year} {hour:02}.{minute:02}, {who} menulis:"),
    }
}

fn outlook(language: Language, ours: &OurMail, when: &Zoned) -> Quote {
    let words = match language {
        Language::En => ["From:", "Sent:", "To:", "Subject:"],
        Language::Nb | Language::Da => ["Fra:", "Sendt:", "Til:", "Emne:"],
        Language::Sv => ["Från:", "Skickat:", "Till:", "Ämne:"],
        Language::Id => ["Dari:", "Dikirim:", "Kepada:", "Subjek:"],
    };
    let sent = format!(
        "{} {} {} {} {:02}:{:02}",
        times::weekday_name(when.weekday(), language),
        when.day(),
        short_month(when, language),
        when.year(),
        when.hour(),
        when.minute()
    );
    let values = [sender(ours), sent, ours.to.clone(), ours.subject.clone()];
    let text: Vec<String> = words.iter().zip(&values).map(|(word, value)| format!("{word} {value}")).collect();
    let html: Vec<String> =
        words.iter().zip(&values).map(|(word, value)| format!("<b>{word}</b> {}", escape(value))).collect();
    Quote {
        text: format!("{}\n{}\n\n{}", "_".repeat(32), text.join("\n"), ours.text.trim()),
        html: format!(
            "<hr style=\"display:inline-block;width:98%\"><div id=\"divRplyFwdMsg\" dir=\"ltr\">\
             <font face=\"Calibri, sans-serif\">{}</font></div><div>{}</div>",
            html.join("<br>\n"),
            html_lines(ours.text.trim())
        ),
        answer_below: false,
    }
}
