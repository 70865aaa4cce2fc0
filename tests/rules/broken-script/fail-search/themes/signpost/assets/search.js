export const name = (page) => page.title;
export { title };
