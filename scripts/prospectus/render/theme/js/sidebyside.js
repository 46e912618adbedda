/* Programs or techniques side by side: of all that the page holds, the two or three that the reader chooses. The choice stands in the
   address, so that it can be sent to somebody. */
(function () {
  "use strict";

  function all(selector, within) {
    return Array.prototype.slice.call(within.querySelectorAll(selector));
  }

  /* Ids that the address names, known here, each once and at most as many as there are fields. An id that a record had
     before is as good as its own. */
  function chosenIn(address, fields) {
    var known = {};
    all("option[value]", fields[0]).forEach(function (option) {
      (option.dataset.former || "").split(" ").concat(option.value).filter(Boolean).forEach(function (id) {
        known[id] = option.value;
      });
    });
    var named = (new URLSearchParams(address).get("with") || "").split(",").map(function (id) {
      return Object.prototype.hasOwnProperty.call(known, id) ? known[id] : "";
    });
    return named.filter(function (id, place) {
      return id && named.indexOf(id) === place;
    }).slice(0, fields.length);
  }

  function addressWith(ids) {
    var rest = new URLSearchParams(window.location.search);
    rest.delete("with");
    var others = rest.toString();
    var own = ids.length ? "with=" + ids.map(encodeURIComponent).join(",") : "";
    var query = [others, own].filter(Boolean).join("&");
    return window.location.pathname + (query ? "?" + query : "") + window.location.hash;
  }

  /* A column is shown when nothing is chosen or its record is; a row, when a shown cell of it says anything. */
  function narrow(table, ids) {
    var shown = all("thead th", table).map(function (head) {
      return !head.dataset.column || !ids.length || ids.indexOf(head.dataset.column) >= 0;
    });
    all("tr", table).forEach(function (row) {
      var says = false;
      Array.prototype.forEach.call(row.cells, function (cell, place) {
        cell.hidden = !shown[place];
        says = says || (shown[place] && place > 0 && !cell.classList.contains("sbs__none"));
      });
      row.hidden = !says && row.parentNode.tagName === "TBODY";
    });
    table.classList.toggle("is-narrowed", ids.length > 0);
    return shown.slice(1).some(Boolean);
  }

  function start(form) {
    var fields = all("select", form);
    var status = form.querySelector("output");
    var whole = form.querySelector("[type=reset]");
    var tables = all("table.sbs", document);
    var many = all("option[value]", fields[0]).length - 1;

    /* Of dozens nobody wants to see all at once. */
    function waits(together) {
      return Boolean(form.dataset.waits) && !together.length;
    }

    function show() {
      var ids = fields.map(function (field) {
        return field.value;
      }).filter(Boolean);
      var together = ids.length > 1 ? ids : [];
      fields.forEach(function (field) {
        Array.prototype.forEach.call(field.options, function (option) {
          option.disabled = ids.indexOf(option.value) >= 0 && option.value !== field.value;
        });
      });
      tables.forEach(function (table) {
        var hasColumns = narrow(table, together);
        var section = table.closest(".sec");
        if (section && section.querySelector("table.sbs") === table) {
          section.hidden = !hasColumns || waits(together);
        }
      });
      var count = form.dataset.shown.replace("{shown}", together.length || many).replace("{all}", many);
      whole.hidden = !ids.length;
      status.textContent = ids.length === 1 ? form.dataset.more : waits(together) ? form.dataset.waits : count;
      return ids;
    }

    function choose() {
      window.history.replaceState(null, "", addressWith(show()));
    }

    chosenIn(window.location.search, fields).forEach(function (id, place) {
      fields[place].value = id;
    });
    form.hidden = false;
    show();
    form.addEventListener("change", choose);
    form.addEventListener("submit", function (event) {
      event.preventDefault();
    });
    form.addEventListener("reset", function () {
      fields[0].focus(); /* the button goes, and with it the place of the keyboard */
      window.setTimeout(choose, 0);
    });
  }

  all("form[data-side-by-side]", document).forEach(start);
})();
