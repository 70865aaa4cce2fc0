//! The types of content: one file each, with the table of its keys and how they become facts.

macro_rules! content_types {
    ($($module:ident $variant:ident $name:literal),* $(,)?) => {
        $(mod $module;)*

        /// What a page is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum ContentType {
            $(
                #[doc = concat!("`type: ", $name, "`")]
                $variant,
            )*
        }

        impl ContentType {
            /// Every type, in the order of the documentation.
            pub const ALL: &'static [ContentType] = &[$(ContentType::$variant,)*];
            /// The words that `type:` may hold.
            pub const NAMES: &'static [&'static str] = &[$($name,)*];

            /// The word in front matter, templates and data.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

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
    page Page "page",
    service Service "service",
    strategy Strategy "strategy",
    consultation Consultation "consultation",
    update Update "update",
    event Event "event",
    glossary Glossary "glossary",
    faq Faq "faq",
}

mod common;
mod reading;

pub use common::{FIELDS as COMMON_FIELDS, common};
pub use reading::{CONTACT_FIELDS, CONTACT_RECORD_FIELDS, Reading, contact};

use crate::data::Field;
use crate::model::Details;
