//! Cuts a body into Markdown and `:::` blocks, and takes an opening fence apart.
//!
//! CommonMark has no container blocks, so this runs before the Markdown parser and gives it what lies between. It knows
//! code fences and comments, in which colons are only colons. It does not know the theme: which components there are,
//! and what each may hold, is left to `markdown::call`.

mod attributes;

use std::ops::Range;

pub use attributes::{Attribute, attributes};

/// How deep components may stand in each other.
pub const DEEPEST: usize = 32;

/// A piece of a body; all ranges are bytes of the text that was scanned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Markdown.
    Text(Range<usize>),
    /// A `:::` block.
    Component(Written),
}

/// A component as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Its opening fence without the line end.
    pub fence: Range<usize>,
    /// Its name; empty where none can be read.
    pub name: Range<usize>,
    /// What follows the name on the line.
    pub attributes: Range<usize>,
    /// What stands between its fences.
    pub body: Vec<Block>,
    /// Whether it has a closing fence.
    pub closed: bool,
}

/// A fence that belongs to nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stray {
    /// It closes nothing.
    Closing(Range<usize>),
    /// It opens a component deeper than [`DEEPEST`].
    TooDeep(Range<usize>),
}

/// What a scan found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scanned {
    /// In order; together they hold every line but the fences.
    pub blocks: Vec<Block>,
    /// Fences that were left out.
    pub strays: Vec<Stray>,
}

/// Cuts a text into blocks. Components that are not closed end with what holds them.
///
/// A closing fence belongs to the innermost open component with as many colons; one with more than any closes the
/// innermost. So both habits work: longer fences outside, and the same length everywhere.
pub fn scan(text: &str) -> Scanned {
    if memchr::memmem::find(text.as_bytes(), b":::").is_none() {
        return Scanned { blocks: vec![Block::Text(0..text.len())], strays: Vec::new() };
    }
    let mut scanner =
        Scanner { text, open: Vec::new(), blocks: Vec::new(), strays: Vec::new(), text_start: 0, too_deep: 0 };
    let mut lines = Lines::default();
    let mut start = 0;
    while start < text.len() {
        let end = memchr::memchr(b'\n', &text.as_bytes()[start..]).map_or(text.len(), |newline| start + newline + 1);
        if lines.is_plain(&text[start..end]) {
            scanner.line(start, end);
        }
        start = end;
    }
    scanner.finish()
}

struct Open {
    colons: usize,
    written: Written,
    before: Vec<Block>,
}

struct Scanner<'a> {
    text: &'a str,
    open: Vec<Open>,
    blocks: Vec<Block>,
    strays: Vec<Stray>,
    text_start: usize,
    too_deep: usize,
}

impl Scanner<'_> {
    fn line(&mut self, start: usize, end: usize) {
        let line = self.text[start..end].trim_end();
        let bare = line.trim_start_matches(' ');
        let indent = line.len() - bare.len();
        let colons = bare.bytes().take_while(|byte| *byte == b':').count();
        if colons < 3 || indent > 3 {
            return;
        }
        let fence = start + indent..start + line.len();
        self.end_text(start);
        self.text_start = end;
        if bare.len() == colons {
            self.close(colons, fence);
        } else {
            self.open(colons, fence);
        }
    }

    fn end_text(&mut self, end: usize) {
        if self.text_start < end {
            self.blocks.push(Block::Text(self.text_start..end));
        }
    }

    fn open(&mut self, colons: usize, fence: Range<usize>) {
        if self.open.len() >= DEEPEST {
            self.too_deep += 1;
            self.strays.push(Stray::TooDeep(fence));
            return;
        }
        let after = fence.start + colons;
        let rest = self.text[after..fence.end].trim_start();
        let name_start = fence.end - rest.len();
        let name_len =
            rest.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')).count();
        let name = name_start..name_start + name_len;
        let written = self.text[name.end..fence.end].trim_end_matches(':');
        // `::: contact id=hub :::` is whole on its line.
        let on_one_line = fence.end - name.end - written.len() >= 3 && (written.is_empty() || written.ends_with(' '));
        let attributes = if on_one_line { name.end..name.end + written.len() } else { name.end..fence.end };
        let written = Written { fence, name, attributes, body: Vec::new(), closed: on_one_line };
        if on_one_line {
            self.blocks.push(Block::Component(written));
        } else {
            self.open.push(Open { colons, written, before: std::mem::take(&mut self.blocks) });
        }
    }

    fn close(&mut self, colons: usize, fence: Range<usize>) {
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        let same = self.open.iter().rposition(|open| open.colons == colons);
        let innermost = self.open.last().filter(|open| open.colons < colons).map(|_| self.open.len() - 1);
        let Some(position) = same.or(innermost) else {
            self.strays.push(Stray::Closing(fence));
            return;
        };
        while self.open.len() > position {
            let closed = self.open.len() == position + 1;
            self.pop(closed);
        }
    }

    fn pop(&mut self, closed: bool) {
        if let Some(Open { mut written, before, .. }) = self.open.pop() {
            written.body = std::mem::replace(&mut self.blocks, before);
            written.closed = closed;
            self.blocks.push(Block::Component(written));
        }
    }

    fn finish(mut self) -> Scanned {
        self.end_text(self.text.len());
        while !self.open.is_empty() {
            self.pop(false);
        }
        Scanned { blocks: self.blocks, strays: self.strays }
    }
}

