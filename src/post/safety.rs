//! The last look at a finished page: whatever went wrong before, none of this reaches a reader.
//!
//! Reads the final bytes as a browser would, after minification. Everything found stops every build.

use std::borrow::Cow;

use memchr::memmem;

use crate::diagnostic::Diagnostic;
use crate::html::{Attribute, Name, Tag, Token, has_unknown_reference, tokens};
use crate::model::{Page, Site};
use crate::source::Span;

/// Looks for addresses that run code, inline scripts, styles and handlers, requests to other sites, leftover source
/// marks and misread character references in the bytes that would be published.
pub fn safety(bytes: &[u8], page: &Page, site: &Site) -> Vec<Diagnostic> {
    // Quicker than looking for what is wrong in bytes that hardly ever are.
    let html = std::str::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed);
    let mut look = Look { page, site, found: Vec::new(), script: Script::None };
    look.bytes(bytes);
    let mut tokens = tokens(&html);
    let mut attributes = Vec::new();
    while let Some(token) = tokens.step(|attribute| attributes.push(attribute)) {
        match token {
            Token::Start(tag) => {
                look.tag(&tag, &attributes);
                attributes.clear();
            }
            Token::End { name, .. } => look.end(name),
            Token::Text { text, raw: true, .. } => look.raw(text),
            Token::Text { .. } | Token::Comment { .. } => {}
        }
    }
    look.found
}

/// Attributes whose value a browser may go to or load.
const ADDRESSES: &[&str] = &[
    "action",
    "archive",
    "background",
    "cite",
    "classid",
    "codebase",
    "data",
    "formaction",
    "href",
    "longdesc",
    "manifest",
    "ping",
    "poster",
    "profile",
    "src",
    "srcset",
    "usemap",
    "xlink:href",
    "values",
    "to",
    "from",
    "by",
];

/// Whether one of them is as long as a name.
fn may_be_address(name: &str) -> bool {
    const LENGTHS: u32 = {
        let (mut lengths, mut at) = (0, 0);
        while at < ADDRESSES.len() {
            lengths |= 1 << ADDRESSES[at].len();
            at += 1;
        }
        lengths
    };
    name.len() < 32 && LENGTHS & 1 << name.len() != 0
}

/// What lies between the tags of the script that is open.
#[derive(Clone, Copy, PartialEq)]
enum Script {
    None,
    /// From a file: nothing may stand in it.
    File,
    /// Data that no browser runs, such as JSON-LD.
    Data,
}

struct Look<'l> {
    page: &'l Page,
    site: &'l Site,
    found: Vec<Diagnostic>,
    script: Script,
}

impl Look<'_> {
    fn report(&mut self, rule: &'static str, message: String, help: &str) {
        let finding = Diagnostic::error(rule, message).help(help).note(format!("in the page {}", self.page.address));
        let finding = match &self.page.origin {
            Some(origin) => finding.at(Span::whole(origin.file)),
            None => finding,
        };
        self.found.push(finding.always_stops());
    }

    fn bytes(&mut self, bytes: &[u8]) {
        // Without a digit it is no reference but text, which the minifier does not escape.
        let is_reference = |at: usize| bytes.get(at + 3).is_some_and(u8::is_ascii_hexdigit);
        if memmem::find_iter(bytes, b"&#X").any(is_reference) {
            let help = "write `&#x` with a small x, or the character itself";
            self.report("unsafe-html", "a character is written as `&#X…`, which tools read in two ways".into(), help);
        }
    }

    fn tag(&mut self, tag: &Tag<'_>, attributes: &[Attribute<'_>]) {
        for attribute in attributes {
            // Most attributes are one of these, and can do no harm.
            if ["class", "id", "lang", "alt"].contains(&attribute.name) {
                continue;
            }
            if attribute.name.len() > 2 && attribute.name.as_bytes()[..2].eq_ignore_ascii_case(b"on") {
                let help = "take the attribute out: scripts live in files of the theme";
                self.report(
                    "unsafe-html",
                    format!("`{}` on `<{}>` would run a script", attribute.name, tag.name),
                    help,
                );
            } else if attribute.is("data-sp") {
                self.report("leftover-mark", format!("a source mark is left on `<{}>`", tag.name), FAULT);
            } else if attribute.is("style") {
                let help = "give the element a class and style that in the theme";
                self.report("unsafe-html", format!("`<{}>` carries a style of its own", tag.name), help);
            } else if may_be_address(attribute.name)
                && let Some(name) = ADDRESSES.iter().find(|name| attribute.is(name))
            {
                self.address(tag, name, *attribute);
            }
        }
        self.element(tag);
    }

    fn element(&mut self, tag: &Tag<'_>) {
        if !matches!(tag.kind, Name::Script | Name::Style | Name::Base | Name::Meta) {
            return;
        }
        if tag.is("script") {
            self.script = script_of(tag);
            if self.script == Script::None {
                let help = "move it to a file of the theme, or take it out";
                self.report("unsafe-html", "a script is written into the page".into(), help);
            }
        } else if tag.is("style") {
            let help = "move it to a style sheet of the theme";
            self.report("unsafe-html", "a style sheet is written into the page".into(), help);
        } else if tag.is("base") {
            self.report("unsafe-html", "`<base>` would turn every link on the page".into(), "take it out");
        } else if tag.is("meta")
            && tag.attribute("http-equiv").is_some_and(|value| value.eq_ignore_ascii_case("refresh"))
        {
            let content = tag.attribute("content").unwrap_or_default();
            let target = content.split_once('=').map_or("", |(_, target)| target.trim_matches(['"', '\'', ' ']));
            if unsafe_scheme(target, false).is_some() {
                self.report("unsafe-html", "the page sends its reader to an address that runs code".into(), FAULT);
            }
        }
    }

    fn end(&mut self, name: &str) {
        if name.eq_ignore_ascii_case("script") {
            if self.script == Script::None && !self.found.iter().any(|finding| finding.rule == "unsafe-html") {
                let help = "text that holds `</script` must be escaped where it is put into a script";
                self.report("unsafe-html", "`</script>` closes a script that is not open".into(), help);
            }
            self.script = Script::None;
        }
    }

    /// The text of a script or style.
    fn raw(&mut self, text: &str) {
        match self.script {
            Script::File if !text.trim().is_empty() => {
                self.report("unsafe-html", "a script from a file also has text of its own".into(), FAULT);
            }
            Script::Data if text.contains("<!--") || text.to_ascii_lowercase().contains("<script") => {
                let help = "text put into a data block must have its `<` written as \\u003c";
                self.report("unsafe-html", "text in a data block could end it too early".into(), help);
            }
            _ => {}
        }
    }

    fn address(&mut self, tag: &Tag<'_>, name: &str, attribute: Attribute<'_>) {
        let is_own = attribute.value.starts_with(['/', '#']) && !attribute.value.starts_with("//");
        if is_own && !attribute.value.contains([',', '&', '\\']) {
            return;
        }
        let value = attribute.decoded();
        let is_picture = name == "poster" || tag.is("img") || tag.is("source") || tag.is("image");
        let parts: Vec<&str> = if name == "srcset" { value.split(',').collect() } else { vec![value.as_ref()] };
        for part in parts {
            let shown = || part.trim().chars().take(60).collect::<String>();
            if let Some(scheme) = unsafe_scheme(part, is_picture) {
                let help = "only web, email, phone and text addresses can be used";
                self.report("unsafe-html", format!("`{name}` on `<{}>` uses `{scheme}`: {}", tag.name, shown()), help);
            } else if loads(tag, name) && is_elsewhere(part, &self.site.settings.base_url) {
                let help = "keep the file in the site: the other host would learn who reads this page";
                let message = format!("`<{}>` would load something from another site: {}", tag.name, shown());
                self.report("off-origin-request", message, help);
            }
        }
    }
}

