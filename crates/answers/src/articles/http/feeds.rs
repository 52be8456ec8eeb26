//! What programs read: the Atom feed, the map of the site, and where robots may go.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use base::Instant;
use platform::Platform;
use platform::web::errors::Error;

use super::help::{Hall, kept};
use super::language;
use crate::articles::model::Reader;
use crate::articles::store;

/// Articles of a feed.
const IN_FEED: i64 = 30;
/// Pages of a site map; more need a second one.
const IN_MAP: i64 = 50_000;

/// Text as XML holds it; what XML cannot hold is left out.
fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() && !matches!(c, '\n' | '\t') => {}
            c => out.push(c),
        }
    }
    out
}

fn sent(headers: &HeaderMap, kind: &'static str, text: String) -> Response {
    let bytes = text.clone();
    let whole = ([(header::CONTENT_TYPE, HeaderValue::from_static(kind))], text).into_response();
    kept(headers, whole, bytes.as_bytes())
}

/// `GET /help/{lang}/feed.xml`: what was published last, for everybody.
///
/// # Errors
/// When there is no such language, or the tables cannot be read; so for all here.
pub async fn feed(State(p): State<Platform>, headers: HeaderMap, Path(lang): Path<String>) -> Result<Response, Error> {
    let (mut conn, hall) = Hall::of(&p, &headers, language(&lang)?).await?;
    // A feed is read by programs: what is for customers alone is in none.
    let all = store::newest(&mut conn, Reader::Stranger, hall.language(), IN_FEED).await?;
    drop(conn);
    let (site, root) = (&hall.site, hall.root());
    let newest = all.first().map_or(Instant::UNIX_EPOCH, |one| one.at);
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
         <id>{site}{root}</id>\n<title>{}</title>\n<updated>{newest}</updated>\n<author><name>{}</name></author>\n\
         <link rel=\"self\" href=\"{site}{root}/feed.xml\"/>\n<link href=\"{site}{root}\"/>\n",
        hall.language().code(),
        xml(&format!("{} · {}", hall.say.text("help-title"), hall.business.name)),
        xml(&hall.business.name),
    );
    for one in &all {
        text.push_str(&format!(
            "<entry><id>{site}/help/{}</id><title>{}</title><link href=\"{site}{root}/{}\"/><updated>{}</updated>\
             <summary>{}</summary></entry>\n",
            one.id,
            xml(&one.draft.title),
            one.address,
            one.at,
            xml(&one.draft.summary),
        ));
    }
    text.push_str("</feed>\n");
    Ok(sent(&headers, "application/atom+xml; charset=utf-8", text))
}

/// `GET /sitemap.xml`: every page that everybody may read.
///
/// # Errors
/// See [`feed`].
pub async fn site_map(State(p): State<Platform>, headers: HeaderMap) -> Result<Response, Error> {
    let all = store::whole_site(&mut p.db.read().await?, IN_MAP).await?;
    let site = &p.site.url;
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for language in base::Language::ALL {
        text.push_str(&format!("<url><loc>{site}/help/{}</loc></url>\n", language.code()));
    }
    for (language, address, at) in all {
        let code = language.code();
        text.push_str(&format!("<url><loc>{site}/help/{code}/{address}</loc><lastmod>{at}</lastmod></url>\n"));
    }
    text.push_str("</urlset>\n");
    Ok(sent(&headers, "application/xml; charset=utf-8", text))
}

/// `GET /robots.txt`: into the help centre and the community, which shows what it may, and nowhere else.
pub async fn robots(State(p): State<Platform>, headers: HeaderMap) -> Response {
    let text = format!(
        "User-agent: *\nDisallow: /\nAllow: /help\nAllow: /contact\nAllow: /assets/\nAllow: /logo/\n\
         Allow: /community\nDisallow: /community/ask\nDisallow: /community/me\n\
         Disallow: /help/*/search\nDisallow: /help/*/suggest\n\nSitemap: {}/sitemap.xml\n",
        p.site.url
    );
    sent(&headers, "text/plain; charset=utf-8", text)
}

#[cfg(test)]
mod tests {
    use super::xml;

    #[test]
    fn what_xml_cannot_hold_is_left_out() {
        assert_eq!(xml("a & b <c> \"d\"\u{0}\u{8}\u{ffff}\n"), "a &amp; b &lt;c&gt; &quot;d&quot;\n");
    }
}
