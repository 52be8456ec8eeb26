//! Lists that colleagues of the demo keep, made by the product's own commands.

use std::collections::BTreeMap;

use conversations::commands::{self, NewView};
use conversations::rules::views;
use conversations::{Column, Grouping, Listing, Order, Visible};
use people::staff::Staff;
use platform::{Context, Fault, Platform, Result};

/// Name, lines of the tree, order, headings, and what is shown beside the usual.
type Kept = (&'static str, &'static [(usize, &'static str)], Order, Grouping, &'static [Column]);

const ALL: [Kept; 3] = [
    (
        "Workshop and motors",
        &[(0, "all"), (1, "status:open"), (1, "any"), (2, "tag:workshop"), (2, "subject:motor")],
        Order::Due,
        Grouping::Nothing,
        &[Column::Number],
    ),
    (
        "Waited over a day",
        &[(0, "all"), (1, "waiting_over:24"), (1, "none"), (2, "tag:newsletter")],
        Order::CreatedFirst,
        Grouping::Owner,
        &[Column::Created],
    ),
    (
        "Quiet for a week",
        &[(0, "all"), (1, "status:waiting"), (1, "touched_before:7")],
        Order::Oldest,
        Grouping::Nothing,
        &[Column::Owner],
    ),
];

/// Makes them all, for everyone.
///
/// # Errors
/// When the data cannot be written, or one of them is refused.
pub async fn make(p: &Platform, staff: &BTreeMap<&'static str, Staff>) -> Result<()> {
    let actor = staff.get("ingrid").map(Staff::actor).context("nobody is called ingrid")?;
    for (name, lines, order, grouped, more) in ALL {
        let lines: Vec<_> = lines.iter().map(|(depth, code)| (*depth, (*code).to_owned())).collect();
        let when = views::tree(&lines).map_err(|refusal| Fault::new(format!("the view {name}: {refusal}")))?;
        let columns = [&Column::USUAL[..], more].concat();
        let of = Listing { when, columns, grouped, order };
        let new = NewView { name: name.to_owned(), visible: Visible::Everyone, of };
        let made = commands::make_view(p, &actor, new).await;
        made.map_err(|error| Fault::new(format!("the view {name}: {error}")))?;
    }
    Ok(())
}
