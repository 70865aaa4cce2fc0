//! Asks the index from the command line, with the same expansion and the same order as the browser.

use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};

use serde::Serialize;
use tantivy::collector::{DocSetCollector, TopDocs};
use tantivy::query::{BooleanQuery, BoostQuery, Occur, Query, TermQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, Searcher, Term};

use super::build::{Built, LanguageIndex};
use super::document::Section;
use super::expand::{Expander, Group};
use super::lexicon::StemId;
use super::schema::{FIELDS, at, field};
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
    /// The heading of the section that answers best, where one does, and its path with `#` and its id.
    pub section: Option<(String, String)>,
    /// tantivy's score of the page's best document.
    pub score: f32,
    /// Whether the page has every word that any page has.
    pub has_all: bool,
    /// The number of that document.
    document: u32,
}

/// What one word in one field gives to a score.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Part {
    /// The word as it was asked for.
    pub word: String,
    /// The stem that was found for it.
    pub stem: String,
    /// The field.
    pub field: &'static str,
    /// Its share of the score.
    pub score: f32,
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

/// Searches the main language, then, while nothing is found, the others in their order. Gives the language too, by its
/// position in the settings.
pub fn search(built: &Built, site: &Site, words: &str, limit: usize) -> (u8, Answer) {
    let mut answers = built.languages.keys().map(|language| (*language, ask(built, site, *language, words, limit)));
    let main = answers.next().unwrap_or_default();
    if main.1.total > 0 { main } else { answers.find(|(_, answer)| answer.total > 0).unwrap_or(main) }
}

/// Searches one language, given by its position in the settings.
pub fn ask(built: &Built, site: &Site, language: u8, words: &str, limit: usize) -> Answer {
    let Some(index) = built.languages.get(&language) else { return Answer::default() };
    let (mut known, unknown) = expand(index, site, language, words);
    let mut answer = Answer { unknown: unknown.into_iter().map(|group| group.word).collect(), ..Answer::default() };
    for group in &mut known {
        answer.corrected.extend(group.corrected.take().map(|used| (group.word.clone(), used)));
    }
    if known.is_empty() {
        return answer;
    }
    let found = rank(index, &known);
    answer.total = found.len();
    answer.hits = found.into_iter().take(limit).map(|found| found.hit(index, site)).collect();
    answer
}

/// What every word in every field gave to the score of each page that was found with the same words.
pub fn explain(built: &Built, site: &Site, language: u8, words: &str, hits: &[Hit]) -> Vec<Vec<Part>> {
    let Some(index) = built.languages.get(&language) else { return Vec::new() };
    let searcher = index.index.reader().expect(IN_MEMORY).searcher();
    let (known, _) = expand(index, site, language, words);
    let parts = |hit: &Hit| {
        let mut parts = Vec::new();
        for group in &known {
            for (stem, weight) in &group.stems {
                for (position, query) in terms(index, *stem, *weight).enumerate() {
                    let Ok(explained) = query.explain(&searcher, DocAddress::new(0, hit.document)) else { continue };
                    let (word, stem) = (group.word.clone(), index.lexicon.stem(*stem).to_owned());
                    parts.push(Part { word, stem, field: FIELDS[position].name, score: explained.value() });
                }
            }
        }
        parts.sort_by(|a, b| b.score.total_cmp(&a.score));
        parts
    };
    hits.iter().map(parts).collect()
}

/// The words that some page has, and those that none has.
fn expand(index: &LanguageIndex, site: &Site, language: u8, words: &str) -> (Vec<Group>, Vec<Group>) {
    let code = &site.settings.languages[usize::from(language)].code;
    let groups = Expander::new(&index.lexicon, code).expand(words);
    groups.into_iter().partition(|group| !group.stems.is_empty())
}

/// A page with its best document, and the section to lead to.
struct Found {
    position: usize,
    has_all: bool,
    best: Scored,
    section: Option<Scored>,
}

/// A document that has any of the words.
#[derive(Clone, Copy)]
struct Scored {
    document: u32,
    score: f32,
}

