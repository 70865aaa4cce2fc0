//! What is written once is shown everywhere: the numbers of a contact in every form of a page, in what can be saved and
//! in open data; and of a record that another has replaced, those of the other.

use crate::harness::{Files, Made, build, files};

/// A site in which one contact stands in every place that can show it.
fn site(contacts: &str) -> Files {
    files(&[
        (
            "site.toml",
            "title = \"Carers\"\nbase_url = \"https://carers.example/\"\nlanguages = [\"en\", \"pl\"]\n\
             [organisation]\nname = \"Council\"\ncounty = \"Mereshire\"\n[help]\nphone = \"01632 960000\"\n\
             text = \"07700 900000\"\n[owners]\n\"Team\" = \"team@example.org\"\n[booklet]\npages = [\"services\"]\n",
        ),
        ("content/data/contacts.yaml", contacts),
        (
            "content/data/providers.yaml",
            "trust: { name: Old Trust, replaced_by: together }\ntogether: { name: Carers Together }\n",
        ),
        (
            "content/data/areas.yaml",
            "mereshire: { name: Mereshire, kind: county }\nnorth: { name: North Mereshire, parent: mereshire }\n\
             south: { name: South Mereshire, parent: mereshire }\nfenmarsh: { name: Fenmarsh, replaced_by: north }\n",
        ),
        (
            "content/_index.md",
            "---\ntitle: Home\nowner: Team\n---\nCall [phone](contact:old).\n\n::: contact id=old\n:::\n",
        ),
        ("content/_index.pl.md", "---\ntitle: Start\ntranslation: person\n---\nWitamy.\n"),
        ("content/services/_index.md", "---\ntitle: Services\ntype: service\nowner: Team\n---\n"),
        (
            "content/services/hub.md",
            "---\ntitle: The hub\nprovider: trust\ncontact: old\nareas: [Fenmarsh]\nwho_for: Carers.\ncost: Free\nhow_to_get: Call.\n---\nCome.\n",
        ),
        ("content/services/hub.easy.md", "---\ntitle: The hub\n---\n![-](/door.svg)\n\nCall us.\n"),
        ("content/services/hub.young.md", "---\ntitle: The hub\n---\nCall us.\n"),
        ("content/services/hub.pl.md", "---\ntitle: Centrum\ntranslation: person\n---\nZadzwoń.\n"),
        ("content/door.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"2\"/>"),
    ])
}

const NEW: &str = "new:\n  name: The new hub\n  phones:\n    - { number: 01632 960123, label: Adults, hours: Mondays, \
                   languages: [pl], cost: 5p a minute }\n    - { number: 01632 960124, label: Young carers }\n";
const OLD: &str = "old: { name: Old hub, phone: 01632 960199, email: old@example.org, replaced_by: middle }\n\
                   middle: { name: Middle hub, phone: 01632 960188, replaced_by: new }\n";

fn text(made: &Made, path: &str) -> String {
    let bytes = made.files.get(path).unwrap_or_else(|| panic!("there is no {path}"));
    String::from_utf8_lossy(bytes).replace("\r\n ", "")
}

/// Everything that shows a contact of a service.
const SHOWN: &[&str] = &[
    "services/hub/index.html",
    "services/hub/easy-read/index.html",
    "services/hub/young/index.html",
    "pl/services/hub/index.html",
    "booklet/print/index.html",
    "services/hub/contact.vcf",
    "index.html",
];

#[test]
fn a_number_is_written_once_and_shown_everywhere_with_what_it_is_for() {
    let made = build(&site(&format!("{NEW}{OLD}")));
    assert!(made.is_made, "{}", made.said);
    let api: String =
        made.files.keys().filter(|path| path.starts_with("api/services/")).map(|path| text(&made, path)).collect();
    for path in SHOWN.iter().filter(|path| made.files.contains_key(**path) || !path.starts_with("booklet")) {
        let said = text(&made, path);
        for words in ["1632960123", "1632960124", "Adults", "Young carers", "Mondays", "5p a minute", "Polski"] {
            assert!(said.contains(words), "{path} does not say {words}");
        }
    }
    for words in ["+44 1632 960123", "+44 1632 960124", "Adults", "Young carers"] {
        let digits = |text: &str| text.replace([' ', '-'], "");
        let wanted = digits(words).replace("+44", "0");
        assert!(digits(&api).contains(&wanted) || api.contains(words), "the API does not say {words}");
    }
}

#[test]
fn nothing_of_a_retired_record_reaches_readers() {
    let made = build(&site(&format!("{NEW}{OLD}")));
    for (path, bytes) in &made.files {
        let said = String::from_utf8_lossy(bytes);
        for old in ["960199", "960188", "old@example.org", "Old hub", "Middle hub", "Old Trust"] {
            assert!(!said.contains(old), "{path} says {old}");
        }
        assert!(path == "areas/fenmarsh/index.html" || !said.contains("Fenmarsh"), "{path} names the old area");
    }
    assert!(text(&made, "areas/north-mereshire/index.html").contains("/services/hub/"));
    assert!(
        text(&made, "areas/fenmarsh/index.html").contains("/areas/north-mereshire/"),
        "the old list leads to the new one"
    );
    let used: Vec<&str> = made.rules().into_iter().filter(|rule| rule.starts_with("retired-")).collect();
    assert_eq!(used.iter().filter(|rule| **rule == "retired-contact").count(), 3, "{}", made.said);
    assert!(used.contains(&"retired-provider") && used.contains(&"retired-area"), "{}", made.said);
}

#[test]
fn a_record_whose_successors_lead_nowhere_shows_no_number() {
    for contacts in [
        "old: { name: Old hub, phone: 01632 960199, replaced_by: old }\n",
        "old: { name: Old hub, phone: 01632 960199, replaced_by: gone }\n",
    ] {
        let made = crate::harness::build_with(
            &site(contacts),
            signpost::project::Options { keep_going: true, threads: 1, ..signpost::project::Options::default() },
        );
        assert!(made.is_made, "{}", made.said);
        assert!(
            made.diagnostics.iter().any(|finding| matches!(finding.rule, "circular-successor" | "unknown-contact"))
        );
        for (path, bytes) in &made.files {
            assert!(!String::from_utf8_lossy(bytes).contains("960199"), "{path} shows the old number");
        }
        assert!(
            text(&made, "services/hub/index.html").contains("01632 960000"),
            "the page offers the help line instead"
        );
    }
}
