//! `robots.txt`: the way to the sitemap; a trial site keeps everyone out.

use super::{OutputFile, address};
use crate::model::Site;

/// Makes the file.
pub fn files(site: &Site) -> Vec<OutputFile> {
    let text = if site.settings.staging {
        "User-agent: *\nDisallow: /\n".to_owned()
    } else {
        format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", address(site, "/sitemap.xml"))
    };
    vec![("robots.txt".into(), text.into_bytes())]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::fixture;

    #[test]
    fn a_trial_site_keeps_everyone_out() {
        let mut site = fixture::site();
        assert!(files(&site)[0].1.ends_with(b"Sitemap: https://carers.example/sitemap.xml\n"));
        fixture::set(&mut site, |settings| settings.staging = true);
        assert_eq!(files(&site)[0].1, b"User-agent: *\nDisallow: /\n");
    }
}
