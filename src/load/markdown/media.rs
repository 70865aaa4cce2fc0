//! Finds what the components `video` and `audio` play, in the same way as front matter's `bsl` and `audio`.

use super::Body;
use crate::config::is_language_code;
use crate::diagnostic::Diagnostic;
use crate::load::component::{Written, attributes};
use crate::load::media::{Finder, Wanted};
use crate::model::{Arg, FileUse, VideoUse};
use crate::source::Span;
use crate::theme::{Component, ParameterKind};

impl Body<'_> {
    /// Turns the name of a video or sound into what pages play, once all of the fence is read. Says whether there is
    /// something to play, for a component that plays.
    pub(super) fn media(&mut self, component: &Component, written: &Written, args: &mut [(String, Arg)]) -> bool {
        let of_kind = |kind| component.parameters.iter().position(|parameter| parameter.kind == kind);
        if let Some(position) = of_kind(ParameterKind::Video) {
            self.video(written, args, position);
            args[position].1 != Arg::Missing
        } else if let Some(position) = of_kind(ParameterKind::Audio) {
            self.recording(written, args, position);
            args[position].1 != Arg::Missing
        } else {
            true
        }
    }

    fn video(&mut self, written: &Written, args: &mut [(String, Arg)], position: usize) {
        let text = |key: &str| {
            args.iter().find(|(name, _)| name == key).and_then(|(_, arg)| match arg {
                Arg::Text(text) => Some(text.as_str()),
                _ => None,
            })
        };
        let key = args[position].0.clone();
        let Some(video) = text(&key) else {
            return;
        };
        let wanted = Wanted {
            video,
            sizes: text("sizes").unwrap_or_default().split([',', ' ']).filter(|size| !size.is_empty()).collect(),
            captions: text("captions"),
            chapters: text("chapters"),
            poster: text("poster"),
            is_silent: text("sound") == Some("none"),
        };
        let (site, page) = (self.site, self.page);
        let place = |name: &str| self.value_span(written, if name == "video" { &key } else { name });
        let mut finder = Finder::new(site, page, &place);
        let made = finder.video(&wanted);
        let found = finder.found;
        self.diagnostics.extend(found);
        args[position].1 = match made {
            Some(mut video) => {
                let span = self.span(written.fence.clone());
                let has_chapters = !video.chapters.is_empty();
                self.facts.videos.extend(video.seconds.map(|seconds| VideoUse { seconds, has_chapters, span }));
                let span = Some(span);
                self.facts.files.extend(video.files.iter().map(|file| FileUse { file: *file, span }));
                self.facts.frames.extend(video.remote.as_ref().and_then(|remote| remote.origin));
                for (name, arg) in args.iter() {
                    match (name.as_str(), arg) {
                        ("lang", Arg::Text(code)) => video.language = self.language(code, written),
                        ("translator", Arg::Text(name)) => video.translator = Some(name.clone()),
                        ("checked-by", Arg::Text(name)) => video.checked_by = Some(name.clone()),
                        ("filmed", Arg::When(when)) => video.filmed = Some(when.last_day()),
                        _ => {}
                    }
                }
                Arg::Video(Box::new(video))
            }
            None => Arg::Missing,
        };
    }

    fn recording(&mut self, written: &Written, args: &mut [(String, Arg)], position: usize) {
        let Arg::Text(name) = &args[position].1 else {
            return;
        };
        let key = args[position].0.clone();
        let (site, page) = (self.site, self.page);
        let place = |_: &str| self.value_span(written, &key);
        let mut finder = Finder::new(site, page, &place);
        let made = finder.recording(name);
        let found = finder.found;
        self.diagnostics.extend(found);
        if made.is_some() && written.body.iter().all(|block| self.is_blank(block)) {
            let span = self.span(written.fence.clone());
            self.report(
                Diagnostic::error("missing-audio-transcript", "this recording has no transcript")
                    .at(span)
                    .help("write what is said between its fences: Deaf people read it, and so does everyone on a bus")
                    .note("WCAG 2.2, 1.2.1 Audio-only and Video-only (Prerecorded) (A)"),
            );
        }
        args[position].1 = match made {
            Some(recording) => {
                let span = Some(self.span(written.fence.clone()));
                self.facts.files.extend(recording.file.map(|file| FileUse { file, span }));
                Arg::Recording(Box::new(recording))
            }
            None => Arg::Missing,
        };
    }

    /// The code of a language; one that is none is reported.
    fn language(&mut self, code: &str, written: &Written) -> Option<String> {
        if is_language_code(code) {
            return Some(code.to_ascii_lowercase());
        }
        let span = self.value_span(written, "lang");
        self.report(
            Diagnostic::error("unknown-language", format!("`{code}` is not a language code that Signpost knows"))
                .at(span)
                .help("write the two-letter code, such as `pl` for Polish or `ur` for Urdu"),
        );
        None
    }

    fn is_blank(&self, block: &crate::load::component::Block) -> bool {
        matches!(block, crate::load::component::Block::Text(range) if self.text[range.clone()].trim().is_empty())
    }

    /// Where the value of a parameter stands; the fence where it is not written.
    fn value_span(&self, written: &Written, key: &str) -> Span {
        let start = written.attributes.start;
        let all = attributes(&self.text[written.attributes.clone()]);
        match all.iter().find(|attribute| attribute.key == key) {
            Some(attribute) => self.span(attribute.value_range.start + start..attribute.value_range.end + start),
            None => self.span(written.fence.clone()),
        }
    }
}
