//! Every value that crosses a stage boundary, with no behaviour beyond its own invariants.

mod address;
mod changes;
mod content_type;
mod details;
mod external;
mod facts;
mod letter;
mod media;
mod page;
mod postcodes;
mod print;
mod progress;
mod prose;
mod quotes;
mod records;
mod rendered;
mod repeat;
mod report;
mod review;
#[cfg(test)]
pub mod sample;
mod short;
mod site;
mod tree;
mod uuid;
mod when;

pub use address::{fold, is_reserved, slug, unique};
pub use changes::{Change, ChangeKind, Changes, Gone, HeldBack, Published, PublishedService};
pub use content_type::ContentType;
pub use details::{
    Closed, Consultation, ConsultationStatus, Cost, Details, Document, Event, EventTime, GlossaryTerm, Hours, HoursRow,
    Opening, Partner, Respond, Service, Status, Strategy, Update, UpdateKind, Version, Waiting,
};
pub use external::{ExternalLink, LinkAnswer};
pub use facts::{FileUse, Heading, LinkUse, PageFacts, PlainSection, PlainText, VideoUse};
pub use letter::{Letter, LettersWanted};
pub use media::{Chapter, Cue, FRAME_ORIGINS, MediaHead, Recording, RemoteVideo, Track, Video, VideoSource};
pub use page::{
    Bsl, Common, CopyOf, Form, GroupId, Kind, Listing, Origin, Page, PageId, Publication, Translation, Variant,
};
pub use postcodes::{PostcodeRow, Postcodes};
pub use progress::{Action, ActionState, Measure, MeasureValue, Priority, Progress, Tally};
pub use prose::{Block, BlockKind, Mark, MarkKind, Prose};
pub use quotes::curly;
pub use records::{Apply, Area, Contact, Phone, Place, Provider, Records, WORD_LISTS, phone_href, spaced};
pub use rendered::{Card, SearchText};
pub use repeat::{Every, Repeat};
pub use report::{Period, ReportedAction, ReportedMeasure, YearReport};
pub use review::REVIEW_MONTHS;
pub use short::WantedShort;
pub use site::{
    Asset, Group, LinkTarget, List, ListGroup, Narrowing, Part, Site, Taxonomy, Term, TermRef, WayToNarrow,
};
pub use tree::{Arg, Call, Node, TableCell, TableData, TableRow, Tree};
pub use uuid::Uuid;
pub use when::When;
