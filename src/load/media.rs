//! Finds the files of videos and sounds, and reads of them what pages say before anything plays.
//!
//! A signed video of the front matter and the component `video` ask in the same words ([`Wanted`]). The files
//! themselves are copied by the sink: here only their first bytes are read, and the captions and chapters beside them.

mod head;
mod picture;
mod track;

use std::collections::BTreeMap;
use std::io::Read;

use crate::data::{Format, Located, Step};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{
    Asset, Bsl, Chapter, Cue, Form, Page, Recording, RemoteVideo, Site, Track, Variant, Video, VideoSource,
};
use crate::source::{FileId, Sources, Span};

use super::markdown::{PICTURES, ending, find_file, resolve_file};
use super::split::front_matter;

/// The most that is read of a picture, video or sound, in bytes.
const HEAD: u64 = 64 << 10;

/// The largest captions file that is read, in bytes.
const CAPTIONS: u64 = 1 << 20;

/// Reads what every file says of itself: the size of pictures, the type and length of videos and sounds, and captions.
pub fn files(site: &mut Site, sources: &dyn Sources) {
    let mut tracks = BTreeMap::new();
    for (path, asset) in &mut site.assets {
        let ending = ending(path);
        let path_of = format!("content/{path}");
        if ending == "vtt" && asset.bytes <= CAPTIONS {
            tracks.insert(asset.file, track::read(asset.file, &sources.read(&path_of).unwrap_or_default()));
        } else if PICTURES.contains(&ending.as_str()) {
            let head = beginning(sources, &path_of).unwrap_or_default();
            (asset.size, asset.is_animated) = (picture::size(&ending, &head), picture::is_animated(&ending, &head));
        } else if head::media_type(&ending).is_some() {
            let (media, size) = head::read(&ending, &beginning(sources, &path_of).unwrap_or_default(), asset.bytes);
            (asset.media, asset.size) = (media, size);
        }
    }
    site.tracks = tracks;
}

fn beginning(sources: &dyn Sources, path: &str) -> Option<Vec<u8>> {
    let mut head = Vec::new();
    sources.open(path).ok()?.take(HEAD).read_to_end(&mut head).ok()?;
    Some(head)
}

/// Fills `site.videos` for every page that has a signed video, and `site.recordings` for every page that is read aloud.
pub fn media(site: &mut Site, sources: &dyn Sources, found: &mut Vec<Diagnostic>) {
    let mut videos = BTreeMap::new();
    let mut recordings = BTreeMap::new();
    let is_written =
        |page: &&Page| page.part == 1 && page.variant.form != Form::Bsl && !page.is_fallback && page.copy.is_none();
    for page in site.pages.iter().filter(is_written).filter(|page| page.is_public()) {
        let Some(origin) = &page.origin else {
            continue;
        };
        let place = |path: &[&str]| {
            let steps: Vec<Step> = path.iter().map(|key| Step::from(*key)).collect();
            // The file is read again to point at the key: that happens only for a page with a mistake.
            let bytes = sources.read(&format!("content/{}", origin.path)).unwrap_or_default();
            match front_matter(origin.file, &bytes, &mut Vec::new()) {
                Some(front) => Located::new(origin.file, Format::Yaml, &front.text, front.start).value(&steps),
                None => Span::whole(origin.file),
            }
        };
        if let Some(bsl) = &page.common.bsl
            && page.variant == (Variant { language: 0, form: Form::Standard })
        {
            let place = |key: &str| place(&["bsl", key]);
            let mut finder = Finder::new(site, page, &place);
            let video = finder.video(&Wanted::signed(bsl));
            finder.credits(bsl);
            found.append(&mut finder.found);
            if let Some(video) = video {
                let (translator, checked_by) = (bsl.translator.clone(), bsl.checked_by.clone());
                videos.insert(page.group, Video { translator, checked_by, filmed: bsl.filmed, ..video });
            }
        }
        if let Some(name) = &page.common.audio {
            let place = |_: &str| place(&["audio"]);
            let mut finder = Finder::new(site, page, &place);
            if let Some(recording) = finder.recording(name) {
                recordings.insert(page.id, recording);
            }
            found.append(&mut finder.found);
        }
    }
    (site.videos, site.recordings) = (videos, recordings);
}

/// A video as front matter or a component asks for it.
#[derive(Clone, Debug, Default)]
pub struct Wanted<'w> {
    /// Its file, or its address at another host.
    pub video: &'w str,
    /// Sizes such as `360p`; with them `hub.mp4` stands for `hub-360p.mp4` and so on.
    pub sizes: Vec<&'w str>,
    /// The captions file.
    pub captions: Option<&'w str>,
    /// The chapters file.
    pub chapters: Option<&'w str>,
    /// The picture shown before it plays.
    pub poster: Option<&'w str>,
    /// Whether it has no sound.
    pub is_silent: bool,
}

