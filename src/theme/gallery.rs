//! The gallery of components: a page for each, with what an author may write and every example, as Markdown.
//!
//! Documentation, tests and audits show the same pages. They are content like any other: a site that takes them in has
//! the records and pages that examples name, and builds them in its own colours.

use super::{BodyKind, Component, Parameter, ParameterKind, Theme};

/// The pages of the gallery: paths below `content/` and their text.
pub fn gallery(theme: &Theme) -> Vec<(String, String)> {
    let summary = "Everything that can stand between colons in a page, with examples.";
    let door = ("components/_index.md".to_owned(), head("Components", summary));
    let pages =
        theme.components.values().map(|component| (format!("components/{}.md", component.name), page(component)));
    std::iter::once(door).chain(pages).collect()
}

fn head(title: &str, summary: &str) -> String {
    let quoted = summary.replace('\\', "\\\\").replace('"', "\\\"");
    format!("---\ntitle: \"{title}\"\nsummary: \"{quoted}\"\ntype: page\ncontents: false\n---\n")
}

/// The reference of components: each with what an author may write, and its examples as they are written.
pub fn reference(theme: &Theme) -> String {
    let mut text =
        "# Components\n\nEverything that can stand between colons in a page. This page is made from the theme; a \
                    test holds it.\n"
            .to_owned();
    for component in theme.components.values() {
        text.push_str(&format!("\n## {}\n\n{}\n{}", component.name, component.description, written(component, "###")));
        for (shows, markdown) in &component.examples {
            let markdown = markdown.trim_end();
            let fence = "`".repeat(longest_run(markdown, '`').max(2) + 1);
            text.push_str(&format!("\n### With {shows}\n\n{fence}md\n{markdown}\n{fence}\n"));
        }
    }
    text
}

/// What stands in a component, and what an author may write behind its name.
fn written(component: &Component, marks: &str) -> String {
    let mut text = format!("\nBetween its colons stands {}.", body(component.body));
    if !component.inside.is_empty() {
        text.push_str(&format!(" It must stand inside `{}`.", component.inside.join("` or `")));
    }
    text.push('\n');
    if !component.parameters.is_empty() {
        text.push_str(&format!(
            "\n{marks} What you may write behind its name\n\n| name | what | meaning |\n| --- | --- | --- |\n"
        ));
        component.parameters.iter().for_each(|parameter| text.push_str(&row(parameter)));
    }
    text
}

fn page(component: &Component) -> String {
    let mut text = head(&component.name, &component.description);
    text.push_str(&written(component, "##"));
    for (shows, markdown) in &component.examples {
        let markdown = markdown.trim_end();
        let fence = "`".repeat(longest_run(markdown, '`').max(2) + 1);
        let colons = ":".repeat(longest_run(markdown, ':').max(3) + 1);
        text.push_str(&format!(
            "\n## With {shows}\n\n{markdown}\n\n{colons} details title=\"How this is written\"\n{fence}\n{markdown}\n{fence}\n{colons}\n"
        ));
    }
    text
}

fn body(body: BodyKind) -> &'static str {
    match body {
        BodyKind::Markdown => "text, and other components",
        BodyKind::None => "nothing",
        BodyKind::Table => "a table",
        BodyKind::NumberTable => "a table of numbers, whose first column names them",
        BodyKind::DatedTable => "text, and perhaps a table of days and numbers",
        BodyKind::List => "a list",
        BodyKind::OrderedList => "a numbered list",
    }
}

fn row(parameter: &Parameter) -> String {
    let kind = match &parameter.kind {
        ParameterKind::Text => "words".to_owned(),
        ParameterKind::Number => "a number".to_owned(),
        ParameterKind::Date => "a year, a month or a day".to_owned(),
        ParameterKind::Choice(words) => words.join(", "),
        ParameterKind::Contact => "the id of a contact".to_owned(),
        ParameterKind::Page => "a page".to_owned(),
        ParameterKind::File => "a file".to_owned(),
        ParameterKind::Video => "a video file, or its address at another host".to_owned(),
        ParameterKind::Audio => "a sound file".to_owned(),
        ParameterKind::Flag => "yes or no".to_owned(),
    };
    let must = if parameter.required { " (needed)" } else { "" };
    format!("| `{}`{must} | {kind} | {} |\n", parameter.name, parameter.doc.replace('|', "\\|"))
}

/// The length of the longest run of a letter.
fn longest_run(text: &str, letter: char) -> usize {
    text.split(|other| other != letter).map(str::len).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_component_has_a_page_with_each_of_its_examples() {
        let theme = Theme::new(&[], &mut Vec::new());
        let pages = gallery(&theme);
        assert_eq!(pages.len(), theme.components.len() + 1);
        for component in theme.components.values() {
            let path = format!("components/{}.md", component.name);
            let (_, text) = pages.iter().find(|(other, _)| *other == path).expect("it has a page");
            for (shows, markdown) in &component.examples {
                assert!(text.contains(&format!("## With {shows}\n")), "{path}");
                assert_eq!(text.matches(markdown.trim_end()).count(), 2, "{path}: shown, and as it is written");
            }
            assert!(component.parameters.iter().all(|parameter| text.contains(&format!("| `{}`", parameter.name))));
        }
    }
}
