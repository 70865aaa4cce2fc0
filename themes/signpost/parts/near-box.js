/** Shows the box that asks for a postcode, and takes what is typed along after the #, which is never sent to a server. */
export default class {
  constructor(form) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      location.assign(`${form.action}#postcode=${encodeURIComponent(form.elements.postcode.value.trim())}`);
    });
  }
}
