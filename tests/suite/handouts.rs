//! The codes on the sheets of services, read as a phone reads them: each leads where the words beside it say.

use crate::harness::{Files, build, demonstration_made, files};

/// Draws the path of a code as a camera sees it, eight pixels to a module, and reads it.
fn read(size: usize, path: &str) -> Option<String> {
    const PIXELS: usize = 8;
    let mut black = vec![false; size * size];
    for run in path.split('M').skip(1) {
        let numbers: Vec<usize> =
            run.split(|letter: char| !letter.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect();
        let [x, y, width, 1, back] = numbers[..] else { return None };
        if width != back {
            return None;
        }
        black[y * size + x..][..width].fill(true);
    }
    let side = size * PIXELS;
    let shade = |x: usize, y: usize| if black[y / PIXELS * size + x / PIXELS] { 0 } else { 255 };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, shade);
    let grids = image.detect_grids();
    (grids.len() == 1).then(|| grids[0].decode().ok().map(|(_, text)| text)).flatten()
}

fn between<'t>(text: &'t str, from: &str, to: &str) -> &'t str {
    let rest = text.split_once(from).unwrap_or_else(|| panic!("no {from} in {text}")).1;
    rest.split_once(to).unwrap_or_else(|| panic!("no {to} after {from}")).0
}

#[test]
fn every_code_is_read_and_leads_where_the_words_beside_it_say() {
    let made = demonstration_made();
    let sheets: Vec<(&String, &Vec<u8>)> =
        made.files.iter().filter(|(path, _)| path.ends_with("/handout/index.html")).collect();
    assert!(sheets.len() > 40, "only {} sheets", sheets.len());
    for (path, html) in sheets {
        let html = String::from_utf8_lossy(html);
        let code = between(&html, "<svg aria-label=", "</svg>");
        let size: usize = between(code, "viewbox=\"0 0 ", " ").parse().expect("a size");
        let black = code.rsplit_once("<path d=\"").and_then(|(_, rest)| rest.split('"').next()).expect("a path");
        let link = between(&html, "class=signpost-handout__address", "</a>");
        let said = link.split_once('>').expect("a link").1;
        assert_eq!(read(size, black), Some(format!("https://{said}/")), "{path}");
        let target = said.split_once('/').expect("a path").1;
        assert!(made.files.contains_key(&format!("{target}/index.html")), "{path}: {target} leads nowhere");
    }
}

#[test]
fn a_code_that_is_damaged_is_not_taken_for_another() {
    assert_eq!(read(29, "M4 4h7v1h-7z"), None);
}

/// What `/s/…` leads to: an address, or nothing.
fn leads(sources: &Files, name: &str) -> Option<String> {
    let made = build(sources);
    assert!(made.is_made, "{}", made.said);
    let page = String::from_utf8_lossy(made.files.get(&format!("s/{name}/index.html"))?).into_owned();
    Some(between(&page, "<link rel=\"canonical\" href=\"", "\"").to_owned())
}

