//! Open data that nobody may use.

use super::super::rule::rule;
use crate::diagnostic::Diagnostic;
use crate::model::Site;

rule! {
    /// # What it does
    /// Reports an `[open_data]` in `site.toml` that names no `licence`, on a site with services to share.
    ///
    /// # Why it matters
    /// Without a licence nobody may take your services into another directory, and carers find fewer of them.
    /// `/api/index.json` tells others which it is.
    ///
    /// # Example
    /// ```toml
    /// [open_data]
    /// attribution = "Mereshire County Council"
    /// ```
    ///
    /// # Use instead
    /// ```toml
    /// [open_data]
    /// licence = "OGL-UK-3.0"
    /// licence_url = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
    /// attribution = "Mereshire County Council"
    /// ```
    ///
    /// # What it cannot see
    /// A site without `[open_data]`, which has perhaps not thought of it yet; whether you hold the rights.
    "missing-licence" Advice
    checks [Model(look)]
}

fn look(site: &Site, found: &mut Vec<Diagnostic>) {
    let settings = &site.settings;
    let Some(span) = settings.open_data_span else { return };
    if settings.open_data("licence").is_none() && site.has_open_data() {
        found.push(
            RULE.finding("`[open_data]` names no `licence`")
                .at(span)
                .help("councils usually write `licence = \"OGL-UK-3.0\"`, the Open Government Licence"),
        );
    }
}
