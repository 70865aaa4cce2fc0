//! Reads how wide and high a picture is, and whether it moves, from its first bytes.

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

/// Whether a picture moves by itself: more than one frame, or an animation in an SVG.
///
/// GIF89a, section 23 (a control block for each frame); PNG, section 11.3.6.1 (`acTL`); WebP container (`ANIM`); SVG 2 with
/// SMIL and CSS animations.
pub fn is_animated(ending: &str, head: &[u8]) -> bool {
    let count = |needle: &[u8]| memchr::memmem::find_iter(head, needle).take(2).count();
    match ending {
        "gif" => count(b"\x21\xf9\x04") > 1,
        "png" => count(b"acTL") > 0,
        "webp" => count(b"ANIM") > 0,
        "svg" => [&b"<animate"[..], b"<set ", b"@keyframes"].into_iter().any(|sign| count(sign) > 0),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_pictures_that_move() {
        let frame = b"\x21\xf9\x04\x00";
        assert!(!is_animated("gif", &[&b"GIF89a"[..], frame].concat()));
        assert!(is_animated("gif", &[&b"GIF89a"[..], frame, b"..", frame].concat()));
        assert!(is_animated("png", b"....acTL...."));
        assert!(is_animated("svg", b"<svg><animate attributeName='x'/></svg>"));
        assert!(!is_animated("svg", b"<svg><path/></svg>"));
        assert!(is_animated("webp", b"RIFF....WEBPVP8X....ANIM"));
        assert!(!is_animated("jpg", b"ANIM acTL <animate"));
    }
}
