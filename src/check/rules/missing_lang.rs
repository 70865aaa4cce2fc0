//! Pages that do not say their language.

use super::super::rule::rule;
use crate::check::{FinishedContext, HtmlContext};
use crate::diagnostic::Diagnostic;
use crate::html::Name;

rule! {
    /// # What it does
    /// Reports a page whose `<html>` names no language, or another than the page's own.
    ///
    /// # Why it matters
    /// A screen reader picks its voice by it: Polish read out by an English voice is noise.
    /// Browsers use it to offer a translation and to break words.
    /// WCAG 2.2, 3.1.1 Language of Page (A).
    ///
    /// # Example
    /// ```html
    /// <html>
    /// ```
    ///
    /// # Use instead
    /// ```html
    /// <html lang="{{ page.lang }}" dir="{{ page.dir }}">
    /// ```
    ///
    /// # What it cannot see
    /// Whether the text is in the language that its file name says.
    "missing-lang" Error act ["b5c3f8"] checks [Html(check_site), Finished(check)]
}

const HELP: &str = "write `<html lang=\"{{ page.lang }}\">` in the template";

fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    let root = context.document.all(Name::Html).next();
    let is_said = root.is_some_and(|root| root.raw("lang").is_some_and(|tag| !tag.trim_ascii().is_empty()));
    if context.document.is_whole() && !is_said {
        let finding = RULE.finding("the page does not say its language");
        let help = context.help(HELP, "write `<html lang=\"en\">` where it is in English");
        found.push(context.place(finding, root.as_ref()).help(help));
    }
}

/// Whether the language is the one that the page has by its file name.
fn check_site(context: &HtmlContext<'_>, found: &mut Vec<Diagnostic>) {
    let Some(root) = context.document.all(Name::Html).next() else {
        return;
    };
    let written = root.attribute("lang").unwrap_or_default();
    let languages = &context.site.settings.languages;
    let own = languages.get(usize::from(context.page.variant.language)).map_or("en", |language| language.code.as_str());
    let matches = written.eq_ignore_ascii_case(own)
        || written.get(..own.len() + 1).is_some_and(|start| start.to_lowercase() == format!("{own}-"));
    if !matches && !written.trim().is_empty() {
        let message = format!("the page says that its language is `{}`, and it is `{own}`", written.trim());
        found.push(context.report_as(&RULE, &[], &root, message).help(HELP));
    }
}
