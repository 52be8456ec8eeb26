//! The frame of every desk page: sidebar, toasts, keys, countdown texts (the contract with the
//! scripts is in `web/README.md`). What stands in the sidebar is handed in; it knows no capability.

use std::{future::Future, pin::Pin, sync::Arc};

use base::{Actor, Instant, clock};
use jiff::tz::TimeZone;
use maud::{Markup, html};

use super::assets::{self, icon};
use super::avatar::{Size, avatar};
use super::page::{self, Theme};
use crate::fault::Result;
use crate::i18n::Say;
use crate::{Platform, args};

/// A future answer of a [`SidebarSource`] or [`DemoBar`].
pub type Later<'a, T> = Pin<Box<dyn Future<Output = Result<T>> + Send + 'a>>;

/// Who fills the sidebar; the wiring hands one to every request (see [`Desk`]).
pub trait SidebarSource: Send + Sync {
    /// The sidebar of `actor`, who looks at `path` (path and query).
    fn sidebar<'a>(&'a self, p: &'a Platform, actor: &'a Actor, say: &'a Say, path: &'a str) -> Later<'a, Sidebar>;
    /// The keys that exist, for the list of keys.
    fn keys(&self, say: &Say) -> Vec<KeyGroup>;
}

/// The slim bar of a demo, above every desk page.
pub trait DemoBar: Send + Sync {
    /// The bar, an element of class `demobar`.
    fn bar<'a>(&'a self, p: &'a Platform, say: &'a Say) -> Later<'a, Markup>;
    /// Whether business time stands still.
    fn paused(&self) -> bool;
}

/// What the wiring knows about every desk page; an extension of every request.
#[derive(Clone)]
pub struct Desk {
    /// Fills the sidebar.
    pub sidebar: Arc<dyn SidebarSource>,
    /// The demo's bar, in demos.
    pub demo: Option<Arc<dyn DemoBar>>,
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
        let shell = Shell {
            viewer: self,
            sidebar,
            now: p.clock.business(),
            paused: self.desk.demo.as_ref().is_some_and(|demo| demo.paused()),
            toast,
            bar,
        };
        Ok(shell.page(title, main))
    }
}

/// Everything in the sidebar, as plain data.
#[derive(Clone, Debug, Default)]
pub struct Sidebar {
    /// The parts of the desk; on phones the tabs at the bottom.
    pub links: Vec<Link>,
    /// Heading of the views.
    pub views_title: String,
    /// Ways to look at the work; only where there is room.
    pub views: Vec<Link>,
}

/// One line of the sidebar.
#[derive(Clone, Debug, Default)]
pub struct Link {
    /// Where it leads.
    pub href: String,
    /// Its icon in the sprite.
    pub icon: &'static str,
    /// What it says.
    pub text: String,
    /// How many wait there; `None` shows nothing.
    pub count: Option<i64>,
    /// Colour with a meaning, if any.
    pub tone: Option<&'static str>,
    /// Whether one is there.
    pub current: Current,
    /// The key that leads there: `g i`.
    pub key: Option<&'static str>,
}

/// Whether a [`Link`] leads to where one is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Current {
    /// Elsewhere.
    #[default]
    No,
    /// One is somewhere within.
    Within,
    /// This very page.
    Page,
}

impl Current {
    /// The value of `aria-current`.
    #[must_use]
    pub const fn attribute(self) -> Option<&'static str> {
        match self {
            Self::No => None,
            Self::Within => Some("true"),
            Self::Page => Some("page"),
        }
    }
}

impl Link {
    /// As a line of the sidebar or of a menu.
    #[must_use]
    pub fn markup(&self) -> Markup {
        html! {
            a.nav href=(self.href) aria-current=[self.current.attribute()] data-tone=[self.tone] data-key=[self.key]
                aria-keyshortcuts=[self.key.map(str::to_uppercase)] {
                (icon(self.icon))
                span { (self.text) }
                @if let Some(count) = self.count { span.count data-tone=[self.tone] { (count) } }
            }
        }
    }
}

impl Sidebar {
    /// The sidebar; it fetches itself again when counts change or one goes back in the browser.
    #[must_use]
    pub fn markup(&self, viewer: &Viewer) -> Markup {
        let say = &viewer.say;
        html! {
            nav.side #side aria-label=(say.text("shell-main")) hx-get="/sidebar" hx-swap="outerMorph"
                hx-trigger="inbox from:body, resync from:body, htmx:before:history:restore from:document" {
                a.brand href="/" { (page::emblem()) span { "Tillit" } }
                @for link in &self.links { (link.markup()) }
                @if !self.views.is_empty() {
                    div.views {
                        h2 { (self.views_title) }
                        @for link in &self.views { (link.markup()) }
                    }
                }
                (me(viewer))
            }
        }
    }
}

fn me(viewer: &Viewer) -> Markup {
    let id = viewer.actor.staff_id().unwrap_or_default();
    html! {
        button.me #me type="button" popovertarget="me-menu" {
            (avatar(&viewer.name, id, true, Size::Usual))
            span.col.g-0 { b.cut { (viewer.name) } span.vh { (viewer.say.text("shell-menu")) } }
        }
    }
}

/// One part of the list of keys.
#[derive(Clone, Debug)]
pub struct KeyGroup {
    /// Its heading.
    pub title: String,
    /// What can be done, and by which keys.
    pub keys: Vec<(String, Vec<&'static str>)>,
}

struct Shell<'a> {
    viewer: &'a Viewer,
    sidebar: Sidebar,
    now: Instant,
    paused: bool,
    toast: Option<Markup>,
    bar: Option<Markup>,
}

/// Links and forms become swaps of `#main`; the sidebar, which shows where one is, comes along.
const BOOST: &str = "target:#main select:#main selectOOB:'#side:outerMorph' swap:'outerHTML transition:true'";

impl Shell<'_> {
    fn page(&self, title: &str, main: &Markup) -> Markup {
        let say = &self.viewer.say;
        let head = html! {
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
                main.main #main tabindex="-1" hx-history-elt data-now=(now) data-paused[self.paused] { (main) }
                (self.menu())
                (self.keys())
                div.toasts #toasts role="status" { @if let Some(toast) = &self.toast { (toast) } }
                div.vh #alert role="alert" {}
                (self.failures())
            }
        };
        page::document(say, title, self.viewer.theme, &head, &body)
    }

    fn menu(&self) -> Markup {
        let say = &self.viewer.say;
        html! {
            div.menu #me-menu popover {
                p.head-s { (self.viewer.name) }
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
