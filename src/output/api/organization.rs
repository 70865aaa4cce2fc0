//! Who provides services: a record, or a plain name on a page.
//!
//! A provider's own contact record is left out: no page shows it, and it may be there for letters alone.

use serde_json::{Value, json};

use super::{OpenData, address, known, service::status, with};

/// Every organisation with its services.
pub(super) fn organizations(open: &OpenData<'_>) -> Vec<Value> {
    let whole = |(provider, services): (&&str, &Vec<usize>)| {
        let services = services.iter().map(|number| {
            let entry = &open.services[*number];
            json!({
                "id": entry.id.to_string(),
                "name": entry.page.common.safe_title(),
                "status": status(entry.service.status),
                "url": address(open.site, &entry.page.address),
            })
        });
        with(known(organization(open, provider)), "services", services.collect())
    };
    open.providers.iter().map(whole).collect()
}

/// An organisation by what front matter calls it: the id of its record, or its name.
pub(super) fn organization(open: &OpenData<'_>, written: &str) -> Value {
    let Some(provider) = open.site.records.providers.get(written) else {
        let id = open.id("organization-name", written).to_string();
        return json!({ "id": id, "name": written, "description": written });
    };
    let id = open.id("organization", written).to_string();
    let charity = provider.charity_number.as_deref().map(|number| {
        json!({
            "id": open.id("organization_identifier", written).to_string(),
            "identifier_scheme": scheme(number),
            "identifier_type": "Charity number",
            "identifier": number,
        })
    });
    json!({
        "id": id,
        "name": provider.name,
        // The standard wants one; the name is all that is known where nobody wrote more.
        "description": provider.description.as_ref().unwrap_or(&provider.name),
        "website": provider.website.as_deref().and_then(|website| open.link(website)),
        "organization_identifiers": charity.into_iter().collect::<Vec<_>>(),
    })
}

/// The register that a charity's number is from (org-id.guide): Scotland's and Northern Ireland's begin with letters.
fn scheme(number: &str) -> &'static str {
    match number.to_ascii_uppercase() {
        number if number.starts_with("SC") => "GB-SC",
        number if number.starts_with("NI") => "GB-NIC",
        _ => "GB-CHC",
    }
}
