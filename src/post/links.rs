//! Links to other sites: they say so in a class, and tell the other site nothing of where a reader came from.

use lol_html::ElementContentHandlers;
use lol_html::html_content::Element;

use super::Concern;
use super::turn::Turn;
use crate::html;

pub(super) const CONCERN: Concern =
    Concern { wanted: |turn| turn.holds("://"), selectors: &["a[href*=\"//\"]"], handlers };

/// Kept off the other site: this window, and the address of the page left.
const REL: [&str; 2] = ["noopener", "noreferrer"];

fn handlers<'t>(turn: &'t Turn<'t>) -> Vec<ElementContentHandlers<'t>> {
    vec![ElementContentHandlers::default().element(move |element: &mut Element<'_, '_>| {
        let href = element.get_attribute("href").unwrap_or_default();
        if !is_external(&html::decode(&href), &turn.site.settings.base_url) {
            return Ok(());
        }
        let mut rel: Vec<String> =
            element.get_attribute("rel").unwrap_or_default().split_ascii_whitespace().map(str::to_lowercase).collect();
        let missing: Vec<&str> = REL.into_iter().filter(|word| !rel.iter().any(|known| known == word)).collect();
        if !missing.is_empty() {
            rel.extend(missing.into_iter().map(str::to_owned));
            element.set_attribute("rel", &rel.join(" "))?;
        }
        // A template that gave the link a class has decided how it looks.
        if !element.has_attribute("class") {
            element.set_attribute("class", "signpost-external")?;
        }
        Ok(())
    })]
}

/// Whether an address is on another site.
fn is_external(href: &str, base_url: &str) -> bool {
    let href = href.trim();
    let has_host = |prefix: &str| href.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix));
    if !(has_host("https://") || has_host("http://") || has_host("//")) {
        return false;
    }
    let own = href.get(..base_url.len()).is_some_and(|start| start.eq_ignore_ascii_case(base_url));
    !own || !matches!(href.as_bytes().get(base_url.len()), None | Some(b'/' | b'?' | b'#'))
}

#[cfg(test)]
mod tests {
    use super::is_external;

    #[test]
    fn tells_own_from_other_sites() {
        let base = "https://carers.example/sub";
        for own in ["/a//b", "https://carers.example/sub", "HTTPS://carers.example/sub/a", "mailto:a@b.example", "a"] {
            assert!(!is_external(own, base), "{own}");
        }
        for other in ["https://carers.example/", "https://carers.example/subway", "//x.example", " http://x.example"] {
            assert!(is_external(other, base), "{other}");
        }
    }
}
