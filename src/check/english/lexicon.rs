//! The lists of words: those that come with Signpost, and what a site adds in `content/data/words.yaml`.
//!
//! A line of a list is `words = plainer words`. Behind a word, `~v` stands for its forms as a verb and `~n` for its
//! plural; `{a|b}` for one of several words. The forms are made once, when the first page is read.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;
use std::sync::LazyLock;

use super::{English, Hit, Spelling};

/// The lists, by what is said of their words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum List {
    /// Officialese, from what GOV.UK asks writers to avoid.
    Avoidable,
    /// Sayings whose words do not mean what they say.
    Idiom,
    /// Verbs of two words whose meaning neither tells.
    PhrasalVerb,
    /// Latin, shortened.
    Latin,
    /// Pictures in words.
    Metaphor,
    /// Words of other languages.
    Foreign,
    /// Hard words.
    Hard,
    /// What only some can see or hear.
    Sensory,
}

impl List {
    /// Every list with its key in `words.yaml` and the words that come with Signpost.
    pub const ALL: &[(Self, &str, &str)] = &[
        (Self::Avoidable, "avoidable", include_str!("lists/avoidable.txt")),
        (Self::Idiom, "idioms", include_str!("lists/idioms.txt")),
        (Self::PhrasalVerb, "phrasal_verbs", include_str!("lists/phrasal-verbs.txt")),
        (Self::Latin, "latin", include_str!("lists/latin.txt")),
        (Self::Metaphor, "metaphors", include_str!("lists/metaphors.txt")),
        (Self::Foreign, "foreign", include_str!("lists/foreign.txt")),
        (Self::Hard, "hard", include_str!("lists/hard.txt")),
        (Self::Sensory, "sensory", include_str!("lists/sensory.txt")),
    ];
}

/// Words of a list, and what to say in their place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The list.
    pub list: List,
    /// The words in their simplest form.
    pub words: String,
    /// The plainer words, or how to do without; empty where there are none.
    pub plain: String,
}

#[derive(Debug)]
struct Pattern {
    /// The words after the first, by number.
    rest: Box<[u32]>,
    entry: u32,
}

/// All lists, ready to be looked through.
#[derive(Debug, Default)]
pub struct Lexicon {
    entries: Vec<Entry>,
    /// Every word of a list with its number.
    numbers: HashMap<Box<str>, u32, BuildHasherDefault<Fnv>>,
    /// The patterns that begin with a word, by its number.
    by_first: Vec<Vec<Pattern>>,
    /// How words are spelt, where that was asked for.
    pub spelling: Option<Spelling>,
}

/// The number of every word that no list holds.
const NO_WORD: u32 = u32::MAX;

static BUILT_IN: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&[]));

/// The longest word that a list can hold, in bytes.
const LONGEST: usize = 32;

impl Lexicon {
    /// The lists that come with Signpost.
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// The lists with what a site adds: list, words, plainer words. Words whose plainer words are `-` are taken out.
    pub fn new(added: &[(List, String, String)]) -> Self {
        let mut lexicon = Self::default();
        let bare = |words: &str| words.replace("~v", "").replace("~n", "").trim().to_lowercase();
        let mut own: Vec<(List, String)> = added.iter().map(|(list, words, _)| (*list, bare(words))).collect();
        // Who takes out a word takes out its forms, which may have lines of their own.
        for (list, words, _) in added.iter().filter(|(.., plain)| plain.trim() == "-") {
            own.extend(forms_of(&format!("{}~v", bare(words))).1.into_iter().map(|form| (*list, form)));
        }
        let is_own = |list: List, words: &str| own.iter().any(|(own, known)| *own == list && known == words);
        for (list, _, text) in List::ALL {
            for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
                let (words, plain) = line.split_once('=').unwrap_or((line, ""));
                if !is_own(*list, &bare(words)) {
                    lexicon.add(*list, words.trim(), plain.trim());
                }
            }
        }
        for (list, words, plain) in added.iter().filter(|(_, _, plain)| plain.trim() != "-") {
            lexicon.add(*list, words, plain);
        }
        lexicon
    }

    fn add(&mut self, list: List, words: &str, plain: &str) {
        for written in alternatives(words) {
            let entry = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
            let mut forms: Vec<Vec<String>> = vec![Vec::new()];
            let mut simplest = String::new();
            for word in written.split_whitespace() {
                let (bare, word_forms) = forms_of(&word.to_lowercase().replace('’', "'"));
                if !simplest.is_empty() {
                    simplest.push(' ');
                }
                simplest.push_str(&bare);
                forms = forms
                    .iter()
                    .flat_map(|start| {
                        word_forms.iter().map(move |form| [start.as_slice(), std::slice::from_ref(form)].concat())
                    })
                    .collect();
            }
            if simplest.is_empty() {
                continue;
            }
            self.entries.push(Entry { list, words: simplest, plain: plain.to_owned() });
            for form in forms {
                let numbers: Vec<u32> = form.into_iter().map(|word| self.number(word)).collect();
                if let [first, rest @ ..] = &numbers[..] {
                    self.by_first[*first as usize].push(Pattern { rest: rest.into(), entry });
                }
            }
        }
    }

    /// The number of a word of a list.
    fn number(&mut self, word: String) -> u32 {
        let next = u32::try_from(self.by_first.len()).unwrap_or(NO_WORD);
        let number = *self.numbers.entry(word.into_boxed_str()).or_insert(next);
        if number == next {
            self.by_first.push(Vec::new());
        }
        number
    }

    /// Finds the words of all lists in a page's English.
    pub(super) fn find<'l>(&'l self, english: &mut English<'l>) {
        let mut hits: Vec<Hit<'l>> = Vec::new();
        let mut low = [0u8; LONGEST];
        let number = |at| lower(english.word(at), &mut low).and_then(|word| self.numbers.get(word)).copied();
        let numbers: Vec<u32> = (0..english.words.len()).map(number).map(|number| number.unwrap_or(NO_WORD)).collect();
        for (place, sentence) in english.sentences.iter().enumerate() {
            if english.block(sentence).is_said {
                continue;
            }
            for at in sentence.words.clone() {
                let Some(patterns) = self.by_first.get(numbers[at] as usize).filter(|patterns| !patterns.is_empty())
                else {
                    continue;
                };
                let word = &english.words[at];
                if word.is_other || word.is_quoted {
                    continue;
                }
                let behind = &numbers[at + 1..sentence.words.end];
                let fits = |pattern: &&Pattern| behind.starts_with(&pattern.rest);
                // The longest words win within a list: "in order to" before "order".
                for pattern in patterns.iter().filter(fits) {
                    let entry = &self.entries[pattern.entry as usize];
                    let words = at..at + 1 + pattern.rest.len();
                    let is_name = is_name(english, &words, sentence.words.start);
                    let other =
                        hits.iter().rposition(|hit| hit.entry.list == entry.list && hit.words.end > words.start);
                    match other {
                        _ if is_name => {}
                        Some(other) if hits[other].words.len() >= words.len() => {}
                        Some(other) => hits[other] = Hit { entry, words, sentence: place },
                        None => hits.push(Hit { entry, words, sentence: place }),
                    }
                }
            }
        }
        english.hits = hits;
    }
}

