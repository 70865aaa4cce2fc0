//! Video and sound, once their files were found: what pages play, and what is read of the files beside it.

use std::fmt::Write as _;

use jiff::civil::Date;

use super::slug;
use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Span};

/// A video that pages show.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Video {
    /// Its files, the smallest first; none where it is at another host.
    pub sources: Vec<VideoSource>,
    /// Where it is at another host.
    pub remote: Option<RemoteVideo>,
    /// Width and height in pixels, as the smallest file says.
    pub size: Option<(u32, u32)>,
    /// The picture shown before it plays: its address, width and height.
    pub poster: Option<(String, Option<(u32, u32)>)>,
    /// The address of its captions.
    pub captions: Option<String>,
    /// The code of the language of its captions, where that is not the page's.
    pub language: Option<String>,
    /// The address of its chapters.
    pub chapters_file: Option<String>,
    /// Its chapters.
    pub chapters: Vec<Chapter>,
    /// Its length in seconds, as its file or else its captions tell.
    pub seconds: Option<u32>,
    /// What its captions say, a paragraph each.
    pub transcript: Vec<String>,
    /// Who translated it.
    pub translator: Option<String>,
    /// Who checked it.
    pub checked_by: Option<String>,
    /// When it was filmed.
    pub filmed: Option<Date>,
    /// Every file of it, for the sink.
    pub files: Vec<FileId>,
}

/// One size of a video.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VideoSource {
    /// Its address.
    pub address: String,
    /// Its media type.
    pub media_type: &'static str,
    /// Its size as readers see it, such as `360p`; empty where there is only one.
    pub label: String,
    /// Its size in bytes.
    pub bytes: u64,
}

/// A chapter of a video.
#[derive(Clone, Debug, PartialEq)]
pub struct Chapter {
    /// Where it begins, in seconds.
    pub seconds: u32,
    /// Its title.
    pub title: String,
    /// What stands above its time: the id of a heading, or `-` for a chapter that belongs to none.
    pub heading: Option<String>,
    /// Where it was written.
    pub span: Span,
}

impl Chapter {
    /// Whether it belongs to a heading with this id and these words.
    pub fn is_of(&self, id: &str, words: &str) -> bool {
        match self.heading.as_deref() {
            Some(heading) => heading == id,
            None => slug(&self.title) == slug(words),
        }
    }

    /// Whether it needs no heading: its author says so, or it is the beginning.
    pub fn stands_alone(&self) -> bool {
        self.heading.as_deref() == Some("-") || (self.heading.is_none() && self.seconds == 0)
    }
}

/// A recorded voice or another sound.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Recording {
    /// Its address.
    pub address: String,
    /// Its media type.
    pub media_type: &'static str,
    /// Its type as readers see it, such as `MP3`.
    pub kind: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// Its length in seconds, where its file tells.
    pub seconds: Option<u32>,
    /// Its file.
    pub file: Option<FileId>,
}

/// What the first bytes of a video or sound say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MediaHead {
    /// Its media type; nothing where they are not what its name says.
    pub media_type: Option<&'static str>,
    /// Its length in seconds.
    pub seconds: Option<u32>,
}

/// A WebVTT file: captions or chapters.
#[derive(Clone, Debug, Default)]
pub struct Track {
    /// Its cues in order.
    pub cues: Vec<Cue>,
    /// What is wrong with it.
    pub problems: Vec<Diagnostic>,
}

/// A stretch of time in a WebVTT file, and its words without marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// What stands above its time.
    pub id: Option<String>,
    /// Where it begins, in thousandths of a second.
    pub start: u64,
    /// Where it ends.
    pub end: u64,
    /// Its words.
    pub text: String,
    /// How many lines they stand on.
    pub lines: usize,
    /// The letters of the longest line.
    pub longest: usize,
    /// The line of its time.
    pub span: Span,
}

/// A video at another host.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RemoteVideo {
    /// The host's name as readers know it.
    pub host: String,
    /// The page of the video there.
    pub page: String,
    /// The address for a frame, so that a number of seconds can be written behind it; nothing for a host whose frames
    /// we do not know: its videos are links.
    pub frame: Option<String>,
    /// The origin of that frame, for the Content-Security-Policy.
    pub origin: Option<&'static str>,
}

const YOUTUBE: &str = "https://www.youtube-nocookie.com";
const VIMEO: &str = "https://player.vimeo.com";

/// Every origin that a frame of ours can have.
pub const FRAME_ORIGINS: &[&str] = &[VIMEO, YOUTUBE];

impl RemoteVideo {
    /// Reads the address of a video as people copy it from their browser; nothing where it is no web address.
    pub fn read(address: &str) -> Option<Self> {
        let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"))?;
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let host = host.to_ascii_lowercase();
        let name = host.strip_prefix("www.").or_else(|| host.strip_prefix("m.")).unwrap_or(&host);
        if name.is_empty() || !name.contains('.') || address.contains(char::is_whitespace) {
            return None;
        }
        let known = match name {
            "youtube.com" | "youtube-nocookie.com" | "youtu.be" => youtube(name, path),
            "vimeo.com" | "player.vimeo.com" => vimeo(path),
            _ => None,
        };
        Some(known.unwrap_or_else(|| Self {
            host: name.to_owned(),
            page: address.to_owned(),
            frame: None,
            origin: None,
        }))
    }

    /// The page of the video there, from a moment on.
    pub fn page_at(&self, seconds: u32) -> String {
        match self.origin {
            Some(YOUTUBE) => format!("{}&t={seconds}s", self.page),
            Some(_) => format!("{}#t={seconds}s", self.page),
            None => self.page.clone(),
        }
    }
}

