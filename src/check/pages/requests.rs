//! What a page or a style sheet asks other sites for by itself, before a reader has done anything.

use std::ops::Range;

use super::addresses::{host, is_absolute};
use crate::check::FinishedContext;
use crate::html::{Element, Name};

/// A request to a host: its name in small letters, the address, and where it stands.
#[derive(Clone, Debug)]
pub struct Request {
    /// The host, with its port.
    pub host: String,
    /// The address as written.
    pub address: String,
    /// The bytes of the start tag or of the address.
    pub range: Range<usize>,
}

impl Request {
    fn new(address: &str, range: Range<usize>) -> Option<Self> {
        let address = address.trim_ascii();
        let host = host(address)?.to_ascii_lowercase();
        (!host.is_empty()).then(|| Self { host, address: address.to_owned(), range })
    }
}

/// Words of `rel` by which a `<link>` is loaded, or its host called.
const LOADED: [&str; 11] = [
    "stylesheet",
    "preload",
    "modulepreload",
    "prefetch",
    "preconnect",
    "dns-prefetch",
    "prerender",
    "icon",
    "apple-touch-icon",
    "mask-icon",
    "manifest",
];

/// What a page asks for of hosts that it names.
pub fn of_page(context: &FinishedContext<'_>) -> Vec<Request> {
    let mut found = Vec::new();
    let mut has_base = false;
    for element in context.document.elements() {
        let names: &[&str] = match element.kind() {
            Name::Img | Name::Source => &["src", "srcset"],
            Name::Video => &["src", "poster"],
            Name::Script | Name::Audio | Name::Track | Name::Iframe | Name::Frame | Name::Embed => &["src"],
            Name::Input if element.says("type", "image") => &["src"],
            Name::Link if is_loaded(&element) => &["href", "imagesrcset"],
            Name::Object => &["data"],
            // Where other addresses count from. A browser takes the first.
            Name::Base if !has_base && element.has("href") => {
                has_base = true;
                &["href"]
            }
            Name::Image | Name::Use => &["href", "xlink:href"],
            Name::Style => {
                if let Some(css) = element.raw_text() {
                    let from = element.tag().end;
                    found.extend(of_styles(css).into_iter().map(|request| Request {
                        range: from + request.range.start..from + request.range.end,
                        ..request
                    }));
                }
                &[]
            }
            _ => &[],
        };
        for name in names {
            let Some(value) = element.attribute(name).filter(|value| value.contains("//")) else { continue };
            let mut add = |address: &str| found.extend(Request::new(address, element.tag()));
            if name.ends_with("srcset") {
                candidates(&value).for_each(&mut add);
            } else if is_absolute(value.trim_ascii_start()) {
                add(&value);
            }
        }
        if element.raw("style").is_some_and(|style| style.contains("//")) {
            let (style, range) = (element.attribute("style").unwrap_or_default(), element.tag());
            found.extend(of_styles(&style).into_iter().map(|request| Request { range: range.clone(), ..request }));
        }
    }
    found
}

fn is_loaded(link: &Element<'_, '_>) -> bool {
    let words = link.raw("rel").unwrap_or("").split_ascii_whitespace();
    words.into_iter().any(|word| LOADED.iter().any(|known| word.eq_ignore_ascii_case(known)))
}

/// The addresses of a `srcset`. Each ends at a space or at a comma before one, and its size at the next comma.
fn candidates(srcset: &str) -> impl Iterator<Item = &str> {
    let mut rest = srcset;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|mark: char| mark.is_ascii_whitespace() || mark == ',');
        let (word, after) = rest.split_at(rest.find(|mark: char| mark.is_ascii_whitespace()).unwrap_or(rest.len()));
        let address = word.trim_end_matches(',');
        let has_size = address.len() == word.len();
        rest = if has_size { after.find(',').map_or("", |comma| &after[comma..]) } else { after };
        (!address.is_empty()).then_some(address)
    })
}

