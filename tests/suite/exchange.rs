//! The directory out and in again: nothing is lost on the way, what people put into sheets is read or named, and what was
//! changed by hand stays.

mod generated;
mod hsds;
mod meant;
mod mended;
mod workbook;

use signpost::exchange::Problem;
use signpost::exchange::cells::services;
use signpost::exchange::columns::Keys;
use signpost::exchange::export::export;
use signpost::exchange::incoming::Source;
use signpost::exchange::known::Known;
use signpost::exchange::mapping::{Mapping, guess};
use signpost::exchange::page::{Existing, listed};
use signpost::exchange::plan::{Plan, Target, plan};
use signpost::exchange::sheet::{Sheet, csv};
use signpost::exchange::state::State;
use signpost::exchange::table::table;
use signpost::project::Project;

use crate::harness::{Files, demonstration, files, open, read, sources, tests};

/// What came of an import: the files of the site afterwards, and what was said.
struct Imported {
    files: Files,
    plan: Plan,
    problems: Vec<Problem>,
}

impl Imported {
    fn text(&self, path: &str) -> String {
        let known: Vec<&String> = self.files.keys().collect();
        let bytes = self.files.get(path).unwrap_or_else(|| panic!("{path} is not among {known:?}"));
        String::from_utf8(bytes.clone()).expect("it is text")
    }

    fn said(&self) -> String {
        self.problems.iter().map(|problem| format!("{}: {}\n", problem.place, problem.message)).collect()
    }
}

fn keys(project: &Project) -> Keys {
    let taxonomies: Vec<&str> = project.site().taxonomies.iter().map(|taxonomy| taxonomy.key.as_str()).collect();
    Keys::of_services(&taxonomies)
}

fn pages(site: &Files, project: &Project) -> Vec<Existing> {
    let sources = sources(site);
    listed(project.site()).iter().map(|listed| listed.read(sources.as_ref()).expect("it can be read")).collect()
}

fn exported(site: &Files, with_hidden: bool) -> Vec<u8> {
    let project = open(site);
    export(&pages(site, &project), &keys(&project), with_hidden)
}

/// Takes in a sheet, with the mapping that is guessed.
fn imported(site: &Files, sheet: Sheet, overwrite: bool) -> Imported {
    let project = open(site);
    let keys = keys(&project);
    let known = Known::new(project.site());
    let table = table(sheet, |heading| keys.kind_of(heading).is_some());
    let headings: Vec<String> = table.headings.iter().filter(|heading| !heading.is_empty()).cloned().collect();
    let mapping: Mapping = guess(&headings, &keys, &known.titles, |_| false);
    let source = services(table, &mapping, "sheet", &keys, &known);
    taken_in(site, &project, &source, overwrite)
}

fn taken_in(site: &Files, project: &Project, source: &Source, overwrite: bool) -> Imported {
    let (keys, sources) = (keys(project), sources(site));
    let known = Known::new(project.site());
    let state = site
        .get(&format!("content/data/imports/{}.yaml", source.name))
        .map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    let state = State::read(&state.unwrap_or_default()).expect("the state can be read");
    let listed = listed(project.site());
    let target = Target {
        site: project.site(),
        sources: sources.as_ref(),
        keys: &keys,
        known: &known,
        listed: &listed,
        folder: "services",
        overwrite,
    };
    let plan = plan(source, &state, &target);
    let mut files = site.clone();
    files.extend(plan.files.iter().map(|(path, text)| (path.clone(), text.clone().into_bytes())));
    let problems = source.problems.iter().chain(&plan.problems).cloned().collect();
    Imported { files, plan, problems }
}

