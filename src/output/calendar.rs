//! `events/calendar.ics` and `event.ics` beside each event: events as calendars keep them (RFC 5545).
//!
//! Times are those of the clock on the wall in the site's country, with the rules of its summer time beside them. A
//! phone's calendar may be seen by others: a sensitive event stands in it with its quiet title, its time and nothing
//! more, and one without a quiet title does not stand in it at all. Of a hidden place there is nothing to tell.

use jiff::civil::{Date, DateTime, Time, Weekday};

use super::{OutputFile, address, folded};
use crate::model::{Details, Event, EventTime, Every, Form, Page, Place, Repeat, Site, Variant};

/// When clocks change in the United Kingdom and its islands (since 1996; The Summer Time Order 2002).
const LONDON: &str = "BEGIN:VTIMEZONE\r\nTZID:Europe/London\r\n\
    BEGIN:DAYLIGHT\r\nDTSTART:19960331T010000\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\nTZNAME:BST\r\n\
    RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n\
    BEGIN:STANDARD\r\nDTSTART:19961027T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0000\r\nTZNAME:GMT\r\n\
    RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

/// Makes the calendar of all events and one for each; none on a site without events.
pub fn files(site: &Site) -> Vec<OutputFile> {
    let mut events: Vec<(&Page, &Event, String)> = site
        .pages
        .iter()
        .filter(|page| page.variant == Variant { language: 0, form: Form::Standard })
        .filter_map(|page| match &page.details {
            Details::Event(event) => Some((page, event.as_ref(), site.calendar_of(page)?)),
            _ => None,
        })
        .collect();
    events.sort_by_key(|(page, event, _)| (event.starts.day(), page.id));
    let (Some(all), false) = (site.calendar(), events.is_empty()) else {
        return Vec::new();
    };
    let together: Vec<(&Page, &Event)> = events.iter().map(|(page, event, _)| (*page, *event)).collect();
    let mut files = vec![(all.trim_start_matches('/').to_owned(), calendar(site, &together, true).into_bytes())];
    for (page, event, path) in &events {
        let one = calendar(site, &[(*page, *event)], false);
        files.push((path.trim_start_matches('/').to_owned(), one.into_bytes()));
    }
    files
}

/// One calendar; that of all events has a name and is to be looked at again.
fn calendar(site: &Site, events: &[(&Page, &Event)], is_all: bool) -> String {
    let mut lines = Lines::default();
    lines.line("BEGIN", "VCALENDAR");
    lines.line("VERSION", "2.0");
    lines.line("PRODID", "-//Signpost//Signpost//EN");
    lines.line("CALSCALE", "GREGORIAN");
    lines.line("METHOD", "PUBLISH");
    if is_all {
        // NAME is the standard's (RFC 7986, 5.1); many programs know the other one alone.
        lines.text("NAME", &site.settings.title);
        lines.text("X-WR-CALNAME", &site.settings.title);
        lines.line("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
    }
    let zone = zone(site);
    if zone.is_some() {
        lines.text.push_str(LONDON);
    }
    for (page, event) in events {
        one(site, zone, page, event, &mut lines);
    }
    lines.line("END", "VCALENDAR");
    lines.text
}

/// The time zone of the site; in a country whose rules are not known here, times are those of the reader's own clock.
fn zone(site: &Site) -> Option<&'static str> {
    site.settings.keeps_london_time().then_some("Europe/London")
}

fn one(site: &Site, zone: Option<&str>, page: &Page, event: &Event, lines: &mut Lines) {
    let common = &page.common;
    let changed = common.checked_on().unwrap_or(site.today);
    lines.line("BEGIN", "VEVENT");
    lines.text("UID", &uid(site, page));
    lines.line("DTSTAMP", &format!("{}T000000Z", day(changed)));
    // It grows whenever the page is changed or checked, and when the event is cancelled on the same day.
    let days = changed.since(Date::constant(2000, 1, 1)).map_or(0, |span| span.get_days().max(0));
    lines.line("SEQUENCE", &(days + i32::from(event.cancelled)).to_string());
    times(zone, event, lines);
    let repeat = event.repeats.as_deref().map(|words| (words, Repeat::read(words, event.starts.day())));
    if let Some((_, Some(repeat))) = repeat {
        lines.line("RRULE", &rule(repeat, event.starts, zone));
    }
    lines.text("SUMMARY", common.safe_title());
    lines.line("STATUS", if event.cancelled { "CANCELLED" } else { "CONFIRMED" });
    if !common.sensitive {
        let words = repeat.filter(|(_, read)| read.is_none()).map(|(words, _)| words);
        let booking = event.book.as_ref().map(|book| match book.url.as_str() {
            "" => book.label.clone(),
            url if url.starts_with('/') => format!("{}: {}", book.label, address(site, url)),
            url => format!("{}: {url}", book.label),
        });
        let parts = [common.summary.as_deref(), words, event.cost.as_deref(), booking.as_deref()];
        let online = event.online.as_deref();
        let told: Vec<&str> = parts.into_iter().flatten().chain(online).collect();
        lines.text("DESCRIPTION", &told.join("\n"));
        if let Some(place) = event.place.as_ref().filter(|place| !place.hidden) {
            where_it_is(place, lines);
        } else if let Some(online) = online {
            lines.text("LOCATION", online);
        }
        lines.line("URL", &address(site, &page.address));
    }
    lines.line("END", "VEVENT");
}

