//! What people meant by a cell: numbers, ages, days and prices that readers rely on are read right, or not at all.

use super::{Imported, imported, small};
use crate::harness::Files;
use signpost::exchange::sheet::csv;

const HUB: &str = "content/services/hub.md";

fn take(site: &Files, sheet: &str) -> Imported {
    imported(site, csv(sheet.as_bytes()), false)
}

#[test]
fn numbers_that_lost_their_zero_get_it_back_or_are_told() {
    for (cell, expected) in [("8001111", "0800 1111"), ("800123456", "0800123456"), ("1632960123", "01632960123")] {
        let text = take(&small(&[]), &format!("Name,Tel\nHub,{cell}\n")).text(HUB);
        assert!(text.replace(' ', "").contains(&format!("phone:\"{}\"", expected.replace(' ', ""))), "{cell}: {text}");
    }
    let came = take(&small(&[]), "Name,Tel\nHub,632960123\n");
    assert!(came.said().contains("row 2, column B (Tel): `632960123` begins with no 0"), "{}", came.said());
    // What is not to be given out is not.
    let came = take(&small(&[]), "Name,Tel\nHub,\"Ask for Sandra, home number do not give out 01632 960123\"\n");
    let text = came.text(HUB);
    assert!(!text.split("notes:").next().unwrap_or_default().contains("960123"), "{text}");
    assert!(came.said().contains("not to be given out"), "{}", came.said());
}

#[test]
fn ages_that_are_no_span_are_kept_as_they_are() {
    let text = take(&small(&[]), "Name,Ages\nHub,16 or under\n").text(HUB);
    assert!(text.contains("ages: { to: 16 }"), "{text}");
    for cell in ["Under 18s and over 65s", "Not for over 25s", "6 weeks to 12 years"] {
        let came = take(&small(&[]), &format!("Name,Ages\nHub,{cell}\n"));
        let text = came.text(HUB);
        assert!(!text.contains("\nages:") && text.contains(cell), "{text}");
        assert!(came.said().contains(cell), "{}", came.said());
    }
}

#[test]
fn a_column_says_what_comes_first_in_its_days() {
    let reviewed = |came: &Imported, stem: &str| {
        let text = came.text(&format!("content/services/{stem}.md"));
        text.lines().find_map(|line| line.strip_prefix("reviewed: ").map(str::to_owned))
    };
    let american = take(&small(&[]), "Name,Last checked\nHub,03/10/2026\nCafe,10/13/2026\n");
    assert_eq!(reviewed(&american, "hub").as_deref(), Some("2026-03-10"));
    assert_eq!(reviewed(&american, "cafe").as_deref(), Some("2026-10-13"));
    assert!(american.said().contains("with the month first, as some days of this column"), "{}", american.said());
    let british = take(&small(&[]), "Name,Last checked\nHub,03/10/2026\nCafe,13/10/2026\n");
    assert_eq!(reviewed(&british, "hub").as_deref(), Some("2026-10-03"));
    // Where both are there, nobody knows.
    let both = take(&small(&[]), "Name,Last checked\nHub,03/10/2026\nCafe,13/10/2026\nBus,10/14/2026\n");
    assert_eq!(reviewed(&both, "hub"), None);
    assert!(both.text(HUB).contains("03/10/2026"), "{}", both.text(HUB));
    assert!(both.said().contains("row 2, column B (Last checked): `03/10/2026` may have the day or the month first"));
}

#[test]
fn the_rest_is_read_as_it_was_meant() {
    let came = take(&small(&[]), "Name,Cost,Status\nHub,3.5,Closed\nCafe,4,Ended\n");
    assert!(came.text(HUB).contains("cost: £3.50\n") && came.text(HUB).contains("status: closed for now\n"));
    assert!(came.text("content/services/cafe.md").contains("cost: £4\n"));
    let long = "St. Mary's Hall has lunch every day but Sunday for whoever looks after someone at home, whatever their age, \
                and for those who come with them. It is open from 12.30pm to 2pm.";
    let text = take(&small(&[]), &format!("Name,Description\nHub,\"{long}\"\n")).text(HUB);
    let (first, rest) = long.split_once(" It is").expect("there are two sentences");
    assert!(text.contains(first) && text.contains(&format!("\nIt is{rest}\n")), "{text}");
    let text = take(&small(&[]), "Name,Opening hours\nHub,\"Mon 9am to 5pm\nTue 9am to 1pm\"\n").text(HUB);
    assert!(text.contains("Mon 9am to 5pm; Tue 9am to 1pm"), "{text}");
    // Rows between a wrong heading and the facts are not lost.
    let came = take(&small(&[]), "Our list,of 2026\nName,Tel,Email\nHub,01632 960123,a@example.org\n");
    assert!(came.said().contains("row 1: it stands above the headings"), "{}", came.said());
}

#[test]
fn what_a_contact_record_lacks_is_named() {
    let page = "---\ntitle: Hub\ncontact: hub\n---\n";
    let site = small(&[("content/services/hub.md", page)]);
    let came = take(&site, "Name,Tel,Contact name\nHub,01632 960123 (young carers),Ann\n");
    assert_eq!(came.plan.counts().1, 0);
    assert!(came.said().contains("`Ann`") && came.said().contains("`young carers`"), "{}", came.said());
    // A record that another has replaced is that other.
    let mut replaced = site.clone();
    replaced.insert(
        "content/data/contacts.yaml".into(),
        b"hub:\n  name: Old\n  phone: 01632 960999\n  replaced_by: new\nnew:\n  name: New\n  phone: 01632 960123\n"
            .to_vec(),
    );
    assert_eq!(take(&replaced, "Name,Tel\nHub,01632 960123\n").said(), "");
}

#[test]
fn a_page_that_was_moved_and_renamed_is_found() {
    let sheet = "Ref,Name,Cost\n1,Hub,Free\n";
    let mut then = take(&small(&[]), sheet).files;
    let text = then.remove(HUB).expect("it was written");
    let text = String::from_utf8(text).expect("it is text").replace("title: Hub", "title: The new hub");
    then.insert("content/services/new.md".into(), text.into_bytes());
    let came = take(&then, &sheet.replace("Free", "£5"));
    assert_eq!(came.plan.counts().0, 0, "{:?}", came.plan.changes);
    assert!(came.text("content/services/new.md").contains("cost: £5"));
    // Two rows of one name and place may stand in another order.
    let two = "Name,Post code,Tel\nHub,ZZ1 1AA,01632 960101\nHub,ZZ1 1AA,01632 960102\n";
    let first = take(&small(&[]), two);
    assert_eq!(first.plan.counts().0, 2);
    let turned = "Name,Post code,Tel\nHub,ZZ1 1AA,01632 960102\nHub,ZZ1 1AA,01632 960101\n";
    let came = take(&first.files, turned);
    assert_eq!((came.plan.files.len(), came.plan.unchanged), (0, 2), "{:?}", came.plan.changes);
    // A section has the address that a page of its name would have.
    let mut site = small(&[]);
    site.insert("content/services/cafe/_index.md".into(), b"---\ntitle: Cafes\n---\n".to_vec());
    assert_eq!(take(&site, "Name\nCafe\n").plan.changes[0].path, "services/cafe-2.md");
}
