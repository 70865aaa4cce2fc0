//! `signpost letters`: who is written to, what they are told, and what is never in it.

use std::fs;
use std::path::Path;

use super::{Run, run, site};
use crate::harness::{Files, files, files_below};

fn sources() -> Files {
    files(&[
        (
            "site.toml",
            "title = \"Carers\"\nbase_url = \"https://carers.example/\"\n[organisation]\nname = \"Council\"\ncounty = \"Mereshire\"\n\
             [help]\nphone = \"01632 960000\"\nemail = \"help@example.org\"\n[owners]\n\"Team\" = \"team@example.org\"\n\
             \"Other team\" = \"other@example.org\"\n",
        ),
        (
            "content/data/contacts.yaml",
            "together: { name: Together, phones: [{ number: 01632 960123, label: Adults }], email: hello@together.example }\n\
             line: { name: \"=HYPERLINK(1)\", phone: 01632 960124 }\n",
        ),
        (
            "content/data/providers.yaml",
            "together: { name: Carers Together, contact: together }\nold: { name: Old Trust, replaced_by: together }\n",
        ),
        ("content/_index.md", "---\ntitle: Home\nowner: Team\n---\nWords.\n"),
        ("content/services/_index.md", "---\ntitle: Services\ntype: service\nowner: Team\n---\n"),
        (
            "content/services/hub.md",
            "---\ntitle: The hub\nprovider: together\ncontact: together\nwho_for: Carers.\ncost: Free\nhow_to_get: Call.\n\
             reviewed: 2026-11-01\nstatus: full\nuntil: 2027-01-31\n---\nCome.\n",
        ),
        (
            "content/services/refuge.md",
            "---\ntitle: Haven House\nprovider: old\ncontact: together\nsensitive: yes\nquiet_title: Support\nreviewed: 2024-11-01\n\
             places: [{ name: Haven House, address: 7 Larkspur Mews, town: Fenmarsh, postcode: ZZ9 9ZZ, hidden: yes }]\n---\nCall.\n",
        ),
        ("content/services/gone.md", "---\ntitle: Gone\nprovider: together\nstatus: ended\n---\nIt was here.\n"),
        ("content/services/draft.md", "---\ntitle: A draft\nprovider: together\ndraft: yes\n---\nNot yet.\n"),
        (
            "content/services/walk.md",
            "---\ntitle: A walk\nprovider: Walks & Talks <Ltd>\ncost: £3\nowner: Other team\ncontact: { phone: 01632 960125, email: walk@example.org }\n---\nCome.\n",
        ),
        ("content/services/walk.easy.md", "---\ntitle: A walk\n---\nCome.\n"),
        ("content/services/ring.md", "---\ntitle: A line\ncontact: line\n---\nRing.\n"),
    ])
}

fn letters(folder: &Path, more: &[&str]) -> Run {
    let run = run(folder, &[&["letters"], more].concat());
    assert_eq!(run.out, "", "nothing goes to standard output");
    run
}

fn text(files: &Files, path: &str) -> String {
    let bytes = files.get(path).unwrap_or_else(|| panic!("there is no {path}: {:?}", files.keys()));
    String::from_utf8(bytes.clone()).expect("it is text")
}

