//! Hostile HTML, made by rules: whatever comes in, what comes out is on our lists, and stays so when it is
//! read and printed again by an HTML parser (T10, T11, T13, T14).

use std::collections::HashSet;
use std::time::Duration;

use conversations::document::{Block, Document, Inline, Source};
use proptest::prelude::*;

use super::super::scan::{Scanner, Tag, Token};
use super::super::{document, document_of_bytes, original, original_of_bytes, style};
use crate::email::parse::tests::cpu_time;

/// Pictures as the desk gives them addresses.
fn at_ours(source: &Source) -> Option<String> {
    matches!(source, Source::Part(_)).then(|| "/picture".to_owned())
}

/// Reads and prints as an HTML parser does, keeping what would be dangerous if it were there.
fn printed_again(html: &str) -> String {
    let elements: Vec<&str> =
        "script style svg math iframe form input button object embed base meta link noscript template \
        title mtext mglyph annotation-xml foreignObject desc set animate img a p div table td tr tbody \
        b select option textarea xmp plaintext"
            .split(' ')
            .collect();
    let mut parser = ammonia::Builder::empty();
    parser
        .tags(elements.into_iter().collect())
        .clean_content_tags(HashSet::new())
        .generic_attributes(
            ["src", "href", "style", "onerror", "onload", "srcdoc", "action", "xlink:href", "title", "alt"]
                .into_iter()
                .collect(),
        )
        .generic_attribute_prefixes(HashSet::from(["on", "data"]))
        .url_schemes(HashSet::from(["http", "https", "javascript", "data", "mailto", "tel"]))
        .link_rel(None);
    parser.clean(html).to_string()
}

/// Names everything in the HTML that must not be in it.
fn dangers(html: &str) -> Vec<String> {
    let elements: Vec<&str> =
        "a abbr address article aside b big blockquote br caption center cite code col colgroup dd del \
        div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins li ol p pre q \
        s small span strike strong sub sup table tbody td th tr u ul"
            .split(' ')
            .collect();
    let attributes: Vec<&str> =
        "align bgcolor border cellpadding cellspacing color colspan dir face height lang nowrap rowspan \
        size span start title valign width style href src alt target rel"
            .split(' ')
            .collect();
    let check = |tag: &Tag| -> Vec<String> {
        let mut found = Vec::new();
        if !elements.contains(&tag.name.as_str()) {
            found.push(format!("<{}>", tag.name));
        }
        for (name, value) in tag.attributes() {
            let good = attributes.contains(&name)
                && match name {
                    "href" => ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| value.starts_with(scheme)),
                    "src" => value == "/picture",
                    "style" => {
                        style::clean(value) == value.replace([' '], "")
                            || !value.contains(['(', '\\', '@'])
                            || value.contains("rgb(")
                    }
                    _ => true,
                };
            if !good {
                found.push(format!("{name}={value}"));
            }
        }
        found
    };
    Scanner::new(html)
        .filter_map(|token| match token {
            Token::Open(tag) => Some(check(&tag)),
            _ => None,
        })
        .flatten()
        .collect()
}

fn stays_clean(html: &str) {
    let mut out = original(html, &at_ours);
    for round in 0..4 {
        assert_eq!(dangers(&out), Vec::<String>::new(), "round {round} of {html}\n{out}");
        out = printed_again(&out);
    }
    is_ours(&document(html), html);
}

/// Whether the document holds only what its types promise.
fn is_ours(document: &Document, html: &str) {
    fn words(line: &[Inline], within: bool, html: &str) {
        for piece in line {
            match piece {
                Inline::Text(text) | Inline::Strong(text) | Inline::Emphasis(text) => {
                    assert!(
                        !text.contains(|c: char| c.is_control() || ('\u{202A}'..='\u{202E}').contains(&c)),
                        "{html}"
                    );
                }
                Inline::Link { to, words: inner } => {
                    assert!(!within, "a link in a link: {html}");
                    assert!(
                        ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| to.starts_with(scheme)),
                        "{html}"
                    );
                    words(inner, true, html);
                }
                Inline::Picture { source: Source::Remote(to), .. } => {
                    assert!(to.starts_with("https://") || to.starts_with("http://"), "{html}");
                }
                Inline::Picture { .. } | Inline::Break => {}
            }
        }
    }
    fn all(blocks: &[Block], depth: usize, html: &str) {
        assert!(depth <= 60, "too deep: {html}");
        for block in blocks {
            match block {
                Block::Paragraph(line) => words(line, false, html),
                Block::List { items, .. } => items.iter().for_each(|item| all(item, depth + 1, html)),
                Block::Quote(inner) | Block::Fold(_, inner) => all(inner, depth + 1, html),
                Block::Rows(rows) => rows.iter().flatten().for_each(|cell| words(&cell.words, false, html)),
                Block::Pre(_) | Block::Rule => {}
            }
        }
    }
    all(&document.blocks, 0, html);
}

