//! What each type of page has besides what every page has.

use jiff::civil::{Date, DateTime};

use super::{Apply, Contact, Place};
pub use crate::data::{Closed, Hours, HoursRow, Opening};

/// What a page's type adds; a page, a FAQ and what Signpost makes add nothing.
#[derive(Clone, Debug, Default)]
pub enum Details {
    /// Nothing more.
    #[default]
    None,
    /// A service.
    Service(Box<Service>),
    /// A strategy.
    Strategy(Box<Strategy>),
    /// A consultation.
    Consultation(Box<Consultation>),
    /// An update.
    Update(Box<Update>),
    /// An event.
    Event(Box<Event>),
    /// A term of the glossary.
    Glossary(Box<GlossaryTerm>),
}

/// A service that carers can use.
#[derive(Clone, Debug, Default)]
pub struct Service {
    /// The id of the provider's record, or its name.
    pub provider: Option<String>,
    /// Whom to ask.
    pub contacts: Vec<Contact>,
    /// Where to go.
    pub places: Vec<Place>,
    /// When it is open.
    pub hours: Option<Hours>,
    /// When it is closed.
    pub closed: Vec<Closed>,
    /// What it costs.
    pub cost: Option<Cost>,
    /// The youngest age, in years.
    pub age_from: Option<u8>,
    /// The oldest age, in years.
    pub age_to: Option<u8>,
    /// How it is given: in person, phone, online, at home, video, post.
    pub given: Vec<String>,
    /// Whether it covers the whole country.
    pub national: bool,
    /// Who can use it.
    pub who_for: Option<String>,
    /// How to get it.
    pub how_to_get: Option<String>,
    /// Who may ask for it.
    pub referral: Vec<String>,
    /// A link to apply.
    pub apply: Option<Apply>,
    /// How long people wait.
    pub waiting: Option<Waiting>,
    /// Whose home counts: carer, cared-for, either, gp.
    pub area_of: Option<String>,
    /// Languages that staff speak, as codes or names.
    pub languages: Vec<String>,
    /// How BSL users are served.
    pub bsl_access: Option<String>,
    /// Whether it can be used now.
    pub status: Status,
    /// What to know about that.
    pub status_note: Option<String>,
    /// Until when that holds.
    pub until: Option<Date>,
    /// The content path or address of the service to use instead.
    pub replaced_by: Option<String>,
    /// Its identifier in open data, a UUID.
    pub id: Option<String>,
}

/// Whether a service can be used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// Yes.
    #[default]
    Open,
    /// It is full.
    Full,
    /// It is closed for a while.
    ClosedForNow,
    /// It has ended.
    Ended,
}

impl Status {
    /// The word in front matter and templates.
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Full => "full",
            Self::ClosedForNow => "closed for now",
            Self::Ended => "ended",
        }
    }
}

/// What a service costs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cost {
    /// free, paid, means-tested, donation, depends; nothing where only words were given that none of these fits.
    pub kind: Option<String>,
    /// What readers see.
    pub text: String,
}

/// How long people wait.
#[derive(Clone, Debug, Default)]
pub struct Waiting {
    /// In words, such as `6 weeks`.
    pub about: String,
    /// When that was checked.
    pub checked: Option<Date>,
}

/// A strategy.
#[derive(Clone, Debug, Default)]
pub struct Strategy {
    /// draft, consulting, approved, superseded.
    pub state: Option<String>,
    /// The years it covers.
    pub period: Option<String>,
    /// Who adopted it.
    pub partners: Vec<Partner>,
    /// The content path or address of the one before.
    pub replaces: Option<String>,
    /// Who watches over it.
    pub boards: Vec<String>,
    /// Files that belong to it.
    pub documents: Vec<Document>,
    /// Its versions, as written.
    pub versions: Vec<Version>,
    /// Whether an action stands in its text.
    pub has_actions: bool,
}

impl Strategy {
    /// Whether it is in force: what a draft or a replaced strategy says is promised no longer, or not yet.
    pub fn is_in_force(&self) -> bool {
        self.state.as_deref().is_none_or(|state| state == "approved")
    }
}

/// A version of a strategy.
#[derive(Clone, Debug)]
pub struct Version {
    /// Its name, such as `1.1`.
    pub name: String,
    /// Its day.
    pub date: Option<Date>,
    /// What changed, and who agreed it.
    pub note: Option<String>,
}

