/* The finder: the list of everything on its page, searched and narrowed as one types and ticks; its address holds both. */
(function () {
  "use strict";

  /* How many results of a kind: among several kinds, of a kind that only leads on, of a single kind and by the button. */
  var AT_FIRST = 6, ASIDE = 3, AT_ONCE = 30;
  var narrow = window.prospectusNarrow;

  function all(selector, within) {
    return Array.prototype.slice.call(within.querySelectorAll(selector));
  }

  function made(tag, className, text, language) {
    var node = document.createElement(tag);
    if (className) {
      node.className = className;
    }
    if (language) {
      node.lang = language;
    }
    if (text) {
      node.textContent = text;
    }
    return node;
  }

  function filled(words, value) {
    return words.split("#").join(value);
  }

  function start(box) {
    var form = document.getElementById("finder");
    var words = document.getElementById("finder-words");
    var facets = box.querySelector(".facets");
    var fold = facets.querySelector("summary");
    var heading = box.querySelector("#results");
    var status = box.querySelector("[role=status]");
    var chips = box.querySelector(".chips");
    var list = box.querySelector(".results__list");
    var sort = box.querySelector("select");
    var options = narrow.optionsOf(form);
    var wide = window.matchMedia("(min-width: 60em)");
    var entries = null, match = null, shown = new Map(), waiting = 0, speaking = 0;

    function mark(name) {
      var template = box.querySelector('template[data-mark="' + name + '"]');
      return template ? template.content.cloneNode(true) : null;
    }

    function besides(entry) {
      var marks = [];
      if (entry.grade) {
        marks.push(mark("evidence-" + entry.grade.value));
      }
      var verdict = entry.link.nextElementSibling;
      if (verdict) {
        marks.push(mark("verdict-" + verdict.dataset.verdict));
      }
      if (entry.kind.value === "condition") {
        marks.push(document.createTextNode(entry.falls.map(function (number) {
          return options[number];
        }).filter(function (option) {
          return option.facet === "region";
        }).slice(0, 3).map(function (option) {
          return option.title;
        }).join(", ")));
      }
      if (entry.pressure) {
        marks.push(mark("pressure-" + entry.pressure));
      }
      return marks.concat(entry.lines.map(function (line) {
        return document.createTextNode(line);
      }));
    }

    function item(entry, meant) {
      var row = made("li"), text = row.appendChild(made("div")), title = made("h3");
      text.appendChild(made("p", "kind", entry.kind.noun));
      var link = text.appendChild(title).appendChild(made("a", "", entry.name, entry.link.lang));
      link.href = entry.link.getAttribute("href");
      if (meant) {
        text.appendChild(made("p", "quiet", filled(list.dataset[meant.how], meant.text)));
      }
      if (entry.text) {
        text.appendChild(made("p", "", entry.text, entry.language));
      }
      var marks = besides(entry), meta = made("div", "meta");
      marks.filter(Boolean).forEach(function (node) {
        meta.appendChild(made("span")).appendChild(node);
      });
      if (marks.length) {
        row.appendChild(meta);
      }
      return row;
    }

    function showGroup(group, limit, found) {
      var section = made("div", "results__group"), rows = section.appendChild(made("ul", "res"));
      rows.setAttribute("aria-label", group.kind.title);
      group.entries.slice(0, limit).forEach(function (entry) {
        rows.appendChild(item(entry, found ? found.get(entry.number).meant : null));
      });
      var left = group.entries.length - limit;
      if (left > 0) {
        var more = made("button", "btn btn--line", filled(list.dataset.more, Math.min(left, AT_ONCE)).split("@").join(group.kind.title));
        more.type = "button";
        more.addEventListener("click", function () {
          shown.set(group.kind, limit + AT_ONCE);
          var fresh = showGroup(group, limit + AT_ONCE, found);
          section.replaceWith(fresh);
          all("h3 a", fresh)[limit].focus();
        });
        section.appendChild(more);
      }
      return section;
    }

    function chip(text, press) {
      var button = made("button", "chip", text);
      button.type = "button";
      button.setAttribute("aria-label", filled(chips.dataset.remove, text));
      button.addEventListener("click", function () {
        var place = all("button", chips).indexOf(button);
        press();
        changed(true);
        (all("button", chips)[place] || heading).focus();
      });
      chips.appendChild(made("li")).appendChild(button);
    }

    function showChips(chosen) {
      chips.textContent = "";
      chosen.forEach(function (option) {
        chip(option.title, function () {
          option.field.checked = false;
        });
      });
      if (words.value.trim()) {
        chip("“" + words.value.trim() + "”", function () {
          words.value = "";
        });
      }
      chips.hidden = !chips.children.length;
    }

    /* A screen reader should hear the number once, not after every letter. */
    function say(text) {
      heading.textContent = text;
      window.clearTimeout(speaking);
      speaking = window.setTimeout(function () {
        status.textContent = text;
      }, 700);
    }

    function showFacets(counts, chosen) {
      options.forEach(function (option, number) {
        option.count.textContent = counts[number];
        option.field.parentNode.classList.toggle("is-empty", !counts[number] && !option.field.checked);
      });
      all("fieldset", facets).forEach(function (group) {
        group.hidden = !all("label", group).some(function (label) {
          return !label.classList.contains("is-empty");
        });
      });
      fold.textContent = chosen.length ? filled(fold.dataset.many, chosen.length) : fold.dataset.one;
    }

    /* Who only ticks boxes need not wait for it. */
    function matcher() {
      match = match || window.prospectusMatcher(entries, options);
      return match;
    }

    function show() {
      var text = words.value.trim();
      var found = text ? matcher().find(text) : null;
      var now = narrow.narrowed(entries, options, found);
      var groups = narrow.grouped(now.seen, sort.value, found);
      var chosen = options.filter(function (option) {
        return option.field.checked;
      });
      var number = now.seen.length;
      list.textContent = "";
      groups.forEach(function (group) {
        var few = group.entries[0].isSide ? ASIDE : AT_FIRST;
        var limit = shown.get(group.kind) || (groups.length > 1 ? few : AT_ONCE);
        list.appendChild(showGroup(group, limit, found));
      });
      showFacets(now.counts, chosen);
      showChips(chosen);
      box.querySelector(".results__none").hidden = number > 0;
      say(number ? filled(number > 1 ? heading.dataset.many : heading.dataset.one, number) : heading.dataset.none);
    }

    function address() {
      var asked = new URLSearchParams();
      new FormData(form).forEach(function (value, name) {
        if (String(value).trim() && !(name === "sort" && value === sort.options[0].value)) {
          asked.append(name, String(value).trim());
        }
      });
      return location.pathname + (String(asked) && "?" + asked);
    }

    /* A tick can be taken back with the browser's own button, a letter need not be. */
    function changed(isStep) {
      window.clearTimeout(waiting);
      shown.clear();
      if (address() !== location.pathname + location.search) {
        try {
          history[isStep ? "pushState" : "replaceState"](null, "", address());
        } catch (refused) {
          /* A page opened from a folder may not change its address in every browser; it works without. */
        }
      }
      show();
    }

    function restore() {
      var asked = new URLSearchParams(location.search);
      words.value = asked.get("q") || "";
      options.forEach(function (option) {
        option.field.checked = asked.getAll(option.facet).indexOf(option.value) >= 0;
      });
      sort.value = asked.get("sort") || "";
      if (sort.selectedIndex < 0) {
        sort.selectedIndex = 0;
      }
      shown.clear();
      show();
    }

    function listen() {
      words.addEventListener("input", function () {
        window.clearTimeout(waiting);
        waiting = window.setTimeout(function () {
          changed(false);
        }, 80);
      });
      form.addEventListener("submit", function (event) {
        event.preventDefault();
        changed(true);
        heading.focus();
      });
      box.addEventListener("change", function () {
        changed(true);
      });
      box.querySelector("[data-finder-reset]").addEventListener("click", function () {
        form.reset();
        changed(true);
      });
      window.addEventListener("popstate", restore);
    }

    function unfold() {
      facets.open = wide.matches;
    }

    /* The plain list waits aside while there is hope of a better one (in CSS, before this script is here), and comes back
       if that fails. */
    function live(isLive) {
      box.classList.toggle("is-live", isLive);
      box.classList.toggle("is-listed", !isLive);
      box.classList.toggle("is-waiting", isLive && !entries);
      facets.hidden = !isLive;
      box.querySelector(".results__found").hidden = !isLive;
    }

    function loadTexts() {
      var script = document.createElement("script");
      script.src = box.dataset.finderTexts;
      document.head.appendChild(script);
    }

    /* The two files hand over their rows here, one after the other. The first is a deferred script of the page: the browser
       fetches it while it reads the page, and runs it as soon as it has read it. */
    window.prospectusFinder = function (part, rows) {
      if (part === "index") {
        entries = narrow.entriesOf(box, rows, options);
        live(true);
        listen();
        restore();
        performance.mark("prospectus-first-result");
        loadTexts();
        return;
      }
      rows.forEach(function (row, number) {
        /* A text that is not in the language of the page stands in brackets of its own. */
        entries[number].language = Array.isArray(row[0]) ? "en" : "";
        entries[number].text = String(row[0] || "");
        entries[number].lines = row.slice(1);
      });
      matcher().addTexts(entries.map(function (entry) {
        return entry.text;
      }));
      show();
    };

    live(true);
    unfold();
    wide.addEventListener("change", unfold);
    box.querySelector("script").addEventListener("error", function () {
      live(false);
    });
  }

  var box = document.querySelector("[data-finder-texts]");
  if (box && window.URLSearchParams) {
    start(box);
  }
})();