/// What names an event for ever: its first address on this site, which stays among its aliases when it moves. The
/// address of a sensitive one says too much, and is turned into letters that say nothing.
fn uid(site: &Site, page: &Page) -> String {
    let first = page.common.aliases.first().unwrap_or(&page.address);
    let first = match page.common.sensitive {
        true => blake3::hash(first.as_bytes()).to_hex()[..16].to_owned(),
        false => first.trim_matches('/').to_owned(),
    };
    format!("{first}@{}", site.settings.host())
}

fn times(zone: Option<&str>, event: &Event, lines: &mut Lines) {
    let zoned = |name: &str| match zone {
        Some(zone) => format!("{name};TZID={zone}"),
        None => name.to_owned(),
    };
    match (event.starts, event.ends) {
        (EventTime::Moment(starts), ends) => {
            lines.line(&zoned("DTSTART"), &moment(starts));
            // The end of a whole day is the first moment of the next.
            let ends = ends.and_then(|ends| match ends {
                EventTime::Moment(moment) => Some(moment),
                EventTime::Day(day) => Some(day.tomorrow().ok()?.to_datetime(Time::midnight())),
            });
            if let Some(ends) = ends.filter(|ends| *ends > starts) {
                lines.line(&zoned("DTEND"), &moment(ends));
            }
        }
        (EventTime::Day(starts), ends) => {
            lines.line("DTSTART;VALUE=DATE", &day(starts));
            // The day on which it ends no more.
            let last = ends.map_or(starts, EventTime::day).max(starts);
            if let Ok(after) = last.tomorrow() {
                lines.line("DTEND;VALUE=DATE", &day(after));
            }
        }
    }
}

fn rule(repeat: Repeat, starts: EventTime, zone: Option<&str>) -> String {
    let weekday =
        |weekday: Weekday| ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][weekday.to_monday_zero_offset() as usize];
    let mut rule = match repeat.every {
        Every::Day => "FREQ=DAILY".to_owned(),
        Every::Week => format!("FREQ=WEEKLY;BYDAY={}", weekday(starts.day().weekday())),
        Every::Month => "FREQ=MONTHLY".to_owned(),
        Every::WeekdayOfMonth(which, day) => format!("FREQ=MONTHLY;BYDAY={which}{}", weekday(day)),
        Every::Year => "FREQ=YEARLY".to_owned(),
    };
    if repeat.interval > 1 {
        rule.push_str(&format!(";INTERVAL={}", repeat.interval));
    }
    if let Some(until) = repeat.until {
        // With a time zone UNTIL is in UTC (3.3.10): the end of the last day, an hour of summer time left out.
        rule.push_str(&match (starts, zone) {
            (EventTime::Day(_), _) => format!(";UNTIL={}", day(until)),
            (EventTime::Moment(_), Some(_)) => format!(";UNTIL={}T225959Z", day(until)),
            (EventTime::Moment(_), None) => format!(";UNTIL={}T235959", day(until)),
        });
    }
    rule
}

fn where_it_is(place: &Place, lines: &mut Lines) {
    let parts = [&place.name, &place.address, &place.town, &place.postcode];
    let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
    if !parts.is_empty() {
        lines.text("LOCATION", &parts.join(", "));
    }
    if let (Some(lat), Some(lon)) = (place.lat, place.lon) {
        lines.line("GEO", &folded::position(lat, lon));
    }
}

