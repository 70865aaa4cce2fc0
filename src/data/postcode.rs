//! A postcode as Royal Mail writes it: the outward code, such as `NG1` or `EC1A`, and the inward code, such as `1AA`.
//!
//! What people type into the page about help near them is read by the theme's `parts/near.js`, which also knows O from 0.

use std::fmt;

/// A postcode that can be; whether there is such a one is another matter. In the order of outward codes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Postcode {
    /// Two to four letters and digits, with spaces behind.
    outward: [u8; 4],
    inward: [u8; 3],
}

impl Postcode {
    /// Reads a postcode with or without spaces, in small or capital letters.
    pub fn read(text: &[u8]) -> Option<Self> {
        let (mut letters, mut count) = ([0; 7], 0);
        for byte in text.iter().filter(|byte| !byte.is_ascii_whitespace()) {
            *letters.get_mut(count)? = byte.to_ascii_uppercase();
            count += 1;
        }
        let (outward, inward) = letters[..count].split_at(count.checked_sub(3)?);
        let shape = |bytes: &[u8], shape: &[u8]| {
            bytes.len() == shape.len()
                && bytes.iter().zip(shape).all(|(byte, kind)| match kind {
                    b'A' => byte.is_ascii_uppercase(),
                    _ => byte.is_ascii_digit(),
                })
        };
        let outwards: [&[u8]; 6] = [b"A9", b"A99", b"A9A", b"AA9", b"AA99", b"AA9A"];
        if !shape(inward, b"9AA") || !outwards.iter().any(|wanted| shape(outward, wanted)) {
            return None;
        }
        let mut padded = [b' '; 4];
        padded[..outward.len()].copy_from_slice(outward);
        Some(Self { outward: padded, inward: [inward[0], inward[1], inward[2]] })
    }

    /// The outward code, such as `NG1`.
    pub fn outward(&self) -> &str {
        std::str::from_utf8(&self.outward).unwrap_or_default().trim_end()
    }

    /// The digit of its sector: the first of the inward code.
    pub fn sector(&self) -> char {
        char::from(self.inward[0])
    }

    /// The two letters at its end.
    pub fn unit(&self) -> &str {
        std::str::from_utf8(&self.inward[1..]).unwrap_or_default()
    }
}

impl fmt::Display for Postcode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}{}", self.outward(), self.sector(), self.unit())
    }
}

impl fmt::Debug for Postcode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{self}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postcodes_are_read_however_they_are_spaced() {
        for (written, read) in [
            ("NG1 1AA", "NG1 1AA"),
            ("NG1  1AA", "NG1 1AA"),
            ("NG101AA", "NG10 1AA"),
            (" ec1a1bb ", "EC1A 1BB"),
            ("w1a 0ax", "W1A 0AX"),
            ("M11AE", "M1 1AE"),
            ("B33 8TH", "B33 8TH"),
        ] {
            assert_eq!(Postcode::read(written.as_bytes()).map(|code| code.to_string()).as_deref(), Some(read));
        }
    }

    #[test]
    fn what_cannot_be_a_postcode_is_none() {
        for written in ["", "NG1", "1AA", "NG1 AAA", "NGG1 1AA", "NG111 1AA", "N 1AA", "NG1-1AA", "NG1 1A", "ŁÓ1 1AA"]
        {
            assert_eq!(Postcode::read(written.as_bytes()), None, "{written}");
        }
    }
}
