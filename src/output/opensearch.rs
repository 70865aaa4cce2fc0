//! `opensearch.xml`: lets a browser search the site from its address bar.
//!
//! The words stand after `#`, which a browser keeps to itself: no server learns what was looked for.

use super::{OutputFile, address, xml};
use crate::model::Site;

/// Makes the file.
pub fn files(site: &Site) -> Vec<OutputFile> {
    // Readers of the format cut a name off at 16 letters; a shorter one is the site's own choice.
    let name = site.settings.token("name").unwrap_or(&site.settings.title);
    let text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n\
         <ShortName>{name}</ShortName>\n<Description>{title}</Description>\n\
         <Url type=\"text/html\" template=\"{search}#q={{searchTerms}}\"/>\n\
         <InputEncoding>UTF-8</InputEncoding>\n</OpenSearchDescription>\n",
        name = xml(name),
        title = xml(&site.settings.title),
        search = xml(&address(site, "/search/")),
    );
    vec![("opensearch.xml".into(), text.into_bytes())]
}

#[cfg(test)]
mod tests {
    use crate::output::fixture;

    #[test]
    fn what_is_looked_for_stays_in_the_browser() {
        let file = super::files(&fixture::site()).remove(0);
        let text = String::from_utf8(file.1).expect("it is UTF-8");
        assert!(text.contains("template=\"https://carers.example/search/#q={searchTerms}\""), "{text}");
    }
}
