//! Whether two cells say the same, however people and spreadsheets write it.

use super::{Planning, short};
use crate::data::{Kind, Value};
use crate::exchange::columns::BODY;
use crate::exchange::page::code;
use crate::model::fold;

impl Planning<'_> {
    /// Whether two cells say the same. What people write in two ways, such as a phone number, is one thing.
    pub(super) fn is_same(&self, heading: &str, one: Option<&str>, other: Option<&str>) -> bool {
        let (one, other) = (one.filter(|text| !text.is_empty()), other.filter(|text| !text.is_empty()));
        let (Some(one), Some(other)) = (one, other) else { return one.is_none() && other.is_none() };
        if one == other || short(heading, one) == other || short(heading, other) == one {
            return true;
        }
        if self.source.is_ours {
            // A list of one is the word alone, and white space around words is none of theirs. A spreadsheet writes line
            // ends, `FALSE` and `52.9` in its own way when it saves.
            let is_plain =
                self.target.keys.kind_of(heading).is_some_and(|kind| matches!(kind, Kind::Flag | Kind::Number));
            let flag = |text: &str| Value::Text(text.to_owned()).as_flag();
            let number = |text: &str| text.trim().parse::<f64>().ok();
            return match heading {
                BODY => short(BODY, one) == short(BODY, other),
                _ if heading.ends_with(" hidden") || is_plain => {
                    one.trim() == other.trim()
                        || flag(one).is_some() && flag(one) == flag(other)
                        || number(one).is_some() && number(one) == number(other)
                }
                _ => one.trim() == other.trim(),
            };
        }
        let words = |text: &str| {
            text.replace(['‘', '’'], "'").replace(['“', '”'], "\"").split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let is_phone = heading.contains(" phone ") && heading.ends_with(|letter: char| letter.is_ascii_digit())
            || heading.ends_with(" text");
        words(one) == words(other)
            || is_phone && digits(one) == digits(other)
            || heading.ends_with(" postcode") && code(one) == code(other)
            || heading == BODY && short(BODY, one) == short(BODY, other)
    }
}

pub(super) fn digits(number: &str) -> String {
    let digits: String = number.replace("(0)", "").chars().filter(char::is_ascii_digit).collect();
    let abroad = digits.strip_prefix("0044").or(digits.strip_prefix("44").filter(|rest| rest.len() > 8));
    abroad.map_or(digits.clone(), |rest| format!("0{rest}"))
}

pub(super) fn link(word: &str) -> String {
    let bare = fold(word.trim());
    let bare = bare.trim_start_matches("https://").trim_start_matches("http://").trim_start_matches("www.");
    bare.trim_end_matches('/').to_owned()
}