#[test]
fn nothing_runs_navigates_or_submits() {
    for html in [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<body onload=alert(1) background=https://evil.example/x>",
        "<a href=javascript:alert(1)>x</a><a href='java&#10;script:alert(1)'>x</a><a href='&#x6A;avascript:alert(1)'>x</a>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe><iframe src=https://evil.example></iframe>",
        "<meta http-equiv=refresh content='0;url=https://evil.example'><base href=https://evil.example>",
        "<form action=https://evil.example><input name=x><button formaction=javascript:alert(1)>x</button></form>",
        "<object data=data:text/html,x></object><embed src=x><applet code=x></applet>",
        "<svg onload=alert(1)><script>1</script></svg><math href=javascript:alert(1)>x</math>",
        "<link rel=stylesheet href=https://evil.example/x.css><style>@import 'https://evil.example/x'</style>",
        "<video poster=https://evil.example/x><source src=x></video><audio src=x autoplay>",
        "<img srcset='https://evil.example/x 2x'><picture><source srcset=https://evil.example/x></picture>",
        "<table background=https://evil.example/x><td background=x style='background:url(https://evil.example)'>",
        "<div style='background-image:url(https://evil.example/x);position:fixed;top:0'>x</div>",
        "<p style=\"font-family:x;src:url('https://evil.example')\">x</p><a ping=https://evil.example href=https://a.example>x</a>",
        "<details ontoggle=alert(1) open><summary>x</summary></details><marquee onstart=alert(1)>",
        "<isindex type=image src=1 onerror=alert(1)><keygen autofocus onfocus=alert(1)>",
        "<a href=https://a.example target=_top rel=opener>x</a>",
    ] {
        stays_clean(html);
        let out = original(html, &at_ours);
        assert!(!out.contains("evil.example") && !out.contains("alert"), "{html} → {out}");
    }
    let link = original("<a href=https://a.example target=_top rel=opener>x</a>", &at_ours);
    assert_eq!(link, "<a href=\"https://a.example/\" target=\"_blank\" rel=\"noopener noreferrer nofollow\">x</a>");
}

/// T11: what becomes dangerous only when it is read again. Every frame of foreign or raw content around every
/// breaker, around every payload.
#[test]
fn mutations_stay_clean_however_often_they_are_read() {
    let frames = [
        ("<svg>", "</svg>"),
        ("<math>", "</math>"),
        ("<math><mtext>", "</mtext></math>"),
        ("<math><annotation-xml encoding=\"text/html\">", "</annotation-xml></math>"),
        ("<svg><foreignObject>", "</foreignObject></svg>"),
        ("<svg><desc>", "</desc></svg>"),
        ("<svg><title>", "</title></svg>"),
        ("<noscript>", "</noscript>"),
        ("<template>", "</template>"),
        ("<table>", "</table>"),
        ("<select>", "</select>"),
        ("<form><math><mtext></form><form>", "</form>"),
        ("<p>", "</p>"),
        ("", ""),
    ];
    let breakers = [
        "",
        "<style>",
        "<title>",
        "<textarea>",
        "<xmp>",
        "<iframe>",
        "<!--",
        "<a title=\"",
        "<mglyph><style>",
        "</p>",
        "<![CDATA[",
    ];
    let payloads = [
        "<img src=x onerror=alert(1)>",
        "</style><img src=x onerror=alert(1)>",
        "--><script>alert(1)</script>",
        "</title><svg onload=alert(1)>",
        "\"><img src=x onerror=alert(1)>",
        "<set attributeName=href to=javascript:alert(1)>",
        "<animate onbegin=alert(1)>",
        "]]><a href=javascript:alert(1)>x</a>",
        "</textarea></xmp></iframe></noscript><iframe srcdoc=x>",
    ];
    let mut cases = 0;
    for (before, after) in frames {
        for breaker in breakers {
            for payload in payloads {
                stays_clean(&format!("{before}{breaker}{payload}{after}"));
                cases += 1;
            }
        }
    }
    assert!(cases >= 1_000, "{cases}");
}

