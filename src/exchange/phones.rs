//! The phone numbers of a cell, each with the words beside it.

/// What a number is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// Calls.
    Voice,
    /// Text messages.
    Text,
    /// A fax, which nobody is told of.
    Fax,
}

/// A number as it was written, without what stands beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The number.
    pub number: String,
    /// The words beside it.
    pub label: Option<String>,
    /// What it is for.
    pub line: Line,
}

/// The fewest digits of a number that has others or words beside it.
const FEWEST: usize = 9;

/// Finds every number of a cell in order. A cell that is one short number, such as 999, is that number.
pub fn phones(cell: &str) -> Vec<Found> {
    let whole = cell.trim();
    let is_number = whole.chars().all(|letter| letter.is_ascii_digit() || " +()-.\u{a0}".contains(letter));
    if is_number && (3..FEWEST).contains(&digits(whole)) {
        return vec![Found { number: whole.to_owned(), label: None, line: Line::Voice }];
    }
    let numbers = numbers(whole);
    let mut words: Vec<&str> = Vec::new();
    let mut end = 0;
    for number in &numbers {
        words.push(&whole[end..number.1]);
        end = number.1;
        end += number.0.len();
    }
    words.push(&whole[end..]);
    let mut before: Vec<String> = vec![String::new(); numbers.len()];
    let mut after: Vec<String> = vec![String::new(); numbers.len()];
    let leads = !tidy(words[0]).is_empty();
    for (position, between) in words.iter().enumerate() {
        let (left, right) = match position {
            0 => ("", *between),
            _ if position == numbers.len() => (*between, ""),
            _ => divide(between, leads),
        };
        if let Some(left_number) = position.checked_sub(1) {
            after[left_number] = tidy(left);
        }
        if position < numbers.len() {
            before[position] = tidy(right);
        }
    }
    let label = |position: usize| {
        let parts = [before[position].as_str(), after[position].as_str()];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(", ")
    };
    let found = |(position, (number, _)): (usize, &(String, usize))| {
        let label = label(position);
        let line = match label.to_lowercase().as_str() {
            "text" | "texts" | "sms" | "text only" | "text number" | "by text" => Line::Text,
            fax if fax.starts_with("fax") => Line::Fax,
            _ => Line::Voice,
        };
        let label = (!label.is_empty() && line != Line::Text).then_some(label);
        Found { number: number.split_whitespace().collect::<Vec<_>>().join(" "), label, line }
    };
    numbers.iter().enumerate().map(found).collect()
}

/// The words between two numbers, as those of the first and those of the second.
fn divide(between: &str, leads: bool) -> (&str, &str) {
    if let Some(at) = between.find(['\n', ';', '/', '|']).or_else(|| between.find(',')) {
        return (&between[..at], &between[at + 1..]);
    }
    if let Some(at) = between.find(')').filter(|_| between.trim_start().starts_with('(')) {
        return between.split_at(at + 1);
    }
    if between.trim_start().starts_with(['-', '–', '—']) {
        return ("", between);
    }
    let joined = [" or ", " and ", " & "].iter().find_map(|word| between.find(word).map(|at| (at, word.len())));
    match joined {
        Some((at, length)) => (&between[..at], &between[at + length - 1..]),
        None if leads || between.trim_end().ends_with(':') => ("", between),
        None => (between, ""),
    }
}

/// Words without the marks around them, or nothing where they only say that this is a number.
fn tidy(words: &str) -> String {
    let marks = |letter: char| letter.is_whitespace() || ":()[]-–—,;/|.".contains(letter);
    let mut words = words.trim_matches(marks);
    for joint in ["or ", "and ", "& "] {
        words = words.strip_prefix(joint).unwrap_or(words).trim_matches(marks);
    }
    let lower = words.to_lowercase();
    const EMPTY: &[&str] = &["or", "and", "&", "tel", "tel no", "telephone", "phone", "t", "call", "ring", "number"];
    if EMPTY.contains(&lower.as_str()) {
        return String::new();
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every run of digits, spaces and marks that is long enough, with where it begins.
fn numbers(text: &str) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let Some(first) = rest.find(|letter: char| letter.is_ascii_digit() || letter == '+' || letter == '(') else {
            break;
        };
        let run = &rest[first..];
        let length =
            run.find(|letter: char| !(letter.is_ascii_digit() || " +()-.\u{a0}".contains(letter))).unwrap_or(run.len());
        let (number, used) = one_of(&run[..length]);
        if digits(number) >= FEWEST {
            found.push((number.to_owned(), at + first));
        }
        at += first + used.max(1);
    }
    found
}

