//! Writes addresses and source marks into HTML.

/// Appends the address of another site for an attribute; what an address cannot hold is percent-encoded as UTF-8.
pub fn address(out: &mut String, address: &str) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let mut written = 0;
    for (at, byte) in address.bytes().enumerate() {
        if byte.is_ascii_alphanumeric() || KEPT.contains(&byte) {
            continue;
        }
        out.push_str(address.get(written..at).unwrap_or_default());
        written = at + 1;
        match byte {
            b'&' => out.push_str("&amp;"),
            b'\'' => out.push_str("&#39;"),
            _ => {
                out.push('%');
                out.push(char::from(HEX[usize::from(byte >> 4)]));
                out.push(char::from(HEX[usize::from(byte & 15)]));
            }
        }
    }
    out.push_str(address.get(written..).unwrap_or_default());
}

/// What stays as it is in an address besides letters and digits (RFC 3986, section 2, and `%`).
const KEPT: &[u8] = b"/-.:?#=_~@!$()*+,;%[]";

/// Appends the mark that leads from an element to what the author wrote.
pub fn mark(out: &mut String, start: usize, end: usize) {
    out.push_str(" data-sp=\"");
    number(out, start);
    out.push('-');
    number(out, end);
    out.push('"');
}

/// Appends a number.
pub fn number(out: &mut String, mut number: usize) {
    let mut digits = [0_u8; 20];
    let mut at = digits.len();
    loop {
        at -= 1;
        digits[at] = b'0' + (number % 10) as u8;
        number /= 10;
        if number == 0 {
            break;
        }
    }
    out.push_str(std::str::from_utf8(&digits[at..]).expect("digits are ASCII"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::html::percent_decoded;

    fn written(write: impl Fn(&mut String)) -> String {
        let mut out = String::new();
        write(&mut out);
        out
    }

    #[test]
    fn writes_addresses_and_marks() {
        assert_eq!(
            written(|out| address(out, "https://x.org/a b?q=ü&r='\"%20")),
            "https://x.org/a%20b?q=%C3%BC&amp;r=&#39;%22%20"
        );
        assert_eq!(written(|out| mark(out, 0, 1_234_567)), " data-sp=\"0-1234567\"");
    }

    #[test]
    fn decodes_percent_signs() {
        assert_eq!(percent_decoded("a%20b%zz%C3%BC%").as_deref(), Some("a b%zzü%"));
        assert_eq!(percent_decoded("%FF"), None);
    }
}
