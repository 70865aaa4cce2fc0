//! Reads the comments that allow a finding: `<!-- allow RULE: reason -->` in Markdown, `# allow RULE: reason` in YAML
//! and TOML.
//!
//! In Markdown a comment is about the block that it stands in or directly before; where it stands by itself, about the
//! next one. A block is a paragraph, an item of a list, a heading, a table, a code fence, or a whole `:::` component. In
//! YAML and TOML it is about the key on its line, or else on the next one, and all that the key holds; in front matter
//! also about what is said of the page as a whole.

use std::ops::Range;

use crate::source::{FileId, Span};

/// A comment that allows the findings of one rule in one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// The comment.
    pub span: Span,
    /// The rule's name in it.
    pub name: Span,
    /// The rule's name.
    pub rule: String,
    /// Why; nothing where nobody wrote it.
    pub reason: Option<String>,
    /// The bytes that it is about.
    pub about: Range<u32>,
    /// Whether it is also about the page as a whole.
    pub whole: bool,
}

impl Allowance {
    /// Whether a place is one that it is about.
    pub fn covers(&self, span: Span) -> bool {
        let is_whole = span.end == 0;
        span.file == self.span.file && (self.whole && is_whole || !is_whole && self.about.contains(&span.start))
    }
}

/// Finds the comments of a file. `body` is where the text below front matter begins, and 0 in a file without any.
pub fn allowances(file: FileId, path: &str, text: &str, body: usize) -> Vec<Allowance> {
    let ending = path.rsplit('.').next().unwrap_or_default();
    let mut found = Finder { file, text, found: Vec::new() };
    if memchr::memmem::find(text.as_bytes(), b"allow").is_none() {
        return found.found;
    }
    match ending {
        "md" => {
            let body = body.min(text.len());
            found.hashes(0..body, Language::Yaml, true);
            found.markdown(body);
        }
        "yaml" | "yml" => found.hashes(0..text.len(), Language::Yaml, false),
        "toml" => found.hashes(0..text.len(), Language::Toml, false),
        _ => {}
    }
    found.found
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Language {
    Yaml,
    Toml,
}

struct Finder<'a> {
    file: FileId,
    text: &'a str,
    found: Vec<Allowance>,
}

impl Finder<'_> {
    /// Takes in a comment, if it is one that allows something. `inside` is what stands between its marks.
    fn take(&mut self, comment: Range<usize>, inside: Range<usize>, about: Range<usize>, whole: bool) {
        let Some((name, reason)) = read(&self.text[inside.clone()]) else {
            return;
        };
        let name = inside.start + name.start..inside.start + name.end;
        let clip = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        self.found.push(Allowance {
            span: Span::new(self.file, comment),
            rule: self.text[name.clone()].to_owned(),
            name: Span::new(self.file, name),
            reason,
            about: clip(about.start)..clip(about.end),
            whole,
        });
    }

    fn markdown(&mut self, body: usize) {
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

    fn hashes(&mut self, area: Range<usize>, language: Language, whole: bool) {
        let mut reader = Hashes { language, open: None, scalar: None };
        let mut start = area.start;
        while start < area.end {
            let end = line_end(self.text, start).min(area.end);
            if let Some(hash) = reader.comment(&self.text[start..end]).map(|hash| start + hash) {
                let trimmed = start + self.text[start..end].trim_end().len();
                let is_alone = self.text[start..hash].trim().is_empty();
                let about = if is_alone { after(self.text, end..area.end) } else { Some(start) };
                let about = about.map_or(hash..hash, |from| entry(self.text, from..area.end, language));
                self.take(hash..trimmed, hash + 1..trimmed, about, whole);
            }
            start = end;
        }
    }
}

