//! Rules, one folder each: what must be reported, in the words that a person reads, and what must not.
//!
//! - `pass-NAME.md` and `fail-NAME.md` are pages of a small site, [`BASE`]; all of a rule's pages are in it together.
//! - `pass-NAME.html` and `fail-NAME.html` are finished pages, for what the theme and the Markdown reader never make.
//! - `pass-file-NAME.html` and `fail-file-NAME.html` are files of a folder without a site, as `check --html` looks at them.
//! - `pass-folder-NAME/` and `fail-folder-NAME/` are such folders.
//! - `pass-NAME/` and `fail-NAME/` are whole sites: their files lie over those of [`BASE`].
//!
//! A `pass` gives no finding of any rule. A `fail` gives one of its own at least, and `fail-NAME.txt` holds all of them.

use std::collections::BTreeSet;
use std::path::Path;

use signpost::check;
use signpost::diagnostic::report::{Format, write};
use signpost::post;
use signpost::project::{Options, Project, check_folder};
use signpost::source::{Files as Paths, Folder};

use crate::harness::{
    self, Failures, Files, Made, build_with, expect, files, files_below, folders, is_wanted, open, quiet, read, tests,
};

/// What the pages of the cases stand among.
const BASE: &[(&str, &str)] = &[
    (
        "site.toml",
        "title = \"Carers\"\nbase_url = \"https://carers.example/\"\nlanguages = [\"en\", \"pl\"]\n\
         [organisation]\nname = \"Mereshire County Council\"\ncounty = \"Mereshire\"\ncountry = \"GB\"\n\
         [help]\nphone = \"01632 960000\"\n[owners]\n\"Carers team\" = \"team@example.org\"\n\
         [taxonomies.topics]\ntitle = \"Topics\"\nterms = [\"Breaks\", \"Safety\"]\n[sensitive]\ntopics = [\"Safety\"]\n",
    ),
    ("content/_index.md", "---\ntitle: Home\nowner: Carers team\n---\n"),
    ("content/_index.pl.md", "---\ntitle: Start\ntranslation: person\n---\n"),
    ("content/guides/_index.md", "---\ntitle: Guides\nowner: Carers team\n---\n"),
    ("content/guides/breaks.md", "---\ntitle: Breaks\n---\n## What they cost\n\nNothing.\n"),
    ("content/guides/draft.md", "---\ntitle: A draft\ndraft: yes\n---\n"),
    ("content/data/contacts.yaml", "hub: { name: The Hub, phone: 01632 960123, email: hub@example.org }\n"),
    ("content/data/providers.yaml", "together: { name: Carers Together, contact: hub }\n"),
    ("content/tea.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\"/>\n"),
    ("content/leaflet.pdf", "%PDF-1.4\n"),
    ("content/prices.xlsx", "PK\n"),
    ("content/plan.docx", "PK\n"),
];

#[test]
fn every_rule_reports_what_it_must_and_nothing_else() {
    let mut failures = Failures::default();
    let base = open(&files(BASE));
    for rule in folders(&tests("rules")) {
        if is_wanted(&rule) {
            Case { rule: &rule, failures: &mut failures }.folder(&base);
        }
    }
    failures.end();
}

struct Case<'a> {
    rule: &'a str,
    failures: &'a mut Failures,
}

