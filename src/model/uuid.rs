//! Identifiers that are the same in every build: UUIDs as front matter has them, and those made from a name.

use std::fmt;

use sha1_smol::Sha1;

/// A UUID (RFC 9562).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Uuid([u8; 16]);

impl Uuid {
    /// The namespace of names that are addresses (RFC 9562, 6.6).
    pub const URL: Self =
        Self([0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8]);

    /// Makes the one that a name has in a namespace: version 5 (RFC 9562, 5.5).
    pub fn named(namespace: Self, name: &str) -> Self {
        let mut hash = Sha1::new();
        hash.update(&namespace.0);
        hash.update(name.as_bytes());
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&hash.digest().bytes()[..16]);
        bytes[6] = bytes[6] & 0x0f | 0x50;
        bytes[8] = bytes[8] & 0x3f | 0x80;
        Self(bytes)
    }

    /// Reads one as people copy it: five groups of hexadecimal digits with a dash between them, in any case.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let mut groups = text.split('-').map(str::len);
        if !groups.by_ref().eq([8, 4, 4, 4, 12]) {
            return None;
        }
        let digits: Vec<u8> = text
            .bytes()
            .filter(|byte| *byte != b'-')
            .map(|byte| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
            .collect::<Option<_>>()?;
        let mut bytes = [0; 16];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            *byte = pair[0] << 4 | pair[1];
        }
        Some(Self(bytes))
    }
}

impl fmt::Display for Uuid {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, byte) in self.0.iter().enumerate() {
            if matches!(position, 4 | 6 | 8 | 10) {
                formatter.write_str("-")?;
            }
            write!(formatter, "{byte:02x}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_the_identifiers_of_the_standard() {
        let dns = Uuid::read("6ba7b810-9dad-11d1-80b4-00c04fd430c8").expect("it is one");
        // RFC 9562, appendix A.4.
        assert_eq!(Uuid::named(dns, "www.example.com").to_string(), "2ed6657d-e927-568b-95e1-2665a8aea6a2");
        assert_eq!(Uuid::URL.to_string(), "6ba7b811-9dad-11d1-80b4-00c04fd430c8");
    }

    #[test]
    fn only_whole_ones_are_read() {
        let written = "FCF8094E-48b9-463d-843b-fc00bcdf8453";
        assert_eq!(Uuid::read(written).expect("it is one").to_string(), written.to_lowercase());
        for other in [
            "",
            "hub",
            "fcf8094e48b9463d843bfc00bcdf8453",
            "fcf8094e-48b9-463d-843b-fc00bcdf845",
            "gcf8094e-48b9-463d-843b-fc00bcdf8453",
            "fcf8094e-48b9-463d-843b-fc00bcdf84é",
            "+cf8094e-48b9-463d-843b-fc00bcdf8453",
        ] {
            assert_eq!(Uuid::read(other), None, "{other}");
        }
    }
}
