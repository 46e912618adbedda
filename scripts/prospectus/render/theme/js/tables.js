/* Wide tables by keyboard. */
(function () {
  "use strict";

  /* Tables that Material wraps are wider than a phone; the keyboard must be able to scroll them. */
  function reachTables() {
    var wraps = document.querySelectorAll(".md-typeset__scrollwrap");
    Array.prototype.forEach.call(wraps, function (wrap) {
      var caption = wrap.querySelector("caption");
      wrap.tabIndex = 0;
      wrap.setAttribute("role", "region");
      wrap.setAttribute("aria-label", caption ? caption.textContent : wrap.closest("[data-table]").dataset.table);
    });
  }

  reachTables();
})();
