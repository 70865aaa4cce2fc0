//! Whom to ask about a service, and at which numbers.

use serde_json::{Value, json};

use super::{OpenData, OpenService, each_once};
use crate::model::{Contact, Phone, Uuid, phone_href, spaced};

/// The contacts of a service. One that is a record has another identifier at each service: the standard's tables know a
/// contact by the one service that it is for. Where there is no way left to reach somebody, as with a mobile number that
/// is a person's own, their name is not told either.
pub(super) fn contacts(open: &OpenData<'_>, entry: &OpenService<'_>) -> Vec<Value> {
    let contact = |(number, contact): (usize, &Contact)| {
        let id = match &contact.id {
            Some(record) => open.id("contact", &format!("{}/{record}", entry.id)),
            None => open.id("contact", &format!("{}/{number}", entry.id)),
        };
        let voice = contact.phones.iter().filter(|phone| phone.may_be_shared()).map(|phone| voice(open, id, phone));
        let texts = contact
            .texts
            .iter()
            .map(|number| json!({ "id": phone_id(open, id, "sms", number), "number": spaced(number), "type": "text" }));
        json!({
            "id": id.to_string(),
            "name": contact.name,
            "email": contact.emails.first(),
            "phones": each_once(voice.chain(texts)),
        })
    };
    let can_reach = |contact: &Contact| {
        contact.phones.iter().any(Phone::may_be_shared) || !contact.texts.is_empty() || !contact.emails.is_empty()
    };
    let contacts = entry.service.contacts.iter().enumerate();
    each_once(contacts.filter(|(_, contact)| can_reach(contact)).map(contact))
}

/// A number for calls. Who it is for, when it is answered and what it costs are words, and so a description.
fn voice(open: &OpenData<'_>, contact: Uuid, phone: &Phone) -> Value {
    let said: Vec<&str> = [&phone.label, &phone.hours, &phone.cost].into_iter().flatten().map(String::as_str).collect();
    let key = format!("{}/{}", phone.number, phone.label.as_deref().unwrap_or_default());
    let id = open.id("phone", &format!("{contact}/{key}"));
    json!({
        "id": id.to_string(),
        "number": spaced(&phone.number),
        "type": "voice",
        "description": (!said.is_empty()).then(|| said.join(". ")),
        "languages": each_once(phone.languages.iter().map(|language| open.language(id, language))),
    })
}

fn phone_id(open: &OpenData<'_>, contact: Uuid, scheme: &str, number: &str) -> String {
    open.id("phone", &format!("{contact}/{}", phone_href(scheme, number))).to_string()
}
