//! Pictures that do not say how large they are.

use super::super::rule::rule;
use super::heavy_image;
use crate::check::PageContext;
use crate::diagnostic::Diagnostic;
use crate::model::MarkKind;

rule! {
    /// # What it does
    /// Reports a picture whose file does not tell its width and height, most often an SVG without `width` and
    /// `height` or `viewBox`.
    ///
    /// # Why it matters
    /// The browser cannot keep its place free. When it comes, the text jumps, and somebody presses the wrong link.
    /// web.dev, Cumulative Layout Shift.
    ///
    /// # Example
    /// ```svg
    /// <svg xmlns="http://www.w3.org/2000/svg">
    /// ```
    ///
    /// # Use instead
    /// ```svg
    /// <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 200">
    /// ```
    ///
    /// # What it cannot see
    /// Whether the size is right.
    "unsized-image" Warning checks [Page(check)]
}

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    for used in &context.facts.files {
        let is_shown =
            context.prose.marks.iter().any(|mark| {
                mark.kind == MarkKind::Image && used.span == Some(context.prose.place(mark.written.clone()))
            });
        let picture = context.site.asset(used.file);
        let is_unsized = picture.is_some_and(|(path, asset)| asset.size.is_none() && heavy_image::is_picture(path));
        if let Some(span) = used.span.filter(|_| is_unsized && is_shown) {
            found.push(
                RULE.finding("the file of this picture does not say how wide and high it is")
                    .at(span)
                    .help("save it again; an SVG needs `viewBox`, or `width` and `height` in pixels"),
            );
        }
    }
}
