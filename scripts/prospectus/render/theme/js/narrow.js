/* What the finder can show: the entries of its page, narrowed by the boxes that are ticked, sorted and grouped by kind. */
(function () {
  "use strict";

  var MAIN = ["condition", "technique", "course", "program"];
  /* Facets whose options one may also type. */
  var TYPED = ["kind", "region", "role", "family", "schedule", "start"];

  function all(selector, within) {
    return Array.prototype.slice.call(within.querySelectorAll(selector));
  }

  /* The list of the page with what the file of the index says of each of its rows. */
  function entriesOf(box, rows, options) {
    var entries = [];
    var kinds = options.filter(function (option) {
      return option.facet === "kind";
    });
    /* There may be thousands: what only a result that is shown needs is read from its link then. */
    function entryOf(link, kind, isSide) {
      var row = rows[entries.length] || [], falls = row[1] || [], grade = null;
      for (var at = 0; at < falls.length && !grade; at += 1) {
        grade = options[falls[at]].facet === "evidence" ? options[falls[at]] : null;
      }
      falls.push(kind.number);
      return {
        number: entries.length, name: link.textContent, link: link, kind: kind, isSide: isSide,
        also: row[0] || [], falls: falls, near: row[2] || [], grade: grade, pressure: row[3] || "",
        hours: row[4] ? Number(row[4]) : null, cost: row[5] ? Number(row[5]) : null, start: row[6] || null, text: "", language: "", lines: []
      };
    }
    all(".results__plain .plain", box).forEach(function (list, place) {
      var links = list.getElementsByTagName("a"), isSide = MAIN.indexOf(kinds[place].value) < 0;
      for (var at = 0; at < links.length; at += 1) {
        entries.push(entryOf(links[at], kinds[place], isSide));
      }
    });
    return entries;
  }

  function optionsOf(form) {
    return Array.prototype.filter.call(form.elements, function (field) {
      return field.type === "checkbox";
    }).map(function (field, number) {
      var label = field.parentNode;
      return {
        field: field, facet: field.name, value: field.value, number: number, title: label.children[1].textContent,
        count: label.children[2], noun: field.dataset.noun, isTyped: TYPED.indexOf(field.name) >= 0
      };
    });
  }

  /* What can be seen with the present choice, and how many more or fewer each box would show. An entry that fails one facet
     only still counts for the boxes of that facet. */
  function narrowed(entries, options, found) {
    var chosen = {};
    options.forEach(function (option) {
      if (option.field.checked) {
        chosen[option.facet] = (chosen[option.facet] || 0) + 1;
      }
    });
    var facets = Object.keys(chosen);
    var counts = options.map(function () {
      return 0;
    });
    var seen = entries.filter(function (entry) {
      if (found && !found.has(entry.number)) {
        return false;
      }
      var failed = facets.filter(function (facet) {
        return !entry.falls.some(function (number) {
          return options[number].facet === facet && options[number].field.checked;
        });
      });
      if (failed.length < 2) {
        entry.falls.forEach(function (number) {
          counts[number] += !failed.length || options[number].facet === failed[0] ? 1 : 0;
        });
      }
      return !failed.length;
    });
    return { seen: seen, counts: counts };
  }

  function valueFor(sort, found) {
    return function (entry) {
      if (sort === "best") {
        return found ? -found.get(entry.number).worth : entry.number;
      }
      if (sort === "evidence") {
        return entry.grade ? entry.grade.number : null;
      }
      return sort === "name" ? entry.number : entry[sort];
    };
  }

  /* Grouped by kind: the kind with the best result first, or the kinds in their order. */
  function grouped(seen, sort, found) {
    var value = valueFor(sort, found);
    var groups = new Map();
    seen.slice().sort(function (one, other) {
      var a = value(one), b = value(other);
      if (a === null || b === null) {
        return (a === null) - (b === null) || one.number - other.number;
      }
      return (a > b) - (a < b) || one.number - other.number;
    }).forEach(function (entry) {
      var group = groups.get(entry.kind);
      if (!group) {
        groups.set(entry.kind, (group = { kind: entry.kind, entries: [], first: value(entry) }));
      }
      group.entries.push(entry);
    });
    var list = Array.from(groups.values());
    return sort === "best" && found ? list : list.sort(function (one, other) {
      return (one.first === null) - (other.first === null) || one.kind.number - other.kind.number;
    });
  }

  window.prospectusNarrow = { entriesOf: entriesOf, optionsOf: optionsOf, narrowed: narrowed, grouped: grouped };
})();