impl Scored {
    fn order(&self, other: &Self) -> Ordering {
        other.score.total_cmp(&self.score).then(self.document.cmp(&other.document))
    }

    fn is_before(&self, other: &Self) -> bool {
        self.order(other).is_lt()
    }
}

impl Found {
    fn hit(self, index: &LanguageIndex, site: &Site) -> Hit {
        let page = site.page(index.pages[self.position].page);
        let section = self.section.and_then(|section| index.page_of(section.document).1);
        Hit {
            page: page.id,
            title: page.common.safe_title().to_owned(),
            address: page.address.clone(),
            section: section.map(|Section { heading, id, address }| {
                (heading.clone(), format!("{}#{id}", address.as_ref().unwrap_or(&page.address)))
            }),
            score: self.best.score,
            has_all: self.has_all,
            document: self.best.document,
        }
    }
}

/// All pages that have any of the words, in their order. A section is led to where it is the page's best document, or
/// its heading says one of the words; of several the best.
fn rank(index: &LanguageIndex, known: &[Group]) -> Vec<Found> {
    let searcher = index.index.reader().expect(IN_MEMORY).searcher();
    let mut words: HashMap<usize, usize> = HashMap::new();
    for group in known {
        let found = documents(&searcher, &query(index, std::slice::from_ref(group), None));
        let pages: HashSet<usize> = found.into_iter().map(|document| index.page_of(document).0).collect();
        pages.into_iter().for_each(|page| *words.entry(page).or_default() += 1);
    }
    let headed = documents(&searcher, &query(index, known, Some(at::HEADINGS)));
    let everything = TopDocs::with_limit(index.documents as usize).order_by_score();
    let scored = searcher.search(&query(index, known, None), &everything).expect(IN_MEMORY);
    let mut found: HashMap<usize, Found> = HashMap::new();
    for (score, address) in scored {
        let document = address.doc_id;
        let scored = Scored { document, score };
        let (position, section) = index.page_of(document);
        let has_all = words.get(&position) == Some(&known.len());
        let page = found.entry(position).or_insert(Found { position, has_all, best: scored, section: None });
        if scored.is_before(&page.best) {
            page.best = scored;
        }
        let is_led_to = section.is_some() && headed.contains(&document);
        if is_led_to && page.section.is_none_or(|section| scored.is_before(&section)) {
            page.section = Some(scored);
        }
    }
    let mut found: Vec<Found> = found.into_values().collect();
    for page in &mut found {
        if index.page_of(page.best.document).1.is_some() {
            page.section = Some(page.best);
        }
    }
    found.sort_unstable_by(|a, b| b.has_all.cmp(&a.has_all).then(a.best.order(&b.best)));
    found
}

fn documents(searcher: &Searcher, query: &dyn Query) -> HashSet<u32> {
    let found = searcher.search(query, &DocSetCollector).expect(IN_MEMORY);
    found.into_iter().map(|address| address.doc_id).collect()
}

/// Every stem of every group in every field, or in one, each with its weight.
fn query(index: &LanguageIndex, groups: &[Group], only: Option<usize>) -> BooleanQuery {
    let group = |group: &Group| -> Box<dyn Query> {
        let stems = group.stems.iter().flat_map(|(stem, weight)| terms(index, *stem, *weight).enumerate());
        let wanted = stems.filter(|(position, _)| only.is_none_or(|only| only == *position));
        Box::new(BooleanQuery::new(wanted.map(|(_, term)| (Occur::Should, term)).collect()))
    };
    BooleanQuery::new(groups.iter().map(|words| (Occur::Should, group(words))).collect())
}

fn terms(index: &LanguageIndex, stem: StemId, weight: f32) -> impl Iterator<Item = Box<dyn Query>> {
    let text = index.lexicon.stem(stem);
    FIELDS.iter().enumerate().map(move |(position, spec)| {
        let term = Term::from_field_text(field(position), text);
        let query = Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs));
        Box::new(BoostQuery::new(query, spec.boost * weight)) as Box<dyn Query>
    })
}