/// What the program knows of every service of a site, for comparison.
fn facts(site: &Files) -> Vec<String> {
    let project = open(site);
    let site = project.site();
    let mut facts: Vec<String> = listed(site)
        .iter()
        .map(|listed| {
            let page =
                site.pages.iter().find(|page| page.origin.as_ref().is_some_and(|origin| origin.path == listed.path));
            let page = page.expect("it is a page");
            let terms: Vec<&str> = page.common.terms.iter().map(|term| site.term(*term).name.as_str()).collect();
            let mut common = page.common.clone();
            common.terms.clear();
            format!("{} {:?} {:#?} {:#?} {terms:?}", listed.path, page.publication, common, page.details)
        })
        .collect();
    facts.sort();
    facts
}

/// A site without the pages of its services in the main language.
fn without_services(site: &Files) -> Files {
    let project = open(site);
    let paths: Vec<String> =
        listed(project.site()).into_iter().map(|listed| format!("content/{}", listed.path)).collect();
    site.iter().filter(|(path, _)| !paths.contains(path)).map(|(path, bytes)| (path.clone(), bytes.clone())).collect()
}

/// A small site with some services.
fn small(services: &[(&str, &str)]) -> Files {
    let mut site = files(&[
        (
            "site.toml",
            "title = \"Carers\"\nbase_url = \"https://carers.example/\"\n[organisation]\nname = \"Council\"\ncounty = \"Mereshire\"\n\
             [help]\nphone = \"01632 960000\"\n[owners]\n\"Team\" = \"team@example.org\"\n\
             [taxonomies.topics]\ntitle = \"Topics\"\nterms = [\"Breaks\", \"Money\", \"Drugs, alcohol\"]\n[taxonomies.areas]\ntitle = \"Area\"\n",
        ),
        ("content/_index.md", "---\ntitle: Home\n---\n"),
        ("content/services/_index.md", "---\ntitle: Services\ntype: service\n---\n"),
        ("content/data/contacts.yaml", "hub:\n  name: Hub\n  phone: 01632 960123\n  email: hub@example.org\n"),
        ("content/data/providers.yaml", "age-friends:\n  name: Age Friends\n"),
    ]);
    site.extend(files(services));
    site
}

#[test]
fn the_demonstration_comes_back_fact_for_fact() {
    let site = demonstration();
    // Onto itself nothing changes, though the addresses of hidden places are kept back.
    let sheet = exported(&site, false);
    let text = String::from_utf8(sheet.clone()).expect("it is UTF-8");
    for secret in ["Larkspur", "ZZ9 9ZZ", "52.91734", "1.23817"] {
        assert!(!text.contains(secret), "{secret} got out");
    }
    let same = imported(&site, csv(&sheet), false);
    assert_eq!(same.plan.files, Vec::new(), "{:#?}", same.plan.changes);
    assert_eq!(same.said(), "");
    // Onto a site without services all of them come back, with the words of every page byte by byte.
    let sheet = exported(&site, true);
    let bare = without_services(&site);
    assert!(site.len() > bare.len() + 60);
    let back = imported(&bare, csv(&sheet), false);
    assert_eq!(back.said(), "");
    assert_eq!(facts(&back.files), facts(&site));
    assert_eq!(exported(&back.files, true), sheet);
    let body = |bytes: &[u8]| String::from_utf8_lossy(bytes).splitn(3, "---\n").nth(2).map(str::to_owned);
    for (path, bytes) in site.iter().filter(|(path, _)| path.starts_with("content/services/") && path.ends_with(".md"))
    {
        assert_eq!(body(&back.files[path]), body(bytes), "{path}");
    }
}

