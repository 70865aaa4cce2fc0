//! What belongs together is taken or left together: a label goes with its number, a position with its address.
//!
//! A list has no names for its items, only their order, so that one cell of it says nothing by itself. Where a page and a
//! source have as many items, each item is one fact; else the whole list is. So is a key that may be words or a table.

use std::collections::{BTreeMap, BTreeSet};

use super::columns::key_of;

/// What becomes of a column that differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// It does not differ.
    Same,
    /// The page gets what the source says.
    Take,
    /// It was changed by hand, and the source says what it always said.
    Leave,
    /// Both were changed.
    Conflict,
}

/// One column of a page that a source speaks of.
#[derive(Clone, Debug)]
pub struct Fact {
    /// The column.
    pub heading: String,
    /// What the page says.
    pub now: Option<String>,
    /// What the last import wrote.
    pub then: Option<String>,
    /// What the source says.
    pub said: Option<String>,
    /// What becomes of it.
    pub choice: Choice,
    /// Whether not even `--overwrite` takes it, since the source does not know the whole of what it belongs to.
    pub is_locked: bool,
}

/// Makes one choice of what belongs together. `silent` are columns of the page of which the source does not speak, and
/// `is_old` says that it is an export from before the page was changed.
pub fn as_wholes(facts: &mut [Fact], silent: &[&str], is_old: bool) {
    let loose: BTreeSet<String> = facts
        .iter()
        .map(|fact| key_of(&fact.heading).to_owned())
        .filter(|key| numbers(facts, key, |fact| &fact.now) == numbers(facts, key, |fact| &fact.said))
        .collect();
    let mut wholes: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, fact) in facts.iter().enumerate() {
        wholes.entry(whole_of(&fact.heading, &loose)).or_default().push(index);
    }
    for (whole, members) in &wholes {
        let differing: Vec<usize> = members.iter().copied().filter(|at| facts[*at].choice != Choice::Same).collect();
        let first = differing.first().map(|at| facts[*at].choice);
        let is_mixed = differing.iter().any(|at| Some(facts[*at].choice) != first);
        // Both took an item out, each another one, and what is left is of one length.
        let is_shorter = members.iter().any(|at| {
            let fact = &facts[*at];
            fact.choice == Choice::Same && fact.then.is_some() && fact.then != fact.said
        });
        let moves = |at: &usize| {
            let fact = &facts[*at];
            fact.choice != Choice::Leave && fact.now.is_some() && is_location(&fact.heading)
        };
        let beside = |heading: &&str| whole_of(heading, &loose) == *whole;
        let is_stranded = differing.iter().any(moves)
            && silent.iter().filter(|heading| beside(heading)).any(|heading| is_position(heading));
        let is_unknown =
            is_old && !differing.is_empty() && silent.iter().any(|heading| is_item(heading) && beside(heading));
        for at in differing {
            if is_mixed || is_shorter || is_stranded || is_unknown {
                facts[at].choice = Choice::Conflict;
            }
            facts[at].is_locked |= is_stranded || is_unknown;
        }
    }
}

/// The numbers of the items of a list, in one of the three things that are known of it.
fn numbers<'f>(facts: &'f [Fact], key: &str, of: fn(&Fact) -> &Option<String>) -> BTreeSet<&'f str> {
    let own = facts
        .iter()
        .filter(|fact| key_of(&fact.heading) == key && of(fact).as_ref().is_some_and(|cell| !cell.is_empty()));
    own.filter_map(|fact| fact.heading.split(' ').nth(1)).collect()
}

/// What a column is a part of.
fn whole_of(heading: &str, loose: &BTreeSet<String>) -> String {
    if heading.starts_with("notes ") {
        return heading.to_owned();
    }
    let key = key_of(heading);
    let words: Vec<&str> = heading.split(' ').collect();
    let (Some(number), true) = (words.get(1).filter(|word| is_number(word)), loose.contains(key)) else {
        return key.to_owned();
    };
    match words.get(2) {
        // Who answers belongs to the number. An email address or a link is the same whoever reads it.
        Some(word) if key == "contact" && !matches!(*word, "name" | "phone") => format!("{key} {number} {word}"),
        _ => format!("{key} {number}"),
    }
}

fn is_item(heading: &str) -> bool {
    heading.split(' ').nth(1).is_some_and(is_number)
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_location(heading: &str) -> bool {
    heading.starts_with("place ") && [" address", " town", " postcode"].iter().any(|end| heading.ends_with(end))
}

fn is_position(heading: &str) -> bool {
    heading.starts_with("place ") && [" lat", " lon"].iter().any(|end| heading.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(all: &[(&str, &str, &str, Choice)], silent: &[&str], expected: &[Choice]) {
        let cell = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let mut facts: Vec<Fact> = all
            .iter()
            .map(|(heading, now, said, choice)| Fact {
                heading: (*heading).into(),
                now: cell(now),
                then: None,
                said: cell(said),
                choice: *choice,
                is_locked: false,
            })
            .collect();
        as_wholes(&mut facts, silent, false);
        assert_eq!(facts.iter().map(|fact| fact.choice).collect::<Vec<_>>(), expected, "{facts:?}");
    }

    #[test]
    fn what_belongs_together_has_one_choice() {
        use Choice::{Conflict, Leave, Same, Take};
        // A label stays with its number; an email address is a fact of its own.
        check(
            &[
                ("contact 1 phone 1", "1", "2", Conflict),
                ("contact 1 phone 1 label", "", "young carers", Take),
                ("contact 1 email", "", "a@b", Take),
            ],
            &[],
            &[Conflict, Conflict, Take],
        );
        // With another count of contacts nothing says which is which.
        check(
            &[("contact 1 email", "a@b", "c@d", Conflict), ("contact 2 email", "", "a@b", Take)],
            &[],
            &[Conflict, Conflict],
        );
        // Words and a table for one key.
        check(&[("hours", "", "Mon", Take), ("hours 1 day", "Tue", "", Leave)], &[], &[Conflict, Conflict]);
        check(&[("cost", "", "£5", Take), ("cost kind", "paid", "", Leave)], &[], &[Conflict, Conflict]);
        // A new address would stand beside the position of the old one.
        check(&[("place 1 address", "1 A St", "2 B St", Take)], &["place 1 lat"], &[Conflict]);
        check(&[("place 1 address", "1 A St", "2 B St", Take)], &["place 2 lat"], &[Take]);
        check(&[("place 1 name", "", "Hall", Take), ("title", "A", "A", Same)], &["place 1 lat"], &[Take, Same]);
    }
}
