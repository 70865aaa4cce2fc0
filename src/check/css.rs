//! Style sheets as rules look at them: blocks of declarations with their selector and the conditions around them.
//!
//! Reads what browsers read, as far as it matters where one thing ends and the next begins. What the declarations mean is
//! left to the rules.

use std::ops::Range;

use super::{FinishedContext, Rule};
use crate::diagnostic::Diagnostic;
use crate::html::css;
use crate::source::{FileId, Span};

/// A style sheet, or the part of a page that is one.
#[derive(Debug)]
pub struct StyleContext<'c> {
    /// Every block of declarations, in order.
    pub blocks: Vec<Block<'c>>,
    /// The page that it is part of; nothing for a sheet of its own, of which nobody knows what it is for.
    pub page: Option<&'c FinishedContext<'c>>,
    place: Place<'c>,
}

/// Where a style sheet stands.
#[derive(Clone, Copy, Debug)]
pub enum Place<'c> {
    /// In a file, from a byte on.
    File(FileId, usize),
    /// In a file of the built-in theme.
    BuiltIn(&'c str),
}

/// A block of declarations.
#[derive(Clone, Debug)]
pub struct Block<'c> {
    /// The conditions around it, such as `@media print`, the outermost first.
    pub conditions: Vec<&'c str>,
    /// Its selector.
    pub selector: &'c str,
    /// What is declared, as written.
    pub body: &'c str,
    /// The place of its selector, in bytes.
    pub range: Range<usize>,
    line: usize,
}

impl<'c> Block<'c> {
    /// Its declarations: name in small letters, and value without what makes it important.
    pub fn declarations(&self) -> impl Iterator<Item = (String, &'c str)> {
        css::declarations(self.body).filter_map(|part| {
            let (name, value) = part.split_once(':')?;
            let name = name.rsplit("*/").next().unwrap_or(name).trim().to_ascii_lowercase();
            Some((name, value.split('!').next().unwrap_or(value).trim()))
        })
    }

    /// Its selectors; a list in brackets belongs to the selector that it stands in.
    pub fn selectors(&self) -> impl Iterator<Item = &'c str> {
        let mut depth = 0_i32;
        let is_cut = move |sign: char| {
            depth += i32::from(matches!(sign, '(' | '[')) - i32::from(matches!(sign, ')' | ']'));
            sign == ',' && depth <= 0
        };
        self.selector.split(is_cut).map(str::trim)
    }

    /// Whether it says that a declaration whose name begins like this weighs more than all others.
    pub fn is_important(&self, name: &str) -> bool {
        css::declarations(self.body).any(|part| {
            let (own, value) = part.split_once(':').unwrap_or_default();
            own.trim().to_ascii_lowercase().starts_with(name) && value.to_ascii_lowercase().contains("!important")
        })
    }
}

impl<'c> StyleContext<'c> {
    /// Reads a style sheet.
    pub fn new(css: &'c str, place: Place<'c>, page: Option<&'c FinishedContext<'c>>) -> Self {
        Self { blocks: blocks(css), page, place }
    }

    /// Starts a finding about a block, at its selector.
    pub fn report(&self, rule: &Rule, block: &Block<'_>, message: impl Into<String>) -> Diagnostic {
        let finding = rule.finding(message);
        match self.place {
            Place::File(file, from) => finding.at(Span::new(file, from + block.range.start..from + block.range.end)),
            Place::BuiltIn(path) => finding.note(format!("in the theme's file {path}, line {}", block.line)),
        }
    }
}

/// Whether a style sheet says anything of paper: in `@media print`, in `@page`, or by what it imports.
pub(super) fn prints(css: &str) -> bool {
    let is_print = |condition: &str| {
        let small = condition.to_ascii_lowercase();
        small.starts_with("@media") && small.contains("print") && !small.contains("not print")
    };
    let imports = |line: &str| {
        let small = line.trim_start().to_ascii_lowercase();
        small.starts_with("@import") && small.contains("print")
    };
    blocks(css).iter().any(|block| block.selector.starts_with("@page") || block.conditions.iter().any(|c| is_print(c)))
        || css.split([';', '\n']).any(imports)
}

