//! One provider in two records.

use std::collections::HashMap;

use super::super::rule::rule;
use crate::check::same;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{Provider, Site};

rule! {
    /// # What it does
    /// Reports two records in `content/data/providers.yaml` with the same name, whatever its order, capitals, apostrophes
    /// and words such as "the" or "Ltd". Two with the same `charity_number` and different names are advice: branches of a
    /// charity may share it.
    ///
    /// # Why it matters
    /// A letter to the provider (`signpost letters`) leaves out half of its services, and its website is mended in one
    /// record of two. In open data it is two organisations.
    /// Judgement.
    ///
    /// # Example
    /// ```yaml
    /// carers-together: { name: Mereshire Carers Together }
    /// mct: { name: "Carers Together, Mereshire", charity_number: 1234567 }
    /// ```
    ///
    /// # Use instead
    /// ```yaml
    /// carers-together: { name: Mereshire Carers Together, charity_number: 1234567 }
    /// mct: { name: "Carers Together, Mereshire", replaced_by: carers-together }
    /// ```
    ///
    /// # What it cannot see
    /// One provider under two names, of which not both have its charity number.
    "duplicate-provider" Warning checks [Model(check)]
}

fn check(site: &Site, found: &mut Vec<Diagnostic>) {
    let providers = site.records.providers.values().filter(|provider| provider.replaced_by.is_none());
    let mut providers: Vec<&Provider> = providers.collect();
    providers.sort_by_key(|provider| provider.span.map(|span| span.start));
    let (mut names, mut numbers): (HashMap<_, &str>, HashMap<_, &str>) = (HashMap::new(), HashMap::new());
    for provider in providers {
        let id = provider.id.as_str();
        let of_name = same::name(&provider.name).map(|name| *names.entry(name).or_insert(id));
        let of_number = charity_number(provider).map(|number| *numbers.entry(number).or_insert(id));
        let (first, what) = match (of_name, of_number) {
            (Some(first), _) if first != id => (first, "name"),
            (_, Some(first)) if first != id => (first, "charity number"),
            _ => continue,
        };
        let mut finding = RULE
            .finding(format!("the providers `{first}` and `{id}` have the same {what}"))
            .help(format!(
                "where they are one, write `provider: {first}` on the services of both, and `replaced_by: {first}` in this \
                 record"
            ));
        if what != "name" {
            finding.severity = Severity::Advice;
        }
        finding.span = provider.span;
        found.push(finding);
    }
}

/// The number without spaces and marks; nothing for words such as "none".
fn charity_number(provider: &Provider) -> Option<String> {
    let written = provider.charity_number.as_deref()?;
    let number: String = written.chars().filter(char::is_ascii_alphanumeric).collect();
    number.bytes().any(|byte| byte.is_ascii_digit()).then(|| number.to_ascii_uppercase())
}
