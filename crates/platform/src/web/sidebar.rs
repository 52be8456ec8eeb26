//! The sidebar as plain data, and how it looks. What stands in it is handed in by a [`SidebarSource`].

use std::{future::Future, pin::Pin};

use base::Actor;
use maud::{Markup, html};

use super::assets::icon;
use super::avatar::{Size, avatar};
use super::desk::Viewer;
use super::{page, palette};
use crate::Platform;
use crate::fault::Result;
use crate::i18n::Say;

/// A future answer of a [`SidebarSource`] or of the demo's bar.
pub type Later<'a, T> = Pin<Box<dyn Future<Output = Result<T>> + Send + 'a>>;

/// Who fills the sidebar; the wiring hands one to every request (see [`super::desk::Desk`]).
pub trait SidebarSource: Send + Sync {
    /// The sidebar of `actor`, who looks at `path` (path and query).
    fn sidebar<'a>(&'a self, p: &'a Platform, actor: &'a Actor, say: &'a Say, path: &'a str) -> Later<'a, Sidebar>;
    /// The pages of the settings that `actor` may open.
    fn settings(&self, actor: &Actor, say: &Say, path: &str) -> Vec<Link>;
    /// The keys that exist, for the list of keys.
    fn keys(&self, say: &Say) -> Vec<KeyGroup>;
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
    /// Whether time alone changes the counts, so that they are asked for by the clock.
    pub timed: bool,
    /// What concerns the reader alone.
    pub bell: Option<Bell>,
}

/// The line that says how much there is that concerns the reader alone. It fetches itself.
#[derive(Clone, Debug)]
pub struct Bell {
    /// Where it leads, and how much there is.
    pub link: Link,
    /// Where it fetches itself.
    pub from: &'static str,
    /// The live hint that it listens to.
    pub hint: String,
}

impl Bell {
    /// As a line of the sidebar.
    #[must_use]
    pub fn markup(&self) -> Markup {
        html! {
            div #bell hx-get=(self.from) hx-swap="outerMorph" hx-trigger={ (self.hint) " from:body, resync from:body" } {
                (self.link.markup())
            }
        }
    }
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
    /// Said instead of the number, where it is not counted further.
    pub count_most: Option<String>,
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
                @if let Some(most) = &self.count_most { span.count data-tone=[self.tone] { (most) } }
                @else if let Some(count) = self.count { span.count data-tone=[self.tone] { (count) } }
            }
        }
    }
}

impl Sidebar {
    /// The sidebar; it fetches itself again when counts change or one goes back in the browser.
    #[must_use]
    pub fn markup(&self, viewer: &Viewer) -> Markup {
        let say = &viewer.say;
        let timed = if self.timed { ", every 5s" } else { "" };
        html! {
            nav.side #side aria-label=(say.text("shell-main")) hx-get="/sidebar" hx-swap="outerMorph"
                hx-trigger={ "inbox from:body, resync from:body, htmx:before:history:restore from:document" (timed) } {
                a.brand href="/" { (page::emblem()) span { "Tillit" } }
                (palette::opener(viewer))
                @if let Some(bell) = &self.bell { (bell.markup()) }
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
