//! Notices what Markdown takes for plain text though its author meant more: a heading glued to its marks, bullets pasted
//! from a word processor, a fence with too few colons, a link with a space in its name.

use std::ops::Range;

use super::Body;
use crate::diagnostic::Diagnostic;

/// Characters that word processors begin the items of a list with.
const PASTED_BULLETS: &[char] = &['•', '·', '▪', '●', '◦', '‣', '–'];

impl Body<'_> {
    /// Looks through a piece of Markdown, a line at a time; code is passed over.
    pub(super) fn slips(&mut self, range: Range<usize>) {
        let text = self.text;
        let range_end = range.end;
        let mut code: Option<&str> = None;
        let mut was_bullet = false;
        let mut start = range.start;
        for line in text[range].split_inclusive('\n') {
            let bare = line.trim_start();
            let at = start + (line.len() - bare.len())..start + line.trim_end().len();
            start += line.len();
            if at.start >= at.end {
                continue;
            }
            let fence = ["```", "~~~"].into_iter().find(|fence| bare.starts_with(fence));
            match (code, fence) {
                (None, Some(fence)) => code = Some(fence),
                (Some(open), Some(fence)) if open == fence => code = None,
                _ => {}
            }
            // Four spaces make code too.
            if code.is_some() || fence.is_some() || line.starts_with("    ") || line.starts_with('\t') {
                continue;
            }
            let bare = bare.trim_end();
            let is_bullet = bare.starts_with(PASTED_BULLETS) && bare.contains(char::is_whitespace);
            if is_bullet && !was_bullet {
                self.pasted_bullets(at.clone(), range_end);
            }
            was_bullet = is_bullet;
            self.glued_heading(bare, at.clone());
            self.short_fence(bare, at.clone());
            self.broken_link_syntax(bare, at.start);
        }
    }

    fn pasted_bullets(&mut self, at: Range<usize>, end: usize) {
        let span = self.span(at.clone());
        let finding =
            Diagnostic::warning("pasted-bullets", "these bullets were pasted, and run together into one paragraph")
                .at(span)
                .help("begin each line of a list with `- `");
        let finding = match listed(&self.text[at.start..end]) {
            Some((length, list)) => finding.fix(self.span(at.start..at.start + length), list),
            None => finding,
        };
        self.report(finding);
    }

    fn glued_heading(&mut self, line: &str, at: Range<usize>) {
        let words = line.trim_start_matches('#');
        let level = line.len() - words.len();
        if (2..=6).contains(&level) && words.starts_with(char::is_alphabetic) {
            let span = self.span(at);
            let marks = &line[..level];
            self.report(
                Diagnostic::error("glued-heading", "this heading is shown as plain text")
                    .at(span)
                    .help(format!("put a space after `{marks}`"))
                    .fix(span, format!("{marks} {words}")),
            );
        }
    }

    fn short_fence(&mut self, line: &str, at: Range<usize>) {
        let Some(rest) = line.strip_prefix("::").filter(|rest| !rest.starts_with(':')) else {
            return;
        };
        let name = rest.split_whitespace().next().unwrap_or_default();
        if self.theme.components.contains_key(name) {
            let span = self.span(at);
            self.report(
                Diagnostic::error("short-fence", "this fence has only two colons")
                    .at(span)
                    .help(format!("write `::: {name}`, and `:::` on a line of its own where it ends")),
            );
        }
    }

    /// `[words](a name with spaces.pdf)`, `[words] (/page/)` and `(words)[/page/]` are no links.
    fn broken_link_syntax(&mut self, line: &str, start: usize) {
        for (at, _) in line.match_indices('[') {
            let Some(close) = line[at..].find(']').map(|close| at + close) else {
                continue;
            };
            if line[..at].ends_with('\\') || line[..close].ends_with('\\') {
                continue;
            }
            let after = &line[close + 1..];
            let swapped = line[..at].ends_with(')') && is_address(&line[at + 1..close]);
            let apart = after.starts_with(" (") && after[2..].split(')').next().is_some_and(is_address);
            let spaced = after.strip_prefix('(').is_some_and(|rest| {
                let name = rest.split(')').next().unwrap_or_default();
                name.contains(' ') && !name.starts_with('<') && !name.contains(['"', '\'', '`']) && rest.contains(')')
            });
            let in_code = line[..at].matches('`').count() % 2 == 1;
            if in_code || !(swapped || apart || spaced) {
                continue;
            }
            let help = match (spaced, apart) {
                (true, _) => "put < and > round a name with spaces: `[words](<my file.pdf>)`",
                (_, true) => "take away the space between `]` and `(`",
                _ => "write the words in [ ] and the address in ( )",
            };
            let span = self.span(start + at..start + line.len());
            let finding =
                Diagnostic::error("broken-link-syntax", "this link is shown as plain text").at(span).help(help);
            // The space between the two halves is all that keeps it from being a link.
            let gap = start + close + 1;
            self.report(if apart { finding.fix(self.span(gap..gap + 1), "") } else { finding });
        }
    }
}

/// The lines of a pasted list as Markdown writes them, and how many bytes they take; nothing for a single line, which may be
/// no list, or for dashes, which may be speech.
fn listed(text: &str) -> Option<(usize, String)> {
    let mut list = String::new();
    let (mut length, mut count) = (0, 0);
    for line in text.split_inclusive('\n') {
        let bare = line.trim_start_matches(' ');
        let Some(words) = bare.strip_prefix(|letter| letter != '–' && PASTED_BULLETS.contains(&letter)) else {
            break;
        };
        let indent = if count == 0 { "" } else { &line[..line.len() - bare.len()] };
        list.push_str(indent);
        list.push_str("- ");
        list.push_str(words.trim_start_matches([' ', '\t', '\u{a0}']));
        length += line.len();
        count += 1;
    }
    let end = text[..length].trim_end().len();
    (count > 1).then(|| (end, list.trim_end().to_owned()))
}

fn is_address(text: &str) -> bool {
    (text.starts_with(['/', '.', '#']) || text.starts_with("http") || text.ends_with(".md")) && !text.contains(' ')
}
