//! Pages that do not say their language.

use super::super::rule::rule;
use crate::check::HtmlContext;
use crate::diagnostic::Diagnostic;

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
    "missing-lang" Error act ["b5c3f8", "bf051a"] checks [Html(check)]
}

fn check(context: &HtmlContext<'_>, found: &mut Vec<Diagnostic>) {
    let Some(root) = context.document.named("html").next() else {
        return;
    };
    let written = root.attribute("lang").unwrap_or_default();
    let languages = &context.site.settings.languages;
    let own = languages.get(usize::from(context.page.variant.language)).map_or("en", |language| language.code.as_str());
    let matches = written.eq_ignore_ascii_case(own)
        || written.get(..own.len() + 1).is_some_and(|start| start.to_lowercase() == format!("{own}-"));
    if !matches {
        let message = match written.trim() {
            "" => "the page does not say its language".to_owned(),
            other => format!("the page says that its language is `{other}`, and it is `{own}`"),
        };
        found.push(
            context.report(&RULE, &root, message).help("write `<html lang=\"{{ page.lang }}\">` in the template"),
        );
    }
}