#[test]
fn an_edited_export_changes_what_was_edited_and_nothing_else() {
    let page = "---\ntitle: 'Hub'  # ours\nsummary: Come in.\ncontact: hub\nplaces:\n- name: The Hub\n  postcode: ZZ1 1AA\nreviewed: 2026-10-03\n---\n\nWords.\n";
    let site = small(&[("content/services/hub.md", page), ("content/services/other.md", "---\ntitle: Other\n---\n")]);
    let sheet = String::from_utf8(exported(&site, false)).expect("it is UTF-8");
    // As Excel saves it: days in its own way, and an edit.
    let edited = sheet.replace("2026-10-03", "04/10/2026").replace("ZZ1 1AA", "ZZ1 1AB");
    let changed = imported(&site, csv(edited.as_bytes()), false);
    assert_eq!(changed.text("content/services/hub.md"), page.replace("ZZ1 1AA", "ZZ1 1AB").replace("10-03", "10-04"));
    assert_eq!(changed.plan.files.len(), 1);
    // The page was changed since the export: both words are shown, and the page keeps its own.
    let mut since = site.clone();
    since.insert("content/services/hub.md".into(), page.replace("Come in.", "Come on in.").into_bytes());
    let kept = imported(&since, csv(edited.as_bytes()), false);
    assert_eq!(kept.plan.counts(), (0, 0, 1));
    assert_eq!(kept.plan.files, Vec::new());
    let over = imported(&since, csv(edited.as_bytes()), true);
    assert!(over.text("content/services/hub.md").contains("ZZ1 1AB"));
    assert!(over.text("content/services/hub.md").contains("Come in."));
}

#[test]
fn a_row_of_an_export_can_write_nowhere_but_a_page() {
    let site = small(&[("content/services/hub.md", "---\ntitle: Hub\n---\n")]);
    let sheet = String::from_utf8(exported(&site, false)).expect("it is UTF-8");
    for path in [
        "../x.md",
        "/etc/x.md",
        "services/../../x.md",
        "data/contacts.yaml",
        "data/x.md",
        "services/x.txt",
        "services/.x.md",
        "services/_index.md",
        "_index.md",
        "services\\x.md",
        "services/x.pl.md",
        "services/a.easy.md",
        "services//x.md",
        "api/x.md",
    ] {
        let came = imported(&without_services(&site), csv(sheet.replace("services/hub.md", path).as_bytes()), false);
        assert_eq!(came.plan.files, Vec::new(), "{path}");
        assert!(came.said().contains("row 2"), "{path}: {}", came.said());
    }
}

const MESSY: [(&str, &str, &str); 4] = [
    (
        "stowe-lunch-club",
        "title: Stowe Lunch Club\nprovider: age-friends\ncontact:\n  phones:\n    - { number: 01632 960301, label: bookings }\n    \
         - { number: 01632 960302, label: kitchen }\n  email: lunch@example.org\n  website: https://www.example.org/lunch\nplaces:\n  \
         - { address: 3 High Street, town: Stowebury, postcode: ZZ3 1AA }\nhours: “Every Tuesday” 12 – 2pm\ncost: £3\n\
         topics: [Breaks]\n",
        "reviewed: 2026-10-03\nnotes:\n  sheet: { Ward: Moor }\n",
    ),
    (
        "cafe-carers",
        "title: Café Carers\nprovider: age-friends\ncontact: { phone: \"01632960303\" }\nplaces:\n  \
         - { address: \"4 High Street, Stowebury\", postcode: ZZ3 1AB }\nhours: Mon\ncost: \"=1+1\"\n",
        "notes:\n  sheet: { E-mail: cafe at example.org, Contact Web: example, Checked: 31/02/2026, Type of support: Juggling }\n",
    ),
    (
        "age-friends",
        "title: Age Friends\nprovider: age-friends\ncontact: { phone: 01632 960304 }\ncost: Free\ntopics: [Breaks]\n",
        "reviewed: 2026-10-03\n",
    ),
    (
        "fen-twelve",
        "title: Fen Twelve\ncontact:\n  phones:\n    - { number: 01632 960101, label: L1 }\n",
        "topics: [Breaks, Money]\n",
    ),
];

