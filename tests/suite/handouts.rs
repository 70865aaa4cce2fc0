//! The codes on the sheets of services, read as a phone reads them: each leads where the words beside it say.

use crate::harness::demonstration_made;

/// Draws the path of a code as a camera sees it, eight pixels to a module, and reads it.
fn read(size: usize, path: &str) -> Option<String> {
    const PIXELS: usize = 8;
    let mut black = vec![false; size * size];
    for run in path.split('M').skip(1) {
        let numbers: Vec<usize> =
            run.split(|letter: char| !letter.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect();
        let [x, y, width, 1, back] = numbers[..] else { return None };
        if width != back {
            return None;
        }
        black[y * size + x..][..width].fill(true);
    }
    let side = size * PIXELS;
    let shade = |x: usize, y: usize| if black[y / PIXELS * size + x / PIXELS] { 0 } else { 255 };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, shade);
    let grids = image.detect_grids();
    (grids.len() == 1).then(|| grids[0].decode().ok().map(|(_, text)| text)).flatten()
}

fn between<'t>(text: &'t str, from: &str, to: &str) -> &'t str {
    let rest = text.split_once(from).unwrap_or_else(|| panic!("no {from} in {text}")).1;
    rest.split_once(to).unwrap_or_else(|| panic!("no {to} after {from}")).0
}

#[test]
fn every_code_is_read_and_leads_where_the_words_beside_it_say() {
    let made = demonstration_made();
    let sheets: Vec<(&String, &Vec<u8>)> =
        made.files.iter().filter(|(path, _)| path.ends_with("/handout/index.html")).collect();
    assert!(sheets.len() > 40, "only {} sheets", sheets.len());
    for (path, html) in sheets {
        let html = String::from_utf8_lossy(html);
        let code = between(&html, "<svg aria-label=", "</svg>");
        let size: usize = between(code, "viewbox=\"0 0 ", " ").parse().expect("a size");
        let black = code.rsplit_once("<path d=\"").and_then(|(_, rest)| rest.split('"').next()).expect("a path");
        let link = between(&html, "class=signpost-handout__address", "</a>");
        let said = link.split_once('>').expect("a link").1;
        assert_eq!(read(size, black), Some(format!("https://{said}/")), "{path}");
        let target = said.split_once('/').expect("a path").1;
        assert!(made.files.contains_key(&format!("{target}/index.html")), "{path}: {target} leads nowhere");
    }
}

#[test]
fn a_code_that_is_damaged_is_not_taken_for_another() {
    assert_eq!(read(29, "M4 4h7v1h-7z"), None);
}
