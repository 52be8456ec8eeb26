//! Files of elsewhere, good and broken.

use base::Language;
use proptest::prelude::*;
use serde_json::json;

use super::*;

fn file(path: &str, text: &str) -> File {
    File { path: path.to_owned(), bytes: text.as_bytes().to_vec() }
}

fn one(path: &str, text: &str) -> Found {
    let mut all = read(&[file(path, text)]);
    assert_eq!(all.len(), 1, "{path}");
    all.remove(0).unwrap_or_else(|why| panic!("{path}: {why:?}"))
}

#[test]
fn markdown_tells_its_title_language_category_and_facts() {
    let plain = one("guides/pump-hums.md", "# The pump hums #\r\n\r\nTurn it off.");
    assert_eq!((plain.draft.title.as_str(), plain.draft.body.as_str()), ("The pump hums", "Turn it off."));
    assert_eq!((plain.category.as_str(), plain.language), ("guides", None));
    let named = one("guides/pump.nb.md", "Slå den av.");
    assert_eq!((named.draft.title.as_str(), named.language), ("pump", Some(Language::Nb)));
    let lying = one("sv/guides/pump.md", "Stäng av.");
    assert_eq!((lying.language, lying.category.as_str()), (Some(Language::Sv), "guides"));
    assert_eq!(plain.family.replace("pump-hums", "pump"), named.family, "they are one article");
    assert_eq!(named.family, lying.family);
    let facts = one(
        "a.md",
        "---\ntitle: \"Returns\"\ndescription: Send it back\nauthor: Jonas Berg\ndate: 2024-03-01\ntags: [post, \"money\"]\n\
         lang: da-DK\ncategory: Buying\n---\n# Returns\n\nWithin 60 days.",
    );
    assert_eq!((facts.draft.title.as_str(), facts.draft.summary.as_str()), ("Returns", "Send it back"));
    assert_eq!(facts.draft.body, "Within 60 days.", "the title stands once");
    assert_eq!((facts.author.as_str(), facts.category.as_str()), ("Jonas Berg", "Buying"));
    assert_eq!(facts.tags, ["post", "money"]);
    assert_eq!(facts.language, Some(Language::Da));
    assert_eq!(facts.at.map(|at| at.to_string()).as_deref(), Some("2024-03-01T00:00:00Z"));
}

#[test]
fn html_becomes_markdown() {
    for (html, expected) in [
        ("<h2>How</h2><p>Turn <b>it </b>off.</p>", "## How\n\nTurn **it** off."),
        ("<ol><li>One<li>Two<ul><li>In</ul></ol><p>End", "1. One\n2. Two\n   - In\n\nEnd"),
        ("<ul><li><p>One</p></li></ul>", "- One"),
        ("<a href=\"https://a.example/x y\">here</a>", "[here](https://a.example/x%20y)"),
        ("<script>alert(1)</script><p onclick=x>Hi</p><style>p{}</style>", "Hi"),
        ("<a href=\"javascript:alert(1)\">x</a>", "x"),
        ("<img src=\"img/a.png\" alt=\"A pump\">", "![A pump](img/a.png)"),
        ("<img src=\"https://a.example/a.png\" alt=\"A pump\">", "[A pump](https://a.example/a.png)"),
        ("<img src=\"data:image/png;base64,AAAA\">", ""),
        ("<pre><code>a *b*\n  c</code></pre>", "```\na *b*\n  c\n```"),
        ("<p>5 * 3 &lt; 20 &amp; [x]</p>", "5 \\* 3 < 20 & \\[x\\]"),
        ("<blockquote><p>Said</p></blockquote><p>Then</p>", "> Said\n\nThen"),
        (
            "<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1|2</td><td><p>x</p></td></tr></tbody></table>",
            "| A | B |\n| --- | --- |\n| 1\\|2 | x |",
        ),
        ("<iframe src=\"https://www.youtube.com/embed/abc\"></iframe>", "<https://www.youtube.com/watch?v=abc>"),
    ] {
        assert_eq!(html_to_markdown(html), expected, "{html}");
    }
}

#[test]
fn a_page_of_html_tells_its_title_and_language() {
    let found = one(
        "nb/retur.html",
        "<!doctype html><html lang=\"nb\"><head><title>Retur &amp; bytte</title><script>x</script></head>\
         <body><h1>Retur</h1><p>Send det.</p></body></html>",
    );
    assert_eq!((found.draft.title.as_str(), found.draft.body.as_str()), ("Retur & bytte", "Send det."));
    assert_eq!(found.language, Some(Language::Nb));
}

