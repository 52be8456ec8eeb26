//! In which typeface the business's pages stand: the one of each reader's device, or Inter, whose file alone weighs as
//! much as all else of a first page. Pages that know of no business (signing in, errors) stand in the device's.

use maud::{Markup, html};
use serde::{Deserialize, Serialize};

use super::assets;
use crate::db::Conn;
use crate::fault::Result;
use crate::settings;
use crate::tx::Tx;

/// The key under which it lies.
const KEY: &str = "typeface";

/// A typeface that a business can choose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Typeface {
    /// The one of each reader's device: nothing is fetched.
    #[default]
    System,
    /// Inter, the same for everybody.
    Inter,
}

impl Typeface {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::System, Self::Inter];

    /// The name in forms and for programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Inter => "inter",
        }
    }

    /// Reads [`Typeface::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|typeface| typeface.code() == code)
    }

    /// What the head of a page says of it.
    #[must_use]
    pub fn head(self) -> Markup {
        html! {
            @if self == Self::Inter {
                // Asked for at once: a face that comes after the first paint is not used.
                link rel="preload" as="font" type="font/woff2" href=(assets::url("inter-latin.woff2")) crossorigin;
                link rel="stylesheet" href=(assets::url("inter.css"));
            }
        }
    }
}

/// The one that the business chose.
///
/// # Errors
/// When settings cannot be read.
pub async fn chosen(conn: &mut Conn) -> Result<Typeface> {
    settings::get(conn, KEY).await
}

/// Keeps which one.
///
/// # Errors
/// When settings cannot be written.
pub async fn choose(tx: &mut Tx, typeface: Typeface) -> Result<()> {
    settings::set(tx, KEY, &typeface).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::on_both_engines;

    #[test]
    fn only_who_chose_it_makes_readers_fetch_a_typeface() {
        assert_eq!(Typeface::System.head().into_string(), "");
        let head = Typeface::Inter.head().into_string();
        for file in ["inter.css", "inter-latin.woff2"] {
            assert!(head.contains(assets::url(file)), "{head}");
        }
        for typeface in Typeface::ALL {
            assert_eq!(Typeface::from_code(typeface.code()), Some(typeface));
        }
        assert_eq!(Typeface::from_code("Comic Sans\"><script>"), None);
    }

    #[test]
    fn the_device_decides_until_the_business_does() {
        on_both_engines(crate::schema::MIGRATIONS, |test| async move {
            let p = test.platform;
            assert_eq!(chosen(&mut p.db.read().await.expect("read")).await.expect("read"), Typeface::System);
            for typeface in [Typeface::Inter, Typeface::System] {
                let mut tx = p.begin().await.expect("begin");
                choose(&mut tx, typeface).await.expect("written");
                tx.commit().await.expect("commit");
                assert_eq!(chosen(&mut p.db.read().await.expect("read")).await.expect("read"), typeface);
            }
        });
    }
}
