//! A page's words as a checker reads them: by paragraph, item and cell, each with where it was written.
//!
//! `load::markdown` writes it while it reads a body, so that no rule has to read the Markdown again. It lives as long as
//! its page's turn and is never kept.

use std::ops::Range;

use crate::source::{FileId, Span};

/// A page's words, and where each stands in its file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Prose {
    /// The words of all blocks. A line end within a block is one that its author asked for.
    pub text: String,
    /// The blocks in order.
    pub blocks: Vec<Block>,
    /// What is marked in them, in the order in which it begins.
    pub marks: Vec<Mark>,
    /// Where pieces of the text were written, in order.
    pieces: Vec<Piece>,
    /// The page's file.
    file: Option<FileId>,
}

/// A stretch of words that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its words, in bytes of the text.
    pub range: Range<usize>,
    /// Where it was written, in bytes of the file.
    pub written: Range<usize>,
    /// Whether they are somebody's own words: a quotation, or what a carer says.
    pub is_said: bool,
    /// The language that its author marked it with.
    pub language: Option<String>,
    /// Whether its author said in which direction it runs.
    pub has_direction: bool,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// A value of the page's front matter, by its key.
    Front(&'static str),
    /// A heading and its level.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// The words of a list's item.
    Item,
    /// A cell of a table: whether it stands in the first row, and its column from 0.
    Cell(bool, u16),
    /// The title of a component.
    Title,
}

/// Words that are marked.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// How.
    pub kind: MarkKind,
    /// The words, in bytes of the text; empty for a picture.
    pub range: Range<usize>,
    /// Where it was written with its marks, in bytes of the file.
    pub written: Range<usize>,
    /// Where it leads, or the language it is in; empty for others.
    pub target: String,
}

/// How words are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// Bold.
    Strong,
    /// Italic.
    Emphasis,
    /// Underlined.
    Underline,
    /// Code, an address, or what is to be typed.
    Code,
    /// A link.
    Link,
    /// A picture.
    Image,
    /// In a language of its own.
    Language,
    /// In a language of its own, with its direction.
    Directed,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Piece {
    text: usize,
    length: usize,
    from: usize,
    to: usize,
}

impl Prose {
    /// Begins the words of a file.
    pub fn new(file: FileId) -> Self {
        Self { file: Some(file), ..Self::default() }
    }

    /// Adds words to what is written, and says where they stand in the file.
    pub fn push(&mut self, words: &str, written: Range<usize>) {
        self.pieces.push(Piece { text: self.text.len(), length: words.len(), from: written.start, to: written.end });
        self.text.push_str(words);
    }

    /// The words of a block.
    pub fn words(&self, block: &Block) -> &str {
        &self.text[block.range.clone()]
    }

    /// Where a stretch of the text was written, in bytes of the file.
    pub fn written(&self, range: Range<usize>) -> Range<usize> {
        let piece = |at: usize| {
            let index = self.pieces.partition_point(|piece| piece.text <= at).checked_sub(1)?;
            Some(self.pieces[index])
        };
        // What was written otherwise than it reads, such as a curly mark, has only its whole to point at.
        let is_same = |piece: &Piece| piece.length == piece.to - piece.from;
        let start = match piece(range.start) {
            Some(piece) if is_same(&piece) => (piece.from + (range.start - piece.text)).min(piece.to),
            Some(piece) => piece.from,
            None => 0,
        };
        let end = match piece(range.end.max(range.start + 1) - 1) {
            Some(piece) if is_same(&piece) => (piece.from + (range.end.max(range.start) - piece.text)).min(piece.to),
            Some(piece) => piece.to,
            None => start,
        };
        start..end.max(start)
    }

    /// The same as a place that a finding can point at.
    pub fn span(&self, range: Range<usize>) -> Span {
        self.place(self.written(range))
    }

    /// Bytes of the file as a place that a finding can point at.
    pub fn place(&self, written: Range<usize>) -> Span {
        Span::new(self.file.unwrap_or(FileId(0)), written)
    }

    /// The marks that begin in a block.
    pub fn marks_of(&self, block: &Block) -> &[Mark] {
        let start = self.marks.partition_point(|mark| mark.written.start < block.written.start);
        let end = self.marks.partition_point(|mark| mark.written.start < block.written.end);
        &self.marks[start..end.max(start)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_where_they_were_written() {
        let mut prose = Prose::new(FileId(3));
        prose.push("It", 10..12);
        prose.push("’", 12..13);
        prose.push("s here", 13..19);
        prose.text.push('\n');
        assert_eq!(prose.written(0..6), 10..14);
        assert_eq!(prose.written(6..10), 14..18);
        assert_eq!(prose.written(2..5), 12..13);
        assert_eq!(prose.span(7..11), Span::new(FileId(3), 15..19));
    }
}
