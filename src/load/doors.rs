//! Adds the pages that nobody writes: terms, A to Z, doors to every form, BSL pages, search, help near you, statement,
//! privacy, "tell us what is wrong", 404.
//!
//! A page that an editor wrote at such an address stays, and becomes the introduction of what Signpost adds there.

use super::combine::combinations;
use super::lists::{Catalogue, PART};
use super::name::variant_address;
use crate::diagnostic::Diagnostic;
use crate::model::ContentType;
use crate::model::{Common, Details, Form, GroupId, Kind, Listing, Page, PageId, Publication, Site, TermRef, Variant};

/// Adds every such page; the site must be numbered again after it.
pub(super) fn add(site: &mut Site, found: &mut Vec<Diagnostic>) {
    let mut new = Vec::new();
    new.extend(bsl_pages(site));
    place(site, "/", Kind::Home, &site.settings.title.clone(), &mut new);
    let taxonomies: Vec<(String, String)> =
        site.taxonomies.iter().map(|taxonomy| (taxonomy.key.clone(), taxonomy.title.clone())).collect();
    let catalogue = Catalogue::new(site);
    for (position, (key, title)) in taxonomies.iter().enumerate() {
        let numbers: Vec<u16> =
            (0..site.taxonomies[position].terms.len()).filter_map(|number| u16::try_from(number).ok()).collect();
        let mut is_used = false;
        for number in numbers {
            let term = TermRef { taxonomy: u16::try_from(position).unwrap_or(u16::MAX), term: number };
            if catalogue.has_term(term) {
                is_used = true;
                let (address, name) = (site.term_address(term), site.term(term).name.clone());
                place(site, &address, Kind::List(Listing::Term(term)), &name, &mut new);
            }
        }
        if is_used {
            place(site, &format!("/{key}/"), Kind::List(Listing::Taxonomy(position)), title, &mut new);
        }
    }
    for (term, area) in combinations(site, &catalogue) {
        combination(site, term, area, &mut new);
    }
    place(site, "/a-to-z/", Kind::List(Listing::AToZ(None)), "A to Z", &mut new);
    for letter in catalogue.letters() {
        place(
            site,
            &format!("/a-to-z/{letter}/"),
            Kind::List(Listing::AToZ(Some(letter))),
            &format!("A to Z: {}", letter.to_uppercase()),
            &mut new,
        );
    }
    for language in 0..site.settings.languages.len() {
        let of = |form| Variant { language: u8::try_from(language).unwrap_or(0), form };
        door(site, of(Form::Easy), Listing::EasyDoor, "All Easy Read pages", &mut new);
        door(site, of(Form::Bsl), Listing::BslDoor, "All pages in British Sign Language", &mut new);
        door(site, of(Form::Young), Listing::YoungDoor, "All pages for children and young people", &mut new);
    }
    let has_services =
        site.pages.iter().any(|page| page.is_public() && !page.common.sensitive && page.service().is_some());
    for language in 0..site.settings.languages.len() {
        let variant = Variant { language: u8::try_from(language).unwrap_or(0), form: Form::Standard };
        if site.pages.iter().any(|page| page.variant.language == variant.language && page.is_public())
            || language == 0
            || super::fallback::is_wanted(&site.settings)
        {
            let address = variant_address("/search/", variant, &site.settings);
            let mut page = made(&address, Kind::Search, "Search");
            page.variant = variant;
            add_unless_there(site, page, &mut new);
            let about = [
                ("/wrong/", Kind::Wrong, "Tell us what is wrong"),
                ("/privacy/", Kind::Privacy, "Privacy and cookies"),
                ("/near/", Kind::Near, "Find help near you"),
                ("/shortlist/", Kind::Shortlist, "My list"),
                ("/changes/", Kind::Changes, "Changes to services"),
            ];
            let (has_postcodes, has_changes) = (!site.records.postcodes.is_empty(), site.records.published.is_some());
            // Without services there is nothing to put on a list.
            let is_of_use = |kind: &Kind| match kind {
                Kind::Near => has_postcodes,
                Kind::Shortlist => has_services,
                Kind::Changes => has_changes,
                _ => true,
            };
            for (address, kind, title) in about.into_iter().filter(|(_, kind, _)| is_of_use(kind)) {
                let mut page = made(&variant_address(address, variant, &site.settings), kind, title);
                page.variant = variant;
                add_unless_there(site, page, &mut new);
            }
            let home = variant_address("/", variant, &site.settings);
            if language > 0 && !site.by_address.contains_key(&home) {
                let mut page = made(&home, Kind::Home, &site.settings.title);
                page.variant = variant;
                new.push(page);
            }
        }
    }
    progress(site, &mut new);
    place(site, "/accessibility/", Kind::Statement, "Accessibility statement", &mut new);
    place(site, "/404/", Kind::NotFound, "Page not found", &mut new);
    site.pages.extend(new);
    super::fallback::add(site, found);
    super::booklet::add(site, found);
    super::shorts::add(site);
    super::handouts::add(site);
    add_parts(site);
}

/// The list of a term in an area, in every language in which the term's own list was written. What stands at its address
/// already, but for a page that an editor wrote there, is left alone.
fn combination(site: &mut Site, term: TermRef, area: TermRef, new: &mut Vec<Page>) {
    let address = site.combination_address(term, area);
    let is_free = |id: &PageId| site.page(*id).kind == Kind::Content && site.page(*id).variant.form == Form::Standard;
    if !site.by_address.get(&address).is_none_or(is_free) {
        return;
    }
    let title = format!("{} in {}", site.term(term).name, site.term(area).name);
    let listing = Kind::List(Listing::Both(term, area));
    place(site, &address, listing.clone(), &title, new);
    let lists = site.by_address.get(&site.term_address(term)).map(|id| site.group(site.page(*id).group).pages.clone());
    for id in lists.into_iter().flatten() {
        let variant = site.page(id).variant;
        let address = variant_address(&address, variant, &site.settings);
        if variant.language > 0 && variant.form == Form::Standard && !site.by_address.contains_key(&address) {
            new.push(Page { variant, ..made(&address, listing.clone(), &title) });
        }
    }
}