#[test]
fn a_messy_sheet_is_read_and_what_cannot_be_is_named() {
    let site = small(&[]);
    let came = imported(&site, csv(&read(&tests("exchange/messy.csv"))), false);
    for (name, start, more) in MESSY {
        let text = came.text(&format!("content/services/{name}.md"));
        assert!(text.starts_with(&format!("---\n{start}")), "{text}");
        assert!(text.contains(more), "{text}");
    }
    let twelve = came.text("content/services/fen-twelve.md");
    assert_eq!(twelve.matches("number: 01632 9601").count(), 12);
    let expected = [
        "row 7, column C (Contact Tel): `1632960303` had lost the 0",
        "row 7, column D (E-mail): `cafe at example.org` is no email address; it is kept in notes",
        "row 7, column E (Contact Web): `example` is no web address",
        "row 7, column J (Checked): `31/02/2026` is no day",
        "row 7, column L (Cost): a formula stands here as text",
        "row 7, column M (Type of support): `Juggling` holds what `topics` has no term for",
        "row 9: it has no name of its own",
        "row 10: it has no name, and no page was made of it",
        "row 11, column H (Post Code): `QQ99` is no postcode",
        "row 5, column J (Checked): `03/10/2026` was read with the day first",
    ];
    let said = came.said();
    for line in expected {
        assert!(said.contains(line), "{line}\n--\n{said}");
    }
    assert_eq!(said.lines().count(), expected.len(), "{said}");
    // Again: nothing changes, and the findings are the same.
    let again = imported(&came.files, csv(&read(&tests("exchange/messy.csv"))), false);
    assert_eq!(again.plan.files, Vec::new());
    assert_eq!((again.plan.unchanged, again.said()), (4, said));
    // Exported, the formula runs nowhere.
    let sheet = String::from_utf8(exported(&came.files, false)).expect("it is UTF-8");
    assert!(sheet.contains(",'=1+1,") && !sheet.contains(",=1+1"), "{sheet}");
}

#[test]
fn what_was_changed_by_hand_stays_until_somebody_says_otherwise() {
    let first = "Ref,Name,Tel,Opening hours,Cost\n7,Hub,01632 960124,Mon,Free\n8,Cafe,01632 960125,Tue,Free\n";
    let site = imported(&small(&[]), csv(first.as_bytes()), false).files;
    let edit = |site: &Files, from: &str, to: &str| {
        let mut site = site.clone();
        let text = String::from_utf8(site["content/services/hub.md"].clone()).expect("it is text");
        assert!(text.contains(from), "{text}");
        site.insert("content/services/hub.md".into(), text.replace(from, to).into_bytes());
        site
    };
    let ours = edit(&site, "hours: Mon", "hours: Monday, 9am to noon  # asked Ann");
    let ours = edit(&ours, "title: Hub\n", "title: Hub\nwho_for: Everyone.\n");
    // The sheet is as it was: the edit stays and is not even mentioned.
    let same = imported(&ours, csv(first.as_bytes()), false);
    assert_eq!((same.plan.files.len(), same.plan.changes.len()), (0, 0), "{:?}", same.plan.changes);
    // Both changed: told, kept, every time.
    let second = first.replace(",Mon,Free", ",Monday,£2").replace("960124", "960126");
    let both = imported(&ours, csv(second.as_bytes()), false);
    let text = both.text("content/services/hub.md");
    assert!(
        text.contains("hours: Monday, 9am to noon  # asked Ann\n")
            && text.contains("cost: £2\n")
            && text.contains("960126"),
        "{text}"
    );
    assert!(text.contains("who_for: Everyone.\n"), "{text}");
    let kept: Vec<&str> =
        both.plan.changes[0].fields.iter().filter(|field| field.is_kept).map(|field| field.heading.as_str()).collect();
    assert_eq!(kept, ["hours"]);
    let again = imported(&both.files, csv(second.as_bytes()), false);
    assert_eq!((again.plan.files.len(), again.plan.counts()), (0, (0, 0, 1)));
    let over = imported(&both.files, csv(second.as_bytes()), true);
    assert!(
        over.text("content/services/hub.md").contains("hours: Monday  # asked Ann\n"),
        "{}",
        over.text("content/services/hub.md")
    );
    // A cell that was emptied takes its key along; a row that is gone is told, and its page left alone.
    let third = "Ref,Name,Tel,Opening hours,Cost\n7,Hub,01632 960126,Monday,\n";
    let gone = imported(&over.files, csv(third.as_bytes()), false);
    assert!(!gone.text("content/services/hub.md").contains("cost"), "{}", gone.text("content/services/hub.md"));
    assert_eq!(gone.plan.gone, ["services/cafe.md"]);
    assert!(gone.files.contains_key("content/services/cafe.md"));
    // A row keeps its page when its name changes.
    let renamed = third.replace("Hub", "The Hub");
    let renamed = imported(&gone.files, csv(renamed.as_bytes()), false);
    assert_eq!(renamed.plan.counts(), (0, 1, 0));
    assert!(renamed.text("content/services/hub.md").contains("title: The Hub\n"));
}

