//! What assistive technology calls an element (accname 1.2 with the sources of HTML-AAM), as far as a file can tell.

use super::super::{Document, Element, Name, Piece, collapse, decode, is_inline};
use super::{Access, INVISIBLE, SKIPPED, UNRENDERED};

/// Names are told apart up to this length; nobody listens longer.
const LONGEST: usize = 20_000;

/// Elements and texts that are read for one name, so that names within names without end take no time without end.
const FARTHEST: usize = 2_000;

/// Elements that one `aria-labelledby` may name.
const MOST_IDS: usize = 100;

/// How names are gathered.
#[derive(Clone, Copy)]
struct Way {
    /// Whether hidden parts count, as they do where a hidden element is pointed at.
    takes_hidden: bool,
    /// Whether another `aria-labelledby` is followed.
    follows: bool,
}

impl<'a> Access<'a> {
    /// Its accessible name, with single spaces; empty where it has none.
    pub fn name(&self, element: &Element<'_, 'a>) -> String {
        self.name_by(element, Way { takes_hidden: false, follows: true })
    }

    /// Whether it has an accessible name; quicker than asking for it. Of something very large that is taken for granted.
    pub fn has_name(&self, element: &Element<'_, 'a>) -> bool {
        let is_said = |name: &str| element.attribute(name).is_some_and(|value| !value.trim().is_empty());
        if is_said("aria-label") {
            return true;
        }
        let by_content = self.is_named_by_content(element);
        let is_far = by_content && element.order_after() - element.order() > FARTHEST;
        (by_content && self.has_words(element)) || is_far || !self.name(element).is_empty()
    }

    /// Whether a letter of text in it reaches assistive technology.
    pub fn has_words(&self, element: &Element<'_, 'a>) -> bool {
        let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || byte >= 0x80;
        element.pieces().take(FARTHEST).any(|piece| match piece {
            // What begins with a mark is looked at more closely.
            Piece::Text(words, index) => {
                self.states[index].flags & (UNRENDERED | INVISIBLE | SKIPPED) == 0
                    && words.trim_ascii_start().bytes().next().is_some_and(|byte| byte.is_ascii() && is_letter(byte))
            }
            Piece::Element(_) => false,
        })
    }

    fn is_named_by_content(&self, element: &Element<'_, 'a>) -> bool {
        self.role(element).is_named_by_content()
            || matches!(element.kind(), Name::Summary | Name::Label | Name::Legend | Name::Caption | Name::Figcaption)
    }

    fn name_by(&self, element: &Element<'_, 'a>, way: Way) -> String {
        let said = self.said(element, way);
        if !said.is_empty() {
            return said;
        }
        let native = self.native(element, way);
        if !native.is_empty() {
            return native;
        }
        if self.is_named_by_content(element) && !matches!(element.kind(), Name::Input | Name::Select | Name::Textarea) {
            let content = self.content(element, way);
            if !content.is_empty() {
                return content;
            }
        }
        for name in ["title", "placeholder", "aria-placeholder"] {
            // A drawing has no tooltip but its `<title>`.
            let counts =
                name == "title" && !element.is_foreign() || matches!(element.kind(), Name::Input | Name::Textarea);
            let value = attribute(element, name);
            if counts && !value.is_empty() {
                return value;
            }
        }
        String::new()
    }

    /// What ARIA says.
    fn said(&self, element: &Element<'_, 'a>, way: Way) -> String {
        if way.follows
            && let Some(ids) = element.attribute("aria-labelledby")
        {
            let mut name = String::new();
            for id in ids.split_ascii_whitespace().take(MOST_IDS) {
                if name.len() > LONGEST {
                    break;
                }
                if let Some(other) = self.by_id(element.document(), id) {
                    name.push(' ');
                    name.push_str(&self.pointed_at(&other));
                }
            }
            let name = collapse(&name);
            if !name.is_empty() {
                return name;
            }
        }
        attribute(element, "aria-label")
    }

    /// What an element adds to the name of another that points at it.
    fn pointed_at(&self, element: &Element<'_, 'a>) -> String {
        let is_hidden = self.is_hidden(element);
        let way = Way { takes_hidden: is_hidden, follows: false };
        let said = attribute(element, "aria-label");
        if !said.is_empty() {
            return said;
        }
        let native = self.native(element, way);
        if !native.is_empty() {
            return native;
        }
        let value = embedded(element);
        if !value.is_empty() {
            return value;
        }
        let content = self.content(element, way);
        if content.is_empty() { attribute(element, "title") } else { content }
    }

