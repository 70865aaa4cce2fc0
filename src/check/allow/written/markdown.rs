//! Comments in Markdown, and the block that each is about.

use std::ops::Range;

use super::{Finder, line_end, read};

impl Finder<'_> {
    /// Takes in the comments of a body.
    pub(super) fn markdown(&mut self, body: usize) {
        let text = self.text;
        let mut lines = lines(text, body);
        let mut from = body;
        while let Some(at) = memchr::memmem::find(&text.as_bytes()[from..], b"<!--").map(|at| from + at) {
            let Some(length) = memchr::memmem::find(&text.as_bytes()[at..], b"-->") else {
                return;
            };
            let end = at + length + "-->".len();
            let line = lines.partition_point(|line| line.range.end <= at);
            let is_alone = text[lines[line].range.start..at].trim().is_empty()
                && text[end..].lines().next().unwrap_or_default().trim().is_empty();
            // Between backticks it is shown, not meant.
            let is_code = text[lines[line].range.start..at].matches('`').count() % 2 == 1;
            if lines[line].kind != Kind::Code && !is_code && read(&text[at + "<!--".len()..end - "-->".len()]).is_some()
            {
                let last = lines.partition_point(|line| line.range.end < end);
                if is_alone {
                    lines[line..=last].iter_mut().for_each(|line| line.kind = Kind::Comment);
                }
                let about = if is_alone { beside(&lines, line, last) } else { block(&lines, line) };
                self.take(at..end, at + "<!--".len()..end - "-->".len(), about, false);
            }
            from = end;
        }
    }
}

/// What a line of Markdown is to the blocks around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Blank,
    /// It begins a block: an item, a heading.
    Start,
    /// It is a heading: a block by itself.
    Heading,
    Text,
    /// It is a comment and nothing else.
    Comment,
    /// It lies in a code fence, or is one.
    Code,
    /// It opens or closes a component; the other line is known by its number.
    Fence(Option<usize>),
}

struct Line {
    range: Range<usize>,
    kind: Kind,
}

/// The lines of a body.
fn lines(text: &str, body: usize) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let (mut code, mut open): (Option<&str>, Vec<(usize, usize)>) = (None, Vec::new());
    let mut start = body;
    while start < text.len() {
        let end = line_end(text, start);
        let bare = text[start..end].trim();
        let fence = fence(bare);
        let kind = match (code, fence) {
            (Some(opened), Some(closing)) if closing.starts_with(opened) && bare.len() == closing.len() => {
                code = None;
                Kind::Code
            }
            (Some(_), _) => Kind::Code,
            (None, Some(opened)) => {
                code = Some(opened);
                Kind::Code
            }
            (None, None) => kind(bare),
        };
        let colons = bare.bytes().take_while(|byte| *byte == b':').count();
        let kind = match kind {
            Kind::Text if colons >= 3 && bare.len() == colons => {
                let at = open.iter().rposition(|(_, length)| *length == colons).or(open.len().checked_sub(1));
                let opened = at.map(|at| open.swap_remove(at).0);
                open.truncate(at.unwrap_or(0));
                if let Some(opened) = opened {
                    lines[opened].kind = Kind::Fence(Some(lines.len()));
                }
                Kind::Fence(opened)
            }
            Kind::Text if colons >= 3 => {
                if !bare.ends_with(" :::") {
                    open.push((lines.len(), colons));
                }
                Kind::Fence(None)
            }
            kind => kind,
        };
        lines.push(Line { range: start..end, kind });
        start = end;
    }
    lines
}

fn kind(bare: &str) -> Kind {
    let is_item = |bare: &str| {
        let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
        let rest = &bare[digits..];
        let marks: &[&str] = if digits == 0 { &["- ", "* ", "+ "] } else { &[". ", ") "] };
        digits < 10 && marks.iter().any(|mark| rest.starts_with(mark))
    };
    match bare {
        "" => Kind::Blank,
        _ if bare.starts_with("<!--") && bare.find("-->") == Some(bare.len().saturating_sub(3)) => Kind::Comment,
        _ if bare.starts_with('#') => Kind::Heading,
        _ if is_item(bare) => Kind::Start,
        _ => Kind::Text,
    }
}

/// The marks that open or close a code fence.
fn fence(bare: &str) -> Option<&str> {
    let mark = bare.bytes().next().filter(|byte| matches!(byte, b'`' | b'~'))?;
    let length = bare.bytes().take_while(|byte| *byte == mark).count();
    (length >= 3).then(|| &bare[..length])
}

/// The block that a line belongs to.
fn block(lines: &[Line], line: usize) -> Range<usize> {
    let kind = |at: usize| lines.get(at).map(|line| line.kind);
    let bytes = |first: usize, last: usize| lines[first].range.start..lines[last].range.end;
    match lines[line].kind {
        Kind::Fence(Some(other)) => return bytes(line.min(other), line.max(other)),
        // A component on one line, or one without an end.
        Kind::Fence(None) | Kind::Heading => return bytes(line, line),
        Kind::Code => {
            let first = (0..line).rev().take_while(|at| kind(*at) == Some(Kind::Code)).last().unwrap_or(line);
            let last = (line..lines.len()).take_while(|at| kind(*at) == Some(Kind::Code)).last().unwrap_or(line);
            return bytes(first, last);
        }
        _ => {}
    }
    let mut first = line;
    while first > 0 && lines[first].kind != Kind::Start && matches!(lines[first - 1].kind, Kind::Text | Kind::Start) {
        first -= 1;
    }
    let last = (line + 1..lines.len()).take_while(|at| kind(*at) == Some(Kind::Text)).last().unwrap_or(line);
    bytes(first, last)
}

/// What a comment on lines of its own is about: the block below it; where that begins after an empty line, and one ends
/// directly above, that one.
fn beside(lines: &[Line], first: usize, last: usize) -> Range<usize> {
    let mut below = last + 1;
    while lines.get(below).is_some_and(|line| line.kind == Kind::Comment) {
        below += 1;
    }
    let opens = |at: usize| match lines.get(at).map(|line| line.kind) {
        None | Some(Kind::Blank | Kind::Comment) => false,
        Some(Kind::Fence(Some(other))) => other > at,
        Some(_) => true,
    };
    if opens(below) {
        return block(lines, below);
    }
    let mut above = first;
    while above > 0 && lines[above - 1].kind == Kind::Comment {
        above -= 1;
    }
    let ends = above.checked_sub(1).filter(|at| match lines[*at].kind {
        Kind::Blank | Kind::Comment => false,
        Kind::Fence(Some(other)) => other < *at,
        _ => true,
    });
    if let Some(above) = ends {
        return block(lines, above);
    }
    let next = (below..lines.len()).find(|at| !matches!(lines[*at].kind, Kind::Blank | Kind::Comment));
    let end = lines.last().map_or(0, |line| line.range.end);
    next.filter(|at| opens(*at)).map_or(end..end, |at| block(lines, at))
}