#[test]
fn rows_find_the_pages_that_are_there() {
    let page = "---\ntitle: Carer’s Café\ncontact: hub\nplaces: [{ postcode: zz11aa }]\nhours: Mon\n---\n\nBy hand.\n";
    let site = small(&[("content/services/cafe.md", page)]);
    let sheet = "Name,Post code,Tel,Email,Opening hours,Cost,Description\nCarer's Cafe,ZZ1 1AA,01632960123,x@example.org,Tue,Free,Short.\n";
    let came = imported(&site, csv(sheet.as_bytes()), false);
    let text = came.text("content/services/cafe.md");
    // What differs from a page that nobody imported is left; what it does not say is added; the contact is a record.
    assert!(
        text.contains("hours: Mon\n") && text.contains("cost: Free\n") && text.contains("summary: Short.\n"),
        "{text}"
    );
    assert!(text.contains("contact: hub\n") && text.ends_with("---\n\nBy hand.\n"), "{text}");
    assert!(came.said().contains("`x@example.org` is not in the contact `hub` of services/cafe.md"), "{}", came.said());
    assert!(!came.said().contains("960123"), "{}", came.said());
    let other = imported(&site, csv(sheet.replace("ZZ1 1AA", "ZZ2 2BB").as_bytes()), false);
    assert_eq!(other.plan.counts().0, 1, "another postcode is another service");
}

#[test]
fn rows_that_are_one_and_rows_that_are_not() {
    let sheet = "Name,Post code,Tel\nHub,ZZ1 1AA,01632 960123\nHub,ZZ1 1AA,01632 960123\nHub,ZZ1 1AA,01632 960124\nHub,ZZ2 1AA,\n";
    let came = imported(&small(&[]), csv(sheet.as_bytes()), false);
    let new: Vec<&str> = came.plan.changes.iter().map(|change| change.path.as_str()).collect();
    assert_eq!(new, ["services/hub.md", "services/hub-2.md", "services/hub-3.md"]);
    assert!(came.said().contains("row 3: it says the same as row 2, and was left out"), "{}", came.said());
    assert!(came.said().contains("row 4: it has the id, or the name and postcode, of row 2"), "{}", came.said());
    let again = imported(&came.files, csv(sheet.as_bytes()), false);
    assert_eq!((again.plan.files.len(), again.plan.unchanged), (0, 3));
}

#[test]
fn postcodes_that_the_area_does_not_have_are_named() {
    let mut site = small(&[]);
    site.insert(
        "content/data/postcodes.csv".into(),
        b"Postcode,Eastings,Northings\n\"ZZ11AA\",450000,340000\nZZ1 1AB,450100,340000\n".to_vec(),
    );
    let came = imported(&site, csv(b"Name,Post code\nA,ZZ1 1AA\nB,ZZ1 9ZZ\nC,YY1 1AA\n"), false);
    assert_eq!(
        came.said(),
        "row 3, column B (Post code): `ZZ1 9ZZ` is not among the postcodes of this area; it is kept in notes\n"
    );
    assert!(came.text("content/services/c.md").contains("YY1 1AA"));
}
