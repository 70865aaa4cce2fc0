//! What the calendar alone does to a site: when a page is to be checked again, and when the site next changes by itself.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Details, Page, Publication, Service, Site, Status};

/// The most months that pass until a service is due to be checked again, where its page has no `review_by` and `[rules]`
/// has no `overdue-review = { months = … }`.
pub const REVIEW_MONTHS: u32 = 12;

impl Service {
    /// Whether what front matter says of now was to hold until a day that has passed.
    pub fn is_past_until(&self, today: Date) -> bool {
        self.status != Status::Ended && self.until.is_some_and(|until| until < today)
    }

    /// Whether people go there: nobody travels to a phone line.
    pub fn is_travelled_to(&self) -> bool {
        !self.places.is_empty() || self.given.iter().any(|way| way == "in person")
    }
}

impl Site {
    /// The day by which a page is to be checked again, which for a variant is that of its page: `review_by`, or for a
    /// service that was once checked, and has none, a day of its own.
    ///
    /// That day lies between half of the months and all of them after `reviewed`, and follows from the page's address:
    /// services that were all checked on one day, such as those of a spreadsheet, are not all due on one.
    pub fn review_due(&self, page: &Page) -> Option<Date> {
        // A copy of a page, and one section of it, is due when the page is.
        let whole = match &page.copy {
            Some(copy) => self.by_address.get(&copy.address).copied(),
            None => page.section.filter(|_| page.is_section_of_page()),
        };
        let page = whole.map_or(page, |whole| self.page(whole));
        let main = self.group(page.group).main.map_or(page, |main| self.page(main));
        if let Some(day) = page.common.review_by.or(main.common.review_by) {
            return Some(day);
        }
        let (Details::Service(service), Some(reviewed)) = (&main.details, main.common.reviewed) else { return None };
        let set = self.settings.rule("overdue-review").into_iter().flat_map(|rule| &rule.thresholds);
        let months = set.filter(|(name, _)| name == "months").map(|(_, months)| *months).next();
        let months = i32::try_from(months.unwrap_or(REVIEW_MONTHS)).unwrap_or(i32::MAX).min(1200);
        if service.status == Status::Ended || months == 0 {
            return None;
        }
        let last = reviewed.checked_add(months.months()).ok()?;
        let first = reviewed.checked_add((months / 2).months()).ok()?;
        let days = i64::from(first.until(last).ok()?.get_days()) + 1;
        // The first address stays when a page moves.
        let address = main.common.aliases.first().unwrap_or(&main.address);
        let hash = blake3::hash(address.as_bytes());
        let number = u64::from_le_bytes(hash.as_bytes()[..8].try_into().expect("a hash has more than 8 bytes"));
        let day = i64::try_from(number % u64::try_from(days.max(1)).unwrap_or(1)).unwrap_or(0);
        first.checked_add(day.days()).ok()
    }

    /// Whether readers are told that nobody has checked in time: the page is due to be checked, and what it tells of is
    /// still there. Whether to call before they travel is another question: see [`Site::is_to_be_called_first`].
    pub fn is_overdue(&self, page: &Page) -> bool {
        let has_ended = matches!(&page.details, Details::Service(service) if service.status == Status::Ended)
            || matches!(page.publication, Publication::Expired(_));
        !has_ended && self.review_due(page).is_some_and(|due| due < self.today)
    }

    /// Whether those who would travel there are told to call first: the page is overdue, or says something of now that
    /// was to change by a day that has passed.
    pub fn is_to_be_called_first(&self, page: &Page) -> bool {
        let Details::Service(service) = &page.details else { return self.is_overdue(page) };
        service.is_travelled_to() && (self.is_overdue(page) || service.is_past_until(self.today))
    }

    /// The first day after today on which front matter, a banner or an action makes a new build differ, though nobody
    /// changes a file. What is not known here: days in tables and components that are past from then on, and until when
    /// the script of opening times trusts them.
    pub fn next_change(&self) -> Option<Date> {
        let banner = self.settings.banner.iter().filter_map(|banner| banner.until?.tomorrow().ok());
        // An action is late on the day after it was due.
        let actions = self.progress.actions.iter().filter_map(|action| action.due?.last_day().tomorrow().ok());
        let pages = self.pages.iter().filter(|page| page.publication != Publication::Draft);
        // The page about help near you names its sources with the year, where nobody wrote how.
        let is_dated = !self.records.postcodes.is_empty() && self.settings.near_attribution.is_none();
        let year = is_dated.then(|| Date::new(self.today.year() + 1, 1, 1).ok()).flatten();
        let dates = pages.flat_map(|page| self.changes(page)).chain(banner).chain(actions).chain(year);
        dates.filter(|date| *date > self.today).min()
    }