#[test]
fn remote_pictures_stand_only_where_the_desk_says() {
    let html = "<img src=https://t.example/a.png alt=Logo><img src=https://t.example/t.gif width=1 height=1><img src=cid:x width=20 style='width:20px'>";
    let without = original(html, &at_ours);
    assert_eq!(without, "Logo<img src=\"/picture\" alt=\"\" width=\"20\" style=\"width:20px\">");
    let with = original(html, &|source| match source {
        Source::Remote(url) => Some(format!("/remote?u={url}")),
        Source::Part(_) => Some("https://evil.example/x".to_owned()),
    });
    assert!(
        with.contains("<img src=\"/remote?u=https://t.example/a.png\" alt=\"Logo\">") && !with.contains("t.gif"),
        "{with}"
    );
    assert!(!with.contains("evil.example"), "an address that is not ours: {with}");
}

#[test]
fn looks_that_do_no_harm_are_kept() {
    let html = "<table width=600 bgcolor=#ffffff><tr><td align=center style=\"color:RED;padding:4px\"><font face=Arial>Hei</font></td></tr></table>";
    let out = original(html, &at_ours);
    for part in [
        "width=\"600\"",
        "bgcolor=\"#ffffff\"",
        "align=\"center\"",
        "color:red",
        "padding:4px",
        "face=\"Arial\"",
        "Hei",
    ] {
        assert!(out.contains(part), "{part} is missing in {out}");
    }
}

#[test]
fn hostile_html_costs_no_more_than_reading_it() {
    let before = cpu_time();
    for piece in [
        "<a ",
        "<!--",
        "<a \"",
        "<a =\"",
        "<a b='",
        "<div style=\"display:none\">",
        "&",
        "&lt;",
        "&#",
        "<blockquote>x",
        "</",
        "<script>",
        "<ul><li>",
        "<p>",
        "<b>",
        "<b x=1><i>",
        "<table><td>",
        "<a href=https://a.example>",
        "</b>",
        "<font size=1>a<p>",
        "<div class=gmail_quote>",
        "<hr id=stopSpelling>",
        "<svg>",
        "x<br>",
        "<pre>",
        "> ",
        "--<br>",
        "On x wrote:<br>",
    ] {
        let html = piece.repeat(100_000 / piece.len());
        let _ = (document(&html), original(&html, &at_ours));
    }
    let many: String = (0..20_000).map(|n| format!(" a{n}=b")).collect();
    let _ = (document(&format!("<p{many}>")), original(&format!("<p{many}>"), &at_ours));
    let fonts: String = (0..10_000).map(|n| format!("<font size={n}>")).collect();
    let _ = original(&(fonts + &"<p>x".repeat(10_000)), &at_ours);
    assert!(cpu_time() - before < Duration::from_secs(30), "{:?}", cpu_time() - before);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn whatever_the_bytes_are_nothing_breaks(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        document_of_bytes(&bytes);
        original_of_bytes(&bytes);
    }

    #[test]
    fn whatever_is_put_together_stays_clean(pieces in proptest::collection::vec(0_usize..28, 0..40)) {
        const PIECES: [&str; 28] = [
            "<svg>", "<math>", "</math>", "<style>", "</style>", "<table>", "<td>", "</table>", "<p>", "</p>", "<a href='https://a.example'>",
            "<a href=javascript:x>", "</a>", "<img src=x onerror=y>", "<img src=https://b.example/c>", "<blockquote>", "</blockquote>", "<ul><li>",
            "<!--", "-->", "words ", "\"", "'", ">", "<div style='color:red;background:url(x)'>", "</div>", "<annotation-xml>", "<title>",
        ];
        let html: String = pieces.iter().map(|at| PIECES[*at]).collect();
        stays_clean(&html);
    }
}
