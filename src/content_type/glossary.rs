//! A term of the glossary: other words for it, and what it means.

use super::reading::Reading;
use crate::data::{Field, Kind};
use crate::model::{Details, GlossaryTerm};

/// The keys of a term.
pub const FIELDS: &[Field] = &[
    Field { name: "synonyms", kind: Kind::List(&Kind::Text), doc: "Other words that people say or type for it." },
    Field { name: "easy", kind: Kind::Text, doc: "Its meaning in Easy Read, one short sentence." },
];

/// Makes the facts of a term; `load` adds the meaning from the body where there is no summary.
pub fn details(reading: &mut Reading<'_>) -> Details {
    let value = reading.value;
    Details::Glossary(Box::new(GlossaryTerm {
        synonyms: value.texts("synonyms"),
        easy: value.text("easy"),
        meaning: value.text("summary").unwrap_or_default(),
    }))
}
