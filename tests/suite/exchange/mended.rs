//! What no import may do: make a hidden place public, mix two facts, write over what it cannot know, lose words in silence.

use super::{Imported, exported, imported, small};
use crate::harness::{Files, build, open, sources};
use signpost::diagnostic::{Diagnostic, Severity};
use signpost::exchange::sheet::csv;

const HUB: &str = "content/services/hub.md";

fn site(front: &str) -> Files {
    small(&[("content/services/hub.md", &format!("---\n{front}---\n\nBy hand.\n"))])
}

fn take(site: &Files, sheet: &str) -> Imported {
    imported(site, csv(sheet.as_bytes()), false)
}

fn sheet_of(site: &Files) -> String {
    String::from_utf8(exported(site, false)).expect("it is UTF-8")
}

/// Changes one cell of the first row of an export.
fn edited(sheet: &str, heading: &str, cell: &str) -> String {
    let mut reader =
        ::csv::ReaderBuilder::new().has_headers(false).from_reader(sheet.trim_start_matches('\u{feff}').as_bytes());
    let mut rows: Vec<Vec<String>> =
        reader.records().map(|row| row.expect("it is CSV").iter().map(str::to_owned).collect()).collect();
    let at =
        rows[0].iter().position(|known| known == heading).unwrap_or_else(|| panic!("no {heading} in {:?}", rows[0]));
    rows[1][at] = cell.into();
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).expect("it can be written");
    }
    String::from_utf8(writer.into_inner().expect("it is whole")).expect("it is UTF-8")
}

const REFUGE: &str =
    "title: Hub\nplaces:\n  - { name: House, address: 9 Larkspur Close, postcode: ZZ9 9ZZ, hidden: }\n";

#[test]
fn a_hidden_place_stays_hidden() {
    // An empty `hidden` hides, also where the places are written anew.
    let came = take(&site(REFUGE), "Name,Accessibility\nHub,Step-free\n");
    let text = came.text(HUB);
    assert!(text.contains("Step-free") && text.contains("hidden: true"), "{text}");
    // Out with its address and in again into a site that has none.
    let with = exported(&site(REFUGE), true);
    let back = imported(&small(&[]), csv(&with), false).text(HUB);
    assert!(back.contains("hidden: true") && back.contains("Larkspur"), "{back}");
    // Whoever cannot see the address cannot publish it.
    let sheet = sheet_of(&site(REFUGE));
    for cell in ["", "false", "FALSE"] {
        for overwrite in [false, true] {
            let came = imported(&site(REFUGE), csv(edited(&sheet, "place 1 hidden", cell).as_bytes()), overwrite);
            assert_eq!(came.plan.files, Vec::new(), "{cell}");
            assert!(cell == "FALSE" || came.said().contains("hidden place"), "{cell}: {}", came.said());
        }
    }
}

#[test]
fn an_older_export_does_not_mix_places() {
    let old =
        site("title: Hub\nplaces:\n  - { name: House, hidden: true }\n  - { name: Office, address: 1 High St }\n");
    let sheet = sheet_of(&old);
    let now = site(
        "title: Hub\nplaces:\n  - { name: Office, address: 1 High St }\n  - { name: House, lat: 52.1234, lon: -1.1234, hidden: true }\n",
    );
    let came = imported(&now, csv(sheet.as_bytes()), true);
    assert_eq!(came.plan.files, Vec::new(), "{:?}", came.plan.files);
}

