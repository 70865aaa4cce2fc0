export const about = "The booklet can be read from its first chapter to its last and back to its contents, in each form, and prints whole.";

export default async (test) => {
  for (const form of ["", "easy-read/"]) {
    const start = `/booklet/${form}`;
    const page = await test.open(start);
    const chapters = await page.locator("#contents ~ ol a").evaluateAll((all) => all.map((link) => link.pathname));
    test.check(chapters.length > 1, start, `only ${chapters.length} chapters`);
    const read = [];
    for (let next = page.locator("main a[rel=next]"); await next.count(); next = page.locator("main a[rel=next]")) {
      const target = await next.first().getAttribute("href");
      await next.first().click();
      await page.waitForURL((url) => url.pathname === target);
      read.push(target);
      if (read.length > chapters.length) break;
    }
    test.check(read.join() === chapters.join(), start, `its chapters are ${chapters}, and one reads ${read}`);
    test.check(await page.locator(`main a[href="${start}"]`).count() > 0, read.at(-1), "no way back to the contents");

    const whole = await test.open(`/booklet/whole/${form}`);
    await whole.emulateMedia({ media: "print" });
    const titles = await whole.locator(".signpost-chapter > h2").count();
    test.check(titles === chapters.length, `/booklet/whole/${form}`, `${titles} of ${chapters.length} chapters`);
    const twice = await whole.evaluate(() => {
      const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
      return ids.filter((id, at) => ids.indexOf(id) < at);
    });
    test.check(!twice.length, `/booklet/whole/${form}`, `ids that stand twice: ${twice}`);
  }
};
