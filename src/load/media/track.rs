//! Reads WebVTT files: captions and chapters (W3C WebVTT 1, section 4.1).

use crate::diagnostic::Diagnostic;
use crate::model::{Cue, Track};
use crate::source::{FileId, Span};

/// Reads a file. What cannot be read is a problem at its line, and the rest is read.
pub fn read(file: FileId, bytes: &[u8]) -> Track {
    let mut track = Track::default();
    let Ok(text) = std::str::from_utf8(bytes) else {
        track.problems.push(no_track(file));
        return track;
    };
    if !text.trim_start_matches('\u{feff}').starts_with("WEBVTT") {
        track.problems.push(no_track(file));
        return track;
    }
    let mut above = None;
    let mut cue: Option<Cue> = None;
    let mut start = 0;
    for line in text.split_inclusive('\n').chain(std::iter::once("\n")) {
        let words = line.trim_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
        let from = start + (line.len() - line.trim_start().len()).min(line.len());
        let span = Span::new(file, from..from + words.len());
        start += line.len();
        if words.is_empty() {
            above = None;
            track.end(cue.take());
        } else if let Some(cue) = &mut cue {
            let space = if cue.text.is_empty() { "" } else { " " };
            cue.text.push_str(space);
            let words = without_marks(words);
            cue.lines += 1;
            cue.longest = cue.longest.max(words.chars().count());
            cue.text.push_str(&words);
        } else if let Some((from, to)) = words.split_once("-->") {
            let to = to.split_whitespace().next().unwrap_or_default();
            match (thousandths(from.trim()), thousandths(to)) {
                (Some(start), Some(end)) => {
                    cue = Some(Cue { id: above.take(), start, end, text: String::new(), lines: 0, longest: 0, span });
                }
                _ => {
                    track.problems.push(Diagnostic::error("broken-captions", "this time cannot be read").at(span).help(
                        "write it as `00:05.000 --> 00:09.500`: minutes, seconds, and thousandths behind a point",
                    ))
                }
            }
        } else if words.contains("->") && words.starts_with(|first: char| first.is_ascii_digit()) {
            track.problems.push(
                Diagnostic::error("broken-captions", "between two times stands `-->`, with two hyphens")
                    .at(span)
                    .help("write it as `00:05.000 --> 00:09.500`: browsers pass over everything else"),
            );
        } else {
            above = Some(words.to_owned());
        }
    }
    track
}

fn no_track(file: FileId) -> Diagnostic {
    Diagnostic::error("broken-captions", "this is no WebVTT file")
        .at(Span::whole(file))
        .help("its first line is `WEBVTT`, and it is saved in UTF-8; subtitle programs export it as WebVTT or .vtt")
}

impl Track {
    fn end(&mut self, cue: Option<Cue>) {
        let Some(cue) = cue.filter(|cue| !cue.text.is_empty()) else {
            return;
        };
        if cue.end <= cue.start {
            self.problems.push(
                Diagnostic::error("broken-captions", "this ends before it begins")
                    .at(cue.span)
                    .help("the time behind `-->` is the later one"),
            );
        }
        if self.cues.last().is_some_and(|before| before.start > cue.start) {
            self.problems.push(
                Diagnostic::error("broken-captions", "this begins before what stands above it")
                    .at(cue.span)
                    .help("write the times in the order in which they come in the video"),
            );
        }
        self.cues.push(cue);
    }
}

fn without_marks(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    let mut is_inside = false;
    for letter in words.chars() {
        match letter {
            '<' => is_inside = true,
            '>' => is_inside = false,
            _ if !is_inside => plain.push(letter),
            _ => {}
        }
    }
    plain.replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", " ").replace("&amp;", "&").trim().to_owned()
}

/// A time such as `00:09.500` or `1:00:09.500`, in thousandths of a second.
fn thousandths(time: &str) -> Option<u64> {
    let (clock, rest) = time.split_once('.')?;
    let parts: Vec<&str> = clock.split(':').collect();
    let is_number = |part: &&str| !part.is_empty() && part.len() < 6 && part.bytes().all(|byte| byte.is_ascii_digit());
    if !(2..=3).contains(&parts.len()) || rest.len() != 3 || !parts.iter().chain([&rest]).all(is_number) {
        return None;
    }
    let seconds = parts.iter().try_fold(0u64, |sum, part| Some(sum * 60 + part.parse::<u64>().ok()?))?;
    Some(seconds * 1000 + rest.parse::<u64>().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> (Vec<String>, Vec<String>) {
        let track = read(FileId(0), text.as_bytes());
        let cue = |cue: Cue| {
            let id = cue.id.map(|id| format!("{id}: ")).unwrap_or_default();
            format!("{}-{} {id}{}", cue.start, cue.end, cue.text)
        };
        (track.cues.into_iter().map(cue).collect(), track.problems.into_iter().map(|found| found.message).collect())
    }

    #[test]
    fn reads_cues_with_their_ids() {
        let text = "\u{feff}WEBVTT - captions\r\nKind: captions\r\n\r\nNOTE nothing\r\n\r\nwho\r\n00:01.000 --> 00:02.500 line:0\r\n\
                    <v Anita>Yes &amp; no\r\nat once\r\n\r\n01:00:00.000 --> 01:00:01.000\r\nLast";
        assert_eq!(texts(text).0, ["1000-2500 who: Yes & no at once", "3600000-3601000 Last"]);
        assert!(texts(text).1.is_empty());
    }

    #[test]
    fn names_wrong_times_and_reads_on() {
        let text = "WEBVTT\n\n00:09.000 --> 00:05.000\na\n\n00:04.000 --> 00:08.000\nb\n\n0:5 --> 0:6\nc\n\n00:20.000 --> 00:21.000\nd\n";
        let (cues, problems) = texts(text);
        assert_eq!(cues, ["9000-5000 a", "4000-8000 b", "20000-21000 d"]);
        let expected =
            ["this ends before it begins", "this begins before what stands above it", "this time cannot be read"];
        assert_eq!(problems, expected);
        assert_eq!(texts("1\n00:00:00,000 --> 00:00:04,000\nWords").1, ["this is no WebVTT file"]);
        let arrow = texts("WEBVTT\n\n00:01.000 -> 00:02.000\nWords\n");
        assert_eq!(arrow.1, ["between two times stands `-->`, with two hyphens"]);
    }

    #[test]
    fn points_at_the_line_of_the_time() {
        let text = "WEBVTT\n\n00:09.000 --> 00:05.000\na\n";
        let span = read(FileId(0), text.as_bytes()).problems[0].span.expect("a place");
        assert_eq!(&text[span.start as usize..span.end as usize], "00:09.000 --> 00:05.000");
    }
}