#[test]
fn no_sheet_writes_or_repeats_the_address_of_a_hidden_place() {
    let hidden = site("title: Hub\nplaces:\n  - { name: House, hidden: true }\n");
    let came = take(&hidden, "Ref,Name,Address,Post code,Cost\n1,Hub,9 Larkspur Close,ZZ9 9ZZ,Free\n");
    // It is the same service, though nobody knows its postcode.
    assert_eq!(came.plan.counts(), (0, 1, 0), "{:?}", came.plan.changes);
    let all = format!("{:?} {} {:?}", came.plan, came.said(), came.files);
    let all = [all, came.text(HUB), came.text("content/data/imports/sheet.yaml")].concat();
    assert!(!all.contains("Larkspur") && !all.contains("ZZ9 9ZZ"), "{all}");
    assert!(came.said().contains("row 2: an address of a hidden place was left out"), "{}", came.said());
    // Two rows of that name: none becomes a second, public page.
    let twice = take(&hidden, "Name,Address,Post code\nHub,9 Larkspur Close,ZZ9 9ZZ\nHub,9 Larkspur Close,ZZ9 9ZY\n");
    assert_eq!(twice.plan.counts().0, 0);
    assert!(twice.said().contains("row 3: it is called as services/hub.md"), "{}", twice.said());
    // What an earlier import wrote is forgotten once an editor hides the place.
    let first = "Ref,Name,Address,Cost\n1,Hub,9 Larkspur Close,Free\n2,Cafe,1 High St,Free\n";
    let mut then = take(&small(&[]), first).files;
    then.insert(HUB.into(), b"---\ntitle: Hub\nplaces: [{ name: House, hidden: true }]\n---\n".to_vec());
    for sheet in [first, "Ref,Name,Address,Cost\n2,Cafe,1 High St,Free\n"] {
        let state = take(&then, sheet).text("content/data/imports/sheet.yaml");
        assert!(!state.contains("Larkspur"), "{state}");
    }
}

#[test]
fn a_new_page_of_a_refuge_has_no_address() {
    let sheet = "Name,Address,Post code,Description,Cost\nWomen's refuge,9 Larkspur Close,ZZ9 9ZZ,Come to 9 Larkspur Close.,Free\nRefugee Group,1 High St,ZZ1 1AA,,\n";
    let came = take(&small(&[]), sheet);
    let text = came.text("content/services/womens-refuge.md");
    assert!(text.contains("hidden: true") && text.contains("cost: Free"), "{text}");
    assert!(!format!("{:?}{text}", came.plan).contains("Larkspur"), "{text}");
    assert!(came.said().contains("row 2: it may be a refuge"), "{}", came.said());
    let group = came.text("content/services/refugee-group.md");
    assert!(group.contains("1 High St") && !group.contains("hidden"), "{group}");
}

#[test]
fn a_refuge_is_known_in_other_words_and_by_what_is_withheld() {
    for (row, place) in [
        ("Rowan House,Confidential,,\"Safe house at 3 Larkspur Close, ZZ9 9ZZ, for men.\",Emergencies", true),
        ("Sanctuary,9 Larkspur Row,ZZ9 9ZZ,Housing for women escaping domestic violence.,Emergencies", true),
        ("Juniper,address withheld: 9 Larkspur Lane,ZZ9 9ZZ,Help for people.,", true),
        ("Dove House,Undisclosed,,Rooms for people fleeing abuse. Behind the church on Larkspur Lane.,", true),
        ("Garden Club,9 Larkspur Lane,ZZ9 9ZZ,We meet at 9 Larkspur Lane.,", false),
    ] {
        let came = take(&small(&[]), &format!("Name,Address,Post code,Description,Category\n{row}\n"));
        let told = format!("{:?}", came.plan);
        assert_eq!(!told.contains("Larkspur") && !told.contains("ZZ9"), place, "{told}");
        assert_eq!(came.said().contains("it may be a refuge"), place, "{}", came.said());
        assert_eq!(told.contains("hidden: true"), place, "{told}");
    }
}

