//! Sensitive pages that nobody can leave quickly.

use super::super::rule::rule;
use crate::check::HtmlContext;
use crate::diagnostic::Diagnostic;

rule! {
    /// # What it does
    /// Reports a sensitive page whose finished HTML has no "Leave this site": a template of the site's own theme left
    /// it out, or `exit` in `[sensitive]` is empty.
    ///
    /// # Why it matters
    /// Somebody may come in while they read. The button, and Shift pressed three times, take the page away at once.
    /// GOV.UK Design System, Exit a page quickly.
    ///
    /// # Example
    /// ```html
    /// {% block banner %}our own header{% endblock banner %}
    /// ```
    ///
    /// # Use instead
    /// ```html
    /// {% block banner %}our own header{{ super() }}{% endblock banner %}
    /// ```
    ///
    /// # What it cannot see
    /// Whether the page that it leads to is harmless.
    "sensitive-without-exit" Warning checks [Html(check)]
}

fn check(context: &HtmlContext<'_>, found: &mut Vec<Diagnostic>) {
    let (page, site) = (context.page, context.site);
    if !page.common.sensitive || !page.is_public() {
        return;
    }
    let has_exit = context.document.named("a").any(|link| {
        link.has("data-exit") && link.raw("href").is_some_and(|href| !href.is_empty() && !href.starts_with('#'))
    });
    if !has_exit {
        let help = if site.settings.exit.is_empty() {
            "write `exit` in `[sensitive]` of site.toml: an address that is harmless to be seen with"
        } else {
            "take `base.html` of the built-in theme into yours, or put back what it has under `page.sensitive`"
        };
        found.push(
            context.place(RULE.finding("this page is sensitive, and has no \"Leave this site\"").help(help), None),
        );
    }
}
