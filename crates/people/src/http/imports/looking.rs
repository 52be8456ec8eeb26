//! A file before one begins: how it is read, and what would become of its first rows.

use maud::{Markup, html};
use platform::web::assets::icon;

use super::super::customer::entry::choice;
use super::page_of;
use crate::field::Field;
use crate::file::rules::phones::COUNTRIES;
use crate::import::rules::charset::Charset;
use crate::import::rules::columns::{COLUMNS, Column};
use crate::import::rules::draft::Draft;
use crate::import::rules::table::DELIMITERS;
use crate::import::{Form, Import, Line};
use crate::staff::Who;

pub(super) fn markup(who: &Who, it: &Import, fields: &[Field], rows: &[(Draft, Line, String)]) -> Markup {
    let say = &who.say;
    html! {
        form.card.col.g-5 #reading method="post" action=(page_of(&it.id)) {
            header { h2 { (it.name) } }
            p.soft { (say.text("imports-nothing-yet")) }
            div.cols.half {
                (charsets(who, it))
                @if it.form == Form::Table { (delimiters(who, it)) }
                (countries(who, it))
            }
            @if it.form == Form::Table {
                label.check {
                    input.box type="checkbox" name="heading" value="1" checked[it.plan.heading];
                    span { (say.text("imports-heading")) }
                }
                fieldset.col.g-4 {
                    legend { (say.text("imports-columns")) }
                    div.cols.half { @for place in 0..it.plan.columns.len() { (column(who, it, fields, place)) } }
                }
            }
            label.check {
                input.box type="checkbox" name="overwrite" value="1" checked[it.plan.overwrite];
                span { (say.text("imports-overwrite")) }
            }
            div.row.wrap.g-3.end-x {
                button.btn name="do" value="look" { (icon("repeat")) (say.text("imports-look-again")) }
                button.btn.primary name="do" value="start" { (say.text("imports-start")) }
            }
        }
        (preview(who, rows))
        form method="post" action={ (page_of(&it.id)) "/stop" } {
            button.btn.small { (icon("x")) (say.text("imports-leave")) }
        }
    }
}

fn charsets(who: &Who, it: &Import) -> Markup {
    let name = |charset: Charset| match charset {
        Charset::Utf8 => "UTF-8".to_owned(),
        Charset::Windows => "Windows (1252)".to_owned(),
        Charset::Macintosh => "Macintosh".to_owned(),
        Charset::Dos => "DOS (850)".to_owned(),
    };
    let options: Vec<_> =
        Charset::ALL.into_iter().map(|one| (one.code(), name(one), one == it.plan.charset())).collect();
    choice("charset", "charset", &who.say.text("imports-charset"), &options)
}

fn delimiters(who: &Who, it: &Import) -> Markup {
    let codes: Vec<String> = DELIMITERS.iter().map(u8::to_string).collect();
    let name = |one: u8| match one {
        b',' => who.say.text("imports-delimiter-comma"),
        b';' => who.say.text("imports-delimiter-semicolon"),
        b'\t' => who.say.text("imports-delimiter-tab"),
        _ => who.say.text("imports-delimiter-bar"),
    };
    let options: Vec<_> = DELIMITERS
        .into_iter()
        .zip(&codes)
        .map(|(one, code)| (code.as_str(), name(one), one == it.plan.delimiter))
        .collect();
    choice("delimiter", "delimiter", &who.say.text("imports-delimiter"), &options)
}

fn countries(who: &Who, it: &Import) -> Markup {
    let none = ("", "–".to_owned(), it.plan.country.is_empty());
    let all =
        COUNTRIES.iter().map(|one| (one.code, format!("{} +{}", one.code, one.prefix), one.code == it.plan.country));
    let options: Vec<_> = std::iter::once(none).chain(all).collect();
    choice("country", "country", &who.say.text("imports-country"), &options)
}

fn column(who: &Who, it: &Import, fields: &[Field], place: usize) -> Markup {
    let say = &who.say;
    let chosen = it.plan.columns.get(place).cloned().unwrap_or_default();
    let heads = it.plan.heads.get(place).filter(|head| !head.is_empty());
    let label = heads.cloned().unwrap_or_else(|| format!("{} {}", say.text("imports-column"), place + 1));
    let own: Vec<Column> = fields.iter().map(|field| Column::Own(field.id.clone())).collect();
    let name = |column: &Column| match column.message() {
        Some(id) => say.text(id),
        None => fields
            .iter()
            .find(|field| field.id.as_str() == column.code())
            .map(|field| field.name.clone())
            .unwrap_or_default(),
    };
    let options: Vec<_> =
        COLUMNS.iter().chain(&own).map(|column| (column.code(), name(column), *column == chosen)).collect();
    let id = format!("column-{place}");
    choice(&id, &id, &label, &options)
}

fn preview(who: &Who, rows: &[(Draft, Line, String)]) -> Markup {
    let say = &who.say;
    html! {
        section.col.g-4 aria-labelledby="rows-t" {
            h2 #rows-t { (say.text("imports-first-rows")) }
            @if rows.is_empty() { p.soft { (say.text("imports-no-rows")) } } @else {
                div.table-wrap tabindex="0" role="group" aria-labelledby="rows-t" {
                    table.table {
                        thead {
                            tr {
                                @for id in ["imports-row", "imports-becomes", "customers-column-name",
                                    "customers-column-address", "customers-phones", "organisations-one", "imports-remarks"] {
                                    th scope="col" { (say.text(id)) }
                                }
                            }
                        }
                        tbody { @for (draft, line, name) in rows { (row(who, draft, line, name)) } }
                    }
                }
            }
        }
    }
}

fn row(who: &Who, draft: &Draft, line: &Line, name: &str) -> Markup {
    html! {
        tr {
            th scope="row" { (who.say.number(line.number)) }
            td.nowrap { (super::report::chip(who, line.outcome)) }
            td { @if name.is_empty() { (draft.name) } @else { (name) } }
            td { (draft.addresses.join(", ")) }
            td.nowrap { (draft.phones.join(", ")) }
            td { (draft.organisation) }
            td { @for remark in super::remarks(who, line) { p { (remark) } } }
        }
    }
}
