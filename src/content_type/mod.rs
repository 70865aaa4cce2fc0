//! The types of content: one file each, with the table of its keys and how they become facts.

macro_rules! content_types {
    ($($module:ident $variant:ident),* $(,)?) => {
        $(mod $module;)*

        impl ContentType {
            /// The keys it has besides those of every page.
            pub fn fields(self) -> &'static [Field] {
                match self { $(Self::$variant => $module::FIELDS,)* }
            }

            /// Makes facts of front matter that was checked against [`ContentType::fields`].
            pub fn details(self, reading: &mut Reading<'_>) -> Details {
                match self { $(Self::$variant => $module::details(reading),)* }
            }
        }
    };
}

content_types! {
    page Page,
    service Service,
    strategy Strategy,
    consultation Consultation,
    update Update,
    event Event,
    glossary Glossary,
    faq Faq,
}

mod common;
mod reading;

pub use common::{FIELDS as COMMON_FIELDS, common};
pub use reading::{CONTACT_FIELDS, CONTACT_RECORD_FIELDS, Reading, check_contact, contact, retired};

use crate::data::Field;
use crate::model::{ContentType, Details};