/// The progress page below the section of the strategies, and below that a page for each report of a year.
fn progress(site: &mut Site, new: &mut Vec<Page>) {
    let is_strategy = |page: &&Page| {
        page.is_listed()
            && page.kind == Kind::Content
            && page.variant == Variant { language: 0, form: Form::Standard }
            && matches!(page.details, Details::Strategy(_))
    };
    let promises = |page: &&Page| matches!(&page.details, Details::Strategy(strategy) if strategy.has_actions && strategy.is_in_force());
    let promising = site.pages.iter().filter(is_strategy).find(promises);
    let any = site.pages.iter().find(is_strategy).filter(|_| !site.records.reports.is_empty());
    let Some(page) = promising.or(any) else {
        return;
    };
    let base = format!("{}progress/", top_of_strategies(site, page));
    place(site, &base, Kind::List(Listing::Progress), "How the strategy is going", new);
    let years: Vec<String> = site.records.reports.iter().map(|report| report.period.name.clone()).collect();
    for (position, year) in years.iter().enumerate() {
        let title = format!("Report for {}", year.replace('-', "–"));
        place(site, &format!("{base}{year}/"), Kind::List(Listing::Report(position)), &title, new);
    }
}

/// The address of the highest section above a page that is one of strategies.
fn top_of_strategies(site: &Site, page: &Page) -> String {
    let mut top = "/";
    let mut above = page.section;
    while let Some(section) = above.map(|id| site.page(id)) {
        if top == "/" || section.content_type == ContentType::Strategy {
            top = &section.address;
        }
        above = section.section;
    }
    top.to_owned()
}

/// The page that leads with its video, for each page in the main language that has one.
fn bsl_pages(site: &Site) -> Vec<Page> {
    let has_video = |page: &&Page| {
        page.common.bsl.is_some()
            && page.publication == Publication::Live
            && page.variant == Variant { language: 0, form: Form::Standard }
    };
    let pages = site.pages.iter().filter(has_video).map(|page| {
        let variant = Variant { language: 0, form: Form::Bsl };
        let address = variant_address(&page.address, variant, &site.settings);
        Page { address, variant, kind: Kind::Bsl, ..page.clone() }
    });
    pages.filter(|page| !site.by_address.contains_key(&page.address)).collect()
}

pub(super) fn made(address: &str, kind: Kind, title: &str) -> Page {
    Page {
        id: PageId(0),
        origin: None,
        address: address.to_owned(),
        variant: Variant { language: 0, form: Form::Standard },
        group: GroupId(0),
        section: None,
        kind,
        content_type: ContentType::Page,
        common: Common { title: title.to_owned(), ..Common::default() },
        details: Details::None,
        publication: Publication::Live,
        references: Vec::new(),
        part: 1,
        is_fallback: false,
        copy: None,
    }
}

/// Gives an address its kind: to the page that stands there and its variants, or to a new one.
fn place(site: &mut Site, address: &str, kind: Kind, title: &str, new: &mut Vec<Page>) {
    match site.by_address.get(address).copied() {
        None => new.push(made(address, kind, title)),
        Some(id) => {
            let group = site.page(id).group;
            for id in site.group(group).pages.clone() {
                site.pages[id.0 as usize].kind = kind.clone();
            }
        }
    }
}

fn add_unless_there(site: &mut Site, page: Page, new: &mut Vec<Page>) {
    match site.by_address.get(&page.address).copied() {
        Some(id) => site.pages[id.0 as usize].kind = page.kind,
        None => new.push(page),
    }
}

/// The door to every page of a form in a language stands at the home page's own variant of that kind.
fn door(site: &mut Site, variant: Variant, listing: Listing, title: &str, new: &mut Vec<Page>) {
    let is_used = site.pages.iter().chain(new.iter()).any(|page| page.variant == variant && page.is_listed());
    if !is_used {
        return;
    }
    let address = variant_address("/", variant, &site.settings);
    let kind = Kind::List(listing);
    if let Some(page) = new.iter_mut().find(|page| page.address == address) {
        page.kind = kind;
        return;
    }
    let mut page = made(&address, kind, title);
    page.variant = variant;
    add_unless_there(site, page, new);
}

/// Adds the second and later parts of lists that are too long for one page.
fn add_parts(site: &mut Site) {
    super::assemble::number(site);
    let catalogue = Catalogue::new(site);
    let mut parts = Vec::new();
    let is_list = |page: &&Page| page.is_public() && !matches!(page.kind, Kind::Content | Kind::Bsl | Kind::Handout);
    for page in site.pages.iter().filter(is_list) {
        let count: usize = catalogue.groups(site, page).iter().map(|group| group.items.len()).sum();
        for part in 2..=count.div_ceil(PART) {
            let mut next = page.clone();
            next.address = format!("{}page/{part}/", page.address);
            next.part = u16::try_from(part).unwrap_or(u16::MAX);
            next.common.aliases.clear();
            next.common.short = None;
            parts.push(next);
        }
    }
    parts.retain(|part| !site.by_address.contains_key(&part.address));
    site.pages.extend(parts);
}
