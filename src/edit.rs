//! Mends sources where a finding knows for sure what to write: the new text, and what changed as a person reads it.
//!
//! Nothing is written here; `check --fix` does that, a whole file at a time.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::diagnostic::{Diagnostic, Fix};
use crate::source::FileId;

/// The mends of each file, in the order of places. Where two touch the same bytes the first is made, and the other is left
/// for the next run, which sees what came of it.
pub fn mends(found: &[Diagnostic]) -> BTreeMap<FileId, Vec<&Fix>> {
    let mut by_file: BTreeMap<FileId, Vec<&Fix>> = BTreeMap::new();
    for fix in found.iter().filter_map(|finding| finding.fix.as_ref()) {
        by_file.entry(fix.span.file).or_default().push(fix);
    }
    for fixes in by_file.values_mut() {
        fixes.sort_by_key(|fix| (fix.span.start, fix.span.end));
        let mut end = 0;
        fixes.retain(|fix| {
            let is_apart = fix.span.start >= end;
            if is_apart {
                end = fix.span.end.max(fix.span.start + 1);
            }
            is_apart
        });
    }
    by_file
}

/// A text with its mends made. One whose place is not in the text is left out.
pub fn mended(text: &str, fixes: &[&Fix]) -> String {
    let mut written = String::with_capacity(text.len());
    let mut at = 0;
    for fix in fixes {
        let (start, end) = (fix.span.start as usize, fix.span.end as usize);
        if start >= at && text.get(start..end).is_some() {
            written.push_str(&text[at..start]);
            written.push_str(&fix.replacement);
            at = end;
        }
    }
    written.push_str(&text[at..]);
    written
}

/// What changed, line by line: `-` was there, `+` is there now. Lines far from a change are left out.
pub fn difference(path: &str, text: &str, fixes: &[&Fix]) -> String {
    let mut shown = String::new();
    let mut at = 0;
    while at < fixes.len() {
        // Mends that touch the same lines are shown together.
        let start = line_start(text, fixes[at].span.start as usize);
        let mut end = line_end(text, fixes[at].span.end as usize);
        let mut until = at + 1;
        while until < fixes.len() && line_start(text, fixes[until].span.start as usize) < end {
            end = line_end(text, fixes[until].span.end as usize);
            until += 1;
        }
        let before = text.get(start..end).unwrap_or_default();
        let moved: Vec<Fix> = fixes[at..until]
            .iter()
            .map(|fix| {
                let mut fix = (*fix).clone();
                let clip = |at: u32| at.saturating_sub(u32::try_from(start).unwrap_or(u32::MAX));
                (fix.span.start, fix.span.end) = (clip(fix.span.start), clip(fix.span.end));
                fix
            })
            .collect();
        let after = mended(before, &moved.iter().collect::<Vec<_>>());
        let number = text.get(..start).unwrap_or_default().matches('\n').count() + 1;
        let _ = writeln!(shown, "{path}:{number}");
        for (mark, lines) in [('-', before), ('+', after.as_str())] {
            for line in lines.lines() {
                let _ = writeln!(shown, "{mark} {}", line.replace(char::is_control, " "));
            }
        }
        at = until;
    }
    shown
}

fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1)
}

fn line_end(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|after| after.find('\n')).map_or(text.len(), |newline| at + newline + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    fn finding(start: usize, end: usize, replacement: &str) -> Diagnostic {
        let span = Span::new(FileId(0), start..end);
        Diagnostic::error("a-rule", "x").at(span).fix(span, replacement)
    }

    #[test]
    fn mends_are_made_in_order_and_none_into_another() {
        let text = "one two\nthree\nfour\n";
        let found = [finding(14, 18, "FOUR"), finding(0, 3, "ONE"), finding(1, 5, "no"), finding(4, 7, "TWO")];
        let fixes = &mends(&found)[&FileId(0)];
        assert_eq!(mended(text, fixes), "ONE TWO\nthree\nFOUR\n");
        assert_eq!(difference("a.md", text, fixes), "a.md:1\n- one two\n+ ONE TWO\na.md:3\n- four\n+ FOUR\n");
    }

    #[test]
    fn words_are_put_in_and_taken_out() {
        let found = [finding(2, 2, " "), finding(7, 7, "!"), finding(7, 7, "?")];
        assert_eq!(mended("##Money", &mends(&found)[&FileId(0)]), "## Money!");
        assert_eq!(difference("a.md", "##Money", &mends(&found)[&FileId(0)]), "a.md:1\n- ##Money\n+ ## Money!\n");
    }

    #[test]
    fn a_place_that_is_not_there_changes_nothing() {
        let found = [finding(1, 2, "x"), finding(40, 50, "x")];
        assert_eq!(mended("ż", &mends(&found)[&FileId(0)]), "ż");
        difference("a.md", "ż", &mends(&found)[&FileId(0)]);
    }
}
