//! Which part of a file was asked for (RFC 9110, section 14), so that a video can be started in the middle.

/// What to answer to a `Range` header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The whole file.
    Whole,
    /// These bytes: the first and the one after the last.
    Part(u64, u64),
    /// A part that the file does not have.
    Beyond,
}

/// Reads a `Range` header for a file of some length. What is not understood, and several parts at once, are answered
/// with the whole file, as the standard allows.
pub fn asked(header: Option<&str>, length: u64) -> Asked {
    let Some(spec) = header.and_then(|header| header.trim().strip_prefix("bytes=")) else {
        return Asked::Whole;
    };
    let Some((first, last)) = spec.split_once('-') else {
        return Asked::Whole;
    };
    let number = |text: &str| text.trim().parse::<u64>().ok();
    match (number(first), number(last)) {
        (Some(first), _) if first >= length => Asked::Beyond,
        (Some(first), Some(last)) if last < first => Asked::Whole,
        (Some(first), Some(last)) => Asked::Part(first, last.saturating_add(1).min(length)),
        (Some(first), None) if last.trim().is_empty() => Asked::Part(first, length),
        (None, Some(0)) if first.trim().is_empty() => Asked::Beyond,
        (None, Some(count)) if first.trim().is_empty() && length > 0 => {
            Asked::Part(length.saturating_sub(count), length)
        }
        _ => Asked::Whole,
    }
}

#[cfg(test)]
mod tests {
    use super::{Asked, asked};

    #[test]
    fn parts_are_cut_to_the_file() {
        for (header, answer) in [
            ("bytes=0-", Asked::Part(0, 10)),
            ("bytes=0-3", Asked::Part(0, 4)),
            ("bytes=4-99", Asked::Part(4, 10)),
            ("bytes=-3", Asked::Part(7, 10)),
            ("bytes=-99", Asked::Part(0, 10)),
            ("bytes=10-", Asked::Beyond),
            ("bytes=-0", Asked::Beyond),
            ("bytes=5-2", Asked::Whole),
            ("bytes=0-1,4-5", Asked::Whole),
            ("bytes=a-b", Asked::Whole),
            ("lines=1-2", Asked::Whole),
            ("bytes=0-18446744073709551615", Asked::Part(0, 10)),
        ] {
            assert_eq!(asked(Some(header), 10), answer, "{header}");
        }
        assert_eq!(asked(None, 10), Asked::Whole);
        assert_eq!(asked(Some("bytes=0-"), 0), Asked::Beyond);
        assert_eq!(asked(Some("bytes=-1"), 0), Asked::Whole);
    }
}
