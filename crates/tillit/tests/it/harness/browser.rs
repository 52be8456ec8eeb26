//! A headless Chromium with its own profile, driven as a person would: by names and roles, with patience.
//!
//! One ChromeDriver serves all browsers of a test process; each browser is a session of its own. What is not here is
//! on the driver itself, see [`Browser::driver`].

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, OnceLock};

use serde::Deserialize;
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::common::command::{Command as DriverCommand, ExtensionCommand};
use thirtyfour::error::WebDriverErrorInner;
use thirtyfour::prelude::*;
use thirtyfour::{ChromeCapabilities, LoggingPrefsLogLevel};

use super::leash::Leashed;
use super::wait::wait_until;
use super::{Outcome, skip};

#[cfg(test)]
mod tests;

const FLAGS: &[&str] = &[
    "--headless=new",
    "--no-sandbox", // needed as root; the pages are our own
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-search-engine-choice-screen",
    "--force-color-profile=srgb",
    "--hide-scrollbars",
    "--lang=en",
];

const FIND_BY_ROLE: &str = include_str!("browser/find_by_role.js");

/// A browser with one window; ended when dropped.
pub struct Browser {
    // Before the profile: the session must be over when the folder goes.
    driver: WebDriver,
    _profile: TempDir,
}

/// One rule of axe-core that a page breaks.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct Violation {
    /// The rule, such as `color-contrast`.
    pub id: String,
    /// What it demands.
    pub help: String,
    /// Where: one line of HTML for each place.
    pub places: Vec<String>,
}

struct ChromeDriver {
    address: String,
    process: Leashed,
}

impl Browser {
    /// Starts one with a window of 1280 × 800; None, and said, where the machine has no browser or no axe-core.
    pub async fn start() -> Outcome<Option<Self>> {
        let missing = ["chromedriver"].into_iter().find(|name| !on_path(name));
        if let Some(name) = missing {
            skip("the browser", &format!("{name} is not installed"));
            return Ok(None);
        }
        if axe_script().is_none() {
            skip("the browser", "axe-core is not there; cargo xtask test fetches it");
            return Ok(None);
        }
        // The product may have done so already.
        let _already = rustls::crypto::ring::default_provider().install_default();
        let chromedriver = chromedriver()?;
        let profile = tempfile::Builder::new().prefix("profile-").tempdir_in(chromedriver.process.scratch())?;
        let driver = WebDriver::new(&chromedriver.address, capabilities(profile.path())?).await?;
        let browser = Self { driver, _profile: profile };
        browser.viewport(1280, 800).await?;
        Ok(Some(browser))
    }

    /// The session, for all that has no shorter name here: cookies, tabs, keys.
    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// Ends the session and says if that went wrong; a dropped browser ends too, silently.
    pub async fn quit(self) -> Outcome {
        Ok(self.driver.quit().await?)
    }

    /// Opens a page and waits for its load event.
    pub async fn goto(&self, url: &str) -> Outcome {
        Ok(self.driver.goto(url).await?)
    }

    /// The address it shows now.
    pub async fn url(&self) -> Outcome<String> {
        Ok(self.driver.current_url().await?.to_string())
    }

