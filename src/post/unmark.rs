//! Takes the source marks off a page; nothing else of it changes.

use memchr::memmem;

/// How a mark begins. Neither text nor the value of an attribute can hold these bytes, as `"` is escaped in both.
const MARK: &[u8] = b" data-sp=\"";

/// Cuts every ` data-sp="…"` out of a page. A second pass changes nothing.
pub fn unmark(html: String) -> String {
    let mut html = html;
    // Cutting can bring two halves of a mark together only in HTML that no writer of ours makes; the second look costs
    // a third of a microsecond.
    while let Some(first) = memmem::find(html.as_bytes(), MARK) {
        match cut(&html, first) {
            Some(cut) => html = cut,
            None => break,
        }
    }
    html
}

/// The page without its marks; nothing where not one of them ends.
fn cut(html: &str, first: usize) -> Option<String> {
    let finder = memmem::Finder::new(MARK);
    let mut clean = String::with_capacity(html.len());
    let (mut from, mut next) = (0, Some(first));
    while let Some(start) = next {
        let value = start + MARK.len();
        let Some(length) = memchr::memchr(b'"', &html.as_bytes()[value..]) else {
            break;
        };
        clean.push_str(&html[from..start]);
        from = value + length + 1;
        next = finder.find(&html.as_bytes()[from..]).map(|at| from + at);
    }
    (from > 0).then(|| clean + &html[from..])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn cuts_marks_and_nothing_else() {
        let marked = "<p data-sp=\"10-20\">a <a href=\"/x/\" data-sp=\"1-2\">b</a> data-sp=&quot;1&quot;</p>";
        assert_eq!(unmark(marked.into()), "<p>a <a href=\"/x/\">b</a> data-sp=&quot;1&quot;</p>");
        assert_eq!(unmark("<p data-sp=\"10".into()), "<p data-sp=\"10");
    }

    proptest! {
        #![proptest_config(crate::seeded::seeded(256))]

        #[test]
        fn a_second_pass_changes_nothing(html in "( data-sp=|\"|[0-9]|<p|>|é| data-sp=\"1-2\"){0,40}") {
            let once = unmark(html);
            prop_assert_eq!(unmark(once.clone()), once);
        }
    }
}