#[test]
fn broken_files_are_told_of() {
    let rows = read(&[
        File { path: "a.md".into(), bytes: vec![0xff, 0xfe, 0x00] },
        file("b.md", "\n"),
        file("c.json", "{"),
        file("d.json", "{\"x\": 1}"),
        file("e.html", "<html lang=\"fr\"><body>Bonjour</body></html>"),
        file("picture.png", "x"),
        file("__MACOSX/a.md", "x"),
    ]);
    let why: Vec<_> = rows.into_iter().map(|row| row.expect_err("broken")).collect();
    assert_eq!(
        why,
        [
            ("a.md".to_owned(), Unfit::NoText),
            ("b.md".to_owned(), Unfit::Empty),
            ("e.html".to_owned(), Unfit::Language),
            ("c.json".to_owned(), Unfit::Damaged),
            ("d.json".to_owned(), Unfit::Unknown),
        ]
    );
}

#[test]
fn zendesk_gives_articles_with_translations() {
    let articles = json!({ "articles": [{
        "id": 7, "locale": "en-us", "source_locale": "en-us", "title": "The pump", "body": "<p>Turn it.</p>",
        "section_id": 3, "author_id": 5, "label_names": ["pump"], "updated_at": "2023-05-06T07:08:09Z",
        "html_url": "https://help.example/7",
    }, { "id": 8, "locale": "fr", "title": "La pompe", "body": "<p>Oui</p>" }, { "id": 9, "title": "Empty", "body": "" }],
        "sections": [{ "id": 3, "name": "Valves", "category_id": 1 }] });
    let others = json!({ "translations": [
            { "source_id": 7, "locale": "en-us", "title": "The pump", "body": "<p>Turn it.</p>" },
            { "source_id": 7, "locale": "sv", "title": "Pumpen", "body": "<p>Vrid.</p>" }],
        "categories": [{ "id": 1, "name": "Water" }], "users": [{ "id": 5, "name": "Jonas Berg", "email": "jonas@a.example" }] });
    let rows = read(&[file("articles.json", &articles.to_string()), file("others.json", &others.to_string())]);
    let found: Vec<&Found> = rows.iter().filter_map(|row| row.as_ref().ok()).collect();
    assert_eq!(found.len(), 2, "{rows:?}");
    assert_eq!((found[0].language, found[1].language), (Some(Language::En), Some(Language::Sv)));
    assert_eq!(found[0].family, found[1].family);
    assert_eq!((found[0].category.as_str(), found[0].author.as_str()), ("Water", "jonas@a.example"));
    assert_eq!((found[0].source.as_str(), found[0].tags.len()), ("https://help.example/7", 1));
    assert!(found[0].at.is_some() && found[0].is_original && !found[1].is_original);
    let why: Vec<Unfit> = rows.iter().filter_map(|row| row.as_ref().err().map(|(_, why)| *why)).collect();
    assert_eq!(why, [Unfit::Language, Unfit::Empty]);
}

#[test]
fn zammad_gives_the_tables_of_its_knowledge_base() {
    let export = json!({
        "Locale": { "1": { "id": 1, "locale": "en-us" }, "2": { "id": 2, "locale": "da-dk" } },
        "KnowledgeBaseLocale": { "4": { "id": 4, "system_locale_id": 1, "primary": true }, "5": { "id": 5, "system_locale_id": 2 } },
        "KnowledgeBaseCategoryTranslation": { "1": { "id": 1, "category_id": 2, "title": "Water" } },
        "KnowledgeBaseAnswer": { "9": { "id": 9, "category_id": 2 } },
        "KnowledgeBaseAnswerTranslation": {
            "11": { "id": 11, "answer_id": 9, "kb_locale_id": 5, "title": "Pumpen", "content_id": 21 },
            "10": { "id": 10, "answer_id": 9, "kb_locale_id": 4, "title": "The pump", "content_id": 20, "updated_at": "2023-05-06T07:08:09Z" },
        },
        "KnowledgeBaseAnswerTranslationContent": { "20": { "id": 20, "body": "<div>Turn it.</div>" }, "21": { "id": 21, "body": "Drej." } },
    });
    let rows = read(&[file("kb.json", &export.to_string())]);
    let found: Vec<&Found> = rows.iter().map(|row| row.as_ref().expect("fits")).collect();
    assert_eq!(found.iter().map(|one| one.draft.title.as_str()).collect::<Vec<_>>(), ["The pump", "Pumpen"]);
    assert_eq!((found[0].language, found[1].language), (Some(Language::En), Some(Language::Da)));
    assert_eq!((found[0].draft.body.as_str(), found[0].category.as_str()), ("Turn it.", "Water"));
    assert_eq!(found[0].family, found[1].family);
}

proptest! {
    #[test]
    fn nothing_that_comes_breaks_it(html in "[<>/a-z\"'= |&;#\\n\\[\\]*`{}-]{0,200}", json in "[\\[\\]{}\":,a-z0-9]{0,80}") {
        let _ = html_to_markdown(&html);
        let _ = read(&[file("a.html", &html), file("b.md", &html), file("c.json", &json)]);
    }
}
