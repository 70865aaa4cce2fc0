//! Hidden places in an import: a sheet never takes `hidden` away, never writes an address into such a place, and a new page
//! of a refuge has no address.
//!
//! Neither the state file, nor what is shown, nor a finding ever holds what [`is_secret`](super::export::is_secret) names
//! on a page that hides a place.

use super::columns::{Cell, split};
use super::export::is_secret;
use super::incoming::Incoming;
use crate::config::Settings;
use crate::data::Value;
use crate::model::fold;

/// The places that front matter lists.
fn places(front: &Value) -> &[Value] {
    front.get("places").map(Value::items).unwrap_or_default()
}

/// Whether a place is hidden, as the loader decides it: by anything but a plain `false`.
pub fn is_hidden(place: &Value) -> bool {
    place.entries().iter().any(|(key, value)| key == "hidden" && !matches!(value, Value::Flag(false)))
}

/// Whether a place is hidden.
pub fn hides(front: &Value) -> bool {
    places(front).iter().any(is_hidden)
}

/// Whether a change would make a hidden place public: it is hidden no more, has another number, or what it kept back stands
/// in an open one.
pub fn exposes(before: &Value, after: &Value) -> bool {
    let (old, new) = (places(before), places(after));
    let secrets: Vec<&Value> = old
        .iter()
        .filter(|place| is_hidden(place))
        .flat_map(|place| ["address", "postcode", "lat", "lon"].into_iter().filter_map(|key| place.get(key)))
        .filter(|value| !value.is_empty())
        .collect();
    let is_open = |at: usize| new.get(at).is_none_or(|place| !is_hidden(place));
    let tells = |place: &Value| place.entries().iter().any(|(_, value)| secrets.contains(&value));
    old.iter().enumerate().any(|(at, place)| is_hidden(place) && is_open(at))
        || new.iter().any(|place| !is_hidden(place) && tells(place))
}

/// Whether a service by its name or its terms may be a refuge, so that nobody should learn its address from a sheet.
pub fn may_be_refuge(service: &Incoming, settings: &Settings) -> bool {
    let cell =
        |wanted: &str| service.cells.iter().find(|(heading, _)| heading == wanted).map(|(_, cell)| cell.as_str());
    let names = format!(" {} {} ", fold(&service.title), fold(cell("provider").unwrap_or_default()));
    let plain: String = names.chars().map(|letter| if letter.is_alphanumeric() { letter } else { ' ' }).collect();
    let words = ["refuge", "refuges", "safe house", "safe houses", "safehouse", "domestic abuse", "domestic violence"];
    let is_named = words.iter().any(|word| plain.contains(&format!(" {word} ")));
    let has = |taxonomy: &str, term: &str| {
        cell(taxonomy).is_some_and(|terms| split(terms).iter().any(|known| fold(known) == fold(term)))
    };
    is_named || settings.sensitive_terms.iter().any(|(taxonomy, term)| has(taxonomy, term))
}

/// Takes the address from a service, and whatever else repeats it; its places are hidden. Says how many facts were left out.
pub fn without_address(service: &mut Incoming) -> usize {
    let is_place = |heading: &str| heading.starts_with("place ");
    let before = service.cells.len() + service.notes.len() + usize::from(service.body.is_some());
    let (secret, mut open): (Vec<Cell>, Vec<Cell>) = std::mem::take(&mut service.cells)
        .into_iter()
        .partition(|(heading, _)| is_place(heading) && is_secret(heading));
    let spellings: Vec<String> = secret
        .iter()
        .filter(|(heading, _)| !heading.ends_with(" town"))
        .flat_map(|(_, cell)| [bare(cell), bare(cell.split(',').next().unwrap_or_default())])
        .filter(|words| words.len() > 4)
        .collect();
    let tells = |text: &str| spellings.iter().any(|secret| bare(text).contains(secret.as_str()));
    open.retain(|(heading, cell)| heading == "title" || !tells(cell));
    service.notes.retain(|(name, value)| !service.private.contains(name) && !value.as_text().is_some_and(tells));
    service.body = service.body.take().filter(|body| !tells(body));
    let left = before - open.len() - service.notes.len() - usize::from(service.body.is_some());
    if left > 0 {
        let of_places = secret.iter().chain(&open).map(|(heading, _)| heading);
        let mut numbers: Vec<String> = of_places
            .filter(|heading| is_place(heading))
            .filter_map(|heading| heading.split(' ').nth(1).map(str::to_owned))
            .collect();
        numbers.sort();
        numbers.dedup();
        open.retain(|(heading, _)| !(is_place(heading) && heading.ends_with(" hidden")));
        open.extend(numbers.into_iter().map(|number| (format!("place {number} hidden"), "true".to_owned())));
    }
    service.cells = open;
    left
}

/// Letters and digits alone, so that `ZZ9 9ZZ` and `zz99zz` are one.
fn bare(text: &str) -> String {
    fold(text).chars().filter(|letter| letter.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::parse_yaml;

    #[test]
    fn a_hidden_place_stays_hidden_where_it_stands() {
        let check = |before: &str, after: &str, expected: bool| {
            let read = |text: &str| parse_yaml(text).expect("it is YAML");
            assert_eq!(exposes(&read(before), &read(after)), expected, "{before} / {after}");
        };
        let hidden = "places: [{ address: 9 Larkspur Close, hidden: }]";
        check(hidden, "places: [{ address: 9 Larkspur Close, hidden: yes }]", false);
        check(hidden, "places: [{ address: 9 Larkspur Close, hidden: yes }, { address: 1 High St }]", false);
        check(hidden, "places: [{ address: 9 Larkspur Close }]", true);
        check(hidden, "places: [{ address: 9 Larkspur Close, hidden: false }]", true);
        check(hidden, "places: [{ address: 1 High St }, { address: 9 Larkspur Close, hidden: true }]", true);
        check(hidden, "places: [{ name: A, hidden: true }, { address: 9 Larkspur Close }]", true);
        check(hidden, "title: A", true);
        check("places: [{ address: 1 High St }]", "title: A", false);
    }
}