    /// The days on which a page changes by its own dates. What holds on a last day is over on the next.
    fn changes(&self, page: &Page) -> Vec<Date> {
        let after = |day: Option<Date>| day.and_then(|day| day.tomorrow().ok());
        let mut dates = Vec::new();
        // It says that it has ended, and nothing of what it said before.
        if let Publication::Expired(_) = page.publication {
            return dates;
        }
        if let Publication::Future(date) = page.publication {
            dates.push(date);
        }
        dates.extend(page.common.expire);
        match &page.details {
            Details::Service(service) if service.status != Status::Ended => {
                dates.extend(after(service.until));
                dates.extend(after(self.review_due(page)));
            }
            Details::Service(_) => {}
            Details::Consultation(consultation) => {
                dates.push(consultation.opens);
                dates.extend(after(Some(consultation.closes)));
                dates.extend(after(self.review_due(page)));
            }
            _ => dates.extend(after(self.review_due(page))),
        }
        dates
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Postcode;
    use crate::model::{PostcodeRow, Postcodes, sample};
    use jiff::civil::date;

    fn service(address: &str, change: impl FnOnce(&mut Page, &mut Service)) -> Page {
        let mut page = sample::page(address, "Sitting");
        let mut service = Service::default();
        page.common.reviewed = Some(date(2026, 5, 31));
        change(&mut page, &mut service);
        page.details = Details::Service(Box::new(service));
        page
    }

    #[test]
    fn services_checked_on_one_day_are_due_on_days_of_their_own() {
        let pages = (0..300).map(|number| service(&format!("/services/{number:03}/"), |_, _| {})).collect();
        let site = sample::site("", pages);
        let mut days: Vec<Date> = site.pages.iter().filter_map(|page| site.review_due(page)).collect();
        assert_eq!(days.len(), 300);
        assert!(days.iter().all(|day| (date(2026, 11, 30)..=date(2027, 5, 31)).contains(day)), "{days:?}");
        days.sort();
        let most = days.chunk_by(|a, b| a == b).map(<[Date]>::len).max();
        assert!(most < Some(9), "no day has more than a person can do: {most:?}");
        days.dedup();
        assert!(days.len() > 120, "{}", days.len());
    }

    #[test]
    fn a_written_day_counts_for_every_form_and_an_ended_service_is_due_no_more() {
        let mut page = service("/services/a/", |page, _| page.common.review_by = Some(date(2026, 10, 31)));
        let site = sample::site("", vec![page.clone()]);
        assert_eq!(site.review_due(&site.pages[0]), Some(date(2026, 10, 31)));
        assert!(site.is_overdue(&site.pages[0]), "today is {}", site.today);
        page.common.review_by = Some(site.today);
        let site = sample::site("", vec![page]);
        assert!(!site.is_overdue(&site.pages[0]), "the day itself is not late");
        let ended = service("/services/b/", |_, service| service.status = Status::Ended);
        let site = sample::site("", vec![ended]);
        assert_eq!(site.review_due(&site.pages[0]), None);
    }

    #[test]
    fn the_next_change_is_the_first_of_all_dates() {
        let next = |change: &dyn Fn(&mut Page, &mut Service)| {
            let page = service("/services/a/", |page, service| {
                page.common.reviewed = None;
                change(page, service);
            });
            sample::site("", vec![page]).next_change()
        };
        assert_eq!(next(&|_, _| {}), None);
        for (more, year) in [("", Some(date(2027, 1, 1))), ("[near]\nattribution = \"Ours\"\n", None)] {
            let mut site = sample::site(more, Vec::new());
            let code = Postcode::read(b"ZZ1 1AA").expect("a postcode");
            site.records.postcodes = Postcodes::new(vec![PostcodeRow { code, area: None, point: None }]);
            assert_eq!(site.next_change(), year, "{more}");
        }
        assert_eq!(next(&|_, service| service.until = Some(date(2026, 12, 31))), Some(date(2027, 1, 1)));
        assert_eq!(next(&|page, _| page.common.review_by = Some(date(2026, 12, 24))), Some(date(2026, 12, 25)));
        assert_eq!(next(&|page, _| page.common.expire = Some(date(2026, 12, 24))), Some(date(2026, 12, 24)));
        let both = |page: &mut Page, service: &mut Service| {
            page.publication = Publication::Future(date(2026, 12, 3));
            service.until = Some(date(2026, 12, 2));
        };
        assert_eq!(next(&both), Some(date(2026, 12, 3)));
        let expired = |page: &mut Page, service: &mut Service| {
            page.publication = Publication::Expired(date(2026, 11, 1));
            page.common.review_by = Some(date(2026, 12, 24));
            service.until = Some(date(2026, 12, 2));
        };
        assert_eq!(next(&expired), None, "a page that only says that it has ended changes no more");
    }
}
