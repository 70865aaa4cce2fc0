//! Numbers and addresses that a record holds, written by hand.

use super::super::rule::rule;
use crate::check::PageContext;
use crate::data::Figure;
use crate::diagnostic::Diagnostic;
use crate::model::BlockKind;
use crate::source::Span;

rule! {
    /// # What it does
    /// Reports a phone number or an email address in a page's text that is the same as one in `data/contacts.yaml`.
    ///
    /// # Why it matters
    /// When it changes, the record is mended and the sentence is not. The next carer rings the old number.
    /// Judgement.
    ///
    /// # Example
    /// ```md
    /// Call us on 01632 960123.
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// Call us on [phone](contact:carers-hub).
    /// ```
    ///
    /// # What it cannot see
    /// Numbers that no record holds. It passes over front matter, where a record cannot be named inside a sentence.
    "hand-written-contact" Warning checks [Page(check)]
}

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    let (prose, gathered) = (context.prose, context.gathered);
    let body = prose.blocks.iter().find(|block| !matches!(block.kind, BlockKind::Front(_)));
    let Some(start) = body.map(|block| block.written.start) else { return };
    for (figure, span) in &context.facts.figures {
        let holder = gathered.numbers.get(figure).filter(|_| matches!(figure, Figure::Phone(_)));
        if let Some((id, way)) = holder.filter(|_| span.start as usize >= start) {
            report(*span, "number", id, way, found);
        }
    }
    for (at, _) in prose.text.match_indices('@') {
        let is_part = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | '_' | '+');
        let from = at - prose.text[..at].chars().rev().take_while(|letter| is_part(*letter)).count();
        let to = at + 1 + prose.text[at + 1..].find(|letter| !is_part(letter)).unwrap_or(prose.text.len() - at - 1);
        let to = from + prose.text.get(from..to).unwrap_or_default().trim_end_matches('.').len();
        let Some(email) = prose.text.get(from..to) else { continue };
        let Some(id) = gathered.emails.get(&email.to_ascii_lowercase()) else { continue };
        let span = prose.span(from..to);
        if span.start as usize >= start {
            report(span, "address", id, "email", found);
        }
    }
}

fn report(span: Span, what: &str, id: &str, way: &str, found: &mut Vec<Diagnostic>) {
    found.push(
        RULE.finding(format!("this {what} belongs to the record `{id}`"))
            .at(span)
            .help(format!("write `[{way}](contact:{id})`: it then changes here when the record changes")),
    );
}
