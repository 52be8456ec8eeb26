//! The walker: finds pages by their links, controls by what can be seen, and writes down what is wrong.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::time::{Duration, Instant};

use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::{Key, WebElement};

use super::is_full;
use super::words::Words;
use crate::harness::Outcome;
use crate::harness::browser::Browser;
use crate::journeys::desk::Desk;
use crate::journeys::phone::sideways;

/// Whether the page says, where it can be seen, why something was not taken.
const SAYS_WHY: &str = "return [...document.querySelectorAll('[aria-invalid=true], [role=alert]')] \
    .some(said => { const at = said.getBoundingClientRect(); \
    return said.checkVisibility() && (said.matches('input, select, textarea') || said.textContent.trim()) && at.bottom > 0 && at.top < innerHeight; })";

const SCRIPT: &str = include_str!("page.js");
/// Pages of one kind that are visited: conversations differ, but not all of them, and their words hardly do.
fn of_a_kind(depth: Depth) -> usize {
    if depth == Depth::Whole || is_full() { 2 } else { 1 }
}
/// Addresses of one page that are visited: what is asked of a report can be put together in hundreds of ways. For its
/// words alone fewer will do.
fn variants(depth: Depth) -> usize {
    match depth {
        _ if is_full() => 40,
        Depth::Whole => 5,
        Depth::Words => 3,
    }
}
/// How long a control has until it must have changed something.
const PATIENCE: Duration = Duration::from_millis(2500);
/// How far controls lead to other controls: a menu, its dialog; in the full walk what is in it, too.
fn steps() -> usize {
    if is_full() { 3 } else { 2 }
}
/// How often a control is looked for again when a live page has just replaced it.
const CHANCES: usize = 5;

/// How much is looked at on each page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// Answers, console, words, and whether it fits on a phone.
    Words,
    /// Also axe-core, light and dark, wide and narrow.
    Whole,
}

/// Which pages a walk keeps to: two walks take the time of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// All that links lead to.
    Everything,
    /// All but the settings.
    Desk,
    /// The settings, the business's and one's own.
    Settings,
}

impl Part {
    fn holds(self, kind: &str) -> bool {
        let settings = ["/settings", "/profile"].iter().any(|start| kind.starts_with(start));
        match self {
            Self::Everything => true,
            Self::Desk => !settings,
            Self::Settings => settings,
        }
    }
}

/// One walk by one person.
pub struct Crawl<'a> {
    part: Part,
    desk: &'a Desk,
    browser: Browser,
    email: String,
    password: String,
    words: Words,
    /// One address for each kind of page that was visited.
    kinds: BTreeMap<String, Vec<String>>,
    paths: BTreeSet<String>,
    wrong: BTreeSet<String>,
    /// Texts and their languages that were judged: most stand on every page.
    judged: BTreeSet<(String, String)>,
    /// Makes each address that is filled in a new one.
    filled: usize,
}

#[derive(Deserialize)]
struct Link {
    href: String,
    download: bool,
}

#[derive(Deserialize)]
struct Seen {
    lang: String,
    all: Vec<String>,
}

impl<'a> Crawl<'a> {
    /// Ready to walk as this person, who is signed in unless the walk is before the desk.
    pub fn begin(desk: &'a Desk, browser: Browser, part: Part, email: &str, password: &str) -> Outcome<Self> {
        let (email, password) = (email.to_owned(), password.to_owned());
        let (kinds, paths, wrong) = (BTreeMap::new(), BTreeSet::new(), BTreeSet::new());
        let (words, judged) = (Words::read()?, BTreeSet::new());
        Ok(Self { part, desk, browser, email, password, words, kinds, paths, wrong, judged, filled: 0 })
    }

    /// Visits everything that links lead to from here.
    pub async fn pages(&mut self, start: &str, depth: Depth) -> Outcome {
        let mut waiting = VecDeque::from([self.desk.server.url(start)]);
        while let Some(url) = waiting.pop_front() {
            if self.is_known(&url, depth) || self.is_much_seen(&url, variants(depth)) || !self.part.holds(&kind(&url)) {
                continue;
            }
            self.browser.goto(&url).await?;
            // Where one is led to is the page, whichever address led there.
            let at = self.browser.url().await?;
            if at != url && self.is_known(&at, depth) {
                continue;
            }
            let kind = kind(&at);
            self.kinds.entry(kind.clone()).or_default().push(at);
            let first = self.paths.insert(path_of(&kind).to_owned());
            self.look(&kind, if first { depth } else { Depth::Words }).await?;
            for link in serde_json::from_value::<Vec<Link>>(self.ask("links", &[]).await?)? {
                let url = link.href.split('#').next().unwrap_or_default().to_owned();
                if link.download { self.fetch(&url, depth).await? } else { waiting.push_back(url) }
            }
        }
        Ok(())
    }

