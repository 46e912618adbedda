/* The menu and the search by keyboard. */
(function () {
  "use strict";

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

  pressByKey();
})();
