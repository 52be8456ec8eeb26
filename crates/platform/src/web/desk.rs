//! The frame of every desk page: sidebar, toasts, keys, countdown texts (the contract with the
//! scripts is in `web/README.md`). What stands in the sidebar is handed in; it knows no capability.

use std::sync::Arc;

use base::{Actor, Instant, clock};
use jiff::tz::TimeZone;
use maud::{Markup, html};

use super::assets::{self, icon};
use super::page::{self, Theme};
use super::palette;
pub use super::sidebar::{Bell, Current, KeyGroup, Later, Link, Sidebar, SidebarSource};
use super::typeface::{self, Typeface};
use crate::fault::Result;
use crate::i18n::Say;
use crate::{Platform, args};

/// The slim bar of a demo, above every desk page.
pub trait DemoBar: Send + Sync {
    /// The bar, an element of class `demobar`.
    fn bar<'a>(&'a self, p: &'a Platform, say: &'a Say) -> Later<'a, Markup>;
    /// Whether business time stands still.
    fn paused(&self) -> bool;
}

/// What everybody must know at once: lines above every desk page.
pub trait NoticeSource: Send + Sync {
    /// The lines for one reader, elements of class `callout`; mostly none.
    fn notices<'a>(&'a self, p: &'a Platform, actor: &'a Actor, say: &'a Say) -> Later<'a, Vec<Markup>>;
}

/// What the wiring knows about every desk page; an extension of every request.
#[derive(Clone)]
pub struct Desk {
    /// Fills the sidebar.
    pub sidebar: Arc<dyn SidebarSource>,
    /// The demo's bar, in demos.
    pub demo: Option<Arc<dyn DemoBar>>,
    /// What stands above every page when it must.
    pub notices: Vec<Arc<dyn NoticeSource>>,
}

/// The signed-in person, as far as pages care.
#[derive(Clone)]
pub struct Viewer {
    /// With the role they have now.
    pub actor: Actor,
    /// Their name.
    pub name: String,
    /// Names their live channel and drafts; says nothing about the session.
    pub tag: String,
    /// Speaks their language.
    pub say: Say,
    /// Where they are.
    pub zone: TimeZone,
    /// Light or dark.
    pub theme: Theme,
    /// Whether single letters are keys.
    pub keys_on: bool,
    /// Path and query of this request.
    pub path: String,
    /// A link or a form of a page that is open already: of the answer only the content, the sidebar and toasts are taken.
    pub boosted: bool,
    /// The rest of the page.
    pub desk: Desk,
}

impl Viewer {
    /// The whole page around `main`.
    ///
    /// # Errors
    /// When the sidebar's numbers cannot be read.
    pub async fn page(&self, p: &Platform, title: &str, main: &Markup) -> Result<Markup> {
        self.page_with(p, title, main, None).await
    }

    /// The whole page around `main`, with a toast that is still to be seen.
    ///
    /// # Errors
    /// When the sidebar's numbers cannot be read.
    pub async fn page_with(&self, p: &Platform, title: &str, main: &Markup, toast: Option<Markup>) -> Result<Markup> {
        let sidebar = self.desk.sidebar.sidebar(p, &self.actor, &self.say, &self.path).await?;
        let bar = match &self.desk.demo {
            Some(demo) => Some(demo.bar(p, &self.say).await?),
            None => None,
        };
        let mut notices = Vec::new();
        for source in &self.desk.notices {
            notices.extend(source.notices(p, &self.actor, &self.say).await?);
        }
        let typeface = typeface::chosen(&mut p.db.read().await?).await?;
        let shell = Shell {
            notices,
            typeface,
            viewer: self,
            sidebar,
            now: p.clock.business(),
            paused: self.desk.demo.as_ref().is_some_and(|demo| demo.paused()),
            toast,
            bar,
        };
        Ok(shell.page(title, main))
    }

    /// The content of a page of the settings: their list beside `body`, under its own heading.
    #[must_use]
    pub fn settings(&self, title: &str, lead: &str, body: &Markup) -> Markup {
        let all = self.say.text("word-settings");
        html! {
            div.scroll tabindex="0" role="region" aria-label=(all) data-pane {
                div.page {
                    header.page-head { h1 tabindex="-1" { (all) } }
                    div.cols.nav-start {
                        nav aria-label=(all) {
                            form.mb role="search" method="get" action=(FIND) aria-label=(self.say.text("settings-find")) {
                                input.input type="search" name="q" value=(self.sought()) maxlength="100"
                                    placeholder=(self.say.text("settings-find")) aria-label=(self.say.text("settings-find"));
                            }
                            @for link in self.desk.sidebar.settings(&self.actor, &self.say, &self.path) { (link.markup()) }
                        }
                        div.col.g-7 {
                            div.col.g-2 { h2.t-lg { (title) } p.soft { (lead) } }
                            (body)
                        }
                    }
                }
            }
        }
    }
}

impl Viewer {
    /// What was looked for among the settings, on the page that shows what was found.
    fn sought(&self) -> String {
        let query = self.path.strip_prefix(FIND).and_then(|rest| rest.strip_prefix('?')).unwrap_or_default();
        let mut fields = url::form_urlencoded::parse(query.as_bytes());
        fields.find(|(name, _)| name == "q").map(|(_, value)| value.into_owned()).unwrap_or_default()
    }
}