    /// Uses every control of one page of each kind.
    pub async fn controls(&mut self) -> Outcome {
        // What is downloaded has no controls.
        let pages = self.kinds.iter().filter(|(kind, _)| !kind.starts_with("file "));
        let pages: Vec<(String, String)> = pages.map(|(kind, urls)| (kind.clone(), urls[0].clone())).collect();
        let mut used = BTreeSet::new();
        // What takes a page away comes last: others lead there, too.
        let mut last: Vec<(String, String, Vec<String>)> = Vec::new();
        for (kind, url) in pages {
            self.open(&url).await?;
            let mut waiting = VecDeque::new();
            for control in self.names("controls").await? {
                if used.insert(place(&kind, &control)) {
                    waiting.push_back(vec![control]);
                }
            }
            let keys = self.names("keys").await?;
            while let Some(path) = waiting.pop_front() {
                if path.last().is_some_and(|control| control.contains("/delete|")) {
                    last.push((kind.clone(), url.clone(), path));
                    continue;
                }
                for control in self.use_control(&kind, &url, &path).await? {
                    if path.len() < steps() && used.insert(place(&kind, &control)) {
                        waiting.push_back([path.as_slice(), &[control]].concat());
                    }
                }
            }
            for key in keys {
                if used.insert(format!("key {key} on {}", path_of(&kind))) {
                    self.use_key(&kind, &url, &key).await?;
                }
            }
        }
        for (kind, url, path) in last {
            self.use_control(&kind, &url, &path).await?;
        }
        Ok(())
    }

    /// Everything that was wrong.
    pub fn wrong(self) -> BTreeSet<String> {
        let mut wrong = self.wrong;
        if self.kinds.len() < 2 {
            wrong.insert(format!("only {:?} was found: the walk went nowhere", self.kinds.keys()));
        }
        wrong
    }

    fn is_known(&self, url: &str, depth: Depth) -> bool {
        self.kinds
            .get(&kind(url))
            .is_some_and(|known| known.len() >= of_a_kind(depth) || known.iter().any(|one| one == url))
    }

    /// Whether enough of one page's ways to be asked were visited.
    fn is_much_seen(&self, url: &str, enough: usize) -> bool {
        let (kind, known) = (kind(url), self.kinds.keys());
        known.filter(|one| path_of(one) == path_of(&kind)).count() >= enough && !self.kinds.contains_key(&kind)
    }

    async fn look(&mut self, kind: &str, depth: Depth) -> Outcome {
        let status = self.ask("status", &[]).await?.as_i64().unwrap_or(0);
        if status >= 400 {
            self.complain(kind, &format!("answers {status}"));
        }
        let mut seen: Seen = serde_json::from_value(self.ask("words", &[]).await?)?;
        seen.all.retain(|text| self.judged.insert((seen.lang.clone(), text.clone())));
        for text in self.words.missing(&seen.lang, &seen.all) {
            self.wrong.insert(format!("{kind}: not translated to {}: {text:?}", seen.lang));
        }
        if depth == Depth::Whole {
            // Every page in one look, turn about; in both themes and widths in the full walk.
            if is_full() || self.paths.len().is_multiple_of(2) {
                self.axe(kind, "wide and light").await?;
            }
            self.browser.prefers("dark", true).await?;
            if is_full() {
                self.axe(kind, "wide and dark").await?;
            }
        }
        self.browser.viewport(390, 844).await?;
        if let Some(out) = sideways(&self.browser).await? {
            self.complain(kind, &format!("moves sideways on a phone: {out}"));
        }
        if depth == Depth::Whole {
            if is_full() || !self.paths.len().is_multiple_of(2) {
                self.axe(kind, "narrow and dark").await?;
            }
            self.browser.prefers("light", true).await?;
            if is_full() {
                self.axe(kind, "narrow and light").await?;
            }
        }
        self.browser.viewport(1440, 900).await?;
        if let Some(out) = sideways(&self.browser).await? {
            self.complain(kind, &format!("moves sideways: {out}"));
        }
        self.console(kind).await
    }

