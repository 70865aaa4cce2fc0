//! `import` and `export` as a person meets them: shown first, written when told to, and said where nothing was.

use std::fs;

use super::{good, run, site};
use crate::harness::{Files, files, read, tests};

fn services() -> Files {
    let mut sources = good();
    sources.extend(files(&[
        ("content/services/_index.md", "---\ntitle: Services\ntype: service\n---\n"),
        ("content/services/hub.md", "---\ntitle: Hub\ncontact: { phone: \"+441632960123\" }\n---\n\nCome in.\n"),
        ("sheet.csv", "Name,Tel,Ward\nCafe,01632 960124,Moor\n,,lost\n"),
    ]));
    sources
}

#[test]
fn a_sheet_is_shown_first_and_written_when_told() {
    let folder = site(&services());
    let page = folder.path().join("content/services/cafe.md");
    for arguments in [&["import", "csv", "sheet.csv"][..], &["import", "csv", "sheet.csv", "--dry-run"]] {
        let shown = run(folder.path(), arguments);
        assert_eq!(shown.code, 1, "a row has no name: {}", shown.all());
        assert!(
            shown.out.contains("  Tel   phone\n") && shown.out.contains("new       services/cafe.md (row 2): Cafe\n"),
            "{}",
            shown.all()
        );
        assert!(
            shown.err.contains("error: row 3: it has no name") && shown.err.contains("nothing was"),
            "{}",
            shown.all()
        );
        assert!(!page.exists() && !folder.path().join("sheet.csv.mapping.yaml").exists());
    }
    let written = run(folder.path(), &["import", "csv", "sheet.csv", "--yes"]);
    assert_eq!(written.code, 1, "{}", written.all());
    let text = fs::read_to_string(&page).expect("it was written");
    assert!(text.starts_with("---\ntitle: Cafe\ncontact: { phone: 01632 960124 }\nid: "), "{text}");
    assert!(text.ends_with("notes:\n  sheet: { Ward: Moor }\n---\n"), "{text}");
    // The mapping beside the sheet is what an editor corrects.
    let mapping = folder.path().join("sheet.csv.mapping.yaml");
    let corrected = fs::read_to_string(&mapping).expect("it was written").replace("Ward: notes", "Ward: summary");
    fs::write(&mapping, corrected).expect("it can be written");
    let again = run(folder.path(), &["import", "csv", "sheet.csv", "--yes"]);
    assert!(
        again.out.contains("Its columns, by sheet.csv.mapping.yaml") && again.err.contains("0 new, 1 changed"),
        "{}",
        again.all()
    );
    let text = fs::read_to_string(&page).expect("it is there");
    assert!(text.contains("summary: Moor\n") && !text.contains("notes"), "{text}");
    let built = run(folder.path(), &["build", "--keep-going"]);
    assert!(!built.all().contains("unknown-data-file"), "{}", built.all());
    assert!(!folder.path().join("public/data").exists());
}

#[test]
fn an_export_comes_back() {
    let folder = site(&services());
    let out = run(folder.path(), &["export", "csv"]);
    assert_eq!(out.code, 0, "{}", out.all());
    assert!(out.out.starts_with("\u{feff}path,id,title,contact 1 phone 1,body,exported as\r\n"), "{}", out.out);
    assert!(out.out.contains(",'+441632960123,"), "{}", out.out);
    assert!(out.err.starts_with("1 service; "), "{}", out.err);
    let to_file = run(folder.path(), &["export", "csv", "--output", "out/services.csv"]);
    assert!(to_file.out.is_empty() && to_file.err.contains("wrote out/services.csv"), "{}", to_file.all());
    assert_eq!(read(&folder.path().join("out/services.csv")), out.out.as_bytes());
    let before = read(&folder.path().join("content/services/hub.md"));
    let back = run(folder.path(), &["import", "csv", "out/services.csv", "--yes"]);
    assert!(
        back.code == 0
            && back.err.contains("0 new, 0 changed, 1 as they were")
            && back.err.contains("nothing to write"),
        "{}",
        back.all()
    );
    assert_eq!(read(&folder.path().join("content/services/hub.md")), before);
    assert!(
        !folder.path().join("content/data").exists() && !folder.path().join("out/services.csv.mapping.yaml").exists()
    );
}

#[test]
fn what_cannot_be_imported_is_told() {
    let mut sources = services();
    sources.extend(files(&[
        ("wrong.yaml", "columns:\n  Name: titel\n"),
        ("empty.csv", ""),
        ("broken.xlsx", "PK\u{3}\u{4}nothing"),
        ("content/data/imports/sheet.yaml", "services: 5\n"),
    ]));
    let folder = site(&sources);
    let check = |arguments: &[&str], why: &str| {
        let got = run(folder.path(), arguments);
        assert!(got.code == 2 && got.err.contains(why), "{arguments:?}: {}", got.all());
    };
    check(&["import", "csv", "none.csv"], "`none.csv` cannot be read: there is no such file");
    check(&["import", "csv", "empty.csv"], "holds no rows");
    check(&["import", "csv", "broken.xlsx"], "`broken.xlsx` cannot be read");
    check(&["import", "csv", "sheet.csv", "--mapping", "wrong.yaml"], "did you mean `title`?");
    check(&["import", "csv", "sheet.csv", "--mapping", "none.yaml"], "there is no such file");
    check(&["import", "csv", "sheet.csv"], "content/data/imports/sheet.yaml");
    check(&["import", "csv", "sheet.csv", "--name", "other", "--into", "../x"], "cannot be a folder of pages");
    check(&["import", "csv", "sheet.csv", "--name", "/"], "has no name");
    assert!(tests("exchange/messy.csv").exists());
}