    /// All text a person sees.
    pub async fn text(&self) -> Outcome<String> {
        let text = self.js("return document.body.innerText", &[]).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// The first visible element that matches, as soon as there is one.
    pub async fn find(&self, css: &str) -> Outcome<WebElement> {
        wait_until(format!("a visible {css}"), async || {
            for element in self.driver.find_all(By::Css(css)).await? {
                if element.is_displayed().await.unwrap_or(false) {
                    return Ok(Some(element));
                }
            }
            Ok(None)
        })
        .await
    }

    /// The one visible element of a role (`button`, `link`, `field`, `heading`, any ARIA role, or `any` for all that
    /// can be clicked) with this name.
    pub async fn find_by_role(&self, role: &str, name: &str) -> Outcome<WebElement> {
        wait_until(format!("a {role} named {name:?}"), async || {
            let script = self.driver.execute(FIND_BY_ROLE, vec![json!(role), json!(name)]);
            let elements = script.await?.elements()?;
            match elements.len() {
                0 => Ok(None),
                1 => Ok(elements.into_iter().next()),
                several => Err(format!("{several} visible elements are a {role} named {name:?}").into()),
            }
        })
        .await
    }

    /// Clicks the first visible element that matches.
    pub async fn click(&self, css: &str) -> Outcome {
        self.again(async || Ok(self.find(css).await?.click().await)).await
    }

    /// Clicks what a person would call this.
    pub async fn click_role(&self, role: &str, name: &str) -> Outcome {
        self.again(async || Ok(self.find_by_role(role, name).await?.click().await)).await
    }

    /// Clicks whatever has this name.
    pub async fn click_text(&self, name: &str) -> Outcome {
        self.click_role("any", name).await
    }

    /// Types into the first visible element that matches, after what is there.
    pub async fn type_into(&self, css: &str, text: &str) -> Outcome {
        self.again(async || Ok(self.find(css).await?.send_keys(text).await)).await
    }

    /// Fills the field of this name, replacing what is there.
    pub async fn fill(&self, name: &str, text: &str) -> Outcome {
        let field = self.find_by_role("field", name).await?;
        field.clear().await?;
        Ok(field.send_keys(text).await?)
    }

    /// Presses keys where the focus is, such as `Key::Tab + ""` or `"r"`.
    pub async fn press(&self, keys: impl Into<TypingData>) -> Outcome {
        Ok(self.driver.action_chain().send_keys(keys).perform().await?)
    }

    /// Waits until the page shows this text.
    pub async fn wait_for_text(&self, text: &str) -> Outcome {
        let shown = wait_until(format!("the text {text:?}"), async || {
            let page = self.text().await?;
            Ok(page.contains(text).then_some(()))
        });
        if let Err(error) = shown.await {
            return Err(format!("{error}; the page says: {}", self.text().await?).into());
        }
        Ok(())
    }

    /// Waits until a script's last value is truthy.
    pub async fn wait_for_js(&self, script: &str) -> Outcome<Value> {
        let truthy = |value: &Value| !matches!(value, Value::Null | Value::Bool(false)) && value != "" && value != 0;
        let come = wait_until(script, async || Ok(Some(self.js(script, &[]).await?).filter(truthy)));
        come.await
    }

    /// Runs the body of a function in the page; `return` gives the value.
    pub async fn js(&self, body: &str, arguments: &[Value]) -> Outcome<Value> {
        Ok(self.driver.execute(body, arguments.to_vec()).await?.json().clone())
    }

    /// Errors the page's console got since the last time it was asked: scripts, policies, failed requests.
    pub async fn console_errors(&self) -> Outcome<Vec<String>> {
        let entries = self.driver.get_log("browser").await?;
        let severe = entries.into_iter().filter(|entry| entry.level == "SEVERE").map(|entry| entry.message);
        // Chromium reports a cross-fade that the next page cut short as an error.
        Ok(severe.filter(|message| !message.contains("Transition was")).collect())
    }

    /// What is in the window, as PNG.
    pub async fn screenshot(&self, path: &Path) -> Outcome {
        Ok(self.driver.screenshot(path).await?)
    }

    /// Leaves pictures of this moment, wide and on a phone, light and dark, in the folder that `TILLIT_PICTURES` names,
    /// for people to look at; does nothing without it.
    pub async fn picture(&self, moment: &str) -> Outcome {
        let Some(folder) = std::env::var_os("TILLIT_PICTURES") else { return Ok(()) };
        for (scheme, width, height) in
            [("dark", 390, 844), ("dark", 1440, 900), ("light", 390, 844), ("light", 1440, 900)]
        {
            self.prefers(scheme, true).await?;
            self.viewport(width, height).await?;
            self.screenshot(&Path::new(&folder).join(format!("{moment}-{width}-{scheme}.png"))).await?;
        }
        self.prefers("light", false).await
    }

    /// Size of the window in CSS pixels; under 600 wide it is a phone with a touch screen.
    pub async fn viewport(&self, width: u32, height: u32) -> Outcome {
        let mobile = width < 600;
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await?;
        self.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": mobile })).await.map(drop)
    }

    /// What the person set: dark or light, and whether things may move.
    pub async fn prefers(&self, scheme: &str, reduced_motion: bool) -> Outcome {
        let motion = if reduced_motion { "reduce" } else { "no-preference" };
        let features = json!([
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": motion },
        ]);
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await.map(drop)
    }

    /// Cuts the network, or joins it again.
    pub async fn offline(&self, offline: bool) -> Outcome {
        self.network(offline, 0).await
    }

    /// Lets every answer take so many milliseconds longer.
    pub async fn slow(&self, milliseconds: u32) -> Outcome {
        self.network(false, milliseconds).await
    }

    async fn network(&self, offline: bool, latency: u32) -> Outcome {
        self.devtools("Network.enable", json!({})).await?;
        let how = json!({ "offline": offline, "latency": latency, "downloadThroughput": -1, "uploadThroughput": -1 });
        self.devtools("Network.emulateNetworkConditions", how).await.map(drop)
    }

    /// Any command of the DevTools protocol.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Outcome<Value> {
        let command = DevTools(json!({ "cmd": command, "params": parameters }));
        Ok(self.driver.cmd(DriverCommand::ExtensionCommand(Box::new(command))).await?.value_json()?)
    }

