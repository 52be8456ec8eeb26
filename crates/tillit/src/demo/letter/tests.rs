//! Letters, as mail programs write them.

use mail_parser::{MessageParser, MimeHeaders as _};

use super::*;

fn letter(program: Program, language: Language) -> Letter {
    Letter {
        plot: PlotId(3),
        from_name: "Åse Ødegård".to_owned(),
        from_address: "ase@post.example".to_owned(),
        program,
        language,
        subject: "Re: Hvor er pakken 📦?".to_owned(),
        text: "Hei!\n\n1 < 2 & ferdig.".to_owned(),
        message_id: "00ff.3.1@post.example".to_owned(),
        link: Link::Ours(0),
        form: Form::Usual,
        files: Vec::new(),
        at: "2026-11-16T09:26:00Z".parse().expect("an instant"),
    }
}

fn ours() -> OurMail {
    OurMail {
        from_name: "Jonas Åkerlind".to_owned(),
        from_address: "hjelp@brekkesund.example".to_owned(),
        to: "ase@post.example".to_owned(),
        message_id: "out1@brekkesund.example".to_owned(),
        reply_to: "hjelp+abc@brekkesund.example".to_owned(),
        subject: "Sv: Hvor er pakken 📦?".to_owned(),
        text: "Hei Åse.\n\nDen kommer i morgen.".to_owned(),
        references: vec!["00ff.3.0@post.example".to_owned()],
        at: "2026-11-16T08:00:00Z".parse().expect("an instant"),
    }
}

#[test]
fn an_answer_goes_to_our_reply_address_and_names_the_thread() {
    let bytes = letter(Program::Outlook, Language::Nb).bytes(Some(&ours()));
    let mail = MessageParser::default().parse(&bytes).expect("a mail");
    assert_eq!(mail.subject(), Some("SV: Hvor er pakken 📦?"));
    assert_eq!(mail.in_reply_to().as_text(), Some("out1@brekkesund.example"));
    let line: Vec<&str> = mail.references().as_text_list().expect("a list").iter().map(AsRef::as_ref).collect();
    assert_eq!(line, ["00ff.3.0@post.example", "out1@brekkesund.example"]);
    let to = mail.to().and_then(|to| to.first()).and_then(|to| to.address());
    assert_eq!(to, Some("hjelp+abc@brekkesund.example"));
    assert_eq!(mail.date().map(|date| date.to_rfc3339()).as_deref(), Some("2026-11-16T10:26:00+01:00"));
    let text = mail.body_text(0).expect("a text");
    assert!(text.contains("Fra: Jonas Åkerlind <hjelp@brekkesund.example>"), "{text}");
    assert!(mail.body_html(0).expect("html").contains("1 &lt; 2 &amp; ferdig."));
}

#[test]
fn every_program_quotes_in_its_own_way_and_language() {
    for (program, language, mark) in [
        (Program::Gmail, Language::Sv, "Den mån 16 nov. 2026 kl 09:00 skrev Jonas"),
        (Program::Gmail, Language::En, "On Mon, 16 Nov 2026 at 08:00, Jonas"),
        (Program::Apple, Language::Da, "> Den 16. nov. 2026 kl. 09.00 skrev Jonas"),
        (Program::Thunderbird, Language::Nb, "Den 16.11.2026 09:00, skrev Jonas Åkerlind:"),
        (Program::Gmail, Language::Id, "Pada Sen, 16 Nov 2026 pukul 15.00"),
        (Program::Plain, Language::En, "> Hei Åse."),
        (Program::Phone, Language::Id, "Dikirim dari ponsel saya"),
    ] {
        let bytes = letter(program, language).bytes(Some(&ours()));
        let mail = MessageParser::default().parse(&bytes).expect("a mail");
        let text = mail.body_text(0).expect("a text");
        assert!(text.contains(mark), "{program:?} {language:?}:\n{text}");
    }
}

#[test]
fn machines_say_that_they_are_machines() {
    for form in [Form::Newsletter, Form::Away, Form::Bounce] {
        let one = Letter { form, ..letter(Program::Gmail, Language::En) };
        let bytes = String::from_utf8(one.bytes(Some(&ours()))).expect("plain letters");
        let marks = ["Auto-Submitted: auto-replied", "List-Id: <"];
        assert!(marks.iter().any(|mark| bytes.contains(mark)), "{bytes}");
        assert_eq!(form == Form::Newsletter, one.envelope_from().is_some());
        if form == Form::Bounce {
            assert!(bytes.contains("multipart/report") && bytes.contains("Status: 5.2.2"), "{bytes}");
            assert!(bytes.contains("Message-ID: <out1@brekkesund.example>"), "{bytes}");
        }
    }
}

#[test]
fn a_mail_with_html_alone_has_no_text_part_and_files_keep_their_names() {
    let files = vec![File::for_word("feilkode-E21.png", 1)];
    let one = Letter { form: Form::HtmlOnly, files, ..letter(Program::Apple, Language::Da) };
    let bytes = one.bytes(None);
    let mail = MessageParser::default().parse(&bytes).expect("a mail");
    assert_eq!(mail.text_bodies().filter(|part| part.is_text_html()).count(), 1);
    assert_eq!(mail.attachments().next().and_then(|part| part.attachment_name()), Some("feilkode-E21.png"));
    let picture = "src=\"cid:feilkode-E21.png@picture.example\"";
    assert!(mail.body_html(0).is_some_and(|html| html.contains(picture)), "the picture stands in the text");
    assert_eq!(bytes, one.bytes(None), "no clock and no chance in the boundaries");
}

#[test]
fn a_torn_mail_still_says_who_wrote_it() {
    let one = Letter {
        form: Form::Torn,
        files: vec![File::for_word("shed.png", 1)],
        from_name: "Tom".to_owned(),
        ..letter(Program::Outlook, Language::En)
    };
    let bytes = one.bytes(None);
    assert!(!String::from_utf8_lossy(&bytes).contains("--torn--"));
    let mail = MessageParser::default().parse(&bytes).expect("a mail");
    assert_eq!(mail.from().and_then(|from| from.first()).and_then(|from| from.address()), Some("ase@post.example"));
    assert!(mail.body_text(0).expect("a text").contains("ferdig"));
}

#[test]
fn lists_and_quotes_are_lists_and_quotes_and_a_sealed_mail_says_nothing() {
    let text = "Hej.\n\n- en\n- to & tre\n\n> Husk kvitteringen".to_owned();
    let one = Letter { form: Form::HtmlOnly, text, ..letter(Program::Apple, Language::Da) };
    let bytes = one.bytes(None);
    let mail = MessageParser::default().parse(&bytes).expect("a mail");
    let html = mail.body_html(0).expect("a text");
    assert!(html.contains("<ul><li>en</li><li>to &amp; tre</li></ul>"), "{html}");
    assert!(html.contains("<blockquote>Husk kvitteringen</blockquote>"), "{html}");
    let sealed = Letter { form: Form::Sealed, ..letter(Program::Thunderbird, Language::Id) };
    let bytes = sealed.bytes(None);
    let read = channels::email::parse::parse(&bytes).expect("a mail");
    assert_eq!(read.warnings, [channels::email::parse::Warning::Encrypted]);
    assert!(!String::from_utf8_lossy(&bytes).contains(&sealed.text));
    assert_eq!(bytes, sealed.bytes(None));
}
