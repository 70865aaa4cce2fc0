//! Variants and their pages in git repositories that each test makes: what the history tells where nobody wrote a date.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use crate::harness::{Made, build_folder};

const SETTINGS: &str = "title = \"Carers\"\nbase_url = \"https://carers.example/\"\n[help]\nphone = \"01632 960000\"\n";

/// A site in a repository, with a page about breaks and its Easy Read.
struct Repository(TempDir);

impl Repository {
    fn new() -> Self {
        let repository = Self(tempfile::tempdir().expect("a temporary folder"));
        repository.git("2026-01-01", &["init", "--quiet"]);
        repository.write("site.toml", SETTINGS);
        repository.write("content/_index.md", "---\ntitle: Home\n---\n[Breaks](breaks.md)\n");
        repository
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn git(&self, day: &str, arguments: &[&str]) {
        let moment = format!("{day}T12:00:00Z");
        let mut command = Command::new("git");
        command.args(["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]);
        command.args(arguments).current_dir(self.path());
        command.env("GIT_COMMITTER_DATE", &moment).env("GIT_AUTHOR_DATE", &moment);
        let output = command.output().expect("these tests need git: install it, as tests/run says");
        assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().expect("it lies in the folder")).expect("a temporary folder can be written");
        fs::write(path, text).expect("a temporary folder can be written");
    }

    fn page(&self, front: &str, body: &str) {
        self.write("content/breaks.md", &format!("---\ntitle: Breaks\n{front}---\n{body}\n"));
    }

    fn easy(&self, front: &str, body: &str) {
        self.write("content/breaks.easy.md", &format!("---\ntitle: Breaks\n{front}---\n{body}\n"));
    }

    fn commit(&self, day: &str) {
        self.git(day, &["add", "--all"]);
        self.git(day, &["commit", "--quiet", "--message", "change"]);
    }

    fn found(&self) -> String {
        stale(&build_folder(self.path()))
    }
}

fn stale(made: &Made) -> String {
    made.report(|finding, _| matches!(finding.rule, "stale-variant" | "shallow-checkout"))
}

#[test]
fn a_page_that_changed_after_its_variant_is_told_by_its_history() {
    let repository = Repository::new();
    repository.page("", "A sitter comes for two hours.");
    repository.easy("", "A sitter comes.");
    repository.commit("2026-03-01");
    assert_eq!(repository.found(), "");
    repository.page("", "A sitter comes for three hours.");
    repository.commit("2026-05-02");
    let found = repository.found();
    assert!(found.starts_with("warning[stale-variant]: this variant is older"), "{found}");
    assert!(found.contains("content/breaks.easy.md") && found.contains("the page changed on 2026-05-02"), "{found}");
    // Another commit that changes no words leaves the day as it was.
    repository.page("owner: Carers team\nreview_by: 2027-01-01\n", "A sitter comes\nfor three hours.");
    repository.commit("2026-06-03");
    assert!(repository.found().contains("2026-05-02"), "{}", repository.found());
    repository.easy("", "A sitter comes for longer.");
    assert_eq!(repository.found(), "", "a variant that is being changed is not judged");
    repository.commit("2026-06-04");
    assert_eq!(repository.found(), "");
}

#[test]
fn what_the_pages_say_goes_before_what_history_tells() {
    let repository = Repository::new();
    repository.page("reviewed: 2026-02-01\n", "A sitter comes for two hours.");
    repository.easy("reviewed: 2026-02-01\n", "A sitter comes.");
    repository.commit("2026-03-01");
    repository.page("reviewed: 2026-02-01\n", "A sitter comes for three hours.");
    repository.commit("2026-05-02");
    assert_eq!(repository.found(), "", "both say that they were checked on one day");
    // The page says nothing, so the day of the variant is compared with the history of the page.
    repository.page("", "A sitter comes for three hours.");
    repository.easy("reviewed: 2026-05-03\n", "A sitter comes.");
    assert_eq!(repository.found(), "");
    repository.easy("reviewed: 2026-05-01\n", "A sitter comes.");
    assert!(repository.found().contains("2026-05-02"), "{}", repository.found());
    // The variant says nothing, so its history is compared with the day on the page.
    repository.page("updated: 2026-05-20\n", "A sitter comes for three hours.");
    repository.easy("", "A sitter comes.");
    repository.commit("2026-05-10");
    assert!(repository.found().contains("2026-05-20"), "{}", repository.found());
    // That a page was read once more does not make its variant older.
    repository.page("reviewed: 2026-06-01\n", "A sitter comes for three hours.");
    repository.commit("2026-06-01");
    assert_eq!(repository.found(), "");
}

#[test]
fn a_site_in_a_subfolder_and_a_page_with_a_new_name() {
    let outer = Repository::new();
    let inner = outer.path().join("sites/carers é");
    fs::create_dir_all(&inner).expect("a temporary folder can be written");
    for name in ["site.toml", "content"] {
        fs::rename(outer.path().join(name), inner.join(name)).expect("a temporary folder can be written");
    }
    let page = |body: &str| fs::write(inner.join("content/été à deux.md"), body).expect("it can be written");
    fs::write(inner.join("content/été à deux.easy.md"), "---\ntitle: Breaks\n---\nShort.\n")
        .expect("it can be written");
    page("---\ntitle: Breaks\n---\nOne.\n");
    outer.commit("2026-03-01");
    page("---\ntitle: Breaks\n---\nTwo.\n");
    outer.commit("2026-04-01");
    assert!(stale(&build_folder(&inner)).contains("2026-04-01"));
    fs::rename(inner.join("content/été à deux.md"), inner.join("content/deux.md")).expect("it can be renamed");
    fs::rename(inner.join("content/été à deux.easy.md"), inner.join("content/deux.easy.md"))
        .expect("it can be renamed");
    outer.commit("2026-05-01");
    assert_eq!(stale(&build_folder(&inner)), "");
}

#[test]
fn a_history_that_is_cut_off_is_said_once() {
    let repository = Repository::new();
    for (day, body) in [("2026-03-01", "One."), ("2026-04-01", "Two.")] {
        repository.page("", body);
        repository.easy("", "Short.");
        repository.write("content/other.md", "---\ntitle: Other\n---\nWords.\n");
        repository.write("content/other.easy.md", "---\ntitle: Other\n---\nWords.\n");
        repository.commit(day);
    }
    let place = format!("file://{}", repository.path().display());
    repository.git("2026-05-01", &["clone", "--quiet", "--depth", "1", &place, "cut"]);
    let found = stale(&build_folder(&repository.path().join("cut")));
    assert!(found.starts_with("advice[shallow-checkout]: ") && found.contains("2 variants"), "{found}");
    assert!(found.contains("fetch-depth: 0") && found.matches("advice[").count() == 1, "{found}");
}

#[test]
fn no_byte_of_a_site_depends_on_its_history() {
    let repository = Repository::new();
    repository.page("", "One.");
    repository.easy("", "Short.");
    repository.commit("2026-03-01");
    repository.page("", "Two.");
    repository.commit("2026-04-01");
    let with = build_folder(repository.path());
    assert_ne!(stale(&with), "");
    fs::remove_dir_all(repository.path().join(".git")).expect("a temporary folder can be removed");
    let without = build_folder(repository.path());
    assert_eq!(stale(&without), "");
    // The moment of the build stands in one file; the rest is the same.
    let differ = |path: &&String| with.files[*path] != without.files[*path];
    assert!(with.files.keys().eq(without.files.keys()));
    let differing: Vec<&String> = with.files.keys().filter(differ).collect();
    assert!(differing.iter().all(|path| *path == "build.json"), "{differing:?}");
}

#[test]
fn a_machine_without_git_compares_what_the_pages_say() {
    let repository = Repository::new();
    repository.page("", "One.");
    repository.easy("", "Short.");
    repository.commit("2026-03-01");
    repository.page("", "Two.");
    repository.commit("2026-04-01");
    let check = |path: Option<&str>| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_signpost"));
        command.args(["check", "--format", "short"]).current_dir(repository.path());
        if let Some(path) = path {
            command.env("PATH", path);
        }
        let output = command.output().expect("the program starts");
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("the program writes UTF-8")
    };
    assert!(check(None).contains("warning[stale-variant]"));
    assert!(!check(Some("/nowhere")).contains("stale-variant"));
}
