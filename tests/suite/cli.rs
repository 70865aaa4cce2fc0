//! The program itself, run in folders of its own: what it says, its exit codes, and what is on the disk afterwards.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::harness::{Files, NOW, demonstration, files, files_below};

/// How a run ended, and what it said.
struct Run {
    code: i32,
    out: String,
    err: String,
}

impl Run {
    fn all(&self) -> String {
        format!("{}{}", self.out, self.err)
    }
}

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_signpost"));
    command.args(arguments).current_dir(folder).stdin(Stdio::null());
    command.env("SOURCE_DATE_EPOCH", NOW.to_string()).env("NO_COLOR", "1");
    command
}

fn run(folder: &Path, arguments: &[&str]) -> Run {
    finish(&mut command(folder, arguments))
}

fn finish(command: &mut Command) -> Run {
    let output = command.output().expect("the program starts");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program writes UTF-8");
    Run { code: output.status.code().expect("it ends by itself"), out: text(output.stdout), err: text(output.stderr) }
}

fn write(folder: &Path, sources: &Files) {
    for (path, bytes) in sources {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("it lies in the folder")).expect("a temporary folder can be written");
        fs::write(path, bytes).expect("a temporary folder can be written");
    }
}

/// A small site that has nothing wrong with it.
fn good() -> Files {
    files(&[
        (
            "site.toml",
            "title = \"Carers\"\nbase_url = \"https://carers.example/\"\n[help]\nphone = \"01632 960000\"\n[owners]\n\"Team\" = \"team@example.org\"\n",
        ),
        ("content/_index.md", "---\ntitle: Home\nowner: Team\n---\n[Breaks for carers](guides/breaks.md)\n"),
        ("content/guides/_index.md", "---\ntitle: Guides\n---\n"),
        (
            "content/guides/breaks.md",
            "---\ntitle: Breaks\nsummary: Time for yourself.\n---\n![A cup of tea](tea.svg)\n",
        ),
        ("content/guides/tea.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"2\"/>\n"),
    ])
}

fn site(sources: &Files) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    write(folder.path(), sources);
    folder
}

/// A site that was built once, and its output then.
fn built() -> (TempDir, Files) {
    let site = site(&good());
    let run = run(site.path(), &["build"]);
    assert_eq!(run.code, 0, "{}", run.all());
    let output = files_below(&site.path().join("public"));
    assert!(output.contains_key("guides/breaks/index.html"));
    (site, output)
}

/// The folders that a build left beside its output.
fn leftovers(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder is there").flatten();
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    names.filter(|name| name.contains(".signpost-")).collect()
}

// ---- What goes well ----

