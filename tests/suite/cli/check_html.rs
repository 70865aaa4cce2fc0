//! `check --html`: any folder of HTML files, good and bad, without a site.

use serde_json::Value;

use super::{run, site};
use crate::harness::files;

const GOOD: &str = "<!doctype html>\n<html lang=en><head><title>Breaks</title></head>\
                    <body><main><h1>Breaks</h1><p>Words</p></main></body></html>\n";

fn findings(folder: &tempfile::TempDir, path: &str) -> (i32, Vec<Value>) {
    let run = run(folder.path(), &["check", "--html", path, "--format", "json"]);
    let value: Value = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("it is JSON: {}", run.all()));
    (run.code, value.as_array().expect("an array").clone())
}

#[test]
fn findings_have_their_file_their_rule_and_their_act_ids() {
    let bad = GOOD.replace("<p>Words</p>", "<p>Words</p>\n<a href=\"/\"></a>");
    let folder = site(&files(&[("out/a/index.html", &bad), ("out/b.HTM", GOOD), ("out/c.txt", "<a href=/></a>")]));
    let (code, found) = findings(&folder, "out");
    assert_eq!((code, found.len()), (1, 1), "{found:?}");
    let first = &found[0];
    assert_eq!((first["file"].as_str(), first["rule"].as_str()), (Some("a/index.html"), Some("unnamed-link")));
    assert_eq!((first["line"].as_u64(), first["column"].as_u64()), (Some(3), Some(1)));
    assert_eq!(first["act"], serde_json::json!(["c487ae"]));
    let run = run(folder.path(), &["check", "--html", "out"]);
    assert!(run.out.starts_with("error[unnamed-link]: link has no words (ACT c487ae)\n"), "{}", run.all());
    assert!(run.err.ends_with("nothing was written\n") && run.err.contains("2 pages; 1 error; "), "{}", run.err);
}

#[test]
fn a_folder_without_findings_ends_well() {
    let folder = site(&files(&[("a.html", GOOD)]));
    assert_eq!(findings(&folder, "."), (0, Vec::new()));
    assert_eq!(findings(&folder, "a.html"), (0, Vec::new()));
    let run = run(folder.path(), &["check", "--html", "nowhere"]);
    assert!(run.code == 2 && run.err.contains("there is no such folder"), "{}", run.all());
}

#[test]
fn a_page_is_read_in_the_encoding_that_it_says() {
    let mut pages = files(&[]);
    let page = |label: &str, body: &[u8]| {
        let mut page =
            format!("<!doctype html><html lang=pl><head><meta charset={label}><title>A</title></head><body><main><h1>")
                .into_bytes();
        page.extend_from_slice(body);
        page.extend_from_slice(b"</h1>\n<p>\xb3 <a href=/></a></p></main>");
        page
    };
    pages.insert("two.html".into(), page("iso-8859-2", b"\xbf\xf3\xb3w"));
    let wide: Vec<u8> = format!("\u{feff}{GOOD}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    pages.insert("wide.html".into(), wide);
    let (_, found) = findings(&site(&pages), ".");
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((found[0]["line"].as_u64(), found[0]["column"].as_u64()), (Some(2), Some(6)));
}

#[test]
fn what_is_no_html_is_no_end_of_it() {
    let mut pages = files(&[
        ("empty.html", ""),
        ("words.html", "no HTML at all < > & </"),
        ("open.html", "<html><head><title>a<body><div><p><a href=\"x"),
        ("nul.html", "<p>\0</p>\0<a href=/\0></a>"),
        ("good.html", GOOD),
    ]);
    pages.insert("bytes.html".into(), (0..=255).cycle().take(100_000).collect());
    pages.insert("deep.html".into(), "<div><ul><li><b>".repeat(100_000).into_bytes());
    pages.insert("roles.html".into(), "<div role=heading aria-level=2 aria-labelledby=a>".repeat(20_000).into_bytes());
    pages.insert("tables.html".into(), "<table><tr><th colspan=1000 rowspan=0>".repeat(5_000).into_bytes());
    pages.insert("ends.html".into(), format!("<i>{}", "<b></i></u></b></i><table>".repeat(50_000)).into_bytes());
    let (code, found) = findings(&site(&pages), ".");
    assert_eq!(code, 1);
    assert!(found.iter().all(|finding| finding["rule"] != "internal-error"), "{found:?}");
    // Of one rule on one page no more are told apart than anybody reads.
    assert!(found.len() < 2_000, "{}", found.len());
}
