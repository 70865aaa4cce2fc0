//! Every value that crosses a stage boundary, with no behaviour beyond its own invariants.

mod address;
mod content_type;
mod details;
mod facts;
mod page;
mod records;
mod rendered;
#[cfg(test)]
pub mod sample;
mod site;
mod tree;

pub use address::{fold, is_reserved, slug};
pub use content_type::ContentType;
pub use details::{
    Action, Consultation, Cost, Details, Document, Event, EventTime, GlossaryTerm, Hours, HoursRow, Partner, Respond,
    Service, Status, Strategy, Update, UpdateKind, Waiting,
};
pub use facts::{FileUse, Heading, LinkUse, PageFacts, PlainSection, PlainText};
pub use page::{Bsl, Common, Form, GroupId, Kind, Listing, Origin, Page, PageId, Publication, Translation, Variant};
pub use records::{Apply, Area, Contact, Phone, Place, Provider, Records, phone_href, spaced};
pub use rendered::{Card, SearchText};
pub use site::{Asset, Chapter, Group, LinkTarget, List, ListGroup, Site, Taxonomy, Term, TermRef, Video, VideoSource};
pub use tree::{Arg, Call, Node, TableCell, TableData, TableRow, Tree};
