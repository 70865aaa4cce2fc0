//! `contact.vcf` beside a service: its ways to be reached, for the reader's own list of contacts.
//!
//! vCard 3.0 (RFC 2426), not 4.0 (RFC 6350): it is what the phones and mail programs that carers have take in whole,
//! Outlook among them, and nothing that we say needs the newer form. Labels of numbers stand in `X-ABLabel`, which
//! iPhones show, and in the note, which everything shows.
//!
//! No way of a sensitive page is offered: a saved contact stays on a phone that others look at. What tells where a hidden
//! place is, a postal address too, is left out, and so is a person's mobile number that was not said to be public.

use super::folded::{self, text};
use crate::config::language_name;
use crate::model::{Contact, Details, Page, Phone, Service, Site, phone_href, spaced};

/// The path of a service's contacts, and the file; nothing where none are offered.
pub fn vcard(site: &Site, page: &Page) -> Option<(String, Vec<u8>)> {
    let address = site.vcard_address(page).filter(|_| site.group(page.group).main == Some(page.id))?;
    let Details::Service(service) = &page.details else {
        return None;
    };
    let cards = service.contacts.iter().enumerate();
    let text: String = cards.map(|(number, contact)| card(site, page, service, contact, number)).collect();
    Some((address.trim_start_matches('/').to_owned(), text.into_bytes()))
}

fn card(site: &Site, page: &Page, service: &Service, contact: &Contact, number: usize) -> String {
    let link = site.settings.permalink(&page.address);
    let name = contact.name.as_deref().unwrap_or(&page.common.title);
    let provider = service
        .provider
        .as_deref()
        .map(|written| site.records.providers.get(written).map_or(written, |provider| provider.name.as_str()));
    let mut lines = vec![
        "BEGIN:VCARD".to_owned(),
        "VERSION:3.0".to_owned(),
        format!("UID:{}", text(&format!("{link}#contact-{}", number + 1))),
        format!("FN:{}", text(name)),
        "N:;;;;".to_owned(),
        format!("ORG:{}", text(provider.unwrap_or(name))),
        "X-ABShowAs:COMPANY".to_owned(),
    ];
    let phones: Vec<&Phone> = contact.phones.iter().filter(|phone| phone.may_be_shared()).collect();
    for (position, phone) in phones.iter().enumerate() {
        let number = phone_href("tel", &phone.number).trim_start_matches("tel:").to_owned();
        match &phone.label {
            Some(label) => {
                lines.push(format!("item{}.TEL;TYPE=WORK,VOICE:{number}", position + 1));
                lines.push(format!("item{}.X-ABLabel:{}", position + 1, text(label)));
            }
            None => lines.push(format!("TEL;TYPE=WORK,VOICE:{number}")),
        }
    }
    lines.extend(
        contact
            .texts
            .iter()
            .map(|number| format!("TEL;TYPE=CELL:{}", phone_href("sms", number).trim_start_matches("sms:"))),
    );
    lines.extend(contact.emails.iter().map(|email| format!("EMAIL;TYPE=INTERNET,WORK:{}", text(email))));
    lines.extend(contact.websites.iter().map(|website| format!("URL:{}", website.replace(['\r', '\n'], ""))));
    lines.extend(place(service));
    lines.push(format!("NOTE:{}", text(&note(&phones, &link))));
    if let Some(day) = contact.reviewed.max(page.common.reviewed) {
        lines.push(format!("REV:{day}"));
    }
    lines.push("END:VCARD".to_owned());
    lines.iter().map(|line| folded::line(line)).collect()
}

/// The first place that anyone may know, as long as none is hidden.
fn place(service: &Service) -> Vec<String> {
    if service.places.iter().any(|place| place.hidden) {
        return Vec::new();
    }
    let has_address = |place: &&crate::model::Place| place.address.is_some() || place.postcode.is_some();
    let Some(place) = service.places.iter().find(has_address) else {
        return Vec::new();
    };
    let part = |words: &Option<String>| text(words.as_deref().unwrap_or_default());
    let address = format!("ADR;TYPE=WORK:;;{};{};;{};", part(&place.address), part(&place.town), part(&place.postcode));
    let position = place.lat.zip(place.lon).map(|(lat, lon)| format!("GEO:{}", folded::position(lat, lon)));
    std::iter::once(address).chain(position).collect()
}

