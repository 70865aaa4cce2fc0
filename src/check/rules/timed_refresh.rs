//! Pages that go elsewhere by themselves.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::{Diagnostic, Severity};
use crate::html::Name;

rule! {
    /// # What it does
    /// Reports a `<meta http-equiv="refresh">` that loads a page again, or another one, after a time.
    ///
    /// # Why it matters
    /// Who reads slowly, or listens, has not come to the end when the page is gone.
    /// At once is fine: nobody has begun to read. WCAG 2.2, 2.2.1 Timing Adjustable (A), 2.2.4 Interruptions (AAA).
    ///
    /// # Example
    /// ```html
    /// <meta http-equiv="refresh" content="30; url=/services/">
    /// ```
    ///
    /// # Use instead
    /// ```html
    /// <a href="/services/">All services</a>
    /// ```
    ///
    /// # What it cannot see
    /// Scripts that do the same.
    "timed-refresh" Error act ["bc659a", "bisz58"] checks [Finished(check)]
}
/// From here on, in seconds, time is no matter for reading (WCAG: twenty hours).
const LONG: f64 = 72_000.0;

fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    let mut refreshes = context.document.all(Name::Meta).filter(|meta| meta.says("http-equiv", "refresh"));
    // Browsers do what the first says that they understand.
    let Some((meta, seconds)) = refreshes.find_map(|meta| Some((meta, seconds(&meta.attribute("content")?)?))) else {
        return;
    };
    if seconds > 0.0 {
        let act: &[&str] = if seconds > LONG { &["bisz58"] } else { &["bc659a", "bisz58"] };
        let mut finding =
            context.report_as(&RULE, act, &meta, format!("this page goes on by itself after {seconds} s"));
        if seconds > LONG {
            finding.severity = Severity::Advice;
        }
        found.push(finding.help("take it out, and put a link where people should go on"));
    }
}

/// The time of a refresh (HTML, 4.2.5.3 "shared declarative refresh steps"); nothing where browsers do nothing.
fn seconds(content: &str) -> Option<f64> {
    let content = content.trim_ascii_start();
    let length = content.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = content.split_at(length);
    if digits.is_empty() && !rest.starts_with('.') {
        return None;
    }
    let rest = rest.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '.');
    let ends = rest.is_empty()
        || rest.starts_with([';', ','])
        || rest.starts_with(|letter: char| letter.is_ascii_whitespace());
    ends.then(|| digits.parse().unwrap_or(0.0))
}

#[cfg(test)]
mod tests {
    use super::seconds;

    #[test]
    fn the_time_is_read_as_browsers_do() {
        for (content, wanted) in [
            ("30", Some(30.0)),
            (" 5; url=/a/", Some(5.0)),
            ("0;/a/", Some(0.0)),
            ("1.9, url=x", Some(1.0)),
            (".5", Some(0.0)),
            ("-5; url=/a/", None),
            ("5x", None),
            ("", None),
        ] {
            assert_eq!(seconds(content), wanted, "{content}");
        }
    }
}
