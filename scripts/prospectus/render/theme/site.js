/* Prospectus: what HTML and CSS cannot do alone. Everything on the site works without this file. */
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

  /* Tables that Material wraps are wider than a phone; the keyboard must be able to scroll them. */
  function reachTables() {
    var wraps = document.querySelectorAll(".md-typeset__scrollwrap");
    Array.prototype.forEach.call(wraps, function (wrap) {
      var caption = wrap.querySelector("caption");
      wrap.tabIndex = 0;
      wrap.setAttribute("role", "region");
      wrap.setAttribute("aria-label", caption ? caption.textContent : "Table, scrolls sideways");
    });
  }

  /* Material's menu and search buttons are labels, which only a mouse can press. */
  function pressByKey() {
    var labels = document.querySelectorAll(".md-header label.md-header__button");
    Array.prototype.forEach.call(labels, function (label) {
      label.tabIndex = 0;
      label.setAttribute("role", "button");
      label.addEventListener("keydown", function (event) {
        if (event.key === "Enter" || event.key === " ") {
          event.preventDefault();
          label.click();
        }
      });
    });
  }

  /* Before browsers knew popovers: the button takes the reader to the meaning at the foot of the page. */
  function explainWithoutPopover() {
    if ("popover" in HTMLElement.prototype) {
      return;
    }
    document.addEventListener("click", function (event) {
      var button = event.target.closest && event.target.closest("[popovertarget]");
      if (button && button.className === "term") {
        location.hash = button.getAttribute("popovertarget");
      }
    });
  }

  window.addEventListener("hashchange", openTarget);
  window.addEventListener("beforeprint", openAll);
  window.addEventListener("afterprint", closeAgain);
  openTarget();
  reachTables();
  pressByKey();
  explainWithoutPopover();
})();