/// Sheets that are printed go on leading to the service they were printed for, or nowhere.
#[test]
fn a_short_address_never_leads_to_another_service() {
    let service = |keys: &str| format!("---\ntitle: A service\n{keys}---\nCome.\n").into_bytes();
    let mut sources = files(&[
        ("site.toml", "title = \"Carers\"\nbase_url = \"https://carers.example/\"\nlanguages = [\"en\", \"pl\"]\n"),
        ("content/_index.md", "---\ntitle: Home\n---\n"),
        ("content/services/_index.md", "---\ntitle: Services\ntype: service\n---\n"),
        ("content/advice/_index.md", "---\ntitle: Advice\ntype: service\n---\n"),
        ("content/services/hub.pl.md", "---\ntitle: Centrum\ntranslation: person\n---\nPrzyjdź.\n"),
    ]);
    sources.insert("content/services/hub.md".into(), service(""));
    let hub = || Some("/services/hub/".to_owned());
    assert_eq!(leads(&sources, "hub"), hub());
    assert_eq!(leads(&sources, "hub-pl").as_deref(), Some("/pl/services/hub/"));
    // It ends, and keeps its page and its short address.
    sources.insert("content/services/hub.md".into(), service("expire: 2026-11-01\n"));
    assert_eq!(leads(&sources, "hub"), hub());
    // A word of its own takes nothing away.
    sources.insert("content/services/hub.md".into(), service("short: centre\n"));
    assert_eq!([leads(&sources, "hub"), leads(&sources, "centre")], [hub(), hub()]);
    // Another of its name: neither has it until somebody says whose it is.
    sources.insert("content/services/hub.md".into(), service(""));
    sources.insert("content/advice/hub.md".into(), service(""));
    assert_eq!([leads(&sources, "hub"), leads(&sources, "hub-pl")], [None, None]);
    let made = build(&sources);
    let said = made.diagnostics.iter().find(|finding| finding.rule == "taken-short-address");
    let note = format!("{said:?}");
    assert!(note.contains("/advice/hub/") && note.contains("/services/hub/") && note.contains("short: hub"), "{note}");
    // So with one that is hidden from readers of lists, or still to come.
    for keys in ["sensitive: yes\n", "publish: 2027-01-01\n"] {
        sources.insert("content/advice/hub.md".into(), service(keys));
        assert_eq!(leads(&sources, "hub"), None, "{keys}");
    }
    sources.insert("content/advice/hub.md".into(), service("short: advice\n"));
    sources.insert("content/services/hub.md".into(), service("short: hub\n"));
    assert_eq!(leads(&sources, "hub"), hub());
    assert!(build(&sources).diagnostics.iter().all(|finding| finding.rule != "taken-short-address"));
    // It moves: its old name and that of its translation go with it.
    sources.remove("content/advice/hub.md");
    for language in ["", ".pl"] {
        let old = sources.remove(&format!("content/services/hub{language}.md"));
        sources.insert(format!("content/services/centre{language}.md"), old.expect("it is there"));
    }
    sources.insert("content/services/centre.md".into(), service("aliases: [/services/hub/, /old/page.php]\n"));
    for name in ["hub", "centre"] {
        assert_eq!(leads(&sources, name).as_deref(), Some("/services/centre/"), "{name}");
        assert_eq!(leads(&sources, &format!("{name}-pl")).as_deref(), Some("/pl/services/centre/"), "{name}");
    }
}

/// What is said of short addresses that are taken, one line each.
fn taken(sources: &Files) -> Vec<String> {
    let made = build(sources);
    let found = made.diagnostics.iter().filter(|finding| finding.rule == "taken-short-address");
    found.map(|finding| format!("{} {:?}", finding.message, finding.help)).collect()
}

/// A name that somebody writes on another page takes it away from printed sheets, and is never taken without a word.
#[test]
fn a_written_name_of_another_service_is_reported_however_that_has_it() {
    let service = |keys: &str| format!("---\ntitle: A service\n{keys}---\nCome.\n").into_bytes();
    let mut sources = files(&[
        ("site.toml", "title = \"Carers\"\nbase_url = \"https://carers.example/\"\nlanguages = [\"en\", \"pl\"]\n"),
        ("content/_index.md", "---\ntitle: Home\n---\n"),
        ("content/services/_index.md", "---\ntitle: Services\ntype: service\n---\n"),
        ("content/services/hub.pl.md", "---\ntitle: Centrum\ntranslation: person\n---\nPrzyjdź.\n"),
        ("content/about.md", "---\ntitle: About\n---\nUs.\n"),
    ]);
    for hub in ["", "short: centre\n", "sensitive: yes\nquiet_title: A service\n", "publish: 2027-01-01\n"] {
        for other in ["short: hub\n", "short: /s/Hub\n", "aliases: [/s/hub]\n", "short: hub-pl\n"] {
            sources.insert("content/services/hub.md".into(), service(hub));
            sources.insert("content/services/x.md".into(), service(other));
            let said = taken(&sources);
            assert_eq!(said.len(), 1, "{hub}{other}{said:?}");
            assert!(said[0].contains("/services/hub/"), "{hub}{other}{said:?}");
        }
    }
    // What it was called before it moved, and on a page that is no service.
    sources.insert("content/services/x.md".into(), service(""));
    sources.remove("content/services/hub.pl.md");
    sources.remove("content/services/hub.md");
    sources.insert("content/services/centre.md".into(), service("short: centre\naliases: [/services/hub/]\n"));
    sources.insert("content/about.md".into(), b"---\ntitle: About\nshort: hub\n---\nUs.\n".to_vec());
    let said = taken(&sources);
    assert!(said.len() == 1 && said[0].contains("/services/centre/"), "{said:?}");
    sources.insert("content/about.md".into(), b"---\ntitle: About\nshort: us\n---\nUs.\n".to_vec());
    assert_eq!(taken(&sources), [] as [String; 0]);
    // A draft takes nothing from anybody.
    sources.insert("content/about.md".into(), b"---\ntitle: About\nshort: hub\ndraft: yes\n---\nUs.\n".to_vec());
    assert_eq!(taken(&sources), [] as [String; 0]);
    assert_eq!(leads(&sources, "hub").as_deref(), Some("/services/centre/"));
}