#[test]
fn an_export_tells_no_hidden_address_and_is_private_where_it_does() {
    use std::os::unix::fs::PermissionsExt;
    let mut sources = services();
    let refuge = "---\ntitle: House\nplaces: [{ address: 9 Larkspur Close, postcode: ZZ9 9ZZ, hidden: true }]\n---\n";
    sources.extend(files(&[
        ("content/services/house.md", refuge),
        ("content/services/hint.md", "---\ntitle: Hint\ndraft: true\n---\n\nAsk at 9 Larkspur Close.\n"),
    ]));
    let folder = site(&sources);
    let out = run(folder.path(), &["export", "csv"]);
    assert!(out.code == 2 && out.err.contains("content/services/hint.md would tell"), "{}", out.all());
    assert!(!out.all().contains("Larkspur"), "{}", out.all());
    let with = run(folder.path(), &["export", "csv", "--hidden-places", "--output", "all.csv"]);
    assert_eq!(with.code, 0, "{}", with.all());
    let mode = fs::metadata(folder.path().join("all.csv")).expect("it was written").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn a_mapping_that_lies_there_is_neither_lost_nor_taken_for_an_export() {
    let folder = site(&services());
    let mapping = folder.path().join("sheet.csv.mapping.yaml");
    fs::write(&mapping, b"# Caf\xe9\ncolumns:\n  Name: title\n  Tel: phone\n  Ward: summary\n")
        .expect("it can be written");
    let before = read(&mapping);
    let came = run(folder.path(), &["import", "csv", "sheet.csv", "--yes"]);
    assert!(came.out.contains("Its columns, by sheet.csv.mapping.yaml"), "{}", came.all());
    assert_eq!(read(&mapping), before);
    // The mapping of a council's sheet beside an export of the same name.
    fs::write(folder.path().join("services.csv.mapping.yaml"), "columns:\n  Name: title\n").expect("it can be written");
    assert_eq!(run(folder.path(), &["export", "csv", "--output", "services.csv"]).code, 0);
    let back = run(folder.path(), &["import", "csv", "services.csv", "--yes"]);
    assert!(back.code == 0 && back.out.contains("It is an export of Signpost"), "{}", back.all());
}

#[test]
fn open_data_of_another_site_is_shown_first_and_written_when_told() {
    let neighbour = site(&services());
    let made = run(neighbour.path(), &["build", "--keep-going"]);
    assert_eq!(made.code, 0, "{}", made.all());
    let api = neighbour.path().join("public/api");
    let api = api.to_str().expect("a path of letters");
    let mut own = good();
    own.extend(files(&[
        ("content/services/_index.md", "---\ntitle: Services\ntype: service\n---\n"),
        ("broken.json", "[{\"id\": 1, \"status\": \"active\"}, {\"name\": \"Cafe\", \"status\": \"active\"}]"),
        ("empty.json", "{}"),
        ("nothing/readme.txt", "Nothing."),
    ]));
    let folder = site(&own);
    let page = folder.path().join("content/services/hub.md");
    let shown = run(folder.path(), &["import", "hsds", api, "--name", "neighbours"]);
    assert_eq!(shown.code, 0, "{}", shown.all());
    assert!(shown.out.contains("1 service\n") && shown.out.contains("new       services/hub.md"), "{}", shown.all());
    assert!(shown.err.contains("nothing was: add `--yes`") && !page.exists(), "{}", shown.all());
    let written = run(folder.path(), &["import", "hsds", api, "--name", "neighbours", "--yes"]);
    assert_eq!(written.code, 0, "{}", written.all());
    let text = fs::read_to_string(&page).expect("it was written");
    assert!(text.contains("contact: { phone: +44 1632 960123 }\nid: "), "{text}");
    assert!(folder.path().join("content/data/imports/neighbours.yaml").exists());
    // Once more, from the tables: they say the same.
    let tables = format!("{api}/csv");
    for source in [api, tables.as_str()] {
        let again = run(folder.path(), &["import", "hsds", source, "--name", "neighbours", "--yes"]);
        assert!(again.code == 0 && again.err.contains("nothing to write"), "{}", again.all());
    }
    // What cannot be taken in is named, and the rest written.
    let broken = run(folder.path(), &["import", "hsds", "broken.json", "--yes"]);
    assert_eq!(broken.code, 1, "{}", broken.all());
    assert!(broken.err.contains("error: broken.json, item 1: it has no `name`"), "{}", broken.all());
    assert!(folder.path().join("content/services/cafe.md").exists());
    for (source, why) in [
        ("none", "`none` cannot be read: there is no such file or folder"),
        ("nothing", "`nothing` cannot be imported: no service was found in it"),
        ("empty.json", "no service was found in it"),
        ("site.toml", "no service was found in it: site.toml: it is no JSON"),
    ] {
        let got = run(folder.path(), &["import", "hsds", source]);
        assert!(got.code == 2 && got.err.contains(why), "{source}: {}", got.all());
    }
}