#[test]
fn each_provider_gets_one_letter_with_what_the_public_sees() {
    let folder = site(&sources());
    let said = letters(folder.path(), &[]);
    assert_eq!(said.code, 0, "{}", said.all());
    assert!(
        said.err.contains("3 letters about 4 services: 2 by email, 1 to print; 2 calendars; replies by 2026-12-13"),
        "{}",
        said.err
    );
    let made = files_below(&folder.path().join("letters"));
    let paths: Vec<&str> = made.keys().map(String::as_str).collect();
    assert_eq!(
        paths,
        [
            "email/together.html",
            "email/together.txt",
            "email/walks-talks-ltd.html",
            "email/walks-talks-ltd.txt",
            "letters.csv",
            "letters.json",
            "print/hyperlink-1.html",
            "print/hyperlink-1.txt",
            "reviews/other-team.ics",
            "reviews/team.ics",
        ]
    );
    let letter = text(&made, "email/together.txt");
    for words in [
        "Please check your entry by 13 December 2026",
        "To Carers Together",
        "This service is full now. Until 31 January 2027.",
        "https://carers.example/services/hub/",
        "- Phone, Adults: 01632 960123",
        "- Cost: Free",
        "The address is not public.",
        "The page does not say: Opening times.",
        "We last checked this on 1 November 2026.",
        "team@example.org",
    ] {
        assert!(letter.contains(words), "{words}:\n{letter}");
    }
    assert!(letter.starts_with("Please check your entry by"), "a mail about a refuge names nothing in its subject");
    let html = text(&made, "email/walks-talks-ltd.html");
    assert!(
        html.contains("<html lang=\"en\" dir=\"ltr\">") && html.contains("Walks &amp; Talks &lt;Ltd&gt;"),
        "{html}"
    );
    assert!(!html.contains("<img") && !html.contains("<script") && !html.contains("<style") && !html.contains("<link"));
    let table = text(&made, "letters.csv");
    assert!(table.starts_with("\u{feff}to,email,") && table.contains("\n'=HYPERLINK(1),,,"), "{table}");
    assert!(!table.contains("Gone") && !table.contains("A draft"), "{table}");
    let calendar = text(&made, "reviews/team.ics").replace("\r\n ", "");
    assert!(calendar.contains("SUMMARY:Overdue: check Support\r\n"), "{calendar}");
    assert!(calendar.contains("SUMMARY:Never checked: A line\r\n") && !calendar.contains("Haven"), "{calendar}");
}

/// Names are no proof of who somebody is: what one is told of goes to nobody else.
#[test]
fn two_with_one_name_get_a_letter_each_and_one_owner_a_calendar() {
    let mut sources = sources();
    let service = |title: &str, keys: &str| format!("---\ntitle: {title}\n{keys}---\nCome.\n").into_bytes();
    let reception = |letter: &str| format!("contact: {{ name: Reception, email: {letter}@example.org }}\n");
    for (name, title, keys) in [
        ("a", "Aardvark", format!("{}owner: TEAM\n", reception("a"))),
        ("b", "Badger", format!("{}owner: \"!!\"\n", reception("b"))),
        ("c", "Cat", "provider: Together\ncontact: { email: c@example.org }\nowner: Nobody\n".to_owned()),
    ] {
        sources.insert(format!("content/services/{name}.md"), service(title, &keys));
    }
    sources.insert("content/_index.md".into(), b"---\ntitle: Home\n---\nWords.\n".to_vec());
    sources.insert(
        "content/late.md".into(),
        b"---\ntitle: Nobody's\nowner: \"\"\nreview_by: 2026-01-01\n---\nWords.\n".to_vec(),
    );
    let folder = site(&sources);
    let said = letters(folder.path(), &[]);
    assert_eq!(said.code, 0, "{}", said.all());
    let made = files_below(&folder.path().join("letters"));
    let (one, other) = (text(&made, "email/reception.txt"), text(&made, "email/reception-2.txt"));
    assert!(one.contains("Aardvark") && !one.contains("Badger"), "{one}");
    assert!(other.contains("Badger") && !other.contains("Aardvark"), "{other}");
    let record = text(&made, "email/together.txt");
    assert!(!record.contains("Cat") && text(&made, "email/together-2.txt").contains("Cat"), "{record}");
    let calendars = made.keys().filter(|path| path.ends_with(".ics")).collect::<Vec<_>>();
    assert!(calendars.iter().all(|path| !path.ends_with("/.ics")), "{calendars:?}");
    let team: Vec<_> = calendars.iter().filter(|path| path.contains("/team")).collect();
    assert_eq!(team.len(), 1, "capitals make no other owner: {calendars:?}");
}

