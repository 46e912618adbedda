/* The menu by keyboard. */
(function () {
  "use strict";

  /* What opens Material's menu is a label, which the keyboard cannot reach: a real button stands in for it. */
  function pressByKey() {
    var labels = document.querySelectorAll(".md-header label.menu-button");
    Array.prototype.forEach.call(labels, function (label) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = label.className;
      button.title = label.title;
      button.innerHTML = label.innerHTML;
      button.addEventListener("click", function () {
        document.getElementById(label.htmlFor).click();
      });
      label.parentNode.replaceChild(button, label);
    });
  }

  pressByKey();
})();
