//! A page: one address with content.

use jiff::civil::Date;

use super::ContentType;
use super::{Details, TermRef};
use crate::source::{FileId, Span};

/// Names a page by its place in the order of addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PageId(pub u32);

/// Names the set of pages that say the same for different readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct GroupId(pub u32);

/// One address with content.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its place in the order of addresses.
    pub id: PageId,
    /// The file it was written in, or nothing for a page that Signpost makes by itself.
    pub origin: Option<Origin>,
    /// Its path on the site, with a slash at both ends: `/services/carers-hub/`.
    pub address: String,
    /// For which reader.
    pub variant: Variant,
    /// The pages that say the same for other readers.
    pub group: GroupId,
    /// The section it lies in; nothing for the home page and pages made by Signpost.
    pub section: Option<PageId>,
    /// What it is, which picks its template.
    pub kind: Kind,
    /// The type of its content.
    pub content_type: ContentType,
    /// What every type has.
    pub common: Common,
    /// What its type has besides.
    pub details: Details,
    /// Whether readers see it now.
    pub publication: Publication,
    /// Pages that its front matter names: what was written, and the page.
    pub references: Vec<(String, PageId)>,
    /// Which part of a long list it is, from 1; 1 for everything else.
    pub part: u16,
    /// Whether it stands in for a page that nobody translated: the words of the main language inside the furniture of
    /// another one.
    pub is_fallback: bool,
    /// The page that it repeats at another address; nothing for a page of its own.
    pub copy: Option<CopyOf>,
}

/// What a copy of a page is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyOf {
    /// The address of the page itself.
    pub address: String,
    /// Its place in the booklet, from 1; 0 for all sections of a split page on one page.
    pub chapter: u16,
}

/// Where a page was written.
#[derive(Clone, Debug)]
pub struct Origin {
    /// The file.
    pub file: FileId,
    /// Its path below `content/`, such as `services/carers-hub.easy.md`.
    pub path: String,
    /// Where its body begins, in bytes.
    pub body: u32,
}

/// For which reader a page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Variant {
    /// The position of its language in the settings; 0 is the main one.
    pub language: u8,
    /// Its form.
    pub form: Form,
}

/// The form of a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Form {
    /// For everyone.
    #[default]
    Standard,
    /// Easy Read.
    Easy,
    /// For children and young people.
    Young,
    /// Led by its video in British Sign Language.
    Bsl,
}

impl Form {
    /// The last part of its address, empty for the standard form.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Standard => "",
            Self::Easy => "easy-read",
            Self::Young => "young",
            Self::Bsl => "bsl",
        }
    }

    /// The word in data, templates and file names.
    pub fn word(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::Easy => "easy",
            Self::Young => "young",
            Self::Bsl => "bsl",
        }
    }
}

/// What a page is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A page of its content type.
    Content,
    /// The first page of a language.
    Home,
    /// A folder's own page, with the list of what is below it.
    Section,
    /// A list that Signpost makes.
    List(Listing),
    /// The page led by a BSL video.
    Bsl,
    /// The search page.
    Search,
    /// The page for an address that is not there.
    NotFound,
    /// The accessibility statement.
    Statement,
    /// How to tell that a page is wrong.
    Wrong,
    /// What is kept of readers, and by whom.
    Privacy,
    /// Help near a postcode.
    Near,
    /// What a reader has put on a list of their own.
    Shortlist,
    /// A service on one sheet of paper.
    Handout,
    /// What changed about the services from one publication to the next.
    Changes,
}

/// A list that Signpost makes; numbers are positions in `Site::taxonomies` and their terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Listing {
    /// All terms of a taxonomy.
    Taxonomy(usize),
    /// All pages with a term.
    Term(TermRef),
    /// All pages with two terms, such as a topic and an area.
    Both(TermRef, TermRef),
    /// Titles from A to Z; a letter, or nothing for the first page.
    AToZ(Option<char>),
    /// Every Easy Read page.
    EasyDoor,
    /// Every page with a BSL video.
    BslDoor,
    /// Every page for children and young people.
    YoungDoor,
    /// How far the actions of all strategies are.
    Progress,
    /// The contents of the booklet.
    Booklet,
    /// All of the booklet on one page.
    WholeBooklet,
    /// A report of a past year, by its position in `Records::reports`.
    Report(usize),
}

