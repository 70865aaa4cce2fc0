//! Opens and closes elements.

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Tag, TagEnd};

use super::escape;
use super::writer::Writer;
use crate::html::push_escaped;

/// How deep elements may stand in each other; with the layout and components around them they stay below the 256 that
/// `post` allows, since minify-html recurses.
const DEEPEST: usize = 192;

impl<'t> Writer<'_, '_, 't> {
    /// Writes an opening tag with its mark.
    pub(super) fn open(&mut self, tag: &str, range: &Range<usize>) {
        self.end_words();
        self.out.push_str(tag);
        self.mark(range);
        self.out.push('>');
    }

    /// Writes a closing tag and ends a line of plain words.
    fn close(&mut self, tag: &str) {
        self.out.push_str(tag);
        self.end_words();
    }

    /// Ends a line of plain words, so that those of the next element stand apart.
    fn end_words(&mut self) {
        if !self.body.plain.is_empty() && !self.body.plain.ends_with('\n') {
            self.body.plain.push('\n');
        }
    }

    pub(super) fn start(&mut self, tag: Tag<'t>, range: Range<usize>) {
        if self.image.is_some() {
            self.depth_in_image += 1;
            return;
        }
        self.depth += 1;
        if self.depth == 1 {
            self.kinds.anything = true;
        }
        if self.depth > DEEPEST {
            let range = self.in_body(&range);
            self.body.report_depth(range);
            return;
        }
        match tag {
            Tag::Paragraph => {
                let at = self.out.len();
                self.open("<p", &range);
                self.paragraph = (at, self.out.len());
            }
            Tag::Heading { level, id, .. } => self.open_heading(level, id, range),
            Tag::BlockQuote(kind) => self.open(quote(kind), &range),
            Tag::CodeBlock(kind) => self.open_code(&kind, &range),
            Tag::HtmlBlock => self.html.clear(),
            Tag::List(first) => self.open_list(first, &range),
            Tag::Item => self.open("<li", &range),
            Tag::FootnoteDefinition(label) => self.open_note(&label),
            Tag::DefinitionList => self.open("<dl", &range),
            Tag::DefinitionListTitle => self.open("<dt", &range),
            Tag::DefinitionListDefinition => self.open("<dd", &range),
            Tag::Table(alignments) => self.open_table(alignments, &range),
            Tag::TableHead => self.open_table_head(),
            Tag::TableRow => self.open_table_row(&range),
            Tag::TableCell => self.open_cell(),
            Tag::Emphasis => self.out.push_str("<em>"),
            Tag::Strong => {
                self.row_bold(true);
                self.out.push_str("<strong>");
            }
            Tag::Strikethrough => self.out.push_str("<del>"),
            Tag::Superscript => self.out.push_str("<sup>"),
            Tag::Subscript => self.out.push_str("<sub>"),
            Tag::Link { link_type, dest_url, title, .. } => self.open_link(link_type, dest_url, title, range),
            Tag::Image { dest_url, title, .. } => self.open_image(dest_url, title, range),
            Tag::MetadataBlock(_) => {}
        }
    }

    pub(super) fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        if self.image.is_some() && self.depth_in_image > 0 {
            self.depth_in_image -= 1;
            return;
        }
        self.depth -= 1;
        if self.depth >= DEEPEST {
            return;
        }
        match tag {
            TagEnd::Paragraph => self.close_paragraph(&range),
            TagEnd::Heading(level) => self.close_heading(level),
            TagEnd::BlockQuote(_) => self.close("</blockquote>\n"),
            TagEnd::CodeBlock => {
                self.in_code = false;
                self.close("</code></pre>\n");
            }
            TagEnd::HtmlBlock => self.close_html_block(&range),
            TagEnd::List(ordered) => self.close(if ordered { "</ol>\n" } else { "</ul>\n" }),
            TagEnd::Item => self.close("</li>\n"),
            TagEnd::FootnoteDefinition => self.close_note(),
            TagEnd::DefinitionList => self.close("</dl>\n"),
            TagEnd::DefinitionListTitle => self.close("</dt>\n"),
            TagEnd::DefinitionListDefinition => self.close("</dd>\n"),
            TagEnd::Table => {
                self.close("</tbody></table>\n");
                self.close_table();
            }
            TagEnd::TableHead => self.close_table_head(),
            TagEnd::TableRow => self.close("</tr>\n"),
            TagEnd::TableCell => self.close_cell(&range),
            TagEnd::Emphasis => self.out.push_str("</em>"),
            TagEnd::Strong => {
                self.row_bold(false);
                self.out.push_str("</strong>");
            }
            TagEnd::Strikethrough => self.out.push_str("</del>"),
            TagEnd::Superscript => self.out.push_str("</sup>"),
            TagEnd::Subscript => self.out.push_str("</sub>"),
            TagEnd::Link => self.close_link(),
            TagEnd::Image => self.close_image(),
            TagEnd::MetadataBlock(_) => {}
        }
    }

    fn close_paragraph(&mut self, range: &Range<usize>) {
        match self.caption.take() {
            Some(caption) if caption.end == self.out.len() => self.write_figure(&caption, range),
            _ => self.out.push_str("</p>"),
        }
        self.close("\n");
    }

    fn open_code(&mut self, kind: &CodeBlockKind<'t>, range: &Range<usize>) {
        self.in_code = true;
        self.open("<pre", range);
        self.out.push_str("<code");
        if let CodeBlockKind::Fenced(info) = kind
            && let Some(language) = info.split_whitespace().next()
        {
            self.out.push_str(" class=\"language-");
            push_escaped(&mut self.out, language);
            self.out.push('"');
        }
        self.out.push('>');
    }

    fn open_list(&mut self, first: Option<u64>, range: &Range<usize>) {
        if self.depth == 1 {
            self.kinds.ordered |= first.is_some();
            self.kinds.list |= first.is_none();
        }
        match first {
            None => self.open("<ul", range),
            Some(1) => self.open("<ol", range),
            Some(first) => {
                self.out.push_str("<ol start=\"");
                escape::number(&mut self.out, usize::try_from(first).unwrap_or(1));
                self.open("\"", range);
            }
        }
        self.out.push('\n');
    }
}

/// A quotation, or one of GitHub's notices, which look like the theme's own.
fn quote(kind: Option<BlockQuoteKind>) -> &'static str {
    match kind {
        None => "<blockquote",
        Some(BlockQuoteKind::Note | BlockQuoteKind::Tip) => "<blockquote class=\"signpost-note\"",
        Some(BlockQuoteKind::Important | BlockQuoteKind::Warning | BlockQuoteKind::Caution) => {
            "<blockquote class=\"signpost-note signpost-note--strong\""
        }
    }
}
