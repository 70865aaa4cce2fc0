//! Words of others, made into ours: what they hold of HTML and of Markdown's marks is shown and never obeyed, so that no row
//! of a neighbour can change a page or stop a build.

use crate::html::decode;

/// Marks that begin something in Markdown where they begin a line.
const LEADING: [char; 8] = ['#', '>', '+', '=', '~', '|', ':', '-'];
/// Marks that begin something in Markdown wherever they stand.
const ANYWHERE: [char; 5] = ['\\', '<', '[', '`', '|'];
/// What word processors begin the items of a list with.
const BULLETS: [char; 6] = ['•', '·', '▪', '●', '◦', '‣'];
/// Elements that stand on lines of their own.
const BLOCKS: [&str; 17] = [
    "p",
    "div",
    "br",
    "li",
    "ul",
    "ol",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "tr",
    "table",
    "section",
    "article",
    "blockquote",
];

/// A text as Markdown that shows it as it is. Lines that begin with `- `, `* ` or a bullet are items of a list.
pub fn as_markdown(text: &str) -> String {
    text.replace("\r\n", "\n").split('\n').map(line).collect::<Vec<_>>().join("\n")
}

fn line(line: &str) -> String {
    let bare = line.trim();
    let (mut written, bare) = match bare.strip_prefix(BULLETS).or(bare.strip_prefix("- ")) {
        Some(item) if !item.trim().is_empty() => ("- ".to_owned(), item.trim_start()),
        _ => (String::new(), bare),
    };
    let is_rule = !bare.is_empty() && bare.chars().all(|letter| "-*_ ".contains(letter));
    let mut leads = true;
    for letter in bare.chars() {
        leads &= LEADING.contains(&letter);
        if leads || ANYWHERE.contains(&letter) || is_rule && letter != ' ' {
            written.push('\\');
        }
        written.push(letter);
    }
    written
}

/// A text without its HTML, where it has any that ends: paragraphs are lines apart, and scripts are gone.
pub fn without_tags(text: &str) -> String {
    let lower = text.to_ascii_lowercase();
    if !(lower.contains("</") || lower.contains("<br") || lower.contains("<p>")) {
        return text.to_owned();
    }
    let mut plain = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        plain.push_str(&rest[..at]);
        let tag = &rest[at + 1..];
        let is_tag = tag.starts_with(|letter: char| letter.is_ascii_alphabetic() || "/!".contains(letter));
        let Some(end) = tag.find('>').filter(|_| is_tag) else {
            plain.push('<');
            rest = tag;
            continue;
        };
        let is_end = tag.starts_with('/');
        let name: String = tag
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect::<String>()
            .to_lowercase();
        rest = &tag[end + 1..];
        if ["script", "style"].contains(&name.as_str()) && !is_end {
            let close = format!("</{name}");
            let skipped = rest.to_ascii_lowercase().find(&close);
            rest = skipped.map_or("", |at| &rest[at..]);
        } else if BLOCKS.contains(&name.as_str()) {
            let lines = if name == "p" { "\n\n" } else { "\n" };
            plain.push_str(lines);
            if name == "li" && !is_end {
                plain.push_str("- ");
            }
        }
    }
    plain.push_str(rest);
    let plain = decode(&plain).replace('\u{a0}', " ");
    let lines = plain.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    let mut kept: Vec<String> = Vec::new();
    for line in lines {
        let is_empty = line.is_empty() || line == "-";
        if !is_empty || kept.last().is_some_and(|last| !last.is_empty()) {
            kept.push(if is_empty { String::new() } else { line });
        }
    }
    kept.join("\n").trim().to_owned()
}

/// The first sentence of a text and what comes after it; nothing where no sentence ends before the text does, or the first
/// is longer than may be. A dot ends one where a capital or a new line follows, and not after a short word such as `St.`.
pub fn first_sentence(text: &str, longest: usize) -> Option<(&str, &str)> {
    let mut ends = text.match_indices(['.', '!', '?', '\n']).map(|(at, mark)| (at, at + mark.len()));
    let is_end = |(at, end): &(usize, usize)| {
        let (before, after) = (&text[..*at], &text[*end..]);
        if text[*at..].starts_with('\n') {
            return !before.trim().is_empty();
        }
        let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
        let is_short = text[*at..].starts_with('.')
            && (word.chars().filter(|letter| letter.is_alphabetic()).count() < 3
                || ["Mrs", "Rev", "No"].contains(&word))
            && !word.ends_with(|letter: char| letter.is_ascii_digit());
        let next = after.trim_start();
        let is_apart = after.starts_with(char::is_whitespace);
        is_apart
            && !is_short
            && before.chars().count() >= 20
            && !next.starts_with(|letter: char| letter.is_lowercase() || letter.is_ascii_digit())
    };
    let (_, end) = ends.find(is_end)?;
    let (first, rest) = (text[..end].trim(), text[end..].trim());
    (first.chars().count() <= longest && !rest.is_empty()).then_some((first, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_markdown_are_shown() {
        for (text, expected) in [
            ("Open to all.", "Open to all."),
            ("# Hub", "\\# Hub"),
            ("::: card\n:::", "\\:\\:\\: card\n\\:\\:\\:"),
            ("a <script>b</script>", "a \\<script>b\\</script>"),
            ("see [us](/x)", "see \\[us](/x)"),
            ("    code", "code"),
            ("Title\n===", "Title\n\\=\\=\\="),
            ("---", "\\-\\-\\-"),
            ("* * *", "\\* \\* \\*"),
            ("- tea\n• cake", "- tea\n- cake"),
            ("| a | b |", "\\| a \\| b \\|"),
            ("C:\\x", "C:\\\\x"),
            ("-5 degrees", "\\-5 degrees"),
        ] {
            assert_eq!(as_markdown(text), expected, "{text}");
        }
    }

    #[test]
    fn tags_are_taken_out_where_there_are_any() {
        for (text, expected) in [
            ("a < b and c > d", "a < b and c > d"),
            ("a <b> is open", "a <b> is open"),
            ("<p>Tea &amp; cake</p><p>Every <b>Monday</b></p>", "Tea & cake\n\nEvery Monday"),
            ("One<br/>two<script>alert('</p>')</script>", "One\ntwo"),
            ("<ul><li>A</li><li>B</li></ul>", "- A\n\n- B"),
            ("<p", "<p"),
            ("</p><", "<"),
        ] {
            assert_eq!(without_tags(text), expected, "{text}");
        }
    }

    #[test]
    fn a_sentence_ends_where_people_end_it() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(first_sentence(text, 240).map(|(first, _)| first), expected, "{text}");
        };
        check("St. Mary's Hall has lunch for everyone. Come along.", Some("St. Mary's Hall has lunch for everyone."));
        check(
            "We open at 2.30pm on most days of the week. Ring first.",
            Some("We open at 2.30pm on most days of the week."),
        );
        check(
            "Read more at www.example.org and in the library. Ask.",
            Some("Read more at www.example.org and in the library."),
        );
        check(
            "Lunch for carers e.g. on Mondays, by Rev. J. Smith! Come.",
            Some("Lunch for carers e.g. on Mondays, by Rev. J. Smith!"),
        );
        check("Lunch club\nEvery Monday.", Some("Lunch club"));
        check(
            "Opens at 10. Then lunch for all who come here. Bye.",
            Some("Opens at 10. Then lunch for all who come here."),
        );
        check("One sentence that has no other behind it.", None);
        check(&format!("{}. Then", "x".repeat(300)), None);
    }
}
