//! What was learnt of a page while its text was in hand; kept when the text is gone.

use super::{PageId, Progress};
use crate::data::Figure;
use crate::source::{FileId, Span};

/// What the checks across pages, the sink and late pages need of a page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PageFacts {
    /// Its headings in order.
    pub outline: Vec<Heading>,
    /// Its links to pages of the site.
    pub links: Vec<LinkUse>,
    /// The files it shows or links to.
    pub files: Vec<FileUse>,
    /// Every `id` in its finished HTML.
    pub ids: Vec<String>,
    /// The number of words of its body.
    pub words: u32,
    /// Contact records it uses.
    pub contacts: Vec<String>,
    /// Addresses of other sites it links to.
    pub external: Vec<(String, Option<Span>)>,
    /// Origins of the frames that a reader may put into it.
    pub frames: Vec<&'static str>,
    /// The videos in its text whose length is known.
    pub videos: Vec<VideoUse>,
    /// The figures that readers act on: phone numbers, prices, dates and times.
    pub figures: Vec<(Figure, Span)>,
    /// Its bare numbers that may be times of day: minutes after midnight or noon.
    pub hours: Vec<u16>,
    /// The terms of the glossary that are explained on it.
    pub terms: Vec<PageId>,
    /// What it promises and measures.
    pub progress: Progress,
}

/// A heading of a page's body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 2 to 6; 1 where an author wrote it by mistake.
    pub level: u8,
    /// Its id on the page.
    pub id: String,
    /// Its words.
    pub text: String,
    /// Where it was written.
    pub span: Span,
}

/// A link to a page of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkUse {
    /// The page it leads to.
    pub to: PageId,
    /// The heading on that page, without `#`.
    pub fragment: Option<String>,
    /// Where it was written.
    pub span: Option<Span>,
}

/// A file that a page uses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileUse {
    /// The file.
    pub file: FileId,
    /// Where that was written.
    pub span: Option<Span>,
}

/// A video in the text of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VideoUse {
    /// How long it plays.
    pub seconds: u32,
    /// Whether it has chapters.
    pub has_chapters: bool,
    /// Where it was written.
    pub span: Span,
}

/// A page's words without marks, for the index.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlainText {
    /// The words before the first heading come first, with an empty heading.
    pub sections: Vec<PlainSection>,
}

/// The words below one heading.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlainSection {
    /// The id of the heading; empty before the first one.
    pub id: String,
    /// The heading; empty before the first one.
    pub heading: String,
    /// The words below it.
    pub text: String,
}