/// The first number of a run, and how many bytes it takes up: with ten digits and more, a 0 or + after a space begins
/// another one.
fn one_of(run: &str) -> (&str, usize) {
    let mut end = run.len();
    for (at, letter) in run.char_indices().skip(1) {
        let is_next = matches!(letter, '0' | '+') && run[..at].ends_with([' ', '\u{a0}']);
        let is_bracket = letter == '(' && run[at..].starts_with("(0") && digits(&run[..at]) >= 10;
        if is_next && digits(&run[..at]) >= 10 || is_bracket {
            end = at;
            break;
        }
    }
    let written = run[..end].trim_end_matches(|letter: char| !letter.is_ascii_digit() && letter != ')');
    // A bracket that opens words, and not a number.
    let written = match written.strip_suffix(')') {
        Some(rest) if !rest.contains('(') => rest.trim_end(),
        _ => written,
    };
    (written, written.len().max(usize::from(written.is_empty())))
}

fn digits(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

/// A number that a spreadsheet took its leading 0 from.
pub fn with_lost_zero(number: &str) -> Option<String> {
    let is_number = number.bytes().all(|byte| byte.is_ascii_digit());
    // 0800 1111 and 0845 46 47 have seven digits behind the 0, some freephone numbers nine.
    let is_short = match number.len() {
        10 => number.starts_with(['1', '2', '3', '7', '8']),
        9 => number.starts_with("800") || number.starts_with("500"),
        7 => number.starts_with("800") || number.starts_with("845"),
        _ => false,
    };
    (is_number && is_short).then(|| format!("0{number}"))
}

/// Whether digits alone look like a number that a spreadsheet took something from, and nobody knows what. Numbers such as
/// 116 123 and 999 begin with no 0.
pub fn is_doubtful(number: &str) -> bool {
    let is_digits = number.bytes().all(|byte| byte.is_ascii_digit());
    is_digits && number.len() > 6 && !number.starts_with('0')
}

/// Whether the words beside numbers say that one of them is for nobody else.
pub fn is_private(cell: &str) -> bool {
    let lower = cell.to_lowercase().replace('’', "'");
    let words = [
        "do not",
        "don't",
        "not to be",
        "not for",
        "never give",
        "private",
        "confidential",
        "home number",
        "ex-directory",
        "personal number",
        "personal mobile",
        "staff only",
        "internal",
    ];
    words.iter().any(|word| lower.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cell: &str, expected: &[(&str, &str)]) {
        let found = phones(cell);
        let got: Vec<(&str, &str)> =
            found.iter().map(|phone| (phone.number.as_str(), phone.label.as_deref().unwrap_or(""))).collect();
        assert_eq!(got, expected, "{cell}");
    }

    #[test]
    fn every_number_is_kept_with_its_words() {
        check("01632 960123", &[("01632 960123", "")]);
        check("Tel: (01632) 960123", &[("(01632) 960123", "")]);
        check("999", &[("999", "")]);
        check("01632 960123 / 01632 960124", &[("01632 960123", ""), ("01632 960124", "")]);
        check("01632 960123 01632 960124", &[("01632 960123", ""), ("01632 960124", "")]);
        check(
            "01632 960123 (adults), 01632 960124 (under 18s)",
            &[("01632 960123", "adults"), ("01632 960124", "under 18s")],
        );
        check(
            "Adults: 01632 960123 Young carers: 01632 960124",
            &[("01632 960123", "Adults"), ("01632 960124", "Young carers")],
        );
        check("01632 960123 day\n+44 7700 900123 night", &[("01632 960123", "day"), ("+44 7700 900123", "night")]);
        check("01632 960123 ext 12 or 0800 123456", &[("01632 960123", "ext 12"), ("0800 123456", "")]);
        check("Mon-Fri 9am to 5pm 01632960123", &[("01632960123", "Mon-Fri 9am to 5pm")]);
        check("01632 960123 – Fax 01632 960125", &[("01632 960123", ""), ("01632 960125", "Fax")]);
        check("ask at the desk", &[]);
        let twelve: String = (0..12).map(|number| format!("Line {}: 01632 9600{number:02}; ", number + 1)).collect();
        let found = phones(&twelve);
        assert_eq!(found.len(), 12);
        assert!(
            found.iter().enumerate().all(|(at, phone)| phone.label == Some(format!("Line {}", at + 1))),
            "{found:?}"
        );
    }

    #[test]
    fn what_a_number_is_for_is_told_by_its_words() {
        let lines: Vec<Line> =
            phones("01632 960123; text: 07700 900123; Fax 01632 960125").iter().map(|found| found.line).collect();
        assert_eq!(lines, [Line::Voice, Line::Text, Line::Fax]);
        assert_eq!(with_lost_zero("1632960123").as_deref(), Some("01632960123"));
        for (number, whole) in [("8001111", "08001111"), ("8454647", "08454647"), ("800123456", "0800123456")] {
            assert_eq!(with_lost_zero(number).as_deref(), Some(whole));
        }
        for number in ["4412345678", "800 1111", "116123", "999", "632960123", "1234567"] {
            assert_eq!(with_lost_zero(number), None, "{number}");
        }
        assert!(is_doubtful("632960123") && is_doubtful("441632960123"));
        assert!(!is_doubtful("116123") && !is_doubtful("01632960123") && !is_doubtful("632 960123"));
        assert!(
            is_private("Ask for Sandra, home number do not give out 01632 960123")
                && !is_private("01632 960123 (adults)")
        );
    }
}
