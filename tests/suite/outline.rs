//! What a page says, without how it looks: headings, words, links, pictures and tables of its `<main>` as plain text.
//!
//! The page is read as a browser reads it, by html5ever, which is not the reader that the program itself uses.

use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// Parts of the theme that stand on every page alike: when it was checked, and how to ask for another format.
const LEFT_OUT: &[&str] = &["signpost-about", "signpost-ask", "signpost-tools", "signpost-help"];

/// Reads HTML as a browser does whose scripts are off, so that what stands in for them is read too.
pub fn parse(html: &str) -> RcDom {
    let tree_builder = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    parse_document(RcDom::default(), ParseOpts { tree_builder, ..ParseOpts::default() }).one(html)
}

/// The outline of a page's `<main>`, or of the whole body where it has none.
pub fn outline(html: &str) -> String {
    let page = parse(html);
    let mut outline = Outline::default();
    let start = find(&page.document, "main").or_else(|| find(&page.document, "body"));
    if let Some(start) = start {
        outline.children(&start);
    }
    outline.end_line();
    outline.text
}

/// The words of a page in the order in which a reader meets them. Boxes part words, as white space does.
pub fn words(html: &str) -> Vec<String> {
    let page = parse(html);
    let mut text = String::new();
    if let Some(body) = find(&page.document, "body") {
        collect(&body, &mut text);
    }
    text.split_whitespace().map(str::to_owned).collect()
}

/// The first element with a name.
pub fn find(node: &Handle, name: &str) -> Option<Handle> {
    if self::name(node) == Some(name) {
        return Some(node.clone());
    }
    node.children.borrow().iter().find_map(|child| find(child, name))
}

/// The name of an element.
pub fn name(node: &Handle) -> Option<&str> {
    match &node.data {
        NodeData::Element { name, .. } => Some(&name.local),
        _ => None,
    }
}

/// The value of an attribute.
pub fn attribute(node: &Handle, wanted: &str) -> Option<String> {
    let NodeData::Element { attrs, .. } = &node.data else { return None };
    attrs
        .borrow()
        .iter()
        .find(|attribute| &*attribute.name.local == wanted)
        .map(|attribute| attribute.value.to_string())
}

/// Elements that flow with the words around them.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s",
    "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
];

fn collect(node: &Handle, text: &mut String) {
    match &node.data {
        NodeData::Text { contents } => text.push_str(&contents.borrow()),
        NodeData::Element { name, .. } if ["script", "style", "template"].contains(&&*name.local) => {}
        NodeData::Element { name, .. } => {
            let edge = if INLINE.contains(&&*name.local) { "" } else { " " };
            text.push_str(edge);
            node.children.borrow().iter().for_each(|child| collect(child, text));
            text.push_str(edge);
        }
        _ => {}
    }
}

#[derive(Default)]
struct Outline {
    text: String,
    line: String,
    /// How deep lists lie in each other.
    depth: usize,
}

impl Outline {
    fn children(&mut self, node: &Handle) {
        node.children.borrow().iter().for_each(|child| self.node(child));
    }

    fn node(&mut self, node: &Handle) {
        match &node.data {
            NodeData::Text { contents } => self.words(&contents.borrow()),
            NodeData::Element { .. } if !is_left_out(node) => self.element(node),
            _ => {}
        }
    }

