//! Bodies read on a small site in memory.

mod components;
mod links;
mod text;

use std::sync::Arc;

use super::{Parsed, parse};
use crate::config;
use crate::diagnostic::Diagnostic;
use crate::load::{Input, front_matter, records, site, sort};
use crate::model::{Call, Node, Site};
use crate::source::{Files, Memory, Sources};
use crate::theme::Theme;

const SETTINGS: &str =
    "title = \"T\"\nbase_url = \"https://carers.example/sub/\"\nlanguages = [\"en\", \"pl\", \"so\"]\n";

const CONTACTS: &str = "\
hub:
  phones: [{ number: 01632960123, hours: 9am to 5pm }]
  text: 07700 900123
  email: hub@example.org
  website: https://www.example.org/
old: { phones: [{ number: 01632 960199 }], replaced_by: hub }
bare: { email: bare@example.org }
";

/// Pages that every test's site has.
const PAGES: &[(&str, &str)] = &[
    ("_index.md", "---\ntitle: Home\n---\n"),
    ("breaks.md", "---\ntitle: Breaks\naliases: [/rest/]\n---\n"),
    ("breaks.easy.md", "---\ntitle: Breaks\n---\n"),
    ("breaks.pl.md", "---\ntitle: Przerwy\n---\n"),
    ("money.md", "---\ntitle: Money\n---\n"),
    ("services/_index.md", "---\ntitle: Services\ntype: service\n---\n"),
    ("services/hub.md", "---\ntitle: Hub\n---\n"),
    ("draft.md", "---\ntitle: Draft\ndraft: yes\n---\n"),
    ("draft/secret.pdf", "x"),
    ("page/map.svg", "<svg>"),
    ("both.svg", "<svg>"),
    ("page/both.svg", "<svg>"),
    ("plan.pdf", "%PDF"),
    ("sums.xlsx", "x"),
    ("film.mp4", "x"),
];

/// Components of the tests' own theme: name and description.
const COMPONENTS: &[(&str, &str)] = &[
    (
        "box",
        "parameters: [{ name: title, type: text, required: true, doc: What it says. }, { name: open, type: flag }]",
    ),
    ("hold", "parameters: []"),
    ("part", "inside: [hold]"),
    ("ask", "body: none\nparameters: [{ name: id, type: contact, required: true }]"),
    ("path", "body: ordered list"),
    (
        "sum",
        "body: table\nparameters: [{ name: kind, type: choice, values: [bars, in line] }, { name: due, type: date }, { name: n, type: number }]",
    ),
    ("lead", "body: none\nparameters: [{ name: to, type: page }, { name: file, type: file }]"),
];

struct Fixture {
    site: Site,
    theme: Theme,
    memory: Memory,
}

impl Fixture {
    /// A site of the usual pages and one more.
    fn new(path: &str, text: &str) -> Self {
        let now = "2026-11-22T00:00:00Z".parse().expect("a moment");
        let mut memory = Memory::new([], now);
        memory.write("site.toml", SETTINGS);
        memory.write("content/data/contacts.yaml", CONTACTS);
        for (path, text) in PAGES.iter().copied().chain([(path, text)]) {
            memory.write(&format!("content/{path}"), text);
        }
        let mut files = Files::default();
        let mut found = Vec::new();
        let (list, _) = memory.list(&mut files).expect("memory can be listed");
        let walked = sort(&list, "signpost", &mut files, &mut found);
        let toml = walked.settings.expect("it was written");
        let raw = config::read(toml, SETTINGS, &mut found).expect("it is TOML");
        let settings = Arc::new(config::resolve(toml, SETTINGS, &raw, &[], &mut found));
        let records = records(&walked.data, &memory, &mut found);
        let mut pages = Vec::new();
        for (file, path) in &walked.pages {
            let bytes = memory.read(path).expect("it was written");
            let below = path.strip_prefix("content/").expect("pages lie there").to_owned();
            pages.extend(front_matter(*file, &bytes, &mut found).map(|front| (*file, below, front)));
        }
        let mut own = Vec::new();
        for (name, yaml) in COMPONENTS {
            for (ending, text) in [("html", ""), ("yaml", *yaml)] {
                let path = format!("components/{name}/{name}.{ending}");
                own.push((path.clone(), files.intern(&path), text.as_bytes().to_vec()));
            }
        }
        let theme = Theme::new(&own, &mut found);
        assert_eq!(found, [], "the fixture itself");
        let input = Input {
            settings,
            today: memory.today(),
            records,
            pages,
            assets: walked.assets,
            files: Arc::new(files),
            drafts: false,
        };
        let mut site = site(input, &mut Vec::new());
        if let Some(asset) = site.assets.get_mut("page/map.svg") {
            asset.size = Some((64, 48));
        }
        Self { site, theme, memory }
    }

    fn parse(&self, path: &str) -> Parsed {
        let bytes = self.memory.read(&format!("content/{path}")).expect("it was written");
        let text = String::from_utf8(bytes).expect("it is text");
        parse(self.site.page(self.site.by_path[path]), &text, &self.site, &self.theme)
    }
}

/// Reads a body on `page.md`, or on the variant of it with that name.
fn read_as(path: &str, body: &str) -> Parsed {
    Fixture::new(path, &format!("---\ntitle: Page\n---\n{body}")).parse(path)
}

fn read(body: &str) -> Parsed {
    read_as("page.md", body)
}

/// HTML without marks; a component as `{name: …}`.
fn html(nodes: &[Node]) -> String {
    let mut out = String::new();
    for node in nodes {
        match node {
            Node::Html(html) => {
                let mut parts = html.split(" data-sp=\"");
                out.push_str(parts.next().unwrap_or_default());
                out.extend(parts.filter_map(|part| part.split_once('"')).map(|(_, rest)| rest));
            }
            Node::Call(call) => out.push_str(&format!("{{{}: {}}}", call.name, html(&call.body.nodes).trim())),
        }
    }
    out
}

fn rules(diagnostics: &[Diagnostic]) -> Vec<&str> {
    diagnostics.iter().map(|diagnostic| diagnostic.rule).collect()
}

/// Checks what a body becomes, and that nothing is wrong with it.
fn check(body: &str, expected: &str) {
    check_as("page.md", body, expected);
}

fn check_as(path: &str, body: &str, expected: &str) {
    let parsed = read_as(path, body);
    assert_eq!(html(&parsed.tree.nodes).trim(), expected, "{body}");
    assert_eq!(parsed.diagnostics, [], "{body}");
}

/// Checks the rule, the marked text and the help of the only finding, and gives what the body became.
fn check_finding(body: &str, rule: &str, marked: &str, help: &str) -> String {
    let parsed = read(body);
    assert_eq!(rules(&parsed.diagnostics), [rule], "{body}: {:?}", parsed.diagnostics);
    let finding = &parsed.diagnostics[0];
    let span = finding.span.expect("it has a place");
    let text = format!("---\ntitle: Page\n---\n{body}");
    assert_eq!(&text[span.start as usize..span.end as usize], marked, "{body}");
    let given = finding.help.as_deref().unwrap_or_default();
    assert!(given.contains(help), "{body}: {given}");
    html(&parsed.tree.nodes).trim().to_owned()
}

fn only_call(parsed: &Parsed) -> &Call {
    match &parsed.tree.nodes[..] {
        [Node::Call(call)] => call,
        other => panic!("one component was expected: {other:?}"),
    }
}