impl Case<'_> {
    fn folder(&mut self, base: &Project) {
        let folder = tests("rules").join(self.rule);
        let below = files_below(&folder);
        let mut names: BTreeSet<&str> = below.keys().map(|path| path.split('/').next().unwrap_or(path)).collect();
        let pages: Vec<&str> = names.iter().copied().filter(|name| name.ends_with(".md")).collect();
        self.pages(&folder, &pages);
        let texts: Vec<&str> = names.iter().copied().filter(|name| name.ends_with(".txt")).collect();
        names.retain(|name| !name.ends_with(".txt"));
        for name in &names {
            let path = folder.join(name);
            if !name.starts_with("pass-") && !name.starts_with("fail-") {
                self.failures.add(&path, "a case is called `pass-…` or `fail-…`");
            } else if path.is_dir() && name[5..].starts_with("folder-") {
                self.whole_folder(&path, name);
            } else if path.is_dir() {
                self.site(&path, name);
            } else if name[5..].starts_with("file-") && name.ends_with(".html") {
                self.file(&path, name);
            } else if name.ends_with(".html") {
                self.finished(&path, name, base);
            } else if !name.ends_with(".md") {
                self.failures.add(&path, "a case is a page (.md), a finished page (.html) or a folder");
            }
        }
        for text in texts {
            let has_case = names.iter().any(|name| name.starts_with("fail-") && expected(name) == text);
            if !has_case {
                self.failures.add(&folder.join(text), "no case `fail-…` of this name gives it");
            }
        }
    }

    /// All pages of the rule in one site, each with the findings at its own file.
    fn pages(&mut self, folder: &Path, names: &[&str]) {
        if names.is_empty() {
            return;
        }
        let mut sources = files(BASE);
        let place = |name: &str| format!("content/{name}");
        sources.extend(names.iter().map(|name| (place(name), read(&folder.join(name)))));
        let made = self.build(sources);
        for name in names {
            let said = made.report(|_, path| path == Some(place(name).as_str()));
            let rules = made.diagnostics.iter().filter(|finding| {
                finding.span.is_some_and(|span| made.paths.path(span.file) == place(name)) && finding.rule == self.rule
            });
            self.judge(folder, name, &said, rules.count());
        }
        let elsewhere = made.report(|_, path| names.iter().all(|name| path != Some(place(name).as_str())));
        if !elsewhere.is_empty() {
            self.failures.add(folder, &format!("the cases bring findings elsewhere:\n{elsewhere}"));
        }
    }

    /// The site, checked as it must be for the rule to look.
    fn build(&self, sources: Files) -> Made {
        let asked = check::rule(self.rule).and_then(|rule| rule.asked);
        let spelling = asked == Some(check::SPELLING);
        build_with(&quiet(sources, self.rule), Options { spelling, threads: 2, ..Options::default() })
    }

    fn site(&mut self, path: &Path, name: &str) {
        let mut sources: Files = files(BASE);
        sources.extend(files_below(path));
        let Made { said, diagnostics, .. } = self.build(sources);
        let count = diagnostics.iter().filter(|finding| finding.rule == self.rule).count();
        self.judge(path.parent().expect("it lies in its rule's folder"), name, &said, count);
    }

    /// A finished page as it goes from the theme to readers: checked with its marks, made smaller, looked at again.
    fn finished(&mut self, path: &Path, name: &str, base: &Project) {
        let html = String::from_utf8(read(path)).expect("it is text");
        let site = base.site();
        let page = site.public_pages().find(|page| page.address == "/guides/breaks/").expect("it is in the base");
        let mut found = check::html(&html, page, &check::Whole::new(site, base.theme())).found;
        found.extend(post::minify(&html, true).1);
        found.extend(post::safety(html.as_bytes(), page, site));
        // Where in the page's Markdown it is said to stand has no meaning here.
        found.iter_mut().for_each(|finding| finding.span = None);
        let none = harness::sources(&Files::new());
        let said = write(Format::Human, &found, &Paths::default(), none.as_ref(), false);
        let count = found.iter().filter(|finding| finding.rule == self.rule).count();
        self.judge(path.parent().expect("it lies in its rule's folder"), name, &said, count);
    }

    /// A file as `check --html` looks at it.
    fn file(&mut self, path: &Path, name: &str) {
        let html = read(path);
        let mut paths = Paths::default();
        let addresses = check::Addresses::of_folder(std::iter::once(name), None);
        let (mut found, _) = check::file(&String::from_utf8_lossy(&html), name, paths.intern(name), &addresses);
        // Cases about styles have styles of their own.
        found.retain(|finding| finding.rule == self.rule || finding.rule != "inline-code");
        let sources = harness::sources(&Files::from([(name.to_owned(), html)]));
        let said = write(Format::Human, &found, &paths, sources.as_ref(), false);
        let count = found.iter().filter(|finding| finding.rule == self.rule).count();
        self.judge(path.parent().expect("it lies in its rule's folder"), name, &said, count);
    }

    /// A folder as `check --html` looks at it.
    fn whole_folder(&mut self, path: &Path, name: &str) {
        let folder = Folder::new(path).expect("it is there");
        let report = check_folder(&folder, 1).expect("it can be read").report;
        let mut found = report.diagnostics;
        // Cases about code have code of their own.
        found.retain(|finding| finding.rule == self.rule || finding.rule != "inline-code");
        let said = write(Format::Human, &found, &report.files, &folder, false);
        let count = found.iter().filter(|finding| finding.rule == self.rule).count();
        self.judge(path.parent().expect("it lies in its rule's folder"), name, &said, count);
    }

    fn judge(&mut self, folder: &Path, name: &str, said: &str, own: usize) {
        if name.starts_with("pass-") {
            if !said.is_empty() {
                self.failures
                    .add(&folder.join(name), &format!("nothing is wrong here, and this was reported:\n{said}"));
            }
            return;
        }
        if own == 0 {
            let what = if said.is_empty() { "nothing" } else { said };
            self.failures.add(&folder.join(name), &format!("{} was not reported, but:\n{what}", self.rule));
        }
        expect(&folder.join(expected(name)), said, self.failures);
    }
}

/// The name of the file that holds what a case is told.
fn expected(name: &str) -> String {
    let stem = name.strip_suffix(".md").or_else(|| name.strip_suffix(".html")).unwrap_or(name);
    format!("{stem}.txt")
}
