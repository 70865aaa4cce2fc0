//! A site's own theme changes one file of each kind, and keeps all the others.

use crate::harness::{Files, Made, build, files};

/// A small site with a callout, a translation and a page that has ended, and these files of its own theme.
fn site(own: &[(&str, &str)]) -> Files {
    let mut site = files(&[
        ("site.toml", "title = \"Carers\"\nbase_url = \"https://carers.example/\"\n[help]\nphone = \"01632 960000\"\n"),
        ("content/_index.md", "---\ntitle: Home\n---\n\n::: callout title=\"Good to know\"\nYou may ask.\n:::\n"),
        ("content/breaks.md", "---\ntitle: Breaks\nowner: Carers team\n---\n\nA break.\n"),
    ]);
    let own = own.iter().map(|(path, text)| (format!("themes/signpost/{path}"), text.as_bytes().to_vec()));
    site.extend(own);
    site
}

fn made(own: &[(&str, &str)]) -> Made {
    made_of(&site(own))
}

fn made_of(site: &Files) -> Made {
    let made = build(site);
    let said = made.report(|finding, _| finding.rule != "missing-setting" && finding.rule != "missing-owner");
    assert!(made.is_made && said.is_empty(), "{}", made.said);
    made
}

fn page(made: &Made, path: &str) -> String {
    String::from_utf8_lossy(&made.files[path]).into_owned()
}

/// The text of the style sheets, those of every page first.
fn styles(made: &Made, stem: &str) -> String {
    let wanted =
        made.files.iter().filter(|(path, _)| path.starts_with(&format!("assets/{stem}.")) && path.ends_with(".css"));
    wanted.map(|(_, css)| String::from_utf8_lossy(css).into_owned()).collect()
}

#[test]
fn one_template() {
    let own = made(&[("templates/about.html", "<p>Ask at the library.</p>")]);
    assert!(page(&own, "breaks/index.html").contains("Ask at the library."));
    assert!(page(&own, "breaks/index.html").contains("Skip to"), "the other templates stay");
    assert!(!page(&made(&[]), "breaks/index.html").contains("Ask at the library."));
}

#[test]
fn one_file_of_a_component() {
    let template = "{% component callout(title) %}<aside class=\"signpost-callout\"><h2 class=\"signpost-callout__title\">{{ title }}</h2>{{ body }}</aside>{% endcomponent callout %}";
    let own = made(&[("components/callout/callout.html", template)]);
    assert!(page(&own, "index.html").contains("Good to know</h2><p>You may ask."), "{}", page(&own, "index.html"));
    assert!(styles(&own, "parts").contains(".signpost-callout__title"), "its styles stay the theme's own");

    let own = made(&[("components/callout/callout.css", ".signpost-callout { border: 3px solid }")]);
    assert!(styles(&own, "parts").contains(".signpost-callout{border:3px solid}"), "{}", styles(&own, "parts"));
    assert!(page(&own, "index.html").contains("signpost-callout__title"), "its template stays the theme's own");
}

#[test]
fn a_component_of_the_site_s_own() {
    let mut site = site(&[
        (
            "components/badge/badge.html",
            "{% component badge() %}<p class=\"our-badge\" data-module=\"signpost-badge\">Badge</p>{% endcomponent badge %}",
        ),
        ("components/badge/badge.yaml", "description: A badge.\nbody: none\n"),
        ("components/badge/badge.css", ".our-badge { color: var(--signpost-ink) }"),
        ("components/badge/badge.js", "export default class { constructor(root) { root.title = document.title; } }"),
    ]);
    site.insert(
        "content/breaks.md".into(),
        b"---\ntitle: Breaks\nowner: Carers team\n---\n\n::: badge\n:::\n".to_vec(),
    );
    let own = made_of(&site);
    let (with, without) = (page(&own, "breaks/index.html"), page(&own, "index.html"));
    assert!(with.contains("our-badge") && with.contains("/assets/badge."), "{with}");
    assert!(!without.contains("badge"), "a page that does not use it loads nothing of it");
    assert!(styles(&own, "parts").contains(".our-badge{color:var(--signpost-ink)}"));
}

#[test]
fn one_asset() {
    let picture = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9z\"/></svg>";
    let (own, plain) = (made(&[("assets/mark.svg", picture)]), made(&[]));
    let marks = |made: &Made| -> Vec<String> {
        made.files.keys().filter(|path| path.starts_with("assets/mark.")).cloned().collect()
    };
    assert_eq!(own.files[&marks(&own)[0]], picture.as_bytes());
    assert_ne!(marks(&own), marks(&plain), "its address changes with it");
    assert!(page(&own, "index.html").contains(&marks(&own)[0]));
    assert_eq!(styles(&own, "signpost"), styles(&plain, "signpost"));
}

#[test]
fn a_picture_that_a_template_of_the_site_s_own_names() {
    let own = made(&[
        ("assets/crest.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
        ("templates/about.html", "{% include \"crest.html\" %}"),
        ("templates/crest.html", "<img src=\"{{ site.assets[\"crest.svg\"] }}\" alt=\"\" width=\"9\" height=\"9\">"),
    ]);
    assert!(page(&own, "breaks/index.html").contains("/assets/crest."), "{}", page(&own, "breaks/index.html"));
}

#[test]
fn one_token() {
    let own = made(&[("theme.yaml", "tokens:\n  light:\n    link: \"#004050\"\n")]);
    let (css, plain) = (styles(&own, "signpost"), styles(&made(&[]), "signpost"));
    assert!(css.contains("--signpost-link:#004050") && !plain.contains("--signpost-link:#004050"), "{css}");
    assert!(css.contains("--signpost-link:#b3e0cf"), "the night stays the theme's own");
    assert!(css.contains("--signpost-paper:#fbf6ea"), "the other colours stay");
}

#[test]
fn one_message() {
    let own = made(&[("messages/en.ftl", "skip_to_content = Jump to the text\n")]);
    assert!(page(&own, "index.html").contains("Jump to the text"));
    assert!(page(&own, "index.html").contains("Search"), "the other words stay");
}

#[test]
fn styles_of_one_part() {
    let own = made(&[("parts/home.css", ".signpost-hero { margin: 1rem }")]);
    assert!(styles(&own, "parts").contains(".signpost-hero{margin:1rem}"));
    assert!(!page(&own, "breaks/index.html").contains("hero"));
}
