//! Asks the index from the command line, with the same expansion as the browser.

use std::collections::HashSet;

use tantivy::collector::{Count, TopDocs};
use tantivy::query::{BooleanQuery, BoostQuery, Occur, Query, TermQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::{Searcher, Term};

use super::build::{Built, LanguageIndex};
use super::expand::{Expander, Group};
use super::lexicon::StemId;
use super::schema::{FIELDS, field};
use crate::model::{PageId, Site};

const IN_MEMORY: &str = "an index in memory can be read";

/// A page that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The page.
    pub page: PageId,
    /// Its title, quiet where the real one could endanger the reader.
    pub title: String,
    /// Its path on the site.
    pub address: String,
    /// tantivy's score.
    pub score: f32,
    /// Whether it has every word that any page has.
    pub has_all: bool,
}

/// What a search found, and how the words were understood.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// The pages, those with all words first, then by score, then in the order of documents.
    pub hits: Vec<Hit>,
    /// How many pages have any of the words.
    pub total: usize,
    /// Words that were taken for others: as typed, and as understood.
    pub corrected: Vec<(String, String)>,
    /// Words that no page has.
    pub unknown: Vec<String>,
}

/// Searches the main language, then, while nothing is found, the others in their order.
pub fn search(built: &Built, site: &Site, words: &str, limit: usize) -> Vec<Hit> {
    let languages = built.languages.keys();
    languages
        .map(|language| ask(built, site, *language, words, limit).hits)
        .find(|hits| !hits.is_empty())
        .unwrap_or_default()
}

/// Searches one language, given by its position in the settings.
pub fn ask(built: &Built, site: &Site, language: u8, words: &str, limit: usize) -> Answer {
    let Some(index) = built.languages.get(&language) else { return Answer::default() };
    let code = &site.settings.languages[usize::from(language)].code;
    let groups = Expander::new(&index.lexicon, code).expand(words);
    let (mut known, unknown): (Vec<Group>, Vec<Group>) = groups.into_iter().partition(|group| !group.stems.is_empty());
    let mut answer = Answer { unknown: unknown.into_iter().map(|group| group.word).collect(), ..Answer::default() };
    for group in &mut known {
        answer.corrected.extend(group.corrected.take().map(|used| (group.word.clone(), used)));
    }
    if known.is_empty() || limit == 0 {
        return answer;
    }
    let searcher = index.index.reader().expect(IN_MEMORY).searcher();
    let any = query(index, &known, Occur::Should);
    answer.total = searcher.search(&any, &Count).expect(IN_MEMORY);
    let all = top(&searcher, &query(index, &known, Occur::Must), limit);
    let wanted = limit + all.len();
    let mut seen = HashSet::new();
    let rest = if all.len() < limit { top(&searcher, &any, wanted) } else { Vec::new() };
    let found = all.into_iter().map(|found| (found, true)).chain(rest.into_iter().map(|found| (found, false)));
    for ((document, score), has_all) in found {
        if seen.insert(document) && answer.hits.len() < limit {
            let page = site.page(index.pages[document as usize]);
            let title = page.common.safe_title().to_owned();
            answer.hits.push(Hit { page: page.id, title, address: page.address.clone(), score, has_all });
        }
    }
    answer
}

/// The best documents, the same scores in the order of documents.
fn top(searcher: &Searcher, query: &dyn Query, limit: usize) -> Vec<(u32, f32)> {
    let found = searcher.search(query, &TopDocs::with_limit(limit).order_by_score()).expect(IN_MEMORY);
    found.into_iter().map(|(score, address)| (address.doc_id, score)).collect()
}

/// Every stem of every group in every field, each with its weight.
fn query(index: &LanguageIndex, groups: &[Group], occur: Occur) -> BooleanQuery {
    let group = |group: &Group| -> Box<dyn Query> {
        let stems = group.stems.iter().flat_map(|(stem, weight)| terms(index, *stem, *weight));
        Box::new(BooleanQuery::new(stems.map(|term| (Occur::Should, term)).collect()))
    };
    BooleanQuery::new(groups.iter().map(|words| (occur, group(words))).collect())
}

fn terms(index: &LanguageIndex, stem: StemId, weight: f32) -> impl Iterator<Item = Box<dyn Query>> {
    let text = index.lexicon.stem(stem);
    FIELDS.iter().enumerate().map(move |(position, spec)| {
        let term = Term::from_field_text(field(position), text);
        let query = Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs));
        Box::new(BoostQuery::new(query, spec.boost * weight)) as Box<dyn Query>
    })
}
