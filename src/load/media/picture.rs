//! Reads how wide and high a picture is, from its first bytes.

/// The width and height of a picture that says them.
pub fn size(ending: &str, head: &[u8]) -> Option<(u32, u32)> {
    if ending == "svg" {
        return svg_size(&String::from_utf8_lossy(head));
    }
    let size = imagesize::blob_size(head).ok()?;
    Some((u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?))
}

/// The size of an SVG: its width and height, else its viewBox (SVG 2, section 8.12).
fn svg_size(svg: &str) -> Option<(u32, u32)> {
    let start = svg.find("<svg")?;
    let tag = &svg[start..start + svg[start..].find('>')?];
    let attribute = |name: &str| {
        let from = tag.find(&format!(" {name}=\""))? + name.len() + 3;
        tag[from..].split('"').next()
    };
    let pixels = |text: &str| text.trim_end_matches("px").trim().parse::<f64>().ok().filter(|size| *size >= 1.0);
    let named = attribute("width").and_then(pixels).zip(attribute("height").and_then(pixels));
    let size = named.or_else(|| {
        let numbers: Vec<f64> =
            attribute("viewBox")?.split([' ', ',']).filter_map(|number| number.parse().ok()).collect();
        if let [_, _, width, height] = numbers[..] { Some((width, height)) } else { None }
    });
    size.map(|(width, height)| (width.round() as u32, height.round() as u32))
}