impl<'w> Wanted<'w> {
    fn signed(bsl: &'w Bsl) -> Self {
        Self {
            video: &bsl.video,
            sizes: bsl.sizes.iter().map(String::as_str).collect(),
            captions: bsl.captions.as_deref(),
            chapters: bsl.chapters.as_deref(),
            poster: bsl.poster.as_deref(),
            is_silent: bsl.sound.as_deref() == Some("none"),
        }
    }
}

/// Looks for the files of one video or sound, and reports what is wrong with them at the key that names them.
pub struct Finder<'f> {
    site: &'f Site,
    page: &'f Page,
    place: &'f dyn Fn(&str) -> Span,
    /// Every file that was found.
    pub files: Vec<FileId>,
    /// What is wrong.
    pub found: Vec<Diagnostic>,
}

impl<'f> Finder<'f> {
    /// Looks from a page; `place` says where the value of a key stands.
    pub fn new(site: &'f Site, page: &'f Page, place: &'f dyn Fn(&str) -> Span) -> Self {
        Self { site, page, place, files: Vec::new(), found: Vec::new() }
    }

    /// Finds a video; nothing where it cannot be shown.
    pub fn video(&mut self, wanted: &Wanted<'_>) -> Option<Video> {
        let mut video = Video::default();
        if is_elsewhere(wanted.video) {
            video.remote = Some(self.remote(wanted.video)?);
        } else {
            for (name, label) in names(wanted) {
                if let Some((asset, media_type)) = self.media("video", &name, "video/") {
                    video.size = video.size.or(asset.size);
                    video.seconds = video.seconds.or(asset.media.seconds);
                    let (address, bytes) = (asset.address.clone(), asset.bytes);
                    video.sources.push(VideoSource { address, media_type, label, bytes });
                }
            }
            if video.sources.is_empty() {
                return None;
            }
            video.sources.sort_by_key(|source| source.bytes);
        }
        video.poster = wanted.poster.and_then(|name| self.poster(name));
        let plays_for = video.seconds;
        self.captions(wanted, &mut video);
        self.chapters(wanted, plays_for, &mut video);
        video.files = std::mem::take(&mut self.files);
        Some(video)
    }

    /// Finds a recorded voice or another sound.
    pub fn recording(&mut self, name: &str) -> Option<Recording> {
        if is_elsewhere(name) {
            self.report(
                Diagnostic::error("remote-audio", "this sound is at another host")
                    .help("put the file into this site: the other host would learn who listens"),
                "src",
            );
            return None;
        }
        let (asset, media_type) = self.media("src", name, "audio/")?;
        Some(Recording {
            address: asset.address.clone(),
            media_type,
            kind: ending(&asset.address).to_ascii_uppercase(),
            bytes: asset.bytes,
            seconds: asset.media.seconds,
            file: Some(asset.file),
        })
    }

    fn report(&mut self, finding: Diagnostic, key: &str) {
        self.found.push(finding.at((self.place)(key)));
    }

    fn remote(&mut self, address: &str) -> Option<RemoteVideo> {
        let is_for_children = self.page.variant.form == Form::Young;
        if self.page.common.sensitive || is_for_children {
            let whom = if is_for_children { "children" } else { "people who may be in danger" };
            self.report(
                Diagnostic::error(
                    "third-party-video",
                    format!("this page is for {whom}, and the video is at another host"),
                )
                .help("put the file into this site: the other host would learn who watches it"),
                "video",
            );
            return None;
        }
        let remote = RemoteVideo::read(address);
        if remote.is_none() {
            self.report(
                Diagnostic::error("wrong-kind", format!("`{address}` is no address of a video"))
                    .help("copy it from your browser: it begins with `https://`"),
                "video",
            );
        }
        remote
    }