/// Who each number is for, when it is answered, in which languages and at what cost, and the page that keeps it true.
fn note(phones: &[&Phone], link: &str) -> String {
    let facts = phones.iter().filter_map(|phone| {
        let languages: Vec<String> = phone.languages.iter().map(|code| language_name(code)).collect();
        let languages = Some(languages.join(", ")).filter(|languages| !languages.is_empty());
        let facts = [phone.label.clone(), phone.hours.clone(), languages, phone.cost.clone()];
        let words = facts.into_iter().flatten().collect::<Vec<_>>().join(". ");
        (!words.is_empty()).then(|| format!("{}: {words}", spaced(&phone.number)))
    });
    facts.chain([link.to_owned()]).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Place;
    use crate::output::fixture;

    fn site(change: impl FnOnce(&mut Page, &mut Service)) -> Site {
        let mut site = fixture::site();
        let phone = |number: &str, label: Option<&str>| Phone {
            number: number.into(),
            label: label.map(str::to_owned),
            ..Phone::default()
        };
        let contact = Contact {
            name: Some("Hub; advice, and more".into()),
            phones: vec![phone("01632 960123", Some("Adults")), phone("07700 900111", None)],
            texts: vec!["07700 900123".into()],
            emails: vec!["hub@example.org".into()],
            ..Contact::default()
        };
        let place = Place {
            address: Some("4 Quay Street".into()),
            town: Some("Merebridge".into()),
            postcode: Some("ZZ1 1AA".into()),
            lat: Some(52.9),
            lon: Some(-1.1),
            ..Place::default()
        };
        let mut service = Service { contacts: vec![contact], places: vec![place], ..Service::default() };
        change(&mut site.pages[1], &mut service);
        site.pages[1].details = Details::Service(Box::new(service));
        site
    }

    fn made(site: &Site) -> Option<String> {
        vcard(site, &site.pages[1]).map(|(_, bytes)| String::from_utf8(bytes).expect("it is UTF-8"))
    }

    #[test]
    fn a_service_is_saved_with_every_way_to_reach_it() {
        let site = site(|_, _| {});
        let (path, _) = vcard(&site, &site.pages[1]).expect("it has one");
        assert_eq!(path, "hub/contact.vcf");
        assert_eq!(
            made(&site).expect("it has one").lines().collect::<Vec<_>>(),
            [
                "BEGIN:VCARD",
                "VERSION:3.0",
                "UID:https://carers.example/hub/#contact-1",
                "FN:Hub\\; advice\\, and more",
                "N:;;;;",
                "ORG:Hub\\; advice\\, and more",
                "X-ABShowAs:COMPANY",
                "item1.TEL;TYPE=WORK,VOICE:+441632960123",
                "item1.X-ABLabel:Adults",
                "TEL;TYPE=CELL:+447700900123",
                "EMAIL;TYPE=INTERNET,WORK:hub@example.org",
                "ADR;TYPE=WORK:;;4 Quay Street;Merebridge;;ZZ1 1AA;",
                "GEO:52.900000;-1.100000",
                "NOTE:01632 960123: Adults\\nhttps://carers.example/hub/",
                "REV:2026-10-03",
                "END:VCARD",
            ]
        );
    }

    #[test]
    fn a_hidden_place_is_not_in_it() {
        let mut hidden = made(&site(|_, service| {
            service.contacts[0].address = Some("4 Quay Street".into());
            service.places.push(Place { hidden: true, ..Place::default() });
        }));
        let text = hidden.take().expect("it has one");
        assert!(!text.contains("ADR") && !text.contains("GEO") && !text.contains("Quay"), "{text}");
    }

    #[test]
    fn nothing_is_offered_where_it_could_harm_or_mislead() {
        assert_eq!(made(&site(|page, _| page.common.sensitive = true)), None);
        assert_eq!(made(&site(|_, service| service.status = crate::model::Status::Ended)), None);
        assert_eq!(made(&site(|_, service| service.contacts.clear())), None);
    }

    #[test]
    fn long_lines_are_cut_between_letters() {
        let line = format!("FN:{}", "ż".repeat(60));
        let cut = folded::line(&line);
        assert!(cut.lines().all(|line| line.len() <= folded::LONGEST));
        assert_eq!(cut.replace("\r\n ", "").trim_end(), line);
    }
}
