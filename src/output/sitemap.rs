//! `sitemap.xml`: every page that readers can find, when it last changed, and the same page in other languages.

use super::{OutputFile, address, xml};
use crate::model::{Page, Site};

/// Pages in one file. The protocol allows 50,000 and 50 MB; with alternates in ten languages this stays below both.
const MOST_PAGES: usize = 20_000;

/// Makes the sitemap; a large site gets several and an index of them, a trial site none.
pub fn files(site: &Site) -> Vec<OutputFile> {
    if site.settings.staging {
        return Vec::new();
    }
    let pages: Vec<&Page> = site.pages.iter().filter(|page| page.is_listed()).collect();
    let maps: Vec<String> = pages.chunks(MOST_PAGES).map(|pages| map(site, pages)).collect();
    if let [map] = maps.as_slice() {
        return vec![("sitemap.xml".into(), map.clone().into_bytes())];
    }
    let path = |number: usize| format!("sitemap-{}.xml", number + 1);
    let mut files = vec![("sitemap.xml".to_owned(), index(site, (0..maps.len()).map(path)).into_bytes())];
    files.extend(maps.into_iter().enumerate().map(|(number, map)| (path(number), map.into_bytes())));
    files
}

fn index(site: &Site, paths: impl Iterator<Item = String>) -> String {
    let entries: String = paths
        .map(|path| format!("<sitemap><loc>{}</loc></sitemap>\n", xml(&address(site, &format!("/{path}")))))
        .collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{entries}</sitemapindex>\n"
    )
}

fn map(site: &Site, pages: &[&Page]) -> String {
    let entries: String = pages.iter().map(|page| entry(site, page)).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n\
         {entries}</urlset>\n"
    )
}

fn entry(site: &Site, page: &Page) -> String {
    let mut entry = format!("<url><loc>{}</loc>", xml(&address(site, &page.address)));
    if let Some(date) = page.common.updated.max(page.common.reviewed) {
        entry.push_str(&format!("<lastmod>{date}</lastmod>"));
    }
    let same: Vec<&Page> = site
        .group(page.group)
        .pages
        .iter()
        .map(|id| site.page(*id))
        .filter(|other| other.variant.form == page.variant.form && other.is_listed() && !page.is_section_of_page())
        .collect();
    if same.len() > 1 {
        for other in same {
            let language = &site.settings.languages[usize::from(other.variant.language)].code;
            entry.push_str(&format!(
                "<xhtml:link rel=\"alternate\" hreflang=\"{language}\" href=\"{}\"/>",
                xml(&address(site, &other.address))
            ));
        }
    }
    entry + "</url>\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Publication;
    use crate::output::fixture;

    fn text(site: &Site) -> String {
        String::from_utf8(files(site).remove(0).1).expect("a sitemap is UTF-8")
    }

    #[test]
    fn languages_of_a_page_name_each_other_and_the_later_date_counts() {
        let site = fixture::site();
        let text = text(&site);
        assert!(text.contains(
            "<url><loc>https://carers.example/hub/</loc><lastmod>2026-10-03</lastmod>\
             <xhtml:link rel=\"alternate\" hreflang=\"en\" href=\"https://carers.example/hub/\"/>\
             <xhtml:link rel=\"alternate\" hreflang=\"pl\" href=\"https://carers.example/pl/hub/\"/></url>"
        ));
        assert!(text.contains("<url><loc>https://carers.example/hub/easy-read/</loc></url>"));
    }

    #[test]
    fn only_pages_that_readers_can_find_are_in_it() {
        let mut site = fixture::site();
        site.pages[1].publication = Publication::Draft;
        assert!(!text(&site).contains("https://carers.example/hub/<"));
        fixture::set(&mut site, |settings| settings.staging = true);
        assert!(files(&site).is_empty());
    }

    #[test]
    fn a_large_site_has_an_index_of_sitemaps() {
        let mut site = fixture::site();
        let page = site.pages[1].clone();
        site.pages = vec![page; MOST_PAGES + 1];
        let files = files(&site);
        assert_eq!(files.len(), 3);
        assert!(String::from_utf8_lossy(&files[0].1).contains("<loc>https://carers.example/sitemap-2.xml</loc>"));
    }
}
