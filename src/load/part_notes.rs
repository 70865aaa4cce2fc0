//! Footnotes of a page that is shown a section at a time: each section ends with those that it uses, by their numbers.

use crate::model::Node;

/// The notes of a page, as the writer ends it with them.
pub(super) struct Notes {
    /// What stands before the first note.
    opening: String,
    /// Each note, its number being its position from 1.
    items: Vec<String>,
}

const BEGIN: &str = "<section class=\"signpost-notes\"";
const END: &str = "</ol></section>\n";
const ITEM: &str = "<li id=\"note-";

/// Takes the notes off the end of a page; nothing where it has none.
pub(super) fn taken(nodes: &mut [Node]) -> Option<Notes> {
    let Some(Node::Html(html)) = nodes.last_mut() else {
        return None;
    };
    let notes = html.split_off(html.rfind(BEGIN)?);
    let items = notes.split(ITEM).skip(1).map(|item| format!("{ITEM}{}", item.trim_end_matches(END)));
    let opening = notes.split(ITEM).next().unwrap_or_default().to_owned();
    Some(Notes { opening, items: items.collect() })
}

impl Notes {
    /// The notes that a section uses; nothing where it uses none.
    pub(super) fn of(&self, nodes: &[Node]) -> Option<Node> {
        let mut html = String::new();
        for (position, item) in self.items.iter().enumerate() {
            let number = position + 1;
            if !holds(nodes, &format!("href=\"#note-{number}\"")) {
                continue;
            }
            let numbered = item.replacen("<li ", &format!("<li value=\"{number}\" "), 1);
            html.push_str(&match holds(nodes, &format!("id=\"note-{number}-from\"")) {
                true => numbered,
                false => without_way_back(&numbered, number),
            });
        }
        (!html.is_empty()).then(|| Node::Html(format!("{}{html}{END}", self.opening)))
    }
}

/// A note whose first use, to which it leads back, stands in another section.
fn without_way_back(item: &str, number: usize) -> String {
    let Some(start) = item.find(&format!(" <a href=\"#note-{number}-from\"")) else {
        return item.to_owned();
    };
    let end = item[start..].find("</a>").map_or(item.len(), |end| start + end + 4);
    [&item[..start], &item[end..]].concat()
}

/// Whether HTML in nodes, or in what their components hold, has a text.
fn holds(nodes: &[Node], text: &str) -> bool {
    nodes.iter().any(|node| match node {
        Node::Html(html) => html.contains(text),
        Node::Call(call) => {
            holds(&call.body.nodes, text) || call.table.as_ref().is_some_and(|table| table.html.contains(text))
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_section_has_its_own_notes_with_their_numbers() {
        let html = |text: &str| Node::Html(text.to_owned());
        let first = [html("<p>a<sup><a href=\"#note-1\" id=\"note-1-from\">[1]</a></sup></p>")];
        let second = [html(
            "<p>b<a href=\"#note-1\">[1]</a><a href=\"#note-2\" id=\"note-2-from\">[2]</a></p>\
             <section class=\"signpost-notes\"><ol>\n<li id=\"note-1\"><p>One <a href=\"#note-1-from\">up</a></p></li>\n\
             <li id=\"note-2\"><p>Two <a href=\"#note-2-from\">up</a></p></li>\n</ol></section>\n",
        )];
        let mut nodes = [first.to_vec(), second.to_vec()].concat();
        let notes = taken(&mut nodes).expect("it has notes");
        assert_eq!(
            notes.of(&nodes[..1]),
            Some(html(
                "<section class=\"signpost-notes\"><ol>\n<li value=\"1\" id=\"note-1\"><p>One <a href=\"#note-1-from\">up</a></p>\
                 </li>\n</ol></section>\n"
            ))
        );
        assert_eq!(
            notes.of(&nodes[1..]),
            Some(html(
                "<section class=\"signpost-notes\"><ol>\n<li value=\"1\" id=\"note-1\"><p>One</p></li>\n\
                 <li value=\"2\" id=\"note-2\"><p>Two <a href=\"#note-2-from\">up</a></p></li>\n</ol></section>\n"
            ))
        );
        assert_eq!(notes.of(&[html("<p>c</p>")]), None);
        assert!(taken(&mut [html("<p>c</p>")]).is_none());
    }
}