/// The part of a path or query that names a video: letters, digits, `-` and `_`.
fn name_of(text: &str) -> Option<&str> {
    let end = text.find(|letter: char| !letter.is_ascii_alphanumeric() && !matches!(letter, '-' | '_'));
    Some(&text[..end.unwrap_or(text.len())]).filter(|name| name.len() >= 6)
}

/// <https://developers.google.com/youtube/player_parameters>: captions on, related videos from the same channel only.
///
/// A path alone names a video on the short host only: elsewhere it may be a channel or a list.
fn youtube(host: &str, path: &str) -> Option<RemoteVideo> {
    let name = ["embed/", "shorts/", "live/"].iter().find_map(|folder| path.strip_prefix(folder));
    let query = || path.split(['?', '&']).find_map(|part| part.strip_prefix("v="));
    let id = name_of(name.or_else(query).or_else(|| (host == "youtu.be").then_some(path))?)?;
    Some(RemoteVideo {
        host: "YouTube".into(),
        page: format!("https://www.youtube.com/watch?v={id}"),
        frame: Some(format!("{YOUTUBE}/embed/{id}?cc_load_policy=1&rel=0&playsinline=1&autoplay=1&start=")),
        origin: Some(YOUTUBE),
    })
}

/// <https://help.vimeo.com/hc/en-us/articles/12426260232977>: `dnt` asks not to be tracked; an unlisted video has a
/// second word behind its number.
fn vimeo(path: &str) -> Option<RemoteVideo> {
    let path = path.strip_prefix("video/").unwrap_or(path);
    let id = name_of(path).filter(|id| id.bytes().all(|byte| byte.is_ascii_digit()))?;
    let rest = &path[id.len()..];
    let secret = rest.strip_prefix('/').or_else(|| rest.split(['?', '&']).find_map(|part| part.strip_prefix("h=")));
    let mut page = format!("https://vimeo.com/{id}");
    let mut frame = format!("{VIMEO}/video/{id}?dnt=1&autoplay=1");
    if let Some(secret) = secret.and_then(name_of) {
        let _ = write!(page, "/{secret}");
        let _ = write!(frame, "&h={secret}");
    }
    Some(RemoteVideo { host: "Vimeo".into(), page, frame: Some(frame + "#t="), origin: Some(VIMEO) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_channel_or_a_list_is_no_video() {
        for path in ["playlist?list=PL0123456789", "channel/UC0123456789", "results?search_query=carers", "@council"] {
            let read = RemoteVideo::read(&format!("https://www.youtube.com/{path}")).expect("it is an address");
            assert_eq!(read.frame, None, "{path}");
        }
    }

    #[test]
    fn videos_are_known_however_their_address_was_copied() {
        let read = |address| RemoteVideo::read(address).map(|video| (video.page, video.frame.is_some()));
        let page = "https://www.youtube.com/watch?v=abc_DEF-123".to_owned();
        for address in [
            "https://www.youtube.com/watch?v=abc_DEF-123&t=5s",
            "https://m.youtube.com/watch?app=desktop&v=abc_DEF-123",
            "https://youtu.be/abc_DEF-123?si=x",
            "https://www.youtube.com/shorts/abc_DEF-123",
            "https://www.youtube-nocookie.com/embed/abc_DEF-123",
        ] {
            assert_eq!(read(address), Some((page.clone(), true)), "{address}");
        }
        let unlisted = RemoteVideo::read("https://player.vimeo.com/video/76979871?h=8272103f6e").expect("an address");
        assert_eq!(unlisted.page_at(9), "https://vimeo.com/76979871/8272103f6e#t=9s");
        assert!(unlisted.frame.expect("a frame").ends_with("&h=8272103f6e#t="));
        let other = ("https://video.example/hub".to_owned(), false);
        assert_eq!(read("https://video.example/hub"), Some(other));
        assert_eq!(read("https://www.youtube.com/@council"), Some(("https://www.youtube.com/@council".into(), false)));
        assert_eq!(read("javascript:alert(1)"), None);
        assert_eq!(read("https://hub"), None);
    }

    #[test]
    fn a_frame_never_leads_anywhere_but_to_a_known_origin() {
        for address in
            ["https://youtu.be/abcdef/../../x", "https://vimeo.com/123456/\"onload=", "https://youtu.be/a\"b"]
        {
            if let Some(frame) = RemoteVideo::read(address).and_then(|video| video.frame) {
                assert!(FRAME_ORIGINS.iter().any(|origin| frame.starts_with(&format!("{origin}/"))), "{frame}");
                assert!(!frame.contains(['"', '<', ' ']) && !frame.contains(".."), "{frame}");
            }
        }
    }

    #[test]
    fn a_chapter_knows_its_heading() {
        let span = Span::whole(FileId(0));
        let chapter = |title: &str, heading: Option<&str>, seconds| Chapter {
            seconds,
            title: title.into(),
            heading: heading.map(str::to_owned),
            span,
        };
        assert!(chapter("Can I have one?", None, 5).is_of("one", "Can I have one"));
        assert!(chapter("Talk to us", Some("contact"), 5).is_of("contact", "Contact"));
        assert!(!chapter("Contact", Some("how"), 5).is_of("contact", "Contact"));
        assert!(chapter("Hello", None, 0).stands_alone() && chapter("Thanks", Some("-"), 90).stands_alone());
        assert!(!chapter("Hello", None, 1).stands_alone());
    }
}
