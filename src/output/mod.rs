//! Files for machines beside the pages: one module per format, each a function from the site to paths and bytes.
//!
//! Nothing here reads a body or writes to disk; `project` hands the files to the sink. Pages that only redirect are
//! listed here and drawn by `render`, as they need the theme. A service's contacts (`vcard`) are made with its page, help
//! near a postcode (`near`) before the page that needs to know of its files, and open data (`api`) is handed over a
//! service at a time, as it is too much to hold at once. What tells of changes (`changes`) gets its words from the
//! theme's messages, through `project`.

macro_rules! formats {
    ($($module:ident),* $(,)?) => {
        $(mod $module;)*

        /// Every format, in the order of their files.
        pub const FORMATS: &[Format] = &[$(Format { name: stringify!($module), files: $module::files },)*];
    };
}

formats! {
    build_info,
    calendar,
    feed,
    opensearch,
    progress,
    robots,
    sitemap,
}

mod api;
mod atom;
mod changes;
mod folded;
mod hosts;
mod letters;
mod near;
mod redirects;
mod shortlist;
mod vcard;

pub use api::{OpenData, OpenService, ServiceFiles, ServiceLists};
pub use changes::{Words, changes};
pub use hosts::{host_files, preview_policy};
pub use letters::{LETTERS_MARK, letter_files};
pub use near::Near;
pub use redirects::redirects;
pub use shortlist::shards;
pub use vcard::vcard;

use crate::model::Site;

/// A file of the output: its path and what it holds.
pub type OutputFile = (String, Vec<u8>);

/// A format and what makes its files.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// Its name, which is its module's.
    pub name: &'static str,
    /// Makes its files; none, where the site has no use for it.
    pub files: fn(&Site) -> Vec<OutputFile>,
}

/// Makes the files of every format.
pub fn files(site: &Site) -> Vec<OutputFile> {
    FORMATS.iter().flat_map(|format| (format.files)(site)).collect()
}

/// Text as it may stand in XML, in an element or a quoted attribute; characters that XML 1.0 has not are left out.
fn xml(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            '"' => written.push_str("&quot;"),
            '\'' => written.push_str("&#39;"),
            '\t' | '\n' | '\r' => written.push(' '),
            letter if letter.is_control() || matches!(letter, '\u{FFFE}' | '\u{FFFF}') => {}
            letter => written.push(letter),
        }
    }
    written
}

/// The full address of a page with every letter beyond ASCII as `%` codes, as sitemaps and feeds want it
/// (RFC 3986, section 2.1).
fn address(site: &Site, path: &str) -> String {
    let mut written = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => written.push(byte.into()),
            b'/' | b'-' | b'.' | b'_' | b'~' | b'%' | b'#' => written.push(byte.into()),
            byte => written.push_str(&format!("%{byte:02X}")),
        }
    }
    site.settings.permalink(&written)
}

/// An address elsewhere with every letter beyond ASCII, and what no address may hold, as `%` codes.
fn ascii(url: &str) -> String {
    let mut written = String::with_capacity(url.len());
    for byte in url.bytes() {
        match byte {
            b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}' => written.push_str(&format!("%{byte:02X}")),
            byte if byte.is_ascii_graphic() => written.push(byte.into()),
            byte => written.push_str(&format!("%{byte:02X}")),
        }
    }
    written
}

#[cfg(test)]
mod fixture;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_has_its_own_files() {
        let site = fixture::site();
        let files = files(&site);
        let mut paths: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
        paths.sort_unstable();
        paths.dedup();
        assert_eq!(paths.len(), files.len());
        assert!(paths.contains(&"build.json") && paths.contains(&"updates/feed.xml"));
    }

    #[test]
    fn xml_holds_any_text() {
        assert_eq!(xml("Tea & <cake> \"3\" \u{1}\u{FFFE}'s"), "Tea &amp; &lt;cake&gt; &quot;3&quot; &#39;s");
    }

    #[test]
    fn addresses_are_ascii() {
        let site = fixture::site();
        assert_eq!(address(&site, "/pl/żółw/"), "https://carers.example/pl/%C5%BC%C3%B3%C5%82w/");
    }
}
