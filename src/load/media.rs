//! Finds the files of signed videos and reads their captions and chapters, and the sizes of pictures.

use crate::diagnostic::Diagnostic;
use crate::model::{Bsl, Chapter, Form, Page, Site, Variant, Video, VideoSource};
use crate::source::{FileId, Sources, Span};

use super::markdown::resolve_file;

/// The most that is read of a picture to learn its size, in bytes.
const PICTURE_HEAD: u64 = 64 << 10;

/// The largest captions file that is read, in bytes.
const CAPTIONS: u64 = 1 << 20;

/// Fills `site.videos` for every page that has a signed video.
pub fn videos(site: &mut Site, sources: &dyn Sources, found: &mut Vec<Diagnostic>) {
    let mut videos = std::collections::BTreeMap::new();
    let is_main = |page: &&Page| page.variant == Variant { language: 0, form: Form::Standard } && page.part == 1;
    for page in site.pages.iter().filter(is_main).filter(|page| page.is_public()) {
        let (Some(bsl), Some(origin)) = (&page.common.bsl, &page.origin) else {
            continue;
        };
        let mut finder = Finder { site, sources, from: &origin.path, file: origin.file, files: Vec::new(), found };
        let video = finder.video(bsl);
        videos.insert(page.group, video);
    }
    site.videos = videos;
}

struct Finder<'a> {
    site: &'a Site,
    sources: &'a dyn Sources,
    from: &'a str,
    file: FileId,
    files: Vec<FileId>,
    found: &'a mut Vec<Diagnostic>,
}

impl Finder<'_> {
    fn video(&mut self, bsl: &Bsl) -> Video {
        let mut video = Video {
            translator: bsl.translator.clone(),
            checked_by: bsl.checked_by.clone(),
            filmed: bsl.filmed,
            ..Video::default()
        };
        for (name, label) in names(bsl) {
            if let Some((address, bytes, _)) = self.find(&name) {
                let media_type = if name.ends_with(".webm") { "video/webm" } else { "video/mp4" };
                video.sources.push(VideoSource { address, media_type, label, bytes });
            }
        }
        video.sources.sort_by_key(|source| source.bytes);
        video.poster = bsl.poster.as_deref().and_then(|name| self.find(name)).map(|(address, _, _)| address);
        if let Some((address, text)) = bsl.captions.as_deref().and_then(|name| self.text(name)) {
            let cues = cues(&text);
            video.captions = Some(address);
            video.seconds = cues.last().map(|cue| cue.end);
            video.transcript = cues.into_iter().map(|cue| cue.text).collect();
        } else if bsl.captions.is_none() && bsl.sound.as_deref() != Some("none") {
            self.found.push(
                Diagnostic::error("missing-captions", "this signed video has no captions")
                    .at(Span::whole(self.file))
                    .help("add `captions:` with a WebVTT file, or `sound: none` where it has no sound")
                    .note("WCAG 2.2, 1.2.2 Captions (Prerecorded) (A)"),
            );
        }
        if let Some((address, text)) = bsl.chapters.as_deref().and_then(|name| self.text(name)) {
            video.chapters_file = Some(address);
            video.chapters =
                cues(&text).into_iter().map(|cue| Chapter { seconds: cue.start, title: cue.text }).collect();
        }
        video.files = std::mem::take(&mut self.files);
        video
    }

    /// The address, size and path of a file named in front matter.
    fn find(&mut self, name: &str) -> Option<(String, u64, String)> {
        if name.contains("://") {
            self.found.push(
                Diagnostic::warning("remote-video", "a signed video at another host is not shown yet")
                    .at(Span::whole(self.file))
                    .help("put the file into this site, or link to the video in the text"),
            );
            return None;
        }
        match resolve_file(self.site, self.from, name) {
            Ok(found) => {
                self.files.push(found.asset.file);
                Some((found.asset.address.clone(), found.asset.bytes, found.path.to_owned()))
            }
            Err(problem) => {
                self.found.push(problem.diagnostic(name, Span::whole(self.file)));
                None
            }
        }
    }

    fn text(&mut self, name: &str) -> Option<(String, String)> {
        let (address, bytes, path) = self.find(name)?;
        if bytes > CAPTIONS {
            return None;
        }
        let bytes = self.sources.read(&format!("content/{path}")).ok()?;
        match String::from_utf8(bytes) {
            Ok(text) if text.trim_start_matches('\u{feff}').starts_with("WEBVTT") => Some((address, text)),
            _ => {
                self.found.push(
                    Diagnostic::error("broken-captions", format!("`{name}` is no WebVTT file"))
                        .at(Span::whole(self.file))
                        .help("its first line is `WEBVTT`, and it is saved in UTF-8"),
                );
                None
            }
        }
    }
}

/// The files of a video: one, or one for each size, and what readers see of the size.
fn names(bsl: &Bsl) -> Vec<(String, String)> {
    if bsl.sizes.is_empty() {
        return vec![(bsl.video.clone(), "video".into())];
    }
    let (stem, ending) = bsl.video.rsplit_once('.').unwrap_or((&bsl.video, "mp4"));
    bsl.sizes.iter().map(|size| (format!("{stem}-{size}.{ending}"), size.clone())).collect()
}

/// A stretch of a WebVTT file: whole seconds, and words without marks.
struct Cue {
    start: u32,
    end: u32,
    text: String,
}

/// Reads the cues of a WebVTT file (W3C WebVTT 1, section 4.1); what is no cue is passed over.
fn cues(text: &str) -> Vec<Cue> {
    let text = text.replace("\r\n", "\n");
    text.split("\n\n")
        .filter_map(|block| {
            let (timing, words) = block.split_once("-->")?;
            let start = seconds(timing.lines().next_back()?)?;
            let (end, words) = words.split_once('\n')?;
            let end = seconds(end.split_whitespace().next()?)?;
            let words = words.lines().map(str::trim).collect::<Vec<_>>().join(" ");
            let words = without_marks(&words);
            (!words.is_empty()).then_some(Cue { start, end, text: words })
        })
        .collect()
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

fn seconds(time: &str) -> Option<u32> {
    let mut total = 0u32;
    for part in time.trim().split('.').next()?.split(':') {
        total = total.checked_mul(60)?.checked_add(part.trim().parse().ok()?)?;
    }
    Some(total)
}

/// Fills in the width and height of every picture that says them.
pub fn picture_sizes(site: &mut Site, sources: &dyn Sources) {
    for (path, asset) in &mut site.assets {
        let ending = path.rsplit('.').next().unwrap_or_default().to_lowercase();
        if !super::markdown::PICTURES.contains(&ending.as_str()) {
            continue;
        }
        let Ok(file) = sources.open(&format!("content/{path}")) else {
            continue;
        };
        let mut head = Vec::new();
        if std::io::Read::read_to_end(&mut std::io::Read::take(file, PICTURE_HEAD), &mut head).is_err() {
            continue;
        }
        asset.size = if ending == "svg" {
            svg_size(&String::from_utf8_lossy(&head))
        } else {
            imagesize::blob_size(&head)
                .ok()
                .and_then(|size| Some((u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?)))
        };
    }
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