    /// A file that pages may show.
    fn file(&mut self, key: &str, name: &str) -> Option<&'f Asset> {
        let from = self.page.origin.as_ref().map_or("", |origin| origin.path.as_str());
        let site = self.site;
        let file = find_file(site, from, name).or_else(|_| resolve_file(site, from, name));
        match file {
            Ok(file) => {
                self.files.push(file.asset.file);
                if let Some(finding) = oversized(site, file.path, file.asset) {
                    self.report(finding, key);
                }
                Some(file.asset)
            }
            Err(problem) => {
                let finding = problem.diagnostic(name, (self.place)(key));
                self.found.push(finding);
                None
            }
        }
    }

    /// A video or sound that browsers play.
    fn media(&mut self, key: &str, name: &str, kind: &str) -> Option<(&'f Asset, &'static str)> {
        let asset = self.file(key, name)?;
        if let Some(media_type) = asset.media.media_type.filter(|media_type| media_type.starts_with(kind)) {
            return Some((asset, media_type));
        }
        let is_known = head::media_type(&ending(name)).is_some_and(|media_type| media_type.starts_with(kind));
        let (what, kinds) = match kind {
            "video/" => {
                ("video", "an MP4 file (H.264 picture, AAC sound) plays everywhere; WebM plays almost everywhere")
            }
            _ => ("sound", "an MP3 file plays everywhere; M4A, OGG and WAV play almost everywhere"),
        };
        let message = if is_known {
            format!("what is in `{name}` is no {what} of that type")
        } else {
            format!("browsers do not play `{name}`")
        };
        self.report(Diagnostic::error("unplayable-media", message).help(kinds), key);
        None
    }

    fn poster(&mut self, name: &str) -> Option<(String, Option<(u32, u32)>)> {
        if is_elsewhere(name) {
            self.report(
                Diagnostic::error("remote-poster", "the picture of this video is at another host")
                    .help(
                        "save it into this site and name the file: a browser fetches it before anybody plays the video",
                    )
                    .note("the other host would learn who opens this page"),
                "poster",
            );
            return None;
        }
        let asset = self.file("poster", name)?;
        if !PICTURES.contains(&ending(name).as_str()) {
            self.report(
                Diagnostic::error("picture-of-another-kind", format!("`{name}` is not a picture"))
                    .help("name a picture from the video, such as a JPG"),
                "poster",
            );
            return None;
        }
        Some((asset.address.clone(), asset.size))
    }

    fn captions(&mut self, wanted: &Wanted<'_>, video: &mut Video) {
        let Some(name) = wanted.captions else {
            let (severity, what) = match wanted.is_silent {
                true => (Severity::Warning, "this video has no sound, and no captions that say what is signed"),
                false => (Severity::Error, "this video has no captions"),
            };
            let finding = Diagnostic::new(severity, "missing-captions", what)
                .help("add `captions` with a WebVTT file: the words of the video are made from it too");
            let finding =
                if wanted.is_silent { finding } else { finding.note("WCAG 2.2, 1.2.2 Captions (Prerecorded) (A)") };
            self.report(finding, "video");
            return;
        };
        if let Some((address, track)) = self.track("captions", name) {
            let end = track.cues.iter().map(|cue| cue.end).max().map(|end| end.div_ceil(1000));
            let plays_for = video.seconds;
            video.seconds = plays_for.or_else(|| end.and_then(|end| u32::try_from(end).ok()));
            video.transcript = track.cues.iter().map(|cue| cue.text.clone()).collect();
            // A remote host has its own captions: a track of ours belongs to a player of ours.
            video.captions = video.remote.is_none().then_some(address);
            self.within(track, plays_for);
            self.readable(track);
        }
    }

    /// Reports captions that few people can read in their time: the first, and how many there are.
    fn readable(&mut self, track: &Track) {
        let hard: Vec<(&Cue, String)> = track.cues.iter().filter_map(|cue| Some((cue, why_hard(cue)?))).collect();
        let Some((cue, why)) = hard.first() else {
            return;
        };
        let others = match hard.len() {
            1 => String::new(),
            2 => ", and another is as hard to read".to_owned(),
            count => format!(", and {} others are as hard to read", count - 1),
        };
        self.found.push(
            Diagnostic::warning("unreadable-captions", format!("this caption has {why}{others}"))
                .at(cue.span)
                .help("two lines, 42 letters a line and 180 words a minute are the most: cut it in two, or say less"),
        );
    }

    fn chapters(&mut self, wanted: &Wanted<'_>, plays_for: Option<u32>, video: &mut Video) {
        let Some((address, track)) = wanted.chapters.and_then(|name| self.track("chapters", name)) else {
            return;
        };
        video.chapters_file = video.remote.is_none().then_some(address);
        video.chapters = track
            .cues
            .iter()
            .map(|cue| Chapter {
                seconds: u32::try_from(cue.start / 1000).unwrap_or(u32::MAX),
                title: cue.text.clone(),
                // Programs that make WebVTT number the cues: a number is no heading.
                heading: cue.id.clone().filter(|id| !id.bytes().all(|byte| byte.is_ascii_digit())),
                span: cue.span,
            })
            .collect();
        self.within(track, plays_for);
        let mut before = None;
        for chapter in &video.chapters {
            if before.replace(chapter.seconds) == Some(chapter.seconds) {
                self.found.push(
                    Diagnostic::error("broken-captions", "this chapter begins in the same second as the one above it")
                        .at(chapter.span)
                        .help("give each chapter a second of its own, or make them one"),
                );
            }
        }
        video.chapters.dedup_by_key(|chapter| chapter.seconds);
    }

    /// Reports what begins when the video is over.
    fn within(&mut self, track: &Track, seconds: Option<u32>) {
        let Some(seconds) = seconds else {
            return;
        };
        for cue in track.cues.iter().filter(|cue| cue.start >= u64::from(seconds) * 1000 + 1000) {
            self.found.push(
                Diagnostic::error("past-the-end", "this begins when the video is over")
                    .at(cue.span)
                    .label(format!("the video plays for {}:{:02}", seconds / 60, seconds % 60))
                    .help("correct the time, or check that this is the file of this video"),
            );
        }
    }

    fn track(&mut self, key: &str, name: &str) -> Option<(String, &'f Track)> {
        let asset = self.file(key, name)?;
        let Some(track) = self.site.tracks.get(&asset.file) else {
            self.report(
                Diagnostic::error("broken-captions", format!("`{name}` is no WebVTT file"))
                    .help("its name ends in .vtt, its first line is `WEBVTT`, and it is at most 1 MB long"),
                key,
            );
            return None;
        };
        self.found.extend(track.problems.iter().cloned());
        (!track.cues.is_empty()).then(|| (asset.address.clone(), track))
    }

    fn credits(&mut self, bsl: &Bsl) {
        let credits = [("translated", bsl.translator.is_none()), ("checked", bsl.checked_by.is_none())];
        let missing: Vec<&str> = credits.iter().filter(|(_, is_missing)| *is_missing).map(|(what, _)| *what).collect();
        if !missing.is_empty() {
            let message = format!("this signed video does not say who {} it", missing.join(" or "));
            self.report(
                Diagnostic::warning("missing-bsl-credit", message)
                    .help("write `translator` and `checked_by`, so that Deaf readers know whom they can trust"),
                "video",
            );
        }
    }
}

