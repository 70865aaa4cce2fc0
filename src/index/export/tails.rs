//! The tails of long postings: short ones share a file, so that a site has few, and the heads say where each is.

use serde_json::{Value, json};

use super::Put;
use super::digits::push;

/// About how many letters fill a file of tails.
const FULL: usize = 26_000;

/// The postings of a stem: what its file holds, and the pieces of its tail; none where nothing was cut off.
pub(super) struct List {
    /// The array of texts, or the head.
    pub here: Value,
    /// An array of texts for each piece.
    pub tails: Vec<Vec<String>>,
}

/// Writes the tails of lists in files numbered from `next` on, and tells the heads where they are.
pub(super) fn write(lists: &mut [List], next: &mut usize, put: &mut Put<'_>) {
    let mut files: Vec<(usize, Vec<&Vec<String>>)> = Vec::new();
    let mut places: Vec<(usize, usize)> = Vec::new();
    for tail in lists.iter().flat_map(|list| &list.tails) {
        let size = tail.iter().map(String::len).sum::<usize>();
        let file = files.iter().position(|(filled, _)| filled + size <= FULL).unwrap_or(files.len());
        if file == files.len() {
            files.push((0, Vec::new()));
        }
        let (filled, pieces) = &mut files[file];
        *filled += size;
        places.push((file, pieces.len()));
        pieces.push(tail);
    }
    let first = *next;
    let mut hashes: Vec<String> = Vec::new();
    for (_, file) in &files {
        hashes.push(put(&format!("q{next}"), serde_json::to_vec(file).expect("strings are JSON")));
        *next += 1;
    }
    let mut places = places.into_iter();
    for list in lists.iter_mut().filter(|list| !list.tails.is_empty()) {
        let (mut numbers, mut names) = (String::new(), String::new());
        for (file, place) in places.by_ref().take(list.tails.len()) {
            push(&mut numbers, u32::try_from(file).expect("a part has few files"));
            push(&mut numbers, u32::try_from(place).expect("a file has few tails"));
            names.push_str(&hashes[file]);
        }
        list.here["f"] = json!(first);
        list.here["t"] = json!(numbers);
        list.here["x"] = json!(names);
    }
}
