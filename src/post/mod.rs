//! Finishes a rendered page: one lol_html pass in which every concern takes part, then `unmark`, `minify`, `safety`.
//!
//! Comes after `render` and before the sink; `check::html` looks at the page between [`page`] and [`unmark`]. A second
//! pass changes nothing. What a page says is left to `load` and `render`.

mod minify;
mod safety;
mod turn;
mod unmark;

pub use minify::minify;
pub use safety::safety;
pub use turn::Context;
pub use unmark::unmark;

use std::borrow::Cow;

use lol_html::{ElementContentHandlers, MemorySettings, Settings, rewrite_str};

use crate::diagnostic::Diagnostic;
use crate::model::{Page, Site};
use crate::source::Span;
use turn::Turn;

/// One thing that is done to every page: the elements it asks for, and what it does with them.
struct Concern {
    /// Whether this page holds anything for it; a page without tables is not searched for them.
    wanted: fn(&Turn<'_>) -> bool,
    /// The elements it asks for.
    selectors: &'static [&'static str],
    /// Its handlers for one page, one for each selector.
    handlers: for<'t> fn(&'t Turn<'t>) -> Vec<ElementContentHandlers<'t>>,
}

macro_rules! concerns {
    ($($module:ident),* $(,)?) => {
        $(mod $module;)*
        const CONCERNS: &[Concern] = &[$($module::CONCERN),*];
    };
}

// No two of these change the same attribute or the same text, so their order has no meaning yet.
concerns! {
    tables,
    links,
    images,
    directions,
    words,
}

/// A finished page that still carries its source marks.
#[derive(Clone, Debug)]
pub struct Posted {
    /// Its HTML.
    pub html: String,
    /// What could not be done.
    pub diagnostics: Vec<Diagnostic>,
}

/// Memory that one page may take up while it is rewritten, in bytes; lol_html itself sets no limit.
const MEMORY: usize = 64 << 20;

/// Runs every concern over a rendered page, in one pass.
///
/// HTML that cannot be rewritten is handed back as it was, with a finding.
pub fn page(html: &str, page: &Page, site: &Site, context: &Context) -> Posted {
    pass(Turn::new(html, page, site, context))
}

/// Runs every concern over a part of a page that lies outside of `main`, or holds neither words nor pictures.
pub fn part(html: &str, page: &Page, site: &Site, context: &Context) -> Posted {
    pass(Turn::of_part(html, page, site, context))
}

fn pass(turn: Turn<'_>) -> Posted {
    let (html, context, page) = (turn.html, turn.context, turn.page);
    let wanted = || CONCERNS.iter().zip(&context.selectors).filter(|(concern, _)| (concern.wanted)(&turn));
    if wanted().next().is_none() {
        return Posted { html: html.to_owned(), diagnostics: Vec::new() };
    }
    let memory = MemorySettings::new().with_max_allowed_memory_usage(MEMORY);
    let settings = Settings::new().with_strict(false).with_memory_settings(memory);
    let settings = wanted()
        .flat_map(|(concern, selectors)| selectors.iter().map(Cow::Borrowed).zip((concern.handlers)(&turn)))
        .fold(settings, Settings::append_element_content_handler);
    match rewrite_str(html, settings) {
        Ok(html) => Posted { html, diagnostics: Vec::new() },
        Err(error) => Posted { html: html.to_owned(), diagnostics: vec![tangled(page, &error.to_string())] },
    }
}

fn tangled(page: &Page, why: &str) -> Diagnostic {
    let finding = Diagnostic::warning("tangled-html", format!("the HTML of {} could not be finished", page.address))
        .help("take out the HTML that was written by hand on this page, a piece at a time")
        .note("tables, pictures and glossary words stay as they were written")
        .note(why.to_owned());
    match &page.origin {
        Some(origin) => finding.at(Span::whole(origin.file)),
        None => finding,
    }
}

#[cfg(test)]
mod tests;