#[test]
fn a_new_site_builds_without_a_finding() {
    let parent = tempfile::tempdir().expect("a temporary folder");
    let new = run(parent.path(), &["new", "site", "--yes"]);
    assert_eq!(new.code, 0, "{}", new.all());
    let site = parent.path().join("site");
    let sources = files_below(&site);
    let build = run(&site, &["build"]);
    assert_eq!((build.code, build.out.as_str()), (0, ""), "{}", build.all());
    assert!(build.err.contains("no findings") && build.err.lines().count() == 1, "{}", build.err);
    assert!(site.join("public/index.html").is_file() && site.join("public/easy-read/index.html").is_file());
    let check = run(&site, &["check"]);
    assert_eq!((check.code, check.out.as_str()), (0, ""), "{}", check.all());
    let mut after = files_below(&site);
    after.retain(|path, _| !path.starts_with("public/"));
    assert_eq!(sources.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
    assert!(sources == after, "a build changed a source file");
    assert_eq!(run(parent.path(), &["new", "site", "--yes"]).code, 2, "a folder that holds a site is refused");
    let asked = run(parent.path(), &["new", "other"]);
    assert!(asked.code == 2 && asked.err.contains("--yes") && !parent.path().join("other").exists(), "{}", asked.all());
}

#[test]
fn every_help_ends_in_an_example() {
    let here = tempfile::tempdir().expect("a temporary folder");
    let top = run(here.path(), &["--help"]);
    assert_eq!(top.code, 0);
    let list =
        top.out.split("Commands:\n").nth(1).and_then(|rest| rest.split("\n\n").next()).expect("a list of commands");
    let names: Vec<&str> = list
        .lines()
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    for wanted in ["new", "serve", "build", "check", "search", "publish", "schema"] {
        assert!(names.contains(&wanted), "{wanted} is not in {names:?}");
    }
    for name in names.iter().filter(|name| **name != "help") {
        let help = run(here.path(), &[name, "--help"]);
        let last = help.out.trim_end().lines().next_back().unwrap_or("");
        let is_example = last.trim_start().starts_with(&format!("signpost {name}"));
        assert!(help.code == 0 && is_example, "`signpost {name} --help` ends in {last:?}");
        assert!(help.out.contains("Example"), "{name}");
    }
    assert!(top.out.trim_end().lines().next_back().unwrap_or("").trim_start().starts_with("signpost "), "{}", top.out);
}

#[test]
fn a_run_ends_in_one_line_that_says_what_was_done() {
    let (site, _) = built();
    for arguments in [&["build"][..], &["check"], &["search", "breaks"]] {
        let run = run(site.path(), arguments);
        let last = run.err.lines().next_back().unwrap_or("");
        let parts: Vec<&str> = last.split("; ").collect();
        assert!(
            parts.len() >= 4 && parts[0].contains("page") && last.contains("no findings") && last.contains(" s;"),
            "{last}"
        );
    }
    let timed = run(site.path(), &["build", "--timings"]);
    for stage in ["parse", "render", "minify", "index"] {
        assert!(
            timed.err.lines().any(|line| line.starts_with(stage) && line.ends_with(" s")),
            "{stage}:\n{}",
            timed.err
        );
    }
    assert!(timed.err.contains("public"), "{}", timed.err);
}

#[test]
fn exit_codes_say_what_happened() {
    let (site, good_output) = built();
    let code = |arguments: &[&str]| run(site.path(), arguments).code;
    assert_eq!((code(&["check"]), code(&["build"]), code(&["search", "nothing-like-it"])), (0, 0, 0));
    assert_eq!(
        (code(&["check", "--no-such-option"]), code(&["no-such-command"]), code(&["--site", "nowhere", "check"])),
        (2, 2, 2)
    );
    assert_eq!(code(&["check", "--explain", "no-such-rule"]), 2);
    assert_eq!(code(&["publish", "--to", "x"]), 2, "what is not in this version cannot run");
    fs::write(site.path().join("content/warned.md"), "---\ntitle: Warned\nowner: Nobody\n---\n")
        .expect("it can be written");
    assert_eq!((code(&["check"]), code(&["build"])), (0, 0), "a warning stops nothing");
    assert_eq!(code(&["check", "--strict"]), 1);
    fs::write(
        site.path().join("content/broken.md"),
        "---\ntitle: Broken\nowner: Team\n---\n[Breaks](guides/braeks.md)\n",
    )
    .expect("it can be written");
    assert_eq!((code(&["check"]), code(&["build"]), code(&["check", "--strict"])), (1, 1, 1));
    assert!(!files_below(&site.path().join("public")).contains_key("broken/index.html"));
    let going = run(site.path(), &["build", "--keep-going"]);
    assert!(
        going.code == 0 && going.err.contains("error[broken-link]"),
        "an urgent correction gets out: {}",
        going.all()
    );
    assert!(files_below(&site.path().join("public")).len() > good_output.len());
    assert_eq!(code(&["check"]), 1, "and check still says so");
}

#[test]
fn machine_formats_write_only_their_document() {
    let mut sources = good();
    sources.insert(
        "content/broken.md".into(),
        b"---\ntitle: Broken\nowner: Team\n---\n[Breaks](guides/braeks.md)\n".to_vec(),
    );
    let site = site(&sources);
    let json = run(site.path(), &["check", "--format", "json"]);
    let value: serde_json::Value = serde_json::from_str(&json.out).expect("the document is all there is");
    assert_eq!(
        (json.code, value[0]["rule"].as_str(), value[0]["line"].as_u64()),
        (1, Some("broken-link"), Some(5)),
        "{}",
        json.out
    );
    let short = run(site.path(), &["check", "--format", "short"]);
    assert_eq!(
        short.out,
        "content/broken.md:5:1: error[broken-link]: this link leads to `guides/braeks.md`, which is not there\n"
    );
    let human = run(site.path(), &["check"]);
    assert!(
        human.out.starts_with("error[broken-link]: ") && human.out.contains("--> content/broken.md:5:1"),
        "{}",
        human.out
    );
    let found = run(site.path(), &["search", "--json", "breaks"]);
    let value: serde_json::Value = serde_json::from_str(&found.out).expect("the document is all there is");
    assert_eq!((found.code, value[0]["address"].as_str()), (0, Some("/guides/breaks/")), "{}", found.out);
    assert!(value[0]["title"].is_string() && value[0]["score"].is_number());
    write(site.path(), &good());
    fs::remove_file(site.path().join("content/broken.md")).expect("it is there");
    assert_eq!(run(site.path(), &["check", "--format", "json"]).out, "[]\n");
    fs::write(site.path().join("site.toml"), "title = \n").expect("it can be written");
    let stopped = run(site.path(), &["check", "--format", "json"]);
    let is_document = stopped.out.is_empty() || serde_json::from_str::<serde_json::Value>(&stopped.out).is_ok();
    assert!(stopped.code == 2 && is_document, "{}", stopped.all());
}

#[test]
fn search_answers_with_title_address_and_score() {
    let (site, _) = built();
    let run = run(site.path(), &["search", "time", "for", "yourself"]);
    assert!(run.code == 0 && run.out.contains("Breaks") && run.out.contains("/guides/breaks/"), "{}", run.all());
    assert!(
        run.out.split_whitespace().next().is_some_and(|score| score.parse::<f32>().is_ok_and(|score| score > 0.0)),
        "{}",
        run.out
    );
}

#[test]
fn explain_knows_every_rule_of_the_list() {
    let here = tempfile::tempdir().expect("a temporary folder");
    let list = run(here.path(), &["check", "--list"]);
    let names: Vec<&str> = list.out.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert_eq!(names, signpost::check::names());
    let manual = run(here.path(), &["check", "--explain", "missing-alt-text"]);
    assert!(
        manual.code == 0 && manual.out.contains("Why it matters") && manual.out.contains("Use instead"),
        "{}",
        manual.all()
    );
}

#[test]
fn the_same_input_gives_the_same_bytes_anywhere() {
    let (one, output) = built();
    let two = site(&good());
    let deep = two.path().join("deep/er");
    write(&deep, &good());
    for (folder, zone) in [(one.path(), "Pacific/Kiritimati"), (deep.as_path(), "America/New_York")] {
        let run = finish(
            command(folder, &["build"]).env("TZ", zone).env("LANG", "pl_PL.UTF-8").env("RAYON_NUM_THREADS", "1"),
        );
        assert_eq!(run.code, 0, "{}", run.all());
        assert!(files_below(&folder.join("public")) == output, "{} in {zone} differs", folder.display());
    }
}

#[test]
fn serve_shows_the_site_and_nothing_else() {
    let site = site(&good());
    let mut server = Server::start(site.path());
    let page = server.get("/guides/breaks/");
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("Breaks"), "{page}");
    for outside in ["/site.toml", "/../site.toml", "/%2e%2e/site.toml", "/guides/../../site.toml", "/content/_index.md"]
    {
        let answer = server.get(outside);
        assert!(!answer.contains("base_url") && !answer.starts_with("HTTP/1.1 200"), "{outside}: {answer}");
    }
    assert!(!site.path().join("public").exists(), "serving writes no file");
}

