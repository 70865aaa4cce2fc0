//! A privacy page that cannot say what it must.

use super::super::rule::rule;
use crate::diagnostic::Diagnostic;
use crate::model::Site;

rule! {
    /// # What it does
    /// Reports a `[privacy]` in `site.toml` that leaves out who is responsible, who serves the site, or how long the
    /// host keeps its records.
    ///
    /// # Why it matters
    /// The privacy page is made from these settings, and says to readers what it does not know.
    /// The law (UK GDPR, article 13) asks for it.
    ///
    /// # Example
    /// ```toml
    /// [privacy]
    /// controller = "Mereshire County Council"
    /// ```
    ///
    /// # Use instead
    /// ```toml
    /// [privacy]
    /// controller = "Mereshire County Council"
    /// host = "Example Hosting, in the United Kingdom"
    /// logs_kept = "30 days"
    /// ```
    ///
    /// # What it cannot see
    /// Whether what is written is true; a site without `[privacy]`, whose page says the same.
    "incomplete-privacy" Warning
    checks [Model(look)]
}

const NEEDED: [&str; 3] = ["controller", "host", "logs_kept"];

fn look(site: &Site, found: &mut Vec<Diagnostic>) {
    let settings = &site.settings;
    let Some(span) = settings.privacy_span else { return };
    let is_there = |key: &str| {
        let has_name = key == "controller" && !settings.organisation.name.is_empty();
        has_name || settings.privacy.iter().any(|(name, text)| name == key && !text.trim().is_empty())
    };
    let missing: Vec<String> = NEEDED.iter().filter(|key| !is_there(key)).map(|key| format!("`{key}`")).collect();
    if !missing.is_empty() {
        found.push(
            RULE.finding(format!("`[privacy]` does not say {}", missing.join(" and ")))
                .at(span)
                .help("add it: the privacy page tells readers what is missing until then"),
        );
    }
}