#[test]
fn a_label_stays_with_its_number() {
    let by_hand = site("title: Hub\ncontact: { phone: 01632 960123 }\n");
    let came = take(&by_hand, "Name,Tel\nHub,\"01632 960124 (young carers), 01632 960123 (adults)\"\n");
    assert!(came.text(HUB).contains("contact: { phone: 01632 960123 }\n"), "{}", came.text(HUB));
    assert_eq!(came.plan.counts(), (0, 0, 1));
    let over = imported(&by_hand, csv(b"Name,Tel\nHub,\"01632 960124 (young carers), 01632 960123 (adults)\"\n"), true);
    let text = over.text(HUB);
    assert!(text.contains("number: 01632 960124, label: young carers"), "{text}");
    assert!(text.contains("number: 01632 960123, label: adults"), "{text}");
    // A number that is gone from the sheet is told where an editor had taken out another.
    let three = "Ref,Name,Tel\n1,Hub,\"01632 960101, 01632 960102, 01632 960103\"\n";
    let mut then = take(&small(&[]), three).files;
    let text = String::from_utf8(then[HUB].clone()).expect("it is text");
    let fewer = text.replace("01632 960101, ", "").replace("    - 01632 960101\n", "");
    assert_ne!(fewer, text);
    then.insert(HUB.into(), fewer.clone().into_bytes());
    let came = take(&then, "Ref,Name,Tel\n1,Hub,\"01632 960101, 01632 960102\"\n");
    assert_eq!((came.text(HUB), came.plan.counts()), (fewer, (0, 0, 1)));
    // A position by hand does not come to stand beside another address.
    let mut then = take(&small(&[]), "Ref,Name,Address\n1,Hub,1 High St\n").files;
    let text = String::from_utf8(then[HUB].clone()).expect("it is text");
    let placed = text.replace("address: 1 High St", "address: 1 High St, lat: 52.1234, lon: -1.1234");
    assert_ne!(placed, text);
    then.insert(HUB.into(), placed.clone().into_bytes());
    assert_eq!(take(&then, "Ref,Name,Address\n1,Hub,2 Low St\n").text(HUB), placed);
}

#[test]
fn another_shape_is_told_every_time() {
    let page = "title: Hub\ncost: { kind: paid, amount: £3 }\n";
    let first = take(&site(page), "Name,Cost\nHub,£5\n");
    assert_eq!(first.plan.counts(), (0, 0, 1), "{:?}", first.plan.changes);
    let again = take(&first.files, "Name,Cost\nHub,£5\n");
    assert_eq!(again.plan.counts(), (0, 0, 1));
    let over = imported(&first.files, csv("Name,Cost\nHub,£5\n".as_bytes()), true);
    assert!(over.text(HUB).contains("cost: £5\n"), "{}", over.text(HUB));
    // A key that fits no column is not replaced by one cell.
    let page = "title: Hub\ncontact: { phone: 01632 960123, fax: 01632 960999 }\n";
    let came = take(&site(page), "Name,Tel\nHub,01632 960124\n");
    assert!(came.text(HUB).contains("fax: 01632 960999"), "{}", came.text(HUB));
    assert_eq!(came.plan.counts(), (0, 0, 1));
}

#[test]
fn of_two_columns_for_one_fact_none_is_lost() {
    let sheet =
        "Name,Description,Summary,Contact name,Key contact\nHub,Respite at home every week.,Sitting service,Ann,Bob\n";
    let came = take(&small(&[]), sheet);
    let text = came.text(HUB);
    assert!(text.contains("summary: Sitting service\n") && text.contains("\nRespite at home every week.\n"), "{text}");
    assert!(text.contains("name: Ann") && text.contains("Key contact: Bob"), "{text}");
    assert!(came.said().contains("row 2, column E (Key contact): a column before it"), "{}", came.said());
}

#[test]
fn another_sheet_of_the_same_name_does_not_write_over_the_first() {
    let city = "Ref,Name,Tel\n1,Hub,01632 960123\n2,Club,01632 960124\n";
    let then = take(&small(&[]), city).files;
    let county = take(&then, "Ref,Name,Tel\n1,Cafe,01632 960125\n2,Bus,01632 960126\n");
    assert_eq!(county.text(HUB), String::from_utf8(then[HUB].clone()).expect("it is text"));
    assert!(county.said().contains("row 2: the sheet has the id of services/hub.md"), "{}", county.said());
    assert_eq!(county.plan.files, Vec::new());
    // A new name alone is a new name.
    let renamed = take(&then, &city.replace("Hub", "The Hub"));
    assert_eq!(renamed.plan.counts(), (0, 1, 0));
}

