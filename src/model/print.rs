//! What a service has besides its page: a short address, a sheet of paper, and a place on readers' own lists.

use super::{Details, Form, Kind, Page, Publication, Service, Site, Status, Uuid};

/// How many digits of an identifier name a service on a list. Of 10,000 services no two are likely to have the same.
const DIGITS: usize = 10;

impl Page {
    /// The service that it tells everyone of, in whatever language: no other form, no copy, no page in another's place.
    pub fn service(&self) -> Option<&Service> {
        let is_own = self.kind == Kind::Content
            && self.variant.form == Form::Standard
            && self.origin.is_some()
            && self.part == 1
            && !self.is_fallback
            && self.copy.is_none();
        match &self.details {
            Details::Service(service) if is_own => Some(service),
            _ => None,
        }
    }

    /// Whether it is given out as a sheet of paper: paper lies about at home, so no sensitive service is.
    pub fn has_handout(&self) -> bool {
        let is_given = |service: &Service| service.status != Status::Ended;
        self.publication == Publication::Live && !self.common.sensitive && self.service().is_some_and(is_given)
    }
}

impl Site {
    /// The identifier of a service: what front matter says or, without that, one of its address on this site.
    pub fn service_id(&self, page: &Page, service: &Service) -> Uuid {
        let written = service.id.as_deref().and_then(Uuid::read);
        written.unwrap_or_else(|| Uuid::named(Uuid::named(Uuid::URL, &self.settings.permalink("/")), &page.address))
    }

    /// By what a reader's own list names the service of a page; nothing for what may not stand on one.
    pub fn list_id(&self, page: &Page) -> Option<&str> {
        self.list_ids.get(&page.group).map(String::as_str)
    }

    /// Names every service that may stand on a reader's own list: somebody else can see such a list, so a sensitive one
    /// may not. A page that has ended stays nameable, so that its list can say so.
    ///
    /// Names are made of identifiers and stay as long as those do. Should two be alike, the later one is longer.
    pub fn name_services(&mut self) {
        let mut taken = std::collections::HashSet::new();
        let mut names = std::collections::HashMap::new();
        for page in self.public_pages() {
            let Some(service) = page.service().filter(|_| !page.common.sensitive) else { continue };
            if self.group(page.group).main != Some(page.id) {
                continue;
            }
            // An identifier made elsewhere may begin with the time, or with zeros.
            let digits =
                Uuid::named(Uuid::URL, &self.service_id(page, service).to_string()).to_string().replace('-', "");
            let name = [DIGITS, digits.len()].map(|length| digits[..length].to_owned());
            if let Some(name) = name.into_iter().find(|name| taken.insert(name.clone())) {
                names.insert(page.group, name);
            }
        }
        self.list_ids = names;
    }

    /// The short address of a page in its own language, else that of the page for everyone; a copy has its page's.
    pub fn short_address(&self, page: &Page) -> Option<String> {
        let page = match &page.copy {
            Some(copy) => self.page(*self.by_address.get(&copy.address)?),
            None => page,
        };
        let main = || self.group(page.group).main.and_then(|main| self.page(main).common.short.as_ref());
        let short = page.common.short.as_ref().or_else(main)?;
        Some(format!("/s/{short}/"))
    }

    /// The address of a service as a sheet of paper, in the language of a page.
    pub fn handout_address(&self, page: &Page) -> Option<String> {
        let address = format!("{}handout/", page.address);
        let made = self.by_address.get(&address).filter(|_| page.service().is_some())?;
        (self.page(*made).kind == Kind::Handout).then_some(address)
    }
}

#[cfg(test)]
mod tests {
    use crate::model::sample;
    use crate::model::{Details, Service};

    fn service(address: &str, id: &str) -> crate::model::Page {
        let mut page = sample::page(address, "Hub");
        page.details = Details::Service(Box::new(Service { id: Some(id.into()), ..Service::default() }));
        page
    }

    #[test]
    fn services_are_named_by_their_identifier_and_not_by_their_address() {
        let id = "fcf8094e-48b9-463d-843b-fc00bcdf8453";
        let name = |address: &str, id: &str| {
            let mut site = sample::site("", vec![service(address, id)]);
            site.name_services();
            site.list_id(&site.pages[0]).map(str::to_owned)
        };
        let hub = name("/hub/", id).expect("it has one");
        assert_eq!((hub.len(), hub.chars().all(|digit| digit.is_ascii_hexdigit())), (10, true));
        assert_eq!(name("/centre/", &id.to_uppercase()), Some(hub.clone()));
        // Without an identifier the address is one.
        assert_ne!(name("/hub/", ""), Some(hub));
        assert_ne!(name("/hub/", ""), name("/centre/", ""));
    }

    #[test]
    fn identifiers_that_begin_alike_and_one_used_twice_give_names_of_their_own() {
        let ids = ["00000000-0000-0000-0000-000000000001", "00000000-0000-0000-0000-000000000002"];
        let pages = vec![service("/a/", ids[0]), service("/b/", ids[1]), service("/c/", ids[0])];
        let mut site = sample::site("", pages);
        site.name_services();
        let names: Vec<&str> = site.pages.iter().filter_map(|page| site.list_id(page)).collect();
        assert_eq!(names.iter().map(|name| name.len()).collect::<Vec<_>>(), [10, 10, 32]);
        assert_ne!(names[0], names[1]);
        assert!(names[2].starts_with(names[0]));
    }

    #[test]
    fn a_sensitive_service_has_no_name_for_a_list() {
        let mut page = service("/refuge/", "");
        page.common.sensitive = true;
        let mut site = sample::site("", vec![page]);
        site.name_services();
        assert_eq!(site.list_id(&site.pages[0]), None);
    }
}
