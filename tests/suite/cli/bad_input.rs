//! Bad input: each kind gets a clear message and exit code 1 or 2, and the last good output stays byte for byte.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use super::{Run, built, command, finish, good, leftovers, run, site, write};
use crate::harness::{Files, files, files_below};

/// Spoils a good site that was built, builds again, and checks that it says why and leaves the good output alone.
fn spoilt(name: &str, wanted: &[&str], spoil: impl FnOnce(&Path)) -> Run {
    let (site, output) = built();
    spoil(site.path());
    let build = run(site.path(), &["build"]);
    judge(name, wanted, &build, site.path(), &output);
    let check = run(site.path(), &["check"]);
    assert!(matches!(check.code, 1 | 2), "{name}: check ends in {}", check.code);
    build
}

fn judge(name: &str, wanted: &[&str], run: &Run, folder: &Path, output: &Files) {
    assert!(matches!(run.code, 1 | 2), "{name} ends in {}:\n{}", run.code, run.all());
    for words in wanted {
        assert!(run.err.contains(words), "{name} does not say \"{words}\":\n{}", run.all());
    }
    assert!(!run.err.contains("panicked") && !run.err.contains("internal-error"), "{name}:\n{}", run.err);
    assert!(files_below(&folder.join("public")) == *output, "{name}: the last good output changed");
    assert_eq!(leftovers(folder), Vec::<String>::new(), "{name} leaves something behind");
}

fn add(folder: &Path, path: &str, bytes: impl AsRef<[u8]>) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().expect("it lies in the site")).expect("a temporary folder can be written");
    fs::write(path, bytes).expect("a temporary folder can be written");
}

#[test]
fn no_such_folder_and_no_site_in_it() {
    let here = tempfile::tempdir().expect("a temporary folder");
    for arguments in
        [&["--site", "nowhere", "build"][..], &["--site", "nowhere", "check"], &["--site", "nowhere", "serve"]]
    {
        let run = run(here.path(), arguments);
        assert!(run.code == 2 && run.err.contains("nowhere") && run.err.contains("no such folder"), "{}", run.all());
    }
    let run = run(here.path(), &["build"]);
    assert!(run.code == 2 && run.err.contains("site.toml") && run.err.contains("signpost new"), "{}", run.all());
    assert!(!here.path().join("public").exists());
}

#[test]
fn a_site_that_cannot_be_read_gives_other_programs_their_document() {
    let (site, _) = built();
    add(site.path(), "site.toml", "title = [\n");
    for format in ["json", "gitlab", "sarif"] {
        let run = run(site.path(), &["check", "--format", format]);
        let value: serde_json::Value =
            serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{format} is JSON: {}", run.all()));
        assert!(run.code == 2 && value.to_string().contains("broken-settings"), "{format}: {}", run.all());
    }
    let run = run(site.path(), &["check", "--format", "short"]);
    assert!(run.out.starts_with("site.toml:1:") && run.out.contains("error[broken-settings]"), "{}", run.all());
}

#[test]
fn text_that_is_not_utf_8() {
    let run = spoilt("a page in Latin-1", &["error[not-utf-8]", "content/guides/cafe.md", "UTF-8"], |site| {
        add(site, "content/guides/cafe.md", b"---\ntitle: Caf\xe9\n---\n");
    });
    assert_eq!(run.code, 1);
    spoilt("settings in Latin-1", &["not-utf-8", "site.toml"], |site| add(site, "site.toml", b"title = \"Caf\xe9\"\n"));
    spoilt("records in Latin-1", &["not-utf-8", "contacts.yaml"], |site| {
        add(site, "content/data/contacts.yaml", b"hub: { name: Caf\xe9 }\n")
    });
}

#[test]
fn yaml_and_toml_that_cannot_be_read() {
    let run = spoilt("broken YAML", &["error[broken-yaml]", "content/money.md:2", "quotes"], |site| {
        add(site, "content/money.md", "---\ntitle: Money: what you can get\nowner: Team\n---\n");
    });
    assert_eq!(run.code, 1);
    spoilt("broken settings", &["error[broken-settings]", "site.toml:1"], |site| {
        add(site, "site.toml", "title = Carers\n")
    });
    spoilt("an alias bomb", &["content/bomb.md"], |site| {
        let lines: String = (1..30).map(|n| format!("a{n}: &a{n} [*a{0}, *a{0}, *a{0}]\n", n - 1)).collect();
        add(site, "content/bomb.md", format!("---\ntitle: Bomb\na0: &a0 [x]\n{lines}---\n"));
    });
}

#[test]
fn front_matter_without_end() {
    let run =
        spoilt("front matter without end", &["error[broken-front-matter]", "content/open.md:1:1", "---"], |site| {
            add(site, "content/open.md", "---\ntitle: Open\n\nWords.\n");
        });
    assert_eq!(run.code, 1);
}

#[test]
fn two_pages_with_one_address() {
    spoilt("a page and a section", &["error[same-address]", "/guides/breaks/"], |site| {
        add(site, "content/guides/breaks/_index.md", "---\ntitle: Again\n---\n");
    });
    let run = spoilt("names that differ in case", &["error[same-address]", "Breaks.md"], |site| {
        add(site, "content/guides/Breaks.md", "---\ntitle: Again\n---\n");
    });
    assert_eq!(run.code, 1);
}

#[test]
fn a_template_that_cannot_be_rendered() {
    for (name, template) in
        [("a word that is not there", "{{ page.boddy }}"), ("a block without end", "{% if page.title %}")]
    {
        spoilt(name, &["error[template-error]", "page.html"], |site| {
            add(site, "themes/signpost/templates/page.html", template);
        });
    }
}

