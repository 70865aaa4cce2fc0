//! Videos and sounds as templates see them.

use serde_json::{Value, json};

use super::super::Engine;
use super::{date, file_size};
use crate::model::{Chapter, Form, Page, Recording, Site, Variant, Video, VideoSource};

/// The shape of a video whose file does not say it.
const SIZE: (u32, u32) = (1280, 720);

/// A video as templates see it, in the language of a page's words.
pub fn video(engine: &Engine, site: &Site, page: &Page, video: &Video) -> Value {
    let language = usize::from(page.words_language());
    let href = |address: &String| site.settings.href(address);
    let last = video.sources.len().saturating_sub(1);
    let source = |(position, source): (usize, &VideoSource)| {
        // Which one to take on a slow line should be plain to people who do not know what "360p" is.
        let scale = match position {
            _ if last == 0 => None,
            0 => Some("small"),
            position if position == last => Some("large"),
            _ => None,
        };
        json!({
            "src": href(&source.address), "type": source.media_type, "label": source.label, "scale": scale,
            "size_text": file_size(source.bytes),
        })
    };
    let chapter = |chapter: &Chapter| {
        let url = match (&video.remote, video.sources.first()) {
            (Some(remote), _) => remote.page_at(chapter.seconds),
            (None, Some(source)) => format!("{}#t={}", href(&source.address), chapter.seconds),
            (None, None) => String::new(),
        };
        json!({ "time": clock(chapter.seconds), "seconds": chapter.seconds, "title": chapter.title, "url": url })
    };
    let (width, height) = video.size.unwrap_or(SIZE);
    let poster = |(address, size): &(String, Option<(u32, u32)>)| {
        let (width, height) = size.unwrap_or(SIZE);
        json!({ "url": href(address), "width": width, "height": height })
    };
    json!({
        "sources": video.sources.iter().enumerate().map(source).collect::<Vec<_>>(),
        "remote": video.remote.as_ref().map(|remote| json!({
            "host": remote.host, "url": remote.page, "frame": remote.frame,
        })),
        "poster": video.poster.as_ref().map(poster),
        "width": width,
        "height": height,
        "language": video.language,
        "captions": video.captions.as_ref().map(href),
        "chapters": video.chapters.iter().map(chapter).collect::<Vec<_>>(),
        "chapters_url": video.chapters_file.as_ref().map(href),
        "duration": video.seconds.map(|seconds| engine.duration(language, seconds)),
        "translator": video.translator,
        "checked_by": video.checked_by,
        "filmed": video.filmed.map(|day| date(engine, language, day)),
        "transcript": video.transcript,
    })
}

/// A sound as templates see it.
pub fn recording(engine: &Engine, site: &Site, page: &Page, recording: &Recording) -> Value {
    let language = usize::from(page.words_language());
    json!({
        "url": site.settings.href(&recording.address),
        "type": recording.media_type,
        "kind": recording.kind,
        "size_text": file_size(recording.bytes),
        "duration": recording.seconds.map(|seconds| engine.duration(language, seconds)),
    })
}

/// A moment as players show it: `0:05`, `1:02:05`.
fn clock(seconds: u32) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

/// Where a chapter is watched from the page's words, with the words of its heading: on the page that leads with the
/// video. Nothing on a page whose words the video does not follow.
pub fn watch(site: &Site, page: &Page) -> Option<(String, Vec<Chapter>)> {
    let video = site.videos.get(&page.group).filter(|video| !video.chapters.is_empty())?;
    let is_signed = matches!(page.variant, Variant { language: 0, form: Form::Standard | Form::Bsl });
    let signed = site.group(page.group).pages.iter().map(|id| site.page(*id));
    let signed = signed.filter(|other| other.variant == Variant { language: 0, form: Form::Bsl } && other.is_public());
    let url = match page.variant.form {
        Form::Bsl => String::new(),
        _ => signed.map(|other| site.settings.href(&other.address)).next()?,
    };
    is_signed.then(|| (url, video.chapters.clone()))
}

#[cfg(test)]
mod tests {
    #[test]
    fn moments_are_written_as_players_write_them() {
        assert_eq!((super::clock(5), super::clock(3725)), ("0:05".to_owned(), "1:02:05".to_owned()));
    }
}
