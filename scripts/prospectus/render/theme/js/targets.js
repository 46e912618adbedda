/* Links into what is closed. */
(function () {
  "use strict";

  /* A link into a closed box opens it, also when the page is opened at that address. */
  function openTarget() {
    var id = decodeURIComponent(location.hash.slice(1));
    var box = id && document.getElementById(id);
    var opened = false;
    for (var node = box; node; node = node.parentElement) {
      if (node.tagName === "DETAILS" && !node.open) {
        node.open = true;
        opened = true;
      }
    }
    if (opened) {
      box.scrollIntoView();
    }
  }

  window.addEventListener("hashchange", openTarget);
  openTarget();
})();
