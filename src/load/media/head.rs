//! Reads from the first bytes of a video or sound what it is, how long it plays, and how wide and high it is.
//!
//! No more than a head is ever read: the files themselves may be larger than memory. What a head does not tell stays
//! unknown.

use crate::model::MediaHead;

type Test = fn(&[u8]) -> bool;

/// What is known of a file by its name ending: its media type, and the test that its first bytes must pass.
const TYPES: &[(&str, &str, Test)] = &[
    ("mp4", "video/mp4", is_mp4),
    ("webm", "video/webm", |head| head.starts_with(&[0x1a, 0x45, 0xdf, 0xa3])),
    ("mp3", "audio/mpeg", |head| head.starts_with(b"ID3") || frame(head).is_some()),
    ("m4a", "audio/mp4", is_mp4),
    ("ogg", "audio/ogg", |head| head.starts_with(b"OggS")),
    ("oga", "audio/ogg", |head| head.starts_with(b"OggS")),
    ("opus", "audio/ogg", |head| head.starts_with(b"OggS")),
    ("wav", "audio/wav", |head| head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WAVE".as_slice())),
];

/// The media type that a name ending stands for, where browsers play it.
pub fn media_type(ending: &str) -> Option<&'static str> {
    TYPES.iter().find(|(known, _, _)| *known == ending).map(|(_, media_type, _)| *media_type)
}

/// Reads a head. The second value is the width and height of a video.
pub fn read(ending: &str, head: &[u8], bytes: u64) -> (MediaHead, Option<(u32, u32)>) {
    let Some((_, media_type, _)) = TYPES.iter().find(|(known, _, is)| *known == ending && is(head)) else {
        return (MediaHead::default(), None);
    };
    let mut size = None;
    let seconds = match *media_type {
        "video/mp4" | "audio/mp4" => {
            let (seconds, found) = mp4(head);
            size = found;
            seconds
        }
        "video/webm" => webm(head),
        "audio/mpeg" => mp3(head, bytes),
        "audio/wav" => number(head, 28, 4, false)
            .filter(|rate| *rate > 0)
            .map(|rate| bytes.saturating_sub(44) as f64 / rate as f64),
        _ => None,
    };
    let whole = |seconds: f64| (0.5..1e6).contains(&seconds).then(|| seconds.round() as u32);
    (MediaHead { media_type: Some(media_type), seconds: seconds.and_then(whole) }, size)
}

/// A whole number of some bytes, the largest first where it is `big`.
fn number(bytes: &[u8], at: usize, count: usize, big: bool) -> Option<u64> {
    let bytes = bytes.get(at..at.checked_add(count)?)?;
    let add = |sum: u64, byte: &u8| sum << 8 | u64::from(*byte);
    Some(if big { bytes.iter().fold(0, add) } else { bytes.iter().rev().fold(0, add) })
}

fn is_mp4(head: &[u8]) -> bool {
    head.get(4..8) == Some(b"ftyp".as_slice())
}

/// The boxes that begin in some bytes: name, and what of their content is there (ISO/IEC 14496-12, section 4.2).
fn boxes(mut bytes: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    std::iter::from_fn(move || {
        let (length, name) = (number(bytes, 0, 4, true)?, bytes.get(4..8)?);
        let (start, length) = match length {
            0 => (8, bytes.len()),
            1 => (16, usize::try_from(number(bytes, 8, 8, true)?).unwrap_or(usize::MAX)),
            length => (8, length as usize),
        };
        let end = length.min(bytes.len());
        let content = bytes.get(start..end)?;
        bytes = &bytes[end..];
        Some((name, content))
    })
}

