/* Wide tables by keyboard, and tables that a phone shows as cards. */
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

  /* Some browsers take a table for no table once its rows are laid out as cards. Roles keep it one; they are set here,
     not written into the page, where HTML does not allow them. */
  function keepTables() {
    var tables = document.querySelectorAll("article :is(.cmp, .lic, .subj, .sbs, .data)");
    var groups = { col: "columnheader", colgroup: "columnheader", row: "rowheader", rowgroup: "rowheader" };
    Array.prototype.forEach.call(tables, function (table) {
      if (table.tagName !== "TABLE") return;
      table.setAttribute("role", "table");
      Array.prototype.forEach.call(table.tBodies, function (body) {
        body.setAttribute("role", "rowgroup");
      });
      if (table.tHead) table.tHead.setAttribute("role", "rowgroup");
      if (table.tFoot) table.tFoot.setAttribute("role", "rowgroup");
      Array.prototype.forEach.call(table.rows, function (row) {
        row.setAttribute("role", "row");
        Array.prototype.forEach.call(row.cells, function (cell) {
          cell.setAttribute("role", groups[cell.getAttribute("scope")] || "cell");
        });
      });
    });
  }

  reachTables();
  keepTables();
})();
