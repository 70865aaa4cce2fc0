//! What a site already has that cells may speak of: providers, contacts, terms, owners, postcodes.

use std::collections::{BTreeMap, HashMap};

use crate::data::Postcode;
use crate::model::{Contact, Postcodes, Provider, Site, fold};

/// The names of a site's things, folded, and how front matter calls them.
#[derive(Debug, Default)]
pub struct Known {
    /// Names of providers, with the ids of their records.
    pub providers: HashMap<String, String>,
    /// For each taxonomy: its key, whether no other terms are allowed, and its terms.
    pub taxonomies: Vec<(String, bool, HashMap<String, String>)>,
    /// Keys and titles of taxonomies.
    pub titles: Vec<(String, String)>,
    /// Roles with their email addresses.
    pub owners: Vec<(String, String)>,
    /// Contact records.
    pub contacts: BTreeMap<String, Contact>,
    /// Records of providers.
    pub records: BTreeMap<String, Provider>,
    /// Postcodes of `data/postcodes.csv`, where the site has that.
    pub postcodes: Postcodes,
    /// The county of the site.
    pub county: String,
    /// The country of the site.
    pub country: String,
}

impl Known {
    /// Gathers what a site has.
    pub fn new(site: &Site) -> Self {
        let records = &site.records;
        let mut known = Self {
            owners: site.settings.owners.clone(),
            contacts: records.contacts.clone(),
            records: records.providers.clone(),
            postcodes: records.postcodes.clone(),
            county: site.settings.organisation.county.clone(),
            country: site.settings.organisation.country.clone(),
            ..Self::default()
        };
        for (id, provider) in &records.providers {
            known.providers.entry(fold(provider.name.trim())).or_insert_with(|| id.clone());
            known.providers.insert(fold(id), id.clone());
        }
        for (position, taxonomy) in site.taxonomies.iter().enumerate() {
            let settings = site.settings.taxonomies.iter().find(|settings| settings.key == taxonomy.key);
            let has_areas = taxonomy.key == "areas" && !records.areas.is_empty();
            let is_closed = has_areas || settings.is_some_and(|settings| settings.terms.is_some());
            let mut terms: HashMap<String, String> =
                site.taxonomies[position].terms.iter().map(|term| (fold(&term.name), term.name.clone())).collect();
            if has_areas {
                for area in &records.areas {
                    terms.insert(fold(area.name.trim()), area.name.trim().to_owned());
                    terms.insert(fold(&area.id), area.name.trim().to_owned());
                }
            }
            known.taxonomies.push((taxonomy.key.clone(), is_closed, terms));
            known.titles.push((taxonomy.key.clone(), taxonomy.title.clone()));
        }
        known
    }

    /// Whether the site's postcodes have the district of this one, and not this one.
    pub fn is_no_postcode(&self, code: &str) -> bool {
        let known = &self.postcodes;
        Postcode::read(code.as_bytes()).is_some_and(|code| known.covers(code) && known.find(code).is_none())
    }

    /// A term by what somebody calls it; nothing where the taxonomy is closed and has none such.
    pub fn term(&self, taxonomy: &str, name: &str) -> Option<String> {
        let (_, is_closed, terms) = self.taxonomies.iter().find(|(key, ..)| key == taxonomy)?;
        let term = terms.get(&fold(name.trim())).cloned();
        term.or_else(|| (!is_closed).then(|| name.trim().to_owned()))
    }

    /// Whether a key is a taxonomy of the site.
    pub fn is_taxonomy(&self, key: &str) -> bool {
        self.taxonomies.iter().any(|(known, ..)| known == key)
    }

    /// A provider as front matter calls it: the id of its record, or a plain name.
    pub fn provider(&self, name: &str) -> String {
        let name = name.trim();
        self.providers.get(&fold(name)).cloned().unwrap_or_else(|| plain_name(name))
    }
}

/// A name that nobody could take for the id of a record.
pub fn plain_name(name: &str) -> String {
    let is_id =
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    let Some(first) = name.chars().next().filter(|_| is_id) else { return name.to_owned() };
    match first.is_ascii_lowercase() {
        true => format!("{}{}", first.to_ascii_uppercase(), &name[1..]),
        false => format!("{name}."),
    }
}

/// A British postcode in capitals with its space; nothing where it cannot be one.
pub fn postcode(text: &str) -> Option<String> {
    Postcode::read(text.as_bytes()).map(|code| code.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postcodes_are_told_from_what_is_none() {
        assert_eq!(postcode("zz11aa").as_deref(), Some("ZZ1 1AA"));
        assert_eq!(postcode(" ec1a  1bb ").as_deref(), Some("EC1A 1BB"));
        for other in ["", "ZZ1", "ZZ1 1A", "1ZZ 1AA", "ZZ1 AAA", "ŻZ1 1AA", "ZZZZ1 1AA"] {
            assert_eq!(postcode(other), None, "{other}");
        }
        assert_eq!(plain_name("scope"), "Scope");
        assert_eq!(plain_name("Age UK"), "Age UK");
    }
}
