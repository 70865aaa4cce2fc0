//! What a site already has that cells may speak of: providers, contacts, terms, owners, postcodes.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::model::{Contact, Site, fold};

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
    /// Postcodes of `data/postcodes.csv` without spaces, where the site has that.
    pub postcodes: HashSet<String>,
    /// The outward parts of these.
    districts: HashSet<String>,
    /// The county of the site.
    pub county: String,
    /// The country of the site.
    pub country: String,
}

impl Known {
    /// Gathers what a site has. `postcodes` is the text of `data/postcodes.csv`, or nothing.
    pub fn new(site: &Site, postcodes: &str) -> Self {
        let records = &site.records;
        let mut known = Self {
            owners: site.settings.owners.clone(),
            contacts: records.contacts.clone(),
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
        for line in postcodes.lines() {
            let Some(code) = line.split(',').map(|cell| cell.trim().trim_matches('"')).find_map(postcode) else {
                continue;
            };
            if let Some((outward, _)) = code.split_once(' ') {
                known.districts.insert(outward.to_owned());
            }
            known.postcodes.insert(code.replace(' ', ""));
        }
        known
    }

    /// Whether the site's postcodes have the district of this one, and not this one.
    pub fn is_no_postcode(&self, code: &str) -> bool {
        let outward = code.split(' ').next().unwrap_or_default();
        self.districts.contains(outward) && !self.postcodes.contains(&code.replace(' ', ""))
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
    let code: String = text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>().to_uppercase();
    if !code.is_ascii() || !(5..=7).contains(&code.len()) {
        return None;
    }
    let (outward, inward) = code.split_at(code.len() - 3);
    let shape = |text: &str| -> String {
        text.chars()
            .map(|letter| match letter {
                'A'..='Z' => 'A',
                '0'..='9' => '9',
                _ => '?',
            })
            .collect()
    };
    let is_outward = matches!(shape(outward).as_str(), "A9" | "A99" | "AA9" | "AA99" | "A9A" | "AA9A");
    (is_outward && shape(inward) == "9AA").then(|| format!("{outward} {inward}"))
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
