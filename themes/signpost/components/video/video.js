/** Plays a video here: from one of its parts, in another size, or from its host once the reader has asked. */
export default class {
  constructor(root) {
    const video = root.querySelector("video");
    const link = root.querySelector("[data-frame]");
    if (!video && !link) return; // a link to a host whose frames we do not know
    let frame;
    const play = (seconds, now) => {
      if (video) {
        video.currentTime = seconds;
        video.focus();
        if (now) video.play();
      } else if (now) {
        const made = document.createElement("iframe");
        made.title = link.dataset.title;
        made.allow = "autoplay; encrypted-media; picture-in-picture";
        made.allowFullscreen = true;
        made.referrerPolicy = "strict-origin"; // hosts play only for a site that they know; the page stays unnamed
        made.src = link.dataset.frame + seconds;
        if (frame) frame.replaceWith(made);
        else link.closest(".signpost-video__still").replaceWith(made);
        (frame = made).focus();
      }
    };
    const part = (now) => {
      const entry = location.hash && root.querySelector(`[id="${CSS.escape(location.hash.slice(1))}"] [data-seconds]`);
      if (entry) play(Number(entry.dataset.seconds), now);
    };
    root.addEventListener("click", (event) => {
      const way = event.target.closest("[data-seconds], [data-source], [data-frame]");
      if (!way || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      // Another file begins at its beginning, whatever was being watched.
      const at = Number(way.dataset.seconds || (video && "source" in way.dataset ? video.currentTime : 0));
      if ("source" in way.dataset && video.currentSrc !== way.href) video.src = way.href;
      play(at, true);
    });
    addEventListener("hashchange", () => part(true));
    // A browser that goes to the place after the # takes the focus there once: only then is it ours.
    requestAnimationFrame(() => requestAnimationFrame(() => part(false)));
  }
}