/// Whether readers see a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Publication {
    /// They do.
    Live,
    /// It is a draft.
    Draft,
    /// Its day has not come.
    Future(Date),
    /// Its day has passed; the address stays and says what to do instead.
    Expired(Date),
}

/// What every type of page has.
#[derive(Clone, Debug, Default)]
pub struct Common {
    /// Its title.
    pub title: String,
    /// One sentence about it.
    pub summary: Option<String>,
    /// The title that stands where the real one could endanger the reader.
    pub quiet_title: Option<String>,
    /// Whether being seen with it could endanger the reader.
    pub sensitive: bool,
    /// Earlier addresses.
    pub aliases: Vec<String>,
    /// When somebody last checked that it is true.
    pub reviewed: Option<Date>,
    /// When somebody should check it again.
    pub review_by: Option<Date>,
    /// When it last changed.
    pub updated: Option<Date>,
    /// The day from which it only says that it has ended.
    pub expire: Option<Date>,
    /// The role that keeps it true.
    pub owner: Option<String>,
    /// Who tried it: for Easy Read, the people with learning disabilities.
    pub checked_with: Option<String>,
    /// How it came to its language.
    pub translation: Option<Translation>,
    /// Its video in British Sign Language.
    pub bsl: Option<Bsl>,
    /// Its terms.
    pub terms: Vec<TermRef>,
    /// Whether a list of contents is wanted; nothing leaves it to the number of headings.
    pub contents: Option<bool>,
    /// Whether it is shown a section at a time.
    pub split: bool,
    /// A short address to read aloud, such as `hub` for `/s/hub`; services that wrote none have one made of their own
    /// address where that is free.
    pub short: Option<String>,
    /// Where the short address was written; nothing for one that was made.
    pub short_at: Option<Span>,
    /// Further short addresses that lead to it: its own name beside a written one, and those of its earlier addresses.
    pub more_shorts: Vec<String>,
    /// A recorded voice.
    pub audio: Option<String>,
}

impl Common {
    /// The title for places where the real one could endanger the reader.
    pub fn safe_title(&self) -> &str {
        match &self.quiet_title {
            Some(quiet) if self.sensitive => quiet,
            _ => &self.title,
        }
    }

    /// Whether feeds and calendars may name it, with its safe title: other people may see those.
    pub fn may_be_announced(&self) -> bool {
        !self.sensitive || self.quiet_title.is_some()
    }
}

impl Common {
    /// The last day on which somebody read it, as far as is known.
    pub fn checked_on(&self) -> Option<Date> {
        self.reviewed.max(self.updated)
    }

    /// The last day on which what it says may have changed, as far as is known.
    pub fn changed_on(&self) -> Option<Date> {
        self.updated.or(self.reviewed)
    }
}

/// How a page came to its language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Translation {
    /// By a machine; nobody has checked it.
    Machine,
    /// By a person.
    Person,
    /// By a machine or a person, and checked by another.
    Checked,
}

/// A video in British Sign Language, as front matter names it.
#[derive(Clone, Debug, Default)]
pub struct Bsl {
    /// The file, or the address at another host.
    pub video: String,
    /// Sizes such as `360p`; with them `hub.mp4` stands for `hub-360p.mp4` and so on.
    pub sizes: Vec<String>,
    /// `none` for a signed video without sound.
    pub sound: Option<String>,
    /// The captions file.
    pub captions: Option<String>,
    /// The chapters file.
    pub chapters: Option<String>,
    /// The picture shown before it plays.
    pub poster: Option<String>,
    /// Who translated it.
    pub translator: Option<String>,
    /// Who checked it.
    pub checked_by: Option<String>,
    /// When it was filmed.
    pub filmed: Option<Date>,
}

impl Page {
    /// Whether readers see it, or its notice, now.
    pub fn is_public(&self) -> bool {
        matches!(self.publication, Publication::Live | Publication::Expired(_))
    }

    /// Whether it is one section of a page that is shown a section at a time.
    pub fn is_section_of_page(&self) -> bool {
        self.kind == Kind::Content && self.part > 1
    }

    /// Whether it stands in lists, search, sitemap and feeds.
    pub fn is_listed(&self) -> bool {
        self.publication == Publication::Live
            && !self.is_fallback
            && self.copy.is_none()
            && !matches!(self.kind, Kind::NotFound | Kind::Search)
    }

    /// The position of the language that its own words are in, which on a fallback page is the main one.
    pub fn words_language(&self) -> u8 {
        if self.is_fallback { 0 } else { self.variant.language }
    }
}
