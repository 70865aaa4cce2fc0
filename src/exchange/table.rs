//! A sheet with its headings found: below a title, in two rows of which the upper is merged over several columns, or where
//! a column has none.

use std::collections::HashSet;

use super::Problem;
use super::mapping;
use super::sheet::{Sheet, letters};

/// A sheet below its headings.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// A heading for each column, each unlike all others.
    pub headings: Vec<String>,
    /// The rows below them, with their numbers.
    pub rows: Vec<(usize, Vec<String>)>,
    /// How it was read, for people.
    pub said: Vec<String>,
    /// What could not be read.
    pub problems: Vec<Problem>,
}

/// How far down the headings may stand.
pub const SEARCHED: usize = 25;

/// Finds the headings of a sheet; `is_ours` knows our own.
pub fn table(sheet: Sheet, is_ours: impl Fn(&str) -> bool) -> Table {
    let Sheet { rows, mut said, problems, .. } = sheet;
    let known = |cell: &String| is_ours(cell.trim()) || mapping::known(cell).is_some();
    let count = |cells: &[String]| cells.iter().filter(|cell| known(cell)).count();
    let filled = |cells: &[String]| cells.iter().filter(|cell| !cell.trim().is_empty()).count();
    let searched = || 0..rows.len().min(SEARCHED);
    // A row of facts may hold words that are headings elsewhere: it must know two more than the row above.
    let mut best: Option<(usize, usize)> = None;
    for index in searched() {
        let cells = &rows[index].1;
        let found = count(cells);
        let is_better = best.is_none_or(|(at, most)| {
            let is_title = filled(&rows[at].1) < 2 && filled(cells) > 1;
            is_title || found >= most + 2 && !cells.iter().any(|cell| is_fact(cell))
        });
        if found > 0 && is_better {
            best = Some((index, found));
        }
    }
    // Without a known heading, the first row with two cells is it.
    let at = best.map(|(at, _)| at).or_else(|| searched().find(|index| filled(&rows[*index].1) > 1)).unwrap_or(0);
    let Some((row, cells)) = rows.get(at) else {
        return Table { said, problems, ..Table::default() };
    };
    let above = at.checked_sub(1).map(|above| &rows[above]).filter(|(number, above)| {
        number + 1 == *row && filled(above) > 1 && above.iter().any(|cell| cell.trim().is_empty())
    });
    // Two rows of headings also where the upper one is the better known.
    let below = rows.get(at + 1).filter(|(number, below)| {
        above.is_none()
            && *number == row + 1
            && cells.iter().any(|cell| cell.trim().is_empty())
            && filled(below) > 1
            && below
                .iter()
                .zip(cells)
                .all(|(below, cell)| below.trim().is_empty() || cell.trim().is_empty() || known(below))
            && below.iter().filter(|cell| known(cell)).count() * 2 >= filled(below)
    });
    let (upper, lower, first) = match (above, below) {
        (Some((_, above)), _) => (Some(above), cells, at + 1),
        (None, Some((_, below))) => (Some(cells), below, at + 2),
        (None, None) => (None, cells, at + 1),
    };
    if upper.is_some() {
        said.push(format!(
            "the headings stand in two rows, and were put together above row {}",
            rows.get(first).map_or(0, |(row, _)| *row)
        ));
    } else if *row > 1 {
        said.push(format!("the headings stand in row {row}"));
    }
    let mut problems = problems;
    let first_heading = at - usize::from(above.is_some());
    for (number, cells) in rows[..first_heading].iter().filter(|(_, cells)| filled(cells) > 1) {
        let first = cells.iter().find(|cell| !cell.trim().is_empty()).map_or("", |cell| cell.trim());
        let first: String = first.chars().take(40).collect();
        let why =
            format!("it stands above the headings, which are in row {row}, and was left out: it begins `{first}`");
        problems.push(Problem::warning(format!("row {number}"), why));
    }
    if best.is_none() {
        said.push(format!("no heading is known, and row {row} was taken for the headings"));
    }
    let width = rows[at.saturating_sub(1)..].iter().map(|(_, cells)| cells.len()).max().unwrap_or(0);
    let body = rows[first.min(rows.len())..].to_vec();
    let headings = headings(upper, lower, width, &body);
    let body = body.into_iter().filter(|(_, cells)| !is_heading_again(cells, lower)).collect();
    Table { headings, rows: body, said, problems }
}

/// Whether a cell holds what no heading is: an email address or a number such as those of phones.
fn is_fact(cell: &str) -> bool {
    cell.contains('@') || cell.chars().filter(char::is_ascii_digit).count() > 4
}

