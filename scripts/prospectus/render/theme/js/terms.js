/* Words that are explained, in older browsers. */
(function () {
  "use strict";

  /* Before browsers knew popovers: the button takes the reader to the meaning at the foot of the page. */
  function explainWithoutPopover() {
    if ("popover" in HTMLElement.prototype) {
      return;
    }
    document.addEventListener("click", function (event) {
      var button = event.target.closest && event.target.closest("[popovertarget]");
      if (button && !button.closest("[popover]")) {
        location.hash = button.getAttribute("popovertarget");
      }
    });
  }

  explainWithoutPopover();
})();
