//! Rules for the theme: its templates, its components and their examples, and what its styles weigh.

use std::io::Write as _;

use markup5ever_rcdom::{Handle, NodeData};
use signpost::theme::{Theme, reference};

use super::fail_where;
use crate::harness::{Failures, build, demonstration, demonstration_made, expect, files_below, folders, open, root};
use crate::outline;

/// Elements that hold boxes; minify-html deletes the white space between two inline elements directly in one.
const LAYOUT: &[&str] = &[
    "body", "div", "nav", "section", "main", "form", "figure", "header", "footer", "article", "aside", "ul", "ol", "dl",
];

const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "button", "cite", "code", "em", "i", "img", "input", "kbd", "label", "mark", "q", "s",
    "select", "small", "span", "strong", "sub", "sup", "time", "u",
];

/// Beginnings of messages of pages that are made in the main language alone: the accessibility statement, whose words
/// have weight in law, the progress page and the reports; and letters to providers.
const MAIN_ALONE: &[&str] = &["statement_", "progress_", "report_", "tally", "letter_"];

#[test]
fn every_language_has_every_message_with_every_plural_form() {
    let read = |code: &str| {
        let path = root().join(format!("themes/signpost/messages/{code}.ftl"));
        String::from_utf8(std::fs::read(path).expect("it is there")).expect("it is text")
    };
    let ids = |text: &str| -> Vec<String> {
        let is_id = |id: &str| id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        let lines = text.lines().filter_map(|line| Some(line.split_once(" =")?.0)).filter(|id| is_id(id));
        lines.map(str::to_owned).collect()
    };
    let english = ids(&read("en"));
    let mut found = Vec::new();
    // The plural categories of CLDR 46 besides "other".
    let plurals: [(&str, &[&str]); 4] = [
        ("pl", &["one", "few"]),
        ("ur", &["one"]),
        ("cy", &["zero", "one", "two", "few", "many"]),
        ("ar", &["zero", "one", "two", "few", "many"]),
    ];
    for (code, categories) in plurals {
        let text = read(code);
        let own = ids(&text);
        if !text.starts_with("# checked_by:") {
            found.push(format!("{code}.ftl: its first line says who checked it: `# checked_by:`"));
        }
        let missing =
            english.iter().filter(|id| !own.contains(id) && !MAIN_ALONE.iter().any(|start| id.starts_with(start)));
        found.extend(missing.map(|id| format!("{code}.ftl has no `{id}`")));
        found.extend(
            own.iter().filter(|id| !english.contains(id)).map(|id| format!("{code}.ftl: no template uses `{id}`")),
        );
        for count in text.split("->").skip(1) {
            let forms = count.split("*[other]").next().unwrap_or_default();
            let lacks = categories.iter().filter(|form| !forms.contains(&format!("[{form}]")));
            found.extend(lacks.map(|form| format!("{code}.ftl: a count has no `{form}` form: {}", forms.trim())));
        }
    }
    fail_where(&found, "a reader of every language meets every word in it");
}

#[test]
fn templates_put_no_bare_inline_siblings_into_boxes() {
    let mut found = Vec::new();
    for (path, bytes) in files_below(&root().join("themes/signpost")) {
        if path.ends_with(".html") {
            let template = String::from_utf8(bytes).expect("a template is text");
            let page = outline::parse(&without_tera(&template));
            siblings(&page.document, &path, &mut found);
        }
    }
    fail_where(&found, "put inline elements into a `p` or an `li`: the space between them is lost in a box");
}

/// A template with its values as one word, and its blocks gone.
fn without_tera(template: &str) -> String {
    let mut html = String::new();
    let mut rest = template;
    while let Some(at) = rest.find('{') {
        html.push_str(&rest[..at]);
        let (end, stands_for) = match rest.as_bytes().get(at + 1) {
            Some(b'{') => ("}}", "value"),
            // What a branch shows stands apart from what the other shows.
            Some(b'%') if rest[at + 2..].trim_start_matches(['-', ' ']).starts_with("el") => ("%}", "<wbr>"),
            Some(b'%') => ("%}", ""),
            Some(b'#') => ("#}", ""),
            _ => ("{", "{"),
        };
        html.push_str(stands_for);
        let skip = rest[at + 1..].find(end).map_or(rest.len(), |length| at + 1 + length + end.len());
        rest = if end == "{" { &rest[at + 1..] } else { &rest[skip..] };
    }
    html + rest
}

fn siblings(node: &Handle, path: &str, found: &mut Vec<String>) {
    let children = node.children.borrow();
    if outline::name(node).is_some_and(|name| LAYOUT.contains(&name)) {
        let is_inline = |child: &Handle| outline::name(child).is_some_and(|name| INLINE.contains(&name));
        let is_space =
            |child: &Handle| matches!(&child.data, NodeData::Text { contents } if contents.borrow().trim().is_empty());
        for three in children.windows(3) {
            if is_inline(&three[0]) && is_space(&three[1]) && is_inline(&three[2]) {
                let name = |child: &Handle| outline::name(child).unwrap_or_default().to_owned();
                found.push(format!(
                    "themes/signpost/{path}: <{}> and <{}> in <{}>",
                    name(&three[0]),
                    name(&three[2]),
                    name(node)
                ));
            }
        }
    }
    children.iter().for_each(|child| siblings(child, path, found));
}

