//! The program itself, run in folders of its own: what it says, its exit codes, and what is on the disk afterwards.

mod bad_input;
mod check_html;
mod exchange;
mod gallery;
#[cfg(unix)]
mod interrupted;
mod letters;
mod mend;

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;

use crate::harness::{Files, NOW, files, files_below};

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

#[test]
fn a_new_site_builds_without_a_finding() {
    let parent = tempfile::tempdir().expect("a temporary folder");
    let new = run(parent.path(), &["new", "site", "--yes"]);
    assert_eq!(new.code, 0, "{}", new.all());
    let site = parent.path().join("site");
    let sources = files_below(&site);
    let build = run(&site, &["build"]);
    assert_eq!((build.code, build.out.as_str()), (0, ""), "{}", build.all());
    assert!(build.err.contains("no findings") && build.err.lines().count() == 2, "{}", build.err);
    assert!(build.err.starts_with("The site next changes by itself on "), "{}", build.err);
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
    assert!(manual.out.contains("missing-alt-text = \"error\""), "{}", manual.out);
    let manual = run(here.path(), &["check", "--explain", "reading-age"]);
    assert!(manual.out.contains("reading-age = { level = \"advice\", years = 14 }"), "{}", manual.out);
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

/// A site with one strategy.
fn strategy(action: &str) -> Files {
    let mut sources = good();
    let page = format!(
        "---\ntitle: Plan\ntype: strategy\nstate: approved\nowner: Team\n---\n::: action owner=\"The council\" {action}\nTrain staff.\n:::\n"
    );
    sources.insert("content/strategy/_index.md".into(), b"---\ntitle: Strategy\ntype: strategy\n---\n".to_vec());
    sources.insert("content/strategy/plan.md".into(), page.into_bytes());
    sources
}

#[test]
fn a_report_is_written_once_and_stays_as_it_was_when_the_strategy_changes() {
    let folder = site(&strategy("status=done due=2025-06"));
    let made = run(folder.path(), &["report", "2025"]);
    assert_eq!((made.code, made.out.as_str()), (0, "content/data/reports/2025.yaml\n"), "{}", made.err);
    let pages = || {
        let built = run(folder.path(), &["build"]);
        assert_eq!(built.code, 0, "{}", built.err);
        ["index.html", "../2025.csv"].map(|name| {
            let path = folder.path().join("public/strategy/progress/2025").join(name);
            fs::read_to_string(path).expect("it was made")
        })
    };
    let before = pages();
    assert!(before.iter().all(|page| page.contains("Train staff.")));
    write(
        folder.path(),
        &files(&[("content/strategy/plan.md", "---\ntitle: Plan\ntype: strategy\nowner: Team\n---\nNothing.\n")]),
    );
    assert_eq!(pages(), before);
    let again = run(folder.path(), &["report", "2025"]);
    assert_eq!(again.code, 2, "{}", again.all());
    let refused = run(folder.path(), &["report", "2024"]);
    assert!(refused.code == 2 && refused.err.contains("promised anything for 2024"), "{}", refused.all());
    let path = folder.path().join("content/data/reports/2025.yaml");
    let text = fs::read_to_string(&path).expect("it is there");
    fs::write(&path, text.replace("Train staff.", "Train some staff.")).expect("it can be written");
    let changed = run(folder.path(), &["check"]);
    assert!(changed.code == 1 && changed.all().contains("error[changed-report]"), "{}", changed.all());
}

#[test]
fn a_report_of_a_year_that_is_not_over_or_none_is_refused() {
    let folder = site(&strategy("due=2026-06"));
    for (year, why) in [("2026", "2026 is not over"), ("2026-27", "not over"), ("last", "`last` is no year")] {
        let refused = run(folder.path(), &["report", year]);
        assert!(refused.code == 2 && refused.err.contains(why), "{year}: {}", refused.all());
    }
    assert!(!folder.path().join("content/data").exists());
    let kept = run(folder.path(), &["report", "2025-26"]);
    assert!(kept.code == 2 && kept.err.contains("promised anything"), "{}", kept.all());
}

#[test]
fn what_is_published_is_taken_down_and_what_changes_is_told() {
    let service = |cost: &str| {
        let page = format!("---\ntitle: Hub\ncost: {cost}\ntype: service\nowner: Team\n---\nCome in.\n");
        files(&[("content/hub.md", page.as_str())])
    };
    let folder = site(&good());
    write(folder.path(), &service("Free"));
    let path = folder.path().join("content/data/changes.yaml");
    let refused = run(folder.path(), &["publish", "--record", "--to", "x"]);
    assert!(refused.code == 2 && refused.err.contains("not in this version") && !path.exists(), "{}", refused.all());
    let first = run(folder.path(), &["publish", "--record"]);
    assert_eq!((first.code, first.out.as_str()), (0, "content/data/changes.yaml\n"), "{}", first.err);
    assert!(first.err.contains("1 service is written down; what changes"), "{}", first.err);
    write(folder.path(), &service("£5"));
    let second = run(folder.path(), &["publish", "--record"]);
    assert!(second.code == 0 && second.err.contains("1 cost since the last time"), "{}", second.all());
    let text = fs::read_to_string(&path).expect("it is there");
    let third = run(folder.path(), &["publish", "--record"]);
    assert_eq!((third.code, fs::read_to_string(&path).expect("it is there")), (0, text.clone()), "{}", third.err);
    assert_eq!(run(folder.path(), &["build"]).code, 0);
    let feed = fs::read_to_string(folder.path().join("public/changes/feed.xml")).expect("it was made");
    assert_eq!(feed.matches("<entry>").count(), 1, "{feed}");
    // A site that would not be published is not taken down.
    write(folder.path(), &files(&[("content/hub.md", "---\ntitle: Hub\n---\n[Away](/nowhere/)\n")]));
    let broken = run(folder.path(), &["publish", "--record"]);
    assert!(broken.code == 1 && broken.err.contains("error[broken-link]"), "{}", broken.all());
    assert_eq!(fs::read_to_string(&path).expect("it is there"), text);
}