    /// What HTML says: labels, captions, text alternatives.
    fn native(&self, element: &Element<'_, 'a>, way: Way) -> String {
        use Name::*;
        if element.is_foreign() {
            let title = element.children().find(|child| child.kind() == Title);
            let title = title.map(|title| title.text()).unwrap_or_default();
            return if title.is_empty() { attribute(element, "xlink:title") } else { title };
        }
        match element.kind() {
            Img => {
                let alt = attribute(element, "alt");
                if alt.is_empty() && !element.has("alt") && attribute(element, "title").is_empty() {
                    return self.of_figure(element, way);
                }
                alt
            }
            Area => attribute(element, "alt"),
            Input => self.of_input(element, way),
            Select | Textarea | Meter | Output | Progress | Button => self.of_labels(element, way),
            Table => self.of_child(element, Caption, way),
            Fieldset => self.of_child(element, Legend, way),
            Figure => self.of_child(element, Figcaption, way),
            _ => String::new(),
        }
    }

    fn of_input(&self, element: &Element<'_, 'a>, way: Way) -> String {
        let labels = self.of_labels(element, way);
        if !labels.is_empty() {
            return labels;
        }
        let kind = element.raw("type").unwrap_or("").trim_ascii().to_ascii_lowercase();
        match kind.as_str() {
            "button" => attribute(element, "value"),
            "submit" if !element.has("value") => "Submit".into(),
            "reset" if !element.has("value") => "Reset".into(),
            "submit" | "reset" => attribute(element, "value"),
            "image" => attribute(element, "alt"),
            _ => String::new(),
        }
    }

    fn of_labels(&self, element: &Element<'_, 'a>, way: Way) -> String {
        let labels = self.labels(element.document());
        let index = element.order() as u32;
        let first = labels.partition_point(|(control, _)| *control < index);
        let mut name = String::new();
        for (_, label) in labels[first..].iter().take_while(|(control, _)| *control == index) {
            if let Some(label) = element.document().at(*label as usize) {
                let way = Way { takes_hidden: self.is_hidden(&label) || way.takes_hidden, follows: false };
                let said = attribute(&label, "aria-label");
                name.push(' ');
                name.push_str(&if said.is_empty() {
                    self.content_but(&label, way, Some(element.order()))
                } else {
                    said
                });
            }
        }
        collapse(&name)
    }

    /// Every control with its labels: those that name it by id, and those it lies in.
    fn labels(&self, document: &Document<'a>) -> &[(u32, u32)] {
        self.labels.get_or_init(|| {
            let mut labels = Vec::new();
            for label in document.all(Name::Label) {
                let control = match label.attribute("for") {
                    Some(id) => self.by_id(document, &id),
                    None => label.descendants().find(is_labelable),
                };
                if let Some(control) = control.filter(is_labelable) {
                    labels.push((control.order() as u32, label.order() as u32));
                }
            }
            labels.sort_unstable();
            labels
        })
    }

    fn of_child(&self, element: &Element<'_, 'a>, kind: Name, way: Way) -> String {
        let child = element.children().find(|child| child.kind() == kind);
        child.map(|child| self.content(&child, way)).unwrap_or_default()
    }

    /// A picture that is alone in its figure is called what the figure is.
    fn of_figure(&self, image: &Element<'_, 'a>, way: Way) -> String {
        let Some(figure) = image.ancestors().take(3).find(|outer| outer.kind() == Name::Figure) else {
            return String::new();
        };
        let Some(caption) = figure.children().find(|child| child.kind() == Name::Figcaption) else {
            return String::new();
        };
        let inside = caption.order()..caption.order_after();
        if inside.contains(&image.order()) {
            return String::new(); // what it is called would be made of what it is called
        }
        let is_alone = figure.pieces().all(|piece| match piece {
            Piece::Text(words, index) => inside.contains(&index) || words.trim().is_empty(),
            Piece::Element(other) => {
                inside.contains(&other.order())
                    || other.order() == image.order()
                    || matches!(other.kind(), Name::Picture | Name::Source | Name::A | Name::Div)
            }
        });
        if is_alone { self.content(&caption, way) } else { String::new() }
    }

    fn content(&self, element: &Element<'_, 'a>, way: Way) -> String {
        self.content_but(element, way, None)
    }

