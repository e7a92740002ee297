// The keys of a month's grid (ARIA's date grid). The page itself is drawn by the server; here only the focus moves.
const oneDay = 86400000;
const daysAway = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

const dayOf = link => new Date(`${link.dataset.day}T00:00Z`);
const nameOf = date => date.toISOString().slice(0, 10);
const addDays = (date, days) => new Date(date.getTime() + days * oneDay);
const weekDay = date => (date.getUTCDay() + 6) % 7;

function addMonths(date, months) {
  const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return addDays(first, Math.min(date.getUTCDate(), last) - 1);
}

function wantedDay(date, key) {
  switch (key) {
    case "Home": return addDays(date, -weekDay(date));
    case "End": return addDays(date, 6 - weekDay(date));
    case "PageUp": return addMonths(date, -1);
    case "PageDown": return addMonths(date, 1);
    default: return key in daysAway ? addDays(date, daysAway[key]) : null;
  }
}

// The day that gets the focus once its month is there.
let awaited = null;

function focusDay(calendar, name) {
  const links = [...calendar.querySelectorAll("a[data-day]")];
  const link = links.find(link => link.dataset.day === name)
    // Days that cannot be chosen are passed over.
    ?? (awaited === null ? null : name < links[0]?.dataset.day ? links[0] : links.at(-1));
  link?.focus();
  return link;
}

function goTo(calendar, from, wanted) {
  const sameMonth = from.getUTCMonth() === wanted.getUTCMonth() && from.getUTCFullYear() === wanted.getUTCFullYear();
  if (sameMonth) {
    focusDay(calendar, nameOf(wanted));
    return;
  }
  const move = calendar.querySelector(`[data-testid=${wanted < from ? "forrige" : "naeste"}-maaned]`);
  if (move) {
    awaited = nameOf(wanted);
    move.click();
  }
}

document.addEventListener("keydown", event => {
  const link = event.target.closest?.(".month a[data-day]");
  if (!link || event.ctrlKey || event.altKey || event.metaKey) {
    return;
  }
  if (event.key === " ") {
    event.preventDefault();
    link.click();
    return;
  }
  const date = dayOf(link);
  const wanted = wantedDay(date, event.key);
  if (wanted) {
    event.preventDefault();
    goTo(link.closest(".calendar"), date, wanted);
  }
});

// One tab stop: the day that has the focus, and the chosen one again when the focus leaves.
function stopAt(month, link) {
  for (const other of month.querySelectorAll("a[data-day]")) {
    other.tabIndex = other === link ? 0 : -1;
  }
}

document.addEventListener("focusin", event => {
  const link = event.target.closest?.(".month a[data-day]");
  if (link) {
    stopAt(link.closest(".month"), link);
  }
});

document.addEventListener("focusout", event => {
  const month = event.target.closest?.(".month");
  const chosen = month?.querySelector("[aria-selected=true] a");
  if (chosen && !month.contains(event.relatedTarget)) {
    stopAt(month, chosen);
  }
});

new MutationObserver(() => {
  const calendar = awaited && document.querySelector(".calendar");
  const month = calendar && calendar.querySelector("a[data-day]")?.dataset.day.slice(0, 7);
  if (month === awaited?.slice(0, 7)) {
    focusDay(calendar, awaited);
    awaited = null;
  }
}).observe(document.body, { childList: true, subtree: true });
