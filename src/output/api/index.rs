//! `/api/index.json`: which standard the data follows, whose it is, and what may be done with it.

use serde_json::json;

use super::{OpenData, address, known};
use crate::output::OutputFile;

/// The version by which the validator of Open Referral UK knows what to hold the data against.
const VERSION: &str = "HSDS-UK-3.0";
const PROFILE: &str = "https://docs.openreferraluk.org/en/latest/";
const OPENAPI: &str = "https://openreferraluk.org/specifications/3.0/openapi.json";

/// The folders of the API, in the order in which its standard names them.
const FOLDERS: [&str; 5] = ["services", "service_at_locations", "organizations", "taxonomies", "taxonomy_terms"];

/// Makes the file.
pub(super) fn index(open: &OpenData<'_>) -> OutputFile {
    let settings = &open.site.settings;
    let licence = settings.open_data("licence");
    let is_link = |text: &&str| text.starts_with("https://") || text.starts_with("http://");
    let publisher = Some(settings.organisation.name.as_str()).filter(|name| !name.is_empty());
    let index = known(json!({
        "version": VERSION,
        "profile": PROFILE,
        "openapi_url": OPENAPI,
        "title": settings.title,
        "publisher": publisher,
        "license": licence.filter(|text| !is_link(text)),
        "license_url": settings.open_data("licence_url").or(licence.filter(is_link)),
        "attribution": settings.open_data("attribution"),
        "contact": settings.open_data("contact"),
        "language": settings.main_language().code,
        "total_services": open.services.len(),
        "endpoints": FOLDERS.map(|folder| address(open.site, &format!("/api/{folder}/index.json"))),
        "tables": address(open.site, "/api/csv/datapackage.json"),
    }));
    let mut text = serde_json::to_vec_pretty(&index).expect("text and numbers are always JSON");
    text.push(b'\n');
    ("api/index.json".into(), text)
}
