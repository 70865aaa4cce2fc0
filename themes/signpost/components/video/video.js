/** Plays a video from one of its chapters. */
export default class {
  constructor(root) {
    const video = root.querySelector("video");
    root.addEventListener("click", (event) => {
      const link = event.target.closest("[data-seconds]");
      if (!link || !video) return;
      event.preventDefault();
      video.currentTime = Number(link.dataset.seconds);
      video.play();
      video.focus();
    });
  }
}
