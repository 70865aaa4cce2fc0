//! Records: what is written once and referred to by id.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Postcodes, Published, YearReport};
use crate::data::{Point, Postcode};
use crate::source::Span;

/// The lists of words that `data/words.yaml` may add to.
pub const WORD_LISTS: &[&str] =
    &["avoidable", "idioms", "phrasal_verbs", "latin", "metaphors", "foreign", "hard", "sensory", "acronyms"];

/// All records of a site, by id.
#[derive(Clone, Debug, Default)]
pub struct Records {
    /// `data/contacts.yaml`.
    pub contacts: BTreeMap<String, Contact>,
    /// `data/providers.yaml`.
    pub providers: BTreeMap<String, Provider>,
    /// `data/areas.yaml`, in the order they were written, but for those that another has replaced.
    pub areas: Vec<Area>,
    /// The areas that another has replaced: no page and no list is theirs.
    pub retired_areas: Vec<Area>,
    /// `data/postcodes.csv`: where each postcode lies.
    pub postcodes: Postcodes,
    /// `data/bank-holidays.yaml`, in order.
    pub bank_holidays: Vec<Date>,
    /// `data/reports/`: what was promised for past years, the newest first.
    pub reports: Vec<YearReport>,
    /// `data/words.yaml`: the list, the words, and what to say in their place; `-` takes words out of the list.
    pub words: Vec<(String, String, String)>,
    /// `data/words.yaml`: words that are spelt rightly, though no dictionary has them.
    pub spelling: Vec<String>,
    /// `data/changes.yaml`: what was published before.
    pub published: Option<Published>,
    /// Whether a file of records could not be read: then a record that is missing may well be there.
    pub is_partial: bool,
}

impl Records {
    /// The contact that an id stands for today: its own record, or the last of those that took its place. Nothing for an
    /// id that no record has, and where what took its place is not there or leads back to it: an old number is never
    /// shown for want of a new one.
    pub fn contact_now(&self, id: &str) -> Option<&Contact> {
        let find = |id: &str| self.contacts.get(id);
        last(find(id)?, self.contacts.len(), find, |contact| contact.replaced_by.as_deref())
    }

    /// The provider that an id stands for today, likewise.
    pub fn provider_now(&self, id: &str) -> Option<&Provider> {
        let find = |id: &str| self.providers.get(id);
        last(find(id)?, self.providers.len(), find, |provider| provider.replaced_by.as_deref())
    }

    /// The area that an id stands for today, likewise.
    pub fn area_now(&self, id: &str) -> Option<&Area> {
        let all = || self.areas.iter().chain(&self.retired_areas);
        let find = |id: &str| all().find(|area| area.id == id);
        last(find(id)?, all().count(), find, |area| area.replaced_by.as_deref())
    }

    /// Where a place is: as it was written, or else where its postcode lies. Nothing for a hidden one, which holds
    /// neither. A position that cannot be right was not read.
    pub fn point_of(&self, place: &Place) -> Option<Point> {
        match (place.lat, place.lon) {
            (Some(lat), Some(lon)) => Some(Point { lat, lon }),
            _ => self.postcodes.find(Postcode::read(place.postcode.as_deref()?.as_bytes())?)?.point,
        }
    }

    /// The areas that the site covers, with their positions; those next door are left out.
    pub fn own_areas(&self) -> impl Iterator<Item = (usize, &Area)> {
        self.areas.iter().enumerate().filter(|(_, area)| !area.is_neighbour())
    }
}

/// The last of the records that replace each other; nothing where one is missing, or where they go round.
fn last<'a, T>(
    mut record: &'a T,
    most: usize,
    find: impl Fn(&str) -> Option<&'a T>,
    successor: impl Fn(&'a T) -> Option<&'a str>,
) -> Option<&'a T> {
    for _ in 0..=most {
        match successor(record) {
            None => return Some(record),
            Some(id) => record = find(id)?,
        }
    }
    None
}

/// Ways to reach somebody.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contact {
    /// Its id; nothing for one written on a page.
    pub id: Option<String>,
    /// Who answers.
    pub name: Option<String>,
    /// Numbers for voice calls.
    pub phones: Vec<Phone>,
    /// Numbers for text messages.
    pub texts: Vec<String>,
    /// Email addresses.
    pub emails: Vec<String>,
    /// Websites.
    pub websites: Vec<String>,
    /// The address of a form.
    pub form: Option<String>,
    /// A video relay service.
    pub bsl_relay: Option<String>,
    /// How soon they answer.
    pub reply_time: Option<String>,
    /// A postal address.
    pub address: Option<String>,
    /// When somebody last checked it.
    pub reviewed: Option<Date>,
    /// The record that took its place.
    pub replaced_by: Option<String>,
    /// Where it was written.
    pub span: Option<Span>,
}

impl Contact {
    /// Whether it can be phoned, and reached in no way without a voice.
    pub fn is_voice_only(&self) -> bool {
        !self.phones.is_empty()
            && self.texts.is_empty()
            && self.emails.is_empty()
            && self.bsl_relay.is_none()
            && self.form.is_none()
    }
}

/// One number for voice calls.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Phone {
    /// As it was written.
    pub number: String,
    /// Who it is for.
    pub label: Option<String>,
    /// When it is answered.
    pub hours: Option<String>,
    /// Languages spoken, as codes or names.
    pub languages: Vec<String>,
    /// What a call costs.
    pub cost: Option<String>,
    /// Whether a person's mobile may be shown and shared.
    pub public: bool,
}

impl Phone {
    /// Whether it may be handed on as data: a mobile number may be a person's own, unless somebody said it is public.
    pub fn may_be_shared(&self) -> bool {
        self.public || !is_mobile(&self.number)
    }
}