/// Which lines are code or comment.
#[derive(Default)]
struct Lines {
    code: Option<(u8, usize)>,
    comment: bool,
}

impl Lines {
    /// Takes in the next line and says whether a fence in it would be one.
    fn is_plain(&mut self, line: &str) -> bool {
        if self.comment {
            self.comment = !line.contains("-->");
            return false;
        }
        // A code fence may stand deep in a list, also right after its marker.
        let bare = line.trim_start_matches([' ', '\t', '-', '*', '+']);
        let Some(&mark @ (b'`' | b'~')) = bare.as_bytes().first() else {
            if self.code.is_none() && bare.starts_with("<!--") {
                self.comment = !bare.contains("-->");
                return false;
            }
            return self.code.is_none();
        };
        let length = bare.bytes().take_while(|byte| *byte == mark).count();
        let info = &bare[length..];
        match self.code {
            Some((open, least)) if mark == open && length >= least && info.trim().is_empty() => self.code = None,
            None if length >= 3 && !(mark == b'`' && info.contains('`')) => self.code = Some((mark, length)),
            _ => {}
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Blocks as one line: text in quotes, components as `name(attributes)[body]`, `!` where one is not closed.
    fn shape(text: &str, blocks: &[Block]) -> String {
        let show = |block: &Block| match block {
            Block::Text(range) => format!("{:?}", text[range.clone()].trim()),
            Block::Component(written) => format!(
                "{}({})[{}]{}",
                &text[written.name.clone()],
                text[written.attributes.clone()].trim(),
                shape(text, &written.body),
                if written.closed { "" } else { "!" }
            ),
        };
        blocks.iter().map(show).collect::<Vec<_>>().join(" ")
    }

    fn check(text: &str, expected: &str) {
        let scanned = scan(text);
        assert_eq!(shape(text, &scanned.blocks), expected, "{text}");
        assert_eq!(scanned.strays, [], "{text}");
    }

    #[test]
    fn nests_by_longer_fences_or_the_same() {
        check("a\n::: callout title=\"x y\"\nb\n:::\nc", r#""a" callout(title="x y")["b"] "c""#);
        check(":::: tiers\n::: tier\nb\n:::\n::::\n", r#"tiers()[tier()["b"]]"#);
        check("::: tiers\n::: tier\nb\n:::\n:::\n", r#"tiers()[tier()["b"]]"#);
        check("::: tiers\n:::: tier\nb\n::::\nc\n:::\n", r#"tiers()[tier()["b"] "c"]"#);
        check("::: contact id=hub :::\nb", r#"contact(id=hub)[] "b""#);
        check(":::callout\r\nb\r\n:::\r\n", r#"callout()["b"]"#);
    }

    #[test]
    fn ends_what_is_not_closed_with_its_holder() {
        check(":::: tiers\n::: tier\nb\n::::\nc", r#"tiers()[tier()["b"]!] "c""#);
        check("::: callout\nb", r#"callout()["b"]!"#);
    }

    #[test]
    fn leaves_code_and_comments_alone() {
        check("```\n::: a\n```\n~~~~ md\n~~~\n::: a\n~~~~\n", "\"```\\n::: a\\n```\\n~~~~ md\\n~~~\\n::: a\\n~~~~\"");
        check("- ```\n  ::: a\n  ```\n", "\"- ```\\n  ::: a\\n  ```\"");
        check("<!--\n::: a\n-->\n::: b\n:::\n", "\"<!--\\n::: a\\n-->\" b()[]");
        check("    ::: a\n", "\"::: a\"");
        check("`x` ::: a\n::: b\n:::", "\"`x` ::: a\" b()[]");
    }

    #[test]
    fn reports_fences_that_belong_to_nothing() {
        assert_eq!(scan("a\n:::\nb").strays, [Stray::Closing(2..5)]);
        assert_eq!(scan("::::: a\n:::\n:::::").strays, [Stray::Closing(8..11)]);
        let deep = "::: a\n".repeat(100_000);
        assert_eq!(scan(&deep).strays.len(), 100_000 - DEEPEST);
    }
}