#[test]
fn a_page_that_cannot_be_read_or_is_worked_on_is_left_alone() {
    let mut broken = small(&[]);
    broken.insert(HUB.into(), b"---\ntitle: Caf\xe9\n---\n".to_vec());
    let came = take(&broken, "Name,Tel\nHub,01632 960123\n");
    assert!(came.said().contains("content/services/hub.md is there and cannot be read"), "{}", came.said());
    assert!(came.plan.files.iter().all(|(path, _)| !path.contains("services/hub")), "{:?}", came.plan.files);
    let then = site("title: Hub\n");
    let came = take(&then, "Name,Cost\nHub,Free\nCafe,Free\n");
    assert_eq!(came.plan.changed_since(sources(&then).as_ref()), Vec::<&str>::new());
    let mut meanwhile = then.clone();
    meanwhile.insert(HUB.into(), b"---\ntitle: The Hub\n---\n".to_vec());
    meanwhile.insert("content/services/cafe.md".into(), b"---\ntitle: Cafe\n---\n".to_vec());
    assert_eq!(came.plan.changed_since(sources(&meanwhile).as_ref()), [HUB, "content/services/cafe.md"]);
}

#[test]
fn what_a_spreadsheet_program_saves_changes_nothing() {
    let front =
        "title: Hub\nplaces:\n  - { name: Hall, lat: 52.90, lon: -1.20, hidden: false }\nreviewed: 2026-10-03\n";
    let long = format!("---\n{front}---\n\nFirst.\r\nSecond.\r\n");
    let then = small(&[("content/services/hub.md", &long)]);
    let sheet = sheet_of(&then);
    for day in ["03/10/2026", "3/10/2026", "03/10/26"] {
        let saved = edited(&sheet, "reviewed", day);
        let saved = edited(&edited(&saved, "place 1 hidden", "FALSE"), "place 1 lat", "52.9");
        let saved = edited(&saved, "body", "\nFirst.\nSecond.\n");
        let came = take(&then, &saved);
        assert_eq!((came.plan.files, came.plan.changes.len()), (Vec::new(), 0), "{day}");
    }
    // A text that is longer than a cell can be.
    let words = "word ".repeat(7000);
    let then = small(&[("content/services/hub.md", &format!("---\ntitle: Hub\n---\n\n{words}end.\n"))]);
    let cut = edited(&sheet_of(&then), "body", &words[..32_766]);
    let came = take(&then, &cut);
    assert_eq!(came.plan.files, Vec::new());
    assert!(came.said().contains("32,767"), "{}", came.said());
}

#[test]
fn a_copied_row_takes_no_page_from_its_own() {
    let then = site("title: Hub\ncost: Free\n");
    let sheet = edited(&sheet_of(&then), "cost", "Free");
    let mut lines: Vec<&str> = sheet.lines().collect();
    let copy = edited(&edited(&edited(&edited(&sheet, "path", ""), "exported as", ""), "cost", ""), "body", "");
    let copied = copy.lines().nth(1).expect("there is a row").to_owned();
    lines.insert(1, &copied);
    let came = take(&then, &lines.join("\n"));
    assert_eq!(came.text(HUB), String::from_utf8(then[HUB].clone()).expect("it is text"));
    assert!(open(&came.files).site().pages.len() >= 3);
}