    async fn axe(&mut self, kind: &str, how: &str) -> Outcome {
        for broken in self.browser.axe().await? {
            self.complain(
                kind,
                &format!("axe, {how}: {} ({}) at {}", broken.id, broken.help, broken.places.join(" … ")),
            );
        }
        Ok(())
    }

    async fn console(&mut self, place: &str) -> Outcome {
        for error in self.browser.console_errors().await? {
            // A form that is not taken answers so, and that is right when the page says what to mend.
            let refused = ["status of 422", "status of 409"].iter().any(|status| error.contains(status));
            if refused && self.says_why().await? {
                continue;
            }
            self.complain(place, &format!("console: {error}"));
        }
        Ok(())
    }

    /// Whether the page says why something was not taken; it may still be on its way into the view.
    async fn says_why(&self) -> Outcome<bool> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if self.browser.js(SAYS_WHY, &[]).await? == true {
                return Ok(true);
            }
            if Instant::now() > deadline {
                return Ok(false);
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// What is saved and not shown must be there as well.
    async fn fetch(&mut self, url: &str, depth: Depth) -> Outcome {
        let kind = kind(url);
        let known = self.kinds.entry(format!("file {kind}")).or_default();
        if known.len() >= of_a_kind(depth) {
            return Ok(());
        }
        known.push(url.to_owned());
        let status = self.browser.js("return fetch(arguments[0]).then(answer => answer.status)", &[json!(url)]).await?;
        if status != 200 {
            self.complain(&kind, &format!("answers {status} to who downloads it"));
        }
        Ok(())
    }

    /// Opens a page for a use, signing in again if an earlier use signed out.
    async fn open(&mut self, url: &str) -> Outcome {
        let before = self.kinds.keys().any(|kind| kind.starts_with("/signin"));
        self.browser.goto(url).await?;
        let inside = self.ask("inside", &[]).await? == true;
        if before && inside {
            self.browser.driver().delete_all_cookies().await?;
            self.browser.goto(url).await?;
        } else if !before && !inside {
            let link = self.desk.user(&["user", "link", &self.email])?;
            self.browser.goto(&link).await?;
            self.browser.goto(url).await?;
        }
        // What comes by itself right after the page is no answer to a use.
        tokio::time::sleep(Duration::from_millis(150)).await;
        self.browser.console_errors().await.map(drop)
    }

    /// Goes along a path of controls from a fresh page; what can be seen after the last one, if the page is still there.
    async fn use_control(&mut self, kind: &str, url: &str, path: &[String]) -> Outcome<Vec<String>> {
        self.open(url).await?;
        for (at, control) in path.iter().enumerate() {
            match self.click(control).await {
                Ok(true) => {}
                Ok(false) => return Ok(Vec::new()), // an earlier use took it away
                Err(error) => {
                    self.complain(kind, &format!("cannot use {control}: {error}"));
                    return Ok(Vec::new());
                }
            }
            if self.change().await?.is_none() {
                self.complain(kind, &format!("changes nothing: {control}"));
            }
            // Each step's errors are judged by the page that it led to.
            self.console(&format!("{kind} after {:?}", &path[..=at])).await?;
        }
        if self.browser.url().await? == url { self.names("controls").await } else { Ok(Vec::new()) }
    }

    /// Clicks a control, or chooses what a select did not have; false when it is not there.
    async fn click(&mut self, control: &str) -> Outcome<bool> {
        for chance in 1.. {
            let filling = self.filling();
            let Some(found) = self.arm("arm", control, filling).await? else { return Ok(false) };
            match self.act_on(&found).await {
                Ok(()) => break,
                Err(error) if chance == CHANCES => return Err(error),
                // A live page put another in its place.
                Err(_) => tokio::time::sleep(Duration::from_millis(200)).await,
            }
        }
        Ok(true)
    }

    async fn act_on(&self, found: &WebElement) -> Outcome {
        if found.tag_name().await? == "select" {
            self.ask("choose", &[]).await?;
            return Ok(());
        }
        // Not under a bar that sticks to the edge.
        let into_view = "arguments[0].scrollIntoView({ block: 'center' })";
        self.browser.driver().execute(into_view, vec![found.to_json()?]).await?;
        Ok(found.click().await?)
    }

    async fn arm(&self, how: &str, what: &str, filling: Value) -> Outcome<Option<WebElement>> {
        let answer = self.browser.driver().execute(SCRIPT, vec![json!(how), json!(what), filling]).await?;
        if answer.json().is_null() { Ok(None) } else { Ok(Some(answer.element()?)) }
    }

    async fn use_key(&mut self, kind: &str, url: &str, key: &str) -> Outcome {
        self.open(url).await?;
        let filling = self.filling();
        if self.arm("arm-key", key, filling).await?.is_none() {
            return Ok(());
        }
        press(&self.browser, key).await?;
        if self.change().await?.is_none() {
            self.complain(kind, &format!("the key {key} changes nothing"));
        }
        self.console(&format!("{kind} after the key {key}")).await
    }

    /// Waits for a change and says what it was.
    async fn change(&self) -> Outcome<Option<String>> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            // A page on its way out answers nothing; that is a change as well.
            let change = self.ask("changed", &[]).await.unwrap_or_else(|_| json!("a new page"));
            if let Some(change) = change.as_str() {
                // Let what it began come to an end, so that its errors are its own.
                tokio::time::sleep(Duration::from_millis(250)).await;
                return Ok(Some(change.to_owned()));
            }
            if Instant::now() > deadline {
                return Ok(None);
            }
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
    }