#[test]
fn every_component_is_documented_and_its_examples_work() {
    let mut site = demonstration();
    let mut pages = Vec::new();
    let project = open(&site);
    for component in project.theme().components.values() {
        let name = &component.name;
        assert!(!component.examples.is_empty(), "{name}.yaml has no example");
        assert!(component.description.ends_with('.'), "{name}.yaml says in a sentence what it is for");
        assert!(
            component.parameters.iter().all(|parameter| !parameter.doc.is_empty()),
            "{name}.yaml: a manual for each"
        );
        for (number, (shows, markdown)) in component.examples.iter().enumerate() {
            let path = format!("content/guides/example-{name}-{number}.md");
            let text = format!(
                "---\ntitle: Example {number} of {name}, {shows}\nowner: Website team\n---\n\n## Example\n\n{markdown}\n"
            );
            for file in files_named(markdown) {
                let place = match file.strip_prefix('/') {
                    Some(below) => format!("content/{below}"),
                    None => path.replace(".md", &format!("/{file}")),
                };
                site.entry(place).or_insert_with(|| stand_in(file).to_vec());
            }
            site.insert(path.clone(), text.into_bytes());
            pages.push((name.clone(), path, format!("guides/example-{name}-{number}/index.html")));
        }
    }
    let made = build(&site);
    let mut found = Vec::new();
    for (name, path, output) in &pages {
        let said = made.report(|_, place| place == Some(path.as_str()));
        if !said.is_empty() {
            found.push(format!("{path}:\n{said}"));
        }
        let Some(html) = made.files.get(output) else { continue };
        let html = String::from_utf8_lossy(html);
        // A component shows itself by its own class, or by the furniture that it calls.
        let words = outline::outline(&html);
        if words.lines().count() < 3 {
            found.push(format!("{name}: its example shows nothing:\n{words}"));
        }
    }
    if !made.is_made && found.is_empty() {
        found.push(made.said.clone());
    }
    fail_where(&found, "the examples of every component can be published as they stand");
}

/// The first bytes of a file of the kind that a name says.
fn stand_in(name: &str) -> &'static [u8] {
    match name.rsplit('.').next() {
        Some("mp4") => b"\0\0\0\x10ftypisom\0\0\0\0",
        Some("webm") => &[0x1a, 0x45, 0xdf, 0xa3],
        Some("mp3") => b"ID3",
        Some("vtt") => b"WEBVTT\n\n00:00.000 --> 00:04.000\nIt was a chat at my own table.\n",
        _ => b"x",
    }
}

/// The files that an example names, which a page of its own does not have.
fn files_named(markdown: &str) -> impl Iterator<Item = &str> {
    let endings = [".mp4", ".webm", ".mp3", ".vtt", ".jpg", ".png", ".svg", ".pdf"];
    markdown
        .split(|letter: char| letter.is_whitespace() || "()\"=#".contains(letter))
        .filter(move |word| endings.iter().any(|ending| word.ends_with(ending)))
}

#[test]
fn the_page_of_all_components_is_what_the_theme_says() {
    let mut failures = Failures::default();
    let theme = Theme::new(&[], &mut Vec::new());
    expect(&root().join("docs/components.md"), &reference(&theme), &mut failures);
    failures.end();
}

#[test]
fn every_component_folder_is_whole() {
    let folder = root().join("themes/signpost/components");
    let files = files_below(&folder);
    let mut found = Vec::new();
    for name in folders(&folder) {
        for ending in ["html", "yaml"] {
            if !files.contains_key(&format!("{name}/{name}.{ending}")) {
                found.push(format!("{name}/{name}.{ending} is missing"));
            }
        }
    }
    for path in files.keys() {
        let (folder, file) = path.split_once('/').unwrap_or(("", path));
        let stem = file.split('.').next().unwrap_or_default();
        if stem != folder {
            found.push(format!("{path} is named after nothing"));
        }
    }
    fail_where(&found, "a component is a folder with its template and its YAML, all of its name");
}

/// What HTML, CSS and scripts may weigh together is measured in the browser suite; this is one style sheet alone.
const MOST_CSS: usize = 5 * 1024;

#[test]
fn styles_of_every_page_do_not_name_a_part() {
    let folder = root().join("themes/signpost");
    let files = files_below(&folder);
    let text = |path: &str| String::from_utf8_lossy(&files[path]).into_owned();
    let is_part = |path: &str| path.starts_with("parts/") || path.starts_with("components/");
    let (parts, common): (Vec<&String>, Vec<&String>) =
        files.keys().filter(|path| path.ends_with(".css")).partition(|path| is_part(path));
    let common: String = common.into_iter().map(|path| text(path)).collect();
    let mut found = Vec::new();
    for path in parts {
        let stem = path.rsplit('/').next().unwrap_or(path).trim_end_matches(".css");
        let name = format!(".signpost-{stem}");
        let names = common.split(&name).skip(1).filter(|rest| !rest.starts_with(char::is_alphanumeric));
        if names.count() > 0 {
            found.push(format!("themes/signpost/assets/*.css name {name}, which is the part {path}"));
        }
    }
    fail_where(&found, "a class that the styles of every page name does not call for the styles of its part");
}

#[test]
fn the_styles_stay_small() {
    let made = demonstration_made();
    let sheets: Vec<(&String, &Vec<u8>)> = made.files.iter().filter(|(path, _)| path.ends_with(".css")).collect();
    assert!(!sheets.is_empty(), "no style sheet was made:\n{}", made.said);
    for (path, css) in sheets {
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        packed.write_all(css).expect("memory takes it");
        let size = packed.finish().expect("memory takes it").len();
        assert!(size < MOST_CSS, "{path} is {size} bytes when packed, and may be {MOST_CSS}");
    }
}
