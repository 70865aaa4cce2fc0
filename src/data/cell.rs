//! Text as it may stand in a cell of a table: what a spreadsheet program would run as a formula is only shown.
//!
//! Excel, LibreOffice and Google Sheets take a cell that begins with `=`, `+`, `-` or `@` for a formula, also when the
//! file is CSV and the cell stands in quotes. An apostrophe in front makes it text (OWASP, "CSV Injection"). It is taken
//! off again where such a table is read, so that nothing is lost on the way.

use std::borrow::Cow;

/// Text for a cell of a table, with an apostrophe in front where it could run; [`plain_cell`] gives it back.
///
/// Numbers and phone numbers such as `-1.5` and `+44 1632 960123` run nothing and stay as they are.
pub fn safe_cell(text: &str) -> Cow<'_, str> {
    if needs_apostrophe(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// What a cell says that [`safe_cell`] wrote.
pub fn plain_cell(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| needs_apostrophe(rest)).unwrap_or(cell)
}

/// Whether text could run. Text that is what `safe_cell` makes of another one counts as well, so that the two stay apart.
fn needs_apostrophe(text: &str) -> bool {
    let bare = text.trim_start_matches('\'');
    let is_figure = |letter: char| letter.is_ascii_digit() || matches!(letter, '+' | '-' | '.' | '(' | ')' | ' ');
    bare.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) && !bare.chars().all(is_figure)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_run_is_only_shown() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("=HYPERLINK(\"https://example.org\")", "'=HYPERLINK(\"https://example.org\")"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
            ("-2+3+cmd", "'-2+3+cmd"),
            ("\t=1", "'\t=1"),
            ("＝1a", "'＝1a"),
            ("- bring a coat", "'- bring a coat"),
            ("'=1+1", "''=1+1"),
        ] {
            assert_eq!(safe_cell(text), cell);
        }
        for text in ["", "Carers' Hub", "'tis free", "-1.23817", "+44 1632 960123", "+44 (0)1632 960123", "a=b", "'"] {
            assert_eq!(safe_cell(text), text);
        }
    }

    #[test]
    fn every_text_comes_back() {
        for text in ["=1", "'=1", "''=1", "'''@x", "+44 1632", "'+44 1632", "'", "''", "'a", "-", "'-", "＠x", "'\rx"]
        {
            assert_eq!(plain_cell(&safe_cell(text)), text);
        }
    }
}
