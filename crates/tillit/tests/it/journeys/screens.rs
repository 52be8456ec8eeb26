//! A picture of every page, for `docs/screens`: not a test, but the tests' browser on the demo.
//!
//! `cargo xtask screens` runs this. To add a page, add a line to [`SHOTS`].

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::desk::{Desk, KETTLE, text_of};
use crate::harness::Outcome;
use crate::harness::browser::Browser;
use crate::harness::place::Place;
use crate::harness::server::{Launch, Server};

/// Enough to fill every list, and soon made.
const CONVERSATIONS: &str = "60";

/// How long the demo may be made.
const MAKING: Duration = Duration::from_secs(180);

/// One page in one state.
struct Shot {
    name: &'static str,
    at: At,
    /// Also in the dark, and on a phone.
    dark: bool,
    phone: bool,
    /// Clicked before the picture is taken.
    click: &'static str,
}

/// Where a page is.
enum At {
    Path(&'static str),
    /// At a server's own link.
    Whole(String),
    /// The first link that matches on another page, with this added.
    Link(&'static str, &'static str, &'static str),
}

const CONVERSATION: At = At::Link("/inbox?view=all", ".convo-row a", "");

/// A page as it comes.
const fn page(name: &'static str, path: &'static str) -> Shot {
    Shot { name, at: At::Path(path), dark: false, phone: false, click: "" }
}

const SHOTS: &[Shot] = &[
    Shot { name: "inbox", at: At::Path("/inbox"), dark: true, phone: true, click: "" },
    Shot { name: "inbox-closed", at: At::Path("/inbox?view=all&state=closed"), dark: false, phone: false, click: "" },
    Shot { name: "conversation", at: CONVERSATION, dark: true, phone: true, click: "" },
    Shot { name: "conversation-note", at: CONVERSATION, dark: false, phone: false, click: "[data-show=note]" },
    Shot {
        name: "conversation-menu",
        at: CONVERSATION,
        dark: false,
        phone: false,
        click: "[popovertarget=convo-menu]",
    },
    Shot {
        name: "conversation-close",
        at: At::Link("/inbox?view=all", ".convo-row a", "?ask=close"),
        dark: false,
        phone: false,
        click: "",
    },
    Shot {
        name: "conversation-meeting",
        at: At::Link("/customers?q=Tuva", "#main a[href^='/customers/per_']", ""),
        dark: false,
        phone: false,
        click: "#conversations a",
    },
    Shot { name: "conversation-why", at: CONVERSATION, dark: false, phone: false, click: "a[href$='/why']" },
    Shot {
        name: "conversation-contact",
        at: At::Link("/inbox?view=all", ".convo-row a", "/contact"),
        dark: false,
        phone: true,
        click: "",
    },
    Shot { name: "conversation-redact", at: CONVERSATION, dark: false, phone: false, click: "a[href$='/redact']" },
    Shot { name: "write", at: At::Path("/conversations/new"), dark: false, phone: true, click: "" },
    Shot { name: "keys", at: At::Path("/inbox"), dark: false, phone: false, click: "#me, [commandfor=keys]" },
    Shot { name: "search", at: At::Path("/search?q=motor"), dark: true, phone: true, click: "" },
    Shot {
        name: "conversation-aside",
        at: At::Link("/search?q=%C3%A5terbetalning+4+290", "#main a[href^='/conversations/cnv_']", ""),
        dark: false,
        phone: false,
        click: "",
    },
    page("mentions", "/inbox?view=mentions"),
    Shot { name: "notices", at: At::Path("/notices"), dark: true, phone: true, click: "" },
    Shot { name: "palette", at: At::Path("/inbox"), dark: false, phone: false, click: "[commandfor=palette]" },
    Shot { name: "reports", at: At::Path("/reports"), dark: true, phone: true, click: "" },
    Shot { name: "today", at: At::Path("/today"), dark: true, phone: true, click: "" },
    Shot { name: "lapses", at: At::Path("/lapses"), dark: true, phone: true, click: "" },
    page("unanswered", "/inbox?view=unanswered"),
    page("deleted", "/deleted"),
    page("reports-list", "/reports/conversations?figure=first"),
    Shot { name: "customers", at: At::Path("/customers"), dark: false, phone: true, click: "" },
    Shot {
        name: "customer",
        at: At::Link("/customers", "#main a[href^='/customers/per_']", ""),
        dark: false,
        phone: true,
        click: "",
    },
    Shot {
        name: "customer-held",
        at: At::Link("/customers", "#main a[href^='/customers/per_']", "/held"),
        dark: false,
        phone: false,
        click: "",
    },
    Shot {
        name: "customer-merge",
        at: At::Link("/customers", "#main a[href^='/customers/per_']", "/merge"),
        dark: false,
        phone: false,
        click: "",
    },
    page("customers-import", "/customers/import"),
    Shot { name: "organisations", at: At::Path("/organisations"), dark: false, phone: true, click: "" },
    Shot {
        name: "organisation",
        at: At::Link("/organisations", "#main a[href^='/organisations/org_']", ""),
        dark: true,
        phone: true,
        click: "",
    },
    page("profile", "/profile"),
    page("profile-second", "/profile/second"),
    page("profile-notices", "/profile/notices"),
    page("settings-colleagues", "/settings/colleagues"),
    page("settings-departments", "/settings/departments"),
    page("settings-tags", "/settings/tags"),
    Shot { name: "settings-fields", at: At::Path("/settings/fields"), dark: false, phone: true, click: "" },
    Shot { name: "settings-macros", at: At::Path("/settings/macros"), dark: false, phone: true, click: "" },
    page("settings-macros-new", "/settings/macros/new"),
    page("settings-views", "/settings/views"),
    Shot {
        name: "settings-views-new",
        at: At::Path("/settings/views/new?view=mine&state=open"),
        dark: false,
        phone: true,
        click: "",
    },
    page("settings-turns", "/settings/turns"),
    page("settings-recurring", "/settings/recurring"),
    page("settings-recurring-new", "/settings/recurring/new"),
    page("settings-requests", "/settings/requests"),
    page("settings-forms", "/settings/forms"),
    page("settings-form", "/settings/forms/returns"),
    page("settings-form-new", "/settings/forms/new"),
    page("settings-api", "/settings/api"),
    page("settings-webhooks", "/settings/webhooks"),
    page("api-docs", "/api/docs"),
    Shot { name: "settings-business", at: At::Path("/settings/business"), dark: false, phone: false, click: "" },
    Shot { name: "settings-hours", at: At::Path("/settings/hours"), dark: false, phone: true, click: "" },
    Shot { name: "settings-times", at: At::Path("/settings/times"), dark: false, phone: false, click: "" },
    page("settings-tone", "/settings/tone"),
    page("settings-service", "/settings/service"),
    page("settings-service-new", "/settings/service/new"),
    Shot { name: "settings-receipts", at: At::Path("/settings/receipts"), dark: false, phone: false, click: "" },
    Shot { name: "settings-states", at: At::Path("/settings/states"), dark: false, phone: false, click: "" },
    Shot { name: "settings-mail", at: At::Path("/settings/mail"), dark: false, phone: false, click: "" },
    Shot { name: "settings-mail-connect", at: At::Path("/settings/mail/connect"), dark: false, phone: true, click: "" },
    page("settings-mail-providers", "/settings/mail/providers"),
    Shot { name: "settings-senders", at: At::Path("/settings/senders"), dark: false, phone: false, click: "" },
    Shot { name: "settings-audit", at: At::Path("/settings/audit"), dark: false, phone: true, click: "" },
    Shot { name: "settings-backups", at: At::Path("/settings/backups"), dark: false, phone: true, click: "" },
    Shot { name: "settings-operations", at: At::Path("/settings/operations"), dark: false, phone: false, click: "" },
    Shot { name: "not-found", at: At::Path("/nowhere"), dark: false, phone: false, click: "" },
];

/// Pages before the desk; taken last, without a session.
const OUTSIDE: &[Shot] = &[
    Shot { name: "signin", at: At::Path("/signin"), dark: false, phone: true, click: "" },
    Shot { name: "my", at: At::Path("/my"), dark: true, phone: true, click: "" },
    Shot { name: "contact", at: At::Path("/contact"), dark: true, phone: true, click: "" },
    page("contact-form", "/contact/returns"),
    Shot { name: "signin-forgotten", at: At::Path("/signin/forgotten"), dark: false, phone: false, click: "" },
];

#[tokio::test(flavor = "multi_thread")]
async fn take_a_picture_of_every_page() -> Outcome {
    // `cargo xtask screens` names the folder; otherwise it is only shown that every picture can be taken.
    let nowhere = tempfile::tempdir()?;
    let folder = std::env::var_os("TILLIT_SCREENS").map_or_else(|| nowhere.path().to_owned(), PathBuf::from);
    std::fs::create_dir_all(&folder)?;
    let Some(browser) = Browser::start().await? else { return Ok(()) };
    let server = Launch::demo(7)?.with(["--conversations", CONVERSATIONS]).start_unready()?;
    // An unoptimised demo on a busy machine takes longer than tests are patient.
    let deadline = Instant::now() + MAKING;
    while !server.get("/health").await.is_ok_and(|(status, _)| status == 200) {
        if Instant::now() > deadline {
            return Err(format!("the demo is not there after {MAKING:?}:\n{}", server.logs()).into());
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    browser.goto(&server.sign_in_link().await?).await?;
    browser.find("#inbox-list").await?;
    browser.click("#demobar button[value=pause]").await?;
    browser.find("#demobar button[value=run]").await?;
    for shot in SHOTS {
        take(&browser, &server, shot, &folder).await?;
    }
    browser.driver().delete_all_cookies().await?;
    for shot in OUTSIDE {
        take(&browser, &server, shot, &folder).await?;
    }
    requests(&browser, &folder).await?;
    first_day(&browser, &folder).await
}

/// What a customer sees of a request that was answered, and what only an owner sees.
async fn requests(browser: &Browser, folder: &Path) -> Outcome {
    let desk = Desk::open(0).await?;
    desk.deliver(&KETTLE).await?;
    let Some(colleague) = desk.enter("Kari Moen", "owner", "en").await? else { return Ok(()) };
    desk.open_conversation(&colleague, KETTLE.subject).await?;
    colleague.type_into("#reply textarea", "Which kettle is it?").await?;
    colleague.click_role("button", "Send and wait Ctrl ↵").await?;
    let text = text_of(&desk.sink.wait_for(1).await?.remove(0));
    let token = text.split("/r/").nth(1).and_then(|rest| rest.split_whitespace().next()).ok_or("no link")?;
    let at = At::Whole(desk.server.url(&format!("/r/{token}")));
    let request = Shot { name: "request", at, dark: true, phone: true, click: "" };
    take(browser, &desk.server, &request, folder).await?;
    take(&colleague, &desk.server, &page("settings-moving", "/settings/moving"), folder).await
}

/// The pages of a server that nobody has an account at.
async fn first_day(browser: &Browser, folder: &Path) -> Outcome {
    let place = Place::sqlite()?;
    let server = Launch::serve(&place)?.start().await?;
    let link = server.sign_in_link().await?;
    let account = Shot { name: "first-account", at: At::Whole(link), dark: false, phone: true, click: "" };
    take(browser, &server, &account, folder).await
}

async fn take(browser: &Browser, server: &Server, shot: &Shot, folder: &Path) -> Outcome {
    for (width, height) in [(1440, 900), (390, 844)] {
        if width == 390 && !shot.phone {
            continue;
        }
        for scheme in ["light", "dark"] {
            if scheme == "dark" && !shot.dark {
                continue;
            }
            browser.viewport(1440, 900).await?;
            browser.prefers(scheme, true).await?;
            browser.goto(&address(browser, server, &shot.at).await?).await?;
            for css in shot.click.split(", ").filter(|css| !css.is_empty()) {
                browser.click(css).await?;
            }
            browser.viewport(width, height).await?;
            let file = folder.join(format!("{}-{width}-{scheme}.png", shot.name));
            settle(browser).await?;
            browser.screenshot(&file).await?;
        }
    }
    Ok(())
}

async fn address(browser: &Browser, server: &Server, at: &At) -> Outcome<String> {
    match at {
        At::Path(path) => Ok(server.url(path)),
        At::Whole(address) => Ok(address.clone()),
        At::Link(page, css, more) => {
            browser.goto(&server.url(page)).await?;
            let link = browser.find(css).await?.attr("href").await?.ok_or("a link leads somewhere")?;
            Ok(format!("{}{more}", server.url(&link)))
        }
    }
}

/// Waits until what the page fetches by itself has come and nothing moves any more.
async fn settle(browser: &Browser) -> Outcome {
    let quiet = "const last = Math.max(0, ...performance.getEntriesByType('resource').map(one => one.responseEnd)); \
        return document.readyState === 'complete' && performance.now() - last > 400 \
        && document.getAnimations().every(one => one.playState !== 'running')";
    browser.wait_for_js(quiet).await.map(drop)
}
