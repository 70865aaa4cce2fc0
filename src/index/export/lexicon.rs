//! The lexicon as the browser reads it: sorted words in parts of a few hundred.
//!
//! A part holds
//! - `w`: the words; each begins with a capital that says how many letters it shares with the one before (`A` is
//!   none), as no folded word has capitals of its own;
//! - `d`: for each how common it is, 0 for a stem that is no word itself;
//! - `r`: for each its stem: 0 for the next stem of this part, 1 for the next of `x`, else how many stems back, plus
//!   one;
//! - `p`, `s`, `h`: the number of the first file of postings, how many stems each file has, and their hashes;
//! - `x`: stems whose postings were written with an earlier part: the file and the place in it.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::Put;
use super::digits::push;
use super::postings::{LONG, Postings};
use crate::index::build::LanguageIndex;
use crate::index::lexicon::StemId;

/// How many words a part has.
const PART: usize = 320;
/// The most letters that a word is said to share with the one before: one for each capital.
const SHARED: usize = 25;
/// The least size of a file of postings, in letters.
const LEAST: usize = 2_500;

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
    let mut writer = Writer {
        postings,
        put,
        target: (sizes.iter().filter(|size| **size <= LONG).sum::<usize>() / file_count(index.pages.len())).max(LEAST),
        sizes,
        written: HashMap::new(),
        files: 0,
        tails: 0,
    };
    let mut parts = Vec::new();
    for (number, part) in entries.chunks(PART).enumerate() {
        let content = serde_json::to_vec(&writer.part(part)).expect("numbers and strings are JSON");
        parts.push((part[0].text.to_owned(), (writer.put)(&format!("w{number}"), content)));
    }
    parts
}

/// How many files of postings a site of so many pages is aimed at, besides the tails of long ones; small words and
/// large ones do not always fill a file, so there are up to twice as many.
fn file_count(documents: usize) -> usize {
    match documents {
        0..=2_000 => 120,
        2_001..=20_000 => 150,
        _ => 1_500,
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
    target: usize,
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
        let (counts, hashes) = self.shards(&stems);
        json!({ "w": words, "d": weights, "r": references, "p": first, "s": counts, "h": hashes, "x": elsewhere })
    }

    /// Writes the postings of the stems of a part, in files of about the target size.
    fn shards(&mut self, stems: &[StemId]) -> (String, String) {
        let (mut counts, mut hashes) = (String::new(), String::new());
        let mut start = 0;
        while start < stems.len() {
            let (mut end, mut size) = (start, 0);
            while end < stems.len() && (end == start || size + self.size(stems[end]) <= self.target) {
                size += self.size(stems[end]);
                end += 1;
            }
            let lists: Vec<Value> = stems[start..end].iter().map(|stem| self.list(*stem)).collect();
            let name = format!("p{}", self.files);
            let hash = (self.put)(&name, serde_json::to_vec(&lists).expect("strings are JSON"));
            for (place, stem) in stems[start..end].iter().enumerate() {
                self.written.insert(*stem, (format!("{name}.{hash}"), place));
            }
            push(&mut counts, u32::try_from(end - start).expect("a part is small"));
            hashes.push_str(&hash);
            self.files += 1;
            start = end;
        }
        (counts, hashes)
    }

    fn list(&mut self, stem: StemId) -> Value {
        if self.sizes[stem.0 as usize] > LONG {
            self.postings.head(stem, &mut self.tails, self.put)
        } else {
            self.postings.whole(stem)
        }
    }

    /// About how many letters a stem takes in its file; a head takes less than what it is the head of.
    fn size(&self, stem: StemId) -> usize {
        self.sizes[stem.0 as usize].min(LONG / 2)
    }
}