/// Addresses of a website that was here before were on no sheet of this one.
#[test]
fn the_aliases_of_an_old_website_take_no_name_away() {
    let service = |keys: &str| format!("---\ntitle: A service\n{keys}---\nCome.\n").into_bytes();
    let mut sources = files(&[
        ("site.toml", "title = \"Carers\"\nbase_url = \"https://carers.example/\"\n"),
        ("content/_index.md", "---\ntitle: Home\n---\n"),
        ("content/services/_index.md", "---\ntitle: Services\ntype: service\naliases: [/help/]\n---\n"),
    ]);
    sources.insert("content/services/hub.md".into(), service("aliases: [/123/contact/]\n"));
    let hub = || Some("/services/hub/".to_owned());
    assert_eq!([leads(&sources, "hub"), leads(&sources, "contact")], [hub(), hub()]);
    sources.insert("content/services/county.md".into(), service("aliases: [/old-site/hub/, /124/contact/]\n"));
    assert_eq!([leads(&sources, "hub"), leads(&sources, "contact")], [hub(), None]);
    assert_eq!(taken(&sources), [] as [String; 0]);
    // One in a section of services may be on sheets, also if the section was elsewhere then.
    for earlier in ["/services/hubs/hub/", "/help/hub/"] {
        sources.insert("content/services/county.md".into(), service(&format!("aliases: [{earlier}]\n")));
        assert_eq!(leads(&sources, "hub"), None, "{earlier}");
        assert_eq!(taken(&sources).len(), 1, "{earlier}");
    }
    // A copy of a page claims none of its names.
    sources.insert("content/services/county.md".into(), service("aliases: [/services/shire/]\n"));
    let made = build(&sources);
    let site = made.inside.as_ref().expect("it was opened").0.site();
    let named = site.pages.iter().filter(|page| page.common.more_shorts == ["shire"]);
    assert_eq!(named.map(|page| page.address.as_str()).collect::<Vec<_>>(), ["/services/county/"]);
}

/// A sheet has every way to reach somebody that does without a voice.
#[test]
fn a_sheet_has_the_ways_of_those_who_cannot_ring() {
    let service = "---\ntitle: A line\ncontact:\n  phone: 01632 960123\n  form: https://line.example/form\n  \
                   bsl_relay: https://bsl.example/line\n---\nCome.\n";
    let sources = files(&[
        ("site.toml", "title = \"Carers\"\nbase_url = \"https://carers.example/\"\n"),
        ("content/_index.md", "---\ntitle: Home\n---\n"),
        ("content/services/_index.md", "---\ntitle: Services\ntype: service\n---\n"),
        ("content/services/line.md", service),
    ]);
    let sheet = String::from_utf8_lossy(&build(&sources).files["services/line/handout/index.html"]).into_owned();
    for way in ["Call in BSL by video", ">bsl.example/line<", ">line.example/form<"] {
        assert!(sheet.contains(way), "{way}\n{sheet}");
    }
}

/// What cannot go on a reader's own list says so, with the number and whose it is, in every form.
#[test]
fn a_sensitive_service_says_in_every_form_why_it_is_on_no_list() {
    let contact = "contact: { phones: [{ number: 01632 960123, label: Young carers }, { number: 01632 960124 }] }";
    let refuge = format!("---\ntitle: A house\nsensitive: yes\nquiet_title: A service\n{contact}\n---\nCome.\n");
    let sources = files(&[
        ("site.toml", "title = \"Carers\"\nbase_url = \"https://carers.example/\"\n"),
        ("content/_index.md", "---\ntitle: Home\n---\n"),
        ("content/services/_index.md", "---\ntitle: Services\ntype: service\n---\n"),
        ("content/services/house.md", &refuge),
        ("content/services/hub.md", "---\ntitle: Hub\n---\nCome.\n"),
        ("content/services/house.easy.md", "---\ntitle: A house\n---\nCome.\n"),
        ("content/services/house.young.md", "---\ntitle: A house\n---\nCome.\n"),
    ]);
    let made = build(&sources);
    for form in ["", "easy-read/", "young/"] {
        let page = String::from_utf8_lossy(&made.files[&format!("services/house/{form}index.html")]).into_owned();
        let why = page.split("data-unlisted").nth(1).and_then(|rest| rest.split("</p>").next()).unwrap_or_default();
        assert!(why.contains("somebody else could see") && why.contains("01632 960123"), "{form}: {why}");
        assert!(why.contains("<span>Young carers</span>") && !page.contains("data-id="), "{form}: {why}");
    }
}