fn is_mobile(number: &str) -> bool {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let rest = digits.trim_start_matches("00");
    rest.strip_prefix("44").unwrap_or(rest).trim_start_matches('0').starts_with('7')
}

/// Who runs services.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Provider {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is.
    pub description: Option<String>,
    /// Its website.
    pub website: Option<String>,
    /// Its number at the Charity Commission.
    pub charity_number: Option<String>,
    /// The id of its contact record.
    pub contact: Option<String>,
    /// Whether its entries may be shared as open data.
    pub share: bool,
    /// The id of the provider that took its place.
    pub replaced_by: Option<String>,
    /// Where it was written.
    pub span: Option<Span>,
}

/// An area.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Area {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is, such as `county` or `district`.
    pub kind: Option<String>,
    /// The id of the area it lies in.
    pub parent: Option<String>,
    /// Its code in the register of geographic codes.
    pub gss: Option<String>,
    /// Who is next door: ids of areas, or names.
    pub neighbours: Vec<String>,
    /// The id of the area that took its place.
    pub replaced_by: Option<String>,
    /// The id of the contact to ask there: for an area next door, which the site has no services of.
    pub contact: Option<String>,
    /// Where it was written.
    pub span: Option<Span>,
}

impl Area {
    /// Whether it only lies next door: then it is no term, and has no page and no services.
    pub fn is_neighbour(&self) -> bool {
        self.kind.as_deref().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("neighbour"))
    }
}

/// A place that people go to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    /// Its name.
    pub name: Option<String>,
    /// House and street.
    pub address: Option<String>,
    /// Town.
    pub town: Option<String>,
    /// Postcode.
    pub postcode: Option<String>,
    /// Latitude in degrees, WGS 84.
    pub lat: Option<f64>,
    /// Longitude in degrees, WGS 84.
    pub lon: Option<f64>,
    /// What helps people to get in and about.
    pub access: Vec<String>,
    /// When it is open.
    pub hours: Option<String>,
    /// Whether nobody may learn where it is. Such a place holds nothing but its name and access: the rest is dropped
    /// when it is read, so that no output can show it.
    pub hidden: bool,
    /// The address, postcode and coordinates of a hidden place as they were written. Only `check::Secrets` reads them, to
    /// find them in what is about to be published; nothing may print them.
    pub kept_back: Vec<String>,
}

/// A link to apply.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Apply {
    /// What it says.
    pub label: String,
    /// Where it goes.
    pub url: String,
}

/// The `tel:` or `sms:` form of a number: digits with the country code where the number is a British one
/// (RFC 3966, section 5.1.4). Short numbers such as 999 and 111 stay as they are.
pub fn phone_href(scheme: &str, number: &str) -> String {
    let digits: String = number.chars().filter(|letter| letter.is_ascii_digit() || *letter == '+').collect();
    match digits.strip_prefix('0') {
        Some(rest) if digits.len() >= 10 => format!("{scheme}:+44{rest}"),
        _ => format!("{scheme}:{digits}"),
    }
}

/// A number with spaces where people pause when they read it aloud; one that was written with spaces keeps them.
pub fn spaced(number: &str) -> String {
    let number = number.trim();
    if number.contains(' ') || number.len() < 6 {
        return number.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    let digits: Vec<char> = number.chars().collect();
    let groups: &[usize] = match (digits.len(), number) {
        (11, mobile) if mobile.starts_with("07") => &[5, 6],
        (11, london) if london.starts_with("02") => &[3, 4, 4],
        (11, special)
            if special.starts_with("03")
                || special.starts_with("08")
                || special.starts_with("01") && special.get(3..).is_some_and(|rest| rest.starts_with('1')) =>
        {
            &[4, 3, 4]
        }
        (11, geographic) if geographic.starts_with("01") => &[5, 6],
        (13, international) if international.starts_with("+44") => &[3, 4, 6],
        _ => return number.to_owned(),
    };
    let mut parts = Vec::new();
    let mut start = 0;
    for length in groups {
        parts.push(digits[start..start + length].iter().collect::<String>());
        start += length;
    }
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mobile_numbers_are_known_however_they_are_written() {
        for number in ["07700 900111", "+44 (0)7700 900111", "0044 7700 900111", "+447700900111", "(07700) 900111"] {
            assert!(is_mobile(number), "{number}");
        }
        for number in ["01632 960123", "+44 1632 960123", "0117 496 0123", "00441174960123"] {
            assert!(!is_mobile(number), "{number}");
        }
    }

    /// What can be a position at all is for the reader of front matter to say, who knows the country.
    #[test]
    fn a_place_in_another_country_is_where_it_says() {
        let place = Place { lat: Some(52.52), lon: Some(13.4), ..Place::default() };
        assert_eq!(Records::default().point_of(&place), Some(Point { lat: 52.52, lon: 13.4 }));
    }

    #[test]
    fn what_was_replaced_stands_for_the_last_that_took_its_place() {
        let mut records = Records::default();
        for (id, next) in
            [("a", Some("b")), ("b", Some("c")), ("c", None), ("x", Some("y")), ("y", Some("x")), ("z", Some("gone"))]
        {
            let contact = Contact { id: Some(id.into()), replaced_by: next.map(str::to_owned), ..Contact::default() };
            records.contacts.insert(id.into(), contact);
        }
        let now = |id: &str| records.contact_now(id).and_then(|contact| contact.id.as_deref());
        assert_eq!(["a", "b", "c"].map(now), [Some("c"); 3]);
        assert_eq!(["x", "y", "z", "unknown"].map(now), [None; 4]);
    }
}