/// A partner in a strategy.
#[derive(Clone, Debug, Default)]
pub struct Partner {
    /// Its name.
    pub name: String,
    /// Whether it adopted the strategy; nothing where nobody said.
    pub adopted: Option<bool>,
    /// Whether it declined to.
    pub declined: bool,
    /// When.
    pub date: Option<Date>,
    /// What to know about that.
    pub note: Option<String>,
}

/// A file that belongs to a page.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// What it is called.
    pub title: String,
    /// Its path or address as written.
    pub file: String,
    /// The path below `content/` of the file, once it was found.
    pub path: Option<String>,
}

/// A consultation.
#[derive(Clone, Debug)]
pub struct Consultation {
    /// The first day.
    pub opens: Date,
    /// The last day.
    pub closes: Date,
    /// Who is asked.
    pub who: Option<String>,
    /// Ways to answer.
    pub respond: Respond,
    /// How many answered, in words or as a number.
    pub responses: Option<String>,
    /// When the outcome was last written to.
    pub outcome_updated: Option<Date>,
    /// What was decided.
    pub decision: Option<String>,
}

impl Consultation {
    /// What its dates say of it on a day.
    pub fn status_on(&self, day: Date) -> ConsultationStatus {
        if day < self.opens {
            ConsultationStatus::Soon
        } else if day <= self.closes {
            ConsultationStatus::Open
        } else if self.decision.is_none() && self.outcome_updated.is_none() {
            ConsultationStatus::Reading
        } else {
            ConsultationStatus::Finished
        }
    }
}

/// How far a consultation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConsultationStatus {
    /// It opens later.
    Soon,
    /// People can take part.
    Open,
    /// It is closed, and nobody has said yet what came of it.
    Reading,
    /// It is closed, and its outcome is there.
    Finished,
}

impl ConsultationStatus {
    /// The word in templates and messages.
    pub fn word(self) -> &'static str {
        match self {
            Self::Soon => "soon",
            Self::Open => "open",
            Self::Reading => "reading",
            Self::Finished => "finished",
        }
    }
}

/// Ways to answer a consultation.
#[derive(Clone, Debug, Default)]
pub struct Respond {
    /// A form online.
    pub online: Option<String>,
    /// By phone.
    pub phone: Option<String>,
    /// By post.
    pub post: Option<String>,
    /// By email.
    pub email: Option<String>,
    /// In BSL.
    pub bsl: Option<String>,
    /// An Easy Read form.
    pub easy_read_form: Option<String>,
}

impl Respond {
    /// Whether there is any way at all.
    pub fn is_any(&self) -> bool {
        let ways = [&self.online, &self.phone, &self.post, &self.email, &self.bsl, &self.easy_read_form];
        ways.into_iter().any(Option::is_some)
    }
}

/// A piece of news.
#[derive(Clone, Debug)]
pub struct Update {
    /// Its day.
    pub date: Date,
    /// What happened.
    pub kind: UpdateKind,
    /// The pages it is about, as written.
    pub about: Vec<String>,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UpdateKind {
    /// Something is new.
    New,
    /// Something changed.
    Changed,
    /// Something closed.
    Closed,
}

impl UpdateKind {
    /// The word in front matter and templates.
    pub fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Changed => "changed",
            Self::Closed => "closed",
        }
    }
}

/// An event.
#[derive(Clone, Debug)]
pub struct Event {
    /// When it starts.
    pub starts: EventTime,
    /// When it ends.
    pub ends: Option<EventTime>,
    /// How it repeats, in words.
    pub repeats: Option<String>,
    /// Where; words alone stand as its name.
    pub place: Option<Place>,
    /// The address to join online.
    pub online: Option<String>,
    /// Whether an interpreter is there, in words.
    pub bsl_interpreter: Option<String>,
    /// What it costs.
    pub cost: Option<String>,
    /// How to book; the address is empty where it was said in words.
    pub book: Option<Apply>,
    /// Whether it will not take place.
    pub cancelled: bool,
}

/// A day, or a moment by the clock on the wall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventTime {
    /// The whole day.
    Day(Date),
    /// A moment.
    Moment(DateTime),
}

impl EventTime {
    /// Its day.
    pub fn day(self) -> Date {
        match self {
            Self::Day(day) => day,
            Self::Moment(moment) => moment.date(),
        }
    }
}

/// A term of the glossary.
#[derive(Clone, Debug, Default)]
pub struct GlossaryTerm {
    /// Other words for it.
    pub synonyms: Vec<String>,
    /// Its meaning in Easy Read.
    pub easy: Option<String>,
    /// Its meaning: the summary, or the first paragraph without its marks.
    pub meaning: String,
}
