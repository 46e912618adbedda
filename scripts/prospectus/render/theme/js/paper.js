/* Paper shows everything. */
(function () {
  "use strict";

  /* On paper nobody can press "Show". What was closed is closed again afterwards. */
  var openedForPrint = [];

  function openAll() {
    openedForPrint = Array.prototype.slice.call(document.querySelectorAll("article details:not([open])"));
    openedForPrint.forEach(function (box) {
      box.open = true;
    });
  }

  function closeAgain() {
    openedForPrint.forEach(function (box) {
      box.open = false;
    });
    openedForPrint = [];
  }

  window.addEventListener("beforeprint", openAll);
  window.addEventListener("afterprint", closeAgain);
})();
