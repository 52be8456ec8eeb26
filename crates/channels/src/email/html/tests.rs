//! Honest HTML as mail programs write it. Hostile HTML has a file of its own.

mod hostile;

use conversations::document::{Block, Document, Fold, Inline, Source};

use super::document;

/// A document as short text, to be read in tests: `p(..)`, `ul[..]`, `quote{..}`, `*strong*`, `/emphasis/`.
fn told(blocks: &[Block]) -> String {
    blocks.iter().map(block).collect::<Vec<_>>().join(" ")
}

fn block(block: &Block) -> String {
    match block {
        Block::Paragraph(words) => format!("p({})", line(words)),
        Block::List { first, items } => {
            let items: Vec<_> = items.iter().map(|item| told(item)).collect();
            format!("{}[{}]", first.map_or("ul".to_owned(), |n| format!("ol{n}")), items.join(" | "))
        }
        Block::Quote(inner) => format!("quote{{{}}}", told(inner)),
        Block::Pre(text) => format!("pre({text})"),
        Block::Rows(rows) => {
            let row = |row: &Vec<conversations::document::Cell>| {
                row.iter()
                    .map(|c| format!("{}{}", if c.head { "!" } else { "" }, line(&c.words)))
                    .collect::<Vec<_>>()
                    .join(" | ")
            };
            format!("rows[{}]", rows.iter().map(row).collect::<Vec<_>>().join(" / "))
        }
        Block::Rule => "rule".to_owned(),
        Block::Fold(Fold::Quote, inner) => format!("FOLD{{{}}}", told(inner)),
        Block::Fold(Fold::Signature, inner) => format!("SIGN{{{}}}", told(inner)),
    }
}

fn line(words: &[Inline]) -> String {
    let piece = |piece: &Inline| match piece {
        Inline::Text(text) => text.clone(),
        Inline::Strong(text) => format!("*{text}*"),
        Inline::Emphasis(text) => format!("/{text}/"),
        Inline::Break => "⏎".to_owned(),
        Inline::Link { to, words } => format!("[{}→{to}]", line(words)),
        Inline::Picture { source: Source::Part(id), alt } => format!("<{id}:{alt}>"),
        Inline::Picture { source: Source::Remote(url), alt } => format!("<{url}:{alt}>"),
    };
    words.iter().map(piece).collect()
}

fn shown(html: &str) -> String {
    told(&document(html).blocks)
}

#[test]
fn words_keep_their_paragraphs_lines_and_stress() {
    for (html, expected) in [
        ("Hei <b>du</b> og <i>deg</i>.", "p(Hei *du *og /deg/.)"),
        ("<p>One</p><p>Two</p>three", "p(One) p(Two) p(three)"),
        ("a<br>b<br/><br />c", "p(a⏎b) p(c)"),
        ("<div>a</div><div>b</div><div><br></div><div>c</div>", "p(a⏎b) p(c)"),
        (
            "<p class=MsoNormal>a</p><p class=MsoNormal>b<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>c</p>",
            "p(a⏎b) p(c)",
        ),
        ("<h1>Big</h1>small", "p(*Big*) p(small)"),
        (
            "a<hr>b, and so much more than stands on anybody's card that nobody takes it for a signature",
            "p(a) rule p(b, and so much more than stands on anybody's card that nobody takes it for a signature)",
        ),
        ("<pre>a  b\n  c</pre>d", "pre(a  b\n  c) p(d)"),
        ("<font color=red>a</font><span style='x'>b</span>", "p(ab)"),
        ("<b>a</b> <b>b</b> c", "p(*a b *c)"),
        ("a\u{202E}b\u{200B}c", "p(abc)"),
        ("<style>x</style><script>y</script><title>z</title>", ""),
        ("<div style='display:none'>preheader</div>Hei", "p(Hei)"),
        ("", ""),
    ] {
        assert_eq!(shown(html), expected, "{html}");
    }
}

#[test]
fn lists_quotes_and_tables_are_what_they_are() {
    for (html, expected) in [
        ("<ul><li>a<li>b<ul><li>c</ul></ul>", "ul[p(a) | p(b) ul[p(c)]]"),
        ("<ol start=3><li>x</li><li><p>y</p></li></ol>", "ol3[p(x) | p(y)]"),
        ("<li>stray", "p(stray)"),
        ("a<blockquote>b<blockquote>c</blockquote></blockquote>d", "p(a) quote{p(b) quote{p(c)}} p(d)"),
        (
            "<table><tr><th>Vare</th><th>Pris</th></tr><tr><td>Telt</td><td>4 290</td></tr></table>",
            "rows[!Vare | !Pris / Telt | 4 290]",
        ),
        ("<table><tr><td>one<td>row</table>", "p(one) p(row)"),
        (
            "<table><tr><td><table><tr><td>a</td></tr></table></td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>",
            "rows[a | b / c | d]",
        ),
        (
            "<table><tr><td><img src=cid:x></td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>",
            "p(<x:>) p(b) p(c) p(d)",
        ),
    ] {
        assert_eq!(shown(html), expected, "{html}");
    }
}