const FAULT: &str = "this is a fault in Signpost or its theme; please report it with the page it was found on";

fn script_of(tag: &Tag<'_>) -> Script {
    let kind = tag.attribute("type").unwrap_or_default().trim().to_ascii_lowercase();
    let is_data = kind == "application/json" || kind.ends_with("+json");
    match tag.attribute("src") {
        _ if is_data => Script::Data,
        Some(source) if !source.trim().is_empty() => Script::File,
        _ => Script::None,
    }
}

/// Whether a browser fetches the value of an attribute by itself, or sends a reader's words to it.
fn loads(tag: &Tag<'_>, name: &str) -> bool {
    match name {
        "src" | "srcset" | "poster" | "data" | "background" | "action" | "formaction" | "ping" | "manifest"
        | "archive" | "classid" | "codebase" => true,
        "href" | "xlink:href" if tag.is("link") => {
            let rel = tag.attribute("rel").unwrap_or_default().to_ascii_lowercase();
            let tells = ["canonical", "alternate", "license", "author", "help", "next", "prev", "me"];
            rel.split_ascii_whitespace().any(|word| !tells.contains(&word)) && !rel.contains("stylesheet alternate")
        }
        "href" | "xlink:href" => ["use", "image", "feimage"].iter().any(|name| tag.is(name)),
        _ => false,
    }
}

/// The address as a browser reads its beginning: without white space and control letters, in small letters.
fn beginning(value: &str) -> String {
    let seen = value.chars().filter(|letter| !letter.is_ascii_control() && !letter.is_whitespace());
    seen.take(64).map(|letter| letter.to_ascii_lowercase()).collect()
}

/// The scheme of an address, where it is one that can run code or hold a whole page.
fn unsafe_scheme(value: &str, is_picture: bool) -> Option<Cow<'static, str>> {
    let start = beginning(value);
    let scheme = &start[..start.find(['/', '?', '#']).unwrap_or(start.len())];
    for bad in ["javascript:", "vbscript:", "livescript:"] {
        if scheme.starts_with(bad) {
            return Some(Cow::Borrowed(bad));
        }
    }
    if scheme.starts_with("data:") && !(is_picture && start.starts_with("data:image/")) {
        return Some(Cow::Borrowed("data:"));
    }
    // A reference that is not known here could still be a colon to a browser.
    has_unknown_reference(scheme).then_some(Cow::Borrowed("a disguised scheme"))
}

/// Whether an address is on another site.
fn is_elsewhere(value: &str, base_url: &str) -> bool {
    let start = beginning(value);
    let has_host = start.starts_with("//")
        || start.starts_with("\\\\")
        || start.starts_with("/\\")
        || start.split_once(':').is_some_and(|(scheme, _)| !scheme.contains(['/', '?', '#']) && scheme != "data");
    let own =
        value.trim().strip_prefix(base_url).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#']));
    has_host && !own
}
