//! Tests of reading English.

use super::*;
use crate::model::{Block, BlockKind, Mark, MarkKind, Prose, WORD_LISTS};
use crate::source::FileId;

/// Blocks as paragraphs.
fn prose(blocks: &[&str]) -> Prose {
    let mut prose = Prose::new(FileId(0));
    for words in blocks {
        let start = prose.text.len();
        prose.push(words, start..start + words.len());
        prose.blocks.push(Block {
            kind: BlockKind::Paragraph,
            range: start..start + words.len(),
            written: start..start + words.len(),
            is_said: false,
            language: None,
            has_direction: false,
        });
        prose.push("\n", start + words.len()..start + words.len() + 1);
    }
    prose
}

/// The sentences of a text, with a bar between words.
fn sentences_of(text: &str) -> Vec<String> {
    let prose = prose(&[text]);
    let english = English::read(&prose, Lexicon::built_in());
    let words = |sentence: &Sentence| {
        sentence.words.clone().map(|at| english.word(at).to_owned()).collect::<Vec<_>>().join("|")
    };
    english.sentences.iter().map(words).collect()
}

#[test]
fn sentences_end_where_a_reader_breathes() {
    for (text, expected) in [
        ("Call us. We are here.", &["Call|us", "We|are|here"][..]),
        ("See Dr. Smith at 9.30am. Bring a bill.", &["See|Dr|Smith|at|9.30am", "Bring|a|bill"]),
        ("Dr Patel, Mrs. Jones and J. P. Kincaid met.", &["Dr|Patel|Mrs|Jones|and|J|P|Kincaid|met"]),
        ("Bring proof, e.g. a bill, i.e. one with your name.", &["Bring|proof|e.g|a|bill|i.e|one|with|your|name"]),
        ("It costs £5.50. It is worth it!", &["It|costs|£5.50", "It|is|worth|it"]),
        ("Is it free? Yes. “Really?” she asked.", &["Is|it|free", "Yes", "Really|she|asked"]),
        ("She said “call us.” Then she left.", &["She|said|call|us", "Then|she|left"]),
        ("Go to www.carers.example. Then wait.", &["Go|to|www.carers.example", "Then|wait"]),
        ("Open 9am to 5 p.m. on weekdays.", &["Open|9am|to|5|p.m|on|weekdays"]),
        ("See section 4. It is short.", &["See|section|4", "It|is|short"]),
        ("See No. 5 and para. 3 there.", &["See|No|5|and|para|3|there"]),
        ("When to come: Any time. Bring: a bill", &["When|to|come", "Any|time", "Bring|a|bill"]),
        ("Wait… then call.", &["Wait|then|call"]),
        ("The Hub, 4 Quay Street\nMerebridge", &["The|Hub|4|Quay|Street", "Merebridge"]),
        ("Step-free and/or quiet – both.", &["Step-free|and|or|quiet|both"]),
        ("I did. A lot.", &["I|did", "A|lot"]),
        ("  ", &[]),
    ] {
        assert_eq!(sentences_of(text), expected, "{text}");
    }
}

#[test]
fn syllables_are_those_one_hears() {
    let wrong: Vec<String> = [
        ("a", 1),
        ("care", 1),
        ("cared", 1),
        ("carer", 2),
        ("carers", 2),
        ("caring", 2),
        ("the", 1),
        ("999", 0),
        ("table", 2),
        ("little", 2),
        ("tables", 2),
        ("assessment", 3),
        ("people", 2),
        ("someone", 2),
        ("council", 2),
        ("hospital", 3),
        ("emergency", 4),
        ("disability", 5),
        ("information", 4),
        ("organisation", 5),
        ("consultation", 4),
        ("service", 2),
        ("services", 3),
        ("wanted", 2),
        ("helped", 1),
        ("needed", 2),
        ("walked", 1),
        ("changes", 2),
        ("boxes", 2),
        ("times", 1),
        ("breathe", 1),
        ("area", 3),
        ("idea", 3),
        ("family", 3),
        ("dementia", 3),
        ("social", 2),
        ("special", 2),
        ("patient", 2),
        ("appropriate", 4),
        ("eligible", 4),
        ("allowance", 3),
        ("money", 2),
        ("benefit", 3),
        ("you", 1),
        ("your", 1),
        ("because", 2),
        ("alone", 2),
        ("lonely", 2),
        ("safely", 2),
        ("science", 2),
        ("medicine", 3),
        ("Wednesday", 2),
        ("being", 2),
        ("doing", 2),
        ("create", 2),
        ("reality", 4),
        ("quiet", 2),
        ("carer's", 2),
        ("autism", 3),
        ("rhythm", 1),
    ]
    .into_iter()
    .filter(|(word, count)| syllables(word) != *count)
    .map(|(word, count)| format!("{word}: {} and not {count}", syllables(word)))
    .collect();
    // The method is right for about nine words in ten; readability needs no more.
    assert!(wrong.len() <= 4, "{wrong:?}");
}

