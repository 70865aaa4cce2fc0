//! A place whose position and postcode are miles apart.

use super::super::rule::rule;
use super::unknown_postcode::{at_place, places};
use crate::data::{Point, Postcode};
use crate::diagnostic::Diagnostic;
use crate::model::Site;

rule! {
    /// # What it does
    /// Reports a place whose `lat` and `lon` are not in the United Kingdom at all (for another `country` in
    /// `[organisation]`: not on the Earth), which readers then do not see; and one that lies more than two miles from where
    /// `data/postcodes.csv` has its postcode.
    ///
    /// # Why it matters
    /// One of the two is wrong, and people are sent there: "about 2 miles" may be 20.
    ///
    /// # Example
    /// ```md
    /// places:
    ///   - { name: The Hub, postcode: NG1 1AA, lat: -1.14, lon: 52.95 }   # the two have changed places
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// places:
    ///   - { name: The Hub, postcode: NG1 1AA }   # then its position is that of its postcode
    /// ```
    ///
    /// # What it cannot see
    /// Which of the two is wrong.
    "misplaced-place" Warning thresholds [miles 2] checks [Model(check)]
}

fn check(site: &Site, found: &mut Vec<Diagnostic>) {
    let most = RULE.threshold("miles", &site.settings);
    for (page, place, number) in places(site) {
        let (Some(lat), Some(lon)) = (place.lat, place.lon) else { continue };
        let code = place.postcode.as_ref().and_then(|written| Postcode::read(written.as_bytes()));
        let row = code.and_then(|code| site.records.postcodes.find(code));
        let Some((code, point)) = row.and_then(|row| Some((row.code, row.point?))) else { continue };
        let miles = point.miles_to(Point { lat, lon });
        if miles > f64::from(most) {
            let message = format!("{lat}, {lon} is {miles:.0} miles from its postcode {code}");
            let finding = RULE
                .finding(message)
                .help("take `lat` and `lon` away: then the place is where its postcode is; or mend the postcode");
            found.push(at_place(finding, page, number, "lat"));
        }
    }
}