/// Blocks that are read; a sheet with more is beyond reading.
const MOST: usize = 50_000;
/// Conditions within conditions that are followed.
const DEEPEST: usize = 16;

fn blocks(css: &str) -> Vec<Block<'_>> {
    let bytes = css.as_bytes();
    let mut found = Vec::new();
    let mut conditions: Vec<&str> = Vec::new();
    let (mut at, mut start, mut line) = (0, 0, 1);
    while at < bytes.len() && found.len() < MOST {
        match bytes[at] {
            b'\n' => {
                line += 1;
                start += usize::from(start == at);
            }
            // What stands before a selector is no part of it.
            byte if start == at && byte.is_ascii_whitespace() => start = at + 1,
            b'/' if bytes.get(at + 1) == Some(&b'*') => {
                let end = memchr::memmem::find(&bytes[at + 2..], b"*/").map_or(bytes.len(), |end| at + 2 + end + 2);
                line += css[at..end].matches('\n').count();
                start = if start == at { end } else { start };
                at = end;
                continue;
            }
            mark @ (b'"' | b'\'') => at += 1 + memchr::memchr2(mark, b'\n', &bytes[at + 1..]).unwrap_or(0),
            b';' => start = at + 1,
            b'}' => {
                conditions.pop();
                start = at + 1;
            }
            b'{' => {
                let prelude = css[start..at].trim();
                if is_condition(prelude) && conditions.len() < DEEPEST {
                    conditions.push(prelude);
                    start = at + 1;
                } else {
                    let length = css::block_length(&css[at + 1..]);
                    let from = start + (css[start..at].len() - css[start..at].trim_start().len());
                    found.push(Block {
                        conditions: conditions.clone(),
                        selector: prelude,
                        body: &css[at + 1..at + 1 + length],
                        range: from..from + prelude.len(),
                        line,
                    });
                    line += css[at..at + 1 + length].matches('\n').count();
                    at += length + 1;
                    start = (at + 1).min(css.len());
                }
            }
            _ => {}
        }
        at += 1;
    }
    found
}

/// Whether a prelude holds rules and not declarations.
fn is_condition(prelude: &str) -> bool {
    ["@media", "@supports", "@layer", "@container", "@document", "@scope"]
        .iter()
        .any(|name| prelude.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_have_their_selector_and_what_is_around_them() {
        let css = "@import url(x.css);\n/* a { */\na, b { color: red }\n@media print {\n  p { margin: 0; }\n}\n@font-face { src: url(\"{\") }\ni {";
        let shown: Vec<_> = blocks(css)
            .iter()
            .map(|block| {
                format!("{} {} {} {}", block.line, block.conditions.join("+"), block.selector, block.body.trim())
            })
            .collect();
        assert_eq!(shown[..2], ["3  a, b color: red", "5 @media print p margin: 0;"]);
        assert_eq!(&css[blocks(css)[0].range.clone()], "a, b");
        assert!(blocks("}}{{{{@media{").len() < 9 && blocks("").is_empty());
    }

    #[test]
    fn sheets_for_paper_are_known() {
        for css in ["@media print{a{color:#000}}", "@page { margin: 2cm }", "@media screen, PRINT { a { b: c } }"] {
            assert!(prints(css), "{css}");
        }
        assert!(prints("@import url(paper.css) print;"));
        for css in ["", "@media not print { a { b: c } }", "@media screen { .print { b: c } }", ".print { b: c }"] {
            assert!(!prints(css), "{css}");
        }
    }

    proptest::proptest! {
        #![proptest_config(crate::seeded::seeded(128))]

        #[test]
        fn any_text_is_read(css in "(a|\\{|\\}|;|:|@media |/\\*|\\*/|'|\"|é|\n){0,40}") {
            for block in blocks(&css) {
                proptest::prop_assert!(css.get(block.range.clone()).is_some());
                block.declarations().for_each(drop);
            }
        }
    }
}
