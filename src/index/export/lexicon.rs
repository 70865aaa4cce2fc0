//! The lexicon as the browser reads it: sorted words in parts of a few hundred.
//!
//! A part holds
//! - `w`: the words; each begins with a capital that says how many letters it shares with the one before (`A` is
//!   none), as no folded word has capitals of its own;
//! - `d`: for each how common it is, 0 for a stem that is no word itself;
//! - `r`: for each its stem: 0 for the next stem of this part, 1 for the next of `x`, else how many stems back, plus
//!   one;
//! - `p`, `f`, `h`: the number of the first file of postings; for each stem of this part the file it is in, from that
//!   one on, where it follows the stems before it; and the hashes of the files;
//! - `x`: stems whose postings were written with an earlier part: the file and the place in it.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::Put;
use super::digits::push;
use super::postings::Postings;
use super::tails::{self, List};
use crate::index::build::LanguageIndex;
use crate::index::lexicon::StemId;

/// How many words a part has.
const PART: usize = 320;
/// The most letters that a word is said to share with the one before: one for each capital.
const SHARED: usize = 25;
/// About how many letters postings need for a file of their own.
const OWN: usize = 7_000;
/// Below about how many letters postings are small: a rare word should not make a phone load common ones.
const SMALL: usize = 2_000;

/// An entry of the lexicon.
struct Entry<'a> {
    text: &'a str,
    /// How common the word is, plus one; 0 for a stem that is no word.
    weight: u32,
    stem: StemId,
}

/// Writes lexicon and postings, and gives the first word and the hash of every part.
pub(super) fn write(index: &LanguageIndex, postings: &Postings<'_>, put: &mut Put<'_>) -> Vec<(String, String)> {
    let entries = entries(index);
    let sizes: Vec<usize> = (0..index.lexicon.stem_count() as u32).map(|stem| postings.size(StemId(stem))).collect();
    let mut writer =
        Writer { postings, put, full: full(index.pages.len()), sizes, written: HashMap::new(), files: 0, tails: 0 };
    let mut parts = Vec::new();
    for (number, part) in entries.chunks(PART).enumerate() {
        let content = serde_json::to_vec(&writer.part(part)).expect("numbers and strings are JSON");
        parts.push((part[0].text.to_owned(), (writer.put)(&format!("w{number}"), content)));
    }
    parts
}

/// About how many letters fill a file of postings on a site of so many pages.
fn full(pages: usize) -> usize {
    match pages {
        0..=2_000 => 3_500,
        2_001..=20_000 => 11_000,
        _ => 12_000,
    }
}

/// Words and stems that lead to a document, in alphabetical order.
fn entries(index: &LanguageIndex) -> Vec<Entry<'_>> {
    let words = index.lexicon.sorted();
    let mut entries: Vec<Entry<'_>> = Vec::with_capacity(words.len() * 2);
    for word in &words {
        let Some(stem) = word.stem else { continue };
        entries.push(Entry { text: &word.text, weight: word.weight() + 1, stem });
        entries.push(Entry { text: index.lexicon.stem(stem), weight: 0, stem });
    }
    entries.sort_unstable_by(|a, b| a.text.cmp(b.text).then(b.weight.cmp(&a.weight)));
    entries.dedup_by(|later, kept| later.text == kept.text);
    entries
}

struct Writer<'a, 'b> {
    postings: &'a Postings<'a>,
    put: &'a mut Put<'b>,
    full: usize,
    sizes: Vec<usize>,
    /// Where the postings of each stem of earlier parts are.
    written: HashMap<StemId, (String, usize)>,
    files: usize,
    tails: usize,
}

impl Writer<'_, '_> {
    fn part(&mut self, entries: &[Entry<'_>]) -> Value {
        let (mut words, mut weights, mut references) = (String::new(), String::new(), String::new());
        let mut elsewhere = Vec::new();
        let mut stems: Vec<StemId> = Vec::new();
        let mut before = "";
        for entry in entries {
            let shared = before.chars().zip(entry.text.chars()).take_while(|(a, b)| a == b).count().min(SHARED);
            words.push(char::from(b'A' + shared as u8));
            words.extend(entry.text.chars().skip(shared));
            push(&mut weights, entry.weight);
            before = entry.text;
            if let Some(place) = self.written.get(&entry.stem) {
                push(&mut references, 1);
                elsewhere.push(place.clone());
            } else if let Some(back) = stems.iter().rev().position(|stem| *stem == entry.stem) {
                push(&mut references, u32::try_from(back + 2).expect("a part is small"));
            } else {
                push(&mut references, 0);
                stems.push(entry.stem);
            }
        }
        let first = self.files;
        let (files, hashes) = self.shards(&stems);
        json!({ "w": words, "d": weights, "r": references, "p": first, "f": files, "h": hashes, "x": elsewhere })
    }

    /// Writes the postings of the stems of a part, and gives the file of each stem and the hashes of the files. Small
    /// postings share files with small ones, larger ones with larger ones.
    fn shards(&mut self, stems: &[StemId]) -> (String, String) {
        let (mut files, mut hashes) = (String::new(), String::new());
        let mut shards: Vec<Vec<StemId>> = Vec::new();
        let mut open: [Option<(usize, usize)>; 2] = [None; 2];
        for stem in stems {
            let size = self.size(*stem);
            let kind = usize::from(size >= SMALL);
            let (shard, filled) = match open[kind] {
                Some((shard, filled)) if filled + size <= self.full && size < OWN => (shard, filled),
                _ => {
                    shards.push(Vec::new());
                    (shards.len() - 1, 0)
                }
            };
            shards[shard].push(*stem);
            push(&mut files, u32::try_from(shard).expect("a part is small"));
            if size < OWN {
                open[kind] = Some((shard, filled + size));
            }
        }
        let mut lists: Vec<List> = shards.iter().flatten().map(|stem| self.postings.list(*stem)).collect();
        tails::write(&mut lists, &mut self.tails, self.put);
        let mut lists = lists.into_iter().map(|list| list.here);
        for shard in shards {
            let lists: Vec<Value> = lists.by_ref().take(shard.len()).collect();
            let name = format!("p{}", self.files);
            let hash = (self.put)(&name, serde_json::to_vec(&lists).expect("strings are JSON"));
            for (place, stem) in shard.iter().enumerate() {
                self.written.insert(*stem, (format!("{name}.{hash}"), place));
            }
            hashes.push_str(&hash);
            self.files += 1;
        }
        (files, hashes)
    }

    fn size(&self, stem: StemId) -> usize {
        self.sizes[stem.0 as usize]
    }
}
