//! `check --fix`, which mends what is sure, and `check --watch`, which looks again.

use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Stdio};

use super::{command, run, site, write};
use crate::harness::{Files, files};

fn slips() -> Files {
    files(&[
        (
            "site.toml",
            "title = \"Carers\"\nbase_url = \"https://carers.example/\"\n[help]\nphone = \"01632 960000\"\n[owners]\nteam = \"team@example.org\"\n",
        ),
        (
            "content/_index.md",
            "---\ntitle: Home\nowner: team\nreviewed: 3 March 2026\n---\n##Money\n\n• one\n• two\n\n[Home again] (/)\n\n\
             <table>\n<tr><th>Day</th><th>Cost</th></tr>\n<tr><th>Monday</th><td>£5</td></tr>\n</table>\n",
        ),
        (
            "content/_index.easy.md",
            "---\ntitle: Home\n---\nWe'll call you. Don't worry. We'll wait. Don't you know? It's **do**n't.\n",
        ),
        ("content/good.md", "---\ntitle: Good\n---\nNothing to mend.\n"),
    ])
}

const MENDED: &str = "---\ntitle: Home\nowner: team\nreviewed: 2026-03-03\n---\n## Money\n\n- one\n- two\n\n[Home again](/)\n\n\
     <table>\n<tr><th scope=\"col\">Day</th><th scope=\"col\">Cost</th></tr>\n<tr><th scope=\"row\">Monday</th><td>£5</td></tr>\n</table>\n";

#[test]
fn what_is_sure_is_mended_once_and_shown() {
    let folder = site(&slips());
    let read = |path: &str| std::fs::read_to_string(folder.path().join(path)).expect("it is there");
    let before = read("content/_index.md");
    let trial = run(folder.path(), &["check", "--fix", "--dry-run", "--format", "short"]);
    assert!(trial.err.contains("7 places would be mended; nothing was written"), "{}", trial.all());
    assert_eq!(read("content/_index.md"), before);
    let mended = run(folder.path(), &["check", "--fix", "--format", "short"]);
    assert_eq!(read("content/_index.md"), MENDED);
    let easy = "We will call you. Do not worry. We will wait. Don't you know? It's **do**n't.\n";
    assert!(read("content/_index.easy.md").ends_with(easy), "{}", read("content/_index.easy.md"));
    assert!(mended.out.contains("content/_index.md:6\n- ##Money\n+ ## Money\n"), "{}", mended.all());
    assert!(mended.err.contains("8 places were mended") && mended.code == 0, "{}", mended.all());
    let again = run(folder.path(), &["check", "--fix"]);
    assert_eq!(read("content/_index.md"), MENDED);
    assert!(again.err.contains("nothing was found that can be mended"), "{}", again.all());
    let alone = run(folder.path(), &["check", "--dry-run"]);
    assert_eq!(alone.code, 2, "{}", alone.all());
}

#[test]
fn a_machine_format_is_whole_beside_a_mend() {
    let folder = site(&slips());
    let mended = run(folder.path(), &["check", "--fix", "--format", "json"]);
    let document: Result<serde_json::Value, _> = serde_json::from_str(&mended.out);
    assert!(document.is_ok(), "{}", mended.out);
    assert!(mended.err.contains("+ ## Money"), "{}", mended.err);
}

/// `signpost check --watch` while it runs.
struct Watch {
    child: Child,
    out: BufReader<ChildStdout>,
}

impl Watch {
    /// The lines of one look, from the one that begins it to the one that ends it.
    fn look(&mut self) -> Vec<String> {
        let mut lines = Vec::new();
        loop {
            let mut line = String::new();
            assert!(self.out.read_line(&mut line).is_ok_and(|length| length > 0), "it ended: {lines:?}");
            lines.push(line.trim_end().to_owned());
            if line.starts_with("signpost: checked") {
                return lines;
            }
        }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn watching_looks_again_after_a_change() {
    let folder = site(&slips());
    let mut child = command(folder.path(), &["check", "--watch", "--poll", "--format", "short"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("it starts");
    let out = BufReader::new(child.stdout.take().expect("it was piped"));
    let mut watch = Watch { child, out };
    let first = watch.look();
    assert_eq!(first.first().map(String::as_str), Some("signpost: checking"));
    assert!(
        first.contains(&"content/_index.md:6:1: error[glued-heading]: this heading is shown as plain text".to_owned()),
        "{first:?}"
    );
    write(folder.path(), &files(&[("content/_index.md", MENDED)]));
    assert!(watch.look().iter().all(|line| !line.contains("glued-heading")));
    // A site that cannot be read is told of, and looked at again once it can.
    write(folder.path(), &files(&[("site.toml", "title = ")]));
    watch.look();
    write(folder.path(), &slips());
    assert!(watch.look().iter().any(|line| line.contains("glued-heading")));
}
