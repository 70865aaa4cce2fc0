//! A script written into a page.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a `<script>` in the text of a page. It is taken out.
    ///
    /// # Why it matters
    /// A script can watch what a reader does and tell others. Pages of this site work without any.
    ///
    /// # Example
    /// ```md
    /// <script src="https://example.com/widget.js"></script>
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// [Check your benefits](https://example.com/) (opens the calculator on its own site)
    /// ```
    ///
    /// # What it cannot see
    /// Scripts in files of the theme.
    "raw-script" Error
}