#[test]
fn links_and_pictures_keep_only_where_they_go() {
    let html = "<a href='https://a.example/' class=x onclick=y>Les <b>mer</b></a><a href='javascript:x'>no</a> <a name=x>z</a>";
    assert_eq!(shown(html), "p([Les *mer*→https://a.example/]no z)");
    assert_eq!(
        shown("<a href='https://a.example/'><p>a</p><p>b</p></a>"),
        "p([a→https://a.example/]) p([b→https://a.example/])"
    );
    assert_eq!(shown("<a href=https://a.example/><a href=https://b.example/>b</a>"), "p([b→https://b.example/])");
    let html = "Se <img src=cid:one alt='En  sykkel'> <img src=https://b.example/x.png><img src=data:x><img alt=🙂 src=//c.example/>";
    let found = document(html);
    assert_eq!(told(&found.blocks), "p(Se <one:En sykkel> <https://b.example/x.png:>🙂)");
    assert_eq!((found.remote, found.trackers, found.cut), (1, 0, false));
    let found = document("a<img src=https://b.example/t.gif width=1 height=1><img src=cid:x width=1 height=1>");
    assert_eq!((told(&found.blocks).as_str(), found.remote, found.trackers), ("p(a)", 0, 1));
}

#[test]
fn earlier_mails_and_signatures_are_folded_by_what_mail_programs_say() {
    for (html, expected) in [
        (
            "<div>Takk!</div><br><div class=gmail_quote><div class=gmail_attr>On Mon, Jonas wrote:<br></div><blockquote class=gmail_quote>Hei</blockquote></div>",
            "p(Takk!) FOLD{p(On Mon, Jonas wrote:) quote{p(Hei)}}",
        ),
        (
            "Takk!<div id=appendonsend></div><hr><div id=divRplyFwdMsg><b>Fra:</b> Jonas<br><b>Emne:</b> Re: x</div><div>Hei</div>",
            "p(Takk!) FOLD{quote{rule p(*Fra: *Jonas⏎*Emne: *Re: x⏎Hei)}}",
        ),
        (
            "<p class=MsoNormal>Takk!</p><div><div style='border:none;border-top:solid #E1E1E1 1.0pt'><p class=MsoNormal>From: Jonas</p></div></div><p class=MsoNormal>Hei</p>",
            "p(Takk!) FOLD{quote{p(From: Jonas⏎Hei)}}",
        ),
        ("Takk!<div class=gmail_signature>Kari<br>Lærer</div>", "p(Takk!) SIGN{p(Kari⏎Lærer)}"),
        ("Takk!<pre class=moz-signature>-- \nKari\nLærer</pre>", "p(Takk!) SIGN{p(--⏎Kari⏎Lærer)}"),
        ("<p>Takk!</p><p>-- <br>Kari</p>", "p(Takk!) SIGN{p(--⏎Kari)}"),
        ("<blockquote type=cite>all there is</blockquote>", "quote{p(all there is)}"),
        ("<div class=gmail_quote>all there is</div>", "p(all there is)"),
    ] {
        assert_eq!(shown(html), expected, "{html}");
    }
}

#[test]
fn answers_between_quotes_and_forwarded_mails_stay_to_be_read() {
    let between = "<div class=gmail_quote>On Mon, Jonas wrote:<blockquote>Kommer du?</blockquote><div>Ja!</div><blockquote>Når?</blockquote><div>Klokka to.</div></div>";
    let out = shown(between);
    assert!(out.contains("p(Ja!)") && out.ends_with("p(Klokka to.)") && !out.contains("FOLD{p(Ja"), "{out}");
    let forwarded = "<div>Se under</div><div class=gmail_quote><div>---------- Forwarded message ---------<br>From: Ola</div><div>Sykkelen er ødelagt.</div></div>";
    let out = shown(forwarded);
    assert!(out.contains("Sykkelen er ødelagt.") && !out.contains("FOLD"), "{out}");
}

#[test]
fn what_is_too_much_is_cut_and_said_so() {
    let long = document(&"<p>ord".repeat(100_000));
    assert!(long.cut && long.blocks.len() <= 20_000);
    let long = document(&"ord ".repeat(200_000));
    assert!(long.cut && serde_json::to_string(&long).expect("JSON").len() < 300_000);
    let pictures = document(&"<img src=https://a.example/b.png>".repeat(5_000));
    assert!(pictures.cut && pictures.remote <= 200);
    let deep = document(&format!("{}x", "<blockquote>".repeat(10_000)));
    assert!(serde_json::to_string(&deep).expect("JSON").len() < 2_000);
    assert_eq!(
        Document::from_json(&serde_json::to_string(&deep).expect("JSON")),
        Some(deep),
        "not too deep to be read"
    );
}
