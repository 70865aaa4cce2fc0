const name = (page) => page.title;
export { name };
