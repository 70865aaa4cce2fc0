//! A build that is killed: whenever that happens, readers have the whole of the last good site, or the whole of the new.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use super::{command, leftovers, run, site, write};
use crate::harness::{Files, demonstration, files_below};

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
fn staged(site: &Path) -> Option<usize> {
    let entries = fs::read_dir(site).ok()?.flatten().map(|entry| entry.path());
    let folders =
        entries.filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().contains(".signpost-")));
    let counts = folders.map(|folder| {
        walkdir::WalkDir::new(folder).into_iter().flatten().filter(|entry| entry.file_type().is_file()).count()
    });
    counts.max()
}

fn write_back(public: &Path, good: &Files) {
    fs::remove_dir_all(public).expect("it is there");
    write(public, good);
}
