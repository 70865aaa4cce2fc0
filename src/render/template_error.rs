//! Tera's reports as findings: at the line of the site's own template where the report names one.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, did_you_mean_help};
use crate::source::{FileId, Span};
use crate::theme::Theme;

/// The templates of a site's own, by the names that Tera knows them by.
pub(super) struct OwnTemplates {
    files: BTreeMap<String, (FileId, String)>,
}

impl OwnTemplates {
    pub(super) fn new(theme: &Theme) -> Self {
        // One that is no text has a name all the same: a report may ask for it.
        let own = theme.files.iter().filter(|(path, _)| path.ends_with(".html")).map(|(path, file)| {
            let text = match path.strip_prefix("templates/") {
                Some(name) => theme.templates.get(name),
                None => path.split('/').nth(1).and_then(|name| Some(&theme.components.get(name)?.template)),
            };
            let name = path.strip_prefix("templates/").unwrap_or(path);
            (name.to_owned(), (*file, text.cloned().unwrap_or_default()))
        });
        Self { files: own.collect() }
    }

    /// A report as a finding. A page that needs the template cannot be made.
    pub(super) fn finding(&self, report: &str) -> Diagnostic {
        let first = report.lines().next().unwrap_or_default().trim_start_matches("error: ");
        let (first, fields) = first.split_once(" Available fields: ").unwrap_or((first, ""));
        let wanted = first.split('`').nth(1).unwrap_or_default();
        let nearest = did_you_mean_help(wanted, fields.split(", ").filter(|field| !field.is_empty()));
        let finding = Diagnostic::error("template-error", format!("a template cannot be rendered: {first}"))
            .help(nearest.unwrap_or_else(|| "mend the template, or take your copy away to use the theme's own".into()));
        match self.place(report) {
            Some(span) => finding.at(span),
            None => {
                let named = self.files.iter().find(|(name, _)| report.contains(name.as_str()));
                let mut finding = finding.note(report.trim().to_owned());
                finding.span = named.map(|(_, (file, _))| Span::whole(*file));
                finding
            }
        }
    }

    /// The place that a report names: `--> NAME:LINE:COLUMN`, both from 1, of the first template of the site's own.
    fn place(&self, report: &str) -> Option<Span> {
        report.lines().filter_map(|line| line.trim().strip_prefix("--> ")).find_map(|place| {
            let mut parts = place.rsplitn(3, ':');
            let (column, line, name) =
                (parts.next()?.parse::<usize>().ok()?, parts.next()?.parse().ok()?, parts.next()?);
            let (file, text) = self.files.get(name)?;
            let line_start: usize = text.split_inclusive('\n').take(usize::checked_sub(line, 1)?).map(str::len).sum();
            let rest = &text[line_start..];
            let start = rest.char_indices().nth(column.checked_sub(1)?).map_or(rest.len(), |(at, _)| at);
            let word = rest[start..].find(|letter: char| !letter.is_alphanumeric() && letter != '_' && letter != '.');
            let length = word.unwrap_or(rest.len() - start).max(1).min(rest.len() - start);
            Some(Span::new(*file, line_start + start..line_start + start + length))
        })
    }
}