    /// The words of what lies in an element, but for one control that it labels.
    fn content_but(&self, element: &Element<'_, 'a>, way: Way, without: Option<usize>) -> String {
        let document = element.document();
        let mut name = String::new();
        let mut index = element.order() + 1;
        let end = element.order_after().min(index + FARTHEST);
        while index < end && name.len() < LONGEST {
            let state = self.states[index];
            let is_hidden = state.flags & (UNRENDERED | INVISIBLE | SKIPPED) != 0 && !way.takes_hidden;
            let Some(inner) = document.at(index) else {
                if !is_hidden {
                    name.push_str(&decode(beginning(document.words_at(index))));
                }
                index += 1;
                continue;
            };
            if !is_inline(inner.name()) && inner.kind() != Name::Input {
                name.push(' ');
            }
            // What is invisible can hold what is visible again; all else that is hidden hides what is in it.
            let is_gone = is_hidden && state.flags & (UNRENDERED | SKIPPED) != 0;
            if is_gone || without == Some(index) || never_read(&inner) {
                index = inner.order_after();
                continue;
            }
            let said = if is_hidden { None } else { self.inner(&inner, way) };
            match said {
                Some(said) => {
                    // Words and pictures that stand beside each other are read as words of their own.
                    let is_apart = !is_inline(inner.name()) || matches!(inner.kind(), Name::Img | Name::Svg);
                    name.push_str(if is_apart { " " } else { "" });
                    name.push_str(&said);
                    name.push_str(if is_apart { " " } else { "" });
                    index = inner.order_after();
                }
                None => index += 1,
            }
        }
        collapse(&name)
    }

    /// What an element within another adds to its name, where that is not simply the words in it. What was read of its
    /// inside is not read again: names within names would take twice the time at each level.
    fn inner(&self, element: &Element<'_, 'a>, way: Way) -> Option<String> {
        if element.has("aria-labelledby") || element.has("aria-label") {
            let said = self.said(element, way);
            if !said.is_empty() {
                return Some(said);
            }
        }
        match element.kind() {
            // What is decoration adds nothing, whatever its `alt` says.
            Name::Img if self.role(element).is_none() => Some(String::new()),
            Name::Img | Name::Svg | Name::Area => {
                let native = self.native(element, way);
                let name = if native.is_empty() { attribute(element, "title") } else { native };
                // The letters of a drawing are no words of a name.
                Some(name)
            }
            Name::Input | Name::Select | Name::Textarea => Some(embedded(element)),
            Name::Iframe | Name::Object | Name::Video | Name::Audio => Some(attribute(element, "title")),
            _ if element.has("title") => {
                let content = self.content(element, way);
                Some(if content.is_empty() { attribute(element, "title") } else { content })
            }
            _ => None,
        }
    }
}

/// As much of a text as a name is made of.
fn beginning(text: &str) -> &str {
    let mut end = text.len().min(LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

fn never_read(element: &Element<'_, '_>) -> bool {
    matches!(element.kind(), Name::Script | Name::Style | Name::Template | Name::Noscript)
}

/// What stands in a field within a name: its value (accname 1.2, 2C "Embedded Control").
fn embedded(element: &Element<'_, '_>) -> String {
    match element.kind() {
        Name::Input => {
            let kind = element.raw("type").unwrap_or("").trim_ascii().to_ascii_lowercase();
            match kind.as_str() {
                "checkbox" | "radio" | "hidden" | "file" | "password" => String::new(),
                "image" => attribute(element, "alt"),
                _ => attribute(element, "value"),
            }
        }
        Name::Textarea => element.text(),
        Name::Select => {
            let options = || element.descendants().filter(|option| option.kind() == Name::Option);
            let chosen = options().find(|option| option.has("selected")).or_else(|| options().next());
            chosen.map(|option| option.text()).unwrap_or_default()
        }
        _ => String::new(),
    }
}

fn attribute(element: &Element<'_, '_>, name: &str) -> String {
    element.attribute(name).map(|value| collapse(&value)).unwrap_or_default()
}

/// Elements that a label can be for (HTML, 4.10.2 "labelable").
fn is_labelable(element: &Element<'_, '_>) -> bool {
    use Name::*;
    match element.kind() {
        Button | Meter | Output | Progress | Select | Textarea => true,
        Input => !element.says("type", "hidden"),
        _ => false,
    }
}
