//! Workbooks, made here of their XML so that nobody has to trust a file that cannot be read.

use flate2::Crc;
use signpost::exchange::workbook::workbook;

use super::{imported, small};

/// A zip archive whose files are not made smaller.
fn zip(files: &[(&str, &str)]) -> Vec<u8> {
    let (mut archive, mut list) = (Vec::new(), Vec::new());
    for (name, text) in files {
        let mut crc = Crc::new();
        crc.update(text.as_bytes());
        let size = u32::try_from(text.len()).expect("it is small").to_le_bytes();
        let length = u16::try_from(name.len()).expect("it is short").to_le_bytes();
        let at = u32::try_from(archive.len()).expect("it is small").to_le_bytes();
        let mut head = vec![20, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        head.extend(crc.sum().to_le_bytes());
        head.extend(size);
        head.extend(size);
        head.extend(length);
        head.extend([0, 0]);
        archive.extend(b"PK\x03\x04");
        archive.extend(&head);
        archive.extend(name.as_bytes());
        archive.extend(text.as_bytes());
        list.extend(b"PK\x01\x02\x14\x00");
        list.extend(&head);
        list.extend([0; 10]);
        list.extend(at);
        list.extend(name.as_bytes());
    }
    let count = u16::try_from(files.len()).expect("they are few").to_le_bytes();
    let (start, size) = (archive.len() as u32, list.len() as u32);
    archive.extend(&list);
    archive.extend(b"PK\x05\x06\0\0\0\0");
    archive.extend(count);
    archive.extend(count);
    archive.extend(size.to_le_bytes());
    archive.extend(start.to_le_bytes());
    archive.extend([0, 0]);
    archive
}

/// An Excel workbook with an empty sheet and one with these cells, as XML.
fn xlsx(rows: &str) -> Vec<u8> {
    const MAIN: &str = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>";
    let book = format!(
        "<workbook {MAIN} xmlns:r=\"{OFFICE}\"><sheets><sheet name=\"Cover\" sheetId=\"1\" r:id=\"r1\"/><sheet name=\"Services 2026\" sheetId=\"2\" r:id=\"r2\"/></sheets></workbook>"
    );
    let relations = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet2.xml\"/><Relationship Id=\"r3\" Type=\"{OFFICE}/styles\" Target=\"styles.xml\"/></Relationships>"
    );
    let root = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let styles = format!(
        "<styleSheet {MAIN}><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
    );
    let empty = format!("<worksheet {MAIN}><sheetData/></worksheet>");
    let sheet = format!("<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>");
    zip(&[
        ("[Content_Types].xml", types),
        ("_rels/.rels", &root),
        ("xl/workbook.xml", &book),
        ("xl/_rels/workbook.xml.rels", &relations),
        ("xl/styles.xml", &styles),
        ("xl/worksheets/sheet1.xml", &empty),
        ("xl/worksheets/sheet2.xml", &sheet),
    ])
}

fn text(cell: &str, words: &str) -> String {
    format!("<c r=\"{cell}\" t=\"inlineStr\"><is><t>{words}</t></is></c>")
}

#[test]
fn an_excel_sheet_gives_what_its_cells_show() {
    let head = ["Name", "Tel", "Last checked", "Cost", "Post code", "Ages", "Ward"];
    let head: String = head.iter().zip('A'..).map(|(words, column)| text(&format!("{column}3"), words)).collect();
    let rows = format!(
        "<row r=\"1\">{}</row><row r=\"3\">{head}</row>\
         <row r=\"4\">{}<c r=\"B4\"><v>1632960123</v></c><c r=\"C4\" s=\"1\"><v>46298</v></c><c r=\"D4\" t=\"str\"><f>\"£\"&amp;1+2</f><v>£3</v></c>{}<c r=\"F4\"><v>18</v></c><c r=\"G4\" t=\"e\"><v>#N/A</v></c></row>\
         <row r=\"6\">{}<c r=\"C6\"><v>46298</v></c><c r=\"D6\"><f>1+1</f></c></row>",
        text("A1", "Directory 2026"),
        text("A4", "Hub"),
        text("E4", "zz1 1aa"),
        text("A6", "Café"),
    );
    let sheet = workbook(&xlsx(&rows), None).expect("it can be read");
    assert!(sheet.said[0].contains("`Services 2026`") && sheet.said[0].contains("Cover"), "{:?}", sheet.said);
    let came = imported(&small(&[]), sheet, false);
    let hub = came.text("content/services/hub.md");
    for line in
        ["phone: \"01632960123\"", "cost: £3", "reviewed: 2026-10-03", "postcode: ZZ1 1AA", "ages: { from: 18 }"]
    {
        assert!(hub.contains(line), "{line}: {hub}");
    }
    assert!(came.text("content/services/cafe.md").contains("reviewed: 2026-10-03"));
    let said = came.said();
    assert!(said.contains("row 4, column G: the cell shows the error #N/A"), "{said}");
    assert!(said.contains("row 6, column D: a formula stands here and the file does not say what it shows"), "{said}");
}

#[test]
fn a_cell_at_the_end_of_the_sheet_takes_no_memory() {
    let rows = format!(
        "<row r=\"1\">{}{}</row><row r=\"1048576\">{}</row>",
        text("A1", "Name"),
        text("B1", "Tel"),
        text("XFD1048576", "x")
    );
    for wanted in [None, Some("Services 2026")] {
        let why = workbook(&xlsx(&rows), wanted).expect_err("it is too wide");
        assert!(why.contains("row 1048576, column XFD"), "{why}");
    }
}

#[test]
fn a_sheet_is_chosen_by_its_name() {
    let book = xlsx(&format!("<row r=\"1\">{}{}</row>", text("A1", "Name"), text("B1", "Tel")));
    assert!(workbook(&book, Some("services 2026")).is_ok());
    let error = workbook(&book, Some("Sheet9")).expect_err("there is none");
    assert_eq!(error, "it has no sheet called `Sheet9`; its sheets are: Cover, Services 2026");
    for end in [30, 200, book.len() / 2, book.len() - 30] {
        assert!(workbook(&book[..end], None).is_err(), "cut off at {end}");
    }
}

#[test]
fn an_open_document_is_read() {
    let cells = |cells: &[&str]| {
        let cells: String = cells
            .iter()
            .map(|words| {
                format!("<table:table-cell office:value-type=\"string\"><text:p>{words}</text:p></table:table-cell>")
            })
            .collect();
        format!("<table:table-row>{cells}</table:table-row>")
    };
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">\
         <office:body><office:spreadsheet><table:table table:name=\"Sheet1\">{}{}</table:table></office:spreadsheet></office:body></office:document-content>",
        cells(&["Name", "Tel"]),
        cells(&["Hub", "01632 960123"]),
    );
    let manifest = "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>";
    let book = zip(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", &content),
    ]);
    let came = imported(&small(&[]), workbook(&book, None).expect("it can be read"), false);
    assert!(came.text("content/services/hub.md").contains("phone: 01632 960123"));
}
