/**
 * What opening times say of this moment in London: { open, until } or { open, next }; nothing where they cannot tell.
 * Each row is DAYS|from|to|words|words, in minutes after midnight, with ? behind one that holds only in some weeks.
 */
const openingNow = ({ open, shut = "", until = "9" }) => {
  const parts = {};
  new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" })
    .formatToParts(new Date())
    .forEach(({ type, value }) => (parts[type] = value));
  const today = `${parts.year}-${parts.month}-${parts.day}`;
  const minute = (parts.hour % 24) * 60 + Number(parts.minute);
  if (today > until) return null;
  const closed = shut.split(" ").filter(Boolean).map((span) => span.split("/"));
  const spans = [];
  for (let offset = -1; offset < 8; offset++) { // a night that began yesterday, and the week to come
    const midnight = new Date(Date.parse(today) + offset * 864e5);
    const date = midnight.toISOString().slice(0, 10);
    if (date > until || closed.some(([first, last = first]) => first <= date && date <= last)) continue;
    open.split(";").map((row) => row.split("|")).forEach(([days, from, to, opens, closes, unsure]) => {
      const start = offset * 1440;
      if (days.includes(midnight.getUTCDay() || 7)) spans.push({ date, midnight, opens, closes, unsure, from: start + Number(from), to: start + Number(to) });
    });
  }
  spans.sort((a, b) => a.from - b.from);
  const now = spans.filter((span) => span.from <= minute && minute < span.to);
  let last = now.find((span) => !span.unsure);
  if (!last && now.length) return null;
  if (!last) {
    const next = spans.find((span) => span.from > minute);
    return { open: false, today, next: next && !next.unsure ? next : null };
  }
  spans.forEach((span) => {
    if (!span.unsure && span.from <= last.to && span.to > last.to) last = span;
  });
  return { open: true, until: last.to - minute < 1440 ? last.closes : null };
};

/**
 * Says whether a service is open now, and until when, or when it opens again. Among ways to reach somebody, puts the
 * number for other times first while nobody answers the usual one.
 */
export default class {
  constructor(root) {
    const out = root.querySelector("[data-out]");
    if (!out) return this.say(root);
    const now = openingNow(root.dataset);
    if (now && !now.open) root.insertBefore(out, root.firstChild);
  }

  say(root) {
    const words = root.dataset;
    const line = root.insertBefore(document.createElement("p"), root.firstChild).appendChild(document.createElement("strong"));
    line.parentNode.className = "signpost-hours";
    const weekday = new Intl.DateTimeFormat(document.documentElement.lang, { weekday: "long", timeZone: "UTC" });
    const say = () => {
      const now = openingNow(words);
      const { until, next, today } = now || {};
      let text = "";
      if (now && now.open) text = until ? words.nowUntil.replace("{time}", until) : words.now;
      else if (now && !next) text = words.notNow;
      else if (now) text = (next.date === today ? words.today : words.later).replace("{time}", next.opens).replace("{day}", weekday.format(next.midnight));
      if (line.textContent !== text) line.textContent = text;
      line.parentNode.hidden = !text;
    };
    say();
    setInterval(say, 60000);
  }
}
