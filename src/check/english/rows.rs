//! The rows of an Easy Read page, as its words say them: a picture, and the sentences beside it.

use std::ops::Range;

use super::English;
use crate::model::{BlockKind, MarkKind};

/// A row.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// Whether it begins with a picture.
    pub has_picture: bool,
    /// The picture, in bytes of the file.
    pub picture: Option<Range<usize>>,
    /// Its first words, in bytes of the file.
    pub written: Range<usize>,
    /// How many sentences it holds, headings left out.
    pub sentences: usize,
}

/// The rows in order. A picture that stands by itself begins one, and so does a heading.
pub fn rows(english: &English<'_>) -> Vec<Row> {
    let prose = english.prose;
    let mut rows = vec![Row::default()];
    let mut counts = vec![0; prose.blocks.len()];
    for sentence in &english.sentences {
        counts[sentence.block] += 1;
    }
    for (block, count) in prose.blocks.iter().zip(counts) {
        let picture = prose.marks_of(block).iter().find(|mark| mark.kind == MarkKind::Image);
        let last = rows.len() - 1;
        match block.kind {
            BlockKind::Front(_) | BlockKind::Title => {}
            BlockKind::Heading(_) => rows.push(Row::default()),
            _ if picture.is_some() && prose.words(block).trim().is_empty() => {
                let row =
                    Row { has_picture: true, picture: picture.map(|mark| mark.written.clone()), ..Row::default() };
                // A heading goes with the picture that follows it.
                if rows[last].sentences == 0 && !rows[last].has_picture { rows[last] = row } else { rows.push(row) }
            }
            _ => {
                let row = &mut rows[last];
                if row.sentences == 0 {
                    row.written = block.written.clone();
                }
                row.has_picture |= picture.is_some();
                row.sentences += count;
            }
        }
    }
    rows
}
