export const about = "\"Open now\" stands where opening times are known, by the clock in London wherever the reader is, and nowhere else.";

// Monday to Friday, 8.30am to 5.30pm, and Sunday, 9am to 1pm; closed on bank holidays and over Christmas 2026.
const TRANSPORT = "/services/brackwater-community-transport/";
// Every second Wednesday in school terms, 4.30pm to 7pm.
const CLUB = "/services/alder-vale-young-carers-club/";
// Its opening times are a sentence.
const SENTENCE = "/services/carers-emergency-card/";

export default async (test) => {
  const says = async (address, now, options = {}) => {
    const page = await test.open(address, { now: new Date(now), ...options });
    const line = page.locator("[data-module='signpost-hours'] > p");
    const text = (await line.count()) && (await line.isVisible()) ? await line.innerText() : "";
    await page.context().close();
    return text;
  };
  for (const [address, now, expected] of [
    [TRANSPORT, "2026-11-23T08:30:00Z", "Open now, until 5.30pm"],
    [TRANSPORT, "2026-11-23T08:29:59Z", "Closed now. Opens today at 8.30am"],
    [TRANSPORT, "2026-11-23T17:29:00Z", "Open now, until 5.30pm"],
    [TRANSPORT, "2026-11-23T17:30:00Z", "Closed now. Opens on Tuesday at 8.30am"],
    [TRANSPORT, "2026-11-21T12:00:00Z", "Closed now. Opens on Sunday at 9am"],
    [TRANSPORT, "2027-06-07T07:45:00Z", "Open now, until 5.30pm"], // summer time
    [TRANSPORT, "2026-12-29T12:00:00Z", "Closed now. Opens on Sunday at 9am"], // a Tuesday at Christmas, then Sunday 3 January
    [TRANSPORT, "2026-12-25T12:00:00Z", "Closed now"], // nothing opens within a week
    [TRANSPORT, "2027-05-03T12:00:00Z", "Closed now. Opens on Tuesday at 8.30am"], // a bank holiday
    [TRANSPORT, "2029-05-09T12:00:00Z", ""], // long after the build
    [CLUB, "2026-11-25T17:00:00Z", ""], // this Wednesday or the next?
    [CLUB, "2026-11-26T12:00:00Z", "Closed now"],
    [SENTENCE, "2026-11-23T12:00:00Z", ""],
  ]) {
    for (const timezoneId of ["Europe/London", "Pacific/Auckland"]) {
      const said = await says(address, now, { timezoneId });
      test.check(said === expected, address, `at ${now} in ${timezoneId} it says "${said}", not "${expected}"`);
    }
  }
  const polish = await says(`/pl${TRANSPORT}`, "2026-11-23T12:00:00Z");
  test.check(polish === "Teraz otwarte, do 17:30", `/pl${TRANSPORT}`, `it says "${polish}"`);

  const script = await test.open(TRANSPORT, { now: new Date("2026-11-23T12:00:00Z"), javaScriptEnabled: false });
  const rows = await script.locator("#hours + * dl").first().innerText();
  test.check(/Monday to Friday\s+8\.30am to 5\.30pm/.test(rows), TRANSPORT, `without scripts the rows read: ${rows}`);
  test.check(!(await script.getByText("Open now").count()), TRANSPORT, "says \"Open now\" without a script");

  // A Tuesday night and morning, and a Sunday.
  for (const [now, first] of [["2026-11-24T02:00:00Z", "01632 960999"], ["2026-11-24T11:00:00Z", "01632 960000"], ["2026-11-22T11:00:00Z", "01632 960999"]]) {
    const page = await test.open("/", { now: new Date(now) });
    for (const place of [".signpost-main", ".signpost-footer__help"]) {
      const numbers = await page.locator(`${place} .signpost-ways a[href^='tel:']`).allInnerTexts();
      test.check(numbers[0] === first && numbers.length === 2, "/", `at ${now} ${place} names ${numbers.join(", ")}`);
    }
    await page.context().close();
  }
};
