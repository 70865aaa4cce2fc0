//! Variants that say another number, price, date or place than their page.

use super::super::rule::rule;
use crate::check::AcrossContext;
use crate::data::{Figure, figures, figures_and_hours};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{Closed, Contact, Details, EventTime, Form, Hours, Page, PageFacts, Publication, Site, spaced};
use jiff::civil::Date;

rule! {
    /// # What it does
    /// Compares the phone numbers, prices, dates, times of day, postcodes and percentages that an Easy Read, young
    /// people's or translated page writes with those of its page: its words, its front matter, the records it uses,
    /// and the numbers in `[help]`. What the variant says must stand there. The form does not matter: +44 1632 960123
    /// is 01632 960123, £5 is £5.00, 14:00hrs is 2pm, 3 October 2026 is 3 października 2026. "6:30" without am or pm may
    /// be either, and a bare number of the page, as in "from 10-12", may be a time: then a time at that hour is passed over.
    ///
    /// # Why it matters
    /// Somebody who reads Easy Read or Polish then rings a number that nobody answers, and never learns that the
    /// English page had the right one.
    /// Care Act 2014, section 4: information must be accessible to those for whom it is.
    ///
    /// # Example
    /// ```md
    /// Call 01632 960132.
    ///
    /// in `carers-hub.easy.md`, where `carers-hub.md` has 01632 960123
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// Call [phone](contact:carers-hub).
    ///
    /// so that there is nothing to compare.
    /// ```
    ///
    /// # What it cannot see
    /// Numbers in words, and which of two right numbers stands in the wrong sentence. A fact of a kind that only the
    /// variant has, such as a phone number where the page has none, is a warning: it may be for these readers alone.
    "variant-contradicts-page" Error checks [Across(check)]
}

fn check(context: &AcrossContext<'_>, found: &mut Vec<Diagnostic>) {
    let site = context.site;
    for group in site.groups.iter().filter(|group| group.pages.len() > 1) {
        let Some(main) = group.main.map(|main| site.page(main)) else { continue };
        let own =
            |page: &&Page| page.part == 1 && page.copy.is_none() && !page.is_fallback && page.variant.form != Form::Bsl;
        let variants: Vec<&Page> = group
            .pages
            .iter()
            .map(|id| site.page(*id))
            .filter(|page| page.id != main.id && page.publication == Publication::Live)
            .filter(own)
            .filter(|page| !context.facts[page.id.0 as usize].figures.is_empty())
            .collect();
        if variants.is_empty() || main.publication != Publication::Live {
            continue;
        }
        let (known, hours) = known(context, main);
        for variant in variants {
            let facts = &context.facts[variant.id.0 as usize];
            let records = contacts(site, facts);
            for (figure, span) in &facts.figures {
                let has = |other: &Figure| figure.agrees(other);
                if known.iter().chain(&records).any(has) || figure.is_at(&hours) || is_for_all(figure) {
                    continue;
                }
                found.push(contradiction(figure, &known).at(*span));
            }
        }
    }
}

/// What there is to say of a figure that its page does not have.
fn contradiction(figure: &Figure, known: &[Figure]) -> Diagnostic {
    let what = figure.what();
    let mut same: Vec<String> = Vec::new();
    for text in known.iter().filter(|other| other.what() == what).map(shown) {
        if !same.contains(&text) {
            same.push(text);
        }
    }
    let has = match &same[..] {
        [] => {
            let mut finding = RULE
                .finding(format!("this {what} does not stand on the page that this one explains"))
                .help("write it on the page too, or take it out here");
            // It may be a number for these readers alone; two that differ cannot both be right.
            finding.severity = Severity::Warning;
            return finding;
        }
        [one] => one.clone(),
        [first @ .., last] if same.len() <= NAMED => format!("{} and {last}", first.join(", ")),
        _ => format!("{} and others", same[..NAMED].join(", ")),
    };
    let help = match figure {
        Figure::Phone(_) => {
            "ask which is right; where a record holds it, write `[phone](contact:…)` and it is the same everywhere"
        }
        _ => "ask which is right, and write it in both",
    };
    RULE.finding(format!("the page has {has}; this says {}", shown(figure))).help(help)
}

/// How many figures of the page a message names.
const NAMED: usize = 3;