#[test]
fn an_address_that_leads_out_of_the_site() {
    for alias in ["../../x", "/../x", "/a/../../../x/"] {
        spoilt(alias, &["content/moved.md"], |site| {
            add(site, "content/moved.md", format!("---\ntitle: Moved\nowner: Team\naliases: [\"{alias}\"]\n---\n"));
        });
    }
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_site_is_not_followed() {
    use std::os::unix::fs::symlink;
    let outside = tempfile::tempdir().expect("a temporary folder");
    add(outside.path(), "secret.md", "---\ntitle: Secret\n---\nSecret.\n");
    add(outside.path(), "secret.svg", "<svg/>");
    let secret = outside.path().to_owned();
    spoilt("a page that is a link", &["error[link-out-of-site]", "content/leak.md"], |site| {
        symlink(secret.join("secret.md"), site.join("content/leak.md")).expect("a link can be made");
    });
    spoilt("a picture that is a link", &["error[link-out-of-site]", "content/leak.svg"], |site| {
        symlink(secret.join("secret.svg"), site.join("content/leak.svg")).expect("a link can be made");
        add(site, "content/shown.md", "---\ntitle: Shown\nowner: Team\n---\n![A secret](leak.svg)\n");
    });
    spoilt("a folder that is a link", &["content/leak"], |site| {
        symlink(&secret, site.join("content/leak")).expect("a link can be made");
    });
    spoilt("a folder that is a link to itself", &["error[linked-folder]", "content/round"], |site| {
        symlink(site.join("content"), site.join("content/round")).expect("a link can be made");
    });
    spoilt("a link to nothing", &["content/gone.md"], |site| {
        symlink(site.join("nowhere.md"), site.join("content/gone.md")).expect("a link can be made");
    });
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_read_is_named() {
    use std::os::unix::fs::PermissionsExt as _;
    use std::os::unix::process::CommandExt as _;
    let (site, output) = built();
    let set = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("it is ours");
    let page = site.path().join("content/guides/breaks.md");
    set(&page, 0o000);
    let mut build = command(site.path(), &["build"]);
    if fs::read(&page).is_ok() {
        // Root may read everything: the program runs as nobody, who must be able to write beside the output.
        set(site.path(), 0o777);
        build.uid(65_534).gid(65_534);
        if build.output().is_err() {
            eprintln!(
                "*** NOT TESTED: a file that cannot be read, as root reads all and nobody may not run the program ***"
            );
            return;
        }
    }
    let run = finish(&mut build);
    judge(
        "a file that cannot be read",
        &["error[unreadable-file]", "content/guides/breaks.md"],
        &run,
        site.path(),
        &output,
    );
    assert_eq!(run.code, 1);
    set(&page, 0o644);
}

#[test]
fn a_huge_page_is_refused() {
    let start = Instant::now();
    let run = spoilt("a page of 50 MB", &["error[oversized-page]", "content/huge.md", "50 MB"], |site| {
        let mut text = b"---\ntitle: Huge\nowner: Team\n---\n".to_vec();
        text.extend("A sentence about caring that goes on. ".repeat(50 * 27_600).bytes());
        add(site, "content/huge.md", text);
    });
    assert_eq!(run.code, 1);
    assert!(start.elapsed() < Duration::from_secs(60), "it took {:?}", start.elapsed());
}

#[test]
fn files_that_are_never_published() {
    spoilt("a link to a spreadsheet", &["error[private-file]", "content/prices.md:5", "prices.xlsx"], |site| {
        add(site, "content/prices.md", "---\ntitle: Prices\nowner: Team\n---\n[Prices](prices.xlsx)\n");
        add(site, "content/prices.xlsx", "PK");
    });
    spoilt("a link to a Word file", &["error[private-file]", "plan.docx"], |site| {
        add(site, "content/plan.md", "---\ntitle: Plan\nowner: Team\n---\n[Our plan](plan.docx)\n");
        add(site, "content/plan.docx", "PK");
    });
}

#[test]
fn an_empty_site() {
    let run = spoilt("a site without pages", &["content"], |site| {
        fs::remove_dir_all(site.join("content")).expect("it is there");
        fs::create_dir(site.join("content")).expect("it can be made");
    });
    assert!(!run.err.is_empty());
    spoilt("settings that are empty", &["site.toml"], |site| add(site, "site.toml", ""));
}

#[test]
fn an_output_that_signpost_did_not_make() {
    let site = site(&good());
    let before: Files = files(&[("holiday.jpg", "x"), ("build.json", "{\"generator\":\"other\"}")]);
    write(&site.path().join("photos"), &before);
    fs::write(site.path().join("a-file"), "x").expect("it can be written");
    for output in ["photos", "a-file", "content", "content/public", "."] {
        let run = run(site.path(), &["build", "--output", output]);
        assert!(run.code == 2 && run.err.starts_with("error: ") && run.err.contains("help"), "{output}: {}", run.all());
    }
    assert!(files_below(&site.path().join("photos")) == before);
    let mut sources = files_below(site.path());
    sources.retain(|path, _| path.starts_with("content/") || path == "site.toml");
    assert!(sources == good() && leftovers(site.path()).is_empty());
}

#[test]
fn everything_wrong_is_told_in_one_run() {
    spoilt("many mistakes", &["braeks.md", "sumary", "calout", "a.md", "b.md", "c.md"], |site| {
        add(site, "content/a.md", "---\ntitle: A\nowner: Team\n---\n[Breaks](guides/braeks.md)\n");
        add(site, "content/b.md", "---\ntitle: B\nowner: Team\nsumary: Words.\n---\n");
        add(site, "content/c.md", "---\ntitle: C\nowner: Team\n---\n::: calout\nWords.\n:::\n");
    });
}
