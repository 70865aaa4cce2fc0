//! Pages that cannot be made larger.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::Diagnostic;
use crate::html::Name;

rule! {
    /// # What it does
    /// Reports a `<meta name="viewport">` that stops people from zooming, or stops them below twice the size.
    ///
    /// # Why it matters
    /// People with poor sight, and anybody without their glasses, spread two fingers to read.
    /// WCAG 2.2, 1.4.4 Resize Text (AA).
    ///
    /// # Example
    /// ```html
    /// <meta name="viewport" content="width=device-width, user-scalable=no">
    /// ```
    ///
    /// # Use instead
    /// ```html
    /// <meta name="viewport" content="width=device-width, initial-scale=1">
    /// ```
    ///
    /// # What it cannot see
    /// What a script does when fingers are spread.
    "blocked-zoom" Error act ["b4f0c3"] checks [Finished(check)]
}
fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    for meta in context.document.all(Name::Meta).filter(|meta| meta.says("name", "viewport")) {
        let Some(content) = meta.attribute("content") else { continue };
        let mut what = None;
        for (key, value) in properties(&content) {
            if key.eq_ignore_ascii_case("user-scalable") && !may_scale(value) {
                what = Some("this page cannot be zoomed");
            } else if key.eq_ignore_ascii_case("maximum-scale") && !is_large(value) {
                what = what.or(Some("this page cannot be zoomed to twice its size"));
            }
        }
        if let Some(message) = what {
            let help = "write `width=device-width, initial-scale=1` and nothing more";
            found.push(context.report(&RULE, &meta, message).help(help));
        }
    }
}

/// The keys with their values, as browsers take them apart.
fn properties(content: &str) -> impl Iterator<Item = (&str, &str)> {
    content.split([',', ';']).flat_map(|part| {
        let mut rest = part.trim_ascii();
        std::iter::from_fn(move || {
            let (key, after) = rest.split_once('=')?;
            let after = after.trim_ascii_start();
            let (value, next) = after.split_once(|letter: char| letter.is_ascii_whitespace()).unwrap_or((after, ""));
            rest = next.trim_ascii_start();
            Some((key.trim_ascii().rsplit(' ').next().unwrap_or(""), value))
        })
    })
}

fn may_scale(value: &str) -> bool {
    is_device(value) || value.eq_ignore_ascii_case("yes") || number(value).is_some_and(|number| number.abs() >= 1.0)
}

fn is_large(value: &str) -> bool {
    is_device(value) || number(value).is_some_and(|number| !(0.0..2.0).contains(&number))
}

fn is_device(value: &str) -> bool {
    value.eq_ignore_ascii_case("device-width") || value.eq_ignore_ascii_case("device-height")
}

/// The number that a value begins with.
fn number(value: &str) -> Option<f64> {
    let end = value
        .bytes()
        .enumerate()
        .position(|(at, byte)| !(byte.is_ascii_digit() || byte == b'.' || at == 0 && matches!(byte, b'-' | b'+')));
    value[..end.unwrap_or(value.len())].parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_taken_apart_as_browsers_do() {
        let read = |content: &'static str| properties(content).collect::<Vec<_>>();
        assert_eq!(read("width=device-width,user-scalable = no"), [("width", "device-width"), ("user-scalable", "no")]);
        assert_eq!(read("a=1 b=2;c=3"), [("a", "1"), ("b", "2"), ("c", "3")]);
        assert!(may_scale("-5") && may_scale("1.0") && !may_scale("0.5") && !may_scale("maybe"));
        assert!(is_large("2") && is_large("-1") && !is_large("1.9") && !is_large("yes") && !is_large("0"));
    }
}