/// Every figure that a page states, in its words and in the facts that its variants inherit, and what may be hours.
fn known(context: &AcrossContext<'_>, main: &Page) -> (Vec<Figure>, Vec<u16>) {
    let site = context.site;
    let facts = &context.facts[main.id.0 as usize];
    let mut known: Vec<Figure> = facts.figures.iter().map(|(figure, _)| figure.clone()).collect();
    known.extend(contacts(site, facts));
    let mut hours = facts.hours.clone();
    let help = &site.settings.help;
    let mut texts: Vec<String> = [&help.phone, &help.text, &help.out_of_hours].into_iter().flatten().cloned().collect();
    if let Some(rows) = &help.hours {
        hours_texts(rows, &mut texts);
    }
    let mut dates: Vec<Date> =
        [main.common.reviewed, main.common.updated, main.common.expire].into_iter().flatten().collect();
    match &main.details {
        Details::Service(service) => {
            for contact in &service.contacts {
                contact_texts(contact, &mut texts);
            }
            for place in &service.places {
                texts.extend([&place.address, &place.postcode, &place.hours].into_iter().flatten().cloned());
            }
            if let Some(rows) = &service.hours {
                hours_texts(rows, &mut texts);
            }
            for closed in &service.closed {
                match closed {
                    Closed::Days(from, to) => dates.extend([*from, *to]),
                    Closed::Words(words) => texts.push(words.clone()),
                    Closed::BankHolidays => {}
                }
            }
            texts.extend(service.cost.as_ref().map(|cost| cost.text.clone()));
            texts.extend(service.waiting.as_ref().map(|waiting| waiting.about.clone()));
            dates.extend(service.until);
        }
        Details::Consultation(consultation) => {
            dates.extend([consultation.opens, consultation.closes]);
            let respond = &consultation.respond;
            texts.extend([&respond.phone, &respond.post].into_iter().flatten().cloned());
        }
        Details::Event(event) => {
            for time in [Some(event.starts), event.ends].into_iter().flatten() {
                dates.push(time.day());
                if let EventTime::Moment(moment) = time {
                    let minutes = i16::from(moment.hour()) * 60 + i16::from(moment.minute());
                    known.push(Figure::Time(u16::try_from(minutes).unwrap_or(0)));
                }
            }
            if let Some(place) = &event.place {
                texts.extend([&place.address, &place.postcode, &place.hours].into_iter().flatten().cloned());
            }
            texts.extend(event.cost.clone());
        }
        Details::Update(update) => dates.push(update.date),
        _ => {}
    }
    for text in &texts {
        let (figures, may_be) = figures_and_hours(text);
        known.extend(figures.into_iter().map(|(figure, _)| figure));
        hours.extend(may_be);
    }
    known.extend(dates.into_iter().map(date));
    (known, hours)
}

/// The figures of the contact records that a page uses.
fn contacts(site: &Site, facts: &PageFacts) -> Vec<Figure> {
    let mut texts = Vec::new();
    for contact in facts.contacts.iter().filter_map(|id| site.records.contacts.get(id)) {
        contact_texts(contact, &mut texts);
    }
    texts.iter().flat_map(|text| figures(text)).map(|(figure, _)| figure).collect()
}

fn contact_texts(contact: &Contact, texts: &mut Vec<String>) {
    texts.extend(contact.texts.iter().cloned());
    texts.extend([&contact.address, &contact.reply_time].into_iter().flatten().cloned());
    for phone in &contact.phones {
        texts.push(phone.number.clone());
        texts.extend([&phone.hours, &phone.cost].into_iter().flatten().cloned());
    }
}

fn hours_texts(hours: &Hours, texts: &mut Vec<String>) {
    match hours {
        Hours::Words(words) => texts.push(words.clone()),
        Hours::Rows(rows) => texts.extend(rows.iter().flat_map(|row| [row.from.clone(), row.to.clone()])),
    }
}

fn date(day: Date) -> Figure {
    let number = |value: i8| u8::try_from(value).unwrap_or(0);
    Figure::Date(number(day.day()), number(day.month()), u16::try_from(day.year()).ok())
}

/// Numbers that are the same for everybody: Childline and the Samaritans. Those of three figures are no phone numbers
/// here in the first place.
fn is_for_all(figure: &Figure) -> bool {
    matches!(figure, Figure::Phone(digits) if matches!(digits.as_str(), "08001111" | "116123"))
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn shown(figure: &Figure) -> String {
    match figure {
        Figure::Phone(digits) => spaced(digits),
        Figure::Price(pence) if pence % 100 == 0 => format!("£{}", pence / 100),
        Figure::Price(pence) => format!("£{}.{:02}", pence / 100, pence % 100),
        Figure::Date(day, month, year) => {
            let day = (*day > 0).then(|| day.to_string());
            let month = MONTHS[usize::from(*month).clamp(1, 12) - 1].to_owned();
            [day, Some(month), year.map(|year| year.to_string())].into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
        Figure::Time(minutes) => {
            let half = if *minutes < 720 { "am" } else { "pm" };
            let hour = (minutes / 60 + 11) % 12 + 1;
            if minutes % 60 == 0 { format!("{hour}{half}") } else { format!("{hour}.{:02}{half}", minutes % 60) }
        }
        Figure::Clock(minutes) => format!("{}:{:02}", (minutes / 60 + 11) % 12 + 1, minutes % 60),
        Figure::Postcode(code) => format!("{} {}", &code[..code.len() - 3], &code[code.len() - 3..]),
        Figure::Percentage(hundredths) if hundredths % 100 == 0 => format!("{}%", hundredths / 100),
        Figure::Percentage(hundredths) => format!("{}.{:02}%", hundredths / 100, hundredths % 100),
    }
}