    /// What fields are filled with, by their `autocomplete`, else by their type.
    fn filling(&mut self) -> Value {
        self.filled += 1;
        json!({ "username": self.email, "email": format!("crawler{}@brekkesund.example", self.filled),
            "password": self.password, "text": "Crawled" })
    }

    fn complain(&mut self, place: &str, what: &str) {
        self.wrong.insert(format!("{place}: {what}"));
    }

    async fn names(&self, what: &str) -> Outcome<Vec<String>> {
        Ok(serde_json::from_value(self.ask(what, &[]).await?)?)
    }

    async fn ask(&self, what: &str, arguments: &[Value]) -> Outcome<Value> {
        self.browser.js(SCRIPT, &[&[json!(what)], arguments].concat()).await
    }
}

/// Controls outside the page itself are the same everywhere.
fn place(kind: &str, control: &str) -> String {
    if control.starts_with("shell:") { control.to_owned() } else { format!("{control} on {}", path_of(kind)) }
}

/// Views of one page share their controls and their build.
fn path_of(kind: &str) -> &str {
    kind.split('?').next().unwrap_or(kind)
}

/// Presses such as `Ctrl+Shift+Enter`, `g i`, `?`.
async fn press(browser: &Browser, keys: &str) -> Outcome {
    for stroke in keys.split(' ') {
        let mut parts: Vec<&str> = stroke.split('+').collect();
        let last = parts.pop().unwrap_or_default();
        let held: Vec<Key> = parts
            .iter()
            .filter_map(|part| {
                [("Ctrl", Key::Control), ("Shift", Key::Shift)].into_iter().find(|(name, _)| name == part)
            })
            .map(|(_, key)| key)
            .collect();
        let mut chain = browser.driver().action_chain();
        for key in &held {
            chain = chain.key_down(key.clone());
        }
        chain = match last {
            "Enter" => chain.send_keys(Key::Enter + ""),
            "Escape" => chain.send_keys(Key::Escape + ""),
            letter => chain.send_keys(letter),
        };
        for key in held {
            chain = chain.key_up(key);
        }
        chain.perform().await?;
    }
    Ok(())
}

/// The address with everything that names one thing among its like left out.
fn kind(url: &str) -> String {
    let path = url.splitn(4, '/').nth(3).unwrap_or_default();
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let part = |part: &str| if is_id(part) { "{id}".to_owned() } else { part.to_owned() };
    let path: Vec<String> = path.split('/').map(part).collect();
    let query = query.split('&').filter(|pair| !pair.is_empty()).map(|pair| match pair.split_once('=') {
        Some((name, value)) if is_id(value) || value.len() > 20 => format!("{name}={{id}}"),
        _ => pair.to_owned(),
    });
    let query: Vec<String> = query.collect();
    let mark = if query.is_empty() { "" } else { "?" };
    format!("/{}{mark}{}", path.join("/"), query.join("&"))
}

fn is_id(text: &str) -> bool {
    let named = text.get(3..4) == Some("_") && text.len() == 30;
    named || (!text.is_empty() && text.chars().all(|c| c.is_ascii_digit()))
}

#[test]
fn addresses_of_one_kind_are_alike() {
    let id = "0".repeat(26);
    assert_eq!(kind(&format!("http://h:1/conversations/cnv_{id}?ask=close")), "/conversations/{id}?ask=close");
    assert_eq!(kind("http://h:1/inbox?view=all&after=12"), "/inbox?view=all&after={id}");
    assert_eq!(kind("http://h:1/"), "/");
}
