//! Takes superfluous bytes out of a page without changing what people read.
//!
//! minify-html deletes the white space between two inline elements that stand directly in a layout element, so that
//! `<a>One</a> <a>Two</a>` reads "OneTwo" (measured in 0.18.1, intended upstream). It also misreads `&#X3A;`, and
//! recurses without a limit. This file puts a letter from the private use area in place of every such space before, and
//! the space back after; writes `&#x`; and leaves alone a page that nests too deeply.

use memchr::memmem;

use crate::diagnostic::Diagnostic;
use crate::html::{Token, is_inline, is_void, tokens, visible_words};

/// How deep elements may nest; browsers stop at 512, and minify-html overflows a 16 MB stack at about 6,000.
const DEEPEST: usize = 256;

/// Letters that stand for a kept space; one that the page itself does not hold is taken.
const KEPT: [char; 4] = ['\u{e123}', '\u{e9a7}', '\u{f0b5}', '\u{f5d2}'];

/// Makes a page smaller. With `check`, for a page that holds an editor's own HTML, its words are compared before and
/// after, and the page stays as it was, with a finding, where they differ.
///
/// A page whose elements nest deeper than 256 stays as it was, with a finding.
pub fn minify(html: &str, check: bool) -> (String, Option<Diagnostic>) {
    let Some(kept) = KEPT.into_iter().find(|letter| !html.contains(*letter)) else {
        return (html.to_owned(), None);
    };
    let (prepared, deepest) = prepare(html, kept);
    if deepest > DEEPEST {
        return (html.to_owned(), Some(too_deep(deepest)));
    }
    let bytes = minify_html::minify(prepared.as_bytes(), &settings());
    let Ok(minified) = String::from_utf8(bytes) else {
        return (html.to_owned(), Some(changed()));
    };
    let minified = typed_buttons(minified.replace(kept, " "));
    if check && visible_words(html) != visible_words(&minified) {
        return (html.to_owned(), Some(changed()));
    }
    (minified, None)
}

/// Puts the type of a button back, which minify-html takes away where it is the default: a button that says what it
/// does cannot become another by being moved into a form.
fn typed_buttons(html: String) -> String {
    let mut rest = html.as_str();
    let Some(mut at) = memmem::find(rest.as_bytes(), b"<button") else {
        return html;
    };
    let mut typed = String::with_capacity(html.len() + 64);
    loop {
        let end = at + "<button".len();
        let tag = &rest[end..end + rest[end..].find('>').unwrap_or(0)];
        typed.push_str(&rest[..end]);
        if rest[end..].starts_with([' ', '>']) && !tag.contains(" type=") {
            typed.push_str(" type=submit");
        }
        rest = &rest[end..];
        match memmem::find(rest.as_bytes(), b"<button") {
            Some(next) => at = next,
            None => break,
        }
    }
    typed.push_str(rest);
    typed
}

fn settings() -> minify_html::Cfg {
    minify_html::Cfg {
        keep_closing_tags: true,
        keep_html_and_head_opening_tags: true,
        keep_input_type_text_attr: true,
        ..minify_html::Cfg::default()
    }
}

fn too_deep(deepest: usize) -> Diagnostic {
    Diagnostic::warning("deep-nesting", format!("elements on this page lie {deepest} deep in each other"))
        .help("take out quotes in quotes and lists in lists, or close the elements that were opened by hand")
        .note("the page is published as it is, without being made smaller")
}

fn changed() -> Diagnostic {
    Diagnostic::warning("changed-by-minifying", "making this page smaller would change its words")
        .help("look at the HTML written by hand on this page: something in it is not closed")
        .note("the page is published as it is, without being made smaller")
}

/// What stands before or after a white space.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    /// Something that flows with text.
    Inline,
    /// The edge of a box, where white space shows nothing.
    Box,
}

/// The page with its needed spaces kept and `&#X` mended, and how deep its elements nest.
fn prepare(html: &str, kept: char) -> (String, usize) {
    let mut prepared = String::with_capacity(html.len() + html.len() / 32);
    let (mut copied, mut before, mut blank) = (0, Side::Box, None::<(usize, usize)>);
    let (mut as_written, mut deepest) = (0usize, 0);
    let mut open: Vec<&str> = Vec::with_capacity(32);
    for token in tokens(html) {
        let side = match token {
            Token::Start(tag) => {
                as_written += usize::from(is_verbatim(tag.name));
                nest(&mut open, tag.name);
                deepest = deepest.max(open.len());
                side_of(tag.name)
            }
            Token::End { name, .. } => {
                as_written = as_written.saturating_sub(usize::from(is_verbatim(name)));
                if let Some(found) = open.iter().rposition(|known| known.eq_ignore_ascii_case(name)) {
                    open.truncate(found);
                }
                side_of(name)
            }
            Token::Text { text, start, raw } => {
                let is_blank = !raw && as_written == 0 && text.bytes().all(|byte| byte.is_ascii_whitespace());
                if is_blank {
                    blank = (before == Side::Inline).then_some((start, start + text.len()));
                    continue;
                }
                Side::Inline
            }
            // Neither ends nor begins a box: a space on either side of a comment still parts words.
            Token::Comment { .. } => before,
        };
        if let Some((start, end)) = blank.take()
            && side == Side::Inline
        {
            prepared.push_str(&html[copied..start]);
            prepared.push(kept);
            copied = end;
        }
        before = side;
    }
    prepared.push_str(&html[copied..]);
    if memmem::find(prepared.as_bytes(), b"&#X").is_some() {
        prepared = prepared.replace("&#X", "&#x");
    }
    (prepared, deepest)
}

fn side_of(name: &str) -> Side {
    let flows = is_inline(name) || CONTROLS.iter().any(|control| control.eq_ignore_ascii_case(name));
    if flows { Side::Inline } else { Side::Box }
}

/// Boxes that stand in a line of text.
const CONTROLS: &[&str] = &[
    "audio", "button", "canvas", "embed", "iframe", "input", "meter", "object", "picture", "progress", "select",
    "textarea", "video",
];

/// Whether white space counts as it is written.
fn is_verbatim(name: &str) -> bool {
    ["pre", "code", "textarea"].iter().any(|verbatim| verbatim.eq_ignore_ascii_case(name))
}

/// Opens an element; one that ends the one before it without saying so takes its place.
fn nest<'a>(open: &mut Vec<&'a str>, name: &'a str) {
    const ENDED_BY_THE_NEXT: [&str; 8] = ["p", "li", "dt", "dd", "tr", "td", "th", "option"];
    if is_void(name) {
        return;
    }
    let takes_place = open.last().is_some_and(|top| *top == name) && ENDED_BY_THE_NEXT.contains(&name);
    if takes_place {
        open.pop();
    }
    open.push(name);
}
