(function () {
  "use strict";
  var build = document.currentScript.getAttribute("data-build");
  var changes = null;
  function listen() {
    if (document.hidden) {
      if (changes) changes.close();
      changes = null;
    } else if (!changes) {
      changes = new EventSource("/__signpost/changes");
      changes.onmessage = function (event) {
        // The browser keeps the place on the page when it loads the same address again.
        if (event.data !== build) location.reload();
      };
    }
  }
  document.addEventListener("visibilitychange", listen);
  listen();
})();
