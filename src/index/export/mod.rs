//! Writes the index as small files that a static host can serve and `search.js` can read.
//!
//! The search page itself holds the manifest of its language: the numbers of pages and documents, the fields with their
//! boosts and lengths, the stemmer, stop words, and the first word and hash of every part of the lexicon. The rest are
//! files, one folder a language, every file named after its content:
//! - `wN.HASH.json`: a part of the lexicon (see [`lexicon`]), which names the files of its postings;
//! - `pN.HASH.json`: postings of neighbouring stems, `qN.HASH.json`: the tails of long ones (see [`postings`]);
//! - `tN.HASH.json`: the hashes of 256 files of cards;
//! - `cN.HASH.json`: the cards of a few pages (see [`cards`]);
//! - `s.HASH.json`, `hN.HASH.json`: the sections that have documents of their own (see [`sections`]);
//! - `f-KEY.HASH.json`: what results can be narrowed by (see [`facets`]).
//!
//! A query takes three rounds: one part of the lexicon a word, one file of postings a stem, and the cards of what it
//! shows. Few large files would make a phone load what it does not need, many small ones would fill the host: the sizes
//! below keep a site of 10,000 pages under 1,100 files.

mod cards;
mod digits;
mod facets;
mod lexicon;
mod postings;
mod sections;
mod tails;

use serde_json::{Value, json};

use super::build::{Built, LanguageIndex};
use super::expand::browser_stemmer;
use super::schema::{FIELDS, at};
use crate::model::Site;
use postings::Postings;

/// The exported files and where each language starts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Exported {
    /// Paths below `assets/`, such as `search/en/p3.k2x7q.json`, and contents.
    pub files: Vec<(String, Vec<u8>)>,
    /// The manifest of each language that has pages, by the position of the language.
    pub manifests: Vec<(u8, Value)>,
}

/// Exports all languages into memory.
pub fn export(built: &Built, site: &Site) -> Exported {
    let mut files = Vec::new();
    let manifests = export_each(built, site, &mut |path, content| files.push((path, content)));
    Exported { files, manifests }
}

/// Exports all languages a file at a time, so that they need not be held together, and gives the manifests.
pub fn export_each(built: &Built, site: &Site, put: &mut dyn FnMut(String, Vec<u8>)) -> Vec<(u8, Value)> {
    let languages = built.languages.iter();
    languages.map(|(language, index)| (*language, Files { site, index, put }.write(*language))).collect()
}

/// Writes the files of one language.
struct Files<'a, 'b> {
    site: &'a Site,
    index: &'a LanguageIndex,
    put: &'b mut dyn FnMut(String, Vec<u8>),
}

impl Files<'_, '_> {
    fn write(self, language: u8) -> Value {
        let spoken = &self.site.settings.languages[usize::from(language)];
        let folder = format!("search/{}/", spoken.code);
        let mut put = |name: &str, content: Vec<u8>| {
            let hash = hash(&content);
            (self.put)(format!("{folder}{name}.{hash}.json"), content);
            hash
        };
        let postings = Postings::open(self.index);
        let parts = lexicon::write(self.index, &postings, &mut put);
        let tables = cards::write(self.site, self.index, &mut put);
        let facets = facets::write(self.site, self.index, &mut put);
        let sections = sections::write(self.site, self.index, &mut put);
        let fields: Vec<_> = FIELDS
            .iter()
            .zip(&postings.fields)
            .map(|(spec, field)| json!([spec.boost, field.average, field.least]))
            .collect();
        json!({
            "folder": self.site.settings.href(&format!("/assets/{folder}")),
            "n": self.index.documents,
            "pages": self.index.pages.len(),
            "per": cards::per_file(self.index.pages.len()),
            "perHeads": sections::PER_FILE,
            "headings": at::HEADINGS,
            "fields": fields,
            "lang": spoken.code,
            "name": spoken.name,
            "dir": if spoken.rtl { "rtl" } else { "ltr" },
            "stem": browser_stemmer(&spoken.code),
            "stop": self.index.lexicon.stop_words(),
            "parts": parts,
            "cards": tables,
            "sections": sections,
            "facets": facets,
        })
    }
}

/// Five letters that change with the content. A file's number is in its name too, so two versions of one file need to
/// differ, not all files of a site: 25 bits are enough, and every reader loads many of them.
fn hash(content: &[u8]) -> String {
    const LETTERS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
    let digest = blake3::hash(content);
    digest.as_bytes()[..5].iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect()
}

/// Stores a file under a name and gives its hash.
type Put<'a> = dyn FnMut(&str, Vec<u8>) -> String + 'a;
