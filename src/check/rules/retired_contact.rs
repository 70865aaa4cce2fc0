//! A contact that another has replaced.

use super::super::rule::rule;
use crate::check::{PageContext, gathered};
use crate::data::{Figure, figures};
use crate::diagnostic::Diagnostic;
use crate::model::{Contact, Details, Site};
use crate::source::Span;

rule! {
    /// # What it does
    /// Reports the use of a contact record that has `replaced_by`, and names the record that took its place: in
    /// `contact:` of a page, in `::: contact`, in `[phone](contact:ID)`, as the `contact` of a provider; and a number of
    /// such a record in a page's text, in a contact written on a page, or in `[help]` of `site.toml`.
    ///
    /// Where the record itself is named, readers are shown the one that took its place, at the end of a chain of them the
    /// last. Where that is none, they are shown nothing of it, and the page offers `[help]` instead: an old number is
    /// never shown for want of a new one. A number that was written by hand stays as it was written.
    ///
    /// # Why it matters
    /// A carer who rings a number that has changed hands tells a stranger about their home. And one day the old record is
    /// taken away, and then the page has no number.
    ///
    /// # Example
    /// ```md
    /// Call us on [phone](contact:carers-centre).
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// Call us on [phone](contact:carers-hub).
    /// ```
    ///
    /// # What it cannot see
    /// Records that are out of date and do not say so.
    "retired-contact" Warning checks [Model(settings_and_pages), Page(words)]
}

/// Looks at the numbers of `[help]` and those written on pages.
fn settings_and_pages(site: &Site, found: &mut Vec<Diagnostic>) {
    let retired = gathered::retired_numbers(site);
    if retired.is_empty() {
        return;
    }
    let holder = |number: &str| figures(number).into_iter().find_map(|(figure, _)| retired.get(&figure));
    let help = &site.settings.help;
    for (key, number) in [("phone", &help.phone), ("text", &help.text), ("out_of_hours", &help.out_of_hours)] {
        let span = help.spans.iter().find(|(known, _)| *known == key).map(|(_, span)| *span);
        if let Some((id, now)) = number.as_deref().and_then(holder) {
            let help = |now: &str| format!("write the number of `{now}` here");
            found.push(old_number(id, now.as_deref(), help, span));
        }
    }
    for page in &site.pages {
        let (Details::Service(service), Some(origin)) = (&page.details, &page.origin) else { continue };
        let is_main = site.group(page.group).main.is_none_or(|main| main == page.id) && page.copy.is_none();
        for contact in service.contacts.iter().filter(|contact| is_main && contact.id.is_none()) {
            if let Some((id, now)) = numbers(contact).find_map(holder) {
                let help = |now: &str| format!("write `contact: {now}` on this page: it then changes with the record");
                found.push(old_number(id, now.as_deref(), help, contact.span.or(Some(Span::whole(origin.file)))));
            }
        }
    }
}

fn numbers(contact: &Contact) -> impl Iterator<Item = &str> {
    contact.phones.iter().map(|phone| phone.number.as_str()).chain(contact.texts.iter().map(String::as_str))
}

/// Looks at the numbers in a page's words.
fn words(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    for (figure, span) in context.facts.figures.iter().filter(|(figure, _)| matches!(figure, Figure::Phone(_))) {
        if let Some((id, now)) = context.gathered.retired.get(figure) {
            let help = |now: &str| format!("write `[phone](contact:{now})` in its place, or text");
            found.push(old_number(id, now.as_deref(), help, Some(*span)));
        }
    }
}

fn old_number(id: &str, now: Option<&str>, help: impl Fn(&str) -> String, span: Option<Span>) -> Diagnostic {
    let (message, help) = match now {
        Some(now) => (format!("this number was that of `{id}`, and `{now}` took its place"), help(now)),
        None => (
            format!("this number was that of `{id}`, and no contact in use took its place"),
            "take it out, or name the contact that is right now".to_owned(),
        ),
    };
    let mut finding = RULE.finding(message).help(help);
    finding.span = span;
    finding
}