/// Reads `allow RULE: reason`; gives the name's bytes, and the reason where there is one.
fn read(text: &str) -> Option<(Range<usize>, Option<String>)> {
    let bare = text.trim_start();
    let rest = bare.strip_prefix("allow")?;
    let start = text.len() - rest.trim_start().len();
    if rest.trim_start().len() == rest.len() {
        return None;
    }
    let written = &text[start..];
    let is_name = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_');
    let name = &written[..written.find(|letter| !is_name(letter)).unwrap_or(written.len())];
    let after = &written[name.len()..];
    // A remark such as "allow people to comment" is none of ours.
    let is_ours = after.trim_start().starts_with(':') || name.contains('-') || after.trim().is_empty();
    if name.is_empty() || !is_ours {
        return None;
    }
    let reason = after.trim_matches(|letter: char| letter.is_whitespace() || matches!(letter, ':' | '-' | '–' | '—'));
    let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    let has_words = reason.contains(char::is_alphabetic);
    Some((start..start + name.len(), has_words.then_some(reason)))
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

fn line_end(text: &str, start: usize) -> usize {
    memchr::memchr(b'\n', &text.as_bytes()[start..]).map_or(text.len(), |newline| start + newline + 1)
}

/// Tells comments from `#` in texts, line by line.
struct Hashes {
    language: Language,
    /// The marks of a text over many lines of TOML that is open.
    open: Option<&'static str>,
    /// The indent of the key whose lines of text (`|`, `>`) are being read.
    scalar: Option<usize>,
}

impl Hashes {
    /// Where on a line its comment begins.
    fn comment(&mut self, line: &str) -> Option<usize> {
        let indent = line.len() - line.trim_start_matches(' ').len();
        if let Some(key) = self.scalar {
            if indent > key || line.trim().is_empty() {
                return None;
            }
            self.scalar = None;
        }
        let bytes = line.as_bytes();
        let (mut at, mut quote): (usize, Option<u8>) = (0, None);
        while at < bytes.len() {
            let rest = &line.as_bytes()[at..];
            if let Some(marks) = self.open {
                if rest.starts_with(marks.as_bytes()) {
                    self.open = None;
                    at += marks.len() - 1;
                }
            } else if let Some(mark) = quote {
                match bytes[at] {
                    b'\\' if mark == b'"' => at += 1,
                    byte if byte == mark => quote = None,
                    _ => {}
                }
            } else if let Some(marks) = ["\"\"\"", "'''"]
                .into_iter()
                .find(|marks| self.language == Language::Toml && rest.starts_with(marks.as_bytes()))
            {
                self.open = Some(marks);
                at += marks.len() - 1;
            } else if matches!(bytes[at], b'"' | b'\'') && self.opens_quote(&bytes[..at]) {
                quote = Some(bytes[at]);
            } else if bytes[at] == b'#' && (at == 0 || bytes[at - 1].is_ascii_whitespace()) {
                self.note_scalar(&line[..at], indent);
                return Some(at);
            }
            at += 1;
        }
        self.note_scalar(line, indent);
        None
    }

    /// In YAML a quote opens a text only where a value may begin: `the carer's` has none.
    fn opens_quote(&self, before: &[u8]) -> bool {
        let previous = before.last().copied().unwrap_or(b' ');
        self.language == Language::Toml || matches!(previous, b' ' | b'[' | b'{' | b',' | b':' | b'-')
    }

    fn note_scalar(&mut self, line: &str, indent: usize) {
        let value = line.trim_end();
        let mark = value.rsplit([' ', ':']).next().unwrap_or_default();
        let begins = self.language == Language::Yaml
            && mark.starts_with(['|', '>'])
            && mark.len() <= 3
            && value[..value.len() - mark.len()].trim_end().ends_with([':', '-']);
        if begins {
            self.scalar = Some(indent);
        }
    }
}

/// The first line of an area that is neither empty nor a comment.
fn after(text: &str, area: Range<usize>) -> Option<usize> {
    let mut start = area.start;
    while start < area.end {
        let end = line_end(text, start).min(area.end);
        let bare = text[start..end].trim();
        if bare == "---" {
            return None;
        }
        if !bare.is_empty() && !bare.starts_with('#') {
            return Some(start);
        }
        start = end;
    }
    None
}

/// The bytes of the entry that begins on the first line of an area: that line, and what it holds.
fn entry(text: &str, area: Range<usize>, language: Language) -> Range<usize> {
    let indent_of = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let mut end = line_end(text, area.start).min(area.end);
    let first = &text[area.start..end];
    let is_header = first.trim_start().starts_with('[');
    while end < area.end {
        let next = line_end(text, end).min(area.end);
        let line = &text[end..next];
        let bare = line.trim();
        let ends = match language {
            Language::Yaml => !bare.is_empty() && indent_of(line) <= indent_of(first),
            Language::Toml if is_header => line.starts_with('['),
            Language::Toml => bare.is_empty() || line.starts_with('[') || is_toml_key(bare),
        };
        if ends {
            break;
        }
        end = next;
    }
    area.start..end
}

fn is_toml_key(bare: &str) -> bool {
    let key = bare.split('=').next().unwrap_or_default().trim_end();
    key.len() < bare.len()
        && !key.is_empty()
        && key.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.' | '"' | '\''))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is said of each comment: rule, reason, and the text that it is about.
    fn check(path: &str, text: &str, expected: &[(&str, Option<&str>, &str)]) {
        let body = if path.ends_with(".md") { text.find("---\n\n").map_or(0, |at| at + 4) } else { 0 };
        let found = allowances(FileId(0), path, text, body);
        let told: Vec<_> = found
            .iter()
            .map(|one| {
                let about = &text[one.about.start as usize..one.about.end as usize];
                assert_eq!(&text[one.name.start as usize..one.name.end as usize], one.rule);
                (one.rule.as_str(), one.reason.as_deref(), about.trim())
            })
            .collect();
        assert_eq!(told, expected, "{text}");
    }

    #[test]
    fn a_comment_is_about_the_block_that_it_stands_before() {
        check(
            "a.md",
            "One.\n\n<!-- allow a-b: the law -->\nTwo\nlines.\n\nThree.",
            &[("a-b", Some("the law"), "Two\nlines.")],
        );
        check("a.md", "One.\n\n<!-- allow a-b: the law -->\n\nTwo.\n\nThree.", &[("a-b", Some("the law"), "Two.")]);
        check(
            "a.md",
            "<!-- allow a-b: x -->\n<!-- allow c-d: y -->\n\n- one\n- two\n",
            &[("a-b", Some("x"), "- one"), ("c-d", Some("y"), "- one")],
        );
        check("a.md", "Write `<!-- allow a-b: x -->`.", &[]);
        check("a.md", "<!-- allow a-b: x -->\n## Head\nText.", &[("a-b", Some("x"), "## Head")]);
        check("a.md", "<!-- allow a-b: x\n     and y -->\nText.", &[("a-b", Some("x and y"), "Text.")]);
    }

    #[test]
    fn a_comment_at_the_end_is_about_the_block_above() {
        check("a.md", "One.\nStill one.\n<!-- allow a-b: x -->\n\nTwo.", &[("a-b", Some("x"), "One.\nStill one.")]);
        check(
            "a.md",
            "- one\n- two <!-- allow a-b: x -->\n- three",
            &[("a-b", Some("x"), "- two <!-- allow a-b: x -->")],
        );
        check(
            "a.md",
            "One.\nTwo. <!-- allow a-b: x -->\nThree.",
            &[("a-b", Some("x"), "One.\nTwo. <!-- allow a-b: x -->\nThree.")],
        );
    }

    #[test]
    fn a_comment_before_a_component_is_about_all_of_it() {
        let text = "<!-- allow a-b: x -->\n::: steps\n\n::: step\nOne\n:::\n\nTwo\n:::\nAfter.";
        check("a.md", text, &[("a-b", Some("x"), "::: steps\n\n::: step\nOne\n:::\n\nTwo\n:::")]);
        let text = "::: row\nOne\n:::\n<!-- allow a-b: x -->\n\nTwo.";
        check("a.md", text, &[("a-b", Some("x"), "::: row\nOne\n:::")]);
        check("a.md", "<!-- allow a-b: x -->\n::: contact hub :::\nOne.", &[("a-b", Some("x"), "::: contact hub :::")]);
    }

    #[test]
    fn what_is_no_comment_allows_nothing() {
        check("a.md", "```html\n<!-- allow a-b: x -->\n```\n", &[]);
        check("a.md", "<!-- allow people to comment -->\n\n<!-- allowed: x -->\nText.", &[]);
        check("a.md", "---\nnote: |\n  # allow a-b: x\nhint: 'a # allow a-b: x'\n---\n\nText.", &[]);
        check("a.toml", "a = \"\"\"\n# allow a-b: x\n\"\"\"\nb = \"x # allow a-b: x\"\n", &[]);
        check("a.css", "/* # allow a-b: x */", &[]);
    }

    #[test]
    fn a_reason_is_words() {
        check("a.md", "<!-- allow a-b -->\nText.", &[("a-b", None, "Text.")]);
        check("a.md", "<!-- allow a-b: … -->\nText.", &[("a-b", None, "Text.")]);
        check("a.md", "<!-- allow passive: the law -->\nText.", &[("passive", Some("the law"), "Text.")]);
    }

    #[test]
    fn keys_hold_what_is_below_them() {
        let text = "hub:\n  # allow a-b: x\n  phones:\n    - 1\n    - 2\n  email: y # allow c-d: z\nother: 1\n";
        check(
            "a.yaml",
            text,
            &[("a-b", Some("x"), "phones:\n    - 1\n    - 2"), ("c-d", Some("z"), "email: y # allow c-d: z")],
        );
        let text = "# allow a-b: x\nlist = [\n  \"a\",\n]\nb = 1\n\n# allow c-d: y\n[help]\nphone = \"1\"\n\n[next]\n";
        check(
            "site.toml",
            text,
            &[("a-b", Some("x"), "list = [\n  \"a\",\n]"), ("c-d", Some("y"), "[help]\nphone = \"1\"")],
        );
    }

    #[test]
    fn front_matter_speaks_of_the_page_as_well() {
        let text = "---\ntitle: A\n# allow missing-owner: not yet named\n---\n\nText.";
        let found = allowances(FileId(0), "a.md", text, text.find("\n\nText").expect("it is there") + 1);
        assert!(found[0].covers(Span::whole(FileId(0))) && !found[0].covers(Span::new(FileId(0), 4..9)));
        assert!(!found[0].covers(Span::whole(FileId(1))));
    }

    #[test]
    fn any_text_is_read_without_a_panic() {
        for text in [
            "<!-- allow",
            "<!-- allow a-b: x",
            "<!--",
            ":::",
            "<!-- allow a-b: x -->",
            "# allow",
            ":::\n:::\n<!-- allow a-b: ż -->",
        ] {
            for path in ["a.md", "a.yaml", "a.toml"] {
                allowances(FileId(0), path, text, 0);
                allowances(FileId(0), path, text, text.len() + 9);
            }
        }
    }
}
