/** Corrects the status of a consultation that has opened or closed since the page was made. */
export default class {
  constructor(root) {
    const { status, opens, closes, open, openDate, reading, readingDate } = root.dataset;
    const [now, date, stamp] = ["now", "date", "stamp"].map((part) => root.querySelector(`[data-${part}]`));
    if (!now || !date) throw new Error("no status to correct");
    if (status !== "soon" && status !== "open") return;
    const here = new Date();
    const today = new Date(here - here.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
    const say = (words, day) => {
      now.textContent = words;
      date.textContent = day;
    };
    if (today > closes) {
      say(reading, readingDate);
      if ("page" in root.dataset) document.querySelectorAll("[data-respond]").forEach((part) => (part.hidden = true));
    } else if (today >= opens) {
      say(open, openDate);
    }
    if (stamp) stamp.hidden = true; // what is said now is true today
  }
}