/// Whether words that begin with capitals inside a sentence are somebody's name.
fn is_name(english: &English<'_>, words: &Range<usize>, first: usize) -> bool {
    let is_capital = |at: usize| english.word(at).starts_with(|letter: char| letter.is_uppercase());
    let is_all_capitals = |at: usize| english.word(at).chars().all(|letter| !letter.is_lowercase());
    words.start > first && words.clone().all(|at| is_capital(at) && !is_all_capitals(at))
        || words.start == first
            && words.len() == 1
            && is_capital(words.end)
            && is_capital(words.start)
            && words.end < english.words.len()
            && !is_all_capitals(words.end)
}

/// A word in small letters with straight apostrophes; nothing for one longer than any in a list.
fn lower<'b>(word: &str, into: &'b mut [u8; LONGEST]) -> Option<&'b str> {
    let mut length = 0;
    let mut bytes = word.as_bytes();
    while let [byte, rest @ ..] = bytes {
        let slot = into.get_mut(length)?;
        if let [0xe2, 0x80, 0x99, rest @ ..] = bytes {
            (*slot, bytes) = (b'\'', rest);
        } else {
            (*slot, bytes) = (byte.to_ascii_lowercase(), rest);
        }
        length += 1;
    }
    std::str::from_utf8(&into[..length]).ok()
}

/// Writes `{a|b} c` out as `a c` and `b c`.
pub(super) fn alternatives(words: &str) -> Vec<String> {
    let Some((before, rest)) = words.split_once('{') else {
        return vec![words.to_owned()];
    };
    let (choices, after) = rest.split_once('}').unwrap_or((rest, ""));
    let after = alternatives(after);
    choices.split('|').flat_map(|choice| after.iter().map(move |after| format!("{before}{choice}{after}"))).collect()
}

/// A word without its sign, and every form that it stands for.
pub(super) fn forms_of(word: &str) -> (String, Vec<String>) {
    if let Some(bare) = word.strip_suffix("~n") {
        return (bare.to_owned(), vec![bare.to_owned(), with_s(bare)]);
    }
    let Some(bare) = word.strip_suffix("~v") else {
        return (word.to_owned(), vec![word.to_owned()]);
    };
    let stem = bare.strip_suffix('e');
    let ed = match stem {
        Some(_) => format!("{bare}d"),
        None if ends_in_consonant_y(bare) => format!("{}ied", &bare[..bare.len() - 1]),
        None => format!("{bare}ed"),
    };
    let ing = format!("{}ing", stem.filter(|stem| !stem.ends_with('e')).unwrap_or(bare));
    (bare.to_owned(), vec![bare.to_owned(), with_s(bare), ed, ing])
}

fn with_s(word: &str) -> String {
    match word {
        _ if ends_in_consonant_y(word) => format!("{}ies", &word[..word.len() - 1]),
        _ if ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end)) => format!("{word}es"),
        _ => format!("{word}s"),
    }
}

fn ends_in_consonant_y(word: &str) -> bool {
    word.strip_suffix('y').is_some_and(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u']))
}

/// FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo, 1991): quick for words of a few letters, and nobody chooses these words to
/// harm a build.
pub struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
