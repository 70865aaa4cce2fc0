// localStorage is used once a reader presses the button.
const can = typeof localStorage !== "undefined";
document.querySelector("button").addEventListener("click", () => {
  if (can) localStorage.setItem("list", location.hash);
});