/// Where a setting is found.
const FIND: &str = "/settings/search";

struct Shell<'a> {
    viewer: &'a Viewer,
    sidebar: Sidebar,
    now: Instant,
    paused: bool,
    toast: Option<Markup>,
    bar: Option<Markup>,
    notices: Vec<Markup>,
    typeface: Typeface,
}

/// Links and forms become swaps of `#main`; the sidebar, which shows where one is, and toasts come along.
const BOOST: &str =
    "target:#main select:#main selectOOB:'#side:outerMorph,#toasts:beforeend' swap:'outerHTML transition:true'";

impl Shell<'_> {
    fn page(&self, title: &str, main: &Markup) -> Markup {
        let say = &self.viewer.say;
        let head = html! {
            (self.typeface.head())
            link rel="stylesheet" href=(assets::url("desk.css"));
            script defer src=(assets::url("desk.js")) {}
            meta name="live" content=(assets::url("live-worker.js"));
        };
        let text = |id: &str| say.with(id, args![n = "{n}"]);
        let now = clock::to_micros(self.now);
        let body = html! {
            body.desk hx-boost:inherited=(BOOST) data-me=(self.viewer.tag) data-keys=[(!self.viewer.keys_on).then_some("off")]
                data-now=(now) data-paused[self.paused]
                data-left-second=(text("countdown-seconds")) data-left-minute=(text("countdown-minutes"))
                data-left-hour=(text("countdown-hours")) data-left-day=(text("countdown-days"))
                data-late-minute=(text("countdown-late-minutes")) data-late-hour=(text("countdown-late-hours"))
                data-late-day=(text("countdown-late-days")) {
                a.skip href="#main" { (say.text("shell-skip")) }
                @if let Some(bar) = &self.bar { (bar) }
                (self.sidebar.markup(self.viewer))
                main.main #main tabindex="-1" hx-history-elt data-now=(now) data-paused[self.paused] {
                    @if !self.notices.is_empty() { div.notices { @for notice in &self.notices { (notice) } } }
                    (main)
                }
                // The page that asks has them: BOOST names what is taken.
                @if !self.viewer.boosted {
                    (self.menu())
                    (self.keys())
                    (palette::dialog(self.viewer, &self.viewer.desk.sidebar.settings(&self.viewer.actor, say, &self.viewer.path)))
                }
                div.toasts #toasts role="status" { @if let Some(toast) = &self.toast { (toast) } }
                div.vh #alert role="alert" {}
                @if !self.viewer.boosted { (self.failures()) }
            }
        };
        page::document(say, title, self.viewer.theme, &head, &body)
    }

    fn menu(&self) -> Markup {
        let say = &self.viewer.say;
        html! {
            div.menu #me-menu popover {
                p.head-s { (self.viewer.name) }
                a.item href="/search" { (icon("search")) (say.text("word-search")) }
                a.item href="/profile" { (icon("user")) (say.text("shell-profile")) }
                button.item type="button" command="show-modal" commandfor="keys" data-key="?" aria-keyshortcuts="?" {
                    (icon("keyboard")) (say.text("shell-keys")) kbd { "?" }
                }
                form method="post" action="/signout" hx-boost="false" data-signout {
                    button.item { (icon("out")) (say.text("word-sign-out")) }
                }
            }
        }
    }

    fn keys(&self) -> Markup {
        let say = &self.viewer.say;
        html! {
            dialog.w-l #keys aria-labelledby="keys-h" {
                div.bar {
                    h2 #keys-h { (say.text("shell-keys")) }
                    form.push method="dialog" hx-boost="false" {
                        button.btn.ghost.icon aria-label=(say.text("word-close")) { (icon("x")) }
                    }
                }
                div.tiles.min-m.pad-card {
                    @for group in self.viewer.desk.sidebar.keys(say) {
                        section.col.g-4 {
                            h3.quiet.sm { (group.title) }
                            dl.col.g-3 {
                                @for (what, keys) in &group.keys {
                                    div.row {
                                        dt { (what) }
                                        dd.push.row.g-2 { @for key in keys { kbd { (key) } } }
                                    }
                                }
                            }
                        }
                    }
                }
                @if !self.viewer.keys_on { p.pad-bar.sm.quiet { (say.text("shell-keys-off")) } }
            }
        }
    }

    /// What scripts show when no page comes back.
    fn failures(&self) -> Markup {
        let say = &self.viewer.say;
        let retry = html! { button.btn.small data-retry type="button" { (say.text("word-retry")) } };
        let toast = |id: &str, sign: &str, text: &str, button: Option<&Markup>| {
            html! {
                template id={ "toast-" (id) } {
                    t-toast.toast data-tone="bad" data-seconds="0" {
                        (icon(sign))
                        span { (say.text(text)) }
                        @if let Some(button) = button { (button) }
                        button.btn.small.icon type="button" data-dismiss aria-label=(say.text("word-close")) { (icon("x")) }
                    }
                }
            }
        };
        html! {
            (toast("offline", "offline", "shell-failed-offline", Some(&retry)))
            (toast("error", "alert", "shell-failed-error", Some(&retry)))
            (toast("refused", "alert", "shell-failed-refused", None))
        }
    }
}

#[cfg(test)]
mod tests;
