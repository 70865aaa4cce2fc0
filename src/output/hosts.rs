//! Files that hosts read, for the hosts named in `[hosting]`: the headers of every answer.
//!
//! Cloudflare Pages and Netlify read the same `_headers`. Hosts that are set up by hand get their files later.

use std::collections::BTreeSet;

use super::OutputFile;
use crate::model::{FRAME_ORIGINS, PageFacts, Site};

/// What a page may load: its own site's files and nothing else, and no script or style inside the page.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
     media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The policy of a site whose pages can put in frames of these origins once a reader asks.
fn policy<'o>(frames: impl IntoIterator<Item = &'o str>) -> String {
    let frames: Vec<&str> = frames.into_iter().collect();
    if frames.is_empty() {
        return CONTENT_SECURITY_POLICY.to_owned();
    }
    format!("{CONTENT_SECURITY_POLICY}; frame-src {}", frames.join(" "))
}

/// The policy while a site is looked at on its author's machine: with every frame that a page of ours can ask for.
pub fn preview_policy() -> String {
    policy(FRAME_ORIGINS.iter().copied())
}

/// Makes `_headers` where one of the hosts reads it. Files whose names hold their own hash may be kept for a year.
///
/// The policy names the hosts of the videos that pages really show, and no other.
pub fn host_files(site: &Site, facts: &[PageFacts]) -> Vec<OutputFile> {
    let reads_it = |host: &String| matches!(host.as_str(), "cloudflare" | "netlify");
    if !site.settings.hosts.iter().any(reads_it) {
        return Vec::new();
    }
    let base = &site.settings.base_path;
    let robots = if site.settings.staging { "  X-Robots-Tag: noindex\n" } else { "" };
    let shards = site.settings.languages.iter().map(|language| format!("search/{}", language.code));
    let kept: String = std::iter::once("assets".to_owned())
        .chain(shards)
        .map(|folder| format!("{base}{folder}/*\n  Cache-Control: public, max-age=31536000, immutable\n"))
        .collect();
    // Open data is there for the programs of others, also those that run in a browser.
    let shared = match site.has_open_data() {
        true => format!("{base}api/*\n  Access-Control-Allow-Origin: *\n"),
        false => String::new(),
    };
    let signed = site.videos.values().filter_map(|video| video.remote.as_ref()?.origin);
    let frames: BTreeSet<&str> = facts.iter().flat_map(|facts| facts.frames.iter().copied()).chain(signed).collect();
    let policy = policy(frames);
    let text = format!(
        "{base}*\n  Content-Security-Policy: {policy}\n  Referrer-Policy: no-referrer\n  \
         X-Content-Type-Options: nosniff\n  Strict-Transport-Security: max-age=31536000\n{robots}{kept}{shared}"
    );
    vec![("_headers".into(), text.into_bytes())]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::fixture;

    #[test]
    fn hosts_that_read_it_get_strict_headers() {
        let mut site = fixture::site();
        assert!(host_files(&site, &[]).is_empty());
        fixture::set(&mut site, |settings| settings.hosts = vec!["cloudflare".into()]);
        let text = String::from_utf8(host_files(&site, &[]).remove(0).1).expect("it is UTF-8");
        assert!(
            text.starts_with("/*\n  Content-Security-Policy: default-src 'none'; script-src 'self'; style"),
            "{text}"
        );
        assert!(text.contains("\n/search/pl/*\n  Cache-Control: public"), "{text}");
        assert!(text.contains("img-src 'self'; media-src 'self'") && !text.contains("frame-src"), "{text}");
        let shows = |origin| PageFacts { frames: vec![origin], ..PageFacts::default() };
        let facts = [shows(FRAME_ORIGINS[0]), PageFacts::default(), shows(FRAME_ORIGINS[0])];
        let text = String::from_utf8(host_files(&site, &facts).remove(0).1).expect("it is UTF-8");
        assert!(text.contains(&format!("frame-ancestors 'none'; frame-src {}\n", FRAME_ORIGINS[0])), "{text}");
    }
}
