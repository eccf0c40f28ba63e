// Little: the theme, keys, the two-way light between words and claims, and review by key. Every page works without it.
"use strict";
(() => {
  const root = document.documentElement;
  const kept = { get: (k) => { try { return localStorage.getItem(k); } catch { return null; } }, set: (k, v) => { try { localStorage.setItem(k, v); } catch { /* not kept then */ } } };
  const theme = kept.get("theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;

  const one = (selector) => document.querySelector(selector);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const dark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  one("#theme")?.addEventListener("click", () => { root.dataset.theme = dark() ? "light" : "dark"; kept.set("theme", root.dataset.theme); });
  const help = one("#help");
  one("#keys")?.addEventListener("click", () => help.showModal());

  // rows: j and k
  const step = (by) => {
    const rows = all("a.row").filter((a) => a.offsetParent !== null);
    if (!rows.length) return;
    const at = rows.indexOf(document.activeElement);
    const next = rows[Math.min(rows.length - 1, Math.max(0, at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by))];
    next.focus(); next.scrollIntoView({ block: "nearest" });
  };

  // article: words and claims light one another
  const light = (numbers, on) => {
    for (const n of numbers) {
      one(`#claim-${n}`)?.classList.toggle("lit", on);
      all(`.piece[data-claims~="${n}"]`).forEach((p) => p.classList.toggle("lit", on));
    }
  };
  for (const item of all("[data-claim]")) {
    for (const [name, on] of [["mouseenter", true], ["mouseleave", false], ["focusin", true], ["focusout", false]]) item.addEventListener(name, () => light([item.dataset.claim], on));
  }
  for (const ref of all("a.ref")) {
    const numbers = [ref.hash.replace("#claim-", "")];
    for (const [name, on] of [["mouseenter", true], ["mouseleave", false], ["focus", true], ["blur", false]]) ref.addEventListener(name, () => light(numbers, on));
  }
  const kinds = all(".kind-toggle");
  const sift = () => {
    const on = new Set(kinds.filter((k) => k.checked).map((k) => k.value));
    for (const item of all(".claim")) {
      const off = !on.has(item.dataset.kind);
      item.classList.toggle("off", off);
      one(`#ref-${item.dataset.claim}`)?.classList.toggle("off", off);
    }
  };
  kinds.forEach((k) => k.addEventListener("change", sift));
  if (kinds.length) {
    const target = location.hash.startsWith("#claim-") ? one(location.hash) : null;
    const hidden = target && kinds.find((k) => k.value === target.dataset.kind);
    if (hidden) hidden.checked = true;
    sift();
    if (location.hash) one(CSS.escape ? `#${CSS.escape(location.hash.slice(1))}` : location.hash)?.scrollIntoView({ block: "center" });
  }

  // review
  const decide = one("#decide");
  const since = one("#since");
  if (since) since.value = String(Date.now());
  const editing = one("#editing");
  const old = () => { const chosen = one("#field")?.selectedOptions[0]; if (chosen) one("#old").value = one("#new").value = chosen.dataset.old; };
  const edit = () => { editing.hidden = !editing.hidden; one("#edit").setAttribute("aria-expanded", String(!editing.hidden)); if (!editing.hidden) { old(); one("#field").focus(); } };
  one("#edit")?.addEventListener("click", edit);
  one("#field")?.addEventListener("change", old);
  let sent = false;
  const press = (button) => { if (button && !button.disabled && !sent) { sent = true; button.click(); } };
  addEventListener("pageshow", () => { sent = false; });
  const review = {
    a: () => press(decide?.querySelector("[value=accept]")),
    x: () => press(decide?.querySelector("[value=reject]")),
    " ": () => press(decide?.querySelector("[value=cannot_tell]")),
    e: () => editing && edit(),
    u: () => press(one("#undo button")),
    Backspace: () => press(one("#undo button")),
  };
  const reasons = all(".reasons button");

  // keys
  const pages = { h: "/", e: "/events", a: "/register", t: "/attacks", m: "/map", s: "/statements", r: "/review", d: "/dyad", n: "/network", q: "/sql" };
  let going = false;
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select");
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.id === "sql") { event.target.form.requestSubmit(); return; }
    if (event.key === "Escape" && typing) { typing.blur(); if (editing && !editing.hidden) edit(); return; }
    if ((typing && typing.type !== "checkbox") || event.ctrlKey || event.metaKey || event.altKey || help?.open) return;
    if (going) { going = false; if (pages[event.key]) { event.preventDefault(); location.href = pages[event.key]; } return; }
    const onButton = event.target.closest("button, a, summary, [type=checkbox]") && (event.key === " " || event.key === "Enter");
    const act = decide || one("#undo") ? review[event.key] : undefined;
    const reason = decide && /^[1-9]$/.test(event.key) ? reasons[Number(event.key) - 1] : undefined;
    const others = { "/": () => one("#find").focus(), "?": () => help.showModal(), j: () => step(1), k: () => step(-1), g: () => { going = true; setTimeout(() => { going = false; }, 1500); } };
    const does = onButton ? undefined : act ?? (reason && (() => press(reason))) ?? others[event.key];
    if (does) { event.preventDefault(); does(); }
  });
})();
