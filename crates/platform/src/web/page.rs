//! What all pages begin with, and the frame of public pages (sign-in, reset, errors): no script, but for
//! the one that guesses a time zone.

use base::Language;
use maud::{DOCTYPE, Markup, html};

use super::assets;
use super::typeface::Typeface;
use crate::i18n::Say;

/// Light, dark, or as the reader's system says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The name in cookies, tables and forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// Reads [`Theme::code`] back; anything else follows the system.
    #[must_use]
    pub fn from_code(code: &str) -> Self {
        Self::ALL.into_iter().find(|theme| theme.code() == code).unwrap_or_default()
    }

    /// The value of `data-theme`, absent when the system decides.
    #[must_use]
    pub const fn attribute(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }
}

/// A whole document around `body`, which must be the `<body>` element.
pub(super) fn document(say: &Say, title: &str, theme: Theme, head: &Markup, body: &Markup) -> Markup {
    titled(say, &format!("{title} · Tillit"), theme, head, body)
}

fn titled(say: &Say, title: &str, theme: Theme, head: &Markup, body: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(say.code()) data-theme=[theme.attribute()] {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
                meta name="color-scheme" content="light dark";
                title { (title) }
                // The sprite, which a page fetches anyway: by itself it draws our mark.
                link rel="icon" type="image/svg+xml" href=(assets::url("icons.svg"));
                (head)
            }
            (body)
        }
    }
}

/// A page for people who are not signed in. `here` is the path that choosing a language leads back to.
#[must_use]
pub fn public(say: &Say, title: &str, theme: Theme, here: &str, main: &Markup) -> Markup {
    public_with(say, title, theme, here, main, None)
}

/// A [`public`] page with one of our scripts, without which it works as well.
#[must_use]
pub fn public_with(
    say: &Say,
    title: &str,
    theme: Theme,
    here: &str,
    main: &Markup,
    script: Option<&'static str>,
) -> Markup {
    let head = html! {
        link rel="stylesheet" href=(assets::url("public.css"));
        @if let Some(script) = script { script defer src=(assets::url(script)) {} }
    };
    let body = html! {
        body.pub {
            main.centre.w-s #main {
                div.col.g-7 {
                    (main)
                    (languages(say, here))
                }
            }
        }
    };
    document(say, title, theme, &head, &body)
}

/// The logo of the business.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    /// Where it lies, on this site.
    pub src: String,
    /// Points across; with [`Logo::height`] it keeps its place while it loads.
    pub width: u32,
    /// Points down.
    pub height: u32,
    /// Whether the name stands beside it. If not, it says the name.
    pub named: bool,
}

/// What a page of the customer's side says of the business around it.
#[derive(Clone, Copy, Debug)]
pub struct House<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its logo; the first letter of its name without one.
    pub logo: Option<&'a Logo>,
    /// Its colour, as a hue in steps of ten degrees; ours without one.
    pub hue: Option<u16>,
    /// The typeface that it chose.
    pub typeface: Typeface,
    /// The path that choosing a language leads back to.
    pub here: &'a str,
    /// Where else its customers find what is theirs: a path, and its name.
    pub nav: Option<(&'a str, &'a str)>,
}

/// A page for customers, in the name and colour of the business, which no search engine keeps. It has one of our
/// scripts, without which it works as well.
#[must_use]
pub fn customers(say: &Say, title: &str, house: House<'_>, main: &Markup, script: &'static str) -> Markup {
    let head = html! {
        meta name="robots" content="noindex, nofollow";
        (house.typeface.head())
        link rel="stylesheet" href=(assets::url("portal.css"));
        script defer src=(assets::url(script)) {}
    };
    let hue = house.hue.map(|hue| format!(" own h-{}", hue % 360 / 10 * 10)).unwrap_or_default();
    let title = if house.name.is_empty() { title.to_owned() } else { format!("{title} · {}", house.name) };
    let body = html! {
        body class={ "pub" (hue) } {
            a.skip href="#main" { (say.text("shell-skip")) }
            header.top { div.shell { (brand(house.name, house.logo))
                @if let Some((to, text)) = house.nav { nav aria-label=(text) { a href=(to) { (text) } } }
            } }
            main #main tabindex="-1" { (main) }
            footer.foot { div.shell { span { (house.name) } div.push { (languages(say, house.here)) } } }
        }
    };
    titled(say, &title, Theme::System, &head, &body)
}

/// What a page that everybody may find has besides its [`House`].
#[derive(Clone, Copy, Debug)]
pub struct Open<'a> {
    /// What search engines and those who pass it on read: more of `<head>`.
    pub head: &'a Markup,
    /// Where else one can go from here: path, name, and whether one is there.
    pub nav: &'a [(String, String, bool)],
    /// The same in other languages, by address, where pages know their language by it; none where they know it by what
    /// the reader chose.
    pub languages: &'a [(Language, String)],
    /// One of our scripts, without which it works as well.
    pub script: Option<&'static str>,
}

