//! What readers are told of a service that is full, closed, gone, or not checked for long; and where it stands.

use signpost::index;

use crate::harness::{Files, Made, build, files};

fn site() -> Files {
    let service = |title: &str, keys: &str| {
        format!(
            "---\ntitle: {title}\ntopics: [Breaks]\nareas: [Fenmarsh]\nwho_for: Carers.\ncost: £99\nhow_to_get: Call.\n\
             contact: {{ phone: 01632 960123, text: 07700 900123 }}\nplaces: [{{ name: Hall, address: 4 Quay Street }}]\n{keys}---\nCome.\n"
        )
    };
    let mut sources = files(&[
        (
            "site.toml",
            "title = \"Carers\"\nbase_url = \"https://carers.example/\"\nlanguages = [\"en\", \"pl\"]\n\
             [help]\nphone = \"01632 960000\"\n[owners]\n\"Team\" = \"team@example.org\"\n[booklet]\npages = [\"services\"]\n",
        ),
        ("content/_index.md", "---\ntitle: Home\nowner: Team\n---\nWords.\n"),
        ("content/_index.pl.md", "---\ntitle: Start\ntranslation: person\n---\nWitamy.\n"),
        ("content/services/_index.md", "---\ntitle: Services\ntype: service\nowner: Team\n---\n"),
        ("content/services/late.easy.md", "---\ntitle: Late\n---\nCome.\n"),
        ("content/services/late.young.md", "---\ntitle: Late\n---\nCome.\n"),
        ("content/services/late.pl.md", "---\ntitle: Dawno\ntranslation: person\n---\nZadzwoń.\n"),
        ("content/services/gone.easy.md", "---\ntitle: Goner\n---\nIt was here.\n"),
    ]);
    for (name, title, keys) in [
        ("late", "Late", "reviewed: 2025-03-01\nreview_by: 2026-11-21\n"),
        ("fine", "Fine", "reviewed: 2026-11-01\n"),
        ("old", "Older", "reviewed: 2025-03-01\n"),
        ("full", "Fuller", "status: full\nuntil: 2026-11-22\n"),
        ("past", "Pasture", "status: closed for now\nuntil: 2026-11-21\nstatus_note: The roof leaks.\n"),
        ("gone", "Goner", "status: ended\nreplaced_by: fine.md\nreviewed: 2020-01-01\n"),
    ] {
        sources.insert(format!("content/services/{name}.md"), service(title, keys).into_bytes());
    }
    sources
}

fn text(made: &Made, path: &str) -> String {
    let bytes = made.files.get(path).unwrap_or_else(|| panic!("there is no {path}"));
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn an_overdue_page_says_so_in_every_form_and_on_lists() {
    let made = build(&site());
    assert!(made.is_made, "{}", made.said);
    for path in ["services/late/", "services/late/easy-read/", "services/late/young/", "services/old/"] {
        assert!(text(&made, &format!("{path}index.html")).contains("Call before you travel."), "{path}");
    }
    assert!(text(&made, "pl/services/late/index.html").contains("Zadzwoń, zanim wyjdziesz z domu."));
    for path in ["services/fine/", "services/gone/", "services/gone/easy-read/", ""] {
        assert!(!text(&made, &format!("{path}index.html")).contains("Call before you travel."), "{path}");
    }
    for list in ["services/index.html", "topics/breaks/index.html", "a-to-z/index.html"] {
        assert_eq!(
            text(&made, list).matches("Call before you travel.").count(),
            3,
            "{list}: late, older, and past its day"
        );
    }
    assert!(text(&made, "services/late/index.html").contains("Last checked on 1 March 2025."));
    let late = made.diagnostics.iter().filter(|finding| finding.rule == "overdue-review").count();
    assert_eq!(late, 2, "{}", made.said);
}

/// Nobody travels to a phone line: its pages say that nobody checked, and send nobody away from it.
#[test]
fn nobody_is_told_to_call_a_phone_line_before_they_travel() {
    let mut sources = site();
    let line = |keys: &str| {
        format!(
            "---\ntitle: A line\nreview_by: 2026-11-21\nstatus: full\nuntil: 2026-11-20\ncontact: {{ phone: 01632 \
             960123 }}\n{keys}---\nRing.\n"
        )
    };
    sources.insert("content/services/line.easy.md".into(), b"---\ntitle: A line\n---\nRing.\n".to_vec());
    let paths = ["services/line/", "services/line/easy-read/", "services/line/handout/", "booklet/services/line/"];
    for (keys, count) in [("", 0), ("given: [phone]\n", 0), ("given: [in person]\n", 2)] {
        sources.insert("content/services/line.md".into(), line(keys).into_bytes());
        let made = build(&sources);
        assert!(made.is_made, "{}", made.said);
        for path in paths {
            let page = text(&made, &format!("{path}index.html"));
            assert_eq!(page.matches("Call before you travel.").count(), count, "{keys}{path}");
            assert!(page.contains("We expected this to change on 20 November 2026."), "{keys}{path}");
            assert!(page.contains("We have not checked this page as recently"), "{keys}{path}");
        }
    }
}

#[test]
fn a_state_that_was_to_end_says_that_its_day_has_passed() {
    let made = build(&site());
    let full = text(&made, "services/full/index.html");
    assert!(full.contains("This service is full now.</strong> Until 22 November 2026."), "{full}");
    let past = text(&made, "services/past/index.html");
    assert!(past.contains("We expected this to change on 21 November 2026. Call before you travel."), "{past}");
    assert!(past.contains("The roof leaks.") && past.contains("01632 960123"));
}

#[test]
fn what_has_ended_keeps_its_address_and_sends_nobody_there() {
    let made = build(&site());
    for path in ["services/gone/index.html", "services/gone/easy-read/index.html"] {
        let page = text(&made, path);
        for words in ["This service has ended.", "/services/fine/", "01632 960000"] {
            assert!(page.contains(words), "{path}: {words}");
        }
        for words in ["960123", "900123", "Quay", "£99", "contact.vcf"] {
            assert!(!page.contains(words), "{path}: {words}");
        }
    }
    assert!(!made.files.contains_key("services/gone/contact.vcf"));
    for list in ["services/index.html", "topics/breaks/index.html", "areas/fenmarsh/index.html", "easy-read/index.html"]
    {
        assert!(!text(&made, list).contains("/services/gone/"), "{list}");
    }
    assert!(text(&made, "a-to-z/index.html").contains("/services/gone/"), "those who know its name find it");
    assert!(text(&made, "sitemap.xml").contains("/services/gone/"));
    let (project, report) = made.inside.as_ref().expect("it was opened");
    let built = report.index.as_ref().expect("there is an index");
    let (_, hits) = index::search(built, project.site(), "Goner", 50);
    assert!(hits.hits.iter().all(|hit| !hit.address.contains("gone")), "searching for help finds what is there");
    let (_, hits) = index::search(built, project.site(), "Fuller", 50);
    assert!(hits.hits.iter().any(|hit| hit.address == "/services/full/"), "what is full is found, and says so");
}

#[test]
fn the_next_change_is_told_to_machines_and_to_people() {
    let made = build(&site());
    let info: serde_json::Value = serde_json::from_str(&text(&made, "build.json")).expect("it is JSON");
    assert_eq!(info["next_change"], "2026-11-23", "the day after `until`");
    let page = text(&made, "wrong/index.html");
    assert!(page.contains("22 November 2026") && page.contains("23 November 2026"), "{page}");
}
