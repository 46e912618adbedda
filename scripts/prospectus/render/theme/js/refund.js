/* The refund calculator: the same sums as the school's program makes, in whole cents and without rounding twice. */
(function () {
  "use strict";

  var SCALE = 1000000;

  /* A number as a person types it, times `scale`, exactly; null when it is none. */
  function exact(text, digits) {
    var parts = /^\s*\$?\s*(\d[\d,]*)(?:\.(\d*))?\s*%?\s*$/.exec(text);
    if (!parts || (parts[2] || "").length > digits) {
      return null;
    }
    return BigInt(parts[1].replace(/,/g, "") + ((parts[2] || "") + "0000000000").slice(0, digits));
  }

  function percent(text) {
    return exact(text, 6);
  }

  function cents(text) {
    return exact(text, 2);
  }

  /* A share of an amount, half a cent up. */
  function shareOf(amount, share) {
    var whole = BigInt(100 * SCALE);
    return (amount * share * BigInt(2) + whole) / (whole * BigInt(2));
  }

  /* A share that the school keeps, half a cent down: both roundings favor the student. */
  function keptShareOf(amount, share) {
    var whole = BigInt(100 * SCALE);
    return (amount * share * BigInt(2) + whole - BigInt(1)) / (whole * BigInt(2));
  }

  function least(one, other) {
    return one < other ? one : other;
  }

  function atLeastNothing(amount) {
    return amount > BigInt(0) ? amount : BigInt(0);
  }

  function keptOf(terms, charged) {
    var together = BigInt(0);
    terms.kept.split(" ").filter(Boolean).forEach(function (entry) {
      var parts = entry.split("/");
      var sum = parts[0] ? cents(parts[0]) : null;
      var share = parts[1] ? keptShareOf(charged, percent(parts[1])) : null;
      together += sum === null ? share || BigInt(0) : share === null ? sum : least(sum, share);
    });
    return terms.cap ? least(together, cents(terms.cap)) : together;
  }

  function shareBack(terms, done, days) {
    if (terms.method === "pro-rata") {
      return done <= percent(terms.until) ? BigInt(100 * SCALE) - done : BigInt(0);
    }
    var steps = terms.tiers.split(" ").filter(Boolean);
    for (var index = 0; index < steps.length; index += 1) {
      var parts = steps[index].split(":");
      var counted = parts[0].charAt(0) === "d";
      if (counted ? days !== null && days <= BigInt(parts[0].slice(1)) : done <= percent(parts[0])) {
        return percent(parts[1]);
      }
    }
    return BigInt(0);
  }

  function settle(terms, charged, paid, done, days) {
    var share = shareBack(terms, done, days);
    var kept = keptOf(terms, charged);
    if (terms.shareOf === "paid") {
      return { refund: atLeastNothing(shareOf(paid, share) - kept), owed: BigInt(0) };
    }
    var balance = paid - least(charged - shareOf(charged, share) + kept, charged);
    return { refund: atLeastNothing(balance), owed: atLeastNothing(-balance) };
  }

  function money(amount, currency) {
    var whole = String(amount / BigInt(100)).replace(/\B(?=(\d{3})+$)/g, ",");
    var rest = String(amount % BigInt(100));
    return currency + whole + (rest === "0" ? "" : "." + (rest.length < 2 ? "0" + rest : rest));
  }

  /* The sentences of the answer stand in the page, which is in the reader's language. */
  function words(sentences, settled, currency) {
    var amount = settled.owed > BigInt(0) ? settled.owed : settled.refund;
    var sentence = settled.owed > BigInt(0) ? sentences.owed : settled.refund > BigInt(0) ? sentences.back : sentences.nothing;
    return sentence.split("#").join(money(amount, currency));
  }

  function start(box) {
    var program = box.querySelector("#calc-program");
    var charged = box.querySelector("#calc-charged");
    var paid = box.querySelector("#calc-paid");
    var done = box.querySelector("#calc-done");
    var days = box.querySelector("#calc-days");
    var answer = box.querySelector("output");
    var waiting = 0;

    function work() {
      var values = [cents(charged.value), cents(paid.value), percent(done.value)];
      var day = days && /^\s*\d+\s*$/.test(days.value) ? BigInt(days.value.trim()) : null;
      var wrong = values.indexOf(null) >= 0 || values[2] > BigInt(100 * SCALE) || (days && days.value.trim() && day === null);
      var settled = wrong ? null : settle(box.dataset, values[0], values[1], values[2], day);
      var said = wrong ? answer.dataset.wrong : words(answer.dataset, settled, box.dataset.currency);
      window.clearTimeout(waiting);
      if (answer.textContent !== said) {
        answer.textContent = said;
      }
    }

    function choose() {
      if (program.value) {
        charged.value = program.value;
        paid.value = program.value;
      }
      work();
    }

    /* A screen reader should hear the answer once, not after every key. */
    function soon() {
      window.clearTimeout(waiting);
      waiting = window.setTimeout(work, 500);
    }

    program.addEventListener("change", choose);
    charged.addEventListener("input", function () {
      program.value = "";
    });
    box.addEventListener("input", soon);
    box.addEventListener("change", work);
    box.hidden = false;
    choose();
  }

  if (typeof BigInt === "function") {
    Array.prototype.forEach.call(document.querySelectorAll("[data-refund-calculator]"), start);
  }
})();