/// The finding for a file that is larger than a host of this site takes.
pub fn oversized(site: &Site, path: &str, asset: &Asset) -> Option<Diagnostic> {
    /// Name in `[hosting]`, name for people, and the largest file in bytes, as each publishes it.
    const HOSTS: &[(&str, &str, u64)] =
        &[("cloudflare", "Cloudflare Pages (25 MiB)", 25 << 20), ("github", "GitHub Pages (100 MiB)", 100 << 20)];
    let is_named = |name: &str| site.settings.hosts.iter().any(|host| host.starts_with(name));
    let is_asked = |name: &str| site.settings.hosts.is_empty() || is_named(name);
    let refusing: Vec<&str> = HOSTS
        .iter()
        .filter(|(name, _, most)| asset.bytes > *most && is_asked(name))
        .map(|(_, name, _)| *name)
        .collect();
    if refusing.is_empty() {
        return None;
    }
    let message = format!("`{path}` has {} MB, more than {} takes", asset.bytes / 1_000_000, refusing.join(" and "));
    let help = "make it smaller (360p is enough for a phone), cut it in parts, or use a host that takes it";
    let (severity, note) = if site.settings.hosts.is_empty() {
        (Severity::Warning, "name your host in `[hosting] hosts` of `site.toml`, and only its own limit counts")
    } else {
        (Severity::Error, "such a host refuses the whole site")
    };
    Some(Diagnostic::new(severity, "oversized-file", message).help(help).note(note))
}

/// Why a caption is hard to read.
fn why_hard(cue: &Cue) -> Option<String> {
    let (words, length) = (cue.text.split_whitespace().count() as u64, cue.end.saturating_sub(cue.start));
    let a_minute = (words * 60_000).checked_div(length).unwrap_or(0);
    match cue {
        Cue { lines: 3.., .. } => Some(format!("{} lines", cue.lines)),
        Cue { longest: 43.., .. } => Some(format!("a line of {} letters", cue.longest)),
        _ if a_minute > 180 && words > 1 => Some(format!("{a_minute} words a minute")),
        _ => None,
    }
}

fn is_elsewhere(name: &str) -> bool {
    name.contains("://") || name.starts_with("//")
}

/// The files of a video: one, or one for each size, and what readers see of the size.
fn names(wanted: &Wanted<'_>) -> Vec<(String, String)> {
    if wanted.sizes.is_empty() {
        return vec![(wanted.video.to_owned(), String::new())];
    }
    let (stem, ending) = wanted.video.rsplit_once('.').unwrap_or((wanted.video, "mp4"));
    wanted.sizes.iter().map(|size| (format!("{stem}-{size}.{ending}"), (*size).to_owned())).collect()
}