/// `signpost serve` while it runs.
struct Server {
    child: Child,
    address: String,
}

impl Server {
    fn start(folder: &Path) -> Self {
        let mut child = command(folder, &["serve", "--port", "0"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("it starts");
        let mut out = child.stdout.take().expect("it was piped");
        let mut said = String::new();
        let mut byte = [0];
        // It prints its address once it can be reached, and nothing before that.
        while !said.contains('\n') && out.read(&mut byte).is_ok_and(|count| count == 1) {
            said.push(char::from(byte[0]));
        }
        let address = said.trim().trim_start_matches("http://").trim_end_matches('/').to_owned();
        assert!(address.starts_with("127.0.0.1:"), "{said}");
        Self { child, address }
    }

    fn get(&mut self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).expect("it listens");
        stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a time can be set");
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address).expect("it reads");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("it answers and ends");
        String::from_utf8_lossy(&answer).into_owned()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

// ---- What goes badly ----

/// Spoils a good site that was built, builds again, and checks that it says why and leaves the good output alone.
fn spoilt(name: &str, wanted: &[&str], spoil: impl FnOnce(&Path)) -> Run {
    let (site, output) = built();
    spoil(site.path());
    let run = run(site.path(), &["build"]);
    judge(name, wanted, &run, site.path(), &output);
    let check = self::run(site.path(), &["check"]);
    assert!(matches!(check.code, 1 | 2), "{name}: check ends in {}", check.code);
    run
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

// ---- What is interrupted ----

#[cfg(unix)]
#[test]
fn a_killed_build_leaves_the_last_good_output() {
    use std::os::unix::process::ExitStatusExt as _;
    let site = site(&demonstration());
    let first = run(site.path(), &["build", "--keep-going"]);
    assert_eq!(first.code, 0, "{}", first.all());
    let public = site.path().join("public");
    let good = files_below(&public);
    // Another title makes every page of the next build another one.
    let settings = fs::read_to_string(site.path().join("site.toml")).expect("it is there");
    let title = "title = \"Mereshire Carers\"";
    assert!(settings.contains(title));
    fs::write(site.path().join("site.toml"), settings.replace(title, "title = \"Another title\""))
        .expect("it can be written");
    let mut killed = 0;
    for files in [0, good.len() / 10, good.len() / 2] {
        let mut build =
            command(site.path(), &["build", "--keep-going"]).stderr(Stdio::null()).spawn().expect("it starts");
        // The moment is a state of the disk, not a time: so many files are in the folder that is being made.
        while staged(site.path()).is_none_or(|count| count < files) && build.try_wait().expect("it is ours").is_none() {
            std::thread::yield_now();
        }
        build.kill().expect("it is ours");
        let ended = build.wait().expect("it is ours");
        if ended.signal() == Some(9) {
            killed += 1;
            assert!(files_below(&public) == good, "killed with {files} files: the last good output changed");
        } else {
            // It was quicker: then the whole of the new site must be there.
            assert!(ended.success() && files_below(&public) != good);
            write_back(&public, &good);
        }
    }
    assert!(killed > 0, "every build was quicker than the look at it");
    let last = run(site.path(), &["build", "--keep-going"]);
    assert_eq!(last.code, 0, "{}", last.all());
    let new = files_below(&public);
    assert!(String::from_utf8_lossy(&new["index.html"]).contains("Another title") || new != good);
    assert_eq!(leftovers(site.path()), Vec::<String>::new(), "the next build removes what killed ones left");
}

/// How many files a build has made so far in the folder beside the output; none before it has begun.
#[cfg(unix)]
fn staged(site: &Path) -> Option<usize> {
    let entries = fs::read_dir(site).ok()?.flatten().map(|entry| entry.path());
    let folders =
        entries.filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().contains(".signpost-")));
    let counts = folders.map(|folder| {
        walkdir::WalkDir::new(folder).into_iter().flatten().filter(|entry| entry.file_type().is_file()).count()
    });
    counts.max()
}

#[cfg(unix)]
fn write_back(public: &PathBuf, good: &Files) {
    fs::remove_dir_all(public).expect("it is there");
    write(public, good);
}

#[test]
fn findings_are_the_same_in_every_format() {
    let mut sources = good();
    sources.insert("content/b.md".into(), b"---\ntitle: B\nsumary: x\n---\n[x](y.md) ![](z.svg)\n".to_vec());
    let site = site(&sources);
    let count = |format: &str| run(site.path(), &["check", "--format", format]).out;
    let human = count("human")
        .lines()
        .filter(|line| line.starts_with("error[") || line.starts_with("warning[") || line.starts_with("advice["))
        .count();
    let short = count("short").lines().count();
    let json: Vec<BTreeMap<String, serde_json::Value>> = serde_json::from_str(&count("json")).expect("it is JSON");
    assert!(human > 3 && human == short && short == json.len(), "{human}, {short}, {}", json.len());
}
