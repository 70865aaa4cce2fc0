//! Sayings whose words do not mean what they say.

use super::super::rule::rule;
use crate::check::PageContext;
use crate::check::context::say;
use crate::check::english::List;
use crate::diagnostic::Diagnostic;
use crate::model::Form;

rule! {
    /// # What it does
    /// Reports sayings such as "at the end of the day" and, on Easy Read pages, verbs of two words such as "put off".
    /// It passes over names (words with capitals inside a sentence), words in quotation marks, and what carers say in
    /// their own words. Each is reported once a page. A site adds words, or takes them out, in
    /// `content/data/words.yaml`.
    ///
    /// # Why it matters
    /// People who learnt English later, and their phone's translator, read word for word. So do many autistic people.
    /// Home Office, Designing for users with limited English: no idioms and no phrasal verbs.
    ///
    /// # Example
    /// ```md
    /// The new service is in the pipeline.
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// The new service will open in May.
    /// ```
    ///
    /// # What it cannot see
    /// Sayings that are not in its list.
    "idiom" Advice checks [Page(check)]
}

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    if context.page.variant.form == Form::Easy {
        context.report_listed(&RULE, List::PhrasalVerb, found, |words, entry| {
            Some((format!("\"{words}\" does not mean what its words say"), say(&entry.plain)))
        });
    }
    context.report_listed(&RULE, List::Idiom, found, |words, entry| {
        Some((format!("\"{words}\" does not mean what its words say"), say(&entry.plain)))
    });
}
