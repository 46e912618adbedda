/* Finding entries by words: parts of words, other forms and slips of the fingers count, the name most of all. */
(function () {
  "use strict";

  /* How much a word is worth by where it stands. */
  var NAME = 10, ALSO = 8, BOX = 3, TEXT = 1;
  /* The share of that which an entry has from one it goes with. */
  var NEAR = 0.4;
  /* Entries that only lead on come after those that are meant. */
  var SIDE = 0.45;
  var IDLE = " a an and are at by for from have i in is it me my of on or that the to with " +
    "al con de del el en es la las lo los mi o para por que se sin su sus un una y ";

  /* Small letters, no accents, no signs; codes such as M54.5 become one word. */
  function plain(text) {
    var small = text.toLowerCase();
    if (/[^ -~]/.test(small)) {
      small = small.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
    }
    return /['’.]/.test(small) ? small.replace(/['’]/g, "").replace(/([a-z0-9])\.(?=[0-9])/g, "$1") : small;
  }

  function stem(word) {
    return word.length > 3 && word.endsWith("s") && !/[sui]s$/.test(word) ? word.slice(0, -1) : word;
  }

  /* Names and titles of boxes come again and again. */
  var known = new Map();

  function wordsOf(text) {
    var words = known.get(text);
    if (!words) {
      var small = plain(text);
      words = (small.match(/[^ -~]/.test(small) ? /[\p{L}\p{N}]+/gu : /[a-z0-9]+/g) || []).map(stem);
      known.set(text, words);
    }
    return words;
  }

  /* The fewest letters to change, add, drop or swap so that `typed` begins `word`; more than `most` is not counted out. */
  function slips(typed, word, most) {
    var before = [], row = [], last;
    var width = Math.min(word.length, typed.length + most);
    for (var column = 0; column <= width; column += 1) {
      row[column] = column;
    }
    for (var index = 1; index <= typed.length; index += 1) {
      var least = index;
      last = row;
      row = [index];
      for (column = 1; column <= width; column += 1) {
        var same = typed[index - 1] === word[column - 1];
        var cost = Math.min(last[column] + 1, row[column - 1] + 1, last[column - 1] + (same ? 0 : 1));
        if (index > 1 && column > 1 && typed[index - 1] === word[column - 2] && typed[index - 2] === word[column - 1]) {
          cost = Math.min(cost, before[column - 2] + 1);
        }
        row[column] = cost;
        least = Math.min(least, cost);
      }
      if (least > most) {
        return most + 1;
      }
      before = last;
    }
    return word.length <= typed.length + most ? Math.min(row[width], Math.min.apply(null, row) + 0.5) : Math.min.apply(null, row) + 0.5;
  }

  function add(index, word, entry, worth) {
    var found = index.get(word);
    if (!found) {
      index.set(word, (found = []));
    }
    found.push(entry, worth);
  }

  /* Words that are this one, begin with it or hold it, each with how well it fits. */
  function fitting(index, typed) {
    var fits = [];
    index.forEach(function (found, word) {
      if (word === typed) {
        fits.push([found, 1]);
      } else if (typed.length > 1 && word.startsWith(typed)) {
        fits.push([found, 0.7]);
      } else if (typed.length > 4 && word.includes(typed)) {
        fits.push([found, 0.4]);
      }
    });
    return fits;
  }

  function mistyped(index, typed) {
    var most = typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2;
    var fits = [];
    if (most) {
      index.forEach(function (found, word) {
        var apart = word.length + most < typed.length ? most + 1 : slips(typed, word, most);
        if (apart <= most) {
          fits.push([found, 0.6 - 0.15 * apart]);
        }
      });
    }
    return fits;
  }

  /* How well a whole phrase fits what was typed. */
  function phraseWorth(phrase, typed) {
    if (phrase === typed) {
      return 2;
    }
    if (phrase.startsWith(typed + " ")) {
      return 1;
    }
    return (" " + phrase + " ").includes(" " + typed + " ") ? 0.5 : 0;
  }

  /* entries: name, also (words), near (numbers of entries), falls (numbers of options), isSide. options: title, isTyped.
     Gives `find`, which takes what was typed and gives a map from the number of an entry to its worth and to the phrase
     that was meant (null for its name), and `addTexts`, which makes a word in a text count too. */
  function matcher(entries, options) {
    var named = new Map(), told = new Map();
    var followers = entries.map(function () {
      return [];
    });
    var members = options.map(function () {
      return [];
    });
    entries.forEach(function (entry, number) {
      addWords(named, entry.name, number, NAME);
      entry.also.forEach(function (text) {
        addWords(named, text, number, ALSO);
      });
      entry.near.forEach(function (near) {
        followers[near].push(number);
      });
      entry.falls.forEach(function (option) {
        members[option].push(number);
      });
    });

    function addWords(index, text, number, worth) {
      wordsOf(text).forEach(function (word) {
        add(index, word, number, worth);
      });
    }

    function addTexts(texts) {
      texts.forEach(function (text, number) {
        addWords(told, text, number, TEXT);
      });
    }

    function worthOfWord(typed) {
      var worth = new Map();
      function count(number, value) {
        worth.set(number, Math.max(worth.get(number) || 0, value));
      }
      function countAll(fits) {
        fits.forEach(function (fit) {
          /* A word that half of all entries have says little. */
          var rare = 0.5 + 0.5 * Math.log(1 + (2 * entries.length) / fit[0].length) / Math.log(1 + entries.length);
          for (var at = 0; at < fit[0].length; at += 2) {
            count(fit[0][at], fit[0][at + 1] * fit[1] * Math.min(1, rare));
          }
        });
      }
      countAll(fitting(named, typed));
      options.forEach(function (option, place) {
        if (option.isTyped && wordsOf(option.title).some(function (word) {
          return word === typed || (typed.length > 2 && word.startsWith(typed));
        })) {
          members[place].forEach(function (number) {
            count(number, BOX);
          });
        }
      });
      if (!worth.size) {
        countAll(mistyped(named, typed));
      }
      Array.from(worth).forEach(function (found) {
        followers[found[0]].forEach(function (number) {
          count(number, found[1] * NEAR);
        });
      });
      countAll(fitting(told, typed));
      return worth;
    }

    function find(text) {
      var typed = wordsOf(text);
      var telling = typed.filter(function (word) {
        return IDLE.indexOf(" " + word + " ") < 0;
      });
      typed = telling.length ? telling : typed;
      var sums = new Map(), hits = new Map(), most = 0;
      typed.map(worthOfWord).forEach(function (worth) {
        worth.forEach(function (value, number) {
          sums.set(number, (sums.get(number) || 0) + value);
          hits.set(number, (hits.get(number) || 0) + 1);
          most = Math.max(most, hits.get(number));
        });
      });
      var found = new Map();
      sums.forEach(function (sum, number) {
        if (hits.get(number) === most) {
          found.set(number, judged(entries[number], typed.join(" "), sum));
        }
      });
      return found;
    }

    /* The phrase that fits best, and what all of it is worth. Of two names with the same words the shorter one is meant. */
    function judged(entry, typed, sum) {
      var best = { worth: 0, meant: null };
      function weigh(text, worth, meant) {
        var whole = worth * phraseWorth(wordsOf(text).join(" "), typed);
        if (whole > best.worth) {
          best = { worth: whole, meant: meant };
        }
      }
      function weighAll(other, share, meant) {
        weigh(other.name, NAME * share, meant);
        other.also.forEach(function (text) {
          weigh(text, ALSO * share, meant || { text: text, how: "also" });
        });
      }
      weighAll(entry, 1, null);
      entry.near.forEach(function (near) {
        weighAll(entries[near], NEAR, { text: entries[near].name, how: "near" });
      });
      return { worth: (sum + best.worth) * (entry.isSide ? SIDE : 1) - entry.name.length / 1000, meant: best.meant };
    }

    return { find: find, addTexts: addTexts };
  }

  window.prospectusMatcher = matcher;
})();
