//! The line that ends every run: pages by type and variant, findings, time, and where the output is.

use std::time::Duration;

use crate::diagnostic::report::Tally;
use crate::project::{Counts, Report};

/// Writes the summary. `output` says where the output is, or that there is none.
pub fn summary(report: &Report, took: Duration, output: &str) -> String {
    let allowed = match report.allowed.len() {
        0 => String::new(),
        count => format!("; {count} allowed in place"),
    };
    let found = Tally::of(&report.diagnostics);
    format!("{}; {found}{allowed}; {}; {output}\n", pages(&report.counts), seconds(took))
}

/// Writes the time of every stage, one to a line.
pub fn timings(report: &Report) -> String {
    let width = report.timings.iter().map(|(stage, _)| stage.len()).max().unwrap_or(0);
    report.timings.iter().map(|(stage, took)| format!("{stage:width$}  {}\n", seconds(*took))).collect()
}

/// The number of pages, and in brackets how many there are of each type and then of each variant.
fn pages(counts: &Counts) -> String {
    let total: usize = counts.types.iter().chain(&counts.variants).map(|(_, count)| count).sum();
    let list = |counts: &[(String, usize)]| {
        counts.iter().map(|(name, count)| format!("{count} {name}")).collect::<Vec<_>>().join(", ")
    };
    let lists = [list(&counts.types), list(&counts.variants)].into_iter().filter(|list| !list.is_empty());
    let lists = lists.collect::<Vec<_>>().join("; ");
    match total {
        0 => "no pages".to_owned(),
        1 => format!("1 page ({lists})"),
        _ => format!("{total} pages ({lists})"),
    }
}

/// A time in seconds, as it stands in a summary.
pub fn seconds(took: Duration) -> String {
    format!("{:.2} s", took.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_counted_by_type_and_variant() {
        let counts =
            Counts { types: vec![("page".into(), 2), ("service".into(), 1)], variants: vec![("Easy Read".into(), 1)] };
        assert_eq!(pages(&counts), "4 pages (2 page, 1 service; 1 Easy Read)");
        assert_eq!(pages(&Counts::default()), "no pages");
    }
}