fn mp4(head: &[u8]) -> (Option<f64>, Option<(u32, u32)>) {
    let Some((_, movie)) = boxes(head).find(|(name, _)| *name == b"moov") else {
        return (None, None);
    };
    let mut seconds = None;
    let mut size = None;
    for (name, content) in boxes(movie) {
        if name == b"mvhd" {
            let (scale_at, count) = if content.first() == Some(&1) { (20, 8) } else { (12, 4) };
            let scale = number(content, scale_at, 4, true).filter(|scale| *scale > 0);
            let length = number(content, scale_at + 4, count, true).filter(|length| *length > 0);
            seconds = length.zip(scale).map(|(length, scale)| length as f64 / scale as f64);
        } else if name == b"trak" && size.is_none() {
            size = boxes(content).find(|(name, _)| *name == b"tkhd").and_then(|(_, track)| {
                // The last eight bytes, as numbers with sixteen bits behind the point; nothing for a sound.
                let at = track.len().checked_sub(8)?;
                let side = |at| number(track, at, 2, true).and_then(|side| u32::try_from(side).ok());
                let (width, height) = side(at).zip(side(at + 4)).filter(|(width, height)| *width > 0 && *height > 0)?;
                // A telephone held upright films on its side and says so in the matrix before them.
                let is_turned = number(track, at.checked_sub(36)?, 4, true) == Some(0)
                    && number(track, at.checked_sub(32)?, 4, true) != Some(0);
                Some(if is_turned { (height, width) } else { (width, height) })
            });
        }
    }
    (seconds, size)
}

/// The length that a WebM file gives in its Info element (RFC 9559, section 5.1.2).
fn webm(head: &[u8]) -> Option<f64> {
    let info = memchr::memmem::find(head, &[0x15, 0x49, 0xa9, 0x66])?;
    let info = &head[info..head.len().min(info + 512)];
    let scale = memchr::memmem::find(info, &[0x2a, 0xd7, 0xb1, 0x83]).and_then(|at| number(info, at + 4, 3, true));
    let at = memchr::memmem::find(info, &[0x44, 0x89])? + 2;
    let length = match info.get(at)? {
        0x88 => f64::from_bits(number(info, at + 1, 8, true)?),
        0x84 => f64::from(f32::from_bits(u32::try_from(number(info, at + 1, 4, true)?).ok()?)),
        _ => return None,
    };
    Some(length * scale.unwrap_or(1_000_000) as f64 / 1e9)
}

/// What the header of an MPEG audio frame says.
struct Frame {
    bits_a_second: u64,
    samples_a_second: u64,
    samples: u64,
}

