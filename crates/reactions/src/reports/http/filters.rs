//! Which period, of what, beside what.

use maud::{Markup, html};
use platform::web::assets::icon_small;

use super::{HERE, Seen};
use crate::reports::asking::Unclear;
use crate::reports::rules::period::Preset;

const fn text(preset: Preset) -> &'static str {
    match preset {
        Preset::Today => "reports-today",
        Preset::Week => "reports-week",
        Preset::FourWeeks => "reports-four-weeks",
        Preset::Month => "reports-month",
        Preset::LastMonth => "reports-last-month",
        Preset::Year => "reports-year",
    }
}

pub(super) fn filters(seen: &Seen<'_>) -> Markup {
    let (say, wanted) = (seen.say, &seen.wanted);
    html! {
        section.card.col.g-5 aria-label=(say.text("reports-which")) {
            div.seg role="group" aria-label=(say.text("reports-days")) {
                @for preset in Preset::ALL {
                    a href=(wanted.address(HERE, &[("period", preset.code()), ("from", ""), ("to", "")]))
                        aria-current=[(seen.it.preset == Some(preset) && seen.unclear.is_none()).then_some("true")] {
                        (say.text(text(preset)))
                    }
                }
            }
            form.col.g-4 method="get" action=(HERE) {
                div.tiles {
                    (date(seen, "from", &say.text("reports-from"), &wanted.from))
                    (date(seen, "to", &say.text("reports-to"), &wanted.to))
                    (departments(seen))
                    (only(seen))
                }
                @if seen.unclear.is_some() {
                    p.error #unclear { (icon_small("alert")) (say.text("reports-unclear")) }
                }
                @if !wanted.by.is_empty() { input type="hidden" name="by" value=(wanted.by); }
                div.row.wrap {
                    label.check {
                        input.box type="checkbox" name="compare" value="1" checked[seen.it.compare];
                        span { (say.text("reports-compare")) }
                    }
                    button.btn.push { (say.text("reports-show")) }
                }
            }
        }
    }
}

fn date(seen: &Seen<'_>, name: &str, label: &str, typed: &str) -> Markup {
    let period = seen.it.asked.period;
    let day = if name == "from" { period.from } else { period.to };
    let wrong = seen.unclear == Some(Unclear::Period);
    let value = if wrong { typed.to_owned() } else { day.to_string() };
    html! {
        div.field {
            label for=(name) { (label) }
            input.input id=(name) type="date" name=(name) value=(value) aria-invalid=[wrong.then_some("true")]
                aria-describedby=[wrong.then_some("unclear")];
        }
    }
}

fn departments(seen: &Seen<'_>) -> Markup {
    let (say, chosen) = (seen.say, seen.it.asked.department.as_deref());
    html! {
        div.field {
            label for="department" { (say.text("reports-department")) }
            select.input id="department" name="department" {
                option value="" { (say.text("reports-everything")) }
                @for (id, name) in &seen.names.departments {
                    option value=(id) selected[chosen == Some(id.as_str())] { (name) }
                }
            }
        }
    }
}

fn only(seen: &Seen<'_>) -> Markup {
    let (say, names) = (seen.say, &seen.names);
    let languages: Vec<(String, String)> =
        base::Language::ALL.iter().map(|one| (one.code().to_owned(), one.own_name().to_owned())).collect();
    let groups = [
        ("staff", "reports-staff", &names.staff),
        ("mailbox", "reports-mailbox", &names.mailboxes),
        ("tag", "reports-tag", &names.tags),
        ("policy", "reports-policy", &names.policies),
        ("language", "reports-language", &languages),
    ];
    html! {
        div.field {
            label for="of" { (say.text("reports-only")) }
            select.input id="of" name="of" {
                option value="" { (say.text("reports-everything")) }
                @for (dim, title, all) in groups {
                    @if !all.is_empty() {
                        optgroup label=(say.text(title)) {
                            @for (id, name) in all {
                                @let value = format!("{dim}:{id}");
                                option value=(value) selected[seen.wanted.of == value] { (name) }
                            }
                        }
                    }
                }
            }
        }
    }
}