/// A page that anybody may find and keep, in the name and colour of the business.
#[must_use]
pub fn open_to_all(say: &Say, title: &str, house: House<'_>, open: Open<'_>, main: &Markup) -> Markup {
    let head = html! {
        (open.head)
        (house.typeface.head())
        link rel="stylesheet" href=(assets::url("portal.css"));
        @if let Some(script) = open.script { script defer src=(assets::url(script)) {} }
    };
    let hue = house.hue.map(|hue| format!(" own h-{}", hue % 360 / 10 * 10)).unwrap_or_default();
    let title = if house.name.is_empty() { title.to_owned() } else { format!("{title} · {}", house.name) };
    let body = html! {
        body class={ "pub" (hue) } {
            a.skip href="#main" { (say.text("shell-skip")) }
            header.top { div.shell {
                (brand(house.name, house.logo))
                nav aria-label=(house.name) {
                    @for (to, name, here) in open.nav { a href=(to) aria-current=[here.then_some("page")] { (name) } }
                }
            } }
            main #main tabindex="-1" { (main) }
            footer.foot { div.shell {
                span { (house.name) }
                @if open.languages.is_empty() {
                    div.push { (languages(say, house.here)) }
                } @else {
                    nav.row.wrap.push aria-label=(say.text("word-language")) {
                        @for (language, to) in open.languages {
                            @if *language == say.language() {
                                b lang=(language.code()) aria-current="true" { (language.own_name()) }
                            } @else {
                                a lang=(language.code()) hreflang=(language.code()) href=(to) { (language.own_name()) }
                            }
                        }
                    }
                }
            } }
        }
    };
    titled(say, &title, Theme::System, &head, &body)
}

/// The business at the head of a page.
#[must_use]
pub fn brand(name: &str, logo: Option<&Logo>) -> Markup {
    let Some(logo) = logo else {
        return html! { span.brand { span.initial aria-hidden="true" { (initial(name)) } span { (name) } } };
    };
    html! {
        span.brand {
            img.logo src=(logo.src) width=(logo.width) height=(logo.height) alt=(if logo.named { "" } else { name });
            @if logo.named { span { (name) } }
        }
    }
}

/// Stands for a logo.
fn initial(name: &str) -> String {
    name.chars().find(|c| c.is_alphanumeric()).map_or_else(|| "·".to_owned(), |c| c.to_uppercase().collect())
}

/// The emblem, a greeting and a line under it, at the top of a [`public`] page.
#[must_use]
pub fn greeting(title: &str, under: &str) -> Markup {
    html! {
        div.col.g-3.centre-x.text-centre {
            span.emblem { (emblem()) }
            h1.t-2xl { (title) }
            p.soft { (under) }
        }
    }
}

/// Two linked rings, the mark of Tillit.
#[must_use]
pub fn emblem() -> Markup {
    html! {
        svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true" fill="none" stroke="currentColor"
            stroke-width="3" stroke-linecap="round" {
            circle cx="9.6" cy="13" r="6.6" {}
            path d="M13 7.3a6.6 6.6 0 1 1 0 11.4" {}
        }
    }
}

/// Each language under its own name. Choosing one sets a cookie, so it is a form and no link.
fn languages(say: &Say, here: &str) -> Markup {
    html! {
        form.sm.centre-x.row.wrap method="post" action="/language" aria-label=(say.text("word-language")) {
            input type="hidden" name="back" value=(here);
            @for language in Language::ALL {
                @if language == say.language() {
                    b lang=(language.code()) aria-current="true" { (language.own_name()) }
                } @else {
                    button.as-link lang=(language.code()) name="to" value=(language.code()) { (language.own_name()) }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{I18n, LOCALES};

    fn page(language: Language, theme: Theme) -> String {
        let say = I18n::new(&[LOCALES]).expect("texts").to(language);
        public(&say, "<b>Hi</b>", theme, "/signin?to=\"", &html! { h1 { "x" } }).into_string()
    }

    #[test]
    fn a_public_page_says_its_language_and_offers_the_others_by_form() {
        let page = page(Language::Nb, Theme::System);
        assert!(page.starts_with("<!DOCTYPE html><html lang=\"nb\"><head>"), "{page}");
        assert!(page.contains("<b lang=\"nb\" aria-current=\"true\">Bokmål</b>"));
        for code in ["en", "sv", "da", "id"] {
            assert!(page.contains(&format!("lang=\"{code}\" name=\"to\" value=\"{code}\"")), "{code}");
        }
        assert!(page.contains("name=\"back\" value=\"/signin?to=&quot;\""));
    }

    #[test]
    fn nothing_on_a_public_page_runs_or_escapes_its_place() {
        let page = page(Language::En, Theme::Dark);
        assert!(!page.contains("<script") && !page.contains("style="));
        assert!(page.contains("<title>&lt;b&gt;Hi&lt;/b&gt; · Tillit</title>"));
        assert!(page.contains("<html lang=\"en\" data-theme=\"dark\">"));
        assert!(!page.contains("/assets/inter"), "where no business is known the device's typeface is good enough");
    }

    #[test]
    fn a_page_for_customers_bears_the_business_and_is_kept_by_nobody() {
        let say = I18n::new(&[LOCALES]).expect("texts").to(Language::Sv);
        let house = House {
            name: "<i>Øl & Co",
            logo: None,
            hue: Some(255),
            typeface: Typeface::Inter,
            here: "/r/1.a",
            nav: Some(("/my", "Mitt")),
        };
        let page = customers(&say, "Hej", house, &html! { h1 { "x" } }, "request.js").into_string();
        assert!(page.contains("<title>Hej · &lt;i&gt;Øl &amp; Co</title>") && !page.contains("Tillit"), "{page}");
        assert!(page.contains("class=\"pub own h-250\"") && page.contains("content=\"noindex, nofollow\""), "{page}");
        assert!(page.contains("name=\"back\" value=\"/r/1.a\"") && !page.contains("style="), "{page}");
        assert!(page.contains(assets::url("inter.css")), "{page}");
        assert!(page.contains(">I</span>") && page.contains("<a href=\"/my\">Mitt</a>"), "{page}");
    }

    #[test]
    fn themes_read_back_and_strangers_follow_the_system() {
        for theme in Theme::ALL {
            assert_eq!(Theme::from_code(theme.code()), theme);
        }
        assert_eq!(Theme::from_code("\"><script>"), Theme::System);
    }
}
