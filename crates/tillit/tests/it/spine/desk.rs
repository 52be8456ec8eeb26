//! A colleague at work, by plain requests: what the desk's forms send, what its pages say.

use std::net::SocketAddr;

use reqwest::header::{CONTENT_TYPE, COOKIE, HeaderMap, LOCATION, ORIGIN, SET_COOKIE};
use reqwest::redirect::Policy;
use reqwest::{Client, Method, RequestBuilder, Response};

use crate::harness::Outcome;
use crate::harness::place::Place;
use crate::harness::wait::wait_until;

/// Somebody signed in, or nobody.
#[derive(Clone)]
pub struct Desk {
    client: Client,
    address: SocketAddr,
    cookie: String,
}

/// A whole answer.
pub struct Page {
    /// Such as 200.
    pub status: u16,
    /// Its header fields.
    pub headers: HeaderMap,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Page {
    /// Reads an answer to its end.
    pub async fn of(answer: Response) -> Outcome<Self> {
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        Ok(Self { status, headers, bytes: answer.bytes().await?.to_vec() })
    }

    /// As text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// One header field, or nothing.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// Where it leads.
    pub fn location(&self) -> &str {
        self.header(LOCATION.as_str())
    }
}

impl Desk {
    /// Nobody in particular.
    pub fn stranger(address: SocketAddr) -> Outcome<Self> {
        // Another test of this process may have done so already.
        let _already = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder().redirect(Policy::none()).no_proxy().build()?;
        Ok(Self { client, address, cookie: String::new() })
    }

    /// A new colleague, let in by the link from the operator's console.
    pub async fn colleague(place: &Place, address: SocketAddr, role: &str, email: &str) -> Outcome<Self> {
        let name = email.split('@').next().unwrap_or_default();
        let arguments = ["user", "add", "--role", role, "--name", name, "--email", email];
        let output = place.tillit(&arguments).output()?;
        if !output.status.success() {
            return Err(format!("no colleague: {}", String::from_utf8_lossy(&output.stderr)).into());
        }
        Self::stranger(address)?.by_link(String::from_utf8(output.stdout)?.trim()).await
    }

    /// Signs in by a link.
    pub async fn by_link(&self, link: &str) -> Outcome<Self> {
        let path = link.splitn(4, '/').nth(3).ok_or("a link with a path")?;
        let page = self.get(&format!("/{path}")).await?;
        self.with_cookie_of(&page)
    }

    /// Whoever this answer makes us.
    pub fn with_cookie_of(&self, page: &Page) -> Outcome<Self> {
        let cookie = page.header(SET_COOKIE.as_str()).split(';').next().filter(|cookie| !cookie.is_empty());
        let cookie = cookie.ok_or_else(|| format!("{} without a cookie: {}", page.status, page.text()))?;
        Ok(self.with_cookie(cookie))
    }

    /// The same browser with this cookie.
    pub fn with_cookie(&self, cookie: &str) -> Self {
        Self { cookie: cookie.to_owned(), ..self.clone() }
    }

    /// The cookie it has.
    pub fn cookie(&self) -> &str {
        &self.cookie
    }

    /// A request with our cookie and nothing else.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.client.request(method, format!("http://{}{path}", self.address));
        if self.cookie.is_empty() { request } else { request.header(COOKIE, &self.cookie) }
    }

    /// Fetches a page.
    pub async fn get(&self, path: &str) -> Outcome<Page> {
        Page::of(self.request(Method::GET, path).send().await?).await
    }

    /// Sends a form as our own pages do.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Outcome<Page> {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.send(path, "application/x-www-form-urlencoded", body).await
    }

    /// Writes to a customer; one file at most.
    pub async fn reply(&self, conversation: &str, body: &str, file: Option<(&str, &str)>) -> Outcome<Page> {
        let mut parts = format!("--edge\r\nContent-Disposition: form-data; name=\"body\"\r\n\r\n{body}\r\n");
        if let Some((name, bytes)) = file {
            parts.push_str(&format!(
                "--edge\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\
                 Content-Type: text/plain\r\n\r\n{bytes}\r\n"
            ));
        }
        parts.push_str("--edge--\r\n");
        self.send(&format!("/conversations/{conversation}/reply"), "multipart/form-data; boundary=edge", parts).await
    }

    async fn send(&self, path: &str, kind: &str, body: String) -> Outcome<Page> {
        let request = self.request(Method::POST, path).header(ORIGIN, format!("http://{}", self.address));
        Page::of(request.header(CONTENT_TYPE, kind).body(body).send().await?).await
    }

    /// The id of the open conversation with this subject, once it is in the inbox.
    pub async fn find(&self, subject: &str) -> Outcome<String> {
        wait_until(format!("{subject:?} in the inbox"), async || {
            let inbox = self.get("/inbox").await?;
            let text = inbox.text();
            let row = text.find(&format!(">{subject}</a>")).map(|at| &text[..at]);
            let link = row.and_then(|row| row.rsplit_once("href=\"/conversations/"));
            Ok(link.and_then(|(_, rest)| rest.split('"').next()).map(str::to_owned))
        })
        .await
    }

    /// The page of a conversation, once it holds this text.
    pub async fn read(&self, conversation: &str, text: &str) -> Outcome<String> {
        wait_until(format!("{text:?} on the page"), async || {
            let page = self.get(&format!("/conversations/{conversation}")).await?.text();
            Ok(page.contains(text).then_some(page))
        })
        .await
    }

    /// How many conversations there are.
    pub async fn count(&self) -> Outcome<usize> {
        for number in 1001.. {
            if self.get(&format!("/c/{number}")).await?.status == 404 {
                return Ok(number - 1001);
            }
        }
        Err("more than there are numbers".into())
    }
}

/// How many messages a conversation's page shows.
pub fn messages(page: &str) -> usize {
    page.matches("<article class=\"msg").count()
}

/// Every value of an attribute `name="…"` that begins like this.
pub fn values<'a>(page: &'a str, name: &str, beginning: &str) -> Vec<&'a str> {
    let begin = format!("{name}=\"");
    let all = page.split(begin.as_str()).skip(1).filter_map(|rest| rest.split('"').next());
    all.filter(|value| value.starts_with(beginning)).collect()
}
