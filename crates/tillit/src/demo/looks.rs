//! How the demo's business looks on its customers' pages: its logo, its colour and its typeface, kept by the product's
//! own commands.

use std::collections::BTreeMap;

use conversations::settings;
use people::staff::Staff;
use platform::web::typeface::{self, Typeface};
use platform::{Context, Fault, Platform, Result};
use portal::logo;
use portal::rules::logo::judge;

/// Two hills over a fjord.
const LOGO: &[u8] = include_bytes!("logo.png");
/// The colour of the fjord.
const HUE: u16 = 200;

/// Sets all three.
///
/// # Errors
/// When settings cannot be written.
pub async fn set(p: &Platform, staff: &BTreeMap<&'static str, Staff>) -> Result<()> {
    let actor = staff.get("torarne").map(Staff::actor).context("nobody is called torarne")?;
    let shape = judge(LOGO).map_err(|unfit| Fault::new(unfit.message()))?;
    let mut tx = p.begin().await?;
    logo::set(&mut tx, &actor, shape, LOGO, true).await?;
    let looks = settings::Requests { hue: Some(HUE), ..settings::requests(&mut tx).await? };
    settings::set_requests(&mut tx, &looks).await?;
    typeface::choose(&mut tx, Typeface::Inter).await?;
    platform::settings::record_change(&mut tx, &actor, "requests").await?;
    tx.commit().await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_logo_is_one_that_anybody_could_choose() {
        let shape = judge(LOGO).expect("fits");
        assert_eq!((shape.media, shape.width, shape.height), ("image/png", 192, 192));
    }
}
