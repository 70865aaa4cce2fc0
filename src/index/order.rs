//! The order of documents: pages whose addresses share words stand side by side.
//!
//! What one query finds is then in few files of cards, and the gaps between its postings are small. In the order of
//! letters "aldbury-respite-scheme" would stand beside all else in Aldbury, and ten respite schemes in ten files.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::model::{Page, Site};

/// Sorts pages into the order in which [`Builder`](super::Builder) takes them, which their addresses alone decide:
/// those of one folder together, then by the words of their names, those that most addresses have first and numbers
/// last. The variants of a page follow each other.
pub fn sort(site: &Site, pages: &mut [&Page]) {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for page in pages.iter() {
        words(&page.address).1.for_each(|word| *counts.entry(word).or_default() += 1);
    }
    pages.sort_by_cached_key(|page| {
        let variants = &site.group(page.group).pages;
        let main = variants.iter().min().map_or(page.id, |main| *main);
        let (folder, names) = words(&site.page(main).address);
        let mut names: Vec<(bool, Reverse<usize>, &str)> =
            names.map(|word| (is_number(word), Reverse(counts.get(word).copied().unwrap_or_default()), word)).collect();
        names.sort_unstable();
        (folder, names, page.id)
    });
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|letter| letter.is_ascii_digit())
}

/// The folder of an address, and the words of the name in it.
fn words(address: &str) -> (&str, impl Iterator<Item = &str>) {
    let (folder, name) = address.trim_end_matches('/').rsplit_once('/').unwrap_or(("", address));
    (folder, name.split('-').filter(|word| !word.is_empty()))
}
