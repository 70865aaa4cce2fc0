//! QR codes (ISO/IEC 18004), as paths for an SVG.

use qrcodegen::{QrCode, QrCodeEcc};
use serde::Serialize;

/// The white around a code without which phones do not find it: four modules (ISO/IEC 18004, 5.3.8).
const QUIET: i32 = 4;

/// A code in units of one module.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Code {
    /// Its width and height with the white around it.
    size: i32,
    /// The black modules.
    path: String,
}

/// The code of a text. A seventh of it may be dirty or folded and it can still be read: level M, or a better one where that
/// takes no more room. Nothing for a text that is too long for any code.
pub fn code(text: &str) -> Option<Code> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let start = x;
            while code.get_module(x, y) {
                x += 1;
            }
            if x > start {
                path.push_str(&format!("M{} {}h{}v1h-{2}z", start + QUIET, y + QUIET, x - start));
            }
            x += 1;
        }
    }
    Some(Code { size: code.size() + 2 * QUIET, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_three_eyes_and_white_all_around() {
        let made = code("https://carers.example/s/hub/").expect("it is short");
        assert_eq!(made.size, 29 + 2 * QUIET);
        assert!(made.path.starts_with("M4 4h7v1h-7z"), "{}", made.path);
        assert!(made.path.contains("M26 4h7v1h-7z") && made.path.contains("M4 26h7v1h-7z"), "{}", made.path);
        assert_eq!(code(&"a".repeat(5000)), None);
    }
}
