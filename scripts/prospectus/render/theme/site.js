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

  /* Buttons that open Material's menu and search are labels, which the keyboard cannot reach: a real button stands in for each. */
  function pressByKey() {
    var labels = document.querySelectorAll(".md-header label.menu-button, .md-header label.search-button, label.btn[for]");
    Array.prototype.forEach.call(labels, function (label) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = label.className;
      button.title = label.title;
      button.innerHTML = label.innerHTML;
      button.addEventListener("click", function () {
        document.getElementById(label.htmlFor).click();
        if (label.htmlFor === "__search") {
          document.querySelector(".md-search__input").focus();
        }
      });
      label.parentNode.replaceChild(button, label);
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
