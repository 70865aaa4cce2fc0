//! An area that no postcode can lie in.

use super::super::rule::rule;
use crate::diagnostic::Diagnostic;
use crate::model::Site;

rule! {
    /// # What it does
    /// Where there is a `data/postcodes.csv`, reports areas of `data/areas.yaml` without `gss`, and those whose code no row
    /// of that file has. Areas in which others lie need none.
    ///
    /// # Why it matters
    /// Somebody who lives there is told that they live outside.
    ///
    /// # Example
    /// ```yaml
    /// rushcliffe: { name: Rushcliffe, kind: district }
    /// ```
    ///
    /// # Use instead
    /// ```yaml
    /// rushcliffe: { name: Rushcliffe, kind: district, gss: E07000176 }
    /// ```
    ///
    /// # What it cannot see
    /// A code that belongs to another area.
    "area-without-code" Warning checks [Model(check)]
}

fn check(site: &Site, found: &mut Vec<Diagnostic>) {
    let rows = site.records.postcodes.rows();
    let areas = &site.records.areas;
    if rows.is_empty() {
        return;
    }
    let mut is_used = vec![false; areas.len()];
    for row in rows {
        if let Some(used) = row.area.and_then(|area| is_used.get_mut(usize::from(area))) {
            *used = true;
        }
    }
    for (area, is_used) in areas.iter().zip(is_used) {
        if areas.iter().any(|inner| inner.parent.as_ref() == Some(&area.id)) {
            continue;
        }
        let message = match &area.gss {
            None => format!("no postcode can be found to lie in {}, which has no `gss`", area.name),
            Some(code) if !is_used => format!("no row of `data/postcodes.csv` has the code `{code}` of {}", area.name),
            Some(_) => continue,
        };
        let mut finding = RULE
            .finding(message)
            .help("write its code in `gss`: look for its name at geoportal.statistics.gov.uk, or in the list that came with the postcodes");
        finding.span = area.span;
        found.push(finding);
    }
}
