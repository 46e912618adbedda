/* The matrix: fields that narrow it, arrow keys that walk it, and the reason of a cell beside it. */
(function () {
  "use strict";

  var STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

  function all(selector, within) {
    return Array.prototype.slice.call(within.querySelectorAll(selector));
  }

  /* -- what is shown ------------------------------------------------------------------------------------------------ */

  function fits(cell, grade, caution) {
    var warns = cell.firstElementChild.className === "warn";
    return (!grade || cell.dataset.e === grade) && (!caution || warns === (caution === "with"));
  }

  /* A row or a column stays while its family or region is asked for and, where a grade or a caution is, a cell of it fits. */
  function narrow(table, form) {
    var family = form.elements["mx-family"].value, region = form.elements["mx-region"].value;
    var grade = form.elements["mx-grade"].value, caution = form.elements["mx-caution"].value;
    var heads = Array.prototype.slice.call(table.tHead.rows[0].cells, 1);
    var isAsked = heads.map(function (head) {
      return !region || head.dataset.r.split(" ").indexOf(region) >= 0;
    });
    var fitting = heads.map(function () { return 0; });
    var shown = { pairs: 0, techniques: 0, conditions: 0 };
    Array.prototype.forEach.call(table.tBodies, function (body) {
      var isFamily = !family || body.dataset.f === family, rows = Array.prototype.slice.call(body.rows, 1);
      rows.forEach(function (row) {
        var inRow = 0;
        Array.prototype.slice.call(row.cells, 1).forEach(function (cell, place) {
          if (!cell.dataset.e) { return; }
          var isShown = isFamily && isAsked[place] && fits(cell, grade, caution);
          cell.classList.toggle("off", !isShown);
          inRow += isShown;
          fitting[place] += isShown;
        });
        row.hidden = !isFamily || ((grade || caution) && !inRow);
        shown.pairs += inRow;
        shown.techniques += !row.hidden;
      });
      body.hidden = !rows.some(function (row) { return !row.hidden; });
    });
    var isColumn = heads.map(function (head, place) {
      return isAsked[place] && (!(grade || caution) || fitting[place] > 0);
    });
    shown.conditions = isColumn.filter(Boolean).length;
    all("tr", table).forEach(function (row) {
      Array.prototype.slice.call(row.cells, 1).forEach(function (cell, place) { cell.hidden = !isColumn[place]; });
    });
    return shown;
  }

  function listen(table, form, changed) {
    var status = form.querySelector("output"), whole = form.querySelector("[type=reset]");
    function show() {
      var shown = narrow(table, form), isNarrowed = all("select", form).some(function (field) { return field.value; });
      whole.hidden = !isNarrowed;
      status.textContent = shown.pairs ? form.dataset.shown.replace(/\{(\w+)\}/g, function (_, name) {
        return shown[name];
      }) : form.dataset.none;
      changed();
    }
    form.hidden = false;
    form.addEventListener("change", show);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("reset", function () {
      form.elements[1].focus(); /* the button goes, and with it the place of the keyboard */
      window.setTimeout(show, 0);
    });
    show();
  }

  /* -- from cell to cell -------------------------------------------------------------------------------------------- */

  /* The links of the table stand in the row of the tab key as one: the arrow keys go on from there. */
  function walk(table) {
    var links = all("a", table), current = links[0];
    function isOpen(link) {
      return link && link.checkVisibility ? link.checkVisibility({ visibilityProperty: true }) : !!link;
    }
    function become(link) {
      current.tabIndex = -1;
      current = link;
      current.tabIndex = 0;
    }
    function from(cell, down, right) {
      var rows = all("tr", table), row = rows.indexOf(cell.parentNode), column = cell.cellIndex;
      for (;;) {
        row += down;
        column += right;
        var next = rows[row] && rows[row].cells[column];
        if (!rows[row] || column < 0 || (right && !next)) { return null; }
        if (next && isOpen(next.querySelector("a"))) { return next.querySelector("a"); }
      }
    }
    function ends(cell, isEnd) {
      var open = all("a", cell.parentNode).filter(isOpen);
      return open[isEnd ? open.length - 1 : 0];
    }
    links.forEach(function (link) { link.tabIndex = -1; });
    become(links[0]);
    table.addEventListener("focusin", function (event) {
      if (event.target.tagName === "A") { become(event.target); }
    });
    table.addEventListener("keydown", function (event) {
      var cell = event.target.closest("th, td"), step = STEPS[event.key], next = null;
      if (!cell || event.altKey || event.ctrlKey || event.metaKey) { return; }
      if (step) {
        next = from(cell, step[0], document.dir === "rtl" ? -step[1] : step[1]);
      } else if (event.key === "Home" || event.key === "End") {
        next = ends(cell, event.key === "End");
      } else {
        return;
      }
      event.preventDefault();
      if (next) { next.focus(); }
    });
    return function () {
      if (!isOpen(current)) {
        var open = links.filter(isOpen)[0];
        if (open) { become(open); }
      }
    };
  }

  /* -- the reason of a cell ----------------------------------------------------------------------------------------- */

  function paragraph(text, tag) {
    var line = document.createElement("p");
    line.appendChild(document.createElement(tag)).textContent = text;
    return line;
  }

  function explain(table, form) {
    var tip = document.createElement("div"), shown = null, touched = null, leaving = 0;
    tip.id = "mx-tip";
    tip.className = "mx-tip";
    tip.setAttribute("role", "tooltip");
    if (!("popover" in tip)) { return; } /* the browser's own tooltip stays */
    tip.popover = "manual";
    table.parentNode.appendChild(tip);

    function hide() {
      window.clearTimeout(leaving);
      if (shown) {
        shown.removeAttribute("aria-describedby");
        shown = null;
        tip.hidePopover();
      }
    }
    function place(link) {
      var box = link.getBoundingClientRect(), own = tip.getBoundingClientRect();
      var below = box.bottom + 6 + own.height < window.innerHeight;
      tip.style.top = Math.max(4, below ? box.bottom + 2 : box.top - own.height - 2) + "px";
      tip.style.left = Math.max(12, Math.min(box.left, window.innerWidth - own.width - 12)) + "px";
    }
    function show(link, isTouch) {
      window.clearTimeout(leaving);
      if (shown !== link) {
        hide();
        var cell = link.parentNode, row = cell.parentNode;
        var pair = row.cells[0].textContent + ", " + table.tHead.rows[0].cells[cell.cellIndex].textContent;
        tip.replaceChildren(paragraph(pair, "strong"), paragraph(link.textContent, "span"), paragraph(link.dataset.reason, "span"));
        if (isTouch) { tip.appendChild(paragraph(form.dataset.again, "em")); }
        shown = link;
        link.setAttribute("aria-describedby", tip.id);
        tip.showPopover();
      }
      place(link);
    }
    function later() {
      leaving = window.setTimeout(hide, 200);
    }
    function linkOf(event) {
      return event.target.closest && event.target.closest("td a");
    }

    all("td a[title]", table).forEach(function (link) {
      link.dataset.reason = link.title;
      link.removeAttribute("title");
    });
    table.addEventListener("pointerover", function (event) {
      if (event.pointerType !== "touch" && linkOf(event)) { show(linkOf(event), false); }
    });
    table.addEventListener("pointerout", function (event) {
      if (event.pointerType !== "touch" && linkOf(event)) { later(); }
    });
    tip.addEventListener("pointerenter", function () { window.clearTimeout(leaving); });
    tip.addEventListener("pointerleave", later);
    table.addEventListener("pointerdown", function (event) { touched = event.pointerType === "touch" ? linkOf(event) : null; });
    table.addEventListener("click", function (event) {
      var link = linkOf(event);
      if (link && link === touched && shown !== link) {
        event.preventDefault();
        show(link, true);
      }
    });
    table.addEventListener("focusin", function (event) {
      if (linkOf(event) && event.target !== touched) { show(event.target, false); }
    });
    table.addEventListener("focusout", hide);
    table.parentNode.addEventListener("scroll", function () {
      if (shown && shown === document.activeElement) { place(shown); } else { hide(); }
    });
    window.addEventListener("scroll", hide, { passive: true });
    document.addEventListener("keydown", function (event) { if (event.key === "Escape") { hide(); } });
  }

  function start(form) {
    var table = document.querySelector("table.mx");
    all("td[class]", table).forEach(function (cell) { cell.dataset.e = cell.className.slice(2); });
    listen(table, form, walk(table));
    explain(table, form);
    all(".mx-keys", document).forEach(function (keys) { keys.hidden = false; });
  }

  all("form.mx-choice", document).forEach(start);
})();
