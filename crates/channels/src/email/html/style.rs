//! The little of a mail's styles that its original may keep: how words look and where they stand.
//!
//! Nothing in it can load anything, cover anything or hold a script: names and values are both on lists,
//! and a value has no function but for colours (T13).

/// What may be set.
const NAMES: [&str; 42] = [
    "background-color",
    "border",
    "border-bottom",
    "border-bottom-color",
    "border-bottom-style",
    "border-bottom-width",
    "border-collapse",
    "border-color",
    "border-left",
    "border-radius",
    "border-right",
    "border-spacing",
    "border-style",
    "border-top",
    "border-width",
    "color",
    "direction",
    "font-family",
    "font-size",
    "font-style",
    "font-weight",
    "height",
    "letter-spacing",
    "line-height",
    "list-style-type",
    "margin",
    "margin-bottom",
    "margin-left",
    "margin-right",
    "margin-top",
    "max-width",
    "padding",
    "padding-bottom",
    "padding-left",
    "padding-right",
    "padding-top",
    "text-align",
    "text-decoration",
    "text-transform",
    "vertical-align",
    "white-space",
    "width",
];
/// The only functions a value may have.
const FUNCTIONS: [&str; 4] = ["rgb", "rgba", "hsl", "hsla"];
/// Longest value.
const VALUE_MAX: usize = 200;
/// Most declarations of one element.
const DECLARATIONS_MAX: usize = 30;

/// The names, for whoever checks again.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    NAMES.into_iter()
}

/// The declarations that may stay; may be empty.
pub(super) fn clean(style: &str) -> String {
    let mut out = String::new();
    for declaration in style.split(';').take(DECLARATIONS_MAX) {
        let Some((name, value)) = declaration.split_once(':') else { continue };
        let name = name.trim().to_ascii_lowercase();
        // A background of one colour is a colour; all else a background can hold is not let in.
        let name = if name == "background" { "background-color" } else { name.as_str() };
        let value = value.trim().to_ascii_lowercase();
        if NAMES.contains(&name) && is_plain(&value) {
            if !out.is_empty() {
                out.push(';');
            }
            out.push_str(&format!("{name}:{}", value.replace(['"', '\''], "")));
        }
    }
    out
}

fn is_plain(value: &str) -> bool {
    let in_order = value.chars().all(|c| c.is_ascii_alphanumeric() || " #%.,()-'\"!".contains(c));
    // What stands before each bracket is the name of a function.
    let functions_good = || {
        value.match_indices('(').all(|(at, _)| {
            let name = value[..at].rsplit(|c: char| !c.is_ascii_alphanumeric() && c != '-').next();
            name.is_some_and(|name| FUNCTIONS.contains(&name))
        })
    };
    !value.is_empty() && value.len() <= VALUE_MAX && in_order && functions_good()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_stay_and_everything_that_does_something_goes() {
        for (style, expected) in [
            ("color: RED ; font-size:12px", "color:red;font-size:12px"),
            ("background:#fff", "background-color:#fff"),
            ("color: rgb(1, 2, 3)", "color:rgb(1, 2, 3)"),
            ("font-family: 'Segoe UI', \"Arial\"", "font-family:segoe ui, arial"),
            ("background: url(https://evil.example/x.png)", ""),
            ("background-image:url(x)", ""),
            ("color: url(x)", ""),
            ("color: red url (x)", ""),
            ("width: expression(alert(1))", ""),
            ("width: calc(1px)", ""),
            // Letters of several bytes before a bracket.
            ("color: \u{fffd}rgb(1, 2, 3)", ""),
            ("color: é(1); width: 1px", "width:1px"),
            ("color: \\75rl(x)", ""),
            ("color: u/**/rl(x)", ""),
            ("color: red}body{background:url(x)", ""),
            ("@import 'x'; color:red", "color:red"),
            ("position:fixed;top:0;z-index:9;color:red", "color:red"),
            ("behavior:url(x);-moz-binding:url(x)", ""),
            ("content: 'x'; cursor: pointer", ""),
            ("font-family: \"a;color:red", "font-family:a;color:red"),
            ("list-style: url(x)", ""),
            ("--x: 1; width: var(--x)", ""),
            ("color", ""),
            ("", ""),
        ] {
            assert_eq!(clean(style), expected, "{style}");
        }
        assert_eq!(clean(&format!("color:{}", "x".repeat(VALUE_MAX + 1))), "");
    }
}