/// Many share a switchboard, and two towns have a community centre: each is asked about its own services alone.
#[test]
fn who_shares_a_switchboard_or_a_name_reads_nothing_of_the_other() {
    let mut sources = sources();
    sources.insert(
        "content/data/contacts.yaml".into(),
        b"switchboard: { name: Switchboard, phone: 01632 960900 }\n\
          advice: { name: Advice desk, email: advice@example.org }\n\
          refuge: { name: Refuge desk, email: refuge@example.org }\n\
          together: { name: Together, email: hello@together.example }\n\
          line: { name: Line, phone: 01632 960124 }\n"
            .to_vec(),
    );
    for (name, title, keys) in [
        ("a", "Aardvark", "contact: [switchboard, advice]"),
        ("b", "Badger", "sensitive: yes\nquiet_title: A house\ncontact: [switchboard, refuge]"),
        ("c", "Cat", "contact: [advice, switchboard]"),
        ("d", "Dog", "provider: Community Centre\ncontact: { email: d@example.org }"),
        ("e", "Eel", "provider: Community Centre\ncontact: { phone: 01632 960126, email: E@example.org }"),
        ("f", "Fox", "provider: community centre\ncontact: { email: e@example.org }"),
        ("g", "Goat", "provider: Community Centre\ncontact: { phone: 01632 960127 }"),
    ] {
        let page = format!("---\ntitle: {title}\n{keys}\n---\nCome.\n");
        sources.insert(format!("content/services/{name}.md"), page.into_bytes());
    }
    let folder = site(&sources);
    let said = letters(folder.path(), &[]);
    assert_eq!(said.code, 0, "{}", said.all());
    let made = files_below(&folder.path().join("letters"));
    let of = |title: &str| {
        let heading = format!("{title}\n----");
        let holds = |(path, bytes): &(&String, &Vec<u8>)| {
            path.ends_with(".txt") && String::from_utf8_lossy(bytes).contains(&heading)
        };
        let holding: Vec<_> = made.iter().filter(holds).collect();
        assert_eq!(holding.len(), 1, "{title}");
        // The first heading is not that of a service.
        (holding[0].0.as_str(), String::from_utf8_lossy(holding[0].1).matches("----").count() - 1)
    };
    assert_eq!(
        ["Aardvark", "Badger", "Cat", "Dog", "Eel", "Fox", "Goat"].map(of),
        [
            ("email/advice-desk.txt", 2),
            ("email/refuge-desk.txt", 1),
            ("email/advice-desk.txt", 2),
            ("email/community-centre.txt", 1),
            ("email/community-centre-2.txt", 2),
            ("email/community-centre-2.txt", 2),
            ("print/community-centre-3.txt", 1),
        ]
    );
    let table = text(&made, "letters.csv");
    for row in ["Advice desk,advice@example.org,", "Refuge desk,refuge@example.org,", "Community Centre,d@example.org,"]
    {
        assert!(table.contains(&format!("\n{row}")), "{row}\n{table}");
    }
}

/// A letter says what the page says.
#[test]
fn a_letter_says_what_readers_are_told_of_days_that_have_passed() {
    let mut sources = sources();
    let keys =
        "title: A walk\nstatus: full\nuntil: 2026-11-01\nreview_by: 2026-11-01\ncontact: { email: w@example.org }\n";
    sources.insert("content/services/walk.md".into(), format!("---\n{keys}---\nCome.\n").into_bytes());
    let folder = site(&sources);
    assert_eq!(letters(folder.path(), &[]).code, 0);
    let letter = text(&files_below(&folder.path().join("letters")), "email/a-walk.txt");
    for words in
        ["We expected this to change on 1 November 2026.", "We have not checked this page as recently as we should."]
    {
        assert!(letter.contains(words), "{words}:\n{letter}");
    }
    assert!(!letter.contains("readers will be told"), "{letter}");
    assert!(!letter.contains("before you travel"), "nobody travels to it:\n{letter}");
    let keys = format!("{keys}given: [in person]\n");
    fs::write(folder.path().join("content/services/walk.md"), format!("---\n{keys}---\nCome.\n"))
        .expect("it can be written");
    assert_eq!(letters(folder.path(), &[]).code, 0);
    let letter = text(&files_below(&folder.path().join("letters")), "email/a-walk.txt");
    assert_eq!(letter.matches("Call before you travel.").count(), 2, "{letter}");
}

