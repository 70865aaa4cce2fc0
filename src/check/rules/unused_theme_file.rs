//! A file of the theme that does nothing.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a file in the folder of the theme that takes the place of no file of the theme, and that nothing
    /// asks for: a template or picture that no template of the site's own names, a file of no component; and styles of a part or component that no page can call for, since they name no
    /// class that the styles of every page lack.
    ///
    /// # Why it matters
    /// A change that was meant for readers would not reach them.
    ///
    /// # Example
    /// ```text
    /// themes/signpost/templates/pages.html
    /// ```
    ///
    /// # Use instead
    /// ```text
    /// themes/signpost/templates/page.html
    /// ```
    ///
    /// # What it cannot see
    /// A file in the right place with the wrong content.
    "unused-theme-file" Warning
}
