//! Contacts that can only be phoned.

use super::super::rule::rule;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{Contact, Details, Publication, Site};
use crate::source::Span;

rule! {
    /// # What it does
    /// Reports, as advice where a website is named that may tell of another way, a contact record, or a contact written
    /// on a service, that has a phone number and no way without a voice: no text, email, form or BSL relay. The page of
    /// such a service, and every page that shows the contact in a block, then says "Cannot phone? Text or email us and
    /// we will call them for you", with the text number and email address of `[help]`.
    ///
    /// # Why it matters
    /// Deaf people, people who cannot speak, and people who are overheard at home cannot ring.
    /// Judgement; Making Things Accessible; NHS Accessible Information Standard.
    ///
    /// # Example
    /// ```yaml
    /// carers-line:
    ///   name: Carers Line
    ///   phone: 01632 960123
    /// ```
    ///
    /// # Use instead
    /// ```yaml
    /// carers-line:
    ///   name: Carers Line
    ///   phone: 01632 960123
    ///   text: 07700 900123
    ///   email: line@example.org
    /// ```
    ///
    /// # What it cannot see
    /// Whether anybody answers the emails.
    "voice-only-contact" Warning checks [Model(check)]
}

fn check(site: &Site, found: &mut Vec<Diagnostic>) {
    for contact in
        site.records.contacts.values().filter(|contact| contact.replaced_by.is_none() && contact.is_voice_only())
    {
        let name = contact.name.as_deref().or(contact.id.as_deref()).unwrap_or_default();
        report(name, contact, contact.span, found);
    }
    for page in site.pages.iter().filter(|page| page.publication == Publication::Live) {
        let is_main = site.group(page.group).main.is_none_or(|main| main == page.id) && page.copy.is_none();
        let (Details::Service(service), Some(origin)) = (&page.details, &page.origin) else { continue };
        for contact in
            service.contacts.iter().filter(|contact| is_main && contact.id.is_none() && contact.is_voice_only())
        {
            report(&page.common.title, contact, contact.span.or(Some(Span::whole(origin.file))), found);
        }
    }
}

fn report(name: &str, contact: &Contact, span: Option<Span>, found: &mut Vec<Diagnostic>) {
    let mut finding = RULE
        .finding(format!("{name} can only be phoned"))
        .help("ask them for a number for text messages, an email address or a form, and write it here")
        .note("until then the pages of its services offer to ring for readers who cannot, from `[help]`");
    if !contact.websites.is_empty() {
        finding.severity = Severity::Advice;
        finding = finding.help(
            "look on their website for an email address, a form or a number for text messages, and write it here",
        );
    }
    finding.span = span;
    found.push(finding);
}