/// What a style sheet asks for of hosts that it names: `url()` and `@import`.
pub fn of_styles(css: &str) -> Vec<Request> {
    let bytes = css.as_bytes();
    let starts =
        |at: usize, word: &str| css.get(at..at + word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = bytes[at..].iter().position(|byte| matches!(byte, b'/' | b'u' | b'U' | b'@' | b'"' | b'\''))
    {
        at += next;
        let skipped = match bytes[at] {
            b'/' if bytes.get(at + 1) == Some(&b'*') => {
                memchr::memmem::find(&bytes[at + 2..], b"*/").map_or(bytes.len() - at, |end| end + 4)
            }
            b'@' if starts(at, "@namespace") => css[at..].find(';').unwrap_or(bytes.len() - at),
            b'@' if starts(at, "@import") => {
                let words = css[at + 7..].trim_ascii_start();
                let from = css.len() - words.len();
                match words.chars().next() {
                    Some(mark @ ('"' | '\'')) => {
                        let address = words[1..].split(mark).next().unwrap_or("");
                        found.extend(Request::new(address, from + 1..from + 1 + address.len()));
                        from + 1 + address.len() - at
                    }
                    _ => 7,
                }
            }
            b'u' | b'U' if starts(at, "url(") => {
                let words = css[at + 4..].trim_ascii_start();
                let from = css.len() - words.len();
                let (mark, quoted) = match words.chars().next() {
                    Some(mark @ ('"' | '\'')) => (mark, 1),
                    _ => (')', 0),
                };
                let address = words[quoted..].split(mark).next().unwrap_or("");
                found.extend(Request::new(address, from + quoted..from + quoted + address.len()));
                from + quoted + address.len() - at
            }
            mark @ (b'"' | b'\'') => memchr::memchr2(mark, b'\n', &bytes[at + 1..]).map_or(1, |end| end + 2),
            _ => 1,
        };
        at = (at + skipped).min(bytes.len());
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_ask_for_what_they_import_and_show() {
        let css = "@namespace svg url(http://www.w3.org/2000/svg);\n@import \"https://a.example/a.css\" print;\n\
                   @import url('//b.example/b.css');\n/* url(https://no.example/) */\n\
                   a { background: URL( https://C.example:8080/c.png ) } b::after { content: \"url(https://no.example/)\" }\n\
                   i { background: url(data:image/svg+xml,http://no.example/) } u { background: url(/own.png) }";
        let hosts: Vec<String> = of_styles(css).into_iter().map(|request| request.host).collect();
        assert_eq!(hosts, ["a.example", "b.example", "c.example:8080"]);
        for request in of_styles(css) {
            assert_eq!(css[request.range.clone()].trim(), request.address);
        }
    }

    #[test]
    fn pictures_of_many_sizes_are_asked_for_each() {
        for (srcset, addresses) in [
            ("https://a/1.png 1x,https://b/2.png 2x", ["https://a/1.png", "https://b/2.png"]),
            (" //a/1.png, //b/2.png 2x ", ["//a/1.png", "//b/2.png"]),
            ("//a/1,2.png 100w , ,//b/2.png\t200w,", ["//a/1,2.png", "//b/2.png"]),
        ] {
            assert_eq!(candidates(srcset).collect::<Vec<_>>(), addresses, "{srcset}");
        }
        assert_eq!(candidates(" , ").next(), None);
    }

    #[test]
    fn a_base_is_one_request() {
        let html = "<!doctype html><html><head><base target=\"_top\"><base href=\"https://cdn.example/a/\">\
                    <base href=\"https://other.example/\"></head><body><img src=\"b.png\"><img src=\"c.png\"></body></html>";
        let context = FinishedContext::of_file(html, crate::source::FileId(0));
        let hosts: Vec<String> = of_page(&context).into_iter().map(|request| request.host).collect();
        assert_eq!(hosts, ["cdn.example"]);
    }

    proptest::proptest! {
        #![proptest_config(crate::seeded::seeded(128))]

        #[test]
        fn any_text_is_read(css in "(url\\(|@import |/\\*|\\*/|'|\"|é|//a|\\)|\n|@namespace|;| ){0,40}") {
            for request in of_styles(&css) {
                proptest::prop_assert!(css.get(request.range.clone()).is_some());
            }
        }
    }
}
