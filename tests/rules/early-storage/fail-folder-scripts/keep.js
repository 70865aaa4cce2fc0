(function () {
  function start() {
    document.cookie = "visited=1";
  }
  document.addEventListener("DOMContentLoaded", start);
})();
