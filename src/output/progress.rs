//! What strategies promised as spreadsheets: the actions as they are now, and each report of a past year.
//!
//! The files begin with a byte order mark, since spreadsheets opened from a folder read `£` wrongly without one.

use super::OutputFile;
use crate::model::{Kind, Listing, MeasureValue, Site, When};

/// The columns of every such file.
const COLUMNS: &[&str] = &[
    "kind",
    "strategy",
    "priority",
    "what",
    "who",
    "due",
    "done",
    "state",
    "why",
    "then",
    "then_date",
    "now",
    "now_date",
    "target",
    "target_date",
    "unit",
    "source",
    "carers_said",
];

/// Makes the files beside the progress page and the reports; none without those.
pub fn files(site: &Site) -> Vec<OutputFile> {
    let mut files = Vec::new();
    for page in site.public_pages() {
        let below = page.address.trim_matches('/');
        match page.kind {
            Kind::List(Listing::Progress) if page.variant.form.slug().is_empty() && page.variant.language == 0 => {
                files.push((format!("{below}/actions.csv"), now(site).into_bytes()));
            }
            Kind::List(Listing::Report(position))
                if page.variant.form.slug().is_empty() && page.variant.language == 0 =>
            {
                files.push((format!("{below}.csv"), then(site, position).into_bytes()));
            }
            _ => {}
        }
    }
    files
}

/// The actions and measures of the strategies in force, as they are on the day of the build.
fn now(site: &Site) -> String {
    let mut csv = Csv::new();
    let title = |page| site.page(page).common.safe_title().to_owned();
    for action in site.progress.actions.iter().filter(|action| site.is_in_force(action.page)) {
        let priority = site.progress.priorities.iter().find(|priority| Some(&priority.id) == action.priority.as_ref());
        csv.row(&[
            ("kind", "action".into()),
            ("strategy", title(action.page)),
            ("priority", priority.map(|priority| priority.title.clone()).unwrap_or_default()),
            ("what", action.words.clone()),
            ("who", action.owner.clone().unwrap_or_default()),
            ("due", iso(action.due)),
            ("done", iso(action.done)),
            ("state", action.state_on(site.today).word().into()),
            ("why", action.why.clone()),
        ]);
    }
    for measure in site.progress.measures.iter().filter(|measure| site.is_in_force(measure.page)) {
        csv.measure(
            &title(measure.page),
            &measure.title,
            [measure.values.first().copied(), measure.values.last().copied(), measure.target],
            [&measure.unit, &measure.source, &Some(measure.said.clone())],
        );
    }
    csv.text
}

/// A report as its file holds it.
fn then(site: &Site, position: usize) -> String {
    let mut csv = Csv::new();
    let Some(report) = site.records.reports.get(position) else {
        return csv.text;
    };
    for action in &report.actions {
        csv.row(&[
            ("kind", "action".into()),
            ("strategy", action.strategy.clone()),
            ("priority", action.priority.clone().unwrap_or_default()),
            ("what", action.words.clone()),
            ("who", action.owner.clone().unwrap_or_default()),
            ("due", iso(action.due)),
            ("done", iso(action.done)),
            ("state", action.state.word().into()),
            ("why", action.why.clone().unwrap_or_default()),
        ]);
    }
    for measure in &report.measures {
        csv.measure(
            "",
            &measure.title,
            [measure.then, measure.now, measure.target],
            [&measure.unit, &measure.source, &measure.said],
        );
    }
    for (day, text) in &report.corrections {
        csv.row(&[("kind", "correction".into()), ("what", text.clone()), ("done", day.to_string())]);
    }
    csv.text
}

fn iso(when: Option<When>) -> String {
    when.map(When::iso).unwrap_or_default()
}

/// A spreadsheet while it is written.
struct Csv {
    text: String,
}

impl Csv {
    fn new() -> Self {
        Self { text: format!("\u{feff}{}\r\n", COLUMNS.join(",")) }
    }

    fn row(&mut self, values: &[(&str, String)]) {
        let cell =
            |column: &&str| values.iter().find(|(name, _)| name == column).map_or("", |(_, value)| value.as_str());
        let cells: Vec<String> = COLUMNS.iter().map(|column| escaped(cell(column))).collect();
        self.text.push_str(&cells.join(","));
        self.text.push_str("\r\n");
    }

    fn measure(&mut self, strategy: &str, title: &str, values: [Option<MeasureValue>; 3], words: [&Option<String>; 3]) {
        let number = |value: Option<MeasureValue>| value.map(|value| value.number.to_string()).unwrap_or_default();
        let date = |value: Option<MeasureValue>| iso(value.and_then(|value| value.when));
        let [then, now, target] = values;
        let [unit, source, said] = words.map(|words| words.clone().unwrap_or_default());
        self.row(&[
            ("kind", "measure".into()),
            ("strategy", strategy.into()),
            ("what", title.into()),
            ("then", number(then)),
            ("then_date", date(then)),
            ("now", number(now)),
            ("now_date", date(now)),
            ("target", number(target)),
            ("target_date", date(target)),
            ("unit", unit),
            ("source", source),
            ("carers_said", said),
        ]);
    }
}

/// A cell of a spreadsheet (RFC 4180). Words that a spreadsheet would run as a formula get a quotation mark in front.
fn escaped(text: &str) -> String {
    let is_number = text.parse::<f64>().is_ok();
    let guard = if text.starts_with(['=', '+', '-', '@']) && !is_number { "'" } else { "" };
    if guard.is_empty() && !text.contains([',', '"', '\n', '\r']) {
        return text.to_owned();
    }
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn any_words_stay_in_their_cell_and_are_no_formula() {
        assert_eq!(escaped("Breaks"), "Breaks");
        assert_eq!(escaped("Breaks, \"now\""), "\"Breaks, \"\"now\"\"\"");
        assert_eq!(escaped("=1+1"), "\"'=1+1\"");
        assert_eq!(escaped("-3.5"), "-3.5");
    }
}
