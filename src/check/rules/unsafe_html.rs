//! HTML that could run a program.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Looks at the finished page, as a browser would, for addresses that run code, scripts and styles in the page, and
    /// characters that tools read in two ways. It always stops a build.
    ///
    /// # Why it matters
    /// A page that carries a stranger's program can show wrong numbers, or tell somebody what a reader is looking at.
    ///
    /// # Example
    /// ```text
    /// <a href="javascript:…">, <p onclick="…">, <p style="…">
    /// ```
    ///
    /// # Use instead
    /// ```text
    /// <a href="/help/">
    /// ```
    ///
    /// # What it cannot see
    /// What files of the theme do.
    "unsafe-html" Error
}