    fn element(&mut self, node: &Handle) {
        let tag = name(node).unwrap_or_default();
        let value = |attribute_name: &str| attribute(node, attribute_name);
        match tag {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = usize::from(tag.as_bytes()[1] - b'0');
                self.block(node, &format!("{} ", "#".repeat(level)));
            }
            "li" => self.item(node),
            "dt" => {
                self.block_start("");
                self.children(node);
                self.line.push_str(": ");
            }
            "dd" => self.children(node),
            "tr" => self.block(node, "| "),
            "td" | "th" => {
                let mark = if tag == "th" { "**" } else { "" };
                self.line.push_str(mark);
                self.children(node);
                self.trim();
                self.line.push_str(mark);
                self.line.push_str(" | ");
            }
            "blockquote" => self.block(node, "> "),
            "summary" => self.block(node, "+ "),
            "br" => self.end_line(),
            "hr" => self.block(node, "----"),
            "img" => {
                let (alt, source) = (value("alt"), value("src").unwrap_or_default());
                let alt = alt.unwrap_or_else(|| "NO ALT".into());
                self.line.push_str(&format!("![{alt}]({})", without_hash(&source)));
            }
            "video" | "audio" | "source" | "track" | "input" | "textarea" | "select" => {
                let kept = ["kind", "name", "type", "src", "srclang", "poster", "aria-label", "controls"];
                let shown: Vec<String> =
                    kept.iter().filter_map(|key| Some(format!("{key}={:?}", value(key)?))).collect();
                self.block_start(&format!("<{tag} {}>", shown.join(" ")));
                self.end_line();
                self.children(node);
            }
            "a" => self.link(node),
            "abbr" => {
                self.children(node);
                self.line.push_str(&value("title").map_or(String::new(), |title| format!(" ({title})")));
            }
            "button" => {
                self.line.push('<');
                self.children(node);
                self.line.push_str("> ");
            }
            _ if INLINE.contains(&tag) => {
                self.children(node);
                self.current(node);
                self.language(node);
            }
            _ => {
                if let Some(label) = value("aria-label") {
                    self.block_start(&format!("({label})"));
                    self.end_line();
                }
                self.block(node, &value("lang").map_or(String::new(), |language| format!("{{{language}}} ")));
            }
        }
    }

    fn link(&mut self, node: &Handle) {
        self.line.push('[');
        self.children(node);
        self.trim();
        self.line.push_str(&format!("]({})", without_hash(&attribute(node, "href").unwrap_or_default())));
        self.current(node);
        self.language(node);
    }

    fn item(&mut self, node: &Handle) {
        self.depth += 1;
        let indent = "  ".repeat(self.depth - 1);
        self.block_start(&format!("{indent}- "));
        self.children(node);
        self.end_line();
        self.depth -= 1;
    }

    fn current(&mut self, node: &Handle) {
        if attribute(node, "aria-current").is_some() {
            self.trim();
            self.line.push_str(" (here)");
        }
    }

    fn language(&mut self, node: &Handle) {
        if let Some(language) = attribute(node, "hreflang").or_else(|| attribute(node, "lang")) {
            self.trim();
            self.line.push_str(&format!(" {{{language}}}"));
        }
    }

    fn block(&mut self, node: &Handle, mark: &str) {
        self.block_start(mark);
        self.children(node);
        self.end_line();
    }

    /// Begins a line, unless the line holds nothing yet but marks.
    fn block_start(&mut self, mark: &str) {
        if !is_marks(&self.line) {
            self.end_line();
        }
        self.line.push_str(mark);
    }

    fn words(&mut self, text: &str) {
        if text.starts_with(|letter: char| letter.is_whitespace()) {
            self.space();
        }
        for (number, word) in text.split_whitespace().enumerate() {
            if number > 0 {
                self.line.push(' ');
            }
            self.line.push_str(word);
        }
        if text.ends_with(|letter: char| letter.is_whitespace()) {
            self.space();
        }
    }

    fn space(&mut self) {
        if !self.line.is_empty() && !self.line.ends_with([' ', '[']) {
            self.line.push(' ');
        }
    }

    fn trim(&mut self) {
        let length = self.line.trim_end().len();
        self.line.truncate(length);
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        if !is_marks(&line) && line.trim() != "|" {
            self.text.push_str(line.trim_end());
            self.text.push('\n');
        }
    }
}

/// Whether a line holds nothing but the mark of a list item and a language.
fn is_marks(line: &str) -> bool {
    line.split_whitespace().all(|word| word == "-" || word.starts_with('{') && word.ends_with('}'))
}

fn is_left_out(node: &Handle) -> bool {
    let classes = attribute(node, "class").unwrap_or_default();
    matches!(name(node), Some("script" | "style" | "template" | "svg"))
        || attribute(node, "hidden").is_some()
        || classes.split_whitespace().any(|class| LEFT_OUT.contains(&class))
}

/// An address with `*` in place of the hash of a file of the theme.
fn without_hash(address: &str) -> String {
    let Some((folder, file)) = address.rsplit_once('/') else { return address.to_owned() };
    let parts: Vec<&str> = file.split('.').collect();
    match parts[..] {
        [stem, hash, ending] if folder.ends_with("assets") && hash.len() >= 6 => format!("{folder}/{stem}.*.{ending}"),
        _ => address.to_owned(),
    }
}
