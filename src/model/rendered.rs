//! What a rendered page hands to lists and to the index.

use super::{PageId, PlainText};

/// A page as it stands in lists.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Card {
    /// Its finished HTML.
    pub html: String,
}

/// A page as the index takes it in.
#[derive(Clone, Debug, PartialEq)]
pub struct SearchText {
    /// The page.
    pub page: PageId,
    /// Its words, a section at a time.
    pub text: PlainText,
}