/// A long sheet may have its headings again on every page.
fn is_heading_again(cells: &[String], headings: &[String]) -> bool {
    let trimmed = |cells: &[String]| cells.iter().map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    trimmed(cells) == trimmed(headings)
}

fn headings(upper: Option<&Vec<String>>, lower: &[String], width: usize, rows: &[(usize, Vec<String>)]) -> Vec<String> {
    let words = |cells: Option<&String>| {
        cells.map(|cell| cell.split_whitespace().collect::<Vec<_>>().join(" ")).unwrap_or_default()
    };
    let mut taken: HashSet<String> = HashSet::new();
    let mut group = String::new();
    // A word that a merged heading stands over without being meant: the name of the service itself.
    let mut loose_title = None;
    let mut headings: Vec<String> = Vec::new();
    for column in 0..width {
        let own = words(lower.get(column));
        if let Some(upper) = upper {
            let over = words(upper.get(column));
            if !over.is_empty() {
                group = over;
            }
        }
        let joined = format!("{group} {own}");
        let heading = match (own.is_empty(), group.is_empty()) {
            (true, false) if upper.is_some_and(|upper| !words(upper.get(column)).is_empty()) => group.clone(),
            (true, _) => String::new(),
            // What is clear by itself needs no word from above.
            (false, false) if mapping::known(&own).is_none() || mapping::known(&joined).is_some() => {
                let is_right_below = upper.is_some_and(|upper| !words(upper.get(column)).is_empty());
                if mapping::known(&own) == Some("title") && !is_right_below {
                    loose_title = Some((column, own));
                }
                joined
            }
            (false, _) => own,
        };
        let is_used = || rows.iter().any(|(_, cells)| cells.get(column).is_some_and(|cell| !cell.trim().is_empty()));
        let heading = match heading.is_empty() {
            true if is_used() => format!("column {}", letters(column)),
            true => String::new(),
            false => heading,
        };
        let is_taken = !heading.is_empty() && !taken.insert(heading.clone());
        let heading = if is_taken { unique(&heading, &taken) } else { heading };
        taken.insert(heading.clone());
        headings.push(heading);
    }
    let has_title = headings.iter().any(|heading| matches!(mapping::known(heading), Some("title" | "provider")));
    if let Some((column, own)) = loose_title.filter(|_| !has_title) {
        headings[column] = own;
    }
    headings
}

fn unique(heading: &str, taken: &HashSet<String>) -> String {
    (2..).map(|number| format!("{heading} ({number})")).find(|name| !taken.contains(name)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::sheet::csv;
    use super::*;

    fn check(text: &str, headings: &[&str], first: usize) {
        let table = table(csv(text.as_bytes()), |_| false);
        assert_eq!(table.headings, headings, "{text}");
        assert_eq!(table.rows.first().map_or(0, |(row, _)| *row), first, "{text}");
    }

    #[test]
    fn headings_are_found() {
        check("Name,Tel\nHub,1\n", &["Name", "Tel"], 2);
        check("Directory 2026,\n\nName,Tel\nHub,1\n", &["Name", "Tel"], 4);
        check(
            "Name,Contact,,,Ward\n,Tel,Email,Web,\nHub,1,2,3,4\n",
            &["Name", "Contact Tel", "Contact Email", "Contact Web", "Ward"],
            3,
        );
        check(
            "Service,,Where,\nName,Tel,Post code,Map\nHub,1,2,3\n",
            &["Service Name", "Tel", "Post code", "Where Map"],
            3,
        );
        check(
            "Ref,Contact,,,\n,Tel,Email,Web,Name\n1,2,3,4,Hub\n",
            &["Ref", "Contact Tel", "Contact Email", "Contact Web", "Name"],
            3,
        );
        check("Name,,Tel,Tel\nHub,x,1,2\n", &["Name", "column B", "Tel", "Tel (2)"], 2);
        // A row of facts that are headings elsewhere, and a title with a known word.
        check(
            "Name,Where,Kind,Method\nHub,a,b,c\nCafe,a,b,c\nMind,Town Hall,Group,Telephone\n",
            &["Name", "Where", "Kind", "Method"],
            2,
        );
        check("Services,\nName,Tel\nHub,1\n", &["Name", "Tel"], 3);
        check("Alpha,Beta\n1,2\n", &["Alpha", "Beta"], 2);
        check("Name,Tel\nHub,1\nName,Tel\nCaf,2\n", &["Name", "Tel"], 2);
        check("", &[], 0);
        assert_eq!(table(csv(b"Name,Tel\nHub,1\nName,Tel\nCaf,2\n"), |_| false).rows.len(), 2);
    }
}