#[test]
fn the_address_of_a_hidden_place_is_in_no_letter_and_changes_none() {
    let folder = site(&sources());
    assert_eq!(letters(folder.path(), &[]).code, 0);
    let made = files_below(&folder.path().join("letters"));
    for (path, bytes) in &made {
        let said = String::from_utf8_lossy(bytes).to_lowercase();
        assert!(["larkspur", "zz9", "fenmarsh"].iter().all(|secret| !said.contains(secret)), "{path}");
    }
    let page = folder.path().join("content/services/refuge.md");
    let moved = fs::read_to_string(&page)
        .expect("it is there")
        .replace("7 Larkspur Mews", "1 Other Road")
        .replace("ZZ9 9ZZ", "ZZ5 5ZZ");
    fs::write(&page, moved).expect("it can be written");
    assert_eq!(letters(folder.path(), &[]).code, 0);
    assert_eq!(files_below(&folder.path().join("letters")), made);
}

#[test]
fn letters_are_chosen_by_owner_provider_and_whether_they_are_due() {
    let folder = site(&sources());
    let made = |more: &[&str]| -> Vec<String> {
        let said = letters(folder.path(), more);
        assert_eq!(said.code, 0, "{}", said.all());
        let files = files_below(&folder.path().join("letters"));
        files.keys().filter(|path| path.ends_with(".txt") || path.ends_with(".ics")).cloned().collect()
    };
    assert_eq!(made(&["--owner", "Other team"]), ["email/walks-talks-ltd.txt", "reviews/other-team.ics"]);
    assert_eq!(made(&["--provider", "together", "--owner", "Team"]), ["email/together.txt", "reviews/team.ics"]);
    assert_eq!(made(&["--provider", "walks & talks <ltd>"])[0], "email/walks-talks-ltd.txt");
    made(&["--overdue", "--reply-by", "2027-01-15"]);
    let letter = text(&files_below(&folder.path().join("letters")), "email/together.txt");
    assert!(letter.contains("Haven House") && !letter.contains("The hub"), "only what is due:\n{letter}");
    assert!(letter.contains("15 January 2027"));
    for (wrong, why) in [
        (["--owner", "Teem"], "no page has the owner `Teem`"),
        (["--provider", "togethr"], "did you mean `together`?"),
        (["--reply-by", "2026-11-22"], "no day by which anyone could reply"),
    ] {
        let said = letters(folder.path(), &wrong);
        assert!(said.code == 2 && said.err.contains(why), "{}", said.all());
    }
}

#[test]
fn a_folder_that_holds_anything_else_is_left_alone() {
    let folder = site(&sources());
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("mine")).and_then(|()| fs::write(at("mine/notes.txt"), "mine")).expect("it can be written");
    let refused = letters(folder.path(), &["--output", "mine"]);
    assert!(refused.code == 2 && refused.err.contains("Signpost did not make"), "{}", refused.all());
    assert_eq!(run(folder.path(), &["build"]).code, 0);
    assert_eq!(letters(folder.path(), &["--output", "public"]).code, 2, "letters never take the place of a site");
    assert_eq!(letters(folder.path(), &[]).code, 0);
    assert_eq!(run(folder.path(), &["build", "--output", "letters"]).code, 2, "nor a site that of letters");
    assert!(at("public/index.html").is_file() && at("letters/letters.csv").is_file());
    assert_eq!(
        letters(folder.path(), &["--output", "content/letters"]).code,
        2,
        "nothing is written among the sources"
    );
    assert_eq!(fs::read(at("mine/notes.txt")).expect("it is there"), b"mine");
}

#[test]
fn a_site_may_write_letters_of_its_own() {
    let mut own = sources();
    let template = "<html lang=\"{{ page.lang }}\"><body><h1>Annwyl {{ letter.to }}</h1>{% for entry in letter.entries %}<p>{{ entry.title }}</p>{% endfor %}</body></html>";
    own.insert("themes/signpost/templates/letters/letter.html".into(), template.as_bytes().to_vec());
    let folder = site(&own);
    assert_eq!(letters(folder.path(), &[]).code, 0);
    let letter = text(&files_below(&folder.path().join("letters")), "email/together.txt");
    assert_eq!(letter, "Annwyl Carers Together\n\nThe hub\n\nHaven House\n");
    let broken = folder.path().join("themes/signpost/templates/letters/letter.html");
    fs::write(broken, "{{ letter.nothing.at.all }}").expect("it can be written");
    let said = letters(folder.path(), &["--output", "others"]);
    assert!(said.code == 2 && said.err.contains("template-error"), "{}", said.all());
    assert!(!folder.path().join("others").exists());
}
