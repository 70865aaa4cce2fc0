//! Lines as calendars (RFC 5545) and contacts (RFC 2426) have them: text with its marks, cut where it is too long.

/// The longest line in bytes, without its end (RFC 5545, 3.1; RFC 2426, 2.6).
pub(super) const LONGEST: usize = 75;

/// Text as a value: `\\`, `;`, `,` and line breaks are marked (RFC 5545, 3.3.11; RFC 2426, 4).
pub(super) fn text(words: &str) -> String {
    let mut marked = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '\\' | ';' | ',' => marked.extend(['\\', letter]),
            '\n' => marked.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => marked.push(letter),
        }
    }
    marked
}

/// A line with its end, cut between letters where it is too long; what follows a cut begins with a space, which counts.
pub(super) fn line(line: &str) -> String {
    let mut written = String::with_capacity(line.len() + 8);
    let mut length = 0;
    for letter in line.chars() {
        if length + letter.len_utf8() > LONGEST {
            written.push_str("\r\n ");
            length = 1;
        }
        written.push(letter);
        length += letter.len_utf8();
    }
    written + "\r\n"
}

/// Where a place is on the globe, in degrees north and east, to a tenth of a metre.
pub(super) fn position(lat: f64, lon: f64) -> String {
    format!("{lat:.6};{lon:.6}")
}