fn day(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

fn moment(moment: DateTime) -> String {
    format!("{}T{:02}{:02}{:02}", day(moment.date()), moment.hour(), moment.minute(), moment.second())
}

/// A calendar while it is written.
#[derive(Default)]
struct Lines {
    text: String,
}

impl Lines {
    /// A property whose value is text.
    fn text(&mut self, name: &str, value: &str) {
        self.line(name, &folded::text(value));
    }

    /// A property.
    fn line(&mut self, name: &str, value: &str) {
        self.text.push_str(&folded::line(&format!("{name}:{value}")));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Apply, sample};
    use jiff::civil::date;

    fn event(starts: EventTime) -> Event {
        Event {
            starts,
            ends: None,
            repeats: None,
            place: None,
            online: None,
            bsl_interpreter: None,
            cost: None,
            book: None,
            cancelled: false,
        }
    }

    fn site(event: Event) -> Site {
        let mut page = sample::page("/events/fair/", "Fair; tea, cake \\ talk");
        page.details = Details::Event(Box::new(event));
        page.common.reviewed = Some(date(2026, 11, 10));
        sample::site("", vec![page])
    }

    /// The text of a calendar with its folded lines joined again.
    fn text(site: &Site) -> String {
        let file = files(site).remove(0);
        assert_eq!(file.0, "events/calendar.ics");
        let text = String::from_utf8(file.1).expect("it is UTF-8");
        for line in text.split("\r\n") {
            assert!(line.len() <= folded::LONGEST && !line.contains('\n'), "{line:?}");
        }
        assert!(text.ends_with("END:VCALENDAR\r\n"));
        text.replace("\r\n ", "").replace("\r\n", "\n")
    }

    fn at(hour: i8) -> EventTime {
        EventTime::Moment(date(2026, 12, 1).at(hour, 30, 0, 0))
    }

    #[test]
    fn an_event_has_its_time_its_place_and_a_name_that_stays() {
        let mut fair = event(at(10));
        fair.ends = Some(at(14));
        fair.place =
            Some(Place { name: Some("Guildhall".into()), postcode: Some("ZZ1 2GH".into()), ..Place::default() });
        fair.book = Some(Apply { label: "Book a sitter".into(), url: "https://example.org/fair".into() });
        let mut site = site(fair);
        let text = text(&site);
        assert!(
            text.contains("\nDTSTART;TZID=Europe/London:20261201T103000\nDTEND;TZID=Europe/London:20261201T143000\n")
        );
        assert!(text.contains("\nSUMMARY:Fair\\; tea\\, cake \\\\ talk\nSTATUS:CONFIRMED\n"), "{text}");
        assert!(text.contains("\nLOCATION:Guildhall\\, ZZ1 2GH\n") && text.contains("BEGIN:VTIMEZONE\n"), "{text}");
        assert!(text.contains("\nUID:events/fair@carers.example\n"), "{text}");
        site.pages[0].common.aliases = vec!["/events/old-fair/".into()];
        assert!(self::text(&site).contains("\nUID:events/old-fair@carers.example\n"));
    }

    #[test]
    fn long_lines_are_folded_between_letters() {
        let mut site = site(event(at(10)));
        site.pages[0].common.summary = Some("żółw ".repeat(60));
        assert!(text(&site).contains(&"żółw ".repeat(60)));
    }

    #[test]
    fn whole_days_end_on_the_day_after() {
        let mut days = event(EventTime::Day(date(2026, 12, 30)));
        days.ends = Some(EventTime::Day(date(2026, 12, 31)));
        let text = text(&site(days));
        assert!(text.contains("\nDTSTART;VALUE=DATE:20261230\nDTEND;VALUE=DATE:20270101\n"), "{text}");
    }

    #[test]
    fn what_repeats_and_what_is_cancelled_say_so() {
        let mut weekly = event(at(10));
        weekly.repeats = Some("Every 2 weeks until 2027-03-30".into());
        weekly.cancelled = true;
        let told = text(&site(weekly.clone()));
        assert!(told.contains("\nRRULE:FREQ=WEEKLY;BYDAY=TU;INTERVAL=2;UNTIL=20270330T225959Z\n"), "{told}");
        assert!(told.contains("\nSTATUS:CANCELLED\n"), "{told}");
        weekly.repeats = Some("Every Tuesday in term time".into());
        let told = text(&site(weekly));
        assert!(!told.contains("BYDAY=TU") && told.contains("\nDESCRIPTION:Every Tuesday in term time\n"), "{told}");
    }

    #[test]
    fn a_sensitive_event_shows_its_quiet_title_and_its_time_or_stays_out() {
        let mut talk = event(at(10));
        talk.online = Some("https://example.org/refuge".into());
        let mut site = site(talk);
        site.pages[0].address = "/events/leaving-him/".into();
        site.pages[0].common.sensitive = true;
        site.pages[0].common.summary = Some("How to leave him.".into());
        assert!(files(&site).is_empty());
        site.pages[0].common.quiet_title = Some("A meeting".into());
        let told = text(&site);
        assert!(told.contains("\nSUMMARY:A meeting\n"), "{told}");
        for said in ["Fair", "leave", "leaving", "refuge"] {
            assert!(!told.contains(said), "{told}");
        }
    }

    #[test]
    fn a_hidden_place_is_not_told() {
        let mut hidden = event(at(10));
        hidden.place = Some(Place { name: Some("The house".into()), hidden: true, ..Place::default() });
        assert!(!text(&site(hidden)).contains("LOCATION"));
    }
}
