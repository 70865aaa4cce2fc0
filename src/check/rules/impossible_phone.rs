//! Phone numbers that cannot be right.

use super::super::rule::rule;
use crate::diagnostic::Diagnostic;
use crate::model::{Contact, Details, Site};
use crate::source::Span;

rule! {
    /// # What it does
    /// Reports a phone number that no phone could ring: too few or too many digits, a beginning that is not in use, or
    /// letters in it. It knows the numbers of the United Kingdom; for other countries it counts digits.
    ///
    /// # Why it matters
    /// For many carers the phone is the only way in. A wrong digit is found by the one who needed it most.
    ///
    /// # Example
    /// ```yaml
    /// phones: [{ number: 01632 96001 }]
    /// ```
    ///
    /// # Use instead
    /// ```yaml
    /// phones: [{ number: 01632 960001 }]
    /// ```
    /// What the number is for belongs in `label`, not beside the digits.
    ///
    /// # What it cannot see
    /// Whether the right people answer.
    "impossible-phone" Error checks [Model(check)]
}

fn check(site: &Site, found: &mut Vec<Diagnostic>) {
    let is_british = site.settings.organisation.country.eq_ignore_ascii_case("GB");
    let mut look = |number: &str, span: Option<Span>, place: &str| {
        if let Some(fault) = fault(number, is_british) {
            let mut finding = RULE.finding(format!("{number} {fault}")).help("ring it once you have mended it");
            finding.span = span;
            found.push(if place.is_empty() { finding } else { finding.note(place.to_owned()) });
        }
    };
    let help = &site.settings.help;
    for (key, number) in [("phone", &help.phone), ("text", &help.text), ("out_of_hours", &help.out_of_hours)] {
        let span = help.spans.iter().find(|(known, _)| *known == key).map(|(_, span)| *span);
        number.iter().for_each(|number| look(number, span, "in [help] of site.toml"));
    }
    for contact in site.records.contacts.values() {
        let place = format!("in the contact `{}`", contact.id.as_deref().unwrap_or_default());
        numbers(contact).for_each(|number| look(number, contact.span, &place));
    }
    for page in &site.pages {
        let (Details::Service(service), Some(origin)) = (&page.details, &page.origin) else {
            continue;
        };
        let is_main = site.group(page.group).main.is_none_or(|main| main == page.id) && page.copy.is_none();
        for contact in service.contacts.iter().filter(|contact| is_main && contact.id.is_none()) {
            let span = contact.span.unwrap_or(Span::whole(origin.file));
            numbers(contact).for_each(|number| look(number, Some(span), ""));
        }
    }
}

fn numbers(contact: &Contact) -> impl Iterator<Item = &str> {
    contact.phones.iter().map(|phone| phone.number.as_str()).chain(contact.texts.iter().map(String::as_str))
}

/// What is wrong with a number, as the end of a sentence that begins with it.
fn fault(number: &str, is_british: bool) -> Option<&'static str> {
    let written = number.trim();
    let is_usual =
        |letter: char| letter.is_ascii_digit() || matches!(letter, ' ' | '-' | '.' | '(' | ')' | '+' | '\u{a0}');
    if !written.chars().all(is_usual) {
        return Some("holds more than a number");
    }
    let mut digits: String = written.chars().filter(char::is_ascii_digit).collect();
    let is_international = written.starts_with('+') || digits.starts_with("00");
    if digits.starts_with("00") {
        digits.drain(..2);
    }
    if is_international {
        if let Some(rest) = digits.strip_prefix("44") {
            // "+44 (0)1632" is a common way to write both forms at once.
            return british(&format!("0{}", rest.trim_start_matches('0')));
        }
        return count(digits.len(), 7, 15);
    }
    if !is_british {
        return count(digits.len(), 3, 15);
    }
    // Relay UK: a prefix of five digits, then the number itself.
    let is_relay = digits.len() > 10 && (digits.starts_with("18001") || digits.starts_with("18002"));
    british(if is_relay { &digits[5..] } else { &digits })
}

/// Areas where some numbers have ten digits (Ofcom, National Telephone Numbering Plan; 01697 stands for 016977).
const SHORT_AREAS: &[&str] = &[
    "01204", "01208", "01254", "01276", "01297", "01298", "01363", "01364", "01384", "01386", "01404", "01420",
    "01460", "01461", "01480", "01488", "01524", "01527", "01562", "01566", "01606", "01629", "01635", "01647",
    "01659", "01695", "01697", "01726", "01744", "01750", "01768", "01827", "01837", "01884", "01900", "01905",
    "01935", "01946", "01949", "01963", "01995",
];

/// Judges the digits of a British number (Ofcom, National Telephone Numbering Plan).
fn british(digits: &str) -> Option<&'static str> {
    // Childline and NHS Direct have shorter ones than their kind.
    if ["08001111", "08454647"].contains(&digits) {
        return None;
    }
    let length = digits.len();
    match digits.get(..2).unwrap_or("") {
        "01" | "08" => {
            let is_short =
                digits.get(..5).is_some_and(|area| SHORT_AREAS.contains(&area)) || digits.starts_with("0800");
            count(length, if is_short { 10 } else { 11 }, 11)
        }
        "02" | "03" | "05" | "07" | "09" => count(length, 11, 11),
        start if start.starts_with('0') => Some("begins with digits that are not in use"),
        // 999, 111, 116 123, and numbers that only take texts.
        _ if (3..=6).contains(&length) => None,
        _ if length == 10 => Some("seems to have lost the 0 at its start"),
        _ if length < 3 => Some("has too few digits"),
        _ if length < 10 => Some("needs the area code before it"),
        _ => Some("has too many digits"),
    }
}

fn count(length: usize, fewest: usize, most: usize) -> Option<&'static str> {
    if length < fewest {
        Some("has too few digits")
    } else if length > most {
        Some("has too many digits")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::fault;

    #[test]
    fn knows_numbers_that_exist() {
        for number in [
            "01632 960123",
            "(01632) 960-123",
            "020 7946 0123",
            "07700 900123",
            "0800 1111",
            "0800 123456",
            "999",
            "111",
            "116 123",
            "85258",
            "18001 01632 960123",
            "+44 1632 960123",
            "+44 (0)1632 960123",
            "0044 7700 900123",
            "+353 1 234 5678",
            "0300 123 1053",
            "016977 2345",
        ] {
            assert_eq!(fault(number, true), None, "{number}");
        }
    }

    #[test]
    fn knows_numbers_that_cannot_be() {
        for (number, why) in [
            ("01632 96001", "has too few digits"),
            ("07700 9001234", "has too many digits"),
            ("1632 960123", "seems to have lost the 0 at its start"),
            ("960123 7", "needs the area code before it"),
            ("0400 123456", "begins with digits that are not in use"),
            ("01632 960123 or 960124", "holds more than a number"),
            ("+44 1632 9601", "has too few digits"),
            ("", "has too few digits"),
        ] {
            assert_eq!(fault(number, true), Some(why), "{number}");
        }
    }
}