fn frame(bytes: &[u8]) -> Option<Frame> {
    const FIRST: [u64; 14] = [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    const SECOND: [u64; 14] = [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    let header = number(bytes, 0, 4, true)?;
    let (version, layer) = (header >> 19 & 3, header >> 17 & 3);
    if header >> 21 != 0x7ff || version == 1 || layer != 1 {
        return None;
    }
    let position = (header >> 12 & 15) as usize;
    let rates = if version == 3 { FIRST } else { SECOND };
    let samples_a_second = *[44_100, 48_000, 32_000].get((header >> 10 & 3) as usize)?;
    Some(Frame {
        bits_a_second: *rates.get(position.checked_sub(1)?)? * 1000,
        samples_a_second: samples_a_second >> [2, 0, 1, 0][version as usize],
        samples: if version == 3 { 1152 } else { 576 },
    })
}

/// The length of an MP3: from the count of frames where there is one, else from its rate, which then is the same
/// throughout.
fn mp3(head: &[u8], bytes: u64) -> Option<f64> {
    let tag = if head.starts_with(b"ID3") {
        head.get(6..10)?.iter().fold(0usize, |sum, byte| sum << 7 | usize::from(byte & 0x7f)) + 10
    } else {
        0
    };
    let sound = head.get(tag..)?;
    let first = frame(sound)?;
    let start = &sound[..sound.len().min(200)];
    let counted = memchr::memmem::find(start, b"Xing").or_else(|| memchr::memmem::find(start, b"Info"));
    if let Some(at) = counted
        && number(sound, at + 4, 4, true)? & 1 == 1
    {
        let frames = number(sound, at + 8, 4, true)?;
        return Some((frames * first.samples) as f64 / first.samples_a_second as f64);
    }
    Some(bytes.saturating_sub(tag as u64) as f64 * 8.0 / first.bits_a_second as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn a_box(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
        let mut bytes = (content.len() as u32 + 8).to_be_bytes().to_vec();
        bytes.extend(name);
        bytes.extend(content);
        bytes
    }

    #[test]
    fn an_mp4_says_how_long_and_how_large_it_is() {
        let mut movie_header = vec![0; 12];
        movie_header.extend(1000u32.to_be_bytes());
        movie_header.extend(23_400u32.to_be_bytes());
        let mut track_header = vec![0; 76];
        track_header.extend([2, 128, 0, 0, 1, 104, 0, 0]);
        let track = a_box(b"trak", &a_box(b"tkhd", &track_header));
        let movie = a_box(b"moov", &[a_box(b"mvhd", &movie_header), track].concat());
        let file = [a_box(b"ftyp", b"isom"), movie, a_box(b"mdat", &[0; 50])].concat();
        let (head, size) = read("mp4", &file, 1 << 33);
        assert_eq!((head.media_type, head.seconds, size), (Some("video/mp4"), Some(23), Some((640, 360))));
        // Where the film stands before its description, the head does not tell.
        let late = [a_box(b"ftyp", b"isom"), a_box(b"mdat", &[0; 50])].concat();
        assert_eq!(read("mp4", &late, 1 << 33).0.seconds, None);
    }

    #[test]
    fn what_is_not_what_its_name_says_has_no_type() {
        assert_eq!(read("mp4", b"<!doctype html>", 20).0.media_type, None);
        assert_eq!(read("mov", &a_box(b"ftyp", b"qt  "), 20).0.media_type, None);
        assert_eq!(read("mp3", b"OggS", 20).0.media_type, None);
        assert_eq!(media_type("ogv"), None);
    }

    #[test]
    fn sounds_say_how_long_they_are() {
        // MPEG 1, layer 3, 128,000 bits and 44,100 samples a second.
        let plain = [&[0xff, 0xfb, 0x90, 0x00][..], &[0; 100]].concat();
        assert_eq!(read("mp3", &plain, 160_000).0.seconds, Some(10));
        let counted = [&[0xff, 0xfb, 0x90, 0x00][..], &[0; 32], b"Xing", &[0, 0, 0, 1, 0, 0, 3, 0x19]].concat();
        assert_eq!(read("mp3", &counted, 160_000).0.seconds, Some(21));
        let mut wave = b"RIFF....WAVEfmt ".to_vec();
        wave.extend([16, 0, 0, 0, 1, 0, 1, 0, 0x40, 0x1f, 0, 0, 0x40, 0x1f, 0, 0]);
        assert_eq!(read("wav", &wave, 44 + 8000 * 7).0.seconds, Some(7));
    }

    #[test]
    fn no_bytes_make_it_fall_over() {
        let mut state = 7u32;
        let mut noise = Vec::new();
        for _ in 0..4096 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            noise.push((state >> 24) as u8);
        }
        let starts: [&[u8]; 5] = [
            b"\0\0\0\x08ftyp\0\0\0\x01moov\xff\xff\xff\xff",
            &[0x1a, 0x45, 0xdf, 0xa3, 0x15, 0x49, 0xa9, 0x66, 0x44, 0x89, 0x88],
            b"ID3\0\0\0\x7f\x7f\x7f\x7f",
            b"RIFF....WAVE",
            b"",
        ];
        for (ending, _, _) in TYPES {
            for start in starts {
                for cut in [0, 1, 9, 40, noise.len()] {
                    read(ending, &[start, &noise[..cut]].concat(), u64::MAX);
                }
            }
        }
    }
}
