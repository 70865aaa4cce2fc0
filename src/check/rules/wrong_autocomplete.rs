//! Fields that tell browsers wrongly what they are for.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::{Diagnostic, did_you_mean_help};
use crate::html::Name;

rule! {
    /// # What it does
    /// Reports an `autocomplete` that is none of the words that HTML has for it, or has them in another order.
    ///
    /// # Why it matters
    /// With the right word, a browser fills in the name, address or phone number, and tools can show a picture of what
    /// is wanted.
    /// That helps people who find it hard to write or to remember. WCAG 2.2, 1.3.5 Identify Input Purpose (AA).
    ///
    /// # Example
    /// ```html
    /// <input name="phone" autocomplete="phone">
    /// ```
    ///
    /// # Use instead
    /// ```html
    /// <input name="phone" autocomplete="tel">
    /// ```
    ///
    /// # What it cannot see
    /// Whether the word fits the question.
    "wrong-autocomplete" Error act ["73f2c2"] checks [Finished(check)]
}
/// Words that may follow `home`, `work`, `mobile`, `fax` and `pager`, in alphabetical order.
const CONTACTS: &[&str] = &[
    "email",
    "impp",
    "tel",
    "tel-area-code",
    "tel-country-code",
    "tel-extension",
    "tel-local",
    "tel-local-prefix",
    "tel-local-suffix",
    "tel-national",
];
/// All other words, in alphabetical order (HTML, 4.10.18.7.1 "Autofill").
const OTHERS: &[&str] = &[
    "additional-name",
    "address-level1",
    "address-level2",
    "address-level3",
    "address-level4",
    "address-line1",
    "address-line2",
    "address-line3",
    "bday",
    "bday-day",
    "bday-month",
    "bday-year",
    "cc-additional-name",
    "cc-csc",
    "cc-exp",
    "cc-exp-month",
    "cc-exp-year",
    "cc-family-name",
    "cc-given-name",
    "cc-name",
    "cc-number",
    "cc-type",
    "country",
    "country-name",
    "current-password",
    "family-name",
    "given-name",
    "honorific-prefix",
    "honorific-suffix",
    "language",
    "name",
    "new-password",
    "nickname",
    "one-time-code",
    "organization",
    "organization-title",
    "photo",
    "postal-code",
    "sex",
    "street-address",
    "transaction-amount",
    "transaction-currency",
    "url",
    "username",
];

fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    let access = &context.access;
    let fields = context.document.all(Name::Input).chain(context.document.all(Name::Select));
    for field in fields.chain(context.document.all(Name::Textarea)) {
        let Some(written) = field.attribute("autocomplete").filter(|words| !words.trim_ascii().is_empty()) else {
            continue;
        };
        let is_fixed = field.kind() == Name::Input
            && ["hidden", "button", "submit", "reset"].iter().any(|kind| field.says("type", kind));
        let is_gone = access.is_hidden(&field) && !access.is_visible(&field);
        let is_off = access.is_disabled(&field) || field.says("aria-disabled", "true");
        let is_static = !access.is_tabbable(&field) && !access.role(&field).is_widget() && field.has("role");
        if is_fixed || is_gone || is_off || is_static || is_right(&written) {
            continue;
        }
        let message = format!("`autocomplete` does not take `{}`", written.trim_ascii());
        let last = written.split_ascii_whitespace().last().unwrap_or("");
        let help = did_you_mean_help(last, CONTACTS.iter().chain(OTHERS).copied());
        found.push(
            context.report(&RULE, &field, message).help(
                help.unwrap_or_else(|| "write one of the words of HTML, such as `name`, `tel` or `email`".into()),
            ),
        );
    }
}

fn is_right(written: &str) -> bool {
    let small = written.to_ascii_lowercase();
    let mut words: Vec<&str> = small.split_ascii_whitespace().collect();
    if let [only] = words[..]
        && matches!(only, "on" | "off")
    {
        return true;
    }
    if words.last() == Some(&"webauthn") && words.len() > 1 {
        words.pop();
    }
    let Some(field) = words.pop() else { return false };
    let mut before = words.into_iter().peekable();
    before.next_if(|word| word.starts_with("section-"));
    before.next_if(|word| matches!(*word, "shipping" | "billing"));
    let is_contact = CONTACTS.binary_search(&field).is_ok();
    before.next_if(|word| is_contact && matches!(*word, "home" | "work" | "mobile" | "fax" | "pager"));
    before.next().is_none() && (is_contact || OTHERS.binary_search(&field).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_in_their_order() {
        assert!(CONTACTS.is_sorted() && OTHERS.is_sorted());
        for right in
            ["name", "Street-Address", "section-a shipping work tel", "billing postal-code", "off", "username webauthn"]
        {
            assert!(is_right(right), "{right}");
        }
        for wrong in
            ["phone", "work photo", "tel work", "work shipping tel", "on name", "section-a", "tel email", "webauthn"]
        {
            assert!(!is_right(wrong), "{wrong}");
        }
    }
}