#[test]
fn plain_words_are_read_younger_than_officialese() {
    let age = |sentence: &str| {
        let text = format!("{sentence} ").repeat(20);
        let prose = prose(&[text.trim()]);
        English::read(&prose, Lexicon::built_in()).reading_age()
    };
    let plain = age("We look at how you live before we decide what help you can have.").expect("it is long enough");
    let official =
        age("Eligibility determinations necessitate comprehensive consideration of individual circumstances.")
            .expect("it is long enough");
    assert!(plain < 11.0, "{plain}");
    assert!(official > 20.0, "{official}");
    let short = prose(&["Too short to tell."]);
    assert_eq!(English::read(&short, Lexicon::built_in()).reading_age(), None);
}

/// The words of lists that stand in a text.
fn hits(text: &str, lexicon: &Lexicon) -> Vec<String> {
    let prose = prose(&[text]);
    let english = English::read(&prose, lexicon);
    english.hits.iter().map(|hit| format!("{} ({:?})", english.text(&hit.words), hit.entry.list)).collect()
}

#[test]
fn words_of_lists_are_found_in_all_their_forms() {
    let found = |text: &str| hits(text, Lexicon::built_in());
    assert_eq!(found("We signpost carers."), ["signpost (Avoidable)"]);
    assert_eq!(found("Signposting to breaks, utilised well."), ["Signposting (Avoidable)", "utilised (Avoidable)"]);
    assert_eq!(found("In order to help, we’re here."), ["In order to (Avoidable)"]);
    assert_eq!(found("Bring a bill, e.g. for gas."), ["e.g (Latin)"]);
    assert_eq!(found("Press the green button."), ["the green button (Sensory)"]);
    assert_eq!(found("We will liaise and commence."), ["liaise (Avoidable)", "commence (Avoidable)"]);
}

#[test]
fn names_quotations_and_other_languages_are_left_alone() {
    let none: [String; 0] = [];
    let found = |text: &str| hits(text, Lexicon::built_in());
    assert_eq!(found("Call the Signpost Team at Facilitate Together."), none);
    assert_eq!(found("They say “signpost” a lot."), none);
    assert_eq!(found("“My carers’ group will commence it.”"), none);
    assert_eq!(found("The key is under the mat; land a job; deliver a parcel; foster a child."), none);
    assert_eq!(found("Write to signpost@carers.example."), none);
    let mut page = prose(&["Tu signpost tam."]);
    page.blocks[0].language = Some("pl".into());
    assert!(English::read(&page, Lexicon::built_in()).sentences.is_empty());
    let mut page = prose(&["Type signpost here."]);
    page.marks.push(Mark { kind: MarkKind::Code, range: 5..13, written: 5..13, target: String::new() });
    assert!(English::read(&page, Lexicon::built_in()).hits.is_empty());
}

#[test]
fn a_site_adds_words_and_takes_them_out() {
    let own = |list, words: &str, plain: &str| (list, words.to_owned(), plain.to_owned());
    let lexicon = Lexicon::new(&[own(List::Avoidable, "signpost", "-"), own(List::Avoidable, "journey~n", "time")]);
    assert_eq!(
        hits("We signpost journeys, are signposting, and facilitate.", &lexicon),
        ["journeys (Avoidable)", "facilitate (Avoidable)"]
    );
}

#[test]
fn every_list_can_be_added_to() {
    for (_, key, text) in List::ALL {
        assert!(WORD_LISTS.contains(key), "{key}");
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            assert!(line.contains(" = "), "{key}: {line}");
        }
    }
    assert_eq!(List::ALL.len() + 1, WORD_LISTS.len(), "all but the acronyms are lists of words");
}

#[test]
fn language_tags_of_english() {
    assert!(["en", "en-GB", "EN"].iter().all(|code| is_english(code)));
    assert!(["pl", "enm", "e", ""].iter().all(|code| !is_english(code)));
}