    /// Runs axe-core over the page; an empty list is a good page.
    pub async fn axe(&self) -> Outcome<Vec<Violation>> {
        const RUN: &str = "const done = arguments[0]; \
            axe.run(document, { resultTypes: ['violations'] }).then(found => done(found.violations.map(rule => \
            ({ id: rule.id, help: rule.help, places: rule.nodes.map(node => node.html) }))), \
            error => done([{ id: 'axe', help: String(error), places: [] }]))";
        let script = axe_script().ok_or("axe-core is not there")?;
        if self.js("return typeof window.axe", &[]).await? != "object" {
            self.js(&std::fs::read_to_string(script)?, &[]).await?;
        }
        Ok(serde_json::from_value(self.driver.execute_async(RUN, vec![]).await?.json().clone())?)
    }

    /// A live page may swap an element between finding and using it; then it is found again.
    async fn again(&self, mut act: impl AsyncFnMut() -> Outcome<WebDriverResult<()>>) -> Outcome {
        wait_until("an element that stays", async || match act().await? {
            Ok(()) => Ok(Some(())),
            Err(error) if is_passing(&error) => Ok(None),
            Err(error) => Err(error.into()),
        })
        .await
    }
}

fn is_passing(error: &WebDriverError) -> bool {
    matches!(
        **error,
        WebDriverErrorInner::StaleElementReference(_)
            | WebDriverErrorInner::ElementClickIntercepted(_)
            | WebDriverErrorInner::ElementNotInteractable(_)
    )
}

#[derive(Debug)]
struct DevTools(Value);

impl ExtensionCommand for DevTools {
    fn parameters_json(&self) -> Option<Value> {
        Some(self.0.clone())
    }
    fn method(&self) -> http::Method {
        http::Method::POST
    }
    fn endpoint(&self) -> Arc<str> {
        "/goog/cdp/execute".into()
    }
}

fn capabilities(profile: &Path) -> Outcome<ChromeCapabilities> {
    let mut capabilities = DesiredCapabilities::chrome();
    for flag in FLAGS {
        capabilities.add_arg(flag)?;
    }
    capabilities.add_arg(&format!("--user-data-dir={}", profile.display()))?;
    capabilities.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    if let Some(chromium) = ["chromium", "chromium-browser"].into_iter().find_map(find_on_path) {
        capabilities.set_binary(&chromium.to_string_lossy())?;
    }
    Ok(capabilities)
}

/// The one ChromeDriver of this process; its leash ends it, and every browser it started, when the process is gone.
fn chromedriver() -> Outcome<&'static ChromeDriver> {
    static ONE: OnceLock<Result<ChromeDriver, String>> = OnceLock::new();
    let one = ONE.get_or_init(|| start_chromedriver().map_err(|error| error.to_string()));
    one.as_ref().map_err(|error| error.clone().into())
}

fn start_chromedriver() -> Outcome<ChromeDriver> {
    let mut command = Command::new("chromedriver");
    command.args(["--port=0", "--allowed-ips=127.0.0.1"]);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut process = Leashed::start(&mut command)?;
    let (output, _) = process.output();
    let mut lines = BufReader::new(output.ok_or("chromedriver has no output")?).lines();
    let port =
        lines.by_ref().map_while(Result::ok).find_map(|line| port_in(&line)).ok_or("chromedriver told no port")?;
    std::thread::spawn(move || lines.for_each(drop)); // a full pipe would stop it
    Ok(ChromeDriver { address: format!("http://127.0.0.1:{port}"), process })
}

/// Reads `ChromeDriver was started successfully on port 40123.`
fn port_in(line: &str) -> Option<u16> {
    line.split_once("successfully on port ")?.1.trim_end_matches('.').parse().ok()
}

/// Given by `cargo xtask test`, or left in the build folder by an earlier one.
fn axe_script() -> Option<PathBuf> {
    let given = std::env::var_os("TILLIT_AXE").map(PathBuf::from);
    let built = Path::new(env!("CARGO_BIN_EXE_tillit"));
    let left = built.ancestors().nth(2).map(|target| target.join("xtask/axe/node_modules/axe-core/axe.min.js"));
    given.or(left).filter(|script| script.is_file())
}

fn on_path(name: &str) -> bool {
    find_on_path(name).is_some()
}

fn find_on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|dir| dir.join(name)).find(|file| file.is_file())
}