#[test]
fn what_may_be_a_refuge_gets_no_address_later_either() {
    let first = "Ref,Name,Kind\n1,Haven,Domestic abuse\n";
    let then = take(&small(&[]), first);
    assert_eq!(then.plan.counts().0, 1);
    let later = "Ref,Name,Kind,Address,Post code,How to get help\n\
                 1,Haven,Domestic abuse,9 Larkspur Close,ZZ9 9ZZ,Come to 9 Larkspur Close\n";
    let came = take(&then.files, later);
    let all = format!("{:?} {}", came.plan, came.said());
    assert!(!all.contains("Larkspur") && !all.contains("ZZ9 9ZZ"), "{all}");
    assert!(came.said().contains("row 2: it may be a refuge"), "{}", came.said());
    // Where somebody wrote an address by hand, it may be known.
    let path = "content/services/haven.md";
    let mut open = then.files.clone();
    let page = "---\ntitle: Haven\nplaces: [{ address: 1 High St }]\n---\n";
    open.insert(path.into(), page.as_bytes().to_vec());
    let came = take(&open, "Name,Kind,Address\nHaven,Domestic abuse,1 High Street\n");
    assert_eq!(came.plan.changes[0].fields[0].after.as_deref(), Some("1 High Street"), "{:?}", came.plan.changes);
    // A sheet that says itself that a place is hidden, and a word of it in the text.
    for sheet in [
        "Name,Address,place 1 hidden\nRose House,9 Larkspur Close,yes\n",
        "Name,Address,Description\nRose House,9 Larkspur Close,A refuge for women.\n",
    ] {
        let came = take(&small(&[]), sheet);
        let text = came.text("content/services/rose-house.md");
        assert!(text.contains("hidden: true") && !format!("{:?}", came.plan).contains("Larkspur"), "{sheet}: {text}");
    }
}

#[test]
fn what_cannot_be_read_of_a_hidden_place_is_not_repeated() {
    let hidden = site("title: Hub\nplaces:\n  - { name: House, hidden: true }\n");
    let came = take(&hidden, "Name,Post code,Location,Description,Cost\nHub,ZZ9 9Z9 by the mill,The old mill,,Free\n");
    let all = format!("{:?} {}", came.plan, came.said());
    assert!(!all.contains("mill"), "{all}");
    assert!(came.said().contains("row 2, column B (Post code): what stands here is no postcode"), "{}", came.said());
    assert!(came.text(HUB).contains("name: House, hidden: true") && came.text(HUB).contains("cost: Free"));
    // What a sheet calls a place may be its street.
    let came = take(&small(&[]), "Name,Location\nWomen's refuge,The old mill\n");
    assert!(!format!("{:?}", came.plan).contains("mill"), "{:?}", came.plan.files);
    // Of a row without a name the address is not shown.
    let came = take(&small(&[]), "Name,Address,Tel\n,9 Larkspur Close,01632 960123\nHub,,01632 960124\n");
    assert!(came.said().contains("it begins `01632 960123`") && !came.said().contains("Larkspur"), "{}", came.said());
}

#[test]
fn an_own_sheet_with_hidden_addresses_is_not_shown_with_them() {
    let with = String::from_utf8(exported(&site(REFUGE), true)).expect("it is UTF-8");
    let shown = |came: &Imported| format!("{:?} {}", came.plan.changes, came.said());
    let new = take(&small(&[]), &with);
    assert!(new.text(HUB).contains("Larkspur") && !shown(&new).contains("Larkspur"), "{}", shown(&new));
    let moved = take(&site(REFUGE), &with.replace("9 Larkspur Close", "7 Lupin Way"));
    assert!(moved.text(HUB).contains("7 Lupin Way"), "{}", moved.text(HUB));
    assert!(!shown(&moved).contains("Lupin") && shown(&moved).contains("(kept back)"), "{}", shown(&moved));
}

#[test]
fn no_row_of_others_can_stop_a_build() {
    let sheet = "Name,Description,Tel,Email\nEvil,\"A club for all who care at home. <script>alert(1)</script> <iframe src=x>\n\n::: no-such\n\n                 [gone](/nowhere/) ![x](gone.png) [^1]\n\n##Glued\n\n:: card\n\n<div\n\n    code ` <!-- -->\n\n| a |\n---\",01632 960123,a@example.org\n";
    let came = take(&small(&[]), sheet);
    let made = build(&came.files);
    let is_of_page = |finding: &Diagnostic, path: Option<&str>| {
        finding.severity == Severity::Error && path == Some("content/services/evil.md")
    };
    assert_eq!(made.report(is_of_page), "", "{}", came.text("content/services/evil.md"));
    // The look would find what is not made harmless.
    let path = "content/services/evil.md";
    let mut raw = came.files.clone();
    raw.insert(path.into(), came.text(path).replace('\\', "").into_bytes());
    let found = build(&raw).report(is_of_page);
    assert!(found.contains("raw-script") && found.contains("::: no-such"), "{found}");
}
