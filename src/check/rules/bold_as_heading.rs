//! Bold lines in the place of headings.

use super::super::rule::rule;
use crate::check::PageContext;
use crate::diagnostic::Diagnostic;
use crate::model::{BlockKind, Form, Mark, MarkKind};

rule! {
    /// # What it does
    /// Reports a paragraph that is nothing but a few bold words, with text after it.
    ///
    /// # Why it matters
    /// It looks like a heading, and is none: a screen reader's list of headings does not hold it, nor does the list
    /// of contents. Its reader goes through the page blind.
    /// WCAG 2.2, 1.3.1 Info and Relationships (A); 2.4.6 Headings and Labels (AA).
    ///
    /// # Example
    /// ```md
    /// **What it costs**
    ///
    /// Nothing.
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// ## What it costs
    ///
    /// Nothing.
    /// ```
    ///
    /// # What it cannot see
    /// Headings that are larger or coloured letters in raw HTML.
    "bold-as-heading" Warning checks [Page(check)]
}

/// More words than this are a stressed sentence, not a heading.
const MOST: usize = 12;

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    let prose = context.prose;
    // In Easy Read bold words are hard words, and a row may be one of them.
    if context.page.variant.form == Form::Easy {
        return;
    }
    let is_strong = |mark: &Mark| mark.kind == MarkKind::Strong;
    for (place, block) in prose.blocks.iter().enumerate() {
        if block.kind != BlockKind::Paragraph || block.is_said || !prose.marks_of(block).iter().any(is_strong) {
            continue;
        }
        let words = prose.words(block).trim();
        let bare = words.trim_end_matches(':');
        let is_short = !words.is_empty() && words.split_whitespace().count() <= MOST && !words.contains('\n');
        let is_sentence = bare.ends_with(['.', '!', '”', '"']);
        if !is_short || is_sentence {
            continue;
        }
        let marks = prose.marks_of(block);
        let is_bold = marks
            .iter()
            .any(|mark| is_strong(mark) && prose.text[mark.range.clone()].trim().trim_end_matches(':') == bare);
        let has_link = marks.iter().any(|mark| mark.kind == MarkKind::Link);
        let is_followed = prose.blocks.get(place + 1).is_some_and(|next| !matches!(next.kind, BlockKind::Heading(_)));
        if is_bold && is_followed && !has_link {
            let level = prose.blocks[..place].iter().rev().find_map(|block| match block.kind {
                BlockKind::Heading(level) => Some((level + 1).min(6)),
                _ => None,
            });
            let signs = "#".repeat(usize::from(level.unwrap_or(2)));
            found.push(
                RULE.finding(format!("\"{bare}\" looks like a heading and is none"))
                    .at(prose.place(block.written.clone()))
                    .help(format!("write it as a heading: `{signs} {bare}`"))
                    .note("WCAG 2.2, 1.3.1 Info and Relationships (A)"),
            );
        }
    }
}
