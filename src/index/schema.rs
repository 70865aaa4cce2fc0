//! The fields of the index and how much each counts.

use tantivy::schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};

/// A field: its name, and how much a word in it counts against the same word in the body.
pub(super) struct FieldSpec {
    /// Its name in tantivy's schema.
    pub name: &'static str,
    /// What its score is multiplied by.
    pub boost: f32,
}

/// Every field, in the order of the schema and of the export. The boosts were tried on the 60 known items of the
/// search measurements.
pub(super) const FIELDS: [FieldSpec; 9] = [
    FieldSpec { name: "title", boost: 5.0 },
    FieldSpec { name: "synonyms", boost: 3.0 },
    FieldSpec { name: "summary", boost: 1.5 },
    FieldSpec { name: "headings", boost: 1.0 },
    FieldSpec { name: "body", boost: 1.0 },
    FieldSpec { name: "provider", boost: 1.0 },
    FieldSpec { name: "terms", boost: 1.0 },
    FieldSpec { name: "easy", boost: 0.7 },
    FieldSpec { name: "page", boost: 2.0 },
];

/// The position of each field in [`FIELDS`].
pub(super) mod at {
    pub const TITLE: usize = 0;
    pub const SYNONYMS: usize = 1;
    pub const SUMMARY: usize = 2;
    pub const HEADINGS: usize = 3;
    pub const BODY: usize = 4;
    pub const PROVIDER: usize = 5;
    pub const TERMS: usize = 6;
    pub const EASY: usize = 7;
    /// The title of the page that a section is part of.
    pub const PAGE: usize = 8;
}

/// The analyser of every field: our stems come separated by spaces.
pub(super) const ANALYSER: &str = "whitespace";

/// tantivy's schema: words with their frequency, no positions, nothing stored.
pub(super) fn schema() -> Schema {
    let indexing = TextFieldIndexing::default().set_tokenizer(ANALYSER).set_index_option(IndexRecordOption::WithFreqs);
    let options = TextOptions::default().set_indexing_options(indexing);
    let mut builder = Schema::builder();
    for field in &FIELDS {
        builder.add_text_field(field.name, options.clone());
    }
    builder.build()
}

/// tantivy's name of a field by its position in [`FIELDS`].
pub(super) fn field(position: usize) -> Field {
    Field::from_field_id(u32::try_from(position).expect("there are few fields"))
}
